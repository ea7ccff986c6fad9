"""A table that a scheduler made of posts which went out -> what came of each campaign, in one sentence for its file.

Every scheduler has its own table. A row is known by the link to a campaign's page, by the id of a post or by its words;
a column by what it counts. Reach is left out: the same person counts in it once for each post.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator import urls
from generator.l10n.plurals import listed, many
from generator.model.campaign import Campaign
from generator.model.fields.text import in_language
from generator.settings import Settings

COUNTS: Mapping[str, tuple[str, ...]] = {
    "impressions": ("impressions", "post impressions", "total impressions", "organic impressions"),
    "views": ("views", "post views", "video views", "total views"),
    "engagements": ("engagements", "engagement", "total engagements", "total engagement", "post engagements"),
    "clicks": ("clicks", "link clicks", "url clicks", "post clicks", "total clicks", "click throughs"),
    "reactions": ("reactions", "likes", "favorites", "favourites", "total reactions", "post reactions"),
    "shares": ("shares", "reposts", "retweets", "post shares"),
    "comments": ("comments", "replies", "post comments"),
}
"""What a column counts, by what schedulers call it; in the order in which it is said."""
A_NUMBER = re.compile(r"\d{1,3}(?:,\d{3}){1,4}|\d{1,12}")
FIRST_WORDS = 40
"""So many letters at the beginning of a post tell it from others."""
LOOKED_AT = 15
"""Headings stand in one of so many first rows."""


@dataclass
class PostResults:
    """What a table says of one campaign: how many rows, and the sum of each column."""

    rows: int = 0
    sums: dict[str, int] = field(default_factory=dict)

    def sentence(self, file: str, day: str) -> str:
        """The same in words: "4,100 impressions and 37 clicks, in 6 rows of march.csv, read on 2 March 2027."."""
        parts = [f"{self.sums[name]:,} {name}" for name in COUNTS if name in self.sums]
        return f"{listed(parts)}, in {many(self.rows, 'row')} of {file}, read on {day}."


@dataclass(frozen=True)
class ResultsTable:
    """What was found: by campaign; how many rows are of none; and the cells that are no number."""

    by_campaign: Mapping[str, PostResults]
    strange: int
    unread: int
    counted: Sequence[str]
    """The headings that were read."""


def results_in(rows: Sequence[Sequence[str]], campaigns: Iterable[Campaign], settings: Settings) -> ResultsTable | None:
    """What the rows of a table say of campaigns; None where no column counts anything.

    Args:
        rows: the texts of its cells.
        campaigns: every campaign.
        settings: what the site's address is.
    """
    names = {called: name for name, several in COUNTS.items() for called in several}
    known = [sum(_simple(cell) in names for cell in row) for row in rows[:LOOKED_AT]]
    if not any(known):
        return None
    top = known.index(max(known))
    columns: dict[int, str] = {}
    for number, cell in enumerate(rows[top]):
        name = names.get(_simple(cell), "")
        if name and name not in columns.values():  # of two columns for one thing, the first: their sum would be wrong
            columns[number] = name
    of_cell = _Matches(campaigns, settings)
    found: dict[str, PostResults] = {}
    strange = unread = 0
    for row in rows[top + 1 :]:
        if not any(cell.strip() for cell in row):
            continue
        campaign = next((one for cell in row if (one := of_cell.campaign_in(cell))), "")
        if not campaign:
            strange += 1
            continue
        own = found.setdefault(campaign, PostResults())
        own.rows += 1
        for number, name in columns.items():
            text = row[number].strip() if number < len(row) else ""
            if A_NUMBER.fullmatch(text):
                own.sums[name] = own.sums.get(name, 0) + int(text.replace(",", ""))
            elif text not in ("", "-"):
                unread += 1
    return ResultsTable(found, strange, unread, [rows[top][number] for number in columns])


class _Matches:
    """What tells of which campaign a row is."""

    def __init__(self, campaigns: Iterable[Campaign], settings: Settings) -> None:
        self.pages: dict[str, str] = {}
        self.ids: dict[str, str] = {}
        self.words: dict[str, str] = {}
        for campaign in campaigns:
            for name in campaign.every_id:
                self.pages[settings.absolute(urls.campaign(name))] = campaign.id
            for post in campaign.posts:
                self.ids[post.id] = campaign.id
                for text in (post.text, *post.variants.values()):
                    self.words[_start(in_language(text, settings.language))] = campaign.id

    def campaign_in(self, cell: str) -> str:
        """The id of the campaign that a cell speaks of; "" for none."""
        text = cell.strip()
        if text in self.ids:
            return self.ids[text]
        for page, campaign in self.pages.items() if "://" in text else ():
            at = text.find(page.rstrip("/"))
            if at >= 0 and text[at + len(page.rstrip("/")) :][:1] in ("", "/", "?", "#", " ", "\n", '"'):
                return campaign
        return self.words.get(_start(text), "") if len(text) >= FIRST_WORDS else ""


def _start(text: str) -> str:
    return " ".join(text.split())[:FIRST_WORDS].casefold()


def _simple(heading: str) -> str:
    return " ".join(re.findall(r"[a-z]+", heading.lower()))
