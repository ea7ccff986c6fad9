from __future__ import annotations

from datetime import date
from typing import Any

from generator.model.awareness_dates import AwarenessDate
from generator.staff.planning.special_days import awareness_between, not_announced


def a_date(
    name: str = "a-day", first: str | None = "2027-02-10", last: str | None = None, **changes: Any
) -> AwarenessDate:
    year = {"from": first, "to": last or first, "status": "fixed"} if first else {"status": "not announced"}
    given = {"id": name, "name": "A day", "rule": "fixed", "certainty": "fixed", "about": ["hate-crime"]}
    return AwarenessDate.model_validate(
        given | {"audiences": ["lgbt"], "source": "the calendar", "years": {"2027": year}} | changes
    )


def ids(
    *known: AwarenessDate, first: date = date(2027, 2, 1), last: date = date(2027, 2, 28), **kept: Any
) -> list[str]:
    return [falls.what.id for falls in awareness_between(known, first, last, **kept)]


def test_what_touches_the_span_is_found_soonest_first() -> None:
    month = a_date("a-month", "2027-01-15", "2027-02-01")
    edge = a_date("the-last-day", "2027-02-28", "2027-03-05")

    assert ids(edge, a_date(), month, a_date("march", "2027-03-01"), a_date("january", "2027-01-31")) == [
        "a-month",
        "a-day",
        "the-last-day",
    ]


def test_ties_stand_by_id() -> None:
    assert ids(a_date("b"), a_date("a")) == ["a", "b"]


def test_it_can_be_narrowed_to_what_a_campaign_is_about_and_for() -> None:
    assert ids(a_date(), about=["hate-crime", "fgm"], audiences=["lgbt"]) == ["a-day"]
    assert ids(a_date(), about=["fgm"]) == []
    assert ids(a_date(), audiences=["men"]) == []


def test_what_has_no_day_is_to_be_chased() -> None:
    unknown = a_date("unknown", None)

    assert ids(unknown) == []
    assert [what.id for what in not_announced([a_date(), unknown], 2027)] == ["unknown"]
    assert [what.id for what in not_announced([a_date(), unknown], 2028)] == ["a-day", "unknown"]


def test_only_a_known_day_is_sure() -> None:
    inferred = {"2027": {"from": "2027-02-10", "to": "2027-02-10", "status": "inferred"}}
    known = [a_date("a"), a_date("b", years=inferred)]

    assert [falls.is_sure for falls in awareness_between(known, date(2027, 2, 1), date(2027, 2, 28))] == [True, False]
