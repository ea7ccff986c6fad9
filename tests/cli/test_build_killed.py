"""A build that is killed, an engine that lives on, what is written or withheld meanwhile: one whole site, searched."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.fault_points import FaultPoints
from tests.cli.old_site import assert_the_old_site_stands, beside, old_site
from tests.site_builder import (
    MKDOCS_YML,
    NOW,
    PATIENCE,
    WAYMARK,
    Site,
    environment_with,
    fingerprint,
)


@pytest.mark.parametrize("can", [True, False], ids=["names exchanged", "two renames"])
def test_a_build_killed_at_any_step_leaves_one_whole_site_and_stops_no_later_build(
    can: bool, faults: FaultPoints, tmp_path: Path
) -> None:
    engine = Site(tmp_path / "engine")
    for file in ("index.html", "about/index.html", "assets/waymark.css"):
        engine.write(f"site/{file}", f"<!doctype html>\n<title>{file}</title>\n<h1>New: {file}</h1>\n")
    template = old_site(tmp_path / "template" / "site")
    old, new = fingerprint(template.built), fingerprint(engine.built)
    seen = set()

    def fresh() -> Path:
        shutil.rmtree(tmp_path / "now", ignore_errors=True)
        shutil.copytree(template.root.parent, tmp_path / "now", symlinks=True)
        return tmp_path / "now" / "site"

    for at, root in faults.each(["build"], fresh, engine=engine.built, exchange=can):
        site = Site(root)
        if can:  # there is never no site
            assert fingerprint(site.built) in (old, new), at
        elif not site.built.exists():
            site.write("services.yaml", "")  # the next build brings it back before it does anything else
            assert faults.run(["build"], root) == 1
            assert_the_old_site_stands(site)
            shutil.copy(template.root / "services.yaml", root)
            seen.add("brought back")
        seen.add("new" if fingerprint(site.built) == new else "old")
        assert faults.run(["build"], root, engine=engine.built, exchange=can) == 0, (
            at,
            (root.parent / "said").read_text(),
        )
        assert fingerprint(site.built) == new, at
        assert beside(site) == [], at
    assert seen == ({"old", "new"} if can else {"old", "new", "brought back"})


LIVES_ON = """\
import os, pathlib, time

def on_{when}({arguments}, **_):
    pathlib.Path("begun").write_text(str(os.getpid()))
    time.sleep(1)
    pathlib.Path(config.site_dir, "late.html").write_text("Larkspur House")
    time.sleep(600)
"""
MOMENTS = {"config": "config", "pre_build": "config", "page_content": "html, config", "post_build": "config"}


@pytest.mark.parametrize("when", MOMENTS)
def test_an_engine_whose_build_was_killed_ends_and_the_next_build_is_its_own(
    when: str, whole: Site, tmp_path: Path
) -> None:
    site = old_site(tmp_path / "site")
    site.write("mkdocs.yml", MKDOCS_YML + "hooks: [lives_on.py]\n")
    site.write("lives_on.py", LIVES_ON.format(when=when, arguments=MOMENTS[when]))
    process = subprocess.Popen(
        [*WAYMARK, "--root", str(site.root), "--now", NOW, "build"],
        cwd=site.root,
        env=environment_with({}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert in_time(lambda: (site.root / "begun").exists() and (site.root / "begun").read_text())
    process.kill()
    process.wait(PATIENCE)
    engine = int((site.root / "begun").read_text())
    site.write("mkdocs.yml", MKDOCS_YML)
    (site.root / "lives_on.py").unlink()
    done = site.waymark("build")

    assert (done.status, done.err) == (0, "")
    assert fingerprint(site.built) == fingerprint(whole.built)
    assert in_time(lambda: is_gone(engine))
    assert site.waymark("build").status == 0
    assert beside(site) == []


def in_time(asked: object) -> bool:
    """Whether something comes true; `PATIENCE` only ends what hangs."""
    ends = time.monotonic() + PATIENCE
    while not asked() and time.monotonic() < ends:  # type: ignore[operator]
        time.sleep(0.02)
    return bool(asked())  # type: ignore[operator]


def is_gone(process: int) -> bool:
    """Whether a process has ended; one that nobody asked after yet has, too."""
    try:
        os.kill(process, 0)
        state = Path(f"/proc/{process}/stat")
        return state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z"
    except (ProcessLookupError, FileNotFoundError):
        return True


ENDS = """\
import ctypes, os, sys, time
from generator.engines.mkdocs import runner as it

