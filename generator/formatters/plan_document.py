"""The year for staff -> one HTML document that needs nothing else: to look at, and to print on A3 for the wall."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from babel.dates import format_date

from generator.l10n import formats
from generator.model.campaign import Campaign
from generator.model.fields.hours import bank_holidays
from generator.site.render.templates import Templates

AT_ONCE = 13
"""So many months stand beside each other; a longer plan goes on below."""

SHORT = "d MMM y"
ENGLISH = "en"
"""What Waymark itself says to staff is in English, as are its commands; what authors wrote is as they wrote it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Some days of one month: the first and last day's number."""

    first: int
    last: int
    sure: bool = True

    @property
    def said(self) -> str:
        """1–28; 14."""
        return f"{self.first}–{self.last}" if self.first != self.last else f"{self.first}"


@dataclass(frozen=True, slots=True)
class InMonth:
    """One campaign in one month: its runs, and the days of its posts."""

    bars: Sequence[Bar]
    posts: Sequence[int]


def plan_document(templates: Templates, year: Any, glance: Sequence[str], previews: Mapping[str, Sequence[Any]]) -> str:
    """The whole document.

    Args:
        templates: our templates over the same edition.
        year: what `generator.staff.planning.year` found; this room does not know that one.
        glance: what it comes to, in sentences.
        previews: the posts of each campaign as its channels will show them, by the campaign's id.
    """
    months = year.period.months
    label = "MMM" if months[0].first.year == months[-1].first.year else "MMM ’yy"  # on a phone a cell stands alone
    pieces = [slice(start, start + AT_ONCE) for start in range(0, len(months), AT_ONCE)]
    return templates.environment.get_template("staff/plan.html").render(
        year=year,
        glance=glance,
        previews=previews,
        pieces=pieces,
        months=months,
        lines=[(campaign, _line(campaign, year)) for campaign in year.campaigns],
        holidays=[_holidays(month, year) for month in months],
        pauses=[_pause(month, year) for month in months],
        days_in=lambda month: monthrange(month.first.year, month.first.month)[1],
        short=lambda day: format_date(day, SHORT, locale=ENGLISH),
        short_days=_short_days,
        long=formats.day,
        moment=formats.moment,
        month_name=lambda day: format_date(day, "MMMM y", locale=ENGLISH),
        month_short=lambda day: format_date(day, "MMM", locale=ENGLISH),
        month_label=lambda day: format_date(day, label, locale=ENGLISH),
    )


def _line(campaign: Campaign, year: Any) -> list[InMonth]:
    """A campaign's months."""
    runs = [run for run in year.runs if run.campaign.id == campaign.id]
    days = [post.at.date() for run in runs for post in run.posts]
    return [
        InMonth(
            tuple(_bar(month, run.first, run.last, run.is_confirmed) for run in runs if run.touches(month)),
            tuple(day.day for day in days if month.first <= day <= month.last),
        )
        for month in year.period.months
    ]


def _bar(month: Any, first: date, last: date, sure: bool) -> Bar:
    return Bar(max(first, month.first).day, min(last, month.last).day, sure)


def _holidays(month: Any, year: Any) -> list[tuple[int, str]]:
    found = bank_holidays(month.first.year).items()
    return sorted((day.day, name) for day, name in found if month.first <= day <= month.last)


def _pause(month: Any, year: Any) -> Bar | None:
    pause = year.pause
    if pause is None or pause.first > month.last or (pause.last or month.last) < month.first:
        return None
    return _bar(month, pause.first, pause.last or month.last, sure=True)


def _short_days(first: date, last: date) -> str:
    """1 Feb 2027; 1–28 Feb 2027; 31 Oct – 5 Nov 2027; 20 Dec 2026 – 3 Jan 2027."""
    end = format_date(last, SHORT, locale=ENGLISH)
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    return f"{format_date(first, 'd MMM' if first.year == last.year else SHORT, locale=ENGLISH)} – {end}"
