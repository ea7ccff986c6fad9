r"""A value -> the text of one cell; the cell that people wrote -> its field's plain value, or why it can't be taken.

- A text in several languages begins each with its code: "[en] Help", and on the next line "[cy] Cymorth".
- The things in a list stand behind each other with "; " between them. A semicolon within one of them is written "\;".
- A text that a spreadsheet would take for a formula gets an apostrophe in front, as staff know it from Excel.
- WITHHELD stands for what must not leave the house.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.diagnostics import WaymarkError, quoted
from generator.model.fields.dates import written_day
from generator.model.fields.hours import ALWAYS
from generator.model.fields.phones import phone_number
from generator.model.fields.stray_characters import LOST
from generator.model.fields.text import A_SLUG, slug_of
from generator.model.fields.typed_hours import TypedHours, taken_hours
from generator.output import A_FORMULA, RETYPED
from generator.privacy.normalise_contacts import PHONES, TAKES_BACK, lost_zero, typed_address
from generator.staff.spreadsheets.columns import BY_FIELD, ONE_ID, Column, Form
from generator.staff.spreadsheets.lookups import WHAT, Names
from generator.staff.spreadsheets.table import Cell

WITHHELD = "withheld"
A_LANGUAGE = r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"
A_MARK = re.compile(rf"(?<!\S)(\\*)\[({A_LANGUAGE})\](?!\S)")


def unguarded(text: str) -> str:
    """A cell's text without the apostrophe that guards it."""
    if not text.startswith("'"):
        return text
    rest = text[1:]
    in_danger = A_FORMULA.match(rest) or RETYPED.fullmatch(rest) or rest.lstrip("'") == WITHHELD
    return rest if in_danger else text


def shown(value: Any) -> str:
    """A plain value as a cell says it: a text, a list, or either in several languages."""
    if isinstance(value, list):
        return "; ".join(re.sub(r"[\\;]", r"\\\g<0>", _words(one, " ")) for one in value)
    return _words(value, "\n")


def _words(value: Any, between: str) -> str:
    if isinstance(value, Mapping):
        return between.join(f"[{language}] {_marks_kept(text)}" for language, text in value.items())
    return _marks_kept(str(value))


def _marks_kept(text: str) -> str:
    return A_MARK.sub(r"\\\g<0>", text)


def text_in(cell: str) -> str | dict[str, str]:
    """What `shown` made a cell of: a text, or one for each language."""
    marks = [mark for mark in A_MARK.finditer(cell) if not mark[1]]
    if not marks or cell[: marks[0].start()].strip():
        return _marks_back(cell)
    ends = [mark.start() for mark in marks[1:]] + [len(cell)]
    return {mark[2]: _marks_back(cell[mark.end() : end].strip()) for mark, end in zip(marks, ends, strict=True)}


def _marks_back(text: str) -> str:
    return A_MARK.sub(lambda mark: mark[0].removeprefix("\\"), text)


def list_in(cell: str, also_at: str = "") -> list[str]:
    """The things in a list, whether semicolons, lines or (`also_at`) other signs stand between them."""
    things = [""]
    letters = iter(cell)
    for letter in letters:
        if letter == "\\":
            following = next(letters, "")
            things[-1] += following if following in ("\\", ";") else letter + following
        elif letter in ";\n" or letter in also_at:
            things.append("")
        else:
            things[-1] += letter
    return [thing.strip() for thing in things if thing.strip()]


YES_NO = {"y": "yes", "true": "yes", "n": "no", "false": "no"}


IN_OTHER_WORDS = {
    "status": dict.fromkeys(("active", "live", "current", "running", "operational"), "open"),
    "referral": {
        **dict.fromkeys(("self referral", "self refer", "self referrals", "individual"), "self"),
        **dict.fromkeys(
            ("professionals", "professional referral", "agency", "agencies", "agency referral"), "professional"
        ),
        **dict.fromkeys(("police referral", "via the police"), "police"),
        **dict.fromkeys(("anyone", "open", "open referral", "any route"), "any"),
    },
}
"""What tables of others say for a word of a closed list."""
AN_AGE = re.compile(r"(\d{1,3}) ?(?:\+|and over|and above|years?(?: old)?|yrs?)")
IN_BRACKETS_BEHIND = re.compile(r"(?<=\d) ?\([^()]{0,60}[a-z][^()]{0,60}\)$", re.IGNORECASE)
"""A remark behind a number: 01632 960101 (24 hours)."""


UNKNOWN = {"unknown", "not known", "don't know", "dont know", "unsure", "tbc", "?", "n/k"}


def as_choice(text: str, choices: tuple[str, ...]) -> str:
    """A word of a closed list however it is written: "Only if you agree" -> "only-if-you-agree"; "Y" -> "yes"."""
    plain = " ".join(text.lower().split()).strip(".")
    if plain in choices:
        return plain
    hyphened = slug_of(plain)
    if hyphened in choices:
        return hyphened
    if YES_NO.get(plain) in choices:
        return YES_NO[plain]
    if plain in UNKNOWN and "unknown" in choices:
        return "unknown"
    return text


