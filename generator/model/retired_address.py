"""A number, or a web or e-mail address, that has ended -> its record; of an address, what its host and path are.

What was a charity's website may be anybody's today: a lapsed name can be bought by whoever wants its visitors.
"""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from pydantic import field_validator

from generator.diagnostics import FieldError, quoted
from generator.model.fields.dates import Day
from generator.model.fields.phones import digits_of
from generator.model.fields.text import A_HOST, AN_EMAIL, Label, WebLink
from generator.model.record import Record

EXAMPLE = "write it as https://www.example.org, https://www.example.org/old or help@example.org"


class RetiredNumber(Record):
    """A number that was true once and must never be shown again. It may no longer exist in the UK."""

    number: Label
    """The number that has ended. It can't be published again by mistake."""
    was: Label
    """Whose it was."""
    source: Label
    """Where it is said that it ended."""

    @field_validator("number")
    @classmethod
    def _is_a_number(cls, number: str) -> str:
        if not (digits := digits_of(number)).isascii() or not digits.isdigit():
            words = f"{quoted(number)} is not a phone number"
            raise FieldError("not-a-phone-number", words, "write the number alone: 0845 30 30 900")
        return number


class RetiredAddress(Record):
    """A web address or an e-mail address that was true once and must never be shown again."""

    address: Label
    """The address that has ended: a site with every page and e-mail address of it, a page with what is below it, or one
    e-mail address."""
    was: Label
    """Whose it was."""
    ended_on: Day | None = None
    """The day on which it ended."""
    replaced_by: WebLink | None = None
    """The address to use instead."""
    source: Label
    """Where it is said that it ended."""

    @field_validator("address")
    @classmethod
    def _is_an_address(cls, address: str) -> str:
        if not AN_EMAIL.fullmatch(address):
            host, _ = host_and_path(address)
            if not A_HOST.fullmatch(host) or " " in address:
                raise FieldError(
                    "not-an-address", f"{quoted(address)} is not a web address or an e-mail address", EXAMPLE
                )
        return address


def host_and_path(address: str) -> tuple[str, str]:
    """The host and the path of an address, in small letters, without www and without a sign at the end."""
    if "@" in address and "/" not in address:
        return address.rpartition("@")[2].lower(), ""
    try:
        parts = urlsplit(address if "://" in address else f"https://{address}")
        host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    except ValueError:
        return "", ""
    return host, unquote(parts.path).strip("/").lower()
