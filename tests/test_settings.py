from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from generator.settings import Settings


def settings(**changes: Any) -> Settings:
    given = {
        "site_name": "Victim services in Cumbria",
        "site_url": "https://help.example.org/cumbria",
        "office": {"name": "The office"},
        "feeds": {"owner": "example.org,2026"},
    }
    return Settings.model_validate(given | changes)


def refused(**changes: Any) -> str:
    with pytest.raises(ValidationError) as error:
        settings(**changes)
    return str(error.value.errors()[0]["ctx"]["error"])


def test_addresses_start_from_where_the_site_stands() -> None:
    site = settings()

    assert (site.site_url, site.base_path) == ("https://help.example.org/cumbria/", "/cumbria/")
    assert site.link("services/a/") == "/cumbria/services/a/"
    assert site.absolute("services/a/") == "https://help.example.org/cumbria/services/a/"


def test_a_site_may_stand_at_the_root_of_its_host() -> None:
    site = settings(site_url="https://help.example.org")

    assert (site.base_path, site.link(""), site.absolute("")) == ("/", "/", "https://help.example.org/")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "help.example.org",
        "//a.org/",
        "ftp://a.org/",
        "https://",
        "https:///x",
        "https://a.org/?x=1",
        "https://a.org/#x",
        "https://a b.org/",
        "https://[::1",
        "javascript:alert(1)",
        "https://u@a.org/",
        'https://a.org/"x',
    ],
)
def test_what_is_not_the_address_of_a_site_is_refused(url: str) -> None:
    assert refused(site_url=url) == f"{url!r} is not the address of a site; write it as https://help.example.org/"


@pytest.mark.parametrize("url", ["http://localhost:8000/", "https://a-b.example.org/x/y_z/", "http://127.0.0.1/"])
def test_a_site_may_stand_on_a_host_of_ones_own(url: str) -> None:
    assert settings(site_url=url).site_url == url


@pytest.mark.parametrize(
    "link", ["http://a.org", "https://", "https://a.org/ x", "javascript:alert(1)", 'https://a.org/"', ""]
)
def test_the_way_out_is_a_safe_link(link: str) -> None:
    assert refused(exit=link) == f"{link!r} is not a link we can use here; write it as https://www.example.org/"


@pytest.mark.parametrize("colour", ["red", "#fff", "1d4f73", "#1d4f7g", "#1d4f73;x", ""])
def test_a_colour_has_six_digits(colour: str) -> None:
    assert refused(colours={"brand": colour}) == f'{colour!r} is not a colour; write it as "#1d4f73"'


def test_a_colour_is_written_in_small_letters() -> None:
    assert settings(colours={"brand": "#1D4F73"}).colours.brand == "#1d4f73"


@pytest.mark.parametrize("owner", ["example.org,2026", "help.example.org,2026-11", "a.org,2026-11-22"])
def test_the_owner_of_feed_ids_is_a_domain_and_a_day(owner: str) -> None:
    assert settings(feeds={"owner": owner}).feeds.owner == owner


@pytest.mark.parametrize("owner", ["", "example.org", "2026", "Example.org,2026", "example.org,26", "example,2026"])
def test_another_owner_of_feed_ids_is_refused(owner: str) -> None:
    words = f'{owner!r} can\'t own feed ids; write a domain you held and a year you held it: "example.org,2026"'

    assert refused(feeds={"owner": owner}) == words


@pytest.mark.parametrize("file", ["", "/a.yaml", "../a.yaml", "a/../../b.yaml", "a\\b.yaml", "a\x00.yaml"])
def test_the_directory_stands_in_the_sites_own_folder(file: str) -> None:
    words = f"{file!r} is not in the folder of this file; write it as services.yaml or services/*.yaml"

    assert refused(services=file) == words


def test_two_stars_stand_for_whole_folders() -> None:
    assert refused(services="a**.yaml") == "'a**.yaml' has ** inside a name; write it as services/**/*.yaml"
    assert settings(services="services/**/*.yaml").services == ("services/**/*.yaml",)


def test_the_site_in_another_language_has_a_language_and_an_address() -> None:
    assert settings(also_in={"cy": "https://cymorth.example.org"}).also_in == {"cy": "https://cymorth.example.org/"}
    assert refused(also_in={"Welsh!": "https://cymorth.example.org/"}) == (
        "'Welsh!' is not a language; write also_in: {cy: https://cymorth.example.org/}"
    )
    assert refused(also_in={"cy": "cymorth"}) == (
        "'cymorth' is not the address of a site; write it as https://help.example.org/"
    )


@pytest.mark.parametrize("language", ["english", "Welsh", "EN", "cy_GB", "", "en GB"])
def test_the_site_s_language_is_a_code_that_browsers_know(language: str) -> None:
    """Any word was taken: a screen reader then reads in a voice of its own choice."""
    assert (
        refused(language=language) == f"{language!r} is not the code of a language; write en for English, cy for Welsh"
    )


@pytest.mark.parametrize("language", ["en", "en-GB", "cy", "zh-Hant", "es-419"])
def test_a_language_may_be_that_of_a_country(language: str) -> None:
    assert settings(language=language).language == language


def test_a_notice_is_one_line_without_hidden_characters() -> None:
    assert settings(notice="A\n demonstration. ").notice == "A demonstration."
    assert refused(notice="a\u202eb") == "there is a hidden character in 'a\\u202eb'; type it again"


@pytest.mark.parametrize("link", ["https://www.google.com/search", "https://mail.google.com", "https://YouTube.com/"])
def test_x13_the_way_out_does_not_lead_to_a_page_that_knows_its_reader(link: str) -> None:
    words = (
        "shows each person their own things; choose one that is the same for everyone: https://www.bbc.co.uk/weather"
    )

    assert refused(exit=link) == f"{link!r} {words}"


def test_x13_the_way_out_leads_away_from_this_site() -> None:
    words = "exit leads to this very site; choose a page of another, such as https://www.bbc.co.uk/weather"

    assert refused(exit="https://help.example.org/other/") == words


def test_x13_the_way_out_may_differ_by_language() -> None:
    exits = {"en": "https://www.bbc.co.uk/weather", "cy": "https://www.bbc.co.uk/tywydd"}

    assert settings(exit=exits, language="cy").exit_page == exits["cy"]
    assert settings(exit=exits, language="en").exit_page == exits["en"]
    assert settings(exit=exits, language="pl").exit_page == exits["en"]
    assert settings().exit_page == "https://www.bbc.co.uk/weather"


@pytest.mark.parametrize(("said", "meant"), [("true", True), ("yes", True), ("False", False), ("no", False)])
def test_whether_it_is_a_demonstration_is_said_in_a_word(said: str, meant: bool) -> None:
    assert settings(demonstration=said).demonstration is meant


@pytest.mark.parametrize("said", ["", "maybe", "1", None, "demo", ["true"]])
def test_what_may_or_may_not_be_a_demonstration_is_asked(said: object) -> None:
    with pytest.raises(ValidationError, match="is neither true nor false; write demonstration: true, or take the line"):
        settings(demonstration=said)
