#!/bin/sh
# Its bank holidays of GB lack New Year's Day, and Christmas Day where that is on a Saturday.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check opening_hours_py==2.1.4 holidays==0.109
"$folder/venv/bin/python" - <<'PYTHON'
from datetime import datetime
from importlib.metadata import version

import holidays
from opening_hours import OpeningHours

DAYS = ["2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-08-30", "2027-12-25", "2027-12-27"]
hours = OpeningHours("Mo-Su 09:00-17:00; PH off", country="GB")
england = holidays.country_holidays("GB", subdiv="ENG", years=2027)
seen = {day: str(hours.state(datetime.fromisoformat(f"{day}T10:00"))[0]) for day in DAYS}
print("opening_hours_py", version("opening_hours_py"))
print("expected: closed on each of these days, as all are holidays in England, and 1 January and 25 December everywhere")
for day, state in seen.items():
    print(f"seen, {day}, {england[day]}: {state}")
assert [day for day, state in seen.items() if state == "open"] == ["2027-01-01", "2027-03-29", "2027-08-30", "2027-12-25"]
PYTHON
