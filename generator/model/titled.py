"""Titled: what a page of `content/` is called and where it stands, for those who lead readers to it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Titled:
    """One page that the engine makes from Markdown: its address ("privacy/"), its title, and one sentence or none."""

    address: str
    title: str
    description: str = ""
