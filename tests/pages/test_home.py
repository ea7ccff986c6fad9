"""The home page: the line to call now, which anyone can call, at any hour, after any crime."""

from __future__ import annotations

import pytest

from generator.model.service import Service
from generator.pages.talk import someone_to_talk_to
from tests.builders import CHECKED, a_service, an_edition

LINE = {"phone": "0808 168 9111", "hours": "24/7"}


def offered(*services: Service, now: str = "2026-11-22 09:00", **changes: object) -> tuple[str, str] | None:
    found = someone_to_talk_to(an_edition(*services, now=now, **changes))
    return (found[0].id, found[1].shown) if found else None


def test_a_checked_line_that_is_always_open_is_offered() -> None:
    assert offered(a_service(contact=[LINE])) == ("victim-support-cumbria", "0808 168 9111")


@pytest.mark.parametrize(
    "changes",
    [
        {"contact": [{"phone": "0808 168 9111", "hours": "Mo-Fr 09:00-17:00"}]},
        {"contact": [{"phone": "0808 168 9111"}]},
        {"contact": [{"text": "0808 168 9111", "hours": "24/7"}]},
        {"contact": [{"chat": "https://x.org", "hours": "24/7"}]},
        {"contact": [LINE], "checked": None},
        {"contact": [LINE], "helps_with": ["hate-crime"]},
        {"contact": [LINE], "status": "closed"},
        {"contact": [LINE], "status": "not-yet"},
        {"contact": [LINE], "checked": CHECKED | {"on": "2025-01-01"}},
        {"contact": []},
    ],
    ids=str,
)
def test_a_line_that_may_not_answer_anyone_is_not_offered(changes: dict[str, object]) -> None:
    assert offered(a_service(**changes)) is None


def test_a_retired_number_is_not_offered() -> None:
    assert offered(a_service(contact=[LINE]), retired=["0808 168 9111"]) is None


def test_the_first_line_that_fits_is_offered_past_those_that_do_not() -> None:
    office = {"phone": "01632 960001", "hours": "Mo-Fr 09:00-17:00"}
    assert offered(a_service(contact=[office, LINE])) == ("victim-support-cumbria", "0808 168 9111")


def test_the_nearer_service_is_offered_before_the_wider() -> None:
    wide = a_service(id="wide", areas=["uk"], contact=[LINE])
    near = a_service(id="near", contact=[{"phone": "01632 960001", "hours": "24/7"}])
    assert offered(wide, near) == ("near", "01632 960001")


def test_a_service_that_takes_nobody_now_is_offered_last() -> None:
    paused = a_service(id="paused", status="paused", contact=[LINE])
    wide = a_service(id="wide", areas=["uk"], contact=[LINE])
    assert offered(paused, wide) == ("wide", "0808 168 9111")


def test_nobody_is_offered_where_there_is_no_service() -> None:
    assert offered() is None
