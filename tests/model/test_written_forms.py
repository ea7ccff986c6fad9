"""A withheld address is found however people write it; a road or house alone is advice; other places are none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.privacy.withheld_search import Sought
from tests.model.ordinary_addresses import ordinary_addresses

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
TABLE = yaml.safe_load((HERE / "written-forms.yaml").read_text(encoding="utf-8"))
ADDRESSES = [place["address"] for place in TABLE]
EVERY = Sought(dict.fromkeys(ADDRESSES, "the address"))
OFFICE = re.sub(r"\s+", " ", (ROOT / "docs/for-the-office.md").read_text(encoding="utf-8"))
SENTENCES = (
    "{}",
    "We meet: {}, on Monday.",
    "Come to {}.",
    "({})",
    "Support is at\n{}\nand by phone.",
    "“{}” was said",
)


def judged(sought: Sought, text: str) -> str:
    hits = [hit for _, _, hit in sought.seen_in(text)]
    return "advice" if hits and all(hit.is_street for hit in hits) else "found" if hits else "not"


@pytest.mark.parametrize("place", TABLE, ids=ADDRESSES)
def test_each_form_is_judged_as_the_table_says_in_any_sentence(place: dict[str, list[str]]) -> None:
    sought = Sought({str(place["address"]): "the address"})
    wrong = [
        (kind, sentence.format(form))
        for kind in ("found", "advice", "not")
        for form in place[kind]
        for sentence in SENTENCES
        if judged(sought, sentence.format(form)) != kind
    ]

    assert wrong == []


@pytest.mark.parametrize("place", TABLE, ids=ADDRESSES)
def test_what_is_left_out_of_a_message_is_found_no_more(place: dict[str, list[str]]) -> None:
    sought = Sought({str(place["address"]): "the address"})
    left = [sought.redacted(f"We meet: {form}, on Monday.", "[left out]") for form in place["found"]]

    assert [text for text in left if "[left out]" not in text or judged(sought, text) == "found"] == []


def test_the_office_is_told_how_many_forms_of_how_many_addresses_are_tried() -> None:
    found, advice, others = (sum(len(place[kind]) for place in TABLE) for kind in ("found", "advice", "not"))

    assert found >= 143
    assert advice + others >= 143
    assert len(TABLE) >= 16
    assert f"{found} ways to write {len(TABLE)} invented addresses" in OFFICE
    assert f"{advice} that name only its road or its house" in OFFICE
    assert f"{others} other places" in OFFICE


def test_the_office_is_told_how_often_an_ordinary_address_is_taken_for_a_secret_one() -> None:
    judgements = [judged(EVERY, address) for address in ordinary_addresses(1_000, seed=11)]
    alarms, advice = judgements.count("found"), judgements.count("advice")

    assert alarms <= 10
    assert f"Of 1,000 ordinary addresses beside them, {alarms} are" in OFFICE
    assert f"{advice} are named as a road of the same name" in OFFICE


def test_nothing_that_the_demonstration_says_is_taken_for_a_secret_place_of_another_office() -> None:
    files = [ROOT / "services.yaml", *(ROOT / "campaigns").glob("*.md"), *(ROOT / "content").rglob("*.md")]
    told = {
        str(file): [hit for hit in EVERY.found_in(file.read_text(encoding="utf-8")) if not hit.is_street]
        for file in files
    }

    assert len(files) > 15
    assert {file: hits for file, hits in told.items() if hits} == {}


PIECES = st.sampled_from(
    sorted(
        {word for address in ADDRESSES for word in re.findall(r"\w+|\W", address)}
        | {"the", "in", "12", "St", "-", "\n", "a b c d"}
    )
)


def every_word_tried() -> Sought:
    """The same search, but a walk begins at every word: without the filter that says which words begin something."""
    every = Sought(dict.fromkeys(ADDRESSES, "the address"))
    every.may_begin = lambda *_: True  # type: ignore[method-assign]
    return every


EVERY_WORD = every_word_tried()


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.lists(PIECES, max_size=24).map(" ".join))
def test_starting_only_at_words_that_begin_something_misses_nothing(text: str) -> None:
    assert EVERY.found_in(text) == EVERY_WORD.found_in(text)
