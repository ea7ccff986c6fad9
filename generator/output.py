"""All that an engine ever gets from us: pages to frame and files to copy; and a table, as spreadsheets open it."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from io import StringIO

A_FORMULA = re.compile(r"['\s\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠﹢﹣﹦﹫−]|'*[\t\r\n]")
"""What Excel, LibreOffice or Google Sheets may run: OWASP's list, with the wide and small forms of the signs, also
behind spaces and what nobody sees, which a program may take off before it looks."""
A_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
RETYPED = re.compile(
    rf"""(?ix) '*(?:
    0[0-9]+ | [0-9]{{12,}} | [0-9][0-9,]*\.[0-9]* | \.[0-9]+ | [0-9.,]+e[+-]?[0-9]+ | [0-9.,]+\s?% | [£$€]\s?[0-9.,]+ |
    [0-9][0-9]*,[0-9,.]* | [0-9]{{1,4}}(?:\s?[-/.]\s?[0-9]{{1,4}}){{1,2}} | [0-9]+\s[0-9]+/[0-9]+ |
    [0-9]{{1,2}}:[0-9]{{2}}(?::[0-9.]+)?(?:\s?[ap]m?)? | [0-9]{{1,2}}\s?[ap]m? |
    (?:[0-9]{{1,2}}(?:st|nd|rd|th)?[-/\s,.]*)?{A_MONTH}[-/\s,.]*[0-9]{{0,4}} | {A_MONTH}\s[0-9]{{1,2}},?\s[0-9]{{2,4}} |
    true | false
    )"""
)
"""What a spreadsheet that opens a CSV file takes for a number, a date or a truth, and writes back in another form."""


@dataclass(frozen=True, slots=True)
class SharePicture:
    """A picture for those who pass a page on: its path from the site's root, bytes, pixels, and what it says."""

    path: str
    mime: str
    measured: int | Callable[[], int]
    """Its bytes; or how to count them, where it is not drawn before somebody asks."""
    width: int
    height: int
    alt: str
    licence: str | None = None
    """None: that of the campaign's words."""

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return self.measured if isinstance(self.measured, int) else self.measured()


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
    prose: Sequence[str] = ()
    """Markdown of a record in it: where its links lead, only the whole site can say."""
    linked_data: Callable[[], str] | None = None
    """What its head says to machines, as JSON-LD, safe in a script; made when the engine comes to this page."""

    parts: Sequence[Page] = ()
    """Pages of its own that hold what is too long for it: they are published behind it."""

    @property
    def body(self) -> str:
        """The HTML, made anew each time it is asked for."""
        return self.render()


class Asset:
    """One file for machines: its path from the site's root, and its bytes, which may be made when they are asked for.

    A check, and a preview of one page, want to know that a file is there: what it takes to make it they need not spend.
    """

    def __init__(self, path: str, data: bytes | Callable[[], bytes], *, is_part: bool = False) -> None:
        """`is_part`: whether another file is made of its bytes, and lets go of them then."""
        self.path = path
        self.is_part = is_part
        self._made = data

    @cached_property
    def data(self) -> bytes:
        """The bytes, made once, as long as nobody lets go of them."""
        return self._made if isinstance(self._made, bytes) else self._made()

    @cached_property
    def measured(self) -> tuple[int, str]:
        """How many bytes it has, and their SHA-256; known when they are no longer held."""
        return len(self.data), sha256(self.data).hexdigest()

    def let_go(self) -> None:
        """Hold its bytes no longer, now that they are written: those of all files are more than all else together."""
        _ = self.measured
        self.__dict__.pop("data", None)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Asset) and (self.path, self.data) == (other.path, other.data)

    def __hash__(self) -> int:
        return hash(self.path)

    def __repr__(self) -> str:
        return f"Download({self.path!r})"


def csv_table(columns: Sequence[str], rows: Iterable[Sequence[str]], *, for_people: bool = False) -> bytes:
    """A heading and rows as CSV: UTF-8 with a byte order mark, which spreadsheets need to see that it is.

    Args:
        columns: the headings.
        rows: what each cell says. None that a spreadsheet would run is left so.
        for_people: whether people will change it in a spreadsheet and send it back: then every cell stands between
            quotation marks, and none is taken for a number or a date. A program that reads a table wants them plain.
    """
    out = StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL if for_people else csv.QUOTE_MINIMAL)
    writer.writerows([guarded(cell, retyped=for_people) for cell in row] for row in (columns, *rows))
    return out.getvalue().encode("utf-8-sig")


def guarded(text: str, *, retyped: bool) -> str:
    """A cell's text that no spreadsheet runs.

    Args:
        text: what the cell says.
        retyped: also guard what a spreadsheet would take for a number or a date: in CSV, where no cell has a type.
    """
    in_danger = A_FORMULA.match(text) or (retyped and RETYPED.fullmatch(text))
    return f"'{text}" if in_danger else text
