"""What people type for a web or an e-mail address is read where it has one meaning, and left as it is elsewhere."""

from __future__ import annotations

import pytest

from generator.privacy.normalise_contacts import typed_address


@pytest.mark.parametrize(
    "typed",
    [
        "help@example.org",
        "help at example.org",
        "help AT example.org",
        "help at example dot org",
        "help (at) example (dot) org",
        "help[at]example[dot]org",
        "help {at} example.org",
        "Email: help@example.org",
        "E-mail - help@example.org",
        "E-mail address: help at example.org",
        "mailto:help@example.org",
        "<help@example.org>",
    ],
)
def test_an_e_mail_address_in_words_is_read(typed: str) -> None:
    assert typed_address("email", typed) == "help@example.org"


@pytest.mark.parametrize(
    "typed",
    [
        "meet us at example",
        "at example.org",
        "help at example.org or info at example.org",
        "ask at the desk",
        "@example",
    ],
)
def test_what_may_be_no_e_mail_address_is_left_as_it_is(typed: str) -> None:
    assert typed_address("email", typed) == typed


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("HTTPS://www.example.org/Help", "https://www.example.org/Help"),
        ("Https://WWW.Example.org", "https://www.example.org"),
        ("HTTP://example.org/?A=B", "http://example.org/?A=B"),
        ("https//example.org/a", "https://example.org/a"),
        ("https:/example.org", "https://example.org"),
        ("WWW.EXAMPLE.ORG", "https://WWW.EXAMPLE.ORG"),
        ("https://www.example.org/Help", "https://www.example.org/Help"),
    ],
)
def test_a_web_address_in_capitals_or_with_a_sign_too_few_is_read(typed: str, read: str) -> None:
    assert typed_address("website", typed) == read


@pytest.mark.parametrize(
    "typed", ["https://user@example.org", "ftp://example.org", "https", "javascript:alert(1)", "https:///a"]
)
def test_another_is_left_as_it_is(typed: str) -> None:
    assert typed_address("website", typed) == typed
