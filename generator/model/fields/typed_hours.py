"""Opening hours as people type them -> as Waymark writes them, what they may mean, and the words that are left.

One reader for all doors. What has one meaning is taken; where it has two, both are given, for somebody to choose;
words that no hours can hold ("by appointment only") are a note for whoever reads the page. Times that hold only in some
weeks are all note: who reads "open now" must not be sent wrong in the others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product

from generator.diagnostics import FieldError, quoted
from generator.model.fields.hour_words import (
    A_LEAD,
    A_LETTER,
    A_WAVE,
    A_WAY,
    A_WORD,
    ALL_WEEK_LONG,
    AT_OTHER_TIMES,
    CLOSED_THEN,
    DAY_AND_NIGHT,
    EVERY,
    NOT_ON_HOLIDAYS,
    ON_HOLIDAYS_TOO,
    OPEN,
    PARTS,
    SEVERAL,
    SOME_DAYS,
    TWELVE,
    TWO_DAYS,
    UNTIL,
)
from generator.model.fields.hours import ALWAYS, EXAMPLE, LONG_DASHES, Hours, hours
from generator.model.fields.repeated_days import meanings
from generator.model.fields.typed_time_ranges import readings

MOST = 4
EXAMPLES = (ALWAYS, "Mo-Fr 09:00-17:00")


@dataclass(frozen=True, slots=True)
class TypedHours:
    """What a text says of opening hours. One of `hours` and `choices` is empty, or both are.

    All are empty where a text has times that there are not, or a number that should stand elsewhere. `choices` are what
    the text may mean, where that is more than one thing. `note` are the words that are no hours.
    """

    hours: str = ""
    note: str = ""
    choices: tuple[str, ...] = ()


def taken_hours(text: str) -> TypedHours:
    """Take hours as people type them. ValueError, in an author's words, for what has several meanings, or none."""
    found = read_hours(text)
    if found.choices:
        may_be = " or ".join(found.choices)
        raise FieldError("hours-ambiguous", f"{quoted(text)} can mean {may_be}", "write the one that is right")
    if " ".join(text.split()).lower().strip(" .") == "closed":
        raise FieldError(
            "no-hours", f"{quoted(text)} is no hours", "leave them empty, or give the service the status closed"
        )
    if not found.hours and not found.note:
        raise FieldError("not-opening-hours", f"{quoted(text)} is not in a form we can read", EXAMPLE)
    return found


def read_hours(text: str) -> TypedHours:
    """Read hours as people type them, or as files have them."""
    typed = " ".join(text.split()).strip(" ;")
    for spelling in dict.fromkeys((typed, LONG_DASHES.sub("-", typed))):
        try:
            right = hours(spelling)
        except ValueError:
            continue
        may_be = meanings(right) if right.day_given_twice else (spelling,)
        return TypedHours(may_be[0]) if len(may_be) == 1 else TypedHours(choices=may_be[:MOST])
    plain = LONG_DASHES.sub("-", typed.lower()).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").strip(" .")
    plain = " ".join(A_WAVE.sub("-", UNTIL.sub("to", plain.replace("&", " and "))).split())
    plain = TWELVE.sub(r"\1", plain)
    if DAY_AND_NIGHT.fullmatch(OPEN.sub("", plain)):
        return TypedHours(ALWAYS)
    if plain == "all day":
        return TypedHours(choices=EXAMPLES)
    if plain == "closed":
        return TypedHours()
    for whole in (plain, " ".join(re.sub(r"[()]", " ", plain).split())):
        rest = AT_OTHER_TIMES.search(whole)
        found = _meanings(whole[: rest.start()] if rest else whole)
        if found:
            note = _sentence(_last_words(typed, rest["rest"])) if rest else ""
            if A_WAY.search(note):
                return TypedHours()
            return TypedHours(found[0], note) if len(found) == 1 else TypedHours("", note, found[:MOST])
    parts = _parts(plain)
    if not A_WORD.search(plain) or A_WAY.search(plain) or any(kind == "span" for kind, _ in parts or ()):
        return TypedHours()
    return TypedHours("", _sentence(typed))


def _sentence(words: str) -> str:
    """Some words as a sentence of the page; "" for none."""
    words = words.strip(" ,;.")
    if words.count("(") != words.count(")"):
        words = words.strip(" ,;.()")
    if words.count("(") > words.count(")"):
        words += ")"
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _last_words(typed: str, rest: str) -> str:
    """The end of what was typed, as long as some words of its plain form, in the letters that it had."""
    words = rest.split()
    at = LONG_DASHES.sub("-", typed.lower()).rfind(words[0])
    return typed[at:] if at >= 0 else rest


