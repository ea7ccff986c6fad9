"""A bare loop: reads the same YAML, renders the same templates, writes the same pages. No engine, no checks, no feeds.

`python -m benchmarks.bare FOLDER TO`. It keeps what cannot be done without: our reader of YAML events, the records
(each field read), the templates of the pages and of the document around them. It leaves out what a build adds: MkDocs,
the rules between records, feeds, advice to staff, the sitemap, the search through the output.
"""

from __future__ import annotations

import sys
from dataclasses import fields
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

from jinja2 import Environment, FileSystemLoader

from benchmarks.synthetic import STANDING, TODAY
from generator.content.load import load
from generator.content.loading.config import read_settings
from generator.l10n.translations import speak
from generator.output import Page
from generator.settings import Settings
from generator.site.build import publish
from generator.site.render.markdown_html import Prose


def nothing(*_: Any) -> tuple[()]:
    """No problems, no items, no advice."""
    return ()


NO_CHECKS: dict[str, Any] = {"checked": nothing}
NO_FEEDS: dict[str, Any] = {"every_feed": nothing, "due_for_check": nothing}


def build(folder: Path, to: Path) -> None:
    """From the content in a folder to a site in another."""
    settings = read_settings((folder / "mkdocs.yml").read_text(encoding="utf-8"))
    with patch.multiple("generator.content.load", **NO_CHECKS):
        catalogue = load(folder, settings, TODAY)
    with patch.multiple("generator.site.build", **NO_FEEDS):
        publication = publish(catalogue, settings, datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC), folder)
    around = Environment(loader=FileSystemLoader(folder / "overrides"), autoescape=True, trim_blocks=True)
    speak(around, publication.frame.translations)
    around.globals["frame"] = publication.frame
    document = around.get_template("main.html")
    for page in (*standing(folder / "content", settings), *publication.pages):
        shown = {
            "title": page.title,
            "content": page.body,
            "url": page.address,
            "canonical_url": settings.absolute(page.address),
            "meta": {field.name: getattr(page, field.name) for field in fields(page)},
        }
        put(to / page.address / "index.html", document.render(page=shown).encode())
    for download in publication.downloads:
        put(to / download.path, download.data)
    for picture in (folder / "content" / "images").iterdir():
        put(to / "images" / picture.name, picture.read_bytes())


def standing(content: Path, settings: Settings) -> list[Page]:
    """The standing pages, a handful of Markdown files."""
    prose = Prose(settings.language)
    texts = {name: (content / f"{name}.md").read_text(encoding="utf-8") for name in STANDING}
    return [Page(f"{name}/", name, "", partial(prose.html, text, 0), "") for name, text in texts.items()]


def put(path: Path, data: bytes) -> None:
    """Write a file, in a folder of its own."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]))
