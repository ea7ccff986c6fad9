"""The services of a feed, and a catalogue -> a table such as people send, and what becomes of each of its rows.

So whatever guards a directory against a careless spreadsheet guards it against a careless feed: places are nobody's to
see, no words say a place or a way to be reached, and a kind whose places are secret has every one of them kept back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from generator.model.catalogue import Catalogue
from generator.privacy.whereabouts import told_by
from generator.staff.open_referral.exact_fields import joined
from generator.staff.open_referral.feed_services import FeedService
from generator.staff.spreadsheets.cells import list_in
from generator.staff.spreadsheets.columns import BY_FIELD, ONE_ID, PLACES
from generator.staff.spreadsheets.flatten import Key
from generator.staff.spreadsheets.heading_kinds import HeadingKind
from generator.staff.spreadsheets.headings import Heading, Headings
from generator.staff.spreadsheets.import_rows import Imported, imported
from generator.staff.spreadsheets.lookups import WHAT, Names, names_in
from generator.staff.spreadsheets.table import Cell, Table, normalised

OTHER_WORDS = "Other words of the record"
"""The heading of what is taken by no field: it is looked through for places that have to be kept back."""
FIELDS_OF_TERMS = {"service_type": ("kind",), "crime_type": ("helps_with",), "audience": ("who.audiences",)}
ANY_TERM = ("kind", "helps_with", "who.audiences")
"""Where a word of a list may belong, where the feed does not tell what it says of a service."""
LONGEST_LINK = 200
SHOWN_AT_MOST = 5
LONGEST_WORD = 60


@dataclass(frozen=True)
class FeedRows:
    """The services of a feed as rows."""

    table: Table
    headings: Headings
    notes: Mapping[int, Sequence[str]]
    """By row, from 1: what was not taken of it, and why."""
    origins: Mapping[int, str]
    """By row: where its record stands, and when it was checked there."""


def read_feed_services(
    services: Sequence[FeedService], catalogue: Catalogue, defaults: Mapping[str, str], add_organisations: bool
) -> Imported:
    """Read every service of a feed, as if each stood in a row of a table that somebody sent.

    Args:
        services: what the feed has.
        catalogue: what the directory has.
        defaults: what holds where a new service says nothing: {"areas": "cumbria"}.
        add_organisations: whether organisations that the directory does not have will be added.

    Raises:
        MapError: where `defaults` name what is not there.
    """
    there = {said: one.cells.get(("name", 0), "") for one in services if (said := one.cells.get(("id", 0)))}
    feed = rows_of_a_feed(services, names_in(catalogue, {}, there))
    table, before = normalised(feed.table, ours=False)
    found = imported(table, feed.headings, before, catalogue, defaults, add_organisations, feed.notes, there)
    return replace(found, left=(), origins=feed.origins)


def rows_of_a_feed(services: Sequence[FeedService], names: Names) -> FeedRows:
    """A table with one row a service.

    Args:
        services: what the feed has.
        names: what ids of the directory, and of the feed, go by.
    """
    rows, notes = [], {}
    for number, one in enumerate(services, 1):
        reading = _Reading(names)
        rows.append(reading.cells(one))
        notes[number] = [*one.notes, *reading.notes]
    keys = sorted({key for row in rows for key in row}, key=lambda key: (list(BY_FIELD).index(key[0]), key[1]))
    columns = [_heading(number, key) for number, key in enumerate(keys)]
    columns.append(Heading(len(keys), OTHER_WORDS, None, "not taken"))
    cells = tuple(
        (*(Cell(row.get(key, "")) for key in keys), Cell(one.rest)) for row, one in zip(rows, services, strict=True)
    )
    origins = {number: _origin(one) for number, one in enumerate(services, 1)}
    return FeedRows(Table(cells), Headings(0, tuple(columns), ours=False), notes, origins)


def _heading(number: int, key: Key) -> Heading:
    is_place = key[0].partition(".")[0] in PLACES
    return Heading(
        number, BY_FIELD[key[0]].called(key[1]), key, "known", sort=HeadingKind("place", key[0]) if is_place else None
    )


def _origin(one: FeedService) -> str:
    checked = f", checked there on {one.checked_on.isoformat()}" if one.checked_on else ""
    return f"{one.link or one.id}{checked}"


class _Reading:
    """Puts one service into fields; what the directory has no word for is noted, and left out."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.notes: list[str] = []

    def cells(self, one: FeedService) -> dict[Key, str]:
        found = dict(one.cells)
        if ("id", 0) not in found:
            found |= self._terms(one)
            found["areas", 0] = joined(one.areas)
        elif one.organisation in self.names.ids["organisation"]:
            found["organisation", 0] = one.organisation
        for key in [key for key in found if key[0] in WHAT and key[0] != "organisation"]:
            found[key] = self._known(key, found[key])
        if one.cells.get(("all_but", 0)) and found["all_but", 0] != one.cells["all_but", 0]:
            found.pop(("areas", 0), None)  # without one of them it would say that the service helps where it does not
        if urlsplit(one.link).scheme in ("http", "https") and len(one.link) <= LONGEST_LINK:
            found.setdefault(("sources", 0), joined([one.link]))
        return {key: text for key, text in found.items() if text}

    def _known(self, key: Key, said: str) -> str:
        """Those of some ids, or names, that the directory has."""
        known: list[str] = []
        unknown: list[str] = []
        for text in [said] if key[0] in ONE_ID else list_in(said):
            (known if self._id(key[0], text) else unknown).append(self._id(key[0], text) or text)
        if unknown:
            self.notes.append(f"{BY_FIELD[key[0]].called(key[1])}: the directory has no {_some(unknown)}")
        return joined(list(dict.fromkeys(known)))

    def _id(self, field: str, text: str) -> str:
        try:
            return self.names.id_for(field, text, guesses=False)
        except ValueError:
            return ""

    def _terms(self, one: FeedService) -> dict[Key, str]:
        """What kind of service it is, what it helps with and whom, by the words that the directory has for it."""
        taken: dict[str, list[str]] = {}
        unknown = []
        for says, word in one.terms:
            fields = FIELDS_OF_TERMS.get(says, ANY_TERM)
            meant = next(((field, name) for field in fields if (name := self._id(field, word))), None)
            if meant:
                taken.setdefault(meant[0], []).append(meant[1])
            else:
                unknown.append(word)
        kinds = list(dict.fromkeys(taken.pop("kind", [])))
        if unknown:
            self.notes.append(f"these words have no place in the directory: {_some(unknown)}")
        every = (("kind", kinds[:1]), ("kinds", kinds[1:]), *taken.items())
        return {(field, 0): joined(list(dict.fromkeys(codes))) for field, codes in every}


def _some(words: Sequence[str]) -> str:
    """Some words of a feed. What says a place, or how to reach somebody, is not repeated: others may read along."""
    shown = [word[:LONGEST_WORD] for word in words if not told_by(word[:LONGEST_WORD])][:SHOWN_AT_MOST]
    more = f"{len(words) - len(shown)} more" if len(words) > len(shown) else ""
    return " and ".join(filter(None, (", ".join(shown), more)))
