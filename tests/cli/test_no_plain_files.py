"""Where a file is meant stands a pipe, a socket, a device, a folder, a locked or an endless file: one line says so."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site_builder import MKDOCS_YML, a_site

NO_FILE = "this is neither a file nor a folder, and reading it may never end; delete it"
A_FOLDER = "this is a folder, and a file is needed here; give the folder another name"
A_LINK = "this is a link, and would publish what stands at its other end; put the file itself in its place"
TOO_LARGE = "this file has 2,000,000,000 bytes, and {} are the most; make it smaller, or cut it in two"


def a_socket(path: Path) -> None:
    """A place where a program listens."""
    here = Path.cwd()
    os.chdir(path.parent)  # a socket's name has a length
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.chdir(here)


def a_sparse_file(path: Path) -> None:
    """A file of 2 GB that takes no room."""
    with path.open("wb") as file:
        file.truncate(2_000_000_000)


MADE: dict[str, Callable[[Path], None]] = {
    "pipe": os.mkfifo,
    "socket": a_socket,
    "device": lambda path: path.symlink_to("/dev/zero"),
    "folder": Path.mkdir,
    "huge": a_sparse_file,
}
FILES = (
    "services.yaml",
    "campaigns/x.md",
    "campaigns/published.csv",
    "accessibility-results.yaml",
    "content/x.md",
    "content/about.md",
    "content/images/x.png",
    "content/x.pdf",
    "overrides/main.html",
    "overrides/styles/base.css",
)


@pytest.mark.parametrize(
    ("file", "what"),
    [
        (file, what)
        for file in FILES
        for what in MADE
        if what != "folder" or not file.startswith(("content", "overrides"))
    ],
)
def test_a_check_ends_and_says_what_stands_in_a_file_s_place(file: str, what: str, tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    path = site.root / file
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    MADE[what](path)
    if file.endswith(".pdf"):
        site.change("mkdocs.yml", "      office:", "      files: {x.pdf: Read by Sam}\n      office:")
    done = site.waymark("check")

    assert done.status == 1
    most = {".md": "250,000", ".png": "20,000,000", ".pdf": "20,000,000"}.get(path.suffix, "50,000,000")
    linked = A_LINK if file.startswith(("content", "overrides")) else NO_FILE
    words = {"folder": A_FOLDER, "huge": TOO_LARGE.format(most), "device": linked}.get(what, NO_FILE)
    assert f"{file}:1:1: {words}" in done.err


@pytest.mark.parametrize("what", ["pipe", "socket", "folder", "device"])
def test_without_a_file_of_settings_there_is_no_site(what: str, tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    (site.root / "mkdocs.yml").unlink()
    MADE[what](site.root / "mkdocs.yml")
    done = site.waymark("check")

    assert done.status == 2
    assert "there is no mkdocs.yml in" in done.err


def test_a_pipe_that_a_pattern_of_files_meets_is_named_and_not_read(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    (site.root / "services").mkdir()
    (site.root / "services.yaml").rename(site.root / "services/a.yaml")
    os.mkfifo(site.root / "services/b.yaml")
    site.change("mkdocs.yml", "      office:", "      services: services/*.yaml\n      office:")
    done = site.waymark("check")

    assert f"services/b.yaml:1:1: {NO_FILE}" in done.err


def test_saving_never_waits_for_a_pipe(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    (site.root / "services.yaml").unlink()
    os.mkfifo(site.root / "services.yaml")
    done = site.waymark("due", "--done", "harbour-refuge")

    assert done.status == 1
    assert f"services.yaml:1:1: {NO_FILE}" in done.err


@pytest.mark.parametrize("what", MADE)
@pytest.mark.parametrize(
    ("line", "file"),
    [("INHERIT: base.yml", "base.yml"), ("hooks: [hook.py]", "hook.py"), ("INHERIT: one.yml", "two.yml")],
)
@pytest.mark.parametrize("command", ["check", "build"])
def test_what_the_settings_inherit_or_run_is_never_waited_for(
    command: str, line: str, file: str, what: str, tmp_path: Path
) -> None:
    site = a_site(tmp_path / "site")
    site.write("mkdocs.yml", f"{line}\n{MKDOCS_YML}")
    site.write("one.yml", "INHERIT: two.yml\n")
    MADE[what](site.root / file)
    done = site.waymark(command)

    words = {"folder": A_FOLDER, "huge": TOO_LARGE.format("50,000,000")}.get(what, NO_FILE)
    assert done.status == 1
    assert f"{file}:1:1: {words}" in done.err


@pytest.mark.parametrize("what", ["pipe", "device"])
def test_a_folder_of_campaigns_or_pages_that_is_a_pipe_is_named(what: str, tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.change("mkdocs.yml", "      office:", "      campaigns: there\n      office:")
    MADE[what](site.root / "there")
    done = site.waymark("check")

    assert done.status == 2
    assert "there in " in done.err
    assert "is not a folder; move it away, or mend campaigns: in mkdocs.yml" in " ".join(done.err.split())
