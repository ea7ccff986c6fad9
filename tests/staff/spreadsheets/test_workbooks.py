"""Workbooks, ours and those that people send: text stays text, values not formulas, and traps are refused."""

from __future__ import annotations

import io
import re
import zipfile
from contextlib import suppress
from datetime import date, datetime, time
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from generator.staff.spreadsheets import xlsx_reader
from generator.staff.spreadsheets.table import Cell, TableError
from generator.staff.spreadsheets.xlsx_reader import read_xlsx
from generator.staff.spreadsheets.xlsx_writer import to_xlsx


def saved(book: Workbook) -> bytes:
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def a_book(*rows: list[Any], title: str = "Services") -> Workbook:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(row)
    return book


def cells(data: bytes, sheet: str | None = None) -> list[list[Cell]]:
    return [list(row) for row in read_xlsx(data, sheet).rows]


def refused(data: bytes) -> str:
    with pytest.raises(TableError) as error:
        read_xlsx(data)
    return str(error.value)


def test_each_type_of_cell_says_what_it_is() -> None:
    row = [
        3003030157,
        18.0,
        0.5,
        True,
        date(2027, 3, 31),
        datetime.fromisoformat("2027-03-31 09:30"),
        time(9, 0),
        " words ",
        None,
    ]

    assert cells(saved(a_book(["a"], row)))[1] == [
        Cell("3003030157", "number"),
        Cell("18", "number"),
        Cell("0.5", "number"),
        Cell("yes"),
        Cell("2027-03-31", "day"),
        Cell("2027-03-31 09:30", "day"),
        Cell("09:00"),
        Cell(" words "),
    ]


def test_a_number_shows_the_zeros_that_its_format_adds() -> None:
    book = a_book(["Tel"], [3003030157])
    book.worksheets[0]["A2"].number_format = "00000000000"

    assert cells(saved(book))[1] == [Cell("03003030157")]


def test_a_formula_without_its_result_is_known_as_one() -> None:
    assert cells(saved(a_book(["Tel"], ['="0300"&"1"'])))[1] == [Cell('="0300"&"1"', "formula")]


def test_hidden_sheets_and_others_are_left_alone_and_named() -> None:
    book = a_book(["Old"], title="Old")
    book.worksheets[0].sheet_state = "hidden"
    book.create_sheet("Empty")
    book.create_sheet("Now").append(["Service name"])
    book.create_sheet("Staff").append(["Name"])
    book.active = 2
    table = read_xlsx(saved(book))

    assert [list(row) for row in table.rows] == [[Cell("Service name")]]
    assert table.told == (
        "Only the sheet 'Now' was read.",
        "Not read: 'Staff'. To read one of them: --sheet NAME.",
        "Hidden in the workbook, and not read: 'Old'.",
    )
    assert cells(saved(book), "staff") == [[Cell("Name")]]
    with pytest.raises(TableError, match="there is no sheet 'Stuff'; its sheets are 'Old', 'Empty', 'Now', 'Staff'"):
        read_xlsx(saved(book), "Stuff")


def test_one_cell_far_away_is_refused_and_empty_rows_below_are_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_reader, "MOST_ROWS", 20)
    monkeypatch.setattr(xlsx_reader, "EMPTY_ROWS_ALLOWED", 30)
    book = a_book(["Name"], ["Help"])
    book.worksheets[0]["A40"].number_format = "@"
    assert len(cells(saved(book))) == 2

    book.worksheets[0]["A1048576"] = "far"
    assert refused(saved(book)) == "this has more than 10,000 rows; split it into several files"


def test_a_row_of_too_many_cells_is_refused() -> None:
    book = a_book(["Name"])
    book.worksheets[0].cell(1, 1_500, "far")

    assert refused(saved(book)).startswith("row 1 has more than 1,000 columns")


