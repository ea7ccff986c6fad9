"""What people write in their own spreadsheets -> how we write it, only where it can mean one thing alone."""

from __future__ import annotations

import re
from datetime import date

from generator.model.text import slug_of

MONTHS = "january february march april may june july august september october november december".split()
YES_NO = {"y": "yes", "true": "yes", "n": "no", "false": "no"}
UNKNOWN = {"unknown", "not known", "don't know", "dont know", "unsure", "tbc", "?", "n/k"}


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
    hyphened = slug_of(plain)
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
