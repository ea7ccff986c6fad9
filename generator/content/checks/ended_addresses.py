"""What authors wrote -> each place with an address that is retired, in all that the public reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.content.checks.hidden_numbers import public_in_directory, public_in_record
from generator.content.loading.source_file import Authored, Source, authored, place_in
from generator.content.loading.validation_errors import may_be_of_a_place
from generator.content.source.positions import Path
from generator.diagnostics import Diagnostic, Location
from generator.model.retired_address import RetiredAddress
from generator.model.vocabulary import Vocabulary
from generator.privacy.retired_addresses import RetiredAddresses, said_of


class EndedAddresses:
    """The search for addresses that are retired, made ready once for all files."""

    def __init__(self, retired: Iterable[RetiredAddress]) -> None:
        self.addresses = RetiredAddresses(retired)

    def in_directory(self, source: Source, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
        """A problem for each in what the public reads of services, areas and the rest."""
        if self.addresses.retired:
            yield from self._in_fields(Authored(source), public_in_directory(source.value, vocabulary))

    def in_file(self, text: str, file: str) -> Iterator[Diagnostic]:
        """The same for a campaign, a standing page or the settings."""
        if not self.addresses.retired:
            return
        whole = authored(text, file)
        yield from self._in_fields(whole, public_in_record(whole.source.value))
        for start, end, one in self.addresses.in_words(whole.words):
            yield _problem(_shown(whole.words[start:end], one), whole.place_of_words(start), one)

    def in_words(self, text: str, file: str) -> Iterator[Diagnostic]:
        """The same for a text without a record, such as the words of a document."""
        for start, end, one in self.addresses.in_words(text) if self.addresses.retired else ():
            yield _problem(_shown(text[start:end], one), place_in(text, file, start), one)

    def _in_fields(self, whole: Authored, fields: Iterable[tuple[Path, str]]) -> Iterator[Diagnostic]:
        for path, text in fields:
            for start, end, one in self.addresses.in_words(text):
                mark = whole.place_in(path, re.compile(re.escape(text[start:end])))
                yield _problem(_shown(text[start:end], one), mark, one, of_a_place=may_be_of_a_place(path))


def _shown(said: str, one: RetiredAddress) -> str:
    """What stands there, where it stands there undisguised; else what it stands for."""
    return said if said.isascii() and not set(said) & set("<>&%\\*") and "." in said else one.address


def _problem(shown: str, mark: Location, one: RetiredAddress, *, of_a_place: bool = False) -> Diagnostic:
    return Diagnostic(mark, f"{shown} {said_of(one)}", unquoted=f"an address here {said_of(one)}" if of_a_place else "")
