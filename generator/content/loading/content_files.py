"""content/, overrides/ -> the files that the site publishes; a problem, with the cure, for every other one.

Nothing is followed that leads elsewhere, and nothing is published because nobody thought of it: what
`model/file_types.py` does not list is refused.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from generator import urls
from generator.content.loading.config import place_of
from generator.content.source.text_files import MOST, too_large
from generator.diagnostics import Diagnostic, Location, quoted
from generator.model.file_types import (
    BY_ENDING,
    FileType,
    Leftover,
    Rule,
    ending_of,
    left_behind,
)
from generator.privacy.documents.drawings import draws_more
from generator.privacy.documents.file_names import NOT_ON_THE_LIST, not_published
from generator.privacy.documents.parts import DocumentError, UnreadableError
from generator.privacy.documents.reader import Document, read_document
from generator.privacy.pictures.metadata import PictureError
from generator.privacy.pictures.published import published
from generator.settings import Allowed, Settings

KEEPS_A_FOLDER = frozenset({".gitkeep", ".gitignore", ".gitattributes"})
TEMPLATE_ENDINGS = (".html", ".py", ".pyc")
DEEPEST = 20
STAFF_FOLDERS = ("styles", "scripts", "words", "preview", "staff")
"""Folders of our templates that downloads are made of, or that are for staff alone: nothing of them is copied."""


@dataclass
class ContentFiles:
    """What may be published, by its name in the content folder, and what is to be said of the rest."""

    folder: str
    published: dict[str, tuple[Path, FileType]] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)
    advice: list[Diagnostic] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    """What can be read in documents and drawings, by their name from the root."""

    @property
    def words(self) -> dict[str, str]:
        """The words of each."""
        return {file: document.text for file, document in self.documents.items()}

    def placed(self, problem: Diagnostic) -> Diagnostic:
        """A problem in the words of a document, with the place where a person finds it: a page, its comments."""
        document = self.documents.get(problem.mark.file)
        where = document.place(problem.mark.line) if document and problem not in self.problems else ""
        if not where:
            return problem
        text, unquoted = (words and f"in {where}: {words}" for words in (problem.text, problem.unquoted))
        return replace(problem, mark=Location(problem.mark.file), text=text, unquoted=unquoted)

    def refuse(self, name: str, words: str) -> None:
        """Say what is wrong with one file."""
        self.problems.append(Diagnostic(self.mark(name), words))

    def mark(self, name: str) -> Location:
        """A file of the folder, as its authors know it. A sign that can't be shown is named."""
        shown = "".join(sign if sign.isprintable() else f"[U+{ord(sign):04X}]" for sign in f"{self.folder}/{name}")
        return Location(shown)


def content_files(root: Path, settings: Settings) -> ContentFiles:
    """Look at each file of the content folder and at each of the templates' that is copied to the site."""
    folder, templates = settings.content, settings.templates
    own, ours = ContentFiles(folder), ContentFiles(templates)
    _look(root / folder, own, settings.files)
    _look(root / templates, ours, {}, skip=STAFF_FOLDERS, templates=True)
    taken = {fold(name): f"{templates}/{name}" for name in ours.published}
    for name in sorted(own.published):
        _judge_address(name, own, taken)
    for file in sorted(settings.files.keys() - own.published.keys()):
        if not os.path.lexists(root / folder / file):
            words = (
                f"files: names {quoted(file)}, and there is no such file in {folder}/; mend the name, or take it out"
            )
            own.problems.append(Diagnostic(place_of(root, "files", file), words))
    own.problems += ours.problems
    own.advice += ours.advice
    return own


def has_links(folder: Path) -> bool:
    """Whether anything below a folder leads elsewhere, which an engine might follow round and round."""
    return any(entry.is_symlink() or entry.is_dir() for entry, _ in _entries(folder))


def leads_out(path: Path, folder: Path) -> bool:
    """Whether a path is a link that does not end at a plain file of the folder."""
    if not path.is_symlink():
        return False
    try:
        return not path.resolve(strict=True).is_relative_to(folder.resolve()) or not path.is_file()
    except (OSError, RuntimeError):  # leads nowhere, or round in a circle
        return True


def address_of(name: str) -> str:
    """Where the engine puts a file: privacy.md -> privacy/, index.md -> the folder itself."""
    path = PurePosixPath(name)
    if path.suffix != ".md":
        return name
    place = path.parent if path.stem in ("index", "README") else path.with_suffix("")
    return "" if place == PurePosixPath() else f"{place}/"


def fold(address: str) -> str:
    """An address as hosts see it that mind neither case nor how a letter is put together."""
    return unicodedata.normalize("NFKC", address).casefold()


def _look(
    top: Path, found: ContentFiles, named: Mapping[str, Allowed], skip: Collection[str] = (), *, templates: bool = False
) -> None:
    for entry, name in _entries(top):
        is_ours = name.partition("/")[0] in skip or (templates and ending_of(name) in TEMPLATE_ENDINGS)
        if is_ours and _not_a_file(entry, top) is None:
            if (size := entry.stat().st_size) > MOST:
                found.refuse(name, too_large(size, MOST))
            continue
        kind = _refused(entry, name, top, found)
        if kind is None:
            continue
        if templates and kind.rule in (Rule.NAMED, Rule.PAGE):
            found.refuse(name, NOT_ON_THE_LIST)
        elif kind.rule is Rule.NAMED and name not in named:
            words = (
                f"nothing here knows what this file says of people and places; read it, then name it in mkdocs.yml, "
                f'below waymark: files: {{"{name}": "Read by Sam Reed on 2026-11-20"}}'
            )
            found.refuse(name, words)
        else:
            found.published[name] = Path(entry.path), kind
            if kind.rule is Rule.PICTURE:
                _judge_picture(Path(entry.path), name, found)
            elif kind.rule is Rule.DRAWING and (more := draws_more(Path(entry.path).read_bytes())):
                found.refuse(name, more)
            elif kind.rule is Rule.DRAWING or kind.searched:
                _read_words(Path(entry.path), name, found, named.get(name))


