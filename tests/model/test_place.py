from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.model.place import Area, District, Place, Postcode


@pytest.mark.parametrize(
    ("typed", "postcode"),
    [
        ("CA10 2AU", "CA10 2AU"),
        ("ca10 2au", "CA10 2AU"),
        ("CA102AU", "CA10 2AU"),
        (" m1  1ae ", "M1 1AE"),
        ("SW1A 1AA", "SW1A 1AA"),
    ],
)
def test_a_postcode_is_written_in_one_way(typed: str, postcode: str) -> None:
    assert TypeAdapter(Postcode).validate_python(typed) == postcode


@pytest.mark.parametrize("typed", ["CA10", "CA10 2A", "10CA 2AU", "CA10 2AU5", "CA1٠ 2AU", ""])
def test_another_postcode_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(Postcode).validate_python(typed)

    assert str(refused.value.errors()[0]["ctx"]["error"]) == f"'{typed}' is not a postcode; write it as CA10 2AU"


@pytest.mark.parametrize("typed", ["LA12", "M1", "SW1A", "CA9"])
def test_a_district_is_the_first_half_of_a_postcode(typed: str) -> None:
    assert TypeAdapter(District).validate_python(typed) == typed


@pytest.mark.parametrize("typed", ["la12", "LA12 9", "LA123", "12", "LA1٢", ""])
def test_another_district_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(District).validate_python(typed)

    words = f"'{typed}' is not the first half of a postcode; write it as LA12"
    assert str(refused.value.errors()[0]["ctx"]["error"]) == words


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Postcode, "a postcode is needed here; write it as CA10 2AU"),
        (District, "the first half of a postcode is needed here; write it as LA12"),
    ],
)
def test_a_list_is_not_a_postcode(kind: object, words: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python(["LA12"])

    assert str(refused.value.errors()[0]["ctx"]["error"]) == words


def test_a_place_does_not_say_how_much_of_it_is_shown_unless_its_author_did() -> None:
    assert Place.model_validate({"name": "Carlisle office"}).show is None


def test_an_area_needs_a_name_alone() -> None:
    assert Area.model_validate({"name": "Cumbria"}) == Area(name="Cumbria", within=None, towns=(), postcodes=())
