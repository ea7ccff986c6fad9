"""`places.geojson` is what RFC 7946 asks for, and has the places alone that everyone may find on a map."""

from __future__ import annotations

import json
from typing import Any

from generator.site.exports.linked_data import linked_data
from tests.builders import a_service
from tests.site.exports.conftest import OpenData, found_in, made_of, service_in
from tests.sites import a_publication, page_at

FILE = "data/places.geojson"
SHOWN = {
    "name": "Carlisle office",
    "address": "1 Example Street, Carlisle",
    "postcode": "CA1 1AA",
    "area": "cumbria",
    "coordinates": "54.8951, -2.9382",
}
POINT = {"name": "Kendal library", "show": "full", "coordinates": "54.3280, -2.7460"}
BY_AREA = {"name": "Penrith office", "show": "area", "area": "cumbria", "coordinates": "54.66412, -2.75271"}
SECRET = {"name": "Larkspur House", "show": "never", "coordinates": "54.54321, -3.58765"}


def with_places(*places: dict[str, Any], points: tuple[dict[str, Any], ...] = ()) -> OpenData:
    return made_of(a_service(places=list(places), points=list(points)))


def faults_of(made: Any) -> list[str]:
    """What RFC 7946 does not allow in a collection of points: sections 3, 3.1.1, 3.1.2, 3.2, 3.3, 4, 5 and 7."""
    wrong = [] if made.get("type") == "FeatureCollection" else ["3.3: not a collection"]
    wrong += [f"7.1: {name}" for name in ("coordinates", "geometries", "geometry", "properties", "crs") if name in made]
    west, south, east, north = made["bbox"]
    for feature in made["features"]:
        wrong += ["3.2: no feature"] * (feature.get("type") != "Feature")
        wrong += ["3.2: no properties"] * (not isinstance(feature.get("properties"), dict))
        wrong += ["3.2: an id is a text or a number"] * (not isinstance(feature.get("id"), str | int))
        wrong += [f"7.1: {name}" for name in ("coordinates", "geometries", "features", "crs") if name in feature]
        geometry = feature["geometry"]
        wrong += ["3.1.2: no point"] * (geometry.keys() != {"type", "coordinates"} or geometry["type"] != "Point")
        longitude, latitude = geometry["coordinates"]
        wrong += ["4: longitude first"] * (not (-180 <= longitude <= 180 and -90 <= latitude <= 90))
        wrong += ["5: outside of the box"] * (not (west <= longitude <= east and south <= latitude <= north))
    return wrong


def test_it_is_valid_and_says_longitude_first() -> None:
    data = with_places(SHOWN, points=(POINT,))
    made = data.read(FILE)
    first, second = made["features"]

    assert faults_of(made) == []
    assert made["bbox"] == [-2.9382, 54.328, -2.746, 54.8951]
    assert first["geometry"]["coordinates"] == [-2.9382, 54.8951]
    assert second["geometry"]["coordinates"] == [-2.746, 54.328]
    assert first["properties"] == {
        "service_id": data.records("services")[0]["id"],
        "service": "Victim Support",
        "name": "Carlisle office",
        "address": "1 Example Street, Carlisle",
        "postcode": "CA1 1AA",
        "area": "Cumbria",
        "by_arrangement": "no",
        "checked_on": "2026-11-20",
        "page": data.settings.absolute("services/victim-support-cumbria/"),
    }


def test_it_has_the_ids_that_the_feed_has() -> None:
    data = with_places(SHOWN, points=(POINT,))
    meetings = {one["id"]: one["location"] for one in data.records("service_at_locations")}

    for feature in data.read(FILE)["features"]:
        location = meetings[feature["id"]]
        assert [location["longitude"], location["latitude"]] == feature["geometry"]["coordinates"]
        assert location["name"] == feature["properties"]["name"]


def test_of_a_place_that_is_not_shown_to_the_door_there_is_no_position_in_any_file() -> None:
    one, all_three = with_places(SHOWN), with_places(SHOWN, BY_AREA, SECRET)

    assert [one["properties"]["name"] for one in all_three.read(FILE)["features"]] == ["Carlisle office"]
    assert one.files[FILE] == all_three.files[FILE]
    assert found_in(all_three, dict(all_three.files)) == []
    for hidden in (b"54.66", b"2.75", b"54.54", b"3.58"):
        assert [path for path, made in all_three.files.items() if hidden in made] == []
    assert found_in(all_three, {FILE: b"[-2.7527,54.6641]"})
    assert found_in(all_three, {FILE: b"[-3.59,54.54]"})


def test_without_a_position_there_is_no_file_and_nothing_else_changes() -> None:
    without = with_places({name: value for name, value in SHOWN.items() if name != "coordinates"})
    hidden = with_places({name: value for name, value in SHOWN.items() if name != "coordinates"}, SECRET)

    assert FILE not in without.files
    assert dict(without.files) == dict(hidden.files)
    assert b"eojson" not in b"".join(without.files.values())


def test_a_service_that_has_ended_is_on_no_map() -> None:
    assert FILE not in made_of(a_service(status="closed", places=[SHOWN])).files


def test_catalogue_manifest_and_page_name_it() -> None:
    data = with_places(SHOWN)
    page = page_at("data/", a_publication(a_service(places=[SHOWN])))
    downloads = [one.get("downloadURL") for one in data.read("data.json")[0]["distribution"]]

    assert data.settings.absolute(FILE) in downloads
    assert FILE in [one["path"] for one in data.read("data/manifest.json")["files"]]
    assert b"https://www.iana.org/assignments/media-types/application/geo+json" in data.files["data/catalog.ttl"]
    assert 'data/places.geojson">GeoJSON</a>: places to go, for a map.' in page.body
    assert "GeoJSON" not in page_at("data/", a_publication(a_service())).body


def test_the_head_of_a_page_says_where_on_a_map_in_words_of_schema_org() -> None:
    data = with_places(SHOWN, BY_AREA, SECRET, points=(POINT, POINT | {"name": "B"}, POINT | {"name": "C"}))
    said = json.loads(linked_data(data.table, data.table.services[0]))
    places = [one["serviceLocation"] for one in said["availableChannel"] if "serviceLocation" in one]

    assert [one["name"] for one in places] == ["Carlisle office", "Kendal library", "B"]
    assert places[0]["geo"] == {"@type": "GeoCoordinates", "latitude": 54.8951, "longitude": -2.9382}


def test_it_comes_back_from_our_own_feed() -> None:
    record = service_in(with_places(SHOWN))

    assert record["service_at_locations"][0]["x_waymark"]["coordinates"] == "54.8951, -2.9382"


def test_the_page_of_a_service_says_it_and_that_of_a_secret_place_does_not() -> None:
    found = a_publication(a_service(places=[SHOWN, BY_AREA, SECRET], points=[POINT]))
    body = page_at("services/victim-support-cumbria/", found).body

    assert "On a map: 54.8951, -2.9382" in body
    assert "On a map: 54.3280, -2.7460" in body
    assert body.count("On a map:") == 2
