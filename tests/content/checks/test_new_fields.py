"""Checks of areas left out, of lines that stand in for others, and of money that has ended: exact words and places."""

from __future__ import annotations

from datetime import date

import pytest

from generator.content.checks import areas_left_out, ended_funding, lines_when_closed
from generator.content.loading.content import Content
from generator.content.loading.service_directory import read_directory
from generator.content.loading.shipped import read_vocabulary
from tests.builders import TODAY, a_services_yaml, said
from tests.sites import ROOT, a_site

ELSEWHERE = "does not lie in an area of this service, so it can't be left out; "
ELSEWHERE += "take it out here, or write the larger area in areas"
ALL = "these are all the areas of this service, so it is for none; take out those that it does help"
NEVER_CLOSED = "nothing says when 'Day line' is closed; write its hours there: Mo-Fr 09:00-17:00; PH off"
NO_LABEL = "is no label of another contact of this service; "
ADD_ONE = "write the label of that line, as it stands there"
ASK = "ask them: write the new contract_until, or status and closed_on"
ENDED = f", and the site still leads people to it; {ASK}"
AN_OPTION = f"this contract ended on 2026-11-21, and nothing says whether it was extended; {ASK}"
AREAS = "  eden: {name: Eden, within: cumbria}\n  copeland: {name: Copeland, within: cumbria}\n  kent: {name: Kent}\n"


def content(*lines: str, today: date = TODAY) -> Content:
    text = a_services_yaml(*lines)
    at = text.index("\n", text.index("areas:")) + 1
    text = text[:at] + AREAS + text[at:]
    read = read_directory({"services.yaml": text})
    assert said(read.problems) == []
    return Content(
        root=ROOT,
        settings=a_site(),
        today=today,
        vocabulary=read_vocabulary(),
        directory=read.value,
        yaml={"services.yaml": text},
    )


def words(found: list[str]) -> list[str]:
    return [one.partition(": ")[2] for one in found]


@pytest.mark.parametrize(
    ("out", "told"),
    [
        ("[eden]", []),
        ("[kent]", [f"'kent' {ELSEWHERE}"]),
        ("[eden, copeland]", [ALL]),
        ("[cumbria]", [ALL, f"'cumbria' {ELSEWHERE}"]),
    ],
)  # fmt: skip
def test_what_is_left_out_lies_within_and_something_is_left(out: str, told: list[str]) -> None:
    assert words(said(areas_left_out.check(content(f"all_but: {out}")))) == told


@pytest.mark.parametrize(
    ("day", "named", "told"),
    [
        ("label: Day line, hours: 'Mo-Fr 09:00-17:00; PH off'", "Day line", []),
        ("label: Day line, hours: 24/7", "Day line", [NEVER_CLOSED]),
        ("label: Day line", "Day line", [NEVER_CLOSED]),
        ("label: Day line, hours: 'Mo 09:00-17:00'", "Dayline", [f"'Dayline' {NO_LABEL}{ADD_ONE}"]),
        ("hours: 'Mo 09:00-17:00'", "Day line", [f"'Day line' {NO_LABEL}{ADD_ONE}"]),
    ],
)  # fmt: skip
def test_a_line_stands_in_for_one_that_is_there_and_closes(day: str, named: str, told: list[str]) -> None:
    lines = ("contact:", f"  - {{phone: 01632 960001, {day}}}", f"  - {{phone: 01632 960002, when_closed: {named}}}")

    assert words(said(lines_when_closed.check(content(*lines)))) == told


def test_a_line_does_not_stand_in_for_itself() -> None:
    lines = ("contact:", "  - {phone: 01632 960002, label: Night, when_closed: Night}")

    assert len([*lines_when_closed.check(content(*lines))]) == 1


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["contract_until: 2026-11-22"], []),
        (["contract_until: 2026-11-21"], [f"this service's funding ended on 2026-11-21{ENDED}"]),
        (["contract_until: 2026-11-21", "status: closed"], []),
        (["contract_until: 2026-11-21", "closed_on: 2026-11-21"], []),
        (["contract_until: 2026-11-21", "contract_extension: 2027-11-21"], [AN_OPTION]),
        (
            ["contract_until: 2025-11-21", "contract_extension: 2026-11-20"],
            [f"this service's funding ended on 2026-11-20{ENDED}"],
        ),
        ([], []),
    ],
)  # fmt: skip
def test_money_that_has_ended_is_told_to_staff(lines: list[str], told: list[str]) -> None:
    found = [*ended_funding.check(content(*lines))]

    assert words(said(found)) == told
    assert {one.severity for one in found} <= {"warning"}
