"""A way to reach a service -> what Open Referral says of it: a phone, a contact in words, the hours of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from generator.l10n.calendar_words import language_name
from generator.l10n.formats import hours as hours_in_words
from generator.model.contact import Contact
from generator.model.fields.hours import Hours
from generator.site.exports.exact_words import exact_way
from generator.site.exports.oruk_parts import OrukContact, OrukLanguage, OrukPhone, OrukSchedule
from generator.site.exports.public_table import PublicTable
from generator.site.exports.schedules import Row, schedule_rows

PHONE_TYPES = {"phone": "voice", "text": "text", "textphone": "textphone"}
AN_END = re.compile(r"[.!?…:]\W{0,9}$")


@dataclass(frozen=True, slots=True)
class DescribedWay:
    """One way to reach a service, in the words of the table's language."""

    contact: Contact
    name: str
    """What it is called: its label, or what kind of way it is."""
    kind: str
    """What kind of way it is: Phone, Text message."""
    says: tuple[str, ...]
    """Sentences: through whom, what it costs, a note."""
    hours: Hours | None
    rest_of: Hours | None
    """The hours of the line for which this one stands in."""
    through: str | None

    @property
    def shown(self) -> str:
        """The number, or the address."""
        return self.contact.number.shown if self.contact.number else self.contact.link.removeprefix("mailto:")


