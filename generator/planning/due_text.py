"""What is due -> lines for a terminal: a list that fits on one screen, or all to ask. Last: what to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from textwrap import wrap

from generator.planning.due import Due
from generator.planning.due_told import DueList, done_with, services_want
from generator.planning.questions import not_shown
from generator.planning.secrets import without_secrets

WIDE = 79
"""A terminal of 80 letters folds no line of it again."""
FEWEST = 8
"""So many lines of the list are shown, however low the terminal is."""
HEADINGS = {
    "overdue": "Overdue ({}): the site tells people to call first.",
    "due": "Due ({}).",
    "unchecked": "Never checked ({}): the site does not show yet how to reach them.",
    "in part": "Checked in part ({}): the site does not show the rest yet.",
    "fresh": "Due within {within} days ({}).",
}
COUNTED = {"overdue": "overdue", "due": "due", "unchecked": "never checked", "in part": "checked in part"}
ALL = "All of them, with what to ask each: waymark due --all"


def everything(found: DueList) -> Iterator[str]:
    """Every service, the most urgent first, with what to ask about."""
    for heading, due in _groups(found):
        yield heading
        for one in due:
            yield from ("", f"{found.name(one.service)} ({one.service.id})")
            state = found.state(one)
            for sentence in (f"{state[0].upper()}{state[1:]}.", f"Ask about: {', '.join(found.ask(one.service))}."):
                yield from _set_in(without_secrets(found.edition, sentence))
        yield ""
    yield from _contracts(found)
    yield from _ending(found)


def on_one_screen(found: DueList, rows: int) -> Iterator[str]:
    """A line for each service, so many that the ending is on the screen too. `rows`: how many lines the screen has."""
    ending = list(_ending(found))
    last = sum(1 + len(line) // (WIDE + 1) for line in ending)  # a command to type may be longer than a line
    room = max(FEWEST, rows - last - 4)
    contracts = list(_contracts(found, room // 3))
    entries = [entry for heading, due in _groups(found) for entry in _named(found, heading, due)]
    yield from _so_many(entries, room - len(contracts))
    if entries:
        yield from (ALL, "")
    yield from contracts
    yield from ending


def _so_many(entries: Sequence[Sequence[str]], room: int) -> Iterator[str]:
    """The first entries that fit into so many lines, at least one; then how many more there are."""
    used = 0
    for number, entry in enumerate(entries):
        used += len(entry)
        if number and used > room:
            yield f"  and {len(entries) - number} more"
            return
        yield from entry


def _groups(found: DueList) -> Iterator[tuple[str, Sequence[Due]]]:
    """A heading and the services below it, for each way to stand that there is; the most urgent first."""
    for state, heading in HEADINGS.items():
        due = [one for one in found.due if _state(found, one) == state]
        if due:
            yield heading.format(len(due), within=found.within), due


def _state(found: DueList, one: Due) -> str:
    return "in part" if one.freshness == "fresh" and not_shown(found.edition, one.service) else one.freshness


def _named(found: DueList, heading: str, due: Sequence[Due]) -> Iterator[list[str]]:
    """The lines of each service; those of the first begin with the heading."""
    above = [heading]
    for one in due:
        when = ""
        if one.since and _state(found, one) != "in part":
            when = f", {'on' if one.freshness == 'fresh' else 'since'} {found.say.day(one.since)}"
        yield [*above, *_set_in(f"{found.name(one.service)} ({one.service.id}){when}", "      ")]
        above = []


def _contracts(found: DueList, room: int = 1000) -> Iterator[str]:
    """The contracts that end soon, in so many lines and a heading; an empty line below."""
    if found.contracts:
        yield "Contracts that end within 90 days, or have ended:"
        yield from _so_many([_set_in(found.contract(service), "      ") for service in found.contracts], room)
        yield ""


def _ending(found: DueList) -> Iterator[str]:
    """How many, what to do next, and how to say that it is done."""
    yield from wrap(_counted(found), WIDE)
    if found.due:
        first = found.due[0].service
        yield f"Next: ask {found.name(first)}. What to ask:"
        yield f"  waymark due --message {first.id}"
        yield "When they have answered, record it:"
        yield from _command(done_with(first))


def _command(line: str) -> Iterator[str]:
    """A command to copy, over two lines where one is too long, as a terminal takes it."""
    if len(line) + 2 <= WIDE:
        yield f"  {line}"
        return
    before, by, after = line.partition(" --by ")
    yield from (f"  {before} \\", f"   {by}{after}")


def _counted(found: DueList) -> str:
    """33 services want a check now: 9 overdue, 11 due, 12 never checked, 1 checked in part. 2 more within 30 days."""
    states = Counter(_state(found, one) for one in found.due)
    soon = states.pop("fresh", 0)
    now = states.total()
    parts = [f"{states[state]} {words}" for state, words in COUNTED.items() if states[state]]
    told = f"{services_want(now)} a check now: {', '.join(parts)}." if now else "No service wants a check now."
    return told + (f" {soon}{' more' if now else ''} within {found.within} days." if soon else "")


def _set_in(text: str, further: str = "  ") -> list[str]:
    return wrap(
        text,
        WIDE,
        initial_indent="  ",
        subsequent_indent=further,
        break_on_hyphens=False,
        break_long_words=False,
    )
