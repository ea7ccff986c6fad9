"""A site that is published has somebody to call, day and night, for everyone, or says why not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

from generator.content.analysis.needs import all_to_be_right
from generator.content.loading.config import place_of_option
from generator.content.loading.content import Content
from generator.content.loading.shared_records import hint_of
from generator.content.source.left_behind import CONFIG
from generator.content.source.text_files import read_text
from generator.diagnostics import Diagnostic, Location
from generator.edition import Edition
from generator.first_line import START_HERE, FirstLines
from generator.model.catalogue import Catalogue
from generator.model.fields.dates import LONDON
from generator.settings import Settings

CODES = ("unknown-service", "first-line-not-for-everyone", "no-reason-given", "nobody-to-call")
NEEDS = all_to_be_right


def check(content: Content) -> Iterator[Diagnostic]:
    if content.to_publish:
        yield from no_help_first(content.root, content.settings, content.catalogue, content.today)


def no_help_first(root: Path, settings: Settings, catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    """A problem where the office's choice is no line for everyone, or where nobody can be called and no word says why.

    Details that are old refuse nothing, for a number that is called first is better than none.
    """
    lines, edition = lines_of(settings, catalogue, today)
    known = edition.catalogue.service_by_id
    choice = settings.first_line
    if choice is not None and choice not in known:
        yield Diagnostic(
            "unknown-service",
            "error",
            place_in_settings(root, "first_line"),
            f"'{choice}' is not a service in services.yaml",
            hint=hint_of(choice, known, [one.id for one in catalogue.hidden]),
        )
    elif choice is not None and (fields := ", ".join(lines.why_not(known[choice]))):
        yield Diagnostic(
            "first-line-not-for-everyone",
            "error",
            place_in_settings(root, "first_line"),
            f"'{choice}' does not answer everyone, everywhere, day and night",
            hint=f"look at its {fields}; mend them if they are wrong, or name another service",
        )
    reason = settings.no_first_line
    if reason is not None and (" " not in reason or not any(letter.isalpha() for letter in reason)):
        yield Diagnostic(
            "no-reason-given",
            "error",
            place_in_settings(root, "no_first_line"),
            f"'{reason}' is no reason",
            hint="write why nobody can be called, in words: Our line opens on 1 April.",
        )
    elif lines.offered() is None and reason is None:
        yield Diagnostic(
            "nobody-to-call",
            "error",
            place_in_settings(root, ""),
            "this site has nobody to call: a checked phone line for everyone, everywhere, after any crime, day and "
            f"night{_nearest(lines)}",
            hint="add one, or say why there is none: no_first_line: ...",
        )


def lines_of(settings: Settings, catalogue: Catalogue, today: date) -> tuple[FirstLines, Edition]:
    """What may be called first, and the edition at noon."""
    edition = Edition(catalogue, datetime.combine(today, time(12), LONDON))
    return FirstLines(edition, settings.first_line, settings.language), edition


def _nearest(lines: FirstLines) -> str:
    """The service that fails in the fewest ways, and in which; of several, one where people start."""
    calls = (one for one in lines.edition.catalogue.public_services if any(way.phone for way in one.contact))
    found = [
        (len(fields), START_HERE not in one.every_kind, one.id, fields)
        for one in calls
        if (fields := list(lines.why_not(one)))
    ]
    if not found:
        return ""
    *_, service, fields = min(found)
    return f" (the nearest is '{service}': look at its {', '.join(fields)})"


def place_in_settings(root: Path, option: str) -> Location:
    """Where an option stands in the settings."""
    return place_of_option(read_text(root / CONFIG, CONFIG).value or "", option, CONFIG)
