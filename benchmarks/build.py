"""How long a build of N services takes: `.venv/bin/python benchmarks/build.py 300 3000 10000` prints a table.

For each N: a synthetic directory (not timed), then in turn `waymark build` with all its checks, first with nothing kept
from before and again over what that left; the same after one record was changed; `waymark check`; a bare Python loop
that makes the same pages; and, where `hugo` is on the path, Hugo on an equal site, which checks nothing. Each is timed
from outside, as a whole process with all that it starts: what people wait for, and what the machine spends. With --runs
each figure is the median, and what lies around it is told in the line of the run.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from generator.site.render import compiled

ROOT = Path(__file__).resolve().parent.parent
NOW = datetime(2027, 2, 10, 12, tzinfo=UTC)
OFTEN = 0.1
"""So many seconds lie between two looks at the memory."""
WAYS = ("cold", "again", "one changed", "check", "bare", "Hugo")
"""What is timed, in the order of the table. Ratios are those of the first two to the last."""


@dataclass(frozen=True, slots=True)
class Run:
    """One command with all that it started: wall clock and processor time in seconds, peak memory in MB."""

    seconds: float
    processor: float
    """Of all its processes, on all cores."""
    peak: float
    """Of all its processes at one moment; what several share is counted once. 0 where the system does not tell."""


@dataclass(frozen=True, slots=True)
class Measured:
    """All that was measured for one number of services."""

    services: int
    pages: int
    runs: Mapping[str, Sequence[Run]]

    def middle(self, way: str, figure: str) -> float:
        """The median of one figure of one way."""
        return float(median(getattr(run, figure) for run in self.runs[way]))


def main() -> None:
    """Measure each N, then print the table."""
    arguments = argparse.ArgumentParser(description="Measure whole builds of synthetic directories.")
    arguments.add_argument("services", type=int, nargs="+", metavar="N", help="how many services")
    arguments.add_argument("--runs", type=int, default=1, help="do each so often, in turn (default: 1)")
    arguments.add_argument("--keep", type=Path, help="keep what was made in this folder, to look at or to profile")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="waymark-benchmark-") as temporary:
        folder = (given.keep or Path(temporary)).resolve()
        found = [measure(folder / str(count), count, given.runs) for count in given.services]
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    machine = f"{os.cpu_count()} cores, load {load}, Python {platform.python_version()}, {platform.machine()}"
    print(f"\n{machine}; {hugo_version()}\n")
    print(table(found))


def measure(folder: Path, count: int, runs: int) -> Measured:
    """Build one directory in each way, and make sure that all made the same pages."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    site, bare_site, hugo_folder = (folder / name for name in ("waymark", "bare", "hugo"))
    python("benchmarks.synthetic", site, count)
    found: dict[str, list[Run]] = {way: [] for way in WAYS}
    waymark = [sys.executable, "-m", "generator", "--root", str(site)]
    for _ in range(runs):
        shutil.rmtree(site / "site", ignore_errors=True)
        _forget_templates()
        found["cold"].append(run([*waymark, "build"], ROOT))
        found["again"].append(run([*waymark, "build"], ROOT))
        with one_changed(site / "services.yaml"):
            found["one changed"].append(run([*waymark, "build"], ROOT))
        found["check"].append(run([*waymark, "check"], ROOT))
        shutil.rmtree(bare_site, ignore_errors=True)
        found["bare"].append(run([sys.executable, "-m", "benchmarks.bare", str(site), str(bare_site)], ROOT))
    run([*waymark, "build"], ROOT)
    compare(site / "site", bare_site)
    if shutil.which("hugo"):
        python("benchmarks.hugo", site, hugo_folder)
        for _ in range(runs):
            shutil.rmtree(hugo_folder / "public", ignore_errors=True)
            found["Hugo"].append(run(["hugo", "--quiet", "--noTimes"], hugo_folder))
        compare_sizes(site / "site", hugo_folder / "public")
    pages = sum(1 for _ in (site / "site").rglob("*.html"))
    for way, several in found.items():
        for figure in ("seconds", "processor", "peak") if several else ():
            figures = sorted(getattr(one, figure) for one in several)
            told = f"{figures[0]:.2f} / {median(figures):.2f} / {figures[-1]:.2f}"
            print(f"{count} services, {pages} pages, {way}, {figure}: {told}", file=sys.stderr)
    return Measured(count, pages, found)


