from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.model.retired_address import RetiredNumber
from tests.builders import a_campaign, a_catalogue, a_service

LOCAL = a_service(id="local", areas=["cumberland"], helps_with=["fraud-cyber"])
COUNTY = a_service(id="county", areas=["cumbria"], helps_with=["any-crime"])
NATION = a_service(id="nation", areas=["uk"], helps_with=["any-crime", "fraud-cyber"])
CATALOGUE = a_catalogue(LOCAL, COUNTY, NATION, a_campaign(services=["county", "nation"]))


def test_the_areas_above_come_nearest_first() -> None:
    assert CATALOGUE.above("cumberland") == ("cumbria", "england", "uk")


def test_the_areas_below_come_at_any_depth_in_the_authors_order() -> None:
    assert CATALOGUE.below("england") == ("cumbria", "cumberland", "westmorland-and-furness", "kent")


def test_an_area_is_as_wide_as_the_areas_it_holds() -> None:
    assert CATALOGUE.breadth == {
        "uk": 3,
        "england": 2,
        "cumbria": 1,
        "cumberland": 0,
        "westmorland-and-furness": 0,
        "kent": 0,
    }


@pytest.mark.parametrize(
    ("service", "area", "reach"),
    [
        (LOCAL, "cumberland", "local"),
        (LOCAL, "cumbria", "part"),
        (LOCAL, "uk", "part"),
        (LOCAL, "westmorland-and-furness", None),
        (LOCAL, "kent", None),
        (COUNTY, "cumberland", "wider"),
        (COUNTY, "cumbria", "local"),
        (COUNTY, "england", "part"),
        (COUNTY, "kent", None),
        (NATION, "kent", "wider"),
    ],
)
def test_a_service_reaches_an_area_by_name_from_outside_or_in_part(
    service: object, area: str, reach: str | None
) -> None:
    assert CATALOGUE.reach(service, area) == reach  # type: ignore[arg-type] # a service


def test_help_with_a_crime_is_what_names_it_then_help_after_any_crime_each_once() -> None:
    assert CATALOGUE.for_crime("fraud-cyber") == (LOCAL, NATION, COUNTY)


def test_help_with_a_crime_that_none_names_is_help_after_any_crime() -> None:
    assert CATALOGUE.for_crime("hate-crime") == (COUNTY, NATION)


def test_help_after_any_crime_is_what_says_so() -> None:
    assert CATALOGUE.for_crime("any-crime") == (COUNTY, NATION)


def test_links_are_in_reach_from_both_ends() -> None:
    assert CATALOGUE.services_for_crime["any-crime"] == (COUNTY, NATION)
    assert CATALOGUE.services_for_audience["everyone"] == (LOCAL, COUNTY, NATION)
    assert CATALOGUE.services_of_kind["victim-hub"] == (LOCAL, COUNTY, NATION)
    assert CATALOGUE.services_in_area["uk"] == (NATION,)
    assert [campaign.id for campaign in CATALOGUE.campaigns_for_service["nation"]] == ["dating-scams"]


@pytest.mark.parametrize(
    ("kind", "show", "shown"),
    [
        ("victim-hub", None, "full"),
        ("victim-hub", "area", "area"),
        ("victim-hub", "never", "never"),
        ("refuge", None, "never"),
        ("sarc", None, "never"),
        ("sarc", "full", "full"),
    ],
)
def test_a_place_shows_what_it_says_else_what_its_kind_of_service_says(kind: str, show: str | None, shown: str) -> None:
    service = a_service(kind=kind, places=[{"name": "The house", "show": show}])

    assert a_catalogue(service).shows(service, service.places[0]) == shown


@pytest.mark.parametrize("number", ["0845 30 30 900", "88858", "01768-892179"])
def test_a_retired_number_need_not_exist_any_more(number: str) -> None:
    assert RetiredNumber(number=number, was="old", source="P1").number == number


def test_a_retired_number_is_a_number_alone() -> None:
    with pytest.raises(ValidationError) as refused:
        RetiredNumber(number="0845 30 30 900 (old)", was="old", source="P1")

    assert str(refused.value.errors()[0]["ctx"]["error"]) == (
        "'0845 30 30 900 (old)' is not a phone number; write the number alone: 0845 30 30 900"
    )
