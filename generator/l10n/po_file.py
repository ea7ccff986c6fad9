"""A translator's file, overrides/words/cy.po -> its texts; or what is wrong in it, with the line of each text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from gettext import c2py
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages import Catalog
from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError, read_po

from generator.diagnostics import FOUND, ContentError, Diagnostic, Fault, Location, quoted
from generator.l10n.counting import COUNTED

A_VALUE = re.compile(r"%%?(?:\(\w+\))?[sd]|\{\}|%%|\|")
"""What a text keeps a place for, in Python or for a script; a per cent sign; what stands between two texts."""
FAR_ENOUGH = 201
"""Two rules that agree on every number below this one are the same."""


def read_words(path: Path, locale: Locale) -> Catalog:
    """Every text of a file. ContentError, with everything that is wrong, where one could not be said."""
    file = "/".join(path.parts[-3:])
    try:
        catalogue = read_po(BytesIO(path.read_bytes()), locale=locale, abort_invalid=True)
        c2py(catalogue.plural_expr)
    except PoFileError as error:
        raise _not_readable(file, error.lineno + 1) from error  # Babel counts lines from 0 here
    except (ValueError, LookupError) as error:  # bytes that are no text, a language or a rule of numbers that is none
        raise _not_readable(file, 1) from error
    counted = _counts_as_others_do(path, catalogue, file)
    if counted:
        raise ContentError([counted])
    problems = [problem for message in catalogue if message.id for problem in _wrong(message, catalogue, file)]
    if problems:
        raise ContentError(problems)
    return catalogue


def _counts_as_others_do(path: Path, catalogue: Catalog, file: str) -> Diagnostic | None:
    """What is wrong with how the file's head counts, where the language has one way that is written down."""
    right = COUNTED.get(catalogue.locale.language if catalogue.locale else "")
    lines = path.read_text(catalogue.charset or "utf-8").splitlines()
    line = next((number for number, text in enumerate(lines, 1) if text.startswith('"Plural-Forms:')), 0)
    counts = any(isinstance(message.id, tuple) and any(message.string or ()) for message in catalogue)
    if right is None or not (line or counts) or (line and _forms(catalogue.plural_forms) == _forms(right)):
        return None
    hint = f'write "Plural-Forms: {right}\\n" there, and the forms of each text in that order'
    if not line:
        said = Fault("translation-counts-otherwise", "the head does not say how this language counts", hint)
        return said.at(Location(file, 1))
    words = f"{quoted(catalogue.plural_forms)} is not how this language counts here"
    return Fault("translation-counts-otherwise", words, hint).at(Location(file, line))


def _forms(head: str) -> list[int]:
    """How many forms a head promises, and then which of them each number takes."""
    count, _, rule = head.rstrip("; ").partition("; plural=")
    of_number = c2py(rule)
    return [int(count.removeprefix("nplurals=")), *map(of_number, range(FAR_ENOUGH))]


def _not_readable(file: str, line: int) -> ContentError:
    hint = "save it again with a program for these, such as Poedit"
    words = Fault("translations-not-readable", "this can't be read as a translator's file", hint)
    return ContentError([words.at(Location(file, line))])


def _wrong(message: Message, catalogue: Catalog, file: str) -> Iterator[Diagnostic]:
    if message.fuzzy or not message.string:
        return
    english = message.id if isinstance(message.id, (tuple, list)) else (message.id,)
    said = (message.string,) if isinstance(message.string, str) else message.string
    place = Location(file, message.lineno or 1)
    if len(english) > 1 and any(said) and not (len(said) == catalogue.num_plurals and all(said)):
        yield Diagnostic(
            "translation-form-missing",
            "error",
            place,
            f"{FOUND} has no text for some numbers",
            found=quoted(english[0]),
            hint=f"write every form that the head promises, msgstr[0] to msgstr[{catalogue.num_plurals - 1}]",
        )
    for kept in dict.fromkeys(part for text in said for part in _not_in(text, english)):
        yield Diagnostic(
            "translation-value-unknown",
            "error",
            place,
            f"{FOUND} is in this translation and not in its English",
            found=quoted(kept),
            hint='keep what the English keeps a place for, such as %(area)s, letter by letter; write "per cent" for %',
        )


def _not_in(said: str, english: Sequence[str]) -> Iterator[str]:
    """What a translation would put a value into, or cut at, where the English does not."""
    known = {part for text in english for part in A_VALUE.findall(text)}
    yield from (part for part in A_VALUE.findall(said) if part not in known)
    if "%" in A_VALUE.sub("", said):
        yield "%"
