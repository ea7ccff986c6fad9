"""Questions -> answers: from the options where they are given, else from whoever sits at the terminal."""

from __future__ import annotations

import re
import shutil
import sys
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from textwrap import wrap
from typing import TYPE_CHECKING, Any, NoReturn

import click

if TYPE_CHECKING:
    from generator.commands.site import Site

WIDE = 100
"""No line is longer, however wide the terminal is."""
Read = Callable[[str], str]


def width() -> int:
    """How many letters fit in a line."""
    return max(20, min(WIDE, shutil.get_terminal_size().columns - 1))


def is_a_terminal() -> bool:
    """Whether somebody can answer."""
    return sys.stdin.isatty()


def reading(kind: Any, *, on_one_line: bool = True) -> Read:
    """Make a function that gives a text back, or raises ValueError, in an author's words, if it is wrong.

    Args:
        kind: what the text must be, a type of the records: Slug, Sentence, Day.
        on_one_line: make one line of it.
    """
    from pydantic import TypeAdapter, ValidationError

    from generator.reading.house_words import said_of

    adapter: TypeAdapter[Any] = TypeAdapter(kind)

    def read(text: str) -> str:
        text = " ".join(text.split()) if on_one_line else text.strip()
        try:
            adapter.validate_python(text)
        except ValidationError as error:
            found = error.errors()[0]
            raise ValueError(str(found.get("ctx", {}).get("error") or found["msg"])) from None
        for why in said_of(text):
            raise ValueError(why)
        return text

    return read


def answerable(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options of a command that asks questions and then writes."""
    function = click.option("--dry-run", is_flag=True, help="Show it, and write nothing.")(function)
    return click.option("--no-input", is_flag=True, help="Never ask.")(function)


class Asking:
    """One conversation. Without a terminal, or with --no-input, only the options answer."""

    def __init__(self, no_input: bool) -> None:
        self.asks = not no_input and is_a_terminal()

    def text(
        self,
        option: str,
        question: str,
        given: str | None,
        read: Read,
        *,
        example: str,
        default: str = "",
        required: bool = False,
    ) -> str | None:
        """The answer to one question; None where it may be left open and is.

        Args:
            option: the option that answers it, without its hyphens.
            question: in plain words, without a full stop.
            given: what the option says.
            read: takes the answer, or raises ValueError with the reason against it.
            example: one right answer.
            default: the answer of whoever types nothing.
            required: whether there must be an answer.
        """
        if given is None and not self.asks:
            if not default:
                return self.missing(option, question, example) if required else None
            given = default
        if given is not None:
            if not given.strip():
                return self.missing(option, question, example) if required else None
            try:
                return read(given)
            except ValueError as error:
                raise click.UsageError(f"--{option}: {error}") from None
        ending = f" [{default}]" if default else "" if required else " (Enter: none)"
        self.say("")
        while True:
            answer = self.typed(f"{question}{ending}") or default
            if not answer and not required:
                return None
            try:
                if answer:
                    return read(answer)
                self.say(f"  This is needed. For example: {example}")
            except ValueError as error:
                shown = "" if example in str(error) else f" For example: {example}"
                self.say(f"  {error}.{shown}")

    def missing(self, option: str, question: str, example: str) -> NoReturn:
        """A question that must be answered, and that nobody is there to answer."""
        raise click.UsageError(f'--{option} is missing: {question} For example: --{option} "{example}"')

    def typed(self, question: str) -> str:
        """What somebody types behind a question. Whoever stops here has written nothing."""
        try:
            self.say(question)
            answer: str = click.prompt("", default="", show_default=False, prompt_suffix="> ")
        except click.Abort:
            click.echo("\nStopped. Nothing was written.")
            sys.exit(1)
        return answer.strip()

    def agrees(self, question: str) -> bool:
        """Whether whoever sits there says yes. Nobody there: no."""
        return self.asks and self.typed(f"{question} [y/N]").lower() in ("y", "yes")

    def say(self, *lines: str) -> None:
        """Something to read before the next question, each line over several where it is long."""
        for line in lines if self.asks else ():
            inset = " " * (len(line) - len(line.lstrip()))
            parts = wrap(line, width(), subsequent_indent=inset, break_on_hyphens=False, break_long_words=False)
            for part in parts or [""]:
                click.echo(part)


def joined(words: Sequence[str]) -> str:
    """A list as somebody would type it: any-crime, asb."""
    return ", ".join(words)


def slug_of(name: str) -> str:
    """An id made of a name: Women's Centre, Barrow -> womens-centre-barrow."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower().replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def past(site: Site, day: date | None, option: str) -> str:
    """The day on which something was done: today, where an option does not say. UsageError for one to come."""
    if day is not None and day > site.today:
        raise click.UsageError(
            f"--{option} {day} is in the future; give the day it was done, {site.today} at the latest"
        )
    return (day or site.today).isoformat()
