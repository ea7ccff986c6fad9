"""What the page's script says of opening hours is what the records say, at any moment, on the reader's own device."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Browser, Page

from generator.model.dates import LONDON
from generator.model.hours import hours
from generator.pages.scripts import script
from generator.pages.timetable import week
from tests.site.browser import opened
from tests.site_builder import REPOSITORY

SCRIPTS = REPOSITORY / "overrides" / "scripts"
WORDS = {
    "open": "Open until %s",
    "today": "Opens at %s",
    "tomorrow": "Opens tomorrow at %s",
    "later": "Opens on %d at %s",
    "closed": "Closed",
    "days": "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
    "noon": "noon",
    "midnight": "midnight",
    "am": "am",
    "pm": "pm",
}
KINDS = (
    "Mo-Fr 09:00-17:00; PH off",
    "Mo-Fr 09:00-17:00",
    "Mo-Su 22:00-02:00; PH off",
    "Mo-Fr 08:00-12:00,13:00-24:00; Sa-Su 10:00-14:30; PH 10:00-11:00",
    "Fr-Mo 18:00-06:00",
    "Sa,PH 10:00-12:00",
)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with opened(browser) as running:
        yield running


def says(page: Page, text: str, at: datetime) -> tuple[str, bool]:
    """What the script writes at a moment, and whether it marks the line as open."""
    data = " ".join(f'data-{name}="{words}"' for name, words in WORDS.items())
    page.clock.set_fixed_time(at)
    page.set_content(f'<section {data}><p data-week="{week(hours(text))}" hidden></p></section>')
    page.add_script_tag(content=f"{{ {script(SCRIPTS, at.date()).data.decode()} }}")
    return page.inner_text("p"), page.evaluate("document.querySelector('p').classList.contains('open')")


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ("Mo-Fr 09:00-17:00; PH off", "2027-02-10 09:00", "Open until 5pm"),
        ("Mo-Fr 09:00-17:00; PH off", "2027-02-10 08:59", "Opens at 9am"),
        ("Mo-Fr 09:00-17:00; PH off", "2027-02-10 17:00", "Opens tomorrow at 9am"),
        ("Mo-Fr 09:00-17:30; PH off", "2027-02-12 18:00", "Opens on Monday at 9am"),
        ("Mo-Fr 09:00-17:30; PH off", "2027-02-12 17:29", "Open until 5:30pm"),
        ("Mo-Fr 09:00-17:00; PH off", "2027-03-26 10:00", "Opens on Tuesday at 9am"),  # Good Friday; Easter Monday too
        ("Mo-Su 12:00-24:00", "2027-07-01 13:00", "Open until midnight"),
        ("Mo-Su 22:00-02:00", "2027-07-01 01:00", "Open until 2am"),
        ("Mo-Su 08:00-12:00", "2027-07-01 11:00", "Open until noon"),
    ],
)
def test_the_page_says_until_when_or_from_when(text: str, at: str, words: str, page: Page) -> None:
    assert says(page, text, datetime.fromisoformat(at).replace(tzinfo=LONDON))[0] == words


@pytest.mark.parametrize("text", KINDS)
def test_open_or_closed_is_what_the_records_say(text: str, page: Page) -> None:
    """Every seven hours and some minutes, over Christmas, New Year, Easter and both changes of the clocks."""
    starts = ("2026-12-24", "2027-03-25", "2027-10-29", "2027-08-28")
    moments = [
        datetime.fromisoformat(f"{start} 00:30").replace(tzinfo=LONDON) + timedelta(hours=7 * step, minutes=13 * step)
        for start in starts
        for step in range(18)
    ]
    told = [(f"{at}", says(page, text, at)[1]) for at in moments]

    assert told == [(f"{at}", hours(text).is_open(at)) for at in moments]
