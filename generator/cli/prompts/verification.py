"""Who has made sure of something, when, and how or by what: asked of whoever writes a record. Nobody did by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import click

from generator.cli.prompts.parsers import reading, reading_day
from generator.cli.prompts.session import Asking, past
from generator.diagnostics import AnswerError
from generator.site_loader import Site


@dataclass(frozen=True, slots=True)
class VerificationQuestions:
    """The two questions: who, and then how or where it stands, each with a right answer.

    `option` is what the options begin with: "checked" for --checked-by and --checked-on. `then` ends the third.
    """

    option: str
    who: str
    somebody: str
    then: str
    question: str
    example: str
    seen: str = ""
    """Who else sees the first two answers."""


@dataclass(frozen=True, slots=True)
class MadeSure:
    """Who, on which day (2027-02-01), and how they did it or where it stands."""

    by: str
    on: str
    said: str


def ask_made_sure(
    asking: Asking, site: Site, wording: VerificationQuestions, by: str | None, said: str | None, on: date | None
) -> MadeSure | None:
    """The answers; None where nobody has made sure. `by`, `said` and `on` are what the options say."""
    from generator.model.fields.text import Label

    label, option = reading(Label), wording.option
    who = asking.text(
        f"{option}-by", wording.who, by, label, example=wording.somebody, empty="nobody yet", hint=wording.seen
    )
    then = f"{option}-{wording.then}"
    if who is None:
        if said is not None or on is not None:
            raise click.UsageError(f"--{then} and --{option}-on need --{option}-by: who {option} it")
        return None
    hint = f"For example: {wording.example}"
    answer = asking.text(then, wording.question, said, label, example=wording.example, required=True, hint=hint)

    def until_today(text: str) -> str:
        if (day := reading_day(text)) > site.today.isoformat():
            words = f"{day} is still to come; type the day it was done, {site.today} at the latest"
            raise AnswerError(words, shows_right=True)
        return day

    given, today = past(site, on, f"{option}-on") if on else None, site.today.isoformat()
    when = asking.text(f"{option}-on", "On which day?", given, until_today, example=today, default=today, required=True)
    return MadeSure(who, str(when), str(answer))
