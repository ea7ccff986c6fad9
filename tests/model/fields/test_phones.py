from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.fields.phones import PhoneNumber, digits_of, phone_number
from tests.builders import ANY_INPUT


@pytest.mark.parametrize(
    ("typed", "shown", "dial"),
    [
        ("03003030554", "0300 303 0554", "+443003030554"),
        ("0300 303 0554", "0300 303 0554", "+443003030554"),
        ("0300-303-0554", "0300 303 0554", "+443003030554"),
        ("(01768) 892179", "01768 892179", "+441768892179"),
        ("+44 300 303 0554", "0300 303 0554", "+443003030554"),
        ("+44 (0)300 303 0554", "0300 303 0554", "+443003030554"),
        ("0044 300 303 0554", "0300 303 0554", "+443003030554"),
        ("  0300\t303 0554 ", "0300 303 0554", "+443003030554"),
        ("0300\u00a0303\u00a00554", "0300 303 0554", "+443003030554"),
        ("08 08 16 89 111", "08 08 16 89 111", "+448081689111"),
        ("0800 1111", "0800 1111", "+448001111"),
        ("01632960001", "01632 960001", "+441632960001"),
        ("116 123", "116 123", "116123"),
        ("116123", "116123", "116123"),
        ("999", "999", "999"),
        ("101", "101", "101"),
        ("18000", "18000", "18000"),
        ("18001 0808 16 89 111", "18001 0808 16 89 111", "1800108081689111"),
        ("180010300 303 0554", "18001 0300 303 0554", "1800103003030554"),
    ],
)
def test_a_number_is_spaced_for_eyes_and_dialled_by_machines(typed: str, shown: str, dial: str) -> None:
    number = phone_number(typed)

    assert (number.shown, number.dial) == (shown, dial)


@pytest.mark.parametrize(
    "typed",
    [
        *("0300 303 05", "01234", "0000 000 0000", "1234567890", "55555", "07", "0" * 30),
        *("008 08 16 89 111", "00300 303 0554", "0 0300 303 0554", "0000300 303 0554", "+44 00 300 303 0554"),
        *("+44 (0)0300 303 0554", "0044 00300 303 0554", "00800 1111", "00 01632 960001"),
    ],
)
def test_a_number_that_cannot_exist_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="can't be") as refused:
        phone_number(typed)

    assert str(refused.value) == f"'{typed}' can't be a UK phone number; write it as 0300 123 4567"


@pytest.mark.parametrize(
    "typed",
    ["", "+1 212 555 0100", "call us", "0300 CALL", "٠٣٠٠٣٠٣٠٥٥٤", "０３００３０３０５５４", "0300–303–0554", "²"],
)
def test_what_is_not_a_number_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="not a phone number") as refused:
        phone_number(typed)

    assert str(refused.value) == f"'{typed}' is not a phone number; write it as 0300 123 4567"


def test_a_list_is_not_a_number() -> None:
    with pytest.raises(ValueError, match=r"^a phone number is needed here; write it as 0300 123 4567$"):
        phone_number(["0300 303 0554"])


def test_text_relay_stands_in_front_of_a_number_once() -> None:
    with pytest.raises(ValueError, match="twice") as refused:
        phone_number("18001 18001 999")

    assert str(refused.value) == "'18001 18001 999' has 18001 twice; write it as 18001 0300 123 4567"


def test_a_thousand_relays_are_refused_in_one_short_line() -> None:
    with pytest.raises(ValueError, match="twice") as refused:
        phone_number("18001" * 1000)

    assert len(str(refused.value)) < 130


def test_the_number_called_leaves_text_relay_out() -> None:
    assert [phone_number(typed).called for typed in ("18001 0808 1689111", "18000", "999")] == [
        "08081689111",
        "18000",
        "999",
    ]


@pytest.mark.parametrize("typed", ["0800 1111", "0808 1689111", "116 123", "999", "18000"])
def test_freephone_numbers_are_free(typed: str) -> None:
    assert phone_number(typed).is_free


@pytest.mark.parametrize("typed", ["0300 303 0554", "01768 892179", "020 7946 0123"])
def test_01_02_and_03_numbers_cost_a_local_call(typed: str) -> None:
    number = phone_number(typed)

    assert (number.is_free, number.is_local_rate) == (False, True)


@pytest.mark.parametrize("typed", ["+44 300 123 4567", "0044300 1234567", "0300-123-4567", "+44 (0)300 123 4567"])
def test_the_same_number_has_the_same_digits_however_it_is_spaced(typed: str) -> None:
    assert digits_of(typed) == "03001234567"


@ANY_INPUT
@given(st.text() | st.text("0123456789+-() .", max_size=40))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        assert isinstance(phone_number(text), PhoneNumber)
    except ValueError as refused:
        assert "\n" not in str(refused)  # noqa: PT017 # both ends are right
        assert "; write" in str(refused)  # noqa: PT017
