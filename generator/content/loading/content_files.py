"""content/, overrides/ -> the files that the site publishes; a problem, with the cure, for every other one.

Nothing is followed that leads elsewhere, and nothing is published because nobody thought of it: what
`model/file_types.py` does not list is refused.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from generator import urls
from generator.content.loading.config import place_of
from generator.content.loading.plain_files import DEEPEST, not_a_file, not_what_it_says
from generator.content.loading.twins import twins_in
from generator.content.source.text_files import MOST, too_large
from generator.diagnostics import Diagnostic, Fault, Location, Severity, quoted
from generator.model.file_types import (
    BY_ENDING,
    FileType,
    Handling,
    ending_of,
)
from generator.model.unwanted_names import Leftover, copy_of, left_behind
from generator.privacy.documents.drawings import draws_more
from generator.privacy.documents.file_names import NOT_ON_THE_LIST, not_published
from generator.privacy.documents.parts import DocumentError, UnreadableError
from generator.privacy.documents.reader import ReadDocument, read_document
from generator.privacy.pictures.metadata import PictureError
from generator.privacy.pictures.published import published
from generator.settings import Allowed, Settings
from generator.template_folder import SHIPPED

KEEPS_A_FOLDER = frozenset({".gitkeep", ".gitignore", ".gitattributes"})
TEMPLATE_ENDINGS = (".html", ".py", ".pyc")
STAFF_FOLDERS = ("styles", "scripts", "words", "preview", "staff")
"""Folders of our templates that downloads are made of, or that are for staff alone: nothing of them is copied."""


@dataclass
class ContentFiles:
    """What may be published, by its name in the content folder, and what is to be said of the rest."""

    folder: str
    published: dict[str, tuple[Path, FileType]] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)
    advice: list[Diagnostic] = field(default_factory=list)
    documents: dict[str, ReadDocument] = field(default_factory=dict)
    """What can be read in documents and drawings, by their name from the root."""

    @property
    def words(self) -> dict[str, str]:
        """The words of each."""
        return {file: document.text for file, document in self.documents.items()}

    def placed(self, problem: Diagnostic) -> Diagnostic:
        """A problem in the words of a document, with the place where a person finds it: a page, its comments."""
        document = self.documents.get(problem.location.file)
        where = (
            document.place(problem.location.line) if document and problem not in (*self.problems, *self.advice) else ""
        )
        if not where:
            return problem
        message = f"in {where}: {problem.message}"
        return replace(problem, location=Location(problem.location.file), message=message)

    def refuse(self, name: str, fault: Fault) -> None:
        """Say what is wrong with one file."""
        self.problems.append(fault.at(self.mark(name)))

    def advise(self, name: str, fault: Fault, severity: Severity = "warning") -> None:
        """Say what could be better about one file."""
        self.advice.append(fault.at(self.mark(name), severity))

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
    shipped = (path.name for path in (SHIPPED / "assets").iterdir())
    taken = {fold(f"assets/{name}"): f"Waymark's own assets/{name}" for name in shipped}
    taken |= {fold(name): f"{templates}/{name}" for name in ours.published}
    names = [f"{folder}/{name}" for name in own.published]
    for name in twins_in(names, tuple(settings.languages)).files:
        del own.published[name.removeprefix(f"{folder}/")]  # the engine makes no page of it by itself
    _judge_addresses(own, taken, settings)
    for file in sorted(settings.files.keys() - own.published.keys()):
        if not os.path.lexists(root / folder / file):
            words = f"files: names {quoted(file)}, and there is no such file in {folder}/"
            fault = Fault("named-file-missing", words, "mend the name, or take it out")
            own.problems.append(fault.at(place_of(root, "files", file)))
    own.problems += ours.problems
    own.advice += ours.advice
    return own


def has_links(folder: Path) -> bool:
    """Whether anything below a folder leads elsewhere, which an engine might follow round and round."""
    return any(entry.is_symlink() or entry.is_dir() for entry, _ in _entries(folder))


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
    entries = list(_entries(top))
    beside = [name for _, name in entries]
    for entry, name in entries:
        is_ours = name.partition("/")[0] in skip or (templates and ending_of(name) in TEMPLATE_ENDINGS)
        if is_ours and not_a_file(entry, top) is None:
            if (size := entry.stat().st_size) > MOST:
                found.refuse(name, too_large(size, MOST))
            continue
        kind = _refused(entry, name, top, found)
        if kind is None:
            continue
        named_so = f'files: {{"{name}": "Read by Sam Reed on 2026-11-20"}}'
        if templates and kind.rule in (Handling.NAMED, Handling.PAGE):
            found.refuse(name, NOT_ON_THE_LIST)
        elif not templates and name not in named and (other := _copied(name, beside)):
            cure = (
                f"delete it, or give it a name of its own; if readers need both, name it in mkdocs.yml, below waymark: "
                f"{named_so}"
            )
            looks = f"this looks like a copy of {quoted(other)}"
            found.refuse(name, Fault("copy-of-a-file", looks, cure))
        elif kind.rule is Handling.NAMED and name not in named:
            read = f"read it, then name it in mkdocs.yml, below waymark: {named_so}"
            known = "nothing here knows what this file says of people and places"
            found.refuse(name, Fault("document-not-named", known, read))
        else:
            found.published[name] = Path(entry.path), kind
            if kind.rule is Handling.PICTURE:
                _judge_picture(Path(entry.path), name, found)
            elif kind.rule is Handling.DRAWING and (more := draws_more(Path(entry.path).read_bytes())):
                found.refuse(name, more)
            elif kind.rule is Handling.DRAWING or kind.searched:
                _read_words(Path(entry.path), name, found, named.get(name))


def _copied(name: str, names: Collection[str]) -> str:
    """The name of the file in the same folder that this is a copy of; "" where of none."""
    folder, _, last = name.rpartition("/")
    return copy_of(last, sorted(one.rpartition("/")[2] for one in names if one.rpartition("/")[0] == folder))


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
        found.advise(
            name,
            Fault(
                "program-left-file",
                "a program left this hidden file behind",
                "the site goes without it, and you may delete it",
            ),
        )
        return None
    kind = BY_ENDING.get(ending_of(name))
    fault = not_a_file(entry, top) or not_published(name)
    if fault is None:
        fault = NOT_ON_THE_LIST if kind is None else not_what_it_says(Path(entry.path), kind, name)
    if fault is not None:
        found.refuse(name, fault)
        return None
    return kind


def _judge_picture(path: Path, name: str, found: ContentFiles) -> None:
    """Whether it can be shown, and what of it stays behind."""
    try:
        picture = published(path.read_bytes())
    except PictureError as error:
        found.refuse(name, Fault("picture-broken", f"this picture can't be shown: {error}"))
        return
    if picture.place:
        found.advise(
            name,
            Fault(
                "picture-says-where",
                "this picture says where it was taken",
                "the site's copy does not, so only this file still tells",
            ),
        )
    elif picture.anything:
        found.advise(
            name,
            Fault(
                "picture-says-more",
                "a camera or a program wrote more than a picture into this file",
                "the site's copy goes without it",
            ),
            "notice",
        )


def _read_words(path: Path, name: str, found: ContentFiles, allowed: Allowed | None) -> None:
    try:
        document = read_document(name.casefold(), path.read_bytes())
    except UnreadableError as error:
        if allowed is None or not allowed.unread:
            found.refuse(name, error.fault)
            return
        document = ReadDocument(unread=["all of it"])
    except DocumentError as error:
        found.refuse(name, error.fault)
        return
    found.documents[f"{found.folder}/{name}"] = document
    if not document.unread:
        return
    parts = ", ".join(document.unread[:5]) + (" and more" if len(document.unread) > 5 else "")
    if allowed is not None and allowed.unread:
        found.advise(
            name,
            Fault(
                "unread-document-allowed",
                f"no search can read this: {parts}",
                "whoever is named in mkdocs.yml is its only reader",
            ),
            "notice",
        )
    else:
        read = (
            "read it, then say so in mkdocs.yml, below "
            f'waymark: files: {{"{name}": {{unread: "It is a scan, read by Sam Reed on 2026-11-20"}}}}'
        )
        found.refuse(name, Fault("document-unread", f"no search can read this, which may be a scan: {parts}", read))


def _judge_addresses(found: ContentFiles, before: Mapping[str, str], settings: Settings) -> None:
    """Two files never have one address, and none has one of ours."""
    taken = dict(before)
    languages = {code.casefold() for code in list(settings.languages)[1:]}
    for name in sorted(found.published):
        address = fold(address_of(name))
        if urls.is_ours(address) or address.partition("/")[0] in languages:
            ours = f"{quoted('/' + address_of(name))} is an address of the site's own pages, and only one can be there"
            cure = "give this file another name, such as more-help.md"
            found.refuse(name, Fault("address-of-the-site", ours, cure))
        other = taken.setdefault(address.rstrip("/"), f"{found.folder}/{name}")
        if other != f"{found.folder}/{name}":
            same = f"{other} has the same address on the site"
            found.refuse(name, Fault("address-used-twice", same, "rename one of the two, or delete it"))
