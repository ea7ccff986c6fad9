#!/bin/sh
# Hours with only a comment beside them ("by appointment") are open in one reader and unknown in the other.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check opening_hours_py==2.1.4
cd "$folder"
npm init --yes >"$folder/npm.log"
npm install --silent --no-audit --no-fund opening_hours@3.15.0
cat > hours.json <<'JSON'
["Mo-Fr 09:00-17:00", "Mo-Fr 09:00-17:00 \"by appointment\"", "Mo-Fr 09:00-17:00 unknown \"by appointment\"", "\"by appointment\"", "Sa 09:00-17:00 || \"leave a message\""]
JSON
cat > run.mjs <<'SCRIPT'
import { readFileSync, writeFileSync } from 'node:fs'
import Hours from 'opening_hours'

const { version } = JSON.parse(readFileSync('node_modules/opening_hours/package.json'))
const at = new Date(2027, 1, 15, 10)
const state = (hours) => (hours.getState(at) ? 'open' : hours.getUnknown(at) ? 'unknown' : 'closed')
const seen = JSON.parse(readFileSync('hours.json')).map((text) => state(new Hours(text, null)))
writeFileSync('seen.json', JSON.stringify({ version, seen }))
SCRIPT
node run.mjs
"$folder/venv/bin/python" - <<'PYTHON'
import json
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from opening_hours import OpeningHours

MONDAY = datetime(2027, 2, 15, 10)
hours = json.loads(Path("hours.json").read_text())
script = json.loads(Path("seen.json").read_text())
seen = [(str(OpeningHours(text).state(MONDAY)[0]), other) for text, other in zip(hours, script["seen"], strict=True)]
print("opening_hours_py", version("opening_hours_py"), "opening_hours", script["version"])
print("expected: one answer from both on a Monday at 10:00, and never 'open' where all that is said is to make an appointment")
for text, (python, javascript) in zip(hours, seen, strict=True):
    print(f"seen, {text}: opening_hours_py {python}, opening_hours {javascript}")
assert seen == [("open", "open"), ("open", "unknown"), ("unknown", "unknown"), ("open", "unknown"), ("open", "unknown")]
PYTHON
