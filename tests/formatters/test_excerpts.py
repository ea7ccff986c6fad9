from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.formatters.problem_text import cells, excerpt
from tests.builders import ANY_INPUT


def marked(line: str, words: str, found: str = "mend this", room: int = 100) -> tuple[str, str]:
    """The excerpt with the mark on these words of the line."""
    return excerpt(line, line.index(words) + 1, found, room)


@pytest.mark.parametrize(
    ("line", "words", "shown", "mark"),
    [
        ("    kind: refuges", "refuges", "    kind: refuges", "          ^^^^^^^"),
        ("\tname: Harbour", "\t", "    name: Harbour", "^^^^"),
        ("a:\tcafe", "cafe", "a:    cafe", "      ^^^^"),
        ("n: 漢字 x", "x", "n: 漢字 x", "        ^"),
        ("n: 👍🏽 x", "x", "n: 👍🏽 x", "      ^"),
        ("n: 👩‍👩‍👧 x", "x", "n: 👩‍👩‍👧 x", "      ^"),
        ("n: ❤️ x", "x", "n: ❤️ x", "      ^"),
        ("n: مساعدة x", "x", "n: مساعدة x", "          ^"),
        ("n: مساعدة", "مساعدة", "n: مساعدة", "   ^^^^^^"),
        ("n: مُ x", "x", "n: مُ x", "     ^"),
        ("n: e\u0301 x", "x", "n: e\u0301 x", "     ^"),
        ("n: a\u200bb x", "x", "n: a\u200bb x", "      ^"),
        ("n: a\u202eb x", "x", "n: a[U+202E]b x", "              ^"),
        ("n: \x1b[31mred", "\x1b", "n: [U+001B][31mred", "   ^^^^^^^^^^^^^^^"),
    ],
)
def test_the_mark_stands_below_the_right_letter_whatever_stands_before_it(
    line: str, words: str, shown: str, mark: str
) -> None:
    assert marked(line, words) == (shown, mark)


@pytest.mark.parametrize(
    ("line", "words", "found", "covered"),
    [
        ("summary: x", "summary", '"summary" is given twice', "summary"),
        ("summary: Call <b>us</b> now", "Call", "'<b>us</b> now' is HTML", "<b>us</b> now"),
        ("- id: name", "id", '"name" is missing; write name: x', "id"),
        ("sumary: x", "sumary", '"sumary" is not a known field; did you mean "summary"?', "sumary"),
        ("name: Women's Aid, Carlisle", "Women", "'Women's Aid, Carlisle' is not 'right'", "Women's Aid, Carlisle"),
        (f"a: {'x' * 70}", "xxx", f"'{'x' * 57}...' is too long", "x" * 70),
        ("areas: [cumbria, [x]]", "[c", "a list", "[cumbria, [x]]"),
        ("a: [one, two", "[", "does not close", "["),
        ("a: {from: 2027-02-30, to: x}", "2027", "mend", "2027-02-30"),
        ("a: {from: x}", "{", "fields", "{from: x}"),
        ("hours: Mo-Fr 09:00-17:00; PH off   # bank holidays", "Mo", "mend", "Mo-Fr 09:00-17:00; PH off"),
        ("text: Ring us, day or night", "Ring", "this is long", "Ring us, day or night"),
        ('name: "Harbour', '"', "never closes", '"'),
        ('name: "Harbour" # x', '"', "mend", '"Harbour"'),
        ("- id: harbour", "id", '"name" is missing', "id"),
        ("We hide your visit.", "hide", '"hide your visit" is not what we say', "hide your visit"),
        ("", "", "empty", ""),
    ],
)
def test_the_mark_covers_what_is_wrong(line: str, words: str, found: str, covered: str) -> None:
    assert marked(line, words, found)[1].strip() == "^" * max(len(covered), 1)


@pytest.mark.parametrize("column", [1, 40, 200, 399, 500])
def test_a_long_line_is_cut_around_the_mark(column: int) -> None:
    line = "".join(f"{number:03} " for number in range(100))
    shown, mark = excerpt(line, column, "mend", 60)

    assert cells(shown) <= 60
    assert len(mark) <= 60
    assert column >= 399 or shown[len(mark.rstrip("^"))] == line[column - 1]


def test_a_line_as_long_as_its_room_is_shown_whole() -> None:
    assert excerpt("x" * 60, 1, "mend", 60) == ("x" * 60, "^" * 60)


def test_a_cut_leaves_no_accent_without_its_letter() -> None:
    shown, _ = excerpt("e\u0301" * 90, 179, "mend", 40)

    assert shown.startswith("…e\u0301")


@ANY_INPUT
@given(st.text(max_size=200), st.integers(1, 300), st.text(max_size=40), st.integers(0, 120))
def test_any_line_is_shown_in_its_room_without_control_characters(
    line: str, column: int, found: str, room: int
) -> None:
    shown, mark = excerpt(line.replace("\n", ""), column, found, room)

    assert set(mark) <= {" ", "^"}
    assert "^" in mark
    assert cells(shown) <= max(room, 20)
    assert "\x1b" not in shown


def test_words_further_on_in_a_value_are_marked_where_they_stand() -> None:
    assert marked("summary: Call <b>us", "Call", "'<b>us' is HTML") == ("summary: Call <b>us", "              ^^^^^")
