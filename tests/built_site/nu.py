"""Pages and styles -> what the Nu HTML checker says of them, where Java and it are installed."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.site_builder import REPOSITORY

FOLDER = Path(__file__).parent / "node"
JAR = FOLDER / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
JAVA = shutil.which("java")
OPTIONS = ("-Xss8m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""It asks for a deep stack; the others make a process of a few seconds cost half."""
KNOWN = (
    # A page that is read from a file has no origin, so that 'self' is nobody. A real browser tests the policy.
    re.compile(
        r"Resource violates Content Security Policy .* “/[^”]+” blocked by “(?:style|script|img)-src” directive\."
    ),
    # On a phone the year's tables are blocks, and some browsers forget what a table is when it is one.
    re.compile(r"The “(?:table|rowgroup|row|columnheader|rowheader|cell)” role is unnecessary for element “t\w+”\."),
    re.compile(r"The “role” attribute must not be used on a “t[hdr]” element which has a “table” ancestor"),
    # Our made-up Arabic is no Arabic, and the words of an author stand in English and Welsh between it.
    re.compile(r"This document appears to be written in \w+ but the “html” start tag has “lang=\"ar\"”"),
    # It knows no CSS of these last years.
    re.compile(r"CSS: Unrecognized at-rule “@container”"),
    re.compile(r"CSS: “(?:container-type|vector-effect)”: Property “(?:container-type|vector-effect)” doesn't exist\."),
)
"""What it says, and does not stand in anyone's way."""


def missing() -> str | None:
    """One line for the end of a run that could not ask it; None where it can be asked."""
    who = "Not run: no page was read by the Nu HTML checker"
    if JAVA is None:
        return f"{who}, as Java is not installed here. Run: apt-get install default-jre-headless, then make test again."
    if not JAR.is_file():
        return f"{who}, as it is not installed here. Run: npm ci --prefix {FOLDER.relative_to(REPOSITORY)}"
    return None


def complaints(files: Iterable[Path]) -> list[str]:
    """Every error and warning about these pages and styles, all read by one process."""
    assert JAVA
    command = [JAVA, *OPTIONS, "-jar", str(JAR), "--stdout", "--format", "json", "--also-check-css", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    found = json.loads(done.stdout)["messages"]
    return [
        f"{one['url'].removeprefix('file:')}:{one.get('lastLine', 1)}: {one['message']}"
        for one in found
        if not any(known.match(one["message"]) for known in KNOWN) and not _is_data(one)
    ]


def _is_data(message: dict[str, str]) -> bool:
    """Whether it takes facts for programs (JSON-LD) for a script: by the HTML standard none runs, so no policy asks."""
    return (
        message["message"].startswith("Inline script violates Content Security Policy")
        and '<script type="application/ld+json">' in message["extract"]
    )
