"""An edition -> the rows that a release adds to the ledger, and what staff should know before it does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Literal

from generator.edition import Edition
from generator.feed_settings import Pause
from generator.l10n.plurals import many
from generator.model.campaign import Post
from generator.model.fields.dates import LONDON, PostingHours
from generator.model.fields.text import Words
from generator.model.ledger import AT_ONCE, FILE, LOOK, MOST_AHEAD, Ledger, LedgerRow, later, next_date
from generator.model.release_window import release_window
from generator.settings import Settings

LATELY = timedelta(days=7)
"""A site that is published at all was published in these days: an older post was in its feeds."""
TOLD = timedelta(days=30)
"""How long after its campaign we say that a post did not go out: then nobody will send it any more."""
Why = Literal["room", "pause", "hours", "ahead", "approval"]
"""room: five at once are enough; pause: posts rest; hours: it is night; ahead: the last row's date has not come;
approval: a second person has not seen it."""


@dataclass(frozen=True, slots=True)
class Release:
    """What one release does.

    `carried` are posts whose time came before there was a ledger: they keep their dates. `new` go out now. `waiting`
    are due, but only later, and why. `missed` could not go out in their time, and never will unless somebody gives them
    another; `stale` are those of a campaign that is over. `coming` is the next post of the plan.
    """

    carried: Sequence[LedgerRow]
    new: Sequence[LedgerRow]
    waiting: Sequence[tuple[Post, Why]]
    missed: Sequence[Post]
    stale: Sequence[Post]
    coming: Post | None
    pause: Pause | None
    hours: PostingHours
    ahead: LedgerRow | None = None
    """The last row, where its date has not come: a clock ran ahead when it was written."""
    starts: str = ""
    """The ledger, from the folder of the site, where this release makes it."""
    lately: Sequence[LedgerRow] = ()
    """Those of `carried` whose date has passed, but not long ago: perhaps no tool has seen them."""
    untranslated: Sequence[tuple[str, Post]] = ()
    """Those of `new` that have no text in a language of the site, each with it: there they go out in the first one."""

    @property
    def rows(self) -> tuple[LedgerRow, ...]:
        """What to write behind the last row of the ledger."""
        return (*self.carried, *self.new)


def plan_release(edition: Edition, settings: Settings) -> Release:
    """What `waymark release` does at this moment. The edition's ledger, if any, is never changed.

    A post goes out in the hours of the settings, on its own day or until the `latest` that it names, and never after
    its run: whatever did not run meanwhile, nobody is posted what was meant for another day.
    """
    feeds, ledger = settings.feeds, edition.catalogue.ledger
    pause = feeds.pause if feeds.pause and feeds.pause.holds_on(edition.today) else None
    if ledger is None:
        dates = edition.dates_of_posts(feeds.lead_minutes)
        carried = sorted(
            (LedgerRow(post.id, dates[post.id]) for _, post in edition.released_posts), key=lambda row: row.published
        )
        begun = replace(edition, catalogue=replace(edition.catalogue, ledger=Ledger(tuple(carried))))
        lately = [row for row in carried if edition.now - LATELY <= row.published < edition.now]
        starts = f"{settings.campaigns}/{FILE}"
        return replace(plan_release(begun, settings), carried=carried, starts=starts, lately=lately)
    now = edition.now.astimezone(UTC).replace(microsecond=0)
    last_row = ledger.rows[-1] if ledger.rows else None
    ahead = last_row if last_row and last_row.published.astimezone(UTC) > now + MOST_AHEAD else None
    before = now + timedelta(minutes=feeds.lead_minutes) - LOOK
    room = max(0, AT_ONCE - sum(row.published.astimezone(UTC) > before for row in ledger.rows))
    rows: list[LedgerRow] = []
    waiting: list[tuple[Post, Why]] = []
    missed: list[Post] = []
    stale: list[Post] = []
    untranslated: list[tuple[str, Post]] = []
    last: datetime | None = ledger.last
    for campaign, post in edition.due_posts:
        if post.id in ledger.published:
            continue
        runs = [run for run in edition.published_runs(campaign) if run.holds(post.at.date())]
        window = release_window(post, runs, feeds.hours, feeds.lead_minutes)
        date = next_date(later(now, feeds.lead_minutes), last)
        over = [run.last for run in runs if run.last < edition.today or edition.is_called_off(run)]
        if len(over) == len(runs):
            stale += [post] if max(over) + TOLD >= edition.today else []
        elif window.is_over(now):
            missed.append(post)
        elif post.id in edition.unapproved_posts:
            waiting.append((post, "approval"))
        elif pause or ahead:
            waiting.append((post, "pause" if pause else "ahead"))
        elif not window.holds(now, date):
            waiting.append((post, "hours"))
        elif len(rows) >= room:
            waiting.append((post, "room"))
        else:
            rows.append(LedgerRow(post.id, date))
            last = date
            untranslated += [(code, post) for code in list(settings.languages)[1:] if not _is_there(post.text, code)]
    return Release(
        (), rows, waiting, missed, stale, _coming(edition), pause, feeds.hours, ahead, untranslated=untranslated
    )


def _is_there(text: str, code: str) -> bool:
    return isinstance(text, Words) and code in text.by_language


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
    if release.ahead:
        lines.append(
            f"The last row of {FILE} is dated {_moment(release.ahead.published)}, which has not come: "
            "a clock ran ahead. Leave it, because its post went out. New posts wait until then."
        )
    lines += _start(release)
    lines.append(f"{many(len(release.new), 'post')} will be released, 0 repeats.")
    lines += [f"  {row.post}" for row in release.new]
    for code in dict.fromkeys(code for code, _ in release.untranslated):
        alone = [post for one, post in release.untranslated if one == code]
        lines.append(
            f"{many(len(alone), 'post')} {'has' if len(alone) == 1 else 'have'} no text in '{code}', and "
            f"{'goes' if len(alone) == 1 else 'go'} out there in the first language: {_names(alone)}. "
            f"Write it first, text: {{..., {code}: ...}}: what is out is not posted again."
        )
    coming = f"Next after that: {release.coming.id} on {when}." if release.coming else "None is planned after that."
    lines.append(coming)
    reasons: dict[Why, str] = {
        "approval": "for somebody else to approve it (waymark approve)",
        "pause": "for the end of the pause",
        "ahead": f"for the date of the last row of {FILE}",
        "hours": f"for the hours {release.hours}",
        "room": f"so that at most {AT_ONCE} go out at once",
    }
    for why, words in reasons.items():
        posts = [post for post, because in release.waiting if because == why]
        if posts:
            lines.append(f"{many(len(posts), 'post')} will wait, {words}: {_names(posts)}.")
    if release.missed:
        lines.append(f"{missed(release)}.")
    if release.stale:
        why_not = "because their campaign is over"
        lines.append(
            f"{many(len(release.stale), 'post')} will not go out any more, {why_not}: {_names(release.stale)}."
        )
    return lines


def _start(release: Release) -> list[str]:
    """What the first release changes for good, before it does."""
    if not release.starts:
        return []
    one = len(release.carried) == 1
    lines = [
        f"{release.starts} is not there yet, and this release makes it: the list of all posts that went out, each with "
        "its date.",
        f"From then on the feeds hold the posts in {FILE} and no others. A post goes out only when waymark release "
        "writes it there: run waymark release, then waymark build, at least once an hour.",
        f"Commit the file now, and each time that it changes: git add {release.starts}. Never delete it or change a "
        "row: posts would go out twice, or be lost.",
        f"{many(len(release.carried), 'post')} whose time has come {'is' if one else 'are'} written into it, "
        f"{'with its own date' if one else 'each with its own date'}, as on a site without the file: "
        f"{'it stays' if one else 'they stay'} in the feeds, and no tool posts {'it' if one else 'them'} twice."
        if release.carried
        else "No post's time has come yet, so the file begins without one.",
    ]
    if release.lately:
        lines.append(
            f"Look whether your tools have posted what came in the last {LATELY.days} days: "
            f"{', '.join(row.post for row in release.lately)}. If the site was not published in time, "
            "they pass it over. Then write it again as a new post, with an id and a time of its own."
        )
    return lines


def missed(release: Release) -> str:
    """What could not go out in its time, and what to do about it; empty where all did."""
    if not release.missed:
        return ""
    one = len(release.missed) == 1
    return (
        f"{many(len(release.missed), 'post')} did not go out in {'its' if one else 'their'} time, and will not go out "
        f"late: {_names(release.missed)}. Give {'it' if one else 'each'} a new at: or a latest: in the days of its "
        "campaign, or write withdrawn: true"
    )


def _names(posts: Sequence[Post]) -> str:
    return ", ".join(post.id for post in posts)


def _moment(at: datetime) -> str:
    return f"{at.astimezone(LONDON):%Y-%m-%d %H:%M}"


def unreleased(edition: Edition, settings: Settings) -> list[str]:
    """Lines for `waymark check`: a pause, posts whose time has come and no release has recorded, and missed ones."""
    release = plan_release(edition, settings)
    lines = told(release, "")[:1] if release.pause else []
    out = [*(row.post for row in release.new), *(post.id for post, why in release.waiting if why == "room")]
    if out:
        lines.append(
            f"{many(len(out), 'post')} should be out by now: run `waymark release`, then build ({', '.join(out)})"
        )
    return [*lines, missed(release)] if release.missed else lines
