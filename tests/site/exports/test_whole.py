"""All exports hold the same; the catalogue, the list of files and what programs read first say what is there."""

from __future__ import annotations

import csv
import json
import re
from hashlib import sha256
from io import StringIO

import pytest

from generator.site.exports import oruk_feed
from generator.site.exports.all_exports import open_data
from generator.site.exports.json_files import as_json
from tests.builders import a_service
from tests.site.exports.conftest import OpenData, made_of
from tests.sites import a_publication


def test_pages_feed_lines_and_tables_hold_the_same_services_numbers_and_checks(data: OpenData) -> None:
    """Each is a rendering of one table, and that of what pages show."""
    edition = data.edition
    shown = {
        service.id: (
            frozenset(one.number.shown for one in edition.ways(service) if one.number),
            check.on.isoformat() if (check := edition.last_check(service)) else None,
        )
        for service in edition.catalogue.public_services
        if not edition.is_closed(service)
    }
    whole = {one["x_waymark"]["id"]: one for one in data.records("services") if one["status"] != "defunct"}
    lines = [json.loads(line) for line in data.files["data/oruk/services.ndjson"].splitlines()]
    tables = {
        name: list(csv.DictReader(StringIO(data.files[f"data/{name}.csv"].decode("utf-8-sig"))))
        for name in ("services", "contacts", "places")
    }
    checks = {row["record"]: row["checked_on"] or None for row in tables["services"] if row["status"] != "defunct"}

    assert {name: one.get("assured_date") for name, one in whole.items()} == checks
    assert checks == {name: check for name, (_, check) in shown.items()}
    for name, service in whole.items():
        numbers = {one["number"] for one in service.get("phones", [])}
        places = service.get("service_at_locations", [])
        of_places = {one["number"] for place in places for one in place.get("phones", [])}
        in_table = {row["number"] for row in tables["contacts"] if row["service_id"] == service["id"]} - {""}
        assert numbers == shown[name][0]
        assert in_table == numbers | of_places
        assert service in lines
        met = {(row["service_id"], row["id"]) for row in tables["places"] if row["service_id"] == service["id"]}
        assert met == {(service["id"], place["id"]) for place in places}


def test_files_whose_bytes_are_let_go_once_they_are_written_are_the_same_and_each_is_made_once(
    data: OpenData, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large directory has more bytes of open data than everything else in a build takes together."""
    made: list[object] = []

    def counted(record: object) -> bytes:
        made.append(record)
        return as_json(record)

    monkeypatch.setattr(oruk_feed, "as_json", counted)
    written, held = {}, 0
    every = list(open_data(data.table))
    for one in every:
        written[one.path] = one.data
        if not one.is_part:
            one.let_go()
        held = max(held, sum("data" in other.__dict__ for other in every))

    assert written == data.files
    assert [one.path for one in every if "data" in one.__dict__] == []
    assert len(made) == sum(path.startswith("data/oruk/") and path.endswith(".json") for path in written)
    assert held <= sum(one.is_part for one in every) + 1
    assert [one.measured for one in every] == [(len(one.data), sha256(one.data).hexdigest()) for one in every]


def test_the_two_writings_of_the_catalogue_say_the_same(data: OpenData) -> None:
    written = data.files["data/catalog.ttl"].decode()
    graph = data.read("data/catalog.jsonld")["@graph"]
    said = sum(len(values) for node in graph for name, values in node.items() if name[0] != "@")

    assert [node["@id"] for node in graph] == re.findall(r"^<([^>]+)> a ", written, re.MULTILINE)
    assert len(re.findall(r"^  \S+ ", written, re.MULTILINE)) >= said
    for node in graph:
        for name, values in node.items():
            for value in values if name[0] != "@" else []:
                text = value.get("@id") or value.get("@value") if isinstance(value, dict) else value
                assert text is None or json.dumps(text, ensure_ascii=False)[1:-1] in written


def test_every_file_that_the_catalogue_names_is_there(data: OpenData) -> None:
    site = data.settings.site_url
    (listed,) = data.read("data.json")
    named = {one.get("downloadURL") or one["accessURL"] for one in listed["distribution"]}

    assert len(listed["title"]) <= 65
    assert len(listed["description"].partition(". ")[0]) <= 140
    assert {address.removeprefix(site) for address in named} - {"data/oruk/"} <= data.files.keys()
    assert all(f"<{address}>" in data.files["data/catalog.ttl"].decode() for address in named)


def test_the_list_of_files_has_each_of_them_and_its_digest(data: OpenData) -> None:
    listed = {one["path"]: one for one in data.read("data/manifest.json")["files"]}

    assert {*listed, "data/manifest.json"} == {path for path in data.files if path.startswith("data/")}
    for path, one in listed.items():
        assert one["sha256"] == sha256(data.files[path]).hexdigest()
        assert one["bytes"] == len(data.files[path])


def test_what_is_gone_is_listed_for_ever_with_what_took_over() -> None:
    old = a_service(id="old", closed_on="2020-11-01", replaced_by="victim-support-cumbria")
    data = made_of(old, a_service(), a_service(id="ended", closed_on="2026-11-01"))
    before = made_of(a_service(id="old"))

    assert data.read("data/gone.json") == [
        {
            "id": "old",
            "uuid": before.table.services[0].id,
            "closed_on": "2020-11-01",
            "replaced_by": "victim-support-cumbria",
        }
    ]


def test_what_programs_read_first_holds_no_number_but_999(data: OpenData) -> None:
    text = data.files["llms.txt"].decode()
    words = re.sub(r"\(https?://\S+\)", "", text).replace(data.settings.site_description, "")

    assert set(re.findall(r"\b\d[\d ]{2,}\b", words)) == {"999"}
    assert len(text.encode()) < 1500


def test_each_page_leads_to_the_data_and_its_page_to_every_kind_of_file() -> None:
    publication = a_publication(a_service())
    paths = {one.path for one in publication.downloads}
    (page,) = [one for one in publication.pages if one.address == "data/"]
    links = {link.removeprefix("/") for link in re.findall(r'href="(/data[^"]*)"', page.body)}

    assert links <= paths
    assert {link.rpartition(".")[2] for link in links} == {"csv", "json", "ndjson", "ttl"}
    assert "data/" in {entry.address for entry in publication.frame.foot}


def test_two_languages_have_each_their_own_ids_and_words() -> None:
    """No id stands for a record in English here and one in Welsh there: who keeps both would lose one."""
    languages = {"en": {"site_name": "Help"}, "cy": {"site_name": "Cymorth"}}
    english, welsh = made_of(a_service()), made_of(a_service(), languages=languages)
    settings = welsh.settings.in_each_language()[1]
    data = OpenData(welsh.edition, settings)

    assert welsh.records("services")[0]["id"] == english.records("services")[0]["id"]
    assert data.records("services")[0]["id"] != english.records("services")[0]["id"]
    assert data.get("")["openapi_url"] == "https://help.example.org/cy/data/oruk/openapi.json"
    assert data.records("services")[0]["contacts"][0]["name"] == "Ffôn"
