"""`waymark due`: which services want a check and what to ask them, and the one line that says that it is done."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.console import rows_of, stop
from generator.cli.context import A_FILE, DayOption, Number, in_form, only_shown, site_command, to_a_file
from generator.cli.due_answers import service_named, take_answers, write_form
from generator.cli.field_lines import change_fields
from generator.cli.output_file import hand_over
from generator.content.editing.document import YamlDocument
from generator.content.editing.save import text_of
from generator.content.loading.folder import ids_in, own_files, shared_files
from generator.content.source.positions import Path as Field
from generator.diagnostics import ContentError
from generator.edition import Edition
from generator.formatters.terminal import is_a_terminal
from generator.privacy.outgoing import searched
from generator.settings import Settings
from generator.site_loader import Site
from generator.staff.planning.checks_due import named, not_shown, numbered

if TYPE_CHECKING:  # what a command does not need costs it no time to start
    from generator.formatters.due import DueList


class Marking:
    """One check of one service: of the whole record, or of some of its contacts or points."""

    def __init__(
        self,
        site: Site,
        settings: Settings,
        edition: Edition,
        service_id: str,
        contacts: Sequence[str],
        points: Sequence[str],
    ) -> None:
        self.site = site
        self.settings = settings
        self.edition = edition
        self.service = service_named(edition, service_id, "--done")
        self.fields = self._fields(contacts) if contacts or not points else []
        self.fields += self._points(points)
        self._refuse_what_is_shared()

    def write(self, check: Mapping[str, str], dry_run: bool) -> None:
        """Change the lines and say which. ContentError where the content would not be right with them."""
        file, record = self._place()
        fields = [(*record, *field) for field in self.fields]
        changed = change_fields(self.site, self.settings, file, fields, check, dry_run=dry_run)
        for field, said in changed.said:
            click.echo(said)
            first = changed.places.value(field[:-1]).line
            above = changed.lines[first - 2].strip() if first > 1 else ""
            if above.startswith("#"):
                words = f": {above}" if is_a_terminal(sys.stdout) else ""  # a comment may say where a refuge is
                click.echo(f"See whether the comment above it, on line {first - 1}, is still true{words}")
        for sentence in self._what_now(changed.edition):
            click.echo(sentence)
        click.echo(changed.told(dry_run=dry_run))

    def _fields(self, contacts: Sequence[str]) -> list[Field]:
        """Which fields the check changes: the record's own, or those of contacts."""
        service = self.service
        if not contacts:
            if any(contact.checked for contact in service.contact):
                raise click.UsageError(f"the contacts of {service.id} are checked one by one; {self._which()}")
            return [("checked",)]
        if "all" in contacts:
            own: list[Field] = [("contact", number, "checked") for number in range(len(service.contact))]
            return [*own, ("checked",)] if service.checked or not own else own
        numbers = []
        for contact in contacts:
            if not contact.isascii() or not contact.isdigit() or not 1 <= int(contact) <= len(service.contact):
                raise click.UsageError(f"--contact {contact}: there is no such contact; {self._which()}")
            numbers.append(int(contact) - 1)
        return [("contact", number, "checked") for number in dict.fromkeys(numbers)]

    def _points(self, points: Sequence[str]) -> list[Field]:
        """The fields of the points that the check is of."""
        every = range(1, len(self.service.points) + 1)
        if "all" in points:
            return [("points", number - 1, "checked") for number in every]
        for point in points:
            if not point.isascii() or not point.isdigit() or int(point) not in every:
                which = f"it has {len(every)}, counted from 1" if every else "it has none: leave it out"
                raise click.UsageError(f"--point {point}: there is no such point; {which}")
        return [("points", int(point) - 1, "checked") for point in dict.fromkeys(points)]

    def _which(self) -> str:
        listed = ", ".join(f"{number} is {named(one)}" for number, one in enumerate(self.service.contact, 1))
        return f"say which one with --contact, or --contact all: {listed}" if listed else "it has none: leave it out"

    def _refuse_what_is_shared(self) -> None:
        """A record of several offices is checked by whoever keeps it; an office checks what it says otherwise."""
        local = self.edition.catalogue.local.get(self.service.id, ())
        wanted = {str(field[0]) for field in self.fields}
        shared = shared_files(self.site.root, self.settings)
        file = next((one for one in shared if self.service.id in ids_in(self.site.root, one)), None)
        if file and not (local and wanted <= {*local, "checked"} and ("contact" in local or "checked" in local)):
            words = f"{self.service.id} is kept in {file}, for several offices, and no command writes there"
            raise click.UsageError(f"{words}; record the check in that file, or write your own over it: over: shared")

    def _place(self) -> tuple[str, Field]:
        """The file of the directory and the record in it that holds the service."""
        for file in own_files(self.site.root, self.settings):
            value = YamlDocument(text_of(self.site.root / file, file), file).value
            services = value.get("services", []) if isinstance(value, dict) else []
            for number, one in enumerate(services):
                if isinstance(one, dict) and one.get("id") == self.service.id:
                    return file, ("services", number)
        raise AssertionError("a service of the catalogue stands in a file of the directory")

    def _what_now(self, edition: Edition) -> list[str]:
        """What the public sees from now on that it did not see, what is still kept back, and the next check."""
        service = edition.catalogue.service_by_id[self.service.id]
        hidden = not_shown(service)
        new = [
            contact
            for contact, before in zip(service.contact, self.service.contact, strict=True)
            if self.service.check_of(before) is None and service.check_of(contact) is not None
        ]
        said = [f"Shown from the next build on: {numbered(service, new)}."] if new else []
        if hidden:
            said.append(f"Still not shown: {numbered(service, hidden)}.")
        due = edition.due_on(service)
        if due is not None:
            said.append(f"The next check of {service.id} is due on {due}.")
        return said


