"""One cell and the field it belongs to -> the field's plain value, as people write it; or why it can't be taken."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from generator.model.phone import phone_number
from generator.model.stray_characters import LOST
from generator.model.text import A_SLUG
from generator.model.typed_hours import taken_hours
from generator.model.whereabouts import tellings
from generator.problems import quoted
from generator.spreadsheets.cells import WITHHELD, list_in, text_in, unguarded
from generator.spreadsheets.columns import BY_FIELD, ONE_ID, Column, Form
from generator.spreadsheets.names import WHAT, Names
from generator.spreadsheets.table import Cell
from generator.spreadsheets.understood import as_choice, as_day, as_link, lost_zero

PHONES = ("phone", "text", "textphone")
LINKS = ("chat", "form", "website")
SEVERAL = re.compile(r"[/,;|\n]|\bor\b|\band\b|&")
A_NUMBER = 5
"""So many digits make a number of their own, where several may stand in one cell."""
A_RUN_OF_DIGITS = re.compile(r"[+(]?\d[\d\s().-]*\d")
TAKES_BACK = re.compile(
    r"\b(?:not?|never|old|was|were|formerly|ended|until|fax|don't|do not|replaced|ext\w*)\b", re.IGNORECASE
)
"""Words that may say that the number beside them is not the one to call."""
KEEP = object()
"""What a cell that says "withheld" stands for: whatever services.yaml has there."""
A_DATE_FOR_HOURS = "-07-24"


class CellError(Exception):
    """A cell can't be taken. Says what was found, what is needed, and a right example."""


@dataclass(frozen=True, slots=True)
class CellReader:
    """Reads cells. `ours`: whether Waymark made the table, so that what its cells mean needs no guess."""

    names: Names
    ours: bool

    def read(self, field: str, cell: Cell) -> Any:
        """The plain value of a cell that says something.

        Args:
            field: one of `columns`, or a way to be reached: "contact.#.phone".
            cell: what the file has there.

        Returns:
            A text, a list of texts, one text for each language, hours with the words left of them, or KEEP.

        Raises:
            CellError: where it can't be taken.
        """
        if cell.kind == "formula":
            raise CellError(
                f"{quoted(cell.text)} is a formula without its result; open the file, save it again, and send that"
            )
        if cell.kind == "mistake":
            raise CellError(
                f"{quoted(cell.text)} is a mistake that the spreadsheet found; mend the formula, or write the value"
            )
        if LOST in cell.text:
            raise CellError(f"a letter was lost in {quoted(cell.text)}; type the word again")
        if cell.text.strip() == WITHHELD:
            return KEEP
        text = unguarded(cell.text.strip("\n ")).strip()
        column = BY_FIELD.get(field)
        if column is None:
            return self.address(field.rpartition(".")[2], text, cell)
        return self._in_form(column, text, cell)

    def address(self, way: str, text: str, cell: Cell) -> str:
        """A number, a link or an e-mail address, for a way to be reached."""
        if way in PHONES:
            parts = [part for part in SEVERAL.split(text) if sum(letter.isdigit() for letter in part) >= A_NUMBER]
            if len(parts) > 1:
                words = f"there are {len(parts)} numbers in {quoted(text)}; leave the first"
                raise CellError(f"{words}, and put the next in a column of its own, with the heading Telephone 2")
            text = _number_in(text) or text
            whole = lost_zero(text)
            if whole:
                raise CellError(
                    f"{quoted(text)} has lost its first 0, as numbers do in spreadsheets; "
                    f"make the cell a text cell, and write {_spaced(whole)}"
                )
        if cell.kind == "day":
            raise CellError(
                f"{quoted(text)} is a date; make the cell a text cell, and write the number or address again"
            )
        return as_link(text) if way in LINKS else text

    def _in_form(self, column: Column, text: str, cell: Cell) -> Any:
        form: Form = column.form
        if form in ("text", "texts", "words") and cell.kind == "day":
            raise CellError(
                f"{quoted(text)} is a date here; if it was words, such as March 2022, "
                "make the cell a text cell, and write them"
            )
        if form == "codes":
            return self._codes(column.field, text)
        if form == "choice":
            return as_choice(text, column.choices)
        if form == "choices":
            return [as_choice(one, column.choices) for one in list_in(text, ",")]
        if form == "texts":
            return [text_in(one) if self.ours else one for one in list_in(text)]
        if form == "day":
            return as_day(text)
        if form == "hours":
            if (cell.kind == "day" and text.endswith(A_DATE_FOR_HOURS)) or text.lower() in (
                "24-jul",
                "24 jul",
                "24/07",
            ):
                raise CellError("a spreadsheet took 24/7 for a date; make the cell a text cell, and write 24/7 again")
            try:
                return taken_hours(text)
            except ValueError as error:
                raise CellError(str(error)) from None
        found = text_in(text) if form in ("text", "words") and self.ours else text
        return found if form == "text" or isinstance(found, str) else text

    def _codes(self, field: str, text: str) -> str | list[str]:
        if field in ONE_ID:
            return self._code(field, text)
        found: list[str] = []
        for one in list_in(text):
            try:
                found.append(self._code(field, one))
            except CellError:
                if "," not in one:
                    raise
                found += [self._code(field, part) for part in list_in(one, ",")]
        return list(dict.fromkeys(found)) if not self.ours else found

    def _code(self, field: str, text: str) -> str:
        if (self.ours and A_SLUG.fullmatch(text)) or field not in WHAT:
            return text
        try:
            return self.names.id_for(field, text)
        except ValueError as error:
            raise CellError(str(error)) from None


def _number_in(text: str) -> str:
    """The one number in a cell that says more; "" where there may be two, or where the words may take it back."""
    found = [text[one.start : one.end] for one in tellings(text) if one.name == "a phone number"]
    if len(found) != 1 or TAKES_BACK.search(text):
        return ""
    digits = A_RUN_OF_DIGITS.search(found[0])
    number = digits[0] if digits else ""
    try:
        phone_number(number)
    except ValueError:
        return ""
    return number if any(letter.isalpha() for letter in text) else ""


def _spaced(digits: str) -> str:
    try:
        return phone_number(digits).shown
    except ValueError:
        return digits
