"""A site in another language is told where what to do in danger is still English; a whole translation is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.checks.danger_words import ON_EVERY_PAGE
from generator.content.loading.shipped import shipped_lines
from tests.site_builder import Site, a_site

EVERY = [*ON_EVERY_PAGE, *(str(text) for line in shipped_lines() for text in (line.say, line.text))]

SIX = "nplurals=6; plural=(n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n == 3 ? 3 : n == 6 ? 4 : 5);"
"""How Welsh counts."""


def advice(site: Site) -> list[str]:
    done = site.waymark("check")
    assert done.status == 0, done.err
    return [line.removeprefix("advice: ") for line in done.told if "in danger is in English" in line]


def site_in(folder: Path, language: str, said: dict[str, str] | None = None, file: str = "") -> Site:
    site = a_site(folder / "site")
    site.change("mkdocs.yml", "  language: en\n", f"  language: {language}\n")
    if said is not None:
        texts = "".join(f'\nmsgid "{english}"\nmsgstr "{words}"\n' for english, words in said.items())
        head = f'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: {SIX}\\n"\n'
        site.write(f"overrides/words/{file or language}.po", head + texts)
    return site


@pytest.mark.parametrize("language", ["cy", "ar", "pl", "cy-GB"])
def test_a_site_without_these_words_is_told_the_first_and_how_many(language: str, tmp_path: Path) -> None:
    assert advice(site_in(tmp_path, language)) == [
        f"mkdocs.yml:8:13: what to do in danger is in English on this site, which is in '{language}': 'In danger?' and "
        f"{len(set(EVERY)) - 1} more; write these first in overrides/words/{language}.po, and have someone who "
        "speaks "
        "the language read them"
    ]


@pytest.mark.parametrize("language", ["en", "en-GB"])
def test_a_site_in_english_is_told_nothing(language: str, tmp_path: Path) -> None:
    assert advice(site_in(tmp_path, language)) == []


@pytest.mark.parametrize("language", ["cy", "cy-GB"])
def test_a_whole_translation_is_told_nothing_also_where_a_word_stays_as_it_is(language: str, tmp_path: Path) -> None:
    said = {text: text if text.startswith("999 BSL") else f"Cymraeg {number}" for number, text in enumerate(EVERY)}

    assert advice(site_in(tmp_path, language, said, "cy")) == []


def test_one_word_that_lacks_is_named(tmp_path: Path) -> None:
    said = {text: f"Cymraeg {number}" for number, text in enumerate(EVERY) if text != "Cannot speak? Press 55"}

    assert [one.split(": ", 1)[1].split(";")[0] for one in advice(site_in(tmp_path, "cy", said))] == [
        "what to do in danger is in English on this site, which is in 'cy': 'Cannot speak? Press 55'"
    ]