CONTRACTS_WITHIN = 90
"""Days before the end of a contract from which staff are told of it."""


@site_command(
    "due",
    help="Say which services want a check, by when, and what to ask; and record that a check is done.",
    example="waymark due\nwaymark due --message harbour-helpline\n"
    'waymark due --done harbour-helpline --by "Sam Reed" --how phoned',
)
@click.option("--within", type=Number(0, 730, 30), default=30, show_default=True, help="Look so many days ahead.")
@click.option("--all", "every", is_flag=True, help="All of them: in a terminal, every service, with what to ask each.")
@in_form("text", "csv", "ics", "issue")
@to_a_file
@click.option("--message", metavar="ID", help="Only the message to the provider of this service, ready to send.")
@click.option("--form", "reply", type=A_FILE, help="With --message: also make a form to fill in: .html, .xlsx or .csv.")
@click.option("--answers", type=A_FILE, help="A form that came back, or the text of its mail: what it changes.")
@click.option("--write", is_flag=True, help="Do it. Goes with --answers, and with --by: who made sure.")
@click.option("--done", metavar="ID", help="Record that this service was checked, with --by and --how.")
@click.option("--by", help="Who says so: with --done or --answers, who checked it.")
@click.option("--how", help="With it: how, such as phoned, or read their website.")
@click.option("--on", type=DayOption(), help="The day on which it was done. Default: today.")
@click.option("--contact", "contacts", multiple=True, help="A contact, with --done: its number, from 1; or all.")
@click.option("--point", "points", multiple=True, help="A point, with --done: its number, from 1; or all.")
@only_shown
def command(
    site: Site,
    within: int,
    every: bool,
    form: str,
    to: Path | None,
    message: str | None,
    reply: Path | None,
    answers: Path | None,
    write: bool,
    done: str | None,
    contacts: tuple[str, ...],
    points: tuple[str, ...],
    dry_run: bool,
    **check: Any,
) -> None:
    """Look, or record."""
    marks = {"contact": contacts, "point": points, "dry-run": dry_run}
    _refuse_what_does_not_go_together(message, done, marks if answers else {**check, **marks})
    if (reply and message is None) or (write and answers is None) or (answers and (message or done)):
        raise click.UsageError("--form goes with --message ID, and --write with --answers FILE; each alone")
    try:
        settings = site.settings()
        edition = site.edition(settings)
        if answers is not None:
            made_sure = _check(site, **check) if write or check["by"] else {}
            take_answers(site, settings, edition, answers, _say(settings), made_sure, write=write)
        elif done is not None:
            Marking(site, settings, edition, done, contacts, points).write(_check(site, **check), dry_run)
        elif message is not None:
            if reply:
                write_form(edition, settings, service_named(edition, message, "--message"), _say(settings), reply)
            hand_over(searched(_message(edition, settings, message), "txt", edition.withheld), to)
        else:
            rows = None if to or every else rows_of(sys.stdout)
            hand_over(searched(_told(edition, settings, within, form, rows), form, edition.withheld), to)
    except ContentError as error:
        stop(error.problems)