def _entries(top: Path) -> Iterator[tuple[os.DirEntry[str], str]]:
    """All that is below a folder and that nobody need look into: no link is followed, no hidden folder entered."""
    waiting = [(os.fspath(top), "")]
    while waiting:
        folder, below = waiting.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError:
            continue
        for entry in entries:
            name = f"{below}{entry.name}"
            if entry.is_dir(follow_symlinks=False) and entry.name[0] != "." and name.count("/") < DEEPEST:
                waiting.append((entry.path, f"{name}/"))
            else:
                yield entry, name


def _refused(entry: os.DirEntry[str], name: str, top: Path, found: ContentFiles) -> FileType | None:
    """What kind of file it is; None, and what is said of it, where it is not published."""
    if entry.name in KEEPS_A_FOLDER:
        return None
    left = left_behind(entry.name)
    if left is Leftover.PROGRAMS:
        told = "a program left this hidden file behind; the site goes without it, and you may delete it"
        found.advice.append(Diagnostic(found.mark(name), told))
        return None
    kind = BY_ENDING.get(ending_of(name))
    words = _not_a_file(entry, top) or not_published(name)
    if words is None:
        words = NOT_ON_THE_LIST if kind is None else _not_what_it_says(Path(entry.path), kind, name)
    if words is not None:
        found.refuse(name, words)
        return None
    return kind


def _not_a_file(entry: os.DirEntry[str], top: Path) -> str | None:
    if entry.is_symlink() and leads_out(Path(entry.path), top):
        return "this is a link, and would publish what stands at its other end; put the file itself in its place"
    try:
        mode = entry.stat().st_mode
    except OSError as error:
        return f"this file can't be read: {error.strerror}"
    if stat.S_ISDIR(mode) and entry.name.startswith("."):
        return "folders whose names begin with a dot are hidden, and not published; move it elsewhere"
    if stat.S_ISDIR(mode):
        return f"folders stand in folders more than {DEEPEST} deep here; keep them flat, such as leaflets/easy-read.pdf"
    return (
        None if stat.S_ISREG(mode) else "this is neither a file nor a folder, and reading it may never end; delete it"
    )


def _not_what_it_says(path: Path, kind: FileType, name: str) -> str | None:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(64)
    except OSError as error:
        return f"this file can't be read: {error.strerror}"
    if size > kind.most:
        return too_large(size, kind.most)
    if not kind.is_one(start) or (not kind.starts and b"\0" in start):
        return f"this is no {ending_of(name)} file, whatever its name says; save it anew in the program that made it"
    return None


def _judge_picture(path: Path, name: str, found: ContentFiles) -> None:
    """Whether it can be shown, and what of it stays behind."""
    try:
        picture = published(path.read_bytes())
    except PictureError as error:
        found.refuse(name, f"this picture can't be shown: {error}")
        return
    if picture.place:
        words = "this picture says where it was taken; the site's copy does not, so only this file still tells"
        found.advice.append(Diagnostic(found.mark(name), words))
    elif picture.anything:
        words = "a camera or a program wrote more than a picture into this file; the site's copy goes without it"
        found.advice.append(Diagnostic(found.mark(name), words, may_wait=True))


def _read_words(path: Path, name: str, found: ContentFiles, allowed: Allowed | None) -> None:
    try:
        document = read_document(name.casefold(), path.read_bytes())
    except UnreadableError as error:
        if allowed is None or not allowed.unread:
            found.refuse(name, str(error))
            return
        document = Document(unread=["all of it"])
    except DocumentError as error:
        found.refuse(name, str(error))
        return
    found.documents[f"{found.folder}/{name}"] = document
    if not document.unread:
        return
    parts = ", ".join(document.unread[:5]) + (" and more" if len(document.unread) > 5 else "")
    if allowed is not None and allowed.unread:
        words = f"no search can read this: {parts}; whoever is named in mkdocs.yml is its only reader"
        found.advice.append(Diagnostic(found.mark(name), words, may_wait=True))
    else:
        words = (
            f"no search can read this, which may be a scan: {parts}; read it, then say so in mkdocs.yml, below "
            f'waymark: files: {{"{name}": {{unread: "It is a scan, read by Sam Reed on 2026-11-20"}}}}'
        )
        found.refuse(name, words)


def _judge_address(name: str, found: ContentFiles, taken: dict[str, str]) -> None:
    """Two files never have one address, and none has one of ours."""
    address = fold(address_of(name))
    if urls.is_ours(address):
        words = (
            f"{quoted('/' + address_of(name))} is an address of the site's own pages, and only one can be there; "
            "give this file another name, such as more-help.md"
        )
        found.refuse(name, words)
    other = taken.setdefault(address.rstrip("/"), f"{found.folder}/{name}")
    if other != f"{found.folder}/{name}":
        found.refuse(name, f"{other} has the same address on the site; rename one of the two, or delete it")
