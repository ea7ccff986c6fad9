"""An edition, or days on which staff have something to do -> iCalendar: one for the public, two for staff."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from generator import urls
from generator.edition import Edition
from generator.l10n.formats import Translate
from generator.model.campaign import Campaign, Run
from generator.model.fields.text import in_language
from generator.output import Asset
from generator.settings import Settings

CANCELLED_FOR = timedelta(days=90)
"""So long a run that was called off stays, marked as such: a calendar that only lost it may go on showing it."""


EVERY = "PT12H"
"""How often a calendar should look. As text: the library writes a timedelta as 12:00:00, which is no duration."""


def public_calendar(edition: Edition, settings: Settings, say: Translate = str) -> Asset:
    """Every confirmed run that is announced or has begun; those called off in the last 90 days as cancelled.

    Args:
        edition: the content, at a moment.
        settings: the site's name and addresses.
        say: gives the words of a calendar in the site's language.
    """
    events = [
        _event(campaign, run, settings, say)
        for campaign in edition.campaigns
        for run in edition.published_runs(campaign)
        if _is_shown(run, edition)
    ]
    name = say("%(site)s: campaigns") % {"site": settings.site_name}
    return Asset(urls.CAMPAIGNS_ICS, calendar_of(name, events, settings.language))


def staff_calendar(edition: Edition, settings: Settings, first: date = date.min, last: date = date.max) -> bytes:
    """Every run with a day from `first` to `last`, those to confirm as tentative.

    Never published: it names what nobody may see.
    """
    events = [
        _event(campaign, run, settings)
        for campaign in edition.catalogue.campaigns
        for run in campaign.runs
        if run.first <= last and run.last >= first and _is_shown(run, edition)
    ]
    return calendar_of(f"{settings.site_name}: plan for staff", events)


def _is_shown(run: Run, edition: Edition) -> bool:
    return run.called_off is None or edition.today <= run.called_off + CANCELLED_FOR


def calendar_of(name: str, events: list[Event], language: str = "en") -> bytes:
    """A whole calendar file with these events, by first day.

    It has no METHOD: that is for calendars that go by e-mail (RFC 5546). With METHOD:PUBLISH every event would need an
    ORGANIZER, an e-mail address, and libical calls those without one invalid.
    """
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//Waymark//Campaigns//{language.upper()}")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", EVERY)
    for event in sorted(events, key=lambda event: (event.start, event.uid)):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event(campaign: Campaign, run: Run, settings: Settings, say: Translate = str) -> Event:
    title, summary = (in_language(text, settings.language) for text in (campaign.title, campaign.summary))
    changed = max(_days_of_change(run), default=settings.feeds.since)
    stamp = datetime.combine(changed, time(), UTC)
    event = Event()
    event.add("uid", uid(campaign, run, settings))
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", len(run.moved) + (run.called_off is not None))
    event.add("dtstart", run.first)
    event.add("dtend", run.last + timedelta(days=1))
    event.add("summary", _title(title, run, say), parameters={"LANGUAGE": settings.tag} if settings.tag else {})
    event.add("description", summary)
    event.add("url", settings.absolute(urls.campaign(campaign.id)))
    event.add("status", "CANCELLED" if run.called_off else "CONFIRMED" if run.confirmed else "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    return event


def _title(title: str, run: Run, say: Translate) -> str:
    """What a calendar shows. Some show an event with STATUS:CANCELLED as if it took place, so the title says it too."""
    if run.called_off:
        return say("Called off: %(title)s") % {"title": title}
    return title if run.confirmed else f"{title} (date to confirm)"


def uid(campaign: Campaign, run: Run, settings: Settings) -> str:
    """What a calendar knows a run by: the campaign's first id and the run's place in its list, never its days."""
    number = next(number for number, one in enumerate(campaign.runs, 1) if one is run)
    language = f"{settings.tag}." if settings.tag else ""  # a sign that no id of a campaign has
    return f"{language}{campaign.first_id}-run-{number}@{settings.feeds.domain}"


def _days_of_change(run: Run) -> Iterator[date]:
    yield from run.moved
    if run.called_off:
        yield run.called_off
    if run.confirmed:
        yield run.confirmed.on


@dataclass(frozen=True, slots=True)
class Reminder:
    """One day, what it is for, and the words below it. `key` is what a calendar knows it by, for ever."""

    key: str
    day: date
    title: str
    words: str


def reminders_calendar(name: str, reminders: Iterable[Reminder], settings: Settings, now: datetime) -> bytes:
    """All-day events, as they stand at one moment: a later file with the same keys moves them."""
    return calendar_of(f"{settings.site_name}: {name}", [_reminder(one, settings, now) for one in reminders])


def _reminder(reminder: Reminder, settings: Settings, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{reminder.key}@{settings.feeds.domain}")
    event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
    event.add("dtstart", reminder.day)
    event.add("dtend", reminder.day + timedelta(days=1))
    event.add("summary", reminder.title)
    event.add("description", reminder.words)
    event.add("transp", "TRANSPARENT")
    return event
