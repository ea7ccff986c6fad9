"""A built folder and what its content withholds -> lines that name what got out and where it was written, or none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from generator.inspection.leaks import Search, leaks, links_in
from generator.inspection.retired_links import retired_links
from generator.inspection.tracing import traced
from generator.model.edition import Edition
from generator.reading.withheld import authors_files, written_at
from generator.settings import Settings

GOT_OUT = "must not be public, but got out"


def got_out(
    folder: Path, root: Path, settings: Settings, edition: Edition, sources: Callable[[], Mapping[str, str]]
) -> list[str]:
    """What may not be public and is in a file of the folder: a count, and a line for each; an empty list if nothing.

    Args:
        folder: the built site.
        root: the folder of mkdocs.yml.
        settings: what that file says.
        edition: the content that the site was built from.
        sources: which of the authors' files each built page was made from; asked only where something got out.
    """
    words, hidden = edition.withheld, (edition.withheld_numbers, edition.withheld_images)
    found = list(leaks(folder, words, *hidden))
    gone = sorted([*links_in(folder), *retired_links(folder, edition.catalogue.retired_addresses)])
    if not found:
        return [f"{len(gone)} {GOT_OUT}:", *map(str, gone)] if gone else []
    # Once more, to say where each stands: to find that out takes too long for every build.
    marks = {what: written_at(root, settings, what) for what in words.values()}
    named = {
        text: f"{what} ({mark.file}:{mark.line})" if (mark := marks[what]) else what for text, what in words.items()
    }
    search = Search(named, *hidden)
    files = authors_files(root, settings, edition.catalogue)
    written = [problem for file, data in files for problem in search.problems_in(file, data)]
    told = sorted([*traced(leaks(folder, named, *hidden), written, sources()), *gone])
    return [f"{len(told)} {GOT_OUT}:", *map(str, told)]
