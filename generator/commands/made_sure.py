"""Who has made sure of something, when, and how or by what: asked of whoever writes a record. Nobody did by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import click

from generator.commands.asking import Asking, past
from generator.commands.right_answers import reading
from generator.commands.site import Site


@dataclass(frozen=True, slots=True)
class Wording:
    """The two questions: who, and then how or where it stands, each with a right answer.

    `option` is what the options begin with: "checked" for --checked-by and --checked-on. `then` ends the third.
    """

    option: str
    who: str
    somebody: str
    then: str
    question: str
    example: str


@dataclass(frozen=True, slots=True)
class MadeSure:
    """Who, on which day (2027-02-01), and how they did it or where it stands."""

    by: str
    on: str
    said: str


def ask_made_sure(
    asking: Asking, site: Site, wording: Wording, by: str | None, said: str | None, on: date | None
) -> MadeSure | None:
    """The answers; None where nobody has made sure. `by`, `said` and `on` are what the options say."""
    from generator.model.text import Label

    label, option = reading(Label), wording.option
    who = asking.text(f"{option}-by", wording.who, by, label, example=wording.somebody, empty="nobody yet")
    then = f"{option}-{wording.then}"
    if who is None:
        if said is not None or on is not None:
            raise click.UsageError(f"--{then} and --{option}-on need --{option}-by: who {option} it")
        return None
    answer = asking.text(then, wording.question, said, label, example=wording.example, required=True)
    return MadeSure(who, past(site, on, f"{option}-on"), str(answer))