class Ways:
    """What a table says of ways to reach a service."""

    def __init__(self, table: PublicTable) -> None:
        self.table = table
        _ = table.words.gettext
        kinds = {
            "phone": _("Phone"),
            "text": _("Text message"),
            "textphone": _("Textphone"),
            "chat": _("Live chat"),
            "form": _("Online form"),
            "website": _("Website"),
            "email": _("E-mail address"),
        }
        self.kinds = {way: kind.rstrip(": ") for way, kind in kinds.items()}  # some stand before a number on pages

    def described(self, contact: Contact, *, through: str | None = None, rest_of: Hours | None = None) -> DescribedWay:
        """A way with its words.

        Args:
            contact: the way.
            through: the name of the other service, where people come through that.
            rest_of: the hours of the line for which it stands in.
        """
        kind = self.kinds[contact.way]
        name = self.table.say(contact.label) if contact.label else kind
        price = self._price(contact)
        note = self.table.say(contact.note) if contact.note else ""
        says = tuple(one for one in (through or "", price, note) if one)
        return DescribedWay(contact, name, kind, says, contact.hours, rest_of, through)

    def _price(self, contact: Contact) -> str:
        _ = self.table.words.gettext
        if contact.is_local_rate:
            return _("Costs the same as a call to an 01 or 02 number.")
        if not contact.is_free:
            return ""
        return _("Free to text.") if contact.text else _("Free to call.")

    def in_words(self, way: DescribedWay) -> str:
        """When it is open, as its page says it."""
        words, language = self.table.words, self.table.settings.language
        if way.hours:
            return hours_in_words(way.hours, language, words.gettext)
        if way.rest_of and way.contact.when_closed:
            said = words.gettext("Open when this is closed: %(line)s.")
            return said % {"line": self.table.say(way.contact.when_closed)}
        return ""

    def phones(self, parent: str, ways: Iterable[DescribedWay]) -> list[OrukPhone]:
        """Each number once."""
        found: dict[str, OrukPhone] = {}
        for way in ways:
            if way.contact.number:
                phone: OrukPhone = {
                    "id": self.id(parent, "phone", way),
                    "number": way.shown,
                    "type": PHONE_TYPES[way.contact.way],
                    "description": sentences(way.name, *way.says, self.in_words(way)),
                    "x_waymark": {"free": way.contact.is_free},
                }
                if way.contact.languages:
                    phone["languages"] = self.languages(phone["id"], way.contact.languages)
                if way.through:
                    phone["x_waymark"]["through"] = way.through
                found.setdefault(phone["id"], phone)
        return list(found.values())

    def contacts(self, parent: str, ways: Iterable[DescribedWay]) -> list[OrukContact]:
        """Each way once, in words."""
        found: dict[str, OrukContact] = {}
        for way in ways:
            contact: OrukContact = {
                "id": self.id(parent, "contact", way),
                "name": way.name,
                "title": _title(way),
                "x_waymark": exact_way(self.table, way.contact, way.through),
            }
            if way.contact.email:
                contact["email"] = str(way.contact.email)
            found.setdefault(contact["id"], contact)
        return list(found.values())

    def schedules(self, parent: str, ways: Iterable[DescribedWay]) -> list[OrukSchedule]:
        """The hours of each way, of all that have the same once; no row where nobody knows them."""
        together: dict[tuple[Hours, str], dict[str, DescribedWay]] = {}
        for way in ways:
            if hours := way.hours or way.rest_of:
                contact = self.id(parent, "phone" if way.contact.number else "contact", way)
                together.setdefault((hours, self.in_words(way)), {}).setdefault(contact, way)
        found: list[OrukSchedule] = []
        for (hours, words), some in together.items():
            closed = any(not way.hours for way in some.values())
            names = "; ".join(dict.fromkeys(f"{way.shown}, {way.name}" for way in some.values()))
            rows = schedule_rows(hours, self.table.edition.today, while_closed=closed)
            made = self._rows(parent, next(iter(some)), rows, f"{names}: {words}")
            for row in made:
                row["attending_type"] = ", ".join(dict.fromkeys(way.contact.way for way in some.values()))
                row["x_waymark"] = {"contacts": list(some)}
            found += made
        return found

    def hours_of_a_place(self, parent: str, hours: Hours) -> list[OrukSchedule]:
        """When somebody of a service is at a place."""
        said = hours_in_words(hours, self.table.settings.language, self.table.words.gettext)
        rows = self._rows(parent, "", schedule_rows(hours, self.table.edition.today), said)
        for row in rows:
            row["attending_type"] = "in-person"
        return rows

    def _rows(self, parent: str, contact: str, rows: Sequence[Row], said: str) -> list[OrukSchedule]:
        """Rows with their ids. The words stand once, in the last: that holds on and on, unless only holidays do."""
        found = []
        for row in rows:
            says = (row["byday"], row["opens_at"], row["closes_at"], row.get("valid_from", ""))
            made: OrukSchedule = {
                "id": self.table.ids.part(parent, "schedule", contact, *says),
                "freq": "WEEKLY",
                "byday": row["byday"],
                "opens_at": row["opens_at"],
                "closes_at": row["closes_at"],
            }
            if "valid_from" in row:
                made["valid_from"] = row["valid_from"]
            if "valid_to" in row:
                made["valid_to"] = row["valid_to"]
            else:
                made["description"] = said
            found.append(made)
        if found:
            found[-1]["description"] = said
        return found

    def languages(self, parent: str, codes: Iterable[str]) -> list[OrukLanguage]:
        """Languages, by name and code."""
        names = {code: self.table.say(language_name(code, self.table.settings.language)) for code in codes}
        return [
            {"id": self.table.ids.part(parent, "language", code), "name": name, "code": code}
            for code, name in names.items()
        ]

    def id(self, parent: str, kind: str, way: DescribedWay) -> str:
        """The id of a way: of what it is and what it is called in the authors' first words."""
        contact = way.contact
        return self.table.ids.part(parent, kind, contact.way, str(contact.link), str(contact.label or ""))


def _title(way: DescribedWay) -> str:
    """A number comes first; an address last, without a full stop behind it that would belong to it."""
    if way.contact.number:
        return sentences(f"{way.kind} {way.shown}", *way.says)
    return " ".join([*map(sentences, way.says), f"{way.kind}: {way.shown}"])


def sentences(*texts: str) -> str:
    """Texts as sentences, one behind the other."""
    return " ".join(text if AN_END.search(text) else f"{text}." for text in map(str.strip, texts) if text)


def as_uri(link: str) -> str:
    """A web address as machines want it: in ASCII alone."""
    if link.isascii():
        return link
    scheme, _, rest = link.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host.encode('idna').decode()}{slash}{quote(path, safe='%/:=&?~#+!$,;@()*[]')}"
