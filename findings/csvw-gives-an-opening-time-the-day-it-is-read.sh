#!/bin/sh
# A column of times in a described table: each value is that time on the day on which the file is read; a date is a midnight.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check csvw==4.1.1
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import json
from datetime import date, datetime, time
from importlib.metadata import version
from pathlib import Path

from csvw import CSVW

Path("services.csv").write_text("name,opens,since\nA,09:30,01/02/2027\n", encoding="utf-8")
columns = [
    {"name": "name", "datatype": "string"},
    {"name": "opens", "datatype": {"base": "time", "format": "HH:mm"}},
    {"name": "since", "datatype": {"base": "date", "format": "dd/MM/yyyy"}},
]
described = {"@context": "http://www.w3.org/ns/csvw", "url": "services.csv", "tableSchema": {"columns": columns}}
Path("services.csv-metadata.json").write_text(json.dumps(described), encoding="utf-8")
days = [date.today()]
table = CSVW("services.csv-metadata.json", validate=True)
row = next(iter(table.tables[0]))
days.append(date.today())
print("csvw", version("csvw"), "valid:", table.is_valid)
print("expected: the time 09:30 and the date 2027-02-01, as the same two cells read on another day are equal")
print("seen:", repr(row["opens"]), repr(row["since"]))
assert type(row["opens"]) is datetime and row["opens"].time() == time(9, 30) and row["opens"].date() in days
assert row["since"] == datetime(2027, 2, 1)
PYTHON
