"""Headings as people write them lead to the right fields, in whichever row they stand."""

from __future__ import annotations

import pytest

from generator.staff.spreadsheets.headings import MapError, find_headings, key_of
from generator.staff.spreadsheets.table import Cell, Table, TableError


def a_table(*rows: str) -> Table:
    return Table(tuple(tuple(Cell(cell.strip()) for cell in row.split("|")) for row in rows))


def found(*rows: str, **told: str) -> dict[str, object]:
    headings = find_headings(a_table(*rows), told)
    return {one.called: one.key for one in headings.columns}


def test_common_names_are_known() -> None:
    assert found(
        "Service name|Provider|Tel|Web site|Post code|Opening times|Type of service|Crime types|Area covered"
    ) == {
        "Service name": ("name", 0),
        "Provider": ("organisation", 0),
        "Tel": ("contact.#.phone", 1),
        "Web site": ("contact.#.website", 2),
        "Post code": ("places.#.postcode", 1),
        "Opening times": ("contact.#.hours", 1),
        "Type of service": ("kind", 0),
        "Crime types": ("helps_with", 0),
        "Area covered": ("areas", 0),
    }


def test_several_numbers_are_several_contacts_from_left_to_right() -> None:
    assert found("Helpline|Mobile no.|E-mail address (enquiries)|Telephone 2") == {
        "Helpline": ("contact.#.phone", 1),
        "Mobile no.": ("contact.#.phone", 2),
        "E-mail address (enquiries)": ("contact.#.email", 3),
        "Telephone 2": ("contact.#.phone", 4),
    }


def test_a_slip_of_the_finger_is_a_guess() -> None:
    headings = find_headings(a_table("Service nmae|Telehpone"), {})

    assert [(one.key, one.how) for one in headings.columns] == [
        (("name", 0), "guessed"),
        (("contact.#.phone", 1), "guessed"),
    ]


def test_a_description_is_the_summary_unless_there_is_one() -> None:
    assert found("Name|Description") == {"Name": ("name", 0), "Description": ("summary", 0)}
    assert found("Name|Summary|Description")["Description"] == ("about", 0)


def test_the_lines_of_an_address_are_one_address() -> None:
    assert set(found("Address line 1|Address line 2|Town").values()) == {("places.#.address", 1)}


def test_headings_may_stand_below_a_title() -> None:
    headings = find_headings(a_table("Our services, 2026||", "||", "Name|Tel|Notes", "Help|1|2"), {})

    assert (headings.row, headings.ours) == (3, False)
    assert [(one.called, one.key) for one in headings.columns][2] == ("Notes", None)


def test_merged_headings_tell_two_columns_of_one_name_apart() -> None:
    assert found("|Office||Out of hours|", "Name|Tel|Hours|Tel|Hours") == {
        "Name": ("name", 0),
        "Office Tel": ("contact.#.phone", 1),
        "Office Hours": ("contact.#.hours", 1),
        "Out of hours Tel": ("contact.#.phone", 2),
        "Out of hours Hours": ("contact.#.hours", 2),
    }


def test_what_somebody_says_of_a_column_counts_more_than_what_we_know() -> None:
    assert found("Name|Tel|Line", Tel="-", Line="contact.phone") == {
        "Name": ("name", 0),
        "Tel": None,
        "Line": ("contact.#.phone", 1),
    }


@pytest.mark.parametrize(
    ("field", "key"),
    [
        ("name", ("name", 0)),
        ("contact.phone", ("contact.#.phone", 0)),
        ("contact.2.hours", ("contact.#.hours", 2)),
        ("places.postcode", ("places.#.postcode", 0)),
        ("Opening times", ("contact.#.hours", 0)),
        ("Contact 3 label", ("contact.#.label", 3)),
    ],
)
def test_a_field_has_the_names_that_authors_know(field: str, key: tuple[str, int]) -> None:
    assert key_of(field) == key


def test_a_field_or_a_column_that_does_not_exist_is_named_with_the_nearest() -> None:
    with pytest.raises(MapError, match=r"'contact.fone' is not a field of a service; did you mean \"contact.phone\""):
        key_of("contact.fone")
    with pytest.raises(MapError, match=r"there is no column 'Telefon'; did you mean \"Telephone\""):
        find_headings(a_table("Name|Telephone"), {"Telefon": "contact.phone"})


def test_a_table_without_headings_is_refused() -> None:
    with pytest.raises(TableError, match="no row has headings we know"):
        find_headings(a_table("1|2", "3|4"), {})
