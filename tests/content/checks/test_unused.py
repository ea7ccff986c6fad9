"""What is listed and nothing uses is advice with its place and its cure, and what is used in any way is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import ContentError
from tests.content.checks.handed_over import CAMPAIGN, DIRECTORY, left

CITED_ELSEWHERE = DIRECTORY.replace("[S001 2.2]", "[their site]")
WITH_SUSSEX = DIRECTORY.replace("  medway:", "  sussex: {name: Sussex}\n  medway:")
RUN = "runs: [{from: 2027-03-01, to: 2027-03-07, confirmed: {by: Us, on: 2026-11-20, source: S001}}]\n"
RETIRED = "retired_numbers:\n  - {number: 0845 30 30 900, was: old, source: S001}\n"
PLACE = "sources: [S001]\n    places: [{name: The Old Post Office, area: sussex}]"
SPARE = "nothing uses this organisation; take it out, or name it in organisation, commissioned_by or partners"
NO_AREA = "no service is for this area, or for one that it lies in; take it out, or add it to a service's areas"
UNCITED = "nothing cites this source; take it out, or cite its code where it was used"


def test_a_site_that_is_all_its_own_has_nothing_left_behind(tmp_path: Path) -> None:
    assert left(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  victim-support:", "  a-charity: {name: A charity}\n  victim-support:", f"7:3: {SPARE}"),
        ("  medway:", "  cumbria: {name: Cumbria, within: england}\n  medway:", f"4:3: {NO_AREA}"),
        ("  S001:", "  S000: {title: Old, date: May 2020, kind: report}\n  S001:", f"19:3: {UNCITED}"),
        # A comment is no use of it, nor is its own title, nor a code that only begins like it.
        ("sources: [S001 2.2]", "sources: [S001 2.2] # S000", None),
        ("  S001:", "  S000: {title: S000 too, date: May 2020, kind: report} # S000\n  S001:", f"19:3: {UNCITED}"),
    ],
)  # fmt: skip
def test_what_is_listed_and_nothing_uses_is_named(old: str, new: str, said: str | None, tmp_path: Path) -> None:
    expected = [f"services.yaml:{said}"] if said else []

    assert left(tmp_path, DIRECTORY.replace(old, new, 1)) == expected


def test_an_area_that_only_an_unused_area_lies_in_is_unused_too(tmp_path: Path) -> None:
    more = "  cumbria: {name: Cumbria, within: england}\n  cumberland: {name: Cumberland, within: cumbria}\n  medway:"

    assert left(tmp_path, DIRECTORY.replace("  medway:", more)) == [
        f"services.yaml:4:3: {NO_AREA}",
        f"services.yaml:5:3: {NO_AREA}",
    ]


def test_of_many_that_nothing_uses_five_are_named_and_the_rest_counted(tmp_path: Path) -> None:
    more = "".join(f"  S1{n:02}: {{title: Old, date: May 2020, kind: report}}\n" for n in range(12))
    said = left(tmp_path, DIRECTORY + more)

    assert said == [
        *(f"services.yaml:{line}:3: {UNCITED}" for line in (20, 21, 22, 23)),
        f"services.yaml:24:3: {UNCITED} (and 7 more)",
    ]


@pytest.mark.parametrize(
    ("directory", "files"),
    [
        # commissioned_by, partners, and what a campaign, a page, a number to be left out or a confirmation cites.
        (DIRECTORY.replace(": victim-support\n", ": kent-pcc\n"), {"campaigns/a.md": "partners: [victim-support]\n"}),
        (CITED_ELSEWHERE, {"campaigns/a.md": "sources: [S001 2]\n"}),
        (CITED_ELSEWHERE, {"content/about.md": "# About\n\nSee S001.\n"}),
        (CITED_ELSEWHERE + RETIRED, {}),
        (CITED_ELSEWHERE, {"campaigns/a.md": RUN}),
        # A wider area that a used one lies in; a part of one; an area that only a place stands in.
        (DIRECTORY.replace("areas: [kent]", "areas: [medway]"), {}),
        (DIRECTORY.replace("areas: [kent]", "areas: [england]"), {}),
        (WITH_SUSSEX.replace("sources: [S001 2.2]", PLACE), {}),
        # A source that only words of a service or its contact's check name.
        (DIRECTORY.replace("sources: [S001 2.2]", "about: As S001 says."), {}),
    ],
)  # fmt: skip
def test_what_is_used_in_any_way_is_not_named(directory: str, files: dict[str, str], tmp_path: Path) -> None:
    written = {
        name: CAMPAIGN.format(record=text, words="Words.") if name.startswith("campaigns/") else text
        for name, text in files.items()
    }

    assert [
        one for one in left(tmp_path, directory, **written) if "nobody has" not in one and "no post" not in one
    ] == []


def test_a_directory_whose_records_are_not_all_read_says_nothing_of_what_is_unused(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as stopped:
        left(
            tmp_path,
            DIRECTORY.replace("kind: victim-hub", "kind: victim-hubb")
            .replace("organisation: victim-", "organisation: kent-")
            .replace("kent-support", "kent-pcc"),
        )

    assert stopped.value.advice == ()
