"""An edition -> the services that want a check, the most urgent first."""

from __future__ import annotations

from datetime import date

from generator.model.service import Service
from generator.staff.planning.checks_due import due_for_check
from tests.builders import a_service, an_edition


def checked(on: str, **changes: object) -> Service:
    return a_service(checked={"on": on, "by": "A", "how": "phoned"}, **changes)


def due(*services: Service, now: str = "2026-11-22 09:00") -> list[tuple[str, date | None, str]]:
    return [(one.service.id, one.since, one.freshness) for one in due_for_check(an_edition(*services, now=now))]


def test_a_fresh_service_is_not_due() -> None:
    assert due(checked("2026-11-20")) == []


def test_a_service_is_not_due_on_the_last_day_of_its_interval() -> None:
    assert due(checked("2026-11-20"), now="2027-05-19 23:59") == []


def test_a_service_is_due_the_day_after_its_interval() -> None:
    assert due(checked("2026-11-20"), now="2027-05-20 00:00") == [("victim-support-cumbria", date(2027, 5, 20), "due")]


def test_a_crisis_line_is_due_sooner() -> None:
    assert due(checked("2026-11-20", kind="helpline"), now="2027-02-19 09:00") == [
        ("victim-support-cumbria", date(2027, 2, 19), "due")
    ]


def test_twice_the_interval_is_overdue() -> None:
    assert due(checked("2026-11-20"), now="2027-11-16 09:00") == [
        ("victim-support-cumbria", date(2027, 5, 20), "overdue")
    ]


def test_a_closed_service_wants_no_check() -> None:
    assert due(checked("2020-01-01", status="closed")) == []


def test_a_service_that_will_close_wants_its_check_until_then() -> None:
    assert due(checked("2026-05-01", closed_on="2026-11-23")) == [("victim-support-cumbria", date(2026, 10, 29), "due")]


def test_a_paused_service_wants_its_check() -> None:
    assert [one[0] for one in due(checked("2026-05-01", status="paused"))] == ["victim-support-cumbria"]


def test_a_contact_that_nobody_checked_wants_one() -> None:
    assert due(a_service(checked=None)) == [("victim-support-cumbria", None, "unchecked")]


def test_a_fresh_service_with_one_unchecked_contact_wants_a_check() -> None:
    one = {"phone": "01632 960001", "checked": {"on": "2026-11-20", "by": "A", "how": "phoned"}}
    service = a_service(checked=None, contact=[one, {"phone": "01632 960002"}])
    assert [one[2] for one in due(service)] == ["fresh"]


def test_a_service_without_a_contact_and_without_a_check_is_left_out() -> None:
    assert due(a_service(checked=None, contact=[])) == []


def test_the_most_urgent_is_first_then_the_longest_due_then_by_id() -> None:
    services = [
        a_service(id="unchecked", checked=None),
        checked("2026-05-20", id="due-b"),
        checked("2026-05-20", id="due-a"),
        checked("2026-05-01", id="due-longer"),
        checked("2025-01-01", id="overdue"),
    ]
    assert [one[0] for one in due(*services)] == ["overdue", "due-longer", "due-a", "due-b", "unchecked"]
