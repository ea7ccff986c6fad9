from __future__ import annotations

import resource
import subprocess
import sys
import tracemalloc
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.content.source.yaml_parser import DEEPEST, read_yaml
from tests.builders import ANY_INPUT, said

DEEP = "services:\n" + "\n".join("  " * depth + "a:" for depth in range(1, 200))
LAUGHS = "a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)
)


def read(text: str, **options: Any) -> object:
    value, problems = read_yaml(text, "services.yaml", **options)
    assert said(problems) == []
    return value


def wrong(text: str, **options: Any) -> list[str]:
    read, problems = read_yaml(text, "services.yaml", **options)
    assert read is None
    return said(problems)


@pytest.mark.parametrize(
    "scalar",
    [
        "9:30",
        "No",
        "yes",
        "on",
        "0112",
        "03003030554",
        "1e3",
        "1.0",
        "0x1F",
        "1_000",
        "2026-11-22",
        "2026-02-30",
        "~",
        "null",
        "true",
        ".inf",
        ".nan",
        "=",
        "24/7",
        "+44 300 303 0554",
        "12:30:45",
        "Help 💜",
        "دعم",
        "Cymorth â tŷ",
    ],
)
def test_every_scalar_stays_the_text_that_was_typed(scalar: str) -> None:
    assert read(f"a: {scalar}\nb: [{scalar}]\n") == {"a": scalar, "b": [scalar]}


@pytest.mark.parametrize(
    ("text", "value"),
    [('a: "b: c"', "b: c"), ("a: 'it''s'", "it's"), ("a: |\n  b\n  c\n", "b\nc\n"), ("a: >\n  b\n  c\n", "b c\n")],
)
def test_quoted_and_folded_words_are_the_words(text: str, value: str) -> None:
    assert read(text) == {"a": value}


def test_a_field_with_nothing_behind_it_is_the_same_as_none() -> None:
    assert read("a:\nb: c\nd: {e: }\n") == {"b": "c", "d": {}}


def test_an_empty_line_of_a_list_keeps_its_place() -> None:
    assert read("a:\n  -\n  - b\n") == {"a": ["", "b"]}


def test_quotation_marks_with_nothing_in_them_are_an_empty_text() -> None:
    assert read("a: ''\n") == {"a": ""}


@pytest.mark.parametrize("text", ["", "\n", "# nothing but a remark\n", "---\n"])
def test_a_text_with_nothing_in_it_is_nothing(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: b\na: c", '2:1: "a" is given twice; keep one of them'),
        ("a: {b: c, b: d}", '1:11: "b" is given twice; keep one of them'),
        ("a:\na: c", '2:1: "a" is given twice; keep one of them'),
    ],
)
def test_a_field_given_twice_is_refused_and_the_first_is_kept(text: str, problem: str) -> None:
    value, problems = read_yaml(text, "services.yaml")

    assert said(problems) == [f"services.yaml:{problem}"]
    assert value in ({"a": "b"}, {"a": {"b": "c"}}, {})


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: *b", "1:4: *b points at another line; write the words out, or put quotation marks around them"),
        ("a: &b c", "1:4: &b names a line to copy; take it out, or put quotation marks around the words"),
        ("&b a: c", "1:1: &b names a line to copy; take it out, or put quotation marks around the words"),
        ("a: &b [c]", "1:4: &b names a line to copy; take it out, or put quotation marks around the words"),
        (
            "a: !!python/object:os.system x",
            (
                "1:4: tag:yaml.org,2002:python/object:os.system is a YAML tag; take it out, "
                "or put quotation marks around the words"
            ),
        ),
        ("a: !important x", "1:4: !important is a YAML tag; take it out, or put quotation marks around the words"),
        ("!x a: b", "1:1: !x is a YAML tag; take it out, or put quotation marks around the words"),
        ("<<: {a: b}", "1:1: << copies another record; write the fields out here"),
        ("a: b\n---\nc: d", "2:1: a second document starts here; take out the line ---"),
        ("[a]: b", "1:1: a field's name is needed here; write it as name: value"),
        ("a: {{ name }}", "1:5: a field's name is needed here; write it as name: value"),
        ("? ''\n: b", "1:3: a field's name is needed here; write it as name: value"),
    ],
)
def test_what_says_more_than_words_lists_and_fields_is_refused(text: str, problem: str) -> None:
    assert wrong(text) == [f"services.yaml:{problem}"]


