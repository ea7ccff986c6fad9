"""Why an answer is not taken: with an example of a right one where the reason itself shows none, and only there."""

from __future__ import annotations

import pytest

from generator.cli.prompts.parsers import NEED_AN_EXAMPLE, one_of, reading, reading_new_id, shows_right
from generator.diagnostics import AnswerError
from generator.model.fields.text import EmailAddress, Slug, Title
from tests.handbook.said import messages


@pytest.mark.parametrize(
    ("read", "typed", "shown"),
    [
        (reading(EmailAddress), "nobody", True),  # write help@example.org
        (reading(Slug), "", True),
        (reading(Slug), "No Id", False),
        (reading(Title), "x" * 500, False),
        (one_of(("day", "night")), "noon", True),
        (reading_new_id({"harbour": "the Harbour"}), "harbour", False),
    ],
)
def test_a_reason_that_shows_what_is_right_needs_no_example(read: object, typed: str, shown: bool) -> None:
    assert callable(read)
    with pytest.raises(ValueError) as caught:  # noqa: PT011 # each in its own words
        read(typed)

    assert shows_right(caught.value) is shown


def test_an_id_is_free_once_and_whose_it_is_is_said() -> None:
    read = reading_new_id({"harbour": "the Harbour"})

    assert read(" night-line ") == "night-line"
    with pytest.raises(AnswerError, match=r"^'harbour' is already the id of the Harbour; choose another$"):
        read("harbour")


def test_the_problems_that_need_an_example_are_problems_that_somebody_can_be_told_of() -> None:
    assert NEED_AN_EXAMPLE - {message.code for message in messages()} == set()
