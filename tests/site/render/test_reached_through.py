"""The page, the card and the small card of a service that is reached through another."""

from __future__ import annotations

import re
from typing import Any

import pytest

from generator.site.render.directory_pages import card_pages, directory_pages
from generator.site.render.finder import finder_pages
from generator.site.render.single_pages import professional_pages
from tests.builders import CHECKED, a_service
from tests.sites import some_templates

HUB: dict[str, Any] = {"id": "hub", "name": "Harbour Hub", "contact": [{"phone": "01632 960111"}]}
ISVA = a_service(id="advisers", name="Advisers", kind="isva", contact=[], reached_through="hub")


def bodies(hub: dict[str, Any] | None = None, makers: tuple[Any, ...] = (directory_pages,)) -> dict[str, str]:
    templates = some_templates(a_service(**(HUB | (hub or {}))), ISVA)
    return {page.address: page.body for make in makers for page in make(templates)}


def words(body: str) -> str:
    return " ".join(re.sub("<[^>]*>", " ", body).split())


def test_its_page_shows_the_number_under_the_name_of_the_other() -> None:
    body = bodies()["services/advisers/"]

    assert "Through: Harbour Hub You get this help through that service." in words(body)
    assert '<a href="/services/hub/">Harbour Hub</a></h3>' in body
    assert 'href="tel:+441632960111"' in body
    assert "We do not have a number" not in body


def test_what_the_other_promises_and_its_line_for_when_it_is_closed_are_said_as_on_its_own_page() -> None:
    desk = {"phone": "01632 960111", "label": "Desk", "hours": "Mo-Fr 09:00-17:00; PH off"}
    night = {"phone": "01632 960112", "label": "Night line", "when_closed": "Desk"}
    hub = {"contact": [desk, night, {"form": "https://hub.example.org/write"}], "response": "Within a day."}
    site = bodies(hub)

    for address in ("services/hub/", "services/advisers/"):
        said = words(site[address])
        assert said.count("How soon they answer: Within a day.") == 1
        assert "We do not know how soon they reply" not in said
        assert "01632 960112 Open when this is closed: Desk." in said
        assert site[address].count("data-week=") == 2


def test_the_page_of_the_other_says_what_is_on_offer_within_it() -> None:
    body = bodies()["services/hub/"]

    assert 'You can also get this help here</h2>\n<ul class="plain">\n<li><a href="/services/advisers/">' in body


@pytest.mark.parametrize(
    ("hub", "said"),
    [
        ({"checked": None}, "We are checking how to get in touch. We only show a number"),
        ({"status": "closed"}, "That service has closed. We are finding out how to reach this one."),
        ({"closed_on": "2026-11-20"}, "That service has closed."),
        ({"status": "not-yet"}, "That service has not started yet."),
    ],
)
def test_a_closed_or_unchecked_other_is_said_and_its_number_is_not(hub: dict[str, Any], said: str) -> None:
    body = bodies(hub)["services/advisers/"]

    assert said in words(body)
    assert "960111" not in body


def test_the_age_of_the_other_is_said_at_its_number() -> None:
    old = {"checked": CHECKED | {"on": "2025-11-20"}}

    said = re.findall(r'<p class="status strong"[^>]*>Nobody has checked', bodies(old)["services/advisers/"])
    assert [("hidden" in one) for one in said] == [True, False]


def test_a_card_in_a_list_names_the_other_before_its_number() -> None:
    body = bodies(makers=(finder_pages,))["kinds/isva/"]

    assert "Through: Harbour Hub Call 01632 960111" in words(body)


def test_its_small_card_holds_the_number_and_no_name() -> None:
    body = bodies(makers=(card_pages,))["services/advisers/card/"]

    assert "01632 960111" in body
    assert "Harbour" not in words(body)


def test_professionals_read_whom_to_ring() -> None:
    body = bodies(makers=(professional_pages,))["professionals/"]

    assert "Through: Harbour Hub Call 01632 960111" in words(body)


def test_professionals_read_when_its_lines_are_open_as_on_every_other() -> None:
    desk = {"phone": "01632 960111", "label": "Desk", "hours": "Mo-Fr 09:00-17:00; PH off"}
    night = {"phone": "01632 960112", "label": "Night line", "when_closed": "Desk"}
    said = words(bodies({"contact": [desk, night, {"phone": "01632 960113"}]}, (professional_pages,))["professionals/"])

    assert said.count("01632 960112 Night line. Open when this is closed: Desk.") == 2
    assert said.count("01632 960113 Hours not known.") == 2


def test_professionals_read_the_name_of_the_one_whose_number_it_is() -> None:
    third = a_service(id="third", name="Quay Advice", contact=[{"phone": "01632 960333"}])
    hub = a_service(**HUB | {"contact": [], "reached_through": "third"})
    page = next(professional_pages(some_templates(third, hub, ISVA)))

    assert words(page.body).count("Through: Quay Advice Call 01632 960333") == 2
    assert "Through: Harbour Hub" not in words(page.body)
