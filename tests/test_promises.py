"""docs/promises.md and the names of the tests: each promise has a test, and each such test stands in the list."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
IN_THE_LIST = re.findall(r"^\| ([RX]\d+) \|", (ROOT / "docs" / "promises.md").read_text(encoding="utf-8"), re.MULTILINE)


def promised_by_tests() -> set[str]:
    """The short names that begin the names of tests: R1 and R30 of test_r1_r30_a_post_that_nobody_confirmed."""
    heads = (
        head
        for file in (ROOT / "tests").rglob("test_*.py")
        for head in re.findall(r"^def test_((?:[rx]\d+_)+)", file.read_text(encoding="utf-8"), re.MULTILINE)
    )
    return {name.upper() for head in heads for name in head.strip("_").split("_")}


def test_every_promise_has_a_test_that_bears_its_name_and_no_test_bears_another() -> None:
    assert promised_by_tests() == set(IN_THE_LIST)


def test_no_promise_is_left_out_or_listed_twice() -> None:
    assert [f"R{n}" for n in range(1, 39)] + [f"X{n}" for n in range(1, 18)] == IN_THE_LIST
