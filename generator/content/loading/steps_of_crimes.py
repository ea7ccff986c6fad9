"""content/crimes/<id>.md, and the files of that kind that come with Waymark -> what to do first, by type of crime."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib import resources
from pathlib import PurePosixPath

from generator.content.loading.shipped import FOLDER
from generator.content.loading.source_file import Found, Source
from generator.content.loading.twins import TwinFiles, said_too
from generator.content.source.text_files import A_BOUNDARY, NEVER_CLOSES, Split, split
from generator.diagnostics import ContentError, Diagnostic, Fault, Location, Parsed
from generator.model.emergency import FirstSteps, StepsInOtherWords
from generator.model.fields.text import as_words
from generator.model.fields.translatable import with_texts

CRIMES = "crimes"
"""The folder below the content folder, and below the data that ships."""
A_FIELD = re.compile(r"^steps[ \t]*:", re.MULTILINE)
WORDS_BELOW = Fault(
    "words-below-steps", "the page of a crime shows its steps alone, and nothing of these words", "take them out"
)


@dataclass
class StepFiles:
    """What the content folder says to do first."""

    files: frozenset[str] = frozenset()
    """Every file that is no page, because steps stand in it; those that could not be read among them."""
    own: dict[str, Found[FirstSteps]] = field(default_factory=dict)
    """By type of crime."""
    unread: dict[str, str] = field(default_factory=dict)
    """Files whose words nobody has read who speaks their language, each with that."""


def read_steps_files(
    texts: Mapping[str, str], folder: str, twins: TwinFiles, languages: Collection[str]
) -> Parsed[StepFiles]:
    """Every file of steps, and what is wrong with each alone.

    Args:
        texts: the Markdown of every page of the content folder, by its name from the root.
        folder: the content folder.
        twins: which of them hold another's words in another language.
        languages: those of the site, the first one first; none where it has one alone.
    """
    named = {file for file in twins.without(texts) if crime_of(file, folder) and _has_steps(texts[file])}
    others = {file: twins.by_file.get(file, {}) for file in sorted(named)}
    found = StepFiles(frozenset(named.union(*(some.values() for some in others.values()))))
    problems: list[Diagnostic] = []
    for file, some in others.items():
        own, wrong = _read(texts[file], file)
        problems += wrong
        read = {code: _read_other(texts[twin], twin) for code, twin in some.items() if twin in texts}
        problems += [one for _, unread in read.values() for one in unread]
        if own is not None:
            said = {code: other for code, (other, _) in read.items() if other is not None}
            found.unread |= {other.source.file: code for code, other in said.items() if other.record.unread == "yes"}
            own, unlike = _with_others(own, said, next(iter(languages), ""))
            problems += unlike
            found.own[crime_of(file, folder)] = own
    return Parsed(found, problems)


def _has_steps(text: str) -> bool:
    """Whether the front matter says what to do first: without that a file in this folder is a page as any other."""
    parts = A_BOUNDARY.split(text, maxsplit=2) if A_BOUNDARY.match(text) else []
    return len(parts) > 1 and A_FIELD.search(parts[1]) is not None


def crime_of(file: str, folder: str) -> str:
    """content/crimes/fraud-cyber.md -> fraud-cyber; "" for a file that stands elsewhere."""
    path = PurePosixPath(file)
    return path.stem if path.parent == PurePosixPath(folder, CRIMES) else ""


@lru_cache(maxsize=1)
def shipped_steps() -> Mapping[str, FirstSteps]:
    """The steps that come with Waymark, by type of crime. ContentError where such a file was changed and is wrong."""
    return {crime: found.record for crime, found in shipped_files().items()}


@lru_cache(maxsize=1)
def shipped_files() -> Mapping[str, Found[FirstSteps]]:
    """The same, each as its file has it."""
    found: dict[str, Found[FirstSteps]] = {}
    for entry in sorted(resources.files(FOLDER).joinpath(CRIMES).iterdir(), key=lambda entry: entry.name):
        if not entry.name.endswith(".md"):
            continue
        file = f"{FOLDER.replace('.', '/')}/{CRIMES}/{entry.name}"
        one, problems = _read(entry.read_text(encoding="utf-8"), file)
        if one is None:
            raise ContentError(problems)
        found[entry.name.removesuffix(".md")] = one
    return found


def steps_in_words_of(own: Mapping[str, Found[FirstSteps]], language: str) -> dict[str, FirstSteps]:
    """What the office wrote, which says that it is in the site's own language, as what ships is in English."""
    return {crime: with_texts(one.record, lambda text: as_words(text, language)) for crime, one in own.items()}


