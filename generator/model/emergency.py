"""What to do in danger, and first after a crime: the lines of each; and the words that people type then."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, field_validator, model_validator

from generator.diagnostics import FieldError, quoted
from generator.model.contact import Check
from generator.model.fields.crisis_words import CrisisSign, GroupedPattern
from generator.model.fields.dates import Day
from generator.model.fields.phones import UKPhone
from generator.model.fields.text import Label, Name, Sentence, Slug, WebLink
from generator.model.record import Many, Record
from generator.model.service import Ages
from generator.model.sources import SourceLink

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


MOST_STEPS = 5
"""What somebody in distress can take in before the services."""


class PageRead(Record):
    """A page that somebody read: readers see its title, and the day."""

    title: Sentence
    """The title that readers see, with whose page it is: "Stalking (Northamptonshire Police)"."""
    link: SourceLink | None = None
    """Its address, where that begins with https:// and is safe to send a reader to."""
    read: Day
    """The day on which it was read."""


class FirstStep(Record):
    """One line: what to do, or what is good to know, in one or two short sentences."""

    says: Sentence
    """What to do, in words for somebody in distress."""
    phone: UKPhone | None = None
    """The number to call for it."""
    link: WebLink | None = None
    """The page to open for it."""
    name: Name | None = None
    """What the link or the call is for, in a few words: "Report it online". A link needs it; a number may have one."""
    ages: Ages | None = None
    """Whom the line is for, where it is not for all: {from: 18} keeps it from the page for whoever is under 18."""
    sources: Many[Label] = Field(min_length=1)
    """What the line rests on: names from `sources:` of this file, codes of services.yaml, or plain words."""

    @model_validator(mode="after")
    def _says_where_a_link_leads(self) -> Self:
        if self.link and not self.name:
            raise FieldError("link-without-name", "nobody sees what this link does", "write name: Report it online")
        return self

    @property
    def site(self) -> str:
        """The website that its link leads to: nhs.uk."""
        return host_of(self.link) if self.link else ""


class FirstSteps(Record):
    """What to do first after one crime. With no steps, its page shows none."""

    checked: Check | None = None
    """Who made sure that the lines are still right."""
    steps: Many[FirstStep]
    """The lines, most urgent first: five at the most."""
    sources: Mapping[Slug, PageRead] = {}
    """The pages that they rest on, each by the name by which a line names it."""

    @field_validator("steps")
    @classmethod
    def _are_few(cls, steps: tuple[FirstStep, ...]) -> tuple[FirstStep, ...]:
        if len(steps) > MOST_STEPS:
            raise FieldError(
                "too-many-steps", f"there are {len(steps)} lines, and people read {MOST_STEPS}", "keep the most urgent"
            )
        return steps

    def for_ages(self, first: int, last: int) -> FirstSteps:
        """Without the lines that are for nobody of these ages."""
        kept = [one for one in self.steps if one.ages is None or one.ages.meets(first, last)]
        return self.model_copy(update={"steps": tuple(kept)})

    @property
    def every_source(self) -> tuple[str, ...]:
        """Everything that the lines rest on, in the order of first use, each once."""
        return tuple(dict.fromkeys(label for step in self.steps for label in step.sources))


class StepInOtherWords(Record):
    """One line in another language. What it leads to and rests on stands with the first language's."""

    says: Sentence
    """What to do, in words for somebody in distress."""
    name: Name | None = None
    """What the link does."""


class StepsInOtherWords(Record):
    """The lines in one more language, in the same order."""

    checked: Check | None = None
    """Who read them beside the first language's, when and how."""
    unread: Literal["yes", "no"] = "no"
    """Whether nobody who speaks the language has read them yet. They guard a life: the first language's are shown."""
    steps: Many[StepInOtherWords]
    """As many as there are in the first language."""


def in_quotation(step: FirstStep) -> str:
    """The beginning of a line, by which a message names it."""
    return quoted(step.says if len(step.says) <= 40 else f"{step.says[:37].rstrip()}...")
