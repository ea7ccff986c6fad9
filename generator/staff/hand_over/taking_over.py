"""A kit and what the new office is called -> the files of its folder, and what it must decide anew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.content.editing.document import EditError
from generator.content.editing.fields import set_field
from generator.content.loading.config import plugin_path, read_settings
from generator.content.source.left_behind import CONFIG
from generator.diagnostics import ContentError
from generator.model.fields.text import in_language
from generator.settings import Settings
from generator.staff.hand_over.kit_keys import KitError
from generator.staff.hand_over.kit_manifest import Kit
from generator.staff.new_site.hosts import host_files

A_TEXT = (".md", ".yaml", ".yml", ".html", ".toml", ".po")
SHOWN = 3
"""So many lines of one file are named; whoever mends these sees the others."""


@dataclass(frozen=True, slots=True)
class StillSaid:
    """A file that still says what the office before was called, or where its site stood."""

    file: str
    lines: tuple[int, ...]

    def __str__(self) -> str:
        named = ", ".join(map(str, self.lines[:SHOWN]))
        more = len(self.lines) - SHOWN
        return f"{self.file}, line {named}" + (f" and {more} more" if more > 0 else "")


def taken_over(kit: Kit, office: str, address: str, host: str | None) -> dict[str, bytes]:
    """Every file of the new folder: as the kit has it, but for what was changed on purpose.

    The owner of the ids stays, whatever the office is called: by it schedulers know which post is out, and whoever
    builds on the open data knows a service.

    Args:
        kit: what was handed over.
        office: what the new office is called.
        address: where the site will stand.
        host: whose files for publishing it is to have; None: those of the kit.

    Raises:
        KitError: where the settings can't be changed so, or are not right.
    """
    text = _text(kit.files[CONFIG])
    try:
        before = read_settings(text)
        if in_language(before.office.name, before.language) != office:
            text = set_field(text, CONFIG, (*plugin_path(text), "office", "name"), office)
        if before.site_url != address:
            text = set_field(text, CONFIG, ("site_url",), address)
        after = read_settings(text)
    except EditError:
        words = f"{CONFIG} of the kit can't be changed by a program; take over with its own --office and --address, and"
        raise KitError(f"{words} change them there by hand") from None
    except ContentError as error:
        raise KitError(*error.problems) from None
    if after.feeds.owner != kit.facts.owner:
        raise KitError(f"{CONFIG} of the kit has another owner of ids than the kit says; ask for the kit again")
    new = {} if host is None else {name: file.encode() for name, file in host_files(host).items()}
    return {**kit.files, **new, CONFIG: text.encode()}


def still_said(files: Mapping[str, bytes], *words: str) -> Iterator[StillSaid]:
    """Each file that says any of these words, which were true of the office before."""
    sought = re.compile("|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words if word), re.IGNORECASE)
    for file, data in sorted(files.items()):
        if not file.endswith(A_TEXT):
            continue
        lines = tuple(number for number, line in enumerate(_text(data).splitlines(), 1) if sought.search(line))
        if words and lines:
            yield StillSaid(file, lines)


def decisions(settings: Settings, before: Settings, moved: bool) -> Iterator[str]:
    """What the new office must decide, that no program can know: one sentence each."""
    if settings.office.corrections:
        yield (
            f"Reports of mistakes go to {settings.office.corrections}: whose mailbox is that from now on? It is "
            f"corrections: in {CONFIG}."
        )
    if settings.site_name == before.site_name:
        yield f'The site is still called "{settings.site_name}": site_name: in {CONFIG}.'
    if moved:
        yield (
            f"The site moves from {before.site_url} to {settings.site_url}. Have the old host send each address to the "
            "same one here (a redirect of every path, status 301), for as long as it can be kept: leaflets, feeds and "
            "open data lead there."
        )
        for code, one in settings.languages.items():
            if one.site_url:
                yield f"{one.site_url} of {code} is as it was: site_url: below languages: in {CONFIG}."
    yield "Police, councils and areas stand in services.yaml. Where they change too, change the records, never an id."
    yield "Whoever read pages for the office before is named on them. Have somebody of yours read each, and say so."


def settings_of(kit: Kit) -> Settings:
    """What the settings of a kit say; it is no folder yet, so no door to a site reads it."""
    return read_settings(_text(kit.files[CONFIG]))


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")
