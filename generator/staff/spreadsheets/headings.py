"""A table -> the row its headings stand in, and which field each column holds: told, known, or guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from generator.diagnostics import WaymarkError, quoted, with_hint
from generator.model.fields.suggestions import did_you_mean
from generator.staff.spreadsheets.columns import BY_FIELD, COLUMNS, POINT, REACHED, SYNONYMS
from generator.staff.spreadsheets.flatten import OF_A_CONTACT, UNNUMBERED, ColumnMatch, How, Key, numbered
from generator.staff.spreadsheets.heading_kinds import HeadingKind, sort_by_values, sort_of, why_not
from generator.staff.spreadsheets.table import Cell, Table, TableError, column_name

LOOKED_THROUGH = 50
LOOKED_AT = 15
"""Headings stand in one of so many first rows."""
CLOSE = 0.86
OURS = "waymark id"
A_NUMBER_BEHIND = re.compile(r"(?<!\s)\s*\(?(\d{1,2})\)?$")
IN_FRONT = frozenset(
    "service services contact location main public primary venue site scheme client general our your their the "
    "support current full preferred best helpline first local charity commissioned addr "
    "what is are whats the a an please give enter provide state tell us do does you have which".split()
)
BEHIND = frozenset(
    "of for service services the main public details info information field line enquiries * your you please optional "
    "required if any cover do".split()
)
"""Words around a heading that say nothing of what the column holds."""
NOTHING = ("", "-", "none", "nothing")
SEVERAL_COLUMNS = (*UNNUMBERED, *OF_A_CONTACT, "places.#.address")
"""Fields that several columns may hold: the lines of an address are one address."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of the file: what stands over it, and the key its values go to; None for a column nobody takes."""

    column: int
    text: str
    key: Key | None
    how: How
    above: str = ""
    """What stands over this heading and its neighbours, where that was needed to tell two headings apart."""
    sort: HeadingKind | None = None
    """What its own words say that such a column holds: a place, a way to be reached, a person's name."""

    @property
    def called(self) -> str:
        """What to call the column: its heading, or its letter."""
        return self.text or f"{column_name(self.column)} (no heading)"


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of a table and the row, from 1, that they stand in."""

    row: int
    columns: tuple[Heading, ...]
    ours: bool
    """Whether Waymark made this table: then an empty cell means that there is nothing, not that nothing is known."""


class MapError(WaymarkError):
    """What somebody said about a column can't be done. Says why, and shows a right way."""


IN_WELSH = re.compile(
    r"\b(?:welsh|cymraeg|gymraeg|cy)\b|^(?:enw|disgrifiad|crynodeb|cyfeiriad|ffon|rhif ffon|gwefan|ardal)\b"
)
"""What the heading of a column in Welsh says: its words are no other text of the field that it is like."""


def find_headings(table: Table, told: Mapping[str, str], known: Mapping[str, str] | None = None) -> Headings:
    """The headings of a table, and what its columns hold.

    Args:
        table: the whole sheet.
        told: a heading and the field it holds, as somebody gave them: {"Tel": "contact.phone"}; "-" leaves it out.
        known: the same of headings of a form that we know.

    Raises:
        TableError: where no row has headings we know.
        MapError: where a heading is not there, or a field does not exist.
    """
    rows = table.rows[:LOOKED_AT]
    known_keys = {plain_heading(heading): field for heading, field in (known or {}).items()}
    told_keys = known_keys | {plain_heading(heading): field for heading, field in told.items()}
    row = heading_row(table, told_keys)
    above, texts = _texts(rows, row, max(map(len, table.rows[row:])))
    called = [f"{over} {text}".strip() for over, text in zip(above, texts, strict=True)]
    ours = any(plain_heading(text) == OURS for text in texts)
    sorts = [
        None if (ours and _is_ours(text)) or _is_reached(text) else sort_of(plain_heading(text)) for text in called
    ]
    found = _told(called, told, told_keys)
    if not ours:
        welsh = [number for number, text in enumerate(called) if number not in found and _is_in_welsh(text)]
        found |= dict.fromkeys(welsh, (None, "not taken"))
    for number, (key, _) in found.items():
        reason = why_not(called[number], sorts[number], key) if key else ""
        if reason:
            raise MapError(reason)
    seen = [_by_what_it_holds(text, table.rows[row + 1 :], number) for number, text in enumerate(texts)]
    whole = [full if one == text else one for full, text, one in zip(called, texts, seen, strict=True)]
    keys = numbered(_guessed(whole, seen, found), ours=ours)
    for number, (key, how) in keys.items():
        if how == "told" and plain_heading(called[number]) in known_keys and called[number] not in told:
            keys[number] = (key, "known")
    if not ours:  # a point is read from a row of its own, below its service's, and only we write such rows
        keys = {
            at: (None, "not taken") if key and key[0].startswith("points.") else (key, how)
            for at, (key, how) in keys.items()
        }
    columns = (Heading(i, text, *keys[i], above[i], sorts[i]) for i, text in enumerate(called))
    return Headings(row + 1, tuple(columns), ours)


