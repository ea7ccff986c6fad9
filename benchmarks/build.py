"""How long a build of N services takes: `.venv/bin/python benchmarks/build.py 300 3000 10000` prints a table.

For each N: a synthetic directory (not timed), the whole build of it by `mkdocs build` with its stages, a bare Python
loop that makes the same pages, and, where `hugo` is on the path, Hugo on an equal site. Each is a process of its own,
measured from its start to its end, one at a time, and the shortest of --runs counts.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOW = datetime(2027, 2, 10, 12, tzinfo=UTC)
STAGES = ("start-up", "read", "validate", "render", "pictures", "MkDocs", "inspect")


@dataclass(frozen=True, slots=True)
class Run:
    """One process: wall clock and processor time in seconds, peak memory in MB."""

    seconds: float
    processor: float
    """Of all cores together. On a quiet machine it is the wall clock of a program that uses one core."""
    peak: float


@dataclass(frozen=True, slots=True)
class Measured:
    """All that was measured for one number of services."""

    services: int
    pages: int
    size: float
    """Of all HTML, in MB."""
    stages: Mapping[str, float]
    whole: Run
    bare: Run
    hugo: Run | None


def main() -> None:
    """Measure each N, then print the table."""
    arguments = argparse.ArgumentParser(description="Measure whole builds of synthetic directories.")
    arguments.add_argument("services", type=int, nargs="+", metavar="N", help="how many services")
    arguments.add_argument("--runs", type=int, default=1, help="build so often, and take the shortest (default: 1)")
    arguments.add_argument("--keep", type=Path, help="keep what was made in this folder, to look at or to profile")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="waymark-benchmark-") as temporary:
        folder = (given.keep or Path(temporary)).resolve()
        found = [measure(folder / str(count), count, given.runs) for count in given.services]
    print(f"\n{os.cpu_count()} cores, Python {platform.python_version()}, {platform.machine()}; {hugo_version()}\n")
    print(table(found))


def measure(folder: Path, count: int, runs: int) -> Measured:
    """Build one directory in each of the three ways, and make sure that they made the same pages."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    site, bare_site, hugo_folder, times = (folder / name for name in ("waymark", "bare", "hugo", "stages.json"))
    python("benchmarks.synthetic", site, count)
    stages: dict[str, float] = {}
    whole = bare = hugo = None
    for _ in range(runs):
        shutil.rmtree(site / "site", ignore_errors=True)
        seen = run(["-m", "mkdocs", "build", "--strict", "--quiet"], site, WAYMARK_STAGES=str(times))
        if whole is None or seen.seconds < whole.seconds:
            whole, stages = seen, json.loads(times.read_text(encoding="utf-8"))
        shutil.rmtree(bare_site, ignore_errors=True)
        bare = shorter(bare, run(["-m", "benchmarks.bare", site, bare_site], ROOT))
    compare(site / "site", bare_site)
    if shutil.which("hugo"):
        python("benchmarks.hugo", site, hugo_folder)
        for _ in range(runs):
            shutil.rmtree(hugo_folder / "public", ignore_errors=True)
            hugo = shorter(hugo, run(["hugo", "--quiet", "--noTimes"], hugo_folder))
        compare_sizes(site / "site", hugo_folder / "public")
    assert whole
    assert bare
    pages = list((site / "site").rglob("*.html"))
    size = sum(page.stat().st_size for page in pages) / 1e6
    print(f"{count} services: {len(pages)} pages, {size:.1f} MB of HTML, {whole.seconds:.2f} s", file=sys.stderr)
    return Measured(count, len(pages), size, stages, whole, bare, hugo)


def python(module: str, *arguments: object) -> None:
    """Run one of our modules, not timed."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    subprocess.run(command, cwd=ROOT, env=environment(), check=True)


def run(command: list[str | Path], cwd: Path, **more: str) -> Run:
    """Run one process and wait for it. Its peak memory comes from the kernel, for this process alone."""
    program = [] if command[0] == "hugo" else [sys.executable]
    begin = time.monotonic()
    started = {"WAYMARK_STARTED": str(begin)}
    process = subprocess.Popen([*program, *map(str, command)], cwd=cwd, env=environment() | started | more)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.monotonic() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"failed: {' '.join(map(str, command))}")
    return Run(
        seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / (1024 * (1024 if sys.platform == "darwin" else 1))
    )


def environment() -> dict[str, str]:
    """The same moment for all, and our own modules in reach."""
    ours = {
        "SOURCE_DATE_EPOCH": str(int(NOW.timestamp())),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONPATH": str(ROOT),
    }
    return os.environ | ours


def shorter(one: Run | None, other: Run) -> Run:
    """The faster of two runs."""
    return other if one is None or other.seconds < one.seconds else one


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


def table(found: list[Measured]) -> str:
    """The figures as a Markdown table, seconds where nothing else is said. CPU: of the process before it."""
    measured = ["whole", "CPU", "pages/s", "ms/service", "peak MB", "bare", "CPU", "x bare", "Hugo", "CPU", "x Hugo"]
    head = ["services", "pages", *STAGES, *measured]
    lines = [head, ["--:"] * len(head)]
    for one in found:
        hugo = ["-", "-", "-"]
        if one.hugo:
            ratio = one.whole.seconds / one.hugo.seconds
            hugo = [f"{one.hugo.seconds:.2f}", f"{one.hugo.processor:.2f}", f"{ratio:.1f}"]
        lines.append(
            [
                f"{one.services:,}",
                f"{one.pages:,}",
                *(f"{one.stages[stage]:.2f}" for stage in STAGES),
                f"{one.whole.seconds:.2f}",
                f"{one.whole.processor:.2f}",
                f"{one.pages / one.whole.seconds:,.0f}",
                f"{1000 * (one.whole.seconds - one.stages['start-up']) / one.services:.2f}",
                f"{one.whole.peak:.0f}",
                f"{one.bare.seconds:.2f}",
                f"{one.bare.processor:.2f}",
                f"{one.whole.seconds / one.bare.seconds:.1f}",
                *hugo,
            ]
        )
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    main()
