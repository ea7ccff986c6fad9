"""A Welsh word is undone to what it may be a form of, by one table in the program and in the browser's script."""

from __future__ import annotations

import re

import pytest

from generator.l10n.mutations import UNDONE, bases, in_every_form, is_welsh, mutated, without_clitics
from generator.site.render.search.search_words import words_in
from tests.sites import ROOT

PAIRS = (
    "gymorth:cymorth nghymorth:cymorth chymorth:cymorth blant:plant mhlant:plant phlant:plant drais:trais nhrais:trais "
    "throseddau:troseddau ferched:merched fygythiad:bygythiad ddioddefwyr:dioddefwyr wasanaeth:gwasanaeth "
    "loches:lloches rywiol:rhywiol gam:cam drin:trin hiaith:iaith gwefan:gwefan "
    "wlad:gwlad lan:glan lan:llan ras:gras fenyw:menyw fenyw:benyw ngwasanaeth:gwasanaeth "
    "mangor:bangor nolgellau:dolgellau "
    "nghaerfyrddin:caerfyrddin gaerfyrddin:caerfyrddin ofal:gofal hofn:ofn nhystion:tystion thystion:tystion "
    "dystion:tystion phobl:pobl bobl:pobl mhobl:pobl ngheredigion:ceredigion"
).split()


@pytest.mark.parametrize("pair", PAIRS)
def test_a_form_leads_to_its_word(pair: str) -> None:
    form, word = pair.split(":")

    assert word in bases(form)


@pytest.mark.parametrize("word", ["llys", "rhestr", "ffordd", "ar", "9am", "tŷ", "la1"])
def test_what_no_mutation_made_is_left_as_it_is(word: str) -> None:
    """A letter of two signs that begins a word by nature, a short word, a number."""
    assert bases(word) == (word,)


@pytest.mark.parametrize(
    "word",
    [
        "cymorth",
        "plant",
        "trais",
        "gwasanaeth",
        "bygythiad",
        "dioddefwr",
        "lloches",
        "merched",
        "rhestr",
        "glan",
        "grym",
    ],
)
def test_each_form_that_is_made_is_undone_again(word: str) -> None:
    assert [form for form in mutated(word) if word not in bases(form)] == []
    assert len(set(mutated(word))) == len(mutated(word)) >= 2


@pytest.mark.parametrize("word", ["chwaer", "ffordd", "siarad", "haf", "iaith", "thema", "999"])
def test_a_letter_that_does_not_mutate_stays(word: str) -> None:
    assert mutated(word) == (word,)


def test_the_script_undoes_by_the_same_table() -> None:
    script = (ROOT / "overrides/scripts/search/mutations.js").read_text(encoding="utf-8")
    table = script.split("Object.entries({")[1].split("});")[0]

    assert dict(re.findall(r'(\w+): "([^"]*)"', table)) == UNDONE
    assert list(UNDONE) == [found for found, _ in re.findall(r'(\w+): "([^"]*)"', table)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a'u teuluoedd", ("a", "teuluoedd")),
        ("Mae’n i'ch helpu", ("mae", "i", "helpu")),
        ("teulu'r", ("teulu",)),
        ("O'Neill, d'Arcy", ("oneill", "darcy")),
        ("Women's Aid", ("womens", "aid")),
        ("tŷ, tân, sŵn", ("ty", "tan", "swn")),
        ("cam-drin", ("cam", "drin")),
    ],
)
def test_what_is_written_on_to_the_end_of_a_word_is_cut(text: str, words: tuple[str, ...]) -> None:
    assert words_in(without_clitics(text)) == words


def test_a_pattern_of_danger_stands_in_every_form() -> None:
    assert in_every_form("^ =tagu + ~fi - cariad") == (
        "^ =tagu =dagu =nhagu =thagu + ~fi - cariad gariad nghariad chariad"
    )


@pytest.mark.parametrize(("language", "is_so"), [("cy", True), ("cy-GB", True), ("en", False), ("cym", False)])
def test_a_language_is_welsh_whatever_the_country(language: str, is_so: bool) -> None:
    assert is_welsh(language) is is_so
