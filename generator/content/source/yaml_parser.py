"""YAML text -> plain values: dicts, lists, and every scalar as the text the author typed. No scalar is ever retyped.

Fast, because it builds straight from the C parser's events and keeps no places. Where something is wrong,
`positions.py` reads the text again to say where.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import yaml

from generator.content.source.syntax_errors import HIDDEN_IN_YAML, hidden_character, mistake
from generator.diagnostics import FOUND, Diagnostic, Fault, Location, Parsed, quoted

DEEPEST = 20
Value = dict[str, Any] | list[Any] | str | None


class Stop(Exception):  # noqa: N818 # it ends one reading; the problem it carries is the error
    """The text can't be read any further."""

    def __init__(self, problem: Diagnostic) -> None:
        self.problem = problem
        super().__init__(str(problem))


def read_yaml(text: str, file: str, first_line: int = 1, tags: bool = False) -> Parsed[Value]:
    """The one document in a text; None where it can't be read.

    Args:
        text: YAML, with one newline at the end of each line.
        file: what to call the file in problems.
        first_line: the line of the file on which the text begins.
        tags: let "!ENV" and the like pass, and read the words behind them: another program understands them.
    """
    builder = _Builder(file, first_line, tags)
    try:
        if any(letter in text for letter in HIDDEN_IN_YAML):
            raise ValueError("the parser would count lines by these")
        return Parsed(builder.document(text), builder.problems)
    except Stop as stop:
        problem = stop.problem
    except yaml.MarkedYAMLError as error:
        problem = mistake(error, text, file, first_line)
    except (yaml.reader.ReaderError, ValueError):
        unread = Diagnostic(
            "not-text",
            "error",
            Location(file, first_line),
            "this is not text we can read",
            hint="save the file again as plain text",
        )
        problem = hidden_character(text, file, first_line) or unread
    return Parsed(None, [*builder.problems, problem])


class _Builder:
    """One pass over the events of one text."""

    def __init__(self, file: str, first_line: int, tags: bool) -> None:
        self.events: Iterator[Any] = iter(())
        self.file = file
        self.problems: list[Diagnostic] = []
        self.first_line = first_line
        self.tags = tags

    def document(self, text: str) -> Value:
        self.events = iter(yaml.parse(text, Loader=yaml.CBaseLoader))
        first = self._next((yaml.ScalarEvent, yaml.CollectionStartEvent, yaml.AliasEvent))
        if first is None:
            return None
        value = self._value(first, 0)
        second = self._next((yaml.DocumentStartEvent,))
        if second is not None:
            raise Stop(
                self._problem(
                    second, Fault("second-document", "a second document starts here", "take out the line ---")
                )
            )
        return value

    def _next(self, kinds: tuple[type, ...]) -> Any:
        """The next event of these kinds; None at the end of the text."""
        return next((event for event in self.events if isinstance(event, kinds)), None)

    def _value(self, event: Any, depth: int) -> Value:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            if event.tag is not None or event.anchor is not None:
                self._refuse_tricks(event)
            text: str = event.value
            return text if text or event.style else None  # quotation marks with nothing in them are an empty text
        if kind is yaml.AliasEvent:
            fault = Fault(
                "yaml-alias",
                f"{FOUND} points at another line",
                "write the words out, or put quotation marks around them",
            )
            raise Stop(self._problem(event, fault, f"*{event.anchor}", "a value that starts with *"))
        if event.tag is not None or event.anchor is not None:
            self._refuse_tricks(event)
        if depth == DEEPEST:
            words = f"this is nested more than {DEEPEST} levels deep"
            raise Stop(self._problem(event, Fault("nested-too-deep", words, "start again more simply")))
        return self._mapping(depth + 1) if kind is yaml.MappingStartEvent else self._list(depth + 1)

    def _mapping(self, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        empty: set[str] = set()
        events = self.events
        for event in events:
            kind = type(event)
            if kind is yaml.MappingEndEvent:
                break
            if kind is not yaml.ScalarEvent or not event.value:
                fault = Fault("field-name-needed", "a field's name is needed here", "write it as name: value")
                raise Stop(self._problem(event, fault))
            if event.tag is not None or event.anchor is not None:
                self._refuse_tricks(event)
            key = event.value
            if key == "<<":
                fault = Fault("yaml-merge", "<< copies another record", "write the fields out here")
                raise Stop(self._problem(event, fault))
            value = self._value(next(events), depth)
            if key in values or key in empty:
                fault = Fault("field-twice", f"{FOUND} is given twice", "keep one of them")
                self.problems.append(self._problem(event, fault, f'"{quoted(key)[1:-1]}"', "a field"))
            elif value is None:
                empty.add(key)  # left blank for later: the same as not there
            else:
                values[key] = value
        return values

    def _list(self, depth: int) -> list[Any]:
        values = []
        events = self.events
        for event in events:
            if type(event) is yaml.SequenceEndEvent:
                break
            value = self._value(event, depth)
            values.append("" if value is None else value)
        return values

    def _refuse_tricks(self, event: Any) -> None:
        if event.anchor is not None:
            fault = Fault(
                "yaml-anchor", f"{FOUND} names a line to copy", "take it out, or put quotation marks around the words"
            )
            raise Stop(self._problem(event, fault, f"&{event.anchor}", "a value that starts with &"))
        if event.tag != "!" and not self.tags:  # "!" is what the C parser gives for a quoted scalar
            fault = Fault("yaml-tag", f"{FOUND} is a YAML tag", "take it out, or put quotation marks around the words")
            raise Stop(self._problem(event, fault, quoted(event.tag)[1:-1], "a value that starts with !"))

    def _problem(self, event: Any, fault: Fault, found: str = "", placeholder: str = "") -> Diagnostic:
        """A problem where an event starts; `found` are the author's words that it repeats."""
        mark = Location(self.file, event.start_mark.line + self.first_line, event.start_mark.column + 1)
        return replace(fault.at(mark), found=found, placeholder=placeholder)
