from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.source.positions import Path, find_places
from generator.content.source.yaml_parser import read_yaml
from tests.builders import ANY_INPUT

TEXT = """\
# a remark
services:
  - id: a
    contact: [{phone: 999}, {chat: x}]
    summary:
  - id: دعم
    name: {en: Help}
"""


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        ((), "2:1", "2:1"),
        (("services",), "2:1", "3:3"),
        (("services", 0), "3:5", "3:5"),
        (("services", 0, "id"), "3:5", "3:9"),
        (("services", 0, "contact", 1), "4:29", "4:29"),
        (("services", 0, "contact", 1, "chat"), "4:30", "4:36"),
        (("services", 0, "summary"), "5:5", "5:13"),
        (("services", 1, "name", "en"), "7:12", "7:16"),
        (("services", 1, "about"), "6:5", "6:5"),
        (("services", 1, "who", "ages", "from"), "6:5", "6:5"),
        (("nowhere", 3), "2:1", "2:1"),
    ],
)
def test_every_field_has_the_place_of_its_name_and_of_its_value(path: Path, key: str, value: str) -> None:
    places = find_places(TEXT, "a")

    assert (str(places.key(path)), str(places.value(path))) == (f"a:{key}", f"a:{value}")


def test_a_field_is_there_even_with_nothing_behind_it() -> None:
    places = find_places(TEXT, "a")

    assert places.has(("services", 0, "summary"))
    assert not places.has(("services", 1, "summary"))


def test_a_field_given_twice_stands_where_it_was_first() -> None:
    assert str(find_places("a: b\na: {c: d}\n", "a").key(("a",))) == "a:1:1"


def test_lines_are_counted_from_where_the_text_begins() -> None:
    assert str(find_places("a: b", "a", first_line=10).value(("a",))) == "a:10:4"


@pytest.mark.parametrize("text", ["", "\n# remark\n"])
def test_a_text_with_nothing_in_it_starts_at_its_first_line(text: str) -> None:
    assert str(find_places(text, "a").value(("b",))) == "a:1:1"


@ANY_INPUT
@given(st.text() | st.text(" \n:-[]{},'\"#ab"))
def test_every_text_that_can_be_read_has_places_in_its_lines(text: str) -> None:
    text = text.replace("\r", "\n")  # as every file is read
    if read_yaml(text, "a").value is not None:
        places = find_places(text, "a")

        last = len(text.split("\n"))
        assert all(line < last for line, _ in [*places.keys.values(), *places.values.values()])


@pytest.mark.parametrize(
    ("path", "end"),
    [
        (("services", 0, "id"), (2, 9)),
        (("services", 0, "contact", 0), (3, 26)),
        (("services", 0, "contact"), (3, 38)),
        (("services", 0, "summary"), (4, 12)),
        (("services", 0), (4, 12)),
        (("services",), (6, 20)),
        ((), (6, 20)),
    ],
)
def test_every_value_has_the_place_behind_its_last_character(path: Path, end: tuple[int, int]) -> None:
    assert find_places(TEXT, "a").ends[path] == end


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("a: |\n  One.\n\n\nb: c\n", (1, 6)),
        ("a: |+\n  One.\n\n\nb: c\n", (3, 0)),
        ("a: >2-\n  One.\n\n# remark\n", (1, 6)),
        ("a: |\n  One.\n  # words", (2, 9)),
        ("a: 'one\n  two'   # remark\n", (1, 6)),
        ("a: one\n  two   # remark\n", (1, 5)),
        ("a:\n\n# remark\nb: c\n", (0, 2)),
    ],
)
def test_blank_lines_and_comments_below_a_text_are_no_part_of_it(text: str, end: tuple[int, int]) -> None:
    assert find_places(text, "a").ends[("a",)] == end


def test_lists_and_records_between_brackets_are_known() -> None:
    services = ("services", 0)

    assert find_places(TEXT, "a").flow == {
        (*services, "contact"),
        (*services, "contact", 0),
        (*services, "contact", 1),
        ("services", 1, "name"),
    }


def test_the_places_of_a_large_directory_take_a_few_bytes_each() -> None:
    """Any advice on a file has its places worked out: where each was an object, they took twice what all else did."""
    services = "".join(f"  - id: service-{number}\n    contact: [{{phone: 999}}]\n" for number in range(2_000))
    find_places(TEXT, "a")
    tracemalloc.start()
    places = find_places(f"services:\n{services}", "a")
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert str(places.value(("services", 1_999, "contact", 0, "phone"))) == "a:4001:23"
    assert held / len(places.values) < 100
