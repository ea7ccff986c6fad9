"""Help without speaking: who can be written to, in which order; and the page of a crime for whoever is under 18."""

from __future__ import annotations

import re
from typing import Any

from generator import urls
from generator.model.service import Service
from generator.output import Page
from generator.site.render.finder import what_happened_pages
from generator.site.render.without_speaking import without_speaking, written_ways
from tests.builders import a_service, an_edition
from tests.sites import a_publication, page_at, some_templates

MADE_FOR: dict[str, Any] = {"helps_with": ["image-abuse"], "kind": "helpline", "areas": ["uk"]}


def a_line(name: str, number: int, **changes: Any) -> Service:
    contact = [{"phone": f"0808 157 0{number:03}", "hours": "24/7"}]
    return a_service(**{"id": name, "name": name, "contact": contact, **MADE_FOR} | changes)


def ways(*services: Service) -> list[tuple[str, str]]:
    return [(one.service.id, one.way.way) for one in written_ways(an_edition(*services)) if one.way]


def test_who_can_be_written_to_stands_in_the_order_in_which_an_answer_comes_each_way_once() -> None:
    mail = a_service(id="mail", contact=[{"email": "help@example.org"}])
    same = a_service(id="same", name="Z", contact=[{"email": "help@example.org"}])
    both = a_service(id="both", contact=[{"phone": "01632 960001"}, {"form": "https://example.org/form"}])
    text = a_service(id="text", contact=[{"text": "01632 960002"}])
    chat = a_service(id="chat", contact=[{"email": "chat@example.org"}, {"chat": "https://example.org/chat"}])
    relay = a_service(id="relay", contact=[{"textphone": "18001 01632 960003"}])
    voice = a_service(id="voice", contact=[{"phone": "01632 960004"}, {"website": "https://example.org"}])

    assert ways(voice, relay, both, mail, same, text, chat) == [
        ("chat", "chat"),
        ("text", "text"),
        ("mail", "email"),
        ("both", "form"),
        ("relay", "textphone"),
    ]


def test_a_way_that_nobody_checked_is_no_way_to_write() -> None:
    assert ways(a_service(contact=[{"chat": "https://example.org/chat"}], checked=None)) == []


def test_for_anyone_comes_before_for_some_and_old_details_come_last() -> None:
    old = {"on": "2024-01-01", "by": "A", "how": "phoned"}
    some = a_service(id="some", who={"audiences": ["women"]}, contact=[{"text": "01632 960001"}])
    every = a_service(id="every", contact=[{"text": "01632 960002"}])
    stale = a_service(id="stale", contact=[{"chat": "https://example.org/chat"}], checked=old)

    assert [name for name, _ in ways(stale, some, every)] == ["every", "some", "stale"]


def test_the_page_says_how_to_reach_999_without_a_voice_and_home_and_each_crime_lead_there() -> None:
    build = a_publication(a_service(contact=[{"chat": "https://example.org/chat", "hours": "24/7"}]))
    page = page_at(urls.WITHOUT_SPEAKING, build).body

    assert ">Chat online</a>" in page
    assert "Opens example.org" in page
    for address in (urls.HOME, urls.crime("hate-crime")):
        assert '<a href="/help-without-speaking/">I can\'t talk out loud</a>' in page_at(address, build).body.replace(
            "&#39;", "'"
        )


def test_with_nobody_to_write_to_the_page_still_says_how_to_reach_999() -> None:
    page = without_speaking(some_templates(a_service(), emergency=an_edition().catalogue.emergency))

    assert 'class="card"' not in page.body
    assert "In danger, without a voice" in page.body


def crimes(*services: Service) -> dict[str, Page]:
    return {page.address: page for page in what_happened_pages(some_templates(*services))}


def test_under_18_is_asked_where_the_answer_changes_and_leads_to_a_page_without_lines_for_adults() -> None:
    grown = a_line("grown", 1, who={"audiences": ["adults"], "ages": {"from": 18}})
    child = a_line("child", 2, who={"audiences": ["children"], "ages": {"to": 17}})
    found = crimes(grown, child, a_line("other", 3, helps_with=["hate-crime"]))
    young = found["what-happened/image-abuse/under-18/"].body
    asked = {address for address, page in found.items() if "Are you under 18?" in page.body}

    assert "/services/child/" in young
    assert "/services/grown/" not in young
    assert 'href="/what-happened/image-abuse/under-18/"' in found["what-happened/image-abuse/"].body
    assert "what-happened/hate-crime/under-18/" not in found
    assert asked == {"what-happened/image-abuse/"}  # nobody for children alone helps after the other


def test_it_is_not_asked_where_no_line_is_for_children_alone_or_not_for_them() -> None:
    found = crimes(a_line("every", 1), a_line("named", 2, helps_with=["hate-crime"]))

    assert [address for address, page in found.items() if re.search("under-18|under 18", page.body)] == []
