"""How long a build takes: `.venv/bin/python benchmarks/build.py office 300 3000 10000 --runs 3` prints a table.

`office` is the demonstration, a number a synthetic directory of so many services (made before, and not timed). Each is
built in turn: `waymark build` with all its checks, first with nothing kept from before and again over what that left;
the same after one record was changed; `waymark check`; a bare Python loop that makes the same pages; and, where `hugo`
is on the path, Hugo in two ways. *Same files*: it frames what Waymark made, and checks nothing. *Same work*: it makes
services' pages of the records in templates, and then the records are validated, links looked up and every byte searched
for what is withheld. Each is timed from outside, as whole processes with all that they start: what people wait for, and
what the machine spends. On a busy machine only the time of the processor can be compared.
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
OFFICE = "office"
ITS_FILES = ("accessibility-results.yaml", "campaigns", "content", "mkdocs.yml", "overrides", "services.yaml")
OFTEN, SPARING = 0.1, 20
"""So many seconds lie between two looks at the memory, and so many times what one took: it slows no build."""
COLD, AGAIN, CHANGED, CHECK, BARE = "build", "again", "one changed", "check", "bare loop"
HUGO, RECORDS, CHECKS, SAME_WORK = "Hugo, same files", "Hugo, records", "and checks", "Hugo, same work"
WAYS = (COLD, AGAIN, CHANGED, CHECK, BARE, HUGO, RECORDS, CHECKS, SAME_WORK)
"""What is timed, in the order of the table. The last is the two before it, one after the other."""


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

    site: str
    pages: int
    runs: Mapping[str, Sequence[Run]]

    def figures(self, way: str, figure: str) -> list[float]:
        """One figure of each run of one way, the least first."""
        return sorted(getattr(run, figure) for run in self.runs[way])

    def against(self, way: str, other: str) -> str:
        """The processor time of one way, in that of another; nothing where that was not measured."""
        if not self.runs[other]:
            return ""
        return f"{median(self.figures(way, 'processor')) / median(self.figures(other, 'processor')):.2f}"


def main() -> None:
    """Measure each site, then print the table."""
    arguments = argparse.ArgumentParser(description="Measure whole builds.")
    arguments.add_argument("sites", nargs="+", metavar="N", help="how many services, or the word office")
    arguments.add_argument("--runs", type=int, default=1, help="do each so often, in turn (default: 1)")
    arguments.add_argument("--keep", type=Path, help="keep what was made in this folder, to look at or to profile")
    arguments.add_argument("--areas", type=int, default=0, help="how many areas (default: one for 30 services)")
    arguments.add_argument("--national", type=int, help="how many national services (default: about 30)")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="waymark-benchmark-") as temporary:
        folder = (given.keep or Path(temporary)).resolve()
        found = [measure(folder / one, one, given) for one in given.sites]
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    machine = f"{os.cpu_count()} cores, load {load}, Python {platform.python_version()}, {platform.machine()}"
    print(f"\n{machine}; {hugo_version()}\n")
    print(table(found))


def measure(folder: Path, name: str, given: argparse.Namespace) -> Measured:
    """Build one site in each way, and make sure that all made the same pages."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    site, bare_site = folder / "waymark", folder / "bare"
    write(site, name, given.areas, given.national)
    found: dict[str, list[Run]] = {way: [] for way in WAYS}
    waymark = [sys.executable, "-m", "generator", "--root", str(site)]
    for _ in range(given.runs):
        shutil.rmtree(site / "site", ignore_errors=True)
        _forget_templates()
        found[COLD].append(run([*waymark, "build"], ROOT))
        found[AGAIN].append(run([*waymark, "build"], ROOT))
        with one_changed(site / "services.yaml"):
            found[CHANGED].append(run([*waymark, "build"], ROOT))
        found[CHECK].append(run([*waymark, "check"], ROOT))
        if name != OFFICE:
            shutil.rmtree(bare_site, ignore_errors=True)
            found[BARE].append(run([sys.executable, "-m", "benchmarks.bare", str(site), str(bare_site)], ROOT))
    run([*waymark, "build"], ROOT)
    if name != OFFICE:
        compare(site / "site", bare_site)
    if shutil.which("hugo"):
        with_hugo(folder, site, name, given.runs, found)
    pages = sum(1 for _ in (site / "site").rglob("*.html"))
    return Measured(name, pages, found)


def write(site: Path, name: str, areas: int, national: int | None) -> None:
    """The content of a site: the demonstration's, or invented."""
    if name != OFFICE:
        python("benchmarks.synthetic", site, name, areas, *([] if national is None else [national]))
        return
    site.mkdir()
    for one in ITS_FILES:
        (shutil.copytree if (ROOT / one).is_dir() else shutil.copy)(ROOT / one, site / one)


def with_hugo(folder: Path, site: Path, name: str, runs: int, found: Mapping[str, list[Run]]) -> None:
    """The same with Hugo, in turn. The records of the synthetic sites alone are those that its templates know."""
    hugo = ["hugo", "--quiet", "--noTimes"]
    made = {HUGO: folder / "hugo"} | ({} if name == OFFICE else {RECORDS: folder / "hugo-records"})
    for way, to in made.items():
        python("benchmarks.hugo", site, to, *(["--records"] if way == RECORDS else []))
    for _ in range(runs):
        for way, to in made.items():
            shutil.rmtree(to / "public", ignore_errors=True)
            found[way].append(run(hugo, to))
        if RECORDS in made:
            public = made[RECORDS] / "public"
            checks = [sys.executable, "-m", "benchmarks.hugo_checks", str(site), str(public)]
            found[CHECKS].append(run(checks, ROOT))
            one, other = found[RECORDS][-1], found[CHECKS][-1]
            peak = max(one.peak, other.peak)
            found[SAME_WORK].append(Run(one.seconds + other.seconds, one.processor + other.processor, peak))
    for to in made.values():
        compare_sizes(site / "site", to / "public")


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
    took = 0.0
    while Path("/proc/self/smaps_rollup").exists() and not ended.wait(max(OFTEN, SPARING * took)):
        begun = time.thread_time()
        parents = dict(_parents())
        family = {root}
        while more := {one for one, parent in parents.items() if parent in family} - family:
            family |= more
        yield sum(map(_share, family)) / 1024
        took = time.thread_time() - begun


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
    """The figures as a Markdown table, a line for each way, and what the builds take in the time of Hugo's."""
    spread = "min / median / max"
    head = ["site", "pages", "way", f"CPU s, {spread}", f"wall s, {spread}", f"MB, {spread}"]
    head += [f"CPU x {HUGO}", f"CPU x {SAME_WORK}"]
    lines = [head, ["--:", "--:", "---", *["--:"] * 5]]
    for one in found:
        for way in (way for way in WAYS if one.runs[way]):
            row = [one.site if one.site == OFFICE else f"{int(one.site):,}", f"{one.pages:,}", way]
            for of, digits in (("processor", 2), ("seconds", 2), ("peak", 0)):
                figures = one.figures(way, of)
                row.append(" / ".join(f"{each:.{digits}f}" for each in (figures[0], median(figures), figures[-1])))
            lines.append([*row, one.against(way, HUGO), one.against(way, SAME_WORK)])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    main()
