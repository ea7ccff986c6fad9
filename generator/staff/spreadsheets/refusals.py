"""A row and the service that is there -> what the row may not do, and what is wrong with it, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import Any

from generator.content.loading.validation_errors import fault_about
from generator.model.contact import WAYS
from generator.model.place import Place
from generator.model.service import Service, kinds_written
from generator.model.vocabulary import Vocabulary
from generator.staff.spreadsheets.columns import AS_USUAL, BY_FIELD, PLACES, TELLING
from generator.staff.spreadsheets.flatten import Flat, Key, numbers_of
from generator.staff.spreadsheets.row_parser import ParsedRow

SHOWS = tuple(f"{group}.#.show" for group in PLACES)


WIDER = ("never", "area", "full")


NAMELESS = "Main building"
"""A name that does not give away where a place is."""


def refusals(
    row: ParsedRow, old: Flat, new: Flat, columns: Set[Key], vocabulary: Vocabulary
) -> Iterator[tuple[str, str]]:
    """Each column that a row may not change in this way, and why.

    Args:
        row: what the table says.
        old: the service as it is.
        new: the service as it would be.
        columns: everything that the table has a column for.
        vocabulary: what each kind of service shows of its places.
    """
    for group, number in [(one, number) for one in PLACES for number in numbers_of(old, one)]:
        kept = [key for key in row.keep if key[0].startswith(f"{group}.#") and key[1] == number]
        whole = {f"{group}.#.{name}" for name in Place.model_fields}  # not the times of a point, nor its contacts
        for key in [key for key in columns if kept and key[0] in whole and key[1] == number]:
            if key not in row.keep and new.get(key) != old.get(key):
                words = "a part of this place is withheld, so the rest can't change here; change it in services.yaml"
                yield BY_FIELD[key[0]].called(number), words
        telling = [(f"{group}.#.{name}", number) for name in TELLING]
        unseen = [key for key in telling if key in new and key not in row.values]
        if unseen and not kept and _shown(new, group, number, vocabulary) > _shown(old, group, number, vocabulary):
            words = "this would show a place that the table does not hold; change it in services.yaml"
            yield BY_FIELD[f"{group}.#.show"].called(number), words


def _shown(values: Flat, group: str, number: int, vocabulary: Vocabulary) -> int:
    """How much of a place the public would see, as a rank."""
    kind = vocabulary.kind(kinds_written({name: values.get((name, 0)) for name in ("kind", "kinds")}))
    show = values.get((f"{group}.#.show", number)) or (kind.places if kind else "full")
    return WIDER.index(show) if show in WIDER else len(WIDER)


def unseen_by_default(values: Flat, group: str, numbers: Set[int]) -> tuple[Flat, list[str]]:
    """The values with places or points seen by nobody, and named, where nothing says otherwise; and what was put in."""
    put_in: Flat = {}
    made = []
    called = group.removesuffix("s").capitalize()
    for number in sorted(numbers & set(numbers_of(values, group))):
        if (f"{group}.#.show", number) not in values:
            put_in[f"{group}.#.show", number] = "never"
            made.append(f"{called} {number} is not shown, because nothing says that it may be")
        if (f"{group}.#.name", number) not in values:
            put_in[f"{group}.#.name", number] = NAMELESS
            made.append(f'{called} {number} has no name, so it is called "{NAMELESS}"')
    return values | put_in, made


def as_usual(values: Flat) -> Flat:
    """Without the places of which the kind of service decides how much is shown."""
    return {key: value for key, value in values.items() if not (key[0] in SHOWS and value == AS_USUAL)}


def heading_of(row: ParsedRow, path: tuple[Any, ...], numbers: Mapping[str, list[int]]) -> str:
    """The column that a part of a record came from; what the column would be called, where none did."""
    number = 0
    if path and path[0] in numbers and len(path) > 1:
        number = numbers[path[0]][path[1]]
        path = (path[0], "#", *path[2:])
        if path[:3] == ("points", "#", "contact") and len(path) > 3:
            inside = ("to",) if path[4:] == () or path[4] in WAYS else path[4:]
            path = (*path[:3], f"{path[3] + 1}", *inside)
    name = ".".join(str(part) for part in path if not isinstance(part, int))
    if (name.startswith("contact.#.") and name not in BY_FIELD) or name == "contact.#":
        name = "contact.#.to"
    for wanted in (name, name.rpartition(".")[0], f"{name}.name"):
        if (wanted, number) in row.origins:
            return row.origins[wanted, number]
    return BY_FIELD[name].called(number) if name in BY_FIELD else ""


def said(found: Any, path: tuple[Any, ...]) -> str:
    """What is wrong, in words for somebody with a spreadsheet in front of them."""
    if found["type"] == "missing":
        field = ".".join("#" if isinstance(part, int) else str(part) for part in path)
        return (
            f"{BY_FIELD[field].heading.replace('# ', '')} is missing"
            if field in BY_FIELD
            else "something is missing here"
        )
    return str(fault_about(found, Service, path, empty=False))
