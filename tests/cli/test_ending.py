"""What stops a command from outside: Ctrl+C, a full disk, an old terminal, a reader who goes. One line, and 1 or 2."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.__main__ import run as run_it
from generator.cli.errors import in_one_line
from generator.cli.main import COMMANDS, main
from generator.cli.new import KINDS
from generator.formatters.exceptions import fault, without_tracebacks
from generator.staff.link_checker.result import Finding
from tests.cli.in_process import waymark
from tests.cli.talking import Talk
from tests.site_builder import NOW, REPOSITORY, Site, called, fingerprint, run

EACH = [*((name,) for name in COMMANDS if name != "new"), *(("new", kind) for kind in KINDS)]
READS = ["check", "build", "release", "due", "plan", "export"]
"""Commands that read the content with no more than their name."""


def stopping(patch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Reading the content ends in this."""

    def stop(*_: object, **__: object) -> None:
        raise error

    patch.setattr("generator.content.load.load", stop)
    patch.setattr("generator.cli.build._engine_builds", stop)


@pytest.mark.parametrize("name", READS)
def test_ctrl_c_in_the_middle_is_one_line_and_leaves_everything_as_it_was(
    name: str, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = fingerprint(site.root)
    stopping(monkeypatch, KeyboardInterrupt())
    done = waymark(site.root, [name])

    assert (done.status, done.out) == (1, "")
    assert done.err == ("\nStopped. The site is as it was.\n" if name == "build" else "\nStopped.\n")
    assert fingerprint(site.root) == before


@pytest.mark.parametrize("name", READS)
@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "Error: the disk is full; make room on it, "),
        (OSError(errno.EROFS, "Read-only file system", "/a"), "Error: /a: nothing can be written there; copy the "),
        (PermissionError(errno.EACCES, "Permission denied", "/a"), "Error: /a: that is not allowed; ask whoever "),
        (OSError(errno.EIO, "Input/output error", "/a"), "Error: /a: input/output error; mend that, "),
    ],
)
def test_what_the_machine_refuses_is_one_line(
    error: OSError, words: str, name: str, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopping(monkeypatch, error)
    done = waymark(site.root, [name])

    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(words)
    assert done.err.endswith("run the command again\n")
    assert len(done.err.splitlines()) == 1


class StoppedMidway:
    """Says something of the first address, and then somebody presses Ctrl+C."""

    def __init__(self, *_: object) -> None:
        pass

    def ask_all(self, addresses: Iterable[str]) -> Iterator[Finding]:
        """One finding."""
        yield Finding(next(iter(addresses)), "good")
        raise KeyboardInterrupt


def test_ctrl_c_while_addresses_are_asked_leaves_the_table_as_it_was(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.change("services.yaml", "- phone: 01632 960777", "- website: https://a.example.org/")
    site.write("links.csv", "address,last_good\nhttps://a.example.org/,2026-11-20\n")
    before = fingerprint(site.root)
    monkeypatch.setattr("generator.cli.web.links._asker", StoppedMidway)
    done = waymark(site.root, ["links"])

    assert (done.status, done.out) == (1, "")
    assert done.err.endswith("\nStopped.\n")
    assert fingerprint(site.root) == before


@pytest.mark.parametrize("typed", ["", "Haven\n", "Haven\nhelpline\n"])
def test_an_input_that_ends_stops_a_conversation_and_nothing_is_written(typed: str, site: Site, talk: Talk) -> None:
    before = fingerprint(site.root)
    done = talk.new(site, ["service"], *typed.splitlines())

    assert (done.status, done.err) == (1, "")
    assert done.out.endswith("\nStopped. Nothing was written.\n")
    assert fingerprint(site.root) == before


@pytest.mark.parametrize("arguments", [["plan"], ["due"], ["check"], ["schema", "fields"], ["plan", "--help"]])
@pytest.mark.parametrize("letters", ["ascii", "latin-1"])
def test_a_terminal_with_few_letters_gets_a_question_mark_and_no_error(
    letters: str, arguments: list[str], site: Site
) -> None:
    site.change("services.yaml", "name: Harbour\n", "name: Harbour’s – مساعدة\n")
    done = CliRunner(charset=letters).invoke(main, [*arguments, "--root", str(site.root), "--now", NOW])

    assert (done.exit_code, done.exception) == (0, None)


def test_what_is_for_programs_keeps_every_letter_on_any_terminal(site: Site) -> None:
    site.change("services.yaml", "name: Harbour\n", "name: Harbour’s\n")
    done = CliRunner(charset="ascii").invoke(main, ["export", "--root", str(site.root), "--now", NOW])

    assert "Harbour’s" in done.stdout_bytes.decode("utf-8")


def test_a_reader_who_has_seen_enough_ends_it_without_a_word(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    stopping(monkeypatch, BrokenPipeError(errno.EPIPE, "Broken pipe"))
    done = CliRunner().invoke(main, ["plan", "--root", str(site.root), "--now", NOW])

    assert (done.exit_code, done.output) == (1, "")


@pytest.mark.parametrize("name", ["stdin", "stdout", "stderr"])
def test_a_stream_that_is_closed_is_an_empty_one(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, name, None)
    with in_one_line():
        opened = getattr(sys, name)
        assert not opened.isatty()
        opened.close()


@pytest.mark.parametrize("words", EACH, ids=" ".join)
@pytest.mark.parametrize(
    ("now", "why"),
    [
        ("soon", "write it as 2027-02-10T09:00"),
        ("2027-13-01", "there is no month 13"),
        ("2027-02-10T25:00", "2027-02-10T09:00"),
        ("", "write it as 2027-02-10T09:00"),
        ("--root", "write it as 2027-02-10T09:00"),
    ],
)
def test_a_moment_that_is_none_is_wrong_use_of_every_command(
    now: str, why: str, words: tuple[str, ...], tmp_path: Path
) -> None:
    done = called([*words, "--now", now], tmp_path)

    assert (done.status, done.out) == (2, "")
    assert why in " ".join(done.err.split())


@pytest.mark.parametrize("words", EACH, ids=" ".join)
def test_of_an_option_that_is_given_twice_the_last_counts(words: tuple[str, ...], tmp_path: Path) -> None:
    done = called([*words, "--root", "/nowhere", "--root", str(tmp_path), "--now", "2027-02-10", "--help"], tmp_path)

    assert (done.status, done.err) == (0, "")


def test_a_mistake_of_ours_is_one_line_without_a_word_of_the_content(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def wrong() -> None:
        raise KeyError("7 Gooseberry Lane")

    monkeypatch.setattr("generator.cli.main.main", wrong)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    with pytest.raises(SystemExit) as ended:
        run_it()
    told = capsys.readouterr()

    assert (ended.value.code, told.out) == (2, "")
    assert told.err.startswith(
        "Waymark itself made a mistake; your content is not at fault. Tell whoever looks after it:"
    )
    assert "KeyError (tests/cli/test_ending.py, line " in told.err.replace("\n", "")
    assert "Gooseberry" not in told.err
    assert len(told.err.splitlines()) == 1


def test_who_looks_after_it_can_see_all_of_a_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong() -> None:
        raise KeyError("a")

    monkeypatch.setattr("generator.cli.main.main", wrong)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    monkeypatch.setenv("WAYMARK_TRACEBACK", "1")
    with pytest.raises(KeyError):
        run_it()


def test_a_fault_says_what_and_where() -> None:
    with pytest.raises(ValueError, match="two") as raised:
        raise ValueError("two\n lines")

    assert fault(raised.value).startswith("ValueError: two lines (tests/cli/test_ending.py, line ")
    assert fault(raised.value, words=False).startswith("ValueError (tests/")
    assert fault(SystemExit("no place")) == "SystemExit: no place"


def test_of_a_traceback_the_last_line_is_kept() -> None:
    said = [
        "before",
        "Traceback (most recent call last):",
        '  File "a.py", line 1, in <module>',
        "    a()",
        "KeyError: 'a'",
        "",
        "During handling of the above exception, another exception occurred:",
        "",
        "  Traceback (most recent call last):",
        '  File "b.py", line 1',
        "OSError: [Errno 28] No space left on device",
        "after",
    ]

    assert without_tracebacks(said) == [
        "before",
        "KeyError: 'a'",
        "OSError: [Errno 28] No space left on device",
        "after",
    ]


def test_a_real_process_in_an_old_terminal_with_a_full_disk_behind_it() -> None:
    command = [sys.executable, "-m", "generator", "--root", str(REPOSITORY), "--now", NOW, "schema", "fields"]
    done = run(
        ["sh", "-c", '"$@" > /dev/full', "sh", *command], REPOSITORY, {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    )

    words = "Error: the disk is full; make room on it, then run the command again\n"
    assert (done.status, done.out, done.err) == (2, "", words)
