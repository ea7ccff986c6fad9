"""Opening hours as people type them -> as Waymark writes them: 9-5 Mon to Fri -> Mo-Fr 09:00-17:00.

Only one span of time on some days in a row: anything else is asked for in its right form.
"""

from __future__ import annotations

import re

DAYS = {name: name[:2].capitalize() for name in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
TO = r" ?(?:-|–|to|until) ?"  # some type a real dash
A_DAY = rf"(?:{'|'.join(DAYS)})[a-z]{{0,6}}"
A_TIME = r"[0-9]{1,2}(?:[:.][0-9]{2})? ?(?:[ap]m)?"
SOME_DAYS = rf"(?P<first>{A_DAY})(?:{TO}(?P<last>{A_DAY}))?"
SOME_TIMES = rf"(?P<opens>{A_TIME}){TO}(?P<closes>{A_TIME})"
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (rf"{SOME_DAYS}:?,? {SOME_TIMES}", rf"{SOME_TIMES},?(?: on)? {SOME_DAYS}")
)


def written_hours(text: str) -> str:
    """Hours that can mean one thing only, as Waymark writes them; any other text as it is."""
    plain = " ".join(text.split())
    found = next((hit for form in FORMS if (hit := form.fullmatch(plain))), None)
    if found is None:
        return text
    opens, closes = _minutes(found["opens"]), _minutes(found["closes"])
    bare = not re.search("[ap]m|[:.]", found["opens"] + found["closes"], re.IGNORECASE)
    if bare and opens is not None and closes is not None and closes <= opens < 12 * 60 and closes <= 12 * 60:
        closes += 12 * 60  # 9-5
    if opens is None or closes is None or closes <= opens or (bare and opens < 7 * 60):  # 1-5: day or night?
        return text
    days = [DAYS[found[name][:3].lower()] for name in ("first", "last") if found[name]]
    return f"{'-'.join(days)} {opens // 60:02}:{opens % 60:02}-{closes // 60:02}:{closes % 60:02}"


def _minutes(time: str) -> int | None:
    """The minutes since midnight; None where there is no such time."""
    hour, minute, half = re.fullmatch(r"(\d+)(?:[:.](\d+))? ?([ap]m)?", time.lower()).groups()  # type: ignore[union-attr]
    hours, minutes = int(hour), int(minute or 0)
    if half:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half == "pm" else 0)
    return hours * 60 + minutes if hours < 24 and minutes < 60 else None
