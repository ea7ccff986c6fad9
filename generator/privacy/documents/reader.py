"""A file that mkdocs.yml names -> its words, part by part, and what in it no search can read.

Plain text, Office files, books, archives and PDFs are read, with remarks, changes, hidden sheets, notes of speakers,
names of authors, and the files inside. What is drawn or spoken is not: a person must have read it.
"""

from __future__ import annotations

import zipfile
import zlib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

from generator.diagnostics import Fault
from generator.model.file_types import BY_ENDING, Handling, ending_of
from generator.privacy.documents.drawings import draws_more
from generator.privacy.documents.file_names import NOT_ON_THE_LIST, not_published
from generator.privacy.documents.parts import (
    CANT_OPEN,
    TOO_MUCH,
    DocumentError,
    Part,
    UnreadableError,
    decoded,
    plain_words,
    shared_words,
    with_shared_words,
    words_in_bytes,
    words_in_tags,
)
from generator.privacy.documents.pdf import read_pdf
from generator.privacy.pictures.metadata import PictureError
from generator.privacy.pictures.published import published

MOST_FILES, MOST_BYTES, DEEPEST = 2_000, 50_000_000, 2
OFFICE = (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub")
ARCHIVES = (".zip", *OFFICE)
MARKED = (".xml", ".rels", ".vml", ".xhtml", ".html", ".htm", ".opf", ".ncx", ".svg", ".rdf", ".smil", ".xpgt")
TEXTS = (".txt", ".csv", ".md", ".json", ".vtt", ".srt", ".css", ".js")
PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp")
DRAWN = (".emf", ".wmf", ".tif", ".tiff", ".bmp", ".svm")
FONTS = (".ttf", ".otf", ".odttf", ".fntdata", ".woff", ".woff2")
WITHOUT_WORDS = ("layout-cache", "mimetype")
WHERE = (
    ("comment", "its comments"),
    ("docprops", "its properties"),
    ("meta.xml", "its properties"),
    (".opf", "its properties"),
    ("notesslide", "its speaker notes"),
    ("header", "its header or footer"),
    ("footer", "its header or footer"),
    ("footnotes", "its footnotes"),
    ("endnotes", "its footnotes"),
    ("media/", "its pictures, sound or film"),
    ("pictures/", "its pictures, sound or film"),
)
BESIDE = ("its remarks", "its names of files", "its properties")
"""Parts that are no document's own words."""
RUNS = Fault("document-runs-a-program", "this file can run a program", "save it anew without macros")
HIDES = Fault("archive-hides-something", "this archive holds more than it lists", "make it anew")
TAKEN = Fault(
    "picture-inside-says-where",
    "a picture in it says where it was taken, and only you can take that out of this file",
    "save the picture without that, and put it in again",
)


@dataclass
class ReadDocument:
    """What a search can read in one file."""

    text: str = ""
    starts: list[int] = field(default_factory=list)
    where: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    """Parts that no search can read: "page 2", or "all of it"."""

    def place(self, line: int) -> str:
        """Where a person finds a line of the text: "page 2"; "" where that is a line of the file."""
        return self.where[bisect_right(self.starts, line) - 1] if self.where else ""


@dataclass
class _Room:
    """What may still be unpacked, and what could not be read so far."""

    files: int = MOST_FILES
    bytes: int = MOST_BYTES
    unread: list[str] = field(default_factory=list)

    def take(self, size: int) -> None:
        self.files -= 1
        self.bytes -= size
        if min(self.files, self.bytes) < 0:
            raise DocumentError(TOO_MUCH)


def read_document(name: str, data: bytes) -> ReadDocument:
    """All words in a file that can be read.

    Raises:
        DocumentError: it can't be opened, has no end, or holds what the site would not publish.
    """
    ending, room = ending_of(name), _Room()
    if ending in BY_ENDING and ending in TEXTS:
        return ReadDocument(plain_words(decoded(data)))
    found = ReadDocument()
    parts = list(_parts(ending, data, room, 0))
    line = 1
    for part in parts:
        found.starts.append(line)
        found.where.append(part.where)
        line += part.text.count("\n") + 1
    found.text = "\n".join(part.text for part in parts)
    found.unread = list(dict.fromkeys(room.unread))
    says = any(part.text.strip() for part in parts if part.where not in BESIDE)
    if ending in ARCHIVES and not found.unread and not says:
        found.unread = ["all of it"]
    return found


def _parts(ending: str, data: bytes, room: _Room, deep: int) -> Iterator[Part]:
    """The parts of a file of one kind; what can't be read is noted."""
    if deep > DEEPEST:
        raise DocumentError(TOO_MUCH)
    if ending in ARCHIVES:
        yield from _in_archive(ending, data, room, deep)
    elif ending == ".pdf":
        parts, unread, inside = read_pdf(data)
        yield from parts
        room.unread += unread
        for name, file in inside.items():
            room.take(len(file))
            yield from _member(name, file, room, deep, "a file in it")
    elif ending in MARKED:
        yield Part("", words_in_tags(data))
    elif ending in TEXTS:
        yield Part("", plain_words(decoded(data)))
    elif ending in PICTURES:
        yield from _in_picture(data, room)
    elif ending in FONTS:
        return
    else:
        yield Part("", words_in_bytes(data))
        if ending not in DRAWN:
            room.unread.append("a file in it")


def _in_archive(ending: str, data: bytes, room: _Room, deep: int) -> Iterator[Part]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            if _hides(members, archive.start_dir):
                raise DocumentError(HIDES)
            yield Part(BESIDE[0], decoded(archive.comment))
            shared: list[str] = []
            for number, member in enumerate(sorted(members, key=lambda one: "sharedStrings" not in one.filename), 1):
                room.take(member.file_size)
                yield Part(BESIDE[1], "\n".join(map(decoded, (member.filename.encode(), member.comment))))
                if member.is_dir():
                    continue
                with archive.open(member) as file:
                    inside = file.read(member.file_size + 1)
                name = member.filename.casefold()
                if name == "xl/sharedstrings.xml":
                    shared = shared_words(inside)
                elif name.startswith("xl/worksheets/") and name.endswith(".xml"):
                    yield Part("a sheet of it", words_in_tags(with_shared_words(inside, shared)))
                if ending == ".zip":
                    yield from _published_member(member.filename, inside, room, deep, f"file {number} in it")
                else:
                    yield from _member(member.filename, inside, room, deep, _where(name))
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError, ValueError) as error:
        raise error if isinstance(error, DocumentError) else UnreadableError(CANT_OPEN) from error


