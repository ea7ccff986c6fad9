"""An id or a file's name that says where a secret place is: named by check with its cure, and repeated by nothing."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

from generator.cli.main import main
from tests.photographs import a_picture
from tests.site_builder import NOW, Site

TELLS = re.compile(r"larkspur.?house|gooseberry|9zz", re.IGNORECASE)
ID = "choose an id that says nothing, for example harbour-refuge"
FILE = "give it a name that says nothing, for example harbour.md"
WORDS = "take it out, and say how to get in touch instead"
COMMANDS = (
    *(("due", "--format", form) for form in ("text", "csv", "issue")),
    *(("plan", "--format", form) for form in ("text", "csv")),
    *(("links", "--only", "nowhere.example.org"), ("diff",), ("release", "--dry-run"), ("check", "--format", "json")),
)
IDS = [
    *(
        ("services.yaml", "id: harbour-refuge", f"id: {one}", ID)
        for one in ("larkspur-house", "harbour-larkspur-house")
    ),
    *(("services.yaml", "id: harbour-refuge", f"id: {one}", ID) for one in ("7-gooseberry-lane", "refuge-ca99-9zz")),
    ("services.yaml", "id: harbour-refuge", "id: larkspurhouse", ID),
    (
        "services.yaml",
        "id: harbour-refuge",
        "id: gooseberry-lane-refuge",
        "in the words of its own service; take it out",
    ),
    ("services.yaml", "id: victim-support-cumbria", "id: next-to-larkspur-house", ID),
    ("services.yaml", "victim-support: {name", "larkspur-house: {name", ID),
    ("services.yaml", "cumbria: {name", "gooseberry-lane-7: {name", ID),
    ("campaigns/dating-scams.md", "id: dating-scams\n", "id: larkspur-house\n", WORDS),
    ("campaigns/dating-scams.md", "dating-scams-2027-launch", "larkspur-house-opens", WORDS),
    ("campaigns/dating-scams.md", "title: Dating", "was: [7-gooseberry-lane]\ntitle: Dating", WORDS),
    ("content/about.md", "# ", "[](#larkspur-house)\n\n# ", WORDS),
]
FILES = [
    *("content/larkspur-house.md", "content/7-gooseberry-lane.md", "content/larkspur-house/a-page.md"),
    *("overrides/larkspur-house.html", "overrides/parts/7-gooseberry-lane.css"),
    *("campaigns/larkspur-house.md", "campaigns/7-gooseberry-lane.md"),
    *("content/images/larkspur-house.png", "content/images/LarkspurHouse.png", "content/images/ca99-9zz.png"),
]


def said(site: Site, *command: str) -> str:
    done = CliRunner().invoke(main, ["--root", str(site.root), "--now", NOW, *command])
    assert isinstance(done.exception, (SystemExit, type(None))), done.exc_info
    return done.output


@pytest.mark.parametrize(("file", "old", "new", "cure"), IDS, ids=[new for _, _, new, _ in IDS])
def test_an_id_that_says_a_secret_place_is_named_and_not_repeated(
    site: Site, file: str, old: str, new: str, cure: str
) -> None:
    site.change(file, old, new)
    told = said(site, "check")

    assert cure in told
    assert not TELLS.search(told + said(site, "check", "--format", "github"))


@pytest.mark.parametrize("file", FILES)
def test_a_file_whose_name_says_a_secret_place_is_named_without_it(site: Site, file: str) -> None:
    if file.startswith("campaigns/"):
        text = (site.root / "campaigns/dating-scams.md").read_text(encoding="utf-8")
        (site.root / "campaigns/dating-scams.md").unlink()
        site.write(file, text)
    else:
        site.write(file, a_picture() if file.endswith(".png") else "---\ntitle: A page\n---\n\n# A page\n\nWords.\n")
    told = said(site, "check")

    assert f"{file.split('/')[0]}/" in told
    assert "[left out: secret]" in told
    assert FILE in told
    assert not TELLS.search(told + said(site, "check", "--format", "github"))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_other_command_repeats_them(site: Site, command: tuple[str, ...]) -> None:
    site.change("services.yaml", "id: harbour-refuge", "id: larkspur-house")
    site.write("content/7-gooseberry-lane.md", "Words without a heading.\n")

    assert not TELLS.search(said(site, *command))


def test_a_road_in_another_record_stays_advice(site: Site) -> None:
    site.change("services.yaml", "Free, private help after any crime.", "Free help near Gooseberry Lane.")
    told = said(site, "check")

    assert "Good: 2 services" in told
    assert "this is the road in the address of place 1 of harbour-refuge" in told


def test_the_road_of_a_refuge_in_its_own_words_is_a_mistake(site: Site) -> None:
    site.change("services.yaml", "A safe place to stay.", "A safe place in Gooseberry Lane.")
    told = said(site, "check")

    assert "this is the road in the address of place 1 of harbour-refuge, in the words of its own service" in told
