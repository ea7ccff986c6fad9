"""The line to call now: never narrower than whoever reads the page it stands on."""

from __future__ import annotations

from typing import Any

import pytest

from generator.first_line import ANYONE, FirstLines, Reader
from generator.model.service import Service
from tests.builders import CHECKED, a_service, an_edition

LINE = {"phone": "0808 157 0911", "hours": "24/7"}


def offered(
    *services: Service,
    reader: Reader = ANYONE,
    choice: str | None = None,
    now: str = "2026-11-22 09:00",
    **changes: Any,
) -> str | None:
    found = FirstLines(an_edition(*services, now=now, **changes), choice).offered(reader)
    return found[0].id if found else None


def a_line(name: str = "line", **changes: Any) -> Service:
    """A line for anyone in all of the directory's areas, day and night, after any crime."""
    return a_service(**({"id": name, "name": name, "areas": ["uk"], "kind": "helpline", "contact": [LINE]} | changes))


def test_a_checked_line_that_is_always_open_is_offered() -> None:
    assert offered(a_line()) == "line"


def test_its_number_is_the_one_that_is_always_open() -> None:
    office = {"phone": "01632 960001", "hours": "Mo-Fr 09:00-17:00"}
    found = FirstLines(an_edition(a_line(contact=[office, LINE]))).offered()
    assert found
    assert found[1].shown == "0808 157 0911"


NOBODY_GETS_THROUGH = (
    {"contact": [LINE | {"hours": "Mo-Fr 09:00-17:00"}]},
    {"contact": [LINE | {"hours": "00:00-24:00; PH off"}]},
    {"contact": [{"phone": "0808 157 0911"}]},
    {"contact": [{"text": "0808 157 0911", "hours": "24/7"}]},
    {"contact": [{"textphone": "0808 157 0911", "hours": "24/7"}]},
    {"contact": [{"chat": "https://chat.example.org", "hours": "24/7"}]},
    {"contact": [LINE | {"for": "professionals"}]},
    {"contact": []},
    {"checked": None},
    {"status": "closed"},
    {"status": "not-yet"},
    {"status": "paused"},
    {"closed_on": "2026-11-22"},
    {"referral": ["professional", "police"]},
    {"report_needed": "yes"},
    {"kind": "reporting"},
    {"kind": "information"},
    {"for": "people-who-harm"},
    {"for": "professionals"},
    {"kind": "behaviour-change"},
)
TOO_NARROW: tuple[dict[str, Any], ...] = (
    {"helps_with": ["hate-crime"]},
    {"who": {"audiences": ["deaf", "children"]}},
    {"who": {"audiences": ["women"]}},
    {"who": {"audiences": ["adults"]}},
    {"kind": "children-young-people"},
    {"kind": "mens-service"},
    {"who": {"ages": {"from": 16}}},
    {"who": {"ages": {"from": 10}}},
    {"who": {"ages": {"to": 25}}},
    {"who": {"ages": {"from": 8, "to": 18}}},
    {"who": {"not_for": "People who live in Carlisle."}},
    {"who": {"text": "Anyone aged 16 or over."}},
    {"who": {"text": "For women only."}},
    {"contact": [LINE | {"note": "For anyone aged 16 or over."}]},
    {"contact": [LINE | {"label": "For under 18s"}]},
    {"contact": [LINE | {"note": "In Welsh only."}]},
    {"contact": [LINE | {"note": "Polish speakers only."}]},
    {"languages": ["cy"]},
    {"languages": ["pl", "ro"]},
    {"languages": ["bsl"]},
    {"languages": ["cy"], "interpreters": "yes"},
    {"contact": [LINE | {"languages": ["cy"]}]},
    {"languages": ["en", "cy"], "contact": [LINE | {"languages": ["cy"]}]},
    {"areas": ["cumbria"]},
    {"areas": ["cumberland", "westmorland-and-furness"]},
)


