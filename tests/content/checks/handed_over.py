"""A small site of Kent's, right in every respect but what a test changes -> the advice on it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.content.load import load
from generator.content.loading.config import read_settings
from generator.model.catalogue import Catalogue
from tests.builders import TODAY

CONFIG = """\
site_name: {site}
site_url: {url}
docs_dir: content
theme: {{name: material, custom_dir: overrides}}
plugins:
  - waymark:
      office: {{name: {office}}}
      feeds: {{owner: "{owner}"}}
{more}"""
DIRECTORY = """\
areas:
  england: {name: England}
  kent: {name: Kent, within: england}
  medway: {name: Medway, within: kent}
organisations:
  kent-pcc: {name: Kent Police and Crime Commissioner}
  victim-support: {name: Victim Support}
services:
  - id: a-line
    name: A line
    kind: victim-hub
    organisation: victim-support
    commissioned_by: [kent-pcc]
    summary: Free, private help after any crime.
    helps_with: [any-crime]
    areas: [kent]
    sources: [S001 2.2]
sources:
  S001: {title: A report, date: May 2026, kind: report}
"""
CAMPAIGN = """\
---
id: a-week
title: A week
summary: Someone you met online asks for money.
about: [fraud-cyber]
{record}---
{words}
"""


def site(folder: Path, directory: str = DIRECTORY, more: str = "", **files: str) -> Catalogue:
    """A site of Kent's in a folder, as it is read."""
    settings = {
        "site": "Help in Kent",
        "url": "https://help.kent.gov.uk/",
        "office": "Kent PCC",
        "owner": "kent.gov.uk,2026",
    }
    config = CONFIG.format(more=more, **settings | {name: files.pop(name) for name in settings.keys() & files.keys()})
    (folder / "content").mkdir(parents=True, exist_ok=True)
    (folder / "campaigns").mkdir()
    for name, text in {"mkdocs.yml": config, "services.yaml": directory, **files}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return load(folder, read_settings(config), TODAY)


def left(folder: Path, *args: Any, **files: Any) -> list[str]:
    """What is said of it, in file order."""
    return [str(one) for one in site(folder / "site", *args, **files).advice]
