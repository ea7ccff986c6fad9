"""Small plans for tests: campaigns by their days, and the runs that are planned in a period."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from generator.model.campaign import Campaign
from generator.model.service import Service
from generator.staff.planning.runs import Period, Planned, planned_runs
from tests.builders import a_campaign, a_run, an_edition

YEAR_2027 = Period(date(2027, 1, 1), date(2027, 12, 31))


def on(name: str, *runs: tuple[str, str], unconfirmed: bool = False, **changes: Any) -> Campaign:
    """A campaign with runs on some days of 2027, written "06-01", and no posts."""
    changed = {"confirmed": None} if unconfirmed else {}
    fields = [a_run(f"2027-{first}", f"2027-{last}", **changed) for first, last in runs]
    return a_campaign(**{"id": name, "title": name.capitalize(), "runs": fields, "posts": []} | changes)


def planned(*records: Campaign | Service, period: Period = YEAR_2027) -> Sequence[Planned]:
    """The runs of some campaigns in a period."""
    return planned_runs(an_edition(*records), period)
