"""Open Referral UK 3.0 and HSDS 3.1: one feed of files that both accept, and our own document that names all of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.site.exports.openapi import LISTS
from tests.builders import a_service
from tests.site.exports.conftest import OpenData, made_of, service_in
from tests.site.exports.standard import FOLDER, STANDARDS, faults, faults_by

SCHEMAS = {
    "services": "service",
    "organizations": "organization",
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
    "service_at_locations": "service_at_location",
}
IDS = Path(__file__).parent / "recorded_ids.txt"
SLIM = ("schedules service_areas service_at_locations languages funding cost_options contacts attributes").split()
"""What the newer edition of the UK profile forbids in a row of a list."""


def values_in(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every value of a record, and where it stands."""
    yield path, value
    if isinstance(value, Mapping):
        for name, one in value.items():
            yield from values_in(one, f"{path}.{name}")
    elif isinstance(value, list):
        for one in value:
            yield from values_in(one, f"{path}[]")


# Both standards


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize("name", SCHEMAS)
def test_each_record_and_each_row_is_as_both_standards_want_it(data: OpenData, name: str, standard: str) -> None:
    found = [*data.records(name), *data.get(name)["contents"]]

    assert [fault for one in found for fault in faults(standard, SCHEMAS[name], one)] == []


def test_no_field_is_empty(data: OpenData) -> None:
    """Open Referral UK: a field without a value is left out."""
    found = [one for name in SCHEMAS for one in data.records(name)]

    assert {path for one in found for path, value in values_in(one) if value in (None, "", [], {})} == set()


def test_a_place_in_a_file_of_its_own_also_passes_for_a_service_by_a_slip_of_the_profile(hard: OpenData) -> None:
    places = hard.records("service_at_locations")

    assert places
    assert [fault for one in places for fault in faults("uk-3.0", "service", {**one, "schedules": []})] == []


def test_rows_hold_nothing_of_which_there_may_be_several(data: OpenData) -> None:
    rows = data.get("services")["contents"]

    assert {name for row in rows for name in SLIM if name in row} == set()


# What the checker asks


def test_a_list_is_one_page_and_each_of_its_ids_has_a_file_that_agrees(data: OpenData) -> None:
    for name in SCHEMAS:
        page = data.get(name)
        rows = page.pop("contents")
        assert page == {
            "total_items": len(rows),
            "total_pages": 1,
            "page_number": 1,
            "size": len(rows),
            "first_page": True,
            "last_page": True,
            "empty": not rows,
        }
        files = {path for path in data.files if path.startswith(f"data/oruk/{name}/")}
        assert {f"data/oruk/{name}/{row['id']}.json" for row in rows} == files
        for row in rows:
            whole = data.get(f"{name}/{row['id']}")
            same = [field for field in ("id", "name", "status", "assured_date", "last_modified") if field in row]
            assert [row[field] for field in same] == [whole[field] for field in same]


def test_the_feed_says_what_it_is_and_its_document_agrees(data: OpenData) -> None:
    about = data.get("")

    assert about["version"] == "HSDS-UK-3.0" == data.get("openapi")["x-hsds-version"]
    assert about["openapi_url"] == data.settings.absolute("data/oruk/openapi.json")
    assert about["data_guide"] == data.settings.absolute("data/")


def test_our_document_has_every_path_of_the_profile_and_no_page_to_ask_for(data: OpenData) -> None:
    profile = json.loads((FOLDER / "uk-3.0" / "profile-openapi.json").read_text(encoding="utf-8"))
    ours = data.get("openapi")["paths"]

    assert set(ours) == {*profile["paths"], "/organizations", "/organizations/{id}"}
    assert [one["name"] for path in ours.values() for one in path["get"].get("parameters", [])] == ["id"] * len(LISTS)


def test_each_field_that_the_profile_requires_is_required_by_our_document(data: OpenData) -> None:
    paths = data.get("openapi")["paths"]
    for name, schema in SCHEMAS.items():
        profile = json.loads((FOLDER / "uk-3.0" / f"{schema}.json").read_text(encoding="utf-8"))
        answer = paths[f"/{name}/{{id}}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        assert set(profile["required"]) <= set(answer["required"])


def closed(schema: Any) -> Any:
    """The same schema, to which a field that it does not name is a fault."""
    if isinstance(schema, dict):
        made = {name: closed(one) for name, one in schema.items()}
        return {**made, "additionalProperties": False} if "properties" in schema else made
    return [closed(one) for one in schema] if isinstance(schema, list) else schema


def test_our_document_names_every_field_of_every_file(data: OpenData) -> None:
    for path, operation in data.get("openapi")["paths"].items():
        answer = closed(operation["get"]["responses"]["200"]["content"]["application/json"]["schema"])
        name = path.strip("/").removesuffix("/{id}")
        found = data.records(name) if path.endswith("{id}") else [data.get(name)]
        assert [fault for one in found for fault in faults_by(answer, one)] == []


def test_our_document_follows_no_reference(data: OpenData) -> None:
    """The checker compares it before it follows any."""
    assert b"$ref" not in data.files["data/oruk/openapi.json"]


def test_the_lines_are_the_whole_records_in_the_order_of_the_list(data: OpenData) -> None:
    lines = [json.loads(line) for line in data.files["data/oruk/services.ndjson"].splitlines()]

    assert lines == data.records("services")


# Ids


def test_the_recorded_ids_are_the_same_for_ever(demonstration: OpenData) -> None:
    """Others hold copies by them. A new service adds a line; no line ever changes or goes, unless its record does."""
    recorded = dict(line.split(" ") for line in IDS.read_text(encoding="utf-8").splitlines())
    ids = {one.service.id: one.id for one in demonstration.table.services}

    assert {name: uuid for name, uuid in ids.items() if recorded.get(name) != uuid} == {}


def test_ids_outlive_a_new_name_and_a_new_address_of_the_site() -> None:
    before = made_of(a_service())
    renamed = made_of(a_service(name="Care"), site_url="https://other.example.org/", site_name="Other")

    assert [one["id"] for one in before.records("services")] == [one["id"] for one in renamed.records("services")]
    assert [one["id"] for one in service_in(before)["phones"]] == [one["id"] for one in service_in(renamed)["phones"]]


def test_the_id_of_a_part_is_not_that_of_its_place_in_a_list() -> None:
    ways = [{"phone": "01632 960001"}, {"phone": "01632 960002", "label": "Helpline"}]
    one, other = (service_in(made_of(a_service(contact=some)))["phones"] for some in (ways, ways[::-1]))

    assert one == other[::-1]


def test_two_offices_do_not_share_an_id() -> None:
    one = made_of(a_service())
    other = made_of(a_service(), feeds={"owner": "other.example.org,2026"})

    assert service_in(one)["id"] != service_in(other)["id"]


def test_no_id_stands_for_two_things(data: OpenData) -> None:
    for service in data.records("services"):
        for name, parts in service.items():
            ids = [one["id"] for one in parts] if isinstance(parts, list) else []
            assert len(ids) == len(set(ids)), name
