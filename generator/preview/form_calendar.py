"""A year's runs and posts -> a calendar; and one of them moved to another day, where no rule says no."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from generator.content.editing.document import EditError
from generator.content.editing.fields import set_field
from generator.content.editing.form_answers import FormError, Given
from generator.diagnostics import ContentError
from generator.l10n.calendar_words import date_in_words
from generator.model.campaign import Campaign, Post, Run
from generator.model.fields.dates import A_DAY
from generator.preview.current_site import Answer
from generator.preview.form_keep import Keeping
from generator.preview.form_records import Held, Judge, Records
from generator.preview.form_save import RecordDraft, judged, write

FIRST_YEAR, LAST_YEAR = 2000, 2100
MOVED_MEANWHILE = "The file changed after you opened the calendar. Look where it stands now, and move it again."


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A run or a post on its day."""

    what: str
    """How a form names it: run, campaign and number, or post and id. It is looked up, and leads to no file."""
    day: date
    title: str
    detail: str
    campaign: Campaign
    seen: str
    why_not: str
    """Why it can't be moved; "" where it can."""


@dataclass(frozen=True, slots=True)
class CalendarMonth:
    """One month, with what begins or goes out in it."""

    first: date
    entries: Sequence[CalendarEntry]

    @property
    def title(self) -> str:
        """February 2027."""
        return date_in_words(self.first, "en").partition(" ")[2]

    @property
    def days(self) -> Sequence[date]:
        """Each of its days."""
        return [self.first + timedelta(days=one) for one in range(monthrange(self.first.year, self.first.month)[1])]


class Calendar:
    """The runs and posts of a site, as its files are now."""

    def __init__(self, records: Records, digest: Callable[[str], str]) -> None:
        self.records = records
        catalogue = records.site.edition(records.settings).catalogue
        self.campaigns = catalogue.campaigns
        self.out = catalogue.ledger.published if catalogue.ledger else {}
        self.held = {one.id: one for one in records.campaigns()}
        self.digest = digest
        self.today = records.site.today

    def entries(self) -> Iterator[CalendarEntry]:
        """Each run and each post."""
        for campaign in self.campaigns:
            held = self.held.get(campaign.id)
            seen = self.digest(held.text) if held else ""
            for number, run in enumerate(campaign.runs):
                detail = f"to {run.last}" if run.last != run.first else "one day"
                state = "confirmed" if run.confirmed else "not confirmed"
                what = f"run/{campaign.id}/{number}"
                yield CalendarEntry(
                    what, run.first, str(campaign.title), f"run {detail}, {state}", campaign, seen, self._run(run)
                )
            for post in campaign.posts:
                what, at = f"post/{post.id}", f"{post.at:%H:%M}"
                yield CalendarEntry(
                    what, post.at.date(), post.id, f"post at {at}", campaign, seen, self._post(campaign, post)
                )

    def _run(self, run: Run) -> str:
        if run.last < self.today:
            return "it is over"
        if run.confirmed:
            return "somebody confirmed these days: change them in its form, and ask again"
        return ""

    def _post(self, campaign: Campaign, post: Post) -> str:
        if post.id in self.out:
            return "it went out"
        if post.withdrawn == "true":
            return "it is withdrawn"
        begun = any(run.confirmed and run.holds(post.at.date()) for run in campaign.runs)
        return "its time has come" if begun and post.at <= self.records.site.now else ""

    def months(self, year: int) -> list[CalendarMonth]:
        """The twelve months of a year."""
        every = sorted(self.entries(), key=lambda one: (one.day, one.what))
        firsts = [date(year, month, 1) for month in range(1, 13)]
        return [
            CalendarMonth(first, [one for one in every if (one.day.year, one.day.month) == (year, first.month)])
            for first in firsts
        ]

    def moved(self, entry: CalendarEntry, to: date) -> RecordDraft:
        """The file with it on another day; of a run, its last day and its posts come along."""
        held = self.held[entry.campaign.id]
        by = to - entry.day
        kind, _, name = entry.what.partition("/")
        fields = _of_post(entry.campaign, name, by) if kind == "post" else self._of_run(entry, by)
        text = held.text
        for path, value in fields.items():
            text = set_field(text, held.file, path, value)
        return RecordDraft(held, text)

    def _of_run(self, entry: CalendarEntry, by: timedelta) -> dict[tuple[str | int, ...], str]:
        number = int(entry.what.rpartition("/")[2])
        run = entry.campaign.runs[number]
        days = {"from": run.first, "to": run.last, "announce": run.announce}
        found: dict[tuple[str | int, ...], str] = {
            ("runs", number, name): (day + by).isoformat() for name, day in days.items() if day
        }
        for post in entry.campaign.posts:
            others = (one for other, one in enumerate(entry.campaign.runs) if other != number)
            if run.holds(post.at.date()) and not any(one.holds(post.at.date()) for one in others):
                found |= _of_post(entry.campaign, post.id, by)
        return found


