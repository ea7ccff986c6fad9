"""A service that is reached through another: that one's contacts, its rules, its age; never round in a circle."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.contact import Contact
from generator.model.service import Service
from tests.builders import CHECKED, a_service, an_edition

HUB = {"id": "hub", "name": "Harbour Hub", "contact": [{"phone": "01632 960111"}]}


def within(**changes: Any) -> Service:
    """A service without a contact of its own."""
    return a_service(**({"id": "isva", "name": "Advisers", "contact": [], "reached_through": "hub"} | changes))


def shown(contacts: tuple[Contact, ...]) -> list[str]:
    return [one.shown for one in contacts]


def test_the_contact_of_the_other_is_the_way_to_it() -> None:
    service = within()
    edition = an_edition(a_service(**HUB), service)

    found = edition.through(service)
    assert found is not None
    assert found[0].id == "hub"
    assert shown(edition.ways(service)) == ["01632 960111"]
    assert edition.contacts(service) == ()


def test_its_own_contact_comes_first() -> None:
    service = within(contact=[{"phone": "01632 960222"}])

    assert shown(an_edition(a_service(**HUB), service).ways(service)) == ["01632 960222", "01632 960111"]


@pytest.mark.parametrize(
    "hub",
    [
        {"checked": None},
        {"status": "closed"},
        {"closed_on": "2026-11-22"},
        {"status": "not-yet"},
        {"for": "professionals"},
        {"for": "people-who-harm"},
        {"kind": "behaviour-change"},
        {"contact": [{"phone": "01632 960111", "for": "professionals"}]},
        {"contact": []},
    ],
    ids=str,
)
def test_what_the_other_does_not_show_is_not_shown_here(hub: dict[str, Any]) -> None:
    service = within()
    edition = an_edition(a_service(**(HUB | hub)), service)

    assert (edition.through(service), edition.ways(service)) == (None, ())


def test_a_retired_number_is_not_shown_by_this_way_either() -> None:
    service = within()

    assert an_edition(a_service(**HUB), service, retired=["01632 960111"]).ways(service) == ()


def test_a_service_that_does_not_exist_is_no_way() -> None:
    service = within(reached_through="nobody")

    assert an_edition(service).ways(service) == ()


def test_the_other_may_be_reached_through_a_third() -> None:
    service, middle = within(), within(id="hub", reached_through="first")
    edition = an_edition(a_service(**(HUB | {"id": "first"})), middle, service)

    found = edition.through(service)
    assert found is not None
    assert found[0].id == "first"


def test_a_ring_ends() -> None:
    service, other = within(reached_through="b"), within(id="b", reached_through="isva")

    assert an_edition(service, other).through(service) is None


def test_where_the_other_is_old_this_one_is_too() -> None:
    old = a_service(**(HUB | {"checked": CHECKED | {"on": "2025-11-20"}}))
    service = within()
    edition = an_edition(old, service)

    assert (edition.freshness(service), edition.is_old(service)) == ("fresh", True)
    assert edition.old_on(service) == edition.overdue_on(old)
    assert not an_edition(a_service(**HUB), service).is_old(service)


def test_a_service_with_a_way_through_another_stands_among_those_that_can_be_reached() -> None:
    silent = a_service(id="a-silent", name="A silent one", contact=[])
    service = within()

    assert [one.id for one in an_edition(a_service(**HUB), silent, service).in_order((silent, service))] == [
        "isva",
        "a-silent",
    ]


def test_what_is_reached_through_one_is_on_offer_within_it_where_lists_lead_to_it() -> None:
    hub = a_service(**HUB)
    edition = an_edition(
        hub, within(), within(id="gone", status="closed"), within(id="theirs", **{"for": "professionals"})
    )

    assert [one.id for one in edition.offered_within(hub)] == ["isva"]
