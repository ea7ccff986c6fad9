"""campaigns/published.csv: each row that somebody changed, cut or merged is named with its line."""

from __future__ import annotations

from datetime import date

import pytest

from generator.content.checks.gone_posts import posts_that_are_gone
from generator.content.checks.ledger_ahead import rows_ahead
from generator.content.loading.campaigns import read_ledger
from generator.content.source.text_files import decode
from generator.model.ledger import Ledger

FILE = "campaigns/published.csv"
HEAD = "post,published\n"
ONE = "one,2027-02-01T09:45:00+00:00\n"
TWO = "two,2027-07-01T09:45:00+01:00\n"
RESTORE = "take this file back from git as it was"
CONFLICT = "git left a conflict here; keep every row of both sides, the earliest first, and take these lines out"


def read(text: str) -> tuple[Ledger, list[str]]:
    ledger, problems = read_ledger(text, FILE)
    return ledger, [str(problem) for problem in problems]


def test_r2_a_ledger_is_read_and_written_back_to_the_letter() -> None:
    ledger, problems = read(HEAD + ONE + TWO)
    assert problems == []
    assert "".join(f"{row}\n" for row in ledger.rows) == ONE + TWO


@pytest.mark.parametrize("text", [HEAD, HEAD + ONE.strip(), HEAD + ONE])
def test_a_ledger_may_be_empty_or_lack_its_last_newline(text: str) -> None:
    assert read(text)[1] == []


def test_a_row_in_the_hour_that_comes_twice_is_later_than_one_before_it() -> None:
    rows = "one,2027-10-31T01:50:00+01:00\ntwo,2027-10-31T01:10:00+00:00\n"
    problems = read_ledger(HEAD + rows, FILE).problems
    assert problems == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", f'1:1: this file is empty, and its first line must be "post,published"; {RESTORE}, or write that line'),
        (ONE, f"1:1: the first line must be \"post,published\", but it is '{ONE.strip()}'; {RESTORE}"),
        ("post,published,feeds\n", "1:1: 'feeds' is not a column of this file; its first line is \"post,published\""),
        (HEAD + "<<<<<<< HEAD\n" + ONE, f"2:1: {CONFLICT}"),
        (HEAD + ONE + "=======\n" + TWO, f"3:1: {CONFLICT}"),
        (HEAD + ONE + ">>>>>>> other\n", f"3:1: {CONFLICT}"),
        (HEAD + "\n" + ONE, "2:1: this line is empty; take it out"),
        (
            HEAD + "one\n",
            "2:1: 'one' is not a post and its date; a row reads "
            f"dating-scams-2027-launch,2027-02-01T09:45:00+00:00: {RESTORE}",
        ),
        (
            HEAD + "one,2027-02-01T09:4",
            f"2:1: '2027-02-01T09:4' is not a date as 2027-02-01T09:45:00+00:00, perhaps cut short; {RESTORE}",
        ),
        (
            HEAD + "one,01/02/2027 09:45\n",
            f"2:1: '01/02/2027 09:45' is not a date as 2027-02-01T09:45:00+00:00, perhaps cut short; {RESTORE}",
        ),
        (
            HEAD + "one,2027-02-01T09:45:00\n",
            f"2:1: '2027-02-01T09:45:00' is not a date as 2027-02-01T09:45:00+00:00, perhaps cut short; {RESTORE}",
        ),
        (HEAD + ONE + "one,2027-02-01T09:46:00+00:00\n", f"3:1: 'one' is on line 2 already; {RESTORE}"),
        (
            HEAD + ONE + ONE.replace("one", "other"),
            f"3:7: this date is not later than that of line 2; rows are never changed or moved: {RESTORE}",
        ),
        (
            HEAD + TWO + ONE,
            f"3:5: this date is not later than that of line 2; rows are never changed or moved: {RESTORE}",
        ),
    ],
)
def test_what_is_out_of_place_is_named_with_its_line(text: str, said: str) -> None:
    assert read(text)[1] == [f"{FILE}:{said}"]


def test_a_ledger_that_is_not_utf_8_is_named() -> None:
    read, problems = decode(HEAD.encode() + b"on\xff", FILE)
    assert read is None
    assert [str(problem) for problem in problems] == [
        f"{FILE}:2:3: this is not UTF-8 text; save the file again with the encoding UTF-8"
    ]


def test_r32_a_row_whose_post_is_gone_stays_and_is_advice() -> None:
    ledger, _ = read(HEAD + ONE + TWO)
    assert [(str(one), one.severity == "notice") for one in posts_that_are_gone(ledger, FILE, {"one"})] == [
        (
            f"{FILE}:3:1: 'two' is in no campaign; if you changed its id, change it back: "
            "schedulers would post it again. The row stays",
            True,
        )
    ]


def test_a_row_from_a_clock_that_ran_ahead_is_told_and_never_to_be_taken_back() -> None:
    ledger, problems = read(HEAD + "one,2027-02-01T09:45:00+00:00\ntwo,2072-02-01T09:45:00+00:00\n")

    assert problems == []
    assert [str(one) for one in rows_ahead(ledger, FILE, date(2027, 8, 1))] == [
        f"{FILE}:3:5: '2072-02-01T09:45:00+00:00' has not come yet: a clock ran ahead when this post went out. "
        "Leave the row; new posts wait until then"
    ]
    assert rows_ahead(ledger, FILE, date(2072, 1, 31)) == []
