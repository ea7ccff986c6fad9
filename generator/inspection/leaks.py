"""A built folder -> every place in it where something withheld can be read.

Read are all files and their names: pages, feeds, data, scripts, the words in pictures' metadata, and inside gzip.
It sees through case, spacing, punctuation, tags, entities, percent signs, JSON's backslashes, UTF-16 and soft hyphens.
It can't see what is drawn or spoken, what is compressed (PDF, fonts, zip, parts of pictures), base64, a word that tags
or a script put together, numbers in words, a place in other words ("the house by the bridge"). People must look there.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import replace
from pathlib import Path

from generator.inspection.needles import Needle, by_pair, by_rarest_word, needles
from generator.inspection.sight import UTF_16, is_binary, may_disguise, opened, pairs_of, views, words_of
from generator.model.numbers import Numbers
from generator.model.plain import plain
from generator.problems import Mark, Problem

START = 6
"""So many first letters of a needle are looked for in what is no text, where words do not stand apart."""
AN_ENTITY = re.compile(rb"&\w+;")
A_TAG_OR_ENTITY = re.compile(rb"<[^>]*>|&\w+;")
UNSEEN = " may not be shown: it is retired, or nobody has checked it"
"""What is said of a number, behind it."""
MOST_LINES = 20_000
"""How many harmless lines to remember: those of the frame and of usual facts, in a few MB."""


def leaks(
    folder: Path, words: Mapping[str, object], numbers: Collection[str], images: Iterable[str]
) -> Iterator[Problem]:
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
    for file, path in files_in(folder) if search.wanted else ():
        yield from search.problems_in(file, Path(path).read_bytes())
    for image in pictures:
        if (folder / image).exists():
            yield Problem(Mark(image), "this picture belongs to a campaign that may not be seen yet")


def files_in(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file below a folder, in order, with its path from there. Quicker than asking a Path for each."""
    root = os.fspath(folder)
    for where, folders, names in os.walk(root):
        folders.sort()
        below = where[len(root) :].replace(os.sep, "/").strip("/")
        for name in sorted(names):
            yield (f"{below}/{name}" if below else name), f"{where}{os.sep}{name}"


