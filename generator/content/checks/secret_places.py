"""Nothing says where a place is that must stay secret."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from generator.content.analysis.needs import nothing
from generator.content.analysis.public_texts import public_in_directory
from generator.content.loading.content import Content
from generator.content.loading.service_directory import Directory, mark_of
from generator.content.loading.source_file import Authored, Source
from generator.content.source.left_behind import CONFIG
from generator.content.source.positions import Path, without_comments
from generator.diagnostics import Diagnostic, Fault, Location, Severity, place_in
from generator.model.service import Service
from generator.model.vocabulary import Vocabulary
from generator.privacy.disguises import embedded, text_of
from generator.privacy.withheld import Withheld, shown_by, withheld
from generator.privacy.withheld_search import LEFT_OUT, Hit, Sought

CODES = (
    "place-called-as-service",
    "withheld-in-file-name",
    "withheld-in-id",
    "withheld-road",
    "withheld-words",
    "withheld-road-perhaps",
    "withheld-house-perhaps",
)
NEEDS = nothing

AS_THE_SERVICE = Fault(
    "place-called-as-service",
    "this place is called as its service or an organisation is, and its name is withheld",
    "give it a name that says nothing, for example name: Main building",
)

ADVICE = frozenset({"street", "house"})
"""Kinds of what was found that may mean others."""


def check(content: Content) -> Iterator[Diagnostic]:
    secrets = secrets_of(content)
    yield from secrets.problems()
    yield from secrets.advice()


KNOWN: WeakKeyDictionary[Content, Secrets] = WeakKeyDictionary()
"""What was looked through is not looked through again for what is said of the rest."""


def secrets_of(content: Content) -> Secrets:
    """The secrets of a site, and where it says them."""
    if content not in KNOWN:
        called = [f"{content.settings.content}/{name}" for name in content.files.published]
        texts = {**content.texts, CONFIG: without_comments(content.config), **content.files.words, **content.templates}
        KNOWN[content] = Secrets(content.directory, content.vocabulary, texts, called)
    return KNOWN[content]


@dataclass(frozen=True, slots=True)
class Said:
    """What a place of a file says: in an id, of the service's own road, in other words, or a road or house alone."""

    kind: str
    what: Withheld

    @property
    def is_advice(self) -> bool:
        """Whether others may be meant."""
        return self.kind in ADVICE


IN_AN_ADDRESS = "base64,"
"""Behind it, in a `data:` address, a file stands in the text itself."""


