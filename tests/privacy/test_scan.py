"""A built folder -> what must not leave it: withheld words, numbers and pictures, in every disguise we see through."""

from __future__ import annotations

import gzip
import struct
import zlib
from pathlib import Path

import pytest

from generator.privacy.scan import leaks
from generator.privacy.withheld import is_telling

ADDRESS = "12 Mill Lane, Kendal"
POSTCODE = "CA10 2AU"
NUMBER = "01632960001"
WHAT = {ADDRESS: "the address of place 1 of harbour", POSTCODE: "the postcode of place 1 of harbour"}
RETIRED = "may not be shown: it is retired, or nobody has checked it"


def a_png(text: str) -> bytes:
    """One pixel, and a comment in a tEXt chunk."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    pixel = chunk(b"IDAT", zlib.compress(b"\0\0"))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"tEXt", b"Comment\0" + text.encode()) + pixel + chunk(b"IEND", b"")


def a_jpeg(comment: bytes) -> bytes:
    """The start of a JPEG with a comment segment, whose length in bytes touches the words."""
    start = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    return start + b"\xff\xfe" + struct.pack(">H", len(comment) + 2) + comment + b"\xff\xd9"


def found_in(
    folder: Path,
    data: str | bytes,
    file: str = "services/index.html",
    words: tuple[str, ...] = (ADDRESS, POSTCODE),
    numbers: tuple[str, ...] = (NUMBER,),
    images: tuple[str, ...] = (),
) -> list[str]:
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    named = {text: WHAT.get(text, "the text") for text in words}
    return [str(problem) for problem in leaks(folder, named, numbers, images)]


# Withheld words


def test_an_address_is_told_with_its_place_and_so_is_its_first_line(tmp_path: Path) -> None:
    assert found_in(tmp_path, "<p>Come in.</p>\n<p>12 Mill Lane, Kendal</p>\n") == [
        "services/index.html:2:4: a part of the address of place 1 of harbour is withheld, but it is in this file",
        "services/index.html:2:4: the address of place 1 of harbour is withheld, but it is in this file",
    ]


def test_a_postcode_is_told_with_its_place(tmp_path: Path) -> None:
    assert found_in(tmp_path, "<p>Near CA10 2AU</p>") == [
        "services/index.html:1:9: the postcode of place 1 of harbour is withheld, but it is in this file"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "12 MILL LANE, KENDAL",
        "12, Mill-Lane; Kendal",
        "12   Mill\n\tLane\nKendal",
        "12 MillLane Kendal",
        "12milllanekendal",
        "12_mill_lane_kendal",
        "12 Mill Lane<br>Kendal",
        '<b>12</b> <i>Mill Lane</i>, <span class="x">Kendal</span>',
        "12&nbsp;Mill&#32;Lane&#44;&#x20;Kendal",
        "12 &#77;ill L&#x61;ne, Kendal",
        "12\u00a0Mill\u2009Lane,\u202fKendal",
        "12 Mill La\u00adne, Ken\u200bdal",
        "12 Mill La&shy;ne, Ken<wbr>dal",
        "12 Ｍｉｌｌ Lane, Kendal",
        "?q=12%20Mill%20Lane%2C%20Kendal",
        "?q=12+Mill+Lane,+Kendal",
        "12%2520Mill%2520Lane%2C%2520Kendal",
        "&lt;p&gt;12 Mill&amp;nbsp;Lane, Kendal&lt;/p&gt;",
        '<img alt="12 Mill Lane, Kendal">',
        "<!-- 12 Mill Lane, Kendal -->",
    ],
)
def test_an_address_is_seen_in_a_page_through(tmp_path: Path, text: str) -> None:
    assert f": {WHAT[ADDRESS]} is withheld, but it is in this file" in " ".join(found_in(tmp_path, f"<p>{text}</p>"))


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("data/services.json", rb'{"address": "12 Mill\u0020Lane,\nKendal"}'),
        ("search/search_index.json", rb'{"text": "Caf\u00e9\n12 Mill Lane,\nKendal\n"}'),
        ("feeds/campaigns.xml", b"<rss><description>12 Mill Lane, Kendal</description></rss>"),
        ("sitemap.xml", b"<loc>https://help.example.org/places/12-mill-lane-kendal/</loc>"),
        ("sitemap.xml.gz", gzip.compress(b"<loc>https://help.example.org/12-mill-lane-kendal/</loc>", mtime=0)),
        ("scripts/map.js", rb'const where = "12\x20Mill Lane, Kendal";'),
        ("assets/waymark.css", b"/* 12 Mill Lane, Kendal */"),
        ("feeds/campaigns.ics", b"LOCATION:12 Mill La\r\n ne\\, Kendal\r\n"),
        ("data/services.csv", b'"12 Mill Lane","Kendal"\r\n'),
        ("images/a.png", a_png("12 Mill Lane, Kendal")),
        ("images/a.jpg", a_jpeg(b"12 Mill Lane, Kendal")),
        ("images/long.jpg", a_jpeg(b"12 Mill Lane, Kendal".ljust(63))),
        ("images/utf16.jpg", a_jpeg("12 Mill Lane, Kendal".encode("utf-16-le"))),
        ("notes.txt", "12 Mill Lane, Kendal".encode("utf-16")),
        ("notes", b"12 Mill Lane, Kendal"),
    ],
)
def test_an_address_is_seen_in_every_kind_of_file(tmp_path: Path, file: str, data: bytes) -> None:
    problems = found_in(tmp_path, data, file)
    assert [problem for problem in problems if problem.startswith(file) and WHAT[ADDRESS] in problem] != []


def test_an_address_is_seen_in_the_name_of_a_file(tmp_path: Path) -> None:
    assert found_in(tmp_path, "", "places/12-mill-lane-kendal.html", words=(ADDRESS,)) == [
        f"places/....html:1:1: {part}{WHAT[ADDRESS]} is withheld, but it is in the name of this file"
        for part in ("a part of ", "")
    ]


def test_what_is_in_the_name_of_a_file_is_left_out_of_each_thing_that_is_said_of_it(tmp_path: Path) -> None:
    assert [problem.split(":")[0] for problem in found_in(tmp_path, "CA10 2AU", "12%20mill%20lane,kendal/a.html")] == [
        ".../a.html"
    ] * 3


@pytest.mark.parametrize("text", ["CA102AU", "ca10 2au", "ca10-2au", "CA10&nbsp;2AU", "CA10%202AU", "/ca102au/"])
def test_a_postcode_is_seen_with_and_without_its_space(tmp_path: Path, text: str) -> None:
    assert f": {WHAT[POSTCODE]} is withheld" in " ".join(found_in(tmp_path, f"<p>{text}</p>"))


def test_an_address_in_another_script_is_seen(tmp_path: Path) -> None:
    assert found_in(tmp_path, "<p>شارع الملك 12</p>", words=("شارع الملك",)) == [
        "services/index.html:1:4: the text is withheld, but it is in this file"
    ]


def test_letters_with_marks_count_as_the_same_however_they_are_composed(tmp_path: Path) -> None:
    assert found_in(tmp_path, "<p>3 To\u0302n Terrace</p>", words=("3 Tôn Terrace",)) == [
        "services/index.html:1:4: the text is withheld, but it is in this file"
    ]


def test_each_text_is_told_once_a_file(tmp_path: Path) -> None:
    problems = found_in(tmp_path, "CA10 2AU\nCA10 2AU\n")
    assert problems == [f"services/index.html:1:1: {WHAT[POSTCODE]} is withheld, but it is in this file"]


def test_a_line_that_many_files_share_is_still_searched_in_each(tmp_path: Path) -> None:
    found_in(tmp_path, "<p>frame</p>\n<p>CA10 2AU</p>\n", "a.html")
    problems = found_in(tmp_path, "<p>frame</p>\n<p>CA10 2AU</p>\n", "b.html")
    assert [problem.partition(":")[0] for problem in problems] == ["a.html", "b.html"]


@pytest.mark.parametrize(
    "text",
    [
        "CA10 and, much later, 2AU",
        "CA10 3AU, CA11 2AU",
        "XCA10 2AU",
        "CA10 2AUX",
        "112 Mill Lane, Kendal",
        "12 Windmill Lane, Kendal",
        "12 Mill Lanes, Kendal",
        "Mill Lane",
        "Kendal",
        "12 mill workers met in the lane in Kendal",
    ],
)
def test_a_near_miss_is_no_alarm(tmp_path: Path, text: str) -> None:
    assert found_in(tmp_path, f"<p>{text}</p>") == []


def test_a_name_within_a_longer_word_is_no_alarm(tmp_path: Path) -> None:
    assert found_in(tmp_path, "<p>Windmill Lane</p>", words=("Mill Lane",)) == []


@pytest.mark.parametrize("name", ["Office", "Main office", "The Women's Refuge", "Police station", "SARC suite"])
def test_a_name_that_any_place_could_have_is_not_looked_for(tmp_path: Path, name: str) -> None:
    assert found_in(tmp_path, f"<p>{name}</p>", words=(name,)) == []


@pytest.mark.parametrize("name", ["Rosehill", "Rosehill refuge", "Flat 2", "CA10 2AU", "Old School House", "ملجأ"])
def test_a_name_that_tells_something_is_looked_for(name: str) -> None:
    assert is_telling(name)


# Withheld numbers


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("01632 960001", "01632 960001"),
        ("01632960001", "01632960001"),
        ("016 32 96 00 01", "016 32 96 00 01"),
        ("(01632) 960 001", "(01632) 960 001"),
        ("01632.960.001", "01632.960.001"),
        ("01632-960-001", "01632-960-001"),
        ("01632\u2011960\u2011001", "01632\u2011960\u2011001"),
        ("01632\u00a0960001", "01632 960001"),
        ("+44 1632 960001", "+44 1632 960001"),
        ("+44 (0)1632 960001", "+44 (0)1632 960001"),
        ("0044 1632 960001", "0044 1632 960001"),
        ("tel:+441632960001", "+441632960001"),
        ("tel:%2B441632960001", "+441632960001"),
        ("18001 01632 960001", "18001 01632 960001"),
        ("tel:1800101632960001", "1800101632960001"),
        ("Open 24 7 01632 960001", "01632 960001"),
        ("01632 960002 01632 960001", "01632 960001"),
        ("0163&#50; 960001", "01632 960001"),
        ("<b>01632</b> <i>960001</i>", "01632 960001"),
    ],
)
def test_a_number_is_seen_however_it_is_written(tmp_path: Path, text: str, shown: str) -> None:
    problems = found_in(tmp_path, f"<p>{text}</p>")
    assert [problem.partition(" ")[2] for problem in problems] == [f"{shown} {RETIRED}"]


def test_a_number_is_told_with_its_line_and_column(tmp_path: Path) -> None:
    assert found_in(tmp_path, "<p>Help</p>\n<p>Call 01632 960001.</p>") == [
        f"services/index.html:2:9: 01632 960001 {RETIRED}"
    ]


def test_a_number_is_told_once_a_file(tmp_path: Path) -> None:
    problems = found_in(tmp_path, '<a href="tel:+441632960001">01632 960001</a>')
    assert problems == [f"services/index.html:1:14: +441632960001 {RETIRED}"]


@pytest.mark.parametrize(
    "file", ["feeds/campaigns.xml", "data/services.json", "assets/a.js", "sitemap.xml.gz", "a.png"]
)
def test_a_number_is_seen_in_every_kind_of_file(tmp_path: Path, file: str) -> None:
    data = {"sitemap.xml.gz": gzip.compress(b"01632 960001", mtime=0), "a.png": a_png("01632 960001")}
    problems = found_in(tmp_path, data.get(file, b'"01632 960001"'), file)
    assert [problem.partition(" ")[2] for problem in problems] == [f"01632 960001 {RETIRED}"]


@pytest.mark.parametrize(
    "text",
    [
        "1016329600012",
        "01632 9600012",
        "a01632 960001",
        "01632 960001px",
        "0.1632960001",
        "£0163, 2960001",
        "2016-03-29 60:00:01",
        "01632 960002",
        "#0a1632960001",
    ],
)
def test_digits_that_are_no_such_number_are_no_alarm(tmp_path: Path, text: str) -> None:
    assert found_in(tmp_path, f"<p>{text}</p>") == []


@pytest.mark.parametrize("text", ["tel:116123", "sms:116123", "116 123", "116-123"])
def test_a_short_number_is_seen_where_it_is_dialled_or_spaced(tmp_path: Path, text: str) -> None:
    problems = found_in(tmp_path, f"<p>{text}</p>", numbers=("116123",))
    assert [problem.partition(" ")[2] for problem in problems] == [f"{text} {RETIRED}"]


@pytest.mark.parametrize("text", ['length="116123"', "#116123", "1 116 123 people", "116 123 456", "tel:1161234"])
def test_the_digits_of_a_short_number_are_no_alarm_elsewhere(tmp_path: Path, text: str) -> None:
    assert found_in(tmp_path, f"<p>{text}</p>", numbers=("116123",)) == []


# Withheld pictures


def test_a_picture_that_may_not_be_seen_is_told(tmp_path: Path) -> None:
    assert found_in(tmp_path, a_png(""), "images/later.png", images=("images/later.png",)) == [
        "images/later.png:1:1: this picture belongs to a campaign that may not be seen yet"
    ]


def test_a_page_that_names_such_a_picture_is_told(tmp_path: Path) -> None:
    text = '<meta property="og:image" content="https://help.example.org/images/later.png">'
    assert found_in(tmp_path, text, images=("images/later.png",)) == [
        "services/index.html:1:61: the picture images/later.png may not be seen yet, but it is in this file"
    ]


def test_a_folder_without_secrets_has_no_problem(tmp_path: Path) -> None:
    assert found_in(tmp_path, "<h1>Help</h1>", images=("images/later.png",)) == []
