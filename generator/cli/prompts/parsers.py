"""What an answer must be -> a function that takes what somebody typed, or says in an author's words why it can't."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from generator.diagnostics import AnswerError, FieldError

Read = Callable[[str], str]
"""Gives the answer back, in its right form; ValueError with the reason against it."""
NEED_AN_EXAMPLE = frozenset(
    {
        "contact-not-one-way",
        "hours-ambiguous",
        "no-hours",
        "not-an-id",
        "time-repeated-by-clocks",
        "time-skipped-by-clocks",
        "too-many-characters",
    }
)
"""Problems whose hint says what is needed, and not how it is typed."""


def is_shown(code: str, hint: str) -> bool:
    """Whether a problem's own words show what would be right, so that they need no further example."""
    return bool(hint) and code not in NEED_AN_EXAMPLE


def shows_right(error: ValueError) -> bool:
    """The same of an error."""
    if isinstance(error, FieldError):
        return is_shown(error.fault.code, error.fault.hint)
    return isinstance(error, AnswerError) and error.shows_right


def reading(kind: Any, *, on_one_line: bool = True) -> Read:
    """Make a function that gives a text back, or raises ValueError, in an author's words, if it is wrong.

    Args:
        kind: what the text must be, a type of the records: Slug, Sentence, Day.
        on_one_line: make one line of it.
    """
    from pydantic import TypeAdapter, ValidationError

    from generator.content.analysis.house_words import said_of

    adapter: TypeAdapter[Any] = TypeAdapter(kind)

    def read(text: str) -> str:
        text = " ".join(text.split()) if on_one_line else text.strip()
        try:
            adapter.validate_python(text)
        except ValidationError as error:
            found = error.errors()[0]
            ours = found.get("ctx", {}).get("error")
            raise (ours if isinstance(ours, FieldError) else AnswerError(str(ours or found["msg"]))) from None
        for why in said_of(text):
            raise AnswerError(why, shows_right=True)
        return text

    return read


def reading_free_words(kind: Any, *, is_name: bool = False) -> Read:
    """The same for words that everyone reads: a place and a way to be reached have fields of their own.

    Args:
        kind: what the text must be.
        is_name: whether it is what something is called, which may hold the name of a street.
    """
    from generator.privacy.whereabouts import joined, told_by

    right = reading(kind)

    def read(text: str) -> str:
        text = right(text)
        names = told_by(text, is_name=is_name)
        if names:
            words = f"this says {joined(names)}, and everyone reads it; say it in other words"
            raise AnswerError(f"{words}. Ways to be reached come below contact:, and places below places:")
        return text

    return read


def reading_new_id(taken: Mapping[str, str]) -> Read:
    """Make a function that takes an id which nothing has yet. `taken`: whose each of the others is."""
    from generator.model.fields.text import Slug

    right = reading(Slug)

    def read(text: str) -> str:
        found = right(text)
        if found in taken:
            raise AnswerError(f"'{found}' is already the id of {taken[found]}; choose another")
        return found

    return read


def reading_day(text: str) -> str:
    """Take a day as people type it, and give it as files have it: 14/02/2027 -> 2027-02-14."""
    from generator.model.fields.dates import day, written_day

    return day(written_day(text)).isoformat()


def reading_moment(text: str) -> str:
    """Take a day and a time as people type them, and give them as files have them: 2027-02-14 9am -> ... 09:00."""
    from generator.model.fields.dates import moment, written_moment

    return f"{moment(written_moment(text)):%Y-%m-%d %H:%M}"


def one_of(choices: Sequence[str]) -> Read:
    """Make a function that takes one of some words, or its beginning where that can mean no other."""

    def read(text: str) -> str:
        from generator.staff.spreadsheets.cells import as_choice

        word = as_choice(text, tuple(choices)).strip().lower()
        found = [choice for choice in choices if choice == word] or [one for one in choices if one.startswith(word)]
        if len(found) != 1:
            words = f"'{text.strip()}' is not one of them; type {', '.join(choices[:-1])} or {choices[-1]}"
            raise AnswerError(words, shows_right=True)
        return found[0]

    return read
