"""Our small scripts -> one file to fetch, what stands inline in <head>, and the policy that allows just these."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Sequence
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup

from generator.model import addresses
from generator.model.hours import bank_holidays
from generator.outputs import Download

YEARS_AHEAD = 3
# Each file is one behaviour; each works alone, and the page works without any of them.
FILES = ("hours", "freshness", "filters", "postcode", "copy")

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self' {scripts}; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'none'; base-uri 'none'"
)


def script(folder: Path, today: date) -> Download:
    """The one script of every page. It knows the bank holidays of this year and the two after it."""
    parts = [plain(folder / f"{name}.js") for name in FILES]
    return Download(addresses.SCRIPT, partial(_with_bank_holidays, parts, today.year))


def _with_bank_holidays(parts: Sequence[str], year: int) -> bytes:
    years = range(year, year + YEARS_AHEAD)
    days = json.dumps([f"{day}" for year in years for day in sorted(bank_holidays(year))], separators=(",", ":"))
    return "\n".join([f"const BANK_HOLIDAYS={days};", *parts]).encode()


def inline(path: Path) -> Markup:
    """A script to stand in a page, as it is: the text that `policy` allows."""
    text = plain(path)
    if "</" in text:
        raise ValueError(f"{path.name} can't stand in a page: it holds </")
    return Markup(text)  # noqa: S704 # our own file, checked above


def plain(path: Path) -> str:
    """A script without its comment lines and indents; nothing else is touched, so it stays readable."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def policy(*scripts: str, preview: bool = False) -> str:
    """The Content-Security-Policy of a page in which these scripts stand.

    A `preview` also allows the engine's own script that loads the page again after a change, and a form for the day.
    """
    if preview:
        return POLICY.format(scripts="'unsafe-inline'").replace("form-action 'none'", "form-action 'self'")
    hashes = (b64encode(sha256(text.encode()).digest()).decode() for text in scripts)
    return POLICY.format(scripts=" ".join(f"'sha256-{each}'" for each in hashes))
