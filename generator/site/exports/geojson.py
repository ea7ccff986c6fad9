"""The public table -> `places.geojson` by RFC 7946: each place that is shown to the door and says where it is on a map.

Longitude stands first, in degrees of WGS 84, and there is no `crs`. A place that is shown by its area alone, or never,
is not in it, and nothing counts such places. Where no place says where it is, there is no file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from generator import urls
from generator.model.fields.coordinates import latitude_and_longitude
from generator.output import Asset
from generator.site.exports.json_files import as_json
from generator.site.exports.public_table import PublicService, PublicTable
from generator.spots import Spot

MEDIA = "application/geo+json"
FILE = "places.geojson"


def on_a_map(row: PublicService) -> Iterator[tuple[Spot, float, float]]:
    """The places of a service that everyone may find on a map: each with its latitude and its longitude."""
    for spot in row.spots:
        if spot.show == "full" and spot.place.coordinates:
            yield spot, *latitude_and_longitude(spot.place.coordinates)


def geojson(table: PublicTable) -> Iterator[Asset]:
    """The file, where any place is on it."""
    if table.has_map:
        yield Asset(urls.data_file(FILE), partial(_made, table))


def _made(table: PublicTable) -> bytes:
    features = [_feature(table, row, *one) for row in table.services for one in on_a_map(row)]
    places = [one["geometry"]["coordinates"] for one in features]
    west, south = (min(place[axis] for place in places) for axis in (0, 1))
    east, north = (max(place[axis] for place in places) for axis in (0, 1))
    return as_json({"type": "FeatureCollection", "bbox": [west, south, east, north], "features": features})


def _feature(
    table: PublicTable, row: PublicService, spot: Spot, latitude: float, longitude: float
) -> Mapping[str, Any]:
    place, check = spot.place, spot.check or row.check
    said = {
        "service_id": row.id,
        "service": table.say(row.service.name),
        "name": table.say(place.name),
        "address": table.say(place.address) if place.address else "",
        "postcode": str(place.postcode or ""),
        "area": table.say(table.catalogue.areas[place.area].name) if place.area else "",
        "by_arrangement": place.by_arrangement,
        "checked_on": check.on.isoformat() if check else "",
        "page": table.settings.absolute(urls.service(row.service.id)),
    }
    return {
        "type": "Feature",
        "id": table.meeting_id(row, spot),
        "geometry": {"type": "Point", "coordinates": [longitude, latitude]},
        "properties": {name: value for name, value in said.items() if value},
    }
