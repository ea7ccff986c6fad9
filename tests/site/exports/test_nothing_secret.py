"""A place that is kept private, and a number that no page shows, are in no file of open data, in no writing."""

from __future__ import annotations

import json

import pytest

from tests.builders import a_service, an_edition
from tests.built_site.nasty import SECRETS
from tests.site.exports.conftest import OpenData, found_in, made_of
from tests.sites import a_site

SECRET = {
    "name": "Larkspur House",
    "address": "7 Gooseberry Lane, Kendal",
    "postcode": "CA99 9ZZ",
    "area": "cumberland",
}
"""A name, a street, a postcode, and an area finer than the one that the service helps in."""
KIND = {"id": "harbour", "name": "Harbour", "kind": "refuge", "helps_with": ["domestic-abuse"]}


def test_no_file_of_a_site_with_secrets_holds_one(hard: OpenData) -> None:
    assert hard.edition.withheld
    assert hard.edition.withheld_numbers
    assert found_in(hard, dict(hard.files)) == []
    assert [path for path, made in hard.files.items() for one in SECRETS if one.encode() in made] == []


def test_a_secret_place_leaves_no_place_no_area_and_no_count() -> None:
    """Whoever counts lists, pages or files learns nothing: it is as if nobody had written a place down."""
    with_place = made_of(a_service(**KIND, places=[SECRET], points=[SECRET | {"name": "Larkspur Point"}]))
    without = made_of(a_service(**KIND))

    assert dict(with_place.files) == dict(without.files)
    assert with_place.get("service_at_locations")["total_items"] == 0
    assert b"umberland" not in b"".join(with_place.files.values())


def test_private_is_said_and_is_not_unknown() -> None:
    secret = made_of(a_service(**KIND)).records("services")[0]
    unknown = made_of(a_service()).records("services")[0]

    assert (secret["x_waymark"]["location"], unknown["x_waymark"]["location"]) == ("withheld", "unknown")
    assert "\n\nWhere this service is stays private." in secret["description"]
    assert "private." not in unknown["description"].partition("\n\n")[2]


def test_a_place_that_is_secret_beside_one_that_is_not_adds_nothing() -> None:
    shown = {
        "name": "Carlisle office",
        "address": "1 Example Street, Carlisle",
        "postcode": "CA1 1AA",
        "area": "cumbria",
    }
    one, both = (
        made_of(a_service(places=some)) for some in ([shown], [shown, SECRET | {"show": "never", "area": "kent"}])
    )

    assert dict(one.files) == dict(both.files)
    assert one.records("services")[0]["service_at_locations"][0]["location"]["addresses"][0]["city"] == "Carlisle"


def test_of_a_place_known_by_its_area_there_is_a_name_and_no_address() -> None:
    place = {"name": "Carlisle office", "address": "1 Example Street, Carlisle", "postcode": "CA1 1AA"}
    data = made_of(a_service(places=[place | {"area": "cumberland", "show": "area", "directions": "The blue door."}]))
    location = data.records("service_at_locations")[0]["location"]

    assert (location["name"], location["description"]) == ("Carlisle office", "Cumberland.")
    assert location.keys() == {"id", "location_type", "name", "description"}
    assert data.records("services")[0]["x_waymark"]["location"] == "area"
    for hidden in (b"Example Street", b"CA1", b"blue door"):
        assert [path for path, made in data.files.items() if hidden in made] == []


@pytest.mark.parametrize(
    "contact", [{"phone": "01632 960777"}, {"email": "unseen@example.org"}, {"website": "https://unseen.example.org/"}]
)
@pytest.mark.parametrize("why", ["nobody checked it", "it has ended", "it is for professionals"])
def test_a_way_that_no_page_shows_is_in_no_file(contact: dict[str, str], why: str) -> None:
    ended = why == "it has ended"
    if ended and "phone" not in contact:
        return  # only numbers are retired
    way = contact | ({"for": "professionals"} if why == "it is for professionals" else {})
    checked = {} if why == "nobody checked it" else {"checked": {"on": "2026-11-20", "by": "Us", "how": "phoned"}}
    service = a_service(**{"checked": None} | checked, contact=[way])
    edition = an_edition(service, retired=["01632 960777"] if ended else [])
    data = OpenData(edition, a_site())

    assert [path for path, made in data.files.items() if b"960777" in made or b"unseen" in made] == []


@pytest.mark.parametrize(
    "written",
    [
        "7 Gooseberry Lane",
        "7 GOOSEBERRY  LANE",
        "7 Gooseb\\u0065rry Lane",
        "7%20Gooseberry%20Lane",
        "7+Gooseberry+Lane",
        "7 Goose&#98;erry Lane",
        "CA99\\u00209ZZ",
        "ca999zz",
        "CA99%209ZZ",
    ],
)
@pytest.mark.parametrize("ending", ["json", "ndjson", "csv", "geojson", "ttl", "jsonld", "txt", "html"])
def test_the_search_would_find_it_in_each_writing_of_these_formats(written: str, ending: str) -> None:
    data = made_of(a_service(**KIND, places=[SECRET]))

    assert found_in(data, {f"data/x.{ending}": f'{{"a": "b {written} c"}}'.encode()})


def test_the_search_would_find_a_code_to_scan_that_holds_it() -> None:
    data = made_of(a_service(**KIND, places=[SECRET]))
    packed = "data:text/plain;base64,NyBHb29zZWJlcnJ5IExhbmUsIEtlbmRhbA=="

    assert found_in(data, {"data/x.json": json.dumps({"code": packed}).encode()})


@pytest.mark.parametrize("written", ["01632 960777", "+441632960777", "tel:+44%201632%20960777", "(01632) 960-777"])
def test_the_search_would_find_a_number_that_nobody_checked(written: str) -> None:
    data = made_of(a_service(checked=None, contact=[{"phone": "01632 960777"}]))

    assert found_in(data, {"data/x.csv": f'a,"{written}",b\r\n'.encode()})
