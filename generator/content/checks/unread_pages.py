"""Words that nobody has read who speaks their language are named where both are equal, or somebody asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from generator.content.analysis.needs import nothing
from generator.content.analysis.translated_texts import STATES, further_languages, translated, twins
from generator.content.loading.config import place_of_option
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic, Fault, Location, Severity, quoted

CODES = ("page-unread", "words-unread", "words-missing", "words-changed", "words-counted")
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    languages = content.settings.languages
    for file, code in content.unread.items():
        one = languages[code]
        if one.equal or content.asked_language == code:
            words = f"nobody who speaks {quoted(code)} has read these words"
            hint = (
                'have them read, and write who did in the place of "unread: yes": '
                "checked: {on: 2027-01-12, by: Sam Reed, how: read}"
            )
            yield Fault("page-unread", words, hint).at(Location(file), "error" if one.equal else "notice")
    for code in further_languages(content):
        asked = content.asked_language == code
        if asked or languages[code].equal:
            yield from _of_records(content, code, "error" if languages[code].equal else "notice", asked=asked)


def _of_records(content: Content, code: str, severity: Severity, *, asked: bool) -> Iterator[Diagnostic]:
    every = list(translated(content, code))
    first = quoted(content.settings.language)
    for one in every:
        if one.reader and one.state == "unread":
            words = f"{first} was changed after {quoted(one.reader.by)} read this on {one.reader.on}"
            yield Fault("words-changed", words, "have it read again, and write the new day").at(one.place, severity)
    for _, found in groupby(every, key=lambda one: id(one.found)):
        record = list(found)
        says_so = any(one.is_said and one.state == "unread" for one in record)
        if says_so or (asked and any(one.state != "read" for one in record)):
            words = f"of the texts here, {_counts(Counter[str](one.state for one in record))} in {code}"
            if any(one.state == "unread" for one in record):
                hint = (
                    f"have them read, and write who did in this record: {code}_read: {{by: Sam Reed, on: 2027-01-12}}"
                )
                fault = Fault("words-unread", words, hint)
            else:
                fault = Fault("words-missing", words, "make a table: waymark translate --export FILE.xlsx")
            yield fault.at(record[0].found.at(), severity if says_so else "notice")
    if asked:
        records = _counts(Counter[str](one.state for one in every))
        pages = _counts(Counter[str](state for _, state in twins(content, code)))
        words = f"of the texts of records, {records} in {code}, and of the words of pages, {pages}"
        yield Fault("words-counted", words).at(place_of_option(content.config, "languages", code), "notice")


def _counts(states: Counter[str]) -> str:
    return ", ".join(f"{states[state]:,} {'is' if states[state] == 1 else 'are'} {state}" for state in STATES)
