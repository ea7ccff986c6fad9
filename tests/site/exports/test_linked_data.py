"""JSON-LD in the head of a page: small, of schema.org's own words, nothing of a place, and it ends no script."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from typing import Any

import pytest

from generator.site.exports.linked_data import data_set, linked_data
from tests.builders import a_service
from tests.site.exports.conftest import OpenData, made_of
from tests.sites import a_publication, page_at

MOST = 1200
TYPES = {
    *("Service", "NGO", "Organization", "AdministrativeArea", "PeopleAudience", "ServiceChannel", "ContactPoint"),
    *("OpeningHoursSpecification", "Dataset", "DataDownload", "Place", "GeoCoordinates"),
}
"""Each is a type of schema.org."""
WORDS = {
    *("name", "url", "serviceType", "provider", "areaServed", "audience", "availableChannel", "audienceType"),
    *("suggestedMinAge", "suggestedMaxAge", "availableLanguage", "serviceUrl", "telephone", "contactType"),
    *("contactOption", "hoursAvailable", "serviceSmsNumber", "servicePhone", "dayOfWeek", "opens", "closes"),
    *("serviceLocation", "geo", "latitude", "longitude"),
}
"""Each is a property of the type that has it here."""


def said_of(data: OpenData, name: str = "victim-support-cumbria") -> dict[str, Any]:
    """What the page of a service says to machines."""
    (row,) = [one for one in data.table.services if one.service.id == name]
    found: dict[str, Any] = json.loads(linked_data(data.table, row))
    return found


def nodes_in(value: Any) -> Iterator[dict[str, Any]]:
    """Each thing in it."""
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from nodes_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from nodes_in(one)


def test_each_page_has_little_of_it_and_no_word_that_schema_org_lacks(data: OpenData) -> None:
    for row in data.table.services:
        made = linked_data(data.table, row)
        assert len(gzip.compress(made.encode(), 9)) < MOST, row.service.id
        for node in nodes_in(json.loads(made)):
            assert node["@type"] in TYPES
            assert {name for name in node if name[0] != "@"} <= WORDS


def test_it_says_the_numbers_that_the_feed_says(data: OpenData) -> None:
    for service in data.records("services"):
        said = said_of(data, service["x_waymark"]["id"])
        numbers = {node["telephone"].replace("+44 ", "0") for node in nodes_in(said) if "telephone" in node}
        assert numbers == {one["number"] for one in service.get("phones", [])}


def test_a_line_that_is_open_over_midnight_and_closed_on_bank_holidays() -> None:
    ways = [{"phone": "0808 157 0101", "label": "Helpline", "hours": "Mo-Fr 20:00-08:00; PH off"}]
    said = said_of(made_of(a_service(contact=ways)))

    assert said["availableChannel"] == {
        "@type": "ServiceChannel",
        "name": "Helpline",
        "servicePhone": {
            "@type": "ContactPoint",
            "telephone": "+44 808 157 0101",
            "contactType": "Helpline",
            "contactOption": "TollFree",
            "hoursAvailable": [
                {
                    "@type": "OpeningHoursSpecification",
                    "dayOfWeek": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
                    "opens": "20:00",
                    "closes": "08:00",
                },
                {
                    "@type": "OpeningHoursSpecification",
                    "dayOfWeek": "PublicHolidays",
                    "opens": "00:00",
                    "closes": "00:00",
                },
            ],
        },
    }


@pytest.mark.parametrize(
    ("hours", "days"),
    [
        ("24/7", [("00:00", "23:59")]),
        ("Mo-Fr 09:00-17:00", [("09:00", "17:00")]),
        ("Mo-Fr 09:00-17:00; PH 10:00-14:00", [("09:00", "17:00"), ("10:00", "14:00")]),
        ("Sa 18:00-24:00", [("18:00", "23:59")]),
    ],
)
def test_hours_that_nobody_knows_are_not_said(hours: str, days: list[tuple[str, str]]) -> None:
    said = said_of(made_of(a_service(contact=[{"phone": "01632 960001", "hours": hours}])))

    assert [(node["opens"], node["closes"]) for node in nodes_in(said) if "opens" in node] == days


def test_short_numbers_stay_as_they_are() -> None:
    said = said_of(made_of(a_service(contact=[{"phone": "116 123"}])))

    assert said["availableChannel"]["servicePhone"]["telephone"] == "116 123"


def test_nothing_of_a_place_is_in_it(hard: OpenData) -> None:
    said = "".join(linked_data(hard.table, row) for row in hard.table.services)

    assert "Example Street" not in said
    assert not {"address", "geo", "location", "serviceLocation"} & {
        name
        for row in hard.table.services
        for node in nodes_in(json.loads(linked_data(hard.table, row)))
        for name in node
    }


def test_no_words_end_the_script_they_stand_in() -> None:
    data = made_of(a_service(contact=[{"website": "https://www.example.org/?a=1&b=2", "label": "A < b & c --> d"}]))
    (row,) = data.table.services
    made = linked_data(data.table, row)

    assert not set("<&") & set(made)
    assert json.loads(made)["availableChannel"]["name"] == "A < b & c --> d"


def test_a_service_that_has_ended_has_no_way_to_reach_it() -> None:
    assert "availableChannel" not in said_of(made_of(a_service(status="closed")))


def test_the_page_of_a_service_for_people_who_harm_says_nothing_to_machines() -> None:
    publication = a_publication(a_service(), a_service(id="change", **{"for": "people-who-harm"}))

    assert page_at("services/change/", publication).linked_data is None
    assert page_at("services/victim-support-cumbria/", publication).linked_data


def test_open_data_is_a_data_set_with_each_of_its_files(data: OpenData) -> None:
    said = json.loads(data_set(data.table))
    files = {one["contentUrl"].removeprefix(data.settings.site_url) for one in said["distribution"]}

    assert said["@type"] == "Dataset"
    assert files - {"data/oruk/"} <= data.files.keys()
    assert said["dateModified"] == max(
        one["last_modified"][:10] for one in data.records("services") if "last_modified" in one
    )
