"""What a new office answered -> every file of its folder, as text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib import resources
from importlib.resources.abc import Traversable
from urllib.parse import urlsplit

from generator.content.editing.yaml_writer import flow, words
from generator.l10n.formats import day
from generator.model.fields.text import slug_of
from generator.staff.new_site.areas import Council, PoliceArea
from generator.staff.new_site.hosts import NO_HOST, host_files

A_PART = re.compile(r"\[\[([a-z_]+|Office)\]\]")
"""Where an answer goes: [[office]]."""
PARTS_OF_THE_FOLDER = (
    *("mkdocs.yml", "services.yaml", "accessibility-results.yaml", "requirements.txt"),
    *("content/about.md", "content/accessibility.md", "content/privacy.md", "content/rights.md"),
    *("content/stay-safe.md", "campaigns/example-know-your-rights.md"),
)
FIRST_LINES = ("victim-support-supportline", "samaritans")
"""The national lines that anyone may call by day and night, after any crime."""
NO_LINE = "none"
NO_HOST_YET = "# Decide: where the site goes, so that a build can say when it is too large for it. host: netlify"
UNTIL_THE_CAMPAIGN = 8
"""Weeks until the example of a campaign: time to change it, or to delete it."""


@dataclass(frozen=True, slots=True)
class NewOffice:
    """All that is asked of somebody who starts a site."""

    area: PoliceArea
    councils: tuple[Council, ...]
    office: str
    police: str
    address: str
    language: str
    first_line: str
    """The id of one of `FIRST_LINES`; `NO_LINE`: none."""
    host: str


def office_files(new: NewOffice, today: date, version: str) -> dict[str, str]:
    """The text of each file, by its name in the folder.

    Args:
        new: the answers.
        today: the day in the United Kingdom.
        version: which Waymark makes the site from now on.
    """
    parts = _parts(new, today, version)
    folder = resources.files(__package__) / "files"
    found = {name: _filled(folder.joinpath(*name.split("/")), parts) for name in PARTS_OF_THE_FOLDER}
    return {**found, ".gitignore": _filled(folder / "gitignore", parts), **host_files(new.host)}


def _parts(new: NewOffice, today: date, version: str) -> Mapping[str, str]:
    area, name = new.area, new.area.name
    begins = today + timedelta(days=7 * UNTIL_THE_CAMPAIGN - today.weekday())
    own = slug_of(name)
    host = urlsplit(new.address).hostname or "example.org"
    first_line = (
        f"      first_line: {new.first_line}"
        if new.first_line != NO_LINE
        else "      no_first_line: We have not yet chosen a line that anyone can call by day and night."
    )
    return {
        "address": new.address,
        "area": in_a_sentence(name),
        "area_id": own,
        "areas": "\n".join(_areas(area, new.councils)),
        "first_line": first_line,
        "from": begins.isoformat(),
        "host": f"host: {new.host}" if new.host != NO_HOST else NO_HOST_YET,
        "language": new.language,
        "Office": new.office[:1].upper() + new.office[1:],
        "office": words(new.office, on_its_line=True),
        "office_about": words(f"Runs this site, and pays for help after crime in {in_a_sentence(name)}."),
        "office_id": f"{own}-office",
        "owner": f'"{host},{today.year}"',
        "police": words(new.police, on_its_line=True),
        "police_about": words(f"The police in {in_a_sentence(name)}.", on_its_line=True),
        "police_service": words(f"{new.police}, when it is not an emergency", on_its_line=True),
        "site_description": words(
            f"Help for anyone harmed by crime in {in_a_sentence(name)}, whether or not you tell the police.",
            on_its_line=True,
        ),
        "site_name": words(f"Victim services in {in_a_sentence(name)}", on_its_line=True),
        "to": (begins + timedelta(days=6)).isoformat(),
        "today": today.isoformat(),
        "today_words": day(today, "en"),
        "version": version,
    }


def _areas(area: PoliceArea, councils: tuple[Council, ...]) -> Iterator[str]:
    """The lines of an area and its councils; one council that is the whole area has no area of its own."""
    own = slug_of(area.name)
    about: dict[str, object] = {"name": area.name, "within": "england-and-wales"}
    if [one.name for one in councils] == [area.name]:
        yield f"  {own}: {flow({**about, 'postcodes': councils[0].districts})}"
        return
    yield f"  {own}: {flow(about)}"
    for council in councils:
        same = slug_of(council.name) == own
        name = f"{council.name} council area" if same else council.name
        yield f"  {own + '-council' if same else slug_of(council.name)}:"
        yield f"    name: {words(name, on_its_line=True)}"
        yield f"    within: {own}"
        yield from _postcodes(council.districts)


def _postcodes(districts: tuple[str, ...]) -> Iterator[str]:
    """`postcodes:`, on as many lines as it takes."""
    lines = [""]
    for number, district in enumerate(districts, 1):
        sign = "," if number < len(districts) else ""
        if len(lines[-1]) + len(district) > 100:
            lines.append("")
        lines[-1] += f"{district}{sign} "
    if len(lines) == 1:
        yield f"    postcodes: [{lines[0].rstrip()}]"
        return
    yield "    postcodes: ["
    yield from (f"      {line.rstrip()}" for line in lines)
    yield "    ]"


def in_a_sentence(area: str) -> str:
    """In the City of London, in the West Midlands; in Sussex."""
    return f"the {area}" if area.startswith(("City of", "Thames Valley", "West Midlands")) else area


def _filled(file: Traversable, parts: Mapping[str, str]) -> str:
    return A_PART.sub(lambda part: parts[part[1]], file.read_text(encoding="utf-8"))
