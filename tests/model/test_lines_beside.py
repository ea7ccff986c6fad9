"""The line for all of a page's readers is never narrower than they are; one made for what happened stands beside it."""

from __future__ import annotations

from typing import Any

import pytest

from generator.first_line import FirstLines, Reader
from generator.model.place import Area
from generator.model.service import Service
from tests.builders import a_service, an_edition

RAPE = Reader(crimes=frozenset({"sexual-violence"}))


def a_line(name: str, number: str, **changes: Any) -> Service:
    contact = [{"phone": f"0808 157 {number}", "hours": "24/7"}]
    return a_service(id=name, name=name, kind="helpline", areas=["uk"], contact=contact, **changes)


def for_some(name: str, number: str, audiences: list[str], crimes: str = "sexual-violence", **ages: int) -> Service:
    return a_line(name, number, helps_with=[crimes], who={"audiences": audiences} | ({"ages": ages} if ages else {}))


ANYONE = a_line("anyone", "0001")
FROM_16 = for_some("from-16", "0002", ["everyone"], **{"from": 16})
CHILDREN = for_some("children", "0003", ["children", "young-people"], "any-crime", to=18)
WOMEN = for_some("women", "0004", ["women"])


def names(reader: Reader, *services: Service, **changes: Any) -> tuple[str | None, list[str]]:
    """The line for everyone, and those beside it."""
    lines = FirstLines(an_edition(*services, **changes))
    offered = lines.offered(reader)
    return (offered[0].id if offered else None), [service.id for service, _ in lines.beside(reader)]


@pytest.mark.parametrize(
    ("services", "beside"),
    [
        ((ANYONE,), []),
        ((ANYONE, FROM_16), ["from-16"]),
        ((ANYONE, FROM_16, CHILDREN), ["from-16", "children"]),
        ((ANYONE, CHILDREN), []),
        ((ANYONE, WOMEN), ["women"]),
        ((ANYONE, WOMEN, FROM_16), ["from-16", "women"]),
        ((ANYONE, WOMEN, FROM_16, CHILDREN), ["from-16", "children"]),
    ],
    ids=lambda one: " ".join(each if isinstance(each, str) else each.id for each in one) or "nobody",
)
def test_a_line_made_for_it_stands_beside_the_line_for_everyone(
    services: tuple[Service, ...], beside: list[str]
) -> None:
    assert names(RAPE, *services) == ("anyone", beside)


