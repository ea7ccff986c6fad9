"""The words of a row that everyone would read -> the same without a place or a way to be reached; and what was done.

And of a kind whose places are secret: every place that any of the row's cells speaks of, so that it is kept back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.model.service import kinds_written
from generator.model.vocabulary import Vocabulary
from generator.privacy.normalise import normalised
from generator.privacy.telling_patterns import TellingKind
from generator.privacy.whereabouts import joined, places_in, tellings, told_by
from generator.privacy.withheld import Withheld, is_telling, telling_parts
from generator.privacy.withheld_search import Sought
from generator.staff.spreadsheets.columns import BY_FIELD, PLACES, REACHED, TELLING
from generator.staff.spreadsheets.flatten import Flat, Key, numbers_of
from generator.staff.spreadsheets.heading_kinds import FOR_STAFF, FREE, needed_columns
from generator.staff.spreadsheets.row_parser import ParsedRow

NAMES = ("name", "also_known_as", "id", "contact.#.label")
LINKS = (TellingKind.WEB_ADDRESS, TellingKind.SOCIAL_NAME)
"""What the office may well have written into its own words: a link in `about` is checked with the others."""
MUST_BE = ("name", "id", "summary")
A_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+|(?<!\s)\s*\n\s*")
TELLS = frozenset(f"{group}.#.{name}" for group in PLACES for name in TELLING)
"""What says where a place or a point is."""
OF_A_PLACE = frozenset(field for field in TELLS if not field.endswith(".postcode"))
"""The words of it."""
LONGEST = 10_000
"""What is longer is refused where it is read as a record."""
NOT_LOOKED_THROUGH = (
    "name",
    "organisation",
    "kind",
    "kinds",
    "areas",
    "all_but",
    "id",
    "places.#.area",
    "points.#.area",
    "commissioned_by",
    "networks",
    "marks",
)
"""What a service is called is public, and so are the names in closed lists."""
LONGEST_ADDRESS = 300
FEWEST_DIGITS = 6


def is_secret(row: ParsedRow, old: Flat, vocabulary: Vocabulary) -> bool:
    """Whether a row's service is of a kind whose places are secret, or of one that nobody knows."""
    said = {name: row.values.get((name, 0), old.get((name, 0))) for name in ("kind", "kinds")}
    kind = vocabulary.kind(kinds_written(said))
    return kind is None or kind.places != "full"


def guard(row: ParsedRow, old: Flat, *, secret: bool, careful: bool) -> None:
    """Take out of a row's free words what says a place, or how to reach somebody; say so, or what to mend.

    Args:
        row: what the table says.
        old: the service as it is. What it says already was somebody's decision.
        secret: whether its kind keeps its places secret: then nothing is taken apart.
        careful: whether a field that tells too much must be mended, where it could be left out.
    """
    for key in list(row.values):
        value = row.values[key]
        if any(value == there for (name, _), there in old.items() if name == key[0]):
            continue
        if key[0] in FREE:
            names = [name for name in _told(key[0], value) if not (careful and name in LINKS)]
            if names:
                _take_out(row, key, names, secret=secret, careful=careful)
        elif key[0] in OF_A_PLACE:
            _guard_place(row, key, old)
        elif key[0] in REACHED:
            _guard_link(row, key)


def _guard_link(row: ParsedRow, key: Key) -> None:
    """Leave out a way to be reached that leads to a map: it says where a place is, whatever its column is called."""
    if TellingKind.MAP_LINK in told_by(str(row.values[key])[:LONGEST]):
        heading = row.origins.get(key, BY_FIELD[key[0]].called(key[1]))
        contact = key[0].removesuffix("to")
        for one in [one for one in row.values if one[0].startswith(contact) and one[1] == key[1]]:
            del row.values[one]
        advice = ". A place has a column of its own: Address" if row.has_columns else ""
        row.told.append(f"{heading} was not taken, as it says {TellingKind.MAP_LINK}{advice}")


def _guard_place(row: ParsedRow, key: Key, old: Flat) -> None:
    texts = list(_texts(row.values[key]))
    reach = [one.kind for text in texts for one in tellings(text[:LONGEST]) if one.what == "reach"]
    if reach:
        row.wrong(row.origins[key], _words(row, list(dict.fromkeys(reach))))
    shows = (f"{key[0].partition('.')[0]}.#.show", key[1])
    show = row.values.get(shows, old.get(shows))
    if key[0].endswith(".#.name") and show == "area" and any(told_by(text[:LONGEST]) for text in texts):
        words = "everyone reads this name, and it says where the place is; write a name that does not: Main building"
        row.wrong(row.origins[key], words)


def _told(field: str, value: Any) -> list[TellingKind]:
    found: list[TellingKind] = []
    for text in _texts(value):
        text = text.replace("-", " ") if field == "id" else text
        names = told_by(text[:LONGEST], is_name=field in NAMES)
        if field in FOR_STAFF:
            names = [one.kind for one in tellings(text[:LONGEST]) if one.what == "place" and one.kind in names]
        found += names
    return list(dict.fromkeys(found))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from map(str, value.values())
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def _words(row: ParsedRow, names: Sequence[TellingKind]) -> str:
    columns = f", and give it a column of its own, with the heading {joined(needed_columns(names))}"
    return f"this says {joined(names)}; take it out{columns if row.has_columns else ''}"


