"""An edition and a reader -> the one line to call that is never narrower than its reader: "Talk to someone now".

A page is read by everyone it is made for, so a line is offered there only if it takes each of them: whoever they are,
however old, wherever in the area, whatever happened, at any hour, in the language of the site. Of those, the order is:
a line whose details are not old, one made for what the page is about, one made for whom the page is for, the office's
choice (`first_line:`), one place to start after any crime, near before wide.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.edition import Edition
from generator.model.contact import NO_VOICE, Contact
from generator.model.service import Ages, Service
from generator.model.vocabulary import ANY_CRIME, EVERYONE
from generator.model.whom_words import narrowing_fields

READS_FROM = 9
"""The age that the site's words are written for: a line for people from this age, or younger, is for all who read."""
OLDEST = 120
AGES: Mapping[str, tuple[int, int]] = {
    "children": (READS_FROM, 17),
    "young-people": (13, 25),
    "adults": (18, OLDEST),
    "older": (60, OLDEST),
}
"""How old the readers of a page for some people are, where that narrows it."""
MADE_FOR_SOME = frozenset({"children-young-people", "chisva", "mens-service", "womens-centre", "by-and-for", "idva"})
"""Kinds that are made for some people, also where nobody wrote down for whom; an IDVA is for those at high risk."""
TAKES_SOME = frozenset({"ages", "audiences", "not_for", "name", "summary", "text", "note"})
"""Why a line takes only some, where whom it takes can be said beside it."""
NOT_FOR_CHILDREN = frozenset({"ages", "not_for", "text", "note"})
BESIDE = 2
START_HERE = "victim-hub"
EVERY_AREA = ""  # stands for all areas of the directory together


@dataclass(frozen=True, slots=True)
class Reader:
    """Everyone whom a page is for. Empty: after any crime, anyone, in the whole area."""

    crimes: frozenset[str] = frozenset()
    audiences: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()

    @classmethod
    def of(cls, service: Service) -> Reader:
        """Whoever the page of a service is for."""
        return cls.after(service.helps_with, service.who.audiences, service.areas)

    @classmethod
    def after(cls, crimes: Collection[str], audiences: Collection[str], areas: Collection[str] = ()) -> Reader:
        """Whoever a record is for that names these; "any crime" and "everyone" narrow nothing."""
        return cls(
            frozenset() if ANY_CRIME in crimes else frozenset(crimes),
            frozenset() if EVERYONE in audiences else frozenset(audiences),
            frozenset(areas),
        )


ANYONE = Reader()


