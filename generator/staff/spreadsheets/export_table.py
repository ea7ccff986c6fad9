"""A catalogue -> the table of its services: headings, a row a service, and what the columns offer to choose from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.model.catalogue import Catalogue
from generator.model.service import Service
from generator.staff.spreadsheets.cells import WITHHELD, shown
from generator.staff.spreadsheets.columns import AS_USUAL, POINT, Column, laid_out
from generator.staff.spreadsheets.flatten import GROUPS, flat, plain
from generator.staff.spreadsheets.lookups import names_in
from generator.staff.spreadsheets.point_rows import NUMBER
from generator.staff.spreadsheets.refusals import SHOWS

AT_LEAST = {"contact": 1, "places": 1, "outcomes": 1}
"""The records that have columns beside each other; points have rows."""
SPARE = {"contact": 1}
"""Empty columns for one more contact: the most usual thing to add."""
LEFT_SHOWN: Mapping[tuple[str, str], Callable[[str], bool]] = {
    ("places", "area"): lambda field: field in ("name", "show", "area"),
    ("points", "area"): lambda field: field not in ("address", "postcode", "coordinates", "directions", "source"),
    ("places", "never"): lambda field: field == "show",
    ("points", "never"): lambda field: field == "show",
}
"""Of a place that the public may not see: the columns that do not say where it is."""
OFFERED = {
    "kind": "Kinds of service",
    "organisation": "Organisations",
    "places.#.area": "Areas",
    "helps_with": "Crime types",
    "who.audiences": "Audiences",
}
"""What the second sheet calls the words that a column takes."""
ONE_EACH = ("kind", "organisation", "places.#.area", "points.#.area")


@dataclass(frozen=True)
class ServicesTable:
    """The rows, the headings first; and for a workbook, the words of each list and the columns that offer them."""

    rows: tuple[tuple[str, ...], ...]
    words: Mapping[str, Sequence[tuple[str, str]]]
    offers: Mapping[int, str]
    withheld: int
    """How many places are withheld here, wholly or in part."""


def services_table(catalogue: Catalogue, *, with_withheld: bool, leaks: Callable[[str], bool]) -> ServicesTable:
    """Every service, as staff edit it.

    Args:
        catalogue: the records.
        with_withheld: also say where places are that the public may not see.
        leaks: whether a text gives such a place away: then its cell is withheld too, whatever it holds.
    """
    most = {group: max((len(getattr(service, group)) for service in catalogue.services), default=0) for group in GROUPS}
    columns = laid_out(*(max(least, most[group] + SPARE.get(group, 0)) for group, least in AT_LEAST.items()))
    points = [*POINT] if most["points"] else []
    ids = [at for at, (column, _) in enumerate(columns) if column.field in ("id", "name")]
    headings = [column.called(number) for column, number in columns]
    rows = [(*headings, *([NUMBER] if points else ()), *(column.in_its_row for column in points))]
    hidden = 0
    for service in catalogue.services:
        cells = _Cells(catalogue, service, with_withheld=with_withheld, leaks=leaks)
        hidden += len(cells.left)
        row = [cells.text(column, number) for column, number in columns]
        rows.append((*row, *[""] * (bool(points) + len(points))))
        for number in range(1, len(service.points) + 1):
            whose = [row[at] if at in ids else "" for at in range(len(columns))]
            rows.append((*whose, str(number), *(cells.text(column, number) for column in points)))
    laid = [*columns, *[(NO_FIELD, 0)] * bool(points), *((column, 1) for column in points)]
    words = _words(catalogue, laid)
    offers = {index: name for index, (column, _) in enumerate(laid) if (name := _offer(column)) in words}
    return ServicesTable(tuple(rows), words, offers, hidden)


NO_FIELD = Column("", NUMBER, "words")
"""The column that counts points: no field of a service is in it."""


class _Cells:
    """The cells of one service."""

    def __init__(
        self, catalogue: Catalogue, service: Service, *, with_withheld: bool, leaks: Callable[[str], bool]
    ) -> None:
        self.service = service
        self.values = flat(plain(service))
        self.leaks = (lambda _: False) if with_withheld else leaks
        self.left = {} if with_withheld else _withheld(catalogue, service)

    def text(self, column: Column, number: int) -> str:
        value = self.values.get((column.field, number), _said_anyway(column, number, self.service))
        text = "" if value is None else shown(value)
        kept = self.left.get((column.group, number))
        if text and ((kept and not kept(column.field.partition(".#.")[2])) or self.leaks(text)):
            return WITHHELD
        return f"'{text}" if text.lstrip("'") == WITHHELD else text


def _said_anyway(column: Column, number: int, service: Service) -> str | None:
    """What a record need not say, but a reader should see: that it is open, that it is for everyone."""
    if column.field in SHOWS and number <= len(getattr(service, column.group)):
        return AS_USUAL
    return {
        "status": service.status,
        "who.audiences": "; ".join(service.who.audiences),
        "report_needed": service.report_needed,
        "interpreters": service.interpreters,
        "who_will_know.police": service.who_will_know.police,
        "who_will_know.immigration": service.who_will_know.immigration,
    }.get(column.field)


def _withheld(catalogue: Catalogue, service: Service) -> dict[tuple[str, int], Callable[[str], bool]]:
    """The places and points that are not for everyone, and which of the columns of each may be shown all the same."""
    return {
        (group, number + 1): LEFT_SHOWN[group, show]
        for group, number, place in service.spots
        if (show := catalogue.shows(service, place)) != "full"
    }


def _offer(column: Column) -> str:
    if column.form == "choice":
        return column.called(1).replace(" 1 ", " ")
    return OFFERED[column.field.replace("points.", "places.")] if column.field in ONE_EACH else ""


def _words(catalogue: Catalogue, columns: Sequence[tuple[Column, int]]) -> dict[str, list[tuple[str, str]]]:
    names = names_in(catalogue, {}).ids
    words = {called: list(names[field].items()) for field, called in OFFERED.items()}
    choices = [column for column, number in columns if column.choices and number <= 1]
    return words | {column.called(1).replace(" 1 ", " "): [(word, "") for word in column.choices] for column in choices}
