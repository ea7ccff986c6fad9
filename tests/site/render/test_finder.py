"""The doors: which pages there are, which groups of services on each, in which order."""

from __future__ import annotations

import re
from typing import Any

import pytest

from generator.model.service import Service
from generator.output import Page
from generator.site.render.finder import finder_pages, what_happened_pages
from tests.builders import a_service
from tests.sites import some_templates


def doors(*services: Service) -> dict[str, Page]:
    templates = some_templates(*services)
    return {page.address: page for page in (*finder_pages(templates), *what_happened_pages(templates))}


def groups(page: Page) -> list[tuple[str, list[str]]]:
    """Each heading of the second level that has services below it, in full or in a line, with their ids in order."""
    parts = re.split(r"<h2[^>]*>(.*?)</h2>", page.body)[1:]
    found = [
        (parts[n], re.findall(r'<(?:h3|li data-areas="[^"]*")><a href="/services/([a-z0-9-]+)/"', parts[n + 1]))
        for n in range(0, len(parts), 2)
    ]
    return [(heading, ids) for heading, ids in found if ids]


AREAS = {"near": "cumbria", "inside": "cumberland", "wide": "england"}


def with_a_number(name: str, **changes: Any) -> Service:
    """A service whose number no other service of its test has."""
    number = f"01632 960{100 + sum(map(ord, name)) % 900:03}"
    return a_service(id=name, name=name, contact=[{"phone": number}], **changes)


def test_an_area_has_what_reaches_all_of_it_near_before_wide_and_below_that_the_rest_by_how_near_it_is() -> None:
    same = [{"phone": "01632 960009"}]
    services = [
        with_a_number("country", areas=["england"]),
        with_a_number("part", areas=["cumberland"]),
        with_a_number("here", areas=["cumbria"]),
        with_a_number("elsewhere", areas=["kent"]),
        *(a_service(id=f"{name}-{n}", areas=[area], contact=same) for n in "ab" for name, area in AREAS.items()),
    ]
    assert groups(doors(*services)["where/cumbria/"]) == [
        ("Services that can help", ["here", "near-a", "country"]),
        ("In Cumbria", ["near-b"]),
        ("In parts of Cumbria", ["part", "inside-a", "inside-b"]),
        ("Wider than Cumbria", ["wide-a", "wide-b"]),
    ]


def test_an_area_that_no_service_reaches_has_no_page() -> None:
    assert "where/kent/" not in doors(a_service(areas=["cumbria"]))


def test_a_crime_has_the_services_that_name_it_before_those_for_any_crime() -> None:
    services = [a_service(id="any"), a_service(id="named", helps_with=["hate-crime"])]
    assert [ids for _, ids in groups(doors(*services)["what-happened/hate-crime/"])] == [["named"], ["any"]]


def test_a_service_that_names_a_crime_and_any_crime_is_there_once() -> None:
    page = doors(a_service(helps_with=["hate-crime", "any-crime"]))["what-happened/hate-crime/"]
    assert [ids for _, ids in groups(page)] == [["victim-support-cumbria"]]


def test_an_area_beside_one_with_help_of_its_own_is_offered_too() -> None:
    services = [a_service(id="here", areas=["cumberland"]), a_service(id="wide", areas=["cumbria"])]
    page = doors(*services)["what-happened/any-crime/"]
    assert re.findall(r'data-area="([a-z-]+)', page.body) == ["cumbria", "cumberland", "westmorland-and-furness"]


def test_a_page_about_a_crime_says_that_nobody_need_tell_the_police() -> None:
    found = doors(a_service(helps_with=["hate-crime"], kind="helpline"))
    said = {address: "whether or not you tell the police" in page.body for address, page in found.items()}
    assert (said["what-happened/hate-crime/"], said["kinds/helpline/"]) == (True, False)


def test_a_number_has_its_note_beside_it_in_every_list() -> None:
    service = a_service(kind="helpline", contact=[{"phone": "01632 960001", "note": "For anyone aged 16 or over."}])
    assert "For anyone aged 16 or over." in doors(service)["kinds/helpline/"].body


def test_an_audience_without_services_has_no_page() -> None:
    assert "who/older/" not in doors(a_service())


def test_an_audience_has_the_services_made_for_it() -> None:
    page = doors(a_service(id="older", who={"audiences": ["older"]}), a_service(id="all"))["who/older/"]
    assert [ids for _, ids in groups(page)] == [["older"]]


def test_a_kind_has_its_services_and_a_kind_without_any_has_no_page() -> None:
    found = doors(a_service(kind="helpline"))
    assert [address in found for address in ("kinds/helpline/", "kinds/refuge/")] == [True, False]


def test_old_facts_come_last_and_silent_services_under_a_heading_that_says_so() -> None:
    old = {"on": "2024-01-01", "by": "A", "how": "phoned"}
    services = [
        with_a_number("a-old", kind="helpline", checked=old),
        a_service(id="b-silent", kind="helpline", contact=[]),
        with_a_number("c-fine", kind="helpline"),
    ]
    assert groups(doors(*services)["kinds/helpline/"]) == [
        ("Services that can help", ["c-fine", "a-old"]),
        ("We have no number or website for these", ["b-silent"]),
    ]


