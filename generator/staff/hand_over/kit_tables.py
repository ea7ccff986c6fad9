"""An edition, its settings -> the tables of a kit: what ends, is due and comes, who vouched for it, what must stay.

They are for staff, and say nothing of a place that the public may not see.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator import urls
from generator.edition import Edition
from generator.l10n.formats import moment
from generator.model.fields.text import in_language
from generator.model.service import Service
from generator.settings import Settings
from generator.site.exports.identifiers import Identifiers
from generator.site.feeds.all_feeds import every_feed
from generator.staff.planning.checks_due import named, oldest_check
from generator.staff.planning.runs import a_year_from, planned_runs, posts_of

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KitTable:
    """One table of the kit, and what it is for."""

    name: str
    about: str
    columns: Row
    rows: Sequence[Row]
    has_numbers: bool = False
    """Whether a spreadsheet would take what stands in it for numbers, and drop their zeros."""


@dataclass(frozen=True, slots=True)
class Vouched:
    """All that one person or team made sure of, or let go out."""

    who: str
    days: list[date] = field(default_factory=list)
    what: dict[str, int] = field(default_factory=dict)


class KitTables:
    """What a kit says in tables."""

    def __init__(self, edition: Edition, settings: Settings) -> None:
        self.edition = edition
        self.settings = settings
        self.catalogue = edition.catalogue

    @property
    def every(self) -> tuple[KitTable, ...]:
        """All of them, in the order in which somebody needs them."""
        return (
            KitTable(
                "contracts.csv",
                "which services have a contract, who pays, and when it ends",
                ("ends", "may be extended to", "service", "id", "paid by"),
                self.contracts,
            ),
            KitTable(
                "checks.csv",
                "who made sure of each service and contact, when, and when the next check is due",
                ("due", "service", "id", "what", "checked on", "by", "how"),
                self.checks,
            ),
            KitTable(
                "campaigns.csv",
                "the campaigns of the next twelve months: days, who confirmed them, posts to come",
                ("from", "to", "campaign", "id", "confirmed by", "confirmed on", "signed off by", "posts to come"),
                self.campaigns,
            ),
            KitTable(
                "vouched.csv",
                "who vouched for what until today",
                ("who", "first day", "last day", "what"),
                self.vouched,
            ),
            KitTable(
                "addresses.csv",
                "addresses that others have saved: feeds, open data, and old ones that lead on",
                ("what", "address", "leads to"),
                self.addresses,
            ),
            KitTable(
                "ids.csv",
                "the ids that others know: of services, organisations and posts. None of them may change",
                ("kind", "id", "known to others as", "since"),
                self.ids,
            ),
            KitTable(
                "retired.csv",
                "numbers and addresses that have ended, and that the site never shows again",
                ("what", "was", "of", "ended on", "in its place", "source"),
                self.retired,
                has_numbers=True,
            ),
        )

    def say(self, text: str | None) -> str:
        """A text of a record in the site's language."""
        return in_language(text, self.settings.language) if text else ""

    @cached_property
    def _open(self) -> tuple[Service, ...]:
        return tuple(one for one in self.catalogue.services if not self.edition.is_closed(one))

    @cached_property
    def contracts(self) -> tuple[Row, ...]:
        """Each open service that somebody pays for, the first to end first; those without a day last."""
        paid = [one for one in self._open if one.contract_until or one.commissioned_by]
        paid.sort(key=lambda one: (one.contract_until or date.max, one.id))
        names = self.catalogue.organisations
        return tuple(
            (
                _day(one.contract_until),
                _day(one.contract_extension),
                self.say(one.name),
                one.id,
                ", ".join(self.say(names[payer].name) for payer in one.commissioned_by),
            )
            for one in paid
        )

    @cached_property
    def checks(self) -> tuple[Row, ...]:
        """A row for each check of an open service, the first due first; what nobody ever checked stands at the top."""
        found = [(due or date.min, row) for one in self._open for due, row in self._checks_of(one)]
        return tuple(row for _, row in sorted(found, key=lambda one: one[0]))

    def _checks_of(self, service: Service) -> Iterator[tuple[date | None, Row]]:
        checks = [("the service", service.checked)]
        checks += [(named(contact), contact.checked) for contact in service.contact if contact.checked]
        checks += [(f"point {number}", one.checked) for number, one in enumerate(service.points, 1) if one.checked]
        if service.checked is None and oldest_check(self.edition, service):
            checks = checks[1:]
        for what, check in checks:
            due = self.edition.due_after(service, check) if check else None
            made = (_day(check.on), self.say(check.by), self.say(check.how)) if check else ("", "", "")
            yield due, (_day(due), self.say(service.name), service.id, what, *made)

    @cached_property
    def campaigns(self) -> tuple[Row, ...]:
        """Each run with a day in the next twelve months."""
        now = self.edition.now
        return tuple(
            (
                _day(one.run.first),
                _day(one.run.last),
                self.say(one.campaign.title),
                one.campaign.id,
                self.say(one.run.confirmed.by) if one.run.confirmed else "nobody yet: nothing of it goes out",
                _day(one.run.confirmed.on) if one.run.confirmed else "",
                self.say(one.run.signed_off.by) if one.run.signed_off else "",
                str(sum(post.at > now for post in posts_of(one.campaign, one.run))),
            )
            for one in planned_runs(self.edition, a_year_from(self.edition.today))
        )

    @cached_property
    def vouched(self) -> tuple[Row, ...]:
        """A row for each person or team, the last to vouch for something first."""
        found: dict[str, Vouched] = {}
        for who, day, what in self._vouching():
            one = found.setdefault(who, Vouched(who))
            one.days.append(day)
            one.what[what] = one.what.get(what, 0) + 1
        last_first = sorted(found.values(), key=lambda one: (-max(one.days).toordinal(), one.who))
        return tuple(
            (
                one.who,
                _day(min(one.days)),
                _day(max(one.days)),
                ", ".join(f"{what}: {number}" for what, number in one.what.items()),
            )
            for one in last_first
        )

    def _vouching(self) -> Iterator[tuple[str, date, str]]:
        for service in self.catalogue.services:
            for check in filter(None, (service.checked, *(one.checked for _, one in service.ways))):
                yield self.say(check.by), check.on, "services and contacts checked"
            for point in service.points:
                if point.checked:
                    yield self.say(point.checked.by), point.checked.on, "points checked"
        for campaign in self.catalogue.campaigns:
            for run in campaign.runs:
                if run.confirmed:
                    yield self.say(run.confirmed.by), run.confirmed.on, "dates of campaigns confirmed"
                if run.signed_off:
                    yield self.say(run.signed_off.by), run.signed_off.on, "words of campaigns signed off"

    @cached_property
    def addresses(self) -> tuple[Row, ...]:
        """Each feed and file of data that somebody may have saved, in each language; and old addresses of pages."""
        found: list[Row] = []
        for settings in self.settings.in_each_language():
            feeds = [one.path for one in every_feed(self.edition, settings) if one.path.startswith(urls.FEEDS)]
            found += [("feed", settings.absolute(path), "") for path in feeds]
            open_data = (urls.DATA, urls.ORUK, urls.DATA_JSON)
            found += [("open data", settings.absolute(path), "") for path in open_data]
            for campaign in self.catalogue.campaigns:
                now = settings.absolute(urls.campaign(campaign.id))
                found += [("page moved", settings.absolute(urls.campaign(was)), now) for was in campaign.was]
            for service in self.catalogue.services:
                if service.replaced_by and self.edition.is_closed(service):
                    heir = settings.absolute(urls.service(service.replaced_by))
                    found.append(("service ended", settings.absolute(urls.service(service.id)), heir))
        return tuple(found)

    @cached_property
    def ids(self) -> tuple[Row, ...]:
        """Each record that others know by an id, and that id, in each language."""
        found: list[Row] = []
        ledger = self.catalogue.ledger
        for settings in self.settings.in_each_language():
            ids = Identifiers(settings.feeds.owner, settings.tag)
            found += [("service", one.id, ids.of("service", one.id), "") for one in self.catalogue.public_services]
            found += [("organisation", one, ids.of("organization", one), "") for one in self.catalogue.organisations]
            tag = f"tag:{settings.feeds.owner}:post:{settings.tag}{':' if settings.tag else ''}"
            found += [
                ("post that went out", row.post, f"{tag}{row.post}", moment(row.published))
                for row in (ledger.rows if ledger else ())
            ]
        return tuple(found)

    @cached_property
    def retired(self) -> tuple[Row, ...]:
        """What has ended for good."""
        say = self.say
        numbers = self.catalogue.retired_numbers
        return (
            *(("number", say(one.number), say(one.was), "", "", say(one.source)) for one in numbers),
            *(
                ("address", say(one.address), say(one.was), _day(one.ended_on), one.replaced_by or "", say(one.source))
                for one in self.catalogue.retired_addresses
            ),
        )


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
