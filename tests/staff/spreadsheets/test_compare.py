"""Every row is new, changed, unchanged, or named with its reason, its row and its column."""

from __future__ import annotations

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.staff.spreadsheets.cells import WITHHELD
from generator.staff.spreadsheets.columns import COLUMNS, SYNONYMS
from generator.staff.spreadsheets.headings import MapError
from generator.staff.spreadsheets.row_changes import Result
from generator.staff.spreadsheets.table import Cell, Table, TableError
from tests.builders import a_catalogue, a_service
from tests.staff.spreadsheets.services import as_csv, exported, imported, result_of

GOOD = "Harbour|Victim Support|Helpline|A line.|Any crime|Cumbria"
THERE = a_catalogue(a_service())


def problems(result: Result) -> list[str]:
    return [str(problem) for problem in result.problems]


def test_a_row_that_nobody_has_yet_is_new_and_gets_an_id_of_its_name() -> None:
    result = result_of(f"{GOOD}|0300 303 0554", THERE)

    assert (result.state, result.problems) == ("new", [])
    assert result.values == {
        "id": "harbour",
        "name": "Harbour",
        "kind": "helpline",
        "organisation": "victim-support",
        "summary": "A line.",
        "helps_with": ["any-crime"],
        "areas": ["cumbria"],
        "contact": [{"phone": "0300 303 0554"}],
    }


def test_nobody_is_said_to_have_checked_an_imported_contact() -> None:
    assert "checked" not in str(result_of(f"{GOOD}|0300 303 0554", THERE).values)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            f"{GOOD}|0300 303",
            "row 2, column Tel: '0300 303' can't be a UK phone number; write it as 0300 123 4567",
        ),
        (
            "Harbour|Victim Support|Helplns|A line.|Any crime|Cumbria|",
            "row 2, column Kind: 'Helplns' is not a kind of service; did you mean \"helpline\"?",
        ),
        (
            "Harbour|Harbor Trust|Helpline|A line.|Any crime|Cumbria|",
            "row 2, column Organisation: 'Harbor Trust' is not an organisation in services.yaml; see below",
        ),
        (
            f"{GOOD}|Day 01632 960321 / night 01632 960322",
            "row 2, column Tel: there are 2 numbers in 'Day 01632 960321 / night 01632 960322'; leave the first, "
            "and put the next in a column of its own, with the heading Telephone 2",
        ),
        ("|Victim Support|Helpline|A line.|Any crime|Cumbria|", "row 2: nothing says Service name"),
        ("Harbour|Victim Support|Helpline||Any crime||", "row 2: nothing says Summary and Areas"),
        (
            "日本|Victim Support|Helpline|A line.|Any crime|Cumbria|",
            "row 2, column Waymark id: no id can be made of this name; "
            "add a column Waymark id, and write one such as harbour-helpline",
        ),
    ],
)
def test_a_row_that_cannot_be_taken_is_named_with_its_column_and_the_way_to_mend_it(row: str, said: str) -> None:
    result = result_of(row, THERE)

    assert (result.state, problems(result)) == ("to mend", [said])


def test_all_that_is_wrong_with_a_row_is_named_at_once() -> None:
    result = result_of(f"{GOOD}|0300 303|9-5|x", THERE, "Name|Provider|Kind|Summary|Crime|Area|Tel|Hours|Min age")

    assert [problem.column for problem in result.problems] == ["Tel", "Min age"]
    assert result.made[0].startswith("Hours was not taken: '9-5' can mean")


def test_what_is_read_as_something_else_is_told() -> None:
    result = result_of(f"{GOOD.replace('Helpline', 'Therapy')}|", THERE)

    assert [(one.column, one.said, one.read_as) for one in result.row.taken] == [("Kind", "Therapy", "counselling")]


def test_a_number_that_a_spreadsheet_cut_short_is_read_with_its_first_0_and_told() -> None:
    for cut in ("3003030554", "443003030554"):
        result = result_of(f"{GOOD}|{cut}", THERE)

        assert result.values["contact"] == [{"phone": "0300 303 0554"}]
        assert [(one.said, one.read_as) for one in result.row.taken] == [(cut, "0300 303 0554")]


