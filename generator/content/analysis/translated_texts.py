"""What was read of a site, and a language -> each text that the public reads: missing, unread, or read by somebody.

A text is read where its record says who read it, and nobody has changed the words of the first language since that
day. Git knows whether somebody has; where it keeps no history, the day is trusted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

from generator.content.analysis.public_texts import NEVER_SHOWN, texts_of_records
from generator.content.loading.content import Content
from generator.content.loading.source_file import Found, Source, authored
from generator.content.source.positions import Path
from generator.diagnostics import Location
from generator.model.emergency import Emergency, FirstSteps
from generator.model.fields.text import Links, Words
from generator.model.service import GUARDS_A_LIFE, Service
from generator.model.standing_page import ReadBy
from generator.model.vocabulary import OwnDoor, OwnWords
from generator.privacy.withheld import WITHHELD_BY, shown_by

State = Literal["missing", "unread", "read"]
STATES: tuple[State, ...] = ("read", "unread", "missing")

NAMES = frozenset(
    {
        *("name", "address", "also_known_as", "towns", "search_words", "synonyms", "hashtags", "by", "licence"),
        *("date", "when"),
    }
)
"""What is plain stands for all languages: a name is the same in each, and what people type is each language's own."""

NAMED_IN_WORDS = (OwnWords, OwnDoor)
"""Records whose name is a few words of a language: "Where are you on the way?"."""

OF_THE_WORDS = frozenset({"title", "description", "heading", "words"})
"""What the file of a page's words says in each language."""


@dataclass(frozen=True, slots=True)
class Translated:
    """One text of a record, and how far it is there in one language."""

    found: Found[Any]
    path: Path
    text: str
    state: State
    reader: ReadBy | None = None
    """Who read it, be it before the first language was changed."""
    is_said: bool = False
    """Whether its record says of the language that somebody has read it, or that nobody has."""

    @property
    def place(self) -> Location:
        """Where its author wrote it."""
        return self.found.at(*self.path)

    @property
    def guards_a_life(self) -> bool:
        """Whether a mistake in it could lead somebody into danger."""
        return isinstance(self.found.record, Emergency) or self.path[-2:] in GUARDS_A_LIFE


@dataclass(frozen=True, slots=True)
class WaitingWords:
    """What nobody has read who speaks its language."""

    words: Mapping[str, frozenset[tuple[str, str]]]
    """By language: what guards a life, each behind the same in the first language. It is not shown."""
    records: Counter[str]
    """By language: how many records have words that nobody has read, as they say or git knows."""
    readers: Mapping[str, Counter[tuple[str, date]]]
    """By language: of how many records somebody read words that are still the same, by name and day."""


def is_there(text: str, code: str, first: str) -> bool:
    """Whether a text of a record is there in a language."""
    return code in text.by_language if isinstance(text, Words) else code == first


def further_languages(content: Content) -> tuple[str, ...]:
    """The languages of a site behind its first."""
    return tuple(content.settings.languages)[1:]


def translated(content: Content, code: str) -> Iterator[Translated]:
    """Each text of a record that the public reads, and how far it is there in a language."""
    first, past = content.settings.language, Past(content)
    for found, path, text in texts_of_records(content):
        if not is_public(content, found, path, text):
            continue
        if not is_there(text, code, first):
            yield Translated(found, path, text, "missing")
            continue
        readers = past.readers(found, path)
        reader = readers.get(code)
        is_read = reader is not None and past.has(found, path, text, code, reader)
        yield Translated(found, path, text, "read" if is_read else "unread", reader, is_said=code in readers)


def twins(content: Content, code: str) -> Iterator[tuple[str, State]]:
    """Each file with the words of a page, and how far they are there in a language: in a file of their own."""
    standing = content.standing.twin_files
    files = {file: standing.by_file.get(file, {}).get(code) for file in standing.without(content.standing.of_pages)}
    for found in content.campaigns:
        if found.record.words:
            beside = f"{found.source.file.removesuffix('.md')}.{code}.md"
            files[found.source.file] = beside if beside in content.texts else None
    for file, twin in files.items():
        yield file, _state_of_twin(content, twin) if twin else "missing"


def _state_of_twin(content: Content, file: str) -> State:
    record = authored(content.texts.get(file, ""), file).source.value
    is_checked = isinstance(record, dict) and record.get("checked") and file not in content.unread
    return "read" if is_checked else "unread"


def held_back(content: Content) -> WaitingWords:
    """The words that wait for a reader, and how many records have any."""
    words: dict[str, frozenset[tuple[str, str]]] = {}
    records: Counter[str] = Counter()
    readers: dict[str, Counter[tuple[str, date]]] = {}
    said = {code for source in content.sources for readers in source.read.values() for code in readers}
    first = content.settings.language
    for code in further_languages(content):
        only_when_read = content.settings.languages[code].only_when_read
        if not only_when_read and code not in said:
            continue
        unread, read, of, by = set(), set(), set(), set()
        for one in translated(content, code):
            if not isinstance(one.text, Words) or code not in one.text.by_language:
                continue
            pair = (one.text.into(first), one.text.into(code))
            record = (one.found.source.file, one.found.path)
            if one.state == "read" and one.reader is not None:
                read.add(pair)
                by.add((record, one.reader.by, one.reader.on))
            elif one.is_said or only_when_read:
                of |= {record} if one.is_said else set()
                unread |= {pair} if one.guards_a_life else set()
        words[code], records[code] = frozenset(unread - read), len(of)
        readers[code] = Counter((name, on) for _, name, on in by)
    return WaitingWords({code: pairs for code, pairs in words.items() if pairs}, +records, readers)


