from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.content.editing.yaml_writer import fields, flow, item, words
from generator.content.source.yaml_parser import read_yaml
from tests.builders import ANY_INPUT


@pytest.mark.parametrize(
    "text",
    [
        "Victim Support",
        "24/7",
        "Mo-Fr 09:00-18:00; PH off",
        "2026-11-20",
        "2027-02-01 09:00",
        "01632 960001",
        "https://help.example.org/a/b#c",
        "£5 a visit",
        "no",
    ],
)
def test_plain_words_stand_plain(text: str) -> None:
    assert words(text) == text


@pytest.mark.parametrize("text", ["https://help.example.org/a?b=c#d", "Who helps?"])
def test_a_question_mark_between_brackets_is_read_by_pyyaml_in_python_too(text: str) -> None:
    """PyYAML 6.0.3 reads it there by its loader in C alone: see the finding about a question mark."""
    written = flow({"title": text, "link": [text]})

    assert yaml.safe_load(written) == {"title": text, "link": [text]}
    assert words(text, on_its_line=True) == text


@pytest.mark.parametrize(
    "text",
    [
        *"""999 03003030554 1e3 0x1f true null ~ #tag a: [a a, {a 'a "a | > - &a *a !a %a @a `a --- ...""".split(),
        *["", " a", "a ", "a #b", "a: b", "- a", "a, b", "? a", "a\nb"],
    ],
)
def test_what_could_be_read_otherwise_stands_in_quotation_marks(text: str) -> None:
    assert words(text).startswith('"')


def test_a_record_is_written_as_people_would_write_it() -> None:
    record = {
        "id": "harbour",
        "about": "One.\n\nTwo.\n",
        "helps_with": ["any-crime", "asb"],
        "contact": [{"phone": "01632 960001", "hours": "24/7"}, {"chat": "https://help.example.org"}],
        "who": {"audiences": ["everyone"]},
        "sources": [f"The plan of the year {year}" for year in range(2020, 2026)],
    }

    assert item(record) == [
        "- id: harbour",
        "  about: |",
        "    One.",
        "",
        "    Two.",
        "  helps_with: [any-crime, asb]",
        "  contact:",
        "    - phone: 01632 960001",
        "      hours: 24/7",
        "    - chat: https://help.example.org",
        "  who: {audiences: [everyone]}",
        "  sources:",
        *(f"    - The plan of the year {year}" for year in range(2020, 2026)),
    ]


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
VALUES: st.SearchStrategy[Any] = st.recursive(
    TEXT,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(TEXT.filter(lambda key: key not in {"", "<<"}), inner, max_size=3)
    ),
    max_leaves=8,
)
RECORDS = st.dictionaries(TEXT.filter(lambda key: key not in {"", "<<"}), VALUES, min_size=1, max_size=4)


@given(RECORDS)
@ANY_INPUT
def test_whatever_is_written_reads_as_it_was(record: dict[str, Any]) -> None:
    assert read_yaml("\n".join(fields(record)), "a") == (record, [])
    assert read_yaml("\n".join(item(record)), "a") == ([record], [])
    assert read_yaml(flow(record), "a") == (record, [])
