"""A post, its runs and the hours of the settings -> from when until when it may go out, in Europe/London."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from generator.feed_settings import FeedSettings
from generator.model.campaign import Campaign, Post, Run
from generator.model.fields.dates import LONDON, PostingHours
from generator.model.ledger import computed, later


@dataclass(frozen=True, slots=True)
class ReleaseWindow:
    """When a post may go out. Tools post it between its release and the date that feeds give it: both are in here."""

    hours: PostingHours
    lead_minutes: int
    opens: datetime
    """The first moment of a release that may send it: its time, or the first one of that day's hours."""
    last_day: date
    """Its own day, or the `latest` that it names; never after its run."""

    @property
    def closes(self) -> datetime:
        """The last moment of a release that may send it. Before `opens`: there is none."""
        return later(end_of(self.last_day, self.hours), -self.lead_minutes)

    @property
    def never(self) -> bool:
        """Whether there is no such moment: its time is too late in the day."""
        return self.opens.astimezone(UTC) > self.closes.astimezone(UTC)

    def is_over(self, now: datetime) -> bool:
        """Whether it can't go out any more."""
        return self.never or now.astimezone(UTC) > self.closes.astimezone(UTC)

    def holds(self, now: datetime, published: datetime) -> bool:
        """Whether a release at a moment may send it with this date."""
        day, dated = now.astimezone(LONDON).date(), published.astimezone(LONDON).date()
        return (
            self.opens.astimezone(UTC) <= now.astimezone(UTC)
            and start_of(day, self.hours).astimezone(UTC) <= now.astimezone(UTC)
            and dated <= self.last_day
            and start_of(dated, self.hours).astimezone(UTC) <= published.astimezone(UTC)
            and published.astimezone(UTC) <= end_of(dated, self.hours).astimezone(UTC)
        )


def release_window(post: Post, runs: Iterable[Run], hours: PostingHours, lead_minutes: int) -> ReleaseWindow:
    """When a post may go out.

    Args:
        post: the post.
        runs: those that hold its day.
        hours: at which posts may go out.
        lead_minutes: how far feeds date a post ahead.
    """
    day = post.at.date()
    ends = max((_last_day(run) for run in runs), default=day)
    last = min(max(post.latest or day, day), ends)
    opens = opens_at(post, hours)
    if last > day and opens.astimezone(UTC) > later(end_of(day, hours), -lead_minutes).astimezone(UTC):
        opens = start_of(day + timedelta(days=1), hours)
    return ReleaseWindow(hours, lead_minutes, opens, last)


def has_opened(
    post: Post, runs: Iterable[Run], feeds: FeedSettings | None, paused_from: date | None, now: datetime
) -> bool:
    """Whether a post's time has come on a site without a ledger, which can't know when it is too late for it.

    Args:
        post: the post.
        runs: its campaign's.
        feeds: at which hours posts may go out; None: at any.
        paused_from: the first day of the pause that holds now, if any.
        now: the moment.
    """
    if paused_from is not None and post.at.date() >= paused_from:
        return False
    if feeds is None:
        return True
    held = [run for run in runs if run.holds(post.at.date())]
    window = release_window(post, held, feeds.hours, feeds.lead_minutes)
    return not window.never and window.opens.astimezone(UTC) <= now.astimezone(UTC)


def dates_ahead(campaigns: Iterable[Campaign], feeds: FeedSettings | None, lead_minutes: int) -> Mapping[str, datetime]:
    """The date of each post on a site without a ledger."""
    posts = [post for campaign in campaigns for post in campaign.posts]
    return computed(posts, lead_minutes, lambda post: opens_at(post, feeds.hours) if feeds else post.at)


def opens_at(post: Post, hours: PostingHours) -> datetime:
    """The time of a post, or where that is too early in the morning, the first moment of that day's hours."""
    return max(post.at, start_of(post.at.date(), hours), key=lambda at: at.astimezone(UTC))


def start_of(day: date, hours: PostingHours) -> datetime:
    """When the hours of a day begin."""
    return datetime.combine(day, time(*divmod(hours.first, 60)), LONDON)


def end_of(day: date, hours: PostingHours) -> datetime:
    """The last second of the hours of a day that a post may be dated."""
    if hours.last >= 24 * 60:
        return datetime.combine(day, time(23, 59, 59), LONDON)
    return datetime.combine(day, time(*divmod(hours.last, 60)), LONDON)


def _last_day(run: Run) -> date:
    return min(run.last, run.called_off - timedelta(days=1)) if run.called_off else run.last
