"""A field or an entry taken out of a file, and nothing else."""

from __future__ import annotations

import pytest

from generator.content.editing.document import EditError
from generator.content.editing.fields import remove, set_field

HEAD = "\ufeffservices:  # all\n  - id: a\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("    x: y   # soon\n    z: w\n", "    z: w\n"),
        ("    about: |\n      One.\n\n      Two.\n    z: w\n", "    z: w\n"),
        ("    # kept\n    x: {a: b,\n      c: d}\n", "    # kept\n"),
        ("    x: y", ""),
    ],
)
def test_a_field_goes_with_its_lines_alone(before: str, after: str) -> None:
    path = ("services", 0, "about" if "about" in before else "x")

    assert remove(HEAD + before, "s", path).rstrip("\n") == (HEAD + after).rstrip("\n")
    windows = remove((HEAD + before).replace("\n", "\r\n"), "s", path)
    assert windows.rstrip("\r\n") == (HEAD + after).replace("\n", "\r\n").rstrip("\r\n")


def test_an_entry_of_a_list_goes_with_its_lines_alone() -> None:
    text = f"{HEAD}    contact:\n      - phone: 1\n        label: L\n      # two\n      - chat: 2\n    z: w\n"

    assert remove(text, "s", ("services", 0, "contact", 0)) == text.replace("      - phone: 1\n        label: L\n", "")
    assert remove(text, "s", ("services", 0, "contact", 1)) == text.replace("      - chat: 2\n", "")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (f"{HEAD}    who: {{x: y, z: w}}\n", ("services", 0, "who", "x")),
        (f"{HEAD}    who: {{x: y}}\n", ("services", 0, "who", "x")),
        (f"{HEAD}    z: w\n", ("services", 0, "id")),
        (f"{HEAD}    z: w\n", ("services", 0, "x")),
        (f"{HEAD}    l: [a, b]\n", ("services", 0, "l", 1)),
    ],
)
def test_what_does_not_stand_on_lines_of_its_own_is_left_to_a_person(text: str, path: tuple[str | int, ...]) -> None:
    with pytest.raises(EditError):
        remove(text, "s", path)


def test_words_of_several_lines_are_set_below_the_name() -> None:
    text = f"{HEAD}    about: Old.\n    z: w\n"

    assert set_field(text, "s", ("services", 0, "about"), "One.\n\nTwo.\n") == (
        f"{HEAD}    about: |\n      One.\n\n      Two.\n    z: w\n"
    )
    assert set_field(text, "s", ("services", 0, "more"), "One.\nTwo.\n") == (
        f"{text}    more: |\n      One.\n      Two.\n"
    )
    assert set_field(text, "s", ("services", 0, "z"), ["a", "b: c"]) == text.replace("z: w", 'z: [a, "b: c"]')
