from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.source.text_files import decode, read_text
from tests.builders import ANY_INPUT, said

NOT_UTF8 = "this is not UTF-8 text; save the file again with the encoding UTF-8"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("a: tŷ\n".encode(), "a: tŷ\n"),
        ("a: tŷ\n".encode("utf-8-sig"), "a: tŷ\n"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        ("دعم 💜".encode(), "دعم 💜"),
    ],
)
def test_utf8_is_read_with_or_without_a_byte_order_mark_and_with_any_line_end(data: bytes, text: str) -> None:
    assert decode(data, "a") == (text, [])


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ("a: b\nc: t\u0177 caf\xe9\n".encode().replace(b"\xc3\xa9", b"\xe9"), "2:10"),
        ("£5".encode("latin-1"), "1:1"),
        (b"\xef\xbb\xbfa: \xff", "1:4"),
        (b"a\r\nb\rc \xff", "3:3"),
        ("a: b\n".encode("utf-16"), "1:1"),
        ("a: b\n".encode("utf-16-be"), None),
        (b"\xfe\xff\x00a", "1:1"),
        ("a: b\n".encode("utf-32"), "1:1"),
        (b"a: \xed\xa0\x80", "1:4"),
        (b"a: \xc0\xaf", "1:4"),
        (b"abc\xe2\x82", "1:4"),
    ],
)
def test_anything_else_is_refused_at_its_first_wrong_byte(data: bytes, place: str | None) -> None:
    text, problems = decode(data, "a")

    if place is None:  # UTF-16 without a mark is valid UTF-8 full of U+0000, which the YAML reader refuses
        assert text is not None
        assert "\x00" in text
    else:
        assert text is None
        assert said(problems) == [f"a:{place}: {NOT_UTF8}"]


@ANY_INPUT
@given(st.binary())
def test_any_bytes_are_read_or_refused_in_one_of_their_lines(data: bytes) -> None:
    text, problems = decode(data, "a")

    assert (text is None) == (len(problems) == 1)
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    assert all(problem.location.line <= lines for problem in problems)
    assert text is None or "\r" not in text


def test_a_missing_file_is_named() -> None:
    read, problems = read_text(Path("/nowhere/services.yaml"), "services.yaml")
    assert read is None
    assert said(problems) == ["services.yaml:1:1: this file is missing; add it, or mend its name in mkdocs.yml"]


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    read, problems = read_text(tmp_path, "services")
    assert read is None
    assert said(problems) == ["services:1:1: this is a folder, and a file is needed here; give the folder another name"]
