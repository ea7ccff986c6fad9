"""What each page turned out to be, and what it says -> of each number, whether its page still shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from generator.staff.link_checker.client import Reply
from generator.staff.link_checker.page_numbers import PageText, Seen
from generator.staff.link_checker.published_numbers import PublishedNumber
from generator.staff.link_checker.result import Finding

NumberState = Literal["shown", "gone", "page-gone", "absent", "unknown", "no-page"]
"""gone: it stood there, or the page was named for it, and now it does not. absent: it was never seen on a page that was
named for its service as a whole. no-page: nobody named one."""
TO_MEND: frozenset[NumberState] = frozenset({"gone", "page-gone"})
NOT_THERE = frozenset({"dead", "home", "soft-404", "parked"})
OF_A_KIND = {"application/pdf": "it is a PDF", "image/": "it is a picture", "": "it does not say what it is"}


@dataclass(frozen=True, slots=True)
class NumberFinding:
    """What became of one number."""

    number: PublishedNumber
    state: NumberState
    page: str = ""
    why: str = ""
    last_seen: date | None = None

    @property
    def is_to_mend(self) -> bool:
        """Whether somebody should look at it today."""
        return self.state in TO_MEND


@dataclass(frozen=True)
class PagesAsked:
    """All that was found out about the pages, and the days on which each number was seen before."""

    findings: Mapping[str, Finding]
    replies: Mapping[str, Reply]
    before: Mapping[str, date | None]

    @cached_property
    def _texts(self) -> dict[str, PageText]:
        return {}

    def seen_on(self, page: str, digits: str) -> Seen | None:
        """Whether a number stands on a page; None where the page itself is gone."""
        finding, reply = self.findings[page], self.replies.get(page)
        if finding.state in NOT_THERE:
            return None
        if reply is None or not 200 <= reply.status < 300:
            return Seen("unknown", finding.why or "it did not answer")
        if "html" not in reply.kind:
            why = next(words for kind, words in OF_A_KIND.items() if reply.kind.startswith(kind))
            return Seen("unknown", why if reply.kind else OF_A_KIND[""])
        if page not in self._texts:
            self._texts[page] = PageText(reply.beginning)
        return self._texts[page].sight_of(digits)

    def last_seen(self, digits: str, page: str) -> date | None:
        """The last day on which a number stood on a page."""
        return self.before.get(key_of(digits, page))


def key_of(digits: str, page: str) -> str:
    """What the table calls a number and a page."""
    return f"{digits} {page}"


def judge_numbers(numbers: Iterable[PublishedNumber], asked: PagesAsked) -> list[NumberFinding]:
    """What became of each number, in the order given."""
    return [_judged(one, asked) for one in numbers]


def _judged(number: PublishedNumber, asked: PagesAsked) -> NumberFinding:
    sights = [(page, asked.seen_on(page, number.digits)) for page in number.pages]
    if not sights:
        return NumberFinding(number, "no-page")
    shown = next((page for page, seen in sights if seen and seen.state == "shown"), "")
    if shown:
        return NumberFinding(number, "shown", shown)
    gone = [(page, seen) for page, seen in sights if seen is None or seen.state == "gone"]
    dated = sorted(gone, key=lambda one: asked.last_seen(number.digits, one[0]) or date.min, reverse=True)
    page, seen = dated[0] if dated else ("", None)
    last = asked.last_seen(number.digits, page) if page else None
    unknown = [(one, sight) for one, sight in sights if sight and sight.state == "unknown"]
    if last or (gone and not unknown and number.own):
        if seen is None:
            return NumberFinding(number, "page-gone", page, asked.findings[page].why, last)
        return NumberFinding(number, "gone", page, "", last)
    if unknown:
        one, sight = unknown[0]
        return NumberFinding(number, "unknown", one, sight.why, asked.last_seen(number.digits, one))
    return NumberFinding(number, "absent", page, "", None)


def seen_after(found: Sequence[NumberFinding], asked: PagesAsked, today: date) -> dict[str, date | None]:
    """The table after a check: today where a number stands on a page, else the day before; no row for what is gone."""
    after: dict[str, date | None] = {}
    for one in found:
        for page in one.number.pages:
            seen = asked.seen_on(page, one.number.digits)
            key = key_of(one.number.digits, page)
            after[key] = today if seen and seen.state == "shown" else asked.before.get(key)
    return after
