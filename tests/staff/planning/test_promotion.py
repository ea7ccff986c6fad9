"""The services that no campaign leads to."""

from __future__ import annotations

from generator.staff.planning.readiness import never_promoted
from tests.builders import a_campaign, a_service, an_edition


def test_a_service_that_a_campaign_names_is_promoted_whenever_that_was() -> None:
    left, named = a_service(id="left"), a_service(id="named")

    assert [one.id for one in never_promoted(an_edition(left, named, a_campaign(services=["named"])))] == ["left"]


def test_a_service_that_lists_do_not_lead_to_need_not_be() -> None:
    closed = a_service(id="closed", status="closed", closed_on="2026-01-01")
    not_yet = a_service(id="not-yet", status="not-yet")

    assert never_promoted(an_edition(closed, not_yet)) == ()


def test_they_stand_by_name() -> None:
    services = [a_service(id="one", name="b"), a_service(id="two", name="C"), a_service(id="three", name="A")]

    assert [str(one.name) for one in never_promoted(an_edition(*services))] == ["A", "b", "C"]
