"""Names stand from A to Z as people of the language look for them."""

from __future__ import annotations

import pytest

from generator.l10n.alphabet import first_letter, sort_key
from generator.site.render.directory_pages import letters
from tests.builders import a_service, an_edition

WELSH = (
    "Aberystwyth Byw Cymorth Chwaer Drws Ddoe Eto Fory Ffordd Gwent Ngwynedd Haf Jac Lôn Llais Parc Phil Rali Rhaid "
    "Sir Tad Tai Tŷ Tyd Theatr Uwch Ŵyr Ynys Zara"
).split()
"""In the order of the Welsh alphabet, where ch, dd, ff, ng, ll, ph, rh and th are letters."""


def test_welsh_names_stand_in_the_order_of_the_welsh_alphabet() -> None:
    assert sorted(frozenset(WELSH), key=lambda name: sort_key(name, "cy")) == WELSH
    assert sorted(frozenset(WELSH), key=lambda name: sort_key(name, "cy-GB")) == WELSH


def test_english_names_stand_as_their_letters_do() -> None:
    names = ["0808", "Chester", "chIld", "Cumbria", "Llandudno", "Lytham", "Élan"]

    assert sorted(frozenset(names), key=lambda name: sort_key(name, "en")) == names


@pytest.mark.parametrize(
    ("name", "english", "welsh"),
    [
        ("Cymorth", "C", "C"),
        ("Chwarae Teg", "C", "CH"),
        ("Llais", "L", "LL"),
        ("Ŵyr", "Ŵ", "W"),
        ("'Rhaid' inni", "R", "RH"),
        ("24/7", "0-9", "0-9"),
        ("½ awr", "A", "A"),
        ("&", "0-9", "0-9"),
        ("Zara", "Z", "Z"),
    ],
)
def test_a_name_stands_under_its_first_letter(name: str, english: str, welsh: str) -> None:
    assert (first_letter(name, "en"), first_letter(name, "cy")) == (english, welsh)


def test_a_page_in_another_language_is_sorted_by_the_names_it_shows() -> None:
    """It stood under the letters of the English names."""
    names = {"one": {"en": "Victim Support", "cy": "Cymorth i Ddioddefwyr"}, "two": {"en": "Aid", "cy": "Llais"}}
    services = [a_service(id=key, name=name) for key, name in names.items()]
    edition = an_edition(*services)
    said = {
        language: {one.letter: [service.id for service in one.services] for one in letters(edition, language)}
        for language in ("cy", "en")
    }

    assert list(said["cy"].items()) == [("C", ["one"]), ("LL", ["two"])]
    assert list(said["en"].items()) == [("A", ["two"]), ("V", ["one"])]
