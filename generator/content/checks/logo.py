"""The office's logo is there, small enough for a phone, sharp, and can be made out on white."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.content.analysis.needs import nothing
from generator.content.loading.config import place_of_option
from generator.content.loading.content import Content
from generator.content.source.text_files import read_bytes
from generator.diagnostics import Diagnostic, Fault, quoted
from generator.model.file_types import MEGABYTE
from generator.privacy.pictures.ink import Ink, ink_of
from generator.privacy.pictures.metadata import PictureError

CODES = ("logo-missing", "logo-too-large", "logo-shape", "logo-faint")
NEEDS = nothing
ENDINGS = (".svg", ".png")
MOST_BYTES = 50_000
LEAST_HIGH = 80
"""Pixels: twice what it is shown in, as phones have two or three for one."""
WIDEST = 6
LEAST_CONTRAST = 3.0
"""Of what one must be able to make out: success criterion 1.4.11."""


def check(content: Content) -> Iterator[Diagnostic]:
    logo = content.settings.office.logo
    if logo is None:
        return
    place, folder = place_of_option(content.config, "office", "logo"), content.settings.content
    named = f"{folder}/{logo}"
    ending = PurePosixPath(logo).suffix.lower()
    if ending not in ENDINGS:
        words = f"{quoted(named)} is no logo that we can show"
        yield Fault("logo-missing", words, "save it as .svg or .png, and write logo: images/logo.svg").at(place)
        return
    if logo not in content.files.published:
        words = f"there is no picture {quoted(named)}"
        yield Fault("logo-missing", words, "add it, or mend its name").at(place)
        return
    try:
        data = read_bytes(content.root / folder / logo, MEGABYTE)
        found = ink_of(data, ending)
    except (OSError, PictureError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        words = f"the logo {quoted(named)} can't be shown: {why}"
        yield Fault("logo-missing", words, "save it again as .svg or .png").at(place)
        return
    for fault in _faults(named, len(data), found):
        yield fault.at(place)


def _faults(named: str, size: int, found: Ink) -> Iterator[Fault]:
    if size > MOST_BYTES:
        words = f"{named} has {size:,} bytes, on every page; the most is {MOST_BYTES:,}"
        yield Fault("logo-too-large", words, "save it smaller")
    if found.height and (found.height < LEAST_HIGH or found.width > WIDEST * found.height):
        words = f"{named} has {found.width} by {found.height} pixels"
        cure = f"make it {LEAST_HIGH} pixels high or more, and at most {WIDEST} times as wide as it is high"
        yield Fault("logo-shape", words, cure)
    if found.contrast < LEAST_CONTRAST:
        words = f"{named} can hardly be seen on white: its contrast is {found.contrast:.1f} to 1"
        yield Fault("logo-faint", words, f"take the one in dark colours; it needs {LEAST_CONTRAST:.0f} to 1")
