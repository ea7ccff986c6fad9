# ruff: noqa: E501 # one mistake a row, with its whole message
from __future__ import annotations

import pytest

from generator.content.loading.config import read_settings
from generator.diagnostics import ContentError

SITE = """\
site_name: Victim services in Cumbria
site_url: https://help.example.org/
docs_dir: content
theme:
  name: material
plugins:
  - search
  - waymark:
      office: {name: The office}
      feeds: {owner: "example.org,2026"}
"""


def wrong(text: str) -> list[str]:
    with pytest.raises(ContentError) as refused:
        read_settings(text)
    return [str(problem) for problem in refused.value.problems]


def test_the_settings_are_the_engines_and_the_plugins() -> None:
    settings = read_settings(SITE)

    assert (settings.site_name, settings.site_url) == ("Victim services in Cumbria", "https://help.example.org/")
    assert (settings.office.name, settings.feeds.owner) == ("The office", "example.org,2026")
    assert (settings.content, settings.templates, settings.language) == ("content", "overrides", "en")
    assert settings.services == ("services.yaml",)


def test_what_the_engine_is_told_of_its_folders_and_language_counts_here_too() -> None:
    settings = read_settings(
        SITE.replace("docs_dir: content", "docs_dir: words")
        .replace("name: material", "{name: m, language: cy, custom_dir: looks}")
        .replace("theme:\n  ", "theme: ")
    )

    assert (settings.content, settings.templates, settings.language) == ("words", "looks", "cy")


def test_a_language_that_is_none_is_told_at_its_place() -> None:
    text = SITE.replace("name: material", "name: material\n  language: Welsh")

    line = text[: text.index("language: Welsh")].count("\n") + 1
    assert wrong(text) == [
        f"mkdocs.yml:{line}:13: 'Welsh' is not the code of a language; write en for English, cy for Welsh"
    ]


def test_without_a_folder_of_words_it_is_the_engines_own() -> None:
    assert read_settings(SITE.replace("docs_dir: content\n", "")).content == "docs"


@pytest.mark.parametrize(
    "text",
    [
        SITE
        + "markdown_extensions:\n  - pymdownx.emoji: {index: !!python/name:material.extensions.emoji.twemoji ''}\n",
        SITE + "extra: {key: !ENV [KEY, none]}\n",
        "\ufeff" + SITE,
        SITE.replace("  - search\n  - waymark:\n", "  search: {}\n  waymark:\n"),
    ],
    ids=["python name", "environment", "byte order mark", "plugins by name"],
)
def test_what_the_engine_allows_in_its_file_is_no_problem(text: str) -> None:
    assert read_settings(text).site_name == "Victim services in Cumbria"


def test_the_directory_may_stand_in_several_files() -> None:
    assert read_settings(SITE + "      services: [a.yaml, more/*.yaml]\n").services == ("a.yaml", "more/*.yaml")


@pytest.mark.parametrize(
    "text", ["", "# remark\n", "site_name: X\n", "plugins: [search]\n", "plugins: waymark\n", "- a\n"]
)
def test_without_the_plugin_there_is_no_site(text: str) -> None:
    assert wrong(text) == ['mkdocs.yml:1:1: the plugin is missing; write "- waymark:" under "plugins:"']


OFFICE = '"office" is missing; write office: {name: Office of the Police and Crime Commissioner}'
FEEDS = '"feeds" is missing; write feeds: {owner: "example.org,2026"}'
HEAD = "site_name: X\nsite_url: https://a.org/\n"


@pytest.mark.parametrize(
    ("plugins", "place"),
    [("plugins:\n  - waymark\n", "4:5"), ("plugins:\n  - waymark:\n", "4:13"), ("plugins:\n  - waymark: {}\n", "4:14")],
)
def test_a_plugin_without_options_needs_two(plugins: str, place: str) -> None:
    assert wrong(HEAD + plugins) == [f"mkdocs.yml:{place}: {FEEDS}", f"mkdocs.yml:{place}: {OFFICE}"]


def test_options_are_fields() -> None:
    assert wrong(HEAD + "plugins:\n  - waymark: [a]\n") == [
        "mkdocs.yml:4:14: fields are needed here, each as name: value; write office: ..."
    ]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("site_name: Victim services in Cumbria\n", "", '1:1: "site_name" is missing; write site_name: Victim services in Cumbria'),
        ("Victim services in Cumbria", "[a]", '1:12: "site_name" needs plain words, not a list or fields'),
        ("https://help.example.org/", "help.example.org", "2:11: 'help.example.org' is not the address of a site; write it as https://help.example.org/"),
        ("{name: The office}", "The office", "9:15: fields are needed here, each as name: value; write name: ..."),
        ("{name: The office}", "{nme: The office, name: x}", '9:16: "nme" is not a known field; did you mean "name"?'),
        ("{name: The office}", "{name: ''}", "9:22: this is empty; write some words"),
        ("{name: The office}", "{name: x, corrections: me}", "9:38: 'me' is not an e-mail address; write help@example.org"),
        ("example.org,2026", "example.org", "10:22: 'example.org' can't own feed ids; write a domain you held and a year you held it: \"example.org,2026\""),
        ("2026\"}", "2026\", newest: 500}", "10:50: '500' is more than 100; write a number that is not"),
        ("- search", "- search: *x", "7:13: *x points at another line; write the words out, or put quotation marks around them"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_setting_is_told_at_its_place(old: str, new: str, problem: str) -> None:
    assert wrong(SITE.replace(old, new)) == [f"mkdocs.yml:{problem}"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("exit: http://www.bbc.co.uk", "11:13: 'http://www.bbc.co.uk' is not a link we can use here; write it as https://www.example.org/"),
        ("exit: 'javascript:alert(1)'", "11:13: 'javascript:alert(1)' is not a link we can use here; write it as https://www.example.org/"),
        ("exi: https://a.org", '11:7: "exi" is not a known field; did you mean "exit"?'),
        ("colours: {brand: red}", "11:24: 'red' is not a colour; write it as \"#1d4f73\""),
        ("services: /etc/passwd", "11:17: '/etc/passwd' is not in the folder of this file; write it as services.yaml or services/*.yaml"),
        ("services: [../a.yaml]", "11:18: '../a.yaml' is not in the folder of this file; write it as services.yaml or services/*.yaml"),
        ("services: {a: b}", "11:17: a list is needed here; start each line of it with a hyphen"),
        ("campaigns: ..", "11:18: '..' is not in the folder of this file; write it as services.yaml or services/*.yaml"),
        ("content: words", '11:7: "content" is set for the whole site; write docs_dir: at the top of this file'),
        ("language: cy", '11:7: "language" is set for the whole site; write theme: language: at the top of this file'),
    ],
)  # fmt: skip
def test_a_mistake_in_an_option_is_told_at_its_place(line: str, problem: str) -> None:
    assert wrong(f"{SITE}      {line}\n") == [f"mkdocs.yml:{problem}"]
