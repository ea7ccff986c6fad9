"""A small site in a folder, right in every respect but what a test changes; and our commands, run on it for real."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from generator.cli.main import main
from generator.forked import ForkedProcess
from generator.processes import can_fork

REPOSITORY = Path(__file__).resolve().parents[1]
WAYMARK = (str(Path(sys.executable).with_name("waymark")),)
MODULE = (sys.executable, "-m", "generator")
MKDOCS = (sys.executable, "-m", "mkdocs")
NOW = "2027-02-10T09:00"
PATIENCE = 900.0
"""Seconds. It only ends what hangs, also on a machine that does ten other things: nothing is measured by it."""

MKDOCS_YML = """\
site_name: Victim services in Cumbria
site_url: https://help.example.org/
docs_dir: content
strict: true
theme:
  name: material
  custom_dir: overrides
  language: en
  font: false
plugins:
  - waymark:
      office: {name: Waymark tests}
      feeds: {owner: "help.example.org,2026"}
watch: [services.yaml, campaigns, overrides]
validation:
  links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}
"""

SERVICES_YAML = """\
emergency:
  - {say: Call 112, phone: "112", text: It leads to the same place as 999., source: NAT-01}
areas:
  cumbria: {name: Cumbria}
organisations:
  victim-support: {name: Victim Support}
services:
  - id: victim-support-cumbria
    name: Victim Support
    kind: victim-hub
    organisation: victim-support
    summary: Free, private help after any crime.
    helps_with: [any-crime]
    areas: [cumbria]
    contact:
      - phone: 03003030554
        hours: 24/7
    checked: {on: 2026-11-20, by: Communications team, how: phoned}
  - id: harbour-refuge
    name: Harbour
    kind: refuge
    organisation: victim-support
    summary: A safe place to stay.
    helps_with: [domestic-abuse]
    areas: [cumbria]
    contact:
      - phone: 01632 960777
    places:
      - {name: Larkspur House, address: 7 Gooseberry Lane, postcode: CA99 9ZZ}
retired_numbers:
  - {number: 0845 30 30 900, was: old Supportline, source: P180}
"""

CAMPAIGN = """\
---
id: dating-scams
title: Dating scams
summary: Someone you met online asks for money.
about: [fraud-cyber]
services: [victim-support-cumbria]
runs:
  - {from: 2027-02-01, to: 2027-02-28, confirmed: {by: Us, on: 2026-11-20, source: the calendar}}
posts:
  - id: dating-scams-2027-launch
    at: 2027-02-01 09:00
    text: Talk to a friend first. Victim Support can help.
  - id: dating-scams-2027-last
    at: 2027-02-27 09:00
    text: It was never your fault. Victim Support can help.
---
Words of the page.
"""

CHECKED = "---\nchecked: {on: 2026-11-20, by: Us, how: read}\n---\n"
STANDING = ("about", "accessibility", "privacy", "rights", "stay-safe")
"""The pages in content/ that the foot of every page leads to."""


OWN_TEMPLATES = ("main.html", "pages/home.html")
"""An office has those that it changes: the others ship. What has all of them is the site of this repository."""


@dataclass(frozen=True)
class Done:
    """A command that has ended."""

    status: int
    out: str
    err: str

    @property
    def told(self) -> list[str]:
        """Every line that it wrote, first what it said and then what it complained of."""
        return [*self.out.splitlines(), *self.err.splitlines()]


@dataclass(frozen=True)
class Site:
    """A site's folder, and what one does in it."""

    root: Path

    @property
    def built(self) -> Path:
        """Where its public site comes to stand."""
        return self.root / "site"

    def write(self, file: str, content: str | bytes) -> None:
        """Put a file in place of the one that stands there."""
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def change(self, file: str, old: str, new: str) -> None:
        """Replace some words of a file, which must be in it once."""
        text = (self.root / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self.write(file, text.replace(old, new))

    def take_template(self, name: str) -> None:
        """Copy a template that ships, as an office does with what it wants to change."""
        self.write(f"overrides/{name}", (REPOSITORY / "overrides" / name).read_bytes())

    def waymark(self, *arguments: str, now: str = NOW, **environment: str) -> Done:
        """`waymark --root ... --now ...` with these arguments: the command itself, without a process around it."""
        moment = ["--now", now] if now else []
        return called(["--root", str(self.root), *moment, *arguments], self.root, environment)

    def mkdocs(self, *arguments: str, now: str = "1802250000", **environment: str) -> Done:
        """`mkdocs` with these arguments, in the site's folder, at a moment in seconds: NOW."""
        return forked_mkdocs(arguments, self.root, {"SOURCE_DATE_EPOCH": now} | environment)

    def page(self, address: str) -> str:
        """The text of a built page."""
        return (self.built / address / "index.html").read_text(encoding="utf-8")


def a_site(folder: Path, **files: str | bytes) -> Site:
    """A site with one service, one refuge and one campaign, in a folder that is made for it."""
    site = Site(folder)
    site.write("mkdocs.yml", MKDOCS_YML)
    site.write("services.yaml", SERVICES_YAML)
    site.write("campaigns/dating-scams.md", CAMPAIGN)
    for name in STANDING:
        site.write(f"content/{name}.md", f"{CHECKED if name == 'stay-safe' else ''}# The page {name}\n\nWords.\n")
    for name in OWN_TEMPLATES:
        site.take_template(name)
    for file, content in files.items():
        site.write(file, content)
    return site


def environment_with(changes: Mapping[str, str]) -> dict[str, str]:
    """This process's environment without a moment, and without the theme's own notice for maintainers."""
    kept = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", **changes}


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Done:
    """Run a command to its end."""
    ended = subprocess.run(
        command,
        cwd=folder,
        env=environment_with(environment or {}),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    return Done(ended.returncode, ended.stdout.decode(), ended.stderr.decode())


def called(
    arguments: Sequence[str],
    folder: Path,
    environment: Mapping[str, str] | None = None,
    typed: str | None = None,
) -> Done:
    """Call `waymark` in this process, as a person in a folder does: to start it anew takes twenty times as long.

    An exception that the command does not catch is raised here. `run` with WAYMARK starts a real one.
    """
    around = {"SOURCE_DATE_EPOCH": None, "NO_MKDOCS_2_WARNING": "1", **(environment or {})}
    with chdir(folder):
        runner = CliRunner(env=around)
        ended = runner.invoke(main, arguments, input=typed, prog_name="waymark", catch_exceptions=False)
    return Done(ended.exit_code, ended.stdout, ended.stderr)


def forked_mkdocs(arguments: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Done:
    """Run `mkdocs` in a fork of this process, which has read it: to start it anew takes five times as long.

    `run` with MKDOCS starts a real one; so does this, where a fork would not be whole.
    """
    if not can_fork():
        return run([*MKDOCS, *arguments], folder, environment)
    from mkdocs.__main__ import cli

    def work() -> None:
        around = environment_with(environment)
        os.environ.clear()
        os.environ.update(around)
        os.chdir(folder)
        sys.path.insert(0, str(folder))
        sys.argv = ["mkdocs", *arguments]
        cli(prog_name="python -m mkdocs")

    process = ForkedProcess(work, [])
    out, err = process.communicate()
    return Done(process.returncode or 0, out.decode(), err.decode())


def heeding_signals() -> None:
    """For `preexec_fn`: the command can be interrupted, also where the tests run in the background of a shell."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file below a folder, with a hash of its bytes."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
