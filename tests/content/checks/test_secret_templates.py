"""Templates and their scripts -> what they may not say is named with file and line, before a build finds it."""

from __future__ import annotations

import base64
import gzip
from pathlib import Path

import pytest

from tests.builders import a_campaign_file, a_services_yaml
from tests.content.test_load import read, wrong

PLACE = (
    "    areas: [cumbria]\n    places:\n"
    "      - {name: Medlar House, address: '12 Tansy Street, Shap', postcode: CA99 9ZZ, show: never, area: cumbria,\n"
    "         source: https://harbour.example.org}\n"
)
RETIRED = "retired_numbers:\n  - {number: 01632 960999, was: an old line, source: their letter}\n"
FILES = (
    "overrides/main.html",
    "overrides/parts/foot.html",
    "overrides/scripts/a.js",
    "overrides/styles/a.css",
)


def said_of(root: Path, file: str, words: str) -> list[str]:
    services = a_services_yaml(more=RETIRED).replace("    areas: [cumbria]\n", PLACE, 1)
    files = {"services.yaml": services, "campaigns/a.md": a_campaign_file(), file: f"one\n\n  {words}\n"}
    return [one for one in wrong(root, files) if one.startswith("overrides")]


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("words", ["12 Tansy Street", "Tansy St, house 12", "12 T<b>an</b>sy Street", "CA999ZZ"])
def test_a_secret_place_in_a_template_is_named_with_its_line(tmp_path: Path, file: str, words: str) -> None:
    said = said_of(tmp_path, file, words)

    assert [one.rpartition(":3:3: ")[0] for one in said] == [file]
    assert "is withheld; take it out" in said[0].replace("which is", "is")
    assert words not in said[0]


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("words", ["01632 960999", "tel:+441632960999", "016<b>32</b> 960 999"])
def test_a_number_that_is_retired_is_named_in_a_template_with_its_line(tmp_path: Path, file: str, words: str) -> None:
    said = said_of(tmp_path, file, words)

    assert len(said) == 1
    assert said[0].startswith(f"{file}:3:")
    assert said[0].endswith("is retired (an old line); take it out, or find the new number")


@pytest.mark.parametrize("words", ["14 Tansy Road", "01632 960998", "Medlars", "CA99 9ZX", "{{ page.title }}"])
def test_what_is_no_secret_in_a_template_is_not_named(tmp_path: Path, words: str) -> None:
    services = a_services_yaml(more=RETIRED).replace("    areas: [cumbria]\n", PLACE, 1)
    files = {"services.yaml": services, "campaigns/a.md": a_campaign_file(), "overrides/main.html": words}

    assert read(tmp_path, files).services


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("packed", [False, True])
def test_what_a_data_address_in_a_template_holds_is_named(tmp_path: Path, file: str, packed: bool) -> None:
    """A build finds it, and what `check` calls good, a build builds."""
    inside = b"<svg><text>Come to 12 Tansy Street</text></svg>"
    held = base64.b64encode(gzip.compress(inside, mtime=0) if packed else inside).decode()
    said = said_of(tmp_path, file, f"url(data:image/svg+xml;base64,{held}) url(data:a;base64,{held})")

    assert said
    assert all(one.startswith(f"{file}:3:") and "which is withheld" in one for one in said)
