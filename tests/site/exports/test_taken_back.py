"""Our own feed, taken in by another office: every public field comes back to the letter, but for what is named here."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from generator.model.catalogue import Catalogue
from generator.model.fields.text import Words, in_language
from generator.model.service import Service
from generator.staff.feed_import.feed_rows import read_feed_services
from generator.staff.open_referral.feed_pages import FeedReader, FeedRecords
from generator.staff.open_referral.feed_services import FeedService, services_of
from generator.staff.spreadsheets.flatten import plain
from generator.staff.spreadsheets.import_rows import Imported
from tests.builders import a_service
from tests.site.exports.conftest import OpenData, made_of

ROOT = "https://site.example.org/data/oruk/"
NOT_IN_THE_FEED = {
    "search_words": "no page shows them",
    "contract_until": "staff alone see it",
    "contract_extension": "staff alone see it",
}
NOT_TAKEN = {
    "checked": "a check is of the office that made it",
    "sources": "they are where the record was found: the feed itself",
    "places.show": "this office decides what it shows",
}
"""Both lists stand in the handbook, on the page about feeds."""


def read(data: OpenData) -> list[FeedService]:
    def fetch(address: str) -> bytes:
        return json.dumps(data.get(address.removeprefix(ROOT))).encode()

    feed: FeedRecords = FeedReader(fetch, lambda: 0.0).read(f"{ROOT}services")
    return services_of(feed, data.edition.today)


def taken_into_an_empty_directory(data: OpenData) -> Imported:
    catalogue = data.edition.catalogue
    empty = Catalogue(vocabulary=catalogue.vocabulary, organisations=catalogue.organisations, areas=catalogue.areas)
    return read_feed_services(read(data), empty, {}, add_organisations=False)


def in_one_language(value: Any, language: str) -> Any:
    """Plain values as a reader of one language sees them: a feed of each language has its own words."""
    if isinstance(value, Mapping) and value and set(value) <= {"en", "cy", "pl"}:
        return in_language(Words(dict(value)), language)
    if isinstance(value, Mapping):
        return {name: in_one_language(inner, language) for name, inner in value.items()}
    return [in_one_language(one, language) for one in value] if isinstance(value, list) else value


def public(data: OpenData, service: Service) -> dict[str, Any]:
    """A record without what no page shows, and without what is named above."""
    row = next(one for one in data.table.services if one.service is service)
    made = in_one_language(plain(service), data.settings.language)
    shown = {one.contact for one in row.ways}
    made["contact"] = [
        one for one, contact in zip(made.get("contact", []), service.contact, strict=False) if contact in shown
    ]
    return made


def bare(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values without what is not in the feed, or is not taken of it."""
    left = {name: value for name, value in values.items() if name not in {*NOT_IN_THE_FEED, *NOT_TAKEN}}
    for group in ("contact", "places", "points"):
        left[group] = [
            {name: inner for name, inner in one.items() if name not in ("checked", "source", "show")}
            for one in left.get(group, [])
        ]
    return {name: value for name, value in left.items() if value}


def differences(data: OpenData) -> Iterator[str]:
    """Each field of each service that came back otherwise than it went out."""
    came = {result.id: result for result in taken_into_an_empty_directory(data).results}
    for row in data.table.services:
        result = came.get(row.service.id)
        if result is None or result.state != "new":
            yield f"{row.service.id}: {list(map(str, result.problems)) if result else 'is not there'}"
            continue
        was, now = bare(public(data, row.service)), bare(result.values)
        for name in sorted(was.keys() | now.keys()):
            if was.get(name) != now.get(name):
                yield f"{row.service.id} {name}: {was.get(name)!r} came back as {now.get(name)!r} {result.made}"


def test_every_public_field_of_the_demonstration_comes_back(demonstration: OpenData) -> None:
    """Two sentences name a web address among words that everyone reads: these no import takes."""
    lost = list(differences(demonstration))

    assert [line.split(": ")[0] for line in lost] == ["sexual-abuse-therapy first_step", "crimestoppers about"]
    assert all("as it says a web address" in line or "what says a web address was left out" in line for line in lost)


EVERY_FIELD: dict[str, Any] = {
    "also_known_as": ["VS; the office", "Old name"],
    "kind": "victim-hub",
    "kinds": ["counselling"],
    "about": "More in *Markdown*.\n\n- one\n  - two\n\nThe end.",
    "helps_with": ["hate-crime", "asb"],
    "who": {"audiences": ["men", "women"], "ages": {"from": 8, "to": 99}, "text": "For anyone.", "not_for": "Nobody."},
    "by_when": "Best within 7 days.",
    "response": "Within one working day.",
    "first_step": "Call, or start a live chat.",
    "contact": [
        {"phone": "01632 960001", "label": "Helpline", "hours": "Mo-Fr 09:00-17:00; PH off", "cost": "free"},
        {"text": "01632 960002", "when_closed": "Helpline", "note": "One word is enough.", "languages": ["en", "cy"]},
        {"textphone": "18001 01632 960003"},
        {"chat": "https://www.example.org/chat", "hours": "24/7"},
        {"form": "https://www.example.org/form"},
        {"website": "https://www.example.org/"},
        {"email": "help@example.org"},
    ],
    "when_you_contact": {
        "answered_by": "A volunteer.",
        "calls_back": "Yes, the same day.",
        "leaves_messages": "Never.",
        "wait": {"text": "A week.", "as_of": "2026-03-01"},
    },
    "report_needed": "no",
    "who_will_know": {"text": "Nobody.", "police": "only-if-you-agree", "immigration": "no"},
    "referral": ["self", "professional"],
    "cost": "free",
    "languages": ["en", "cy"],
    "interpreters": "yes",
    "access": ["step-free", "bsl"],
    "places": [
        {"name": "Main building", "address": "12 Church Street, Harbour", "postcode": "CA1 1AA", "area": "cumbria",
         "show": "full", "directions": "The blue door.", "by_arrangement": "yes"},
        {"name": "North", "area": "cumbria", "show": "area"},
    ],
    "points": [
        {"name": "Library", "area": "cumbria", "address": "1 High Street", "show": "full", "brought": "yes",
         "hours": "Tu 10:00-12:00; PH off", "note": "Bring a friend.",
         "contact": [{"phone": "01632 960004", "label": "Desk"}, {"email": "desk@example.org"}]},
    ],
    "outcomes": [{"says": "82% felt safer", "of": "people who came", "when": "March 2022", "source": "P180"}],
    "commissioned_by": ["victim-support"],
}  # fmt: skip
STATES: dict[str, dict[str, Any]] = {
    "open": {},
    "paused": {"status": "paused"},
    "to begin": {"status": "not-yet"},
    "closed": {"status": "closed", "closed_on": "2026-11-01", "replaced_by": "other"},
    "through another": {"reached_through": "other", "contact": [], "points": []},
    "nobody knows": dict.fromkeys(("who_will_know", "when_you_contact", "report_needed", "interpreters")),
}


@pytest.mark.parametrize("state", STATES)
def test_every_field_comes_back_in_every_state(state: str) -> None:
    fields = {name: value for name, value in (EVERY_FIELD | STATES[state]).items() if value is not None}
    other = a_service(id="other", name="Another", contact=[{"phone": "01632 960009"}])
    data = made_of(a_service(**fields), other)

    assert [line for line in differences(data) if state != "closed" or line.split(" ")[1] not in OVER] == []


OVER = {"contact:", "first_step:", "by_when:", "response:", "places:", "points:"}
"""What no page says of a service that has ended."""
