"""`make accessibility`: axe on every page of site/, at two sizes -> accessibility-results.yaml, for the statement."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

from generator.model.fields.dates import LONDON
from tests.built_site.browser import SIZES, opened, start
from tests.built_site.server import Server

ROOT = Path(__file__).parents[2]
RESULTS = ROOT / "accessibility-results.yaml"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
A_CRITERION = re.compile(r"wcag(\d)(\d)(\d+)")
HEAD = """\
# What the last test of the whole site in a browser found. `make accessibility` writes this file; the accessibility
# statement says what it says, and refuses faults that it does not name. A fault: {criterion: 1.4.3 Contrast (Minimum),
# what: Grey words on the map page., pages: 3}, and the number of pages that have any in pages_with_violations.
"""


def main(site: Path) -> None:
    """Test every page of a built site, and write down what was found."""
    addresses = sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html"))
    with sync_playwright() as playwright, Server(site) as server:
        browser = start(playwright)
        faults: dict[tuple[str, str], set[str]] = {}
        tools = ""
        for address, version, fault in _faults(browser, server.root, addresses):
            tools = f"axe-core {version} in Chromium {browser.version.partition('.')[0]} at 320 and 1280 pixels"
            if fault is not None:
                faults.setdefault(fault, set()).add(address)
        browser.close()
    address = next(
        line for line in (ROOT / "mkdocs.yml").read_text("utf-8").splitlines() if line.startswith("site_url:")
    )
    lines = [
        address.replace("site_url:", "site:"),
        f"on: {datetime.now(LONDON):%Y-%m-%d}",
        f"tools: [{tools}]",
        f"pages: {len(addresses)}",
        f"pages_with_violations: {len(set().union(*faults.values()))}",
        "violations:" if faults else "violations: []",
        *(
            f'  - {{criterion: "{criterion}", what: "{what}", pages: {len(pages)}}}'
            for (criterion, what), pages in sorted(faults.items())
        ),
    ]
    RESULTS.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write("\n".join(lines) + "\n")


def _faults(browser: Browser, root: str, addresses: list[str]) -> Iterator[tuple[str, str, tuple[str, str] | None]]:
    """Each page's address, axe's version, and a fault as criterion and words; None once for each page looked at."""
    for size in SIZES.values():
        with opened(browser, size) as page:
            for address in addresses:
                page.goto(root + address)
                found: dict[str, Any] = (
                    Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response
                )
                version = found["testEngine"]["version"]
                yield address, version, None
                for violation in found["violations"]:
                    yield address, version, (_criterion(violation["tags"]), violation["help"].replace('"', "'"))


def _criterion(tags: list[str]) -> str:
    """The success criterion that axe names, "1.4.3"; 4.1.2, Name, Role, Value, where it names none."""
    for tag in tags:
        match = A_CRITERION.fullmatch(tag)
        if match:
            return ".".join(match.groups())
    return "4.1.2"


if __name__ == "__main__":
    main(ROOT / "site")
