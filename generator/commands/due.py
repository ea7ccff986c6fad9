"""`waymark due`: which services want a check and what to ask them, and the one line that says that it is done."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.commands.handing_over import hand_over
from generator.commands.numbers import Number
from generator.commands.options import in_form, only_shown, to_a_file
from generator.commands.site import Day, Site, site_command
from generator.commands.telling import rows_of, stop
from generator.problems import ContentError

if TYPE_CHECKING:  # what a command does not need costs it no time to start
    from generator.model.edition import Edition
    from generator.planning.due_told import DueList
    from generator.settings import Settings

CONTRACTS_WITHIN = 90
"""Days before the end of a contract from which staff are told of it."""


@site_command(
    "due",
    help="Say which services want a check, by when, and what to ask; and record that a check is done.",
    example="waymark due\nwaymark due --message harbour-helpline\n"
    'waymark due --done harbour-helpline --by "Sam Reed" --how phoned',
)
@click.option("--within", type=Number(0, 730, 30), default=30, show_default=True, help="Look so many days ahead.")
@click.option("--all", "every", is_flag=True, help="In a terminal: name every service, with what to ask each.")
@in_form("text", "csv", "ics", "issue")
@to_a_file
@click.option("--message", metavar="ID", help="Only the message to the provider of this service, ready to send.")
@click.option("--done", metavar="ID", help="Record that this service was checked, with --by and --how.")
@click.option("--by", help="With --done: who checked it.")
@click.option("--how", help="With --done: how, such as phoned, or read their website.")
@click.option("--on", type=Day(), help="With --done: the day of the check. Default: today.")
@click.option("--contact", "contacts", multiple=True, help="A contact, with --done: its number, from 1; or all.")
@only_shown
def command(
    site: Site,
    within: int,
    every: bool,
    form: str,
    to: Path | None,
    message: str | None,
    done: str | None,
    contacts: tuple[str, ...],
    dry_run: bool,
    **check: Any,
) -> None:
    """Look, or record."""
    _refuse_what_does_not_go_together(message, done, {**check, "contact": contacts, "dry-run": dry_run})
    try:
        settings = site.settings()
        edition = site.edition(settings)
        if done is not None:
            from generator.commands.checking import Marking

            Marking(site, settings, edition, done, contacts).write(_check(site, **check), dry_run)
        elif message is not None:
            hand_over(_message(edition, settings, message), to)
        else:
            rows = None if to or every else rows_of(sys.stdout)
            hand_over(_told(edition, settings, within, form, rows), to)
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
    from generator.commands.asking import Asking, past
    from generator.commands.right_answers import reading
    from generator.model.text import Label

    asking, label = Asking(no_input=True), reading(Label)
    who = asking.text("by", "Who checked it?", by, label, example="Sam Reed", required=True)
    done = asking.text("how", "How?", how, label, example="phoned", required=True)
    return {"on": past(site, on, "on"), "by": str(who), "how": str(done)}


def _message(edition: Edition, settings: Settings, service_id: str) -> str:
    from generator.commands.checking import service_named
    from generator.planning.message import message_to

    return str(message_to(edition, service_named(edition, service_id, "--message"), settings, _say(settings)))


def _told(edition: Edition, settings: Settings, within: int, form: str, rows: int | None) -> bytes | str:
    """In the form that is wanted. `rows`: the lines of the terminal that it must fit in, if it must."""
    from generator.planning import due_text, due_told
    from generator.planning.due import contracts_ending, due_within

    found = due_told.DueList(
        edition,
        due_within(edition, within),
        contracts_ending(edition, CONTRACTS_WITHIN),
        within,
        _say(settings),
        settings.language,
    )
    if form == "csv":
        return due_told.as_csv(found)
    if form == "ics":
        return _calendar(found, settings)
    if form == "issue":
        lines = due_told.as_issue(found)
    else:
        lines = due_text.on_one_screen(found, rows) if rows else due_text.everything(found)
    return "".join(f"{line}\n" for line in lines)


def _calendar(found: DueList, settings: Settings) -> bytes:
    """A check on the day it is due, else today; the end of a contract on its day."""
    from generator.feeds.reminders import Reminder, reminders_calendar
    from generator.planning.due_told import done_with

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
    from generator.pages.said import day, hours
    from generator.planning.questions import Say

    return Say(lambda value: day(value, settings.language), lambda value: hours(value, settings.language))