def is_ours(table: Table) -> bool:
    """Whether Waymark made a table: one of its headings is that of our ids."""
    return any(plain_heading(cell.text) == OURS for row in table.rows[:LOOKED_AT] for cell in row)


def heading_row(table: Table, told: Mapping[str, str]) -> int:
    """The row, from 0, in which the most headings are known. TableError where none is. `told`: by simple headings."""
    scores = [sum(_is_known(cell.text, told) for cell in row) for row in table.rows[:LOOKED_AT]]
    if not any(scores):
        words = "no row has headings we know; the first row should say what each column holds: Service name, Telephone"
        raise TableError(words)
    return scores.index(max(scores))


def known_field(simple: str) -> str:
    """The field that a heading is surely known to hold; "" for none."""
    found = _lookup(simple)
    return found[0][0][0] if found and found[0][2] == "known" else ""


def _is_in_welsh(text: str) -> bool:
    """Whether a column is in Welsh: "Description (Welsh)", "Enw". Not one that says whether Welsh is spoken."""
    simple = " ".join(re.sub(r"[^\w ]+", " ", text.lower()).split())
    return bool(IN_WELSH.search(simple)) and not re.search(
        r"\b(?:speak|spoken|available|languages?|service in)", simple
    )


def _by_what_it_holds(text: str, rows: Sequence[Sequence[Cell]], column: int) -> str:
    """A heading that means a website or a place, as the cells below it say: "Site" over a street is an address."""
    if plain_heading(text) != "site":
        return text
    values = [row[column].text for row in rows[:LOOKED_THROUGH] if column < len(row) and row[column].text.strip()]
    if not values or any("." in value or "/" in value for value in values[:1]):
        return text
    sort = sort_by_values(values)
    return "Address" if sort and sort.holds == "place" else "Venue"


def plain_heading(text: str) -> str:
    """A heading without case, marks and what stands behind it between brackets: "Tel. no.*" -> "tel no"."""
    text = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)  # "PhoneNumber", as databases call it
    text = re.sub(r"\((?!\d)[^()]*\)", " ", text.lower().replace("’", "'"))
    return " ".join(re.sub(r"[^\w#' ]+|_", " ", text).replace("'", "").split())


Candidate = tuple[Key, float, How]


@cache
def _known() -> dict[str, tuple[tuple[str, float], ...]]:
    """Every heading we know, in its simple form -> the fields it may stand for, and how sure each is."""
    found: dict[str, dict[str, float]] = {}
    for field, names in SYNONYMS.items():
        for name, sure in names.items():
            found.setdefault(name, {})[field] = sure
    for column in COLUMNS:
        found[plain_heading(column.heading)] = {column.field: 1.0}
    for column in POINT:
        found[plain_heading(column.in_its_row)] = {column.field: 1.0}
    return {name: tuple(fields.items()) for name, fields in found.items()}


def _lookup(text: str) -> list[Candidate]:
    """What one heading may stand for; nothing where we do not know it."""
    simple, known = plain_heading(text), _known()
    inside = re.fullmatch(r"(contact|place|outcome) (\d{1,2}) (.+)", simple)
    if inside and f"{inside[1]} # {inside[3]}" in known:
        return [((field, int(inside[2])), 1.0, "known") for field, _ in known[f"{inside[1]} # {inside[3]}"]]
    if simple in known:
        return [((field, 0), sure, "known") for field, sure in known[simple]]
    bare = A_NUMBER_BEHIND.sub("", simple)
    if bare in known:
        return [((field, 0), sure - 0.05, "known") for field, sure in known[bare]]
    sort = sort_of(bare)
    if sort and sort.holds == "person":
        return []
    inner = _inside(bare)
    if inner:
        return [((field, 0), sure - 0.1, "guessed") for field, sure in known[inner]]
    if sort:
        return []  # nothing near it, in the letters it has, can be told from what it says
    close = get_close_matches(bare, [name for name in known if "#" not in name], n=1, cutoff=CLOSE)
    return [((field, 0), sure - 0.4, "guessed") for field, sure in known[close[0]]] if close else []


