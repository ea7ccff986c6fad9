"""Settings, pictures and whole publications for tests, right in every respect but what a test changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.edition import Edition
from generator.first_line import FirstLines
from generator.model.campaign import Campaign, Picture
from generator.model.service import Service
from generator.output import Page
from generator.picture_words import PictureWords
from generator.settings import Settings
from generator.site.build import Build, publish
from generator.site.render.templates import Templates
from tests.builders import a_catalogue, an_edition, at

ROOT = Path(__file__).parents[1]


def a_site(**changes: Any) -> Settings:
    """A site at https://help.example.org/, whose feed dates lead by 45 minutes."""
    feeds = {"owner": "example.org,2026"} | changes.pop("feeds", {})
    return Settings.model_validate(
        {
            "site_name": "Help in Cumbria",
            "site_url": "https://help.example.org/",
            "office": {"name": "The office"},
            "feeds": feeds,
        }
        | changes
    )


def a_picture(file: str = "images/dating.png", mime: str = "image/png", size: int = 2048) -> dict[str, Picture]:
    """The file behind an image, as the catalogue keeps it."""
    return {file: Picture(file, mime, size)}


def a_publication(
    *records: Service | Campaign, now: str = "2027-02-10 09:00", site: Settings | None = None, **changes: Any
) -> Build:
    """Everything that leaves at one moment, through our own templates."""
    return publish(a_catalogue(*records, **changes), site or a_site(), at(now), ROOT)


def some_picture_words(edition: Edition | None = None, site: Settings | None = None) -> PictureWords:
    """What pictures say, in English; without an edition, where there is no line to call."""
    site = site or a_site()
    lines = FirstLines(edition or an_edition(), site.first_line, site.language)
    return PictureWords(site, lines, str)


def some_templates(
    *records: Service | Campaign, now: str = "2026-11-22 09:00", site: Settings | None = None, **changes: Any
) -> Templates:
    """Our own templates over an edition of these records."""
    return Templates(ROOT / "overrides", an_edition(*records, now=now, **changes), site or a_site())


def page_at(address: str, publication: Build) -> Page:
    """The one page at an address."""
    (page,) = [page for page in publication.pages if page.address == address]
    return page


def download_at(path: str, publication: Build) -> bytes:
    """The bytes of the one download at a path."""
    (data,) = [download.data for download in publication.downloads if download.path == path]
    return data
