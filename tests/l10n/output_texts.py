"""A file that leaves -> each text in it that somebody reads or hears, and where it stands there."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any
from urllib.parse import parse_qs, urlsplit

from icalendar import Calendar
from lxml import etree
from lxml import html as lxml_html

Texts = Iterator[tuple[str, str]]
"""Where a text stands in its file, and the text."""

FOR_PROGRAMS = {
    *("href", "src", "rel", "class", "id", "lang", "dir", "hreflang", "type", "name", "charset", "property", "for"),
    *(
        "http-equiv",
        "aria-labelledby",
        "aria-describedby",
        "aria-current",
        "role",
        "hidden",
        "aria-hidden",
        "tabindex",
        "scope",
    ),
    *("autocomplete", "autocapitalize", "spellcheck", "maxlength", "readonly", "datetime", "download", "defer"),
    *("data-neutral", "data-leave", "data-area", "data-areas", "data-group", "data-filters", "data-from", "data-to"),
    *("data-fit", "data-fits", "data-narrow", "data-times", "data-copy", "data-copied", "aria-pressed"),
    *("data-week", "data-postcode", "data-districts", "data-link", "data-danger", "data-index", "data-answers"),
    "data-base",
}
"""Attributes that nobody reads. Any other is read, also one that is new."""
META_FOR_PROGRAMS = {
    *("viewport", "referrer", "format-detection", "robots", "color-scheme", "twitter:card", "og:type", "og:url"),
    *("og:image", "og:image:type", "og:image:width", "og:image:height"),
}
"""What a meta element is called whose content nobody reads."""


WITHOUT_WORDS = ("oruk/openapi.json", "data/manifest.json", "data/gone.json")
"""Files without a word, or whose words are for programmers, in English."""


def texts_in(path: str, data: bytes) -> Texts:
    """The texts of one file. A kind of file that nobody thought of is a mistake of whoever brings it."""
    ending = path.rpartition(".")[2] if "." in path else path
    if path.endswith(WITHOUT_WORDS):
        return
    if path.endswith(("data.json", "datapackage.json", ".csv-metadata.json")):
        ending = "titles"
    yield from READERS[ending](data)


AN_ID = re.compile(r": [a-z0-9-]+$")
"""What an e-mail about a service says of which one it means."""


def html(data: bytes) -> Texts:
    """What stands on a page, what a screen reader says, and what others show of it."""
    tree = lxml_html.document_fromstring(data.decode())
    for element in tree.iter(etree.Element):
        if element.tag == "script":
            pass  # made of the files in overrides/scripts, which are read as they are written
        elif element.tag == "code" and is_for_programs(element):
            pass  # a name, an address, or lines that people copy for a program
        elif element.tag == "style":
            yield from stylesheet((element.text or "").encode())
        else:
            yield f"<{element.tag}>", element.text or ""
        yield "between elements", element.tail or ""
        for name, value in element.items():
            if name == "href" and value.startswith(("mailto:", "sms:")):
                told = " ".join(map(" ".join, parse_qs(urlsplit(value).query).values()))
                yield f"{element.tag} {name}", AN_ID.sub("", told)
            is_content = element.tag == "meta" and name == "content"
            if is_content and (element.get("http-equiv") or (_called(element) in META_FOR_PROGRAMS)):
                continue
            if name not in FOR_PROGRAMS:
                yield f"{element.tag} {_called(element) if is_content else name}", value


def is_for_programs(code: Any) -> bool:
    """Whether it holds one name or address, or whole lines of a program: words of ours have gaps between them."""
    return code.getparent().tag == "pre" or not re.search(r"\s", (code.text or "").strip())


def _called(element: Any) -> str:
    return element.get("name") or element.get("property") or ""


A_STRING = r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`"
A_COMMENT = r"//[^\n]*|/\*.*?\*/"
A_PATTERN = r"(?:(?<=[=(,:!&|?{};\[])|(?<=[=(,:!&|?{};\[] ))/(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[gimsuy]*"
OF_A_SCRIPT = re.compile(rf"(?P<string>{A_STRING})|{A_COMMENT}|{A_PATTERN}", re.DOTALL)
SHOWN = re.compile(r"(?:textContent|innerText|title|alt|placeholder|ariaLabel|innerHTML)\s*[=:]\s*$")
HIDDEN = re.compile(r"className\s*[=:]\s*$")
LIKE_WORDS = re.compile(r"[A-Z][a-z]|[A-Za-z]{2,}[,.!?…]?\s+[A-Za-z]{2,}")
CODE_IN_IT = re.compile(r"\$\{[^}]*\}")
FOR_THE_BROWSER = {"use strict", "Europe/London", "Shift", "Enter", "noreferrer noopener"}
"""Strings that look like words and are names: of keys, of a zone, of a mode."""


def script(data: bytes) -> Texts:
    """The strings of a script that look like words, or that it shows; not the names that it works with."""
    text = data.decode()
    for found in OF_A_SCRIPT.finditer(text):
        said = CODE_IN_IT.sub(" ", (found["string"] or "")[1:-1])
        before = text[: found.start()][-40:]
        is_text = SHOWN.search(before) or (LIKE_WORDS.search(said) and not HIDDEN.search(before))
        if is_text and said and said not in FOR_THE_BROWSER:
            yield "string", said


def stylesheet(data: bytes) -> Texts:
    """What a style puts before or behind an element."""
    for found in re.finditer(r"content\s*:\s*([^;}]*)", data.decode()):
        yield "content", " ".join(text[1:-1] for text in re.findall(A_STRING, found[1]))


def feed(data: bytes) -> Texts:
    """RSS: every element's text, and the HTML that some hold."""
    for element in etree.fromstring(data).iter(etree.Element):
        name = etree.QName(element).localname
        if name == "encoded":
            yield from html(b"<div>" + (element.text or "").encode() + b"</div>")
        elif name not in ("guid", "language", "pubDate", "lastBuildDate", "docs"):
            yield f"<{name}>", element.text or ""