def none(_): raise AttributeError("prctl")

if sys.argv[1] == "the pipe alone": ctypes.CDLL = none
reading, writing = os.pipe()
parent = os.getpid()
child = os.fork()
if child == 0:
    os.close(writing)
    os.setpgid(0, 0)
    it.end_with(parent, reading)
    worker = os.fork()
    if worker:
        print(os.getpid(), worker, flush=True)
    time.sleep(600)
time.sleep(600)
"""


@pytest.mark.parametrize("how", ["by the system too", "the pipe alone"])
def test_a_killed_build_takes_its_engine_and_what_that_started_with_it(how: str) -> None:
    parent = subprocess.Popen([sys.executable, "-c", ENDS, how], stdout=subprocess.PIPE)
    assert parent.stdout
    engine, worker = (int(number) for number in parent.stdout.readline().split())
    assert not is_gone(engine)
    assert not is_gone(worker)
    parent.kill()
    parent.communicate()

    assert in_time(lambda: is_gone(engine))
    assert in_time(lambda: is_gone(worker))


def test_an_engine_whose_build_ended_before_it_began_does_not_begin() -> None:
    words = "from generator.engines.mkdocs.runner import end_with\nend_with(1 << 30, 0)\nprint('goes on')"
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, check=False, timeout=PATIENCE)

    assert (done.returncode, done.stdout) == (1, b"")


def test_what_the_engine_started_does_not_outlive_it(old: Site) -> None:
    old.write("mkdocs.yml", MKDOCS_YML + "hooks: [leaves.py]\n")
    words = "import subprocess, sys\n\ndef on_post_build(config):\n    "
    sleeps = "[sys.executable, '-c', 'import time; time.sleep(600)']"
    old.write("leaves.py", f"{words}open('left', 'w').write(str(subprocess.Popen({sleeps}).pid))\n")

    assert old.waymark("build").status == 0
    assert in_time(lambda: is_gone(int((old.root / "left").read_text())))


def test_what_is_written_into_the_built_site_after_the_engine_is_searched_too(
    old: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.engines.mkdocs.runner import EngineProcess

    ended = EngineProcess.ended

    def and_writes(self: EngineProcess) -> tuple[int, list[str]]:
        done = ended(self)
        (fresh,) = old.root.glob(".site.new-*/site")
        (fresh / "late.txt").write_text("Larkspur House")
        return done

    monkeypatch.setattr(EngineProcess, "ended", and_writes)
    done = old.waymark("build")

    assert done.status == 1
    assert done.err.splitlines()[0] == "1 must not be public, but got out:"
    assert_the_old_site_stands(old)
    assert beside(old) == []


def test_what_was_withheld_while_the_site_was_built_is_searched_for(old: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.cli import build

    read = build._read

    def then_saved(site: object, **how: bool) -> object:
        found = read(site, **how)  # type: ignore[arg-type]
        if "Words of the page" not in (old.root / "services.yaml").read_text():
            old.change("services.yaml", "Larkspur House", "Words of the page nine")
            old.change("services.yaml", "7 Gooseberry Lane", "Room 5, Dating scams")
        return found

    monkeypatch.setattr(build, "_read", then_saved)
    old.write("content/more.txt", "Room 5, Dating scams\n")
    done = old.waymark("build")

    assert done.status == 1
    assert_the_old_site_stands(old)
