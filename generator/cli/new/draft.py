"""New records -> the authors' files with them: tried as `waymark check` would, shown, and only then written."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from generator.cli.console import fitting, handbook_page, in_blocks, lines, set_out, stop
from generator.cli.prompts.session import Asking
from generator.content.editing.document import EditError, YamlDocument
from generator.content.editing.insert import insert
from generator.content.editing.save import FileChange, save, text_of
from generator.content.home_of_record import file_for
from generator.content.loading.folder import NO_SERVICES, campaign_files, directory_files, own_files
from generator.content.loading.service_directory import read_directory
from generator.content.loading.shipped import vocabulary_of_site
from generator.diagnostics import ContentError, Diagnostic
from generator.settings import Settings
from generator.site_loader import Site

if TYPE_CHECKING:
    from generator.model.catalogue import Catalogue


class Draft:
    """Files that shall change, and the new records in them. Nothing is written before `finish`."""

    def __init__(self, site: Site) -> None:
        """Read what is there. Ends the command, with every problem, where it is not right already."""
        self.site = site
        try:
            self.settings: Settings = site.settings()
            self.catalogue = self._catalogue()
        except ContentError as error:
            click.echo("Something must be mended first; then ask for this again.", err=True)
            stop(error.problems)
        self.before: dict[str, str | None] = {}
        self.after: dict[str, str] = {}
        self.written: list[tuple[str, Sequence[str], str]] = []

    def forget(self) -> None:
        """Begin again: what was added is gone."""
        self.before.clear()
        self.after.clear()
        self.written.clear()

    def add(self, file: str, section: str, entry: str) -> None:
        """Put an entry at the end of a section of a file."""
        try:
            if file not in self.after:
                self.before[file] = text_of(self.site.root / file, file)
            text = insert(self.after.get(file, self.before[file] or ""), file, section, [entry])
        except EditError as error:
            stop(error.problems, self.after)
        except ContentError as error:
            stop(error.problems)
        self.after[file] = text
        self.written.append((file, (section,), entry))

    def create(self, file: str, text: str) -> None:
        """Make a new file, which must not be there."""
        if (self.site.root / file).exists():
            raise click.UsageError(f"{file} is there already; choose another --id")
        self.before[file], self.after[file] = None, text
        self.written.append((file, (), text))

    def file_for(self, section: str, record: Mapping[str, Any] | None = None) -> str:
        """The office's own file that a new record belongs in: where the nearest sibling stands."""
        files = own_files(self.site.root, self.settings)
        texts = {file: self.after.get(file) or text_of(self.site.root / file, file) for file in files}
        return file_for(texts, section, record or {})

    def file_of(self, campaign_id: str) -> str:
        """The file in which a campaign of the catalogue stands."""
        for file in campaign_files(self.site.root, self.settings):
            value = YamlDocument(text_of(self.site.root / file, file), file).value
            if isinstance(value, dict) and value.get("id") == campaign_id:
                return file
        raise AssertionError("a campaign of the catalogue stands in a file")

    def advice(self) -> Sequence[Diagnostic]:
        """What could be better about the new records. ContentError where something would be wrong with the content."""
        every = self.site.edition(self.settings, self.after).catalogue.advice
        return [one for one in every if any(self._holds(*written, one) for written in self.written)]

    def finish(self, asking: Asking, dry_run: bool, what_now: Sequence[str]) -> None:
        """Check, show, ask, write. Where something would be wrong, say it, and write nothing."""
        advice = self._tried(asking)
        for file, section, entry in self.written:
            click.echo(f"\n{file}:{self._line(file, section, entry)}:\n")
            click.echo(set_out(entry.rstrip("\n"), sys.stdout))
        if advice:
            click.echo()
        for problem in advice:
            click.echo(fitting(f"It could be better: {problem}", sys.stdout))
        if not dry_run:
            if not asking.lets_write():
                click.echo("Stopped. Nothing was written.")
                sys.exit(1)
            self._write()
        click.echo("\nNothing was written: this is what it would be." if dry_run else "\nWritten, and checked.")
        for line in what_now:  # a command to type stays whole: it is set in
            click.echo(line if line.startswith("  ") else fitting(line, sys.stdout))
        click.echo("- Then keep it. How, is in the handbook:")
        click.echo(f"  {handbook_page('keep-your-change', self.site.root)}")

    def _tried(self, asking: Asking) -> Sequence[Diagnostic]:
        """What could be better. Where something would be wrong, whoever answers may go back; else this is the end."""
        try:
            return self.advice()
        except ContentError as error:
            click.echo("Nothing was written: there is something to mend in the answers. This is what they make:\n")
            for _, _, entry in self.written:
                click.echo(set_out(entry, sys.stdout))
            if not asking.asks:
                stop(error.problems, self.after)
            in_blocks(error.problems, sys.stderr, quoting=lines(self.after))
            asking.must_go_back()

    def _write(self) -> None:
        try:
            root = self.site.root
            save([FileChange(root / file, file, self.before[file], after) for file, after in self.after.items()])
        except ContentError as error:
            stop(error.problems)

    def _holds(self, file: str, section: Sequence[str], entry: str, problem: Diagnostic) -> bool:
        """Whether some advice is about a new record."""
        first = self._line(file, section, entry)
        return problem.location.file == file and first <= problem.location.line <= first + entry.count("\n")

    def _line(self, file: str, section: Sequence[str], entry: str) -> int:
        """The line on which a new record begins."""
        if not section:
            return 1
        document = YamlDocument(self.after[file], file)
        name = entry.lstrip().split(":", 1)[0]
        inside = document.at((section[0],))
        path = (section[0], len(inside) - 1) if isinstance(inside, list) else (section[0], name)
        return document.places.key(path).line

    def _catalogue(self) -> Catalogue:
        """What there is to choose from; a directory with no service yet is a good place for the first."""
        from generator.model.catalogue import Catalogue

        try:
            return self.site.edition(self.settings).catalogue
        except ContentError as error:
            if [problem.code for problem in error.problems] != [NO_SERVICES.code]:
                raise
        files = directory_files(self.site.root, self.settings)
        directory, _ = read_directory({file: text_of(self.site.root / file, file) for file in files})
        return Catalogue(
            vocabulary=vocabulary_of_site(directory, self.settings.language),
            organisations={name: found.record for name, found in directory.organisations.items()},
            areas={name: found.record for name, found in directory.areas.items()},
            retired_numbers=tuple(found.record for found in directory.retired_numbers),
            retired_addresses=tuple(found.record for found in directory.retired_addresses),
        )