def _refuse_what_does_not_go_together(message: str | None, done: str | None, with_done: dict[str, Any]) -> None:
    if message is not None and done is not None:
        raise click.UsageError("--message and --done do not go together; send the message first")
    if done is None:
        given = [name for name, value in with_done.items() if value]
        if given:
            raise click.UsageError(f"--{given[0]} needs --done ID: which service was checked")


def _check(site: Site, by: str | None, how: str | None, on: date | None) -> dict[str, str]:
    from generator.cli.prompts.parsers import reading
    from generator.cli.prompts.session import Asking, past
    from generator.model.fields.text import Label

    asking, label = Asking(no_input=True), reading(Label)
    who = asking.text("by", "Who checked it?", by, label, example="Sam Reed", required=True)
    done = asking.text("how", "How?", how, label, example="phoned", required=True)
    return {"on": past(site, on, "on"), "by": str(who), "how": str(done)}


def _message(edition: Edition, settings: Settings, service_id: str) -> str:
    from generator.staff.planning.provider_email import message_to

    return str(message_to(edition, service_named(edition, service_id, "--message"), settings, _say(settings)))


def _told(edition: Edition, settings: Settings, within: int, form: str, rows: int | None) -> bytes | str:
    """In the form that is wanted. `rows`: the lines of the terminal that it must fit in, if it must."""
    from generator.formatters import due, second_person
    from generator.staff.planning.checks_due import contracts_ending, due_within

    found = due.DueList(
        edition,
        due_within(edition, within),
        contracts_ending(edition, CONTRACTS_WITHIN),
        within,
        _say(settings),
        settings.language,
    )
    if form == "csv":
        return due.as_csv(found)
    if form == "ics":
        return _calendar(found, settings)
    if form == "issue":
        lines = due.as_issue(found)
    else:
        lines = due.on_one_screen(found, rows) if rows else due.everything(found)
    return "".join(f"{line}\n" for line in (*lines, *second_person.lines(edition.catalogue.awaiting)))


def _calendar(found: DueList, settings: Settings) -> bytes:
    """A check on the day it is due, else today; the end of a contract on its day."""
    from generator.formatters.due import done_with
    from generator.site.feeds.calendars import Reminder, reminders_calendar

    today = found.edition.today
    checks = [
        Reminder(
            f"{one.service.id}-check",
            max(one.since, today) if one.since and not found.is_wanted_now(one) else today,
            f"Check: {found.name(one.service)}",
            f"Ask about: {', '.join(found.ask(one.service))}.\n{done_with(one.service)}",
        )
        for one in found.due
    ]
    ends = [
        Reminder(f"{one.id}-contract", one.contract_until or today, f"Contract ends: {found.name(one)}", one.id)
        for one in found.contracts
    ]
    return reminders_calendar("checks", [*checks, *ends], settings, found.edition.now)


def _say(settings: Settings) -> Any:
    from generator.l10n.formats import day, hours
    from generator.staff.planning.checks_due import DayWords

    return DayWords(lambda value: day(value, settings.language), lambda value: hours(value, settings.language))