class Secrets:
    """What the places of a directory keep secret, and where the other files, and its own public words, say it."""

    def __init__(
        self, directory: Directory, vocabulary: Vocabulary, texts: Mapping[str, str], files: Iterable[str] = ()
    ) -> None:
        """Look through campaigns, pages and settings, by file, through the directory, and through names of files."""
        services = [found.record for found in (*directory.services, *directory.hidden)]
        self.withheld = withheld(services, shown_by(vocabulary))
        self.sought = Sought(self.withheld)
        self.told: dict[Location, Said] = {}
        self.files: dict[str, Withheld] = {}
        self.silent: set[str] = set()
        self.lines: set[tuple[str, int]] = set()
        self.names: list[Diagnostic] = []
        if not self.sought:
            return
        self._names_of_services(directory, services)
        for name in (*files, *texts):
            for _, _, hit in self.sought.seen_in(name):
                if not hit.is_street:
                    self.files.setdefault(name, self.withheld[hit.text])
        for file, text in texts.items():
            self._look_through(file, text)
        for source in directory.files:
            whole = Authored(source)
            for path, text in public_in_directory(source.value, vocabulary):
                self._look_into(whole, path, text)
            self._look_at_keys(source)

    def _names_of_services(self, directory: Directory, services: Sequence[Service]) -> None:
        """A place that is called as a service is: one mistake, however often that name is said."""
        called = [str(service.name) for service in services]
        called += [str(found.record.name) for found in directory.organisations.values()]
        said = {hit.text for name in called for _, _, hit in self.sought.seen_in(name)}
        names = [text for text in said if self.withheld[text].field == "name"]
        for text in names:
            what = self.withheld.pop(text)
            mark = mark_of(directory.files, what)
            if mark:
                self.names.append(_secret(AS_THE_SERVICE, mark))
        if names:
            self.sought = Sought(self.withheld)

    def _look_through(self, file: str, text: str) -> None:
        for start, end, hit in self.sought.seen_in(text):
            mark, last = place_in(text, file, start), place_in(text, file, max(start, end - 1))
            self._note(mark, hit, range(mark.line, last.line + 1))
        start = text.find(IN_AN_ADDRESS)
        while start != -1:  # each as the search of a built site reads it
            end = text.find(IN_AN_ADDRESS, start + 1)
            mark = place_in(text, file, start)
            for inside in embedded(text[start : end if end != -1 else None].encode()):
                for *_, hit in self.sought.seen_in(text_of(inside)):
                    self._note(mark, hit, [mark.line])
            start = end

    def _look_at_keys(self, source: Source) -> None:
        """The ids that areas, organisations and sources go by."""
        for section, records in source.value.items() if isinstance(source.value, dict) else ():
            for key in records if isinstance(records, dict) else ():
                for _, _, hit in self.sought.seen_in(str(key)):
                    mark = source.places.key((section, key))
                    self._note(mark, hit, [mark.line], "id")

    def _look_into(self, whole: Authored, path: Path, text: str) -> None:
        if text in self.silent:
            return
        found = list(self.sought.seen_in(text))
        if not found:
            self.silent.add(text)
        for start, end, hit in found:
            words = re.findall(r"\w+", text[start:end])
            pattern = re.compile(r"[\W_]*".join(map(re.escape, words)))
            mark = whole.place_in(path, pattern)
            kind = "id" if path[-1] == "id" else "words"
            if hit.is_street and self._is_its_own(whole.source, path, self.withheld[hit.text]):
                kind = "own road" if hit.how == "street" else "own id" if kind == "id" else kind
            self._note(mark, hit, range(mark.line, mark.line + text.count("\n", start, end) + 1), kind)

    def _is_its_own(self, source: Source, path: Path, what: Withheld) -> bool:
        """Whether words are of the very service that has the place: no other road is meant there."""
        if path[0] != "services" or not isinstance(source.value, dict):
            return False
        record = source.value["services"][path[1]]
        return isinstance(record, dict) and record.get("id") == what.service

    def _note(self, mark: Location, hit: Hit, lines: Iterable[int], kind: str = "words") -> None:
        if hit.is_street and kind not in ("own road", "own id"):
            kind = hit.how
        known = self.told.get(mark)
        is_new = known is None or (known.is_advice and kind not in ADVICE)
        if is_new and not (hit.is_street and (mark.file, mark.line) in self.lines):
            self.told[mark] = Said(kind, self.withheld[hit.text])
        if kind not in ADVICE:
            self.lines.update((mark.file, line) for line in lines)

    def _called(self, what: Withheld) -> str:
        """What something is, in words that do not repeat it: an id may say it too."""
        if any(self.sought.seen_in(what.service)):
            place = what.group.removesuffix("s")
            return f"the {what.field} of {place} {what.number} of a service whose id says where it is"
        return str(what)

    def problems(self) -> Iterator[Diagnostic]:
        """Each place of a file that says where a secret place is. What is said of it does not repeat it."""
        yield from self.names
        for file, what in sorted(self.files.items()):
            fault = Fault(
                "withheld-in-file-name",
                f"the name of this file is {self._called(what)}, which is withheld",
                "give it a name that says nothing, for example harbour.md",
            )
            yield _secret(fault, Location(self.sought.redacted(file, LEFT_OUT)))
        for mark, said in self.told.items():
            called = self._called(said.what)
            if said.kind in ("id", "own id"):
                fault = Fault(
                    "withheld-in-id",
                    f"this id is {called}, which is withheld",
                    "choose an id that says nothing, for example harbour-refuge",
                )
            elif said.kind == "own road":
                words = f"this is the road in {called}, in the words of its own service"
                fault = Fault("withheld-road", words, "take it out")
            else:
                words = f"this is {called}, which is withheld"
                fault = Fault("withheld-words", words, "take it out, and say how to get in touch instead")
            if not said.is_advice:
                yield _secret(fault, mark)

    def advice(self) -> Iterator[Diagnostic]:
        """Each place that names the road or the house of a secret place, and no more: others may be meant."""
        for mark, said in self.told.items():
            if said.is_advice and (mark.file, mark.line) not in self.lines:
                called = self._called(said.what)
                words, hint = f"this is the road in {called}, which is withheld", "if it leads there, take it out"
                fault = Fault("withheld-road-perhaps", words, hint)
                if said.kind == "house":
                    words, hint = (
                        f"this is the house in {called}, which is withheld",
                        "if it means that house, take it out",
                    )
                    fault = Fault("withheld-house-perhaps", words, hint)
                yield _secret(fault, mark, "warning")

    def hushed(self, problems: Collection[Diagnostic]) -> Iterator[Diagnostic]:
        """Problems, each marked where it stands on such a line, or repeats what must stay secret."""
        for one in problems:
            if one.location.file in self.files:
                mark = Location(
                    self.sought.redacted(one.location.file, LEFT_OUT), one.location.line, one.location.column
                )
                one = replace(one, location=mark, secret=True)
            on_a_line = (one.location.file, one.location.line) in self.lines
            tells = on_a_line or any(not hit.is_street for _, _, hit in self.sought.seen_in(one.text))
            yield replace(one, secret=True) if tells else one


def _secret(fault: Fault, location: Location, severity: Severity = "error") -> Diagnostic:
    """What is said of a secret place. It repeats none of its words."""
    return replace(fault.at(location, severity), found="", secret=True)