@pytest.mark.parametrize("changes", [*NOBODY_GETS_THROUGH, *TOO_NARROW], ids=str)
def test_a_line_that_may_not_answer_anyone_is_not_offered(changes: dict[str, Any]) -> None:
    assert offered(a_line(**changes)) is None


@pytest.mark.parametrize("changes", [*NOBODY_GETS_THROUGH, *TOO_NARROW], ids=str)
def test_the_author_is_told_why(changes: dict[str, Any]) -> None:
    line = a_line(**changes)
    assert list(FirstLines(an_edition(line)).why_not(line)) != []


def test_a_line_for_anyone_has_no_reason_against_it() -> None:
    line = a_line()
    assert list(FirstLines(an_edition(line)).why_not(line)) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"who": {"ages": {"from": 8}}},
        {"who": {"ages": {"from": 9}}},
        {"who": {"audiences": ["everyone", "older"]}},
        {"contact": [LINE | {"note": "It is not an emergency service."}]},
        {"who": {"text": "Anyone affected by crime, 365 days a year."}},
        {"referral": ["self", "professional"]},
        {"areas": ["cumberland", "westmorland-and-furness", "kent"]},
        {"areas": ["england"]},
        {"closed_on": "2026-11-23"},
        {"languages": ["en"]},
        {"languages": ["cy", "en"]},
        {"languages": ["en-gb"]},
        {"languages": ["cy"], "contact": [LINE | {"languages": ["en"]}]},
        {"contact": [LINE | {"note": "In English only."}]},
        {"interpreters": "yes"},
        {"interpreters": "no"},
    ],
    ids=str,
)
def test_a_line_for_all_who_read_the_page_is_offered(changes: dict[str, Any]) -> None:
    assert offered(a_line(**changes)) == "line"


def test_the_number_that_speaks_the_language_of_the_site_is_the_one_to_call() -> None:
    welsh, english = LINE | {"languages": ["cy"]}, {"phone": "0808 157 0912", "hours": "24/7", "languages": ["en"]}
    edition = an_edition(a_line(contact=[welsh, english]))
    numbers = {name: FirstLines(edition, language=name).offered() for name in ("en", "cy", "cy-GB", "ar")}

    assert {name: found and found[1].shown for name, found in numbers.items()} == {
        "en": "0808 157 0912",
        "cy": "0808 157 0911",
        "cy-GB": "0808 157 0911",
        "ar": None,
    }


def test_a_line_of_another_language_is_named_by_its_field() -> None:
    line = a_line(languages=["cy"])
    assert list(FirstLines(an_edition(line)).why_not(line)) == ["languages"]
    assert list(FirstLines(an_edition(line), language="cy").why_not(line)) == []


def test_a_retired_number_is_not_offered() -> None:
    assert offered(a_line(), retired=["0808 157 0911"]) is None


def test_old_details_come_last_and_are_better_than_nobody() -> None:
    old = a_line("a", kind="victim-hub", checked=CHECKED | {"on": "2025-01-01"})
    assert offered(old, a_line("b")) == "b"
    assert offered(old, choice="a") == "a"
    assert offered(old, a_line("b"), choice="a") == "b"


def test_the_alphabet_decides_nothing_that_matters() -> None:
    listener, hub = a_line("a-listening-line"), a_line("victim-care", kind="victim-hub")
    assert offered(listener, hub) == "victim-care"
    assert offered(listener, hub, choice="a-listening-line") == "a-listening-line"


def test_the_nearer_line_is_offered_before_the_wider() -> None:
    assert offered(a_line("wide", areas=["uk"]), a_line("near", areas=["england"])) == "near"


def test_of_two_that_are_alike_the_one_without_a_note_comes_first() -> None:
    noted = a_line("a", contact=[LINE | {"note": "It is not an emergency service."}])
    assert offered(noted, a_line("b")) == "b"


def test_nobody_is_offered_where_there_is_no_service() -> None:
    assert offered() is None


