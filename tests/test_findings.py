"""The findings keep their shape: listed by their own words, pinned, no registry named. To run them needs a network."""

from __future__ import annotations

import re
from itertools import takewhile
from pathlib import Path

import pytest

FINDINGS = Path(__file__).parent.parent / "findings"
SCRIPTS = sorted(FINDINGS.glob("*.sh"))
INSTALLS = re.compile(r"^.*(?:pip\" install|npm install)((?:.*\\\n)*.*)$", re.MULTILINE)
PINNED = re.compile(r"@?[\w./-]+(?:==|@)(?:\d+(?:\.\d+)+|\$release)")


def first_words(script: Path) -> str:
    """What a script says of itself: the comment below its first line."""
    comment = takewhile(lambda line: line.startswith("# "), script.read_text(encoding="utf-8").splitlines()[1:])
    return " ".join(line.removeprefix("# ") for line in comment)


def test_the_readme_lists_each_finding_by_its_own_words() -> None:
    listed = [
        line for line in (FINDINGS / "README.md").read_text(encoding="utf-8").splitlines() if line.startswith("- ")
    ]
    assert listed == [f"- [{script.stem}]({script.name}): {first_words(script)}" for script in SCRIPTS]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_a_finding_runs_pinned_packages_in_a_folder_that_it_takes_away(script: Path) -> None:
    text = script.read_text(encoding="utf-8")
    assert text.startswith("#!/bin/sh\n# ")
    assert "set -eu\nfolder=$(mktemp -d)\ntrap 'rm -rf \"$folder\"' EXIT\n" in text
    packages = [
        word
        for line in INSTALLS.findall(text)
        for word in line.replace('"', " ").split()
        if not re.match(r"-|\\", word)
    ]
    assert packages
    assert [word for word in packages if not PINNED.fullmatch(word)] == []
    assert "--registry" not in text
    assert "expected" in text
    assert "seen" in text
