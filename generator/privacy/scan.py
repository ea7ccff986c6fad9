"""A built folder -> every place in it where something withheld can be read, and where somebody wrote it.

Read are all files and their names: pages, feeds, data, scripts, styles, the words in pictures' metadata, what is inside
gzip and inside `data:` addresses. A place is found in every way in which `Sought` finds it in authors' files; tags,
comments, entities, percent signs, backslashes of JSON, scripts and styles, folded lines, UTF-16, letters that nobody
sees or that only look alike are undone before. It can't see what is drawn or spoken, what is compressed otherwise (PDF,
fonts, zip, parts of pictures), a word that a script puts together from many pieces, a phone number in words, a place in
other words ("the house by the bridge"). People must look there.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator.diagnostics import Diagnostic, Fault, Location
from generator.privacy.copied_lines import LINES, without_copies
from generator.privacy.disguises import (
    A_TAG_ENDS,
    A_VALUE_ENDS,
    embedded,
    is_binary,
    is_folded,
    opened,
    parted_at,
    pieces,
    plain,
    plain_views,
    text_of,
    without_tags,
)
from generator.privacy.number_search import END, Numbers
from generator.privacy.prefilter import Prefilter
from generator.privacy.quick_look import QuickLook
from generator.privacy.withheld_search import Hit, Sought
from generator.processes import spread
from generator.progress import Stage, tell

HIDDEN_NUMBER = "hidden-number-in-output"
UNSEEN = " may not be shown: it is retired, or nobody has checked it"
"""What is said of a number, behind it."""
A_LINK = Fault(
    "link-in-output",
    "this is a link to something outside of what was searched",
    "have the file itself put here, or nothing",
)


def leaks(
    folder: Path, words: Mapping[str, object], numbers: Collection[str], images: Iterable[str]
) -> Iterator[Diagnostic]:
    """Every place in the output where something withheld can be read, once a file.

    Args:
        folder: the built site.
        words: addresses, postcodes and names that must be nowhere, however spaced or encoded, and what each is: that
            is said, and never the words. A name of ordinary words alone ("Office", "The refuge") is not looked for.
        numbers: digits of phone numbers that must be nowhere.
        images: paths of pictures that must not be in the folder, nor be named in any file.
    """
    pictures = sorted(images)
    search = Search(words, numbers, pictures)
    files = list(files_in(folder)) if search else []

    def look(number: int) -> list[Diagnostic]:
        file, path = files[number]
        data = Path(path).read_bytes()
        return list(search.problems_in(file, without_copies(folder, file, data) if file.endswith(LINES) else data))

    for found in spread(look, range(len(files)), partial(tell, Stage.SEARCH)):
        yield from found
    for image in pictures:
        if (folder / image).exists():
            yield Diagnostic(
                "picture-too-early",
                "error",
                Location(image),
                "this picture belongs to a campaign that may not be seen yet",
            )


def links_in(folder: Path) -> Iterator[Diagnostic]:
    """Every link in a built folder: a host, or who packs the site, may follow it to what nobody has searched."""
    for where, folders, names in os.walk(folder):
        for name in (*folders, *names):
            path = Path(where, name)
            if path.is_symlink():
                yield A_LINK.at(Location(path.relative_to(folder).as_posix()))


def files_in(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file below a folder, in order, with its path from there. Quicker than asking a Path for each."""
    root = os.fspath(folder)
    for where, folders, names in os.walk(root):
        folders.sort()
        below = where[len(root) :].replace(os.sep, "/").strip("/")
        for name in sorted(names):
            yield (f"{below}/{name}" if below else name), f"{where}{os.sep}{name}"


@dataclass(frozen=True, order=True, slots=True)
class LeakWords:
    """What is said of something that was found, the parts of it before the whole."""

    words: str
    is_whole: bool

    def __str__(self) -> str:
        return self.words if self.is_whole else f"a part of {self.words}"