def test_a_page_about_rape_offers_the_rape_line_and_home_does_not() -> None:
    rape = a_line("rape-line", helps_with=["sexual-violence", "child-sexual-abuse"])
    everyone = a_line("hub", kind="victim-hub")
    assert offered(rape, everyone, reader=Reader(frozenset({"sexual-violence"})), choice="hub") == "rape-line"
    assert offered(rape, everyone, reader=Reader(frozenset({"robbery"}))) == "hub"
    assert offered(rape, everyone) == "hub"


def test_a_rape_line_for_some_ages_is_not_offered_to_a_reader_who_may_be_younger() -> None:
    rape = a_line("rape-line", helps_with=["sexual-violence"], who={"ages": {"from": 16}})
    assert offered(rape, a_line("hub"), reader=Reader(frozenset({"sexual-violence"}))) == "hub"
    adults = Reader(frozenset({"sexual-violence"}), frozenset({"adults"}))
    assert offered(rape, a_line("hub"), reader=adults) == "rape-line"


def test_a_page_for_children_offers_childrens_own_line() -> None:
    child = a_line("child-line", who={"audiences": ["children", "young-people"], "ages": {"to": 18}})
    deaf = a_line("a-deaf-childrens-line", who={"audiences": ["deaf", "children"]}, kind="by-and-for")
    lines = (child, deaf, a_line("hub"))
    assert offered(*lines, reader=Reader(audiences=frozenset({"young-people"}))) == "hub"
    assert offered(child, a_line("hub"), reader=Reader(audiences=frozenset({"children"}))) == "child-line"
    assert offered(*lines) == "hub"
    assert offered(*lines, reader=Reader(audiences=frozenset({"women"}))) == "hub"


def test_a_line_for_two_groups_is_not_for_each_of_them_who_is_not_in_both() -> None:
    deaf_children = a_line("deaf-children", who={"audiences": ["children"], "text": "For deaf children only."})
    assert offered(deaf_children, a_line("hub"), reader=Reader(audiences=frozenset({"children"}))) == "hub"


@pytest.mark.parametrize("audience", ["women", "men", "lgbt", "older", "disabled"])
def test_a_page_for_some_people_offers_their_line_if_it_is_open_to_all_of_them(audience: str) -> None:
    reader = Reader(audiences=frozenset({audience}))
    theirs = a_line("theirs", who={"audiences": [audience]})
    assert offered(theirs, a_line("hub"), reader=reader, choice="hub") == "theirs"
    one_crime = a_line("theirs", who={"audiences": [audience]}, helps_with=["domestic-abuse"])
    assert offered(one_crime, a_line("hub"), reader=reader) == "hub"
    young = a_line("theirs", who={"audiences": [audience], "ages": {"to": 25}})
    assert offered(young, a_line("hub"), reader=reader) == "hub"


def test_a_page_of_an_area_offers_a_line_that_covers_all_of_it() -> None:
    local = a_line("local", areas=["cumberland"])
    wide = a_line("wide")
    assert offered(local, wide, reader=Reader(areas=frozenset({"cumberland"}))) == "local"
    assert offered(local, wide, reader=Reader(areas=frozenset({"westmorland-and-furness"}))) == "wide"
    assert offered(local, wide, reader=Reader(areas=frozenset({"cumbria"}))) == "wide"
    both = a_line("both", areas=["cumberland", "westmorland-and-furness"])
    assert offered(both, wide, reader=Reader(areas=frozenset({"cumbria"}))) == "both"
    assert offered(local, reader=Reader(areas=frozenset({"kent"}))) is None


def test_the_page_of_a_service_has_the_readers_that_the_service_is_for() -> None:
    service = a_service(helps_with=["domestic-abuse"], who={"audiences": ["men"]}, areas=["kent"])
    assert Reader.of(service) == Reader(frozenset({"domestic-abuse"}), frozenset({"men"}), frozenset({"kent"}))
    anyone = a_service(helps_with=["any-crime", "asb"], who={"audiences": ["everyone", "older"]})
    assert Reader.of(anyone) == Reader(areas=frozenset({"cumbria"}))