KEYS_FOR_PROGRAMS = {
    *("version", "home_page_url", "feed_url", "language", "id", "url", "date_published", "image", "mime_type"),
    *(
        "campaign",
        "crime_types",
        "audiences",
        "link",
        "page",
        "signs",
        "groups",
        "stop",
        "real",
        "steps",
        "places",
        "from",
    ),
    *("profile", "openapi_url", "data_guide", "location_type", "address_type", "country", "currency", "extent_type"),
    *("freq", "byday", "opens_at", "closes_at", "valid_from", "valid_to", "attending_type", "type", "number"),
    *("status", "code", "link_type", "term_uri", "identifier_scheme", "identifier", "assured_date", "last_modified"),
    *("service_id", "organization_id", "location_id", "taxonomy_id", "taxonomy_term_id", "link_id", "x_waymark"),
}
"""Keys of JSON whose values are ids, addresses, dates, or words that somebody types and nobody reads."""


def objects(data: bytes) -> Texts:
    """JSON Feed, and what search fetches."""
    content = json.loads(data)
    yield from _search(content) if "kinds" in content else _inside(content, "")


def places(data: bytes) -> Texts:
    """What is said of each place of a map."""
    for feature in json.loads(data)["features"]:
        for name in ("service", "name", "address", "area"):
            yield name, feature["properties"].get(name, "")


def titles(data: bytes) -> Texts:
    """What describes data: what it and its parts are called, and what they are."""
    yield from _titles(json.loads(data), "")


def _titles(value: Any, where: str) -> Texts:
    if isinstance(value, list):
        for one in value:
            yield from _titles(one, where)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _titles(one, key)
    elif where in ("title", "dc:title", "description", "keyword", "@value", "foaf:name", "fn", "dc:license", "license"):
        yield where, str(value)


def turtle(data: bytes) -> Texts:
    """Turtle: every text that says which language it is in."""
    for said in re.findall(r'"((?:[^"\\]|\\.)*)"@', data.decode()):
        yield "text", said


def words(data: bytes) -> Texts:
    """A plain text: its lines, without the addresses in them."""
    for line in data.decode().splitlines():
        yield "line", re.sub(r"[\[\]]|\(https?://[^)]*\)", "", line)


def lines(data: bytes) -> Texts:
    """JSON, a line each."""
    for line in data.splitlines():
        yield from objects(line)


def _search(index: dict[str, Any]) -> Texts:
    """The index: rows that begin with an address and a name, columns of services."""
    for group in ("crimes", "audiences", "kinds", "areas"):
        yield from ((group, row[1]) for row in index[group])
    yield from (("page", text) for row in index["pages"] for text in row[2:])
    yield from ((f"services {key}", index["services"][key]) for key in ("name", "also"))


def _inside(value: Any, where: str) -> Texts:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, list):
        for one in value:
            yield from _inside(one, where)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in KEYS_FOR_PROGRAMS:
                yield from _inside(one, key)


def calendar(data: bytes) -> Texts:
    """iCalendar: what it is called, and each event."""
    for component in Calendar.from_ical(data).walk():
        for name in ("NAME", "X-WR-CALNAME", "X-WR-CALDESC", "SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES"):
            if name in component:
                yield name, str(component[name])


COLUMNS_FOR_PROGRAMS = {
    *(
        "channel",
        "link",
        "id",
        "service_id",
        "record",
        "status",
        "report_needed",
        "languages",
        "location",
        "checked_on",
    ),
    *("page", "way", "number", "free", "by_arrangement", "from", "to", "age_from", "age_to", "postcode", "hours"),
}
"""Columns whose cells are ids, addresses, days, codes, or numbers."""


def table(data: bytes) -> Texts:
    """CSV: every cell but those of the heading, which tools know their columns by, and of channels' ids."""
    headings, *rows = csv.reader(StringIO(data.decode("utf-8-sig")))
    for row in rows:
        yield from ((name, cell) for name, cell in zip(headings, row, strict=True) if name not in COLUMNS_FOR_PROGRAMS)


def drawing(data: bytes) -> Texts:
    """SVG: the texts in it."""
    for element in etree.fromstring(data).iter(etree.Element):
        yield "svg", element.text or ""


def nothing(data: bytes) -> Texts:
    """A file without words: rules for a host; a picture, whose letters are looked at as they are drawn; a script, whose
    files are read as they are written."""
    del data
    yield from ()


READERS: dict[str, Callable[[bytes], Texts]] = {
    "html": html,
    "js": nothing,
    "css": stylesheet,
    "xml": feed,
    "json": objects,
    "ndjson": lines,
    "jsonld": titles,
    "geojson": places,
    "titles": titles,
    "ttl": turtle,
    "txt": words,
    "ics": calendar,
    "csv": table,
    "svg": drawing,
    "png": nothing,
    "_headers": nothing,
    "_redirects": nothing,
}
