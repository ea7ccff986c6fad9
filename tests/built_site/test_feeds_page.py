"""R26: what someone who adds a feed to a tool does on the feeds page, in a browser."""

from __future__ import annotations

import pytest

from tests.built_site.browser import Visitor


@pytest.mark.parametrize("width", [320, 1280])
def test_r26_one_click_selects_a_whole_address_to_copy(visitor: Visitor, width: int) -> None:
    page = visitor.at("feeds/", (width, 640))
    field = page.get_by_label("Facebook", exact=True)
    field.click()

    assert field.evaluate("e => e.value.slice(e.selectionStart, e.selectionEnd)") == field.input_value()
    assert field.input_value().endswith("/feeds/facebook.xml")


def test_r26_a_keyboard_reaches_an_address_and_selects_it(visitor: Visitor) -> None:
    page = visitor.at("feeds/", (1280, 640))
    page.get_by_role("link", name="Open the feed").focus()
    page.keyboard.press("Tab")

    selected = "() => document.activeElement.value.slice(document.activeElement.selectionStart)"
    assert str(page.evaluate(selected)).endswith("/feeds/campaigns.json")
