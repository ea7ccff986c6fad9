"""The example offices: each builds, shows only what was checked, and says that it is a demonstration."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model.fields.phones import digits_of
from tests.site_builder import REPOSITORY, Site

OFFICES = sorted(folder.parent.name for folder in (REPOSITORY / "examples").glob("*/mkdocs.yml"))


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of offices, where a build leaves the repository as it is."""
    folder = tmp_path_factory.mktemp("offices")
    shutil.copytree(REPOSITORY / "examples", folder / "examples", ignore=shutil.ignore_patterns("site"))
    (folder / ".git").mkdir()
    return folder / "examples"


@pytest.fixture(scope="module")
def built(examples: Path) -> Callable[[str], Site]:
    """An office by its folder's name, built when it is first asked for."""

    @cache
    def build(name: str) -> Site:
        site = Site(examples / name)
        done = site.waymark("build")
        assert done.status == 0, done.err
        return site

    return build


@pytest.fixture(scope="module", params=OFFICES)
def office(request: pytest.FixtureRequest, built: Callable[[str], Site]) -> Site:
    return built(request.param)


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site that was begun on the day on which the examples were."""
    folder = tmp_path_factory.mktemp("begun")
    site = Site(folder / "office")
    words = ("init", str(site.root), "--no-input", "--police-area", "Essex", "--host", "none")
    done = Site(folder).waymark(*words, now="2026-11-30")
    assert done.status == 0, done.err
    return site


def pages(site: Site) -> Iterator[Path]:
    return site.built.rglob("*.html")


def contacts(site: Site) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Each service of the office's own file, with each of its contacts."""
    directory = yaml.safe_load((site.root / "services.yaml").read_text(encoding="utf-8"))
    for service in directory["services"]:
        for contact in service.get("contact", []):
            yield service, contact


def test_each_office_has_a_row_of_what_it_alone_shows() -> None:
    table = (REPOSITORY / "docs/offices.md").read_text(encoding="utf-8")

    assert len(OFFICES) == 12  # Cumbria stands at the top
    assert re.findall(r"\(\.\./examples/([a-z-]+)/services\.yaml\)", table) == OFFICES


def test_every_page_says_that_it_is_a_demonstration(office: Site) -> None:
    framed = [page for page in pages(office) if 'class="leave' in page.read_text(encoding="utf-8")]

    assert len(framed) > 100
    said = ("demonstration", "Enghraifft: peidiwch â dibynnu arni.")
    assert [page for page in framed if not any(words in page.read_text(encoding="utf-8") for words in said)] == []


def test_no_number_that_nobody_checked_is_in_any_file(office: Site) -> None:
    unchecked = {
        digits_of(contact[way])
        for service, contact in contacts(office)
        for way in ("phone", "text")
        if way in contact and not (contact.get("checked") or service.get("checked"))
    }
    shared = (office.root / "../shared/national.yaml").read_text(encoding="utf-8")
    unchecked -= {number for number in unchecked if number in digits_of(shared)}
    files = [
        file
        for file in office.built.rglob("*")
        if file.suffix in {".html", ".xml", ".json", ".ics", ".js", ".txt", ".csv"}
    ]

    assert {
        (file.name, number)
        for file in files
        for number in unchecked
        if number in re.sub(r"\D", "", file.read_text(encoding="utf-8"))
    } == set()


def test_nothing_of_the_office_at_the_top_is_left_in_it(office: Site) -> None:
    assert [page for page in pages(office) if "Cumbria" in page.read_text(encoding="utf-8")] == []


def test_its_files_are_read_by_any_reader_of_yaml(office: Site) -> None:
    """PyYAML's loader in Python refuses a little that its loader in C reads."""
    for file in [office.root / "services.yaml", office.root / "../shared/national.yaml"]:
        assert yaml.safe_load(file.read_text(encoding="utf-8"))["services"]


def test_the_national_records_are_those_of_a_new_site(examples: Path, started: Site) -> None:
    theirs = yaml.safe_load((examples / "shared/national.yaml").read_text(encoding="utf-8"))
    ours = yaml.safe_load((started.root / "services.yaml").read_text(encoding="utf-8"))

    own = {"report-to-the-police"}
    assert theirs["services"] == [service for service in ours["services"] if service["id"] not in own]
    assert theirs["retired_numbers"] == ours["retired_numbers"]
    assert theirs["sources"] == ours["sources"]
    assert theirs["organisations"] == {
        name: one for name, one in ours["organisations"].items() if name != "local-police"
    }


STANDING = ["about", "accessibility", "privacy", "rights", "stay-safe"]


@pytest.mark.parametrize(
    "file", [*(f"content/{page}.md" for page in STANDING), "campaigns/example-know-your-rights.md"]
)
def test_the_pages_and_the_campaign_are_those_of_a_new_site(examples: Path, started: Site, file: str) -> None:
    """So that what the examples say about rights and safety is mended when it is mended there."""
    ours = (started.root / file).read_text(encoding="utf-8")

    assert (examples / "essex" / file).read_text(encoding="utf-8") == ours


def test_the_welsh_pages_of_dyfed_powys_are_those_of_a_new_site(examples: Path, tmp_path: Path) -> None:
    """So that what is read in one is read in the other."""
    words = ("--no-input", "--police-area", "Dyfed-Powys", "--host", "none", "--language", "en, cy")
    done = Site(tmp_path).waymark("init", str(tmp_path / "office"), *words, now="2026-11-30")
    theirs = sorted((examples / "dyfed-powys").glob("c*/*.cy.md"))

    assert done.status == 0, done.err
    assert [file.name for file in sorted((tmp_path / "office").glob("c*/*.cy.md"))] == [file.name for file in theirs]
    for file in theirs:
        ours = tmp_path / "office" / file.relative_to(examples / "dyfed-powys")
        assert file.read_text(encoding="utf-8") == ours.read_text(encoding="utf-8")


def test_every_address_of_dyfed_powys_is_there_in_both_languages(built: Callable[[str], Site]) -> None:
    site = built("dyfed-powys")
    found = {str(page.relative_to(site.built)) for page in pages(site)}
    welsh = {page.removeprefix("cy/") for page in found if page.startswith("cy/")}

    assert welsh == {page for page in found if not page.startswith("cy/")}
    assert '<html lang="cy"' in site.page("cy/services/goleudy")
    assert 'href="/cy/services/goleudy/"' in site.page("services/goleudy")


def test_nobody_harmed_is_led_to_a_programme_for_those_who_harm(built: Callable[[str], Site]) -> None:
    site = built("north-yorkshire")
    own = site.built / "services/perpetrator-programme/index.html"
    crime = site.built / "what-happened/domestic-abuse/index.html"
    naming = {
        file for file in site.built.rglob("*") if file.is_file() and b"perpetrator-programme" in file.read_bytes()
    }

    assert naming == {own, crime}
    text = crime.read_text(encoding="utf-8")
    assert text.index("For people who hurt others and want to stop:") > text.rindex("<li data-areas")
    assert [
        page for page in pages(site) if page != own and '/perpetrator-programme/"' in page.read_text(encoding="utf-8")
    ] == []


def test_a_line_that_was_replaced_leads_to_the_one_that_came_after(built: Callable[[str], Site]) -> None:
    site = built("west-mercia")

    assert 'href="/services/victim-support-gateway/"' in site.page("services/victim-advice-line")
    assert [file for file in pages(site) if "9523000" in re.sub(r"\D", "", file.read_text(encoding="utf-8"))] == []
    assert [file for file in pages(site) if "victimadviceline" in file.read_text(encoding="utf-8")] == []
