"""Days on which staff have something to do -> iCalendar."""

from __future__ import annotations

from datetime import date

from icalendar import Calendar

from generator.site.feeds.calendars import Reminder, reminders_calendar
from tests.builders import at
from tests.sites import a_site

SETTINGS = a_site()


def test_each_reminder_is_an_event_of_one_day_with_a_name_that_lasts() -> None:
    reminder = Reminder("harbour-check", date(2027, 2, 1), "Check: Harbour", "Ask about: hours, cost.")
    data = reminders_calendar("checks", [reminder], SETTINGS, at("2027-01-01 09:00"))
    (event,) = Calendar.from_ical(data).walk("VEVENT")

    assert b"\r\n" in data
    assert (event.start, event.end) == (date(2027, 2, 1), date(2027, 2, 2))
    assert str(event["uid"]) == f"harbour-check@{SETTINGS.feeds.domain}"
    assert (str(event["summary"]), str(event["description"])) == ("Check: Harbour", "Ask about: hours, cost.")
