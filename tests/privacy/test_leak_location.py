"""What got out, told where somebody wrote it."""

from __future__ import annotations

from generator.diagnostics import Diagnostic, Location
from generator.privacy.scan import HIDDEN_NUMBER, traced

UNSEEN = "may not be shown: it is retired, or nobody has checked it"


def test_a_number_is_the_same_however_it_is_written() -> None:
    made = [
        Diagnostic(HIDDEN_NUMBER, "error", Location("a/index.html", 7, 3), f"+44 845 303 0900 {UNSEEN}"),
        Diagnostic(HIDDEN_NUMBER, "error", Location("b.xml"), f"0845 3030900 {UNSEEN}"),
    ]
    written = [Diagnostic(HIDDEN_NUMBER, "error", Location("campaigns/a.md", 12, 8), f"0845 30 30 900 {UNSEEN}")]

    assert list(map(str, traced(made, written, {}))) == [
        f"campaigns/a.md:12:8: +44 845 303 0900 {UNSEEN}; "
        "take it out: it came out at a/index.html:7:3 and in 1 more file"
    ]


def test_every_place_where_it_was_written_is_named_and_nothing_else_that_was() -> None:
    secret, other = "the address of place 1 of harbour is withheld, but it is in this file", "the name of another"
    made = [
        Diagnostic("withheld-in-output", "error", Location(file), secret) for file in ("a.html", "b.html", "c.html")
    ]
    written = [
        Diagnostic("withheld-in-output", "error", Location("a.md", 2), secret),
        Diagnostic("withheld-in-output", "error", Location("b.md", 3), secret),
        Diagnostic("withheld-in-output", "error", Location("c.md"), other),
    ]
    out = f"{secret}; take it out: it came out at a.html:1:1 and in 2 more files"

    assert list(map(str, traced(made, written, {}))) == [f"a.md:2:1: {out}", f"b.md:3:1: {out}"]


def test_what_nobody_wrote_is_named_where_it_came_out_with_the_file_of_the_page() -> None:
    made = [
        Diagnostic(HIDDEN_NUMBER, "error", Location(file), f"01632 960001 {UNSEEN}")
        for file in ("services/a/index.html", "b.html")
    ]

    assert list(map(str, traced(made, [], {"services/a/index.html": "services.yaml"}))) == [
        f"services/a/index.html:1:1: 01632 960001 {UNSEEN}; this page is made from services.yaml; "
        "it came out here and in 1 more file"
    ]
