"""What a program can see in Welsh words is told, with what is right; what is right is left alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.l10n.slips import slips
from tests.content.checks.test_text_languages import LANGUAGES, site_in
from tests.site_builder import REPOSITORY, Site, a_site

A_OR_AC = 'write "a", or "ac" before a vowel'
WRONG = [
    ("Cam-drin a(c) aflonyddu", "a(c)", A_OR_AC),
    ("dioddefwyr & thystion", "&", A_OR_AC),
    ("Ar agor Monday", "Monday", "write dydd Llun"),
    ("ar gau Sundays a gwyliau", "Sundays", "write dydd Sul"),
    ("9am to 5pm", "9am to 5pm", "write 9am i 5pm"),
    ("o 9.30am to hanner dydd", "9.30am to hanner dydd", "write 9.30am i hanner dydd"),
    ("dydd Llun to ddydd Gwener", "dydd Llun to", "write dydd Llun i ddydd Gwener"),
    ("dydd Llun i dydd Gwener", "i dydd Gwener", "write i ddydd Gwener"),
    ("Ar dydd Sadwrn", "Ar dydd Sadwrn", "write Ar ddydd Sadwrn"),
    ("tan dydd Mercher", "tan dydd Mercher", "write tan ddydd Mercher"),
    ("3 gwasanaethau", "3 gwasanaethau", "after a number stands one of a thing: gwasanaeth"),
    ("dau tystion", "dau tystion", "after a number stands one of a thing: tyst"),
    ("o fewn 24 oriau", "24 oriau", "after a number stands one of a thing: awr"),
    ("Mae\u2018r heddlu", "\u2018r", "write \u2019r"),
    ("i \u2018ch helpu", "\u2018ch", "write \u2019ch"),
]
RIGHT = (
    "Cam-drin ac aflonyddu",
    "dioddefwyr a thystion",
    "dydd Llun i ddydd Gwener, 9am i 5pm",
    "dydd Sadwrn a dydd Sul",
    "ar ddydd Gwener",
    "3 o wasanaethau",
    "3 gwasanaeth, 24 awr y dydd, 7 diwrnod yr wythnos",
    "Canlyniadau: 14",
    "Mae\u2019r heddlu\u2019n gwybod, ac mae'n iawn",
    "dywedodd \u2018na\u2019 wrthyn nhw",
    "gwasanaethau a hawliau",
    "R&D, https://help.example.org/?a=1&b=2",
)


@pytest.mark.parametrize(("text", "words", "hint"), WRONG, ids=[text for text, *_ in WRONG])
def test_each_slip_is_named_with_what_is_right(text: str, words: str, hint: str) -> None:
    assert [found[:2] for found in slips(text)] == [(words, hint)]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert list(slips(text)) == []


def told(site: Site) -> list[str]:
    lines = (line.removeprefix("advice: ") for line in site.waymark("check").told)
    return [line for line in lines if "slip in Welsh" in line or "says the same" in line]


def test_they_are_told_at_their_place_in_records_pages_and_campaigns(tmp_path: Path) -> None:
    site = site_in(tmp_path, LANGUAGES)
    said = "{en: Open on Monday., cy: Ar agor ar dydd Llun.}"
    site.change("services.yaml", "summary: Free, private help after any crime.", f"summary: {said}")
    same = "{en: A safe place for you to stay., cy: A safe place for you to stay.}"
    site.change("services.yaml", "summary: A safe place to stay.", f"summary: {same}")
    site.write("content/about.cy.md", "---\ntitle: Amdanom ni\n---\n# Amdanom ni\n\nO 9am to 5pm.\n")
    site.write("campaigns/dating-scams.cy.md", "Geiriau.\n\n3 gwasanaethau.\n")

    assert told(site) == [
        "campaigns/dating-scams.cy.md:3:1: '3 gwasanaethau' is a slip in Welsh; after a number stands one of a thing: "
        "gwasanaeth",
        "content/about.cy.md:6:3: '9am to 5pm' is a slip in Welsh; write 9am i 5pm",
        "services.yaml:12:14: 'ar dydd Llun' is a slip in Welsh; write ar ddydd Llun",
        "services.yaml:23:14: the Welsh says the same as another language; write it in Welsh, or leave cy: out until "
        "somebody can",
    ]


def test_a_site_without_welsh_is_not_asked(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.change("services.yaml", "summary: Free, private help after any crime.", "summary: Open 9am to 5pm on Monday.")

    assert told(site) == []


def test_a_site_in_welsh_alone_is(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.change("mkdocs.yml", "language: en", "language: cy")
    site.change("services.yaml", "summary: Free, private help after any crime.", "summary: Ar agor ar dydd Llun.")

    assert told(site) == ["services.yaml:12:14: 'ar dydd Llun' is a slip in Welsh; write ar ddydd Llun"]


def test_no_text_that_ships_has_one() -> None:
    texts = re.findall(r'"(.*)"', (REPOSITORY / "overrides/words/cy.po").read_text(encoding="utf-8"))
    pages = [*REPOSITORY.glob("examples/*/c*/*.cy.md"), *REPOSITORY.glob("generator/staff/new_site/files/c*/*.cy.md")]

    assert (len(texts) > 1000, len(pages)) == (True, 12)
    assert [found for file in pages for found in slips(file.read_text(encoding="utf-8"))] == []
    assert [one for one in texts if "a(c)" in one or "i dydd" in one] == []
