"""The open data of two editions, made once: the demonstration's, and that of a site that is hard on every template."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from generator.content.load import load
from generator.content.loading.config import read_settings
from generator.edition import Edition
from generator.l10n.translations import translations
from generator.model.fields.dates import LONDON, moment
from generator.privacy.scan import Search
from generator.settings import Settings
from generator.site.exports.all_exports import open_data
from generator.site.exports.public_table import PublicTable
from tests.builders import an_edition
from tests.site_builder import NOW
from tests.sites import ROOT, a_site

NASTY = ROOT / "tests" / "nasty_site"


@dataclass(frozen=True)
class OpenData:
    """Every file of one edition, and the table that they are of."""

    edition: Edition
    settings: Settings

    @cached_property
    def table(self) -> PublicTable:
        """What is public of it."""
        words = translations(ROOT / "overrides" / "words", self.settings.language)
        return PublicTable(self.edition, self.settings, words)

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """Each file by its path."""
        return {one.path: one.data for one in open_data(self.table)}

    def read(self, path: str) -> Any:
        """A file of JSON."""
        return json.loads(self.files[path])

    def get(self, address: str) -> Any:
        """What a host answers below /data/oruk/, by the rule that it is given: "services", "services/ID"."""
        path = f"data/oruk/{address}".rstrip("/")
        for name in (path, f"{path}.json", f"{path}/index.json"):
            if name in self.files:
                return json.loads(self.files[name])
        raise KeyError(address)

    def records(self, name: str) -> list[Any]:
        """The whole record of each id that a list has."""
        return [self.get(f"{name}/{row['id']}") for row in self.get(name)["contents"]]


def open_data_of(folder: Path, **changes: Any) -> OpenData:
    """The open data of a folder at NOW."""
    settings = read_settings((folder / "mkdocs.yml").read_text(encoding="utf-8")).model_copy(update=changes)
    now = moment(NOW)
    return OpenData(Edition(load(folder, settings, now.astimezone(LONDON).date()), now), settings)


def made_of(*services: Any, now: str = "2026-11-22 09:00", **site: Any) -> OpenData:
    """The open data of some services."""
    return OpenData(an_edition(*services, now=now), a_site(**site))


def service_in(data: OpenData, service_id: str = "victim-support-cumbria") -> dict[str, Any]:
    """The whole record of a service by its id here."""
    (found,) = [one for one in data.records("services") if one["x_waymark"]["id"] == service_id]
    return found


def found_in(data: OpenData, files: dict[str, bytes]) -> list[str]:
    """What the search of a built site finds in some files."""
    search = Search(data.edition.withheld, data.edition.withheld_numbers, ())
    return [str(problem) for file, made in files.items() for problem in search.problems_in(file, made)]


@pytest.fixture(scope="session")
def demonstration() -> OpenData:
    """The repository's own records."""
    return open_data_of(ROOT)


@pytest.fixture(scope="session")
def hard(tmp_path_factory: pytest.TempPathFactory) -> OpenData:
    """Records in every state, with every form that a field may take; no campaigns, whose pictures a build draws."""
    folder = tmp_path_factory.mktemp("hard") / "site"
    shutil.copytree(NASTY, folder, ignore=shutil.ignore_patterns("campaigns"))
    return open_data_of(folder, services=("services.yaml",))


@pytest.fixture(params=["demonstration", "hard"])
def data(request: pytest.FixtureRequest) -> OpenData:
    """Each of them."""
    found: OpenData = request.getfixturevalue(request.param)
    return found
