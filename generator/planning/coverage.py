"""Planned runs, months and a list of terms -> how many campaigns speak of each term in each month."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model.campaign import Campaign
from generator.model.vocabulary import Term
from generator.planning.period import Month, Period
from generator.planning.planned import Planned


@dataclass(frozen=True, slots=True)
class Cell:
    """One term in one month: the campaigns that speak of it, each once, and those of them that nobody confirmed."""

    month: Month
    campaigns: Sequence[Campaign]
    to_confirm: Sequence[Campaign]

    @property
    def count(self) -> int:
        """How many campaigns."""
        return len(self.campaigns)


@dataclass(frozen=True, slots=True)
class Row:
    """One crime type or audience, and its months in order."""

    id: str
    term: Term
    cells: Sequence[Cell]

    @property
    def campaigns(self) -> tuple[Campaign, ...]:
        """Every campaign of the row, each once, in the order in which they come."""
        return tuple({campaign.id: campaign for cell in self.cells for campaign in cell.campaigns}.values())


def coverage(
    runs: Sequence[Planned],
    period: Period,
    terms: Mapping[str, Term],
    named_by: Callable[[Campaign], Iterable[str]],
) -> tuple[Row, ...]:
    """A row for every term, also for those that nothing speaks of.

    Args:
        runs: what is planned in the period.
        period: the months to show.
        terms: the crime types or the audiences, in the order to show.
        named_by: the terms that a campaign names.
    """
    months = [(month, [run for run in runs if run.touches(month)]) for month in period.months]
    return tuple(
        Row(name, term, [_cell(month, [run for run in on if name in named_by(run.campaign)]) for month, on in months])
        for name, term in terms.items()
    )


def _cell(month: Month, runs: Sequence[Planned]) -> Cell:
    campaigns = {run.campaign.id: run.campaign for run in runs}
    confirmed = {run.campaign.id for run in runs if run.is_confirmed}
    return Cell(month, tuple(campaigns.values()), tuple(c for name, c in campaigns.items() if name not in confirmed))
