"""Rights: one version of the Victims' Code in plain words: what to ask, of whom, and where to complain."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, field_validator

from generator.diagnostics import FieldError
from generator.model.fields.dates import Day
from generator.model.fields.text import Label, Name, Sentence, Slug
from generator.model.record import Many, Record
from generator.model.standing_page import StandingPage


class Right(Record):
    """One right. Its title is the Code's own; the plain sentence says it to someone in distress."""

    number: int = Field(ge=1)
    """1, 2, 3 in the order of the Code."""
    title: Sentence
    """The Code's own name for it."""
    plain: Sentence
    """What it means, in words for somebody in distress."""
    from_title_only: Literal["yes", "no"] = "no"
    """Whether the plain sentence was written from the title alone, because the full text was not read."""
    applies_to: Literal["everyone", "after-a-report"]
    """everyone, or after-a-report where it begins once the police know."""
    ask: Sentence | None = None
    """What to ask for. None: no source says."""
    of: Sentence | None = None
    """Whom to ask."""
    complain: Sentence | None = None
    """Where to complain first. None: to the organisation that let you down."""
    services: Many[Slug] = ()
    """Services that help with it."""
    sources: Many[Label] = Field(min_length=1)
    """What it rests on."""


class Statement(Record):
    """One sentence and what it rests on."""

    says: Sentence
    """The sentence."""
    sources: Many[Label] = Field(min_length=1)
    """What it rests on."""


class Rights(StandingPage):
    """The Code that is in force: one version, checked on a day. A superseded one stops the build."""

    code: Name
    """The name of the Code."""
    in_force_from: Day
    """The first day of this version."""
    superseded_on: Day | None = None
    """The day another Code takes its place. From that day the site is not built until the rights are rewritten."""
    source: Label
    """Where the Code stands."""
    note: Sentence | None = None
    """What is about to change."""
    lead: Sentence
    """The sentence at the top of the page."""
    rights: Many[Right] = Field(min_length=1)
    """Every right, in order."""
    if_you_report: Many[Statement] = ()
    """What changes when somebody reports the crime."""
    if_you_do_not: Many[Statement] = ()
    """What there is for somebody who does not report it."""
    must_follow: Many[Statement] = ()
    """Who has to give these rights."""
    complain: Many[Statement] = Field(min_length=1)
    """The steps of a complaint, in order."""
    sources: Many[Label] = ()
    """What the words below the record rest on."""

    @field_validator("rights")
    @classmethod
    def _count_up(cls, rights: tuple[Right, ...]) -> tuple[Right, ...]:
        numbers = [right.number for right in rights]
        if numbers != list(range(1, len(rights) + 1)):
            raise FieldError(
                "rights-misnumbered",
                f"the rights are numbered {', '.join(map(str, numbers))}",
                "number them 1, 2, 3 in order",
            )
        return rights

    @property
    def for_everyone(self) -> tuple[Right, ...]:
        """The rights that do not wait for a report."""
        return tuple(right for right in self.rights if right.applies_to == "everyone")

    @property
    def after_a_report(self) -> tuple[Right, ...]:
        """The rights that begin once the police know."""
        return tuple(right for right in self.rights if right.applies_to == "after-a-report")

    @property
    def every_source(self) -> tuple[str, ...]:
        """Everything that the page rests on."""
        lists = (self.rights, self.if_you_report, self.if_you_do_not, self.must_follow, self.complain)
        return (self.source, *(label for part in lists for one in part for label in one.sources), *self.sources)
