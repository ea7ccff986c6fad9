"""All that an engine ever gets from us: pages to frame and files to copy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SharePicture:
    """A picture for those who pass a page on: its path from the site's root, bytes, pixels, and what it says."""

    path: str
    mime: str
    size: int
    width: int
    height: int
    alt: str
    licence: str | None = None
    """None: that of the campaign's words."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page for people.

    `address` is the path from the site's root with a slash at the end ("services/victim-support/", "" for home).
    `render` makes the HTML of what goes inside `<main>`. `source` is the file an author edits to change it.
    `discreet` keeps the site's name out of the title, and everything around the body off paper.
    """

    address: str
    title: str
    description: str
    render: Callable[[], str]
    """Called when the engine comes to this page: a preview shows one of thousands, and no build holds them all."""
    source: str
    discreet: bool = False
    share: SharePicture | None = None
    """The picture that goes with a link to this page; None: no picture, and only the site's own words."""
    moved: str | None = None
    """The address where this page's content stands now: browsers and search engines are sent there."""

    @property
    def body(self) -> str:
        """The HTML, made anew each time it is asked for."""
        return self.render()


@dataclass(frozen=True, slots=True)
class Download:
    """One file for machines: its path from the site's root and its bytes."""

    path: str
    data: bytes
