"""Dyfed-Powys, the example in two languages: all can be translated, its feeds share no id, nobody has read it."""

from __future__ import annotations

import json
import re
import shutil
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import feedparser
import icalendar
import pytest
import yaml
from lxml import html

from generator.content.load import load
from generator.content.loading.config import read_settings
from generator.content.schema.json_schema import DIRECTORY
from generator.content.source.text_files import split
from generator.model.accessibility import AccessibilityStatement
from generator.model.campaign import Campaign
from generator.model.rights import Rights
from generator.model.standing_page import StandingPage
from generator.site.build import Build, publish
from tests.builders import at
from tests.l10n.pseudo_language import LANGUAGE, in_both, in_greek, pseudo, templates_in
from tests.l10n.test_every_word import framed, left_in_english, not_translated
from tests.sites import ROOT, page_at

EXAMPLE = ROOT / "examples" / "dyfed-powys"
IN_A_CAMPAIGN = at("2027-01-26 09:00")
RUN = "{from: 2027-01-25, to: 2027-01-31"
CONFIRMED = f"{RUN}, confirmed: {{by: Us, on: 2026-11-30, source: our plan}}"
PAGES = {"rights": Rights, "accessibility": AccessibilityStatement}
WELSH = sorted([*(EXAMPLE / "content").glob("*.cy.md"), *(EXAMPLE / "campaigns").glob("*.cy.md")])


def a_copy(folder: Path) -> Path:
    """The office beside the records that it shares, its campaign confirmed, in a repository of its own."""
    shutil.copytree(EXAMPLE, folder / "dyfed-powys", ignore=shutil.ignore_patterns("site"))
    shutil.copytree(EXAMPLE.parent / "shared", folder / "shared")
    (folder / ".git").mkdir()
    campaign = folder / "dyfed-powys/campaigns/example-know-your-rights.md"
    campaign.write_text(campaign.read_text(encoding="utf-8").replace(RUN, CONFIRMED), encoding="utf-8")
    return folder / "dyfed-powys"


def published(root: Path, now: datetime = IN_A_CAMPAIGN) -> dict[str, Build]:
    """The site in each language."""
    settings = read_settings((root / "mkdocs.yml").read_text(encoding="utf-8"))
    build = publish(load(root, settings, now.date()), settings, now, root)
    return {one.frame.settings.language: one for one in build.every}


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Build]:
    return published(a_copy(tmp_path_factory.mktemp("office")))


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> tuple[Build, Path]:
    """The same office with the made-up language in the place of Welsh, and the folder of its templates."""
    root = a_copy(tmp_path_factory.mktemp("office"))
    templates = templates_in(root / "overrides", ROOT / "overrides")
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    own = re.search(r"name: (Office of .+)", config)
    assert own
    config = config.replace(own[1], f'{{en: {own[1]}, {LANGUAGE}: "{pseudo(own[1])}"}}')
    says = f'{{site_name: "{pseudo("Help")}", site_description: "{pseudo("Help after a crime")}"}}'
    config = re.sub(r"        cy: \{.+\}", f"        {LANGUAGE}: {says}", config)
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    for file in (root / "services.yaml", root / "../shared/national.yaml"):
        file.write_text(dumped(_directory(file)), encoding="utf-8")
    for file in sorted(root.glob("c*/*.cy.md")):
        file.unlink()
    for file in sorted(root.glob("c*/*.md")):
        _translated(file)
    return published(root)[LANGUAGE], templates


def dumped(tree: Any) -> str:
    """A tree of texts as YAML, without the Welsh in it."""

    def without(value: Any) -> Any:
        if isinstance(value, dict):
            is_text = LANGUAGE in value
            return {name: without(one) for name, one in value.items() if not (is_text and name == "cy")}
        return [*map(without, value)] if isinstance(value, list) else value

    return yaml.safe_dump(without(tree), allow_unicode=True, width=1000, sort_keys=False)


def _directory(file: Path) -> Any:
    tree = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 # it makes texts alone
    for name, record in DIRECTORY.items():
        found = tree.get(name, [])
        for key, one in list(found.items() if isinstance(found, dict) else enumerate(found)):
            found[key] = in_both(record, one)
    return tree


def _translated(file: Path) -> None:
    """A page or a campaign: each text of its record in both languages, and its words in a file beside it."""
    parts = split(file.read_text(encoding="utf-8"))
    tree = yaml.load(parts.record, Loader=yaml.BaseLoader)  # noqa: S506 # as above
    is_campaign = file.parent.name == "campaigns"
    record = Campaign if is_campaign else PAGES.get(file.stem, StandingPage)
    said = {} if is_campaign else {name: pseudo(tree[name]) for name in ("title", "description")}
    both = in_both(record, {name: one for name, one in tree.items() if name not in said})
    both |= {name: one for name, one in tree.items() if name in said}
    file.write_text(f"---\n{dumped(both)}---\n{parts.words}", encoding="utf-8")
    twin = file.with_suffix(f".{LANGUAGE}.md")
    front = f"---\n{dumped(said)}---\n" if said else ""
    twin.write_text(f"{front}{in_greek(parts.words)}", encoding="utf-8")


def in_this_language(document: str) -> bytes:
    """A page without what says that it is in another language: the link to its twin, what is in neither, and Polish."""
    tree = html.document_fromstring(document)
    for element in tree.xpath(f"//body//*[@lang and @lang != '{LANGUAGE}']"):
        element.drop_tree()
    return html.tostring(tree, encoding="utf-8")


