"""A file that is there, and what a command has made now -> whether the same command made the file, before."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
A_DATE = re.compile(rf"[0-9]+|\b(?:{MONTHS})[a-z]*")
A_TITLE = re.compile(r"<title>([^<]*)</title>")
SHEETS = "xl/workbook.xml"
MOST = 50_000_000
"""No command makes a larger file."""


def is_made_by_the_same(there: Path, made: bytes) -> bool:
    """Whether a file has what this command puts first in what it makes: its columns, sheets, title or heading.

    A file with nothing in it is nobody's work, and neither is a pipe or a device.
    """
    if not there.is_file():
        return True
    if there.stat().st_size > MOST:
        return False
    data = there.read_bytes()
    return not data.strip() or data == made or (_mark(data) == _mark(made) and _mark(made) != "")


def _mark(data: bytes) -> str:
    """What a kind of file begins with, without the dates in it."""
    if data.startswith(b"PK"):
        try:
            with ZipFile(BytesIO(data)) as book:
                return f"xlsx {book.read(SHEETS)!r}"
        except (BadZipFile, KeyError, OSError, ValueError, RuntimeError):
            return ""
    text = data.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
    if text.startswith("{"):
        try:
            fields = json.loads(text)
        except ValueError:
            return ""
        return f"json {sorted(fields)} {fields.get('title')}"
    if text.lower().startswith("<!doctype html>"):
        title = A_TITLE.search(text)
        return f"html {A_DATE.sub('', title[1])}" if title else ""
    if text.startswith("BEGIN:VCALENDAR"):
        return "ics " + "".join(line for line in text.split("\n") if line.startswith("PRODID:"))
    return A_DATE.sub("", text.strip().partition("\n")[0])
