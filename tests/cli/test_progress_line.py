"""Whoever builds a large site sees that it works, how far it is and how long it takes; a log has no line of it."""

from __future__ import annotations

import os
import pty
import sys
from collections.abc import Iterator
from contextlib import suppress
from io import StringIO
from pathlib import Path
from typing import TextIO

import pytest

from generator import processes
from generator.cli import progress_line as its_line
from generator.cli.progress_line import ProgressLine, progress_line
from generator.processes import spread
from generator.progress import Stage, tell, watched
from tests.site_builder import Site, called

ANEW = "\r\x1b[K"


class Clock:
    """Tells the seconds that a test says."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Line:
    """A line, its clock, and what it wrote."""

    def __init__(self) -> None:
        self.reading, self.writing = os.pipe()
        os.set_blocking(self.reading, False)
        self.clock = Clock()
        self.line = ProgressLine(self.writing, self.clock)

    def at(self, seconds: float, stage: Stage, done: int = 0, count: int = 0) -> str:
        """What is written when a build is so far, so many seconds after it began."""
        self.clock.now = 100 + seconds
        self.line(stage, done, count)
        return self.said()

    def said(self) -> str:
        with suppress(BlockingIOError):
            return os.read(self.reading, 10_000).decode()
        return ""


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Iterator[Line]:
    monkeypatch.setenv("COLUMNS", "101")
    made = Line()
    yield made
    for end in (made.reading, made.writing):
        os.close(end)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[TextIO, int]]:
    """A terminal, and the end from which a test reads what stands in it."""
    monkeypatch.delenv("CI", raising=False)
    reading, there = pty.openpty()
    with os.fdopen(there, "w", encoding="utf-8") as stream:
        yield stream, reading
    os.close(reading)


def test_a_build_of_less_than_a_second_says_nothing_of_it(line: Line) -> None:
    assert line.at(0, Stage.READ) == ""
    assert line.at(0.5, Stage.WRITE, 0, 400) == ""
    assert line.at(0.99, Stage.WRITE, 399, 400) == ""
    line.line.wipe()
    assert line.said() == ""


def test_a_longer_one_says_the_stage_the_count_and_the_time_that_is_left(line: Line) -> None:
    line.at(0, Stage.READ)
    line.at(2, Stage.MAKE)
    assert line.at(4, Stage.WRITE, 0, 400) == f"{ANEW}Writing 400 pages"
    assert line.at(4.4, Stage.WRITE, 40, 400) == f"{ANEW}Writing 400 pages: 40 done"
    assert line.at(6, Stage.WRITE, 100, 400) == f"{ANEW}Writing 400 pages: 100 done, about 6 s left"
    assert line.at(8, Stage.SEARCH, 0, 1) == f"{ANEW}Searching for what must not get out in 1 file"
    assert line.at(9, Stage.FOLLOW, 0, 9000) == f"{ANEW}Following the links of 9000 pages"
    assert line.at(14, Stage.FOLLOW, 300, 9000).endswith(": 300 done, about 2 minutes left")


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_has_words(stage: Stage, line: Line) -> None:
    assert line.at(5, stage, 0, 2).removeprefix(ANEW)[0].isupper()


def test_it_is_not_written_more_often_than_anybody_reads(line: Line) -> None:
    line.at(5, Stage.SEARCH, 0, 1000)
    said = [line.at(5 + number / 100, Stage.SEARCH, number, 1000) for number in range(1, 101)]

    assert len(list(filter(None, said))) <= 5


def test_it_fits_the_terminal(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")

    assert line.at(5, Stage.SEARCH, 10, 1000) == f"{ANEW}Searching for what must not g"


def test_nothing_of_it_stays_in_the_terminal(line: Line) -> None:
    line.at(5, Stage.SEARCH, 10, 1000)
    line.line.wipe()

    assert line.said() == ANEW


def test_a_terminal_that_has_gone_ends_no_build(line: Line) -> None:
    os.close(line.reading)
    line.reading = os.open(os.devnull, os.O_RDONLY)

    line.line(Stage.READ, 0, 0)
    line.clock.now += 5
    line.line(Stage.MAKE, 0, 0)


@pytest.mark.parametrize("count", [1, 2])
def test_every_process_says_how_far_it_is_and_none_after_the_end(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "cores", lambda: count)
    reading, writing = os.pipe()
    with watched(lambda _, done, of: os.write(writing, f"{done}/{of} ".encode()) and None):
        spread(str, range(400), lambda done, of: tell(Stage.SEARCH, done, of))
    tell(Stage.SEARCH, 1, 1)
    os.close(writing)
    with os.fdopen(reading, encoding="ascii") as file:
        said = file.read().split()

    assert sorted(said) == sorted(["0/400", *(f"{first}/400" for first in range(0, 400, 8))])


@pytest.mark.usefixtures("quick")
def test_in_a_terminal_a_build_shows_its_stages_and_leaves_the_line_empty(
    site: Site, terminal: tuple[TextIO, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    stream, reading = terminal
    monkeypatch.setattr(its_line, "BEFORE_IT_SPEAKS", 0)
    monkeypatch.setattr("generator.cli.build.sys", type("Its", (), {"stderr": stream, "stdout": sys.stdout}))
    done = called(["--root", str(site.root), "build"], site.root)
    shown = os.read(reading, 100_000).decode()

    assert (done.status, done.err) == (0, "")
    lines = shown.split(ANEW)
    assert [one.split()[0] for one in lines if one][:2] == ["Reading", "Putting"]
    assert {"Searching", "Following"} <= {one.split()[0] for one in lines if one}
    assert lines[-1] == ""


@pytest.mark.usefixtures("quick")
def test_a_build_that_is_asked_to_explain_names_each_page_that_is_not_as_before_and_why(site: Site) -> None:
    first = called(["--root", str(site.root), "build", "--explain"], site.root).out.splitlines()
    again = called(["--root", str(site.root), "build", "--explain"], site.root).out.splitlines()
    (site.built / "about" / "index.html").write_text("<main>old</main>")
    (site.built / "old.html").write_text("")
    changed = called(["--root", str(site.root), "build", "--explain"], site.root).out.splitlines()

    pages = len(list(site.built.rglob("*.html")))
    assert "new: about/index.html (made from content/about.md; there was none before)" in first
    assert "kept: 0 pages (the same bytes as before)" in first
    assert len([line for line in first if line.startswith("new: ")]) == pages
    assert [line for line in again if not line.startswith("advice")] == [
        f"kept: {pages} pages (the same bytes as before)",
        f"Built {pages} pages in {site.built}.",
    ]
    assert [line for line in changed if not line.startswith("advice")][:3] == [
        "changed: about/index.html (made from content/about.md; it differs in its own words, from line 1 on)",
        "gone: old.html (nothing makes it any more)",
        f"kept: {pages - 1} pages (the same bytes as before)",
    ]


@pytest.mark.parametrize("stream", [StringIO(), "a file", "CI"])
def test_where_nobody_looks_on_nothing_is_said(
    stream: object, terminal: tuple[TextIO, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(its_line, "BEFORE_IT_SPEAKS", 0)
    with (tmp_path / "log").open("w+") as log:
        given = {"a file": log, "CI": terminal[0]}.get(str(stream), stream)
        if stream == "CI":
            monkeypatch.setenv("CI", "true")
        with progress_line(given) as kept:  # type: ignore[arg-type]
            tell(Stage.READ)

        assert kept == []
        assert (tmp_path / "log").read_text() == ""
    os.set_blocking(terminal[1], False)
    with pytest.raises(BlockingIOError):
        os.read(terminal[1], 1)
