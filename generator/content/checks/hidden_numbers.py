"""What authors wrote -> each place with a phone number that nobody may see, whichever day its words would go out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.content.loading.source_file import Authored, Source, authored, place_in, texts_in
from generator.content.loading.validation_errors import may_be_of_a_place
from generator.content.source.positions import Path
from generator.diagnostics import FOUND, Diagnostic, Fault, Location
from generator.model.catalogue import RetiredNumber
from generator.model.service import Service
from generator.model.vocabulary import Vocabulary
from generator.privacy.disguises import plain
from generator.privacy.number_search import Numbers
from generator.privacy.withheld import WITHHELD_BY, ForProfessionals

NEVER_SHOWN = frozenset({"rule", "objective", "insight", "measures", "results", "confirmed", "signed_off"})
"""Fields of a campaign for staff alone."""
NEVER_SHOWN_ELSEWHERE = frozenset({"phone", "source"})
"""Fields of emergency lines and areas: `rules` names a retired number, and where something was found nobody reads."""
NUMBERS_OF_A_CONTACT = frozenset({"phone", "text", "textphone"})
"""What is kept back stands there, and waits for its check; `rules` names the retired ones."""
MARKUP = re.compile(r"[*_~`\\]|<[^>]{0,500}>")
"""What a page shows nothing of."""
MAY_HIDE = re.compile(r"[*_~`\\<&%]|[^\x00-\x7f]")
DISGUISED_DIGITS = re.compile(r"&#|%3|\\[ux]|[\uff10-\uff19]")
THREE_DIGITS = re.compile(r"\d\D*\d\D*\d")


class UnseenNumbers:
    """Numbers that nobody may see, by their digits, and what keeps each back: made ready once for all files."""

    def __init__(self, unseen: Mapping[str, RetiredNumber | Service | ForProfessionals]) -> None:
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
            for _, shown, digits in self._found_in(text):
                if isinstance(self.unseen[digits], ForProfessionals) and not {path[:2], path[:4]}.isdisjoint(theirs):
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


def _why(shown: str, why: RetiredNumber | Service | ForProfessionals) -> Fault:
    if isinstance(why, ForProfessionals):
        return for_professionals(shown, why.service)
    return waiting(shown, why) if isinstance(why, Service) else ended(shown, why)


def for_professionals(shown: str, service: Service) -> Fault:
    """What is said of a number or an address that the public may not be led to."""
    words = f"{shown} is for professionals alone ({service.id}), and these words are for everyone"
    return Fault("contact-for-professionals", words, "take it out, or take away for: professionals where it stands")


def ended(shown: str, why: RetiredNumber) -> Fault:
    """What is said of a number that is retired."""
    return Fault("number-retired", f"{shown} is retired ({why.was})", "take it out, or find the new number")


def waiting(shown: str, service: Service) -> Fault:
    """What is said of a number that waits for a check, and that no other record shows."""
    return Fault(
        "number-unchecked",
        f"{shown} is not checked, so nobody may see it",
        f"take it out, or record a check: waymark due --done {service.id}",
    )


def parts_for_professionals(value: Any, vocabulary: Vocabulary) -> Iterator[Path]:
    """Where each service and each contact stands that professionals alone read."""
    services = value.get("services") if isinstance(value, dict) else None
    for number, record in enumerate(services if isinstance(services, list) else ()):
        if not isinstance(record, dict):
            continue
        kind = vocabulary.kinds.get(str(record.get("kind")))
        if "professionals" in (record.get("for"), kind.meant_for if kind else None):
            yield ("services", number)
        contacts = record.get("contact")
        for place, contact in enumerate(contacts if isinstance(contacts, list) else ()):
            if isinstance(contact, dict) and contact.get("for") == "professionals":
                yield ("services", number, "contact", place)


def public_in_directory(value: Any, vocabulary: Vocabulary) -> Iterator[tuple[Path, str]]:
    """Each text of the directory that the public reads, but numbers of contacts, and its path."""
    for section, inside in value.items() if isinstance(value, dict) else ():
        if section == "services" and isinstance(inside, list):
            for number, record in enumerate(inside):
                yield from _public_in_service(record, (section, number), vocabulary)
        elif section not in ("retired_numbers", "retired_addresses"):
            yield from texts_in(inside, (section,), NEVER_SHOWN_ELSEWHERE)


def _public_in_service(record: Any, path: Path, vocabulary: Vocabulary) -> Iterator[tuple[Path, str]]:
    """All but the numbers of its contacts, and what a place keeps to itself."""
    if not isinstance(record, dict):
        return
    yield from texts_in(record, path, {"contact", "places"} | NEVER_SHOWN)
    yield from texts_in(record.get("contact"), (*path, "contact"), NUMBERS_OF_A_CONTACT)
    places = record.get("places")
    kind = vocabulary.kinds.get(str(record.get("kind")))
    for number, place in enumerate(places if isinstance(places, list) else ()):
        shows = isinstance(place, dict) and (place.get("show") or (kind.places if kind else "never"))
        yield from texts_in(place, (*path, "places", number), {"source", *WITHHELD_BY.get(str(shows), ())})


def public_in_record(value: Any) -> Iterator[tuple[Path, str]]:
    """All but what is for staff alone, and posts that were withdrawn: perhaps because of their number."""
    if not isinstance(value, dict):
        return
    yield from texts_in(value, (), NEVER_SHOWN | {"posts"})
    posts = value.get("posts")
    for number, post in enumerate(posts if isinstance(posts, list) else ()):
        if not isinstance(post, dict) or post.get("withdrawn") != "true":
            yield from texts_in(post, ("posts", number), ())
