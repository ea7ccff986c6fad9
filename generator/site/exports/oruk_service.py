"""One row of the public table -> its records in Open Referral: the whole service, its row in a list, its places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from generator import urls
from generator.l10n.formats import ages, day, says_a_number
from generator.model.fields.text import Links
from generator.model.place import Organisation
from generator.site.exports.exact_words import exact_service
from generator.site.exports.oruk_models import (
    OrukAttribute,
    OrukIdentifier,
    OrukOrganization,
    OrukOrganizationRow,
    OrukService,
    OrukServiceRow,
)
from generator.site.exports.oruk_parts import OrukArea, OrukCost, OrukUrl
from generator.site.exports.oruk_places import OrukPlaces
from generator.site.exports.public_table import PublicService, PublicTable
from generator.site.exports.taxonomies import Taxonomies
from generator.site.exports.ways import DescribedWay, Ways, as_uri, sentences


class OrukRecords:
    """What a table says in the words of Open Referral."""

    def __init__(self, table: PublicTable, taxonomies: Taxonomies) -> None:
        self.table = table
        self.ways = Ways(table)
        self.taxonomies = taxonomies
        self.places = OrukPlaces(self.ways)

    def service(self, row: PublicService) -> OrukService:
        """The whole record of a service."""
        service, ways = row.service, self._described(row)
        made = cast(OrukService, dict(self.service_row(row)))
        made["x_waymark"] = exact_service(self.table, row, made["x_waymark"])
        made["description"] = self._description(row, ways)
        if service.also_known_as:
            made["alternate_name"] = "; ".join(map(self.table.say, service.also_known_as))
        made["additional_urls"] = self._urls(row, ways, made.get("url"))
        made["eligibility_description"] = self._who(row)
        self._how(row, made)
        if phones := self.ways.phones(row.id, ways):
            made["phones"] = phones
        if contacts := self.ways.contacts(row.id, ways):
            made["contacts"] = contacts
        if schedules := self.ways.schedules(row.id, ways):
            made["schedules"] = schedules
        made["service_areas"] = list(self._areas(row))
        if meetings := [self.places.meeting(row, spot) for spot in row.spots]:
            made["service_at_locations"] = meetings
        if service.languages:
            made["languages"] = self.ways.languages(row.id, service.languages)
        if service.commissioned_by:
            names = (self.table.say(self.table.catalogue.organisations[one].name) for one in service.commissioned_by)
            made["funding"] = [{"id": self.table.ids.part(row.id, "funding", one), "source": one} for one in names]
        made["attributes"] = self._attributes(row)
        return made

    def service_row(self, row: PublicService) -> OrukServiceRow:
        """The same as a list has it: nothing of which there may be several."""
        service, say = row.service, self.table.say
        made: OrukServiceRow = {
            "id": row.id,
            "organization_id": self.table.organisations[service.organisation][0],
            "name": say(service.name),
            "status": row.status,
            "description": say(service.summary),
            "organization": self.organization_row(service.organisation),
            "x_waymark": {"id": service.id, "language": self.table.settings.language, "location": row.location},
        }
        if site := next((way.contact.website for way in row.ways if way.contact.website and way.of is service), None):
            made["url"] = as_uri(say(site))
        if email := next((way.contact.email for way in row.ways if way.contact.email), None):
            made["email"] = str(email)
        if alert := self._alert(row):
            made["alert"] = alert
        if row.check:
            made["assured_date"] = row.check.on.isoformat()
            if self.table.settings.office.corrections:
                made["assurer_email"] = self.table.settings.office.corrections
        if row.changed_on:
            made["last_modified"] = f"{row.changed_on.isoformat()}T00:00:00Z"
        if service.who.ages and service.who.ages.first is not None:
            made["minimum_age"] = service.who.ages.first
        if service.who.ages and service.who.ages.last is not None:
            made["maximum_age"] = service.who.ages.last
        extra = made["x_waymark"]
        if service.report_needed != "unknown":
            extra["report_needed"] = service.report_needed
        if other := next((way.of for way in row.ways if way.of is not service), None):
            extra["reached_through"] = self.table.ids.of("service", other.id)
        if row.replaced_by:
            extra["replaced_by"] = self.table.ids.of("service", row.replaced_by.id)
        return made

    def organization_row(self, name: str) -> OrukOrganizationRow:
        """A body, as a list has it. What nobody wrote about it is its name: the field is required."""
        uuid, organisation = self.table.organisations[name]
        called = self.table.say(organisation.name)
        made: OrukOrganizationRow = {
            "id": uuid,
            "name": called,
            "description": self.table.say(organisation.about) if organisation.about else called,
        }
        if organisation.website:
            made["website"] = as_uri(self.table.say(organisation.website))
        return made

    def organization(self, name: str) -> OrukOrganization:
        """The same with its numbers in registers."""
        uuid, organisation = self.table.organisations[name]
        made = cast(OrukOrganization, dict(self.organization_row(name)))
        if numbers := list(self._registers(uuid, organisation)):
            made["organization_identifiers"] = numbers
        return made

    def _registers(self, parent: str, organisation: Organisation) -> Iterator[OrukIdentifier]:
        _ = self.table.words.gettext
        for scheme, kind, number in (
            ("GB-CHC", _("Charity number"), organisation.charity),
            ("GB-COH", _("Company number"), organisation.company),
        ):
            if number:
                yield {
                    "id": self.table.ids.part(parent, scheme, str(number)),
                    "identifier_type": kind,
                    "identifier_scheme": scheme,
                    "identifier": self.table.say(number),
                }

    # What a service says

    def _described(self, row: PublicService) -> list[DescribedWay]:
        found = []
        for way in row.ways:
            through = None if way.of is row.service else self.table.say(way.of.name)
            found.append(self.ways.described(way.contact, through=through, rest_of=way.open_when_closed))
        return found

    def _description(self, row: PublicService, ways: list[DescribedWay]) -> str:
        service, _ = row.service, self.table.words.gettext
        numbers = dict.fromkeys(f"{way.kind} {way.shown}" for way in ways if way.contact.number)
        parts = [self.table.say(service.summary)]
        if service.about:
            parts.append(self.table.say(service.about))
        if service.by_when and row.status != "defunct":
            parts.append(f"{_('There is a time limit:')} {self.table.say(service.by_when)}")
        if row.location == "withheld":
            parts.append(_("Where this service is stays private."))
        if numbers:
            parts.append(sentences("; ".join(numbers)))
        return "\n\n".join(parts)

    def _alert(self, row: PublicService) -> str:
        service, _ = row.service, self.table.words.gettext
        says = []
        if row.status == "defunct":
            closed_on = service.closed_on
            ended = day(closed_on, self.table.settings.language) if closed_on else ""
            says.append(
                _("This service closed on %(day)s.") % {"day": ended} if ended else _("This service has closed.")
            )
            if row.replaced_by:
                says.append(f"{_('This one took over:')} {self.table.say(row.replaced_by.name)}")
        elif row.status == "temporarily closed":
            says.append(_("This service is not taking new people at the moment."))
        elif row.status == "inactive":
            says.append(_("This service has not started yet."))
        if row.is_old and row.check:
            if any(way.contact.phone for way in row.ways):
                last = day(row.check.on, self.table.settings.language)
                says.append(_("These details were last checked on %(day)s. Call first.") % {"day": last})
            else:  # nobody can call first what has no number
                says.append(_("Nobody has checked these details for a long time. They may have changed."))
        return sentences(*says)

    def _urls(self, row: PublicService, ways: list[DescribedWay], own: str | None) -> list[OrukUrl]:
        """Its page here, and every web address by which it is reached, but for the one that is its own."""
        page = self.table.settings.absolute(urls.service(row.service.id))
        found = {page: self.table.words.gettext("Page in this directory")}
        for way in ways:
            link = way.contact.chat or way.contact.form or way.contact.website
            for one in link.every if isinstance(link, Links) else [link] if link else []:
                found.setdefault(as_uri(one), way.name)
        found.pop(own or "", None)
        return [
            {"id": self.table.ids.part(row.id, "url", link), "label": label, "url": link}
            for link, label in found.items()
        ]

    def _who(self, row: PublicService) -> str:
        who, say, words = row.service.who, self.table.say, self.table.words
        audiences = self.table.catalogue.vocabulary.audiences
        says = [say(who.text) if who.text else ", ".join(say(audiences[one].name) for one in who.audiences)]
        if who.ages and not (who.text and says_a_number(who.text)):
            said = ages(who.ages, words.gettext)
            says.append(f"{said[:1].upper()}{said[1:]}")
        if who.not_for:
            says.append(f"{say(words.guarded('Not for:'))} {say(who.not_for)}")
        return sentences(*says)

    def _how(self, row: PublicService, made: OrukService) -> None:
        """How to come to it, in which languages, at what cost, and what quality marks it holds."""
        service, say, _ = row.service, self.table.say, self.table.words.gettext
        routes = "; ".join(self.taxonomies.routes[one] for one in self.table.edition.routes(service))
        first = say(service.first_step) if service.first_step and row.status != "defunct" else ""
        if process := sentences(first, f"{routes[:1].upper()}{routes[1:]}"):
            made["application_process"] = process
        if service.interpreters != "unknown":
            made["interpretation_services"] = {
                "yes": _("There are interpreters."),
                "no": _("There are no interpreters."),
                "depends": _("Interpreters: it depends. Ask them."),
            }[service.interpreters]
        if service.marks:
            marks = self.table.catalogue.vocabulary.marks
            made["accreditations"] = "; ".join(say(marks[one].name) for one in service.marks)
        if service.cost:
            free = service.cost == "free"
            said = _("It is free.") if free else say(service.cost)
            made["fees_description"] = said
            cost: OrukCost = {"id": self.table.ids.part(row.id, "cost", str(service.cost)), "amount_description": said}
            if free:
                cost |= {"amount": 0, "currency": "GBP"}
            made["cost_options"] = [cost]

    def _areas(self, row: PublicService) -> Iterator[OrukArea]:
        for area in self.table.catalogue.areas_of(row.service):
            name = self.table.say(self.table.catalogue.areas[area].name)
            uuid = self.table.ids.part(row.id, "area", area)
            yield {"id": uuid, "name": name, "service_area": name, "extent_type": "text"}

    def _attributes(self, row: PublicService) -> list[OrukAttribute]:
        found: list[OrukAttribute] = []
        for says, term in self.taxonomies.of(row.service):
            uuid = self.table.ids.part(row.id, "attribute", says, term["code"])
            found.append(
                {
                    "id": uuid,
                    "link_id": row.id,
                    "link_type": says,
                    "taxonomy_term_id": term["id"],
                    "taxonomy_term": term,
                }
            )
        return found
