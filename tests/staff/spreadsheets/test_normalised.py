"""A table from elsewhere is read as people see it: nothing unseen, hidden or struck out; and N/A is nothing."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from generator.model.fields.placeholders import is_placeholder
from generator.staff.spreadsheets.flatten import flat
from generator.staff.spreadsheets.import_rows import Imported, read_services
from generator.staff.spreadsheets.xlsx_reader import read_xlsx
from tests.builders import a_catalogue
from tests.staff.spreadsheets.services import imported

HEAD = "Service name|Organisation|Kind|Summary|Helps with|Areas|Tel|Opening times|Venue|Min age|Cost|Languages"
GOOD = "Line|victim-support|helpline|Help.|any-crime|cumbria|01632 960111|Mon-Fri 9am-5pm|Main office|16|free|English"
ROW = ["Line", "victim-support", "helpline", "Help.", "any-crime", "cumbria", "01632 960111"]


@pytest.mark.parametrize("column", range(6, 12))
@pytest.mark.parametrize(
    "text", ["N/A", "n/a", "-", "–", "TBC", "tba", "none", "Nil", "unknown", "?", "See website", "#N/A"]
)
def test_a_placeholder_is_nothing_and_the_row_stays(column: int, text: str) -> None:
    cells = GOOD.split("|")
    cells[column] = text
    found = imported(f"{HEAD}\n{'|'.join(cells)}\n", a_catalogue())

    assert (found.results[0].state, found.told[-1]) == ("new", f"Taken as empty: '{text}' (1 time).")
    assert text not in flat(found.results[0].values).values()


@pytest.mark.parametrize(
    "text",
    ["N.A.", "not applicable", "Not known", "t.b.c.", "to be confirmed", "—", "--", "...", "???", "xx", "null", "#N/A",
     "Please see our website", "see web site for details", "don’t know", "TBD", "n / a", "(blank)"],
)  # fmt: skip
def test_its_neighbours_are_placeholders_too(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text", ["no", "No one under 16", "free", "Nana", "x", "0", "24/7", "Nilgiri Trust", "Website", "5"]
)
def test_a_word_that_says_something_is_none(text: str) -> None:
    assert not is_placeholder(text)


def test_in_our_own_table_a_dash_is_what_somebody_wrote() -> None:
    (result,) = imported("Waymark id|Cost of the help\nvictim-support-cumbria|-\n", a_catalogue()).results

    assert result.row.empty == []


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("Har\u00adbour Line", "Har[U+00AD]bour Line"),
        ("Harbour\u200b Line", "Harbour[U+200B] Line"),
        ("Harbour\u00a0Line", "Harbour[U+00A0]Line"),
        ("Harbour Line\u200e", "Harbour Line[U+200E]"),
        ("Harbour Lineâ€™", "Harbour Lineâ€™"),
        ("Harbour &#76;ine", "Harbour &#76;ine"),
    ],
)
def test_a_name_is_cleaned_and_told_and_no_id_is_made_of_what_nobody_sees(name: str, seen: str) -> None:
    (result,) = imported(f"{HEAD}\n{GOOD.replace('Line', name)}\n", a_catalogue()).results

    assert result.id == "harbour-line"
    assert [(taken.said, taken.read_as.strip("’")) for taken in result.row.taken if taken.column == "Service name"] == [
        (seen, "Harbour Line")
    ]


def test_names_that_look_the_same_are_the_same_service() -> None:
    rows = "\n".join(GOOD.replace("Line", name) for name in ("Harbour Line", "Har\u00adbour Line", "Harbour\u2003Line"))
    results = imported(f"{HEAD}\n{rows}\n", a_catalogue()).results

    assert [result.state for result in results] == ["new", "to mend", "to mend"]


def test_a_lost_letter_is_asked_for() -> None:
    row = GOOD.replace("Help.", "Don\ufffdt wait.")
    (result,) = imported(f"{HEAD}\n{row}\n", a_catalogue()).results

    assert [str(problem) for problem in result.problems] == [
        "row 2, column Summary: a letter was lost in 'Don\ufffdt wait.'; type the word again"
    ]


def test_a_persons_name_that_was_told_stands_beside_the_number_it_is_next_to() -> None:
    head = (
        "Service name|Organisation|Kind|Summary|Helps with|Areas|Website|Contact name|Contact email|Contact telephone"
    )
    row = "Line|victim-support|helpline|Help.|any-crime|cumbria|https://www.example.org|Pat|a@example.org|01632 960111"
    (result,) = imported(f"{head}\n{row}\n", a_catalogue(), {"Contact name": "contact.label"}).results

    assert result.values["contact"] == [
        {"website": "https://www.example.org"},
        {"email": "a@example.org"},
        {"phone": "01632 960111", "label": "Pat"},
    ]


def of_workbook(change: Any, *rows: list[str]) -> Imported:
    book = Workbook()
    sheet: Any = book.active
    for row in ([*HEAD.split("|")[:7], "Zzz"], *(rows or ([*ROW, ""], ["Next", *ROW[1:], ""]))):
        sheet.append(row)
    change(sheet)
    data = io.BytesIO()
    book.save(data)
    return read_services(read_xlsx(data.getvalue()), a_catalogue(), {}, {}, False)


def names_of(found: Imported) -> list[str]:
    return [result.name for result in found.results]


def test_a_cell_that_is_one_over_several_rows_is_taken_for_each_and_said() -> None:
    def change(sheet: Any) -> None:
        sheet.merge_cells("B2:B3")

    found = of_workbook(change)

    assert [result.values.get("organisation") for result in found.results] == ["victim-support"] * 2
    assert found.told == ("Organisation: the cell that is one over rows 2 to 3 was taken for each of them.",)


def test_what_is_hidden_is_not_taken_and_said() -> None:
    def change(sheet: Any) -> None:
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["H"].hidden = True

    found = of_workbook(change)

    assert names_of(found) == ["Next"]
    assert found.told == (
        "Hidden in the sheet, and not taken: row 2. To take them, show them first.",
        "Hidden in the sheet, and not taken: column H. To take them, show them first.",
    )


def test_what_is_struck_out_is_not_taken_and_said() -> None:
    def change(sheet: Any) -> None:
        for cell in sheet[2]:
            cell.font = Font(strike=True)
        sheet["G3"].font = Font(strike=True)

    found = of_workbook(change)

    assert names_of(found) == ["Next"]
    assert "contact" not in found.results[0].values or found.results[0].values["contact"] == []
    assert found.told == (
        "Struck out, and not taken: row 2.",
        "Some cells are struck out, and not taken, in row 3.",
    )


@pytest.mark.parametrize("where", ["hidden", "comment", "struck", "plain"])
def test_the_place_of_a_refuge_is_kept_back_wherever_the_workbook_says_it(where: str) -> None:
    refuge = ["Harbour Refuge", "victim-support", "refuge", *ROW[3:], "The house is 17 Lantern Row"]

    def change(sheet: Any) -> None:
        if where == "hidden":
            sheet.column_dimensions["H"].hidden = True
        elif where == "struck":
            sheet["H2"].font = Font(strike=True)
        elif where == "comment":
            sheet["H2"].value = None
            sheet["D2"].comment = Comment("They moved to 17 Lantern Row", "Sam")

    (result,) = of_workbook(change, refuge).results

    assert result.state == "new", result.problems
    assert [place["address"] for place in result.values["places"]] == ["17 Lantern Row"]
