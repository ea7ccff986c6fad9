"""A table in the form that Outpost imports -> the same with cells that say what they mean, and which fields they hold.

Outpost is a directory of services that English councils run. Its form has a column for each part of a time, flags that
say whether a contact or an address is for the public, and further rows for a service's further contacts and places. The
columns are those of github.com/wearefuturegov/outpost, lib/tasks/data_import/services.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.model.fields.placeholders import is_placeholder
from generator.staff.spreadsheets.table import Cell, Table, counted

MARKS = {"import_id", "import_id_reference", "name"}
"""Headings that no other form has together."""
FIELDS = {
    "contact_phone": "contact.1.phone",
    "contact_email": "contact.2.email",
    "url": "contact.3.website",
    "links_url": "contact.4.website",
    "links_label": "contact.4.label",
    "schedules_opens_at": "contact.1.hours",
    "location_name": "places.1.name",
    "location_address_1": "places.1.address",
    "location_city": "places.1.address",
    "location_postcode": "places.1.postcode",
    "mask_exact_address": "places.1.show",
    "location_accessibilities": "access",
    "temporarily_closed": "status",
    "needs_referral": "referral",
    "free": "cost",
}
"""What its columns hold, once their cells are in our words."""
OF_A_CONTACT = ("contact_phone", "contact_email", "contact_name", "contact_title")
OF_A_PLACE = ("location_name", "location_address_1", "location_city", "location_postcode")
ACCESS = {
    "wheelchair accessible entrance": "step-free",
    "british sign language (bsl)": "bsl",
    "hearing loop": "hearing-loop",
    "accessible toilet facilities": "toilet",
    "car parking": "parking",
    "disabled car parking space": "parking",
}
"""Of Outpost's own list, what means the same as a word of ours."""
FULL = "full description"
"""The heading of a column that we add, for descriptions that are longer than a summary."""
LONGEST_SUMMARY = 300
SECONDS = re.compile(r"^(\d{1,2}:\d{2}):\d{2}(?:\.\d+)?$")
YES = ("true", "t", "yes", "y", "1")
NO = ("false", "f", "no", "n", "0")


def is_outposts(table: Table) -> bool:
    """Whether a table is in Outpost's form: its headings stand in the first row."""
    return bool(table.rows) and {cell.text.strip().lower() for cell in table.rows[0]} >= MARKS


def from_outpost(table: Table) -> tuple[Table, Mapping[str, str]]:
    """The table with its cells in words that are read as they are, and the field of each column that needs one."""
    made = _Table(table)
    made.leave_out_hidden()
    for number in range(1, len(made.rows)):
        made.split_description(number)
        made.hide_a_contact(number)
        made.hide_a_place(number)
        made.settle(number)
    made.put_together()
    told = [f"{words}: {counted('row', numbers)}." for words, numbers in made.told.items()]
    rows = tuple(map(tuple, made.rows))
    here = {name: field for name, field in FIELDS.items() if name in made.columns}
    return replace(table, rows=rows, told=(*table.told, *told)), here


