"""Campaign: what the office says, when, to whom; the runs that publish it and the posts that carry it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import Field, ValidationInfo, field_validator

from generator.model.dates import Day, Moment
from generator.model.record import Many, Record
from generator.model.text import Label, PostText, Prose, Sentence, Slug, Title

Channel = Literal["x", "facebook", "instagram", "linkedin", "bluesky", "mastodon", "threads", "nextdoor", "whatsapp"]


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture's file: path in the content folder, MIME type by its first bytes, size in bytes and in pixels."""

    file: str
    mime: str
    size: int
    width: int = 0
    height: int = 0
    """Pixels; 0 where the file does not say."""


class Image(Record):
    """A picture in `content/`, and what it says to someone who can't see it."""

    file: Label
    alt: Sentence
    licence: Label | None = None
    """On what terms partners may use it. None: on those of the campaign's words."""


class Confirmation(Record):
    """Who made sure that the dates are right, when, and where they stand."""

    by: Label
    on: Day
    source: Label


class SignOff(Record):
    """Who read the words, looked at the pictures and said that they may go out, and when."""

    by: Label
    on: Day


class Run(Record):
    """One time a campaign happens, first and last day included. Only a confirmed run is ever published."""

    first: Day = Field(alias="from")
    last: Day = Field(alias="to")
    announce: Day | None = None
    """The day from which the public may see that it is coming. None: nothing shows before its first day."""
    moved: Many[Day] = ()
    """The days on which its dates were changed after the public knew them: calendars then show the new ones."""
    confirmed: Confirmation | None = None
    signed_off: SignOff | None = None
    """Who said that the words and pictures of this run may go out. It is for the plan of staff: it stops nothing."""

    def holds(self, day: date) -> bool:
        """Whether it is on, that day."""
        return self.first <= day <= self.last

    @field_validator("last")
    @classmethod
    def _ends_after_it_starts(cls, last: date, run: ValidationInfo) -> date:
        first = run.data.get("first")
        if first and last < first:
            raise ValueError(f"this run ends on {last}, before it starts on {first}; mend one of the two")
        return last

    @field_validator("announce")
    @classmethod
    def _is_announced_before_it_starts(cls, announce: date | None, run: ValidationInfo) -> date | None:
        first = run.data.get("first")
        if announce and first and announce > first:
            raise ValueError(f"this run is announced on {announce}, after it starts on {first}; mend one of the two")
        return announce


class Post(Record):
    """One message that goes out at its time. Its id is what followers know it by: never change it."""

    id: Slug
    at: Moment
    title: Title | None = None
    """Stands alone: some schedulers post nothing else. None: the campaign's title."""
    text: PostText
    channels: Many[Channel] = ()
    """Empty: every channel."""
    variants: Mapping[Channel, PostText] = Field(default_factory=dict)
    image: Image | None = None
    """None: the campaign's picture."""
    withdrawn: Literal["true", "false"] = "false"


class Campaign(Record):
    """One campaign a file: its record at the top, the words of its page below."""

    id: Slug
    was: Many[Slug] = ()
    """Its earlier ids, the first one first. Their addresses go on working, and links of posts keep the first."""
    title: Title
    summary: Sentence
    ask: Sentence | None = None
    """What we ask people to do, in one or two sentences."""
    about: Many[Slug] = Field(min_length=1)
    audiences: Many[Slug] = ("everyone",)
    services: Many[Slug] = ()
    partners: Many[Slug] = ()
    rule: Sentence | None = None
    """A reminder for staff of when it usually is. A rule never publishes anything."""
    runs: Many[Run] = ()
    image: Image | None = None
    hashtags: Many[Label] = ()
    objective: Sentence | None = None
    insight: Sentence | None = None
    measures: Sentence | None = None
    results: Sentence | None = None
    posts: Many[Post] = ()
    sources: Many[Label] = ()
    words: Prose | None = None
    """The page's words, in Markdown: what stands below the record in the file."""

    @property
    def first_id(self) -> str:
        """The id under which it began. Followers' links and calendars know it by this."""
        return self.was[0] if self.was else self.id
