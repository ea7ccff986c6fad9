"""Feeds -> what the readers rss-parser, feedsmith and ical.js see in them, where Node and they are installed."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
FOLDER = Path(__file__).parent / "node"
NODE = shutil.which("node")
NAMES = ("rss-parser", "feedsmith", "ical.js")

Seen = Mapping[str, Mapping[str, list[dict[str, Any]]]]
"""By reader, by path: the rows that it saw."""


def missing() -> str | None:
    """One line for the end of a run that could not ask them; None where they can be asked."""
    who = f"Not run: feeds were not read by {', '.join(NAMES)}"
    if NODE is None:
        return f"{who}, as Node is not installed here. Install Node 20 or newer and npm, then run make test again."
    if not all((FOLDER / "node_modules" / name).is_dir() for name in NAMES):
        return f"{who}, as they are not installed here. Run: npm ci --prefix {FOLDER.relative_to(ROOT)}"
    return None


def read(feeds: Mapping[str, bytes]) -> Seen:
    """One Node process reads every feed with each of them. What it can't read fails the run, and is printed."""
    assert NODE
    given = json.dumps({path: data.decode() for path, data in feeds.items()})
    done = subprocess.run(
        [NODE, "read.mjs"], cwd=FOLDER, input=given, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    seen: Seen = json.loads(done.stdout)
    return seen
