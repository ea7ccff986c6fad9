"""A site built to be hard on every template, in English and in a language made up to be read from right to left."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import read_po, write_po
from PIL import Image

from tests.site_builder import NOW, REPOSITORY, Site

SOURCES = REPOSITORY / "tests" / "nasty_site"
MANY = 300
SECRETS = (
    "Larkspur Villa",
    "Gooseberry",
    "CA99 9ZZ",
    "Trellech",
    "Bluebell Clinic",
    "Quince Terrace",
    "LA98 8YY",
    "Halfhidden Row",
    "CA2 9ZY",
    "960008",
    "960010",
    "unseen@example.org",
    "zanzibarian",
    "xylophonic",
)
"""What must be in no file: secret places, numbers nobody checked, campaigns and posts before their day."""

TEMPLATES = {
    "home": "",
    "what happened": "what-happened/",
    "one crime": "what-happened/domestic-abuse/",
    "hundreds": "what-happened/violence/",
    "a crime somewhere": "what-happened/domestic-abuse/valley/",
    "who": "who/",
    "an audience of one service": "who/witnesses/",
    "where": "where/",
    "one area": "where/county/",
    "kinds": "kinds/",
    "one kind": "kinds/counselling/",
    "all services": "services/",
    "everything known": "services/long-name/",
    "one long word": "services/one-word/",
    "an e-mail alone": "services/email-only/",
    "no contact": "services/no-contact/",
    "closed and replaced": "services/closed-replaced/",
    "closed": "services/closed-alone/",
    "paused": "services/paused/",
    "not begun": "services/not-yet/",
    "due": "services/due/",
    "twice due": "services/twice-due/",
    "unchecked": "services/unchecked/",
    "a refuge": "services/secret-refuge/",
    "in three languages": "services/in-three-languages/",
    "a card": "services/long-name/card/",
    "search": "search/",
    "campaigns": "campaigns/",
    "a campaign": "campaigns/on-now/",
    "a campaign to come": "campaigns/coming-soon/",
    "a campaign over": "campaigns/over-now/",
    "feeds": "feeds/",
    "about": "about/",
    "rights": "rights/",
    "stay safe": "stay-safe/",
    "accessibility": "accessibility/",
    "privacy": "privacy/",
    "professionals": "professionals/",
    "not found": "there-is-no-such-page/",
}
"""Every template, and every state of it that looks its own."""

LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", "ابتثجحخدذرزسشصضطظعغفقكلمني", strict=True))
A_PLACEHOLDER = re.compile(r"(%%?(?:\(\w+\))?[sd]|\{\})")


def nasty_site(folder: Path, language: str = "en") -> Path:
    """Build it in a folder, strictly, as anyone builds a site. Returns the folder of the finished site."""
    site = nasty_sources(folder, language)
    done = site.waymark("build", now=NOW)
    assert done.status == 0, done.err
    return site.built


def nasty_sources(folder: Path, language: str = "en") -> Site:
    """What it is built from."""
    shutil.copytree(SOURCES, folder)
    shutil.copytree(REPOSITORY / "overrides", folder / "overrides")
    site = Site(folder)
    site.write("hundreds.yaml", "\n".join(hundreds()))
    (folder / "content" / "images").mkdir()
    Image.new("RGB", (1600, 900), "#336699").save(folder / "content" / "images" / "on-now.png")
    if language != "en":
        site.change("mkdocs.yml", "  language: en\n", f"  language: {language}\n")
        mirror(folder / "overrides" / "words", language)
    return site


def hundreds() -> Iterator[str]:
    """Services enough for the longest list, each with a website alone."""
    yield "services:"
    for number in range(MANY):
        area = ("valley", "coast", "county", "north")[number % 4]
        yield (
            f"  - {{id: many-{number}, name: Number {number} of many, kind: asb-support, organisation: one, "
            f"summary: One of many., helps_with: [violence], areas: [{area}], "
            f'contact: [{{website: "https://many-{number}.example.org/"}}], '
            "checked: {on: 2026-12-20, by: The team, how: read}}"
        )


def mirror(words: Path, language: str) -> None:
    """Write a translation of every text into letters that are read from right to left."""
    with (words / "template.pot").open("rb") as file:
        catalogue = read_po(file, locale=language)
    for message in catalogue:
        if isinstance(message.id, tuple):
            one, more = message.id
            message.string = (mirrored(one), *(mirrored(more) for _ in range(catalogue.num_plurals - 1)))
        elif message.id:
            message.string = mirrored(str(message.id))
    with (words / f"{language}.po").open("wb") as file:
        write_po(file, catalogue)


def mirrored(text: str) -> str:
    """Other letters, a third longer; what a value is put into, and the bars between parts, stay."""
    return "|".join(_mirrored(part) for part in text.split("|"))


def _mirrored(text: str) -> str:
    parts = A_PLACEHOLDER.split(text)
    swapped = (
        part if A_PLACEHOLDER.fullmatch(part) else "".join(LETTERS.get(letter, letter) for letter in part.lower())
        for part in parts
    )
    longer = "ـ" * (len(text) // 3) if text.strip() == text else ""
    return "".join(swapped) + longer
