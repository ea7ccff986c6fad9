"""Words that nest without end are named with their place, and no page of an office's is refused for its brackets."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.checks.nesting import MOST_OPEN, nested_too_deep
from tests.builders import said
from tests.site_builder import a_site

BRACKETS = "more than 50 brackets are open here, and reading them may never end; close them, or take them out"
QUOTATIONS = "more than 50 quotations stand in one another here; one sign > makes a quotation"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[" * 51, f"a.md:1:51: {BRACKETS}"),
        ("Hello.\n\n" + "![" * 51, f"a.md:3:102: {BRACKETS}"),
        ("[a](" * 51, f"a.md:1:204: {BRACKETS}"),
        ("(" * 51, f"a.md:1:51: {BRACKETS}"),
        ("[\n" * 51, f"a.md:51:1: {BRACKETS}"),
        ("Hello.\n" + "> " * 51, f"a.md:2:1: {QUOTATIONS}"),
        (">" * 51, f"a.md:1:1: {QUOTATIONS}"),
    ],
)
def test_the_place_is_named(text: str, words: str) -> None:
    assert said(nested_too_deep(text, "a.md")) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "[a](b) " * 10_000,
        "[a](b)\n\n[" * 10_000,
        r"\[" * 10_000,
        "> a\n" * 10_000,
        "* a\n" * 10_000,
        ":) " * 50,
        "]" * 999,
    ],
)
def test_many_links_and_quotations_are_no_nesting(text: str) -> None:
    assert list(nested_too_deep(text, "a.md")) == []


@given(st.text(alphabet="[]()>\\a \n", max_size=400))
def test_what_is_let_pass_never_has_more_open(text: str) -> None:
    if not list(nested_too_deep(text, "a.md")):
        for block in text.replace("\\", "").split("\n\n"):
            opened = [block[:end].count("[") - block[:end].count("]") for end in range(len(block) + 1)]
            assert max(opened) <= MOST_OPEN + text.count("\\")


@pytest.mark.parametrize("file", ["content/about.md", "content/more.md", "campaigns/dating-scams.md"])
def test_check_names_it_and_ends(file: str, tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    path = site.root / file
    path.write_text((path.read_text() if path.exists() else "# More\n") + "\n" + "[" * 200_000 + "\n")
    done = site.waymark("check")

    assert done.status == 1
    assert BRACKETS in " ".join(done.err.split())
