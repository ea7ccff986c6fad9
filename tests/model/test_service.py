from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from tests.builders import a_service


def refused(**changes: Any) -> list[tuple[tuple[str | int, ...], str]]:
    with pytest.raises(ValidationError) as error:
        a_service(**changes)
    return [(found["loc"], str(found.get("ctx", {}).get("error", found["msg"]))) for found in error.value.errors()]


def test_what_an_author_leaves_out_is_unknown_and_not_guessed() -> None:
    service = a_service()

    assert (service.report_needed, service.interpreters, service.cost) == ("unknown", "unknown", None)
    assert (service.who_will_know.police, service.who_will_know.immigration) == ("unknown", "unknown")


def test_a_service_is_for_everyone_unless_it_says_for_whom() -> None:
    assert a_service().who.audiences == ("everyone",)


def test_a_record_never_changes() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        a_service().name = "Another"  # type: ignore[misc] # that is the point


def test_ages_are_whole_years() -> None:
    ages = a_service(who={"ages": {"from": "8", "to": "18"}}).who.ages

    assert ages is not None
    assert (ages.first, ages.last) == (8, 18)


def test_ages_rise() -> None:
    assert refused(who={"ages": {"from": "18", "to": "8"}}) == [
        (("who", "ages", "to"), "these ages go from 18 down to 8; put the lower one first")
    ]


def test_a_service_that_has_not_begun_does_not_close() -> None:
    words = "this service has not begun (status: not-yet), so it can't close; take one of them out"

    assert refused(status="not-yet", closed_on="2026-01-01") == [(("closed_on",), words)]


def test_an_open_service_may_have_a_day_on_which_it_closes() -> None:
    assert a_service(closed_on="2027-03-31").closed_on == date(2027, 3, 31)


def test_one_word_where_a_list_belongs_is_refused_with_the_list() -> None:
    assert refused(helps_with="any-crime") == [(("helps_with",), "a list is needed here; write [any-crime]")]


@pytest.mark.parametrize("value", ["x" * 100, "", "two\nlines", {"phone": "999"}])
def test_what_makes_no_list_of_one_is_refused_with_the_way_to_write_one(value: object) -> None:
    words = "a list is needed here; start each line of it with a hyphen"

    assert refused(contact=value) == [(("contact",), words)]


@pytest.mark.parametrize("field", ["helps_with", "areas"])
def test_a_service_helps_with_something_and_somewhere(field: str) -> None:
    assert [loc for loc, _ in refused(**{field: []})] == [(field,)]


def test_a_service_of_several_kinds_is_of_each_once_the_first_first() -> None:
    assert a_service(kind="victim-hub", kinds=["isva", "victim-hub", "isva"]).every_kind == ("victim-hub", "isva")


def test_a_list_of_kinds_may_stand_in_the_place_of_the_one() -> None:
    assert a_service(kind=None, kinds=["isva", "counselling"]).every_kind == ("isva", "counselling")


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"kind": None, "kinds": ["Isva"]}, ("kinds", 0)),
        ({"kind": None, "kinds": [{}]}, ("kinds", 0)),
        ({"kind": None, "kinds": []}, ("kind",)),
        ({"kind": None}, ("kind",)),
        ({"kinds": "isva"}, ("kinds",)),
        ({"kinds": [7]}, ("kinds", 0)),
    ],
)
def test_a_service_without_a_kind_is_refused_once_at_its_place(
    changes: dict[str, Any], problem: tuple[str | int, ...]
) -> None:
    assert [loc for loc, _ in refused(**changes)][-1:] == [problem]
