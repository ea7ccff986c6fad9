"""What is due, in a terminal: it ends with what to do next, and a long list does not push that off the screen."""

from __future__ import annotations

import pytest

from generator.formatters.due import ALL, everything, on_one_screen
from generator.model.service import Service
from tests.builders import CHECKED, a_service
from tests.formatters.test_due_told import checked, found

RECORD = 'waymark due --done late --by "Your name" --how phoned'
NEXT = [
    "Next: ask Victim Support. What to ask:",
    "  waymark due --message late",
    "When they have answered, record it:",
    f"  {RECORD}",
]


def of_every_state() -> list[Service]:
    contact = {"phone": "01632 960001", "checked": CHECKED}
    return [
        checked("2026-06-01", id="soon"),
        a_service(id="part", checked=None, contact=[contact, {"phone": "01632 960002"}]),
        a_service(id="never", checked=None),
        checked("2026-05-01", id="due"),
        checked("2025-01-01", id="late"),
    ]


def many(number: int) -> list[Service]:
    return [checked("2025-01-01", id="late"), *(checked("2026-05-01", id=f"due-{n:02}") for n in range(number))]


def test_everything_stands_under_how_it_stands_and_ends_with_what_to_do_next() -> None:
    lines = list(everything(found(checked("2026-05-01", id="late"), checked("2026-06-01", id="soon"))))

    assert lines[:4] == [
        "Due (1).",
        "",
        "Victim Support (late)",
        "  Due since 2026-10-29, last checked on 2026-05-01.",
    ]
    assert "Due within 30 days (1)." in lines
    assert lines[-5:] == ["1 service wants a check now: 1 due. 1 more within 30 days.", *NEXT]


def test_a_line_a_service_on_one_screen_the_most_urgent_first() -> None:
    assert list(on_one_screen(found(*of_every_state()), 40)) == [
        "Overdue (1): the site tells people to call first.",
        "  Victim Support (late), since 2025-07-01",
        "Due (1).",
        "  Victim Support (due), since 2026-10-29",
        "Never checked (1): the site does not show yet how to reach them.",
        "  Victim Support (never)",
        "Checked in part (1): the site does not show the rest yet.",
        "  Victim Support (part)",
        "Due within 30 days (1).",
        "  Victim Support (soon), on 2026-11-29",
        ALL,
        "",
        "4 services want a check now: 1 overdue, 1 due, 1 never checked, 1 checked in",
        "part. 1 more within 30 days.",
        *NEXT,
    ]


@pytest.mark.parametrize("rows", [24, 40])
@pytest.mark.parametrize("contract", [None, "2026-12-01"])
def test_a_long_list_leaves_room_for_the_ending(rows: int, contract: str | None) -> None:
    services = [*many(30), *(checked("2026-11-20", id=f"c-{n}", contract_until="2026-12-01") for n in range(20))]
    lines = list(on_one_screen(found(*(services if contract else services[:31])), rows))

    assert rows - 4 <= len(lines) < rows
    assert lines[-4:] == NEXT
    assert sum(" and " in line and line.endswith(" more") for line in lines) == (2 if contract else 1)


def test_a_command_that_needs_two_lines_takes_them_from_the_list() -> None:
    long_id = "late" + "-on" * 20
    short, long = (
        list(on_one_screen(found(checked("2025-01-01", id=name), *many(30)[1:]), 24)) for name in ("late", long_id)
    )

    assert len(short) - len(long) == sum(len(line) > 80 for line in long[-4:]) == 2


def test_a_list_that_fits_is_whole() -> None:
    lines = list(on_one_screen(found(*many(5)), 24))

    assert sum(", since " in line for line in lines) == 6
    assert not any(line.endswith(" more") for line in lines)


def test_every_service_that_is_not_named_is_counted() -> None:
    lines = list(on_one_screen(found(*many(30)), 24))
    (more,) = [line for line in lines if line.endswith(" more")]

    assert sum(", since " in line for line in lines) + int(more.split()[1]) == 31


def test_it_is_said_where_nothing_is_due() -> None:
    nothing = found(checked("2026-11-20"))

    assert list(everything(nothing)) == list(on_one_screen(nothing, 24)) == ["No service wants a check now."]


def test_what_comes_is_next_where_nothing_is_due_now() -> None:
    lines = list(on_one_screen(found(checked("2026-06-01", id="late")), 24))

    assert lines[-5:] == ["No service wants a check now. 1 within 30 days.", *NEXT]


def test_a_command_that_is_too_long_for_a_line_goes_on_below_as_a_terminal_takes_it() -> None:
    name = "children-and-young-people-s-help"
    lines = list(everything(found(checked("2025-01-01", id=name))))

    assert lines[-2:] == [f"  waymark due --done {name} \\", '    --by "Your name" --how phoned']
