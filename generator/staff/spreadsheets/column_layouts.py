"""A table in which one fact is spread over columns, or one column holds several -> the same, one fact a column.

Seven columns for the days of the week are opening hours. A column for each area, with ticks in it, is a list of areas.
"Contact details" are a number, an e-mail address and a website. What is made stands in columns of its own at the right
end, and the cells that it came from are empty from then on, or hold the first of what they said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.diagnostics import quoted
from generator.model.fields.phones import phone_number
from generator.model.fields.placeholders import is_placeholder
from generator.privacy.normalise_contacts import A_RUN_OF_DIGITS, TAKES_BACK
from generator.staff.spreadsheets.columns import BY_FIELD
from generator.staff.spreadsheets.table import Cell, Table, counted

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
A_DAY = re.compile(
    r"(?:opening |open |hours )?(?P<day>mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}"
    r"(?: (?P<end>opens?|opening time|start|from|closes?|closing time|closing|end|to|until)|"
    r" (?:opening )?(?:hours|times?))?"
)
BEGINS = ("open", "opens", "opening time", "start", "from")
FEWEST_DAYS = 2
NOT_THEN = frozenset({"closed", "no", "not open", "n"})
TICKED = frozenset({"x", "y", "yes", "true", "1", "\u2713", "\u2714", "\u2611", "tick", "ticked", "\u2022"})
UNTICKED = frozenset({"", "n", "no", "false", "0", "\u2717", "\u2718", "\u2610"})
TICKS_FOR = ("areas", "helps_with", "who.audiences")
SEVERAL_WAYS = frozenset(
    "contact|contact details|contact info|contact information|contacts|how to contact them|details|phone email|"
    "tel email|telephone email|telephone and email|phone and email|email and phone|email phone|phone or email|"
    "contact numbers|contact us|get in touch".split("|")
)
"""Headings of columns that hold more than one way to get in touch."""
AN_EMAIL = re.compile(r"[\w.+'-]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}", re.IGNORECASE)
AN_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s,;<>()]{3,300}", re.IGNORECASE)
FEWEST_DIGITS = 9
NAMES_NO_NUMBER = frozenset(
    "tel telephone phone phones call mobile mob landline or and t m e w p email mail web website number numbers no on "
    "at".split()
)
"""Words beside several numbers that do not tell one from the other; with any other, nobody knows which is which."""

IdOf = Callable[[str, str], str]
"""By a field and a text: the id that the text means; "" for none."""
FieldOf = Callable[[str], str]
"""By a heading: the field that it is known to hold; "" for none."""


@dataclass(frozen=True, slots=True)
class _Column:
    number: int
    heading: str
    texts: Sequence[str]


def one_fact_a_column(table: Table, row: int, field_of: FieldOf, id_of: IdOf, plain: Callable[[str], str]) -> Table:
    """The table with new columns for what stood apart, or together.

    Args:
        table: the whole sheet.
        row: the row of its headings, from 0.
        field_of: what headings are known to hold.
        id_of: what names mean.
        plain: a heading in its simple form.
    """
    made = _Made(table, row)
    columns = [_Column(number, plain(cell.text), made.texts(number)) for number, cell in enumerate(table.rows[row])]
    known = {field_of(column.heading) for column in columns}
    if "contact.#.hours" not in known:
        _put_days_together(made, columns)
    for field in TICKS_FOR:
        if field not in known:
            _put_ticks_together(made, [one for one in columns if not field_of(one.heading)], field, id_of)
    for column in columns:
        of_a_phone = field_of(column.heading) == "contact.#.phone"
        if of_a_phone or (column.heading in SEVERAL_WAYS and not field_of(column.heading)):
            _take_apart(made, column, keep_first=of_a_phone)
    return made.table()


class _Made:
    """A table that grows columns at its right end."""

    def __init__(self, table: Table, row: int) -> None:
        self.before = table
        self.row = row
        self.rows = [list(one) for one in table.rows]
        self.width = max((len(one) for one in self.rows), default=0)
        self.told: list[str] = []

    def texts(self, column: int) -> list[str]:
        """What the cells below a heading say."""
        return [one[column].text.strip() if column < len(one) else "" for one in self.rows[self.row + 1 :]]

    def called(self, column: int) -> str:
        """What a heading says."""
        return " ".join(self.rows[self.row][column].text.split())

    def add(self, heading: str, texts: Sequence[str]) -> None:
        """A new column; nothing where no cell of it would say anything."""
        if any(texts):
            for at, text in [(self.row, heading), *enumerate(texts, self.row + 1)]:
                if text:
                    self.rows[at] += [Cell()] * (self.width + 1 - len(self.rows[at]))
                    self.rows[at][self.width] = Cell(text)
            self.width += 1

    def put(self, column: int, texts: Sequence[str]) -> None:
        """Make the cells of a column say something else; what they said stays beside it, as it may say a place."""
        for at, text in enumerate(texts, self.row + 1):
            if column < len(self.rows[at]) and self.rows[at][column].text.strip() != text:
                old = self.rows[at][column]
                self.rows[at][column] = Cell(text, "text", f"{old.aside} {old.text}".strip())

    def table(self) -> Table:
        """The table, and what is told of it."""
        return replace(self.before, rows=tuple(map(tuple, self.rows)), told=(*self.before.told, *self.told))


def _put_days_together(made: _Made, columns: Sequence[_Column]) -> None:
    found = [(column, hit) for column in columns if (hit := A_DAY.fullmatch(column.heading))]
    if len({hit["day"] for _, hit in found}) < FEWEST_DAYS:
        return
    hours = [[""] * 0 for _ in made.rows[made.row + 1 :]]
    for day in DAYS:
        own = [(column, hit["end"]) for column, hit in found if day.lower().startswith(hit["day"])]
        whole = [column for column, end in own if not end]
        opens = [column for column, end in own if end in BEGINS]
        closes = [column for column, end in own if end and end not in BEGINS]
        for at, parts in enumerate(hours):
            said = next((one.texts[at] for one in whole), "")
            if opens and closes and opens[0].texts[at] and closes[0].texts[at]:
                said = f"{opens[0].texts[at]}-{closes[0].texts[at]}"
            if said and said.lower().strip(" .") not in NOT_THEN and not is_placeholder(said):
                parts.append(f"{day} {said}")
    made.add("Opening times", ["; ".join(parts) for parts in hours])
    for column, _ in found:
        made.put(column.number, [""] * len(column.texts))
    made.told.append("The columns for days of the week were read as opening hours.")


def _put_ticks_together(made: _Made, columns: Sequence[_Column], field: str, id_of: IdOf) -> None:
    """A column for each of several names, ticked or not."""
    ticked = {}
    for column in columns:
        said = {text.lower() for text in column.texts}
        name = id_of(field, column.heading) if column.heading and said <= TICKED | UNTICKED and said & TICKED else ""
        if name:
            ticked[column.number] = (name, column)
    if len(ticked) < FEWEST_DAYS:
        return
    rows = range(len(made.rows) - made.row - 1)
    lists = [[name for name, one in ticked.values() if one.texts[at].lower() in TICKED] for at in rows]
    made.add(BY_FIELD[field].heading, ["; ".join(dict.fromkeys(names)) for names in lists])
    for number, (_, column) in ticked.items():
        made.put(number, [""] * len(column.texts))
    made.told.append(f"The columns with ticks were read as {BY_FIELD[field].heading}.")


def _take_apart(made: _Made, column: _Column, *, keep_first: bool) -> None:
    """The numbers, addresses and links of each cell, each in a column of its own."""
    parts = [_ways_in(text) for text in column.texts]
    if keep_first and all(len(one["phone"]) < FEWEST_DAYS and not one["email"] for one in parts):
        return
    several = [one if not keep_first or len(one["phone"]) > 1 or one["email"] else _NOTHING for one in parts]
    most = max((len(one["phone"]) for one in several), default=0)
    kept = [
        text if one is _NOTHING else (one["phone"][0] if keep_first and one["phone"] else "")
        for text, one in zip(column.texts, several, strict=True)
    ]
    for nth in range(1 if keep_first else 0, most):
        made.add(f"Telephone {nth + 1}", [one["phone"][nth] if nth < len(one["phone"]) else "" for one in several])
    for way, heading in (("email", "E-mail"), ("website", "Website")):
        made.add(heading, [next(iter(one[way]), "") for one in several])
    if most > 1 or not keep_first:
        rows = [at for at, one in enumerate(several, made.row + 2) if one is not _NOTHING and any(one.values())]
        what = f"{quoted(made.called(column.number))} holds several ways to get in touch, each taken"
        made.told.append(f"{what}: {counted('row', rows)}.")
    made.put(column.number, kept)


_NOTHING: Mapping[str, Sequence[str]] = {"phone": (), "email": (), "website": ()}


def _ways_in(text: str) -> Mapping[str, Sequence[str]]:
    """The ways to get in touch that a cell names; none where its words may take one of them back."""
    if not text or TAKES_BACK.search(text):
        return _NOTHING
    emails = list(dict.fromkeys(AN_EMAIL.findall(text)))
    links = [one.rstrip(".") for one in AN_ADDRESS.findall(AN_EMAIL.sub(" ", text))]
    rest = AN_ADDRESS.sub(" ", AN_EMAIL.sub(" ", text))
    phones = list(dict.fromkeys(_numbers_in(rest)))
    if len(phones) > 1 and set(re.findall(r"[^\W\d_]+", rest.lower())) - NAMES_NO_NUMBER:
        return _NOTHING
    return {"phone": phones, "email": emails, "website": list(dict.fromkeys(links))}


def _numbers_in(text: str) -> Iterator[str]:
    for part in re.split(r"[/,;|\n&]|\bor\b|\band\b", text):
        for run in A_RUN_OF_DIGITS.findall(part):
            if sum(map(str.isdigit, run)) >= FEWEST_DIGITS:
                try:
                    phone_number(run.strip())
                except ValueError:
                    continue
                yield run.strip()
