"""Feeds of offices that are none of ours, as documents by their address."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from generator.staff.open_referral.feed_pages import FeedLimits, FeedReader, FeedRecords
from generator.staff.open_referral.json_documents import FeedError

HERE = "https://harbour.example.org/api/services"
QUAY = "b6f9f5f4-6f6a-4c1e-9a4e-0d5f3a0d0001"
COAST = "b6f9f5f4-6f6a-4c1e-9a4e-0d5f3a0d0002"
WHOLE: dict[str, Any] = {
    "id": QUAY,
    "name": "Quayside",
    "status": "active",
    "description": "<p>Someone to talk to.</p><p>We are here &amp; we listen.</p>",
    "organization": {"id": COAST, "name": "Coast Trust", "description": "A charity."},
    "phones": [{"id": QUAY, "number": "01632 960101", "type": "voice", "description": "Sam Reed"}],
    "url": "https://www.example.org/quay",
    "email": "help@example.org",
    "minimum_age": 16,
    "assured_date": "2026-10-01",
    "schedules": [
        {"id": QUAY, "freq": "WEEKLY", "byday": day, "opens_at": "09:00", "closes_at": "17:00"}
        for day in ("MO", "TU", "WE")
    ],
    "service_areas": [{"id": QUAY, "name": "Cumbria"}, {"id": COAST, "name": "Elsewhere"}],
    "attributes": [
        {"id": QUAY, "link_type": "service_type", "taxonomy_term": {"id": QUAY, "name": "Helpline"}},
        {"id": COAST, "link_type": "crime_type", "taxonomy_term": {"id": QUAY, "name": "Hate crime"}},
        {"id": COAST, "link_type": "mood", "taxonomy_term": {"id": QUAY, "name": "Blue"}},
    ],
    "service_at_locations": [
        {
            "id": QUAY,
            "location": {
                "id": QUAY,
                "location_type": "physical",
                "name": "Harbour House",
                "latitude": 54.1,
                "longitude": -2.1,
                "addresses": [{"address_1": "12 Church Street", "city": "Harbour", "postal_code": "CA1 1AA"}],
            },
        }
    ],
}
"""A service by the rules of 3.0."""
FIRST: dict[str, Any] = {
    "id": COAST,
    "name": "Coastline",
    "status": "active",
    "description": "A line for all.",
    "organization": {"id": QUAY, "name": "Coast Trust"},
    "url": "www.example.org",
    "contacts": [{"id": QUAY, "name": "Sam Reed", "phones": [{"id": QUAY, "number": "+44 1632 960102"}]}],
    "eligibilitys": [{"minimum_age": 18, "maximum_age": "65"}],
    "regular_schedules": [{"weekday": "Friday", "opens_at": "20:00:00", "closes_at": "02:00:00"}],
    "service_areas": [{"service_area": "Cumbria"}],
    "service_taxonomys": [{"taxonomy": {"id": "x", "name": "Helpline"}}, {"taxonomy": {"name": "Any crime"}}],
    "fundings": [{"source": "Victim Support"}],
    "languages": [{"language": "Polish"}],
    "cost_options": [{"amount": 0, "option": "free"}],
}
"""A service by the rules of 1.0."""


def a_page(*rows: Any, number: int = 1, total: Any = 1) -> dict[str, Any]:
    return {"total_items": len(rows), "total_pages": total, "page_number": number, "contents": list(rows)}


def slim(record: Mapping[str, Any]) -> dict[str, Any]:
    return {name: record[name] for name in ("id", "name", "status", "description", "organization") if name in record}


def read(
    documents: Mapping[str, Any], address: str = HERE, limits: FeedLimits | None = None, step: float = 0.0
) -> tuple[FeedRecords, list[str]]:
    """What a feed holds, and every address that was asked; each look at the clock finds it later by a step."""
    asked: list[str] = []
    seconds = [0.0]

    def fetch(wanted: str) -> bytes:
        asked.append(wanted)
        if wanted not in documents:
            raise FeedError("it answers with 404")
        found = documents[wanted]
        return found if isinstance(found, bytes) else json.dumps(found).encode()

    def clock() -> float:
        seconds[0] += step
        return seconds[0]

    return FeedReader(fetch, clock, limits).read(address), asked
