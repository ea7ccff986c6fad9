"""A site in two languages, the second made up: one build, the same bytes of every engine, each page with its twin."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import icalendar
import pytest
from lxml import html

from generator.engines.contract import NOT_FOUND, STAMPED
from generator.privacy.scan import Search
from generator.site.check_output import broken_html
from tests.engines.known_engines import ENGINES, built, published_site
from tests.engines.test_contract import Made
from tests.l10n.pseudo_language import LANGUAGE, pseudo, templates_in
from tests.photographs import a_photograph
from tests.site_builder import REPOSITORY, Site, a_site

GREEK = f"{LANGUAGE}/"
LANGUAGES = f"""\
      languages:
        en: {{}}
        {LANGUAGE}: {{site_name: "{pseudo("Help")}"}}
      feeds:"""
ANOTHER = (
    "# Another page\n\n[Rights](rights.md), [all](services/index.md), [home](index.md), ![A house](images/house.jpg)\n"
)
IN_GREEK = "# {}\n\n[a](rights.md), [b](services/index.md), [c](index.md), [d](more/deep.md), ![{}](images/house.jpg)\n"


def two_languages(folder: Path) -> Site:
    """A small site whose pages are there in both, but for one, and whose records are in both, but for one service."""
    site = a_site(folder / "site")
    templates_in(folder / "overrides", REPOSITORY / "overrides")
    for path in (folder / "overrides" / "words").glob("*.po"):
        site.write(f"overrides/words/{path.name}", path.read_bytes())
    site.change("mkdocs.yml", "      feeds:", LANGUAGES)
    for name in ("about", "accessibility", "rights"):
        site.write(f"content/{name}.{LANGUAGE}.md", f"# {pseudo(name)}\n\n{pseudo('Words')} [x](services/index.md).\n")
    site.write(f"content/stay-safe.{LANGUAGE}.md", f"# {pseudo('Safe')}\n\n{pseudo('Words')}\n")
    site.write("content/another.md", ANOTHER)
    site.write(f"content/another.{LANGUAGE}.md", IN_GREEK.format(pseudo("Another"), pseudo("A house")))
    site.write("content/more/deep.md", "# Deep\n\n[Up](../another.md), ![A house](../images/house.jpg)\n")
    site.write("content/images/house.jpg", a_photograph("JPEG"))
    site.change(
        "services.yaml", "name: Victim Support}", f'name: {{en: Victim Support, {LANGUAGE}: "{pseudo("VS")}"}}}}'
    )
    site.change(
        "campaigns/dating-scams.md", "title: Dating scams", f'title: {{en: Scams, {LANGUAGE}: "{pseudo("Scams")}"}}'
    )
    site.change("campaigns/dating-scams.md", "Words of the page.", "Read [all services](/services/).")
    site.write(f"campaigns/dating-scams.{LANGUAGE}.md", f"{pseudo('Read')} [{pseudo('all')}](/services/).\n")
    return site


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    """What each engine makes of it."""
    source = two_languages(tmp_path_factory.mktemp("languages"))
    publication = published_site(source.root)
    found = {}
    for name, engine in ENGINES.items():
        to = tmp_path_factory.mktemp("built") / "site"
        found[name] = Made(source.root, to, built(engine, source.root, to), publication)
    return found


@pytest.fixture(scope="module")
def made(sites: dict[str, Made]) -> Made:
    return sites["MkDocs"]


@pytest.fixture(scope="module")
def files(made: Made) -> dict[str, bytes]:
    return made.files


def pages(files: dict[str, bytes]) -> list[str]:
    return sorted(path for path in files if path.endswith(".html"))


def test_every_engine_writes_the_same_bytes(sites: dict[str, Made]) -> None:
    first, *others = (made.files for made in sites.values())

    assert [made.outcome.refused for made in sites.values()] == [(), (), ()]
    for other in others:
        assert sorted(first.keys() - set(STAMPED)) == sorted(other.keys() - set(STAMPED))
        assert [path for path in first.keys() - set(STAMPED) if first[path] != other[path]] == []


def test_every_page_and_every_feed_is_there_in_both(files: dict[str, bytes]) -> None:
    own = {path for path in files if path.endswith((".html", ".xml", ".ics", ".csv")) and not path.startswith(GREEK)}
    other = {path.removeprefix(GREEK) for path in files if path.startswith(GREEK)}

    assert own - other == {"sitemap.xml"}
    assert [path for path in sorted(other - own) if path.endswith((".html", ".xml", ".ics", ".csv"))] == []


def test_nothing_that_languages_share_is_there_twice(files: dict[str, bytes]) -> None:
    assert sorted(path for path in files if path.startswith(f"{GREEK}assets/")) == [
        f"{GREEK}assets/search/{LANGUAGE}-danger.json",
        f"{GREEK}assets/search/{LANGUAGE}-words.json",
        f"{GREEK}assets/search/{LANGUAGE}.json",
        f"{GREEK}assets/waymark-home.png",  # words in that language
    ]
    assert [path for path in files if path.endswith("house.jpg")] == ["images/house.jpg"]


def test_the_switch_leads_to_the_twin_and_search_engines_are_told_of_both(files: dict[str, bytes]) -> None:
    for path in pages(files):
        page = html.fromstring(files[path])
        address = path.removeprefix(GREEK).removesuffix("index.html")
        is_greek = path.startswith(GREEK)
        if path in (NOT_FOUND, f"{GREEK}{NOT_FOUND}"):
            address = ""
        assert page.get("lang") == (LANGUAGE if is_greek else "en"), path
        if "exit/" in path:
            continue
        switch = [link for link in page.iterfind(".//a[@hreflang]") if link.get("lang")]
        assert [(link.get("href"), link.get("lang")) for link in switch] == [
            (f"/{address}", "en") if is_greek else (f"/{GREEK}{address}", LANGUAGE)
        ]
        told = {link.get("hreflang"): link.get("href") for link in page.iterfind(".//link[@hreflang]")}
        if NOT_FOUND in path:
            assert told == {}
            continue
        root = "https://help.example.org/"
        assert told == {"en": f"{root}{address}", LANGUAGE: f"{root}{GREEK}{address}", "x-default": f"{root}{address}"}
        assert page.find(".//link[@rel='canonical']").get("href") == told[LANGUAGE if is_greek else "en"]


def test_every_link_of_a_page_stays_in_its_language(files: dict[str, bytes]) -> None:
    shared = ("/assets/", "/images/")
    for path in pages(files):
        if not path.startswith(GREEK) or NOT_FOUND in path:
            continue
        links = [link for link in html.fromstring(files[path]).iterfind(".//a") if not link.get("hreflang")]
        out = [link.get("href") for link in links if link.get("href").startswith("/")]
        assert [link for link in out if not link.startswith((f"/{GREEK}", *shared))] == [], path
    text = files[f"{GREEK}another/index.html"].decode()
    for href in ("../rights/", "../services/", "../", "../more/deep/"):
        assert f'href="{href}"' in text
    assert 'src="../../images/house.jpg"' in text


def test_no_link_leads_nowhere(made: Made) -> None:
    assert [str(one) for one in broken_html(made.to, made.publication.frame.settings)] == []


def test_words_that_are_not_translated_say_which_language_they_are_in(files: dict[str, bytes]) -> None:
    deep = html.fromstring(files[f"{GREEK}more/deep/index.html"]).find(".//main/div")
    harbour = html.fromstring(files[f"{GREEK}services/harbour-refuge/index.html"]).find(".//main//h1/bdi")
    translated = html.fromstring(files[f"{GREEK}campaigns/dating-scams/index.html"]).find(".//main//h1")

    assert (deep.get("lang"), deep.get("dir"), deep.find("h1").text) == ("en", "ltr", "Deep")
    assert (harbour.get("lang"), harbour.get("dir"), harbour.text) == ("en", "ltr", "Harbour")
    assert (translated.text, len(translated)) == (pseudo("Scams"), 0)
    for path in pages(files):
        for element in html.fromstring(files[path]).iter():
            assert [text for text in element.attrib.values() if "<span" in text or "<div" in text] == [], path


def test_one_page_says_in_both_that_there_is_none(files: dict[str, bytes]) -> None:
    for path, own, other in ((NOT_FOUND, "en", LANGUAGE), (f"{GREEK}{NOT_FOUND}", LANGUAGE, "en")):
        page = html.fromstring(files[path])
        section = page.find(f".//main/section[@lang='{other}']")
        assert page.get("lang") == own
        assert section.find("h2").text == ("Page not found" if other == "en" else pseudo("Page not found"))
        begin = "/" if other == "en" else f"/{GREEK}"
        assert all(link.get("href").startswith((begin, "tel:")) for link in section.iterfind(".//a"))


def test_no_reader_of_both_feeds_takes_one_post_for_the_other(files: dict[str, bytes]) -> None:
    english, greek = (feedparser.parse(files[f"{folder}feeds/campaigns.xml"]) for folder in ("", GREEK))

    assert [entry.id for entry in english.entries] == ["tag:help.example.org,2026:post:dating-scams-2027-launch"]
    assert [entry.id for entry in greek.entries] == [
        f"tag:help.example.org,2026:post:{LANGUAGE}:dating-scams-2027-launch"
    ]
    assert [entry.published for entry in english.entries] == [entry.published for entry in greek.entries]
    assert [urlsplit(entry.link).path for entry in greek.entries] == [f"/{GREEK}campaigns/dating-scams/"]
    assert (english.feed.language, greek.feed.language) == ("en", LANGUAGE)
    of_json = [json.loads(files[f"{folder}feeds/campaigns.json"]) for folder in ("", GREEK)]
    assert [one["id"] for one in of_json[1]["items"]] == [entry.id for entry in greek.entries]
    assert of_json[1]["language"] == LANGUAGE
    runs = [
        icalendar.Calendar.from_ical(files[f"{folder}feeds/campaigns.ics"]).walk("VEVENT") for folder in ("", GREEK)
    ]
    assert [str(run["UID"]) for run in runs[0]] == ["dating-scams-run-1@help.example.org"]
    assert [str(run["UID"]) for run in runs[1]] == [f"{LANGUAGE}.dating-scams-run-1@help.example.org"]
    assert [(str(run["SUMMARY"]), run["SUMMARY"].params["LANGUAGE"]) for run in runs[1]] == [
        (pseudo("Scams"), LANGUAGE)
    ]
    assert [run["DTSTART"].dt for run in runs[0]] == [run["DTSTART"].dt for run in runs[1]]


def test_the_search_has_an_index_in_each_language(files: dict[str, bytes]) -> None:
    page = html.fromstring(files[f"{GREEK}search/index.html"])
    box = page.find(".//*[@data-index]")

    assert box.get("data-index") == f"/{GREEK}assets/search/{LANGUAGE}"
    assert box.get("data-base") == f"/{GREEK}"
    assert box.get("data-answers") == "/assets/search/answers.js"
    index = json.loads(files[f"{GREEK}assets/search/{LANGUAGE}.json"])
    titles = {row[1]: row[2] for row in index["pages"] if row[0] == "page"}
    assert titles["another/"] == pseudo("Another")
    assert titles["rights/"] == pseudo("rights")


def test_a_map_for_search_engines_names_both(files: dict[str, bytes]) -> None:
    told = re.findall(r"<loc>https://help.example.org/(.*?)</loc>", files["sitemap.xml"].decode())

    assert {one.removeprefix(GREEK) for one in told if one.startswith(GREEK)} == {
        one for one in told if not one.startswith(GREEK)
    }


def test_nothing_secret_is_in_any_file_of_either(made: Made, files: dict[str, bytes]) -> None:
    edition = made.publication.edition
    search = Search(edition.withheld, edition.withheld_numbers, edition.withheld_images)

    assert [found for path, data in files.items() for found in search.problems_in(path, data)] == []


@pytest.mark.parametrize("name", ENGINES)
def test_a_preview_and_a_rehearsal_read_each_file_as_a_build_writes_it(name: str, sites: dict[str, Made]) -> None:
    made = sites[name]
    preview, problems = ENGINES[name].rehearse(made.root, published_site(made.root))

    assert list(problems) == []
    assert preview is not None
    assert set(preview.paths) == made.files.keys() - {NOT_FOUND, *STAMPED}
    for path in (*preview.paths, NOT_FOUND):
        assert preview.read(path) == (made.files[path], []), path


def test_a_language_at_an_address_of_its_own_fetches_nothing_from_the_other(
    sites: dict[str, Made], tmp_path: Path
) -> None:
    source = two_languages(tmp_path / "own")
    source.change("mkdocs.yml", f'"{pseudo("Help")}"', f'"{pseudo("Help")}", site_url: "https://gr.example.org"')
    to = tmp_path / "site"
    publication = published_site(source.root)
    outcome = built(ENGINES["MkDocs"], source.root, to)
    files = Made(source.root, to, outcome, publication).files

    assert outcome.refused == ()
    assert [str(one) for one in broken_html(to, publication.frame.settings)] == []
    for path in ("assets/waymark.css", "assets/icon.svg", "images/house.jpg", "assets/search/search.js"):
        assert files[f"{GREEK}{path}"] == files[path]
    text = files[f"{GREEK}another/index.html"].decode()
    page = html.fromstring(files[f"{GREEK}another/index.html"])
    assert 'src="../images/house.jpg"' in text
    assert page.find(".//link[@rel='stylesheet']").get("href") == "/assets/waymark.css"
    assert page.find(".//link[@rel='canonical']").get("href") == "https://gr.example.org/another/"
    assert page.find(".//p[@class='languages']/a").get("href") == "https://help.example.org/another/"
    assert f"https://help.example.org/{GREEK}" not in files["sitemap.xml"].decode()
    assert "<loc>https://gr.example.org/another/</loc>" in files[f"{GREEK}sitemap.xml"].decode()
    shared = "".join(f"/{GREEK}{room}/*\n  Access-Control-Allow-Origin: *\n" for room in ("feeds", "data"))
    assert files[f"{GREEK}_headers"] == sites["MkDocs"].files["_headers"].replace(shared.encode(), b"")
    assert f"/{GREEK}data" not in files[f"{GREEK}_redirects"].decode()


def test_what_a_hook_adds_to_a_page_is_named_in_the_file_that_has_its_words(tmp_path: Path) -> None:
    source = two_languages(tmp_path)
    source.change("mkdocs.yml", "plugins:", "hooks: [adds.py]\nplugins:")
    added = '<script src="https://example.com/x.js"></script>'
    source.write(
        "adds.py",
        f"def on_page_markdown(text, page, **_):\n"
        f"    return text + '{added}' if page.file.src_uri == '{GREEK}another.md' else text\n",
    )
    outcome = built(ENGINES["MkDocs"], source.root, tmp_path / "built")

    assert f"content/another.{LANGUAGE}.md" in "\n".join(outcome.refused)
