"""What people write in their own spreadsheets -> how we write it, only where it can mean one thing alone."""

from __future__ import annotations

import re
from datetime import date

DAYS = {
    "mo": "Mo", "mon": "Mo", "monday": "Mo", "mondays": "Mo",
    "tu": "Tu", "tue": "Tu", "tues": "Tu", "tuesday": "Tu", "tuesdays": "Tu",
    "we": "We", "wed": "We", "weds": "We", "wednesday": "We", "wednesdays": "We",
    "th": "Th", "thu": "Th", "thur": "Th", "thurs": "Th", "thursday": "Th", "thursdays": "Th",
    "fr": "Fr", "fri": "Fr", "friday": "Fr", "fridays": "Fr",
    "sa": "Sa", "sat": "Sa", "saturday": "Sa", "saturdays": "Sa",
    "su": "Su", "sun": "Su", "sunday": "Su", "sundays": "Su",
    "weekdays": "Mo-Fr", "weekends": "Sa,Su", "daily": "Mo-Su", "every day": "Mo-Su",
    "7 days a week": "Mo-Su", "seven days a week": "Mo-Su", "bank holidays": "PH",
}  # fmt: skip
A_DAY = "|".join(sorted((name.replace(" ", r"\s") for name in DAYS), key=len, reverse=True))
SOME_DAYS = rf"(?:{A_DAY})(?:\s*(?:-|to|,|and|&)\s*(?:{A_DAY}))*"
A_TIME = r"\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?|noon|midday|midnight"
HOURS = re.compile(
    rf"(?:(?P<days>{SOME_DAYS})\s*:?,?\s*)?(?:from\s)?(?P<start>{A_TIME})\s*(?:-|to)\s*(?P<end>{A_TIME})"
)
CLOSED = re.compile(rf"(?:closed\s(?:on\s)?(?P<a>{SOME_DAYS})|(?P<b>{SOME_DAYS})\s*:?\s*closed)")
ANOTHER_RULE = re.compile(rf"\s*(?:;|(?<=[m\d]),\s(?=(?:{A_DAY}|closed)\b)|(?<=[m\d])\sand(?=\s(?:{A_DAY})\b))\s*")
A_24_HOUR_TIME = re.compile(r"(?:0\d|1[3-9]|2[0-4])[:.]\d{2}|1[3-9]|2[0-4]")
"""A time that only a clock of 24 hours shows: with it, the time on its other side is by the same clock."""
ALWAYS = re.compile(
    r"24\s?/\s?7|24\s?(?:hours|hrs|hr|h)(?:\s?(?:a|per)\sday)?(?:,?\s?(?:7|seven)\sdays(?:\s(?:a|per)\sweek)?|"
    r",?\severy\sday|,?\s?365\sdays(?:\sa\syear)?)?|always(?:\sopen)?|day\sand\snight"
)
MONTHS = "january february march april may june july august september october november december".split()
YES_NO = {"y": "yes", "true": "yes", "n": "no", "false": "no"}
UNKNOWN = {"unknown", "not known", "don't know", "dont know", "unsure", "tbc", "?", "n/k"}


def as_hours(text: str) -> str:
    """Hours: "Mon - Fri 9am to 5.30pm" -> "Mo-Fr 09:00-17:30". What is not plain, such as "9-5", stays as it is."""
    plain = " ".join(re.sub(r"[–—−]", "-", text.lower()).replace("(", " ").replace(")", " ").split()).strip(" .;")
    if ALWAYS.fullmatch(plain):
        return "24/7"
    if plain in ("24-jul", "24 jul", "24 july"):
        return text  # a spreadsheet made a date of 24/7: said where it is read
    rules: list[str] = []
    for part in ANOTHER_RULE.split(plain):
        rule = _rule(part.strip(" ,."))
        if rule is None:
            return text
        rules.append(rule)
    return "; ".join(rules)


def _rule(part: str) -> str | None:
    closed = CLOSED.fullmatch(part)
    if closed:
        return f"{_days(closed['a'] or closed['b'])} off"
    match = HOURS.fullmatch(part)
    if match is None:
        return None
    by_24 = any(A_24_HOUR_TIME.fullmatch(match[name]) for name in ("start", "end"))
    start, end = _time(match["start"], by_24), _time(match["end"], by_24)
    if end == "00:00":
        end = "24:00"
    if start is None or end is None:
        return None
    return f"{_days(match['days'])} {start}-{end}" if match["days"] else f"{start}-{end}"


def _days(words: str) -> str:
    parts = re.split(r"\s*(-|\bto\b|,|\band\b|&)\s*", words.strip())
    found = ""
    for part in parts:
        found += {"to": "-", "-": "-"}.get(part) or ("," if part in (",", "and", "&") else DAYS[" ".join(part.split())])
    return found.replace("--", "-").replace(",,", ",")


def _time(words: str, by_24: bool) -> str | None:
    """A time: "9am" -> "09:00"; None for "9", which may be morning or evening, but by a clock of 24 hours."""
    words = words.replace(".m", "m").replace("m.", "m").strip()
    if words in ("noon", "midday"):
        return "12:00"
    if words == "midnight":
        return "00:00"
    match = re.fullmatch(r"(\d{1,2})(?:[:.](\d{2}))?\s*([ap]m)?", words)
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
    if minute > 59 or hour > 24 or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif not by_24:
        return None
    return f"{hour:02}:{minute:02}"


def as_day(text: str) -> str:
    """A day: "20/11/2026", "20 November 2026", "20-Nov-26" -> "2026-11-20". The day stands first."""
    plain = " ".join(text.replace(",", " ").split())
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", plain)
    numbers = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", plain)
    try:
        if numbers:
            return date(int(numbers[3]), int(numbers[2]), int(numbers[1])).isoformat()
        with_time = re.fullmatch(r"(\d{4}-\d{2}-\d{2})[ T]00:00(?::00)?", plain)
        if with_time:
            return with_time[1]
        words = re.fullmatch(r"(?:[A-Za-z]+day )?(\d{1,2})[ -]([A-Za-z]{3,9})[ -](\d{4}|\d{2})", plain)
        if words:
            month = next(number for number, name in enumerate(MONTHS, 1) if name.startswith(words[2].lower()))
            year = int(words[3]) + (2000 if len(words[3]) == 2 else 0)
            return date(year, month, int(words[1])).isoformat()
    except (ValueError, StopIteration):
        pass
    return text


def as_choice(text: str, choices: tuple[str, ...]) -> str:
    """A word of a closed list however it is written: "Only if you agree" -> "only-if-you-agree"; "Y" -> "yes"."""
    plain = " ".join(text.lower().split()).strip(".")
    if plain in choices:
        return plain
    hyphened = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if hyphened in choices:
        return hyphened
    if YES_NO.get(plain) in choices:
        return YES_NO[plain]
    if plain in UNKNOWN and "unknown" in choices:
        return "unknown"
    return text


def as_link(text: str) -> str:
    """An address: "www.example.org" -> "https://www.example.org"."""
    return f"https://{text}" if re.fullmatch(r"www\.[^\s/]+\.[^\s]+", text, re.IGNORECASE) else text


def lost_zero(text: str) -> str:
    """The number that this was before a spreadsheet took away its first 0; "" where it was not."""
    digits = text.replace(" ", "")
    return f"0{digits}" if re.fullmatch(r"[1-9]\d{8,9}", digits) else ""