def _of_post(campaign: Campaign, name: str, by: timedelta) -> dict[tuple[str | int, ...], str]:
    number = next(number for number, post in enumerate(campaign.posts) if post.id == name)
    post = campaign.posts[number]
    found: dict[tuple[str | int, ...], str] = {("posts", number, "at"): f"{post.at + by:%Y-%m-%d %H:%M}"}
    if post.latest:
        found["posts", number, "latest"] = (post.latest + by).isoformat()
    return found


def calendar_page(
    records: Records,
    judge: Judge,
    keeping: Keeping,
    asked: Mapping[str, str],
    given: Given,
    digest: Callable[[str], str],
    page: Callable[..., Answer],
) -> Answer:
    """The calendar of a year; with what came of a move, where somebody sent one.

    Args:
        records: what stands in the files.
        judge: says what would be wrong.
        keeping: takes note of a file that was written.
        asked: what stands in the address: the year.
        given: what was sent; nothing where somebody only looks.
        digest: what a form says of the text that it was made from.
        page: makes the page of a template, a status and values.
    """
    calendar = Calendar(records, digest)
    done, status, year = "", 200, _year(asked.get("year", ""), calendar.today)
    because: list[str] = []
    if given:
        entry, to, seen = _read(calendar, given)
        year = to.year
        try:
            because, status = _move(calendar, judge, entry, to, seen)
        except (EditError, ContentError) as error:
            because, status = [str(one) for one in error.problems], 422
        if not because:
            keeping.wrote(calendar.held[entry.campaign.id].file)
            done = f"Moved to {date_in_words(to, 'en')}: {entry.title}. Every other line is as it was."
            calendar = Calendar(Records(records.site.root, records.site.now), digest)
    months = calendar.months(year)
    return page("form_calendar.html", status, months=months, year=year, done=done, because=because)


def _year(text: str, today: date) -> int:
    is_one = text.isascii() and text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR
    return int(text) if is_one else today.year


def _read(calendar: Calendar, given: Given) -> tuple[CalendarEntry, date, str]:
    """What was sent. FormError where it is not what the page asks for."""
    typed: dict[str, Any] = {name: values[0] for name, values in given.items() if len(values) == 1}
    if typed.keys() != {"what", "seen", "day"} or typed.keys() != given.keys() or not A_DAY.fullmatch(typed["day"]):
        raise FormError("this is half a form")
    try:
        to = date.fromisoformat(typed["day"])
    except ValueError:
        raise FormError("this is no day") from None
    entry = next((one for one in calendar.entries() if one.what == typed["what"]), None)
    if entry is None or not FIRST_YEAR <= to.year <= LAST_YEAR:
        raise FormError("there is no such entry")
    return entry, to, typed["seen"]


def _move(calendar: Calendar, judge: Judge, entry: CalendarEntry, to: date, seen: str) -> tuple[list[str], int]:
    """Move it, or say why not, and with which status."""
    held: Held | None = calendar.held.get(entry.campaign.id)
    if held is None or seen != calendar.digest(held.text):
        return [MOVED_MEANWHILE], 409
    if entry.why_not:
        return [f"{entry.title} can't be moved: {entry.why_not}."], 422
    if to < calendar.today:
        return [f"{date_in_words(to, 'en')} is over, so nothing would go out then."], 422
    if to == entry.day:
        return [f"{entry.title} is on that day already."], 422
    tried = judged(calendar.moved(entry, to), calendar.records, judge)
    if tried.new:
        return [one.text for one in tried.new], 422
    write(tried.draft, calendar.records)
    return [], 200
