from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import ContentError, Diagnostic, Location, quoted
from tests.builders import ANY_INPUT


def test_a_problem_says_where_it_is_and_what_to_do() -> None:
    assert (
        str(Diagnostic("unknown-kind", "error", Location("services.yaml", 41, 12), "mend this"))
        == "services.yaml:41:12: mend this"
    )


def test_a_place_is_a_files_start_unless_more_is_known() -> None:
    assert str(Location("services.yaml")) == "services.yaml:1:1"


def test_an_error_tells_every_problem_once_in_file_order() -> None:
    late, early = (
        Diagnostic("unknown-kind", "error", Location("a", 10, 1), "late"),
        Diagnostic("unknown-kind", "error", Location("a", 9, 20), "early"),
    )
    other = Diagnostic("unknown-kind", "error", Location("b", 1, 1), "other")

    assert str(ContentError([other, late, early, late])) == "a:9:20: early\na:10:1: late\nb:1:1: other"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("tŷ 💜", "'tŷ 💜'"),
        (" two\n\tlines ", "'two lines'"),
        ("a\x00\u202eb", "'a[U+0000][U+202E]b'"),
        ("x" * 60, f"'{'x' * 60}'"),
        ("x" * 61, f"'{'x' * 57}...'"),
        (None, "'None'"),
    ],
)
def test_an_authors_words_are_shown_back_short_and_with_nothing_hidden(value: object, shown: str) -> None:
    assert quoted(value) == shown


@ANY_INPUT
@given(st.text())
def test_any_words_are_shown_on_one_line(text: str) -> None:
    assert len(quoted(text).splitlines()) == 1
    assert len(quoted(text)) <= 62
