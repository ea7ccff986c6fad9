"""An address that has ended is known however it is written; its neighbours that live on are left alone."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.model.retired_address import RetiredAddress
from generator.privacy.address_search import Addresses, said_of


def retired(address: str, **more: object) -> RetiredAddress:
    return RetiredAddress.model_validate({"address": address, "was": "Harbour", "source": "their letter"} | more)


SITE = Addresses([retired("https://www.harbour.example.org/")])
PAGE = Addresses([retired("https://example.org/Old%20help/")])
MAIL = Addresses([retired("help@example.org")])
WELSH = Addresses([retired("https://llinell-t\u0177.example.org")])


@pytest.mark.parametrize(
    "text",
    [
        "https://www.harbour.example.org/",
        "https://www.harbour.example.org",
        "http://harbour.example.org/about/us?x=1#top",
        "HTTPS://WWW.HARBOUR.EXAMPLE.ORG",
        "harbour.example.org",
        "www.harbour.example.org.",
        "See [their site](https://harbour.example.org/help).",
        "write to help@harbour.example.org",
        "mailto:help@harbour.example.org",
        "//harbour.example.org/logo.png",
        "https://harbour.example.org:443/",
        "https://harbour.example.org./x",
        "https://l.example.com/?u=https%3A%2F%2Fharbour.example.org%2Fhelp&h=1",
        "https://l.example.com/?u=https%253A%252F%252Fharbour.example.org",
        "https://web.archive.example/web/2020/https://harbour.example.org/",
        "harbour&#46;example&#46;org",
        "harbour\\.example\\.org",
        "har\u00adbour.example.org",
        "**harbour**.example.org",
        "https:\\/\\/harbour.example.org\\/",
    ],
)
def test_a_site_that_ended_is_known_with_every_page_and_mail_of_it(text: str) -> None:
    assert [one.address for *_, one in SITE.in_words(text)] == ["https://www.harbour.example.org/"]


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/",
        "https://new-harbour.example.org",
        "https://harbour.example.org.uk",
        "https://harbour.example.organic",
        "https://harbour-example.org",
        "https://my.harbour.example.org.example.com",
        "the harbour, for example: org",
        "help@example.org",
        "https://sub.harbour.example.org",
    ],
)
def test_another_site_is_left_alone(text: str) -> None:
    assert list(SITE.in_words(text)) == []


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("https://www.example.org/old%20help", 1),
        ("http://example.org/OLD help/contact?a=b", 1),
        ("https://example.org/old%20helpers", 0),
        ("https://example.org/new", 0),
        ("https://example.org/", 0),
        ("help@example.org", 0),
    ],
)
def test_a_page_that_ended_takes_what_is_below_it_and_nothing_beside(text: str, times: int) -> None:
    assert len(list(PAGE.in_words(text))) == times


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Write to Help@example.org.", 1),
        ("mailto:help@example.org?subject=x", 1),
        ("self-help@example.org", 0),
        ("help@example.org.uk", 0),
        ("info@example.org", 0),
        ("https://example.org", 0),
    ],
)
def test_an_email_address_that_ended_is_that_one_alone(text: str, times: int) -> None:
    assert len(list(MAIL.in_words(text))) == times


@pytest.mark.parametrize(
    "host", ["llinell-t\u0177.example.org", "xn--llinell-t-b0b.example.org", "LLINELL-T\u0176.example.org"]
)
def test_a_name_with_accents_is_known_as_machines_write_it_too(host: str) -> None:
    host = "llinell-t\u0177.example.org".encode("idna").decode() if host.startswith("xn--") else host

    assert len(list(WELSH.in_words(f"https://www.{host}/"))) == 1


@pytest.mark.parametrize("address", ["harbour", "https://", "not an address", "01632 960101", "@"])
def test_what_is_no_address_is_refused_with_a_right_one(address: str) -> None:
    with pytest.raises(ValidationError, match="is not a web address or an e-mail address; write it as https://www"):
        retired(address)


def test_what_is_said_names_the_new_one_where_there_is_one() -> None:
    assert (
        str(said_of("It", retired("a.example.org")))
        == "It is a retired address (Harbour); take it out, or find the new one"
    )
    assert str(said_of("It", retired("a.example.org", replaced_by="https://b.example.org"))) == (
        "It is a retired address (Harbour); write https://b.example.org"
    )
