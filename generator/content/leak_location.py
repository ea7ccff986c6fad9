"""A withheld text, or any -> where its author wrote it. Asked only once something has got out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.content.loading.folder import campaign_files, directory_files
from generator.content.loading.service_directory import mark_of
from generator.content.loading.source_file import Source
from generator.content.source.left_behind import CONFIG
from generator.content.source.positions import Path as Field
from generator.content.source.text_files import is_file, read_bytes, read_text
from generator.diagnostics import Location
from generator.model.catalogue import Catalogue
from generator.privacy.withheld import WITHHELD_BY, Withheld
from generator.settings import Settings


def written_at(root: Path, settings: Settings, one: Withheld) -> Location | None:
    """The mark of the field in the directory; None where it is not there any more."""
    return mark_of(_directory(root, settings), one)


def authors_files(root: Path, settings: Settings, catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Every file that somebody may have written something in: without what the directory's records rightly hold."""
    for source in _directory(root, settings):
        yield source.file, _without_records(source, catalogue).encode()
    folders = [root / settings.content, root / settings.templates]
    inside = [path for folder in folders for path in sorted(folder.rglob("*")) if is_file(path)]
    names = [path.relative_to(root).as_posix() for path in inside]
    for file in (CONFIG, *campaign_files(root, settings), *names):
        yield file, read_bytes(root / file) if (root / file).is_file() else b""


def _directory(root: Path, settings: Settings) -> Iterator[Source]:
    """The files of the directory, one after the other. What can't be read is empty."""
    for file in directory_files(root, settings):
        yield Source(read_text(root / file, file).value or "", file)


def _without_records(source: Source, catalogue: Catalogue) -> str:
    """The text of a file of the directory, with spaces where numbers and withheld fields of places stand."""
    lines = [list(line) for line in source.text.split("\n")]
    for path in _held(source.value, catalogue):
        (first, start), (last, end) = source.places.values[path], source.places.ends[path]
        for row in range(first, last + 1):
            here = slice(start if row == first else 0, end if row == last else len(lines[row]))
            lines[row][here] = " " * len(lines[row][here])
    return "\n".join(map("".join, lines))


def _held(value: object, catalogue: Catalogue) -> Iterator[Field]:
    if not isinstance(value, dict):
        return
    if value.get("retired_numbers"):
        yield ("retired_numbers",)
    if value.get("retired_addresses"):
        yield ("retired_addresses",)
    for number, record in enumerate(value.get("services") or ()):
        service = catalogue.service_by_id[record["id"]]
        for path, contact in service.ways:
            if contact.number:
                yield "services", number, *path, contact.way
        for group, at, place in service.spots:
            for field in WITHHELD_BY.get(catalogue.shows(service, place), ()):
                if field in record[group][at]:
                    yield "services", number, group, at, field
