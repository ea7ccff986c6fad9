"""The thirteen offices built by `waymark --all build`, against one build after another: `python -m benchmarks.offices`.

Both ways take turns, --runs times, and the shortest of each counts. It says how busy the machine was before each: on
one that does other things too, the two can't be compared.
"""

from __future__ import annotations

import argparse
import filecmp
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOW = "2027-02-10T09:00"
OF_CUMBRIA = ("mkdocs.yml", "services.yaml", "accessibility-results.yaml", "campaigns", "content")
WAYMARK = (sys.executable, "-m", "generator")


def main() -> None:
    """Measure, make sure that both ways made the same sites, and print."""
    arguments = argparse.ArgumentParser(description="Measure a build of all thirteen offices.")
    arguments.add_argument("--runs", type=int, default=2, help="build so often in each way (default: 2)")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="waymark-benchmark-") as temporary:
        folder = Path(temporary)
        offices = thirteen(folder)
        found: dict[str, list[tuple[float, float]]] = {"one after another": [], "all at once": []}
        for _ in range(given.runs):
            one_by_one = [["--root", str(one), "--now", NOW, "build", "--to", str(one / "public")] for one in offices]
            found["one after another"].append(timed(one_by_one))
            found["all at once"].append(timed([["--root", str(folder), "--now", NOW, "--all", "build"]]))
        for one in offices:
            same(one / "public", one / "site")
    print(f"\n{len(offices)} offices, {os.cpu_count()} cores")
    for way, runs in found.items():
        print(f"{way}: {min(wall for wall, _ in runs):.1f} s, of the processor {min(cpu for _, cpu in runs):.1f} s")
    shortest = [min(wall for wall, _ in runs) for runs in found.values()]
    print(f"all at once takes {shortest[1] / shortest[0]:.2f} of the time")


def thirteen(folder: Path) -> Sequence[Path]:
    """The folders of all offices in one folder: those of examples/, and Cumbria beside them."""
    for path in (ROOT / "examples").iterdir():
        shutil.copytree(path, folder / path.name, ignore=shutil.ignore_patterns("site"))
    (folder / "cumbria").mkdir()
    for name in OF_CUMBRIA:
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, folder / "cumbria" / name)
    config = folder / "cumbria" / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("  custom_dir: overrides\n", "").replace(" overrides,", "")
    config.write_text(text, encoding="utf-8")
    (folder / ".git").mkdir()  # what is shared stands in one repository
    return sorted(path.parent for path in folder.glob("*/mkdocs.yml"))


def timed(commands: Sequence[Sequence[str]]) -> tuple[float, float]:
    """Wall clock and processor time in seconds of some commands, each when the one before it has ended."""
    print(f"load {os.getloadavg()[0]:.1f}", end="; ", flush=True)
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    for command in commands:
        subprocess.run([*WAYMARK, *command], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    ended, after = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{len(commands)} commands: {ended - begun:.1f} s, of the processor {used:.1f} s")
    return ended - begun, used


def same(one: Path, other: Path) -> None:
    """Both ways made the same files."""
    files = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(other) for path in other.rglob("*") if path.is_file())
    assert filecmp.cmpfiles(one, other, map(str, files), shallow=False)[1:] == ([], [])


if __name__ == "__main__":
    main()