class one_changed:  # noqa: N801 # read as a sentence
    """One record says something else meanwhile."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.text = path.read_text(encoding="utf-8")

    def __enter__(self) -> None:
        self.path.write_text(self.text.replace("    summary: ", "    summary: Changed. ", 1), encoding="utf-8")

    def __exit__(self, *_: object) -> None:
        self.path.write_text(self.text, encoding="utf-8")


def _forget_templates() -> None:
    """Take away what earlier runs kept: compiled templates alone."""
    for path in compiled.kept_files():
        path.unlink(missing_ok=True)


def python(module: str, *arguments: object) -> None:
    """Run one of our modules, not timed."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    subprocess.run(command, cwd=ROOT, env=environment(), check=True)


def run(command: Sequence[str], cwd: Path) -> Run:
    """Run one command and wait for it. The kernel tells its processor time, with that of all that it waited for."""
    begin = time.monotonic()
    process = subprocess.Popen(command, cwd=cwd, env=environment(), stdout=subprocess.DEVNULL)
    peaks = [0.0]
    ended = threading.Event()
    watcher = threading.Thread(target=lambda: peaks.extend(_memory(process.pid, ended)))
    watcher.start()
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.monotonic() - begin
    ended.set()
    watcher.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"failed: {' '.join(map(str, command))}")
    return Run(seconds, used.ru_utime + used.ru_stime, max(peaks))


def _memory(root: int, ended: threading.Event) -> Iterator[float]:
    """What a process and all below it take, in MB, again and again until it ended. Nothing but on Linux."""
    while Path("/proc/self/smaps_rollup").exists() and not ended.wait(OFTEN):
        parents = dict(_parents())
        family = {root}
        while more := {one for one, parent in parents.items() if parent in family} - family:
            family |= more
        yield sum(map(_share, family)) / 1024


def _parents() -> Iterator[tuple[int, int]]:
    """Each process, and its parent."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            yield int(path.parent.name), int(path.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue


def _share(process: int) -> float:
    """What one process takes in KB, with its part of what it shares."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    return sum(float(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:"))


def environment() -> dict[str, str]:
    """The same moment for all, and our own modules in reach."""
    ours = {
        "SOURCE_DATE_EPOCH": str(int(NOW.timestamp())),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONPATH": str(ROOT),
    }
    return os.environ | ours


def compare(whole: Path, bare: Path) -> None:
    """The bare loop must have written the very pages of the whole build; only the standing pages' Markdown differs."""
    theirs = {path.relative_to(bare) for path in bare.rglob("*.html")}
    ours = {path.relative_to(whole) for path in whole.rglob("*.html")}
    assert theirs <= ours, sorted(theirs - ours)[:5]
    assert len(ours - theirs) <= 3, sorted(ours - theirs)[:5]  # 404.html and the like
    for path in sorted(path for path in theirs if path.parts[0] in ("services", "kinds", "where", "campaigns")):
        assert (whole / path).read_bytes() == (bare / path).read_bytes(), path


def compare_sizes(whole: Path, hugo: Path) -> None:
    """Hugo must have made about as many pages of about the same size."""
    ours, theirs = ([path.stat().st_size for path in folder.rglob("*.html")] for folder in (whole, hugo))
    assert abs(len(ours) - len(theirs)) <= 0.02 * len(ours) + 8, (len(ours), len(theirs))
    assert abs(sum(ours) - sum(theirs)) <= 0.1 * sum(ours), (sum(ours), sum(theirs))


def hugo_version() -> str:
    """Which Hugo this is, if there is one."""
    if not shutil.which("hugo"):
        return "no hugo on the path"
    said = subprocess.run(["hugo", "version"], capture_output=True, text=True, check=True).stdout  # noqa: S607
    return " ".join(said.split()[:2])


def table(found: Sequence[Measured]) -> str:
    """The figures as a Markdown table: of each way its wall clock and its processor time in seconds, and MB."""
    ways = [way for way in WAYS if all(one.runs[way] for one in found)]
    figures = [f"{way} {of}" for way in ways for of in ("s", "CPU", "MB")]
    ratios = ["x Hugo s", "x Hugo CPU", "x Hugo MB"] if "Hugo" in ways else []
    head = ["services", "pages", *figures, *ratios]
    lines = [head, ["--:"] * len(head)]
    for one in found:
        row = [f"{one.services:,}", f"{one.pages:,}"]
        for way in ways:
            row += [f"{one.middle(way, 'seconds'):.2f}", f"{one.middle(way, 'processor'):.2f}"]
            row.append(f"{one.middle(way, 'peak'):.0f}")
        for of in ("seconds", "processor", "peak") if ratios else ():
            row.append(f"{one.middle('cold', of) / (one.middle('Hugo', of) or 1):.2f}")
        lines.append(row)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    main()
