"""A reader who knows Open Referral and nothing of us: who helps a man after rape, in Kendal, at 2 a.m. at Christmas?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.builders import a_service
from tests.site.exports.conftest import OpenData, made_of
from tests.sites import ROOT

CHRISTMAS_NIGHT = ("2026-12-25", "FR", "02:00")
AROUND_KENDAL = {"Westmorland and Furness", "Cumbria", "England", "England and Wales", "United Kingdom"}
FOR_A_MAN = {"Anyone", "Men", "Adults"}
AFTER_RAPE = {"Rape or sexual assault", "Any crime"}


def who_helps(lines: Sequence[bytes], at: tuple[str, str, str]) -> Iterator[tuple[str, str, str]]:
    """Name, number and page of each that answers then: of the lines alone, by what their standard says of a field."""
    day, weekday, clock = at
    for service in map(json.loads, lines):
        terms: dict[str, set[str]] = {}
        for attribute in service["attributes"]:
            terms.setdefault(attribute["link_type"], set()).add(attribute["taxonomy_term"]["name"])
        near = {area["name"] for area in service["service_areas"]} & AROUND_KENDAL
        if service["status"] != "active" or not near or "alert" in service:
            continue
        if terms["crime_type"] & AFTER_RAPE and terms["audience"] & FOR_A_MAN:
            rows = [row for row in service.get("schedules", []) if holds(row, day, weekday, clock)]
            open_now = {contact for row in rows for contact in row["x_waymark"]["contacts"]}
            for phone in service.get("phones", []):
                if phone["type"] == "voice" and phone["id"] in open_now:
                    yield service["name"], phone["number"], service["additional_urls"][0]["url"]


def holds(row: dict[str, Any], day: str, weekday: str, clock: str) -> bool:
    """Whether a row of hours holds at a time."""
    in_time = row.get("valid_from", "") <= day <= row.get("valid_to", "9999")
    return in_time and weekday in row["byday"] and row["opens_at"] <= clock < row["closes_at"]


def test_the_lines_alone_answer_who_helps_a_man_after_rape_in_kendal_at_christmas(demonstration: OpenData) -> None:
    found = list(who_helps(demonstration.files["data/oruk/services.ndjson"].splitlines(), CHRISTMAS_NIGHT))
    edition = demonstration.edition
    day_and_night = {
        one.number.shown
        for service in edition.catalogue.public_services
        for one in edition.ways(service)
        if one.is_called_day_and_night and one.number and set(service.helps_with) & {"sexual-violence", "any-crime"}
    }

    assert {"08 08 16 89 111", "0808 500 2222"} <= {number for _, number, _ in found} <= day_and_night
    pages = {page.rpartition("/services/")[2].strip("/") for _, _, page in found}
    assert pages <= {service.id for service in edition.catalogue.services}


def test_office_hours_are_over_at_night_and_on_a_bank_holiday() -> None:
    ways = [{"phone": "01632 960001", "hours": "Mo-Fr 09:00-17:00; PH off"}]
    lines = made_of(a_service(contact=ways)).files["data/oruk/services.ndjson"].splitlines()
    moments = [("2026-12-24", "TH", "12:00"), ("2026-12-24", "TH", "02:00"), ("2026-12-25", "FR", "12:00")]

    assert [len(list(who_helps(lines, at))) for at in moments] == [1, 0, 0]


def test_the_script_in_the_docs_answers_the_same(
    demonstration: OpenData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (ROOT / "docs" / "open-data.md").read_text(encoding="utf-8")
    (script,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    lines = demonstration.files["data/oruk/services.ndjson"]
    (tmp_path / "services.ndjson").write_bytes(lines)
    monkeypatch.setattr("sys.argv", ["who_helps.py", str(tmp_path / "services.ndjson")])
    exec(compile(script, "who_helps.py", "exec"), {})  # noqa: S102 # it is ours, and this is what readers do
    said = [line.split("; ")[:2] for line in capsys.readouterr().out.splitlines()]

    assert len([line for line in script.splitlines() if line]) <= 20
    assert said == [[number, name] for name, number, _ in who_helps(lines.splitlines(), CHRISTMAS_NIGHT)]