class _Table:
    def __init__(self, table: Table) -> None:
        self.rows = [list(row) for row in table.rows]
        self.columns = {cell.text.strip().lower(): number for number, cell in enumerate(self.rows[0])}
        self.told: dict[str, list[int]] = {}
        """What is told of rows, and the rows, as a spreadsheet counts."""

    def text(self, row: int, name: str) -> str:
        """What a cell says; "" for nothing."""
        column = self.columns.get(name)
        text = self.rows[row][column].text.strip() if column is not None and column < len(self.rows[row]) else ""
        return "" if is_placeholder(text) else text

    def put(self, row: int, name: str, text: str) -> None:
        """Make a cell say something else. What it said stays beside it: it may say a place that is kept back."""
        column = self.columns.get(name)
        if column is not None and (text or column < len(self.rows[row])):
            self.rows[row] += [Cell()] * (column + 1 - len(self.rows[row]))
            before = self.rows[row][column]
            aside = before.aside if text else f"{before.aside} {before.text}".strip()
            self.rows[row][column] = Cell(text, "text", aside)

    def tell(self, words: str, row: int) -> None:
        """Note something about a row."""
        self.told.setdefault(words, []).append(row + 1)

    def says(self, row: int, names: Sequence[str]) -> bool:
        """Whether one of some columns says something."""
        return any(self.text(row, name) for name in names)

    def leave_out_hidden(self) -> None:
        """Leave out a service that Outpost shows to nobody, with the rows that carry it on."""
        gone = set()
        for row in range(1, len(self.rows)):
            dated = self.text(row, "visible_from") and self.text(row, "visible_to")
            hidden = [_is_no(self.text(row, "approved")), _is_no(self.text(row, "visible")) and not dated]
            if any(hidden) and not self.text(row, "import_id_reference"):
                gone.add(self.text(row, "import_id"))
        for row in range(1, len(self.rows)):
            if {self.text(row, "import_id"), self.text(row, "import_id_reference")} & gone - {""}:
                self.tell("approved or visible is FALSE, so the service was not taken", row)
                self.rows[row] = []

    def split_description(self, row: int) -> None:
        """Make the first words of a long description the summary, and all of it what stands further down."""
        column = self.columns.get("description")
        paragraphs = [part for part in re.split(r"\n[^\S\n]*\n", self.text(row, "description")) if part.strip()]
        whole = "\n\n".join(" ".join(part.split()) for part in paragraphs)
        if column is None or (len(paragraphs) < 2 and len(whole) <= LONGEST_SUMMARY):
            return
        if FULL not in self.columns:
            self.columns[FULL] = max(map(len, self.rows))
            self.put(0, FULL, FULL)
        first = " ".join(paragraphs[0].split())
        if len(first) > LONGEST_SUMMARY:
            first = re.split(r"(?<=[.!?])\s", first, maxsplit=1)[0]
        self.rows[row][column] = Cell(first)
        self.put(row, FULL, whole)

    def hide_a_contact(self, row: int) -> None:
        """Leave out a contact that Outpost shows to nobody. An empty flag means the same there."""
        if "contact_visible" in self.columns and not _is_yes(self.text(row, "contact_visible")):
            if self.says(row, OF_A_CONTACT):
                self.tell("contact_visible is not TRUE, so the contact was left out", row)
            for name in OF_A_CONTACT:
                self.put(row, name, "")

    def hide_a_place(self, row: int) -> None:
        """Say of a place that nobody is shown it, where Outpost masks its address or hides it."""
        hidden = _is_yes(self.text(row, "mask_exact_address")) or _is_no(self.text(row, "location_visible"))
        self.put(row, "mask_exact_address", "")
        if hidden and self.says(row, OF_A_PLACE):
            self.put(row, "mask_exact_address", "never")
            self.tell("mask_exact_address or location_visible hides the place, so nobody is shown it", row)

    def settle(self, row: int) -> None:
        """Put the flags and lists of a row in words of ours; name what has none."""
        if _is_yes(self.text(row, "temporarily_closed")):
            self.put(row, "temporarily_closed", "paused")
        else:
            self.put(row, "temporarily_closed", "")
        self.put(row, "needs_referral", "self" if _is_no(self.text(row, "needs_referral")) else "")
        if self.text(row, "links_label") and not self.text(row, "links_url"):
            self.put(row, "links_label", "")

    def put_together(self) -> None:
        """Give the row of each service what all its rows say of hours, costs and access: Outpost has one for each."""
        owners = {self.text(row, "import_id"): row for row in range(len(self.rows) - 1, 0, -1)}
        whole: dict[tuple[int, str], dict[str, None]] = {}
        for row in range(1, len(self.rows)):
            owner = owners.get(self.text(row, "import_id_reference") or self.text(row, "import_id"), row)
            parts = {
                "schedules_opens_at": self._hours(row),
                "free": self._costs(row),
                "location_accessibilities": self._access(row),
            }
            for name, values in parts.items():
                whole.setdefault((owner, name), {}).update(dict.fromkeys(values))
                self.put(row, name, "")
        for (owner, name), said in whole.items():
            self.put(owner, name, "; ".join(said))

    def _hours(self, row: int) -> Iterator[str]:
        opens, closes = (SECONDS.sub(r"\1", self.text(row, f"schedules_{end}_at")) for end in ("opens", "closes"))
        day = self.text(row, "scheduled_weekday")
        if opens and closes and day and any(map(str.isdigit, opens)):
            yield f"{day} {opens}-{closes}"
        elif any((opens, closes, day)):
            self.tell("a day or a time is missing, so no hours were taken", row)

    def _costs(self, row: int) -> Iterator[str]:
        if _is_yes(self.text(row, "free")):
            yield "free"
        amount = self.text(row, "cost_amount")
        if amount:
            whom = self.text(row, "cost_option")
            parts = (f"£{amount.lstrip('£')}", self.text(row, "cost_type"), f"({whom})" if whom else "")
            yield " ".join(filter(None, parts))

    def _access(self, row: int) -> Iterator[str]:
        for one in self.text(row, "location_accessibilities").split(";"):
            known = ACCESS.get(one.strip().lower())
            if known:
                yield known
            elif one.strip():
                self.tell(f'location_accessibilities: "{one.strip()}" is no word of ours, and was not taken', row)


def _is_yes(text: str) -> bool:
    return text.lower() in YES


def _is_no(text: str) -> bool:
    return text.lower() in NO
