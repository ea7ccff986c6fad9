"""What others may read of a mistake: where it is and what is needed, and nothing that stands in a place."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator.diagnostics import FOUND, Diagnostic, Location
from generator.formatters.problem_text import blocks
from generator.privacy.redact import NOT_REPEATED, UNSAID, Others, for_others
from generator.report import Report

FILES = {
    "services.yaml": ["services:", "  - kind: refuges", "    places:", "      - {postcode: CA1}", "    name: Larkspur"],
    "campaigns/a.md": ["---", "summary: 7 Gooseberry Lane", "places: [7 Gooseberry Lane]"],
}
KIND = Diagnostic("unknown-kind", "error", Location("services.yaml", 2, 11), "'refuges' is not a kind")
POSTCODE = Diagnostic(
    "unknown-kind",
    "error",
    Location("services.yaml", 4, 20),
    FOUND,
    "'CA1' is not a postcode",
    placeholder="write postcode: CA10 2AU",
)


def lines(file: str) -> Sequence[str]:
    return FILES.get(file, [])


def told(problem: Diagnostic) -> str:
    return Others(lines).told(problem).text


def test_what_stands_in_a_place_is_told_to_its_author_alone() -> None:
    assert next(blocks([POSTCODE], lines)) == f"services.yaml:4:20: write postcode: CA10 2AU {NOT_REPEATED}"
    assert next(blocks([POSTCODE], lines, alone=True)).splitlines() == [
        "services.yaml:4:20: 'CA1' is not a postcode",
        "  4 |       - {postcode: CA1}",
        "    |                    ^^^",
    ]


def test_of_a_place_nothing_is_said_that_nobody_wrote_without_its_words() -> None:
    assert told(Diagnostic("unknown-kind", "error", Location("services.yaml", 4, 20), "'CA1' is wrong")) == UNSAID
    assert (
        told(Diagnostic("unknown-kind", "error", Location("campaigns/a.md", 3, 1), "'7 Gooseberry Lane' is wrong"))
        == UNSAID
    )


def test_words_that_repeat_nothing_stay_as_they_are() -> None:
    assert told(
        Diagnostic("unknown-kind", "error", Location("services.yaml", 4, 1), "there is a tab here", found="")
    ) == ("there is a tab here")


def test_where_nobody_knows_whose_line_it_is_its_words_are_not_repeated_either() -> None:
    assert told(
        Diagnostic(
            "unknown-kind",
            "error",
            Location("services.yaml", 5, 1),
            f"{FOUND} is given twice",
            '"name"',
            placeholder="a field",
        )
    ) == (f"a field is given twice {NOT_REPEATED}")


def test_elsewhere_the_words_are_told_and_in_a_campaign_the_line_too() -> None:
    campaign = Diagnostic(
        "unknown-kind",
        "error",
        Location("campaigns/a.md", 2, 1),
        f"{FOUND} is given twice",
        '"summary"',
        placeholder="a field",
    )

    assert told(KIND) == KIND.text
    assert told(campaign) == campaign.text
    assert next(blocks([campaign], lines)).splitlines()[1] == "  2 | summary: 7 Gooseberry Lane"


@pytest.mark.parametrize("line", range(1, 6))
def test_no_line_of_the_directory_is_quoted_to_others(line: int) -> None:
    assert not Others(lines).may_see_the_line_of(
        Diagnostic("unknown-kind", "error", Location("services.yaml", line), "")
    )
    assert not Others(lines).may_see_the_line_of(
        Diagnostic("unknown-kind", "error", Location("services/north.yaml", line), "")
    )


def test_advice_and_mistakes_alike() -> None:
    report = for_others(Report([POSTCODE], [POSTCODE]), lines)

    assert [one.text for one in (*report.problems, *report.advice)] == [f"{POSTCODE.without_found} {NOT_REPEATED}"] * 2


def test_what_says_in_a_campaign_where_a_place_is_is_neither_repeated_nor_quoted() -> None:
    words = "this is the address of place 1 of harbour"
    found = Diagnostic("unknown-kind", "error", Location("campaigns/a.md", 2, 10), words, secret=True, found="")
    beside = Diagnostic(
        "unknown-kind", "error", Location("campaigns/a.md", 2, 1), "'7 Gooseberry Lane' is long", secret=True
    )

    assert list(blocks([found, beside], lines)) == [f"campaigns/a.md:2:10: {words}", f"campaigns/a.md:2:1: {UNSAID}"]
    assert "Gooseberry" in next(blocks([found], lines, alone=True))
