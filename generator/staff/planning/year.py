"""An edition and a period -> the year for staff: every question of the plan answered once, and a summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.edition import Edition
from generator.feed_settings import Pause
from generator.l10n.formats import day
from generator.l10n.plurals import many
from generator.model.awareness_dates import AwarenessDate
from generator.model.campaign import Campaign
from generator.model.confirmations import WARNED, ToConfirm, to_confirm
from generator.model.service import Service
from generator.settings import Settings
from generator.staff.planning.coverage import Clash, CoverageRow, Gap, clashes, coverage, gaps, silences
from generator.staff.planning.help_gaps import HelpGap, help_gaps
from generator.staff.planning.ledger_rows import missed, plan_release
from generator.staff.planning.readiness import Oasis, Readiness, never_promoted, oasis, readiness
from generator.staff.planning.runs import Period, Planned, called_off_runs, planned_runs
from generator.staff.planning.special_days import (
    Falls,
    Sensitive,
    awareness_between,
    kept_back,
    not_announced,
    on_bank_holidays,
)


@dataclass(frozen=True, slots=True)
class Year:
    """What staff see of a period."""

    edition: Edition
    period: Period
    runs: Sequence[Planned]
    by_crime: Sequence[CoverageRow]
    by_audience: Sequence[CoverageRow]
    silences: Sequence[Gap]
    gaps_by_crime: Sequence[Gap]
    gaps_by_audience: Sequence[Gap]
    clashes: Sequence[Clash]
    to_confirm: Sequence[ToConfirm]
    readiness: Sequence[Readiness]
    never_promoted: Sequence[Service]
    help_gaps: Sequence[HelpGap]
    oasis: Sequence[Oasis]
    bank_holidays: Sequence[Sensitive]
    pause: Pause | None
    """The one that mkdocs.yml names, if it touches the period or holds now."""
    missed: str
    """Which posts did not go out in their time, and what to do about them; empty where all did."""
    kept_back: Sequence[Sensitive]
    called_off: Sequence[Planned]
    paused_services: Sequence[Service]
    unused: Sequence[Falls]
    not_announced: Sequence[AwarenessDate]
    """The awareness dates without a day in any year of the period."""

    @property
    def campaigns(self) -> tuple[Campaign, ...]:
        """Every campaign with a run in the period, in the order in which they come."""
        return tuple({run.campaign.id: run.campaign for run in self.runs}.values())

    @property
    def pressing(self) -> tuple[ToConfirm, ...]:
        """What a strict check would not let pass."""
        return tuple(one for one in self.to_confirm if not one.may_wait)


def the_year(edition: Edition, settings: Settings, period: Period, awareness: Sequence[AwarenessDate]) -> Year:
    """The plan of a period. `awareness` are the dates that come with Waymark."""
    catalogue, today = edition.catalogue, edition.today
    words = catalogue.vocabulary
    runs = planned_runs(edition, period)
    pause = settings.feeds.pause
    if pause and not (pause.first <= period.last and (pause.last or date.max) >= min(period.first, today)):
        pause = None
    return Year(
        edition=edition,
        period=period,
        runs=runs,
        by_crime=coverage(runs, period, words.crimes, lambda one: one.about),
        by_audience=coverage(runs, period, words.audiences, lambda one: one.audiences),
        silences=silences(runs, period),
        gaps_by_crime=gaps(runs, period, words.crimes, lambda one: one.about),
        gaps_by_audience=gaps(runs, period, words.audiences, lambda one: one.audiences),
        clashes=clashes(runs, period),
        to_confirm=_every_to_confirm(catalogue.campaigns, today, period.last),
        readiness=readiness(edition, runs),
        never_promoted=never_promoted(edition),
        help_gaps=help_gaps(edition),
        oasis=oasis(edition),
        bank_holidays=on_bank_holidays(runs, period),
        pause=pause,
        missed=missed(plan_release(edition, settings)),
        kept_back=kept_back(runs, pause),
        called_off=called_off_runs(edition, period),
        paused_services=tuple(one for one in catalogue.services if one.status == "paused"),
        unused=unused_awareness(catalogue.campaigns, period, awareness),
        not_announced=_never_announced(awareness, period),
    )


def _every_to_confirm(campaigns: Iterable[Campaign], today: date, last: date) -> tuple[ToConfirm, ...]:
    """What wants a date until the last day of the plan, and never less than the check names; nearest deadline first."""
    ahead = max(last - today, WARNED)
    found = [one for campaign in campaigns for one in to_confirm(campaign, today, ahead)]
    return tuple(sorted(found, key=lambda one: (one.by or today, one.run.first if one.run else today, one.campaign.id)))


def unused_awareness(
    campaigns: Sequence[Campaign], period: Period, awareness: Iterable[AwarenessDate]
) -> tuple[Falls, ...]:
    """The awareness dates of the period on whose days no campaign about the same matter is on."""
    return tuple(
        falls
        for falls in awareness_between(awareness, period.first, period.last)
        if not any(
            run.first <= falls.last and run.last >= falls.first and not run.called_off
            for campaign in campaigns
            if not set(falls.what.about).isdisjoint(campaign.about)
            for run in campaign.runs
        )
    )


def _never_announced(awareness: Sequence[AwarenessDate], period: Period) -> tuple[AwarenessDate, ...]:
    years = range(period.first.year, period.last.year + 1)
    silent = [{one.id for one in not_announced(awareness, year)} for year in years]
    return tuple(one for one in not_announced(awareness, period.last.year) if all(one.id in ids for ids in silent))


def at_a_glance(year: Year) -> Iterator[str]:
    """What is planned, then what wants a hand; nothing is said of what is in order."""
    posts = sum(len(run.posts) for run in year.runs)
    runs = f"{many(len(year.runs), 'run')} ({'time' if len(year.runs) == 1 else 'times'} when one is on)"
    yield f"{many(len(year.campaigns), 'campaign')}, {runs}, {many(posts, 'post')}."
    if year.missed:
        yield f"{year.missed}."
    if year.to_confirm:
        yield f"{many(len(year.to_confirm), 'date')} to confirm{_how_soon(len(year.pressing), len(year.to_confirm))}."
    late = [one for one in year.readiness if one.is_late]
    if late:
        begins, is_on = ("begins", "is") if len(late) == 1 else ("begin", "are")
        yield f"{many(len(late), 'run')} that {begins} within 6 weeks, or {is_on} on, and {is_on} not ready."
    if year.clashes:
        what = "more than two campaigns in a week, or two for the same people"
        yield f"{many(len(year.clashes), 'clash', 'clashes')}: {what}."
    if year.silences:
        yield f"{many(len(year.silences), 'time')} of two weeks or more with no campaign at all."
    for rows, name, names in (
        (year.by_crime, "crime type that no campaign is about", "crime types that no campaign is about"),
        (year.by_audience, "audience that no campaign is for", "audiences that no campaign is for"),
    ):
        without = [row for row in rows if not row.campaigns]
        if without:
            yield f"{many(len(without), name, names)}."
    if year.never_promoted:
        yield f"{many(len(year.never_promoted), 'service')} that no campaign leads to."
    if year.pause:
        until = f" to {day(year.pause.last)}" if year.pause.last else ", until somebody ends it"
        yield f"New posts are paused from {day(year.pause.first)}{until}: {year.pause.why}."


def _how_soon(now: int, every: int) -> str:
    """What stands behind "3 dates to confirm"."""
    return " now" if now == every else f", {now} of them now" if now else "; there is still time"
