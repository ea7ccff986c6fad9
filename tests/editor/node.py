"""A script or test of this folder, and what it reads -> what Node says, where Node is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

FOLDER = Path(__file__).parent
NODE = shutil.which("node")


def missing() -> str | None:
    """One line for the end of a run that could not ask Node; None where it can be asked."""
    if NODE:
        return None
    return "Not run: the extension for Visual Studio Code was not tested, as Node is not installed here."


def node(*arguments: str, given: str = "") -> tuple[int, str]:
    """How one process of Node ended, and what it wrote."""
    assert NODE
    done = subprocess.run(
        [NODE, *arguments], cwd=FOLDER, input=given, capture_output=True, text=True, encoding="utf-8", check=False
    )
    return done.returncode, done.stdout + done.stderr
