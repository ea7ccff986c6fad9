"""CSV as people send it: any usual encoding and delimiter, refused plainly where it is broken."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.output import csv_table
from generator.staff.spreadsheets import csv_files
from generator.staff.spreadsheets.cells import unguarded
from generator.staff.spreadsheets.csv_files import read_csv
from generator.staff.spreadsheets.table import TableError
from tests.builders import ANY_INPUT

TEXT = "Name,Cost\nLlŷn,\"£5, or 'free'\"\n"


def texts(data: bytes) -> list[list[str]]:
    return [[cell.text for cell in row] for row in read_csv(data).rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_each_unicode_encoding_is_read(encoding: str) -> None:
    assert texts(TEXT.encode(encoding)) == [["Name", "Cost"], ["Llŷn", "£5, or 'free'"]]


def test_windows_1252_is_read_and_said() -> None:
    table = read_csv("Name,Cost\nHelp – now,£5\n".encode("cp1252"))

    assert [cell.text for cell in table.rows[1]] == ["Help – now", "£5"]
    assert table.told == ("It is not UTF-8, so it was read as Windows-1252: look whether £, ’ and é came out right.",)


@pytest.mark.parametrize(("sign", "name"), [(";", "Semicolons"), ("\t", "Tabs")])
def test_semicolons_and_tabs_are_known(sign: str, name: str) -> None:
    table = read_csv(f"Name{sign}Cost{sign}About\nHelp, now{sign}free{sign}a, b, c\n".encode())

    assert [cell.text for cell in table.rows[1]] == ["Help, now", "free", "a, b, c"]
    assert table.told == (f"{name} stand between its cells.",)


def test_the_line_in_which_excel_names_the_delimiter_keeps_its_row_number() -> None:
    assert texts(b"sep=;\r\nName;Tel\r\nHelp;999\r\n") == [[], ["Name", "Tel"], ["Help", "999"]]


def test_a_cell_may_have_several_lines() -> None:
    assert texts(b'Name,About\r\nHelp,"one\r\ntwo"\r\nNext,x\r\n') == [
        ["Name", "About"],
        ["Help", "one\ntwo"],
        ["Next", "x"],
    ]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b'Name,Tel\nHelp,"0300\nNext,1\n', "the quotation marks in row 2 do not match (line 3 of the file)"),
        (b"Name,Tel\n" + b"x" * 300_000, "a cell in row 2 is longer than 200,000 characters"),
        (b"\x89PNG\x00\x01 not text", "this is not a CSV file"),
        (b"\xff\xfe\x00", "this is not text"),
        (b"a," * 1_200 + b"b\n", "row 1 has more than 1,000 columns"),
    ],
)
def test_a_broken_file_is_refused_with_its_reason(data: bytes, why: str) -> None:
    with pytest.raises(TableError) as error:
        read_csv(data)

    assert str(error.value).startswith(why)


def test_a_table_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_files, "MOST_ROWS", 3)
    with pytest.raises(TableError, match="rows; split it into several files"):
        read_csv(b"a,b\n" * 4)


@given(data=st.binary(max_size=60))
@ANY_INPUT
def test_any_bytes_are_a_table_or_refused(data: bytes) -> None:
    with suppress(TableError):
        read_csv(data)


@given(
    rows=st.lists(
        st.lists(
            st.text(st.characters(exclude_categories=["Cs", "Cc"])) | st.sampled_from(["=1", "a\nb", '"', "'"]),
            min_size=2,
            max_size=2,
        ),
        min_size=1,
        max_size=4,
    )
)
@ANY_INPUT
def test_what_we_write_is_read_back_to_the_letter(rows: list[list[str]]) -> None:
    headings = ["Waymark id", "Service name"]
    written = csv_table(headings, rows, for_people=True)

    assert [[unguarded(cell) for cell in row] for row in texts(written)] == [headings, *rows]


def test_excel_knows_our_file_by_its_mark_and_finds_no_formula_in_it() -> None:
    data = csv_table(["Name", "Hours"], [["=1+1", "24/7"]], for_people=True)

    assert data == b'\xef\xbb\xbf"Name","Hours"\r\n"\'=1+1","\'24/7"\r\n'
