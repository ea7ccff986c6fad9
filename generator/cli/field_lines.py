"""Fields of one record, and what each is to say -> the lines of its file that say so; every other byte as it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.cli.console import stop
from generator.content.editing.document import EditError, YamlDocument
from generator.content.editing.fields import set_field
from generator.content.editing.save import FileChange, save, text_of
from generator.content.source.positions import Path, Places
from generator.diagnostics import ContentError
from generator.edition import Edition
from generator.settings import Settings
from generator.site_loader import Site


@dataclass(frozen=True, slots=True)
class ChangedFields:
    """A file with some fields changed, whether or not it was written; and the directory as it is with them."""

    file: str
    fields: Sequence[Path]
    text: str
    edition: Edition
    places: Places

    @property
    def lines(self) -> list[str]:
        """The lines of the file."""
        return self.text.replace("\r\n", "\n").split("\n")

    @property
    def said(self) -> Iterator[tuple[Path, str]]:
        """Each field, and its file, line and words: of the line no more than the field, as more may stand on it."""
        lines = self.lines
        for field in self.fields:
            start, end = self.places.keys[field], self.places.ends[field]
            words = lines[start[0]][start[1] : end[1] if end[0] == start[0] else None]
            yield field, f"{self.file}:{start[0] + 1}: {words}"

    def told(self, *, dry_run: bool) -> str:
        """What became of the file."""
        return "Nothing was written." if dry_run else f"Written: {self.file}. Every other line is as it was."


def change_fields(
    site: Site, settings: Settings, file: str, fields: Sequence[Path], value: Mapping[str, str], *, dry_run: bool
) -> ChangedFields:
    """Change some fields of a file to one value. Ends the command where the content would not be right with them.

    Args:
        site: the folder and the moment.
        settings: what mkdocs.yml says.
        file: the file, from the site's folder.
        fields: the path of each field in it.
        value: what each of them is to say.
        dry_run: whether to leave the file as it is.

    Raises:
        ContentError: where a field can't be changed, or the file can't be written.
    """
    before = text_of(site.root / file, file)
    after = before
    try:
        for field in fields:
            after = set_field(after, file, field, value)
    except EditError as error:
        raise ContentError(error.problems) from None
    try:
        edition = site.edition(settings, {file: after})
    except ContentError as error:
        stop(error.problems, {file: after})
    if not dry_run:
        save([FileChange(site.root / file, file, before, after)])
    return ChangedFields(file, fields, after, edition, YamlDocument(after, file).places)
