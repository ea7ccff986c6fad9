"""`waymark plan`: the year for people. What is on, for whom, what is missing, what to confirm, what is not used."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.commands.site import Site, site_command
from generator.commands.telling import stop
from generator.model.dates import LONDON, YEARS, day
from generator.problems import ContentError

if TYPE_CHECKING:  # what a command does not need costs it no time to start
    from generator.planning.period import Period

LONGEST = 731
"""Days, two years: a longer plan is no plan, and fits on no paper."""


class Day(click.ParamType[date]):
    """A day, written 2027-02-10."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the text of an option."""
        try:
            return day(value)
        except ValueError as error:
            self.fail(str(error).replace("2026-11-25", "2027-02-10"), param, ctx)


@site_command(
    "plan",
    help="Show the year: what is on, for whom, gaps, clashes, dates to confirm, what is not ready.",
    example="waymark plan\nwaymark plan --year 2027 --format html --to plan.html\nwaymark plan --strict",
)
@click.option("--year", type=click.IntRange(YEARS.start, YEARS.stop - 1), help="One calendar year.")
@click.option("--from", "first", type=Day(), help="The first day. Default: today.")
@click.option("--until", "last", type=Day(), help="The last day. Default: twelve months in all.")
@click.option("--to", type=click.Path(dir_okay=False, path_type=Path), help="The file to write. Default: print it.")
@click.option("--strict", is_flag=True, help="End with status 1 where a date must be confirmed now.")
def command(site: Site, year: int | None, first: date | None, last: date | None, to: Path | None, strict: bool) -> None:
    """The default is the coming twelve months."""
    from generator.planning.year import the_year
    from generator.reading.awareness import read_awareness

    period = _period(site, year, first, last)
    _refuse_a_day(to)
    try:
        settings = site.settings()
        plan = the_year(site.edition(settings), settings, period, read_awareness())
    except ContentError as error:
        stop(error.problems)
    _print(plan, settings.site_name, settings.language, to)
    if strict and plan.pressing:
        click.echo(f"{len(plan.pressing)} to confirm now.", err=True)
        sys.exit(1)


def _period(site: Site, year: int | None, first: date | None, last: date | None) -> Period:
    """The days that the options ask for."""
    from generator.planning.period import Period, a_year_from, calendar_year

    if year is not None:
        if first or last:
            raise click.UsageError("--year is a whole year already; leave it out, or leave out --from and --until")
        return calendar_year(year)
    first = first or site.now.astimezone(LONDON).date()
    period = Period(first, last) if last else a_year_from(first)
    if period.last < period.first:
        raise click.UsageError(f"--until {period.last} is before the first day, {period.first}; choose a later one")
    if period.days > LONGEST:
        raise click.UsageError(f"{period.first} to {period.last} is more than two years; choose a shorter time")
    return period


def _refuse_a_day(to: Path | None) -> None:
    """A slip that would write a file of a strange name."""
    if to and re.fullmatch(r"\d{4}-\d\d-\d\d", to.name):
        raise click.UsageError(f"--to is the file to write; for the last day, write --until {to.name}")


def _print(plan: Any, name: str, language: str, to: Path | None) -> None:
    from rich.console import Console

    from generator.commands.plan_tables import show

    look: dict[str, Any] = {"markup": False, "highlight": False, "emoji": False}
    show(plan, name, language, Console(**look))