def _hides(members: list[zipfile.ZipInfo], end: int) -> bool:
    """Whether bytes stand between the files of an archive that its list leads to."""
    at = 0
    for member in sorted(members, key=lambda one: one.header_offset):
        head = 30 + len(member.orig_filename.encode()) + len(member.extra)
        if member.header_offset - at > 100:
            return True
        at = member.header_offset + head + member.compress_size
    return end - at > 100


def _published_member(name: str, data: bytes, room: _Room, deep: int, where: str) -> Iterator[Part]:
    """A file of an archive, which readers unpack: held to the list that a file of `content/` is held to."""
    kind = BY_ENDING.get(ending_of(name))
    fault = not_published(name) or (NOT_ON_THE_LIST if kind is None else None)
    if fault is None and kind is not None and not kind.is_one(data):
        fault = CANT_OPEN
    if fault is None and kind is not None and kind.rule is Handling.DRAWING:
        fault = draws_more(data)
    if fault is not None:
        raise DocumentError(fault._replace(message=f"in {where}: {fault.message}"))
    yield from _member(name, data, room, deep, where)


def _member(name: str, data: bytes, room: _Room, deep: int, where: str) -> Iterator[Part]:
    """A file inside another."""
    small = name.casefold()
    last = small.rpartition("/")[2]
    if last == "vbaproject.bin":
        raise DocumentError(RUNS)
    if last in WITHOUT_WORDS:
        return
    if "printersettings" in small or small.startswith("objectreplacements/"):
        yield Part(where, words_in_bytes(data))
        return
    before = len(room.unread)
    for part in _parts(ending_of(last), data, room, deep + 1):
        yield Part(where, part.text)
    room.unread[before:] = [where] * (len(room.unread) > before)


def _in_picture(data: bytes, room: _Room) -> Iterator[Part]:
    """What stands beside a picture: of its pixels nothing can be read."""
    try:
        picture = published(data)
    except PictureError:
        room.unread.append("a picture in it")
        yield Part("", words_in_bytes(data))
        return
    if picture.place:
        raise DocumentError(TAKEN)
    if picture.anything:
        yield Part("", words_in_bytes(data))


def _where(name: str) -> str:
    return next((words for sign, words in WHERE if sign in name), "its words")