KEEP = object()
"""What a cell that says "withheld" stands for: whatever services.yaml has there."""


A_DATE_FOR_HOURS = "-07-24"
BETWEEN_NAMES = re.compile(r",|/|&|\band\b|\bor\b", re.IGNORECASE)
"""What may stand between two names in a cell, where the whole is none."""


class CellError(WaymarkError):
    """A cell can't be taken. Says what was found, what is needed, and a right example."""


class HoursError(CellError):
    """Opening hours may mean two things, or none: the rest of the row is right all the same."""


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

    def address(self, way: str, text: str | Mapping[str, str], cell: Cell) -> str | dict[str, str]:
        """A number, a link or an e-mail address, for a way to be reached; a link may be one a language."""
        said = text_in(text) if isinstance(text, str) and self.ours and way not in PHONES else text
        if isinstance(said, Mapping):
            return {language: self._one_address(way, one, cell) for language, one in said.items()}
        return self._one_address(way, said, cell)

    def _one_address(self, way: str, text: str, cell: Cell) -> str:
        if cell.kind == "day":
            raise CellError(
                f"{quoted(text)} is a date; make the cell a text cell, and write the number or address again"
            )
        if way in PHONES and not self.ours and not TAKES_BACK.search(text):
            text = IN_BRACKETS_BEHIND.sub("", text)
        try:
            found = typed_address(way, text)
        except ValueError as error:
            words = f"{error}, and put the next in a column of its own, with the heading Telephone 2"
            raise CellError(words) from None
        whole = lost_zero(found) if way in PHONES else ""
        if whole and self.ours:
            raise CellError(
                f"{quoted(text)} has lost its first {'+' if found.startswith('44') else '0'}, as numbers do in "
                f"spreadsheets; make the cell a text cell, and write {_spaced(whole)}"
            )
        return _spaced(whole) if whole else found

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
            return as_choice(self._in_our_words(column.field, text), column.choices)
        if form == "choices":
            several = [part for one in list_in(text, ",") for part in self._parts(column.field, one)]
            read = [as_choice(one, column.choices) for one in several]
            return read if self.ours else list(dict.fromkeys(read))
        if form == "age" and not self.ours and (age := AN_AGE.fullmatch(text.lower())):
            return age[1]
        if form == "texts":
            return [text_in(one) if self.ours else one for one in list_in(text)]
        if form == "day":
            return written_day(text)
        if form == "hours":
            if (cell.kind == "day" and text.endswith(A_DATE_FOR_HOURS)) or text.lower() in (
                "24-jul",
                "24 jul",
                "24/07",
            ):
                if not self.ours:
                    return TypedHours(ALWAYS)  # a spreadsheet took 24/7 for the 24th of July: nobody means that day
                raise CellError("a spreadsheet took 24/7 for a date; make the cell a text cell, and write 24/7 again")
            try:
                return taken_hours(text)
            except ValueError as error:
                raise HoursError(str(error)) from None
        found = text_in(text) if form in ("text", "words") and self.ours else text
        return found if form == "text" or isinstance(found, str) else text

    def _in_our_words(self, field: str, text: str) -> str:
        """A word of a closed list that a table of others has for one of ours."""
        return text if self.ours else IN_OTHER_WORDS.get(field, {}).get(slug_of(text).replace("-", " "), text)

    def _parts(self, field: str, text: str) -> list[str]:
        """The words of a closed list in a cell, with "or" between them or a stroke."""
        parts = [text] if self.ours else [part.strip() for part in BETWEEN_NAMES.split(text) if part.strip()]
        return [self._in_our_words(field, one) for one in parts]

    def _codes(self, field: str, text: str) -> str | list[str]:
        if field in ONE_ID:
            return self._code(field, text)
        found: list[str] = []
        for one in list_in(text):
            try:
                found.append(self._code(field, one))
            except CellError:
                if "," in one:
                    for part in list_in(one, ","):
                        found += self._each_name(field, part)
                else:
                    found += self._each_name(field, one)
        return list(dict.fromkeys(found)) if not self.ours else found

    def _each_name(self, field: str, text: str) -> list[str]:
        """The id of one name, or those of several with a sign or "and" between them, where each of them is one."""
        try:
            return [self._code(field, text)]
        except CellError:
            parts = [part.strip() for part in BETWEEN_NAMES.split(text) if part.strip()]
            if self.ours or len(parts) < 2:
                raise
            try:
                return [self._code(field, part) for part in parts]
            except CellError:
                pass
            raise

    def _code(self, field: str, text: str) -> str:
        if (self.ours and A_SLUG.fullmatch(text)) or field not in WHAT:
            return text
        try:
            return self.names.id_for(field, text, guesses=not self.ours)
        except ValueError as error:
            raise CellError(str(error)) from None


def _spaced(digits: str) -> str:
    try:
        return phone_number(digits).shown
    except ValueError:
        return digits
