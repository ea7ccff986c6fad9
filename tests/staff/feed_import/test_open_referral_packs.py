"""Open Referral's flat files in one zip or one workbook say what they say side by side in a folder."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from csv import reader
from io import BytesIO, StringIO

import pytest
from openpyxl import Workbook

from generator.staff.feed_import.open_referral_packs import read_pack
from generator.staff.spreadsheets.csv_files import read_csv
from generator.staff.spreadsheets.open_referral_files import from_open_referral
from generator.staff.spreadsheets.table import TableError
from tests.staff.spreadsheets.test_open_referral_files import FILES, SERVICES

EVERY = {"organizations": FILES["organizations"], "services": SERVICES, **FILES}
SIDE_BY_SIDE = from_open_referral(
    read_csv(SERVICES.encode()), {name: read_csv(text.encode()) for name, text in FILES.items()}
)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        for name, text in files.items():
            opened.writestr(name, text)
    return made.getvalue()


def workbook(sheets: Mapping[str, str]) -> bytes:
    book, made = Workbook(), BytesIO()
    book.remove(book.active)
    for name, text in sheets.items():
        sheet = book.create_sheet(name)
        for row in reader(StringIO(text)):
            sheet.append(row)
    book.save(made)
    return made.getvalue()


@pytest.mark.parametrize("folder", ["", "export/", "export/csv/"])
@pytest.mark.parametrize("ending", [".csv", ".CSV"])
def test_a_zip_is_read_as_its_files(folder: str, ending: str) -> None:
    more = {
        "__MACOSX/._services.csv": b"\0\0",
        ".hidden/services.csv": "x\n",
        "datapackage.json": "{}",
        "taxonomies.csv": "id\n",
    }
    pack = zipped({f"{folder}{name}{ending}": text for name, text in EVERY.items()} | more)

    assert read_pack(pack, None) == SIDE_BY_SIDE


def test_a_workbook_with_a_sheet_for_each_is_read_as_its_files() -> None:
    found = read_pack(workbook({"Readme": "Hello\n"} | EVERY), None)

    assert [[cell.text for cell in row] for row in found.rows] == [
        [cell.text for cell in row] for row in SIDE_BY_SIDE.rows
    ]
    assert found.told == SIDE_BY_SIDE.told


def test_a_workbook_with_another_sheet_called_services_is_a_table_as_any_other() -> None:
    found = read_pack(workbook({"Services": "Name,Phone\nQuay,01632 960101\n", "Phones": "A,B\n1,2\n"}), None)

    assert [cell.text for cell in found.rows[0]] == ["Name", "Phone"]
    assert 'Only the sheet "Services" was read.' in " ".join(found.told).replace("'", '"')


@pytest.mark.parametrize(
    ("pack", "said"),
    [
        ({"letter.txt": "Dear all"}, "this is a zip without services.csv"),
        ({"services.csv": "Name,Phone\nQuay,1\n"}, "this is a zip without services.csv"),
        ({"services.csv": SERVICES, "phones.csv": '{"a": 1}'}, "phones.csv in it: this is JSON, not a table"),
        ({}, "this is a zip without services.csv"),
    ],
)
def test_another_zip_is_refused_with_what_can_be_read(pack: dict[str, str | bytes], said: str) -> None:
    with pytest.raises(TableError) as refused:
        read_pack(zipped(pack), None)

    assert said in str(refused.value)


def test_a_zip_that_unpacks_to_far_more_is_not_opened() -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("services.csv", b" " * 300_000_000)
    with pytest.raises(TableError, match="unpacks to far more"):
        read_pack(made.getvalue(), None)
