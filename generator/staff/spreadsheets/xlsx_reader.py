"""The Excel workbooks that people send -> a Table: values, not formulas; one sheet; refused where it is a trap."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from openpyxl import load_workbook

from generator.diagnostics import quoted
from generator.staff.spreadsheets.table import (
    MOST_BYTES,
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Table,
    TableError,
    column_name,
    counted,
    too_many_columns,
    too_many_rows,
)
from generator.staff.spreadsheets.xlsx_sheet_details import Run, SheetParts, sheet_parts
from generator.staff.spreadsheets.xlsx_writer import WORDS

MOST_UNPACKED = 200_000_000
"""Bytes that a workbook may have when it is unpacked, together: far more than 10,000 services need."""
MOST_PARTS = 2_000
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
LEADING_ZEROS = re.compile(r"0+")
BROKEN = "this is not an Excel workbook we can read; open it, and save it again as an Excel workbook (.xlsx)"
ENCRYPTED_OR_OLD = b"\xd0\xcf\x11\xe0"
EMPTY_ROWS_ALLOWED = 1_000
CANT_UNPACK = (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError)
"""What Python raises for an archive that is broken, has a password, or is packed in a way that it does not know."""
NOTHING = Cell()
SHOW_THEM = "To take them, show them first."


def read_xlsx(data: bytes, sheet: str | None = None) -> Table:
    """One sheet of a workbook: the one of this name, else the first that people can see and that says something.

    TableError where there is none, or where the file is broken, too big or made to do harm.
    """
    refuse_traps(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts that we do not need, such as charts
            values = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            name = _chosen(values, sheet)
            formulas = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
            for book in (values, formulas):
                book[name].reset_dimensions()  # a sheet may claim to be a million rows long
            with zipfile.ZipFile(io.BytesIO(data)) as opened:
                inside: Any = values[name]  # the path of its part has no public name
                parts = sheet_parts(opened, inside._worksheet_path.lstrip("/"))
            rows, left_out = _seen(_rows(values[name], formulas[name]), parts)
            return Table(_without_end(rows), (*_told(values, name), *left_out), tuple(parts.merged))
    except TableError:
        raise
    except Exception as error:  # a broken workbook can fail anywhere in it, in any way
        raise TableError(BROKEN) from error


def sheet_names(data: bytes) -> list[str]:
    """The names of a workbook's sheets. TableError where it is broken."""
    try:
        return load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False).sheetnames
    except Exception as error:  # as below: a broken workbook can fail in any way
        raise TableError(BROKEN) from error


def refuse_traps(data: bytes) -> None:
    """TableError where an archive has a password, is too large, unpacks to far more than it should, or is broken."""
    if len(data) > MOST_BYTES:
        raise TableError(f"this has more than {MOST_BYTES // 1_000_000} MB; split it into several files")
    if data.startswith(ENCRYPTED_OR_OLD):
        words = "this workbook has a password, or is in the form of before 2007"
        raise TableError(f"{words}; take the password off, and save it as an Excel workbook (.xlsx)")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            infos = parts.infolist()
            if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > MOST_UNPACKED:
                raise TableError("this unpacks to far more than a table of services needs; it was not opened")
            for info in infos:
                with parts.open(info) as part:
                    if b"<!DOCTYPE" in part.read(4_000):
                        raise TableError("there is a DOCTYPE in it, which no Excel workbook has; it was not opened")
    except CANT_UNPACK as error:
        raise TableError(BROKEN) from error


def _sheets(book: Any) -> list[Any]:
    """Every sheet of cells; charts have none."""
    return [sheet for sheet in book.worksheets if hasattr(sheet, "iter_rows")]


def _chosen(book: Any, wanted: str | None) -> str:
    names = [sheet.title for sheet in _sheets(book)]
    if wanted is not None:
        found = next((name for name in names if name.strip().lower() == wanted.strip().lower()), None)
        if found is None:
            raise TableError(f"there is no sheet {quoted(wanted)}; its sheets are {_listed(names)}")
        return str(found)
    for sheet in _sheets(book):
        if sheet.sheet_state == "visible" and _says_something(sheet):
            return str(sheet.title)
    raise TableError("there is nothing in the sheets that people can see; name a hidden one with --sheet")


def _says_something(sheet: Any) -> bool:
    return any(cell is not None for row in sheet.iter_rows(max_row=50, max_col=50, values_only=True) for cell in row)


def _told(book: Any, name: str) -> Iterator[str]:
    """Which other sheets were left alone, so that nobody thinks that they came along."""
    others = [sheet for sheet in _sheets(book) if sheet.title not in (name, WORDS) and _says_something(sheet)]
    seen = [sheet.title for sheet in others if sheet.sheet_state == "visible"]
    hidden = [sheet.title for sheet in others if sheet.sheet_state != "visible"]
    if seen or hidden:
        yield f"Only the sheet {quoted(name)} was read."
    if seen:
        yield f"Not read: {_listed(seen)}. To read one of them: --sheet NAME."
    if hidden:
        yield f"Hidden in the workbook, and not read: {_listed(hidden)}."


def _listed(names: list[str]) -> str:
    return ", ".join(map(quoted, names))


