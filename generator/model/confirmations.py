"""A campaign's rule and runs -> which of them still want a confirmed day, and by when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from generator.model.campaign import Campaign, Run

WARNED = timedelta(days=60)
"""An unconfirmed run that starts within this time is worth a word."""
PRESSING = timedelta(days=21)
"""An unconfirmed run that starts within this time fails a strict check: pictures, partners and posts need the days."""

Urgency = Literal["now", "soon", "later"]


@dataclass(frozen=True, slots=True)
class ToConfirm:
    """A run that nobody has confirmed, or a rule without a confirmed run to come.

    `number` is the run's place in the campaign's list, from 0; None: this is about the rule, and `run` is the first
    one that would follow it, if there is one. `by` is the last day to confirm `run`, never before today.
    """

    campaign: Campaign
    number: int | None
    run: Run | None
    by: date | None
    urgency: Urgency

    @property
    def may_wait(self) -> bool:
        """Whether there is still time: even a strict check lets it pass."""
        return self.urgency != "now"


def to_confirm(campaign: Campaign, today: date, ahead: timedelta = WARNED) -> Iterator[ToConfirm]:
    """The rule, if no confirmed run follows it; then every unconfirmed run that starts within `ahead`.

    A rule is as urgent as the run that would follow it, and is not named beside that run: to confirm the one is to keep
    the other. A rule without any run is asked for now, as nobody knows its days. A rule whose next run is confirmed
    wants nothing, however far off that is: whoever added a run would add it twice.
    """
    runs = campaign.runs
    if campaign.rule and not any(run.confirmed and _is_within_a_year(run, today) for run in runs):
        following = next_run(campaign, today)
        if following is None:
            yield ToConfirm(campaign, None, None, None, "now")
        elif not following.confirmed and following.first > today + ahead:
            by = last_day_to_confirm(following, today)
            yield ToConfirm(campaign, None, following, by, _urgency(following, today))
    for number, run in enumerate(runs):
        if not run.confirmed and not run.called_off and today <= run.last and run.first <= today + ahead:
            yield ToConfirm(campaign, number, run, last_day_to_confirm(run, today), _urgency(run, today))


def next_run(campaign: Campaign, today: date) -> Run | None:
    """The run that is on, or comes next, however far off; None where the file has none."""
    coming = [run for run in campaign.runs if not run.called_off and run.last >= today]
    return min(coming, key=lambda run: run.first, default=None)


def is_more_than_a_year_off(run: Run, today: date) -> bool:
    """Whether twelve months pass before a run begins."""
    return run.first > today + timedelta(days=365)


def last_day_to_confirm(run: Run, today: date) -> date:
    """The day by which somebody must have confirmed a run; today, where that day has gone by."""
    return max(run.first - PRESSING, today)


def _urgency(run: Run, today: date) -> Urgency:
    ahead = run.first - today
    return "now" if ahead <= PRESSING else "soon" if ahead <= WARNED else "later"


def _is_within_a_year(run: Run, today: date) -> bool:
    return not run.called_off and run.last >= today and not is_more_than_a_year_off(run, today)
