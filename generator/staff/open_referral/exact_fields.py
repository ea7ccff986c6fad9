"""A record that Waymark itself wrote -> its fields to the letter: what Open Referral says in words, or not at all.

They stand in `x_waymark` of the service, of its contacts and of its places. They are read like all else in a feed, as
what anybody may have written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.staff.open_referral.safe_values import line, prose, record, records, text, texts

Cells = dict[tuple[str, int], str]
"""A text by its field and by which of several it belongs to, as spreadsheets have it: ("contact.#.to", 1)."""
OURS = "x_waymark"
ONCE = {
    "id": "id",
    "by_when": "by_when",
    "first_step": "first_step",
    "response": "response",
    "who_for": "who.text",
    "not_for": "who.not_for",
    "answered_by": "when_you_contact.answered_by",
    "calls_back": "when_you_contact.calls_back",
    "leaves_messages": "when_you_contact.leaves_messages",
    "wait": "when_you_contact.wait.text",
    "wait_as_of": "when_you_contact.wait.as_of",
    "report_needed": "report_needed",
    "who_will_know": "who_will_know.text",
    "police_told": "who_will_know.police",
    "immigration_told": "who_will_know.immigration",
    "interpreters": "interpreters",
    "closed_on": "closed_on",
}
"""What our feed calls a field of a service, and what a spreadsheet does."""
LISTS = {
    "also_known_as": "also_known_as",
    "areas": "areas",
    "all_but": "all_but",
    "referral": "referral",
    "commissioned_by": "commissioned_by",
}
TERMS = {
    "service_type": "kinds",
    "crime_type": "helps_with",
    "audience": "who.audiences",
    "access": "access",
    "network": "networks",
    "mark": "marks",
}
"""What the words of a list say of a service, and the field that holds their codes."""
OF_A_CONTACT = ("way", "to", "label", "hours", "when_closed", "cost", "note")
OF_A_PLACE = ("area", "by_arrangement", "brought", "address", "postcode", "coordinates", "directions")
OF_A_POINT = (*OF_A_PLACE, "note", "hours")
OF_AN_OUTCOME = ("says", "of", "when", "source")
WAYS_OF_A_POINT = 2
WRITTEN_AGAIN = ("summary", "about", "first_step", "who.text", "also_known_as", "commissioned_by")
"""Fields that were read of words which say more than their author's."""


def exact_cells(cells: Cells, given: Mapping[str, Any], ours: Mapping[str, Any], known: Mapping[str, str]) -> Cells:
    """What was read of a record, with what it says to the letter in the place of it.

    Args:
        cells: what was read of the record.
        given: the record.
        ours: its `x_waymark`.
        known: the id here of each service of the feed, by its id there.
    """
    kept = {
        key: said
        for key, said in cells.items()
        if not key[0].startswith(("contact.", "places.")) and key[0] not in WRITTEN_AGAIN
    }
    reading = _Exact(given, ours)
    reading.read(known)
    return kept | reading.cells


class _Exact:
    """Reads one record."""

    def __init__(self, given: Mapping[str, Any], ours: Mapping[str, Any]) -> None:
        self.given = given
        self.ours = ours
        self.cells: Cells = {}

    def put(self, field: str, value: str, number: int = 0) -> None:
        """Write a field, where there is something to write."""
        if value:
            self.cells[field, number] = value

    def read(self, known: Mapping[str, str]) -> None:
        """Write every field that the record has."""
        for field, said in zip(("summary", "about"), self._paragraphs(), strict=True):
            self.put(field, said)
        for name, field in ONCE.items():
            self.put(field, line(self.ours.get(name)))
        for name, field in LISTS.items():
            self.put(field, joined(texts(self.ours.get(name))))
        for name in ("reached_through", "replaced_by"):
            self.put(name, known.get(text(self.ours.get(name)), ""))
        self._put_terms()
        number = 0
        for contact in records(self.given.get("contacts")):
            extra = record(contact.get(OURS))
            if text(extra.get("way")) and not text(extra.get("through")):
                number += 1
                self._put_contact("contact.#.", extra, number)
        for nth, outcome in enumerate(records(self.ours.get("outcomes")), 1):
            for name in OF_AN_OUTCOME:
                self.put(f"outcomes.#.{name}", line(outcome.get(name)), nth)
        self._put_places()

    def _paragraphs(self) -> tuple[str, str]:
        """The summary, and what its author wrote about the service: without what our feed says behind it."""
        first, *more = prose(self.given.get("description")).split("\n\n")
        first = " ".join(first.split())
        if text(self.given.get("status")) == "defunct":
            return first, "\n\n".join(more)
        behind = bool(text(self.ours.get("by_when"))) + (text(self.ours.get("location")) == "withheld")
        behind += bool(self.given.get("phones"))
        return first, "\n\n".join(more[: len(more) - behind])

    def _put_terms(self) -> None:
        codes: dict[str, list[str]] = {}
        for one in records(self.given.get("attributes")):
            if code := text(record(one.get("taxonomy_term")).get("code")):
                codes.setdefault(text(one.get("link_type")), []).append(code)
        for says, field in TERMS.items():
            found = codes.get(says, [])
            if says == "service_type" and found:
                self.put("kind", found.pop(0))
            self.put(field, joined(found))

    def _put_contact(self, group: str, extra: Mapping[str, Any], number: int) -> None:
        for name in OF_A_CONTACT:
            self.put(f"{group}{name}", line(extra.get(name)), number)
        self.put(f"{group}languages", joined(texts(extra.get("languages"))), number)

    def _put_places(self) -> None:
        """Places and points. Whether one may be shown here, nobody but this office can say."""
        numbers = {"place": 0, "point": 0}
        for meeting in records(self.given.get("service_at_locations")):
            extra = record(meeting.get(OURS))
            kind = text(extra.get("kind"))
            if kind not in numbers:
                continue
            numbers[kind] += 1
            group, number = f"{kind}s.#.", numbers[kind]
            self.put(f"{group}name", line(record(meeting.get("location")).get("name")), number)
            for name in OF_A_PLACE if kind == "place" else OF_A_POINT:
                self.put(f"{group}{name}", line(extra.get(name)), number)
            ways = [record(one.get(OURS)) for one in records(meeting.get("contacts"))] if kind == "point" else []
            for nth, way in enumerate(ways[:WAYS_OF_A_POINT], 1):
                self._put_contact(f"{group}contact.{nth}.", way, number)


def joined(found: list[str]) -> str:
    """Texts as one cell of a list, as spreadsheets write it."""
    return "; ".join(re.sub(r"[\\;]", r"\\\g<0>", one) for one in found)
