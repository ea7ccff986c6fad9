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
IN_WELSH = tuple(
    name.replace(".md", ".cy.md") for name in PARTS_OF_THE_FOLDER if name.startswith(("content/", "campaigns/"))
)
"""Pages and a campaign in Welsh, which nobody has read yet, and which say so."""
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
    languages: tuple[str, ...]
    """Their codes; the site's first one first."""
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
    names = (*PARTS_OF_THE_FOLDER, *(IN_WELSH if "cy" in new.languages[1:] else ()))
    found = {name: _filled(folder.joinpath(*name.split("/")), parts) for name in names}
    return {**found, ".gitignore": _filled(folder / "gitignore", parts), **host_files(new.host)}


def requirements(version: str) -> str:
    """The file that says which Waymark makes a site, for a folder that holds no program."""
    return _filled(resources.files(__package__) / "files" / "requirements.txt", {"version": version})


def _parts(new: NewOffice, today: date, version: str) -> Mapping[str, str]:
    area, name = new.area, new.area.name
    begins = today + timedelta(days=7 * UNTIL_THE_CAMPAIGN - today.weekday())
    own = slug_of(name)
    said = {code: _site_words(area, code) for code in new.languages}
    site_name, description = said[new.languages[0]]
    in_wales = {part: _in_wales(part) if area.is_welsh else "" for part in ("organisations", "services", "sources")}
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
        "area_name": name,
        "areas": "\n".join(_areas(area, new.councils)),
        "first_line": first_line,
        "from": begins.isoformat(),
        "host": f"host: {new.host}" if new.host != NO_HOST else NO_HOST_YET,
        "language": new.languages[0],
        "languages": "".join(_languages(said)),
        "Office": new.office[:1].upper() + new.office[1:],
        "office": words(new.office, on_its_line=True),
        "office_about": words(f"Runs this site, and pays for help after crime in {in_a_sentence(name)}."),
        "office_id": f"{own}-office",
        "owner": f'"{host},{today.year}"',
        "police": words(new.police, on_its_line=True),
        "police_about": words(f"The police in {in_a_sentence(name)}.", on_its_line=True),
        "police_service": words(f"{new.police}, when it is not an emergency", on_its_line=True),
        "site_description": words(description, on_its_line=True),
        "site_name": words(site_name, on_its_line=True),
        "to": (begins + timedelta(days=6)).isoformat(),
        "today": today.isoformat(),
        "today_words": day(today, "en"),
        "today_in_welsh": day(today, "cy"),
        "version": version,
        **{f"wales_{part}": text for part, text in in_wales.items()},
    }


def _site_words(area: PoliceArea, language: str) -> tuple[str, str]:
    """The name of the site and a sentence about it. Before an area's name stands no Welsh word that would change it."""
    where = in_a_sentence(area.name)
    if language == "cy":
        says = "Cymorth i unrhyw un sydd wedi cael niwed gan drosedd, p'un a ydych yn dweud wrth yr heddlu ai peidio."
        return f"Cymorth ar ôl trosedd: {area.name}", says
    says = f"Help for anyone harmed by crime in {where}, whether or not you tell the police."
    return f"Victim services in {where}", says


def _languages(said: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    """`languages:`, where there are several: what is not in one of them is shown in the first, and marked."""
    if len(said) == 1:
        return
    first, *others = said
    yield "      # What is not translated is shown in the first language, and marked. Nobody has read what is:\n"
    yield "      # have that done, and write who did at the head of each page, in the place of unread: yes, or in\n"
    yield "      # a record: cy_read: {by: Sam Reed, on: 2027-01-12}. What guards a life is in English until then.\n"
    yield f"      languages:\n        {first}: {{}}\n"
    for code in others:
        name, says = said[code]
        said_there = flow({"site_name": name, "site_description": says}).removesuffix("}")
        yield f"        {code}: {said_there}, only_when_read: true}}\n"


def _in_wales(part: str) -> str:
    return (resources.files(__package__) / "files" / "wales" / f"{part}.yaml").read_text(encoding="utf-8")


def _areas(area: PoliceArea, councils: tuple[Council, ...]) -> Iterator[str]:
    """The lines of an area and its councils; one council that is the whole area has no area of its own."""
    own = slug_of(area.name)
    if area.is_welsh:
        yield "  wales: {name: {en: Wales, cy: Cymru}, within: england-and-wales}"
    about: dict[str, object] = {"name": area.name, "within": "wales" if area.is_welsh else "england-and-wales"}
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
