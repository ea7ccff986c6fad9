"""A text in a language that the site is not there in is named with the nearest right one; what is left, on request."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site_builder import Site, a_site, run

LANGUAGES = "      languages: {en: {}, cy: {site_name: Cymorth}}\n      feeds:"
EQUAL = "      languages: {en: {}, cy: {site_name: Cymorth, equal: true}}\n      feeds:"


def site_in(folder: Path, languages: str = LANGUAGES) -> Site:
    site = a_site(folder / "site")
    site.change("mkdocs.yml", "      feeds:", languages)
    return site


def told(site: Site, *arguments: str) -> list[str]:
    """What is said of languages, without the lines that show where."""
    done = site.waymark("check", *arguments)
    kept = [line.removeprefix("advice: ") for line in done.told if "'cy'" in line or "not there in" in line]
    return [line for line in kept if "in danger" not in line and "site's own" not in line]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("summary: Free, private help after any crime.", "summary: {en: Help., cu: Cymorth.}", "services.yaml:12:26"),
        ("how: phoned", "how: {en: phoned, cu: ffonio}", "services.yaml:18:74"),
        (
            "organisations:\n  victim-support: {name: Victim Support}",
            'organisations:\n  victim-support: {name: V, website: {en: "https://v.example.org", cu: "https://w.example.org"}}',
            "services.yaml:6:68",
        ),
        ("cumbria: {name: Cumbria}", "cumbria: {name: {en: Cumbria, cu: Cymru}}", "services.yaml:4:33"),
    ],
)
def test_a_language_that_the_site_does_not_have_is_an_error(old: str, new: str, place: str, tmp_path: Path) -> None:
    site = site_in(tmp_path)
    site.change("services.yaml", old, new)

    assert told(site) == [f"{place}: the site is not there in 'cu'; did you mean \"cy\"?"]


@pytest.mark.parametrize(
    ("option", "words", "place"),
    [
        ("notice: {en: A notice, cu: B}", 'did you mean "cy"?', "mkdocs.yml:13:15"),
        ("notice: {en: A notice, fr: B}", "use one of: en, cy", "mkdocs.yml:13:15"),
    ],
)
def test_the_settings_too(option: str, words: str, place: str, tmp_path: Path) -> None:
    site = site_in(tmp_path, f"      {option}\n{LANGUAGES}")
    code = option[23:25]

    assert told(site) == [f"{place}: the site is not there in '{code}'; {words}"]


def test_a_post_a_campaign_and_a_page_too(tmp_path: Path) -> None:
    site = site_in(tmp_path)
    site.change("campaigns/dating-scams.md", "title: Dating scams", "title: {en: Scams, cu: Sgam}")
    site.change("campaigns/dating-scams.md", "text: Talk to a friend first. Victim Support can help.",
                "text: {en: Talk to a friend. Victim Support can help., cu: Siarad}")  # fmt: skip
    site.write(
        "content/stay-safe.md", "---\nchecked: {on: 2026-11-20, by: Us, how: {en: read, cu: darllen}}\n---\n# S\n"
    )

    assert told(site) == [
        "campaigns/dating-scams.md:3:20: the site is not there in 'cu'; did you mean \"cy\"?",
        "campaigns/dating-scams.md:12:60: the site is not there in 'cu'; did you mean \"cy\"?",
        "content/stay-safe.md:2:51: the site is not there in 'cu'; did you mean \"cy\"?",
    ]


OWN = """\
crimes:
  fraud-cyber: {name: Scams, plain: {en: When someone lies to get money., cy: Twyll.}, synonyms: [cons]}
networks:
  together: {name: Together, plain: Services that work together., synonyms: [joint]}
marks:
  sound: {name: {en: Sound, CODE: Cadarn}, plain: {en: Well run., CODE: Da.}}
doors:
  stages:
    name: Where are you?
    plain: Choose one.
    choices:
      - {id: begin, name: At the start, plain: {en: It has just happened., CODE: Newydd.}, services: [harbour-refuge]}
