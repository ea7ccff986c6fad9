"""The public table -> tables for spreadsheets: services, ways to reach them, places, campaigns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from generator import urls
from generator.l10n.formats import hours as hours_in_words
from generator.model.contact import WAYS
from generator.model.fields.hours import Hours
from generator.model.service import Known
from generator.model.vocabulary import ANY_CRIME
from generator.site.exports.public_table import PublicTable, Status, Whereabouts
from generator.site.exports.ways import Ways, as_uri

STATES: tuple[str, ...] = get_args(Status)
WHEREABOUTS: tuple[str, ...] = get_args(Whereabouts)
Cells = Sequence[str]


@dataclass(frozen=True, slots=True)
class DataColumn:
    """One column. Programs know it by its name, so it has the same in every language."""

    name: str
    kind: str = "string"
    """string, uuid, date, integer or uri."""
    required: bool = False
    among: tuple[str, ...] = ()
    """All that may stand in it."""


@dataclass(frozen=True, slots=True)
class DataTable:
    """One table: its file without the ending, what it is, its columns, which of them no two rows share, its rows."""

    name: str
    title: str
    columns: Sequence[DataColumn]
    key: Sequence[str]
    rows: Callable[[], Iterator[Cells]]


def data_tables(table: PublicTable) -> tuple[DataTable, ...]:
    """Every table of one edition."""
    tables, _ = Tables(table), table.words.gettext
    identity = (DataColumn("service_id", "uuid", required=True), DataColumn("service", required=True))
    return (
        DataTable(
            "services",
            _("Services"),
            (
                DataColumn("id", "uuid", required=True),
                DataColumn("record", required=True),
                DataColumn("name", required=True),
                DataColumn("status", required=True, among=STATES),
                *map(DataColumn, ("kinds", "organisation", "summary", "helps_with", "audiences")),
                DataColumn("age_from", "integer"),
                DataColumn("age_to", "integer"),
                *map(DataColumn, ("not_for", "areas", "cost")),
                DataColumn("report_needed", required=True, among=get_args(Known)),
                DataColumn("languages"),
                DataColumn("location", required=True, among=WHEREABOUTS),
                DataColumn("checked_on", "date"),
                DataColumn("page", "uri", required=True),
            ),
            ("id",),
            tables.services,
        ),
        DataTable(
            "contacts",
            _("Ways to reach services"),
            (
                DataColumn("id", "uuid", required=True),
                *identity,
                DataColumn("way", required=True, among=WAYS),
                *map(DataColumn, ("label", "number")),
                DataColumn("link", required=True),
                *map(DataColumn, ("hours", "hours_in_words")),
                DataColumn("free", required=True, among=("yes", "no")),
                *map(DataColumn, ("languages", "note", "through")),
                DataColumn("checked_on", "date", required=True),
            ),
            ("id",),
            tables.contacts,
        ),
        DataTable(
            "places",
            _("Places to go"),
            (
                DataColumn("id", "uuid", required=True),
                *identity,
                DataColumn("place", required=True),
                *map(DataColumn, ("address", "postcode", "area", "hours", "hours_in_words")),
                DataColumn("by_arrangement", required=True, among=("yes", "no")),
                DataColumn("checked_on", "date"),
            ),
            ("id",),
            tables.places,
        ),
        DataTable(
            "campaigns",
            _("Campaigns"),
            (
                DataColumn("id", required=True),
                DataColumn("title", required=True),
                DataColumn("summary", required=True),
                DataColumn("about"),
                DataColumn("from", "date", required=True),
                DataColumn("to", "date", required=True),
                DataColumn("page", "uri", required=True),
            ),
            ("id", "from"),
            tables.campaigns,
        ),
    )


class Tables:
    """The rows of each. One fact a cell, on one line; several values with "; " between."""

    def __init__(self, table: PublicTable) -> None:
        self.table = table
        self.ways = Ways(table)

    def services(self) -> Iterator[Cells]:
        """A row for each service."""
        catalogue = self.table.catalogue
        vocabulary = catalogue.vocabulary
        any_crime = self.table.words.gettext("Any crime")
        for row in self.table.services:
            service = row.service
            ages = service.who.ages
            crimes = [any_crime if one == ANY_CRIME else vocabulary.crimes[one].name for one in service.helps_with]
            yield (
                row.id,
                service.id,
                self._line(service.name),
                row.status,
                self._all(vocabulary.kinds[one].name for one in service.every_kind),
                self._line(catalogue.organisations[service.organisation].name),
                self._line(service.summary),
                self._all(crimes),
                self._all(vocabulary.audiences[one].name for one in service.who.audiences),
                "" if ages is None or ages.first is None else str(ages.first),
                "" if ages is None or ages.last is None else str(ages.last),
                self._line(service.who.not_for or ""),
                self._all(catalogue.areas[one].name for one in catalogue.areas_of(service)),
                self._line(service.cost or ""),
                service.report_needed,
                "; ".join(service.languages),
                row.location,
                row.check.on.isoformat() if row.check else "",
                self.table.settings.absolute(urls.service(service.id)),
            )

    def contacts(self) -> Iterator[Cells]:
        """A row for each way to reach each service, those of places too."""
        for row in self.table.services:
            name = self._line(row.service.name)
            for way, parent, check in self.table.every_way(row):
                through = "" if way.of is row.service else self.table.say(way.of.name)
                said = self.ways.described(way.contact, through=through or None, rest_of=way.open_when_closed)
                contact = way.contact
                number = contact.number
                yield (
                    self.ways.id(parent, "phone" if number else "contact", said),
                    row.id,
                    name,
                    contact.way,
                    self._line(contact.label or ""),
                    number.shown if number else "",
                    str(contact.link) if number or contact.email else as_uri(self.table.say(contact.link)),
                    _typed(contact.hours),
                    self.ways.in_words(said),
                    "yes" if contact.is_free else "no",
                    "; ".join(contact.languages),
                    self._line(contact.note or ""),
                    self._line(through),
                    check.on.isoformat(),
                )

    def places(self) -> Iterator[Cells]:
        """A row for each place that everyone may know of, as far as they may."""
        language, say = self.table.settings.language, self.table.words.gettext
        for row in self.table.services:
            for spot in row.spots:
                place, full = spot.place, spot.show == "full"
                check = spot.check or row.check
                yield (
                    self.table.meeting_id(row, spot),
                    row.id,
                    self._line(row.service.name),
                    self._line(place.name),
                    self._line(place.address or "") if full else "",
                    str(place.postcode or "") if full else "",
                    self._line(self.table.catalogue.areas[place.area].name) if place.area else "",
                    _typed(spot.hours),
                    hours_in_words(spot.hours, language, say) if spot.hours else "",
                    place.by_arrangement,
                    check.on.isoformat() if check else "",
                )

    def campaigns(self) -> Iterator[Cells]:
        """A row for each time that a campaign happens."""
        crimes = self.table.catalogue.vocabulary.crimes
        for campaign in self.table.campaigns:
            about = self._all(crimes[one].name for one in campaign.about if one in crimes)
            for run in self.table.edition.published_runs(campaign):
                yield (
                    campaign.id,
                    self._line(campaign.title),
                    self._line(campaign.summary),
                    about,
                    run.first.isoformat(),
                    run.last.isoformat(),
                    self.table.settings.absolute(urls.campaign(campaign.id)),
                )

    def _line(self, text: str) -> str:
        return " ".join(self.table.say(text).split())

    def _all(self, texts: Iterator[str] | Sequence[str]) -> str:
        return "; ".join(map(self._line, texts))


def _typed(hours: Hours | None) -> str:
    """Hours as OpenStreetMap writes them, with a day in front: Excel takes 24/7 for a day in July, 9:30 for a time."""
    if hours is None:
        return ""
    text = hours.right_form
    if hours.always:
        return "Mo-Su,PH 00:00-24:00"
    return f"Mo-Su {text}" if text[0].isdigit() else text
