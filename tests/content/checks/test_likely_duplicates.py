"""A service that seems to stand in the directory twice is advice; what is shared for a reason is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.checks.likely_duplicates import check
from generator.content.loading.content import Content
from generator.content.loading.folder import left_in, read_folder
from generator.content.loading.service_directory import read_directory
from generator.content.loading.shipped import read_vocabulary
from generator.site_loader import Site
from tests.builders import TODAY, at
from tests.checks_of import SETTINGS
from tests.site_builder import REPOSITORY

OFFICES = [REPOSITORY, *sorted(path.parent for path in REPOSITORY.glob("examples/*/mkdocs.yml"))]

HEAD = """\
areas:
  uk: {name: United Kingdom}
  cumbria: {name: Cumbria, within: uk}
  kent: {name: Kent, within: uk}
organisations:
  quay-trust: {name: Quay Trust}
  coast-trust: {name: Coast Trust}
services:
"""
FIRST = {"id": "quay-line", "name": "Harbour Helpline", "organisation": "quay-trust", "number": "0808 157 0101"}
NUMBER = "both have 0808 157 0101"
CALLED = "both are called so"
CURE = "keep one of them; if they are two, say in their names what tells them apart, or write reached_through"


def record(**changes: str) -> str:
    values = {"kind": "helpline", "area": "cumbria", "more": "", "website": ""} | changes
    website = f", {{website: {values['website']}}}" if values["website"] else ""
    return (
        f"  - id: {values['id']}\n    name: {values['name']}\n    kind: {values['kind']}\n"
        f"    organisation: {values['organisation']}\n    summary: A line.\n    helps_with: [any-crime]\n"
        f"    areas: [{values['area']}]\n    contact: [{{phone: {values['number']}}}{website}]\n{values['more']}"
    )


def said(*records: dict[str, str]) -> list[str]:
    text = HEAD + "".join(record(**one) for one in records)
    directory, problems = read_directory({"services.yaml": text}, (), ())
    assert problems == []
    content = Content(Path(), SETTINGS, TODAY, vocabulary=read_vocabulary(), directory=directory, yaml={})
    return [f"{one.message}; {one.hint}" for one in check(content)]


def second(**changes: str) -> dict[str, str]:
    other = {"id": "two", "name": "Coast Line", "organisation": "coast-trust", "number": "01632 960102"}
    return other | changes


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"name": "Harbour Helpline"}, CALLED),
        ({"name": "The Harbour Helpline Service"}, CALLED),
        ({"name": "Harbour Helpline Cumbria"}, CALLED),
        ({"name": "Harbour Helplines", "number": "08081570101"}, NUMBER),
        ({"name": "Harbor Helpline", "number": "+44 808 157 0101"}, NUMBER),
        ({"number": "0808 157 0101"}, NUMBER),
        ({"name": "Harbour Helpline", "area": "uk"}, CALLED),
    ],
)
def test_a_service_that_seems_to_stand_there_twice_is_named(changes: dict[str, str], why: str) -> None:
    other = second(**changes)

    assert said(FIRST, other) == [f"'{other['name']}' may be quay-line once more: {why}; {CURE}"]


def test_a_page_that_two_of_one_kind_lead_to_is_named_and_a_front_page_is_not() -> None:
    deep, front = "https://www.example.org/help/", "https://www.example.org/"

    assert said(FIRST | {"website": deep}, second(website="http://example.org/help")) == [
        f"'Coast Line' may be quay-line once more: both lead to example.org/help; {CURE}"
    ]
    assert said(FIRST | {"website": front}, second(website=front)) == []
    assert said(FIRST | {"website": f"{deep}?id=1"}, second(website=f"{deep}?id=2")) == []


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"name": "Harbour Helpline", "area": "kent"},
        {"name": "Harbour Helpline", "kind": "refuge"},
        {"name": "Quay Trust advocates", "organisation": "quay-trust", "number": "0808 157 0101"},
        {"name": "Quay ISVAs", "organisation": "quay-trust", "number": "0808 157 0101", "kind": "isva"},
        {"number": "0808 157 0101", "kind": "sarc"},
        {"name": "Harbour Helpline", "number": "0808 157 0101", "more": "    reached_through: quay-line\n"},
        {"name": "Harbour Helpline", "number": "0808 157 0101", "more": "    for: professionals\n"},
        {"name": "Harbour Helpline", "more": "    status: closed\n    closed_on: 2026-01-01\n"},
        {"name": "Harbour Helpline for men"},
        {"name": "Coast Helpline"},
    ],
)
def test_what_is_shared_for_a_reason_is_no_double(changes: dict[str, str]) -> None:
    assert said(FIRST, second(**changes)) == []


def test_a_switchboard_of_many_services_is_told_of_none() -> None:
    many = [second(id=f"s-{at}", name=f"Service {at}a", number="0808 157 0101") for at in range(60)]

    assert said(*many) == []


@pytest.mark.parametrize("root", OFFICES, ids=lambda root: root.name)
def test_no_office_of_ours_is_told_of_a_double(root: Path) -> None:
    site = Site(root, at("2026-11-30 09:00"))
    settings = site.settings()
    content, _ = read_folder(root, settings, site.today, {}, left_in(root, settings, {}))

    assert len(OFFICES) == 13
    assert [str(one) for one in check(content)] == []
