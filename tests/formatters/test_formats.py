from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest

from generator.diagnostics import Diagnostic, Location
from generator.formatters.github import annotated
from generator.formatters.json_report import document
from generator.formatters.problem_text import blocks, folded, good, to_mend
from generator.report import DueService, Report

FILES = {"campaigns/a.md": ["---", "  - kind: refuges"]}
KIND = Diagnostic("unknown-kind", "error", Location("campaigns/a.md", 2, 11), "'refuges' is not a kind")
TWO = Diagnostic("unknown-kind", "error", Location("campaigns/a.md", 4, 19), "'CA1' is not a postcode")
ADVICE = Diagnostic("too-long", "warning", Location("content/a.md", 3, 1), "this is long")
LATER = Diagnostic("not-confirmed", "notice", Location("content/b.md", 3, 1), "confirm it")


def lines(file: str) -> Sequence[str]:
    return FILES.get(file, [])


def test_a_block_is_the_problem_the_line_and_the_mark() -> None:
    assert list(blocks([KIND], lines)) == [
        "campaigns/a.md:2:11: 'refuges' is not a kind\n  2 |   - kind: refuges\n    |           ^^^^^^^"
    ]


def test_advice_says_so_first() -> None:
    assert list(blocks([ADVICE], lines, prefix="advice: ")) == ["advice: content/a.md:3:1: this is long"]


def test_colour_changes_no_word() -> None:
    plain = "\n".join(blocks([KIND, ADVICE], lines, prefix="advice: "))
    coloured = "\n".join(blocks([KIND, ADVICE], lines, prefix="advice: ", colour=True))

    assert "\x1b[" in coloured
    for code in ("\x1b[1m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[34m", "\x1b[0m"):
        coloured = coloured.replace(code, "")
    assert coloured == plain


def test_in_a_terminal_whole_words_go_to_the_next_line() -> None:
    assert next(blocks([KIND], lines, room=40, alone=True, colour=True)).splitlines()[:2] == [
        "\x1b[1mcampaigns/a.md:2:11:\x1b[0m 'refuges' is not a",
        "    kind",
    ]
    assert folded("https://help.example.org/far/too/long is", 10) == ["https://help.example.org/far/too/long", "    is"]


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (Report([KIND]), "1 to mend in 1 file."),
        (Report([KIND, TWO], [ADVICE, LATER]), "2 to mend in 1 file; 2 pieces of advice."),
        (Report([KIND], [ADVICE, LATER], strict=True), "2 to mend in 2 files; 1 piece of advice."),
        (Report([KIND], notes=["late"]), "1 to mend in 1 file; 1 piece of advice."),
    ],
)
def test_the_count_says_how_much_there_is_to_do(report: Report, words: str) -> None:
    assert to_mend(report) == words


def test_good_content_is_counted_too() -> None:
    assert good(Report(services=1, campaigns=2)) == "Good: 1 service, 2 campaigns, nothing to mend."
    assert good(Report(services=3, campaigns=1, advice=[ADVICE])) == (
        "Good: 3 services, 1 campaign, nothing to mend; 1 piece of advice."
    )


def test_a_github_job_gets_one_annotation_for_each_thing() -> None:
    report = Report(
        [KIND],
        [ADVICE, LATER],
        ["2 posts"],
        [DueService("harbour", "due", "2026-01-01"), DueService("two", "unchecked", None)],
    )

    assert list(annotated(report, lambda file: f"site/{file}")) == [
        "::error file=site/campaigns/a.md,line=2,col=11,title=To mend%3A unknown-kind::'refuges' is not a kind",
        "::warning file=site/content/a.md,line=3,col=1,title=Advice%3A too-long::this is long",
        "::notice file=site/content/b.md,line=3,col=1,title=Advice%3A not-confirmed::confirm it",
        "::notice title=Advice::2 posts",
        "::notice title=Due for a check::2 services want a check: harbour, two",
    ]


def test_a_strict_check_makes_errors_of_advice_that_may_not_wait() -> None:
    said = list(annotated(Report((), [ADVICE, LATER], strict=True), str))

    assert [line.split()[0] for line in said] == ["::error", "::notice"]


def test_signs_that_mean_something_to_github_are_written_so_that_they_do_not() -> None:
    odd = Diagnostic("unknown-kind", "error", Location("a,b:c%d.md", 1, 1), "100%: a\r\n::error::b, c")

    assert list(annotated(Report([odd]), str)) == [
        "::error file=a%2Cb%3Ac%25d.md,line=1,col=1,title=To mend%3A unknown-kind::100%25: a%0D%0A::error::b, c"
    ]


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (DueService("harbour", "due", "2026-01-01"), "due for a check: harbour (since 2026-01-01)"),
        (DueService("harbour", "overdue", "2026-01-01"), "due for a check: harbour (overdue since 2026-01-01)"),
        (DueService("harbour", "unchecked", None), "due for a check: harbour (never checked)"),
        (
            DueService("harbour", "fresh", "2027-05-22"),
            "due for a check: harbour (checked in part: a way to reach it was never checked, and is not shown)",
        ),
    ],
)
def test_it_is_said_why_a_service_wants_a_check(wanted: DueService, words: str) -> None:
    assert str(wanted) == words


def test_the_document_says_everything() -> None:
    report = Report(
        [replace(KIND, hint='write "refuge"')],
        [ADVICE, LATER],
        ["late"],
        [DueService("harbour", "due", "2026-01-01")],
        strict=True,
    )

    assert json.loads(document(report)) == {
        "version": 1,
        "good": False,
        "problems": [
            {"file": "campaigns/a.md", "line": 2, "column": 11, "text": "'refuges' is not a kind; write \"refuge\""}
            | {"code": "unknown-kind", "severity": "error", "hint": 'write "refuge"'}
        ],
        "advice": [
            {"file": "content/a.md", "line": 3, "column": 1, "text": "this is long", "may_wait": False}
            | {"code": "too-long", "severity": "warning", "hint": ""},
            {"file": "content/b.md", "line": 3, "column": 1, "text": "confirm it", "may_wait": True}
            | {"code": "not-confirmed", "severity": "notice", "hint": ""},
            {"file": None, "line": None, "column": None, "text": "late", "may_wait": True}
            | {"code": None, "severity": "notice", "hint": ""},
        ],
        "due": [{"service": "harbour", "freshness": "due", "since": "2026-01-01"}],
        "counts": {
            "to_mend": 2,
            "files": 2,
            "problems": 1,
            "advice": 3,
            "due": 1,
            "services": 0,
            "campaigns": 0,
        },
    }
