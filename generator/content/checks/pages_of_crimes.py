"""A file in content/crimes/ is of a type of crime; where it holds no steps, some page leads to it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePosixPath

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic, Fault, Location, quoted
from generator.model.fields.suggestions import did_you_mean

CODES = ("page-of-no-crime", "page-alone", "steps-of-no-crime")
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    folder, crimes, standing = content.settings.content, content.vocabulary.crimes, content.standing
    yield from pages_of_crimes(folder, standing.of_pages, content.texts, crimes)
    for name, own in standing.steps.own.items():
        if name not in crimes:
            words = f"{quoted(name)} is no type of crime, so no page shows these steps"
            hint = did_you_mean(name, crimes) or "give the file the name of one: fraud-cyber.md"
            yield Fault("steps-of-no-crime", words, hint).at(Location(own.source.file))


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
            hint = "write steps: in it, as the handbook shows, or a link to it, or delete it"
            yield Fault("page-alone", words, hint).at(Location(file), "warning")
