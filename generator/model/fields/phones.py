"""An author's phone number -> a number that exists in the UK, spaced for eyes and dialled by machines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

import phonenumbers
from pydantic import PlainValidator, WithJsonSchema

from generator.diagnostics import FieldError, quoted

# Ofcom keeps these for films and tests; our fixtures use them, so they read as numbers although nobody answers.
DRAMA = re.compile(r"01632960[0-9]{3}")
# Text relay puts 18001 before another number; 18000 is the emergency line itself.
RELAY = "18001"
SEPARATORS = re.compile(r"[\s().-]+")
EXAMPLE = "write it as 0300 123 4567"


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """One UK number. `shown` is spaced for reading, `digits` is national, `dial` goes behind "tel:"."""

    shown: str
    digits: str
    dial: str

    @property
    def called(self) -> str:
        """The digits of the number that rings in the end, without text relay's 18001 in front."""
        return self.digits.removeprefix(RELAY) or self.digits

    @property
    def is_relay(self) -> bool:
        """Whether it goes through text relay, which people who type use."""
        return self.digits.startswith(RELAY)

    @property
    def is_free(self) -> bool:
        """Free from every UK landline and mobile since 1 July 2015 (0800, 0808), 116 numbers, 999 and 18000."""
        return self.digits.startswith(("0800", "0808", "116")) or self.digits in ("999", "112", "18000")

    @property
    def is_local_rate(self) -> bool:
        """Costs what a call to an 01 or 02 number costs, and counts towards inclusive minutes."""
        return self.digits.startswith(("01", "02", "03"))


def digits_of(text: str) -> str:
    """The national digits of a number however it is spaced: "+44 300 123 4567" -> "03001234567"."""
    bare = SEPARATORS.sub("", text)
    for abroad in ("+44", "0044"):
        if bare.startswith(abroad):
            return "0" + bare[len(abroad) :].removeprefix("0")
    return bare


def phone_number(value: Any) -> PhoneNumber:
    """Read a number as typed. ValueError, in an author's words, for one that can't exist in the UK."""
    if isinstance(value, PhoneNumber):
        return value
    if not isinstance(value, str):
        raise FieldError("not-a-phone-number", "a phone number is needed here", EXAMPLE)
    text = " ".join(value.split())
    digits = digits_of(text)
    if not digits.isascii() or not digits.isdigit():
        raise FieldError("not-a-phone-number", f"{quoted(text)} is not a phone number", EXAMPLE)
    if digits.startswith(RELAY) and len(digits) > len(RELAY):
        return _through_relay(text, digits)
    number = phonenumbers.PhoneNumber(country_code=44, national_number=int(digits)) if len(digits) < 16 else None
    # As a number alone it has no noughts in front, so that one too many would pass here, and ring nobody.
    if number is None or digits.startswith("00") or not (digits.startswith("0") or len(digits) < 7):
        raise FieldError("not-a-uk-number", f"{quoted(text)} can't be a UK phone number", EXAMPLE)
    if not digits.startswith("0"):
        if not phonenumbers.is_valid_short_number_for_region(number, "GB"):
            raise FieldError("not-a-uk-number", f"{quoted(text)} can't be a UK phone number", EXAMPLE)
        return PhoneNumber(_spaced(text, digits, ""), digits, digits)
    if not (phonenumbers.is_valid_number_for_region(number, "GB") or DRAMA.fullmatch(digits)):
        raise FieldError("not-a-uk-number", f"{quoted(text)} can't be a UK phone number", EXAMPLE)
    shown = _spaced(text, digits, "") or phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    return PhoneNumber(shown, digits, f"+44{digits[1:]}")


def _through_relay(text: str, digits: str) -> PhoneNumber:
    called = digits.removeprefix(RELAY)
    if called.startswith(RELAY):
        raise FieldError("relay-twice", f"{quoted(text)} has {RELAY} twice", f"write it as {RELAY} 0300 123 4567")
    behind = phone_number(text.removeprefix(RELAY) if text.startswith(f"{RELAY} ") else called)
    return PhoneNumber(f"{RELAY} {behind.shown}", digits, RELAY + behind.digits)


def _spaced(text: str, digits: str, otherwise: str) -> str:
    """The author's own grouping, which is how a service says its number, where the text is only digits and spaces."""
    if text.replace(" ", "") == digits and (" " in text or len(digits) < 7):
        return text
    return otherwise


UKPhone = Annotated[
    PhoneNumber,
    PlainValidator(phone_number),
    WithJsonSchema({"type": ["string", "integer"], "examples": ["0300 123 4567"]}),
]
"""A UK phone number, in any spacing."""
