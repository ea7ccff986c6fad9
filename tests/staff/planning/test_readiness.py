"""What a coming run still needs, looked at 6 weeks, 2 weeks and within 2 days it begins."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from generator.model.campaign import Campaign, Picture
from generator.staff.planning.readiness import Readiness, readiness
from generator.staff.planning.runs import Period, planned_runs
from tests.builders import a_campaign, a_post, a_run, an_edition

SIGNED = {"by": "Head of communications", "on": "2026-11-20"}
LONG_AGO_AND_FAR_AHEAD = Period(date(2026, 1, 1), date(2028, 12, 31))
HARBOUR = {"image": {"file": "images/harbour.png", "alt": "A lighthouse at night"}}


def of(campaign: Campaign, now: str = "2026-11-22 09:00", **changes: Any) -> Readiness:
    edition = an_edition(campaign, now=now, **changes)
    (one,) = readiness(edition, planned_runs(edition, LONG_AGO_AND_FAR_AHEAD))
    return one


def test_a_run_with_dates_words_a_picture_and_a_sign_off_is_ready() -> None:
    one = of(a_campaign(runs=[a_run(signed_off=SIGNED)]))

    assert (one.missing, one.picture, len(one.posts)) == ((), "drawn", 1)


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"runs": [a_run()]}, ("sign-off",)),
        ({"runs": [a_run(signed_off=SIGNED, confirmed=None)]}, ("dates",)),
        ({"runs": [a_run(signed_off=SIGNED)], "posts": []}, ("words",)),
        ({"runs": [a_run(signed_off=SIGNED)], "posts": [a_post(withdrawn="true")]}, ("words",)),
        ({"runs": [a_run(signed_off=SIGNED)], "posts": [a_post(at="2027-03-01 09:00")]}, ("words",)),
        ({"runs": [a_run(signed_off=SIGNED)], **HARBOUR}, ("picture",)),
        (
            {"runs": [a_run(signed_off=SIGNED)], "posts": [a_post(image=HARBOUR["image"] | {"alt": "a" * 201})]},
            ("alt text", "picture"),
        ),
        ({"runs": [a_run(confirmed=None)], "posts": []}, ("dates", "words", "sign-off")),
    ],
)
def test_each_thing_that_is_not_there_is_named(changes: dict[str, Any], missing: tuple[str, ...]) -> None:
    assert of(a_campaign(**changes)).missing == missing


def test_a_picture_that_is_there_is_its_own() -> None:
    file = Picture("images/harbour.png", "image/png", 1000)
    one = of(a_campaign(runs=[a_run(signed_off=SIGNED)], **HARBOUR), pictures={file.file: file})

    assert (one.missing, one.picture) == ((), "own")


@pytest.mark.parametrize(
    ("days", "look", "next_in"),
    [
        (43, "", 1),
        (42, "within 6 weeks", 28),
        (15, "within 6 weeks", 1),
        (14, "within 2 weeks", 12),
        (3, "within 2 weeks", 1),
        (2, "within 2 days", None),
        (1, "within 2 days", None),
        (0, "on now", None),
        (-3, "on now", None),
    ],
)
def test_the_three_looks(days: int, look: str, next_in: int | None) -> None:
    today = date(2027, 2, 1) - timedelta(days=days)
    one = of(a_campaign(), now=f"{today} 09:00")

    assert (one.near, one.days, one.is_late) == (look, days, look != "")
    assert one.next_look == (None if next_in is None else today + timedelta(days=next_in))


def test_a_run_that_is_over_is_not_looked_at() -> None:
    edition = an_edition(a_campaign(), now="2027-03-01 09:00")

    assert readiness(edition, planned_runs(edition, LONG_AGO_AND_FAR_AHEAD)) == ()


def test_a_ready_run_is_never_late() -> None:
    assert not of(a_campaign(runs=[a_run(signed_off=SIGNED)]), now="2027-01-31 09:00").is_late
