"""No field of a record is forgotten: a change to it is seen, or it stands here as one that the public never reads."""

from __future__ import annotations

from typing import Any

import pytest

from generator.edition import Edition
from generator.model.campaign import Campaign, Post, Run
from generator.model.contact import WAYS, Contact
from generator.model.place import Area, Organisation, Place, Point
from generator.model.record import Record
from generator.model.service import Service
from generator.model.vocabulary import Membership
from generator.staff.diff.compare import changes
from generator.staff.diff.site_cards import all_cards
from tests.builders import CHECKED, a_campaign, a_post, a_run, a_service, an_edition, read_vocabulary
from tests.sites import a_site

GROUP = Membership(name="Harbour", plain="They work together.")
A_PLACE = {"name": "The Hub", "address": "1 High Street", "show": "full"}
IMAGE = {"file": "images/a.png", "alt": "A lighthouse"}
OTHER: dict[type[Record], dict[str, Any]] = {
    Service: {
        "id": "other",
        "name": "Other",
        "also_known_as": ["VS"],
        "kind": "helpline",
        "kinds": ["isva"],
        "meant_for": "professionals",
        "organisation": "other",
        "summary": "Other words.",
        "about": "More.",
        "helps_with": ["hate-crime"],
        "who": {"not_for": "Children."},
        "areas": ["kent"],
        "all_but": ["kent"],
        "first_step": "Call.",
        "by_when": "Within a week.",
        "response": "Within a day.",
        "contact": [],
        "reached_through": "other",
        "when_you_contact": {"answered_by": "A person."},
        "report_needed": "no",
        "who_will_know": {"police": "no"},
        "referral": ["self"],
        "cost": "free",
        "languages": ["cy"],
        "interpreters": "yes",
        "access": ["bsl"],
        "places": [],
        "points": [],
        "networks": ["harbour"],
        "marks": ["mark"],
        "outcomes": [{"says": "82% felt better", "when": "2022", "source": "P1"}],
        "commissioned_by": ["other"],
        "status": "paused",
        "closed_on": "2027-01-01",
        "replaced_by": "other",
        "checked": CHECKED | {"on": "2026-11-21"},
        "sources": ["P1"],
    },
    Contact: {
        "label": "Helpline",
        "when_closed": "Day line",
        "hours": "24/7",
        "cost": "free",
        "note": "Ask for Sam.",
        "meant_for": "professionals",
        "languages": ["cy"],
        "source": "P1",
        "checked": CHECKED,
    },
    Place: {
        "name": "The Den",
        "address": "2 High Street",
        "postcode": "CA1 1AA",
        "coordinates": "54.8951, -2.9382",
        "show": "area",
        "directions": "Left.",
        "by_arrangement": "yes",
        "brought": "yes",
        "area": "kent",
    },
    Point: {
        "name": "The Den",
        "address": "2 High Street",
        "postcode": "CA1 1AA",
        "coordinates": "54.8951, -2.9382",
        "show": "area",
        "area": "kent",
        "directions": "Left.",
        "by_arrangement": "yes",
        "brought": "yes",
        "hours": "Tu 10:00-12:00; PH off",
        "contact": [{"phone": "01632 960002"}],
        "note": "Ask for Sam.",
        "checked": CHECKED,
    },
    Campaign: {
        "id": "other",
        "title": "Other",
        "summary": "Other words.",
        "ask": "Call.",
        "about": ["hate-crime"],
        "audiences": ["men"],
        "services": ["victim-support-cumbria"],
        "partners": ["victim-support"],
        "runs": [],
        "image": IMAGE,
        "design": "panel",
        "hashtags": ["#Harbour"],
        "posts": [],
        "sources": ["P1"],
        "words": "More.",
    },
    Run: {
        "first": a_run("2027-02-02"),
        "last": a_run(last="2027-02-27"),
        "announce": a_run(announce="2027-01-01"),
        "called_off": a_run(called_off="2027-02-10"),
        "confirmed": a_run(confirmed=None),
    },
    Post: {
        "id": "other",
        "at": "2027-02-02 10:00",
        "title": "Other",
        "text": "Other words.",
        "channels": ["x"],
        "variants": {"x": "Other."},
        "image": IMAGE,
        "withdrawn": "true",
    },
    Organisation: {"name": "Other", "about": "More.", "website": "https://example.org", "charity": "1", "company": "2"}
    | {"sources": ["P1"]},
    Area: {"name": "Other", "parts": "Its parts", "within": None, "towns": ["Kendal"], "postcodes": ["LA9"]},
}
NEVER_READ: dict[type[Record], set[str]] = {
    Service: {"search_words", "contract_until", "contract_extension"},
    Contact: set(WAYS),
    Place: {"source"},
    Point: {"source"},
    Campaign: {"was", "rule", "objective", "insight", "measures", "results"},
    Run: {"moved", "signed_off"},
    Post: {"latest"},
    Area: {"source"},
}
"""Contact: each of the ways is what the other tests are about.
Run: the days themselves say that they `moved`."""
CASES = [(model, field) for model, fields in OTHER.items() for field in fields]


def state(model: type[Record] | None = None, field: str = "") -> Edition:
    """A site with one record of each kind, one field of one of them changed."""
    value = OTHER[model][field] if model else None

    def changed(kind: type[Record], **whole: Any) -> dict[str, Any]:
        return whole | ({"for" if field == "meant_for" else field: value} if model is kind else {})

    contact = changed(Contact, phone="01632 960001")
    run = value if model is Run else a_run()
    parts = {"contact": [contact], "places": [changed(Place, **A_PLACE)], "points": [changed(Point, **A_PLACE)]}
    service = a_service(**parts | changed(Service))
    campaign = a_campaign(**{"runs": [run], "posts": [a_post(**changed(Post))]} | changed(Campaign))
    return an_edition(
        service,
        campaign,
        *([a_service(id="other", name="New")] if field in ("replaced_by", "reached_through") else []),
        organisations={
            "victim-support": Organisation(**changed(Organisation, name="Victim Support")),
            "other": Organisation(name="O"),
        },
        vocabulary=read_vocabulary().model_copy(update={"networks": {"harbour": GROUP}, "marks": {"mark": GROUP}}),
        areas={
            "cumbria": Area(**changed(Area, name="Cumbria", within="uk")),
            "uk": Area(name="United Kingdom"),
            "kent": Area(name="Kent"),
        },
    )


@pytest.mark.parametrize("model", OTHER, ids=lambda model: model.__name__)
def test_every_field_is_here(model: type[Record]) -> None:
    assert OTHER[model].keys() | NEVER_READ.get(model, set()) == model.model_fields.keys()


@pytest.mark.parametrize(("model", "field"), CASES, ids=[f"{model.__name__}.{field}" for model, field in CASES])
def test_a_change_to_it_is_seen(model: type[Record], field: str) -> None:
    before, after = (all_cards(one, a_site(), {}) for one in (state(), state(model, field)))

    assert changes(before, after)
