from __future__ import annotations

from pathlib import Path

from generator.content.loading.shipped import read_vocabulary
from generator.content.schema.fields_page import fields_page
from generator.content.schema.json_schema import AUTHORS, fields, within

VOCABULARY = read_vocabulary()
PAGE = fields_page(VOCABULARY)


def test_the_page_tells_every_field_of_every_record() -> None:
    rows = {line.split("|")[1].strip() for line in PAGE.splitlines() if line.startswith("| `")}
    every = {f"`{field.name}`" for record in AUTHORS for part in within(record) for field in fields(part)}

    assert every <= rows


def test_the_page_tells_every_word_of_the_vocabulary() -> None:
    terms = {**VOCABULARY.kinds, **VOCABULARY.crimes, **VOCABULARY.audiences}

    assert [name for name in terms if f"| `{name}` |" not in PAGE] == []


def test_each_record_within_another_is_told_once() -> None:
    heads = [line for line in PAGE.splitlines() if " Inside: " in line]

    assert "#### Inside: when you contact" in heads
    assert len([head for head in heads if head == "#### Inside: check"]) == 1
    assert sorted(set(heads)) == sorted(heads)


def test_a_field_is_one_row_with_its_meaning() -> None:
    assert "| `from` | **Must be there.** The first day. |" in PAGE
    assert "| `who` | Who it is for, and who it is not for. See *inside: who*. |" in PAGE


def test_the_handbook_s_page_is_up_to_date() -> None:
    page = Path(__file__).parents[3] / "docs" / "handbook" / "fields.md"

    assert page.read_text(encoding="utf-8") == PAGE, "run: make schema"
