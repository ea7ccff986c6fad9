"""What one record can't know alone: numbers that were retired, checks from the future, posts that clash."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from generator.content.checks.hidden_numbers import ended
from generator.content.loading.services import Directory
from generator.content.loading.source_file import Found
from generator.diagnostics import Diagnostic
from generator.model.campaign import Campaign
from generator.model.fields.phones import digits_of


def broken_rules(directory: Directory, campaigns: list[Found[Campaign]], today: date) -> Iterator[Diagnostic]:
    """A problem for each rule that needs more than one record, or today's date."""
    yield from _retired_numbers(directory)
    yield from _future_checks(directory, today)
    yield from _future_confirmations(campaigns, today)
    yield from _runs(campaigns)
    yield from _posts(campaigns)


def _retired_numbers(directory: Directory) -> Iterator[Diagnostic]:
    retired = {digits_of(found.record.number): found.record for found in directory.retired_numbers}
    for one in directory.services if retired else ():
        for number, contact in enumerate(one.record.contact):
            if contact.number and contact.number.called in retired:
                mark = one.at("contact", number, contact.way)
                yield ended(contact.number.shown, retired[contact.number.called]).at(mark)
    for line in directory.emergency:
        if line.record.phone and line.record.phone.called in retired:
            yield ended(line.record.phone.shown, retired[line.record.phone.called]).at(line.at("phone"))


def _future_checks(directory: Directory, today: date) -> Iterator[Diagnostic]:
    for one in directory.services:
        service = one.record
        if service.checked and service.checked.on > today:
            yield _in_the_future(one, service.checked.on, today, "checked", "on")
        wait = service.when_you_contact.wait
        if wait and wait.as_of > today:
            yield _in_the_future(one, wait.as_of, today, "when_you_contact", "wait", "as_of")
        for number, contact in enumerate(service.contact):
            if contact.checked and contact.checked.on > today:
                yield _in_the_future(one, contact.checked.on, today, "contact", number, "checked", "on")


def _future_confirmations(campaigns: list[Found[Campaign]], today: date) -> Iterator[Diagnostic]:
    for one in campaigns:
        for number, run in enumerate(one.record.runs):
            if run.confirmed and run.confirmed.on > today:
                yield _in_the_future(one, run.confirmed.on, today, "runs", number, "confirmed", "on")
            if run.called_off and run.called_off > today:
                yield _in_the_future(one, run.called_off, today, "runs", number, "called_off")


def _in_the_future(one: Found[Any], day: date, today: date, *path: str | int) -> Diagnostic:
    return Diagnostic(
        "day-in-the-future",
        "error",
        one.at(*path),
        f"{day} is in the future",
        hint=f"write the day it was done, {today} at the latest",
    )


def _runs(campaigns: list[Found[Campaign]]) -> Iterator[Diagnostic]:
    for one in campaigns:
        runs = [(number, run) for number, run in enumerate(one.record.runs) if not run.called_off]
        runs.sort(key=lambda numbered: numbered[1].first)
        for (_, earlier), (number, later) in pairwise(runs):
            if later.first <= earlier.last:
                yield Diagnostic(
                    "runs-overlap",
                    "error",
                    one.at("runs", number, "from"),
                    f"this run starts on {later.first}, before the one from {earlier.first} ends on {earlier.last}",
                )


def _posts(campaigns: list[Found[Campaign]]) -> Iterator[Diagnostic]:
    ids: dict[str, tuple[Found[Campaign], int]] = {}
    times: dict[datetime, tuple[Found[Campaign], int]] = {}
    for one in campaigns:
        for number, post in enumerate(one.record.posts):
            here = (one, number)
            same_id = ids.setdefault(post.id, here)
            if same_id is not here:
                first = same_id[0].at("posts", same_id[1], "id")
                yield Diagnostic(
                    "post-id-used-twice",
                    "error",
                    one.at("posts", number, "id"),
                    f'"{post.id}" is already a post, at {first}',
                    hint="choose another",
                )
            same_time = times.setdefault(post.at, here)
            if same_time is not here:
                first = same_time[0].at("posts", same_time[1], "at")
                yield Diagnostic(
                    "posts-at-one-minute",
                    "error",
                    one.at("posts", number, "at"),
                    f"another post goes out at this minute, at {first}",
                    hint="leave a minute or more between them",
                )
            if not any(run.spans(post.at.date()) for run in one.record.runs):
                days = " or ".join(f"{run.first} to {run.last}" for run in one.record.runs) or "there is no run yet"
                yield Diagnostic(
                    "post-outside-runs",
                    "error",
                    one.at("posts", number, "at"),
                    f"this post goes out on {post.at:%Y-%m-%d}, outside its campaign's runs ({days})",
                )
