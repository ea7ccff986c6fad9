"""A field that nobody would see: each field of a record changes something public, or is known to be for staff alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache
from itertools import zip_longest
from typing import Any

import pytest
from pydantic import BaseModel

from generator.content.loading.shipped import vocabulary_of_site
from generator.content.schema.json_schema import DIRECTORY as LISTS
from generator.content.schema.json_schema import fields
from generator.model.campaign import Campaign
from generator.model.catalogue import Catalogue
from generator.site.build import publish
from tests.builders import a_catalogue, at
from tests.fuzz.test_unseen_numbers import read
from tests.fuzz.whole import CAMPAIGN, DIRECTORY
from tests.sites import ROOT, a_picture, a_site

Path = tuple[str | int, ...]
Trees = Mapping[str, Any]
MOMENTS = ("2027-02-10 10:00", "2027-02-27 10:00")
IMAGE = {"file": "images/dating.png", "alt": "Two hands", "licence": "CC0"}
CHECKED = {"on": "2026-11-20", "by": "Us", "how": "phoned"}
CALLED_OFF = {"from": "2027-02-20", "to": "2027-02-28", "called_off": "2027-02-05", "announce": "2027-01-20",
              "confirmed": {"by": "Us", "on": "2026-11-20", "source": "the calendar"}}  # fmt: skip
A_LINE = {
    "say": "Read what to do at night",
    "link": "https://night.example.org/",
    "text": "At night.",
    "source": "S001",
}
MORE_SERVICES = [
    {"id": "programme", "name": "Change", "kind": "helpline", "for": "people-who-harm"},
    {"id": "later", "also_known_as": ["Soon"], "name": "Later", "kind": "victim-hub", "status": "paused",
     "contact": [{"phone": "01632 960008", "for": "professionals"}]},
    {"id": "waiting", "name": "Waiting", "kind": "helpline", "checked": None,
     "reached_through": "victim-support-cumbria",
     "contact": [{"phone": "01632 960007", "checked": CHECKED}]},
]  # fmt: skip
FILLED = {
    "organisation": "victim-support",
    "summary": "Help.",
    "helps_with": ["any-crime"],
    "areas": ["cumbria"],
    "checked": CHECKED,
}

FOR_STAFF = {
    *((Campaign.__name__, name) for name in ("rule", "objective", "insight", "measures", "results")),
    *(("Confirmation", name) for name in ("by", "source")),
    *(("SignOff", name) for name in ("by", "on")),
    ("Run", "signed_off"),
    ("Post", "latest"),
    ("Service", "contract_until"),
    ("Service", "contract_extension"),
}
"""What no reader sees: the plan, a release, and what is due are made of it."""
FOR_A_CHECK = {
    ("Document", "kind"),
    ("Emergency", "source"),
    ("Area", "source"),
    ("Place", "source"),
    ("Point", "source"),
}
"""What a check reads, and no page."""
ELSEWHERE = {"RetiredNumber", "RetiredAddress"}
"""Records of what is published nowhere: `check` reads them."""


def whole() -> dict[str, Any]:
    """The whole directory and campaign, with what they lack to have each field once."""
    directory, campaign = deepcopy(DIRECTORY), deepcopy(CAMPAIGN)
    directory["retired_numbers"] = []
    directory["organisations"]["harbour-trust"] = {"name": "Harbour Trust"}
    directory["emergency"].append(A_LINE)
    directory["services"] += [
        {name: value for name, value in (FILLED | service).items() if value is not None} for service in MORE_SERVICES
    ]
    directory["doors"]["stages"]["choices"][1]["services"].append("waiting")
    campaign["image"], campaign["posts"][0]["image"] = IMAGE, IMAGE | {"file": "images/post.png"}
    campaign["posts"][0]["latest"] = "2027-02-03"
    campaign["runs"][0]["signed_off"] = {"by": "Us", "on": "2026-11-20"}
    campaign["runs"].append(CALLED_OFF)
    return deepcopy({"directory": directory, "campaign": campaign})


def places(record: type[BaseModel], value: Any, path: Path) -> Iterator[tuple[str, str, Path]]:
    """Each field of each record in a tree: the record's name, the field's, and where it stands."""
    for field in fields(record):
        if field.name not in value:
            continue
        here = (*path, field.name)
        yield record.__name__, field.name, here
        inside = value[field.name]
        if field.inside and isinstance(inside, dict):
            yield from places(field.inside, inside, here)
        elif field.inside and isinstance(inside, list):
            for number, one in enumerate(inside):
                yield from places(field.inside, one, (*here, number))


def every_place() -> Iterator[tuple[str, str, Path]]:
    """The same for both trees."""
    trees = whole()
    for name, record in LISTS.items():
        records = trees["directory"].get(name, [])
        for key, one in records.items() if isinstance(records, dict) else enumerate(records):
            yield from places(record, one, ("directory", name, key))
    yield from places(Campaign, trees["campaign"], ("campaign",))


PLACES: dict[tuple[str, str], list[Path]] = {}
for model, name, where in every_place():
    PLACES.setdefault((model, name), []).append(where)


def others(value: Any) -> Iterator[Any]:
    """What else might stand in a field: nothing, or the same with a little more."""
    if isinstance(value, str):
        yield from ("images/post.png", "only-if-you-agree", "true", "area", "yes", "harbour-trust")
        yield from (
            value + " more",
            value + "-more",
            "2026-11-19",
            "2027-02-02 09:00",
            "2027-02-02",
            "2027-02-27",
            "9",
            "no",
            "charity",
        )
        yield from ("01632 960077", "victim-hub", "helpline", "domestic-abuse", "local", "text", "cumberland", "closed")
    if isinstance(value, list):
        yield from (value[:-1], ["domestic-abuse"], ["cumberland"], ["S001 3"])


Edit = tuple[Path, Any]
"""Where something stands, and what shall stand there: None for nothing."""


def edits_at(path: Path) -> Iterator[Edit]:
    """Each way to change what stands at a place: without it, or with something else."""
    *above, last = path
    holder: Any = whole()
    for part in above:
        holder = holder[part]
    yield from ((path, other) for other in (None, *others(holder[last])))


def edited(*edits: Edit) -> Trees:
    """The trees with these changes in them."""
    trees: Any = whole()
    for (*above, last), other in edits:
        inside = trees
        for part in above:
            inside = inside[part]
        if other is None:
            del inside[last]
        else:
            inside[last] = other
    return trees


def good(trees: Trees) -> Catalogue | None:
    """The records of two trees. None where they are not good."""
    directory, found, wrong = read(trees["directory"], trees["campaign"])
    if wrong or found is None or not directory.is_complete:
        return None
    return a_catalogue(
        *(one.record for one in directory.services),
        found.record,
        organisations={name: one.record for name, one in directory.organisations.items()},
        areas={name: one.record for name, one in directory.areas.items()},
        vocabulary=vocabulary_of_site(directory, "en"),
        emergency=tuple(one.record for one in directory.emergency),
        documents={name: one.record for name, one in directory.sources.items()},
        pictures=a_picture("images/dating.png") | a_picture("images/post.png"),
    )


def published(catalogue: Catalogue, moment: str) -> Iterator[bytes]:
    """Every byte that leaves at a moment, but for drawn pictures."""
    made = publish(catalogue, a_site(), at(moment), ROOT)
    yield from (f"{page.address}\n{page.title}\n{page.description}\n{page.body}".encode() for page in made.pages)
    yield made.frame.emergency.encode()
    yield from (download.data for download in made.downloads if not download.path.endswith(".png"))


@cache
def as_it_is(moment: str) -> tuple[bytes, ...]:
    """What leaves of the whole trees."""
    catalogue = good(whole())
    assert catalogue is not None
    return tuple(published(catalogue, moment))


def good_edits(field: tuple[str, str]) -> Iterator[Edit]:
    """Each change of a field that leaves the trees good: the first way at each place, then the second."""
    ways = zip_longest(*map(edits_at, PLACES[field]))
    return (edit for some in ways for edit in some if edit and good(edited(edit)) is not None)


def shows(*edits: Edit) -> bool:
    """Whether changes that are good together change what leaves."""
    catalogue = good(edited(*edits))
    assert catalogue is not None, edits
    return any(
        new != old for moment in MOMENTS for new, old in zip_longest(published(catalogue, moment), as_it_is(moment))
    )


@cache
def seen_of_staff_s_own() -> tuple[Edit, ...]:
    """Changes of fields for staff alone that show; () where none does.

    One publication tries a change of each of these fields, the next another, until each change was tried. What holds
    another of them is tried alone.
    """
    tried = {field: [*good_edits(field)] for field in sorted(FOR_STAFF | FOR_A_CHECK)}
    assert [field for field, edits in tried.items() if not edits] == [], "no good change was found"
    places = [path for field in tried for path in PLACES[field]]
    outer = {field for field in tried if any(path[:-1][: len(own)] == own for own in PLACES[field] for path in places)}
    together = zip_longest(*(edits for field, edits in tried.items() if field not in outer))
    rounds = [*([one for one in some if one] for some in together), *([one] for field in outer for one in tried[field])]
    return tuple(edit for some in rounds if shows(*some) for edit in [one for one in some if shows(one)] or some)


def every_field() -> set[tuple[str, str]]:
    """Each field of each record that an author writes in services.yaml or a campaign."""
    found: set[tuple[str, str]] = set()
    records: list[type[BaseModel]] = [*LISTS.values(), Campaign]
    for record in records:
        for field in fields(record):
            found.add((record.__name__, field.name))
            if field.inside and field.inside not in records:
                records.append(field.inside)
    return {(record, name) for record, name in found if record not in ELSEWHERE}


def test_the_trees_of_this_test_have_every_field_there_is() -> None:
    assert every_field() - PLACES.keys() == set()


DRAWN = {("Campaign", "design")}
"""It changes a drawn picture alone, which no text shows: its own test looks at it."""


@pytest.mark.parametrize("field", sorted(every_field() - FOR_STAFF - FOR_A_CHECK - DRAWN), ids=".".join)
def test_a_field_changes_something_public(field: tuple[str, str]) -> None:
    assert any(shows(edit) for edit in good_edits(field))


@pytest.mark.parametrize("field", sorted(FOR_STAFF | FOR_A_CHECK), ids=".".join)
def test_a_field_for_staff_alone_changes_nothing_public(field: tuple[str, str]) -> None:
    assert [edit for edit in seen_of_staff_s_own() if edit[0] in PLACES[field]] == []
