"""What the page's script says of opening hours is what the records and the words say, at any moment, on any device."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

import pytest
from playwright.sync_api import Browser, Page

from generator.l10n.formats import clock, weekday
from generator.model.fields.dates import LONDON
from generator.model.fields.hours import Hours, Rule, bank_holidays, hours
from generator.model.fields.open_now import status, week
from generator.site.render.assets import script
from tests.built_site.browser import opened
from tests.site_builder import REPOSITORY

SCRIPTS = REPOSITORY / "overrides" / "scripts"
WORDS = {
    "open": "Open until %s",
    "long": "Open until %d at %s",
    "now": "Open",
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
    "Mo 09:00-12:00; Mo 14:00-17:00",
    "Fr 20:00-02:00; Sa off",
    "Su 22:00-03:00; Mo,PH off",
    "Mo-Fr 00:00-24:00; PH off",
    "00:30-01:30; PH 01:15-01:45",
    "Mo 22:00-24:00; Tu 00:00-03:00; PH 00:00-24:00",
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
        ("Mo 09:00-12:00; Mo 14:00-17:00", "2027-02-08 13:00", "Opens at 2pm"),
        ("Mo 09:00-12:00; Mo 14:00-17:00", "2027-02-08 10:00", "Open until noon"),
        ("Mo-Fr 09:00-12:00,12:00-17:00", "2027-02-10 10:00", "Open until 5pm"),
        ("Fr 20:00-02:00; Sa off", "2027-02-13 01:00", "Open until 2am"),
        ("Sa 00:00-24:00; Su 00:00-12:00", "2027-02-13 10:00", "Open until Sunday at noon"),
        ("Mo-Fr 00:00-24:00", "2027-02-08 10:00", "Open until Friday at midnight"),
        ("Mo-Fr 09:00-17:00", "2027-05-03 10:00", ""),  # a bank holiday of which the hours say nothing
        ("Mo-Fr 09:00-17:00", "2027-04-30 18:00", "Closed"),
        ("Mo-Fr 09:00-17:00; PH off", "2027-04-30 18:00", "Opens on Tuesday at 9am"),
        ("Mo-Fr 09:00-17:00; PH 10:00-16:00", "2027-05-03 09:30", "Opens at 10am"),
        ("Mo-Fr 09:00-17:00; PH off", "2027-12-27 10:00", "Opens on Wednesday at 9am"),  # Christmas on a Saturday
        ("Su 10:00-12:00; PH off", "2027-03-28 10:30", "Open until noon"),  # Easter Sunday is no bank holiday here
        ("Mo-Su 09:00-17:00; PH off", "2027-03-27 23:30", "Opens tomorrow at 9am"),  # the clocks go forward
    ],
)
def test_the_page_says_until_when_or_from_when(text: str, at: str, words: str, page: Page) -> None:
    assert says(page, text, datetime.fromisoformat(at).replace(tzinfo=LONDON))[0] == words


# Every minute of some weeks

EACH_MINUTE = """([minutes, first]) => {
  const real = Date, line = document.querySelector("p");
  let now = 0;
  Date = class extends real { constructor(...given) { given.length ? super(...given) : super(now); } };
  const said = [];
  for (let minute = 0; minute < minutes; minute += 1) {
    now = first + minute * 60000;
    dispatchEvent(new Event("pageshow"));
    said.push(line.hidden ? null : line.textContent);
  }
  Date = real;
  return said;
}"""
"""What the script says at each minute from a first one: the page's own code, with another clock."""
A_WEEK = 7 * 24 * 60
WEEKS = ("2026-12-24", "2027-03-24", "2027-10-27", "2027-04-29", "2027-01-11")
"""Christmas with its substitute day, Easter and summer time, winter time, a bank holiday in May, and no such week."""


def from_records(times: Hours, at: datetime) -> str | None:
    """What the records say at a moment, in the words of these pages."""
    now = status(times, at)
    if now.open is None:
        return None
    if now.change is None:
        return WORDS["now"] if now.open else WORDS["closed"]
    local, change = at.astimezone(LONDON), now.change
    ahead = (change.date() - local.date()).days
    day = change - timedelta(minutes=1) if now.open else change
    far = change.replace(tzinfo=None) - local.replace(tzinfo=None, second=0) > timedelta(days=1)
    kind = ("long" if far else "open") if now.open else ("today", "tomorrow", "later")[min(ahead, 2)]
    name = weekday(("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")[day.weekday()], "en")
    return WORDS[kind].replace("%s", clock(f"{change:%H:%M}")).replace("%d", name)


