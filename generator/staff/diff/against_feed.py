"""An edition, and the services of another office's feed -> which each has alone, and which numbers or checks differ.

Compared is what both tell everyone. Two records are of one service where they have one id or one name and share a
number or an organisation, or where no other record of either side has their number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.edition import Edition
from generator.model.fields.phones import RELAY, digits_of
from generator.model.fields.text import in_language
from generator.model.service import Service
from generator.staff.open_referral.feed_services import FeedService


@dataclass(frozen=True, slots=True)
class ToldService:
    """One service as one side tells it."""

    id: str
    """Its permanent id in a directory of ours; "" where a feed does not tell it."""
    name: str
    organisation: str
    numbers: tuple[str, ...]
    """As that side writes them."""
    checked_on: date | None
    every_number: tuple[str, ...] = ()
    """The same with those of the service that it is reached through."""

    @property
    def digits(self) -> frozenset[str]:
        """Every number, however it is spaced."""
        return frozenset(map(_digits, (*self.numbers, *self.every_number)))

    def without(self, other: ToldService) -> tuple[str, ...]:
        """Its own numbers that the other does not tell."""
        return tuple(one for one in self.numbers if _digits(one) not in other.digits)


@dataclass(frozen=True, slots=True)
class OtherNumbers:
    """One service of which the two sides tell other numbers."""

    here: ToldService
    there: ToldService
    only_here: tuple[str, ...]
    only_there: tuple[str, ...]
    retired: tuple[str, ...]
    """Those of the others that this office knows to have ended."""


@dataclass(frozen=True, slots=True)
class FeedDifferences:
    """What differs. Each list is in the order of its side."""

    only_there: tuple[ToldService, ...]
    only_here: tuple[ToldService, ...]
    numbers: tuple[OtherNumbers, ...]
    days: tuple[tuple[ToldService, ToldService], ...]
    """Checked on other days: here, and there."""
    same: int
    """Services of both sides."""


def against_feed(edition: Edition, feed: Sequence[FeedService], language: str) -> FeedDifferences:
    """What a feed says otherwise than this office does. Services that have ended are left out on both sides.

    Args:
        edition: this office's records at one moment.
        feed: the services of the other.
        language: of this site.
    """
    here = [_here(edition, one, language) for one in edition.catalogue.public_services if edition.is_there(one)]
    there = [_there(one) for one in feed if one.cells.get(("status", 0)) not in ("closed", "not-yet")]
    pairs = dict(_pairs(here, there))
    both = [(here[mine], there[theirs]) for mine, theirs in sorted(pairs.items())]
    numbers = []
    for mine, theirs in both:
        only_there = theirs.without(mine)
        retired = tuple(one for one in only_there if _digits(one) in edition.retired)
        if only_there or mine.without(theirs):
            numbers.append(OtherNumbers(mine, theirs, mine.without(theirs), only_there, retired))
    taken = set(pairs.values())
    return FeedDifferences(
        only_there=tuple(one for number, one in enumerate(there) if number not in taken),
        only_here=tuple(one for number, one in enumerate(here) if number not in pairs),
        numbers=tuple(numbers),
        days=tuple((mine, theirs) for mine, theirs in both if mine.checked_on != theirs.checked_on),
        same=len(both),
    )


def _digits(number: str) -> str:
    """The digits of the number that rings in the end, however it is written."""
    digits = digits_of(number)
    return digits.removeprefix(RELAY) or digits


def _here(edition: Edition, service: Service, language: str) -> ToldService:
    check = edition.last_check(service)
    return ToldService(
        service.id,
        in_language(service.name, language),
        in_language(edition.catalogue.organisations[service.organisation].name, language),
        tuple(one.number.shown for one in edition.contacts(service) if one.number),
        check.on if check else None,
        tuple(one.number.shown for one in edition.ways(service) if one.number),
    )


def _there(one: FeedService) -> ToldService:
    cells = one.cells
    name, organisation = cells.get(("name", 0), ""), cells.get(("organisation", 0), "")
    return ToldService(cells.get(("id", 0), ""), name, organisation, tuple(one.numbers), one.checked_on)


Mark = Callable[[ToldService], Iterable[Hashable]]


def _pairs(here: Sequence[ToldService], there: Sequence[ToldService]) -> Iterator[tuple[int, int]]:
    """The number of each service here, and of the same one there: the surest first, each once."""
    mine, theirs = dict(enumerate(here)), dict(enumerate(there))
    for mark in MARKS:
        marked_here, marked_there = _alone(mine, mark), _alone(theirs, mark)
        for said, number in marked_there.items():
            also = marked_here.get(said)
            if also in mine and number in theirs:
                yield also, number
                del mine[also], theirs[number]


def _alone(some: dict[int, ToldService], mark: Mark) -> dict[Hashable, int]:
    """Each mark that one of some services alone has, and which that is."""
    times = Counter(said for one in some.values() for said in set(mark(one)))
    return {said: number for number, one in some.items() for said in mark(one) if times[said] == 1}


def _plain(name: str) -> str:
    return " ".join(re.sub(r"\W+", " ", name.casefold()).split()).removeprefix("the ")


def _id_and_number(one: ToldService) -> Iterator[Hashable]:
    return ((one.id, digits) for digits in one.digits if one.id)


def _id_and_name(one: ToldService) -> Iterator[Hashable]:
    return iter([(one.id, _plain(one.name))] * bool(one.id))


def _name_and_organisation(one: ToldService) -> Iterator[Hashable]:
    return iter([(_plain(one.name), _plain(one.organisation))])


def _name_and_number(one: ToldService) -> Iterator[Hashable]:
    return ((_plain(one.name), digits) for digits in one.digits)


def _name(one: ToldService) -> Iterator[Hashable]:
    return iter([_plain(one.name)])


def _number(one: ToldService) -> Iterator[Hashable]:
    return iter(one.digits)


MARKS: tuple[Mark, ...] = (_id_and_name, _id_and_number, _name_and_organisation, _name_and_number, _name, _number)
"""What two records of one service have in common, the surest first."""
