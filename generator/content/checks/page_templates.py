"""No page names the template of another page: its own words would be lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.content.loading.source_file import authored
from generator.diagnostics import Diagnostic, quoted

CODES = ("template-of-another-page",)
NEEDS = nothing
FRAMES = ("404.html", "exit.html", "offices.html")
PARTS = ("pages/", "components/", "preview/", "staff/", "scripts/", "styles/", "words/")
"""Templates of single pages, and of parts of pages: none shows the words of a standing page."""


def check(content: Content) -> Iterator[Diagnostic]:
    yield from templates_of_others(content.standing.texts)


def templates_of_others(texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    """A problem for each standing page that names the template of another page: its own words would be lost."""
    for file, text in texts.items():
        if "template" not in text:
            continue
        source = authored(text, file).source
        name = source.value.get("template") if isinstance(source.value, dict) else None
        if isinstance(name, str) and (name in FRAMES or name.startswith(PARTS)):
            yield Diagnostic(
                "template-of-another-page",
                "error",
                source.places.value(("template",)),
                f"{quoted(name)} does not show the words of this page",
                hint="take template: out, or write template: main.html",
            )
