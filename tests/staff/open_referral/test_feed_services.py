"""A service of another's feed in fields of ours: what can be relied on, and nothing that is somebody's own."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.staff.open_referral.feed_hours import hours_of
from generator.staff.open_referral.feed_pages import FeedRecords
from generator.staff.open_referral.feed_services import FeedService, services_of
from generator.staff.open_referral.safe_values import A_TAG, line, words
from tests.builders import ANY_INPUT
from tests.staff.open_referral.feeds_of_others import FIRST, HERE, WHOLE

TODAY = date(2026, 11, 22)


def taken(record: dict[str, Any]) -> FeedService:
    (found,) = services_of(FeedRecords([(HERE, record)]), TODAY)
    return found


def cells(record: dict[str, Any]) -> dict[str, str]:
    return {f"{name} {number}" if number else name: said for (name, number), said in taken(record).cells.items()}


def test_a_record_of_version_3() -> None:
    assert cells(WHOLE) == {
        "name": "Quayside",
        "organisation": "Coast Trust",
        "summary": "Someone to talk to.",
        "about": "Someone to talk to.\n\nWe are here & we listen.",
        "who.ages.from": "16",
        "contact.#.way 1": "phone",
        "contact.#.to 1": "01632 960101",
        "contact.#.hours 1": "Mo-We 09:00-17:00",
        "contact.#.way 2": "website",
        "contact.#.to 2": "https://www.example.org/quay",
        "contact.#.way 3": "email",
        "contact.#.to 3": "help@example.org",
        "places.#.name 1": "Harbour House",
        "places.#.address 1": "12 Church Street, Harbour",
        "places.#.postcode 1": "CA1 1AA",
    }
    found = taken(WHOLE)
    assert (found.areas, found.checked_on) == (["Cumbria", "Elsewhere"], date(2026, 10, 1))
    assert found.terms == [("service_type", "Helpline"), ("crime_type", "Hate crime"), ("mood", "Blue")]
    assert found.notes == ["coordinates were not taken"]


def test_a_record_of_version_1() -> None:
    assert cells(FIRST) == {
        "name": "Coastline",
        "organisation": "Coast Trust",
        "summary": "A line for all.",
        "who.ages.from": "18",
        "who.ages.to": "65",
        "cost": "free",
        "languages": "Polish",
        "commissioned_by": "Victim Support",
        "contact.#.way 1": "phone",
        "contact.#.to 1": "+44 1632 960102",
        "contact.#.hours 1": "Fr 20:00-02:00",
        "contact.#.way 2": "website",
        "contact.#.to 2": "www.example.org",
    }
    assert taken(FIRST).terms == [("", "Helpline"), ("", "Any crime")]


def test_the_name_of_a_person_and_their_own_address_are_not_taken() -> None:
    contacts = [{"name": "Sam Reed", "title": "Manager", "email": "sam.reed@example.org"}]
    found = taken({**WHOLE, "contacts": contacts})

    assert not any("Sam" in said or "sam" in said for said in found.cells.values())
    assert "e-mail addresses of contacts were not taken: they may be somebody's own" in found.notes


@pytest.mark.parametrize(
    ("changes", "note"),
    [
        ({"url": "javascript:alert(1)"}, "a web address was not taken: it is none that works here"),
        ({"url": "data:text/html,x"}, "a web address was not taken: it is none that works here"),
        ({"url": "ftp://example.org"}, "a web address was not taken: it is none that works here"),
        ({"email": "nobody"}, "an e-mail address was not taken: it is none that works here"),
        ({"phones": [{"number": "0300 303"}]}, "a number was not taken: it is none that works here"),
        ({"phones": [{"number": "+1 202 555 0101"}]}, "a number was not taken: it is none that works here"),
        (
            {"phones": [{"number": "01632 960101", "type": "fax"}]},
            "a number of the kind fax was not taken: nobody answers it with their voice",
        ),
        (
            {"phones": [{"number": "01632 960101"}, {"number": "01632 960102"}]},
            "its hours (Mo-We 09:00-17:00) were not taken: the feed does not say of which number they are",
        ),
        (
            {"phones": []},
            "its hours (Mo-We 09:00-17:00) were not taken: there is no number that they could be of",
        ),
        ({"schedules": [{"freq": "MONTHLY", "bymonthday": "1"}]}, "its hours could not be read"),
    ],
)
def test_what_cannot_be_taken_is_said_and_the_rest_is_taken(changes: dict[str, Any], note: str) -> None:
    found = taken({**WHOLE, **changes})

    assert note in found.notes
    assert found.cells["name", 0] == "Quayside"


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        ("<b>Help</b><br>now", "Help\n\nnow"),
        ("<script>alert(1)</script>Help", "Help"),
        ("Help<style>p{}</style>", "Help"),
        ("<script>no end", ""),
        ("&lt;script&gt;alert(1)&lt;/script&gt;Help", "Help"),
        ("&amp;lt;b&amp;gt;Help", "Help"),
        ("a < b", "a < b"),
        ("<img src=x onerror=alert(1)>Help", "Help"),
        ("<!-- hidden -->Help", "Help"),
        ("Help\x00\x1b[31m\ud800", "Help [31m"),
        ("<p>One</p>\n\n\n<p>Two</p>", "One\n\nTwo"),
    ],
)
def test_html_is_the_words_that_a_reader_would_see(given: str, seen: str) -> None:
    assert words(given) == seen


@pytest.mark.parametrize("value", [None, True, [], {}, float("nan"), float("inf"), ["a"], {"en": "a"}, 10**30])
def test_what_is_no_text_says_nothing(value: Any) -> None:
    assert line(value) == ""


@pytest.mark.parametrize(
    ("rows", "said", "whole"),
    [
        ([{"byday": "MO,TU,WE,TH,FR,SA,SU", "opens_at": "00:00", "closes_at": "23:59"}], "24/7", True),
        ([{"byday": "MO,TU", "opens_at": "09:00Z", "closes_at": "17:30:00"}], "Mo-Tu 09:00-17:30", True),
        ([{"byday": ["MO", "WE"], "opens_at": "9:00", "closes_at": "12:00"}], "Mo 09:00-12:00; We 09:00-12:00", True),
        (
            [
                {"weekday": "Monday", "opens_at": "09:00", "closes_at": "12:00"},
                {"weekday": "Monday", "opens_at": "13:00", "closes_at": "17:00"},
            ],
            "Mo 09:00-12:00,13:00-17:00",
            True,
        ),
        ([{"byday": "MO", "opens_at": "09:00", "closes_at": "12:00", "valid_to": "2026-11-21"}], "", True),
        ([{"byday": "MO", "opens_at": "09:00", "closes_at": "12:00", "valid_from": "2026-11-23"}], "", True),
        ([{"byday": "MO", "opens_at": "09:00", "closes_at": "12:00", "interval": 2}], "", False),
        ([{"byday": "1MO", "opens_at": "09:00", "closes_at": "12:00"}], "", False),
        ([{"byday": "MO", "opens_at": "25:00", "closes_at": "12:00"}], "", False),
        ([{"byday": "MO", "opens_at": "09:00", "closes_at": "09:00"}], "", False),
        ([{"byday": None, "opens_at": None, "closes_at": None}], "", False),
        ([{"byday": {"a": 1}, "opens_at": 9, "closes_at": [17]}], "", False),
    ],
)
def test_rows_of_hours_are_said_as_authors_write_them(rows: list[Any], said: str, whole: bool) -> None:
    assert hours_of(rows, TODAY) == (said, whole)


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.floats()
    | st.integers()
    | st.text(max_size=20)
    | st.sampled_from(["2026-01-01", "MO"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(WHOLE | FIRST)), inner, max_size=4)
    ),
    max_leaves=12,
)


@ANY_INPUT
@given(st.sampled_from([WHOLE, FIRST]), st.dictionaries(st.sampled_from([*WHOLE, *FIRST, "x_waymark"]), VALUES))
def test_a_value_of_any_type_in_any_field_is_no_end_of_the_reading(
    record: dict[str, Any], changes: dict[str, Any]
) -> None:
    for said in taken({**record, **changes}).cells.values():
        assert isinstance(said, str)
        assert said
        assert not set(said) & set("\x00\x1b\ud800")


@ANY_INPUT
@given(st.text(alphabet="<>&;/!-scriptpb ltg\n", max_size=200))
def test_no_tag_is_left_in_words(text: str) -> None:
    assert A_TAG.search(words(text)) is None


def test_a_long_text_is_read_in_no_time() -> None:
    """Each of these once took as long as its length squared; a test that hangs is the one that fails."""
    for bad in ("<script>" * 500_000, "<" * 5_000_000, "&lt;" * 1_000_000, "<p " * 1_000_000, "\n " * 2_000_000):
        assert len(words(bad)) <= 20_000


def test_a_record_as_deep_as_json_may_be_is_read() -> None:
    deep: Any = "word"
    for _ in range(500):
        deep = {"location": deep, "contacts": [deep]} if _ < 3 else [deep]

    assert taken(json.loads(json.dumps({**WHOLE, "service_at_locations": deep}))).cells["name", 0] == "Quayside"
