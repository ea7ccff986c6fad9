"""A PDF -> the words in it, page by page, with what no reader sees: remarks, forms, earlier versions, names of authors.

What no program can read in it (a scan, letters without a meaning) is named, so that a person reads it.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Fault
from generator.privacy.documents.parts import (
    CANT_OPEN,
    TOO_MUCH,
    DocumentError,
    Part,
    UnreadableError,
    words_in_bytes,
    words_in_tags,
)

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES, MOST_OBJECTS, MOST_VERSIONS, MOST_BYTES = 1_000, 50_000, 10, 20_000_000
LIMITS: dict[str, Any] = {
    "zlib_maximum_output_length": MOST_BYTES,
    "lzw_maximum_output_length": MOST_BYTES,
    "run_length_maximum_output_length": MOST_BYTES,
    "array_based_stream_maximum_output_length": MOST_BYTES,
    "stream_decoding_work_maximum_length": 2 * MOST_BYTES,
    "stream_parsing_work_maximum_count": 1_000_000,
    "xform_maximum_invocations_per_extraction": 1_000,
}
"""Where the library stops by itself. Beyond, it leaves words out and logs that, and the page counts as unread."""
A_BULLET = 3
"""So many letters of a font without a meaning are bullets or arrows."""
AN_END = re.compile(rb"%%EOF")
PAINTS = re.compile(rb"(?<![^\s\]>)])(?:Do|BI|Tj|TJ|f\*?|F|B\*?|b\*?|S|s|sh|'|\")(?!\S)")
"""What puts something on a page. One without any is blank."""
WELL_KNOWN = frozenset({"/WinAnsiEncoding", "/MacRomanEncoding", "/StandardEncoding", "/PDFDocEncoding"})
TYPES_WITHOUT_WORDS = frozenset({"/ObjStm", "/XRef", "/EmbeddedFile", "/CMap"})
FONTS = frozenset({"/Type1C", "/CIDFontType0C", "/OpenType"})
A_REMARK = re.compile(rb"(?<![^\r\n])%[^\r\n]{6,2000}")
"""What a program wrote between the objects."""
A_WORD = re.compile(r"[^\W\d_]{3}")
BESIDE = "its remarks, forms or properties"
SAID_ALOUD = (b"BDC", b"DP")
"""What begins or marks words that a reader hears, or copies, in the place of what is drawn."""
SCRIPTS = ("/JavaScript", "/Launch")
RUNS = Fault(
    "pdf-runs-something", "this PDF can run a script or start a program", "save it anew without, or print it as a PDF"
)
LOCKED = Fault("document-locked", "this file is locked, so nothing can search it", "save it anew, without a password")


@dataclass
class _Found:
    parts: list[Part] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    """Of fields, states and places: any words can be one."""


class _Warnings(logging.Handler):
    """Counts what the library says it left out."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1


def read_pdf(data: bytes) -> tuple[list[Part], list[str], dict[str, bytes]]:
    """Its words by part, the parts that can't be read, and the files that are packed into it, by name.

    Raises:
        DocumentError: it is damaged, locked, has no end, or does more than to show pages.
    """
    from pypdf import Configuration, apply_configuration  # few sites have one, and a check need not wait for it
    from pypdf.errors import LimitReachedError

    ends = [hit.end() for hit in AN_END.finditer(data)]
    if b"/Linearized" in data[:1024]:
        ends = ends[1:]  # the first is no end: what comes first is shown first
    if len(ends) > MOST_VERSIONS:
        raise DocumentError(TOO_MUCH)
    found, logger, warnings = _Found(), logging.getLogger("pypdf"), _Warnings()
    propagates, logger.propagate = logger.propagate, False
    logger.addHandler(warnings)
    try:
        with apply_configuration(Configuration(**LIMITS)):
            for number, end in enumerate([*ends[:-1], len(data)]):
                _read_version(data[:end], found, warnings, "" if number == max(len(ends) - 1, 0) else "an earlier ")
            found.parts.append(Part(BESIDE, _worded(words_in_bytes(b"\n".join(A_REMARK.findall(data))))))
            found.parts.append(Part(BESIDE, "\n".join(sorted(found.names))))
    except DocumentError:
        raise
    except LimitReachedError as error:
        raise DocumentError(TOO_MUCH) from error
    except Exception as error:  # of a damaged file the library raises whatever comes: KeyError, AttributeError, ...
        raise UnreadableError(CANT_OPEN) from error
    finally:
        logger.removeHandler(warnings)
        logger.propagate = propagates
    return found.parts, list(dict.fromkeys(found.unread)), found.files


def _read_version(data: bytes, found: _Found, warnings: _Warnings, earlier: str) -> None:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    try:
        reader = PdfReader(BytesIO(data))
    except (DependencyError, FileNotDecryptedError) as error:
        raise UnreadableError(LOCKED) from error
    if reader.is_encrypted:
        raise UnreadableError(LOCKED)
    if len(reader.pages) > MOST_PAGES:
        raise DocumentError(TOO_MUCH)
    shown = set()
    for number, page in enumerate(reader.pages, 1):
        shown.add(page.indirect_reference.idnum if page.indirect_reference else 0)
        _read_page(page, f"{earlier}page {number}", found, warnings)
    properties, names = _texts_and_names(reader.trailer)
    found.parts += [Part("its properties", part) for part in properties]
    found.names |= names
    for number, one in _objects(reader):
        _read_object(one, reader, found)
        if isinstance(one, dict) and one.get("/Type") == "/Page" and number not in shown:
            from pypdf import PageObject
            from pypdf.generic import IndirectObject

            page = PageObject(reader, IndirectObject(number, 0, reader))
            page.update(one)
            _read_page(page, "a page that no one sees", found, warnings)


