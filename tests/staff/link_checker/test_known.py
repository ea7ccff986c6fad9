"""links.csv: the last good day of each address, the same bytes for the same rows."""

from __future__ import annotations

from datetime import date

import pytest

from generator.staff.link_checker.result import Finding, known_after, read_known, written_known

A, B, C = "https://a.example.org/", "https://b.example.org/?q=1,2", "https://c.example.org/"
NOVEMBER, DECEMBER = date(2026, 11, 20), date(2026, 12, 1)


def test_a_table_is_sorted_and_comes_back_as_it_was() -> None:
    text = written_known({B: None, A: NOVEMBER})

    assert text == 'address,last_good\nhttps://a.example.org/,2026-11-20\n"https://b.example.org/?q=1,2",\n'
    assert written_known(read_known(text, "links.csv").value) == text


def test_what_works_is_good_today_and_what_does_not_keeps_its_day() -> None:
    findings = [Finding(A, "moved"), Finding(B, "dead")]

    assert known_after({A: NOVEMBER, B: NOVEMBER}, findings, [A, B, C], DECEMBER) == {A: DECEMBER, B: NOVEMBER, C: None}


def test_an_address_that_nobody_writes_any_more_has_no_row() -> None:
    assert known_after({A: NOVEMBER, B: NOVEMBER}, [], [B], DECEMBER) == {B: NOVEMBER}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("adress,last_good\n", 'links.csv:1:1: the first line is "address,last_good"; put it back'),
        (
            "address,last_good\n<<<<<<< HEAD\n",
            "links.csv:2:1: git left a conflict here; keep the rows of both sides",
        ),
        (
            "address,last_good\nhttps://a.example.org/,20/11/2026\n",
            "links.csv:2:1: 'https://a.example.org/,20/11/2026' is not an address and a day; "
            "write https://www.example.org/,2026-11-20",
        ),
    ],
)
def test_a_slip_in_the_table_is_named(text: str, problem: str) -> None:
    problems = read_known(text, "links.csv").problems

    assert list(map(str, problems)) == [problem]
