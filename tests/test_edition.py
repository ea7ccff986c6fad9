from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from generator.edition import Edition
from generator.model.service import Service
from tests.builders import CHECKED, a_catalogue, a_service, an_edition, at


def checked(on: str) -> dict[str, str]:
    return CHECKED | {"on": on}


def test_the_day_of_an_edition_is_the_day_in_the_united_kingdom() -> None:
    late_in_summer = datetime(2027, 7, 1, 23, 30, tzinfo=UTC)

    assert Edition(a_catalogue(), late_in_summer).today == date(2027, 7, 2)


# Freshness: 2026-01-01 and 90 days is 1 April, 180 days 30 June, 360 days 27 December.


@pytest.mark.parametrize(
    ("kind", "today", "freshness"),
    [
        ("helpline", "2026-01-01", "fresh"),
        ("helpline", "2026-04-01", "fresh"),
        ("helpline", "2026-04-02", "due"),
        ("helpline", "2026-06-30", "due"),
        ("helpline", "2026-07-01", "overdue"),
        ("refuge", "2026-04-02", "due"),
        ("sarc", "2026-07-01", "overdue"),
        ("victim-hub", "2026-04-02", "fresh"),
        ("victim-hub", "2026-06-30", "fresh"),
        ("victim-hub", "2026-07-01", "due"),
        ("victim-hub", "2026-12-27", "due"),
        ("victim-hub", "2026-12-28", "overdue"),
    ],
)
def test_a_check_grows_old_by_what_the_kind_of_service_needs(kind: str, today: str, freshness: str) -> None:
    service = a_service(kind=kind, checked=checked("2026-01-01"))

    assert an_edition(service, now=f"{today} 12:00").freshness(service) == freshness


def test_of_several_kinds_the_shortest_time_between_checks_holds() -> None:
    service = a_service(kind="victim-hub", kinds=["counselling", "refuge"], checked=checked("2026-01-01"))

    assert an_edition(service, now="2026-04-01 12:00").freshness(service) == "fresh"
    assert an_edition(service, now="2026-04-02 12:00").freshness(service) == "due"


def test_a_check_grows_old_at_midnight_in_the_united_kingdom() -> None:
    service = a_service(kind="helpline", checked=checked("2026-04-01"))

    assert an_edition(service, now="2026-06-30 23:59").freshness(service) == "fresh"
    assert an_edition(service, now="2026-07-01 00:00").freshness(service) == "due"


def test_a_service_is_due_on_the_first_day_that_is_not_fresh() -> None:
    service = a_service(kind="helpline", checked=checked("2026-01-01"))

    assert an_edition(service).due_on(service) == date(2026, 4, 2)


def test_a_service_that_nobody_checked_is_unchecked_and_never_due() -> None:
    service = a_service(checked=None)
    edition = an_edition(service)

    assert (edition.freshness(service), edition.due_on(service)) == ("unchecked", None)


def test_without_a_check_of_its_own_a_service_is_as_old_as_its_oldest_contact() -> None:
    contact = [
        {"phone": "01632 960001", "checked": checked("2026-11-20")},
        {"phone": "01632 960002", "checked": checked("2026-10-01")},
    ]
    check = an_edition().last_check(a_service(checked=None, contact=contact))

    assert check is not None
    assert check.on == date(2026, 10, 1)


# Contacts


def test_a_contact_is_shown_once_somebody_checked_it_or_its_service() -> None:
    contact = [{"phone": "01632 960001"}, {"phone": "01632 960002", "checked": CHECKED}]
    by_itself, by_service = a_service(checked=None, contact=contact), a_service(contact=contact)
    edition = an_edition()

    assert [shown.shown for shown in edition.contacts(by_itself)] == ["01632 960002"]
    assert edition.withholds_a_contact(by_itself)
    assert len(edition.contacts(by_service)) == 2
    assert not edition.withholds_a_contact(by_service)


@pytest.mark.parametrize("retired", ["01632 960001", "01632960001", "+44 1632 960001"])
@pytest.mark.parametrize("contact", [{"phone": "01632 960001"}, {"textphone": "18001 01632 960001"}])
def test_a_retired_number_is_not_shown_however_it_is_written(retired: str, contact: dict[str, str]) -> None:
    service = a_service(contact=[contact])

    assert an_edition(service, retired=[retired]).contacts(service) == ()


