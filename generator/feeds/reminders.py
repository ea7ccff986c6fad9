"""Days on which staff have something to do -> iCalendar. Never published: it stands in nobody's calendar but theirs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Event

from generator.feeds.calendar import calendar_of
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Reminder:
    """One day, what it is for, and the words below it. `key` is what a calendar knows it by, for ever."""

    key: str
    day: date
    title: str
    words: str


def reminders_calendar(name: str, reminders: Iterable[Reminder], settings: Settings, now: datetime) -> bytes:
    """All-day events, as they stand at one moment: a later file with the same keys moves them."""
    return calendar_of(f"{settings.site_name}: {name}", [_event(one, settings, now) for one in reminders])


def _event(reminder: Reminder, settings: Settings, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{reminder.key}@{settings.feeds.domain}")
    event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
    event.add("dtstart", reminder.day)
    event.add("dtend", reminder.day + timedelta(days=1))
    event.add("summary", reminder.title)
    event.add("description", reminder.words)
    event.add("transp", "TRANSPARENT")
    return event
