"""Ids that a program made are passed over, and nothing else is: no number in their digits, and no words beside them."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import pytest

from generator.privacy.disguises import A_VALUE_ENDS
from generator.privacy.machine_ids import can_be_spelt, without_ids
from generator.privacy.number_search import Numbers
from generator.privacy.scan import Search
from generator.privacy.withheld import Withheld

ID = str(uuid5(NAMESPACE_URL, "https://www.example.org/"))
NUMBERS = Numbers(["01632960777"], marked=False)
PLACES = {
    "7 Gooseberry Lane": Withheld("harbour-refuge", 1, "address"),
    "Larkspur House": Withheld("harbour-refuge", 1, "name"),
}


def found(document: object, places: dict[str, Withheld] = PLACES, numbers: Collection[str] = ("01632960777",)) -> bool:
    """Whether anything is found in a file of JSON."""
    data = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    return any(Search(places, numbers, ()).problems_in("data/a.json", data))


def test_an_id_is_an_empty_value_to_the_search() -> None:
    text = json.dumps({"id": ID, "name": "Harbour", "contacts": [ID, ID]}, separators=(",", ":"))

    assert without_ids(text, NUMBERS) == '{"id":"","name":"Harbour","contacts":[""]}'


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"id": "6f2bf155-879c-41c1-98eb-6f9bdf99da24"}, separators=(",", ":")),
        json.dumps({"id": ID.upper()}, separators=(",", ":")),
        json.dumps({"id": f"{ID}."}, separators=(",", ":")),
        json.dumps({"id": f"see {ID}"}, separators=(",", ":")),
        json.dumps(["7 Gooseberry", ID], separators=(",", ":")),
        json.dumps({"7": ID}, separators=(",", ":")),
        json.dumps({"id": ID}),
        f"id {ID}",
    ],
)
def test_what_is_anything_but_the_id_of_a_field_stays(text: str) -> None:
    assert without_ids(text, NUMBERS) == text


@pytest.mark.parametrize(
    "written",
    [
        "01632960-7777-5a7e-8d0e-3c4b5a697887",
        "a0163296-0777-5a7e-8d0e-3c4b5a697887",
        "3c4b5a69-0163-5296-8d0e-001632960777",
        "3c4b5a69-7887-5a7e-8d0e-c01632960777",
    ],
)
def test_an_id_with_the_digits_of_a_number_in_it_is_looked_at(written: str) -> None:
    """Whether it counts as the number is what it was before."""
    text = json.dumps({"id": written, "name": "Harbour"}, separators=(",", ":"))
    beside = json.dumps({"id": [written], "name": "Harbour"}, separators=(",", ":"))
    said = bool(next(NUMBERS.in_text(text), None))

    assert found({"id": written, "name": "Harbour"}) == said
    assert found({"id": [written], "name": "Harbour"}) == bool(next(NUMBERS.in_text(beside), None))


@pytest.mark.parametrize(
    "words", ["7 Gooseberry Lane", "at Larkspur House", "call 01632 960777", "7 Goose\u00adberry Lane"]
)
@pytest.mark.parametrize("where", ["before", "behind", "between"])
def test_what_is_said_beside_ids_is_found(words: str, where: str) -> None:
    document = {"before": {"says": words, "id": ID}, "behind": {"id": ID, "says": words}}
    document["between"] = {"id": ID, "says": words, "other_id": ID}

    assert found(document[where])
    assert found([document[where]] * 2)


def test_a_place_that_the_letters_of_an_id_can_spell_is_looked_for_in_them() -> None:
    assert can_be_spelt(["facade", "millane"])
    assert not can_be_spelt(["millane", "gooseberry"])
    assert found({"id": "8a5b0f5e-face-5ade-8d0e-3c4b5a697887"}, {"Face Ade": Withheld("x", 1, "name")}) == found(
        {"name": "8a5b0f5e-face-5ade-8d0e-3c4b5a697887 "}, {"Face Ade": Withheld("x", 1, "name")}
    )


def test_no_withheld_text_of_a_hard_site_passes_for_an_id(tmp_path: Path) -> None:
    """In each writing of JSON, with ids on both sides."""
    for number, text in enumerate(PLACES):
        for written in (text, text.upper(), text.replace(" ", "\\u0020"), text.replace("e", "\\u0065")):
            data = f'{{"id":"{ID}","says":"{written}","id":"{ID}"}}'.encode()
            path = tmp_path / f"{number}.json"
            path.write_bytes(data)
            assert any(Search(PLACES, (), ()).problems_in(path.name, data)), written


@pytest.mark.parametrize(
    "text",
    [
        f'{{"id":"{ID}","01632":"960777"}}',
        f'[{{"id":"{ID}"}},"960777"]',
        f'{{"id":["{ID}"],"960777":"x"}}',
        f'{{"a":["{ID}","960777"]}}',
    ],
)
def test_an_id_that_a_number_could_go_on_behind_stays(text: str) -> None:
    assert without_ids(text, NUMBERS) == text


def test_a_postcode_whose_first_letters_an_id_has_is_no_reason_to_look_at_each() -> None:
    search = Search({"CA10 2AU": "a secret"}, (), ())
    for number in range(9):
        assert not search.may_say(f'{{"id":"{number}{ID[1:]}","name":"Help"}}')

    assert len(search.quick[A_VALUE_ENDS].clear) == 2
