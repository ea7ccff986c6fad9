from __future__ import annotations

import pytest

from generator.content.source.yaml_parser import read_yaml
from tests.builders import said

TAB = "there is a tab here; use spaces at the start of a line"
QUOTE = "the quotation mark that opens here never closes; add the second one"
INDENT = "this line does not line up with the ones above; give it the same number of spaces"
FIT = "this line does not fit below the one above; write name: value, with equal spaces before it"
COLON = 'there is a colon inside plain words; put the whole value in quotation marks: "Help: all day"'
TOO_SOON = 'this ends too soon; a # hides all words behind it, unless they stand in quotation marks: "#DatingScams"'
ESCAPE = "a \\ means something else between double quotation marks; use single ones: 'a \\ b'"
LATER = "words can't follow the sign | or > on its line; begin them one line below, two spaces in"

NAMED = {
    "\u2028": "a line separator",
    "\u2029": "a paragraph separator",
    "\ufeff": "a byte order mark",
    "\ud800": "an unseen character",
    "\uffff": "an unseen character",
}


def bracket(sign: str, example: str) -> str:
    return (
        f"the {sign} that opens here does not close as it should; write {sign}{example}, "
        "and put words with any of : # , [ ] { } in quotation marks"
    )


def start(sign: str) -> str:
    return f'a value can\'t start with {sign}; put it in quotation marks: "{sign}..."'


def wrong(text: str) -> list[str]:
    read, problems = read_yaml(text, "a.yaml")
    assert read is None
    return said(problems)


def left(words: str) -> str:
    return f"'{words}' is left over; put one pair of quotation marks around the whole value"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("\ta: b", f"1:1: {TAB}"),
        ("a:\n\tb: c", f"2:1: {TAB}"),
        ("a:\n  b: c\n\td: e", f"3:1: {TAB}"),
        ("a:\n - b\n\t- c", f"3:1: {TAB}"),
        ('a: "x\nb: c\n', f"1:4: {QUOTE}"),
        ("a: b\nc: 'x\nd: e", f"2:4: {QUOTE}"),
        ("a: '''", f"1:4: {QUOTE}"),
        ('a: "x\n---\nb: c', f"1:4: {QUOTE}"),
        ("a: b: c", f"1:5: {COLON}"),
        ("name: Women's Aid: Cumbria", f"1:18: {COLON}"),
        ("a: b\n  c: d", f"2:4: {FIT}"),
        ("foo\nbar: x", f"2:4: {FIT}"),
        ("a:\n  b: c\n d: e", f"3:2: {INDENT}"),
        ("  a: b\nc: d", f"2:1: {INDENT}"),
        ("a: b\n- c", f"2:1: {INDENT}"),
        ("- a\nb: c", f"2:1: {INDENT}"),
        ("a: |\n  x\n y", f"3:2: {INDENT}"),
        ("a: b\nfoo\nc: d", "2:1: a colon is missing here; write the line as name: value"),
        ("a: *Important* call", f"1:4: {start('*')}"),
        ("a: & more", f"1:4: {start('&')}"),
        ("a: %foo", f"1:4: {start('%')}"),
        ("a: @foo\nb: 1", f"1:4: {start('@')}"),
        ("a: `x`", f"1:4: {start('`')}"),
        ("a: - b", f"1:4: {start('-')}"),
        ("a: , b", f"1:4: {start(',')}"),
        ("a: }", f"1:4: {start('}')}"),
        ("a: !<x", f"1:4: {start('!')}"),
        ("a: [x](y) z", f"1:7: {left('(y) z')}"),
        ('a: "Help" is here', f"1:11: {left('is here')}"),
        ("a: 'it's ok", f"1:8: {left('s ok')}"),
        ("hashtags: [#A, b]", f"1:18: {TOO_SOON}"),
        ("hashtags: [#A, b]\nc: d", f"1:11: {bracket('[', 'one, two]')}"),
        ("a: [b, c\nd: e", f"1:4: {bracket('[', 'one, two]')}"),
        ("a: {b: c", f"1:4: {bracket('{', 'name: value}')}"),
        ('a: "C:\\docs"', f"1:7: {ESCAPE}"),
        ('a: "\\ud800"', f"1:7: {ESCAPE}"),
        ("a: > foo\n  x", f"1:6: {LATER}"),
        ("%YAML 9.9\n---\na: b", "1:1: this is not valid YAML: found incompatible YAML document"),
    ],
)
def test_a_mistake_is_told_in_an_authors_words_where_it_was_made(text: str, problem: str) -> None:
    problems = read_yaml(text, "services.yaml").problems

    assert said(problems) == [f"services.yaml:{problem}"]


@pytest.mark.parametrize(
    ("letter", "code"),
    [
        ("\x00", "U+0000"),
        ("\x07", "U+0007"),
        ("\x1b", "U+001B"),
        ("\x7f", "U+007F"),
        ("\x85", "U+0085"),
        ("\x9b", "U+009B"),
        ("\u2028", "U+2028"),
        ("\u2029", "U+2029"),
        ("\ufeff", "U+FEFF"),
        ("\ud800", "U+D800"),
        ("\uffff", "U+FFFF"),
    ],
)
def test_a_hidden_character_is_named_at_its_place(letter: str, code: str) -> None:
    problems = read_yaml(f"a: b\nc: d{letter}e\n", "services.yaml").problems

    words = f"there is {NAMED.get(letter, 'a control character')} here ({code}), which nobody sees"
    assert said(problems) == [f"services.yaml:2:5: {words}; take it out, or type the words again"]


@pytest.mark.parametrize("sign", ['"', "'"])
@pytest.mark.parametrize("last", ["", "\n    say: {0}Call{0}"])
def test_a_quotation_mark_without_its_second_is_named_where_it_opens_and_not_where_the_next_one_is(
    sign: str, last: str
) -> None:
    first = f"services:\n  - id: a\n    name: {sign}Harbour\n    kind: helpline\n"
    text = f"{first}  - id: b\n    name: {sign}Children, all{sign}"

    assert wrong(text + last.format(sign)) == [f"a.yaml:3:11: {QUOTE}"]


@pytest.mark.parametrize(
    "text",
    [
        '- phone: "999\n  note: "Ask, for Sam"\n',
        'a: {b: "x, y: z}\nc: {b: "x, y", d: z}\n',
        "a: 'x\nb: it isn't so\n",
    ],
)
def test_the_same_in_lists_and_between_brackets_and_with_an_apostrophe(text: str) -> None:
    assert [one.partition(": ")[2] for one in wrong(text)] == [QUOTE]


def test_a_text_of_several_lines_in_quotation_marks_may_hold_a_colon() -> None:
    assert wrong('a: "One\n  Note: two"\nb: "three" four\n') == [f"a.yaml:3:12: {left('four')}"]


def test_a_mistake_further_up_is_named_and_not_the_quotation_mark_below_it() -> None:
    assert wrong('a: @b\nc: "d\ne: "f" g\n') == [f"a.yaml:1:4: {start('@')}"]
