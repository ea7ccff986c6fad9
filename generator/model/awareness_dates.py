"""Awareness dates: days and weeks that others keep, each with how sure we are. For planning; they publish nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from generator.diagnostics import FieldError
from generator.model.fields.dates import Day
from generator.model.fields.text import Label, Slug
from generator.model.record import Many, Record

DayStatus = Literal["fixed", "confirmed", "derived", "inferred", "unverified", "local window", "not announced"]
Certainty = Literal["fixed", "derived", "inferred", "announced", "local"]


class YearOf(Record):
    """When an awareness date falls in one year, first and last day included; None where nobody has said."""

    first: Day | None = Field(None, alias="from")
    last: Day | None = Field(None, alias="to")
    status: DayStatus

    @model_validator(mode="after")
    def _says_both_days_or_none(self) -> Self:
        if (self.first is None) != (self.status == "not announced") or (self.first is None) != (self.last is None):
            raise FieldError("awareness-date-without-days", "write from: and to:, or status: not announced and neither")
        if self.first and self.last and self.last < self.first:
            raise FieldError(
                "run-ends-before-it-starts",
                f"this ends on {self.last}, before it starts on {self.first}",
                "mend one of the two",
            )
        return self

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day."""
        return (self.first, self.last) if self.first and self.last else None


class AwarenessDate(Record):
    """One awareness date: the rule it follows, how sure that rule is, who says so, and the years we know."""

    id: Slug
    name: Label
    rule: Label
    certainty: Certainty
    about: Many[Slug]
    audiences: Many[Slug]
    source: Label
    notes: Label | None = None
    years: Mapping[Annotated[int, Field(ge=2020, le=2100)], YearOf]


class AwarenessDates(Record):
    """Every awareness date that comes with Waymark."""

    dates: Many[AwarenessDate]
