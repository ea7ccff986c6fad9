"""Each word that points at a record or at a term of the vocabulary leads to one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.content.loading.service_directory import Directory
from generator.content.loading.source_file import Found, each
from generator.diagnostics import FOUND, Diagnostic, Location, quoted
from generator.model.campaign import Campaign
from generator.model.fields.suggestions import one_of

AN_AREA = "an area in services.yaml"

AN_ORGANISATION = "an organisation in services.yaml"

A_SERVICE = "a service in services.yaml"

A_KIND = "a kind of service"

A_CRIME = "a crime type"

AN_AUDIENCE = "an audience"


A_NETWORK = "a network in vocabulary.yaml"

A_MARK = "a mark in vocabulary.yaml"


CODE_OF = {
    AN_AREA: "unknown-area",
    AN_ORGANISATION: "unknown-organisation",
    A_SERVICE: "unknown-service",
    A_KIND: "unknown-kind",
    A_CRIME: "unknown-crime",
    AN_AUDIENCE: "unknown-audience",
    A_NETWORK: "unknown-network",
    A_MARK: "unknown-mark",
}
"""What a word leads to, and the code of the mistake where it leads nowhere."""
MEND = "add it there, or take it out here"
CODES = tuple(CODE_OF.values())
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    directory, campaigns, vocabulary = content.directory, content.campaigns, content.vocabulary
    first = (found for found in directory.services if found.record.kind not in found.record.kinds)
    yield from _lead_nowhere(first, "kind", vocabulary.kinds, A_KIND)
    yield from _lead_nowhere(directory.services, "kinds", vocabulary.kinds, A_KIND)
    yield from _lead_nowhere(directory.services, "helps_with", vocabulary.crimes, A_CRIME)
    yield from _lead_nowhere(directory.services, "who.audiences", vocabulary.audiences, AN_AUDIENCE)
    for own, terms, what in (
        (directory.kinds, vocabulary.kinds, A_KIND),
        (directory.crimes, vocabulary.crimes, A_CRIME),
        (directory.audiences, vocabulary.audiences, AN_AUDIENCE),
    ):
        for name, words in own.items():
            if name not in terms:
                yield _unknown(words.source.places.key(words.path), name, terms, what)
    yield from _lead_nowhere(campaigns, "about", vocabulary.crimes, A_CRIME)
    yield from _lead_nowhere(campaigns, "audiences", vocabulary.audiences, AN_AUDIENCE)
    if directory.whole:  # else each of these would be said to lead nowhere
        yield from _into_the_directory(directory, campaigns)


def _into_the_directory(directory: Directory, campaigns: list[Found[Campaign]]) -> Iterator[Diagnostic]:
    services, organisations, areas = (directory.ids(name) for name in ("services", "organisations", "areas"))
    yield from _lead_nowhere(directory.services, "organisation", organisations, AN_ORGANISATION)
    yield from _lead_nowhere(directory.services, "commissioned_by", organisations, AN_ORGANISATION)
    yield from _lead_nowhere(directory.services, "areas", areas, AN_AREA)
    yield from _lead_nowhere(directory.services, "networks", directory.ids("networks"), A_NETWORK)
    yield from _lead_nowhere(directory.services, "marks", directory.ids("marks"), A_MARK)
    yield from _lead_nowhere(directory.services, "all_but", areas, AN_AREA)
    if directory.knows_its_services:
        pointers = [
            *each(directory.services, "replaced_by"),
            *each(directory.services, "reached_through"),
            *each(campaigns, "services"),
        ]
        pointers += [
            (door, ("choices", number, "services", nth), name)
            for door in directory.doors.values()
            for number, choice in enumerate(door.record.choices)
            for nth, name in enumerate(choice.services)
        ]
        for one, path, word in pointers:
            if word not in services:
                words, hint = f"{quoted(word)} is not {A_SERVICE}", directory.hint_of(word) or MEND
                yield Diagnostic(CODE_OF[A_SERVICE], "error", one.at(*path), words, hint=hint)
    for one in directory.services:
        for group, number, place in one.record.spots:
            if place.area is not None and place.area not in areas:
                mark = one.at(group, number, "area")
                yield _unknown(mark, place.area, areas, AN_AREA, of_a_place=True)
    for name, found in directory.areas.items():
        outer = found.record.within
        if outer is not None and outer not in areas:
            others = [area for area in areas if area != name]
            yield _unknown(found.at("within"), outer, others, AN_AREA)
    yield from _lead_nowhere(campaigns, "partners", organisations, AN_ORGANISATION)


def _unknown(mark: Location, word: str, known: Collection[str], what: str, *, of_a_place: bool = False) -> Diagnostic:
    said = FOUND if of_a_place else quoted(word)
    found = quoted(word) if of_a_place else None
    hint = one_of(word, known) or MEND
    return Diagnostic(CODE_OF[what], "error", mark, f"{said} is not {what}", found=found, hint=hint)


def _lead_nowhere(found: Iterable[Found[Any]], field: str, known: Collection[str], what: str) -> Iterator[Diagnostic]:
    """A problem for each word of a field, which holds one, several or none, that is not among the known ones."""
    for one, path, word in each(found, field):
        if word not in known:
            yield _unknown(one.at(*path), word, known, what)