class Past:
    """The records of a site as they were on the days on which somebody read them."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.first = content.settings.language
        self.source = cache(self._source)
        self.texts = cache(self._texts)
        self.as_it_was = cache(self._as_it_was)

    def readers(self, found: Found[Any], path: Path) -> Mapping[str, ReadBy | None]:
        """Who has read a text, by language. What an office says over a shared record is the office's own."""
        name, directory = getattr(found.record, "id", ""), self.content.directory
        if not isinstance(found.record, Service) or name not in directory.local or path[0] in directory.local[name]:
            return found.source.readers((*found.path, *path))
        for source in directory.files:
            place = _place_of(source, ("services", name)) if source.file in directory.shared else None
            if place is not None:
                return source.readers((*place, *path))
        return {}

    def has(self, found: Found[Any], path: Path, text: str, code: str, reader: ReadBy) -> bool:
        """Whether the words of the first language are what they were on the day on which somebody read a text."""
        file, name = found.source.file, _name_of(found)
        own = (_shape(path), _plain(text.into(self.first) if isinstance(text, Words) else text))
        versions = self.content.history.versions(file)
        before = [one for one in versions if one.is_by(reader.on)]
        commits = [one.commit for one in (*before[-1:], *versions[len(before) :])]
        states = [state for commit in commits if (state := self.as_it_was(file, commit, name)) is not None]
        if not states or own in self.texts(*states[0]):
            return True
        return self._changed_with_its_reader(own, states, found, code, reader, path)

    def _changed_with_its_reader(
        self,
        own: tuple[Path, str],
        states: list[tuple[Source, Path]],
        found: Found[Any],
        code: str,
        reader: ReadBy,
        path: Path,
    ) -> bool:
        """Whether one change wrote the words and who read them: then they are what was read, whenever it arrived."""
        for number, (source, place) in enumerate([*states, (found.source, found.path)]):
            if source.readers((*place, *path)).get(code) == reader:
                return number > 0 and own in self.texts(source, place) and own not in self.texts(*states[number - 1])
        return False

    def _as_it_was(self, file: str, commit: str, name: Path) -> tuple[Source, Path] | None:
        source = self.source(file, commit)
        place = _place_of(source, name)
        return None if place is None else (source, place)

    def _source(self, file: str, commit: str) -> Source:
        return authored(self.content.history.text(file, commit), file).source

    def _texts(self, source: Source, place: Path) -> frozenset[tuple[Path, str]]:
        value: Any = source.value
        for step in place:
            value = value[step]
        return frozenset(_texts_in(value, (), self.first))


def _name_of(found: Found[Any]) -> Path:
    """How a record is found again in another state of its file: by its id where it has one, else its whole list."""
    if len(found.path) > 1 and isinstance(found.path[1], int):
        name = getattr(found.record, "id", None)
        return (found.path[0], name) if name else found.path[:1]
    return found.path


def _place_of(source: Source, name: Path) -> Path | None:
    """Where a record stands in a state of its file; None where it was not there."""
    if not name:
        return () if source.value is not None else None
    inside = source.value.get(str(name[0])) if isinstance(source.value, dict) else None
    if len(name) == 1:
        return name if inside else None
    if isinstance(inside, list):
        return next(
            ((name[0], at) for at, one in enumerate(inside) if isinstance(one, dict) and one.get("id") == name[1]), None
        )
    return name if isinstance(inside, dict) and name[1] in inside else None


def _texts_in(value: Any, shape: Path, first: str) -> Iterator[tuple[Path, str]]:
    """Each text in the first language, with the names of the fields around it: a list may have been put in order."""
    if isinstance(value, str):
        yield shape, _plain(value)
    elif isinstance(value, dict) and isinstance(value.get(first), str):
        yield shape, _plain(value[first])
    elif isinstance(value, dict):
        for name, inside in value.items():
            yield from _texts_in(inside, (*shape, name), first)
    elif isinstance(value, list):
        for one in value:
            yield from _texts_in(one, shape, first)


def _shape(path: Path) -> Path:
    return tuple(part for part in path if isinstance(part, str))


def _plain(text: str) -> str:
    return " ".join(text.split())


def is_public(content: Content, found: Found[Any], path: Path, text: str) -> bool:
    """Whether readers see a text of a record, and it is no name that is the same in each language."""
    record, fields = found.record, [part for part in path if isinstance(part, str)]
    is_a_name = fields[-1] in NAMES and not (fields[-1] == "name" and isinstance(record, NAMED_IN_WORDS))
    if isinstance(text, Links) or (type(text) is not Words and is_a_name):
        return False
    if isinstance(record, FirstSteps) and path[0] == "sources":  # the titles of pages are as they are
        return False
    if found.source.file.endswith(".md"):
        if path[0] in OF_THE_WORDS and len(path) == 1 and (path[0] == "words" or not found.source.places.has(path)):
            return False
        number = path[1] if path[0] == "posts" else None
        if isinstance(number, int) and record.posts[number].withdrawn == "true":
            return False
        return NEVER_SHOWN.isdisjoint(fields)
    if isinstance(record, Service) and path[0] in ("places", "points") and isinstance(path[1], int):
        shown = shown_by(content.vocabulary)(record, getattr(record, path[0])[path[1]])
        return shown != "never" and path[2] not in WITHHELD_BY.get(shown, ())
    return True
