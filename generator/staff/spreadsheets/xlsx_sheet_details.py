"""The parts of a workbook -> what of a sheet is hidden, what is one cell over several rows, and what notes say."""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, iterparse

A_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
MOST_MERGED = 20_000


Run = tuple[str, bool | None]
"""Some letters of a cell, and whether they are struck out; None where the cell's own font decides."""


@dataclass
class SheetParts:
    """Rows from 1, columns from 0."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    """The first and the last of each run."""
    merged: list[tuple[int, int, int]] = field(default_factory=list)
    """The first row and the last, and the column."""
    runs: dict[tuple[int, int], list[Run]] = field(default_factory=dict)
    """By row and column: the parts of a text that is written in several ways, such as with some of it struck out."""
    notes: dict[tuple[int, int], str] = field(default_factory=dict)
    """What somebody noted beside a cell, by its row and column."""

    def hides(self, column: int) -> bool:
        """Whether a column is hidden."""
        return any(first <= column <= last for first, last in self.hidden_columns)


def sheet_parts(parts: zipfile.ZipFile, path: str) -> SheetParts:
    """What there is beside the cells of a sheet.

    Args:
        parts: the workbook, which has been looked through for traps.
        path: of the sheet in it: "xl/worksheets/sheet1.xml".
    """
    found = SheetParts()
    shared = _shared_runs(parts)
    with parts.open(path) as sheet:
        for _, element in iterparse(sheet):  # noqa: S314 # no DOCTYPE is in it: looked for before
            name = element.tag.rpartition("}")[2]
            if name == "row":
                if _yes(element.get("hidden")) or element.get("ht") in ("0", "0.0"):
                    found.hidden_rows.add(int(element.get("r", "0")))
                element.clear()
            elif name == "c":
                place, runs = _place(element.get("r", "")), _cell_runs(element, shared)
                if place and runs:
                    found.runs[place] = runs
            elif name == "col" and (_yes(element.get("hidden")) or element.get("width") in ("0", "0.0")):
                found.hidden_columns.append((int(element.get("min", "1")) - 1, int(element.get("max", "1")) - 1))
            elif name == "mergeCell" and len(found.merged) < MOST_MERGED:
                _merge(element.get("ref", ""), found)
    for target in _notes_of(parts, path):
        with parts.open(target) as notes:
            for _, element in iterparse(notes):  # noqa: S314 # the same
                if element.tag.rpartition("}")[2] in ("comment", "threadedComment"):
                    place = _place(element.get("ref", ""))
                    if place:
                        text = " ".join("".join(element.itertext()).split())
                        found.notes[place] = f"{found.notes.get(place, '')} {text}".strip()
    return found


def _shared_runs(parts: zipfile.ZipFile) -> dict[int, list[Run]]:
    """The texts that several cells may share and that are written in several ways, by their number."""
    path = next((name for name in parts.namelist() if name.lower().endswith("/sharedstrings.xml")), "")
    found: dict[int, list[Run]] = {}
    if path:
        with parts.open(path) as opened:
            number = 0
            for _, element in iterparse(opened):  # noqa: S314 # the same
                if element.tag.rpartition("}")[2] == "si":
                    runs = _runs(element)
                    if runs:
                        found[number] = runs
                    number += 1
                    element.clear()
    return found


def _cell_runs(cell: Element, shared: dict[int, list[Run]]) -> list[Run]:
    inside = {one.tag.rpartition("}")[2]: one for one in cell}
    if cell.get("t") == "inlineStr" and "is" in inside:
        return _runs(inside["is"])
    number = (inside["v"].text or "") if cell.get("t") == "s" and "v" in inside else ""
    return shared.get(int(number), []) if number.isdigit() else []


def _runs(text: Element) -> list[Run]:
    """The parts of a text; none where it is written in one way."""
    found: list[Run] = []
    for run in text:
        if run.tag.rpartition("}")[2] == "r":
            inside = {one.tag.rpartition("}")[2]: one for one in run}
            marks = {one.tag.rpartition("}")[2]: one.get("val", "1") for one in inside.get("rPr", ())}
            struck = _yes(marks["strike"]) if "strike" in marks else (None if "rPr" not in inside else False)
            found.append(((inside["t"].text or "") if "t" in inside else "", struck))
    return found


def _merge(reference: str, found: SheetParts) -> None:
    first, _, last = reference.partition(":")
    start, end = _place(first), _place(last)
    if start and end and end[0] > start[0]:
        found.merged.append((start[0], end[0], start[1]))


def _notes_of(parts: zipfile.ZipFile, path: str) -> list[str]:
    folder, name = posixpath.split(path)
    relations = f"{folder}/_rels/{name}.rels"
    names = set(parts.namelist())
    if relations not in names:
        return []
    found = []
    with parts.open(relations) as opened:
        for _, element in iterparse(opened):  # noqa: S314 # the same
            if element.get("Type", "").rpartition("/")[2] in ("comments", "threadedComment"):
                target = element.get("Target", "")
                whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
                found += [whole] if whole in names else []
    return found


def _yes(value: str | None) -> bool:
    return value in ("1", "true")


def _place(reference: str) -> tuple[int, int] | None:
    """The row, from 1, and the column, from 0, of "B12"."""
    found = A_REFERENCE.fullmatch(reference.replace("$", ""))
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column - 1
