"""The CSV that people send -> a Table."""

from __future__ import annotations

import csv
import io
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from itertools import islice

from generator.staff.spreadsheets.table import (
    MOST_BYTES,
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Table,
    TableError,
    too_many_columns,
    too_many_rows,
)

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs"}
LONGEST_CELL = 200_000
A_SEP_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
OF_JSON = re.compile(r"(?:\[\s*)?\{\s*(?:\"|\})|\[\s*(?:\"|\[|\d|\])")
OF_HTML = re.compile(r"<(?:!doctype html|html|head|body|table|meta)\b", re.IGNORECASE)
LOOKED_AT = 50
"""So many rows are read in each way, to see which sign stands between the cells."""


def read_csv(data: bytes) -> Table:
    """The one table in a CSV file. TableError where there is none."""
    if len(data) > MOST_BYTES:
        raise TableError(f"this has more than {MOST_BYTES // 1_000_000} MB; split it into several files")
    text, told = _decoded(data)
    _refuse_what_is_no_table(text)
    named = A_SEP_LINE.match(text)
    if named:
        text = text[named.end() :]
    delimiter = named[1] if named and named[1] in DELIMITERS else _delimiter(text)
    if delimiter != ",":
        told = (*told, f"{DELIMITERS[delimiter].capitalize()} stand between its cells.")
    rows = [()] * bool(named) + [tuple(map(Cell, row)) for row in _rows(text, delimiter)]
    return Table(tuple(rows), told)


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    try:
        if data.startswith(BOM_UTF8):
            return data[len(BOM_UTF8) :].decode("utf-8"), ()
        if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            return data.decode("utf-16"), ()
        zeros = data[:1000].count(0)
        if zeros > len(data[:1000]) // 4:
            return data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le"), ()
    except UnicodeDecodeError:
        raise TableError("this is not text; save it again as CSV UTF-8, or as an Excel file (.xlsx)") from None
    if zeros:
        raise TableError("this is not a CSV file; save it again as CSV UTF-8, or as an Excel file (.xlsx)")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        told = "It is not UTF-8, so it was read as Windows-1252: look whether £, ’ and é came out right."
        return data.decode("cp1252", errors="replace"), (told,)


def _refuse_what_is_no_table(text: str) -> None:
    """Raise TableError for text of another kind, which would be read as one column of nonsense."""
    start = text.lstrip()[:200]
    if start[:1] in ("{", "[") and OF_JSON.match(start):
        raise TableError("this is JSON, not a table; ask for it as CSV UTF-8, or as an Excel file (.xlsx)")
    if OF_HTML.match(start):
        words = "this is a web page (HTML), whatever its name says; open it, and save it as an Excel file (.xlsx)"
        raise TableError(words)
    if start.startswith("<"):
        raise TableError("this is XML, not a table; ask for it as CSV UTF-8, or as an Excel file (.xlsx)")
    if start.startswith(("{\\rtf", "%PDF", "BEGIN:V")):
        raise TableError("this is no table; ask for it as CSV UTF-8, or as an Excel file (.xlsx)")


def _delimiter(text: str) -> str:
    """The sign that makes the most cells, in rows that all have the same number of them."""

    def evenness(delimiter: str) -> int:
        widths = []
        try:
            for row in islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), LOOKED_AT):
                widths += [len(row)] if any(map(str.strip, row)) else []
        except csv.Error:
            pass  # what is wrong is said when the whole is read
        usual = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
        return widths.count(usual) * usual if usual > 1 else 0

    return max(DELIMITERS, key=evenness)


def _rows(text: str, delimiter: str) -> list[list[str]]:
    usual = csv.field_size_limit(LONGEST_CELL)  # of the whole process: put back below
    rows: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            if len(row) > MOST_COLUMNS and any(row[MOST_COLUMNS:]):
                raise too_many_columns(len(rows) + 1)
            if len(rows) == MOST_ROWS:
                raise too_many_rows()
            rows.append([cell.replace("\r\n", "\n").replace("\r", "\n") for cell in row[:MOST_COLUMNS]])
    except csv.Error as error:
        if "field limit" in str(error):
            words = f"a cell in row {len(rows) + 1} is longer than {LONGEST_CELL:,} characters"
            words += "; look for a lost quotation mark"
        else:
            words = (
                f"the quotation marks in row {len(rows) + 1} do not match (line {reader.line_num} of the file); "
                'in a cell between quotation marks, write each " within as ""'
            )
        raise TableError(words) from None
    finally:
        csv.field_size_limit(usual)
    return rows
