#!/bin/sh
# Ages, opening hours and the word none become days of 2001 and nothing.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check csvkit==2.2.0 agate==1.14.2
"$folder/venv/bin/python" - <<'PYTHON'
import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

TABLE = "name,ages,hours,cost,phone\nA,8-18,9-5,none,03001232040\nB,11-12,12-4,none,08081570123\n"
tool = Path(sys.executable).with_name("csvjson")
rows = json.loads(subprocess.run([tool], input=TABLE, capture_output=True, text=True, check=True).stdout)
print("csvkit", version("csvkit"), "agate", version("agate"))
print("expected: '8-18', '9-5' and 'none' stay words")
print("seen:", rows[0])
assert rows[0] == {"name": "A", "ages": "2001-08-18", "hours": "2001-09-05", "cost": None, "phone": 3001232040.0}
PYTHON
