"""What was done was not done on a day that has not come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.content.loading.pages import StandingFiles
from generator.content.loading.service_directory import Directory
from generator.content.loading.source_file import Found
from generator.diagnostics import Diagnostic, Location
from generator.model.campaign import Campaign
from generator.model.standing_page import READ

CODES = ("day-in-the-future",)
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    yield from _future_checks(content.directory, content.today)
    yield from _future_confirmations(content.campaigns, content.today)
    yield from _future_pages(content.standing, content.today)
    yield from _future_readers(content)


def _future_checks(directory: Directory, today: date) -> Iterator[Diagnostic]:
    for one in directory.services:
        service = one.record
        if service.checked and service.checked.on > today:
            yield _in_the_future(one, service.checked.on, today, "checked", "on")
        wait = service.when_you_contact.wait
        if wait and wait.as_of > today:
            yield _in_the_future(one, wait.as_of, today, "when_you_contact", "wait", "as_of")
        for path, contact in service.ways:
            if contact.checked and contact.checked.on > today:
                yield _in_the_future(one, contact.checked.on, today, *path, "checked", "on")
        for number, point in enumerate(service.points):
            if point.checked and point.checked.on > today:
                yield _in_the_future(one, point.checked.on, today, "points", number, "checked", "on")


def _future_confirmations(campaigns: list[Found[Campaign]], today: date) -> Iterator[Diagnostic]:
    for one in campaigns:
        for number, run in enumerate(one.record.runs):
            if run.confirmed and run.confirmed.on > today:
                yield _in_the_future(one, run.confirmed.on, today, "runs", number, "confirmed", "on")
            if run.called_off and run.called_off > today:
                yield _in_the_future(one, run.called_off, today, "runs", number, "called_off")


def _future_pages(files: StandingFiles, today: date) -> Iterator[Diagnostic]:
    for page in (files.about, files.stay_safe, files.rights, files.accessibility):
        if page and page.record.checked and page.record.checked.on > today:
            yield _in_the_future(page, page.record.checked.on, today, "checked", "on")
    for own in files.steps.own.values():
        if own.record.checked and own.record.checked.on > today:
            yield _in_the_future(own, own.record.checked.on, today, "checked", "on")
        for name, page_read in own.record.sources.items():
            if page_read.read > today:
                yield _in_the_future(own, page_read.read, today, "sources", name, "read")
    if files.results and files.results.record.on > today:
        yield _in_the_future(files.results, files.results.record.on, today, "on")
    for name in ("prepared", "reviewed"):
        if files.accessibility and getattr(files.accessibility.record, name) > today:
            yield _in_the_future(files.accessibility, getattr(files.accessibility.record, name), today, name)


def _future_readers(content: Content) -> Iterator[Diagnostic]:
    for source in content.sources:
        for path, readers in source.read.items():
            for code, reader in readers.items():
                if reader and reader.on > content.today:
                    place = source.places.value((*path, f"{code}{READ}", "on"))
                    yield _on_a_day_to_come(place, reader.on, content.today)


def _in_the_future(one: Found[Any], day: date, today: date, *path: str | int) -> Diagnostic:
    return _on_a_day_to_come(one.at(*path), day, today)


def _on_a_day_to_come(place: Location, day: date, today: date) -> Diagnostic:
    return Diagnostic(
        "day-in-the-future",
        "error",
        place,
        f"{day} is in the future",
        hint=f"write the day it was done, {today} at the latest",
    )
