"""What is due, in words, as a table and as the text of an issue."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

import pytest

from generator.formatters.due import COLUMNS, DueList, as_csv, as_issue, done_with, everything, on_one_screen
from generator.model.service import Service
from generator.staff.planning.checks_due import DayWords, contracts_ending, due_within
from tests.builders import CHECKED, a_service, an_edition

SAY = DayWords(str, lambda hours: hours.text)


def found(*services: Service, within: int = 30, now: str = "2026-11-22 09:00") -> DueList:
    edition = an_edition(*services, now=now)
    return DueList(edition, due_within(edition, within), contracts_ending(edition), within, SAY)


def checked(on: str, **changes: object) -> Service:
    return a_service(**({"checked": {"on": on, "by": "A", "how": "phoned"}} | changes))


def states(services: Iterable[Service]) -> dict[str, str]:
    one = found(*services)
    return {due.service.id: one.state(due) for due in one.due}


def test_how_a_service_stands_is_said_in_a_sentence() -> None:
    contact = {"phone": "01632 960001", "checked": CHECKED}
    assert states(
        [
            checked("2025-01-01", id="overdue"),
            checked("2026-05-01", id="due"),
            checked("2026-06-01", id="soon"),
            a_service(id="never", checked=None),
            a_service(id="part", checked=None, contact=[contact, {"phone": "01632 960002", "label": "Office"}]),
        ]
    ) == {
        "overdue": ("overdue since 2025-07-01, last checked on 2025-01-01: the site tells people to call first"),
        "due": "due since 2026-10-29, last checked on 2026-05-01",
        "soon": "due on 2026-11-29, last checked on 2026-06-01",
        "never": "nobody has checked contact 1 (phone), so the site keeps it back",
        "part": "nobody has checked contact 2 (phone, Office), so the site keeps it back",
    }


POINT = {"name": "Library", "show": "full", "hours": "Tu 10:00-12:00; PH off"}
OLD = {"on": "2026-05-01", "by": "A", "how": "phoned"}
LONG_AGO = {"on": "2025-01-01", "by": "A", "how": "phoned"}


def test_a_point_that_nobody_has_checked_or_not_lately_is_said_where_its_service_is_fresh() -> None:
    number = {"phone": "01632 960001", "checked": CHECKED}
    services = [
        a_service(id="old", points=[POINT, POINT | {"checked": OLD}]),
        a_service(id="long-ago", points=[POINT | {"checked": LONG_AGO}, POINT | {"checked": OLD}]),
        a_service(id="kept-back", checked=None, contact=[number], points=[POINT, POINT]),
    ]
    assert states(services) == {
        "long-ago": (
            "overdue since 2025-07-01, last checked on 2025-01-01: the site tells people to call first; "
            "the check of points 1 and 2 is too old"
        ),
        "old": "due since 2026-10-29, last checked on 2026-05-01; the check of point 2 is too old",
        "kept-back": "nobody has checked points 1 and 2, so the site keeps their hours and numbers back",
    }
    lines = list(on_one_screen(found(*services), 40))
    assert "3 services want a check now: 1 overdue, 1 due, 1 checked in part." in lines
    assert next(iter(as_issue(found(*services)))) == "3 services want a check now."
    assert done_with(services[2]).endswith("--how phoned --contact all --point all")


def test_a_point_whose_check_will_be_old_soon_is_due_then() -> None:
    soon = a_service(points=[POINT | {"checked": OLD | {"on": "2026-06-01"}}])

    assert states([soon]) == {"victim-support-cumbria": "due on 2026-11-29, last checked on 2026-06-01"}


def test_an_issue_says_so_where_nothing_is_due() -> None:
    assert list(as_issue(found(checked("2026-11-20")))) == ["Nothing is due."]


def test_services_whose_contacts_are_checked_one_by_one_are_checked_so() -> None:
    service = a_service(contact=[{"phone": "01632 960001", "checked": CHECKED}])

    assert done_with(service).endswith("--how phoned --contact all")


@pytest.mark.parametrize(
    ("until", "words"),
    [
        ("2027-02-20", "contract in 90 days, on 2027-02-20"),
        ("2026-11-23", "contract in 1 day, on 2026-11-23"),
        ("2026-11-22", "contract today, 2026-11-22"),
        ("2026-10-31", "contract ended on 2026-10-31"),
    ],
)
def test_a_contract_that_ends_is_said_with_its_day(until: str, words: str) -> None:
    one = found(checked("2026-11-20", contract_until=until))

    assert [one.contract(service).replace("contract ends ", "contract ") for service in one.contracts] == [
        f"Victim Support (victim-support-cumbria): {words}"
    ]
    assert any(words.removeprefix("contract ") in line for line in everything(one))


def test_a_contract_that_ends_later_or_of_a_service_that_has_closed_is_left_out() -> None:
    later, closed = (
        checked("2026-11-20", contract_until="2027-02-21"),
        a_service(id="b", contract_until="2026-12-01", status="closed"),
    )

    assert found(later, closed).contracts == []


def test_what_comes_is_left_out_where_nobody_looks_so_far_ahead() -> None:
    assert found(checked("2026-06-01"), within=6).due == []
    assert len(found(checked("2026-06-01"), within=7).due) == 1


def test_the_table_has_a_row_for_each_service_and_nothing_a_spreadsheet_would_reckon() -> None:
    services = [
        checked("2026-05-01", name="=1+1", contract_until="2026-12-01"),
        checked("2026-11-20", id="ends", contract_until="2026-12-31"),
    ]
    text = as_csv(found(*services)).decode()
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))

    assert text.startswith("\ufeff")
    assert list(rows[0]) == COLUMNS
    assert [(row["id"], row["state"], row["due"], row["contract_until"]) for row in rows] == [
        ("victim-support-cumbria", "due", "2026-10-29", "2026-12-01"),
        ("ends", "fresh", "2027-05-20", "2026-12-31"),
    ]
    assert rows[0]["name"] == "'=1+1"
    assert rows[0]["ask"].startswith("contacts; area; wait; ")


def test_an_issue_has_a_box_for_each_service_its_questions_and_the_command() -> None:
    lines = list(as_issue(found(checked("2026-05-01", name="Help_us @all *now*"))))

    assert lines[0] == "1 service wants a check now."
    assert lines[2] == (
        "- [ ] **Help\\_us @\u200ball \\*now\\*** (`victim-support-cumbria`): "
        "due since 2026-10-29, last checked on 2026-05-01."
    )
    assert lines[3].startswith("  1. Do the ways to reach you")
    assert lines[-1] == (
        '  When it is checked: `waymark due --done victim-support-cumbria --by "Your name" --how phoned`'
    )


def test_no_form_of_it_holds_a_secret_place_or_a_number_that_is_kept_back() -> None:
    place = {"name": "Larkspur House", "address": "7 Gooseberry Lane", "postcode": "CA99 9ZZ"}
    contact = {"phone": "01632 960001", "label": "Gooseberry Lane, 7 Gooseberry Lane"}
    one = found(a_service(kind="refuge", checked=None, places=[place], contact=[contact]))

    for text in (
        "\n".join(everything(one)),
        "\n".join(on_one_screen(one, 24)),
        as_csv(one).decode(),
        "\n".join(as_issue(one)),
    ):
        assert "victim-support-cumbria" in text
        assert not any(word in text for word in ("Larkspur", "7 Gooseberry", "CA99", "960001"))