def test_the_same_service_is_known_by_its_name_and_organisation() -> None:
    same = (
        "the Victim Support|Victim Support|Victim hub|Free, private help after any crime.|any-crime|Cumbria|01632960001"
    )
    result = result_of(same, THERE)

    assert (result.state, result.id) == ("changed", "victim-support-cumbria")
    assert [(change.called, change.old, change.new) for change in result.changes] == [
        ("Service name", "Victim Support", "the Victim Support")
    ]


def test_in_a_table_of_others_an_empty_cell_changes_nothing_and_a_new_number_is_one_more_contact() -> None:
    result = result_of("Victim Support|Victim Support|||||0300 303 0554", THERE)

    assert (result.state, problems(result)) == ("changed", [])
    assert [(change.called, change.old, change.new) for change in result.changes] == [
        ("Contact 2 kind", None, "phone"),
        ("Contact 2 number or address", None, "0300 303 0554"),
    ]


def test_in_our_own_table_an_empty_cell_takes_the_value_out() -> None:
    there = a_catalogue(a_service(first_step="Call.", contact=[{"phone": "01632 960001"}, {"email": "a@example.org"}]))
    rows = [list(row) for row in exported(there).rows]
    for heading in ("First step", "Contact 1 kind", "Contact 1 number or address"):
        rows[1][rows[0].index(heading)] = ""
    (result,) = imported(Table(tuple(tuple(map(Cell, row)) for row in rows)), there).results

    assert [(change.key, change.new) for change in result.changes] == [
        (("first_step", 0), None),
        (("contact.#.way", 1), None),
        (("contact.#.to", 1), None),
    ]
    assert result.values["contact"] == [{"email": "a@example.org"}]


def test_a_column_that_staff_took_out_of_our_table_changes_nothing() -> None:
    there = a_catalogue(a_service(first_step="Call."))
    rows = [row[:4] for row in exported(there).rows]

    (result,) = imported(Table(tuple(tuple(map(Cell, row)) for row in rows)), there).results
    assert (result.state, problems(result)) == ("unchanged", [])


def test_two_rows_of_one_service_are_named() -> None:
    rows = imported(f"Name|Provider|Kind|Summary|Issue|Area\n{GOOD}\n\n{GOOD}\n", THERE).results

    assert [result.state for result in rows] == ["new", "to mend"]
    assert problems(rows[1]) == ["row 4: this is the same service as in row 2 (harbour); keep one of them"]


def test_columns_that_nobody_takes_are_listed_with_what_is_in_them() -> None:
    left = imported(f"Name|Provider|Kind|Summary|Issue|Area|Notes\n{GOOD}|Ring Bob\n", THERE).left

    assert [(one.heading, one.values, one.example) for one in left] == [("Notes", 1, "Ring Bob")]


def test_what_holds_for_every_row_can_be_said_once_and_never_over_what_a_row_says() -> None:
    table = "Name|Provider|Summary|Area\nHarbour|Victim Support|A line.|\nCoast|Victim Support|A line.|UK\n"
    rows = imported(table, THERE, kind="helpline", helps_with="any-crime", areas="Cumbria")

    assert [result.values["areas"] for result in rows.results] == [["cumbria"], ["uk"]]
    with pytest.raises(MapError, match="--default kind: 'x' is not a kind of service"):
        imported(table, THERE, kind="x")


def test_organisations_that_are_not_there_are_listed_and_can_be_taken_along() -> None:
    table = f"Name|Provider|Kind|Summary|Issue|Area\n{GOOD.replace('Victim Support', 'Harbour Trust')}\n"

    assert imported(table, THERE).organisations == {"harbour-trust": "Harbour Trust"}
    assert imported(table, THERE, add_organisations=True).results[0].state == "new"
    for no_name in ("日本", "<b>Harbour</b>", "Harbour " * 20):
        assert imported(table.replace("Harbour Trust", no_name), THERE).organisations == {}


def test_an_imported_place_is_shown_to_nobody_until_somebody_says_so() -> None:
    result = result_of(f"{GOOD}|1 Quay St|Kendal", THERE, "Name|Provider|Kind|Summary|Issue|Area|Address|Town")

    assert result.values["places"] == [{"name": "Main building", "address": "1 Quay St, Kendal", "show": "never"}]
    assert result.made == (
        "Place 1 is not shown, because nothing says that it may be",
        'Place 1 has no name, so it is called "Main building"',
    )