"""


def test_an_office_s_own_words_networks_marks_and_doors_too(tmp_path: Path) -> None:
    site = site_in(tmp_path, LANGUAGES.replace("      feeds:", "      vocabulary: vocabulary.yaml\n      feeds:"))
    site.write("vocabulary.yaml", OWN.replace("CODE", "cu"))
    assert told(site) == [
        f"vocabulary.yaml:{place}: the site is not there in 'cu'; did you mean \"cy\"?"
        for place in ("6:29", "6:65", "12:76")
    ]

    site.write("vocabulary.yaml", OWN.replace("CODE", "cy"))
    here = "there is no text in 'cy' here; write {en: ..., cy: ...}"
    assert [one for one in told(site, "--language", "cy") if one.startswith("vocabulary.yaml")] == [
        f"vocabulary.yaml:{place}: {here}" for place in ("2:23", "4:37", "9:11", "10:12", "12:27")
    ]


def test_nobody_is_asked_to_translate_what_no_page_shows(tmp_path: Path) -> None:
    site = site_in(tmp_path)
    before = len(told(site, "--language", "cy"))
    place = "{name: Larkspur House, address: 7 Gooseberry Lane, postcode: CA99 9ZZ"
    point = "{name: Quince Hut, contact: [{phone: 01632 960778, label: Hut line, note: Ask for Sam.}]}"
    site.change("services.yaml", "kind: refuge", "kinds: [helpline, refuge]")
    site.change(
        "services.yaml",
        f"    places:\n      - {place}}}",
        f"    points: [{point}]\n    places:\n      - {place}, directions: Ring.}}",
    )

    assert len(told(site, "--language", "cy")) == before


def test_a_site_of_one_language_may_keep_texts_of_others(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.change("services.yaml", "summary: Free, private help after any crime.", "summary: {en: Help., cu: Cymorth.}")

    assert told(site) == []


def test_what_is_not_translated_is_listed_on_request_and_stops_nothing(tmp_path: Path) -> None:
    site = site_in(tmp_path)
    here = "there is no text in 'cy' here; write {en: ..., cy: ...}"

    assert told(site) == []
    assert told(site, "--language", "cy") == [
        "campaigns/dating-scams.md:1:1: the words of this page are not there in 'cy'; write them in "
        "campaigns/dating-scams.cy.md",
        f"campaigns/dating-scams.md:3:8: {here}",
        f"campaigns/dating-scams.md:4:10: {here}",
        f"campaigns/dating-scams.md:12:11: {here}",
        f"campaigns/dating-scams.md:15:11: {here}",
        *(
            f"content/{name}.md:1:1: the words of this page are not there in 'cy'; write them in content/{name}.cy.md"
            for name in ("about", "accessibility", "privacy", "rights")
        ),
        "content/stay-safe.md:1:1: the words of this page are not there in 'cy'; write them in content/stay-safe.cy.md",
        f"content/stay-safe.md:2:40: {here}",
        f"services.yaml:2:11: {here}",
        f"services.yaml:2:41: {here}",
        f"services.yaml:12:14: {here}",
        f"services.yaml:18:61: {here}",
        f"services.yaml:23:14: {here}",
    ]
    assert site.waymark("check", "--language", "cy", "--strict").status == site.waymark("check", "--strict").status


def test_it_stops_the_build_where_both_are_equal_and_nothing_does_once_all_is_there(tmp_path: Path) -> None:
    site = site_in(tmp_path, EQUAL)
    assert len(told(site)) == 16
    assert site.waymark("check").status == 1
    assert site.waymark("build").status == 1

    for name in ("about", "accessibility", "privacy", "rights", "stay-safe"):
        site.write(f"content/{name}.cy.md", "# Tudalen\n\nGeiriau.\n")
    site.write("campaigns/dating-scams.cy.md", "Geiriau'r dudalen.\n")
    for old in ("Dating scams", "Someone you met online asks for money."):
        site.change("campaigns/dating-scams.md", f": {old}\n", f": {{en: {old}, cy: Sgam}}\n")
    for old in (
        "Talk to a friend first. Victim Support can help.",
        "It was never your fault. Victim Support can help.",
    ):
        site.change("campaigns/dating-scams.md", f": {old}\n", f": {{en: {old}, cy: Siarad. Victim Support.}}\n")
    for old in ("Free, private help after any crime.", "A safe place to stay."):
        site.change("services.yaml", f": {old}\n", f': {{en: "{old}", cy: Cymorth}}\n')
    site.change("services.yaml", "how: phoned", "how: {en: phoned, cy: ffonio}")
    site.change("content/stay-safe.md", "how: read", "how: {en: read, cy: darllen}")
    site.change("services.yaml", "say: Call 112", "say: {en: Call 112, cy: Ffoniwch 112}")
    site.change(
        "services.yaml", "text: It leads to the same place as 999.", "text: {en: The same as 999., cy: Yr un lle.}"
    )

    assert told(site) == []
    assert site.waymark("check").status == 0


def test_a_language_that_the_site_does_not_have_cannot_be_asked_for(tmp_path: Path) -> None:
    done = site_in(tmp_path).waymark("check", "--language", "cu")

    assert done.status == 2
    assert "the site is not there in 'cu'; did you mean \"cy\"?" in " ".join(done.err.split())


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("content/about.cu.md", "the site is not there in 'cu'; did you mean \"cy\"?"),
        ("campaigns/dating-scams.cu.md", "the site is not there in 'cu'; did you mean \"cy\"?"),
        (
            "content/more.cy.md",
            "this is 'more.md' in another language, and there is no such file; add it, or delete this one",
        ),
        (
            "campaigns/gone.cy.md",
            "this is 'gone.md' in another language, and there is no such file; add it, or delete this one",
        ),
        (
            "content/about.en.md",
            "en is the site's first language, and its words stand in 'about.md'; keep one of the two files",
        ),
    ],
)
def test_a_page_without_a_twin_fails_the_build(file: str, words: str, tmp_path: Path) -> None:
    site = site_in(tmp_path)
    site.write(file, "# Tudalen\n\nGeiriau.\n")
    done = site.waymark("check")

    assert (done.status, [line for line in done.told if line.startswith(file)]) == (1, [f"{file}:1:1: {words}"])


def test_a_campaign_s_file_in_another_language_holds_its_words_alone(tmp_path: Path) -> None:
    site = site_in(tmp_path)
    site.write("campaigns/dating-scams.cy.md", "---\ntitle: Sgam\n---\nGeiriau.\n")

    assert [line for line in site.waymark("check").told if line.startswith("campaigns/")] == [
        'campaigns/dating-scams.cy.md:2:1: "title" is said of all languages at once; write it in dating-scams.md: '
        "title: {en: ..., cy: ...}"
    ]


def test_a_page_older_than_its_original_says_so_to_staff_until_somebody_has_read_it(tmp_path: Path) -> None:
    site = site_in(tmp_path)
    site.write("content/about.cy.md", "# Amdanom ni\n\nGeiriau.\n")
    site.write("campaigns/dating-scams.cy.md", "Geiriau.\n")
    committed(site, "2027-01-01T12:00:00+00:00")
    assert older(site) == []

    site.change("content/about.md", "Words.", "Other words.")
    site.change("campaigns/dating-scams.md", "Words of the page.", "Other words.")
    committed(site, "2027-01-20T12:00:00+00:00")
    cure = "after this was; mend it, or write checked: {on: ..., by: ..., how: read} at its head"
    assert older(site) == [
        f"campaigns/dating-scams.cy.md:1:1: 'campaigns/dating-scams.md' was changed on 2027-01-20, {cure}",
        f"content/about.cy.md:1:1: 'content/about.md' was changed on 2027-01-20, {cure}",
    ]

    site.write(
        "content/about.cy.md", "---\nchecked: {on: 2027-01-21, by: Us, how: read}\n---\n# Amdanom ni\n\nGeiriau.\n"
    )
    site.write("campaigns/dating-scams.cy.md", "Geiriau eraill.\n")
    committed(site, "2027-01-22T12:00:00+00:00", "campaigns")
    assert older(site) == []


def committed(site: Site, when: str, what: str = ".") -> None:
    who = {f"GIT_{one}_{part}": "us@example.org" for one in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when, "GIT_CONFIG_GLOBAL": "/dev/null"}
    for command in (["init", "-q"], ["add", what], ["commit", "-q", "-m", "All"]):
        assert run(["git", *command], site.root, who | dates).status == 0


def older(site: Site) -> list[str]:
    done = site.waymark("check", "--language", "cy")
    return [line.removeprefix("notice: ").removeprefix("advice: ") for line in done.told if "was changed on" in line]
