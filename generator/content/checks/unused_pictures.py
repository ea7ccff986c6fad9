"""Each picture of the content folder is shown somewhere: it is published all the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from urllib.parse import quote, unquote

from generator.content.analysis.needs import all_to_be_right
from generator.content.checks.unused_records import first_of
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic, Fault, Location
from generator.model.file_types import BY_ENDING, Handling, ending_of

CODES = ("picture-unused",)
NEEDS = all_to_be_right
UNUSED = Fault(
    "picture-unused",
    "nothing shows this picture, and it is published all the same",
    "delete it, or show it on a page",
)
SHOWN = (Handling.PICTURE, Handling.DRAWING)


def check(content: Content) -> Iterator[Diagnostic]:
    written = [content.config, *(source.text for source in content.directory.files), *content.texts.values()]
    written += (text for text in content.templates.values())
    yield from unused_pictures(content.standing.others, written)


def unused_pictures(files: Iterable[str], texts: Iterable[str]) -> Iterator[Diagnostic]:
    """Advice for each picture whose name stands in no text: it is published all the same.

    Args:
        files: the files of the content folder, by their names from the root.
        texts: all that authors wrote: settings, directory, campaigns, pages, templates, styles.
    """
    pictures = [file for file in files if (kind := BY_ENDING.get(ending_of(file))) and kind.rule in SHOWN]
    if not pictures:
        return
    everything = "\n".join(texts).casefold()
    plain = unquote(everything) if "%" in everything else everything
    spare = [file for file in pictures if not _is_named(PurePosixPath(file).name.casefold(), everything, plain)]
    yield from first_of(UNUSED, list(map(Location, spare)))


def _is_named(name: str, everything: str, plain: str) -> bool:
    return name in everything or name in plain or quote(name).casefold() in everything
