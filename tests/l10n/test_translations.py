"""A translator's file -> words, each in the form that its number asks for; and records that ship, in that language."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment
from lxml import html as lxml_html

from generator.l10n import formats
from generator.l10n.calendar_words import language_name
from generator.l10n.localise import localised
from generator.l10n.plurals import forms, listed, many
from generator.l10n.translations import PoTranslations, speak, spoken, translations
from generator.model.fields.hours import hours
from generator.model.fields.text import Words, in_language
from generator.model.fields.translatable import texts_in_record
from generator.model.vocabulary import Vocabulary
from tests.builders import a_catalogue, a_service
from tests.sites import a_publication, a_site

OPEN = {"phone": "01632 960001", "hours": "Mo-Fr 09:00-17:00; PH off", "languages": ["cy"]}
WELSH = r"""
msgid ""
msgstr ""
"Language: cy\n"
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=6; plural=(n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n == 3 ? 3 : n == 6 ? 4 : 5);\n"

msgid "Search"
msgstr "[Search]"

#, fuzzy
msgid "Where"
msgstr "[nobody has read this]"

msgctxt "a button"
msgid "Call"
msgstr "[Call, the button]"

msgid "%(count)s result"
msgid_plural "%(count)s results"
msgstr[0] "none %(count)s"
msgstr[1] "one %(count)s"
msgstr[2] "two %(count)s"
msgstr[3] "three %(count)s"
msgstr[4] "six %(count)s"
msgstr[5] "other %(count)s"
"""


@pytest.fixture
def words(tmp_path: Path) -> PoTranslations:
    """A file with six forms, one text that nobody has read, and one with a sense of its own."""
    (tmp_path / "cy.po").write_text(WELSH.lstrip(), encoding="utf-8")
    return translations(tmp_path, "cy")


def said(template: str, words: PoTranslations, **values: object) -> str:
    """What a template says."""
    environment = Environment(loader=DictLoader({"a": template}), autoescape=True)
    speak(environment, words)
    return environment.get_template("a").render(**values)


@pytest.mark.parametrize(
    ("number", "form"), [(0, "none"), (1, "one"), (2, "two"), (3, "three"), (4, "other"), (6, "six"), (16, "other")]
)
def test_each_number_has_the_form_that_the_file_says(number: int, form: str, words: PoTranslations) -> None:
    template = "{% trans count=n %}{{ count }} result{% pluralize %}{{ count }} results{% endtrans %}"

    assert words.ngettext("%(count)s result", "%(count)s results", number) % {"count": number} == f"{form} {number}"
    assert said(template, words, n=number) == f"{form} {number}"


def test_what_nobody_has_read_stays_english_and_so_does_what_is_not_there(words: PoTranslations) -> None:
    assert [words.gettext(text) for text in ("Search", "Where", "Help")] == ["[Search]", "Where", "Help"]
    assert said("{% trans %}Search{% endtrans %} {% trans %}Where{% endtrans %}", words) == "[Search] Where"


def test_one_english_word_in_two_senses_can_be_two_words(words: PoTranslations) -> None:
    assert said('{{ pgettext("a button", "Call") }}, {{ _("Call") }}', words) == "[Call, the button], Call"


def test_what_a_sentence_takes_from_a_record_is_in_the_site_s_language(words: PoTranslations) -> None:
    """{% trans code=record.code %} said the English name of the Code on every site."""
    code = Words({"en": "Victims' <Code>", "cy": "Cod & Dioddefwyr"})
    template = "{% trans code=code %}This is the {{ code }}.{% endtrans %}"

    assert said(template, words, code=code) == "This is the Cod &amp; Dioddefwyr."
    assert said(template, PoTranslations.of("en", {}), code=code) == "This is the Victims&#39; &lt;Code&gt;."


def test_a_language_without_a_file_has_no_words_and_still_its_own_records(tmp_path: Path) -> None:
    words = translations(tmp_path, "cy")

    assert words.is_empty
    assert said("{% trans a=a %}{{ a }}{% endtrans %}", words, a=Words({"en": "Help", "cy": "Cymorth"})) == "Cymorth"
    catalogue = a_catalogue()
    assert localised(catalogue, words) is catalogue


def test_a_word_of_the_vocabulary_is_in_the_site_s_language_or_says_that_it_is_english() -> None:
    vocabulary = localised(a_catalogue(), PoTranslations.of("cy", {"Robbery": "Lladrata"})).vocabulary

    assert in_language(vocabulary.crimes["robbery"].name, "cy") == "Lladrata"
    assert (
        str(spoken(vocabulary.crimes["homicide"].name, "cy")) == '<bdi lang="en" dir="ltr">Murder or manslaughter</bdi>'
    )


def test_ways_to_find_something_are_the_language_s_own_and_as_many_as_it_needs() -> None:
    words = PoTranslations.of("cy", {"mugged|mugging|robbed": "dwyn oddi ar | lladrad"})
    synonyms = localised(a_catalogue(), words).vocabulary.crimes["robbery"].synonyms

    assert synonyms[:2] == ("dwyn oddi ar", "lladrad")
    assert "mugged" in synonyms


def test_the_vocabulary_may_have_languages_of_its_own_and_keeps_them() -> None:
    kind = {
        "name": {"en": "Helpline", "cy": "Llinell gymorth"},
        "plain": "A line.",
        "synonyms": [{"en": "hotline", "cy": "llinell"}],
    }
    vocabulary = Vocabulary.model_validate({"kinds": {"helpline": kind}, "crimes": {}, "audiences": {}})
    words = PoTranslations.of("cy", {"Helpline": "[another]", "A line.": "Llinell.", "hotline": "[another]"})
    found = localised(a_catalogue(vocabulary=vocabulary), words).vocabulary.kinds["helpline"]

    assert [in_language(text, "cy") for text in (found.name, found.plain)] == ["Llinell gymorth", "Llinell."]
    assert [in_language(text, "cy") for text in found.synonyms] == ["llinell"]


def test_what_an_office_adds_to_the_vocabulary_says_which_language_it_is_in() -> None:
    added = {
        "networks": {"together": {"name": "Together", "plain": "They work together.", "synonyms": ["joint"]}},
        "marks": {"sound": {"name": "Sound", "plain": {"en": "Well run.", "cy": "Da."}}},
        "doors": {"stages": {"name": "Where are you?", "plain": "Choose.", "choices": [
            {"id": "begin", "name": "At the start", "plain": "It has just happened.", "services": ["a"]},
        ]}},
    }  # fmt: skip
    vocabulary = Vocabulary.model_validate({"kinds": {}, "crimes": {}, "audiences": {}, **added})
    found = localised(a_catalogue(vocabulary=vocabulary), PoTranslations.of("cy", {}), "en").vocabulary
    said = {str(text): text.spoken("cy") for _, text in texts_in_record(found) if isinstance(text, Words)}

    assert said.pop("Well run.") == "cy"
    assert said == dict.fromkeys(
        ("Together", "They work together.", "joint", "Sound", "Where are you?", "Choose.", "At the start",
         "It has just happened."), "en",
    )  # fmt: skip


def test_a_translation_never_gives_a_line_to_call_another_number() -> None:
    words = PoTranslations.of("cy", {"Samaritans": "Samariaid"})
    before, after = (one.crisis.lines["samaritans"] for one in (a_catalogue(), localised(a_catalogue(), words)))

    assert (before.name, in_language(after.name or "", "cy")) == ("Samaritans", "Samariaid")
    assert before.phone == after.phone


# How values are said


def test_a_script_has_a_text_for_each_form_of_the_language(words: PoTranslations) -> None:
    said = forms(words, "%(count)s result", "%(count)s results")

    assert [text.split()[0] for text in said.values()] == ["none", "one", "two", "three", "six", "other"]
    assert list(said) == ["zero", "one", "two", "few", "many", "other"]


@pytest.mark.parametrize("language", ["en", "en-GB", "cy", "ar", "pl", "zz"])
def test_where_nobody_translated_a_number_it_is_said_in_english(language: str) -> None:
    assert forms(PoTranslations.of(language, {}), "1 result", "{} results") == {
        "one": "1 result",
        "other": "{} results",
    }


@pytest.mark.parametrize(
    ("names", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_is_said_as_a_sentence_has_it(names: list[str], said: str) -> None:
    assert listed(names) == said


def test_what_stands_before_the_last_of_a_list_is_a_translator_s() -> None:
    assert listed(
        ["a", "b", "c"], PoTranslations.of("cy", {"%(some)s and %(last)s": "%(some)s, %(last)s"}).gettext
    ) == ("a, b, c")


def test_numbers_are_said_with_what_they_count() -> None:
    assert [many(1, "day"), many(2, "day"), many(0, "address", "addresses")] == [
        "1 day",
        "2 days",
        "0 addresses",
    ]


def test_a_day_has_another_form_after_to() -> None:
    """Welsh softens it: dydd Gwener, i ddydd Gwener. What nobody translated is as the language is generally known."""
    sentence, after = "in a sentence", "after to, on, until"
    texts = {
        (sentence, "Monday"): "dydd Llun",
        (after, "Friday"): "ddydd Gwener",
        "%(first)s to %(last)s": "%(first)s i %(last)s",
    }
    _ = PoTranslations.of("cy", texts).gettext

    assert formats.hours(hours("Mo-Fr,Su 09:00-17:00; PH off"), "cy", _).startswith(
        "Dydd Llun i ddydd Gwener and Dydd Sul, "
    )
    assert [formats.weekday("Mo", "cy", _), formats.weekday_after("Mo", "cy", _)] == ["dydd Llun", "Dydd Llun"]
    assert formats.weekday_after("Fr", "en") == "Friday"


@pytest.mark.parametrize(
    ("language", "words"),
    [("en-GB", ("1 February 2027", "Monday", "Welsh")), ("zz", ("1 February 2027", "Monday", "Welsh")),
     ("pt-BR", ("1 fevereiro 2027", "segunda-feira", "galês"))],
)  # fmt: skip
def test_a_language_of_a_country_and_one_that_nobody_knows_have_dates_too(
    language: str, words: tuple[str, str, str]
) -> None:
    """A site in en-GB could not be built."""
    said = (
        formats.day(date(2027, 2, 1), language),
        formats.weekday("Mo", language),
        language_name("cy", language),
    )

    assert said == words
    publication = a_publication(a_service(contact=[OPEN]), site=a_site(language=language))
    assert all(page.body for page in publication.pages)


# What a translator writes is words


@pytest.mark.parametrize(
    "template", ["{% trans %}Leave{% endtrans %}", "{% trans a=1 %}Leave{% endtrans %}", '{{ _("Leave") }}']
)
def test_signs_in_a_translation_are_shown_as_they_are_and_end_no_attribute(template: str) -> None:
    """A quotation mark cut the rest of the words off where a screen reader says them."""
    words = PoTranslations.of("cy", {"Leave": '"Gadael" & <b>mynd</b> 100%%'})
    page = said(f'<a aria-label="{template}">{template}</a>', words)
    link = lxml_html.fragment_fromstring(page)

    assert (link.get("aria-label"), link.text, len(link)) == (
        '"Gadael" & <b>mynd</b> 100%',
        '"Gadael" & <b>mynd</b> 100%',
        0,
    )


def test_the_words_of_a_language_serve_each_country_that_speaks_it(tmp_path: Path) -> None:
    (tmp_path / "cy.po").write_text(WELSH.lstrip(), encoding="utf-8")

    assert translations(tmp_path, "cy-GB").gettext("Search") == "[Search]"
    assert translations(tmp_path, "en-GB").gettext("Search") == "Search"
