"""An SVG file is published if it only draws."""

from __future__ import annotations

import pytest

from generator.privacy.documents.drawings import draws_more
from tests.site_builder import REPOSITORY

MORE = "this drawing holds more than lines and words; save it as Plain SVG, without scripts, remarks or pictures"
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<script href="https://evil.example.org/a.js"/>',
        '<rect onclick="x()"/>',
        '<g ONLOAD="x()"/>',
        "<foreignObject><p>x</p></foreignObject>",
        '<image href="https://evil.example.org/a.png"/>',
        '<use href="https://evil.example.org/a.svg#a"/>',
        '<use xlink:href="data:image/svg+xml,x"/>',
        '<a href="javascript:x()"><rect/></a>',
        '<rect fill="url(https://evil.example.org/a#b)"/>',
        '<rect style="background: URL(//evil.example.org)"/>',
        "<style>@import 'https://evil.example.org/a.css'</style>",
        '<animate attributeName="href" to="javascript:x"/>',
        '<set attributeName="onclick" to="x"/>',
        '<handler xmlns="http://www.w3.org/2001/xml-events">x</handler>',
        '<script xmlns="http://www.w3.org/1999/xhtml">x</script>',
        '<filter><feImage href="#a"/></filter>',
        "<metadata>Sam Reed</metadata>",
        "<!-- Sam Reed drew this at Larkspur House -->",
        "<?xml-stylesheet href='a.css'?>",
        '<rect style="fill: u\\72l(a)"/>',
        "<g>" * 101 + "</g>" * 101,
    ],
)
def test_what_runs_fetches_or_hides_is_refused(inside: str) -> None:
    assert str(draws_more(f"{HEAD}>{inside}</svg>".encode())) == MORE


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>",
        b"<html xmlns='http://www.w3.org/1999/xhtml'/>",
        b"<svg/>",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>",
    ],
)
def test_another_document_under_that_name_is_refused(data: bytes) -> None:
    assert str(draws_more(data)) == MORE


@pytest.mark.parametrize("data", [b"", b"<svg", b"no", b"<svg xmlns='http://www.w3.org/2000/svg'><g></svg>"])
def test_a_broken_one_is_refused(data: bytes) -> None:
    assert str(draws_more(data)) == "this drawing can't be read to its end; save it anew as Plain SVG"


def test_a_drawing_is_published() -> None:
    inside = (
        '<title>In</title><defs><linearGradient id="a"/></defs><path d="M0 0" fill="url(#a)"/><use xlink:href="#a"/>'
    )

    assert draws_more(f"{HEAD} viewBox='0 0 1 1'>{inside}</svg>".encode()) is None
    assert draws_more((REPOSITORY / "overrides/assets/icon.svg").read_bytes()) is None
