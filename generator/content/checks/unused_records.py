"""Each organisation, area and source that is listed is used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from generator.content.analysis.needs import all_to_be_right
from generator.content.analysis.police_areas import covered_areas, read_force_areas
from generator.content.loading.content import Content
from generator.content.loading.service_directory import Directory
from generator.content.loading.source_file import Found, authored, texts_in
from generator.diagnostics import Diagnostic, Fault, Location
from generator.model.campaign import Campaign
from generator.model.force_areas import ForceAreas
from generator.model.sources import A_CODE

CODES = ("organisation-unused", "area-unused", "source-unused")
NEEDS = all_to_be_right

MOST_NAMED = 5
"""So many of one list are named one by one; the last says how many more there are."""

A_CITED_CODE = re.compile(rf"\b{A_CODE.pattern}\b")

A_COMMENT = re.compile(r"<!--.{0,2000}?-->", re.DOTALL)


def check(content: Content) -> Iterator[Diagnostic]:
    yield from unused(content.directory, content.campaigns, content.texts, read_force_areas())


def unused(
    directory: Directory, campaigns: Iterable[Found[Campaign]], pages: Mapping[str, str], areas: ForceAreas
) -> Iterator[Diagnostic]:
    """Advice for what nothing uses. It takes everything to have been read: else what is left out might use it.

    Args:
        directory: what the directory's files say.
        campaigns: every campaign.
        pages: the texts of campaigns and pages, by file, which may cite sources.
        areas: the police areas, to know an area that is wider than an office's own.
    """
    campaigns = list(campaigns)
    services = [found.record for found in directory.services]
    working = {service.organisation for service in services}
    working.update(chain.from_iterable(service.commissioned_by for service in services))
    working.update(chain.from_iterable(found.record.partners for found in campaigns))
    spare = [
        found for name, found in directory.organisations.items() if name not in working and _is_own(found, directory)
    ]
    words = "nothing uses this organisation"
    hint = "take it out, or name it in organisation, commissioned_by or partners"
    yield from _each(spare, Fault("organisation-unused", words, hint))

    covered = covered_areas(directory, areas)
    spare_areas = [
        found for name, found in directory.areas.items() if name not in covered and _is_own(found, directory)
    ]
    words = "no service is for this area, or for one that it lies in"
    hint = "take it out, or add it to a service's areas"
    yield from _each(spare_areas, Fault("area-unused", words, hint))

    if directory.sources:
        cited = _cited(directory, pages)
        spare_sources = [
            found for code, found in directory.sources.items() if code not in cited and _is_own(found, directory)
        ]
        words = "nothing cites this source"
        hint = "take it out, or cite its code where it was used"
        yield from _each(spare_sources, Fault("source-unused", words, hint))


def _is_own(found: Found[Any], directory: Directory) -> bool:
    """Whether a record is the office's alone: what is kept for several, another may use."""
    return found.source.file not in directory.shared


def _cited(directory: Directory, pages: Mapping[str, str]) -> set[str]:
    """Every code that a value or the words of a page hold, wherever they stand. Comments are no values."""
    values: list[str] = []
    for source in directory.files:
        sections = source.value.items() if isinstance(source.value, dict) else ()
        for section, inside in sections:
            if section != "sources":
                values += (text for _, text in texts_in(inside, (), ()))
    for file, text in pages.items():
        whole = authored(text, file)
        values += (value for _, value in texts_in(whole.source.value, (), ()))
        values.append(A_COMMENT.sub(" ", whole.words))
    return set(A_CITED_CODE.findall("\n".join(values)))


def _each(spare: Sequence[Found[Any]], fault: Fault) -> Iterator[Diagnostic]:
    yield from first_of(fault, [one.source.places.key(one.path) for one in spare])


def first_of(fault: Fault, spare: Sequence[Location]) -> Iterator[Diagnostic]:
    """The same advice at the first of some places. The last says how many more there are."""
    for number, mark in enumerate(spare[:MOST_NAMED], 1):
        more = f" (and {len(spare) - number} more)" if number == MOST_NAMED < len(spare) else ""
        yield fault._replace(hint=fault.hint + more).at(mark, "warning")
