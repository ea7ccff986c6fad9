"""An edition and a period -> the year for staff: every question of the plan, answered once for every way to show it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.awareness import AwarenessDate
from generator.model.campaign import Campaign
from generator.model.confirming import WARNED, ToConfirm, to_confirm
from generator.model.edition import Edition
from generator.model.service import Service
from generator.planning.awareness import Falls, awareness_between, not_announced
from generator.planning.clashes import Clash, clashes
from generator.planning.coverage import Row, coverage
from generator.planning.gaps import Gap, gaps, silences
from generator.planning.oasis import Oasis, oasis
from generator.planning.period import Period
from generator.planning.planned import Planned, called_off_runs, planned_runs
from generator.planning.promotion import never_promoted
from generator.planning.readiness import Readiness, readiness
from generator.planning.release import missed, plan_release
from generator.planning.sensitive import Sensitive, kept_back, on_bank_holidays
from generator.settings import Pause, Settings


@dataclass(frozen=True, slots=True)
class Year:
    """What staff see of a period."""

    edition: Edition
    period: Period
    runs: Sequence[Planned]
    by_crime: Sequence[Row]
    by_audience: Sequence[Row]
    silences: Sequence[Gap]
    gaps_by_crime: Sequence[Gap]
    gaps_by_audience: Sequence[Gap]
    clashes: Sequence[Clash]
    to_confirm: Sequence[ToConfirm]
    readiness: Sequence[Readiness]
    never_promoted: Sequence[Service]
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
