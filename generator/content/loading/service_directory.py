"""services.yaml, or the files it is split into -> areas, organisations, services and the rest, each in place."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

from pydantic import BaseModel

from generator.content.loading.shared_records import MAY_STAND_OVER, OVER, hint_of, over_shared
from generator.content.loading.source_file import Found, Source
from generator.diagnostics import Diagnostic, Fault, FieldError, Location, Parsed, quoted
from generator.model.emergency import Emergency
from generator.model.fields.suggestions import one_of
from generator.model.fields.text import slug
from generator.model.place import Area, Organisation
from generator.model.retired_address import RetiredAddress, RetiredNumber
from generator.model.service import Service
from generator.model.sources import Document, code
from generator.model.vocabulary import Membership, OwnDoor, OwnWords
from generator.privacy.withheld import Withheld

R = TypeVar("R", bound=BaseModel)
A_NAME = re.compile(r"[A-Za-z0-9-]{1,80}")
"""What an id of a broken record must be, to be offered to somebody: the author may have written anything there."""
SECTIONS = (
    *("emergency", "areas", "organisations", "services", "retired_numbers", "retired_addresses", "sources"),
    *("kinds", "crimes", "audiences", "networks", "marks", "doors"),
)
NO_LISTS = Fault("lists-needed", "the names of lists are needed here", 'begin with "services:"')
EMPTY = Fault("file-empty", "this file is empty", 'begin with "services:" and one service below it')


Referred = Literal["services", "organisations", "areas", "sources", "networks", "marks"]
"""The lists whose records others name by their ids."""


@dataclass
class Directory:
    """What the directory's files say, before anyone asked whether it fits together."""

    emergency: list[Found[Emergency]] = field(default_factory=list)
    areas: dict[str, Found[Area]] = field(default_factory=dict)
    organisations: dict[str, Found[Organisation]] = field(default_factory=dict)
    services: list[Found[Service]] = field(default_factory=list)
    retired_numbers: list[Found[RetiredNumber]] = field(default_factory=list)
    retired_addresses: list[Found[RetiredAddress]] = field(default_factory=list)
    sources: dict[str, Found[Document]] = field(default_factory=dict)
    kinds: dict[str, Found[OwnWords]] = field(default_factory=dict)
    crimes: dict[str, Found[OwnWords]] = field(default_factory=dict)
    audiences: dict[str, Found[OwnWords]] = field(default_factory=dict)
    networks: dict[str, Found[Membership]] = field(default_factory=dict)
    marks: dict[str, Found[Membership]] = field(default_factory=dict)
    doors: dict[str, Found[OwnDoor]] = field(default_factory=dict)
    broken: set[tuple[str, str]] = field(default_factory=set)
    """("areas", "cumbria"): the records that are there, but have problems of their own. Links to them lead on."""
    files: list[Source] = field(default_factory=list)
    """Every file, as it was read."""
    shared: frozenset[str] = frozenset()
    """The files that are kept once for several offices."""
    hidden: list[Found[Service]] = field(default_factory=list)
    """Shared services that this office does not show. What they keep secret stays secret."""
    local: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By the id of a shared service: the fields that the office says otherwise."""
    whole: bool = True
    """Whether every file could be read. If not, what a link leads to may stand in the rest."""

    def ids(self, section: Referred) -> dict[str, None]:
        """Every id of a list, also those whose records have problems of their own, in the authors' order."""
        good: Iterable[str] = getattr(self, section)
        if section == "services":
            good = (found.record.id for found in self.services)
        broken = sorted(name for where, name in self.broken if where == section and A_NAME.fullmatch(name))
        return dict.fromkeys([*good, *broken])

    @property
    def kept_for_several(self) -> dict[str, dict[str, Any]]:
        """Every shared service as its file has it, by id, hidden ones too."""
        every = (source.value for source in self.files if source.file in self.shared)
        lists = (value.get("services") for value in every if isinstance(value, dict))
        records = (one for items in lists if isinstance(items, list) for one in items if isinstance(one, dict))
        return {one["id"]: one for one in records if isinstance(one.get("id"), str)}

    @property
    def knows_its_services(self) -> bool:
        """Whether the id of each service is known. Where one is used twice or missing, a link may mean that service."""
        ids = [found.record.id for found in self.services]
        return self.whole and len(set(ids)) == len(ids) and ("services", "None") not in self.broken

    def hint_of(self, service: str) -> str:
        """What to do where something points to a service that the site does not have."""
        return hint_of(service, self.ids("services"), [found.record.id for found in self.hidden])

    @property
    def is_complete(self) -> bool:
        """Whether every record of every file was read."""
        return self.whole and not self.broken


def mark_of(files: Iterable[Source], what: Withheld) -> Location | None:
    """Where the files of a directory say what is withheld; None where it is not there any more."""
    for source in files:
        services = source.value.get("services") if isinstance(source.value, dict) else None
        for number, record in enumerate(services if isinstance(services, list) else ()):
            if isinstance(record, dict) and record.get("id") == what.service:
                return source.places.value(("services", number, what.group, what.number - 1, what.field))
    return None


def read_directory(
    texts: Mapping[str, str], shared: Iterable[str] = (), hide: Collection[str] = ()
) -> Parsed[Directory]:
    """Read every file of the directory, in order.

    Args:
        texts: the text of each file, by its name; those of `shared` first.
        shared: the names of the files that are kept once for several offices.
        hide: ids of services in those that the office does not show.
    """
    reading = _Reading(frozenset(shared))
    for file, text in texts.items():
        reading.add_file(text, file)
    directory = reading.directory
    kept = directory.kept_for_several.keys() & set(hide) if hide else set()
    directory.hidden = [found for found in directory.services if found.record.id in kept]
    directory.services = [found for found in directory.services if found.record.id not in kept]
    return Parsed(directory, reading.problems)


