"""`waymark plan --part`: one part of the plan alone, which is what the whole plan says there."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli.plan import PARTS
from tests.cli.in_process import waymark
from tests.site_builder import REPOSITORY, a_site

NOW = "2026-11-24T09:00"


def test_each_part_alone_is_what_the_whole_plan_says_there_and_none_is_missing() -> None:
    command = ["plan", "--year", "2027"]
    alone = {part: waymark(REPOSITORY, [*command, "--part", part], now=NOW).out for part in PARTS}
    _, _, parts = waymark(REPOSITORY, command, now=NOW).out.split("\n\n", maxsplit=2)

    assert parts == "\n".join(said for said in alone.values() if said != "None.\n")
    assert alone["gaps"].startswith("Gaps\nThree months or more")


def test_a_part_that_has_nothing_to_say_says_so(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")

    assert waymark(site.root, ["plan", "--part", "clashes"]).out == "None.\n"


@pytest.mark.parametrize("more", [("--campaign", "dating-scams"), ("--format", "html")])
def test_a_part_is_a_part_of_the_text(more: tuple[str, str]) -> None:
    done = waymark(REPOSITORY, ["plan", "--part", "gaps", *more])

    assert done.status == 2
    assert "--part shows one part of the text" in done.err
