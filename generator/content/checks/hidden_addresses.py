"""No words lead to an address that is retired, or for professionals alone."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from generator.content.analysis.meant_for import for_professionals, kinds_for_professionals
from generator.content.analysis.needs import nothing
from generator.content.analysis.public_texts import (
    parts_for_professionals,
    public_in_directory,
    public_in_record,
    searched,
)
from generator.content.loading.content import Content
from generator.content.loading.shipped import lines_of_site
from generator.content.loading.source_file import Authored, Source, authored
from generator.content.loading.validation_errors import may_be_of_a_place
from generator.content.source.positions import Path
from generator.diagnostics import FOUND, Diagnostic, Location, place_in
from generator.model.retired_address import RetiredAddress
from generator.model.vocabulary import Vocabulary
from generator.privacy.address_search import Addresses, said_of
from generator.privacy.withheld import ProfessionalsAddress, professionals_addresses

CODES = ("address-retired", "contact-for-professionals")
NEEDS = nothing

WHERE_FOUND = frozenset({"source", "sources"})
"""Where a fact was found leads nobody anywhere."""


def check(content: Content) -> Iterator[Diagnostic]:
    directory = content.directory
    services = [found.record for found in (*directory.services, *directory.hidden)] if directory.is_complete else []
    public = [
        *(found.record.website for found in content.directory.organisations.values()),
        *(line.link for line in lines_of_site(content.directory, content.settings.language)),
        *content.settings.exits.values(),
        content.settings.office.website,
        content.settings.office.corrections,
    ]
    search = HiddenAddresses(
        (found.record for found in content.directory.retired_addresses),
        professionals_addresses(services, public, kinds_for_professionals(content.vocabulary)),
    )
    if search:
        yield from searched(content, search)


class HiddenAddresses:
    """The search for addresses that nobody of the public may be led to, made ready once for all files."""

    def __init__(self, retired: Iterable[RetiredAddress], professionals: Iterable[ProfessionalsAddress] = ()) -> None:
        self.retired = Addresses(retired)
        self.professionals = Addresses(professionals, exact=True)

    def __bool__(self) -> bool:
        return bool(self.retired.sought or self.professionals.sought)

    def in_directory(self, source: Source, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
        """A problem for each in what the public reads of services, areas and the rest."""
        theirs = set(parts_for_professionals(source.value, vocabulary))
        yield from self._in_fields(Authored(source), public_in_directory(source.value, vocabulary), theirs)

    def in_file(self, text: str, file: str) -> Iterator[Diagnostic]:
        """The same for a campaign, a standing page or the settings."""
        whole = authored(text, file)
        yield from self._in_fields(whole, public_in_record(whole.source.value))
        for start, shown, one in self._found_in(whole.words):
            yield _problem(shown, whole.place_of_words(start), one)

    def in_words(self, text: str, file: str) -> Iterator[Diagnostic]:
        """The same for a text without a record, such as the words of a document."""
        for start, shown, one in self._found_in(text):
            yield _problem(shown, place_in(text, file, start), one)

    def _in_fields(
        self, whole: Authored, fields: Iterable[tuple[Path, str]], theirs: Collection[Path] = ()
    ) -> Iterator[Diagnostic]:
        """`theirs`: the parts that professionals alone read."""
        for path, text in fields:
            public = {path[:2], path[:4], path[:6]}.isdisjoint(theirs) and WHERE_FOUND.isdisjoint(path)
            for start, shown, one in self._found_in(text, professionals=public):
                mark = whole.place_in(path, re.compile(re.escape(text[start : start + len(shown)])))
                yield _problem(shown, mark, one, of_a_place=may_be_of_a_place(path))

    def _found_in(
        self, text: str, *, professionals: bool = True
    ) -> Iterator[tuple[int, str, RetiredAddress | ProfessionalsAddress]]:
        """Where each stands in a text, and what is said to stand there."""
        for start, end, gone in self.retired.in_words(text):
            yield start, _shown(text[start:end], gone.address), gone
        for start, end, theirs in self.professionals.in_words(text) if professionals else ():
            yield start, _shown(text[start:end], theirs.address), theirs


def _shown(said: str, address: str) -> str:
    """What stands there, where it stands there undisguised; else what it stands for."""
    plainly = said.isascii() and not set(said) & set("<>&%\\*") and "." in said
    return said.rstrip(".") if plainly else address


def _problem(
    shown: str, mark: Location, one: RetiredAddress | ProfessionalsAddress, *, of_a_place: bool = False
) -> Diagnostic:
    what, found = (FOUND, shown) if of_a_place else (shown, None)
    fault = said_of(what, one) if isinstance(one, RetiredAddress) else for_professionals(what, one.service)
    return replace(fault.at(mark), found=found, placeholder="an address here")
