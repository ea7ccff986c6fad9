"""The site speaks of its own office, and of no other as if it were this one."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from urllib.parse import urlsplit

from generator.content.analysis.needs import all_to_be_right
from generator.content.analysis.police_areas import OwnArea, read_force_areas
from generator.content.loading.config import settings_source
from generator.content.loading.content import Content
from generator.content.loading.source_file import Authored, authored, texts_in
from generator.diagnostics import Diagnostic, Fault, Location
from generator.model.force_areas import (
    A_MARK_OF_ONE,
    AN_EMAIL,
    AN_END,
    AN_OFFICE,
    CALL_THEM,
    HERE,
    OF_A_NEIGHBOUR,
    OF_ANOTHER_OFFICE,
    OFFICE_BEFORE,
    OFFICE_BEHIND,
    POLICE,
    WORDS_OF_OTHERS,
    ForceArea,
)

CODES = (
    "file-of-another-office",
    "setting-of-another-office",
    "areas-of-another-office",
    "another-office-listed",
    "another-office-named",
    "another-area-as-own",
    "address-of-another-office",
)
NEEDS = all_to_be_right

NAMES_OTHERS = frozenset({"exit", "watch", "nav", "markdown_extensions", "hooks", "validation", "owner", "first_line"})
"""Settings that name others, or files; and the owner of feed ids, which must stay once a post went out."""

ADDRESSES = frozenset({"site_url", "repo_url", "repo_name", "edit_uri", "website", "corrections"})

OF_OTHERS = frozenset(
    {"id", "was", "source", "sources", "insight", "results", "objective", "measures", "services", "partners"}
)
"""Fields of records that name others, or are for staff alone."""

TITLES = frozenset({"title", "description", "organisation"})


def check(content: Content) -> Iterator[Diagnostic]:
    own = OwnArea(content.settings, content.directory, read_force_areas())
    yield from OtherOffices(own).advice(content.config, content.texts, content.standing.others)


@dataclass(frozen=True, slots=True)
class Spoken:
    """Another office's area in some words: its name in our list, what to say of it, and where it stands."""

    area: str
    fault: Fault
    at: int


def _first_of_each_area(found: Iterable[tuple[Spoken, Callable[[], Location]]]) -> Iterator[Diagnostic]:
    """What is to be said where each area is first spoken of. A place takes time to find, so it is asked for."""
    told: set[str] = set()
    for spoken, place in found:
        if spoken.area not in told:
            told.add(spoken.area)
            yield spoken.fault.at(place(), "warning")


