"""`languages:` is one site in several languages: which one is the first, where each stands, what does not fit."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.fields.text import Words
from tests.test_settings import refused, settings

WELSH = {"en": {}, "cy": {"site_name": "Cymorth"}}


def test_the_first_language_is_the_site_s_own_and_others_stand_below_it() -> None:
    english, welsh = settings(languages=WELSH).in_each_language()

    assert (english.language, english.folder, english.tag, english.site_name) == (
        "en",
        "",
        "",
        "Victim services in Cumbria",
    )
    assert (welsh.language, welsh.folder, welsh.tag, welsh.site_name) == ("cy", "cy/", "cy", "Cymorth")
    assert welsh.link("services/a/") == "/cumbria/cy/services/a/"
    assert welsh.absolute("") == "https://help.example.org/cumbria/cy/"
    assert welsh.common.link("assets/waymark.css") == "/cumbria/assets/waymark.css"
    assert english.common.link("assets/waymark.css") == "/cumbria/assets/waymark.css"


def test_a_language_may_have_an_address_of_its_own_but_not_on_this_machine() -> None:
    own = {"site_name": "Cymorth", "site_url": "https://cymorth.example.org"}
    site = settings(languages={"en": {}, "cy": own})

    assert site.in_each_language()[1].link("services/") == "/services/"
    assert (
        site.in_each_language()[1].common.absolute("assets/icon.svg") == "https://cymorth.example.org/assets/icon.svg"
    )
    assert site.in_each_language(here=True)[1].link("services/") == "/cumbria/cy/services/"


def test_a_site_of_one_language_is_itself() -> None:
    site = settings()

    assert site.in_each_language() == (site,)
    assert site.in_each_language()[0] is site
    assert settings(languages={"cy": {}}).in_each_language()[0].language == "cy"


def test_welsh_may_come_first() -> None:
    welsh, english = settings(languages={"cy": {}, "en": {"site_name": "Help"}}).in_each_language()

    assert (welsh.language, welsh.folder, english.language, english.folder) == ("cy", "", "en", "en/")


def test_the_name_of_the_office_and_the_notice_are_one_a_language() -> None:
    site = settings(office={"name": {"en": "The office", "cy": "Y swyddfa"}}, notice={"en": "A", "cy": "B"})

    assert isinstance(site.office.name, Words)
    assert site.office.name.into("cy") == "Y swyddfa"
    assert isinstance(site.notice, Words)
    assert site.notice.into("cy") == "B"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            {"languages": WELSH, "language": "cy"},
            "theme: says 'cy', languages: 'en'; write language: en below theme:, or put cy first",
        ),
        ({"languages": {"en": {}, "cy": {}}}, "the site has no name in 'cy'; write cy: {site_name: ...}"),
        (
            {"languages": {"en": {}, "Welsh": {"site_name": "C"}}},
            "'Welsh' is not the code of a language; write en for English, cy for Welsh",
        ),
        (
            {"languages": {"en": {"site_url": "https://help.example.org"}}},
            "en has the site's own address; take site_url out here",
        ),
        (
            {"languages": {"en": {}, "cy": {"site_name": "C", "site_url": "https://help.example.org/cumbria/cymru"}}},
            "https://help.example.org/cumbria/cymru/ is inside https://help.example.org/cumbria/; "
            "take site_url out: it stands at https://help.example.org/cumbria/cy/",
        ),
        (
            {"languages": {"en": {}, "who": {"site_name": "C"}}},
            "/who/ is an address of the site's own pages; write a longer code of the language, such as who-GB",
        ),
        (
            {"languages": WELSH, "also_in": {"cy": "https://cymorth.example.org"}},
            "'cy' is among the languages that this site is built in; take it out of also_in",
        ),
        (
            {"languages": {"en": {}, "cy": {"site_name": "C", "equal": "perhaps"}}},
            "'perhaps' is neither true nor false; write equal: true, or take the line out",
        ),
        (
            {"office": {"name": {"en": "The office", "Welsh": "Y swyddfa"}}},
            "'Welsh' is not a language; write the text alone, or {en: Help, cy: Cymorth}",
        ),
        (
            {
                "languages": {"en": {}, "cy": {"site_name": "C", "site_url": "https://cymorth.example.org"}},
                "exit": "https://cymorth.example.org/",
            },
            "exit leads to this very site; choose a page of another, such as https://www.bbc.co.uk/weather",
        ),
    ],
)
def test_what_does_not_fit_together_is_refused(changes: dict[str, Any], words: str) -> None:
    assert refused(**changes) == words
