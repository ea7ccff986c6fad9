"""The lines of MkDocs' own log -> what they mean for whoever builds: why there is no site, and advice."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.engines.contract import BuildOutcome
from generator.formatters.exceptions import REASONS, without_tracebacks
from generator.formatters.problem_text import ADVICE
from generator.site_loader import CONFIG

A_SETTING = re.compile(r"^(?:ERROR|WARNING)\s+-\s+Config value '([^']*)': ")
ABORTED = ("Aborted with a configuration error!", "Aborted with a BuildError!")
AN_ERROR = re.compile(r"^ERROR\s+-\s+")
A_REFUSAL = re.compile(r"^\w*Error: \[Errno (\d+)\] [^:]*(?:: '([^']*)')?")
"""What it says when the machine stood in its way."""


def outcome(root: Path, status: int, lines: Sequence[str]) -> BuildOutcome:
    """How a build in a folder ended that ended with a status and said these lines."""
    if status == 0:
        return BuildOutcome(advice=[line[line.index(ADVICE) :] for line in lines if ADVICE in line])
    said = list(_refused(root, lines))
    return BuildOutcome(said or [f"The engine stopped with status {status}, and did not say why."])


def _refused(root: Path, lines: Iterable[str]) -> Iterable[str]:
    said = without_tracebacks([line for line in lines if line and not line.startswith("INFO ")])
    return (_in_our_words(root, line) for line in said if line not in ABORTED)


def _in_our_words(root: Path, line: str) -> str:
    """A setting that it refuses and a disk that is full, without its jargon."""
    refusal = A_REFUSAL.match(line)
    if refusal:
        number, file = int(refusal[1]), refusal[2] or ""
        is_full = number in (errno.ENOSPC, errno.EDQUOT)  # then it is no fault of the file that was being copied
        where = f"{file.removeprefix(f'{root}{os.sep}')}: " if file and not is_full else ""
        if number == errno.ENOENT and file:
            return f"{where}this was taken away while the site was built; build again"
        if number in REASONS:
            return f"{where}{REASONS[number]}"
    return AN_ERROR.sub("", A_SETTING.sub(rf"{CONFIG}: \1: ", line))