def _inside(simple: str) -> str:
    """A heading that we know within one that says more: "Service phone number", "Telephone of service"; else ""."""
    words = simple.split()
    while len(words) > 1 and words[0] in IN_FRONT:
        words = words[1:]
        if " ".join(words) in _known():
            return " ".join(words)
    while len(words) > 1 and words[-1] in BEHIND:
        words = words[:-1]
        if " ".join(words) in _known():
            return " ".join(words)
    return ""


def _is_ours(text: str) -> bool:
    return bool(found := _lookup(text)) and found[0][1] == 1.0


def _is_reached(text: str) -> bool:
    """Whether a heading is our own for a number or an address to reach somebody: not the address of a place."""
    return bool(found := _lookup(text)) and found[0][1] == 1.0 and found[0][0][0] in REACHED


def _is_known(text: str, told: Mapping[str, str]) -> bool:
    return bool(text.strip()) and len(text) < 80 and (plain_heading(text) in told or bool(_lookup(text)))


def _texts(rows: Sequence[Sequence[Cell]], row: int, width: int) -> tuple[list[str], list[str]]:
    """The headings, and what stands above each, where two are the same; an empty one is what stands above it."""

    def text(of: int, column: int) -> str:
        return " ".join(rows[of][column].text.split()) if of >= 0 and column < len(rows[of]) else ""

    here = [text(row, column) for column in range(width)]
    if row == 0 or sum(bool(text(row - 1, column)) for column in range(width)) < 2:
        return [""] * width, here  # a title for the whole sheet says nothing of a column
    above, last = [], ""
    for column in range(width):
        last = text(row - 1, column) or last
        above.append(last if here[column] and here.count(here[column]) > 1 and last != here[column] else "")
    return above, [heading or text(row - 1, column) for column, heading in enumerate(here)]


def _told(texts: Sequence[str], told: Mapping[str, str], simple: Mapping[str, str]) -> dict[int, ColumnMatch]:
    for heading in told:
        if not any(plain_heading(text) == plain_heading(heading) for text in texts):
            near = did_you_mean(heading, [text for text in texts if text])
            raise MapError(with_hint(f"there is no column {quoted(heading)}", near))
    return {
        number: (None, "not taken")
        if simple[plain_heading(text)].strip().lower() in NOTHING
        else (key_of(simple[plain_heading(text)]), "told")
        for number, text in enumerate(texts)
        if plain_heading(text) in simple
    }


def key_of(field: str) -> Key:
    """The key of a field as somebody names it: "contact.phone", "contact.2.hours", "name", "Service name"."""
    field = field.strip()
    name = re.sub(r"\.\d+\.", ".#.", field)
    number = next(map(int, re.findall(r"\.(\d+)\.", field)), 0)
    group, _, rest = name.partition(".")
    if group in ("contact", "places", "outcomes") and not rest.startswith("#."):
        name = f"{group}.#.{rest}"
    if (name in BY_FIELD and not name.startswith("points.")) or name in UNNUMBERED:
        return name, number
    found = _lookup(field)
    if found and found[0][2] == "known":
        return found[0][0]
    fields = [name.replace(".#.", ".") for name in (*BY_FIELD, *UNNUMBERED) if not name.startswith("points.")]
    near = did_you_mean(field, fields) or "write a field such as name, summary, contact.phone, contact.hours or about"
    raise MapError(f"{quoted(field)} is not a field of a service; {near}")


def _guessed(called: Sequence[str], texts: Sequence[str], known: Mapping[int, ColumnMatch]) -> dict[int, ColumnMatch]:
    """Each further column with the field it most surely holds. A field that stands once is taken once."""
    keys = dict(known)
    taken = {key for key, _ in keys.values() if key}
    looked = [
        (number, *one)
        for number, text in enumerate(called)
        if number not in known
        for one in (*_lookup(text), *_lookup(texts[number]))
    ]
    for number, key, _, how in sorted(looked, key=lambda one: (-one[2], one[0])):
        if number not in keys and (key not in taken or key[0] in SEVERAL_COLUMNS):
            keys[number] = (key, how)
            taken.add(key)
    return {number: keys.get(number, (None, "not taken")) for number in range(len(texts))}
