"""Tables that a spreadsheet opens as they are meant; CSVW and Data Package say the same of each column."""

from __future__ import annotations

import csv
import re
from datetime import date
from io import StringIO
from typing import Any
from uuid import UUID

import pytest

from generator.output import A_FORMULA, RETYPED
from generator.site.exports.licences import licence_of
from tests.builders import a_campaign, a_run, a_service, an_edition
from tests.site.exports.conftest import OpenData, made_of
from tests.sites import a_site

NAMES = ("services", "contacts", "places", "campaigns")


def rows_of(data: OpenData, name: str) -> list[dict[str, str]]:
    """The rows of a table, by their columns."""
    return list(csv.DictReader(StringIO(data.files[f"data/{name}.csv"].decode("utf-8-sig"))))


@pytest.mark.parametrize("name", NAMES)
def test_each_file_is_as_spreadsheets_and_the_standard_want_it(data: OpenData, name: str) -> None:
    made = data.files[f"data/{name}.csv"]
    text = made.decode("utf-8-sig")

    assert made.startswith(b"\xef\xbb\xbf")
    assert text.count("\n") == text.count("\r\n")
    assert {"\n" in cell or cell != cell.strip() for row in csv.reader(StringIO(text)) for cell in row} == {False}


@pytest.mark.parametrize("name", NAMES)
def test_all_that_says_something_of_a_column_says_the_same(data: OpenData, name: str) -> None:
    (heading,) = list(csv.reader(StringIO(data.files[f"data/{name}.csv"].decode("utf-8-sig"))))[:1]
    described = data.read(f"data/{name}.csv-metadata.json")["tableSchema"]
    package = data.read("data/datapackage.json")["resources"]
    (schema,) = [one["schema"] for one in package if one["name"] == name]

    assert [one["name"] for one in described["columns"]] == [one["name"] for one in schema["fields"]] == heading
    assert described["primaryKey"] == schema["primaryKey"]
    required = [one["name"] for one in schema["fields"] if one.get("constraints", {}).get("required")]
    assert required == [one["name"] for one in described["columns"] if one.get("required")]


def fits(cell: str, field: dict[str, Any]) -> bool:
    """Whether a cell is what a Data Package says of its column."""
    limits = field.get("constraints", {})
    if not cell:
        return not limits.get("required")
    if "enum" in limits:
        return cell in limits["enum"]
    if field["type"] == "date":
        return date.fromisoformat(cell).isoformat() == cell
    if field["type"] == "integer":
        return cell.isdigit()
    if field.get("format") == "uuid":
        return str(UUID(cell)) == cell
    return field.get("format") != "uri" or bool(re.fullmatch(r"https?://\S+", cell))


@pytest.mark.parametrize("name", NAMES)
def test_each_cell_is_what_its_column_says_and_no_two_rows_are_of_one_thing(data: OpenData, name: str) -> None:
    (schema,) = [one["schema"] for one in data.read("data/datapackage.json")["resources"] if one["name"] == name]
    fields = {field["name"]: field for field in schema["fields"]}
    rows = rows_of(data, name)

    assert [(row, column) for row in rows for column, cell in row.items() if not fits(cell, fields[column])] == []
    keys = [tuple(row[column] for column in schema["primaryKey"]) for row in rows]
    assert len(keys) == len(set(keys))


def test_a_number_keeps_its_zero_and_no_cell_runs_or_becomes_a_date(data: OpenData) -> None:
    """101 is the same as a number; a day is meant to be one."""
    for name in NAMES:
        for row in rows_of(data, name):
            for column, cell in row.items():
                assert not A_FORMULA.match(cell), (name, column, cell)
                if column in ("number", "link", "hours", "hours_in_words", "postcode") and not cell.isdigit():
                    assert not RETYPED.fullmatch(cell), (name, column, cell)


def test_words_that_a_spreadsheet_would_run_are_guarded() -> None:
    data = made_of(a_service(name="=1+1", summary="-2 or +3.", contact=[{"phone": "01632 960001", "note": "@SUM(1)"}]))

    (service,) = rows_of(data, "services")
    (contact,) = rows_of(data, "contacts")
    assert (service["name"], service["summary"], contact["note"]) == ("'=1+1", "'-2 or +3.", "'@SUM(1)")


def test_a_way_has_a_number_to_read_and_a_link_to_follow() -> None:
    ways = [
        {"phone": "0808 157 0101", "label": "Helpline", "hours": "08:00-20:00", "languages": ["en", "cy"]},
        {"text": "01632 960002"},
        {"email": "help@example.org"},
        {"chat": "https://chat.example.org/"},
    ]
    rows = rows_of(made_of(a_service(contact=ways)), "contacts")

    assert [(row["way"], row["number"], row["link"]) for row in rows] == [
        ("phone", "0808 157 0101", "tel:+448081570101"),
        ("text", "01632 960002", "sms:+441632960002"),
        ("email", "", "mailto:help@example.org"),
        ("chat", "", "https://chat.example.org/"),
    ]
    first = rows[0]
    assert (first["hours"], first["free"], first["languages"]) == ("Mo-Su 08:00-20:00", "yes", "en; cy")
    assert first["checked_on"] == "2026-11-20"


def test_a_campaign_that_is_not_announced_is_in_no_table() -> None:
    """A row for each time that the public may know of."""
    runs = [a_run("2026-11-01", "2026-11-30"), a_run("2027-02-01", "2027-02-28")]
    data = OpenData(an_edition(a_campaign(runs=runs)), a_site())

    assert [(row["from"], row["to"]) for row in rows_of(data, "campaigns")] == [("2026-11-01", "2026-11-30")]
    assert rows_of(OpenData(an_edition(a_campaign()), a_site()), "campaigns") == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Open Government Licence v3.0", "OGL-UK-3.0"),
        ("the Open Government License, version 3", "OGL-UK-3.0"),
        ("OGL 3.0", "OGL-UK-3.0"),
        ("CC BY 4.0", "CC-BY-4.0"),
        ("CC BY-SA 4.0", ""),
        ("CC0", "CC0-1.0"),
        ("Open Government Licence v2.0", ""),
        ("Ask us first", ""),
    ],
)
def test_terms_that_machines_know_have_their_address(words: str, code: str) -> None:
    found = licence_of(words)

    assert found
    assert (found.name, found.code, bool(found.link)) == (words, code, bool(code))
    assert re.fullmatch(r"[A-Za-z0-9._-]+", found.in_package["name"])


def test_an_office_that_names_no_terms_gives_none() -> None:
    data = made_of(a_service())

    assert licence_of(None) is None
    assert "licenses" not in data.read("data/datapackage.json")
    assert "dc:license" not in data.read("data/services.csv-metadata.json")
    assert "license" not in data.read("data.json")[0]
    assert b"dct:license" not in data.files["data/catalog.ttl"]