class FirstLines:
    """Every line that somebody may call by day and night, found once; and which of them a reader is offered."""

    def __init__(self, edition: Edition, choice: str | None = None, language: str = "en") -> None:
        """`choice` is the office's own, `first_line:` in mkdocs.yml; `language` is what the site's readers speak."""
        self.edition = edition
        self.choice = choice
        self.language = language
        self._kept: dict[Reader, tuple[Service, Contact] | None] = {}
        self._narrowed: dict[tuple[object, ...], tuple[str, ...]] = {}
        self._reach: dict[tuple[str, ...], frozenset[str]] = {}

    @cached_property
    def lines(self) -> tuple[tuple[Service, Contact], ...]:
        """The lines that answer at any hour in the site's language, each service's first."""
        edition = self.edition
        found = []
        for service in edition.catalogue.public_services:
            spoken = (one for one in edition.contacts(service) if self._is_understood(service, one))
            contact = next((one for one in spoken if one.is_called_day_and_night), None)
            if contact and not any(_why_nobody_gets_through(edition, service)):
                found.append((service, contact))
        return tuple(found)

    def offered(self, reader: Reader = ANYONE) -> tuple[Service, Contact] | None:
        """The line for a reader; None where there is none that takes everyone whom the page is for."""
        if reader not in self._kept:
            self._kept[reader] = next(iter(self._fitting(reader)), None)
        return self._kept[reader]

    def _fitting(self, reader: Reader) -> list[tuple[Service, Contact]]:
        """Every line that takes each reader of a page, in the order in which they are offered."""
        near = self._lines_in[min(reader.areas, default=EVERY_AREA)]
        fitting = [line for line in near if not any(self._why_narrower(*line, reader))]
        return sorted(fitting, key=lambda line: self._rank(line[0], line[1], reader))

    def beside(self, reader: Reader) -> list[tuple[Service, Contact]]:
        """Lines made for what or whom a page is about that take only some of its readers: beside the line for all.

        They are shown with whom they are for; where one is not for children, a line for children stands there too.
        """
        offered, found = self.offered(reader), []
        for service, contact in self._lines_in[min(reader.areas, default=EVERY_AREA)]:
            if not _is_made_for(service, reader) or not takes_any(service, reader):
                continue
            why = set(self._why_narrower(service, contact, reader))
            if why and why <= TAKES_SOME and self.edition.freshness(service) != "overdue":
                in_words = not why <= {"ages", "audiences"}
                rank = (in_words, "audiences" in why, -len(service.who.audiences), self._rank(service, contact, reader))
                found.append((rank, (service, contact)))
        by_number: dict[str, tuple[Service, Contact]] = {}
        for _, line in sorted(found, key=lambda one: one[0]):
            by_number.setdefault(line[1].link, line)
        if offered:
            by_number.pop(offered[1].link, None)
        beside = list(by_number.values())
        young = Reader(reader.crimes, frozenset({"children"}), reader.areas)
        grown = any(why in NOT_FOR_CHILDREN for one in beside[:1] for why in self._why_narrower(*one, young))
        theirs = [line for line in self._fitting(young) if "children" in line[0].who.audiences] if grown else []
        if theirs:
            beside = [beside[0], theirs[0]]
        return beside[:BESIDE]

    def why_not(self, service: Service) -> Iterator[str]:
        """The fields for which a service can't be the line for anyone. None: it can."""
        edition = self.edition
        if edition.catalogue.meant_for(service) is not None:
            yield "for"
            return
        yield from _why_nobody_gets_through(edition, service)
        shown = edition.contacts(service)
        calls = [one for one in service.contact if one.phone]
        if calls and all(one.label and NO_VOICE.search(str(one.label)) for one in calls):
            yield "label"
            return
        always = [one for one in (*shown, *calls) if one.is_called_day_and_night]
        spoken = [one for one in always if self._is_understood(service, one)]
        contact = next(iter([*spoken, *always, *calls]), None)
        if contact is None:
            yield "contact"
            return
        if not always:
            yield "hours"
        if contact not in shown:
            yield "contact" if contact.meant_for else "checked"
        if not self._is_understood(service, contact):
            yield "languages"
        yield from self._why_narrower(service, contact, ANYONE)

    def _is_understood(self, service: Service, contact: Contact) -> bool:
        """Whether whoever reads the site can speak with whoever answers; where no language is named, they can.

        An interpreter does not count: one has to be asked for, in a language that the first voice understands.
        """
        languages = contact.languages or service.languages
        return not languages or any(_primary(one) == _primary(self.language) for one in languages)

    def _why_narrower(self, service: Service, contact: Contact, reader: Reader) -> Iterator[str]:
        """Each field that makes a line turn away some of those whom a page is for."""
        who, helps_with = service.who, set(service.helps_with)
        if ANY_CRIME not in helps_with and not (reader.crimes and reader.crimes <= helps_with):
            yield "helps_with"
        made_for_some = EVERYONE not in who.audiences or MADE_FOR_SOME.issuperset(service.every_kind)
        if made_for_some and not (reader.audiences and reader.audiences <= set(who.audiences)):
            yield "audiences" if EVERYONE not in who.audiences else "kind"
        if who.ages and not takes_all(who.ages, reader):
            yield "ages"
        if who.not_for:
            yield "not_for"
        yield from self._narrowed_in_words(service, contact, reader, people_said=made_for_some)
        if not self.covers(service, reader):
            yield "areas"

    def _narrowed_in_words(
        self, service: Service, contact: Contact, reader: Reader, *, people_said: bool
    ) -> tuple[str, ...]:
        """The same by what is said of it: once for all readers of the same areas, of whom every page has others."""
        said = {"name": service.name, "summary": service.summary, "text": service.who.text}
        said |= {"label": contact.label, "note": contact.note}
        words = {field: str(value) for field, value in said.items() if value}
        languages_said = bool(contact.languages or service.languages)
        key = (service.id, *words.items(), languages_said, reader.areas)
        if key not in self._narrowed:
            self._narrowed[key] = tuple(
                narrowing_fields(
                    words,
                    ages_said=bool(service.who.ages),
                    people_said=people_said,
                    languages_said=languages_said,
                    places=self._names_around(reader),
                )
            )
        return self._narrowed[key]

    def covers(self, service: Service, reader: Reader) -> bool:
        """Whether a service reaches all of each area of a reader; of none: every area of the directory."""
        return self._reached(service).issuperset(reader.areas or {EVERY_AREA})

    def _reached(self, service: Service) -> frozenset[str]:
        """Each area all of which a service reaches, worked out once for all services of the same areas."""
        own = self.edition.catalogue.areas_of(service)
        if own not in self._reach:
            within = frozenset[str]().union(*(self._inside[area] for area in own))
            whole = {area for area, inside in self._inside.items() if inside & self._narrowest <= within}
            self._reach[own] = within | whole
        return self._reach[own]

    @cached_property
    def _lines_in(self) -> Mapping[str, Sequence[tuple[Service, Contact]]]:
        """The lines that reach all of each area: most reach few."""
        return {area: [one for one in self.lines if area in self._reached(one[0])] for area in self._inside}

    def _names_around(self, reader: Reader) -> frozenset[str]:
        """What the areas are called that hold all those of a reader."""
        catalogue = self.edition.catalogue
        wanted = [self._inside[one] & self._narrowest for one in reader.areas] or [self._narrowest]
        return frozenset(
            str(area.name).casefold()
            for name, area in catalogue.areas.items()
            if name in catalogue.everywhere or all(one <= self._inside[name] for one in wanted)
        )

    @cached_property
    def _inside(self) -> Mapping[str, frozenset[str]]:
        """Each area with all that is in it."""
        catalogue = self.edition.catalogue
        every = {EVERY_AREA: frozenset(catalogue.areas)}
        return every | {area: frozenset((area, *catalogue.below(area))) for area in catalogue.areas}

    @cached_property
    def _narrowest(self) -> frozenset[str]:
        """The areas that hold no other."""
        return frozenset(self.edition.catalogue.areas.keys() - self.edition.catalogue.areas_within.keys())

    def _rank(self, service: Service, contact: Contact, reader: Reader) -> tuple[Any, ...]:
        catalogue = self.edition.catalogue
        return (
            self.edition.freshness(service) == "overdue",
            not (reader.crimes and reader.crimes <= set(service.helps_with)),
            not (reader.audiences and reader.audiences <= set(service.who.audiences)),
            service.id != self.choice,
            set(service.who.audiences) > {EVERYONE},
            START_HERE not in service.every_kind,
            min(catalogue.breadth[area] for area in catalogue.areas_of(service)),
            bool(contact.note),
            str(service.name).casefold(),
            service.id,
        )