class Search:
    """Everything withheld, made ready once. Only a file that the quick look does not clear is read word by word."""

    def __init__(self, words: Mapping[str, object], numbers: Collection[str], pictures: Iterable[str]) -> None:
        self.pictures = frozenset(pictures)
        self.sought = Sought(words, also=self.pictures)
        self.numbers = Numbers(numbers, marked=False)
        self.prefilter = Prefilter(self.sought)
        ends = (A_TAG_ENDS, A_VALUE_ENDS)
        self.quick = {end: QuickLook(self.prefilter, self.numbers, self.says, end) for end in ends}

    def __bool__(self) -> bool:
        return bool(self.sought) or bool(self.prefilter) or bool(self.numbers.written)

    def problems_in(self, file: str, data: bytes) -> Iterator[Diagnostic]:
        """Each withheld text and number in a file or in its name, once. Where its name holds one, it is left out."""
        told = name = plain(file) if "%" in file or not file.isascii() else file
        if self.prefilter.look(name, beyond=None)[0] or self.sought.positions.may_say(name):
            named = [hit for hit in self.hits_in(name) if hit.text not in self.pictures]
            told = self.sought.redacted(name, "...") if named else name
            for what in dict.fromkeys(map(self._said, named)):
                yield Diagnostic(
                    "withheld-in-output", "error", Location(told), f"{what}, but it is in the name of this file"
                )
        for start, end, _ in self.numbers.in_text(name):
            yield Diagnostic(HIDDEN_NUMBER, "error", Location(told), f"{name[start:end].strip()}{UNSEEN}")
        for problem in self._inside(file, data):
            yield problem if told == name else problem.at(replace(problem.location, file=told))

    def hits_in(self, text: str) -> list[Hit]:
        """What a text says that finds a door, the parts of each before the whole."""
        return sorted((hit for hit in self.sought.found_in(text) if not hit.is_street), key=self._order)

    def may_say(self, text: str, *, folded: bool = False) -> bool:
        """Whether a text is to be read closely; `folded` where it is of a kind that folds its lines."""
        return self.quick[parted_at(text)].may_say(text, folded=folded)

    def says(self, view: str) -> bool:
        """Whether a view of a text says anything that may not be there."""
        return bool(self.hits_in(view)) or next(self.numbers.in_text(view), None) is not None

    def _order(self, hit: Hit) -> tuple[str, bool, int]:
        return str(self.sought.what.get(hit.text, hit.text)), hit.how == "whole", hit.start

    def _said(self, hit: Hit) -> LeakWords:
        """What a hit is of. It never repeats it: anyone may read the log of a build."""
        if hit.text in self.pictures:
            return LeakWords(f"the picture {hit.text} may not be seen yet", is_whole=True)
        return LeakWords(f"{self.sought.what[hit.text]} is withheld", hit.how == "whole")

    def _inside(self, file: str, data: bytes) -> Iterator[Diagnostic]:
        data = opened(data)
        told: set[str] = set()
        for depth, each in enumerate([data, *embedded(data)]):
            text = text_of(each)
            folded = is_folded(file) and not depth
            problems: Iterable[Diagnostic] = ()
            if is_binary(each):
                problems = self._in_letters(file, text)
            elif self.may_say(text, folded=folded) or self.sought.positions.may_say(text):
                problems = self._problems(file, text, folded=folded, placed=not depth)
            for problem in problems:
                if problem.text not in told:
                    told.add(problem.text)
                    yield problem

    def _in_letters(self, file: str, text: str) -> Iterator[Diagnostic]:
        """The same for what could be printed of a picture or a font."""
        said = {self._said(Hit(0, 0, *row)) for row in self.prefilter.in_letters(text)}
        said |= {self._said(Hit(0, 0, text, "whole")) for *_, text in self.sought.positions.in_text(text)}
        for what in sorted(map(str, said)):
            yield Diagnostic("withheld-in-output", "error", Location(file), f"{what}, but it is in this file")
        numbers = {number: text[start:end] for start, end, number in self.numbers.in_text(text)}
        for shown in numbers.values():
            yield Diagnostic(HIDDEN_NUMBER, "error", Location(file), f"{' '.join(shown.split())}{UNSEEN}")

    # What a file says

    def _problems(self, file: str, text: str, *, folded: bool, placed: bool) -> Iterator[Diagnostic]:
        found: dict[LeakWords, Location] = {}
        called: dict[str, tuple[str, Location]] = {}
        for line, view, exact in self._read_closely(text, folded=folded):
            for hit in self.hits_in(view):
                found.setdefault(self._said(hit), _mark(file, view, hit.start, line, exact=exact))
            for start, end, number in self.numbers.in_text(view):
                shown = " ".join(view[start:end].split())
                called.setdefault(number, (shown, _mark(file, view, start, line, exact=exact)))
        for what in sorted(found):
            yield Diagnostic(
                "withheld-in-output",
                "error",
                found[what] if placed else Location(file),
                f"{what}, but it is in this file",
            )
        for shown, mark in called.values():
            yield Diagnostic(HIDDEN_NUMBER, "error", mark if placed else Location(file), f"{shown}{UNSEEN}")

    def _read_closely(self, text: str, *, folded: bool) -> Iterator[tuple[int, str, bool]]:
        """Each view of a text: its first line, and whether its columns are the text's."""
        line = 1
        for piece in [text] if folded else pieces(text, parted_at(text)):
            for view in plain_views(piece, folded=folded):
                yield line, view, view == piece
            line += piece.count("\n")
        for view in without_tags(plain_views(text, folded=folded)):
            yield 1, view, view == text


def _mark(file: str, text: str, start: int, line: int, *, exact: bool) -> Location:
    """A place in a file. Where a text had to be made plain first, its line is right and its column is not known."""
    return Location(file, line + text.count("\n", 0, start), start - text.rfind("\n", 0, start) if exact else 1)


def traced(found: Iterable[Diagnostic], written: Iterable[Diagnostic], sources: Mapping[str, str]) -> list[Diagnostic]:
    """Every place where somebody wrote what got out; the first place where it came out, if nobody wrote it.

    Args:
        found: the leaks of a built folder.
        written: those of the authors' files, but for the records that may hold what is withheld.
        sources: the file that an author edits to change a made file, by the made file's path.
    """
    places: dict[str, list[Location]] = {}
    for problem in written:
        places.setdefault(_thing(problem), []).append(problem.location)
    out: dict[str, list[Diagnostic]] = {}
    for problem in found:
        out.setdefault(_thing(problem), []).append(problem)
    return [line for thing, leaks in out.items() for line in _lines(leaks, places.get(thing, ()), sources)]


def _lines(leaks: Sequence[Diagnostic], places: Sequence[Location], sources: Mapping[str, str]) -> Iterator[Diagnostic]:
    first, more = leaks[0], len(leaks) - 1
    also = f" and in {more} more file{'s' if more > 1 else ''}" if more else ""
    for mark in places:
        yield replace(first, location=mark, hint=f"take it out: it came out at {first.location}{also}")
    if not places:
        source = sources.get(first.location.file)
        made = f"; this page is made from {source}" if source else ""
        yield replace(first, message=f"{first.message}{made}{f'; it came out here{also}' if also else ''}")


def _thing(problem: Diagnostic) -> str:
    """What a leak is of: the same in whatever way a number is written."""
    return re.sub(r"\D", "", problem.text)[-END:] if problem.code == HIDDEN_NUMBER else problem.text
