"""content/*.md -> what each page is called; those whose front matter is a record -> standing pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TypeVar

from generator.content.loading.content_files import address_of
from generator.content.loading.plain_files import leads_out
from generator.content.loading.source_file import Found, Source, line_of_first_word
from generator.content.loading.steps_of_crimes import StepFiles, read_steps_files
from generator.content.loading.twins import TwinFiles, said_too, twins_in
from generator.content.source.text_files import (
    A_BOUNDARY,
    NEVER_CLOSES,
    Split,
    decode,
    heading_of,
    is_file,
    is_there,
    read_text,
    split,
)
from generator.diagnostics import Diagnostic, Location, Parsed
from generator.model.accessibility import AccessibilityStatement, Results
from generator.model.rights import Rights
from generator.model.standing_page import FROM_THE_WORDS, StandingPage, Titled, TwinPage

A_HEADING = re.compile(r"^#[ \t]++(.+?)(?<![ \t#])[ \t#]*$", re.MULTILINE)


def titles_of(texts: Mapping[str, str], folder: str, twins: TwinFiles, first: str) -> tuple[Titled, ...]:
    """Every page of a content folder, by address. A title is the front matter's, else the first heading, else the name.

    Mistakes in a front matter are the engine's to tell: here such a page only goes by its heading.

    Args:
        texts: the Markdown of every page, by its name from the root.
        folder: the content folder.
        twins: which of them hold another's words in another language.
        first: the site's first language.
    """
    return tuple(sorted(_pages(texts, folder, twins, first), key=lambda page: page.address))


def _pages(texts: Mapping[str, str], folder: str, twins: TwinFiles, first: str) -> Iterator[Titled]:
    for file in twins.without(texts):
        name = PurePosixPath(file).relative_to(folder)
        if any(part.startswith(".") for part in name.parts):
            continue
        title, description = _titled(texts[file], name)
        others = {code: _titled(texts[twin], name) for code, twin in twins.by_file.get(file, {}).items()}
        yield Titled(
            address_of(name.as_posix()),
            said_too(title, first, {code: one for code, (one, _) in others.items()}) or title,
            said_too(description, first, {code: one for code, (_, one) in others.items()}) or description,
        )


def _titled(text: str, name: PurePosixPath) -> tuple[str, str]:
    record, words = _split(text)
    heading = A_HEADING.search(words)
    title = record.get("title") or (heading[1] if heading else name.stem.replace("-", " ").capitalize())
    return title, record.get("description", "")


def _split(text: str) -> tuple[dict[str, str], str]:
    """The plain fields of the front matter, and the words below it."""
    parts = A_BOUNDARY.split(text, maxsplit=2)
    if len(parts) < 3 or parts[0].strip():
        return {}, text
    value = Source(parts[1], "").value
    fields = value if isinstance(value, dict) else {}
    return {name: " ".join(field.split()) for name, field in fields.items() if isinstance(field, str)}, parts[2]


P = TypeVar("P", bound=StandingPage)


RESULTS = "accessibility-results.yaml"
"""Beside mkdocs.yml, because everything in the content folder is published."""


STAY_SAFE = "stay-safe.md"
"""The page whose words guard a life."""
PLAIN = {"title", "description"}
"""A page with no more than these is not a record: the engine shows it as it is."""


@dataclass
class StandingFiles:
    """What the content folder says, before anyone asked whether it fits together."""

    addresses: frozenset[str] = frozenset()
    texts: dict[str, str] = field(default_factory=dict)
    """The Markdown of every page of the folder, by its name from the root."""
    others: list[str] = field(default_factory=list)
    """Every other file of the folder, by its name from the root."""
    about: Found[StandingPage] | None = None
    stay_safe: Found[StandingPage] | None = None
    rights: Found[Rights] | None = None
    accessibility: Found[AccessibilityStatement] | None = None
    results: Found[Results] | None = None
    twin_files: TwinFiles = field(default_factory=TwinFiles)
    """Which of the texts hold another page's words in another language."""
    twins: dict[str, dict[str, Found[TwinPage]]] = field(default_factory=dict)
    """Those that could be read, by the file of the page, and then by language."""
    steps: StepFiles = field(default_factory=StepFiles)
    """What to do first after each crime: these files are no pages."""

    @property
    def of_pages(self) -> dict[str, str]:
        """The texts of the folder's pages, without those that the site shows within another."""
        return {file: text for file, text in self.texts.items() if file not in self.steps.files}

    @property
    def as_they_are(self) -> dict[str, str]:
        """The pages that the engine makes of their Markdown."""
        records = (self.about, self.stay_safe, self.rights, self.accessibility)
        own = {found.source.file for found in records if found}
        made = own | {twin for file in own for twin in self.twin_files.by_file.get(file, {}).values()}
        return {file: text for file, text in self.of_pages.items() if file not in made}