def test_of_lines_in_a_hundred_areas_a_reader_of_one_is_offered_its_own_and_each_is_not_asked_of_every_reader(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = [f"area-{number}" for number in range(100)]
    areas = {"region": Area(name="Region")} | {name: Area(name=name, within="region") for name in names}
    lines = [for_some(name, "0009", ["everyone"]).model_copy(update={"areas": (name,)}) for name in names]
    first = FirstLines(an_edition(*lines, areas=areas))
    asked, why = [], FirstLines._why_narrower

    def counted(self: FirstLines, *line: Any) -> Any:
        asked.append(line)
        return why(self, *line)

    monkeypatch.setattr(FirstLines, "_why_narrower", counted)
    readers = [Reader(RAPE.crimes, frozenset(), frozenset({name})) for name in names]

    assert [line[0].id if (line := first.offered(reader)) else "" for reader in readers] == names
    assert [first.beside(reader) for reader in readers] == [[]] * len(names)
    assert first.offered(Reader(RAPE.crimes)) is None
    assert first.offered(Reader(RAPE.crimes, frozenset(), frozenset(names[:2]))) is None
    assert len(asked) < 10 * len(names)


def test_where_there_is_none_for_everyone_the_one_for_some_says_for_whom() -> None:
    assert names(RAPE, FROM_16) == (None, ["from-16"])


def test_a_line_for_another_crime_does_not_stand_there() -> None:
    fraud = for_some("fraud", "0005", ["women"], "fraud-cyber")

    assert names(RAPE, ANYONE, fraud) == ("anyone", [])
    assert names(Reader(), ANYONE, FROM_16) == ("anyone", [])


def test_the_same_number_is_not_offered_twice() -> None:
    assert names(RAPE, ANYONE, for_some("again", "0001", ["women"])) == ("anyone", [])


def test_a_line_whose_details_are_old_does_not_stand_beside_one_that_is_checked() -> None:
    old = {"on": "2024-01-01", "by": "Team", "how": "phoned"}
    women = a_line("women", "0004", helps_with=["sexual-violence"], who={"audiences": ["women"]}, checked=old)

    assert names(RAPE, ANYONE, women) == ("anyone", [])


def test_a_line_that_is_not_open_all_night_does_not_stand_there() -> None:
    by_day = a_service(
        id="by-day",
        name="By day",
        helps_with=["sexual-violence"],
        areas=["uk"],
        who={"audiences": ["women"]},
        contact=[{"phone": "0808 157 0009", "hours": "Mo-Fr 09:00-17:00"}],
    )

    assert names(RAPE, ANYONE, by_day) == ("anyone", [])


def test_an_adviser_for_people_at_high_risk_is_nobodys_first_line() -> None:
    idva = a_line("idva", "0006", helps_with=["domestic-abuse"]).model_copy(update={"kind": "idva"})

    assert names(Reader(crimes=frozenset({"domestic-abuse"})), ANYONE, idva) == ("anyone", [])


def test_a_page_for_children_offers_a_line_for_them() -> None:
    assert names(Reader(audiences=frozenset({"children"})), ANYONE, CHILDREN) == ("children", [])


@pytest.mark.parametrize(
    ("audience", "line", "beside"),
    [
        ("men", WOMEN, []),
        ("women", WOMEN, []),
        ("children", for_some("from-18", "0007", ["everyone"], **{"from": 18}), []),
        ("young-people", for_some("from-18", "0007", ["everyone"], **{"from": 18}), ["from-18"]),
        ("older", for_some("to-25", "0008", ["everyone"], to=25), []),
        ("older", WOMEN, []),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_page_for_some_leads_to_no_line_that_takes_none_of_them(
    audience: str, line: Service, beside: list[str]
) -> None:
    reader = Reader(RAPE.crimes, frozenset({audience}))

    assert names(reader, ANYONE, line)[1] == beside


def test_a_line_for_children_stands_beside_one_that_is_not_for_them_also_where_one_for_all_is_made_for_it() -> None:
    hub = a_line("anyone", "0001", helps_with=["sexual-violence"])

    assert names(RAPE, hub, FROM_16, CHILDREN) == ("anyone", ["from-16", "children"])


def test_a_page_for_some_people_has_their_own_line_beside_it_where_it_takes_only_some_of_them() -> None:
    young, women = Reader(audiences=frozenset({"young-people"})), Reader(audiences=frozenset({"women"}))
    for_women = for_some("women-to-25", "0006", ["women"], "any-crime", to=25)

    assert names(young, ANYONE, CHILDREN, for_women) == ("anyone", ["children"])
    assert names(women, ANYONE, CHILDREN, for_women, WOMEN) == ("anyone", ["women-to-25"])


@pytest.mark.parametrize(
    "who",
    [
        {"ages": {"from": 16}},
        {"text": "Anyone aged 16 or over."},
        {"not_for": "Children under 13."},
        {"ages": {"from": 10}},
    ],
    ids=str,
)
def test_whatever_says_that_a_line_is_not_for_all_it_stands_beside_with_the_line_for_children(
    who: dict[str, Any],
) -> None:
    some = a_line("some", "0007", helps_with=["sexual-violence"], who={"audiences": ["everyone"]} | who)

    assert names(RAPE, ANYONE, some, CHILDREN) == ("anyone", ["some", "children"])


def test_a_line_with_a_note_that_it_is_for_some_stands_beside() -> None:
    contact = [{"phone": "0808 157 0007", "hours": "24/7", "note": "For anyone aged 18 or over."}]
    some = a_service(
        id="some", name="some", kind="helpline", areas=["uk"], contact=contact, helps_with=["sexual-violence"]
    )

    assert names(RAPE, ANYONE, some) == ("anyone", ["some"])


def test_a_line_stands_there_under_its_own_name_and_not_under_that_of_a_service_that_lends_its_number() -> None:
    contact = [
        {"phone": "0808 157 0002", "hours": "24/7", "note": "For anyone aged 16 or over. It is a national line."}
    ]
    centre = a_service(id="centre", name="a centre", kind="sarc", contact=contact, helps_with=["sexual-violence"])

    assert names(RAPE, ANYONE, centre, FROM_16, CHILDREN) == ("anyone", ["from-16", "children"])
    assert names(RAPE, ANYONE, centre, FROM_16, WOMEN) == ("anyone", ["from-16", "women"])
