"""Open Referral's flat files (services.csv, phones.csv and what stands beside them) -> one table, one row a service.

The Human Services Data Specification, on which Open Referral UK rests, keeps each kind of thing in a file of its own: a
phone number names its service by an id. Its field names are those of docs.openreferral.org, version 3; what versions 1
and 2, and Open Referral UK 1, call otherwise is known too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.diagnostics import quoted
from generator.staff.spreadsheets.columns import BY_FIELD
from generator.staff.spreadsheets.table import Cell, Table, counted

MARKS = ({"id", "organization_id", "name"}, {"id", "organisation_id", "name"})
"""Headings that the services of these files have."""
FILES: Mapping[str, tuple[str, ...]] = {
    "organization": ("organizations", "organization", "organisations", "organisation"),
    "phone": ("phones", "phone"),
    "contact": ("contacts", "contact"),
    "schedule": ("schedules", "schedule", "regular_schedules", "regular_schedule"),
    "location": ("locations", "location"),
    "at_location": ("service_at_locations", "service_at_location", "services_at_location"),
    "address": ("addresses", "address", "physical_addresses", "physical_address"),
    "language": ("languages", "language"),
    "area": ("service_areas", "service_area"),
    "cost": ("cost_options", "cost_option"),
    "eligibility": ("eligibilities", "eligibility"),
}
"""What each file may be called, without .csv."""
SERVICES = ("services", "service")
WAYS: Mapping[str, str] = {
    **dict.fromkeys(("", "voice", "landline", "cell", "mobile", "hotline", "telephone", "phone", "freephone"), "phone"),
    **dict.fromkeys(("sms", "text"), "text"),
    **dict.fromkeys(("tty", "tdd", "textphone", "minicom"), "textphone"),
}
"""The ways of ours for a type of phone; a fax or a pager has none."""
OURS: Mapping[str, str] = {
    "name": "name",
    "alternate_name": "also_known_as",
    "eligibility_description": "who.text",
    "minimum_age": "who.ages.from",
    "maximum_age": "who.ages.to",
    "fees_description": "cost",
    "fees": "cost",
    "application_process": "first_step",
}
"""Columns of services.csv that hold a field of ours as it is; of two for one field, the first that says something."""
READ = {*OURS, "id", "organization_id", "organisation_id", "description", "url", "email", "status"}
LONGEST_LABEL = 60
LONGEST_SUMMARY = 300
A_CLOCK = re.compile(r"(\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?")

BESIDE = tuple(name for names in FILES.values() for name in names)
"""The names, without .csv, of all that may stand beside the services."""
Records = Sequence[Mapping[str, str]]


@dataclass(frozen=True)
class _Files:
    """The records of each file, by what it holds."""

    by_kind: Mapping[str, Records]

    def of(self, kind: str, field: str, value: str) -> list[Mapping[str, str]]:
        """The records that name something by its id."""
        return [one for one in self.by_kind.get(kind, ()) if value and one.get(field) == value]


def is_open_referral(table: Table) -> bool:
    """Whether a table is the services of these files."""
    if not table.rows:
        return False
    headings = {cell.text.strip().lower() for cell in table.rows[0]}
    return any(marks <= headings for marks in MARKS) and "import_id" not in headings


def is_one_beside(table: Table) -> bool:
    """Whether a table is one of these files, but not that of the services."""
    headings = {cell.text.strip().lower() for cell in table.rows[0]} if table.rows else set()
    return "id" in headings and "name" not in headings and bool(headings & {"service_id", "location_id"})


def from_open_referral(services: Table, others: Mapping[str, Table]) -> Table:
    """One row a service, below headings of ours.

    Args:
        services: the table of services.
        others: the other tables, each by the name of its file without .csv.
    """
    files = _Files({kind: _records(others[name]) for kind, names in FILES.items() for name in names if name in others})
    told: dict[str, list[int]] = {}
    rows: list[dict[str, str]] = []
    for number, service in enumerate(_records(services), 2):
        if service.get("status", "").lower() in ("", "active"):
            made = _Row(service, files)
            rows.append(made.cells())
            notes = made.told
        else:
            rows.append({})
            notes = (
                [f"status is {quoted(service['status'])}, so the service was not taken"]
                if any(service.values())
                else []
            )
        for words in notes:
            told.setdefault(words, []).append(number)
    headings = list(dict.fromkeys([BY_FIELD["name"].heading, *(heading for row in rows for heading in row)]))
    made_rows = [tuple(Cell(row.get(heading, "")) for heading in headings) if row else () for row in rows]
    read = [name for names in FILES.values() for name in names if name in others]
    with_it = f"with {', '.join(f'{name}.csv' for name in read)} beside it" if read else "alone"
    first = f"This is a table of services in Open Referral's form. It was read {with_it}."
    said = (f"{words}: {counted('row', numbers)}." for words, numbers in told.items())
    return Table((tuple(map(Cell, headings)), *made_rows), (*services.told, first, *said))


def _records(table: Table) -> Records:
    names = [cell.text.strip().lower() for cell in table.rows[0]] if table.rows else []
    return [
        {
            name: " ".join(cell.text.split()) if name != "description" else cell.text.strip()
            for name, cell in zip(names, row, strict=False)
        }
        for row in table.rows[1:]
    ]


class _Row:
    """What all files say of one service."""

    def __init__(self, service: Mapping[str, str], files: _Files) -> None:
        self.service = service
        self.files = files
        self.id = service.get("id", "")
        self.told: list[str] = []
        self.links = files.of("at_location", "service_id", self.id)
        self.locations = [one for link in self.links for one in files.of("location", "id", link.get("location_id", ""))]
        self.contacts = files.of("contact", "service_id", self.id)

    def cells(self) -> dict[str, str]:
        """Each thing that is said, by the heading of its column."""
        service, found = self.service, dict[str, str]()
        for name, field in OURS.items():
            text = service.get(name, "").removesuffix(".0") if field.startswith("who.ages") else service.get(name, "")
            if text:
                found.setdefault(BY_FIELD[field].heading, text)
        owner = service.get("organization_id") or service.get("organisation_id", "")
        for one in self.files.of("organization", "id", owner):
            found[BY_FIELD["organisation"].heading] = one.get("name", "")
        found |= self._description()
        for one in self.files.of("eligibility", "service_id", self.id):
            found.setdefault(BY_FIELD["who.text"].heading, one.get("eligibility", ""))
        found |= self._lists()
        found |= self._ways()
        found |= self._places()
        return found | {name: text for name, text in service.items() if text and name not in READ}

    def _description(self) -> dict[str, str]:
        parts = [part for part in re.split(r"\n[^\S\n]*\n", self.service.get("description", "")) if part.strip()]
        whole = "\n\n".join(" ".join(part.split()) for part in parts)
        if len(parts) < 2 and len(whole) <= LONGEST_SUMMARY:
            return {BY_FIELD["summary"].heading: whole}
        first = " ".join(parts[0].split())
        if len(first) > LONGEST_SUMMARY:
            first = re.split(r"(?<=[.!?])\s", first, maxsplit=1)[0]
        return {BY_FIELD["summary"].heading: first, BY_FIELD["about"].heading: whole}

    def _lists(self) -> dict[str, str]:
        """What several records of another file say together."""
        spoken = [
            one.get("name") or one.get("language") or one.get("code", "")
            for one in self.files.of("language", "service_id", self.id)
        ]
        areas = [
            one.get("name") or one.get("service_area") or one.get("extent", "")
            for one in self.files.of("area", "service_id", self.id)
        ]
        prices = list(map(_price, self.files.of("cost", "service_id", self.id)))
        found = {"languages": "; ".join(filter(None, spoken)), "areas": "; ".join(filter(None, areas))}
        if not self.service.get("fees_description") and not self.service.get("fees"):
            found["cost"] = "; ".join(filter(None, prices))
        return {BY_FIELD[field].heading: text for field, text in found.items() if text}

    def _ways(self) -> dict[str, str]:
        """Its numbers, then its e-mail address and website; the hours stand beside the first."""
        ways = [*self._numbers()]
        ways += [("email", email, "", "") for email in dict.fromkeys(self._emails())]
        ways += [("website", link, "", "") for link in [self.service.get("url", "")] if link]
        found: dict[str, str] = {}
        for number, (way, to, label, note) in enumerate(ways, 1):
            said = {"way": way, "to": to, "label": label, "note": note}
            if number == 1:
                said["hours"], more = self._hours()
                said["note"] = " ".join(filter(None, (note, more)))
            found |= {BY_FIELD[f"contact.#.{name}"].called(number): text for name, text in said.items() if text}
        return found

    def _numbers(self) -> Iterator[tuple[str, str, str, str]]:
        of, own = self.files.of, self.id
        phones = [*of("phone", "service_id", own)]
        for field, records in (
            ("contact_id", self.contacts),
            ("service_at_location_id", self.links),
            ("location_id", self.locations),
        ):
            phones += [phone for one in records for phone in of("phone", field, one.get("id", ""))]
        seen = set()
        for phone in phones:
            way, number = WAYS.get(phone.get("type", "").lower()), phone.get("number", "")
            if not number or number in seen:
                continue
            seen.add(number)
            if way is None:
                self.told.append(f"a number of the type {quoted(phone['type'])} was not taken")
                continue
            label = " ".join(phone.get("description", "").split())
            extension = phone.get("extension", "")
            yield (
                way,
                number,
                label if len(label) <= LONGEST_LABEL else "",
                f"Ask for extension {extension}." if extension else "",
            )

    def _emails(self) -> list[str]:
        """Its own, else those of its contacts, who may be persons."""
        own = self.service.get("email", "")
        return [own] if own else [one["email"] for one in self.contacts if one.get("email")]

    def _hours(self) -> tuple[str, str]:
        """The times of each week; and the words about others, which are hours by themselves where there are none."""
        said, words = [], []
        owners = [("service_id", self.id), *(("service_at_location_id", one.get("id", "")) for one in self.links)]
        for schedule in [one for field, value in owners for one in self.files.of("schedule", field, value)]:
            days = schedule.get("byday") or schedule.get("weekday", "")
            opens, closes = (A_CLOCK.fullmatch(schedule.get(name, "")) for name in ("opens_at", "closes_at"))
            weekly = schedule.get("freq", "").upper() in ("", "WEEKLY") and schedule.get("interval", "") in ("", "1")
            if days and opens and closes and weekly and not schedule.get("valid_to"):
                said.append(f"{days} {opens[1]}-{closes[1]}")
            elif schedule.get("description"):
                words.append(" ".join(schedule["description"].split()))
            elif any(schedule.get(name) for name in ("byday", "weekday", "opens_at", "closes_at")):
                self.told.append("times that are not the same each week were not taken")
        told = "; ".join(dict.fromkeys(words))
        if not said:
            return told, ""
        return "; ".join(dict.fromkeys(said)), f"{told.rstrip('.')}." if told else ""

    def _places(self) -> dict[str, str]:
        found, left = dict[str, str](), dict[str, list[str]]()
        for number, location in enumerate(self.locations, 1):
            for name, text in location.items():
                if text and name not in ("id", "name", "organization_id", "location_type"):
                    left.setdefault(f"location {name}", []).append(text)
            said = {"name": location.get("name", ""), "address": "", "postcode": ""}
            for address in self.files.of("address", "location_id", location.get("id", ""))[:1]:
                lines = (address.get(name, "") for name in ("address_1", "address_2", "city", "state_province"))
                said |= {"address": ", ".join(filter(None, lines)), "postcode": address.get("postal_code", "")}
            found |= {BY_FIELD[f"places.#.{name}"].called(number): text for name, text in said.items() if text}
        return found | {name: "; ".join(texts) for name, texts in left.items()}


def _price(cost: Mapping[str, str]) -> str:
    amount, whom = cost.get("amount", ""), cost.get("option", "")
    if not amount:
        return cost.get("amount_description") or whom
    if re.fullmatch(r"0+(?:\.0+)?", amount):
        return "free"
    return f"£{amount.lstrip('£')}" + (f" ({whom})" if whom else "")
