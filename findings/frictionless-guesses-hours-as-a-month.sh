#!/bin/sh
# Opening hours 9-5 become May of the year 9; a number with its 0 becomes a whole number without.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check frictionless==5.21.0
"$folder/venv/bin/python" - <<'PYTHON'
import tempfile
from importlib.metadata import version
from pathlib import Path

from frictionless import Resource, system

with tempfile.TemporaryDirectory() as folder:
    Path(folder, "services.csv").write_text("name,hours,phone\nA,9-5,03001232040\nB,10-4,08081570123\n", encoding="utf-8")
    with system.use_context(trusted=True):
        resource = Resource(path="services.csv", basepath=folder)
        resource.infer()
        fields = {field.name: field.type for field in resource.schema.fields}
        row = resource.read_rows()[0].to_dict()
print("frictionless", version("frictionless"))
print("expected: strings, as '9-5' is no ISO month and a number that begins with 0 is a name")
print("seen:", fields, row)
assert fields == {"name": "string", "hours": "yearmonth", "phone": "integer"}
assert (tuple(row["hours"]), row["phone"]) == ((9, 5), 3001232040)
PYTHON
