"""Rows -> an Excel workbook whose cells are all text, with lists to choose from and a sheet of the words to use."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.cell import MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.output import guarded
from generator.staff.spreadsheets.table import TableError

SHEET = "Services"
WORDS = "Words to use"
LONGEST = 32_767
"""Characters in a cell, at most: Excel's own limit."""
AN_ESCAPE = re.compile(r"_x[0-9A-Fa-f]{4}_")
"""How Excel's files write a character that XML can't hold; such letters in a text must be written in that way."""
SPARE_ROWS = 500
WIDTHS = {"text": 44, "short": 22}
LONG = 30


def to_xlsx(
    rows: Sequence[Sequence[str]],
    words: Mapping[str, Sequence[tuple[str, str]]],
    offers: Mapping[int, str],
    sheet_name: str = SHEET,
) -> bytes:
    """A workbook. TableError names a text that is too long for a cell.

    Args:
        rows: the headings, then a row a service.
        words: for the second sheet, the words of each list and what each means: {"Kinds": [("helpline", "...")]}.
        offers: columns, from 0, that offer the words of a list to choose from.
        sheet_name: what the first sheet is called.
    """
    book = Workbook()
    sheet: Worksheet = book.active  # type: ignore[assignment] # a new workbook has one
    sheet.title = sheet_name
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            if text:
                _write(sheet.cell(number, column), text)
    _style(sheet, rows)
    second = book.create_sheet(WORDS)
    ranges = _list_words(second, words)
    for index, name in offers.items():
        letter = get_column_letter(index + 1)
        offer = DataValidation(type="list", formula1=ranges[name], allow_blank=True, showErrorMessage=False)
        offer.add(f"{letter}2:{letter}{len(rows) + SPARE_ROWS}")
        sheet.add_data_validation(offer)
    book.properties.creator = "Waymark"
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _write(cell: SheetCell | MergedCell, text: str) -> None:
    """A cell of text, whatever it looks like: a number keeps its first 0, a date stays as it is typed."""
    if isinstance(cell, MergedCell):
        raise TypeError("we merge no cells")
    if len(text) > LONGEST - 1:
        raise TableError(f"a text of {len(text):,} characters is too long for a cell in Excel; export as CSV")
    cell.value = AN_ESCAPE.sub(lambda found: f"_x005F{found[0]}", guarded(text, retyped=False)).replace("\r", "_x000D_")
    cell.data_type = "s"
    cell.number_format = "@"


def _style(sheet: Worksheet, rows: Sequence[Sequence[str]]) -> None:
    sheet.freeze_panes = "C2"
    for column in range(1, len(rows[0]) + 1):
        texts = [row[column - 1] for row in rows[1:] if column <= len(row)]
        letter = get_column_letter(column)
        long = any(len(text) > LONG for text in texts)
        sheet.column_dimensions[letter].width = WIDTHS["text" if long else "short"]
        sheet.column_dimensions[letter].number_format = "@"  # rows that people add below are text too
        head = sheet.cell(1, column)
        head.font = Font(bold=True)
        head.fill = PatternFill("solid", fgColor="DDE6EE")
        head.alignment = Alignment(wrap_text=True, vertical="top")
        for row in range(2, len(rows) + 1):
            cell = sheet.cell(row, column)
            cell.number_format = "@"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for row in range(2, len(rows) + 1):
        sheet.row_dimensions[row].height = 60


def _list_words(sheet: Worksheet, words: Mapping[str, Sequence[tuple[str, str]]]) -> dict[str, str]:
    """Two columns for each list: the word, and what it means. Gives the range where each list's words stand."""
    ranges = {}
    for number, (name, known) in enumerate(words.items()):
        column = 2 * number + 1
        letter = get_column_letter(column)
        head = sheet.cell(1, column)
        _write(head, name)
        head.font = Font(bold=True)
        for row, pair in enumerate(known, 2):
            for offset, text in enumerate(pair):
                if text:
                    _write(sheet.cell(row, column + offset), text)
        sheet.column_dimensions[letter].width = WIDTHS["short"]
        sheet.column_dimensions[get_column_letter(column + 1)].width = WIDTHS["text"]
        ranges[name] = f"'{WORDS}'!${letter}$2:${letter}${max(len(known), 1) + 1}"
    sheet.freeze_panes = "A2"
    return ranges