class _Reading:
    """What the files read so far say, and what is wrong with them."""

    def __init__(self, shared: frozenset[str]) -> None:
        self.directory = Directory(shared=shared)
        self.problems: list[Diagnostic] = []

    def add_file(self, text: str, file: str) -> None:
        source = Source(text, file)
        self.problems += source.problems
        self.directory.files.append(source)
        if isinstance(source.value, dict):
            self._add_sections(source.value, source)
            return
        self.directory.whole = False
        if source.value is not None:
            self.problems.append(NO_LISTS.at(source.places.value(())))
        elif not source.problems:
            self.problems.append(EMPTY.at(Location(file)))

    def _add_sections(self, value: dict[str, Any], source: Source) -> None:
        for section in value:
            if section not in SECTIONS:
                words = f'"{quoted(section)[1:-1]}" is not a known list'
                fault = Fault("unknown-list", words, one_of(section, SECTIONS))
                self.problems.append(fault.at(source.places.key((section,))))
        directory = self.directory
        directory.emergency += self._listed(Emergency, "emergency", value, source)
        self._put_over(value, source)
        directory.services += self._listed(Service, "services", value, source)
        directory.retired_numbers += self._listed(RetiredNumber, "retired_numbers", value, source)
        directory.retired_addresses += self._listed(RetiredAddress, "retired_addresses", value, source)
        directory.areas |= self._named(Area, "areas", value, source, directory.areas)
        directory.organisations |= self._named(Organisation, "organisations", value, source, directory.organisations)
        directory.sources |= self._named(Document, "sources", value, source, directory.sources, code)
        directory.kinds |= self._named(OwnWords, "kinds", value, source, directory.kinds)
        directory.crimes |= self._named(OwnWords, "crimes", value, source, directory.crimes)
        directory.audiences |= self._named(OwnWords, "audiences", value, source, directory.audiences)
        directory.networks |= self._named(Membership, "networks", value, source, directory.networks)
        directory.marks |= self._named(Membership, "marks", value, source, directory.marks)
        directory.doors |= self._named(OwnDoor, "doors", value, source, directory.doors)

    def _listed(self, model: type[R], section: str, value: dict[str, Any], source: Source) -> list[Found[R]]:
        """The records of a section that is a list: `services:` and a hyphen for each."""
        items = value.get(section, [])
        if not isinstance(items, list):
            words, hint = f'"{section}" is a list', "start each record with a hyphen: - id: ..."
            self.problems.append(Fault("records-without-hyphens", words, hint).at(source.places.value((section,))))
            self.directory.whole = False
            return []
        found = []
        for number, item in enumerate(items):
            if _stands_over(item, section):
                continue
            record, problems = source.record(model, item, (section, number))
            self.problems += problems
            if record is not None:
                found.append(Found(record, source, (section, number)))
            elif isinstance(item, dict):
                self.directory.broken.add((section, str(item.get("id"))))
        return found

    def _put_over(self, value: dict[str, Any], source: Source) -> None:
        """Put what an office says otherwise in the place of the shared records."""
        directory = self.directory
        items = value.get("services")
        shared = directory.kept_for_several if directory.shared else {}
        for number, item in enumerate(items if isinstance(items, list) else ()):
            if not _stands_over(item, "services"):
                continue
            path = ("services", number)
            merged, problems = over_shared(item, path, source, shared)
            record, wrong = source.record(Service, merged, path) if merged else (None, [])
            self.problems += [*problems, *wrong]
            at = [place for place, found in enumerate(directory.services) if record and found.record.id == record.id]
            if not record or not at:
                directory.broken.add(("services", str(item.get("id"))))
            elif record.id in directory.local:
                words = f'"{record.id}" is already an id, at {directory.services[at[0]].at("id")}'
                fault = Fault("id-used-twice", words, "keep one of them")
                self.problems.append(fault.at(source.places.value((*path, "id"))))
            else:
                directory.services[at[0]] = Found(record, source, path)
                directory.local[record.id] = tuple(field for field in MAY_STAND_OVER if field in item)

    def _named(
        self,
        model: type[R],
        section: str,
        value: dict[str, Any],
        source: Source,
        known: Mapping[str, Found[R]],
        is_a_name: Callable[[str], str] = slug,
    ) -> dict[str, Found[R]]:
        """The records of a section where each has its id in front: `areas:` and `cumbria: {...}`.

        `known` are those of the files before.
        """
        items = value.get(section, {})
        if not isinstance(items, dict):
            example = "S000: {title: ...}" if section == "sources" else "cumbria: {name: Cumbria}"
            words = f'"{section}" needs an id in front of each record, as in {example}'
            self.problems.append(Fault("records-without-ids", words).at(source.places.value((section,))))
            self.directory.whole = False
            return {}
        found = {}
        for name, item in items.items():
            path = (section, name)
            try:
                is_a_name(name)
            except FieldError as error:
                self.problems.append(error.fault.at(source.places.key(path)))
                self.directory.broken.add(path)
                continue
            if name in known:
                first = known[name].source.places.key(known[name].path)
                fault = Fault("id-used-twice", f'"{name}" is already an id, at {first}', "keep one of them")
                self.problems.append(fault.at(source.places.key(path)))
                continue
            record, problems = source.record(model, item, path)
            self.problems += problems
            if record is None:
                self.directory.broken.add(path)
            else:
                found[name] = Found(record, source, path)
        return found


def _stands_over(item: object, section: str) -> bool:
    return section == "services" and isinstance(item, dict) and OVER in item
