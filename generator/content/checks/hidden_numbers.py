"""No words hold a phone number that nobody may see: retired, unchecked, of a secret point, for professionals alone."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from generator.content.analysis.meant_for import ended, for_professionals, kinds_for_professionals
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
from generator.diagnostics import FOUND, Diagnostic, Fault, Location, place_in
from generator.model.fields.phones import RELAY, digits_of
from generator.model.service import Service
from generator.model.vocabulary import Vocabulary
from generator.privacy.disguises import plain
from generator.privacy.number_search import Numbers
from generator.privacy.withheld import (
    ForProfessionals,
    OfSecretPoint,
    Unseen,
    professionals_numbers,
    shown_by,
    unseen_numbers,
)

CODES = (
    "number-retired",
    "number-unchecked",
    "number-not-approved",
    "number-of-secret-point",
    "contact-for-professionals",
)
NEEDS = nothing

MARKUP = re.compile(r"[*_~`\\]|<[^>]{0,500}>")
"""What a page shows nothing of."""

MAY_HIDE = re.compile(r"[*_~`\\<&%]|[^\x00-\x7f]")

DISGUISED_DIGITS = re.compile(r"&#|%3|\\[ux]|[\uff10-\uff19]")

THREE_DIGITS = re.compile(r"\d\D*\d\D*\d")


def check(content: Content) -> Iterator[Diagnostic]:
    directory = content.directory
    services = [found.record for found in (*directory.services, *directory.hidden)] if directory.is_complete else []
    lines = [*lines_of_site(content.directory, content.settings.language)]
    unseen = {
        **professionals_numbers(services, lines, kinds_for_professionals(content.vocabulary)),
        **unseen_numbers(
            services,
            lines,
            [found.record for found in content.directory.retired_numbers],
            shown_by(content.vocabulary),
        ),
    }
    if unseen:
        yield from searched(content, UnseenNumbers(unseen))


class UnseenNumbers:
    """Numbers that nobody may see, by their digits, and what keeps each back: made ready once for all files."""

    def __init__(self, unseen: Mapping[str, Unseen | ForProfessionals]) -> None:
        self.unseen = unseen
        self.numbers = Numbers(unseen)

    def in_directory(self, source: Source, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
        """A problem for each in what the public reads of services, areas and the rest."""
        theirs = set(parts_for_professionals(source.value, vocabulary))
        yield from self._in_fields(Authored(source), public_in_directory(source.value, vocabulary), theirs)

    def in_file(self, text: str, file: str) -> Iterator[Diagnostic]:
        """The same for a campaign, a standing page or the settings. Most files hold none, and are not read again."""
        if self._may_be_in(text):
            whole = authored(text, file)
            yield from self._in_fields(whole, public_in_record(whole.source.value))
            for start, shown, digits in self._found_in(whole.words):
                yield self._problem(whole.place_of_words(start), shown, digits)

    def in_words(self, text: str, file: str) -> Iterator[Diagnostic]:
        """The same for a text without a record, such as the words of a document."""
        for start, shown, digits in self._found_in(text) if self._may_be_in(text) else ():
            yield self._problem(place_in(text, file, start), shown, digits)

    def _may_be_in(self, text: str) -> bool:
        """Whether a closer look is needed. Quick, as it asks the digits alone."""
        seen = plain(text) if DISGUISED_DIGITS.search(text) else text
        return self.numbers.may_be_in(seen.encode("utf-8", "replace"))

    def _in_fields(
        self, whole: Authored, fields: Iterable[tuple[Path, str]], theirs: Collection[Path] = ()
    ) -> Iterator[Diagnostic]:
        """`theirs`: the parts that professionals alone read."""
        for path, text in fields:
            if path[-1:] == ("phone",) and (short := digits_of(text).removeprefix(RELAY)) in self.numbers.dialled:
                yield self._problem(whole.source.places.value(path), text, short)
            for _, shown, digits in self._found_in(text):
                parts = {path[:2], path[:4], path[:6]}
                if isinstance(self.unseen[digits], ForProfessionals) and not parts.isdisjoint(theirs):
                    continue
                groups = re.findall(r"\d", shown)
                mark = whole.place_in(path, re.compile(rf"[+(]?(?<!\d){r'[^0-9]{0,9}'.join(groups)}"))
                yield self._problem(mark, shown, digits, of_a_place=may_be_of_a_place(path))

    def _found_in(self, text: str) -> Iterator[tuple[int, str, str]]:
        """Where each stands in a text, as it is written there, and its digits; once a line."""
        if not THREE_DIGITS.search(text):
            return
        told = set()
        bare = MARKUP.sub("", plain(text)) if MAY_HIDE.search(text) else text
        for view in (text, bare) if bare != text else (text,):
            for start, end, digits in self.numbers.in_words(view):
                line = view.count("\n", 0, start)
                if (line, digits) not in told:
                    told.add((line, digits))
                    at = start if view is text else len("".join(text.splitlines(keepends=True)[:line]))
                    yield at, " ".join(view[start:end].split()), digits

    def _problem(self, mark: Location, shown: str, digits: str, *, of_a_place: bool = False) -> Diagnostic:
        why = self.unseen[digits]
        what, found = (FOUND, shown) if of_a_place else (shown, None)
        return replace(_why(what, why).at(mark), found=found, placeholder="a number here")


def _why(shown: str, why: Unseen | ForProfessionals) -> Fault:
    if isinstance(why, ForProfessionals):
        return for_professionals(shown, why.service)
    if isinstance(why, OfSecretPoint):
        words = f"{shown} is a number of point {why.number} of {why.service.id}, which is never shown"
        return Fault("number-of-secret-point", words, "take it out, and give a number that anyone may call")
    return waiting(shown, why) if isinstance(why, Service) else ended(shown, why)


def waiting(shown: str, service: Service) -> Fault:
    """What is said of a number that waits for a check or a second person, and that no other record shows."""
    waits = {one.number.digits[-9:] for _, one in service.ways if one.waits_for_approval and one.number}
    if digits_of(shown)[-9:] in waits:
        words = f"{shown} waits for a second person, so nobody may see it"
        hint = f"take it out, or somebody else looks at it: waymark approve numbers/{service.id}"
        return Fault("number-not-approved", words, hint)
    return Fault(
        "number-unchecked",
        f"{shown} is not checked, so nobody may see it",
        f"take it out, or record a check: waymark due --done {service.id}",
    )
