"""Colour in a terminal, and nowhere else."""

from __future__ import annotations

import io
from pathlib import Path

import click
import pytest

from generator.cli.console import fitting, handbook_page, in_blocks, set_out
from generator.diagnostics import Diagnostic, Location

KIND = Diagnostic(
    "unknown-kind",
    "error",
    Location("services.yaml", 2, 11),
    "'refuges' is not a kind of service; did you mean \"refuge\"?",
)


class Terminal(io.StringIO):
    """What a program writes to while somebody looks on."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "40")


def written(stream: io.StringIO) -> str:
    with click.Context(click.Command("check")):
        in_blocks([KIND], stream)
    return stream.getvalue()


def test_a_terminal_gets_colour_and_whole_words_on_each_line() -> None:
    assert written(Terminal()).splitlines() == [
        "\x1b[1mservices.yaml:2:11:\x1b[0m 'refuges' is not a",
        "    kind of service; did you mean",
        '    "refuge"?',
        "",
    ]


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_who_wants_no_colour_gets_none(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)

    assert "\x1b" not in written(Terminal())


def test_a_file_gets_one_line_for_each_problem_and_no_colour() -> None:
    assert written(io.StringIO()) == f"{KIND}\n\n"
    assert fitting("word " * 20, io.StringIO()) == "word " * 20


def test_the_terminal_of_a_job_is_a_log(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")

    assert written(Terminal()) == f"{KIND}\n\n"


def test_a_record_in_a_terminal_is_broken_between_words_and_set_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    monkeypatch.delenv("CI", raising=False)
    record = "- id: a\n  summary: A free helpline.\n\n  cost: free"

    assert set_out(record, Terminal()) == "- id: a\n  summary: A free\n      helpline.\n\n  cost: free"


def test_a_record_in_a_file_is_as_it_stands() -> None:
    record = f"- id: a\n  summary: {'word ' * 50}"

    assert set_out(record, io.StringIO()) == record


def test_a_page_is_named_where_the_folder_holds_the_handbook_else_where_the_program_has_it(tmp_path: Path) -> None:
    elsewhere = handbook_page("keep-your-change", tmp_path)
    (tmp_path / "docs/handbook").mkdir(parents=True)
    (tmp_path / "docs/handbook/keep-your-change.md").write_text("# Keep your change\n", encoding="utf-8")

    assert Path(elsewhere).read_text(encoding="utf-8").startswith("#")
    assert handbook_page("keep-your-change", tmp_path) == "docs/handbook/keep-your-change.md"
