"""Words that nobody has read: the page says so, and what guards a life is in English until someone has."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment
from lxml import html as lxml_html

from generator.l10n.localise import localised
from generator.l10n.translations import PoTranslations, speak, translations
from generator.model.fields.text import Words, in_language
from tests.builders import a_catalogue

HEAD = r"""
msgid ""
msgstr ""
"Language: cy\n"
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=6; plural=(n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n == 3 ? 3 : n == 6 ? 4 : 5);\n"
"""
TEXTS = r"""
# Unread.
msgid "In danger?"
msgstr "Mewn perygl?"

# Read by Sam Reed, 12 January 2027.
msgid "Call 999"
msgstr "Ffoniwch 999"

# read by Sam Reed, 12 January 2027
msgid "Search"
msgstr "Chwilio"

# Read by Dr. Ann Roe, 1 March 2027.
# A note for translators.
msgid "Where"
msgstr "Ble"

msgid "Home"
msgstr "Hafan"

# Unread.
msgctxt "they tell others"
msgid "Yes."
msgstr "Ydyn."

# Unread.
msgid "Back"
msgstr ""

# Unread.
#, fuzzy
msgid "Men"
msgstr "Dyn"

# Unread.
msgid "1 result"
msgid_plural "{} results"
msgstr[0] "a {}"
msgstr[1] "a {}"
msgstr[2] "a {}"
msgstr[3] "a {}"
msgstr[4] "a {}"
msgstr[5] "a {}"
"""


@pytest.fixture
def words(tmp_path: Path) -> PoTranslations:
    """A file of which some texts were read."""
    (tmp_path / "cy.po").write_text(f"{HEAD.lstrip()}{TEXTS}", encoding="utf-8")
    return translations(tmp_path, "cy")


def said(template: str, words: PoTranslations) -> str:
    environment = Environment(loader=DictLoader({"a": template}), autoescape=True)
    speak(environment, words)
    return environment.get_template("a").render()


def test_a_file_says_what_nobody_has_read_and_who_has_read_the_rest(words: PoTranslations) -> None:
    """What is empty or doubtful stays English, so nobody need have read it."""
    assert words.reading.unread == {"In danger?", "they tell others\x04Yes.", "1 result"}
    assert words.reading.readers == {"Sam Reed, 12 January 2027": 2, "Dr. Ann Roe, 1 March 2027": 1}
    assert words.reading.read == 4


def test_what_nobody_has_read_is_said_all_the_same(words: PoTranslations) -> None:
    assert words.gettext("In danger?") == "Mewn perygl?"


def test_words_that_guard_a_life_are_english_and_say_so_until_someone_has_read_them(words: PoTranslations) -> None:
    template = (
        '<a aria-label="{{ guarded_alone("In danger?") }}"{{ guarded_language("In danger?") }}>'
        '{{ guarded("In danger?") }}</a>, {{ guarded("Call 999") }}, {{ pguarded("they tell others", "Yes.") }}'
    )

    assert said(template, words) == (
        '<a aria-label="In danger?" lang="en" dir="ltr"><bdi lang="en" dir="ltr">In danger?</bdi></a>, '
        'Ffoniwch 999, <bdi lang="en" dir="ltr">Yes.</bdi>'
    )


@pytest.mark.parametrize("text", ["In danger?", "Not in any file", "Men"])
def test_what_is_not_there_is_no_more_sure_than_what_nobody_has_read(text: str, words: PoTranslations) -> None:
    assert type(words.guarded(text)) is Words


def test_a_site_in_english_has_no_elements_around_its_own_words() -> None:
    template = '{{ guarded("The phone\'s list & more") }}{{ guarded_language("Home") }}{{ pguarded("a", "Yes.") }}'

    assert said(template, PoTranslations.of("en", {})) == "The phone's list & moreYes."
    assert said('{{ guarded("Home") }}', PoTranslations.of("en-GB", {})) == "Home"


def test_a_translation_of_an_office_s_own_that_says_nothing_of_readers_is_its_translator_s_word() -> None:
    polish = PoTranslations.of("pl", {"Call 999": "Zadzwoń 999"})

    assert polish.guarded("Call 999") == "Zadzwoń 999"
    assert polish.reading.unread == frozenset()


def test_signs_in_a_guarded_translation_end_no_attribute() -> None:
    words = PoTranslations.of("cy", {"Leave": '"Gadael" <b>'})
    link = lxml_html.fragment_fromstring(
        said('<a title="{{ guarded_alone("Leave") }}">{{ guarded("Leave") }}</a>', words)
    )

    assert (link.get("title"), link.text, len(link)) == ('"Gadael" <b>', '"Gadael" <b>', 0)


def test_what_to_do_in_danger_is_in_english_until_someone_has_read_it(words: PoTranslations) -> None:
    catalogue = localised(a_catalogue(), words)
    samaritans = catalogue.crisis.lines["samaritans"].name or ""

    assert in_language(samaritans, "cy") == "Samaritans"
    assert type(samaritans) is Words
