"""A text -> what of it says where a place is, or how to reach somebody: streets, postcodes, numbers, links, handles.

Such things have fields of their own, which know who may see them. In free words nobody keeps them back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

What = Literal["place", "reach"]


@dataclass(frozen=True, order=True, slots=True)
class Telling:
    """A part of a text. `name` says what it is without repeating it: "a street", "a phone number"."""

    start: int
    end: int
    name: str
    what: What


A_STREET_WORD = (
    r"street|road|rd|lane|ln|avenue|ave|crescent|cres|terrace|boulevard|blvd|mews|esplanade|wynd|heol|stryd|ffordd"
)
A_STREET_OR_MORE = (
    rf"{A_STREET_WORD}|st|row|close|drive|dr|way|court|ct|place|pl|square|sq|gardens?|gdns|grove|hill|park|walk|parade|"
    "promenade|wharf|quay|green|rise|gate|vale|view|yard|fold|croft|mount|bank|brow|loan|lon|maes|house|cottage|lodge|"
    "farm|hall|villas?|buildings?|chambers|estate|arcade|bridge|common|heath|mead|meadows?|field|fields|side|end|path|"
    "passage|alley|approach|broadway|circus|causeway|drove|embankment|orchard|ridge|spinney|strand|trading estate"
)
NO_NAME = (
    r"(?:a|an|the|of|on|in|at|to|for|and|or|per|hours?|days?|weeks?|months?|years?|minutes?|people|women|men|children|"
    r"adults?|sessions?|times?|miles?|in|our|your|their|this|that|free|half|one|is|are|from|by|with)\b"
)
A_HOUSE_NUMBER = r"(?<![\w£$€.,:/-])(?:no\.?\s*)?\d{1,4}[a-z]?(?:\s?[-–/&]\s?\d{1,4}[a-z]?)?"
A_WORD = rf"(?!{NO_NAME})[^\W\d_][\w'’.-]*"
A_CAPITAL = r"[A-ZÀ-ÝŴŶ][\w'’.-]*"
BUILDINGS = (
    "House|Cottage|Lodge|Farm|Hall|Villa|Manor|Barn|Mill|Library|Church|Chapel|Surgery|Building|Buildings|Chambers|"
    "Tower|Towers|Mansion|Abbey|Vicarage|Rectory|Mosque|Temple|Inn|Hotel|Gardens|Point|Works|Centre|Hospital"
)
TLDS = (
    "org|com|net|uk|co|info|gov|io|eu|wales|cymru|scot|london|help|support|charity|care|health|me|app|ly|gl|gle|be|to|"
    "online|site|website|global|ngo|foundation|community|page|link|social|org|edu|ac|nhs|police|tv|fm|biz|ie|fr|de"
)
A_SITE = (
    r"(?:[a-z0-9ŵŷâêîôûéè](?:[\w-]{0,61}\w)?(?:\.|\s?[\[(]\s?(?:dot|\.)\s?[\])]\s?|\sdot\s)){1,5}"
    rf"(?:{TLDS})\b(?![\w@])"
)
FIGURES = "zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|double|treble|triple"
PATTERNS: tuple[tuple[str, What, str, re.RegexFlag], ...] = (
    (
        "an e-mail address",
        "reach",
        rf"[\w.+'-]{{1,64}}\s?(?:@|[\[(]\s?(?:at|@)\s?[\])]|\sat\s(?=\w+\sdot\s))\s?(?:{A_SITE}|"
        rf"[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,5}})",
        re.IGNORECASE,
    ),
    (
        "a web address",
        "reach",
        r"\b[a-z][a-z0-9+]*://[^\s<>\"']+|\bwww\.[^\s<>\"']+|\bmailto:\S+|\btel:\S+",
        re.IGNORECASE,
    ),
    ("a web address", "reach", rf"(?<![\w@.-]){A_SITE}(?:/[^\s<>\"']*)?", re.IGNORECASE),
    (
        "a name on a social network",
        "reach",
        r"(?<![\w.@/])@[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?|\b(?:facebook|insta(?:gram)?|twitter|tiktok|"
        r"snapchat|whats\s?app|telegram|discord|skype|linkedin|youtube|bluesky|mastodon|threads|messenger)\b"
        r"(?:\s(?:page|name|handle|account|group))?\s?(?:[:=/]|[-–]\s)\s?\S+|\bu/\w{3,}|\br/\w{3,}",
        re.IGNORECASE,
    ),
    (
        "a phone number",
        "reach",
        r"(?<![\w£$€.,])(?:\+\s?|00\s?)?\(?(?:44|[0o](?=[\s().‐-―−/-]*[1-9]))(?:[\s().‐-―−/-]*[\doil]){8,13}(?!\w)",
        re.IGNORECASE,
    ),
    (
        "a phone number",
        "reach",
        r"(?<![\w£$€.,])0800[\s.-]?\d{2}[\s.-]?\d{2}(?!\w)|\b1800[12][\s-]?0[\d\s-]{8,}",
        re.IGNORECASE,
    ),
    ("a phone number", "reach", r"(?<![\w£$€.,-])116[\s.-]?\d{3}(?!\w)|(?<!\w)\+\d[\d\s().-]{7,}\d", re.IGNORECASE),
    (
        "a phone number",
        "reach",
        r"\b(?:text|txt|sms)\b[^.\n\d]{0,30}?(?<!\w)[5-8]\d{4,5}(?!\w)"
        r"|\b(?:call|phone|tel|telephone|ring|mobile|fax)\b[^\w\n]{0,3}(?:us |on |no |is |at )?[^\w\n]{0,3}"
        r"\d(?:[\s-]?\d){4,}(?!\w)",
        re.IGNORECASE,
    ),
    ("a phone number", "reach", rf"\b(?:{FIGURES})(?:[\s,.-]+(?:{FIGURES})){{6,}}\b", re.IGNORECASE),
    (
        "a postcode",
        "place",
        r"(?<![A-Za-z0-9])(?:GIR\s?0AA|"
        r"[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]?[\s.‐-―_-]{0,3}\d[ABD-HJLNP-UW-Z]{2})(?![A-Za-z0-9])",
        re.IGNORECASE,
    ),
    (
        "a postcode",
        "place",
        r"(?<![A-Za-z0-9])[A-PR-UWYZ] ?[A-HK-Y]? ?[\dO]{1,2} [A-Z]? ?[\dO] ?"
        r"[ABD-HJLNP-UW-Z] ?[ABD-HJLNP-UW-Z](?![A-Za-z0-9])",
        re.NOFLAG,
    ),
    ("part of a postcode", "place", r"(?<![A-Za-z0-9])[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]?\s\d(?![A-Za-z0-9:.])", re.NOFLAG),
    (
        "a plus code",
        "place",
        r"(?<![\w+])[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}(?!\w)",
        re.IGNORECASE,
    ),
    ("three words of what3words", "place", r"/{2,3}\s?[^\W\d_]+\.[^\W\d_]+\.[^\W\d_]+", re.IGNORECASE),
    ("three words of what3words", "place", r"\b(?:what\s?3\s?words|w3w)\b\W*\S+", re.IGNORECASE),
    ("three words of what3words", "place", r"(?<![\w.@/-])[a-z]{3,}\.[a-z]{3,}\.[a-z]{3,}(?![\w.@/-])", re.NOFLAG),
    (
        "a point on the map",
        "place",
        r"(?<![\w.])[-+−]?\d{1,3}\.\d{2,}°?\s?[NS]?\s?[,;/ ]\s?[-+−]?\d{1,3}\.\d{2,}°?\s?[EW]?(?!\w)",
        re.IGNORECASE,
    ),
    ("a point on the map", "place", r"\d{1,3}\s?°\s?\d{1,2}\s?['′’]", re.IGNORECASE),
    ("a point on the map", "place", r"(?<!\w)[HJNOST][A-HJ-Z]\s?\d{2,5}\s\d{2,5}(?!\w)", re.NOFLAG),
    (
        "a point on the map",
        "place",
        r"\b(?:lat(?:itude)?|lon(?:g(?:itude)?)?|lng|easting|northing|uprn|usrn|"
        r"grid ref(?:erence)?)\b\W{0,4}-?\d[\d.]*",
        re.IGNORECASE,
    ),
    ("a street", "place", rf"{A_HOUSE_NUMBER},?\s+(?:{A_WORD}\s+){{1,4}}?(?:{A_STREET_WORD})\b", re.IGNORECASE),
    (
        "a street",
        "place",
        rf"{A_HOUSE_NUMBER},?\s+(?i:the\s)?(?:{A_CAPITAL}\s+){{1,4}}?(?i:{A_STREET_OR_MORE})\b",
        re.NOFLAG,
    ),
    (
        "a street",
        "place",
        rf"(?:^|[,;\n]|\bat\s){A_HOUSE_NUMBER},?\s+(?:{A_WORD}\s+){{1,3}}?(?:{A_STREET_OR_MORE})(?=\s*(?:$|[,;.\n]))",
        re.IGNORECASE,
    ),
    (
        "a street",
        "place",
        rf"(?:^|\n)\s*{A_HOUSE_NUMBER},?\s+{A_CAPITAL}(?:\s{A_CAPITAL}){{0,2}},\s*{A_CAPITAL}",
        re.NOFLAG,
    ),
    (
        "a street",
        "place",
        rf"(?:{A_CAPITAL}\s+){{1,3}}(?:Street|Road|Rd|Lane|Ln|Avenue|Ave|Crescent|Terrace|Boulevard|Mews|"
        rf"Esplanade|STREET|"
        r"ROAD|LANE|AVENUE|CRESCENT|TERRACE)\b(?!\s(?i:project|team|pastors?|angels|link|support|teams|workers?|"
        r"outreach))",
        re.NOFLAG,
    ),
    ("a street", "place", rf"\b(?:Stryd|Ffordd|Heol|Lôn)(?:\s(?i:yr?))?\s+{A_CAPITAL}", re.NOFLAG),
    (
        "a street",
        "place",
        r"\bp\.?\s?o\.?\s?box\s?\d+|\bfreepost\b[^.\n]{0,40}"
        r"|\b(?:flat|unit|suite|apartment|apt)\s?\d+[a-z]?\b(?!\s(?:of|people))",
        re.IGNORECASE,
    ),
    (
        "the name of a building",
        "place",
        rf"(?i:\b(?:at|behind|opposite|beside|near|next to|inside|called|based in|located in|come to|go to|"
        rf"in)\s+(?:the\s)?)"
        rf"(?:{A_CAPITAL}\s+){{1,3}}(?:{BUILDINGS})\b",
        re.NOFLAG,
    ),
    (
        "the name of a building",
        "place",
        rf"(?:^|\n)\s*(?:{A_CAPITAL}\s+){{1,3}}(?:{BUILDINGS}),\s*{A_CAPITAL}",
        re.NOFLAG,
    ),
)
COMPILED = tuple((name, what, re.compile(pattern, flags)) for name, what, pattern, flags in PATTERNS)
MAY_TELL = re.compile(
    r"[\d@/.°+]|[A-Z]|street|road|lane|avenue|zero|one|box|freepost|facebook|insta|twitter|:", re.IGNORECASE
)
LEADS_TO = re.compile(
    r"^(?:(?:at|behind|opposite|beside|near|next to|inside|called|based in|located in|come to|go to|in)"
    r"\s+(?:the\s)?|no\.?\s+)",
    re.IGNORECASE,
)
A_BRAND = ("GOV.UK", "NHS.UK")
"""Written like this, a name that everyone knows, and no address."""
NAMES_OF_THEIR_OWN = {"a street", "the name of a building"}
"""What a service may be called after: "Mill Lane Counselling"."""


def tellings(text: str) -> list[Telling]:
    """Every part of a text that says where a place is, or how to reach somebody, from left to right."""
    if not MAY_TELL.search(text):
        return []
    plain = _same_length(text)
    found = {
        Telling(*hit.span(), name, what)
        for name, what, pattern in COMPILED
        for hit in pattern.finditer(plain)
        if (name != "a phone number" or _is_a_number(hit[0])) and hit[0] not in A_BRAND
    }
    inside = [one for one in found if not any(_covers(other, one) for other in found)]
    return sorted(inside)


def _same_length(text: str) -> str:
    """The text with wide letters and foreign digits as plain ones, each still at its place."""
    return text if text.isascii() else "".join(map(_plain, text))


def _plain(letter: str) -> str:
    if letter.isdigit() and not letter.isascii():
        return str(unicodedata.digit(letter))
    made = unicodedata.normalize("NFKC", letter)
    return (made if len(made) == 1 else letter) if not made.isspace() or letter == "\n" else " "


def _is_a_number(text: str) -> bool:
    """Not a span of years, nor digits that are mostly letters: "O1632 96OlOl" is a number, "oil 0" is none."""
    digits = sum(letter.isdigit() for letter in text)
    return digits >= 5 or not any(letter.isdigit() for letter in text)


def _covers(whole: Telling, part: Telling) -> bool:
    if whole is part or not (whole.start <= part.start and part.end <= whole.end):
        return False
    return (whole.end - whole.start) > (part.end - part.start) or (whole.what, whole.name) > (part.what, part.name)


def told_by(text: str, *, is_name: bool = False) -> list[str]:
    """What a text tells, each thing once: ["a street", "a phone number"].

    Args:
        text: words for people.
        is_name: whether it is what a service is called; a street's name alone may be a part of that.
    """
    names = [
        one.name
        for one in tellings(text)
        if not (is_name and one.name in NAMES_OF_THEIR_OWN and not any(letter.isdigit() for letter in text))
    ]
    return list(dict.fromkeys(names))


def places_in(text: str) -> Iterator[str]:
    """Each part of a text that says where a place is, without the words that lead up to it.

    For kinds whose places are secret: what is found is kept back, and looked for.
    """
    for one in tellings(text):
        if one.what == "place":
            yield LEADS_TO.sub("", " ".join(text[one.start : one.end].split()).strip(" ,;"))


def joined(names: list[str]) -> str:
    """The names as one says them: "a street, a postcode and a phone number"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
