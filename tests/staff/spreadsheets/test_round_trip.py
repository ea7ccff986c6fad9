"""Out as a table and back in: the same services to the letter, in CSV and in a workbook."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from generator.content.load import load
from generator.content.loading.config import read_settings
from generator.model.catalogue import Catalogue
from generator.model.service import Service
from generator.staff.spreadsheets.flatten import flat, nested, plain
from tests.builders import a_catalogue, a_service, at
from tests.site_builder import NOW
from tests.staff.spreadsheets.services import SERVICES, as_csv, as_xlsx, exported, imported

ROOT = Path(__file__).parents[3]
QUICK = (Phase.explicit, Phase.generate)
"""Without making a failing service smaller, which takes minutes: services are large, and the message names the row."""
WAYS_OUT = pytest.mark.parametrize("way", [as_csv, as_xlsx])


@cache
def our_own() -> Catalogue:
    return load(ROOT, read_settings((ROOT / "mkdocs.yml").read_text(), "mkdocs.yml"), at(NOW.replace("T", " ")).date())


@WAYS_OUT
def test_the_directory_of_this_repository_comes_back_unchanged(way: object) -> None:
    results = imported(way(exported(our_own())), our_own()).results  # type: ignore[operator]

    assert len(results) == len(our_own().services) > 40
    assert {result.state for result in results} == {"unchanged"}


@WAYS_OUT
def test_the_directory_of_this_repository_can_be_made_again_from_its_table(way: object) -> None:
    without = Catalogue(vocabulary=our_own().vocabulary, organisations=our_own().organisations, areas=our_own().areas)
    results = imported(way(exported(our_own(), with_withheld=True)), without).results  # type: ignore[operator]

    assert {result.state for result in results} == {"new"}
    made = [Service.model_validate(result.values) for result in results]
    assert [plain(service) for service in made] == [plain(service) for service in our_own().services]


def comes_back(service: Service, way: object) -> None:
    there, empty = a_catalogue(service), a_catalogue()
    table = way(exported(there))  # type: ignore[operator]
    (result,) = imported(table, there).results
    assert [*map(str, result.changes), *map(str, result.problems)] == []
    assert result.state == "unchanged"

    table = way(exported(there, with_withheld=True))  # type: ignore[operator]
    (result,) = imported(table, empty).results
    assert result.problems == []
    assert plain(Service.model_validate(result.values)) == plain(service)


@given(service=SERVICES)
@settings(max_examples=100, phases=QUICK)
def test_any_service_comes_back_from_csv(service: Service) -> None:
    comes_back(service, as_csv)


@given(service=SERVICES)
@settings(max_examples=25, phases=QUICK)
def test_any_service_comes_back_from_a_workbook(service: Service) -> None:
    comes_back(service, as_xlsx)


@given(service=SERVICES)
@settings(max_examples=100, phases=QUICK)
def test_values_in_one_level_are_the_same_values(service: Service) -> None:
    values, numbers = nested(flat(plain(service)))

    assert plain(Service.model_validate(values)) == plain(service)
    assert flat(plain(service), numbers) == flat(plain(service))


def test_what_is_plain_leaves_out_what_is_the_case_anyway() -> None:
    service = a_service(
        status="open", who={"audiences": ["everyone"]}, report_needed="unknown", name={"en": "A", "cy": "B"}
    )

    assert plain(service) == {
        "id": "victim-support-cumbria",
        "name": {"en": "A", "cy": "B"},
        "kind": "victim-hub",
        "organisation": "victim-support",
        "summary": "Free, private help after any crime.",
        "helps_with": ["any-crime"],
        "areas": ["cumbria"],
        "contact": [{"phone": "01632 960001"}],
        "checked": {"on": "2026-11-20", "by": "Communications team", "how": "phoned"},
    }