def test_help_that_answers_comes_before_help_for_this_crime_that_nobody_can_reach() -> None:
    services = [a_service(id="silent", helps_with=["hate-crime"], contact=[]), a_service(id="any")]
    assert [ids for _, ids in groups(doors(*services)["what-happened/hate-crime/"])] == [["any"], ["silent"]]


LINE = [{"phone": "0808 157 0000", "hours": "24/7"}]


def called_first(page: Page) -> list[str]:
    """Whom a page says to call now, as it names them, before the first service that it lists."""
    before = page.body.partition('<ul class="cards">')[0]
    return re.findall(r'<a href="/services/([a-z0-9-]+)/">', before.partition("Talk to someone now")[2])


@pytest.mark.parametrize(
    "address",
    [
        "what-happened/hate-crime/",
        "what-happened/hate-crime/cumberland/",
        "what-happened/any-crime/",
        "who/men/",
        "where/cumbria/",
        "where/cumberland/",
        "kinds/helpline/",
        "kinds/counselling/",
    ],
)
def test_a_list_leads_with_whom_to_call_now_whether_or_not_it_lists_them(address: str) -> None:
    found = doors(
        a_service(id="line", kind="helpline", areas=["uk"], contact=LINE),
        a_service(id="men", who={"audiences": ["men"]}, kind="counselling"),
        a_service(id="near", areas=["cumberland"], helps_with=["hate-crime"]),
    )
    assert called_first(found[address]) == ["line"]


def test_a_page_about_a_crime_leads_with_the_line_made_for_it() -> None:
    rape = {"helps_with": ["sexual-violence"], "kind": "rape-crisis", "areas": ["uk"]}
    every = a_service(id="hub", areas=["uk"], contact=LINE)
    other = [{"phone": "0808 157 0001", "hours": "24/7"}]
    for_all = doors(every, a_service(id="rape", contact=other, **rape))
    for_some = doors(every, a_service(id="rape", contact=other, who={"ages": {"from": 16}}, **rape))
    alone = doors(a_service(id="rape", contact=other, who={"ages": {"from": 16}, "text": "Anyone over 16."}, **rape))
    page = "what-happened/sexual-violence/"

    assert [called_first(found[page]) for found in (for_all, for_some, alone)] == [["rape"], ["hub", "rape"], ["rape"]]
    assert "</a>. Anyone over 16.</p>" in alone[page].body


def test_a_line_says_whom_it_is_not_for_where_it_stands_beside() -> None:
    some = a_service(
        id="rape",
        areas=["uk"],
        helps_with=["sexual-violence"],
        who={"audiences": ["women"], "not_for": "People who want to report."},
        contact=[{"phone": "0808 157 0001", "hours": "24/7"}],
    )
    page = doors(a_service(id="hub", areas=["uk"], contact=LINE), some)["what-happened/sexual-violence/"]

    assert "</a>. Women. Not for: People who want to report.</p>" in " ".join(page.body.split())


def test_no_list_tells_of_a_line_that_does_not_answer_at_night_or_is_not_for_its_readers() -> None:
    by_day = a_service(id="day", areas=["uk"], contact=[{"phone": "0808 157 0000", "hours": "Mo-Fr 09:00-17:00"}])
    women = a_service(id="women", areas=["uk"], contact=LINE, who={"audiences": ["women"]})
    found = doors(by_day, women, a_service(id="men", who={"audiences": ["men"]}))

    said = {address: called_first(found[address]) for address in ("who/men/", "who/women/", "where/cumbria/")}
    assert said == {"who/men/": [], "who/women/": ["women"], "where/cumbria/": []}


def test_a_list_after_a_crime_begins_with_whom_it_can_reach_by_day_and_night() -> None:
    named: dict[str, Any] = {"helps_with": ["domestic-abuse"], "kind": "helpline", "areas": ["uk"]}
    helpline = a_service(id="helpline", name="National helpline", contact=LINE, **named)
    by_day = [with_a_number(name, **named) for name in ("advice", "galop", "men")]
    local = with_a_number("any", areas=["cumberland"])
    near = with_a_number("near", helps_with=["domestic-abuse"], areas=["cumberland"])
    found = doors(helpline, *by_day, local, near)
    page, there = "what-happened/domestic-abuse/", "what-happened/domestic-abuse/cumberland/"

    assert [called_first(found[address]) for address in (page, there)] == [["helpline"], ["helpline"]]
    assert groups(found[page]) == [
        ("Services that can help", ["advice", "galop", "men"]),
        ("In some areas only", ["near", "any"]),
    ]
    assert groups(found[there]) == [
        ("Services that can help", ["near", "advice", "galop", "men"]),
        ("In Cumberland", ["any"]),
    ]


def test_a_closed_service_is_behind_no_door() -> None:
    found = doors(a_service(id="closed", status="closed"), a_service(id="open"))
    assert [address for address, page in found.items() if "/services/closed/" in page.body] == []


def test_a_crime_that_is_nobodys_matter_still_leads_somewhere_or_is_not_offered() -> None:
    found = doors(a_service(helps_with=["hate-crime"]))
    choices = re.findall(r'href="/(what-happened/[a-z-]+/)"', found["what-happened/"].body)
    assert [address for address in choices if address not in found] == []
