"""What has the keyboard's focus shows it on the screen itself: in the light, in the dark and in forced colours."""

from __future__ import annotations

from typing import Any

from tests.built_site.browser import Visitor
from tests.built_site.focus import shown

KINDS = {
    "": {
        "skip link": ".skip",
        "way out": ".leave a",
        "note about leaving": ".leave-note a",
        "name of the site": ".site a",
        "way to the doors": ".to-menu a",
        "999 under the head": ".in-danger a[href^=tel]",
        "55 under the head": ".in-danger a[href^='#']",
        "999": ".danger li:first-child a",
        "other way to 999": ".danger li:nth-child(n + 2) a",
        "service to talk to": ".talk p:not(.reach) a",
        "number to talk to": ".talk .reach a",
        "door": ".doors a",
        "link of the foot": ".foot a",
    },
    "#menu": {"door in the head": ".head nav a"},
    "what-happened/domestic-abuse/": {
        "what is folded": ".more summary",
        "area of a list": ".nearer a",
        "name on a card": ".card h3 a",
        "number on a card": ".card .reach a",
    },
    "where/": {"postcode": "#postcode", "choice": ".choices a"},
    "services/": {"letter": ".letters a", "line of a list": ".plain a"},
    "services/victim-support-cumbria/": {
        "way up": ".crumbs a",
        "number": ".contact .reach a",
        "way to the card": ".to-card a",
        "link among facts": ".facts a",
        "what opens": "summary",
    },
    "services/victim-support-cumbria/card/": {"number of the card": ".cut a"},
    "feeds/": {"address to copy": ".copy"},
    "about/checks/": {"name in a table": "tbody th a", "code in a table": "td a"},
    "rights/": {"link in a sentence": "main p a", "part of the page": "main dd a"},
    "campaigns/": {"campaign": ".campaigns a"},
}
"""By page: a selector for each kind of thing that takes the focus, and looks its own."""
SCHEMES: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced colours": {"color_scheme": "light", "forced_colors": "active"},
}
SCREEN = (600, 700)
FEW = "() => document.querySelectorAll('main tbody tr:nth-child(n + 2)').forEach((one) => one.remove())"
"""Leaves as much of a table as the screen can hold."""


def test_the_focus_changes_at_least_an_edge_of_two_pixels_by_three_to_one(visitor: Visitor) -> None:
    weak = {}
    for address, kinds in KINDS.items():
        page = visitor.at(address, SCREEN)
        page.evaluate(FEW)
        for scheme, media in SCHEMES.items():
            page.emulate_media(**media)
            weak[address, scheme] = [one for one in shown(page, kinds) if one.changed < one.needed]
        page.emulate_media(color_scheme="light", forced_colors="none")

    assert {where: found for where, found in weak.items() if found} == {}


def test_a_thin_edge_is_too_little(visitor: Visitor) -> None:
    page = visitor.at("", SCREEN)
    page.evaluate(
        """() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(`:is(a, input):focus-visible { all: revert; color: #1d4f73; outline: 1px solid #777; }`);
          document.adoptedStyleSheets = [sheet]; }"""
    )
    (door,) = shown(page, {"door": ".foot a"})

    assert door.changed < door.needed
