"""Style files -> one stylesheet: colours in front, comments gone, nothing broken by making it small."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.settings import Colours
from generator.site.render.assets import FILES, stylesheet
from tests.sites import ROOT

HEAD = ":root{--brand:#1d4f73;--alert:#a3162b}@media (prefers-color-scheme:dark){:root{--brand:#a8d4f2}}"


def small(folder: Path, css: str) -> str:
    """What becomes of some CSS, without the colours in front."""
    for name in FILES:
        (folder / f"{name}.css").write_text("", encoding="utf-8")
    (folder / f"{FILES[0]}.css").write_text(css, encoding="utf-8")
    text = stylesheet(folder, Colours()).data.decode()
    assert text.startswith(HEAD)
    return text.removeprefix(HEAD).strip()


def test_the_offices_colours_come_first(tmp_path: Path) -> None:
    assert small(tmp_path, "a{}") == "a{}"


def test_every_part_is_there_in_the_order_of_the_cascade(tmp_path: Path) -> None:
    for name in FILES:
        (tmp_path / f"{name}.css").write_text(f".{name}{{}}\n", encoding="utf-8")
    text = stylesheet(tmp_path, Colours()).data.decode()
    assert text.removeprefix(HEAD).split() == ["".join(f".{name}{{}}" for name in FILES)]


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        ("a , b {\n  color : red;\n}", "a,b{color : red;}"),
        ("a > b{}", "a>b{}"),
        ("a/* one */{/* two\nlines */}", "a{}"),
        (":is(a, b) c{}", ":is(a,b) c{}"),
        ("a :is(b){}", "a :is(b){}"),
        ("a{width:calc( 1rem + 2px )}", "a{width:calc( 1rem + 2px )}"),
        ("@media (min-width: 40em) and (width > 1px){}", "@media (min-width: 40em) and (width>1px){}"),
        ('a{content: "a ; b"}', 'a{content: "a ; b"}'),
        ('a{content:"  two  spaces, a > b "}', 'a{content:"  two  spaces, a > b "}'),
        ("a{content:'/* no comment */'}", "a{content:'/* no comment */'}"),
        ('a{content:"\\"; }"}', 'a{content:"\\"; }"}'),
        ("/* it's */a{}/* \"b */", "a{}"),
        ('a{background:url("a , b.svg")}', 'a{background:url("a , b.svg")}'),
        ('a{grid-template-areas:"a b"\n  "c d"}', 'a{grid-template-areas:"a b" "c d"}'),
    ],
)
def test_making_it_small_breaks_nothing(tmp_path: Path, css: str, kept: str) -> None:
    assert small(tmp_path, css) == kept


def test_our_own_stylesheet_has_no_comment_and_all_its_braces() -> None:
    text = stylesheet(ROOT / "overrides" / "styles", Colours()).data.decode()
    assert ("/*" in text, text.count("{") - text.count("}")) == (False, 0)


def test_every_style_file_of_ours_is_used() -> None:
    assert {path.stem for path in (ROOT / "overrides" / "styles").glob("*.css")} == set(FILES)


def test_the_colours_of_the_settings_are_used() -> None:
    text = stylesheet(ROOT / "overrides" / "styles", Colours(brand="#010203", brand_dark="#fafbfc")).data.decode()
    assert text.startswith(":root{--brand:#010203;--alert:#a3162b}")
    assert "{:root{--brand:#fafbfc}}" in text
