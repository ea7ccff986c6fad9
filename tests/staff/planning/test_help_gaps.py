"""The plan names each crime that no service names: for whom, and where; and what has no help at all."""

from __future__ import annotations

import pytest

from generator.edition import Edition
from generator.staff.planning.help_gaps import HelpGap, help_gaps
from tests.builders import a_service, an_edition

GENERAL = a_service(id="hub", helps_with=["any-crime"], areas=["england"])
EVERYWHERE: tuple[str, ...] = ()


def gaps(crime: str, *services: object) -> list[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    found = help_gaps(an_edition(*services))  # type: ignore[arg-type]
    return [(one.found, tuple(one.areas), tuple(one.audiences), tuple(one.but)) for one in found if one.id == crime]


def stalking(**changes: object) -> object:
    return a_service(**{"id": "stalking", "helps_with": ["stalking-harassment"], "areas": ["england"]} | changes)


def test_a_crime_that_a_service_names_for_everyone_everywhere_is_no_gap() -> None:
    assert gaps("stalking-harassment", GENERAL, stalking()) == []
    assert gaps("stalking-harassment", stalking()) == []


def test_help_after_any_crime_is_told_from_none() -> None:
    assert gaps("robbery", GENERAL) == [("any-crime", EVERYWHERE, (), ())]
    assert gaps("robbery", stalking()) == [("none", EVERYWHERE, (), ())]


def test_the_areas_without_it_are_named() -> None:
    only = stalking(areas=["cumberland"])

    assert gaps("stalking-harassment", GENERAL, only) == [
        ("any-crime", ("westmorland-and-furness", "kent"), (), ()),
    ]
    half = a_service(id="hub", helps_with=["any-crime"], areas=["cumbria"])
    assert gaps("stalking-harassment", half, only) == [
        ("none", ("kent",), (), ()),
        ("any-crime", ("westmorland-and-furness",), (), ()),
    ]


@pytest.mark.parametrize(
    ("who", "missing", "but"),
    [
        ({"audiences": ["women"]}, (), ("women",)),
        ({"audiences": ["adults"]}, ("children", "young-people"), ()),
        ({"audiences": ["everyone"], "ages": {"from": 18}}, ("children", "young-people"), ()),
        ({"audiences": ["everyone"], "ages": {"to": 25}}, ("older",), ()),
        ({"audiences": ["women", "men"]}, ("children", "young-people"), ()),
    ],
)
def test_the_people_without_it_are_named(who: object, missing: tuple[str, ...], but: tuple[str, ...]) -> None:
    assert gaps("stalking-harassment", GENERAL, stalking(who=who)) == [("any-crime", EVERYWHERE, missing, but)]


def test_who_is_disabled_or_came_from_elsewhere_is_a_woman_or_a_man_too() -> None:
    women = stalking(who={"audiences": ["women"]})
    men = stalking(id="men", who={"audiences": ["men"]})
    young = stalking(id="young", who={"audiences": ["children", "young-people"]})

    assert gaps("stalking-harassment", GENERAL, women, men, young) == []


def test_what_is_closed_or_for_others_is_no_help() -> None:
    assert gaps("robbery", a_service(helps_with=["robbery"], areas=["england"], status="closed")) != []
    assert gaps("robbery", a_service(helps_with=["robbery"], areas=["england"], **{"for": "professionals"})) != []


def test_a_gap_is_said_in_words() -> None:
    edition: Edition = an_edition(GENERAL, stalking(areas=["cumberland"], who={"audiences": ["women"]}))  # type: ignore[arg-type]
    words = [gap.for_whom(edition, "en") for gap in help_gaps(edition) if gap.id == "stalking-harassment"]

    assert words == ["anyone but Women", "Women, in Westmorland and Furness and Kent"]
    term = edition.catalogue.vocabulary.crimes["robbery"]
    assert HelpGap("robbery", term, "none", (), ()).for_whom(edition, "en") == ""