def _read(text: str, file: str) -> Parsed[Found[FirstSteps] | None]:
    source, problems = _source(text, file)
    if source is None or source.problems:
        return Parsed(None, [*problems, *(source.problems if source else ())])
    record, wrong = source.record(FirstSteps, source.value, ())
    return Parsed(Found(record, source, ()) if record else None, [*problems, *wrong])


def _read_other(text: str, file: str) -> Parsed[Found[StepsInOtherWords] | None]:
    source, problems = _source(text, file)
    if source is None or source.problems:
        return Parsed(None, [*problems, *(source.problems if source else ())])
    value = source.value if isinstance(source.value, dict) else {}
    said_once = [*_said_once(value, source)]
    if said_once:
        return Parsed(None, [*problems, *said_once])
    record, wrong = source.record(StepsInOtherWords, source.value, ())
    return Parsed(Found(record, source, ()) if record else None, [*problems, *wrong])


def _source(text: str, file: str) -> Parsed[Source | None]:
    try:
        parts = split(text) if A_BOUNDARY.match(text) else Split("", text, 1)
    except ValueError:
        return Parsed(None, [NEVER_CLOSES.at(Location(file))])
    problems = []
    if parts.words.strip():
        before = parts.words[: len(parts.words) - len(parts.words.lstrip())]
        problems.append(WORDS_BELOW.at(Location(file, parts.first_line + before.count("\n"))))
    return Parsed(Source(parts.record, file), problems)


def _said_once(value: Mapping[str, object], source: Source) -> Iterator[Diagnostic]:
    """What the file of the first language alone says: where a line leads, and what it rests on."""
    known = FirstSteps.model_fields.keys() - StepsInOtherWords.model_fields.keys()
    steps = value.get("steps")
    places: list[tuple[str | int, ...]] = [(name,) for name in value if name in known]
    for number, step in enumerate(steps if isinstance(steps, list) else ()):
        if isinstance(step, dict):
            places += [("steps", number, name) for name in ("phone", "link", "sources") if name in step]
    for place in places:
        words = f'"{place[-1]}" is said of all languages at once'
        yield Fault("field-in-twin", words, "write it in the first language's file alone").at(source.places.key(place))


def _with_others(
    own: Found[FirstSteps], others: Mapping[str, Found[StepsInOtherWords]], first: str
) -> Parsed[Found[FirstSteps]]:
    """Steps that know what they are in other languages. Lines of another number stand for nothing that is there."""
    count = len(own.record.steps)
    problems = []
    for one in others.values():
        if len(one.record.steps) != count:
            words = f"there are {len(one.record.steps)} lines here, and {count} in the first language"
            problems.append(Fault("steps-not-alike", words, "write each line once").at(one.at("steps")))
    read = {code: one.record.steps for code, one in others.items() if one.record.unread == "no"}
    alike = {code: steps for code, steps in read.items() if len(steps) == count}
    steps = tuple(
        step.model_copy(
            update={
                "says": said_too(step.says, first, {code: said[number].says for code, said in alike.items()}),
                "name": said_too(step.name, first, {code: said[number].name for code, said in alike.items()}),
            }
        )
        for number, step in enumerate(own.record.steps)
    )
    return Parsed(replace(own, record=own.record.model_copy(update={"steps": steps})), problems)