def _take_out(row: ParsedRow, key: Key, names: Sequence[TellingKind], *, secret: bool, careful: bool) -> None:
    value, heading = row.values[key], row.origins.get(key, BY_FIELD[key[0]].called(key[1]))
    rest = "" if secret or careful or key[0] in NAMES or not isinstance(value, str) else _without(value)
    column = f" a column of its own, with the heading {joined(needed_columns(names))}"
    if rest:
        row.values[key] = rest
        advice = f". Give it{column}" if row.has_columns else ""
        row.told.append(f"{heading}: what says {joined(names)} was left out{advice}")
    elif careful or key[0] in MUST_BE:
        row.wrong(heading, _words(row, names))
    else:
        del row.values[key]
        advice = f". Give that{column}" if row.has_columns else ""
        row.told.append(f"{heading} was not taken, as it says {joined(names)}{advice}")


def _without(text: str) -> str:
    """The sentences of a text that tell nothing; "" where not one is left, or what is left would still tell."""
    spans = [(one.start, one.end) for one in tellings(text[:LONGEST])]
    kept, start = [], 0
    ends = [hit.span() for hit in A_SENTENCE_ENDS.finditer(text)] + [(len(text), len(text))]
    for end, following in ends:
        if not any(left < end and right > start for left, right in spans):
            kept.append(text[start:end] + text[end:following])
        start = following
    rest = "".join(kept).strip()
    return "" if told_by(rest) else rest


def kept_back(row: ParsedRow, values: Flat, old: Flat) -> tuple[Flat, list[str]]:
    """A service's values with each place that other cells of its row speak of, seen by nobody; and what was done."""
    texts = (text for key, value in (values | old).items() if key[0] in TELLS for text in _texts(value))
    known = {_bare(part) for text in texts if is_telling(text) for part in telling_parts(text)}
    found: list[str] = []
    columns: list[str] = []
    for heading, field, text, is_place in row.cells:
        if field in NOT_LOOKED_THROUGH or field in TELLS:
            continue
        whole = [" ".join(text.split())] if is_place and _is_a_place(text) else []
        for one in (*places_in(text[:LONGEST]), *whole):
            bare = _bare(one)
            if len(bare) > 3 and not any(there in bare for there in known):
                known.update(map(_bare, telling_parts(one)))
                found.append(one[:LONGEST_ADDRESS])
                columns.append(heading)
    if not found:
        return values, []
    places: Flat = {}
    for number, text in enumerate(found, max(numbers_of(values, "places"), default=0) + 1):
        places["places.#.address", number] = text
        places["places.#.show", number] = "never"
        places["places.#.name", number] = "Main building"
    where = joined(list(dict.fromkeys(columns)))
    if len(found) == 1:
        words = "a place in it is kept back, and everything that is published is searched for it"
        return values | places, [f"{where}: {words}"]
    inside = "it" if len(set(columns)) == 1 else "them"
    words = f"{len(found)} places in {inside} are kept back, and everything that is published is searched for them"
    return values | places, [f"{where}: {words}"]


def _is_a_place(text: str) -> bool:
    """Whether all of a cell below a heading of a place is looked for. A town alone stands on half of all pages."""
    digits = sum(letter.isdigit() for letter in text)
    if not any(letter.isalpha() for letter in text):
        return digits >= FEWEST_DIGITS  # a coordinate, or the number of a door alone
    return is_telling(text) and (len(text.split()) > 1 or digits > 0)


def without_streets(row: ParsedRow, values: Flat) -> Flat:
    """The values of a secret service without free words that say the street, house or door of any of its places.

    Args:
        row: what the table says; what is found is noted there.
        values: the service as it would be, with every place that the row speaks of.
    """
    sought, taken_out = _sought(values), set()
    for key in [key for key in row.values if key[0] in FREE and key[0] not in NAMES[:1]]:
        if any(any(sought.seen_in(text)) for text in _texts(row.values[key])):
            if key[0] in MUST_BE:
                row.wrong(row.origins.get(key, ""), "this says where a place is; take it out, in all its spellings")
                continue
            heading = row.origins.get(key, BY_FIELD[key[0]].called(key[1]))
            row.told.append(f"{heading} was not taken, as it says where a place is")
            taken_out.add(key)
    return {key: value for key, value in values.items() if key not in taken_out}


def with_other_names(row: ParsedRow, values: Flat) -> Flat:
    """The values of a new secret service whose places are not called as it is: else its page's address would say one.

    Args:
        row: what the table says; what is done, or must be mended, is noted there.
        values: the service as it would be, with every place that the row speaks of.
    """
    found = dict(values)
    for key in [key for key in values if key[0] == "places.#.name"]:
        named = _sought({key: values[key]})
        if any(any(named.seen_in(text)) for text in _texts(values.get(("name", 0)))):
            found[key] = "Main building"
            row.told.append(
                f"{BY_FIELD[key[0]].called(key[1])} was not taken, as the service is called so; "
                "the place is called Main building"
            )
    if any(hit.how != "street" for _, _, hit in _sought(found).seen_in(str(found.get(("id", 0), "")))):
        row.wrong(
            BY_FIELD["id"].heading,
            "this id says where a place is; add a column Waymark id, and write one such as harbour-refuge",
        )
    return found


def _sought(values: Flat) -> Sought:
    """What finds the places of a service."""
    return Sought(
        {
            text: Withheld("", key[1], key[0].rpartition(".")[2])
            for key, value in values.items()
            if key[0] in TELLS
            for text in _texts(value)
        }
    )


def _bare(text: str) -> str:
    """A text as any spelling of it is read, without spaces: "No. twelve, Church St" and "12 Church Street" alike."""
    return normalised(text).replace(" ", "")
