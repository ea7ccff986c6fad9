#!/bin/sh
# A calendar that is written says that it counts days in Georgian; the standard's word is GREGORIAN.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check ics==0.7.3
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

from ics import Calendar, Event

calendar = Calendar(events=[Event(name="A week", begin="2027-02-01", uid="a@example.org")])
written = [line for line in calendar.serialize().splitlines() if line.startswith("CALSCALE")]
read = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example.org//EN\r\nEND:VCALENDAR\r\n"
again = [line for line in Calendar(read).serialize().splitlines() if line.startswith("CALSCALE")]
print("ics", version("ics"))
print("expected: no CALSCALE, or CALSCALE:GREGORIAN, the only value of RFC 5545 (3.7.1)")
print("seen, a new calendar:", written)
print("seen, one that was read without the line and written again:", again)
assert (written, again) == ([], ["CALSCALE:GEORGIAN"])
PYTHON
