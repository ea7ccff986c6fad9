"""Whether every word a record points with leads somewhere: ids, kinds, crime types, audiences, areas, organisations."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from generator.content.loading.services import Directory
from generator.content.loading.source_file import Found, each
from generator.diagnostics import Diagnostic, quoted
from generator.model.campaign import Campaign
from generator.model.fields.suggestions import one_of
from generator.model.service import Service
from generator.model.vocabulary import Vocabulary

AN_AREA = "an area in services.yaml"
AN_ORGANISATION = "an organisation in services.yaml"
A_SERVICE = "a service in services.yaml"


def broken_references(
    directory: Directory, campaigns: list[Found[Campaign]], vocabulary: Vocabulary
) -> Iterator[Diagnostic]:
    """A problem for each id used twice and each word that leads nowhere."""
    yield from _used_twice(directory.services)
    yield from _used_twice(campaigns)
    yield from _earlier_ids(campaigns)
    yield from _lead_nowhere(directory.services, "kind", vocabulary.kinds, "a kind of service")
    yield from _lead_nowhere(directory.services, "helps_with", vocabulary.crimes, "a crime type")
    yield from _lead_nowhere(directory.services, "who.audiences", vocabulary.audiences, "an audience")
    yield from _lead_nowhere(campaigns, "about", vocabulary.crimes, "a crime type")
    yield from _lead_nowhere(campaigns, "audiences", vocabulary.audiences, "an audience")
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
                words = f"what stands here is not {AN_AREA}{one_of(place.area, areas)}"
                mark = one.at("places", number, "area")
                yield Diagnostic(mark, _unknown(place.area, areas, AN_AREA), unquoted=words)
    yield from _replacements(directory.services)
    yield from _areas(directory, areas)
    yield from _lead_nowhere(campaigns, "partners", organisations, AN_ORGANISATION)


def _unknown(word: str, known: Collection[str], what: str) -> str:
    return f"{quoted(word)} is not {what}{one_of(word, known) or '; add it there, or take it out here'}"


def _lead_nowhere(found: Iterable[Found[Any]], field: str, known: Collection[str], what: str) -> Iterator[Diagnostic]:
    """A problem for each word of a field, which holds one, several or none, that is not among the known ones."""
    for one, path, word in each(found, field):
        if word not in known:
            yield Diagnostic(one.at(*path), _unknown(word, known, what))


def _used_twice(found: Iterable[Found[Any]]) -> Iterator[Diagnostic]:
    first: dict[str, Found[Any]] = {}
    for one in found:
        earlier = first.setdefault(one.record.id, one)
        if earlier is not one:
            yield Diagnostic(one.at("id"), f'"{one.record.id}" is already an id, at {earlier.at("id")}; choose another')


def _earlier_ids(campaigns: list[Found[Campaign]]) -> Iterator[Diagnostic]:
    """A problem for each earlier id of a campaign that leads to another one, or to itself."""
    taken = {one.record.id: one.at("id") for one in campaigns}
    for one, path, old in each(campaigns, "was"):
        if old in taken:
            yield Diagnostic(one.at(*path), f'"{old}" is already an id, at {taken[old]}; take it out here')
        taken.setdefault(old, one.at(*path))


def _areas(directory: Directory, known: Collection[str]) -> Iterator[Diagnostic]:
    for name, found in directory.areas.items():
        outer = found.record.within
        if outer is not None and outer not in known:
            yield Diagnostic(found.at("within"), _unknown(outer, [area for area in known if area != name], AN_AREA))
            continue
        trail = [name]
        while outer in directory.areas and outer not in trail:
            trail.append(outer)
            outer = directory.areas[outer].record.within
        if outer == name:
            ring = " -> ".join([*trail, name])
            yield Diagnostic(
                found.at("within"), f"these areas lie within each other in a ring: {ring}; take one link out"
            )


def _replacements(services: list[Found[Service]]) -> Iterator[Diagnostic]:
    known = {found.record.id: found.record for found in services}
    for one in services:
        word = one.record.replaced_by
        if word == one.record.id:
            yield Diagnostic(one.at("replaced_by"), "a service can't replace itself; name the one that took over")
        elif word in known and known[word].status != "open":
            status = known[word].status
            yield Diagnostic(one.at("replaced_by"), f"'{word}' is not open (status: {status}); name a service that is")
