"""What is due -> lines for a terminal, words on each service, a table (CSV), the text of an issue (Markdown)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import wrap

from generator.edition import Edition
from generator.l10n.plurals import many
from generator.model.fields.text import in_language
from generator.model.service import Service
from generator.output import csv_table
from generator.staff.planning.checks_due import (
    DayWords,
    Due,
    keeps_back,
    not_shown,
    numbered,
    oldest_check,
    questions,
    without_secrets,
)
from generator.staff.planning.points_due import points_named, points_too_old, points_waiting

COLUMNS = "id,name,organisation,kind,state,due,last_check,checked_by,checked_how,contract_until,not_shown,ask".split(
    ","
)
MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")


@dataclass(frozen=True, slots=True)
class DueList:
    """What one look at the directory found: services to check, and services whose contract ends."""

    edition: Edition
    due: Sequence[Due]
    contracts: Sequence[Service]
    within: int
    say: DayWords
    language: str = "en"

    def name(self, service: Service) -> str:
        """A service's name in the language of the site, without what is secret: a refuge may be called by its house."""
        return without_secrets(self.edition, in_language(service.name, self.language))

    def is_wanted_now(self, one: Due) -> bool:
        """Whether a service wants its check today, and not only soon."""
        return one.freshness != "fresh" or keeps_back(one.service)

    def state(self, one: Due) -> str:
        """How a service stands, in one sentence without a full stop."""
        check = oldest_check(self.edition, one.service)
        kept = "; ".join(self._points_and_contacts(one.service))
        if check is None or one.since is None:
            return kept or "nobody has checked it yet"
        last = f"last checked on {self.say.day(check.on)}"
        when = {
            "overdue": f"overdue since {self.say.day(one.since)}, {last}: the site tells people to call first",
            "due": f"due since {self.say.day(one.since)}, {last}",
        }.get(one.freshness, "" if kept else f"due on {self.say.day(one.since)}, {last}")
        return "; ".join(part for part in (when, kept) if part)

    def _points_and_contacts(self, service: Service) -> Iterator[str]:
        """What the site keeps back, and which points are told as old."""
        hidden, waiting, old = not_shown(service), points_waiting(service), points_too_old(self.edition, service)
        if hidden:
            back = "them" if len(hidden) > 1 else "it"
            yield f"nobody has checked {numbered(service, hidden)}, so the site keeps {back} back"
        if waiting:
            whose = "their" if len(waiting) > 1 else "its"
            yield f"nobody has checked {points_named(waiting)}, so the site keeps {whose} hours and numbers back"
        if old:
            yield f"the check of {points_named(old)} is too old"

    def contract(self, service: Service) -> str:
        """When a service's contract ends, or that it has."""
        until = service.contract_until or self.edition.today
        days = (until - self.edition.today).days
        ends = f"in {many(days, 'day')}, on" if days > 0 else "today," if days == 0 else "ended on"
        longer = service.contract_extension
        more = f"; it may be extended to {self.say.day(longer)}" if longer else ""
        return f"{self.name(service)} ({service.id}): contract {ends} {self.say.day(until)}{more}"

    def ask(self, service: Service) -> Sequence[str]:
        """What to ask about a service, in a word or two each."""
        return [question.about for question in questions(self.edition, service, self.say)]


def done_with(service: Service) -> str:
    """The command that says that a check is done."""
    one_by_one = any(contact.checked for contact in service.contact)
    points = any(point.checked for point in service.points) or bool(one_by_one and points_waiting(service))
    which = " --contact all" * (one_by_one or (points and not service.checked)) + " --point all" * points
    return f'waymark due --done {service.id} --by "Your name" --how phoned{which}'


def as_csv(found: DueList) -> bytes:
    """A row for each service that wants a check or whose contract ends."""
    edition = found.edition
    listed = {one.service.id for one in found.due}
    rows = [_row(found, one.service, one.freshness, one.since) for one in found.due]
    rows += [
        _row(found, service, edition.freshness(service), edition.due_on(service))
        for service in found.contracts
        if service.id not in listed
    ]
    return csv_table(COLUMNS, [[without_secrets(edition, cell) for cell in row] for row in rows])


def _row(found: DueList, service: Service, state: str, since: date | None) -> Sequence[str]:
    check = oldest_check(found.edition, service)
    organisation = found.edition.catalogue.organisations.get(service.organisation)
    return (
        service.id,
        found.name(service),
        in_language(organisation.name, found.language) if organisation else service.organisation,
        service.kind,
        state,
        str(since or ""),
        str(check.on) if check else "",
        check.by if check else "",
        check.how if check else "",
        str(service.contract_until or ""),
        numbered(service, not_shown(service)),
        "; ".join(found.ask(service)),
    )


def as_issue(found: DueList) -> Iterator[str]:
    """Markdown for an issue that a scheduled job opens: a box to tick for each service, with the questions to ask.

    Anyone may read an issue. So it holds no address of a place, and no number that the site keeps back.
    """
    return (without_secrets(found.edition, line) for line in _issue(found))


def services_want(count: int) -> str:
    """1 service wants; 2 services want."""
    return f"{count} service{' wants' if count == 1 else 's want'}"


def _issue(found: DueList) -> Iterator[str]:
    now = [one for one in found.due if found.is_wanted_now(one)]
    if not found.due and not found.contracts:
        yield "Nothing is due."
        return
    soon = len(found.due) - len(now)
    yield f"{services_want(len(now))} a check now{f', {soon} more within {found.within} days' if soon else ''}."
    for one in found.due:
        state = found.state(one)
        yield ""
        yield f"- [ ] **{_plain(found.name(one.service))}** (`{one.service.id}`): {_plain(state)}."
        for number, question in enumerate(questions(found.edition, one.service, found.say), 1):
            yield f"  {number}. {_plain(question.text)}"
        yield ""
        yield f"  When it is checked: `{done_with(one.service)}`"
    if found.contracts:
        yield ""
        yield "Contracts that end within 90 days, or have ended:"
        yield ""
        yield from (f"- [ ] {_plain(found.contract(service))}" for service in found.contracts)


def _plain(text: str) -> str:
    """An author's words in Markdown: no sign in them means anything, and nobody is called by name."""
    return MARKDOWN.sub(r"\\\1", text).replace("@", "@\u200b")


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
    return "in part" if one.freshness == "fresh" and keeps_back(one.service) else one.freshness


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
