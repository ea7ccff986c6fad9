"""Standing pages -> those that would show another page's words, or that stand where nothing leads to them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePosixPath

from generator.content.loading.source_file import authored
from generator.diagnostics import Diagnostic, Fault, Location, quoted
from generator.model.fields.suggestions import did_you_mean

FRAMES = ("404.html", "exit.html")
PARTS = ("pages/", "components/", "preview/", "staff/", "scripts/", "styles/", "words/")
"""Templates of single pages, and of parts of pages: none shows the words of a standing page."""


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


def pages_of_crimes(
    folder: str, pages: Collection[str], texts: Mapping[str, str], crimes: Collection[str]
) -> Iterator[Diagnostic]:
    """Advice on pages in content/crimes/: the site's pages about crimes are made of the records, and show none of them.

    Args:
        folder: the content folder.
        pages: the standing pages, by their names from the root.
        texts: the words of campaigns and pages, by file.
        crimes: the types of crime that there are.
    """
    for file in pages:
        path = PurePosixPath(file).relative_to(folder)
        if path.parts[0] != "crimes" or len(path.parts) != 2 or path.stem in ("index", "README"):
            continue
        if path.stem not in crimes:
            near = did_you_mean(path.stem, crimes)
            words = f"{quoted(path.stem)} is no type of crime"
            yield Fault("page-of-no-crime", words, near or "rename this page, or move it out of crimes/").at(
                Location(file), "warning"
            )
        elif not any(f"crimes/{path.stem}" in text for other, text in texts.items() if other != file):
            words = f"no page leads to this one, and the site's own page about {path.stem} shows nothing of it"
            yield Fault("page-alone", words, "write a link to it, or delete it").at(Location(file), "warning")
