"""An office's words for the terms of its data -> the licence, with its address where it is one that machines know."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

OPEN: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(r"\b(?:open government licen[cs]e|OGL)\b\D{0,40}3", re.IGNORECASE),
        "OGL-UK-3.0",
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    ),
    (
        re.compile(r"\b(?:cc[ -]?by|creative commons attribution)[ -]?4(?:\.0)?\b", re.IGNORECASE),
        "CC-BY-4.0",
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    (re.compile(r"\bcc[ -]?0\b", re.IGNORECASE), "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
)
"""How offices write those that are usual for data."""


@dataclass(frozen=True, slots=True)
class Licence:
    """The terms of the data: the office's words, and what machines know them by."""

    name: str
    code: str = ""
    link: str = ""

    @property
    def in_package(self) -> Mapping[str, str]:
        """The same as a Data Package wants it."""
        if self.link:
            return {"name": self.code, "path": self.link, "title": self.name}
        return {"name": re.sub(r"[^A-Za-z0-9._-]+", "-", self.name).strip("-") or "other", "title": self.name}


def licence_of(words: str | None) -> Licence | None:
    """The licence that an office names; None where it names none."""
    if not words:
        return None
    found = ((code, link) for pattern, code, link in OPEN if pattern.search(words))
    code, link = next(found, ("", ""))
    return Licence(str(words), code, link)
