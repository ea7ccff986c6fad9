"""The words below a record changed: the record and every line that both have stay, byte for byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.editing.document import EditError
from generator.content.editing.words_below import set_words, words_of
from tests.builders import ANY_INPUT

RECORD = "---\nid: a   # the id\ntitle: A\n---\n"


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        (f"{RECORD}Words.\n", "New.", f"{RECORD}New.\n"),
        (f"{RECORD}\n\nOne.\n\nTwo.\n\n\n", "One.\n\nThree.\n", f"{RECORD}\n\nOne.\n\nThree.\n\n\n"),
        (f"{RECORD}One.\n---\nTwo.", "One.\n---\nTwo.\nThree.", f"{RECORD}One.\n---\nTwo.\nThree."),
        (RECORD, "New.", f"{RECORD}New.\n"),
        (f"{RECORD}\nWords.\n", "", f"{RECORD}\n"),
        ("# About\n\nWords.\n", "# About\n\nNew.", "# About\n\nNew.\n"),
    ],
)
def test_words_change_and_the_record_and_blank_lines_around_them_stay(before: str, words: str, after: str) -> None:
    assert set_words(before, "a.md", words) == after
    windows = set_words("\ufeff" + before.replace("\n", "\r\n"), "a.md", words)
    assert windows == "\ufeff" + after.replace("\n", "\r\n")


def test_a_record_that_never_closes_is_left_to_a_person() -> None:
    with pytest.raises(EditError, match="never closes"):
        set_words("---\nid: a\n", "a.md", "New.")


LINES = st.lists(st.sampled_from(["", "One.", "Two.", "- a", "---", "# b"]), max_size=8)


@given(LINES, LINES, st.sampled_from(["\n", "\r\n"]), st.booleans())
@ANY_INPUT
def test_any_words_are_said_below_the_same_record(old: list[str], new: list[str], end: str, ends: bool) -> None:
    record = RECORD.replace("\n", end)
    after = set_words(record + end.join(old) + (end if ends and old else ""), "a.md", "\n".join(new))

    assert after.startswith(record)
    assert words_of(after, "a.md") == "\n".join(new).strip("\n")
    assert after.count("\n") == after.count(end)
