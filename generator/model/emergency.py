"""What to do in danger: the lines to call, and the words that people type then -> what must stand above all results."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field

from generator.model.fields.crisis_words import CrisisSign, GroupedPattern
from generator.model.fields.phones import UKPhone
from generator.model.fields.text import Label, Name, Sentence, Slug, WebLink
from generator.model.record import Many, Record

IN_BRACKETS = re.compile(r"\([^()]*\)")


A_WORD = re.compile(r"\w+")


class Emergency(Record):
    """One line of the "in danger now" block: what to do, and for whom."""

    say: Sentence
    """What to do, in a few words: Call 999."""
    phone: UKPhone | None = None
    """The number to call."""
    link: WebLink | None = None
    """The web address of the page that says more."""
    text: Sentence
    """For whom and when: Call if you or someone else is in danger."""
    source: Label
    """Where this was found. Never shown."""

    def repeats(self, other: Emergency) -> bool:
        """Whether it is another way of saying a line, or says something else of what that line is about."""
        if self.phone and other.phone and self.phone.called == other.phone.called:
            return True
        if self.link and other.link and host_of(self.link) == host_of(other.link):
            return True
        return _words(self.say) == _words(other.say)


class ShippedLines(Record):
    """The lines that come with Waymark, in the order in which they stand."""

    lines: Many[Emergency]


def host_of(link: str) -> str:
    """The host of a web address, without www."""
    return (urlsplit(link).hostname or "").rstrip(".").removeprefix("www.")


def _words(text: str) -> list[str]:
    """Words alone: "999 BSL (British Sign Language)" and "999 bsl" are one."""
    return A_WORD.findall(IN_BRACKETS.sub(" ", text).casefold())


class Line(Record):
    """Someone to call, above all that was found."""

    name: Name | None = None
    phone: UKPhone | None = None
    """The number, shown where the office's own directory has no checked service with it."""
    crime: Slug | None = None
    """Instead of a number: the first line of the directory for this crime."""
    writing: Literal["yes", "no"] = "no"
    """Instead of a number: the first service of the directory that people can write to."""
    why: Label
    source: Label | None = None


class Sign(Record):
    """One thing that typed words can be a sign of."""

    why: Label
    emergency: Literal["yes", "no"] = "no"
    """Whether the block with 999 stands first."""
    written: Literal["yes", "no"] = "no"
    """Whether that block says in full how to reach 999 without speaking."""
    lines: Many[Slug] = ()
    crimes: Many[Slug] = ()
    """What the words mean, where they themselves would lead elsewhere."""
    drops: Many[Slug] = ()
    """Kinds of service that would be wrong here; "adults": those for people from 18."""
    takes_words: Literal["yes", "no"] = "yes"
    """Whether the words mean no more than the sign does; no: they are also looked up as they are."""
    pages: Many[str] = ()
    """Addresses of pages to read first, where the site has them."""
    words: Mapping[str, tuple[GroupedPattern, ...]] = Field(min_length=1)
    """Patterns, by the language they are in."""


class Crisis(Record):
    """All that ships: whom to call, and the signs, in the order in which their lines stand."""

    groups: Mapping[str, str] = {}
    """Words that many patterns share, by the name that stands for them: $them. A group may name those above it."""
    lines: Mapping[Slug, Line] = {}
    signs: Mapping[CrisisSign, Sign] = {}
    on_sites_in: Mapping[str, Mapping[CrisisSign, tuple[GroupedPattern, ...]]] = {}
    """Patterns in a language that sites in this language alone look for: their readers type most of them."""
