"""An edition -> the rows that a release adds to the ledger, and what staff should know before it does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from generator.model.campaign import Campaign, Post
from generator.model.edition import Edition
from generator.model.ledger import AT_ONCE, LOOK, Row, computed, later, next_date
from generator.settings import Pause, Settings

LATE = timedelta(days=1)
"""How long after its run a post may still go out: one planned for its last minute is released the next day."""


@dataclass(frozen=True, slots=True)
class Release:
    """What one release does.

    `carried` are posts that went out before there was a ledger: they keep their dates. `new` go out now. `waiting` are
    due, but only after these; `stale` never go out, as their campaign is over. `coming` is the next post of the plan.
    """

    carried: Sequence[Row]
    new: Sequence[Row]
    waiting: Sequence[Post]
    stale: Sequence[Post]
    coming: Post | None
    pause: Pause | None

    @property
    def rows(self) -> tuple[Row, ...]:
        """What to write behind the last row of the ledger."""
        return (*self.carried, *self.new)


def plan_release(edition: Edition, settings: Settings) -> Release:
    """What `waymark release` does at this moment. The edition's ledger, if any, is never changed."""
    feeds, ledger = settings.feeds, edition.catalogue.ledger
    pause = feeds.pause if feeds.pause and feeds.pause.holds_on(edition.today) else None
    if ledger is None:
        dates = computed((post for one in edition.catalogue.campaigns for post in one.posts), feeds.lead_minutes)
        carried = sorted((Row(post.id, dates[post.id]) for _, post in edition.due_posts), key=lambda row: row.published)
        return Release(carried, (), (), (), _coming(edition), pause)
    due = [(one, post) for one, post in edition.due_posts if post.id not in ledger.published]
    stale = [post for one, post in due if _is_over(one, post, edition)]
    ready = [post for one, post in due if not _is_over(one, post, edition)]
    now = edition.now.astimezone(UTC).replace(microsecond=0)
    before = now + timedelta(minutes=feeds.lead_minutes) - LOOK
    recent = sum(row.published.astimezone(UTC) > before for row in ledger.rows)
    room = 0 if pause else max(0, AT_ONCE - recent)
    rows: list[Row] = []
    last: datetime | None = ledger.last
    for post in ready[:room]:
        last = next_date(later(now, feeds.lead_minutes), last)
        rows.append(Row(post.id, last))
    return Release((), rows, ready[room:], stale, _coming(edition), pause)


def _is_over(campaign: Campaign, post: Post, edition: Edition) -> bool:
    """Whether the run that a post belongs to ended before yesterday or was called off: its words are no longer true."""
    runs = [run for run in edition.published_runs(campaign) if run.holds(post.at.date())]
    return all(run.last + LATE < edition.today or edition.is_called_off(run) for run in runs)


def _coming(edition: Edition) -> Post | None:
    """The next post that somebody planned and confirmed."""
    later_posts = [
        post
        for campaign in edition.catalogue.campaigns
        for post in campaign.posts
        if post.withdrawn == "false"
        and post.at > edition.now
        and any(run.confirmed and run.holds(post.at.date()) for run in campaign.runs)
    ]
    return min(later_posts, key=lambda post: (post.at, post.id), default=None)


def told(release: Release, when: str) -> list[str]:
    """A release in plain words, one sentence a line. `when` is the time of the next post, in words."""
    lines = []
    if release.pause:
        until = f" to {release.pause.last}" if release.pause.last else ""
        lines.append(f"Paused from {release.pause.first}{until}: {release.pause.why}. No new post goes out.")
    if release.carried:
        lines.append(
            f"{counted(release.carried)} went out before any was written down, and will be recorded with the same date."
        )
    lines.append(f"{counted(release.new)} will be released, 0 repeats.")
    lines += [f"  {row.post}" for row in release.new]
    coming = f"Next after that: {release.coming.id} on {when}." if release.coming else "None is planned after that."
    lines.append(coming)
    if release.waiting:
        names = ", ".join(post.id for post in release.waiting)
        why = "for the end of the pause" if release.pause else f"so that at most {AT_ONCE} go out at once"
        lines.append(f"{counted(release.waiting)} will wait, {why}: {names}.")
    if release.stale:
        names = ", ".join(post.id for post in release.stale)
        lines.append(f"{counted(release.stale)} will not go out any more, because their campaign is over: {names}.")
    return lines


def counted(posts: Sequence[object]) -> str:
    """1 post; 2 posts."""
    return f"{len(posts)} post{'' if len(posts) == 1 else 's'}"


def unreleased(edition: Edition, settings: Settings) -> str | None:
    """One line for `waymark check`: a pause, or posts whose time has come and that no release has recorded."""
    release = plan_release(edition, settings)
    if release.pause:
        return told(release, "")[0]
    waiting = [*(row.post for row in release.new), *(post.id for post in release.waiting)]
    if not waiting:
        return None
    return f"{counted(waiting)} should be out by now: run `waymark release`, then build ({', '.join(waiting)})"
