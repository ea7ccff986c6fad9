"""No table makes a secret place public by what it leaves out."""

from __future__ import annotations

import pytest

from generator.staff.spreadsheets.table import Cell, Table
from tests.builders import a_catalogue, a_service
from tests.staff.spreadsheets.services import exported, imported

REFUGE = a_service(kind="refuge", places=[{"name": "Lark House", "address": "7 Goose Lane"}])
SECRET = a_service(places=[{"name": "Lark House", "address": "7 Goose Lane", "show": "never"}])
NOT_IN_IT = "this would show a place that the table does not hold; change it in services.yaml"


@pytest.mark.parametrize(
    ("service", "table"),
    [
        (SECRET, "Waymark id|Place 1 is shown\nvictim-support-cumbria|full\n"),
        (SECRET, "Waymark id|Place 1 is shown\nvictim-support-cumbria|as usual for its kind\n"),
        (SECRET, "Waymark id|Place 1 name|Place 1 is shown\nvictim-support-cumbria|Lark House|full\n"),
        (REFUGE, "Waymark id|Kind of service\nvictim-support-cumbria|helpline\n"),
        (REFUGE, "Waymark id|Place 1 is shown\nvictim-support-cumbria|area\n"),
    ],
)
def test_a_table_without_an_address_can_not_show_it(service: object, table: str) -> None:
    (result,) = imported(table, a_catalogue(service)).results  # type: ignore[arg-type]

    assert [(problem.column, problem.text) for problem in result.problems] == [("Place 1 is shown", NOT_IN_IT)]


def test_who_has_the_address_may_say_that_it_is_shown() -> None:
    rows = [list(row) for row in exported(a_catalogue(SECRET), with_withheld=True).rows]
    rows[1][rows[0].index("Place 1 is shown")] = "full"
    (result,) = imported(Table(tuple(tuple(map(Cell, row)) for row in rows)), a_catalogue(SECRET)).results

    assert [(change.called, change.new) for change in result.changes] == [("Place 1 is shown", "full")]


@pytest.mark.parametrize("with_withheld", [True, False])
def test_an_empty_cell_never_shows_a_place(with_withheld: bool) -> None:
    there = a_catalogue(a_service(places=[{"name": "Hub", "address": "7 Goose Lane", "show": "area"}]))
    rows = [list(row) for row in exported(there, with_withheld=with_withheld).rows]
    rows[1][rows[0].index("Place 1 is shown")] = ""
    (result,) = imported(Table(tuple(tuple(map(Cell, row)) for row in rows)), there).results

    if with_withheld:
        assert [(change.called, change.new) for change in result.changes] == [("Place 1 is shown", "never")]
    else:
        assert result.state == "to mend"


def test_a_place_that_a_table_adds_is_shown_to_nobody() -> None:
    table = "Waymark id|Place 1 name|Place 1 address\nvictim-support-cumbria|Hub|1 Quay St\n"
    (result,) = imported(table, a_catalogue(a_service())).results

    assert result.values["places"] == [{"name": "Hub", "address": "1 Quay St", "show": "never"}]
    assert result.made == ("Place 1 is not shown, because nothing says that it may be",)


def test_a_column_that_staff_add_to_our_table_is_one_more_contact_and_not_another_first_one() -> None:
    there = a_catalogue(a_service(contact=[{"phone": "01632 960001", "hours": "24/7"}]))
    table = "Waymark id|E-mail|Opening times\nvictim-support-cumbria|a@example.org|24 hours\n"
    (result,) = imported(table, there).results

    assert result.values["contact"] == [
        {"phone": "01632 960001", "hours": "24/7"},
        {"email": "a@example.org", "hours": "24/7"},
    ]
    assert imported(table, a_catalogue(a_service(contact=result.values["contact"]))).results[0].state == "unchanged"
