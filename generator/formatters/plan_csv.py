"""The year for staff -> one table: a row for each thing the plan says, to sort and filter in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from generator.model.campaign import Campaign
from generator.model.fields.text import in_language
from generator.output import csv_table
from generator.staff.planning.coverage import CoverageRow
from generator.staff.planning.year import Year

COLUMNS = ("part", "from", "to", "what", "campaigns", "number", "state", "details", "source")
"""`number` counts what its part counts: posts, campaigns, or days."""

Cells = tuple[str, str, str, str, str, str, str, str, str]


def plan_table(year: Year, language: str) -> bytes:
    """CSV, as spreadsheets open it. Days are written 2027-02-01; campaigns are named by their ids."""
    return csv_table(COLUMNS, rows(year, language))


def rows(year: Year, language: str) -> Iterator[Cells]:
    """Every row, part by part, in the order of the plan."""
    return chain(
        _runs(year),
        _coverage("crime type by month", year.by_crime, language),
        _coverage("audience by month", year.by_audience, language),
        _gaps(year, language),
        _clashes(year, language),
        _to_confirm(year, language),
        _readiness(year),
        _oasis(year),
        _days(year),
        _services(year, language),
        _awareness(year),
    )


def _row(
    part: str,
    first: date | None = None,
    last: date | None = None,
    *,
    what: str = "",
    campaigns: Iterable[Campaign] = (),
    number: int | None = None,
    state: str = "",
    details: str = "",
    source: str = "",
) -> Cells:
    names = " ".join(campaign.id for campaign in campaigns)
    counted = "" if number is None else str(number)
    return (part, _day(first), _day(last), what, names, counted, state, details, source)


def _day(day: date | None) -> str:
    return "" if day is None else f"{day}"


def _runs(year: Year) -> Iterator[Cells]:
    for one in year.runs:
        yield _row(
            "run",
            one.run.first,
            one.run.last,
            campaigns=[one.campaign],
            number=len(one.posts),
            state="confirmed" if one.run.confirmed else "to confirm",
            details=f"by {one.run.confirmed.by} on {one.run.confirmed.on}" if one.run.confirmed else "",
            source=one.run.confirmed.source if one.run.confirmed else "",
        )


def _coverage(part: str, lines: Iterable[CoverageRow], language: str) -> Iterator[Cells]:
    for line in lines:
        for cell in line.cells:
            if cell.campaigns:
                yield _row(
                    part,
                    cell.month.first,
                    cell.month.last,
                    what=in_language(line.term.name, language),
                    campaigns=cell.campaigns,
                    number=cell.count,
                    state=f"{len(cell.to_confirm)} to confirm" if cell.to_confirm else "confirmed",
                )


def _gaps(year: Year, language: str) -> Iterator[Cells]:
    for part, gaps in (
        ("no campaign at all", year.silences),
        ("gap for a crime type", year.gaps_by_crime),
        ("gap for an audience", year.gaps_by_audience),
    ):
        for gap in gaps:
            yield _row(
                part,
                gap.first,
                gap.last,
                what=in_language(gap.term.name, language) if gap.term else "",
                campaigns=[run.campaign for run in gap.filled_by],
                number=gap.days,
                state="the whole time" if gap.whole else "",
                details="filled, if these are confirmed" if gap.filled_by else "",
            )


def _clashes(year: Year, language: str) -> Iterator[Cells]:
    audiences = year.edition.catalogue.vocabulary.audiences
    for clash in year.clashes:
        yield _row(
            "clash",
            clash.first,
            clash.last,
            what=", ".join(in_language(audiences[name].name, language) for name in clash.shared),
            campaigns=clash.campaigns,
            number=len(clash.campaigns),
            state="more than two in a week" if clash.crowded else "the same people",
        )


def _to_confirm(year: Year, language: str) -> Iterator[Cells]:
    for one in year.to_confirm:
        about_rule = one.number is None
        yield _row(
            "date to confirm",
            one.run.first if one.run else None,
            one.run.last if one.run else None,
            what=in_language(one.campaign.rule or "", language) if about_rule else "",
            campaigns=[one.campaign],
            state=one.urgency,
            details=f"confirm by {one.by}" if one.by else "look the days up",
        )


def _readiness(year: Year) -> Iterator[Cells]:
    for one in year.readiness:
        yield _row(
            "readiness",
            one.run.first,
            one.run.last,
            what=", ".join(one.missing),
            campaigns=[one.campaign],
            number=one.days,
            state="ready" if not one.missing else one.near or "later",
            details=f"look again on {one.next_look}" if one.next_look else "",
        )


def _oasis(year: Year) -> Iterator[Cells]:
    for plan in year.oasis:
        for field in plan.missing:
            yield _row("missing in the file", what=field, campaigns=[plan.campaign])


def _days(year: Year) -> Iterator[Cells]:
    for one in year.bank_holidays:
        what = f"post {one.post.id}" if one.post else "begins"
        yield _row("bank holiday", one.day, one.day, what=one.name, campaigns=[one.campaign], details=what)
    if year.pause:
        yield _row("pause", year.pause.first, year.pause.last, what="new posts", details=year.pause.why)
    for one in year.kept_back:
        what = f"post {one.post.id}" if one.post else ""
        yield _row("kept back by the pause", one.day, one.day, what=what, campaigns=[one.campaign], details=one.name)

    for run in year.called_off:
        details = f"called off on {run.run.called_off}"
        yield _row("run that was called off", run.run.first, run.run.last, campaigns=[run.campaign], details=details)


def _services(year: Year, language: str) -> Iterator[Cells]:
    for service in year.paused_services:
        yield _row("service that is paused", what=in_language(service.name, language), details=service.id)
    for service in year.never_promoted:
        yield _row("service that no campaign leads to", what=in_language(service.name, language), details=service.id)
    for gap in year.help_gaps:
        yield _row(
            "crime without a service of its own",
            what=in_language(gap.term.name, language),
            state="no help" if gap.found == "none" else "help after any crime",
            details=gap.for_whom(year.edition, language) or "anyone, everywhere",
        )


def _awareness(year: Year) -> Iterator[Cells]:
    part = "awareness date that no campaign uses"
    for falls in year.unused:
        what = falls.what
        details = f"{what.certainty}: {what.rule}"
        yield _row(
            part, falls.first, falls.last, what=what.name, state=falls.how_sure, details=details, source=what.source
        )
    for what in year.not_announced:
        details = f"{what.certainty}: {what.rule}"
        yield _row(part, what=what.name, state="not announced", details=details, source=what.source)