def _rows(values: Any, formulas: Any) -> Iterator[tuple[Cell, ...]]:
    empty = 0
    for number, (row, typed) in enumerate(zip(values.iter_rows(), formulas.iter_rows(), strict=False), 1):
        cells = tuple(map(_cell, row[:MOST_COLUMNS], (*typed, *[None] * len(row))[:MOST_COLUMNS]))
        if len(row) > MOST_COLUMNS and any(cell.value is not None for cell in row[MOST_COLUMNS:]):
            raise too_many_columns(number)
        empty = 0 if any(cell.text or cell.kind != "text" for cell in cells) else empty + 1
        if number - empty > MOST_ROWS:
            raise too_many_rows()
        if empty > EMPTY_ROWS_ALLOWED and number > MOST_ROWS + EMPTY_ROWS_ALLOWED:
            raise too_many_rows()
        yield cells if not empty else ()


def _seen(rows: Iterator[tuple[Cell, ...]], parts: SheetParts) -> tuple[list[tuple[Cell, ...]], list[str]]:
    """The rows as people see them, with what notes say; and what is said of all that is hidden or struck out."""
    seen: list[tuple[Cell, ...]] = []
    told = []
    hidden, struck, some, partly = [], [], [], []
    for number, plain in enumerate(rows, 1):
        row = tuple(_without_struck(cell, parts.runs.get((number, column))) for column, cell in enumerate(plain))
        says = [cell for cell in row if cell.text or cell.kind != "text"]
        if says and number in parts.hidden_rows:
            hidden.append(number)
            seen.append(())
        elif says and all(cell.is_struck for cell in says):
            struck.append(number)
            seen.append(())
        else:
            some += [number] * any(cell.is_struck for cell in says)
            partly += [number] * any(cell.aside for cell in says)
            seen.append(tuple(_aside(cell, number, column, parts) for column, cell in enumerate(row)))
    columns = [column_name(number) for one in parts.hidden_columns for number in range(one[0], min(one[1], 50) + 1)]
    if hidden:
        told.append(f"Hidden in the sheet, and not taken: {counted('row', hidden)}. {SHOW_THEM}")
    if columns:
        told.append(f"Hidden in the sheet, and not taken: {counted('column', columns)}. To take them, show them first.")
    if struck:
        told.append(f"Struck out, and not taken: {counted('row', struck)}.")
    if some:
        told.append(f"Some cells are struck out, and not taken, in {counted('row', some)}.")
    if partly:
        told.append(f"Some words in a cell are struck out, and not taken, in {counted('row', partly)}.")
    return seen, told


def _without_struck(cell: Cell, runs: Sequence[Run] | None) -> Cell:
    """A cell without those of its words that are struck out; of one that is struck out whole, that it is."""
    if not runs or cell.kind != "text":
        return cell
    said = [(text, cell.is_struck if struck is None else struck) for text, struck in runs]
    if not any(struck for text, struck in said if text.strip()):
        return replace(cell, is_struck=False)
    kept = re.sub(" {2,}", " ", "".join(text for text, struck in said if not struck)).strip()
    if not kept:
        return replace(cell, is_struck=True)
    gone = " ".join(text for text, struck in said if struck).strip()
    return Cell(ESCAPED.sub(_escaped, kept), "text", ESCAPED.sub(_escaped, gone))


def _aside(cell: Cell, row: int, column: int, parts: SheetParts) -> Cell:
    note = parts.notes.get((row, column), "")
    if cell.is_struck or parts.hides(column):
        return Cell("", "text", f"{cell.text} {note}".strip())
    return replace(cell, aside=f"{cell.aside} {note}".strip()) if note else cell


def _without_end(rows: Sequence[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """The rows without the empty ones at the end, of which spreadsheets may keep many."""
    end = len(rows)
    while end and not any(cell.text or cell.kind != "text" for cell in rows[end - 1]):
        end -= 1
    return tuple(rows[:end])


def _cell(cell: Any, typed: Any) -> Cell:
    found = _plain_cell(cell, typed)
    font = cell.font if found.text and getattr(cell, "has_style", False) else None
    return replace(found, is_struck=True) if font is not None and font.strike else found


def _plain_cell(cell: Any, typed: Any) -> Cell:
    value = cell.value
    if value is None:
        return Cell(str(typed.value), "formula") if getattr(typed, "data_type", "") == "f" else NOTHING
    if cell.data_type == "e":
        return Cell(str(value), "mistake")
    if isinstance(value, bool):
        return Cell("yes" if value else "no")
    if isinstance(value, datetime):
        midnight = (value.hour, value.minute, value.second) == (0, 0, 0)
        return Cell(value.date().isoformat() if midnight else f"{value:%Y-%m-%d %H:%M}", "day")
    if isinstance(value, date):
        return Cell(value.isoformat(), "day")
    if isinstance(value, time):
        return Cell(f"{value:%H:%M}")
    if isinstance(value, (int, float)):
        return _number(value, str(cell.number_format))
    text = ESCAPED.sub(_escaped, str(value))
    return Cell(text.replace("\r\n", "\n"))


def _escaped(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))


def _number(value: float, form: str) -> Cell:
    """A number as people see it: without ".0" behind it, and with the zeros in front that its format adds."""
    whole = isinstance(value, int) or value.is_integer()
    text = str(int(value)) if whole and abs(value) < 1e15 else repr(value)
    if whole and LEADING_ZEROS.fullmatch(form) and len(form) > len(text):
        return Cell(text.zfill(len(form)))
    return Cell(text, "number")
