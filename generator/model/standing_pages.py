"""The standing pages that are made from data, and where the other files of `content/` come to stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.accessibility import Results, Statement
from generator.model.rights import Rights
from generator.model.standing import StandingPage


@dataclass(frozen=True)
class StandingPages:
    """None: there is no such record, and the engine shows the file as it is."""

    about: StandingPage | None = None
    stay_safe: StandingPage | None = None
    rights: Rights | None = None
    accessibility: Statement | None = None
    results: Results | None = None
    """What the last test of the site in browsers found."""
    addresses: frozenset[str] = field(default_factory=frozenset)
    """"privacy/", "images/map.png": every file of the content folder."""
    files: frozenset[str] = field(default_factory=frozenset)
    """"privacy.md", "images/map.png": those of them that the site publishes."""
