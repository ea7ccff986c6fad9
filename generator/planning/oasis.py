"""An edition -> what each campaign's file does not say of its own plan: the fields that OASIS asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.model.campaign import Campaign
from generator.model.edition import Edition

Field = Literal["objective", "audiences", "insight", "measures", "results"]
FIELDS: tuple[Field, ...] = ("objective", "audiences", "insight", "measures", "results")


@dataclass(frozen=True, slots=True)
class Oasis:
    """One campaign: the fields that are missing, and whether it is too early to ask for results."""

    campaign: Campaign
    missing: Sequence[Field]
    results_later: bool
    """No run of it is over yet, and it has no results: it need not say them."""


def oasis(edition: Edition) -> tuple[Oasis, ...]:
    """Every campaign, by id. `audiences` is missing where nobody wrote it: that it then means everyone is no choice."""
    return tuple(
        oasis_of(campaign, edition) for campaign in sorted(edition.catalogue.campaigns, key=lambda one: one.id)
    )


def oasis_of(campaign: Campaign, edition: Edition) -> Oasis:
    """One campaign."""
    was_on = any(run.confirmed and run.last < edition.today for run in campaign.runs)
    has: dict[Field, bool] = {
        "objective": campaign.objective is not None,
        "audiences": "audiences" in campaign.model_fields_set,
        "insight": campaign.insight is not None,
        "measures": campaign.measures is not None,
        "results": campaign.results is not None or not was_on,
    }
    missing = tuple(field for field in FIELDS if not has[field])
    return Oasis(campaign, missing, results_later=campaign.results is None and not was_on)
