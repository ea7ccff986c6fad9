from __future__ import annotations

from datetime import date

import pytest

from tests.builders import a_campaign_file, a_services_yaml, wrong_with, wrong_with_campaign

RETIRED = "retired_numbers:\n  - {number: 01632-960001, was: old Supportline, source: P1}\n"
RUN = "runs: [{from: 2027-02-01, to: 2027-02-28}]"
LATEST = "is in the future; write the day it was done, 2026-11-22 at the latest"


@pytest.mark.parametrize(
    ("way", "shown"),
    [
        ("phone: 01632960001", "01632 960001"),
        ("text: +44 1632 960001", "01632 960001"),
        ("textphone: 18001 01632 960001", "18001 01632 960001"),
    ],
)
def test_a_retired_number_is_refused_however_it_is_written(way: str, shown: str) -> None:
    column = len(f"  - {way.partition(':')[0]}: ") + 5

    assert wrong_with(a_services_yaml("contact:", f"  - {way}", more=RETIRED)) == [
        f"services.yaml:14:{column}: {shown} is retired (old Supportline); take it out, or find the new number"
    ]


def test_a_retired_number_is_refused_where_someone_may_be_in_danger() -> None:
    emergency = "emergency:\n  - {say: Call, phone: 01632 960001, text: x, source: y}\n"

    assert wrong_with(a_services_yaml(more=RETIRED + emergency)) == [
        "services.yaml:16:24: 01632 960001 is retired (old Supportline); take it out, or find the new number"
    ]


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (["checked: {on: 2026-11-23, by: us, how: phoned}"], "13:19"),
        (["contact:", "  - phone: 999", "    checked: {on: 2026-11-23, by: us, how: phoned}"], "15:23"),
        (["when_you_contact: {wait: {text: Days, as_of: 2026-11-23}}"], "13:50"),
    ],
)
def test_a_check_is_not_in_the_future(lines: list[str], place: str) -> None:
    assert wrong_with(a_services_yaml(*lines)) == [f"services.yaml:{place}: 2026-11-23 {LATEST}"]


def test_a_check_may_be_of_today() -> None:
    text = a_services_yaml("checked: {on: 2026-11-23, by: us, how: phoned}")

    assert wrong_with(text, today=date(2026, 11, 23)) == []


def test_dates_are_not_confirmed_in_the_future() -> None:
    run = "  - {from: 2027-02-01, to: 2027-02-28, confirmed: {by: us, on: 2027-01-01, source: x}}"

    assert wrong_with_campaign(a_campaign_file("runs:", run)) == [f"campaigns/1.md:7:64: 2027-01-01 {LATEST}"]


def test_the_runs_of_a_campaign_do_not_overlap() -> None:
    runs = ["runs:", "  - {from: 2027-02-28, to: 2027-03-01}", "  - {from: 2027-02-01, to: 2027-02-28}"]

    assert wrong_with_campaign(a_campaign_file(*runs)) == [
        "campaigns/1.md:7:12: this run starts on 2027-02-28, before the one from 2027-02-01 ends on 2027-02-28"
    ]


def test_a_run_is_not_called_off_in_the_future() -> None:
    run = "  - {from: 2027-02-01, to: 2027-02-28, called_off: 2027-01-01}"

    assert wrong_with_campaign(a_campaign_file("runs:", run)) == [f"campaigns/1.md:7:52: 2027-01-01 {LATEST}"]


def test_a_run_that_was_called_off_makes_room_for_another_and_keeps_its_posts() -> None:
    off = "  - {from: 2027-02-01, to: 2027-02-28, called_off: 2026-11-22}"
    lines = ["runs:", off, "  - {from: 2027-02-20, to: 2027-03-10}", "posts:", post("a", "2027-02-08 09:00")]

    assert wrong_with_campaign(a_campaign_file(*lines)) == []


def post(post_id: str, at: str) -> str:
    return f"  - {{id: {post_id}, at: {at}, text: Words.}}"


def test_two_posts_do_not_share_an_id() -> None:
    lines = [RUN, "posts:", post("a", "2027-02-01 09:00"), post("a", "2027-02-02 09:00")]

    assert wrong_with_campaign(a_campaign_file(*lines)) == [
        'campaigns/1.md:9:10: "a" is already a post, at campaigns/1.md:8:10; choose another'
    ]


def test_two_posts_do_not_go_out_at_one_minute_also_from_two_campaigns() -> None:
    files = [
        a_campaign_file(RUN, "posts:", post(name, "2027-02-01 09:00"), id=f"campaign-{name}") for name in ("a", "b")
    ]

    assert wrong_with(a_services_yaml(), campaigns=files) == [
        (
            "campaigns/2.md:8:17: another post goes out at this minute, at campaigns/1.md:8:17; "
            "leave a minute or more between them"
        )
    ]


@pytest.mark.parametrize(
    ("run", "days"), [(RUN, "2027-02-01 to 2027-02-28"), ("runs: []", "there is no run yet")], ids=["a run", "none"]
)
def test_a_post_goes_out_within_a_run(run: str, days: str) -> None:
    assert wrong_with_campaign(a_campaign_file(run, "posts:", post("a", "2027-03-01 09:00"))) == [
        f"campaigns/1.md:8:17: this post goes out on 2027-03-01, outside its campaign's runs ({days})"
    ]
