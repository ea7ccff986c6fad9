"""A catalogue -> the table of its services: headings, a row a service, and what the columns offer to choose from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.model.catalogue import Catalogue
from generator.model.service import Service
from generator.staff.spreadsheets.cells import WITHHELD, shown
from generator.staff.spreadsheets.columns import AS_USUAL, Column, laid_out
from generator.staff.spreadsheets.flatten import GROUPS, flat, plain
from generator.staff.spreadsheets.lookups import names_in

AT_LEAST = {"contact": 1, "places": 1, "outcomes": 1}
SPARE = {"contact": 1}
"""Empty columns for one more contact: the most usual thing to add."""
LEFT_SHOWN = {"area": ("places.#.name", "places.#.show", "places.#.area"), "never": ("places.#.show",)}
"""Of a place that the public may not see: the columns that do not say where it is."""
OFFERED = {
    "kind": "Kinds of service",
    "organisation": "Organisations",
    "places.#.area": "Areas",
    "helps_with": "Crime types",
    "who.audiences": "Audiences",
}
"""What the second sheet calls the words that a column takes."""
ONE_EACH = ("kind", "organisation", "places.#.area")


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
    columns = laid_out(*(max(AT_LEAST[group], most[group] + SPARE.get(group, 0)) for group in GROUPS))
    hidden = 0
    rows = [tuple(column.called(number) for column, number in columns)]
    for service in catalogue.services:
        values = flat(plain(service))
        withheld = {} if with_withheld else _withheld(catalogue, service)
        hidden += len(withheld)
        row = []
        for column, number in columns:
            value = values.get((column.field, number), _said_anyway(column, number, service))
            text = "" if value is None else shown(value)
            if (column.group == "places" and text and column.field not in withheld.get(number, (column.field,))) or (
                not with_withheld and text and leaks(text)
            ):
                text = WITHHELD
            else:
                text = f"'{text}" if text.lstrip("'") == WITHHELD else text
            row.append(text)
        rows.append(tuple(row))
    words = _words(catalogue, columns)
    offers = {index: name for index, (column, _) in enumerate(columns) if (name := _offer(column)) in words}
    return ServicesTable(tuple(rows), words, offers, hidden)


def _said_anyway(column: Column, number: int, service: Service) -> str | None:
    """What a record need not say, but a reader should see: that it is open, that it is for everyone."""
    if column.field == "places.#.show" and number <= len(service.places):
        return AS_USUAL
    return {
        "status": service.status,
        "who.audiences": "; ".join(service.who.audiences),
        "report_needed": service.report_needed,
        "interpreters": service.interpreters,
        "who_will_know.police": service.who_will_know.police,
        "who_will_know.immigration": service.who_will_know.immigration,
    }.get(column.field)


def _withheld(catalogue: Catalogue, service: Service) -> dict[int, tuple[str, ...]]:
    """The places of a service that are not for everyone, by number, and the columns that may be shown all the same."""
    shows = [catalogue.shows(service, place) for place in service.places]
    return {number: LEFT_SHOWN[show] for number, show in enumerate(shows, 1) if show != "full"}


def _offer(column: Column) -> str:
    if column.form == "choice":
        return column.called(1).replace(" 1 ", " ")
    return OFFERED[column.field] if column.field in ONE_EACH else ""


def _words(catalogue: Catalogue, columns: Sequence[tuple[Column, int]]) -> dict[str, list[tuple[str, str]]]:
    names = names_in(catalogue, {}).ids
    words = {called: list(names[field].items()) for field, called in OFFERED.items()}
    choices = [column for column, number in columns if column.choices and number <= 1]
    return words | {column.called(1).replace(" 1 ", " "): [(word, "") for word in column.choices] for column in choices}
