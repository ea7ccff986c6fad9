from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from generator.model.contact import WAYS
from tests.builders import a_contact

ONE_OF = "a contact is exactly one of phone, text, textphone, chat, form, website, email; here is "


@pytest.mark.parametrize(
    ("fields", "way", "link", "shown"),
    [
        ({"phone": "03003030554"}, "phone", "tel:+443003030554", "0300 303 0554"),
        ({"phone": "999"}, "phone", "tel:999", "999"),
        ({"text": "07860027573"}, "text", "sms:+447860027573", "07860 027573"),
        ({"textphone": "18001 0300 303 0554"}, "textphone", "tel:1800103003030554", "18001 0300 303 0554"),
        ({"chat": "https://www.example.org/chat/"}, "chat", "https://www.example.org/chat/", "example.org"),
        ({"form": "http://example.org/form"}, "form", "http://example.org/form", "example.org"),
        ({"website": "https://example.org"}, "website", "https://example.org", "example.org"),
        ({"email": "help@example.org"}, "email", "mailto:help@example.org", "help@example.org"),
    ],
)
def test_a_contact_knows_its_way_its_link_and_what_a_reader_sees(
    fields: dict[str, str], way: str, link: str, shown: str
) -> None:
    contact = a_contact(**fields)

    assert (contact.way, contact.link, contact.shown) == (way, link, shown)


def test_every_way_is_a_field() -> None:
    assert set(WAYS) <= a_contact().__class__.model_fields.keys()


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"label": "Supportline"}, "none of them"),
        ({"phone": "999", "email": "help@example.org"}, "phone and email"),
        ({"phone": "999", "text": "999", "chat": "https://example.org"}, "phone and text and chat"),
    ],
)
def test_a_contact_is_exactly_one_way(fields: dict[str, Any], found: str) -> None:
    with pytest.raises(ValidationError) as refused:
        a_contact(**fields)

    assert [str(error["ctx"]["error"]) for error in refused.value.errors()] == [ONE_OF + found]


@pytest.mark.parametrize(
    ("fields", "free", "local"),
    [
        ({"phone": "0808 1689111"}, True, False),
        ({"phone": "0300 303 0554"}, False, True),
        ({"phone": "0300 303 0554", "cost": "free"}, True, False),
        ({"phone": "0845 30 30 900"}, False, False),
        ({"phone": "0845 30 30 900", "cost": "local"}, False, True),
        ({"email": "help@example.org"}, False, False),
    ],
)
def test_what_a_call_costs_comes_from_the_record_else_from_the_number(
    fields: dict[str, str], free: bool, local: bool
) -> None:
    contact = a_contact(**fields)

    assert (contact.is_free, contact.is_local_rate) == (free, local)


@pytest.mark.parametrize(
    ("address", "front"),
    [
        ("https://example.org", True),
        ("https://www.example.org/", True),
        ("https://example.org/en/", True),
        ("https://example.org/cy", True),
        ("https://example.org/index.html", True),
        ("https://example.org/en/home", True),
        ("https://example.org/chat", False),
        ("https://example.org/get-help/chat/", False),
        ("https://example.org/en/chat", False),
        ("https://example.org/?chat=1", False),
        ("https://example.org/#chat", False),
        ("https://example.org/indexes", False),
    ],
)
def test_an_address_is_the_front_of_a_site_or_a_page_of_it(address: str, front: bool) -> None:
    assert a_contact(chat=address).is_home_page is front


def test_a_number_and_an_e_mail_address_are_no_front_of_a_site() -> None:
    assert not a_contact(phone="01632 960001").is_home_page
    assert not a_contact(email="help@example.org").is_home_page