def test_tags_pass_where_another_program_reads_them() -> None:
    assert read("a: !ENV [B, c]\nd: !!python/name:x.y ''\n", tags=True) == {"a": ["B", "c"], "d": ""}


def test_lines_are_counted_from_where_the_text_begins() -> None:
    assert wrong("a: b\nc: *d", first_line=10) == [
        "services.yaml:11:4: *d points at another line; write the words out, or put quotation marks around them"
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (DEEP, f"{DEEPEST + 1}:{2 * DEEPEST + 1}"),
        ("a: " + "[" * 200 + "]" * 200, f"1:{DEEPEST + 3}"),
        ("a: " + "[" * 100_000, f"1:{DEEPEST + 3}"),
        ("- " * 200 + "a", f"1:{2 * DEEPEST + 1}"),
    ],
    ids=["block", "flow", "unclosed", "list"],
)
def test_nesting_without_end_is_refused(text: str, place: str) -> None:
    assert wrong(text) == [
        f"services.yaml:{place}: this is nested more than {DEEPEST} levels deep; start again more simply"
    ]


@pytest.mark.parametrize(
    "text", [LAUGHS, DEEP, "a: " + "[" * 100_000, "{" * 100_000], ids=["laughs", "deep", "list", "fields"]
)
def test_a_trap_is_refused_in_little_memory(text: str) -> None:
    tracemalloc.start()
    try:
        wrong(text)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert peak < 5_000_000


def test_a_trap_is_refused_within_a_second_of_work_and_200_megabytes() -> None:
    program = (
        "import sys; from generator.content.source.yaml_parser import read_yaml;"
        "sys.exit(len(read_yaml(sys.stdin.read(), 'a').problems))"
    )

    def limits() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (200 * 2**20, 200 * 2**20))
        resource.setrlimit(resource.RLIMIT_CPU, (2, 2))  # whole seconds, and Python itself takes a part of one

    done = subprocess.run([sys.executable, "-c", program], input=LAUGHS, text=True, preexec_fn=limits, check=False)

    assert done.returncode == 1


TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.text(),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(min_size=1), inside, max_size=3),
    max_leaves=8,
)


@ANY_INPUT
@given(text=st.text() | st.text(" \n\t:-[]{},&*!|>'\"%@`#?ab\ufeff\x85\u2028\ud800\x00"))
def test_any_text_is_read_or_has_a_problem_in_one_of_its_lines(text: str) -> None:
    text = text.replace("\r", "\n")  # as every file is read
    problems = read_yaml(text, "a").problems

    lines = text.split("\n")
    for problem in problems:
        assert 1 <= problem.location.line <= len(lines)
        assert 1 <= problem.location.column <= len(lines[problem.location.line - 1]) + 1
        assert len(problem.text.splitlines()) == 1


@ANY_INPUT
@given(tree=TREES, flow=st.booleans())
def test_a_tree_comes_back_with_every_scalar_as_typed(tree: object, flow: bool) -> None:
    text = yaml.dump(tree, allow_unicode=True, default_flow_style=flow, Dumper=yaml.Dumper)
    value, problems = read_yaml(text, "a")

    if not problems:
        assert value == _typed(yaml.compose(text, Loader=yaml.BaseLoader))


def _typed(node: yaml.Node | None, in_list: bool = False) -> object:
    """What the texts in a tree of YAML nodes are, as an author sees them."""
    if isinstance(node, yaml.SequenceNode):
        return [_typed(item, in_list=True) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        pairs = {key.value: _typed(value) for key, value in node.value}
        return {key: value for key, value in pairs.items() if value is not None}
    if node is None or (not node.value and node.style is None):
        return "" if in_list else None
    return node.value
