"""Several offices, and the table of postcode districts that ships -> a small site that leads a reader to the right one.

It works without a script: a list of areas, and a page of their postcodes. With one, the first half of a postcode leads
to every area that it lies in. The whole table comes with the page, so nobody is told what was typed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator import urls
from generator.colours import Colours
from generator.content.loading.shipped import shipped_lines
from generator.exit_page import EXIT
from generator.l10n.formats import filters
from generator.l10n.localise import Shipped
from generator.l10n.translations import PoTranslations, own_name, speak, translations
from generator.model.fields.text import in_language, slug_of
from generator.model.fields.text_direction import direction
from generator.output import Asset
from generator.settings import Settings
from generator.site.render.assets import inline, minify, plain, policy, stylesheet
from generator.site.render.host_files import headers_file
from generator.site.render.templates import into_language
from generator.staff.new_site.areas import police_areas
from generator.template_folder import SHIPPED, TemplateFolder, places_of

SCRIPT = "assets/offices.js"
SCRIPTS = ("district", "offices")
TABLE = "assets/districts.json"
ICON = "assets/icon.svg"
POSTCODES = "postcodes/"
STYLES = ("ground", "type", "frame", "links", "finder", "services", "print")
"""The parts of our style that these few pages use."""


@dataclass(frozen=True, slots=True)
class ListedOffice:
    """One office: what its settings say, and for which police areas it is, by the names of their forces."""

    settings: Settings
    police: frozenset[str]


def office_index(offices: Sequence[ListedOffice]) -> Iterator[Asset]:
    """Every file of the small site.

    Args:
        offices: all of them. The site is in English, and in each language that one of them has.
    """
    languages = ["en"]
    for office in offices:
        languages += [code for code in office.settings.languages or {office.settings.language} if code not in languages]
    folder = TemplateFolder(SHIPPED)
    for language in languages:
        yield from _pages(folder, language, languages, offices)
    yield stylesheet(folder / "styles", Colours(), STYLES)
    yield Asset(SCRIPT, minify("\n".join(plain(folder / "scripts" / f"{name}.js") for name in SCRIPTS)).encode())
    yield Asset(TABLE, json.dumps({area.name: area.short for area in police_areas()}, separators=(",", ":")).encode())
    yield Asset(ICON, (folder / "assets" / "icon.svg").read_bytes())
    yield headers_file(())


def _pages(
    folder: TemplateFolder, language: str, languages: Sequence[str], offices: Sequence[ListedOffice]
) -> Iterator[Asset]:
    words = translations(folder / "words", language)
    environment = _environment(folder, words, language)
    below = "" if language == languages[0] else f"{language}/"
    guard = inline(folder / "scripts" / "guard.js")
    shared: dict[str, Any] = {
        "language": language,
        "direction": direction(language),
        "exit": EXIT,
        "guard": guard,
        "policy": policy(guard),
        "emergency": _emergency(environment, words, language),
        "unread": bool(words.reading.unread),
        "demonstration": any(office.settings.demonstration for office in offices),
    }
    listed = sorted((_listed(office, language) for office in offices), key=lambda one: one["name"])
    areas = [
        {
            "id": slug_of(area.name),
            "name": area.name,
            "districts": area.districts,
            "offices": [office for office in listed if area.name in office["areas"]],
        }
        for area in police_areas()
    ]
    for address, own in (("", {"offices": listed}), (POSTCODES, {"areas": areas})):
        up = "../" * f"{below}{address}".count("/")
        home = "../" * address.count("/")
        others = [
            {"code": code, "name": own_name(code), "root": f"{up}{'' if code == languages[0] else f'{code}/'}{address}"}
            for code in languages
            if code != language
        ]
        values = {
            **shared,
            **own,
            "root": up,
            "table": up + TABLE,
            "home": home,
            "others": others,
            "by_postcode": bool(address),
        }
        text = environment.get_template("offices.html").render(values)
        yield Asset(f"{below}{address}index.html", text.encode())
    neutral = inline(folder / "scripts" / "neutral.js")
    environment.globals["file_link"] = lambda path: "../" * f"{below}{urls.EXIT}".count("/") + path
    text = environment.get_template("exit.html").render({**shared, "script": neutral, "policy": policy(neutral)})
    yield Asset(f"{below}{urls.EXIT}index.html", text.encode())


def _environment(folder: TemplateFolder, words: PoTranslations, language: str) -> Environment:
    made = Environment(
        loader=FileSystemLoader(places_of(folder)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=into_language(language),
    )
    speak(made, words)
    made.filters |= {**filters(language, words.gettext), "text_alone": partial(in_language, language=language)}
    return made


def _emergency(environment: Environment, words: PoTranslations, language: str) -> Markup:
    lines = shipped_lines() if words.is_empty else Shipped(words.guarded, language).emergency(shipped_lines())
    made = environment.get_template("components/emergency.html").module
    return Markup(made.emergency(lines))  # type: ignore[attr-defined] # noqa: S704 # autoescaped


def _listed(office: ListedOffice, language: str) -> Mapping[str, Any]:
    """An office as a page in one language shows it: in that language where the office has it, else in its first."""
    every = office.settings.in_each_language()
    shown = next((one for one in every if one.language == language), every[0])
    areas = [area.name for area in police_areas() if area.police in office.police]
    elsewhere = Markup(' lang="{}" dir="{}" hreflang="{}"').format(
        shown.language, direction(shown.language), shown.language
    )
    return {
        "name": ", ".join(areas) or shown.site_name,
        "site_name": shown.site_name,
        "address": shown.site_url,
        "areas": areas,
        "language": Markup() if shown.language == language else elsewhere,
    }
