"""A language with an address of its own -> what a host needs there and cannot fetch from the first one's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from html import escape
from pathlib import Path

from generator.content.loading.content_files import STAFF_FOLDERS, TEMPLATE_ENDINGS
from generator.model.file_types import BY_ENDING, Handling, ending_of
from generator.output import Asset
from generator.privacy.pictures.published import published
from generator.settings import Settings
from generator.site.render.templates import Templates
from generator.template_folder import places_of

MAP = "sitemap.xml"
START = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'


def copied_files(templates: Templates, content: Path) -> Iterator[Asset]:
    """The files of the content folder and of the templates that an engine copies for the first language."""
    own: dict[str, Path] = {}
    for folder in reversed(places_of(templates.folder)):
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and path.suffix not in TEMPLATE_ENDINGS and name.partition("/")[0] not in STAFF_FOLDERS:
                own[name] = path
    yield from (Asset(name, path.read_bytes) for name, path in own.items())
    for name in sorted(templates.edition.catalogue.standing.files - templates.edition.withheld_images):
        if not name.endswith(".md"):
            yield Asset(name, partial(_bytes, content / name))


def _bytes(path: Path) -> bytes:
    data = path.read_bytes()
    return published(data).data if BY_ENDING[ending_of(path.name)].rule is Handling.PICTURE else data


def sitemap(settings: Settings, addresses: Iterable[str]) -> Asset:
    """A map for search engines, which an engine makes for the first language alone."""
    lines = (f"<url><loc>{escape(settings.absolute(one))}</loc></url>" for one in sorted(addresses))
    return Asset(MAP, "\n".join([START, *lines, "</urlset>\n"]).encode())