def test_a_file_that_is_no_workbook_is_refused_plainly() -> None:
    whole = saved(a_book(["Name"], ["Help"]))
    broken = "this is not an Excel workbook we can read; open it, and save it again as an Excel workbook (.xlsx)"

    assert refused(b"") == broken
    assert refused(b"PK\x03\x04 nothing") == broken
    assert refused(whole[: len(whole) // 2]) == broken
    assert refused(b"\xd0\xcf\x11\xe0 old").startswith("this workbook has a password, or is in the form of before 2007")


def a_zip(**parts: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as out:
        for name, part in parts.items():
            out.writestr(name, part)
    return data.getvalue()


def test_a_zip_bomb_and_an_entity_bomb_are_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_reader, "MOST_UNPACKED", 1_000_000)

    assert refused(a_zip(sheet=b"0" * 1_000_001)).startswith("this unpacks to far more than a table of services needs")
    assert refused(a_zip(sheet=b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x/>')).startswith(
        "there is a DOCTYPE"
    )


def test_a_workbook_with_parts_that_do_not_fit_is_refused_and_not_raised() -> None:
    whole = saved(a_book(["Name"], ["Help"]))
    with zipfile.ZipFile(io.BytesIO(whole)) as parts:
        inside = {name: parts.read(name) for name in parts.namelist()}
    for name in inside:
        with suppress(TableError):
            read_xlsx(a_zip(**(inside | {name: b"<x/>"})))


def test_our_workbook_holds_text_alone_with_lists_to_choose_from() -> None:
    rows = [["Name", "Kind", "Tel"], ["=1+1", "helpline", "0300 303 0157"], ["_x0041_", "", "24/7"]]
    data = to_xlsx(rows, {"Kinds": [("helpline", "A line"), ("refuge", "")]}, {1: "Kinds"})
    book = load_workbook(io.BytesIO(data))
    sheet, words = book.worksheets

    used = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {(cell.data_type, cell.number_format) for cell in used} == {("s", "@")}
    assert sheet["A2"].value == "'=1+1"
    assert sheet.column_dimensions["C"].number_format == "@"
    assert sheet.freeze_panes == "C2"
    offers = sheet.data_validations.dataValidation
    assert [(str(offer.sqref), offer.formula1) for offer in offers] == [("B2:B503", "'Words to use'!$A$2:$A$3")]
    assert [cell.value for cell in words["A"]] == ["Kinds", "helpline", "refuge"]
    assert [[cell.text for cell in row] for row in cells(data)] == [
        ["Name", "Kind", "Tel"],
        ["'=1+1", "helpline", "0300 303 0157"],
        ["_x0041_", "", "24/7"],
    ]


def test_a_text_that_no_cell_can_hold_is_refused_and_not_cut() -> None:
    with pytest.raises(TableError, match="a text of 40,000 characters is too long for a cell in Excel"):
        to_xlsx([["Name"], ["x" * 40_000]], {}, {})


@pytest.mark.parametrize("text", ["=1+1", "＝1+1", "＋1", " =1+1", "\u200b@a", "-1", "\t=1"])
def test_no_cell_of_a_workbook_of_ours_is_a_formula_even_when_it_is_saved_as_csv(text: str) -> None:
    sheet = load_workbook(io.BytesIO(to_xlsx([["Service name"], [text]], {}, {})))["Services"]

    assert (sheet["A2"].data_type, sheet["A2"].value) == ("s", f"'{text}")


OLD, NEW = "<r><rPr><strike/><sz val='11'/></rPr><t>01632 960111</t></r>", "<r><rPr><b/></rPr><t> 01632 960112</t></r>"


def with_shared(text: str) -> bytes:
    """A workbook as Excel writes it, its texts kept once for all its cells: "Tel", and a text in A2."""
    book = a_book(["Tel"], ["Tel"])
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(book))) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode()
            if name == "xl/worksheets/sheet1.xml":
                data = re.sub(r'<c r="A1".*?</c>', '<c r="A1" t="s"><v>0</v></c>', data)
                data = re.sub(r'<c r="A2".*?</c>', '<c r="A2" t="s"><v>1</v></c>', data)
            elif name == "[Content_Types].xml":
                kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
                part = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/>'
                data = data.replace("</Types>", f"{part}</Types>")
            if name != "xl/sharedStrings.xml":
                new.writestr(name, data)
        start = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        new.writestr("xl/sharedStrings.xml", f"{start}<si><t>Tel</t></si><si>{text}</si></sst>")
    return made.getvalue()


@pytest.mark.parametrize(
    ("text", "kept", "gone"),
    [
        (f"{OLD}{NEW}", "01632 960112", "01632 960111"),
        (f"<r><t>Ring </t></r>{OLD}<r><t> or </t></r>{NEW}", "Ring or 01632 960112", "01632 960111"),
        ("<r><rPr><strike val='0'/></rPr><t>01632 </t></r><r><rPr><b/></rPr><t>960112</t></r>", "01632 960112", ""),
        (NEW, " 01632 960112", ""),
    ],
)
def test_words_that_are_struck_out_within_a_cell_are_not_taken(text: str, kept: str, gone: str) -> None:
    table = read_xlsx(with_shared(text))

    assert table.rows[1] == (Cell(kept, "text", gone),)
    assert ("Some words in a cell are struck out, and not taken, in row 2." in table.told) is bool(gone)


def test_a_cell_whose_words_are_all_struck_out_is_struck_out_and_one_kept_word_is_kept() -> None:
    every = read_xlsx(with_shared(OLD))
    book = a_book(["Tel", "Name"], ["x", "Line"])
    book.worksheets[0]["A2"].font = Font(strike=True)
    book.worksheets[0]["A2"] = CellRichText("01632 960111", TextBlock(InlineFont(b=True), " 01632 960112"))

    assert (every.rows, every.told) == (((Cell("Tel"),),), ("Struck out, and not taken: row 2.",))
    assert cells(saved(book))[1] == [Cell("01632 960112", "text", "01632 960111"), Cell("Line")]
