"""Campaign: what the office says, when, to whom; the runs that publish it and the posts that carry it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import Field, ValidationInfo, field_validator

from generator.diagnostics import FieldError
from generator.model.fields.dates import Day, Moment
from generator.model.fields.text import Label, PostText, Prose, Sentence, Slug, Title
from generator.model.record import Many, Record

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
    """The file, from the folder content: images/dating-scams.png."""
    alt: Sentence
    """What the picture shows, for people who can't see it."""
    licence: Sentence | None = None
    """On what terms partners may use it. None: on those of the campaign's words."""


class Confirmation(Record):
    """Who made sure that the dates are right, when, and where they stand."""

    by: Label
    """Who made sure: a person or a team."""
    on: Day
    """The day on which they did."""
    source: Label
    """Where the dates stand: a web address, or a few words."""


class SignOff(Record):
    """Who read the words, looked at the pictures and said that they may go out, and when."""

    by: Label
    """Who said so: a person or a team."""
    on: Day
    """The day on which they did."""


class Run(Record):
    """One time a campaign happens, first and last day included. Only a confirmed run is ever published."""

    first: Day = Field(alias="from")
    """The first day."""
    last: Day = Field(alias="to")
    """The last day."""
    announce: Day | None = None
    """The day from which the public may see that it is coming. None: nothing shows before its first day."""
    moved: Many[Day] = ()
    """The days on which its dates were changed after the public knew them: calendars then show the new ones."""
    called_off: Day | None = None
    """The day on which it was called off after the public knew of it: from then on nothing of it goes out."""
    confirmed: Confirmation | None = None
    """Who made sure of the dates. Without it nothing of this run is published."""
    signed_off: SignOff | None = None
    """Who said that the words and pictures of this run may go out. It is for the plan of staff: it stops nothing."""

    def spans(self, day: date) -> bool:
        """Whether it was planned for that day."""
        return self.first <= day <= self.last

    def holds(self, day: date) -> bool:
        """Whether it is on, that day."""
        return self.spans(day) and not self.is_called_off_on(day)

    def is_known_on(self, day: date) -> bool:
        """Whether the public has learned of it by a day: announced or begun, and not called off before."""
        since = self.announce or self.first
        return since <= day and not self.is_called_off_on(since)

    def is_called_off_on(self, day: date) -> bool:
        """Whether it was called off by a day."""
        return self.called_off is not None and self.called_off <= day

    @field_validator("last")
    @classmethod
    def _ends_after_it_starts(cls, last: date, run: ValidationInfo) -> date:
        first = run.data.get("first")
        if first and last < first:
            raise FieldError(
                "run-ends-before-it-starts",
                f"this run ends on {last}, before it starts on {first}",
                "mend one of the two",
            )
        return last

    @field_validator("announce")
    @classmethod
    def _is_announced_before_it_starts(cls, announce: date | None, run: ValidationInfo) -> date | None:
        first = run.data.get("first")
        if announce and first and announce > first:
            raise FieldError(
                "run-announced-late",
                f"this run is announced on {announce}, after it starts on {first}",
                "mend one of the two",
            )
        return announce

    @field_validator("called_off")
    @classmethod
    def _is_called_off_before_it_ends(cls, called_off: date | None, run: ValidationInfo) -> date | None:
        last = run.data.get("last")
        if called_off and last and called_off > last:
            raise FieldError(
                "run-called-off-late",
                f"this run is called off on {called_off}, after it ends on {last}",
                "mend one of the two",
            )
        return called_off


class Post(Record):
    """One message that goes out at its time. Its id is what followers know it by: never change it."""

    id: Slug
    """Its permanent id. Schedulers know the post by it: if it changes, they post it again."""
    at: Moment
    """When it goes out, in UK time: 2027-02-01 09:00."""
    latest: Day | None = None
    """The last day on which it may still go out, where it could not on its own. None: its own day, or never."""
    title: Title | None = None
    """Stands alone: some schedulers post nothing else. None: the campaign's title."""
    text: PostText
    """The words. We add the link. Put quotation marks around words with a hashtag."""
    channels: Many[Channel] = ()
    """Empty: every channel."""
    variants: Mapping[Channel, PostText] = Field(default_factory=dict)
    """Other words for one channel: {bluesky: ...}."""
    image: Image | None = None
    """None: the campaign's picture."""
    withdrawn: Literal["true", "false"] = "false"
    """true takes the post out of everything for good."""

    @field_validator("latest")
    @classmethod
    def _is_not_before_its_day(cls, latest: date | None, post: ValidationInfo) -> date | None:
        at = post.data.get("at")
        if latest and at and latest < at.date():
            raise FieldError(
                "latest-before-post", f"this is before the post's own day, {at.date()}", "write that day or a later one"
            )
        return latest


class Campaign(Record):
    """One campaign a file: its record at the top, the words of its page below."""

    id: Slug
    """Its permanent id: small letters, digits and hyphens. Links and feeds depend on it."""
    was: Many[Slug] = ()
    """Its earlier ids, the first one first. Their addresses go on working, and links of posts keep the first."""
    title: Title
    """What it is called. It may travel alone: at most 100 characters."""
    summary: Sentence
    """What it is about, in one or two sentences."""
    ask: Sentence | None = None
    """What we ask people to do, in one or two sentences."""
    about: Many[Slug] = Field(min_length=1)
    """What happened to the people it speaks to, as words of the vocabulary."""
    audiences: Many[Slug] = ("everyone",)
    """Whom it speaks to, as words of the vocabulary. Leave it out where that is everyone."""
    services: Many[Slug] = ()
    """The services that it leads to, by id. They stand on its page."""
    partners: Many[Slug] = ()
    """The organisations that take part, by id."""
    rule: Sentence | None = None
    """A reminder for staff of when it usually is. A rule never publishes anything."""
    runs: Many[Run] = ()
    """The times when it happens, each with its first and last day. Add new ones at the end."""
    image: Image | None = None
    """The picture of the campaign, and of every post without one of its own."""
    design: Literal["band", "panel", "frame"] = "band"
    """How we draw its picture, where it has none of its own: band, panel or frame."""
    hashtags: Many[Sentence] = ()
    """Its hashtags, each in quotation marks; or in each language: {en: "#DatingScams", cy: "#TwyllCaru"}."""
    objective: Sentence | None = None
    """What should be different afterwards. Staff alone see it."""
    insight: Sentence | None = None
    """What you know about the people it is for. Staff alone see it."""
    measures: Sentence | None = None
    """How you will know whether it worked. Staff alone see it."""
    results: Sentence | None = None
    """What came of it, written afterwards. Staff alone see it."""
    posts: Many[Post] = ()
    """The messages that go out, each with its time."""
    sources: Many[Label] = ()
    """What its words rest on: web addresses, or codes of the list of sources."""
    words: Prose | None = None
    """The page's words, in Markdown: what stands below the record in the file."""

    @property
    def every_id(self) -> tuple[str, ...]:
        """The id it has now, then its earlier ones: what people and tools found under each of them stays there."""
        return (self.id, *self.was)

    @property
    def first_id(self) -> str:
        """The id under which it began. Followers' links and calendars know it by this."""
        return self.was[0] if self.was else self.id


def images_of(campaign: Campaign, posts: Iterable[Post]) -> tuple[str, ...]:
    """The files of the pictures of a campaign and of some posts of it."""
    pictures = (campaign.image, *(post.image for post in posts))
    return tuple(picture.file for picture in pictures if picture)
