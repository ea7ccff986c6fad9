"""The benchmark builds and prints its table. What it measures is never a test: machines differ, and are busy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_it_builds_a_synthetic_directory_in_each_way_and_prints_a_table() -> None:
    done = subprocess.run(
        [sys.executable, "benchmarks/build.py", "30"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    head, line, row = done.stdout.splitlines()[-3:]
    assert head.startswith("| services | pages | start-up | read | validate | render |")
    assert line.count("--:") == head.count("|") - 1
    assert row.startswith("| 30 |")