# Lists


@pytest.mark.parametrize(
    ("fields", "listed"),
    [
        ({}, True),
        ({"status": "paused"}, True),
        ({"status": "not-yet"}, False),
        ({"status": "closed"}, False),
        ({"closed_on": "2026-11-23"}, True),
        ({"closed_on": "2026-11-22"}, False),
    ],
)
def test_lists_lead_to_services_that_have_begun_and_not_closed(fields: dict[str, str], listed: bool) -> None:
    assert an_edition().is_listed(a_service(**fields)) is listed


def order(*services: Service, area: str | None = None) -> list[str]:
    return [service.id for service in an_edition(*services).in_order(services, area)]


def test_narrow_comes_before_wide_then_names_decide() -> None:
    assert order(
        a_service(id="d", name="zebra", areas=["uk"]),
        a_service(id="c", name="ant", areas=["uk"]),
        a_service(id="b", name="Zebra", areas=["cumberland"]),
        a_service(id="a", name="Badger", areas=["uk", "cumbria"]),
    ) == ["b", "a", "c", "d"]


DAY_AND_NIGHT = (
    {"phone": "0808 157 0000", "hours": "24/7"},
    {"text": "0808 157 0000", "hours": "24/7"},
    {"textphone": "0808 157 0000", "hours": "24/7"},
    {"chat": "https://chat.example.org", "hours": "24/7"},
)
NOT_AT_NIGHT = (
    {"phone": "0808 157 0000", "hours": "24/7", "label": "Answerphone"},
    {"phone": "0808 157 0000", "hours": "24/7", "for": "professionals"},
    {"phone": "0808 157 0000", "hours": "Mo-Su 08:00-23:00"},
    {"form": "https://form.example.org", "hours": "24/7"},
    {"email": "help@example.org", "hours": "24/7"},
    {"website": "https://www.example.org", "hours": "24/7"},
)


@pytest.mark.parametrize("contact", [*DAY_AND_NIGHT, *NOT_AT_NIGHT], ids=str)
def test_who_answers_at_any_hour_comes_first(contact: dict[str, str]) -> None:
    by_day = {"phone": "01632 960001"}
    night = a_service(id="z", areas=["uk"], contact=[by_day, contact])
    expected = ["z", "a"] if contact in DAY_AND_NIGHT else ["a", "z"]

    assert order(a_service(id="a"), night) == expected


def test_in_an_area_what_is_near_comes_before_who_answers_at_any_hour() -> None:
    wide = a_service(id="wide", areas=["uk"], contact=[DAY_AND_NIGHT[0]])
    night = a_service(id="night", contact=[DAY_AND_NIGHT[0]])

    assert order(wide, night, a_service(id="day"), area="cumbria") == ["night", "day", "wide"]


def test_in_an_area_what_names_it_comes_first() -> None:
    services = (a_service(id="part", areas=["cumberland"]), a_service(id="here"), a_service(id="wide", areas=["uk"]))

    assert order(*services, area="cumbria") == ["here", "part", "wide"]


@pytest.mark.parametrize(
    "later",
    [
        {"checked": {"on": "2025-01-01", "by": "us", "how": "phoned"}},
        {"status": "paused"},
        {"checked": None},
        {"kind": "information"},
    ],
)
def test_what_is_doubtful_or_hard_to_reach_comes_later_even_if_it_is_nearer(later: dict[str, Any]) -> None:
    services = (a_service(id="a", areas=["cumberland"], **later), a_service(id="b", areas=["uk"]))

    assert order(*services) == ["b", "a"]


def test_equal_services_keep_one_order() -> None:
    assert order(a_service(id="b"), a_service(id="a")) == ["a", "b"]


def test_a_moment_may_come_from_any_clock() -> None:
    service = a_service(closed_on="2027-07-02")

    assert Edition(a_catalogue(service), at("2027-07-02 00:00").astimezone(UTC)).is_closed(service)
