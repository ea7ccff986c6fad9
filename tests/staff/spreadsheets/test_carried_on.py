"""Rows that carry a service on are its further contacts and places; what says something else is left, and named."""

from __future__ import annotations

import pytest

from generator.staff.spreadsheets.import_rows import Imported
from tests.builders import a_catalogue, a_service
from tests.staff.spreadsheets.services import exported, imported
from tests.staff.spreadsheets.test_compare import as_csv

HEAD = "Ref|Service name|Provider|Kind|Summary|Crime type|Area|Tel|Hours|Venue|Postcode"
QUAY = "1|Quay Line|Victim Support|helpline|A line for all.|any-crime|cumbria|01632 960111|Mon 9am-5pm||"
ONE = {"phone": "01632 960111", "hours": "Mo 09:00-17:00"}
TWO = {"phone": "01632 960112"}


def table(*rows: str, head: str = HEAD) -> Imported:
    return imported("\n".join([head, QUAY, *rows]) + "\n", a_catalogue(a_service()))


@pytest.mark.parametrize(
    "row",
    [
        "1|||||||01632 960112|||",
        "|Quay Line||||||01632 960112|||",
        "|quay line|Victim Support|helpline|A line for all.|any-crime|cumbria|01632 960112|||",
        "1|Quay Line|Victim Support|||||01632 960112|||",
        "|||||||01632 960112|||",
        "N/A|||||||01632 960112|||",
    ],
)
def test_a_row_with_the_id_or_the_name_alone_or_with_nothing_says_a_further_number(row: str) -> None:
    found = table(row)

    (result,) = found.results
    assert (result.state, result.values["contact"]) == ("new", [ONE, TWO])
    assert found.carried == (3,)
    assert "Taken as more contacts and places of the service that another row names: row 3." in found.told


def test_further_hours_of_the_same_number_are_its_own() -> None:
    (result,) = table("|Quay Line|||||||Sat 10am-noon||", "|Quay Line||||||01632 960111|Sun 1pm-5pm||").results

    assert result.values["contact"] == [
        {"phone": "01632 960111", "hours": "Mo 09:00-17:00; Sa 10:00-12:00; Su 13:00-17:00"}
    ]


def test_a_further_place_is_seen_by_nobody_either() -> None:
    (result,) = table("|Quay Line||||||||Old Hall|CA3 8AA", "|Quay Line||||||||New Hall|CA3 8AB").results

    assert [(one["name"], one["postcode"], one["show"]) for one in result.values["places"]] == [
        ("Old Hall", "CA3 8AA", "never"),
        ("New Hall", "CA3 8AB", "never"),
    ]


@pytest.mark.parametrize(
    "row",
    [
        "2|Quay Line|Victim Support|helpline|Another line.|any-crime|cumbria|01632 960112|||",
        "2|Quay Line|Victim Support|helpline|A line for all.|any-crime|cumbria|01632 960111|Mon 9am-5pm||",
        "||Victim Support|||||01632 960112|||",
        "||||Words of their own.|||01632 960112|||",
    ],
)
def test_a_row_that_says_something_else_or_nothing_more_is_named_and_not_mixed_in(row: str) -> None:
    found = table(row)

    assert [result.state for result in found.results] == ["new", "to mend"]
    assert found.results[0].values["contact"] == [ONE]


def test_a_number_below_a_row_that_names_no_service_is_nobodys() -> None:
    found = table("||||A heading|||||", "|||||||01632 960112|||")

    assert found.carried == ()
    assert found.results[0].values["contact"] == [ONE]


def test_rows_that_name_each_other_in_a_ring_are_left_as_they_are() -> None:
    head = HEAD.replace("Ref", "Parent|Ref")
    text = "\n".join([head, "2|1|Quay Line||||||||||", "1|2|Quay Line||||||||||"]) + "\n"

    assert imported(text, a_catalogue(a_service())).carried == ()


def test_what_is_not_taken_of_a_further_row_of_a_refuge_is_looked_through_too() -> None:
    rows = [f"{HEAD}|Notes", QUAY.replace("helpline", "refuge") + "|", "1|||||||01632 960112||||Now 17 Lantern Row", ""]
    (result,) = imported("\n".join(rows), a_catalogue(a_service())).results

    assert [one["address"] for one in result.values["places"]] == ["17 Lantern Row"]


def test_of_a_table_of_ours_no_row_is_carried_on() -> None:
    there = a_catalogue(a_service())
    table = exported(there)
    twice = type(table)((table.rows[0], table.rows[1], table.rows[1]), {}, {}, 0)

    assert imported(as_csv(twice), there).carried == ()
