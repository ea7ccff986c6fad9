"""A service that somebody checked -> the one line of the directory that says so, written and read again."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

import click

from generator.commands.saving import Change, save, text_of
from generator.commands.site import Site
from generator.commands.telling import is_a_terminal, stop
from generator.editing.document import Document, EditError
from generator.editing.fields import set_field
from generator.model.edition import Edition
from generator.model.service import Service
from generator.planning.questions import named, not_shown, numbered
from generator.problems import ContentError
from generator.reading.content import directory_files
from generator.reading.nearest import one_of
from generator.reading.yaml_places import Path as Field
from generator.settings import Settings


def service_named(edition: Edition, service_id: str, option: str) -> Service:
    """A service by its id. UsageError, with the nearest one, where there is none."""
    found = edition.catalogue.service_by_id.get(service_id)
    if found is None:
        near = one_of(service_id, edition.catalogue.service_by_id)
        raise click.UsageError(f"{option} {service_id}: there is no such service{near}")
    return found


class Marking:
    """One check of one service: of the whole record, or of some of its contacts."""

    def __init__(
        self, site: Site, settings: Settings, edition: Edition, service_id: str, contacts: Sequence[str]
    ) -> None:
        self.site = site
        self.settings = settings
        self.edition = edition
        self.service = service_named(edition, service_id, "--done")
        self.fields = self._fields(contacts)

    def write(self, check: Mapping[str, str], dry_run: bool) -> None:
        """Change the lines and say which. ContentError where the content would not be right with them."""
        file, record = self._place()
        before = text_of(self.site.root / file, file)
        after = before
        try:
            for field in self.fields:
                after = set_field(after, file, (*record, *field), check)
        except EditError as error:
            raise ContentError(error.problems) from None
        try:
            edition = self.site.edition(self.settings, {file: after})
        except ContentError as error:
            stop(error.problems, {file: after})
        if not dry_run:
            save([Change(self.site.root / file, file, before, after)])
        places = Document(after, file).places
        lines = after.replace("\r\n", "\n").split("\n")
        for field in self.fields:
            start, end = places.keys[*record, *field], places.ends[*record, *field]
            said = lines[start[0]][start[1] : end[1] if end[0] == start[0] else None]  # not what else is on the line
            click.echo(f"{file}:{start[0] + 1}: {said}")
            first = places.value((*record, *field[:-1])).line
            above = lines[first - 2].strip() if first > 1 else ""
            if above.startswith("#"):
                words = f": {above}" if is_a_terminal(sys.stdout) else ""  # a comment may say where a refuge is
                click.echo(f"See whether the comment above it, on line {first - 1}, is still true{words}")
        for sentence in self._what_now(edition):
            click.echo(sentence)
        click.echo("Nothing was written." if dry_run else f"Written: {file}. Every other line is as it was.")

    def _fields(self, contacts: Sequence[str]) -> list[Field]:
        """Which fields the check changes: the record's own, or those of contacts."""
        service = self.service
        if not contacts:
            if any(contact.checked for contact in service.contact):
                raise click.UsageError(f"the contacts of {service.id} are checked one by one; {self._which()}")
            return [("checked",)]
        if "all" in contacts:
            own: list[Field] = [("contact", number, "checked") for number in range(len(service.contact))]
            return [*own, ("checked",)] if service.checked or not own else own
        numbers = []
        for contact in contacts:
            if not contact.isascii() or not contact.isdigit() or not 1 <= int(contact) <= len(service.contact):
                raise click.UsageError(f"--contact {contact}: there is no such contact; {self._which()}")
            numbers.append(int(contact) - 1)
        return [("contact", number, "checked") for number in dict.fromkeys(numbers)]

    def _which(self) -> str:
        listed = ", ".join(f"{number} is {named(one)}" for number, one in enumerate(self.service.contact, 1))
        return f"say which one with --contact, or --contact all: {listed}" if listed else "it has none: leave it out"

    def _place(self) -> tuple[str, Field]:
        """The file of the directory and the record in it that holds the service."""
        for file in directory_files(self.site.root, self.settings):
            value = Document(text_of(self.site.root / file, file), file).value
            services = value.get("services", []) if isinstance(value, dict) else []
            for number, one in enumerate(services):
                if isinstance(one, dict) and one.get("id") == self.service.id:
                    return file, ("services", number)
        raise AssertionError("a service of the catalogue stands in a file of the directory")

    def _what_now(self, edition: Edition) -> list[str]:
        """What the public sees from now on that it did not see, what is still kept back, and the next check."""
        service = edition.catalogue.service_by_id[self.service.id]
        hidden = not_shown(edition, service)
        new = [
            contact
            for contact, before in zip(service.contact, self.service.contact, strict=True)
            if self.edition.check_of(self.service, before) is None and edition.check_of(service, contact) is not None
        ]
        said = [f"Shown from the next build on: {numbered(service, new)}."] if new else []
        if hidden:
            said.append(f"Still not shown: {numbered(service, hidden)}.")
        due = edition.due_on(service)
        if due is not None:
            said.append(f"The next check of {service.id} is due on {due}.")
        return said
