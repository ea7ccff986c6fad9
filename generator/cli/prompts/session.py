"""Questions -> answers: from the options where they are given, else from whoever sits at the terminal."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any, NoReturn

import click

from generator.cli.context import only_shown
from generator.cli.prompts.parsers import Read, shows_right
from generator.diagnostics import AnswerError

if TYPE_CHECKING:
    from generator.site_loader import Site

WIDE = 100
"""No line is longer, however wide the terminal is."""
BACK = "<"
YES, NO = {"y", "yes"}, {"n", "no"}


def width() -> int:
    """How many letters fit in a line."""
    return max(20, min(WIDE, shutil.get_terminal_size().columns - 1))


def is_a_terminal() -> bool:
    """Whether somebody can answer."""
    return sys.stdin.isatty()


def answerable(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options of a command that asks questions and then writes."""
    function = only_shown(function)
    return click.option("--no-input", is_flag=True, help="Never ask.")(function)


class Back(Exception):  # noqa: N818 # no error: somebody wants to answer the question before once more
    """Somebody wants to answer the question before once more."""


class Asking:
    """One conversation. Without a terminal, or with --no-input, only the options answer."""

    def __init__(self, no_input: bool) -> None:
        self.asks = not no_input and is_a_terminal()
        self._typed: list[list[str]] = [[]]
        """What was typed at each question, slips and all."""
        self._again: list[str] = []
        """What was typed until the question that somebody went back to: typed again without a word."""
        self._is_silent = False

    def begin(self, what: str) -> None:
        """Say what this is ("A new service"), and how to go back and stop."""
        self.say(f"{what}. Nothing is written before the end.", f"To go back one question, type {BACK}. Ctrl+C stops.")

    def talk(self, ask: Callable[[], None], forget: Callable[[], None]) -> None:
        """Ask everything. Whoever goes back is led through it again, up to the question before, without a word.

        Args:
            ask: asks every question, always in the same way for the same answers.
            forget: undoes what `ask` has gathered.
        """
        while True:
            try:
                return ask()
            except Back:
                forget()
                before = self._answered()[:-1]
                self._again = [answer for question in before for answer in question]
                self._typed, self._is_silent = [[]], True

    def next_question(self) -> None:
        """Here begins a question, which somebody may go back to."""
        self._typed.append([])
        self._is_silent = self._is_silent and bool(self._again)

    def _answered(self) -> list[list[str]]:
        """The questions before this one that somebody has answered."""
        return [typed for typed in self._typed[:-1] if typed]

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
        empty: str = "none",
        hint: str = "",
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
            empty: what it means to type nothing, where that may be.
            hint: what else whoever sits there should know.
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
        ending = f" (Enter: {default})" if default else "" if required else f" (Enter: {empty})"
        question = f"{question} {hint}" if hint else question
        self.next_question()
        self.say("")
        while True:
            answer = self.typed(f"{question}{ending}") or default
            if not answer and not required:
                return None
            try:
                if answer:
                    found = read(answer)
                    if found.split() != answer.split():  # a day, say, that was typed in a form of its own
                        self.say(f"  {found}.")
                    return found
                self.say(f"  This is needed. For example: {example}")
            except ValueError as error:
                shown = "" if shows_right(error) or example in str(error) else f" For example: {example}"
                self.say(f"  {error}.{shown}")

    def missing(self, option: str, question: str, example: str) -> NoReturn:
        """A question that must be answered, and that nobody is there to answer."""
        raise click.UsageError(f'--{option} is missing: {question} For example: --{option} "{example}"')

    def typed(self, question: str) -> str:
        """What somebody types behind a question. Whoever stops here has written nothing. Back: for `talk`."""
        if self._again:
            answer = self._again.pop(0)
        else:
            answer = self._line(question)
            while answer == BACK:
                if self._answered():
                    raise Back
                self.say("  This is the first question.")
                answer = self._line(question)
        self._typed[-1].append(answer)
        return answer

    def _line(self, question: str) -> str:
        try:
            self.say(question)
            answer: str = click.prompt("", default="", show_default=False, prompt_suffix="> ")
        except click.Abort:
            click.echo("\nStopped. Nothing was written.")
            sys.exit(1)
        return answer.strip()

    def agrees(self, question: str) -> bool:
        """Whether whoever sits there says yes. Nobody there: no."""
        return self.asks and self._yes(f"{question} [y/N]", enter=False)

    def lets_write(self) -> bool:
        """The last question: whether all this may be written. Nobody there: yes, as they asked for it."""
        if not self.asks:
            return True
        self.next_question()
        self.say("")
        return self._yes(f"Write it? [Y/n] To change an answer, type {BACK}", enter=True)

    def lets_write_files(self, folder: Path, files: Iterable[str], *, dry_run: bool) -> bool:
        """Show the files of a new folder, and ask: no where it only shows. Who says no themselves ends the command."""
        for name in files:
            click.echo(f"  {folder / name}")
        if dry_run:
            click.echo("\nNothing was written: these are the files that it would be.")
            return False
        if not self.lets_write():
            click.echo("Stopped. Nothing was written.")
            raise SystemExit(1)
        return True

    def _yes(self, question: str, *, enter: bool) -> bool:
        """Asked until the answer is yes or no; `enter`: what it means to type nothing."""
        while (answer := self.typed(question).lower() or ("y" if enter else "n")) not in YES | NO:
            self.say("  Type y for yes, n for no.")
        return answer in YES

    def must_go_back(self) -> NoReturn:
        """Something in the answers is wrong: the only way on is back."""
        self.next_question()
        while True:
            self.typed(f"Type {BACK} to go back to the questions, and again for the one before. Ctrl+C stops.")

    def say(self, *lines: str) -> None:
        """Something to read before the next question, each line over several where it is long."""
        for line in lines if self.asks and not self._is_silent else ():
            inset = " " * (len(line) - len(line.lstrip()))
            parts = wrap(line, width(), subsequent_indent=inset, break_on_hyphens=False, break_long_words=False)
            for part in parts or [""]:
                click.echo(part)


def ask_id(asking: Asking, given: str | None, read: Read, made: str, question: str, *, option: str = "id") -> str:
    """The id that the option gives, else one made of a name: somebody is asked only where that one can't be.

    Args:
        asking: the conversation.
        given: what the option says.
        read: takes an id, or raises ValueError with the reason against it.
        made: the one made of the name.
        question: in plain words.
        option: the option that gives it.
    """
    if given is None and asking.asks:
        try:
            return read(made)
        except ValueError as error:
            asking.next_question()
            asking.say("", f"{error}." if made else "No id can be made of its name.")
            made = ""
    example = "harbour-helpline"

    def no_word_by_mistake(text: str) -> str:
        if text.lower() in YES | NO:
            words = f"'{text}' is no good id, and it stays for ever; type the id itself, such as {example}"
            raise AnswerError(words, shows_right=True)
        return read(text)

    asked = read if given is not None else no_word_by_mistake
    return str(asking.text(option, question, given, asked, example=example, default=made, required=True))


def joined(words: Sequence[str]) -> str:
    """A list as somebody would type it: any-crime, asb."""
    return ", ".join(words)


def past(site: Site, day: date | None, option: str) -> str:
    """The day on which something was done: today, where an option does not say. UsageError for one to come."""
    if day is not None and day > site.today:
        raise click.UsageError(
            f"--{option} {day} is in the future; give the day it was done, {site.today} at the latest"
        )
    return (day or site.today).isoformat()
