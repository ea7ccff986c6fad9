"""An id -> a mistake where it has the house of its own service's secret place, and no message repeats it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.builders import a_campaign_file, a_services_yaml
from tests.content.test_load import read, wrong

CURE = "which is withheld; choose an id that says nothing, for example harbour-refuge"
HOUSE = "Medlar House, Hazel Lane, Shap"
VICARAGE = "The Old Vicarage, 7 Church Lane, Shap"


def files_with(service: str, address: str) -> dict[str, str]:
    place = (
        f"    areas: [cumbria]\n    places:\n      - {{name: Main building, address: '{address}', show: never,"
        " area: cumbria,\n         source: https://harbour.example.org}\n"
    )
    services = a_services_yaml()
    found = re.search(r"  - id: (\S+)\n", services)
    assert found
    services = services.replace(found[0], f"  - id: {service}\n", 1).replace("    areas: [cumbria]\n", place, 1)
    return {"services.yaml": services, "campaigns/a.md": a_campaign_file().replace(found[1], service)}


@pytest.mark.parametrize(
    ("service", "address"),
    [
        *(
            (one, HOUSE)
            for one in ("medlar-house", "medlar-house-refuge", "medlarhouse", "medlar-house-2", "medlar-hse")
        ),
        *((one, VICARAGE) for one in ("the-old-vicarage", "old-vicarage", "old-vicarage-shap", "refuge-old-vicarage")),
    ],
)
def test_an_id_with_the_house_of_its_own_place_is_a_mistake_that_does_not_repeat_it(
    tmp_path: Path, service: str, address: str
) -> None:
    said = wrong(tmp_path, files_with(service, address))

    assert [one for one in said if one.endswith(CURE)] == said != []
    assert [one for one in said if service in one] == []


@pytest.mark.parametrize("service", ["medlar-refuge", "shap-refuge", "house-of-hope", "harbour-house"])
def test_an_id_that_any_service_may_have_is_good(tmp_path: Path, service: str) -> None:
    assert read(tmp_path, files_with(service, HOUSE)).services
