"""Every text of every output passes through translation: a site in a language made up for it shows what does not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader

from generator.l10n.translations import speak
from generator.output import Page
from generator.site.build import Build
from tests.l10n.output_texts import texts_in
from tests.l10n.pseudo_language import LANGUAGE, in_greek, pseudo
from tests.l10n.small_office import MOMENTS, Office, open_office

OUR_LETTERS = re.compile(r"[A-Za-z]{2,}")
THE_SAME_EVERYWHERE = re.compile(
    r"https?://[^\s\"<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:[\w-]+\.)+(?:org|uk|it)\b|\b[SP]\d{3}\b[ \d.]*"
    r"|%\(?\w*\)?[sd]|\b[A-Z]{1,2}\d[A-Z\d]?(?: \d[A-Z]{2})?\b"
)
"""Addresses, hosts, the codes of sources, what a script puts a value into, and postcodes."""
TOOLS = ("Power Automate", "Zapier", "IFTTT", "Make", "Hootsuite", "Metricool", "Buffer")
NAMES = {
    "Waymark": "the program's name, as the generator of a feed",
    "PNG": "a kind of file",
    "KB": "a unit",
    "CC0": "the code of a licence",
    **dict.fromkeys(
        ("Open Referral UK", "HSDS", "NDJSON", "JSON", "GeoJSON", "Data Package", "CSVW", "CSV", "DCAT"), "a format"
    ),
    **dict.fromkeys(TOOLS, "a tool's own name"),
}
"""Words that stay as they are in every language, and why."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A small office with every field, its texts in English and in the language made up."""
    with pytest.MonkeyPatch.context() as patch:
        yield open_office(tmp_path_factory.mktemp("office"), patch)


def not_translated(text: str) -> str:
    """What is left of a text in our own letters, that is no name and no address; "" where nothing is."""
    left = THE_SAME_EVERYWHERE.sub(" ", text)
    for name in NAMES:
        left = re.sub(rf"\b{re.escape(name)}\b", " ", left)
    return " ".join(text.split()) if OUR_LETTERS.search(left) else ""


def framed(build: Build, office: Office) -> Iterator[tuple[str, str]]:
    """Every page in the document that stands around it, and the page for what is not there, as an engine makes them."""
    environment = Environment(loader=FileSystemLoader(office.templates), autoescape=True, trim_blocks=True)
    environment.globals["frame"] = build.frame
    speak(environment, build.frame.translations)
    document = environment.get_template("main.html")
    for page in build.pages:
        yield f"{page.address}index.html", document.render(page=_for_the_engine(page, build))
    yield "404.html", environment.get_template("404.html").render(page=None)


def _for_the_engine(page: Page, build: Build) -> SimpleNamespace:
    return SimpleNamespace(
        title=page.title,
        content=page.body,
        url=page.address,
        canonical_url=build.frame.settings.absolute(page.address),
        is_homepage=page.address == "",
        meta=SimpleNamespace(
            **{
                name: getattr(page, name)
                for name in ("description", "discreet", "share", "moved", "unlisted", "follow", "linked_data")
            }
        ),
    )


def left_in_english(files: Iterable[tuple[str, bytes]]) -> set[str]:
    """The file, the place and the text of each that nobody could translate."""
    return {
        f"{path}: {where}: {found}"
        for path, data in files
        for where, text in texts_in(path, data)
        if (found := not_translated(text))
    }


@pytest.mark.parametrize("moment", MOMENTS)
def test_every_word_of_every_page_is_translated(moment: str, office: Office) -> None:
    pages = framed(office.builds[moment], office)

    assert sorted(left_in_english((path, text.encode()) for path, text in pages)) == []


@pytest.mark.parametrize("moment", MOMENTS)
def test_every_word_of_every_feed_script_table_and_other_file_is_translated(moment: str, office: Office) -> None:
    files = ((one.path, one.data) for one in office.builds[moment].downloads)

    assert sorted(left_in_english(files)) == []


def test_the_words_in_pictures_are_translated(office: Office) -> None:
    pictures = [one for build in office.builds.values() for one in build.downloads if one.path.endswith(".png")]
    for picture in pictures:
        assert picture.data

    assert len(office.drawn) >= 2
    assert [words for words in office.drawn if not_translated(words)] == []


def test_each_way_to_find_something_is_a_translator_s_to_write_and_the_english_stays_beside_it(office: Office) -> None:
    """Many know a crime, or a kind of help, by its English name alone."""
    (index,) = [one.data for one in office.builds[MOMENTS[0]].downloads if one.path == f"assets/search/{LANGUAGE}.json"]
    rows = {row[1]: row[2].split("|") for row in json.loads(index)["crimes"]}

    assert {"mugged", in_greek("mugged")} <= set(rows[pseudo("Robbery")])


def test_every_moment_shows_what_no_other_does(office: Office) -> None:
    """The office is looked at as often as it changes, and no oftener."""
    texts = [frozenset(text for _, text in framed(build, office)) for build in office.builds.values()]

    assert [len(one.difference(*(other for other in texts if other is not one))) > 0 for one in texts] == [True] * 5
