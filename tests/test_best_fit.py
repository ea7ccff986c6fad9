"""Five who fit: with whom each list begins, on the ten ways that people come and in all thirteen offices."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.best_fit import MOST, BestFit, Chosen, Listed, is_for_some
from generator.content.load import load
from generator.content.loading.config import read_settings
from generator.edition import Edition
from generator.first_line import FirstLines, Reader
from generator.model.contact import Contact
from generator.model.fields.dates import LONDON, moment
from generator.model.service import Service
from generator.model.vocabulary import ANY_CRIME
from tests.builders import a_service, an_edition

ROOT = Path(__file__).parents[1]
OFFICES = [ROOT, *sorted(path.parent for path in (ROOT / "examples").glob("*/mkdocs.yml"))]
NOW = "2026-11-30T12:00"
MADE_FOR: dict[str, Any] = {"helps_with": ["domestic-abuse"], "areas": ["uk"]}


@cache
def office(root: Path) -> tuple[Edition, FirstLines]:
    """The records of an office, and its lines to call."""
    settings = read_settings((root / "mkdocs.yml").read_text(encoding="utf-8"))
    edition = Edition(load(root, settings, moment(NOW).astimezone(LONDON).date()), moment(NOW))
    return edition, FirstLines(edition, settings.first_line, settings.language)


def begins(edition: Edition, lines: FirstLines, reader: Reader) -> tuple[list[tuple[Service, Contact]], list[Chosen]]:
    """Whom a page says to call now, and the services that its list begins with after these."""
    catalogue, fit = edition.catalogue, BestFit(edition, lines)
    offered = lines.offered(reader)
    called = [*([offered] if offered else []), *lines.beside(reader)]
    crime, audience = next(iter(reader.crimes), ""), next(iter(reader.audiences), "")
    people = audience and not crime
    found = catalogue.services_for_audience.get(audience, ()) if people else catalogue.for_crime(crime or ANY_CRIME)
    also = fit.for_anyone(reader) if people else []
    return called, fit.first(Listed.of(edition.in_order(found), reader, also), called)


def names(edition: Edition, lines: FirstLines, reader: Reader) -> list[str]:
    called, best = begins(edition, lines, reader)
    return [*(service.id for service, _ in called), *(one.service.id for one in best)]


def after(crime: str, *audiences: str) -> Reader:
    return Reader(frozenset({crime}), frozenset(audiences))


def of(*audiences: str) -> Reader:
    return Reader(audiences=frozenset(audiences))


def fit_of(*services: Service, reader: Reader | None = None) -> list[str]:
    edition = an_edition(*services)
    return names(edition, FirstLines(edition), reader or after("domestic-abuse"))


def a_line(name: str, number: int = 0, **changes: Any) -> Service:
    contact = [{"phone": f"01632 960{number or sum(map(ord, name)) % 1000:03}"}]
    return a_service(**{"id": name, "name": name, "kind": "helpline", "contact": contact} | MADE_FOR | changes)


@pytest.mark.parametrize(
    ("journey", "reader", "among", "never"),
    [
        ("a2", after("domestic-abuse"), "national-domestic-abuse-helpline", {"childline", "crimestoppers"}),
        ("b", after("sexual-violence"), "rape-sexual-abuse-support-line", {"report-to-cumbria-police"}),
        ("b, as a man", of("men"), "rape-sexual-abuse-support-line", {"national-domestic-abuse-helpline"}),
        ("c, as an adult", after("image-abuse"), "revenge-porn-helpline", {"childline"}),
        ("c, under 18", after("image-abuse", "children"), "childline", {"revenge-porn-helpline"}),
        ("d", after("fraud-cyber"), "report-fraud", {"crimestoppers", "hourglass"}),
        ("e2", after("hate-crime"), "galop", {"crimestoppers", "report-to-cumbria-police"}),
        ("f", after("homicide"), "national-homicide-service", {"childline", "crimestoppers"}),
        ("not sure", Reader(), "victim-support-cumbria", {"childline", "crimestoppers"}),
    ],
)
def test_each_way_that_people_come_begins_with_who_fits(
    journey: str, reader: Reader, among: str, never: set[str]
) -> None:
    found = names(*office(ROOT), reader)

    assert among in found, journey
    assert never.isdisjoint(found), journey
    assert len(found) <= MOST


def test_the_service_made_for_a_family_comes_first_among_the_services_and_says_how_one_comes_to_it() -> None:
    _, best = begins(*office(ROOT), after("homicide"))

    assert (best[0].service.id, best[0].way) == ("national-homicide-service", None)


@pytest.mark.parametrize("root", OFFICES, ids=lambda path: path.name if path != ROOT else "cumbria")
def test_in_every_office_each_list_begins_with_at_most_five_and_each_number_once(root: Path) -> None:
    edition, lines = office(root)
    fit = BestFit(edition, lines)
    readers = [after(crime) for crime in edition.crimes_with_help - {ANY_CRIME}]
    readers += [of(audience) for audience in edition.catalogue.vocabulary.audiences if audience != "everyone"]
    seen = 0
    for reader in readers:
        called, best = begins(edition, lines, reader)
        seen += bool(best)
        numbers = [one.way.number.called for one in best if one.way and one.way.number]
        above = [contact.link for _, contact in called]

        assert len(called) + len(best) <= MOST + 1, reader  # a line that is no part of the list may stand above it
        assert len(numbers) == len(set(numbers)), reader
        assert not any(one.way.link in above for one in best if one.way and reader.crimes), reader
        for one in best:
            who = one.service.who.audiences
            if reader.crimes:
                assert set(who) - {"children", "young-people"}, (reader, one.service.id)
                assert reader.crimes <= set(one.service.helps_with) or not is_for_some(one.service), one.service.id
            else:
                assert "everyone" in who or reader.audiences & set(who), (reader, one.service.id)
            assert edition.is_listed(one.service)
            assert one.way or fit.edition.ways(one.service) == ()
    assert seen > 10


def test_a_number_that_stands_above_is_shown_by_another_way_or_not_at_all() -> None:
    both = [{"phone": "01632 960001"}, {"website": "https://example.org/centre"}]
    first, other, third = a_line("a", 1), a_line("b", contact=both), a_line("c", 1)
    edition = an_edition(first, other, third)
    _, best = begins(edition, FirstLines(edition), after("domestic-abuse"))

    assert [(one.service.id, one.way and one.way.shown) for one in best] == [
        ("a", "01632 960001"),
        ("b", "example.org"),
    ]


def test_a_line_for_one_group_is_among_them_where_it_is_made_for_what_happened_or_the_page_is_for_that_group() -> None:
    women = a_line("women", who={"audiences": ["women"]})
    other = a_line("other-women", helps_with=[ANY_CRIME], who={"audiences": ["women"]})

    assert fit_of(women, other) == ["women"]
    assert fit_of(women, other, reader=of("women")) == ["other-women", "women"]
    assert fit_of(women, other, reader=of("men")) == []


@pytest.mark.parametrize(
    "who",
    [
        {"audiences": ["children"]},
        {"audiences": ["children", "young-people"]},
        {"ages": {"to": 17}},
        {"ages": {"from": 11, "to": 18}},
    ],
)
def test_what_is_for_children_alone_is_on_their_page_and_not_on_the_one_for_all(who: dict[str, Any]) -> None:
    child = a_line("child", who=who)

    assert fit_of(child) == []
    assert fit_of(child, reader=after("domestic-abuse", "children")) == ["child"]


def test_what_adults_alone_may_call_is_not_on_the_page_of_children() -> None:
    grown = a_line("grown", who={"audiences": ["adults"], "ages": {"from": 18}})

    assert (fit_of(grown), fit_of(grown, reader=after("domestic-abuse", "children"))) == (["grown"], [])


def test_what_reaches_the_whole_area_stands_before_what_reaches_a_part_which_stands_there_only_alone() -> None:
    part, whole = a_line("part", areas=["cumberland"]), a_line("whole")

    assert (fit_of(part, whole), fit_of(part)) == (["whole"], ["part"])


def test_what_is_old_comes_last_of_all() -> None:
    old = {"on": "2024-01-01", "by": "A", "how": "phoned"}
    assert fit_of(a_line("a", checked=old), a_line("b", helps_with=[ANY_CRIME])) == ["b", "a"]


def test_a_place_to_report_is_among_them_only_where_it_is_for_this_alone() -> None:
    alone = a_line("alone", kind="reporting")
    several = a_line("several", kind="reporting", helps_with=["domestic-abuse", "violence"])
    general = a_line("general", kind="reporting", helps_with=[ANY_CRIME])

    assert fit_of(alone, several, general) == ["alone"]


def test_nobody_who_can_t_be_reached_is_among_them_but_whom_others_send() -> None:
    silent = a_line("silent", contact=[])
    sent = a_line("sent", contact=[], referral=["police"], first_step="The police introduce you.")
    unsaid = a_line("unsaid", contact=[], referral=["police"])
    unchecked = a_line("unchecked", checked=None, referral=["police"], first_step="The police introduce you.")

    assert fit_of(silent, sent, unsaid, unchecked) == ["sent"]


def test_each_service_of_a_list_is_shown_or_folded_once() -> None:
    edition, lines = office(ROOT)
    fit = BestFit(edition, lines)
    for crime in edition.crimes_with_help:
        services = [one for one in edition.in_order(edition.catalogue.for_crime(crime)) if edition.ways(one)]
        listed = Listed.of(services, after(crime))
        first = {one.service.id for one in fit.first(listed)}
        folded = fit.folded((one for one in services if one.id not in first), listed)
        rest = [one.id for group in folded.values() for one in group]

        assert sorted([*rest, *(name for name in first if edition.ways(edition.catalogue.service_by_id[name]))]) == (
            sorted(one.id for one in services)
        )