def _meanings(plain: str) -> tuple[str, ...]:
    """Every set of hours that a text may mean, each in its right form; none where it is no hours."""
    letter = A_LETTER.search(plain)
    if letter:
        first, last = (plain[: letter.start()] + day + plain[letter.end() :] for day in TWO_DAYS[letter[1]])
        return tuple(dict.fromkeys(_meanings(first) + _meanings(last)))
    plain = NOT_ON_HOLIDAYS.sub(CLOSED_THEN, ALL_WEEK_LONG.sub("daily 24 hours", plain))
    too = ON_HOLIDAYS_TOO.search(plain)
    plain = ON_HOLIDAYS_TOO.sub("", plain)
    lead = A_LEAD.match(plain)
    parts = _parts(plain[lead.end() :] if lead else plain)
    rules = _rules(parts) if parts else None
    if not rules:
        return ()
    days_known = any(days for days, _ in rules)
    found = list[str]()
    for spans in product(*(choices for _, choices in rules)):
        for every in [""] if days_known else ["Mo-Fr", "Mo-Su"]:
            texts = []
            for (days, _), times in zip(rules, spans, strict=True):
                named = ",".join(days) or every
                named += ",PH" if too and times != "off" and "PH" not in named else ""
                texts.append(f"{named} {times}")
            right = _right("; ".join(texts))
            if right is None:
                return ()
            found += meanings(right)
    return tuple(dict.fromkeys(found))


def _right(text: str) -> Hours | None:
    try:
        return hours(text)
    except ValueError:
        return None


def _parts(plain: str) -> list[tuple[str, str]] | None:
    """A text as days, spans of time and "closed" in its order; None where anything else stands in it."""
    found, at = list[tuple[str, str]](), 0
    while at < len(plain):
        part = PARTS.match(plain, at)
        if part is None or part.end() == at:
            return None
        if part.lastgroup and part.lastgroup != "skip":
            found.append((part.lastgroup, part[0]))
        at = part.end()
    return found


def _rules(parts: list[tuple[str, str]]) -> list[tuple[list[str], list[str]]] | None:
    """Days with what their times may be, each in the form of files; None where it is not plain which belong together.

    Days stand before their times, all through ("Mon 9am-1pm and 2pm-4pm; Fri 9am-1pm"), or behind ("9am-1pm on Mon").
    """
    kinds = [kind for kind, _ in parts]
    if kinds[0] not in ("days", "closed") and "days" in kinds:
        if kinds[-1] != "days":
            return None
        rules = _rules([*reversed(parts)])
        return None if rules is None else rules[::-1]
    rules, days, spans, closed = list[tuple[list[str], list[str]]](), list[str](), list[list[str]](), False
    for kind, words in [*parts, ("end", "")]:
        if kind in ("days", "end") and (spans or (closed and days)):
            rules.append((days, ["off"] if closed else [",".join(times) for times in product(*spans)]))
            days, spans, closed = [], [], False
        if kind == "days":
            days = [*days, *_days(words)]
        elif kind == "closed":
            if spans:
                rules.append((days, [",".join(times) for times in product(*spans)]))
                days, spans = [], []
            closed = True
        elif kind in ("span", "whole"):
            if closed:
                return None
            spans.append(["00:00-24:00"] if kind == "whole" else readings(words))
    if days or closed or (not all(days for days, _ in rules) and len(rules) > 1):
        return None
    return rules if all(times for _, times in rules) else None


def _days(words: str) -> list[str]:
    """A row of days in the form of files: "mon, wed and fri" -> ["Mo", "We", "Fr"]."""
    parts = re.split(rf"({SOME_DAYS})", words)
    found: list[str] = []
    for between, name in zip(parts[::2], parts[1::2], strict=False):
        day = next((day for form, day in SEVERAL.items() if re.fullmatch(form, name)), "") or _one_day(name)
        if found and between.strip() in ("-", "to"):
            found[-1] += f"-{day}"
        else:
            found.append(day)
    return found


def _one_day(name: str) -> str:
    return next(day for start, day in EVERY.items() if start.startswith(name[:2].rstrip(".'")))
