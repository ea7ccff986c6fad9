"""What `feeds:` says: who owns the ids of posts, how many a feed holds, when posts go out, and when none does."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from generator.diagnostics import FieldError
from generator.model.fields.dates import PostingHours, posting_hours
from generator.site_languages import Name, SettingsPart

A_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
A_TAG_OWNER = re.compile(r"[a-z0-9.-]+\.[a-z]{2,},[0-9]{4}(?:-[0-9]{2}){0,2}")
A_RELEASE = 60
"""Minutes from one release to the next: a job runs once an hour."""


def _tag_owner(text: str) -> str:
    if not A_TAG_OWNER.fullmatch(text):
        cure = 'write a domain you held and a year you held it: "example.org,2026"'
        raise FieldError("not-an-owner-of-ids", f"{text!r} can't own feed ids", cure)
    return text


def _day(value: Any) -> Any:
    try:
        return date.fromisoformat(value) if isinstance(value, str) and A_DAY.fullmatch(value) else _no_day(value)
    except ValueError:
        return _no_day(value)


def _no_day(value: Any) -> Any:
    if value is None or type(value) is date:
        return value
    raise FieldError("not-a-date", f"{str(value)!r} is not a date", "write it as 2027-04-01")


class Pause(SettingsPart):
    """Days on which no new post goes out: a major incident, or the weeks before an election."""

    first: Annotated[date, Field(alias="from"), BeforeValidator(_day)]
    last: Annotated[date | None, Field(alias="to"), BeforeValidator(_day)] = None
    """None: until somebody takes the pause out."""
    why: Name

    def holds_on(self, day: date) -> bool:
        """Whether nothing new goes out on a day."""
        return self.first <= day and (self.last is None or day <= self.last)


class FeedSettings(SettingsPart):
    """How posts leave: who owns the ids, how many a feed holds, how far a date leads the post's own time."""

    owner: Annotated[str, AfterValidator(_tag_owner)]
    """A domain and a year, as RFC 4151 asks: "example.org,2026". Never change it: followers would post all again."""

    newest: Annotated[int, Field(ge=1, le=100)] = 20
    lead_minutes: Annotated[int, Field(ge=0, le=180)] = 45
    pause: Pause | None = None
    hours: Annotated[PostingHours, BeforeValidator(posting_hours)] = PostingHours(8 * 60, 20 * 60)
    """The hours at which posts go out: no follower is woken, and somebody is there to answer."""

    @model_validator(mode="after")
    def _leaves_time(self) -> Self:
        least = self.lead_minutes + A_RELEASE
        words = f"'{self.hours}' is too short a span for posts dated {self.lead_minutes} minutes ahead"
        if self.hours.last - self.hours.first < least:
            raise FieldError("posting-hours-too-short", words, f"leave {least} minutes at least: 08:00-20:00")
        return self

    @property
    def domain(self) -> str:
        """The domain in `owner`."""
        return self.owner.partition(",")[0]

    @property
    def since(self) -> date:
        """The first day of the year in `owner`: a date for what has none, never the clock."""
        return date(int(self.owner.partition(",")[2][:4]), 1, 1)

    def paused_from(self, day: date) -> date | None:
        """The first day of the pause that holds on a day; None where none does."""
        return self.pause.first if self.pause and self.pause.holds_on(day) else None
