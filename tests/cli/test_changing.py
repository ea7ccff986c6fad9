"""Changes from a spreadsheet in an author's file: one field at a time, or left to a person; never half a secret."""

from __future__ import annotations

from typing import Any

from hypothesis import Phase, given, settings

from generator.content.editing.yaml_writer import item
from generator.content.source.yaml_parser import read_yaml
from generator.model.service import Service
from generator.staff.spreadsheets.apply_row import changed
from generator.staff.spreadsheets.flatten import plain
from generator.staff.spreadsheets.row_changes import FieldChange
from tests.builders import a_catalogue, a_service
from tests.staff.spreadsheets.services import SERVICES, as_csv, exported, imported


def a_file(service: Service) -> str:
    """The service as its author keeps it, between two others."""
    lines = ["- id: before", *item(plain(service)), "# the end", "- id: after"]
    return "services:\n" + "".join(f"  {line}\n" if line else "\n" for line in lines)


def records(text: str) -> list[Any]:
    value, problems = read_yaml(text, "s")
    assert isinstance(value, dict), problems
    return list(value["services"])


def after(old: Service, new: Service) -> tuple[str, list[FieldChange]]:
    """The file of the old service once a table of the new one was imported."""
    wide = a_catalogue(new, old.model_copy(update={"id": "another"}))  # so that there is a column for each contact
    table = as_csv(exported(wide, with_withheld=True))
    result, _ = imported(table, a_catalogue(old)).results
    assert result.problems == []
    text = a_file(old)
    return changed(text, "s", records(text)[1], 1, result)


@given(old=SERVICES, new=SERVICES)
@settings(max_examples=50, phases=(Phase.explicit, Phase.generate))
def test_what_is_not_left_to_a_person_is_in_the_file_and_nothing_else_is(old: Service, new: Service) -> None:
    new = new.model_copy(update={"id": old.id})
    text, by_hand = after(old, new)
    before, now, behind = records(text)

    assert (before, behind) == ({"id": "before"}, {"id": "after"})
    assert text.endswith("  # the end\n  - id: after\n")
    if not by_hand:
        assert plain(Service.model_validate(now)) == plain(new)


def changes(old: dict[str, Any], new: dict[str, Any]) -> tuple[str, list[str]]:
    """The lines that are other ones now, and what is left to a person."""
    first = a_file(a_service(**old))
    text, by_hand = after(a_service(**old), a_service(**new))
    gone = [f"-{line}" for line in first.splitlines() if line not in text.splitlines()]
    come = [f"+{line}" for line in text.splitlines() if line not in first.splitlines()]
    return "\n".join([*gone, *come]), [change.called for change in by_hand]


def test_lists_lines_and_fields_that_go_are_set_where_they_stand() -> None:
    old = {"helps_with": ["asb"], "about": "One.\n\nTwo.", "first_step": "Call."}
    new = {"helps_with": ["asb", "any-crime"], "about": "One.\n\nThree.", "cost": "free"}

    assert changes(old, new) == (
        "-    about: |-\n"
        "-      Two.\n"
        "-    helps_with: [asb]\n"
        "-    first_step: Call.\n"
        "+    about: |\n"
        "+      Three.\n"
        "+    helps_with: [asb, any-crime]\n"
        "+    cost: free",
        [],
    )


def test_a_contact_that_goes_takes_its_lines_along() -> None:
    phone, chat = {"phone": "01632 960001", "label": "Line"}, {"chat": "https://example.org"}

    assert changes({"contact": [phone, chat]}, {"contact": [phone]}) == ("-      - chat: https://example.org", [])
    assert changes({"contact": [chat]}, {"contact": []})[0] == "-    contact:\n-      - chat: https://example.org"


def test_a_new_number_never_stands_under_a_check_that_was_made_before_it() -> None:
    old = {"contact": [{"phone": "01632 960001"}]}
    new = {"contact": [{"phone": "01632 960002"}, {"email": "a@example.org"}]}
    check = {"on": "2026-11-21", "by": "Us", "how": "phoned"}

    assert changes(old, new) == (
        "",
        ["Contact 2 kind", "Contact 1 number or address", "Contact 2 number or address"],
    )
    assert changes(old, new | {"checked": check})[1] == []
    assert changes(old | {"checked": None}, new | {"checked": None})[1] == []


def test_half_a_change_of_a_place_is_no_change() -> None:
    old = {"places": [{"name": "Hub", "address": "7 Goose Lane", "show": "never"}]}
    new = {"places": [{"name": "Hub", "postcode": "CA1 1AA", "show": "full"}], "cost": "free"}
    text, by_hand = after(a_service(**old), a_service(**new))

    assert by_hand == []
    assert "Goose" not in text

    flow = a_file(a_service(**old)).replace(
        "    places:\n      - name: Hub\n        address: 7 Goose Lane\n        show: never\n",
        "    places: [{name: Hub, address: 7 Goose Lane, show: never}]\n",
    )
    (result,) = imported(as_csv(exported(a_catalogue(a_service(**new)))), a_catalogue(a_service(**old))).results
    assert changed(flow, "s", records(flow)[1], 1, result) == (flow, list(result.changes))
