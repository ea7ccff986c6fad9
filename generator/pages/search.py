"""The search page and its script. Words typed there are looked up on the reader's own device, and go nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from generator.model import addresses
from generator.outputs import Download, Page
from generator.pages.minify import minify
from generator.pages.templates import Templates

# In the order in which each builds on the one before.
OF_THE_PAGE = ("words", "signs", "lines", "page")
"""The box, and whom to call in danger: what comes with the page."""
OF_THE_ANSWERS = ("likeness", "index", "answers", "results")
"""A module that is fetched with the index, when someone first comes to the box."""
LENT = "{make,reach,wordsIn,hasDigit,oneSlip,known},say"
"""What the script of the page lends to that module."""


def search_page(templates: Templates) -> Page:
    """A box that the script makes, so that none stands there without it; and the other ways to find help."""
    _, settings = templates.say, templates.settings
    return templates.page(
        "search",
        addresses.SEARCH,
        _("Search"),
        _("Find help by your own words: what happened, a place or a name."),
        "overrides/pages/search.html",
        index=f"{addresses.SEARCH_FILES}{settings.language}",
        danger=addresses.search_danger(settings.language),
        answers=addresses.SEARCH_ANSWERS,
        script=addresses.SEARCH_SCRIPT,
    )


def search_scripts(folder: Path) -> Iterator[Download]:
    """The script of the search page alone, and the module with what finds. `folder` holds their parts."""
    yield _joined(addresses.SEARCH_SCRIPT, folder, OF_THE_PAGE, '(()=>{"use strict";', "})();")
    start = f"export default({LENT})=>{{"
    yield _joined(addresses.SEARCH_ANSWERS, folder, OF_THE_ANSWERS, start, "return elementsFor;};")


def _joined(address: str, folder: Path, names: tuple[str, ...], start: str, end: str) -> Download:
    parts = [(folder / f"{name}.js").read_text(encoding="utf-8") for name in names]
    return Download(address, partial(_as_one, (start, *parts, end)))


def _as_one(parts: Sequence[str]) -> bytes:
    return minify("\n".join(parts)).encode()