def test_no_word_of_a_page_is_left_that_nobody_could_translate(made_up: tuple[Build, Path]) -> None:
    build, templates = made_up
    pages = [*framed(build, SimpleNamespace(templates=templates))]  # type: ignore[arg-type]

    assert len(pages) > 90
    assert left(build, left_in_english((path, in_this_language(text)) for path, text in pages)) == []


def test_nor_one_of_a_feed_a_table_or_another_file(made_up: tuple[Build, Path]) -> None:
    build = made_up[0]
    files = [(one.path, one.data) for one in build.downloads if one.path != "404.html"]

    assert len(files) > 30
    assert left(build, left_in_english(files)) == []


def left(build: Build, found: set[str]) -> list[str]:
    """What is no channel's own name, and no address of the site as people type it."""
    address = build.frame.settings.site_url.partition("://")[2].rstrip("/")
    found = {one.replace(address, "") for one in found}
    channels = "|".join(re.escape(str(one.name)) for one in build.edition.catalogue.channels.rules.values())
    return sorted(one for one in found if not_translated(re.sub(rf"\b(?:{channels})\b", "", one.split(": ", 2)[2])))


def test_each_address_is_there_in_both_languages(builds: dict[str, Build]) -> None:
    english, welsh = (
        {page.address for page in one.pages} | {f"{name}: a page of the engine" for name in one.in_markdown}
        for one in builds.values()
    )

    assert len(english) > 100
    assert welsh == english


def test_a_reader_of_both_feeds_loses_no_post(builds: dict[str, Build]) -> None:
    """What was released is in both, each under an id of its own; so are the days of the calendar."""
    files = {code: {one.path: one.data for one in build.downloads} for code, build in builds.items()}
    feeds = sorted(path for path in files["en"] if path.startswith("feeds/") and path.endswith(".xml"))
    ids = {
        code: [entry.id for path in feeds for entry in feedparser.parse(own[path]).entries]
        for code, own in files.items()
    }
    uids = {
        code: [str(one["UID"]) for one in icalendar.Calendar.from_ical(own["feeds/campaigns.ics"]).walk("VEVENT")]
        for code, own in files.items()
    }
    items = {
        code: [one["id"] for one in json.loads(own["feeds/campaigns.json"])["items"]] for code, own in files.items()
    }

    assert sorted(path for path in files["cy"] if path in feeds) == feeds
    for found in (ids, uids, items):
        assert len(found["en"]) == len(found["cy"]) > 0
        assert set(found["en"]).isdisjoint(found["cy"])


@pytest.mark.parametrize("file", WELSH, ids=lambda file: file.name)
def test_welsh_that_nobody_has_read_says_so(file: Path) -> None:
    assert split(file.read_text(encoding="utf-8")).record.splitlines().count("unread: yes") == 1


def test_each_page_and_the_campaign_have_welsh_words() -> None:
    own = [file for file in (*EXAMPLE.glob("content/*.md"), *EXAMPLE.glob("campaigns/*.md")) if file not in WELSH]

    assert sorted(file.with_suffix(".cy.md") for file in own) == WELSH


def test_the_about_page_counts_what_nobody_has_read(builds: dict[str, Build]) -> None:
    about = page_at("about/", builds["cy"]).body

    assert f"heb eu darllen gan siaradwr Cymraeg: {len(WELSH)}</li>" in about
    assert all("nobody who speaks" not in one.body for one in builds["en"].pages)


def test_the_about_page_says_who_has_read_which_pages(tmp_path: Path) -> None:
    root = a_copy(tmp_path)
    for name in ("about", "privacy"):
        twin = root / f"content/{name}.cy.md"
        read = "checked: {on: 2026-11-30, by: Sam Reed, how: read}"
        twin.write_text(twin.read_text(encoding="utf-8").replace("unread: yes", read), encoding="utf-8")
    builds = published(root)
    about = page_at("about/", builds["cy"]).body

    assert "Ein tudalennau. Darllenydd: Sam Reed, 30 Tachwedd 2026. Nifer: 2</li>" in about
    assert f"heb eu darllen gan siaradwr Cymraeg: {len(WELSH) - 2}</li>" in about
    assert "Sam Reed" not in page_at("about/", builds["en"]).body


def test_how_to_stay_safe_is_in_english_until_somebody_has_read_the_welsh(
    builds: dict[str, Build], tmp_path: Path
) -> None:
    page = page_at("stay-safe/", builds["cy"])

    assert page.title == "Cadw'n ddiogel ar-lein"
    assert '<div lang="en" dir="ltr">' in page.body
    assert "Call 999. If you are on a mobile" in page.body
    assert "Ffoniwch 999" not in page.body

    root = a_copy(tmp_path)
    twin = root / "content/stay-safe.cy.md"
    read = "checked: {on: 2026-11-30, by: Sam Reed, how: read}"
    twin.write_text(twin.read_text(encoding="utf-8").replace("unread: yes", read), encoding="utf-8")
    page = page_at("stay-safe/", published(root)["cy"])

    assert "Ffoniwch 999. Os ydych ar ffôn symudol" in page.body
    assert "Call 999. If you are on a mobile" not in page.body