def read_standing(
    root: Path, folder: str, languages: Sequence[str] = (), drafts: Mapping[str, str] | None = None
) -> Parsed[StandingFiles]:
    """The content folder, and what is wrong with each page alone.

    Args:
        root: the folder of mkdocs.yml.
        folder: the content folder.
        languages: those that the site is built in, the first one first; none where it has one alone.
        drafts: texts by file, in the place of what is on the disk.
    """
    files = _files(root / folder)
    twins = twins_in((path.relative_to(root).as_posix() for path in files), languages)
    problems: list[Diagnostic] = [*twins.problems]
    found = StandingFiles(twin_files=twins)
    for path in files:
        file = path.relative_to(root).as_posix()
        if path.suffix != ".md":
            found.others.append(file)
            continue
        draft = (drafts or {}).get(file)
        text, unread = read_text(path, file) if draft is None else decode(draft.encode(), file)
        problems += unread
        if text is not None:
            found.texts[file] = text

    found.steps, wrong = read_steps_files(found.texts, folder, twins, languages)
    problems += wrong
    no_pages = twins.files | found.steps.files
    pages = (path.relative_to(root / folder).as_posix() for path in files if _name(path, root) not in no_pages)
    found.addresses = frozenset(map(address_of, pages))
    for original, some in twins.by_file.items():
        if original in found.steps.files:
            continue
        read = {
            code: read_page(TwinPage, found.texts[file], file) for code, file in some.items() if file in found.texts
        }
        problems += [one for _, wrong in read.values() for one in wrong]
        found.twins[original] = {code: twin for code, (twin, _) in read.items() if twin is not None}

    def page(model: type[P], name: str) -> Found[P] | None:
        file = f"{folder}/{name}"
        if file not in found.texts:
            return None
        one, wrong = read_page(model, found.texts[file], file)
        problems.extend(wrong)
        return one and with_twins(one, found.twins.get(file, {}), languages)

    found.about, found.stay_safe = page(StandingPage, "about.md"), page(StandingPage, STAY_SAFE)
    found.rights, found.accessibility = page(Rights, "rights.md"), page(AccessibilityStatement, "accessibility.md")
    found.results, wrong = _results(root)
    return Parsed(found, [*problems, *wrong])


def read_page(model: type[P], text: str, file: str) -> Parsed[Found[P] | None]:
    """One page; None where it has problems, or where a page that needs a record has none."""
    if not A_BOUNDARY.match(text):
        parts = Split("", text, 1)
    else:
        try:
            parts = split(text)
        except ValueError:
            return Parsed(None, [NEVER_CLOSES.at(Location(file))])
    source = Source(parts.record, file)
    value = dict(source.value) if isinstance(source.value, dict) else {}
    if source.problems or (model not in (StandingPage, TwinPage) and value.keys() <= PLAIN):
        return Parsed(None, source.problems)
    problems = [
        Diagnostic(
            "words-as-field",
            "error",
            source.places.key((name,)),
            f'"{name}" is not a field',
            hint="write the words below the second ---",
        )
        for name in FROM_THE_WORDS
        if value.pop(name, None) is not None
    ]
    heading, words, taken = heading_of(parts.words)
    title = value.setdefault("title", heading) or None
    if title is None:
        problems.append(
            Diagnostic(
                "page-without-name",
                "error",
                Location(file),
                "this page has no name",
                hint='begin it with a line such as "# About this site"',
            )
        )
        return Parsed(None, problems)
    value["heading"] = heading or title
    value["first_line"] = line_of_first_word(words, parts.first_line + taken)
    if words.strip():
        value["words"] = words.strip()
    found, wrong = source.record_and_words(model, value, FROM_THE_WORDS, value["first_line"])
    return Parsed(found, [*problems, *wrong])


def with_twins(own: Found[P], twins: Mapping[str, Found[TwinPage]], languages: Sequence[str]) -> Found[P]:
    """A page that knows what its twins say; of one that guards a life, only what somebody has read."""
    if not twins:
        return own
    safe = {code: one for code, one in twins.items() if one.record.unread == "no"}
    guards = PurePosixPath(own.source.file).name == STAY_SAFE
    said = {
        name: said_too(
            getattr(own.record, name),
            languages[0],
            {code: getattr(one.record, name) for code, one in (safe if guards and name == "words" else twins).items()},
        )
        for name in ("title", "description", "heading", "words")
    }
    return replace(own, record=own.record.model_copy(update=said))


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _results(root: Path) -> Parsed[Found[Results] | None]:
    if not is_there(root / RESULTS):
        return Parsed(None, [])
    text, unread = read_text(root / RESULTS, RESULTS)
    if text is None:
        return Parsed(None, unread)
    source = Source(text, RESULTS)
    if source.problems or source.value is None:  # comments alone: nobody has tested anything yet
        return Parsed(None, source.problems)
    record, problems = source.record(Results, source.value, ())
    return Parsed(Found(record, source, ()) if record is not None else None, problems)


def _files(folder: Path) -> list[Path]:
    """Every file of the folder that authors see. What is a link to elsewhere is not read: it may lead anywhere."""
    found = (path for path in folder.rglob("*") if is_file(path) and not path.name.startswith("."))
    return sorted(path for path in found if not leads_out(path, folder))
