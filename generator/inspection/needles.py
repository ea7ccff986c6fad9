"""Withheld addresses, names and pictures -> needles, each quick to pass by where it is not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from generator.inspection.sight import words_of
from generator.model.plain import plain
from generator.model.withheld import WORD, is_telling, telling_parts

JOINED = 4
"""So many neighbouring words of a needle may be written as one ("CA102AU", "MillLane") and it is still found."""


class Needle:
    """One withheld text, and what it is. Its words may stand apart by anything but letters and digits, or joined."""

    def __init__(self, text: str, what: str, *, picture: bool = False) -> None:
        self.what = what
        self.picture = picture
        words = WORD.findall(plain(text))
        self.ascii = "".join(words).isascii()
        self.words = words_of(" ".join(words).encode())
        self.squeezed = b"".join(self.words)
        """Its ASCII letters and digits in a row. Where these are not, it is not."""
        self._whole_words = words

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """What finds its place. Made when it is wanted: of thousands of needles, hardly one is near any file."""
        return re.compile(r"[\W_]*".join(map(re.escape, self._whole_words)), re.IGNORECASE)

    def find(self, text: str, *, inside_words: bool = False) -> int | None:
        """Where it begins; None where it is not. `inside_words`: also where letters touch it, as in a picture's."""
        for match in self._pattern.finditer(text):
            touching = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
            if inside_words or not any(map(WORD.match, touching)):
                return match.start()
        return None

    def left_out_of(self, text: str) -> str:
        """A text without it."""
        return self._pattern.sub("...", text)


def needles(words: Mapping[str, object], pictures: Iterable[str]) -> list[Needle]:
    """A needle for each withheld text that tells anything, for each street address within one, for each picture.

    What is said of one that was found never repeats it: anyone may read the log of a build.
    """
    whats: dict[str, str] = {}
    for text in sorted(filter(is_telling, words)):
        for part in telling_parts(text):
            whats.setdefault(part, f"{'' if part == text else 'a part of '}{words[text]} is withheld")
    return [Needle(text, whats[text]) for text in sorted(whats)] + [
        Needle(file, f"the picture {file} may not be seen yet", picture=True) for file in pictures
    ]


def by_rarest_word(found: Sequence[Needle]) -> Mapping[bytes, Sequence[Needle]]:
    """Each needle by the word of it that the fewest others share, alone or written as one with its neighbours.

    A needle without a word of ASCII letters stands under the empty one.
    """
    common = Counter(word for needle in found for word in set(needle.words))
    result: dict[bytes, list[Needle]] = {}
    for needle in found:
        words = needle.words
        rarest = min(range(len(words)), key=lambda i: (*_rarity(words[i], common), -i), default=0)
        spellings = {needle.squeezed} | {
            b"".join(words[start:end])
            for start in range(max(0, rarest - JOINED), rarest + 1)
            for end in range(rarest + 1, min(len(words), rarest + JOINED) + 1)
        }
        for spelling in spellings:
            result.setdefault(spelling, []).append(needle)
    return result


def by_pair(by_word: Mapping[bytes, Sequence[Needle]]) -> Mapping[bytes, Sequence[Needle]]:
    """Each needle by its first two words, written as one, alone or with their neighbours: see `sight.pairs_of`.

    Towns and street names stand on many pages, but "12" before "mill" hardly anywhere but where it must not.
    """
    result: dict[bytes, list[Needle]] = {}
    for word, found in by_word.items():
        for needle in found:
            if not needle.ascii:  # a letter with a mark may be written in several ways: only whole words count
                result.setdefault(word, []).append(needle)
                continue
            words = needle.words
            for end in range(min(2, len(words)), min(len(words), JOINED) + 1):
                result.setdefault(b"".join(words[:end]), []).append(needle)
            result.setdefault(needle.squeezed, []).append(needle)
    return result


def _rarity(word: bytes, common: Mapping[bytes, int]) -> tuple[bool, int, int]:
    """What sorts a needle's words, the rarest first: letters before house numbers, what few needles share, long."""
    return len(word) < 3 or word.isdigit(), common[word], -len(word)
