"""A small site in git where changes need a second person, and two people who make and approve them."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.content.checks.unapproved import CODES
from generator.content.loading.content import Content
from generator.diagnostics import ContentError
from generator.edition import Edition
from generator.site_loader import Site as Loaded
from tests.builders import at
from tests.cli.in_process import waymark
from tests.site_builder import MKDOCS_YML, NOW, Done, Site, a_site

ALEX = ("Alex Kim", "alex.kim@example.org")
SAM = ("Sam Reed", "sam.reed@example.org")
ALL = "[posts, numbers, places]"


def git(root: Path, *arguments: str) -> str:
    return subprocess.run(["git", "-C", str(root), *arguments], check=True, capture_output=True, text=True).stdout  # noqa: S607


@dataclass
class TwoPeople:
    """The site, and whoever sits at it."""

    site: Site

    @property
    def root(self) -> Path:
        return self.site.root

    def sits(self, who: tuple[str, str]) -> None:
        """Git knows somebody else from now on."""
        git(self.root, "config", "user.name", who[0])
        git(self.root, "config", "user.email", who[1])

    def keeps(self, who: tuple[str, str], words: str = "A change") -> None:
        """Somebody commits all that differs."""
        self.sits(who)
        git(self.root, "add", "--all")
        git(self.root, "commit", "--quiet", "-m", words)

    def changes(self, who: tuple[str, str], file: str, old: str, new: str) -> None:
        self.site.change(file, old, new)
        self.keeps(who)

    def approves(self, who: tuple[str, str], *what: str, now: str = NOW) -> Done:
        self.sits(who)
        return waymark(self.root, ["approve", *what], now=now)

    @property
    def ledger(self) -> str:
        return (self.root / "approvals.csv").read_text(encoding="utf-8")

    def edition(self, now: str = NOW) -> Edition:
        """What the public gets."""
        site = Loaded(self.root, at(now.replace("T", " ")))
        return site.edition(site.settings(), to_publish=True)

    def content(self) -> Content:
        """What its files say."""
        site = Loaded(self.root, at(NOW.replace("T", " ")))
        return site.content(site.settings())


def two_people(folder: Path, approve: str = ALL) -> TwoPeople:
    """The small site, kept by Alex, where what is there has begun to count as approved."""
    people = TwoPeople(a_site(folder))
    office = "      office: {name: Waymark tests}\n"
    people.site.write("mkdocs.yml", MKDOCS_YML.replace(office, f"{office}      approve: {approve}\n"))
    git(people.root, "init", "--quiet", "--initial-branch=main")
    people.keeps(ALEX, "The site")
    done = people.approves(ALEX, "--start")
    assert (done.status, done.err) == (0, "")
    return people


NUMBER, POST, PLACES = (
    "numbers/victim-support-cumbria",
    "posts/dating-scams-2027-launch",
    "places/harbour-refuge",
)
CAMPAIGN = "campaigns/dating-scams.md"
PLACE = "{name: Larkspur House, address: 7 Gooseberry Lane, postcode: CA99 9ZZ}"
WORDS = "Talk to a friend first. Victim Support can help."
SECOND_NUMBER = "      - phone: 01632 960100\n        label: Helpline\n    checked: {on: 2026-11-20, by: Comm"
NO_LINE = "no_first_line: Nobody answers by night in this test."


@pytest.fixture
def people(tmp_path: Path) -> TwoPeople:
    made = two_people(tmp_path / "site")
    made.changes(ALEX, "mkdocs.yml", "      approve:", f"      {NO_LINE}\n      approve:")
    return made


def waits(people: TwoPeople) -> list[str]:
    return [one.what for one in people.content().awaiting]


def said(people: TwoPeople) -> dict[str, str]:
    """What `check` says of this, by its code."""
    try:
        found = people.edition().catalogue.advice
    except ContentError as error:
        found = (*error.problems, *error.advice)
    return {one.code: str(one) for one in found if one.code in CODES}


def numbers_shown(people: TwoPeople) -> list[str]:
    edition = people.edition()
    return [one.shown for service in edition.catalogue.services for one in edition.contacts(service) if one.number]
