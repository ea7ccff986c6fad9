"""The search page and its script. Words typed there are looked up on the reader's own device, and go nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from generator.model import addresses
from generator.outputs import Download, Page
from generator.pages.crisis import crisis_lines, signs_in_page
from generator.pages.minify import minify
from generator.pages.search_index import no_slips
from generator.pages.search_words import stop_words
from generator.pages.templates import Templates

# In the order in which each builds on the one before.
FILES = ("words", "signs", "index", "answers", "page")


def search_page(templates: Templates) -> Page:
    """A box that the script makes, so that none stands there without it; and the other ways to find help."""
    _, settings = templates.say, templates.settings
    return templates.page(
        "search",
        addresses.SEARCH,
        _("Search"),
        _("Find help by your own words: what happened, a place or a name."),
        "overrides/pages/search.html",
        stop=" ".join(stop_words(settings.language)),
        real=no_slips(templates),
        signs=signs_in_page(templates),
        helpers=crisis_lines(templates),
        index=f"{addresses.SEARCH_FILES}{settings.language}",
        script=addresses.SEARCH_SCRIPT,
    )


def search_script(folder: Path) -> Download:
    """The script of the search page alone. `folder` holds its parts; what they name is theirs alone."""
    parts = [(folder / f"{name}.js").read_text(encoding="utf-8") for name in FILES]
    return Download(addresses.SEARCH_SCRIPT, partial(_as_one, parts))


def _as_one(parts: Sequence[str]) -> bytes:
    return minify("\n".join(['(()=>{"use strict";', *parts, "})();"])).encode()
