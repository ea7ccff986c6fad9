"""A line of the "in danger now" block -> its record, and whether an office's line repeats one that ships."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from generator.model.phone import UKPhone
from generator.model.record import Many, Record
from generator.model.text import Label, Sentence, WebLink

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