def _read_page(page: PageObject, where: str, found: _Found, warnings: _Warnings) -> None:
    before, shapes = warnings.count, [0]

    def look(piece: str, _matrix: Any, _line: Any, font: Any, _size: Any) -> None:
        if font is not None and len(piece.strip()) > A_BULLET and not _has_letters(font):
            shapes[0] += 1

    text = page.extract_text(visitor_text=look)
    found.parts.append(Part(where, text))
    contents = page.get_contents()
    found.parts.append(Part(where, _said_aloud(contents)))
    blank = contents is None or not PAINTS.search(contents.get_data())
    if warnings.count > before or shapes[0] or not (text.strip() or blank):
        found.unread.append(where)


def _values(named: Any) -> list[Any]:
    inside = named.get_object() if named is not None else None
    return list(inside.values()) if isinstance(inside, dict) else []


def _has_letters(font: Any) -> bool:
    """Whether the codes of a font stand for letters that a program can know, and not for shapes alone."""
    if "/ToUnicode" in font:
        return True
    encoding = font.get("/Encoding")
    encoding = encoding.get_object() if encoding is not None else None
    if font.get("/Subtype") == "/Type0":
        return isinstance(encoding, str) and encoding.startswith(("/Uni", "/UTF"))
    if isinstance(encoding, dict):
        names = [one for one in encoding.get("/Differences", ()) if isinstance(one, str)]
        return all(map(_is_a_letter, names)) and (bool(names) or encoding.get("/BaseEncoding") in WELL_KNOWN)
    return encoding in WELL_KNOWN or (encoding is None and "/FontDescriptor" not in font)


def _is_a_letter(name: str) -> bool:
    from pypdf._codecs import adobe_glyphs

    return name in adobe_glyphs or name == "/.notdef" or bool(re.fullmatch(r"/uni[0-9A-F]{4}|/u[0-9A-F]{4,6}", name))


def _objects(reader: PdfReader) -> Iterator[tuple[int, Any]]:
    """Every object that the file lists, whether or not a page leads to it."""
    from pypdf.generic import IndirectObject

    numbers = {number: generation for generation, ones in reader.xref.items() for number in ones}
    numbers |= dict.fromkeys(reader.xref_objStm, 0)
    if len(numbers) > MOST_OBJECTS:
        raise DocumentError(TOO_MUCH)
    for number, generation in numbers.items():
        if number:
            yield number, reader.get_object(IndirectObject(number, generation, reader))


def _read_object(one: Any, reader: PdfReader, found: _Found) -> None:
    from pypdf.generic import StreamObject

    texts, names = _texts_and_names(one)
    found.parts.append(Part(BESIDE, "\n".join(texts)))
    found.names |= names
    if not isinstance(one, dict):
        return
    if one.get("/S") in SCRIPTS or "/JS" in one:
        raise DocumentError(RUNS)
    if "/EF" in one:
        name = str(one.get("/UF", one.get("/F", "")))
        for file in _values(one["/EF"]):
            found.files[name] = file.get_object().get_data()
    if not isinstance(one, StreamObject):
        return
    if one.get("/Subtype") == "/Form" or one.get("/PatternType") == 1:
        found.parts.append(Part(BESIDE, reader.pages[0].extract_xform_text(one)))  # type: ignore[arg-type] # any stream
        found.parts.append(Part(BESIDE, _said_aloud(one)))
    elif one.get("/Subtype") == "/Image":
        if one.get("/Filter") in ("/DCTDecode", ["/DCTDecode"]):
            found.files[f"{id(one)}.jpg"] = bytes(one._data)
    elif one.get("/Type") not in TYPES_WITHOUT_WORDS and "/Length1" not in one and one.get("/Subtype") not in FONTS:
        data = one.get_data()
        if data.lstrip()[:1] == b"<" or one.get("/Type") == "/Metadata":  # properties, and forms of another kind
            found.parts.append(Part("its properties", words_in_tags(data)))
        else:
            found.parts.append(Part(BESIDE, _worded(words_in_bytes(data))))


def _worded(text: str) -> str:
    """Lines with a word in them: what draws a page is numbers, by the million."""
    return "\n".join(line for line in text.split("\n") if A_WORD.search(line))


def _said_aloud(stream: Any) -> str:
    """What stands in a page's own marks, where each letter may have a mark of its own: in lines, and in one."""
    from pypdf.generic import ContentStream

    if stream is None or not any(mark in stream.get_data() for mark in SAID_ALOUD):
        return ""
    said: list[str] = []
    for operands, mark in ContentStream(stream, None).operations:
        if mark in SAID_ALOUD:
            said += _texts_and_names(operands)[0]
    return "\n".join((*said, "".join(said)))


def _texts_and_names(one: Any) -> tuple[list[str], set[str]]:
    """Every text in a value and in what it holds, and every name. What it leads to is read by itself."""
    from pypdf.generic import ByteStringObject, NameObject, TextStringObject

    texts: list[str] = []
    names: set[str] = set()

    def look(one: Any, deep: int) -> None:
        if deep > 50:
            raise DocumentError(TOO_MUCH)
        if isinstance(one, TextStringObject):
            texts.append(str(one))
        elif isinstance(one, ByteStringObject):
            texts.append(bytes(one).decode("latin-1"))
        elif isinstance(one, NameObject):
            names.add(one[1:])
        elif isinstance(one, dict):
            names.update(key[1:] for key in one)
            for value in one.values():
                look(value, deep + 1)
        elif isinstance(one, list):
            for value in one:
                look(value, deep + 1)

    look(one, 0)
    return texts, names
