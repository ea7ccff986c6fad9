"""A text in Welsh -> the slips in it that a program can see, each with what is right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

DAYS = {
    "monday": "dydd Llun",
    "tuesday": "dydd Mawrth",
    "wednesday": "dydd Mercher",
    "thursday": "dydd Iau",
    "friday": "dydd Gwener",
    "saturday": "dydd Sadwrn",
    "sunday": "dydd Sul",
}
ONE = {
    "canlyniadau": "canlyniad",
    "dioddefwyr": "dioddefwr",
    "diwrnodau": "diwrnod",
    "dynion": "dyn",
    "gwasanaethau": "gwasanaeth",
    "hawliau": "hawl",
    "llinellau": "llinell",
    "menywod": "menyw",
    "misoedd": "mis",
    "munudau": "munud",
    "oriau": "awr",
    "troseddau": "trosedd",
    "tudalennau": "tudalen",
    "tystion": "tyst",
    "wythnosau": "wythnos",
}
"""More than one of a thing, and one: after a number stands one, or "o" and more."""
NUMBERS = "[0-9]+|dau|dwy|tri|tair|pedwar|pedair|pump|pum|chwech|chwe|saith|wyth|naw|deg"
A_TIME = "[0-9]{1,2}(?:[.:][0-9]{2})?(?:am|pm)|hanner dydd|hanner nos"
Hint = Callable[[re.Match[str]], str]
SLIPS: Mapping[str, Hint] = {
    r"\ba\(c\)": lambda _: 'write "a", or "ac" before a vowel',
    r"(?<=\w )&(?= \w)": lambda _: 'write "a", or "ac" before a vowel',
    rf"\b(?:{'|'.join(DAYS)})s?\b": lambda found: f"write {DAYS[found[0].lower().removesuffix('s')]}",
    rf"\b(?:{A_TIME}) to (?:{A_TIME})\b": lambda found: f"write {found[0].replace(' to ', ' i ')}",
    rf"\bdydd \w+ to (?=dd?ydd \w+|{'|'.join(DAYS)})": lambda _: "write dydd Llun i ddydd Gwener",
    r"\b(?:i|o|ar|am|tan) dydd (?:Llun|Mawrth|Mercher|Iau|Gwener|Sadwrn|Sul)\b": lambda found: (
        f"write {found[0].replace(' dydd', ' ddydd')}"
    ),
    rf"\b(?:{NUMBERS}) (?:{'|'.join(ONE)})\b": lambda found: (
        f"after a number stands one of a thing: {ONE[found[0].split()[-1].lower()]}"
    ),
    r"(?:(?<=\w)| )‘(?:r|n|i|u|m|w|ch|th)\b": lambda found: f"write {found[0].strip().replace('‘', '’')}",
}
"""What is wrong wherever it stands, and what is right instead."""
PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), hint) for pattern, hint in SLIPS.items())


def slips(text: str) -> Iterator[tuple[str, str, int]]:
    """The words, what is right instead, and where in the text they begin."""
    for pattern, hint in PATTERNS:
        for found in pattern.finditer(text):
            yield found[0].strip(), hint(found).strip(), found.start()
