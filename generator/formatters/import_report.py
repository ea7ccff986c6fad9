"""What becomes of a spreadsheet's rows -> lines for people who are not programmers, in a terminal of any width."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from generator.diagnostics import quoted
from generator.formatters.terminal import NOT_REPEATED, LinePrinter, cut, is_a_terminal
from generator.l10n.plurals import many
from generator.privacy.whereabouts import told_by
from generator.staff.spreadsheets.apply import Applied, Wanted
from generator.staff.spreadsheets.apply_row import seems_checked
from generator.staff.spreadsheets.cells import shown
from generator.staff.spreadsheets.columns import BY_FIELD, PLACES
from generator.staff.spreadsheets.flatten import UNNUMBERED, Key
from generator.staff.spreadsheets.heading_kinds import WHERE, HeadingKind
from generator.staff.spreadsheets.headings import Heading
from generator.staff.spreadsheets.import_rows import Imported
from generator.staff.spreadsheets.row_changes import FieldChange, Result

COLOURS = {"new": "green", "changed": "yellow", "unchanged": None, "to mend": "red"}
SHOWN_AT_MOST = 8
EXAMPLES = {"organisation": "victim-support", "kind": "helpline", "helps_with": "any-crime", "areas": "cumbria"}
"""What may be the same for every row of a table, and how somebody would say so."""
NO_KEY = ("name", 0)
WAY_WORDS = {
    "phone": "a phone number",
    "text": "a number for text messages",
    "textphone": "a textphone",
    "chat": "a live chat",
    "form": "a form",
    "website": "a website",
    "email": "an e-mail address",
}


def tell(rows: Imported, taken: Applied, wanted: Wanted, *, file: str, written: Sequence[str] | None) -> None:
    """Say what was read, what each column is, how cells were read, what becomes of each row, and what to do next.

    Args:
        rows: what was read.
        taken: what the files would say.
        wanted: what was asked for.
        file: what the spreadsheet, or the feed, is called.
        written: the files that were written; None for a dry run.
    """
    say = LinePrinter(alone=is_a_terminal(sys.stdout), secret=_columns_of_places(rows))
    if rows.is_a_feed:
        say(f"{file}: {many(len(rows.results), 'service')}, one in each row.")
    else:
        say(f"{file}: {many(len(rows.results), 'row')} below the headings in row {rows.headings.row}.")
    for line in rows.told:
        say(line)
    if not rows.is_a_feed:
        _tell_columns(rows, say)
    _tell_readings(rows, say)
    _tell_rows(rows, taken, wanted, say)
    _tell_next(rows, taken, wanted, say, file, written)


def _tell_columns(rows: Imported, say: LinePrinter) -> None:
    shown_columns = [one for one in rows.headings.columns if one.key is not None]
    if rows.headings.ours:
        say("Waymark made this table: an empty cell takes the value out.")
    else:
        say.title("Columns")
        wide = min(max((len(one.called) for one in shown_columns), default=0), 28)
        for one in shown_columns:
            say(f"{cut(one.called, wide):<{wide}}  {_field(one)}", indent=2, hang=wide + 2)
    if rows.left:
        say.title("Columns that are not taken")
        for left in rows.left:
            values = (
                f"{many(left.values, 'value')}, such as {say.unless(True, quoted(left.example))}"
                if left.values
                else "empty"
            )
            say(f"{left.heading}: {values}", indent=2, hang=2)
            if left.sort:
                say(_advice(left.heading, left.sort), indent=6, hang=2)
        plain = [left for left in rows.left if not left.sort]
        if plain:
            first = next((left.heading for left in plain if left.values), plain[0].heading)
            wanted = next((field for field, column in BY_FIELD.items() if column.heading in rows.nowhere), "about")
            say(f'To take one: --map "{first}={wanted}"', indent=2)


def _advice(heading: str, sort: HeadingKind) -> str:
    """What to do with a column that may say a place, how to reach somebody, or a name: never to put it into words."""
    may = f"It may say {WHERE[sort.holds]}, and does not go into words that everyone reads."
    return f'{may} To take it: --map "{heading}={sort.field}"' if sort.field else f"{may} There is no field for it."


def _field(heading: Heading) -> str:
    field, number = heading.key or NO_KEY
    if field in UNNUMBERED:
        words = f"Contact {number}: {WAY_WORDS[field.rpartition('.')[2]]}"
    else:
        words = BY_FIELD[field].called(number)
    return words + {"guessed": "  (a guess)", "told": "  (as you said)"}.get(heading.how, "")


def _tell_readings(rows: Imported, say: LinePrinter) -> None:
    seen = Counter(
        taken if not (result.secret and not say.alone and told_by(taken.said)) else replace(taken, said=NOT_REPEATED)
        for result in rows.results
        for taken in result.row.taken
    )
    if not seen:
        return
    say.title("Read as")
    by_column: dict[str, list[str]] = {}
    for taken, times in seen.items():
        more = f" ({times} times)" if times > 1 else ""
        read = say.unless(taken.column in say.secret, f"{quoted(taken.said)} as {taken.read_as}")
        by_column.setdefault(taken.column, []).append(f"{read}{more}")
    for column, readings in by_column.items():
        for reading in readings[:SHOWN_AT_MOST]:
            say(f"{column}: {reading}", indent=2, hang=2)
        if len(readings) > SHOWN_AT_MOST:
            say(f"{column}: and {len(readings) - SHOWN_AT_MOST} more in the same way", indent=2)


def _tell_rows(rows: Imported, taken: Applied, wanted: Wanted, say: LinePrinter) -> None:
    say.title("Rows")
    for result in rows.results:
        if result.state == "unchanged":
            continue
        called = f"{result.name or '(no name)'}{f' ({result.id})' if result.id else ''}"
        say(
            f"row {result.row.number:<4} {result.state:<8} {called}",
            indent=2,
            hang=18,
            colour=COLOURS[result.state],
            mark=result.state,
        )
        for line in _details(result, taken, say):
            say(line, indent=6, hang=2)
    same = sum(result.state == "unchanged" for result in rows.results)
    if same:
        say(f"{many(same, 'row')} {'says' if same == 1 else 'say'} what the directory says already.", indent=2)


def _details(result: Result, taken: Applied, say: LinePrinter) -> Iterator[str]:
    for problem in result.problems:
        text = problem.text
        if say.unless("'" in text and (result.secret or problem.column in say.secret), text) != text:
            text = f"what stands there is not right {NOT_REPEATED}"
        yield f"column {problem.column}: {text}" if problem.column else text
    if result.state in ("new", "changed"):
        yield from result.made
    if result.state == "changed":
        by_hand = taken.by_hand.get(result.id, ())
        for changes in _together(result.changes):
            yield _changes(changes, say) + ("  [by hand]" if changes[0] in by_hand else "")


def _together(changes: Sequence[FieldChange]) -> Iterator[list[FieldChange]]:
    """Changes one by one, but a whole contact or place that is new, or taken out, as one."""
    groups: dict[Any, list[FieldChange]] = {}
    for change in changes:
        groups.setdefault(change.whole or change.key, []).append(change)
    yield from groups.values()


def _changes(changes: Sequence[FieldChange], say: LinePrinter) -> str:
    first = changes[0]
    if first.whole is None:
        return _change(first, say)
    parts = [shown(change.old if first.new is None else change.new) for change in changes]
    called = f"{first.whole[0].capitalize()} {first.whole[1]}"
    said = say.unless(first.whole[0] == "place", quoted(", ".join(parts)))
    return f"{called} {'would be taken out' if first.new is None else 'is new'}: {said}"


def _change(change: FieldChange, say: LinePrinter) -> str:
    old, new = (say.unless(_is_of_a_place(change.key), quoted(shown(value))) for value in (change.old, change.new))
    if change.new is None:
        return f"{change.called}: {old} would be taken out"
    if change.old is None:
        return f"{change.called}: {new} is new"
    return f"{change.called}: {old} becomes {new}"


def _is_of_a_place(key: Key) -> bool:
    return key[0].partition(".")[0] in PLACES


def _columns_of_places(rows: Imported) -> set[str]:
    """What the columns of places are called, and the column of nothing, which may be about one."""
    named = {one.called for one in rows.headings.columns if one.key and _is_of_a_place(one.key)}
    origins = (result.row.origins for result in rows.results)
    named.update(called for origin in origins for key, called in origin.items() if _is_of_a_place(key))
    return (
        named
        | {""}
        | {
            BY_FIELD[field].called(number)
            for field in BY_FIELD
            if _is_of_a_place((field, 0))
            for number in range(1, 20)
        }
    )


def _tell_next(
    rows: Imported, taken: Applied, wanted: Wanted, say: LinePrinter, file: str, written: Sequence[str] | None
) -> None:
    count: Counter[str] = Counter(result.state for result in rows.results)
    say()
    if say.hushed:
        say("Others may read along here, so no value of a place is repeated, or of a column that is not taken.")
        say("In a terminal of your own you see them all.")
    parts = [f"{count[state]} {state}" for state in COLOURS if count[state]]
    say(f"{many(len(rows.results), 'row')}: {', '.join(parts)}." if parts else "There are no rows below the headings.")
    if rows.nowhere and count["to mend"]:
        what = "Nothing in the feed" if rows.is_a_feed else "No column"
        more = "" if rows.is_a_feed else " Add a column for each."
        say(f"{what} says: {', '.join(rows.nowhere)}. Every service needs them.{more}")
        if any(BY_FIELD[field].heading in rows.nowhere for field in EXAMPLES):
            say("What is the same for all rows you can say once, as in:")
        for field in [field for field, example in EXAMPLES.items() if BY_FIELD[field].heading in rows.nowhere]:
            say(f'--default "{field}={EXAMPLES[field]}"', indent=2)
    unknown = [name for name in rows.organisations if name not in wanted.organisations]
    if unknown:
        say("These organisations are not in the directory. To add them too: --add-organisations", hang=2)
        for name in unknown:
            say(f"{name}: {rows.organisations[name]}", indent=2, hang=2)
    if taken.by_hand:
        say("By hand: these are not on lines of their own, or nobody has checked them. Make them in the file yourself:")
        for service, changes in taken.by_hand.items():
            for some in _together(changes):
                say(f"{service}: {_changes(some, say)}", indent=2, hang=2)
        if any(seems_checked(change, result) for result in rows.results for change in taken.by_hand.get(result.id, ())):
            say("The service was checked before a new number came. Check the number, then write it and the check down.")
    say(f"Written: {', '.join(written)}." if written else "Nothing was written.")
    if written and taken.organisations:
        say(f"Added below organisations: {', '.join(taken.organisations)}. Write a sentence about each.", hang=2)
    unchecked = sum(_has_unchecked(result) for result in rows.results if result.state == "new")
    if written and unchecked:
        words = (
            f"{many(unchecked, 'new service')} {'has' if unchecked == 1 else 'have'} contacts that nobody has checked."
        )
        say(f"{words} The site does not show these until somebody does: see `waymark check`.")
    if count["new"] and written is None:
        say(f"To write {many(count['new'], 'new service')}: the same command with --write")
    if count["changed"] and (written is None or not wanted.update):
        more = "--write" if wanted.update else "--update --write"
        say(f"To change {many(count['changed'], 'service')} in the directory: the same command with {more}")
    if count["to mend"]:
        if rows.is_a_feed:
            say("To take the others, say with --default what they lack, or write them: `waymark new service`.")
        else:
            say(f"To take the others, mend {file} as said above, and run the command again.")


def _has_unchecked(result: Result) -> bool:
    return "checked" not in result.values and any("checked" not in one for one in result.values.get("contact", ()))
