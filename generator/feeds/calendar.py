"""An edition -> iCalendar: the runs that the public may know of; for staff, also those that nobody has confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from generator.model import addresses
from generator.model.campaign import Campaign, Run
from generator.model.edition import Edition
from generator.model.text import in_language
from generator.outputs import Download
from generator.settings import Settings

EVERY = "PT12H"
"""How often a calendar should look. As text: the library writes a timedelta as 12:00:00, which is no duration."""


def public_calendar(edition: Edition, settings: Settings) -> Download:
    """Every confirmed run that is announced or has begun."""
    events = [
        _event(campaign, run, settings) for campaign in edition.campaigns for run in edition.published_runs(campaign)
    ]
    return Download(addresses.CAMPAIGNS_ICS, calendar_of(f"{settings.site_name}: campaigns", events))


def staff_calendar(edition: Edition, settings: Settings, first: date = date.min, last: date = date.max) -> bytes:
    """Every run with a day from `first` to `last`, those to confirm as tentative.

    Never published: it names what nobody may see.
    """
    events = [
        _event(campaign, run, settings)
        for campaign in edition.catalogue.campaigns
        for run in campaign.runs
        if run.first <= last and run.last >= first
    ]
    return calendar_of(f"{settings.site_name}: plan for staff", events)


def calendar_of(name: str, events: list[Event]) -> bytes:
    """A whole calendar file with these events, by first day."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Waymark//Campaigns//EN")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", EVERY)
    for event in sorted(events, key=lambda event: (event.start, event.uid)):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event(campaign: Campaign, run: Run, settings: Settings) -> Event:
    title, summary = (in_language(text, settings.language) for text in (campaign.title, campaign.summary))
    changed = max(_days_of_change(run), default=settings.feeds.since)
    stamp = datetime.combine(changed, time(), UTC)
    event = Event()
    event.add("uid", uid(campaign, run, settings))
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", len(run.moved))
    event.add("dtstart", run.first)
    event.add("dtend", run.last + timedelta(days=1))
    event.add("summary", title if run.confirmed else f"{title} (date to confirm)")
    event.add("description", summary)
    event.add("url", settings.absolute(addresses.campaign(campaign.id)))
    event.add("status", "CONFIRMED" if run.confirmed else "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    return event


def uid(campaign: Campaign, run: Run, settings: Settings) -> str:
    """What a calendar knows a run by: the campaign's first id and the run's place in its list, never its days."""
    number = next(number for number, one in enumerate(campaign.runs, 1) if one is run)
    return f"{campaign.first_id}-run-{number}@{settings.feeds.domain}"


def _days_of_change(run: Run) -> Iterator[date]:
    yield from run.moved
    if run.confirmed:
        yield run.confirmed.on
