"""about.cy.md beside about.md -> the same page's words in another language; a problem where one has no other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from generator.content.loading.source_file import Source
from generator.content.source.text_files import A_BOUNDARY, NEVER_CLOSES, Split, split
from generator.diagnostics import Diagnostic, Fault, Location, Parsed, quoted
from generator.model.campaign import Campaign
from generator.model.fields.suggestions import nearest_code
from generator.model.fields.text import A_LANGUAGE, Words
from generator.model.standing_page import OtherWords

A_TWIN = re.compile(rf"(.+)\.({A_LANGUAGE.pattern})\.md")


@dataclass
class TwinFiles:
    """Which of some files hold another's words in another language."""

    by_file: dict[str, dict[str, str]] = field(default_factory=dict)
    """By the file whose words they are: each language, and its file."""
    problems: list[Diagnostic] = field(default_factory=list)
    """Each names a file that holds no page of its own, and cannot be another's."""

    @property
    def files(self) -> frozenset[str]:
        """Every such file, those that cannot be one among them."""
        own = (file for some in self.by_file.values() for file in some.values())
        return frozenset((*own, *(one.location.file for one in self.problems)))

    def without(self, files: Iterable[str]) -> list[str]:
        """The other files."""
        mine = self.files
        return [file for file in files if file not in mine]


def twins_in(files: Iterable[str], languages: Sequence[str]) -> TwinFiles:
    """The twins among some files, by their names; none where a site has one language.

    Args:
        files: their names, from the root.
        languages: those of the site, the first one first; none where it has one alone.
    """
    found, names = TwinFiles(), set(files)
    first, *others = languages or ("",)
    for name in sorted(names) if others else ():
        parts = A_TWIN.fullmatch(PurePosixPath(name).name)
        if parts is None:
            continue
        original, code = str(PurePosixPath(name).with_name(f"{parts[1]}.md")), parts[2]
        if code in others and original in names:
            found.by_file.setdefault(original, {})[code] = name
        elif fault := _fault(original, code, first, others, is_there=original in names):
            found.problems.append(fault.at(Location(name)))
    return found


def _fault(original: str, code: str, first: str, others: Sequence[str], *, is_there: bool) -> Fault | None:
    if code in others:
        words = f"this is {quoted(PurePosixPath(original).name)} in another language, and there is no such file"
        return Fault("twin-without-original", words, "add it, or delete this one")
    if not is_there:
        return None
    if code == first:
        words = f"{first} is the site's first language, and its words stand in {quoted(PurePosixPath(original).name)}"
        return Fault("twin-in-first-language", words, "keep one of the two files")
    return Fault("language-not-of-the-site", f"the site is not there in {quoted(code)}", nearest_code(code, others))


def read_other_words(text: str, file: str, original: str) -> Parsed[OtherWords | None]:
    """The words of one campaign in another language; None, and its problems, where the file does not hold them.

    Args:
        text: the file's text.
        file: its name.
        original: the name of the campaign's own file, which alone says what else there is to say.
    """
    try:
        parts = split(text) if A_BOUNDARY.match(text) else Split("", text, 1)
    except ValueError:
        return Parsed(None, [NEVER_CLOSES.at(Location(file))])
    source = Source(parts.record, file)
    value = dict(source.value) if isinstance(source.value, dict) else {}
    problems = list(source.problems)
    for name in value:
        if name in Campaign.model_fields and name not in OtherWords.model_fields:
            words = f'"{name}" is said of all languages at once'
            hint = f"write it in {PurePosixPath(original).name}: {name}: {{en: ..., cy: ...}}"
            problems.append(Diagnostic("field-in-twin", "error", source.places.key((name,)), words, hint=hint))
    if problems:
        return Parsed(None, problems)
    return source.record(OtherWords, value | {"words": parts.words.strip()}, ())


def said_too(text: str | None, first: str, others: Mapping[str, str | None]) -> str | None:
    """A text of a record that knows what it is in other languages too.

    Args:
        text: as the record of the first language has it, perhaps in several already.
        first: the language of it, where it says none.
        others: by language, what twins say; None where one says nothing.
    """
    known = dict(text.by_language) if isinstance(text, Words) else {first: text} if text else {}
    found = known | {code: said for code, said in others.items() if said}
    return Words(found) if found.keys() - {first} else text
