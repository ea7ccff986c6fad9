"""All that an engine ever gets from us: pages to frame and files to copy; and a table, as spreadsheets open it."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from io import StringIO

A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


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
class Follow:
    """A feed that a page leads to, so that a tool finds it by the page's address: path from the root, type, title."""

    path: str
    mime: str
    title: str


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
    unlisted: bool = False
    """Whether search engines leave it out: they would lead people to it who need something else."""
    follow: Sequence[Follow] = ()
    """Feeds that this page leads to, beside the one of all posts, to which every page does."""

    @property
    def body(self) -> str:
        """The HTML, made anew each time it is asked for."""
        return self.render()


@dataclass(frozen=True, slots=True)
class Download:
    """One file for machines: its path from the site's root and its bytes."""

    path: str
    data: bytes


def csv_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A heading and rows as CSV: UTF-8 with a byte order mark, which spreadsheets need to see that it is."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(A_FORMULA) else cell
