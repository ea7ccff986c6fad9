"""Buttons that narrow a list: by what each service can be chosen, and none that would change nothing."""

from __future__ import annotations

import re
from typing import Any

from generator.model.service import Service
from generator.site.render.narrowing import choices, words_of
from generator.spots import Spots
from tests.builders import a_service, an_edition
from tests.sites import a_publication, page_at

CHAT, MAIL = {"chat": "https://example.org/chat"}, {"email": "help@example.org"}


def many(*others: Service, count: int = 6, **changes: Any) -> list[Service]:
    """So many services with a number, and others beside them."""
    return [*(a_service(id=f"line-{n}", name=f"Line {n}", **changes) for n in range(count)), *others]


def said(*services: Service, language: str = "en") -> list[str]:
    edition = an_edition(*services)
    return [one.says for one in choices(services, edition, Spots(edition), language, lambda text: text)]


def words(service: Service) -> tuple[str, ...]:
    edition = an_edition(service)
    return words_of(service, edition, Spots(edition))


def test_a_service_is_chosen_by_every_way_that_its_page_shows_and_by_whom_it_is_for() -> None:
    service = a_service(
        contact=[{"phone": "01632 960001"}, CHAT],
        who={"audiences": ["women"]},
        languages=["en", "cy"],
        interpreters="yes",
        access=["bsl", "parking"],
    )

    assert words(service) == ("phone", "chat", "women", "in-en", "in-cy", "interpreters", "bsl")
    assert words(a_service(contact=[CHAT], checked=None)) == ()


def test_a_place_to_go_counts_only_where_readers_may_know_of_it() -> None:
    place = {"name": "Office", "address": "1 Example Road", "postcode": "CA99 9ZZ"}

    assert "met" in words(a_service(places=[{**place, "show": "area"}]))
    assert "met" not in words(a_service(places=[{**place, "show": "never"}]))


def test_a_button_stands_only_where_some_answer_to_it_and_some_do_not() -> None:
    women = a_service(id="w", who={"audiences": ["women"]}, contact=[CHAT])

    assert said(*many(women)) == ["By phone", "Online chat", "Women"]
    assert said(*many()) == []


def test_open_now_is_offered_where_any_hours_are_known_and_the_device_decides() -> None:
    assert said(*many(a_service(id="h", contact=[{"phone": "01632 960009", "hours": "24/7"}]))) == ["Open now"]


def test_a_language_is_offered_by_its_name_and_not_the_one_that_the_page_is_in() -> None:
    welsh = a_service(id="w", languages=["en", "cy"])

    assert said(*many(welsh)) == ["Welsh"]
    assert said(*many(a_service(id="e", languages=["en"]))) == []


def test_a_short_list_has_none() -> None:
    assert said(*many(a_service(id="w", contact=[MAIL]), count=4)) == []


def test_a_list_says_its_buttons_hidden_until_a_script_shows_them_and_each_card_what_it_answers_to() -> None:
    chat = [
        a_service(id=f"chat-{n}", name=f"Chat {n}", contact=[{"chat": f"https://example.org/{n}"}]) for n in range(3)
    ]
    body = page_at("what-happened/fraud-cyber/", a_publication(*many(*chat, contact=[{"phone": "01632 960001"}]))).body
    (block,) = re.findall(r'<section class="narrow" data-narrow hidden.*?</section>', body, re.DOTALL)

    assert re.findall(r'<button type="button" data-fit="([a-z]+)" aria-pressed="false">', block) == ["phone", "chat"]
    assert 'data-fits="chat"' in body
    assert "assets/lists.js" in body


def test_buttons_stand_below_the_few_that_fit_best_and_above_what_is_folded() -> None:
    chat = a_service(id="chat", name="Chat", contact=[CHAT])
    numbers = [a_service(id=f"n-{n}", name=f"N {n}", contact=[{"phone": f"01632 96000{n}"}]) for n in range(8)]
    body = page_at("what-happened/fraud-cyber/", a_publication(*numbers, chat)).body

    assert body.index("Services that can help") < body.index("Show only") < body.index('<details class="more"')