def _primary(language: str) -> str:
    return language.casefold().replace("_", "-").partition("-")[0]


def _why_nobody_gets_through(edition: Edition, service: Service) -> Iterator[str]:
    """Each field that keeps everybody from being helped by calling a service now."""
    if edition.is_closed(service):
        yield "closed_on" if service.closed_on else "status"
    elif service.status != "open":
        yield "status"
    if service.referral and not {"self", "any"} & set(service.referral):
        yield "referral"
    if service.report_needed == "yes":
        yield "report_needed"
    if edition.catalogue.kind(service).comes_last == "yes":
        yield "kind"  # a place to report or to read, not someone to talk to


def _is_made_for(service: Service, reader: Reader) -> bool:
    """Whether a service names the crime of a page; of a page about no crime, the people."""
    if reader.crimes:
        return reader.crimes <= set(service.helps_with)
    return bool(reader.audiences) and reader.audiences <= set(service.who.audiences)


def takes_any(service: Service, reader: Reader) -> bool:
    """Whether some of those whom a page is for are taken: a men's page leads to no women's line."""
    who = service.who
    if not reader.audiences:
        return True
    spans = [AGES.get(audience, (READS_FROM, OLDEST)) for audience in reader.audiences]
    first, last = (who.ages.first or 0, OLDEST if who.ages.last is None else who.ages.last) if who.ages else (0, OLDEST)
    of_them = EVERYONE in who.audiences or not reader.audiences.isdisjoint(who.audiences)
    return of_them and any(first <= oldest and youngest <= last for youngest, oldest in spans)


def takes_all(ages: Ages, reader: Reader) -> bool:
    """Whether everyone whom a page is for is of these ages. Of several audiences, each may be the reader's."""
    spans = [AGES[audience] for audience in reader.audiences if audience in AGES]
    known = bool(spans) and len(spans) == len(reader.audiences)
    youngest = min(first for first, _ in spans) if known else READS_FROM
    oldest = max(last for _, last in spans) if known else OLDEST
    return (ages.first or 0) <= youngest and (ages.last if ages.last is not None else OLDEST) >= oldest
