"""One name of an option means one thing, in the same words, in every command; and each example in the help is right."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

import click
import pytest
from click.exceptions import Exit

from generator.cli.context import SiteCommand
from generator.cli.main import Commands, main
from tests.site_builder import called

THE_FIRST_WORDS = re.compile(r"[^.:;,]*")


def commands(name: str = "", command: click.Command = main) -> Iterator[tuple[str, click.Command]]:
    """Every command with all words of its name."""
    yield name, command
    if isinstance(command, Commands):
        for word in command.files:
            inner = command.get_command(click.Context(command), word)
            assert inner is not None
            yield from commands(f"{name} {word}".strip(), inner)


def options(command: click.Command) -> Iterator[click.Option]:
    return (option for option in command.params if isinstance(option, click.Option))


EVERY = dict(commands())
NAMES = sorted({name for command in EVERY.values() for option in options(command) for name in option.opts})
EXAMPLES = [
    (name, line)
    for name, command in EVERY.items()
    if isinstance(command, (Commands, SiteCommand))
    for line in command.example.replace("\\\n", " ").splitlines()
]


@pytest.mark.parametrize("name", NAMES)
def test_an_option_means_the_same_wherever_it_is(name: str) -> None:
    found = {word: option for word, command in EVERY.items() for option in options(command) if name in option.opts}
    meanings = {THE_FIRST_WORDS.match(option.help or "")[0] for option in found.values()}  # type: ignore[index]
    kinds = {option.type.name.replace("directory", "file") for option in found.values()}  # --to FILE, build --to DIR

    assert len(meanings) == 1, meanings
    assert "" not in meanings
    assert len(kinds) == 1, kinds
    assert len({(option.multiple, option.is_flag, option.metavar) for option in found.values()}) == 1, found


@pytest.mark.parametrize("name", EVERY)
def test_every_option_says_in_a_sentence_what_it_is_for(name: str) -> None:
    for option in options(EVERY[name]):
        assert option.help, option.name
        assert option.help[0].isupper(), option.help
        assert option.help[-1] in ".?", option.help


@pytest.mark.parametrize("name", EVERY)
def test_every_command_takes_a_folder_and_a_moment(name: str) -> None:
    assert {"--root", "--now"} <= {word for option in options(EVERY[name]) for word in option.opts}


@pytest.mark.parametrize("name", EVERY)
def test_what_is_written_and_what_is_shown_has_the_same_names(name: str) -> None:
    words = {word for option in options(EVERY[name]) for word in option.opts}

    assert not words & {"--output", "--out", "-o", "--check-only", "--file", "--json", "--csv", "--date", "--dir"}


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[line for _, line in EXAMPLES])
def test_each_example_is_a_right_command(name: str, example: str) -> None:
    program, *words = shlex.split(example.replace("COMMAND", "check"))
    command: click.Command = main
    while isinstance(command, Commands):
        while words[0].startswith("--"):  # an option before the command, with what it is given
            option = next(one for one in options(command) if words[0] in one.opts)
            words = words[1 if option.is_flag else 2 :]
        found = command.get_command(click.Context(command), words.pop(0))
        assert found is not None
        command = found
    with suppress(Exit):  # of --help
        command.make_context(str(command.name), words)

    assert program == "waymark"
    assert name in ("", "new") or example.startswith(f"waymark {name}")


def test_the_version_is_said(tmp_path: Path) -> None:
    done = called(["--version"], tmp_path)

    assert (done.status, done.out) == (0, f"Waymark {version('waymark')}\n")