REFUGE = a_catalogue(
    a_service(kind="refuge", places=[{"name": "Lark House", "address": "7 Goose Lane", "postcode": "CA9 9ZZ"}])
)


def test_a_withheld_place_is_not_in_the_table_and_is_kept_when_it_comes_back() -> None:
    table = exported(REFUGE)
    text = str(table.rows)

    assert table.withheld == 1
    assert not any(secret in text for secret in ("Lark", "Goose", "CA9"))
    assert [result.state for result in imported(as_csv(table), REFUGE).results] == ["unchanged"]
    assert "7 Goose Lane" in str(exported(REFUGE, with_withheld=True).rows)


def test_a_secret_address_can_not_be_made_public_by_a_table_that_does_not_hold_it() -> None:
    rows = [list(row) for row in exported(REFUGE).rows]
    rows[1][rows[0].index("Place 1 is shown")] = "full"
    (result,) = imported(Table(tuple(tuple(map(Cell, row)) for row in rows)), REFUGE).results

    assert problems(result) == [
        "row 2, column Place 1 is shown: a part of this place is withheld, so the rest can't change here; "
        "change it in services.yaml"
    ]


def test_withheld_in_a_table_for_another_directory_is_named() -> None:
    (result,) = imported(as_csv(exported(REFUGE)), a_catalogue()).results

    assert result.state == "to mend"
    assert problems(result)[0] == (
        "row 2, column Place 1 name: this cell says withheld, but services.yaml has nothing to keep here; empty it"
    )


def test_a_place_of_which_the_name_alone_is_public_keeps_the_rest_back() -> None:
    there = a_catalogue(a_service(places=[{"name": "Hub", "address": "7 Goose Lane", "show": "area"}]))
    row = dict(zip(*exported(there).rows, strict=True))

    assert (row["Place 1 name"], row["Place 1 address"], row["Place 1 postcode"]) == ("Hub", WITHHELD, "")


def test_a_cell_that_gives_a_secret_place_away_is_withheld_whatever_it_is() -> None:
    from generator.staff.spreadsheets.export_table import services_table

    there = a_catalogue(a_service(first_step="Come to Goose Lane."))
    table = services_table(there, with_withheld=False, leaks=lambda text: "Goose" in text)

    assert dict(zip(*table.rows, strict=True))["First step"] == WITHHELD
    assert [result.state for result in imported(as_csv(table), there).results] == ["unchanged"]


WORDS = [
    "",
    "Victim Support",
    "victim-support-cumbria",
    "helpline",
    "Cumbria",
    "any-crime",
    "0300 303 0554",
    "3003030554",
]
WORDS += [
    "24/7",
    "withheld",
    "'withheld",
    "[en] A [cy] B",
    "[en]",
    "a; b\\",
    "'=1",
    "full",
    "phone",
    "x" * 400,
    "<b>",
    "\u202e",
]
HEADINGS = ["Waymark id", *(name for names in SYNONYMS.values() for name in names), "", "Zzz"]
HEADINGS += [column.called(number) for column in COLUMNS for number in (1, 2)]
CELLS = st.builds(
    Cell, st.sampled_from(WORDS), st.sampled_from(["text", "text", "text", "number", "day", "formula", "mistake"])
)
TABLES = st.tuples(
    st.lists(st.sampled_from(HEADINGS).map(Cell), min_size=1, max_size=12).map(tuple),
    st.lists(st.lists(CELLS, max_size=13).map(tuple), max_size=3),
).map(lambda parts: Table((parts[0], *parts[1])))


@given(table=TABLES)
@settings(max_examples=100, phases=(Phase.explicit, Phase.generate))
def test_every_row_of_any_table_gets_a_result_with_a_reason_where_it_can_not_be_taken(table: Table) -> None:
    try:
        found = imported(table, REFUGE, kind="helpline", organisation="victim-support", areas="cumbria")
    except TableError:
        return
    below = table.rows[found.headings.row :]
    says = sum(any(cell.text.strip(" \n\t\u202e") or cell.kind != "text" for cell in row) for row in below)
    assert len(found.results) + len(found.carried) + len(found.sections) == says
    assert [(one.state == "to mend") for one in found.results] == [bool(one.problems) for one in found.results]