def from_words(rules: tuple[Rule, ...], local: datetime) -> bool | None:
    """What somebody takes from the words at a moment: the rule that names the day, "closed" before any times.

    What began the evening before goes on past midnight. Of a bank holiday only what names bank holidays speaks.
    """
    minute = local.hour * 60 + local.minute
    found: list[bool | None] = []
    for back in (0, 1):
        day = local.date() - timedelta(days=back)
        holiday = day in bank_holidays(day.year)
        naming = [rule for rule in rules if (rule.holidays if holiday else rule.fits(day.weekday()))]
        closed = any(not rule.times for rule in naming)
        spans = [span for rule in naming for span in rule.spans if not closed]
        unknown = holiday and not naming
        found.append(None if unknown else any(start <= minute + back * 1440 < end for start, end in spans))
    today, before = found
    return True if before or today else today


def random_hours(random: Random) -> str:
    """Hours of any shape: several rules for a day, spans that touch, lie over each other, run past midnight."""
    days = ("Mo", "Tu-Th", "Fr", "Sa,Su", "Fr-Mo", "Mo-Su", "We", "PH", "Su,PH", "Mo-Fr")
    clocks = ("00:00", "02:00", "06:30", "09:00", "12:00", "12:30", "17:00", "20:00", "23:59")

    def span() -> str:
        start, end = random.sample(clocks, 2)
        return f"{start}-{random.choice((end, end, '24:00'))}"

    def rule() -> str:
        times = "off" if random.random() < 0.2 else ",".join(span() for _ in range(random.choice((1, 1, 2))))
        return f"{random.choice(days)} {times}"

    while True:
        text = "; ".join(rule() for _ in range(random.randint(1, 4)))
        try:
            if not hours(text).always:
                return text
        except ValueError:
            continue


def compared(page: Page, text: str, first: datetime) -> list[tuple[str, object, object, object]]:
    """The minutes of a week at which the page, the records and the words do not say the same."""
    says(page, text, first)
    stamp = first.timestamp()
    by_page = page.evaluate(EACH_MINUTE, [A_WEEK, stamp * 1000])
    times = hours(text)
    said, found = times.said, []
    for minute, on_page in enumerate(by_page):
        at = datetime.fromtimestamp(stamp + minute * 60, LONDON)
        recorded, read = from_records(times, at), from_words(said, at)
        is_open = None if on_page is None else on_page.startswith("Open") and not on_page.startswith("Opens")
        if on_page != recorded or is_open is not read:
            found.append((f"{at}", on_page, recorded, read))
    return found


@pytest.mark.parametrize("text", KINDS)
def test_page_records_and_words_say_the_same_at_every_minute_of_a_week(text: str, page: Page) -> None:
    start = WEEKS[KINDS.index(text) % len(WEEKS)]
    assert compared(page, text, datetime.fromisoformat(f"{start} 00:00").replace(tzinfo=LONDON)) == [], start


@pytest.mark.parametrize("seed", range(6))
def test_they_say_the_same_of_hours_of_any_shape(seed: int, page: Page) -> None:
    text = random_hours(Random(seed))  # noqa: S311 # no secret
    start = datetime.fromisoformat(f"{WEEKS[seed % len(WEEKS)]} 00:00").replace(tzinfo=LONDON)

    assert compared(page, text, start) == [], text


def test_a_minute_at_which_they_differ_would_be_found() -> None:
    """The comparison itself: the words of other hours are not those of these."""
    at = datetime.fromisoformat("2027-01-11 10:00").replace(tzinfo=LONDON)
    assert from_words(hours("Mo 09:00-12:00; Mo 14:00-17:00").said, at) is True
    assert from_words(hours("Mo 14:00-17:00").said, at) is False
    assert from_records(hours("Mo 09:00-17:00"), at) == "Open until 5pm"
