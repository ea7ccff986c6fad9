#!/bin/sh
# A GeoJSON file read and written: a list of two languages becomes Python's own text for it, a list of one stays a list;
# opening times become times of day, but words where one place closes at 24:00.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check geopandas==1.2.0 pyogrio==0.13.0 pandas==3.1.1 numpy==2.4.6
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import datetime
import json
from importlib.metadata import version
from pathlib import Path

import geopandas
import pyogrio

PLACES = (
    {"name": "A", "languages": ["en", "cy"], "opens": "09:00", "closes": "17:30"},
    {"name": "B", "languages": ["en"], "opens": "10:00", "closes": "24:00"},
)
features = [
    {"type": "Feature", "geometry": {"type": "Point", "coordinates": [-2.74, 54.32]}, "properties": one} for one in PLACES
]
Path("places.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
places = geopandas.read_file("places.geojson")
places.to_file("again.geojson", driver="GeoJSON")
again = [one["properties"] for one in json.loads(Path("again.geojson").read_text())["features"]]
print("geopandas", version("geopandas"), "pyogrio", version("pyogrio"), "GDAL", pyogrio.__gdal_version__)
print("expected:", list(PLACES))
print("seen, read:", [(one.opens, one.closes) for one in places.itertuples()])
print("seen, written:", again)
assert [(one.opens, one.closes) for one in places.itertuples()] == [
    (datetime.time(9), "17:30"),
    (datetime.time(10), "24:00"),
]
assert [one["languages"] for one in again] == ["['en' 'cy']", ["en"]]
assert [one["opens"] for one in again] == ["09:00:00", "10:00:00"]
PYTHON
