"""Points of a service: what a reader sees of many places, on its page, by area, by postcode and in the search."""

from __future__ import annotations

import re
from typing import Any

import pytest

from generator.model.place import Area
from generator.site.build import Build
from tests.builders import CHECKED, a_service
from tests.sites import a_publication, page_at

SERVICE = "services/victim-support-cumbria/"
AREAS = {
    "cumbria": Area(name="Cumbria"),
    "eden": Area(name="Eden", within="cumbria"),
    "copeland": Area(name="Copeland", within="cumbria"),
}
LONG_AGO = {"on": "2026-01-02", "by": "The team", "how": "phoned"}


def a_point(**changes: Any) -> dict[str, Any]:
    return {"name": "Harbour Library", "area": "eden", "address": "2 High Street", "postcode": "CA11 2AU"} | changes


def with_points(*points: dict[str, Any], **changes: Any) -> Build:
    return a_publication(a_service(points=list(points), **changes), areas=AREAS, now="2026-11-22 09:00")


def section(build: Build, address: str = SERVICE) -> str:
    """What a page says of points, as a reader meets it."""
    found = re.search(r'<section class="points".*?</section>', page_at(address, build).body, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", found[0]).split()) if found else ""


def test_a_point_says_where_it_is_when_somebody_is_there_and_how_to_reach_it() -> None:
    point = a_point(
        hours="Tu 10:00-12:00; PH off",
        contact=[{"phone": "01632 960009", "label": "Desk", "hours": "Tu 10:00-11:00; PH off"}],
        note="Ask for Sam.",
        directions="By the lift.",
    )

    assert section(with_points(point)) == (
        "Where you can meet them Eden Harbour Library , 2 High Street, CA11 2AU "
        "Tuesday, 10am to noon. Closed on bank holidays. By the lift. Ask for Sam. "
        "Call Desk 01632 960009 Tuesday, 10am to 11am. Closed on bank holidays."
    )


@pytest.mark.parametrize(
    ("contact", "said"),
    [
        ({"phone": "0306 999 0009", "cost": "local"}, "0306 999 0009 Costs the same as a call to an 01 or 02 number."),
        ({"phone": "01632 960009"}, "01632 960009"),
        ({"phone": "0808 157 0009"}, "0808 157 0009 Free to call."),
        ({"text": "01632 960009", "cost": "free"}, "01632 960009 Free to text."),
    ],
)
def test_a_call_to_a_point_says_what_it_costs_as_a_call_to_a_service_does(contact: dict[str, str], said: str) -> None:
    assert section(with_points(a_point(contact=[contact]))).endswith(said)


def test_on_the_page_of_its_area_a_point_says_whose_it_is() -> None:
    build = with_points(a_point())

    assert "Places to go Harbour Library ( Victim Support ), 2 High Street" in section(build, "where/eden/")
    assert section(build, "where/copeland/") == ""


def test_a_place_of_a_service_stands_on_the_page_of_its_area_too() -> None:
    build = with_points(places=[{"name": "Office", "area": "copeland", "address": "1 Low Street"}])

    assert "Places to go Office ( Victim Support ), 1 Low Street" in section(build, "where/copeland/")


@pytest.mark.parametrize("kind", ["places", "points"])
@pytest.mark.parametrize(
    ("show", "seen"), [("never", set()), ("area", {"Harbour Library"}), ("full", {"Harbour Library", "High Street"})]
)
def test_no_file_says_more_of_a_point_than_may_be_seen(kind: str, show: str, seen: set[str]) -> None:
    more = {"note": "Knock twice.", "hours": "Tu 10:00-12:00", "contact": [{"phone": "01632 960009"}]}
    place = a_point(show=show, directions="Past the mill.") | (more if kind == "points" else {})
    build = with_points(places=[place]) if kind == "places" else with_points(place)
    files = [*(page.body for page in build.pages), *(one.data.decode("latin-1") for one in build.downloads)]
    every = "\n".join(files).lower()

    assert {word for word in ("Harbour Library", "High Street") if word.lower() in every} == seen
    assert ("ca11" in every) is ("past the mill" in every) is (show == "full")
    if kind == "points":
        assert ("knock twice" in every) is ("960009" in every) is (show != "never")


def test_a_service_is_found_by_the_name_of_its_point() -> None:
    index = next(one.data for one in with_points(a_point()).downloads if one.path == "assets/search/en.json")

    assert "~harbour library" in index.decode()


def test_the_points_of_a_secret_kind_are_secret_unless_they_say_otherwise() -> None:
    build = with_points(a_point(), a_point(name="Quay Cafe", show="area"), kind="refuge")

    assert section(build) == "Where you can meet them Eden Quay Cafe"


def test_a_point_that_nobody_checked_says_neither_times_nor_number() -> None:
    point = a_point(hours="Tu 10:00-12:00; PH off", contact=[{"phone": "01632 960009"}])

    assert section(with_points(point, checked=None)).endswith(
        "We are checking the times here, and how to get in touch."
    )
    assert "960009" not in section(with_points(point, checked=None))
    assert "960009" in section(with_points(point | {"checked": CHECKED}, checked=None))


def test_a_number_that_is_retired_is_shown_at_no_point() -> None:
    service = a_service(points=[a_point(contact=[{"phone": "01632 960009"}])])
    build = a_publication(service, areas=AREAS, retired=("01632 960009",))

    assert "960009" not in section(build)


@pytest.mark.parametrize(
    ("checked", "shown", "hidden"),
    [
        (CHECKED, "", "Call first"),
        ({"on": "2026-05-01", "by": "The team", "how": "phoned"}, "due for a check", "Call first"),
        (LONG_AGO | {"on": "2025-11-01"}, "Call first", "due for a check"),
    ],
)
def test_an_old_check_of_one_point_ages_that_point_alone(checked: Any, shown: str, hidden: str) -> None:
    body = page_at(SERVICE, with_points(a_point(checked=checked), a_point(name="Other"))).body
    notes = re.findall(
        r'<p class="status[^>]*>[^<]*', body.partition('<section class="points"')[2].partition("</ul>")[0]
    )

    assert len(notes) == 2
    assert [hidden in one for one in notes if " hidden" in one].count(True) == 1
    assert not shown or any(shown in one and " hidden" not in one for one in notes)
    assert "Nobody has checked these details for a long time" not in [
        one for one in re.findall(r"<p class=\"status strong\"([^>]*)>", body) if "hidden" not in one
    ]


def test_a_postcode_leads_to_the_area_of_the_points_there() -> None:
    build = with_points(a_point(), a_point(name="Quay", postcode="CA28 1AA", show="never"))
    body = page_at("where/", build).body

    assert re.findall(r'data-districts="([^"]*)" data-name="([^"]*)"', body) == [("CA11", "Eden")]


def test_an_area_with_no_service_of_its_own_has_a_page_for_the_point_there() -> None:
    areas = AREAS | {"kent": Area(name="Kent")}
    build = a_publication(a_service(points=[a_point(area="kent")]), areas=areas)

    assert "Harbour Library" in page_at("where/kent/", build).body
    assert 'href="/where/kent/"' in page_at("where/", build).body


def test_points_of_what_is_for_others_stand_on_no_page_of_an_area() -> None:
    for meant_for in ("professionals", "people-who-harm"):
        build = with_points(a_point(), **{"for": meant_for})
        assert [page.address for page in build.pages if page.address.startswith("where/eden")] == []


def test_a_number_at_a_point_for_professionals_stands_on_their_page_alone() -> None:
    build = with_points(a_point(contact=[{"phone": "01632 960009", "for": "professionals"}]))

    assert [page.address for page in build.pages if "960009" in page.body] == ["professionals/"]


def test_many_points_are_parted_by_area_and_each_part_is_led_to() -> None:
    areas = {"cumbria": Area(name="Cumbria")} | {f"d{n}": Area(name=f"Part {n}", within="cumbria") for n in range(5)}
    points = [a_point(name=f"Point {n}", area=f"d{n % 5}") for n in range(33)] + [a_point(name="Last", area=None)]
    body = page_at(SERVICE, a_publication(a_service(points=points), areas=areas)).body

    ids = re.findall(r'<h3 id="([^"]+)">', body)
    assert ids == [*(f"points-d{n}" for n in range(5)), "no-area"]
    assert all(f'href="#{one}"' in body for one in ids)
    assert body.count("<b>Point ") == 33