class OtherOffices:
    """Where the files of a site speak of another office as if it were the one whose site this is."""

    def __init__(self, own: OwnArea) -> None:
        """Know whose site it is. Where nothing says that, nothing can be said of others."""
        self.own = own
        self.areas = own.areas
        self.partners = self._partners()
        """Areas whose offices work with this one: both are among the organisations."""
        self.whose = f"and {own.said_by} says {own}"

    def advice(self, config: str, texts: Mapping[str, str], files: Iterable[str]) -> Iterator[Diagnostic]:
        """Advice on each place.

        Args:
            config: the text of mkdocs.yml.
            texts: the texts of campaigns and pages, by file.
            files: the other files of the content folder, by their names from the root.
        """
        if not self.own.names:
            return
        yield from self._in_settings(config)
        yield from self._in_lists()
        yield from self._in_services()
        for file, text in texts.items():
            yield from self._in_page(file, text)
        for file in files:
            spoken = re.sub(r"[-_./]", " ", file)
            for other in self._others(spoken) if A_MARK_OF_ONE.search(spoken) else ():
                yield Diagnostic(
                    "file-of-another-office",
                    "warning",
                    Location(file),
                    f"this file is named for the office of another area, {other}",
                    hint="delete it, or use your own",
                )

    def _others(self, text: str) -> list[str]:
        """The other areas that a text names, each once."""
        found = (self.areas.named(hit[0]) for hit in self.areas.called.finditer(text))
        return list(dict.fromkeys(area.name for area in found if self.own.is_other(area) and area.wide == "no"))

    def _compares(self, area: ForceArea, around: str) -> bool:
        """Whether a sentence names one more area that is not this office's: it tells of several, not of its own."""
        return any(other != area.name for other in self._others(around))

    def _of_host(self, host: str) -> list[str]:
        return [area.name for area in self.areas.of_host(host) if self.own.is_other(area)]

    def _partners(self) -> Collection[str]:
        offices = [
            frozenset(area.name for area in self.areas.within(found.record.name))
            for found in self.own.directory.organisations.values()
            if AN_OFFICE.search(found.record.name)
        ]
        return frozenset().union(*offices) if any(one & self.own.names for one in offices) else ()

    def _in_settings(self, config: str) -> Iterator[Diagnostic]:
        whole = Authored(settings_source(config))
        for path, text in texts_in(whole.source.value, (), NAMES_OTHERS):
            name = next((part for part in reversed(path) if isinstance(part, str)), "")
            if name in ADDRESSES or "://" in text:
                host = urlsplit(text).hostname or text.rpartition("@")[2]
                others = [*self._of_host(host), *self._others(re.sub(r"[-_./]", " ", urlsplit(text).path))]
            else:
                others = [one for one in self._others(text) if one not in self.own.neighbours]
            for other in others[:1]:
                yield Diagnostic(
                    "setting-of-another-office",
                    "warning",
                    whole.source.places.value(path),
                    f"this is of the area of another office, {other}, {self.whose}",
                    hint="write your own here",
                )

    def _in_lists(self) -> Iterator[Diagnostic]:
        """Advice where the lists of areas and of organisations hold another office's alone."""
        directory = self.own.directory
        if self.own.other_alone:
            area = directory.areas[self.own.other_alone]
            yield Diagnostic(
                "areas-of-another-office",
                "warning",
                area.source.places.key(area.path),
                f"all services that are not national are for the area of another office, {area.record.name}, "
                f"{self.whose}",
                hint="write your own areas and services",
            )
        if self.partners:
            return
        for found in directory.organisations.values():
            if AN_OFFICE.search(found.record.name):
                for other in self._others(found.record.name):
                    yield Diagnostic(
                        "another-office-listed",
                        "warning",
                        found.source.places.key(found.path),
                        f"this is the office of another area, {other}, {self.whose}",
                        hint="write your own office here",
                    )

    def _in_services(self) -> Iterator[Diagnostic]:
        """Advice on words of the directory that name another office: the first place in each file."""
        for source in self.own.directory.files:
            if not isinstance(source.value, dict) or not AN_OFFICE.search(source.text):
                continue
            value, but = source.value, OF_OTHERS | {"name", "outcomes"}
            yield from _first_of_each_area(
                (spoken, partial(source.places.value, path))
                for section in ("emergency", "services")
                for path, text in texts_in(value.get(section), (section,), but)
                if AN_OFFICE.search(text)
                for spoken in self._spoken(text, offices_alone=True)
            )

    def _in_page(self, file: str, text: str) -> Iterator[Diagnostic]:
        """Advice on one campaign or page: the first place for each area."""
        if not self.areas.called.search(text) and "@" not in text:
            return
        whole = authored(text, file)
        in_fields = (
            (spoken, partial(whole.source.places.value, path))
            for path, value in texts_in(whole.source.value, (), OF_OTHERS)
            for spoken in self._spoken(value, title=path[0] in TITLES)
        )
        in_words = ((spoken, partial(whole.place_of_words, spoken.at)) for spoken in self._spoken(whole.words))
        yield from _first_of_each_area(chain(in_fields, in_words))

    def _spoken(self, text: str, *, title: bool = False, offices_alone: bool = False) -> Iterator[Spoken]:
        """Each place in some words that speaks of another area as if it were this office's."""
        ours = WORDS_OF_OTHERS.sub(lambda hit: re.sub(r"[^\n]", " ", hit[0]), text)
        for hit in self.areas.called.finditer(ours):
            area = self.areas.named(hit[0])
            if not self.own.is_other(area) or area.name in self.partners:
                continue
            ends = list(AN_END.finditer(ours, 0, hit.start()))
            start = ends[-1].end() if ends else 0
            end = AN_END.search(ours, hit.end())
            before, behind = ours[start : hit.start()], ours[hit.end() : end.start() if end else len(ours)]
            if any(not self.own.is_other(one) for one in self.areas.within(before + behind)):
                continue  # said of both
            if OFFICE_BEHIND.match(behind) or OFFICE_BEFORE.search(before):
                if OF_ANOTHER_OFFICE.search(before) or OF_ANOTHER_OFFICE.search(behind):
                    continue
                words = f"this names the office of another area, {area.name}, {self.whose}"
                fault = Fault("another-office-named", words, "write your own office here")
                yield Spoken(area.name, fault, hit.start())
            elif offices_alone or area.wide == "yes" or area.name in self.own.neighbours:
                continue
            elif not self._compares(area, before + behind) and (
                title
                or (_is_heading(ours, hit.start()) and not OF_A_NEIGHBOUR.search(before + behind))
                or _is_here(before, behind)
            ):
                words = f"this speaks of {area.name} as your own area, {self.whose}"
                fault = Fault("another-area-as-own", words, "write your own words here")
                yield Spoken(area.name, fault, hit.start())
        for hit in AN_EMAIL.finditer(ours):
            for other in self._of_host(hit[1])[:1]:
                if AN_OFFICE.search(re.sub("[-.]", " ", hit[1])):
                    words = f"this address is of the office of another area, {other}"
                    fault = Fault("address-of-another-office", words, "write your own, or take it out")
                    yield Spoken(f"@{other}", fault, hit.start())


def _is_heading(text: str, at: int) -> bool:
    return text[text.rfind("\n", 0, at) + 1 : at].lstrip(" ").startswith("#")


def _is_here(before: str, behind: str) -> bool:
    """Whether a sentence is about what the area around the reader holds, with the name of the area taken out."""
    if OF_A_NEIGHBOUR.search(before) or OF_A_NEIGHBOUR.search(behind):
        return False
    police = POLICE.match(behind)
    return bool(CALL_THEM.search(before) if police else HERE.search(before))
