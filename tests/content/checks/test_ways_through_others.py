"""A service that is reached through another: where that leads nowhere, `check` says so at its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.builders import a_services_yaml, wrong_with
from tests.site_builder import SERVICES_YAML, a_site

WITHIN = """\
  - id: advisers
    name: Advisers
    kind: isva
    organisation: victim-support
    summary: Advisers.
    helps_with: [any-crime]
    areas: [cumbria]
    reached_through: {other}
"""
RING = WITHIN.replace("advisers", "others").format(other="advisers")
PROGRAMME = WITHIN.replace("advisers", "programme").replace(
    "    reached_through: {other}\n", "    for: people-who-harm\n"
)
UNCHECKED = WITHIN.replace("advisers", "new-line").replace(
    "    reached_through: {other}\n", "    contact: [{{phone: 01632 960111}}]\n"
)
CLOSED = UNCHECKED.replace("new-line", "old-line") + "    status: closed\n"


def said(folder: Path, other: str, *more: str) -> list[str]:
    text = SERVICES_YAML.replace("retired_numbers:", WITHIN.format(other=other) + "".join(more) + "retired_numbers:")
    told = a_site(folder / "site", **{"services.yaml": text}).waymark("check").told
    found = [re.fullmatch(r"(?:advice: )?services.yaml:[0-9]+:22: (.*)", one) for one in told]
    return [one[1] for one in found if one]


def test_a_service_that_can_be_reached_is_good(tmp_path: Path) -> None:
    assert said(tmp_path, "victim-support-cumbria") == []


@pytest.mark.parametrize(
    ("other", "more", "words"),
    [
        (
            "advisers",
            [],
            "these services are reached through each other in a ring: advisers -> advisers; "
            "take one reached_through out",
        ),
        (
            "programme",
            [PROGRAMME],
            "'programme' is for other people than this service; "
            "name a service for the same people, or give this one a contact of its own",
        ),
        (
            "new-line",
            [UNCHECKED],
            "'new-line' shows no way to be reached yet, and people reach this service through it"
            "; check it: waymark due --done new-line",
        ),
        (
            "old-line",
            [CLOSED],
            "'old-line' has closed, and people reach this service through it; name the one that took over",
        ),
    ],
    ids=["itself", "for others", "unchecked", "closed"],
)
def test_what_leads_nowhere_is_said_at_its_place(tmp_path: Path, other: str, more: list[str], words: str) -> None:
    assert said(tmp_path, other, *(one.replace("{{", "{").replace("}}", "}") for one in more)) == [words]


def test_a_ring_of_two_is_said_of_each(tmp_path: Path) -> None:
    assert sorted(one.rpartition(": ")[2] for one in said(tmp_path, "others", RING)) == [
        "advisers -> others -> advisers; take one reached_through out",
        "others -> advisers -> others; take one reached_through out",
    ]


def test_the_other_is_a_service() -> None:
    assert wrong_with(a_services_yaml("reached_through: victim-suport-cumbria")) == [
        "services.yaml:13:22: 'victim-suport-cumbria' is not a service in services.yaml; did you mean "
        '"victim-support-cumbria"?'
    ]
