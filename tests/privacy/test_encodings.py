"""The handbook for the office says which encodings the search of a built site undoes, and which it does not."""

from __future__ import annotations

import base64
import bz2
import codecs
import gzip
import quopri
import re
from pathlib import Path
from urllib.parse import quote

import pytest

from generator.privacy.scan import Search

OFFICE = re.sub(r"\s+", " ", (Path(__file__).parents[2] / "docs/for-the-office.md").read_text(encoding="utf-8"))
UNDONE, _, NOT_UNDONE = OFFICE.partition("| Which encodings are undone |")[2].partition("|")[0].partition("Not undone")
SEARCH = Search({"12 Gooseberry Lane": "the address"}, (), ())
TEXT = "Come to 12 Gooseberry Lane today"
DATA = TEXT.encode()
KEPT = {
    "percent signs": ("a.html", quote(TEXT).encode()),
    "(twice too)": ("a.html", quote(quote(TEXT)).encode()),
    "`+` for a blank": ("a.html", TEXT.replace(" ", "+").encode()),
    "HTML entities": ("a.html", "".join(f"&#{code};" for code in DATA).encode()),
    "escapes of JSON": ("a.json", "".join(f"\\u{code:04x}" for code in DATA).encode()),
    "and of scripts": ("a.js", "".join(f"\\x{code:02x}" for code in DATA).encode()),
    "escapes of styles": ("a.css", "".join(f"\\{code:x} " for code in DATA).encode()),
    "UTF-16": ("a.txt", TEXT.encode("utf-16")),
    "UTF-32": ("a.txt", TEXT.encode("utf-32")),
    "Latin-1": ("a.txt", f"Café: {TEXT}".encode("latin-1")),
    "base64": ("a.html", b'<img src="data:text/plain;base64,' + base64.b64encode(DATA) + b'">'),
    "percent signs in a `data:` address": ("a.html", f'<a href="data:text/plain,{quote(TEXT)}">'.encode()),
    "gzip": ("a.gz", gzip.compress(DATA, mtime=0)),
    "folded lines of a calendar": ("a.ics", b"DESCRIPTION:Come to 12 Goose\r\n berry Lane"),
    "pieces that a script joins by `+`": ("a.js", b'"12 Goose"+"berry Lane"'),
    "comments": ("a.html", b"12 Goose<!-- x -->berry Lane"),
    "tags": ("a.html", b"12 Goose<b>berry</b> Lane"),
}
PASSED_OVER = {
    "base64 elsewhere": ("a.html", base64.b64encode(DATA)),
    "base32": ("a.html", base64.b32encode(DATA)),
    "hexadecimal": ("a.html", DATA.hex().encode()),
    "quoted-printable": ("a.html", quopri.encodestring(DATA, quotetabs=True).replace(b"oo", b"=6F=6F")),
    "octal escapes": ("a.js", "".join(f"\\{code:03o}" for code in DATA).encode()),
    "a line that a backslash goes on from": ("a.js", b"12 Goose\\\nberry Lane"),
    "codes of characters in a script": ("a.js", f"String.fromCharCode({','.join(map(str, DATA))})".encode()),
    "UTF-7": ("a.html", TEXT.replace("r", "+AHI-").encode()),
    "EBCDIC": ("a.txt", TEXT.encode("cp037")),
    "ROT13": ("a.html", codecs.encode(TEXT, "rot13").encode()),
    "letters in reverse": ("a.html", TEXT[::-1].encode()),
    "packing other than gzip": ("a.bz2", bz2.compress(DATA)),
}


@pytest.mark.parametrize("name", KEPT)
def test_an_encoding_that_the_office_is_told_of_is_undone(name: str) -> None:
    assert name in UNDONE
    assert [*SEARCH.problems_in(*KEPT[name])]


@pytest.mark.parametrize("name", PASSED_OVER)
def test_an_encoding_that_is_not_undone_is_named_as_such(name: str) -> None:
    """Where one of these is undone some day, the sentence says so from then on."""
    assert name in NOT_UNDONE
    assert [*SEARCH.problems_in(*PASSED_OVER[name])] == []
