"""A row and the services that are there -> new, changed (and how), unchanged, or why it can't be imported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import ValidationError

from generator.content.loading.validation_errors import errors_of
from generator.l10n.plurals import listed
from generator.model.catalogue import Catalogue
from generator.model.fields.text import A_SLUG, LONGEST_SLUG, in_language, slug_of
from generator.model.service import Service
from generator.staff.spreadsheets.columns import BY_FIELD, PLACES
from generator.staff.spreadsheets.flatten import GROUPS, LOOSE, Flat, Key, flat, matched, nested, numbers_of, plain
from generator.staff.spreadsheets.headings import Headings
from generator.staff.spreadsheets.lookups import same_name
from generator.staff.spreadsheets.redact_words import guard, is_secret, kept_back, with_other_names, without_streets
from generator.staff.spreadsheets.refusals import as_usual, heading_of, refusals, said, unseen_by_default
from generator.staff.spreadsheets.row_parser import ParsedRow, RowProblem, missing


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a service that a row would change."""

    key: Key
    old: Any
    new: Any
    """None: it would be taken out."""
    whole: tuple[str, int] | None = None
    """("contact", 2), where the whole second contact is new or would be taken out."""

    @property
    def called(self) -> str:
        """What people call the field."""
        return BY_FIELD[self.key[0]].called(self.key[1])


def changes(old: Flat, new: Flat) -> tuple[FieldChange, ...]:
    """What differs, in the order of the columns."""
    keys = sorted(old.keys() | new.keys(), key=lambda key: (list(BY_FIELD).index(key[0]), key[1]))
    groups = {(group, number) for group in GROUPS for number in {*numbers_of(old, group), *numbers_of(new, group)}}
    whole = {one for one in groups if (one[1] in numbers_of(old, one[0])) != (one[1] in numbers_of(new, one[0]))}
    found = []
    for key in keys:
        if old.get(key) != new.get(key):
            group = (BY_FIELD[key[0]].group.removesuffix("s"), key[1])
            of_whole = (BY_FIELD[key[0]].group, key[1]) in whole
            found.append(FieldChange(key, old.get(key), new.get(key), group if of_whole else None))
    return tuple(found)


RowState = Literal["new", "changed", "unchanged", "to mend"]


NEEDED = {
    name: BY_FIELD[name].heading for name, one in Service.model_fields.items() if one.is_required() and name != "id"
}
"""The fields that every service has, and what their columns are called. An id can be made of the name."""


CORE = {"contact": "contact.#.to", "places": "places.#.name", "outcomes": "outcomes.#.says", "points": "points.#.name"}
"""Of a contact, a place and an outcome: what the rest of it speaks about."""


@dataclass
class Result:
    """What becomes of one row."""

    row: ParsedRow
    state: RowState
    id: str = ""
    name: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    """The whole service as it would be, in plain values."""
    changes: tuple[FieldChange, ...] = ()
    made: tuple[str, ...] = ()
    """What the row does not say, and was put in by us."""
    lost: tuple[str, ...] = ()
    """What every service needs and the row does not say."""
    secret: bool = False
    """Whether its kind keeps its places secret: then nothing that was said in the row is repeated to others."""
    numbers: Mapping[str, list[int]] = field(default_factory=dict)
    """How the row counts its contacts, places and outcomes."""

    @property
    def problems(self) -> list[RowProblem]:
        """Why it can't be imported."""
        return self.row.problems


