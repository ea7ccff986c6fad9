"""The questions of a campaign's own plan that nobody has answered yet."""

from __future__ import annotations

from generator.staff.planning.readiness import oasis
from tests.builders import a_campaign, an_edition

WHOLE = {
    "audiences": ["everyone"],
    "objective": "People know whom to call.",
    "insight": "Few do.",
    "measures": "Calls.",
}


def test_every_field_that_is_not_there_is_named() -> None:
    (plan,) = oasis(an_edition(a_campaign()))

    assert plan.missing == ("objective", "audiences", "insight", "measures")
    assert plan.results_later


def test_everyone_is_an_answer_where_somebody_wrote_it() -> None:
    (plan,) = oasis(an_edition(a_campaign(**WHOLE)))

    assert plan.missing == ()


def test_results_are_asked_for_from_the_day_after_the_first_confirmed_run() -> None:
    def missing(now: str, **changes: object) -> tuple[str, ...]:
        (plan,) = oasis(an_edition(a_campaign(**WHOLE | changes), now=now))
        return tuple(plan.missing)

    assert missing("2027-02-28 23:00") == ()
    assert missing("2027-03-01 09:00") == ("results",)
    assert missing("2027-03-01 09:00", results="Forty people called.") == ()
    assert missing("2027-03-01 09:00", runs=[{"from": "2027-02-01", "to": "2027-02-28"}]) == ()


def test_campaigns_stand_by_id() -> None:
    plans = oasis(an_edition(a_campaign(id="b"), a_campaign(id="a")))

    assert [plan.campaign.id for plan in plans] == ["a", "b"]
