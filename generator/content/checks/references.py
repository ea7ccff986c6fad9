"""Whether every word a record points with leads somewhere: ids, kinds, crime types, audiences, areas, organisations."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from generator.content.loading.services import Directory
from generator.content.loading.source_file import Found, each
from generator.diagnostics import FOUND, Diagnostic, Location, quoted
from generator.model.campaign import Campaign
from generator.model.fields.suggestions import one_of
from generator.model.service import Service
from generator.model.vocabulary import Vocabulary

AN_AREA = "an area in services.yaml"
AN_ORGANISATION = "an organisation in services.yaml"
A_SERVICE = "a service in services.yaml"
A_KIND = "a kind of service"
A_CRIME = "a crime type"
AN_AUDIENCE = "an audience"
CODES = {
    AN_AREA: "unknown-area",
    AN_ORGANISATION: "unknown-organisation",
    A_SERVICE: "unknown-service",
    A_KIND: "unknown-kind",
    A_CRIME: "unknown-crime",
    AN_AUDIENCE: "unknown-audience",
}
"""What a word leads to, and the code of the mistake where it leads nowhere."""


def broken_references(
    directory: Directory, campaigns: list[Found[Campaign]], vocabulary: Vocabulary
) -> Iterator[Diagnostic]:
    """A problem for each id used twice and each word that leads nowhere."""
    yield from _used_twice(directory.services)
    yield from _used_twice(campaigns)
    yield from _earlier_ids(campaigns)
    yield from _lead_nowhere(directory.services, "kind", vocabulary.kinds, A_KIND)
    yield from _lead_nowhere(directory.services, "helps_with", vocabulary.crimes, A_CRIME)
    yield from _lead_nowhere(directory.services, "who.audiences", vocabulary.audiences, AN_AUDIENCE)
    yield from _lead_nowhere(campaigns, "about", vocabulary.crimes, A_CRIME)
    yield from _lead_nowhere(campaigns, "audiences", vocabulary.audiences, AN_AUDIENCE)
    if directory.whole:  # else each of these would be said to lead nowhere
        yield from _into_the_directory(directory, campaigns)


def _into_the_directory(directory: Directory, campaigns: list[Found[Campaign]]) -> Iterator[Diagnostic]:
    services, organisations, areas = (directory.ids(name) for name in ("services", "organisations", "areas"))
    yield from _lead_nowhere(directory.services, "organisation", organisations, AN_ORGANISATION)
    yield from _lead_nowhere(directory.services, "commissioned_by", organisations, AN_ORGANISATION)
    yield from _lead_nowhere(directory.services, "areas", areas, AN_AREA)
    if directory.knows_its_services:
        yield from _lead_nowhere(directory.services, "replaced_by", services, A_SERVICE)
        yield from _lead_nowhere(campaigns, "services", services, A_SERVICE)
    for one in directory.services:
        for number, place in enumerate(one.record.places):
            if place.area is not None and place.area not in areas:
                mark = one.at("places", number, "area")
                yield _unknown(mark, place.area, areas, AN_AREA, of_a_place=True)
    yield from _replacements(directory.services)
    yield from _areas(directory, areas)
    yield from _lead_nowhere(campaigns, "partners", organisations, AN_ORGANISATION)


def _unknown(mark: Location, word: str, known: Collection[str], what: str, *, of_a_place: bool = False) -> Diagnostic:
    said = FOUND if of_a_place else quoted(word)
    found = quoted(word) if of_a_place else None
    hint = one_of(word, known) or "add it there, or take it out here"
    return Diagnostic(CODES[what], "error", mark, f"{said} is not {what}", found=found, hint=hint)


def _lead_nowhere(found: Iterable[Found[Any]], field: str, known: Collection[str], what: str) -> Iterator[Diagnostic]:
    """A problem for each word of a field, which holds one, several or none, that is not among the known ones."""
    for one, path, word in each(found, field):
        if word not in known:
            yield _unknown(one.at(*path), word, known, what)


def _used_twice(found: Iterable[Found[Any]]) -> Iterator[Diagnostic]:
    first: dict[str, Found[Any]] = {}
    for one in found:
        earlier = first.setdefault(one.record.id, one)
        if earlier is not one:
            yield Diagnostic(
                "id-used-twice",
                "error",
                one.at("id"),
                f'''"{one.record.id}" is already an id, at {earlier.at("id")}''',
                hint="choose another",
            )


def _earlier_ids(campaigns: list[Found[Campaign]]) -> Iterator[Diagnostic]:
    """A problem for each earlier id of a campaign that leads to another one, or to itself."""
    taken = {one.record.id: one.at("id") for one in campaigns}
    for one, path, old in each(campaigns, "was"):
        if old in taken:
            yield Diagnostic(
                "earlier-id-in-use",
                "error",
                one.at(*path),
                f'"{old}" is already an id, at {taken[old]}',
                hint="take it out here",
            )
        taken.setdefault(old, one.at(*path))


def _areas(directory: Directory, known: Collection[str]) -> Iterator[Diagnostic]:
    for name, found in directory.areas.items():
        outer = found.record.within
        if outer is not None and outer not in known:
            others = [area for area in known if area != name]
            yield _unknown(found.at("within"), outer, others, AN_AREA)
            continue
        trail = [name]
        while outer in directory.areas and outer not in trail:
            trail.append(outer)
            outer = directory.areas[outer].record.within
        if outer == name:
            ring = " -> ".join([*trail, name])
            yield Diagnostic(
                "areas-in-a-ring",
                "error",
                found.at("within"),
                f"these areas lie within each other in a ring: {ring}",
                hint="take one link out",
            )


def _replacements(services: list[Found[Service]]) -> Iterator[Diagnostic]:
    known = {found.record.id: found.record for found in services}
    for one in services:
        word = one.record.replaced_by
        if word == one.record.id:
            yield Diagnostic(
                "replaced-by-itself",
                "error",
                one.at("replaced_by"),
                "a service can't replace itself",
                hint="name the one that took over",
            )
        elif word in known and known[word].status != "open":
            status = known[word].status
            yield Diagnostic(
                "replacement-not-open",
                "error",
                one.at("replaced_by"),
                f"'{word}' is not open (status: {status})",
                hint="name a service that is",
            )
