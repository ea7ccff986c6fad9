#!/bin/sh
# Asked what is on from 8 March, it tells of a week that ended with the 7th; asked of the last of April, of a day in May.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check icalevents==0.3.1 recurring-ical-events==3.8.2 icalendar==7.3.2
"$folder/venv/bin/python" - <<'PYTHON'
from datetime import UTC, datetime, timedelta
from importlib.metadata import version

import icalendar
import recurring_ical_events
from icalevents.icalevents import events

EVENT = "BEGIN:VEVENT\r\nUID:{0}@example.org\r\nDTSTAMP:20270101T000000Z\r\nDTSTART;VALUE=DATE:{1}\r\n{2}SUMMARY:{0}\r\nEND:VEVENT\r\n"
week = EVENT.format("week", "20270301", "DTEND;VALUE=DATE:20270308\r\n")
day = EVENT.format("day", "20270501", "")
calendar = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example.org//EN\r\n{week}{day}END:VCALENDAR\r\n"
seen = {}
for start in (datetime(2027, 3, 7, tzinfo=UTC), datetime(2027, 3, 8, tzinfo=UTC), datetime(2027, 4, 30, tzinfo=UTC)):
    end = start + timedelta(days=1)
    seen[start.date().isoformat()] = (
        [one.summary for one in events(string_content=calendar.encode(), start=start, end=end)],
        [str(one["SUMMARY"]) for one in recurring_ical_events.of(icalendar.Calendar.from_ical(calendar)).between(start, end)],
    )
print(*(f"{name} {version(name)}" for name in ("icalevents", "recurring-ical-events", "icalendar")))
print("expected: the week on 7 March alone, as DTEND is the first day after it (RFC 5545, 3.6.1), and nothing on the others")
for date, (one, other) in seen.items():
    print(f"seen, 24 hours from {date}: icalevents {one}, recurring-ical-events {other}")
assert seen == {"2027-03-07": (["week"], ["week"]), "2027-03-08": (["week"], []), "2027-04-30": (["day"], [])}
PYTHON