class Search:
    """Everything withheld, made ready once.

    A file in which none of the rare words stands is put down at once, and so is a line: pages share most of theirs.
    """

    def __init__(self, words: Mapping[str, object], numbers: Collection[str], pictures: Iterable[str]) -> None:
        self.needles = needles(words, pictures)
        self.numbers = Numbers(numbers)
        self.by_word = by_rarest_word(self.needles)
        self.by_pair = by_pair(self.by_word)
        self.pairs = frozenset(self.by_pair)
        self.by_start: dict[bytes, list[Needle]] = {}
        for needle in self.needles:
            self.by_start.setdefault(needle.squeezed[:START], []).append(needle)
        self.wanted = frozenset(self.by_word) | self.numbers.starts
        self.harmless: set[bytes] = set()

    def problems_in(self, file: str, data: bytes) -> Iterator[Problem]:
        """Each withheld text and number in a file or in its name, once. Where its name holds one, it is left out."""
        told = name = plain(file) if "%" in file or not file.isascii() else file
        named = self._in_name(name)
        for needle in sorted(named, key=lambda needle: -len(needle.squeezed)):
            told = needle.left_out_of(told)
        for needle in named:
            yield Problem(Mark(told), f"{needle.what}, but it is in the name of this file")
        for problem in self._inside(file, data):
            yield problem if told == name else replace(problem, mark=replace(problem.mark, file=told))

    def _inside(self, file: str, data: bytes) -> Iterator[Problem]:
        data = opened(data)
        binary = is_binary(data)
        words = self.wanted if binary else self._words_to_mind(file, data)
        if not words and b"" not in self.by_word:
            return
        called = not self.numbers.starts.isdisjoint(words)
        if binary:
            found, called = self._in_binary(data)
        elif file.endswith(".ics"):
            found = self._needles_of(words)
        else:
            found, called = self._second_look(data, called=called)
        if not found and not called:
            return
        seen = views(file, data)
        squeezed = b" ".join(b"".join(words_of(text.encode("utf-8", "replace"))) for text in seen)
        for needle in found:
            mark = _first_mark(file, needle, seen, binary=binary) if needle.squeezed in squeezed else None
            if mark:
                yield Problem(mark, f"{needle.what}, but it is in this file")
        if called:
            yield from self._numbers_in(file, seen)

    def _in_name(self, name: str) -> list[Needle]:
        words = self.wanted.intersection(words_of(name.encode("utf-8", "replace")))
        return [needle for needle in self._needles_of(words) if not needle.picture and needle.find(name) is not None]

    def _words_to_mind(self, file: str, data: bytes) -> Set[bytes]:
        """The rare words of withheld texts, and the first digits of numbers, that a file holds."""
        if file.endswith(".ics") or data.startswith(UTF_16):
            return self.wanted.intersection(words_of(" ".join(views(file, data)).encode("utf-8", "replace")))
        lines = set(data.split(b"\n"))
        lines -= self.harmless
        fresh = b"\n".join(lines)
        if may_disguise(fresh):
            fresh += b"\n" + plain(fresh.decode("utf-8", "replace")).encode("utf-8", "replace")
        found = self.wanted.intersection(words_of(fresh))
        if not found and len(self.harmless) < MOST_LINES:
            self.harmless |= lines
        return found

    def _second_look(self, data: bytes, *, called: bool) -> tuple[list[Needle], bool]:
        """The same by pairs of words and by the ends of numbers, in all of the file: most that had a rare word go here.

        Withheld texts grow with the directory, and so do the pages that name a street or a town of one of them:
        whoever asks each such page for each such text waits for the product of the two.
        """
        texts = [AN_ENTITY.sub(b" ", data) if b"&" in data else data, A_TAG_OR_ENTITY.sub(b" ", data)]
        if data.startswith(UTF_16) or may_disguise(data):
            texts += [text.encode("utf-8", "replace") for text in views("", data)]
        pairs = {b""}.union(*(pairs_of(text, self.pairs) for text in texts))
        found = {needle for pair in pairs for needle in self.by_pair.get(pair, ())}
        called = called and any(map(self.numbers.may_be_in, texts))
        return sorted(found, key=lambda needle: needle.what), called

    def _in_binary(self, data: bytes) -> tuple[list[Needle], bool]:
        """The needles whose first letters stand anywhere in a row in a picture or a font, and whether a number may."""
        letters = b"".join(words_of(data))
        starts = self.by_start.keys() & {letters[start : start + START] for start in range(len(letters))}
        found = {needle for start in starts for needle in self.by_start[start]}
        found.update(needle for needle in self.needles if len(needle.squeezed) < START)
        return sorted(found, key=lambda needle: needle.what), self.numbers.may_be_in(data)

    def _needles_of(self, words: Iterable[bytes]) -> list[Needle]:
        """The needles that may be where these words are."""
        found = {needle for word in {b"", *words} for needle in self.by_word.get(word, ())}
        return sorted(found, key=lambda needle: needle.what) if found else []

    def _numbers_in(self, file: str, seen: list[str]) -> Iterator[Problem]:
        told: set[str] = set()
        for text in seen:
            for start, end, number in self.numbers.in_text(text):
                if number not in told:
                    told.add(number)
                    shown = " ".join(text[start:end].split())
                    mark = _mark(file, text, start, exact=text is seen[0])
                    yield Problem(mark, f"{shown}{UNSEEN}")


def _first_mark(file: str, needle: Needle, seen: list[str], *, binary: bool) -> Mark | None:
    for text in seen:
        start = needle.find(text, inside_words=binary)
        if start is not None:
            return Mark(file) if binary else _mark(file, text, start, exact=text is seen[0])
    return None


def _mark(file: str, text: str, start: int, *, exact: bool) -> Mark:
    """A place in a file. Where a text had to be made plain first, its line is right and its column is not known."""
    line = text.count("\n", 0, start) + 1
    return Mark(file, line, start - text.rfind("\n", 0, start) if exact else 1)