class Comparison:
    """Takes rows one after the other; the ids that new ones get are theirs from then on."""

    def __init__(self, catalogue: Catalogue, headings: Headings) -> None:
        self.headings = headings
        self.known = dict(catalogue.service_by_id)
        self.by_name = {_names_of(plain(service)): service for service in catalogue.services}
        self.rows: dict[str, tuple[int, str]] = {}
        """The row, and the id, that an id or a name stood in first."""
        self.vocabulary = catalogue.vocabulary
        self.columns = {one.key for one in headings.columns if one.key}

    def existing(self, row: ParsedRow) -> Service | None:
        """The service that a row speaks of: of the same id, else of the same name and organisation."""
        given = row.values.get(("id", 0))
        if given is not None:
            return self.known.get(given)
        return self.by_name.get(_names_of({field: value for (field, _), value in row.values.items()}))

    def result(self, row: ParsedRow) -> Result:
        """What becomes of a row. Its problems say why, where nothing does."""
        service = self.existing(row)
        name = row.values.get(("name", 0), "")
        found = Result(
            row, "to mend", service.id if service else "", in_language(name, "en") if isinstance(name, str) else ""
        )
        old: Flat = flat(plain(service)) if service else {}
        found.secret = is_secret(row, old, self.vocabulary)
        guard(row, old, secret=found.secret, careful=self.headings.ours)
        if service is None:
            values, made = self._completed(row)
        else:
            found.name = found.name or service.name
            values, made = self._merged(row, old)
        if found.secret:
            values, told = kept_back(row, values, old)
            made += told
            if not self.headings.ours:  # of our own words, `check` says it
                values = without_streets(row, values)
            if service is None and not self.headings.ours:
                values = with_other_names(row, values)
        found.made = (*row.told, *made)
        for key in sorted(row.keep):
            if key not in old:
                row.wrong(
                    row.origins[key], "this cell says withheld, but services.yaml has nothing to keep here; empty it"
                )
        found.lost = tuple(missing(row, self._needed(service)))
        if found.lost:
            row.wrong("", f"nothing says {listed(found.lost)}")
        found.values, found.numbers = nested(values)
        numbers = found.numbers
        record = self._record(row, found.values, numbers)
        if record is None or row.problems or self._comes_twice(row, record):
            return found
        found.id, found.name, found.values = record.id, record.name, plain(record)
        new = flat(found.values, numbers)
        found.changes = changes(old, new)
        found.state = "new" if service is None else "changed" if found.changes else "unchanged"
        return found

    def _needed(self, service: Service | None) -> dict[str, str]:
        """The fields that a row must say: all of a new service, those with a column in our own table of one we have."""
        if service is None:
            return NEEDED
        ours = self.headings.ours
        return {name: heading for name, heading in NEEDED.items() if ours and (name, 0) in self.columns}

    def _completed(self, row: ParsedRow) -> tuple[Flat, list[str]]:
        """A new service's values, with an id, and with places that nobody is shown until somebody says so."""
        values = dict(row.values)
        if ("id", 0) not in values:
            values["id", 0] = self._new_id(row)
        made = []
        for group in PLACES:
            values, told = unseen_by_default(values, group, set(numbers_of(values, group)))
            made += told
        return as_usual(values), made

    def _merged(self, row: ParsedRow, old: Flat) -> tuple[Flat, list[str]]:
        """An existing service's values with those of a row. In our own tables, an empty cell takes a value out."""
        ours = self.headings.ours
        here = _loose(row.values) if ours else row.values
        numbers = matched(here, old)
        moved = {
            (name, numbers.get((name.partition(".#")[0], number), number)): here[name, number] for name, number in here
        }
        for (group, before), number in numbers.items():
            for (name, count), heading in list(row.origins.items()):
                if name.startswith(f"{group}.#") and count == before:
                    row.origins[name, number] = heading
        values = dict(old)
        if ours:
            values = {key: value for key, value in old.items() if key in row.keep or not self._is_taken_out(key, row)}
            values |= {key: value for key, value in row.values.items() if key not in here}
        values |= moved
        made = []
        for group in PLACES:
            places = set(numbers_of(values, group))
            said = {number for name, number in self.columns if name == f"{group}.#.show" and ours}
            values, told = unseen_by_default(values, group, places & said | places - set(numbers_of(old, group)))
            made += told
        values = as_usual(values)
        for heading, words in refusals(row, old, values, self.columns, self.vocabulary):
            row.wrong(heading, words)
        return values, made

    def _is_taken_out(self, key: Key, row: ParsedRow) -> bool:
        """Whether the cell of a value is empty, or that of what the value says something about: a contact's number."""
        group = BY_FIELD[key[0]].group
        core = (CORE[group], key[1]) if group else key
        gone = core in self.columns and core not in row.values and core not in row.keep
        return key in self.columns or gone

    def _new_id(self, row: ParsedRow) -> str:
        name, organisation = row.values.get(("name", 0), ""), row.values.get(("organisation", 0), "")
        text = str(next(iter(name.values()), "") if isinstance(name, Mapping) else name)
        made = slug_of(text)
        if made in self.known or made in self.rows:
            made = f"{made}-{organisation}"[:LONGEST_SLUG].strip("-")
        if not text:
            return "no-name"  # never written: that the name is missing is said
        if not made or not A_SLUG.fullmatch(made):
            row.wrong(
                BY_FIELD["id"].heading,
                "no id can be made of this name; add a column Waymark id, and write one such as harbour-helpline",
            )
        return made

    def _record(self, row: ParsedRow, values: Mapping[str, Any], numbers: Mapping[str, list[int]]) -> Service | None:
        try:
            return Service.model_validate(values)
        except ValidationError as error:
            named = {problem.column for problem in row.problems}
            for one in errors_of(error):
                path = tuple(part for part in one["loc"] if part != "[key]")
                column = heading_of(row, path, numbers)
                if column not in named and not (one["type"] == "missing" and len(path) == 1):
                    row.wrong(column, said(one, path))
            return None

    def _comes_twice(self, row: ParsedRow, record: Service) -> bool:
        here = (row.number, record.id)
        keys = [record.id] + [f"\n{_names_of(plain(record))}"] * (("id", 0) not in row.values)
        number, name = min(self.rows.get(key, here) for key in keys)
        if number != row.number:
            row.wrong("", f"this is the same service as in row {number} ({name}); keep one of them")
            return True
        self.rows |= dict.fromkeys(keys, here)
        return False


def _loose(values: Flat) -> Flat:
    """The contacts in columns that do not say which contact they are."""
    return {key: value for key, value in values.items() if key[0].startswith("contact.#") and key[1] >= LOOSE}


def _names_of(values: Mapping[str, Any]) -> tuple[str, str]:
    name = values.get("name", "")
    first = next(iter(name.values()), "") if isinstance(name, Mapping) else name
    return same_name(str(first)), str(values.get("organisation", ""))
