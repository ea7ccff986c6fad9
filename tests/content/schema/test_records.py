from __future__ import annotations

import re

import pytest
from pydantic import BaseModel

from generator.content.schema.json_schema import AUTHORS, Field, fields, within
from generator.model.campaign import Campaign, Run
from generator.model.service import Ages, Service
from generator.model.standing_page import StandingPage

EVERY = list(dict.fromkeys(part for record in AUTHORS for part in within(record)))


@pytest.mark.parametrize("record", EVERY, ids=lambda record: f"{record.__module__}.{record.__name__}")
def test_every_field_of_every_record_is_described_in_plain_words(record: type[BaseModel]) -> None:
    told = {field.name: field.description for field in fields(record)}

    assert told
    assert [name for name, words in told.items() if not re.search(r"[a-z].*[.]$", words)] == []


def test_a_field_has_the_name_that_authors_type() -> None:
    assert fields(Ages) == (
        Field("from", "The lowest age. Leave it out where there is none.", False, None),
        Field("to", "The highest age. Leave it out where there is none.", False, None),
    )


def test_a_field_knows_whether_it_must_be_there_and_what_is_in_it() -> None:
    known = {field.name: field for field in fields(Campaign)}

    assert (known["id"].required, known["rule"].required) == (True, False)
    assert known["runs"].inside is Run


def test_the_words_below_a_record_are_no_field() -> None:
    assert "words" not in {field.name for field in fields(Campaign)}
    assert [field.name for field in fields(StandingPage)] == ["title", "description", "checked"]


def test_the_records_within_a_record_are_each_found_once() -> None:
    names = [record.__name__ for record in within(Service)]

    assert names[0] == "Service"
    assert len(names) == len(set(names))
    assert {"Contact", "Check", "Wait", "Place"} <= set(names)
