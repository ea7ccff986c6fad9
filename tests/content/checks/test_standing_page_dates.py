from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.standing import RESULTS, RIGHTS, STATEMENT, advice_for, wrong_with_pages

FAULT = "violations:\n  - {criterion: 2.4.7 Focus Visible, what: A hidden outline., pages: 2}\n"


def test_pages_that_are_right_have_no_problem(tmp_path: Path) -> None:
    assert wrong_with_pages(tmp_path, rights=RIGHTS, accessibility=STATEMENT, results=RESULTS) == []


def test_a_superseded_code_stops_the_build_from_its_last_day(tmp_path: Path) -> None:
    text = RIGHTS.replace("superseded_on:", "superseded_on: 2026-12-01")

    assert wrong_with_pages(tmp_path, date(2026, 11, 30), rights=text) == []
    assert wrong_with_pages(tmp_path, date(2026, 12, 1), rights=text) == [
        (
            "content/rights.md:5:16: these rights were superseded on 2026-12-01; write those of the new Code, with its "
            "in_force_from, and take this line out"
        )
    ]


def test_a_code_is_not_published_before_it_is_in_force(tmp_path: Path) -> None:
    text = RIGHTS.replace("2021-04-01", "2026-11-23")

    assert wrong_with_pages(tmp_path, rights=text) == [
        (
            "content/rights.md:4:16: this Code is not in force before 2026-11-23; keep the one that is in force until "
            "that day"
        )
    ]


def test_a_right_leads_to_services_that_exist(tmp_path: Path) -> None:
    text = RIGHTS.replace("everyone,", "everyone, services: [victim-suport-cumbria],")

    assert wrong_with_pages(tmp_path, rights=text) == [
        (
            "content/rights.md:10:109: 'victim-suport-cumbria' is not a service in services.yaml; "
            'did you mean "victim-support-cumbria"?'
        )
    ]


def test_a_source_of_a_right_is_in_the_list_of_sources(tmp_path: Path) -> None:
    text = RIGHTS.replace("them., sources: [P105]", "them., sources: [P999]")

    assert wrong_with_pages(tmp_path, rights=text) == [
        "content/rights.md:12:47: 'P999' is not in the list of sources; add it there, or cite it in plain words"
    ]


def test_nobody_checks_tomorrow(tmp_path: Path) -> None:
    text = RIGHTS.replace("{on: 2026-11-20", "{on: 2026-11-23")

    assert wrong_with_pages(tmp_path, rights=text) == [
        "content/rights.md:7:15: 2026-11-23 is in the future; write the day it was done, 2026-11-22 at the latest"
    ]


def test_a_fix_that_is_late_stops_the_build(tmp_path: Path) -> None:
    assert wrong_with_pages(tmp_path, date(2027, 3, 31), accessibility=STATEMENT) == []
    assert wrong_with_pages(tmp_path, date(2027, 4, 1), accessibility=STATEMENT) == [
        (
            "content/accessibility.md:8:75: the fix was due on 2027-03-31; take the problem out if it is mended, "
            "or give a day to come"
        )
    ]


def test_a_statement_is_reviewed_every_year(tmp_path: Path) -> None:
    text = STATEMENT.replace("2027-03-31", "2028-03-31")

    assert wrong_with_pages(tmp_path, date(2027, 11, 19), accessibility=text) == []
    assert wrong_with_pages(tmp_path, date(2027, 11, 20), accessibility=text) == [
        (
            "content/accessibility.md:5:11: the statement was last reviewed on 2026-11-20, a year ago or more; "
            "review it, and write the day"
        )
    ]


@pytest.mark.parametrize(
    ("reviewed", "advised", "stopped"),
    [("2026-11-20", date(2027, 10, 20), date(2027, 11, 20)), ("2028-02-29", date(2029, 1, 29), date(2029, 2, 28))],
)
def test_a_month_before_that_it_is_advice(tmp_path: Path, reviewed: str, advised: date, stopped: date) -> None:
    text = STATEMENT.replace("2026-11-20", reviewed).replace("2027-03-31", "2030-03-31")

    assert advice_for(tmp_path, advised, RESULTS, accessibility=text) == [
        f"content/accessibility.md:5:11: last reviewed on {reviewed}; review the statement before {stopped}"
    ]
    assert advice_for(tmp_path, advised.replace(day=advised.day - 1), RESULTS, accessibility=text) == []
    assert len(wrong_with_pages(tmp_path, stopped, accessibility=text)) == 1


def test_a_fault_that_the_tests_found_is_named_in_the_statement(tmp_path: Path) -> None:
    assert wrong_with_pages(tmp_path, accessibility=STATEMENT, results=RESULTS + FAULT) == [
        (
            "content/accessibility.md:8:3: the tests found a fault that the statement does not name: 2.4.7 Focus "
            "Visible, A hidden outline.; mend it, or add it to problems with a day to fix it by"
        )
    ]


def test_a_fault_that_is_named_may_stay_until_its_day(tmp_path: Path) -> None:
    fault = FAULT.replace("2.4.7 Focus Visible", "1.4.3")

    assert wrong_with_pages(tmp_path, accessibility=STATEMENT, results=RESULTS + fault) == []


def test_a_safety_page_is_read_again_every_180_days(tmp_path: Path) -> None:
    text = "---\nchecked: {on: 2026-11-20, by: Us, how: read it}\n---\n# Stay safe online\n"

    assert advice_for(tmp_path, date(2027, 5, 19), stay_safe=text) == []
    assert advice_for(tmp_path, date(2027, 5, 20), stay_safe=text) == [
        (
            "content/stay-safe.md:2:15: last checked on 2026-11-20, more than 180 days ago; read the page again, and "
            "write the day"
        )
    ]


def test_a_safety_page_that_nobody_checked_says_so(tmp_path: Path) -> None:
    assert advice_for(tmp_path, stay_safe="# Stay safe online\n") == [
        "content/stay-safe.md:1:1: nobody has checked this page; add checked: {on: ..., by: ..., how: ...}"
    ]


def test_a_statement_without_results_says_so(tmp_path: Path) -> None:
    assert advice_for(tmp_path, accessibility=STATEMENT) == [
        (
            "content/accessibility.md:1:1: there are no test results, so the site says it does not comply; run the "
            "browser tests: accessibility-results.yaml"
        )
    ]
