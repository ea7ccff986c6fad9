"""The ledger: which post went out with which date. A row, once written, never changes: followers know it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from operator import attrgetter

from generator.model.campaign import Post
from generator.model.fields.dates import LONDON

FILE = "published.csv"
"""Its name, in the folder of the campaigns."""
HEADER = "post,published"
APART = timedelta(minutes=1)
"""The least time between two dates: some tools lose one of two posts that share theirs."""

MOST_AHEAD = timedelta(hours=4)
"""A date further ahead than this is from another day than the one that somebody looks at, or from a wrong clock."""
AT_ONCE = 5
"""So many new posts some tools take at one look: they mark the rest as seen, and never post them."""
LOOK = timedelta(minutes=90)
"""How long five posts have the feeds to themselves: tools look once an hour, and a site may be 20 minutes late."""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One post that went out: its id, and the date that every feed gives it, aware."""

    post: str
    published: datetime

    def __str__(self) -> str:
        return f"{self.post},{self.published.astimezone(LONDON).isoformat(timespec='seconds')}"


@dataclass(frozen=True)
class Ledger:
    """Every post that went out, in the order in which they did."""

    rows: tuple[LedgerRow, ...] = ()

    @cached_property
    def published(self) -> Mapping[str, datetime]:
        """The date of each post, by its id."""
        return {row.post: row.published for row in self.rows}

    @property
    def last(self) -> datetime | None:
        """The latest date of all."""
        return self.rows[-1].published if self.rows else None


def later(at: datetime, minutes: int) -> datetime:
    """A time so many minutes later. Through UTC: on the clock, the night of a change is an hour short or long."""
    return (at.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(LONDON)


def next_date(wanted: datetime, last: datetime | None) -> datetime:
    """The date wanted, or the first after the last one that keeps them apart."""
    if last is None or wanted.astimezone(UTC) >= last.astimezone(UTC) + APART:
        return wanted
    return (last.astimezone(UTC) + APART).astimezone(LONDON)


def computed(
    posts: Iterable[Post], lead_minutes: int, opens: Callable[[Post], datetime] = attrgetter("at")
) -> Mapping[str, datetime]:
    """The date of each post on a site without a ledger: its own time and the lead, no two the same.

    Give it every post there is, also those that nobody may see: a date must not follow from what else is out. `opens`:
    when a post may first go out.
    """
    dates: dict[str, datetime] = {}
    last: datetime | None = None
    for post in sorted(posts, key=lambda post: (opens(post).astimezone(UTC), post.at.astimezone(UTC), post.id)):
        last = dates[post.id] = next_date(later(opens(post), lead_minutes), last)
    return dates
