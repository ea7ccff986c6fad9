"""Texts that must stay secret -> where another text says one of them, in whatever everyday way it is written.

The one pattern: the check of authors' files, redaction, `import` and the search of a built site all ask here. Every
form of every text is a row of words as they are read, written as one: a text is walked through once, from each of its
words, for as long as what was read begins any form. However many forms there are, a walk takes as long as one does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model.address_forms import STREETS, Form, How, forms, numbers_between
from generator.model.normalise import Token, canonical, folded, normalised, spellings, tokens
from generator.model.plain import plain
from generator.model.withheld import ORDINARY, WORD, Withheld, is_telling, telling_parts

A_POSTCODE = re.compile(r"[a-z]{1,2}\d[a-z0-9]? ?\d[a-z]{2}", re.IGNORECASE)
MISTAKEN = {"0": "0o", "o": "0o", "1": "1il", "i": "1il"}
"""Letters and digits that people take for each other in a postcode."""
GOES_ON = re.compile(r"[ \t]*(?:[-\u2010-\u2015:.]|to\b|am\b|pm\b|noon\b|%|o.clock)[ \t]*\d*", re.IGNORECASE)
"""What stands behind a number that is a time or an amount: "Open in Mill Lane 12-2pm"."""
A_STOP = re.compile(r"[;.!?\n]")
"""What ends one address before the next."""
SINGLES = 4
"""So many single letters in a row are a word that somebody took apart: "M i l l"."""


@dataclass(frozen=True, slots=True)
class Sign:
    """What one row of words says."""

    text: str
    """The secret as it was given."""
    how: How
    length: int
    """Of how many words it is."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a text says something secret."""

    start: int
    end: int
    text: str
    """The secret as it was given: never to be repeated."""
    how: How

    @property
    def is_street(self) -> bool:
        """Whether it is a road alone, which others may live in."""
        return self.how == "street"


class Sought:
    """Everything secret, made ready once."""

    def __init__(self, secrets: Mapping[str, object], *, also: Iterable[str] = ()) -> None:
        """Take texts that must stay secret, with what each is, and `also` texts of which only the whole counts."""
        self.what = secrets
        self.forms: dict[tuple[str, Form], tuple[str, ...]] = {}
        self.signs: dict[str, list[Sign]] = {}
        for text in sorted(filter(is_telling, secrets)):
            for form in _forms_of(text, secrets[text]):
                self._add(text, form)
        for text in also:
            self._add(text, Form(tuple(token.text for token in tokens(text)), "whole"))
        self.begins = {sign[:length] for sign in self.signs for length in range(1, len(sign) + 1)}

    def __bool__(self) -> bool:
        return bool(self.signs)

    def _add(self, text: str, form: Form) -> None:
        if not form.words or (text, form) in self.forms:
            return
        joined = _ways(form.words, text)
        self.forms[text, form] = joined
        for one in joined:
            signs = self.signs.setdefault(one, [])
            if not any(sign.text == text for sign in signs):
                signs.append(Sign(text, form.how, len(form.words)))

    def found_in(self, text: str) -> list[Hit]:
        """Each place where a text says something secret: from left to right, at one place the longest first."""
        if not self.signs:
            return []
        words = tokens(text)
        begins = self.begins
        # Most words begin nothing: only from the others, and from numbers, which may be ranges, is a walk worth it.
        starts = [at for at, word in enumerate(words) if word.text in begins or word.is_number]
        if not starts:
            return []
        singles = _singles(words)
        found: dict[Hit, None] = {}
        for at in starts:
            found |= dict.fromkeys(self._from(text, words, singles, at))
        return sorted(found, key=lambda hit: (hit.start, -hit.end, hit.text))

    def _from(self, text: str, words: list[Token], singles: list[bool], first: int) -> Iterator[Hit]:
        """What begins with one word."""
        begins, signs = self.begins, self.signs
        open_ = [("", first)]
        while open_:
            so_far, at = open_.pop()
            for one, after in _steps(text, words, at):
                bar = so_far[-1:].isdigit() and one.isdigit() and words[at - 1].is_number
                here = f"{so_far}|{one}" if bar and not (singles[at] and singles[at - 1]) else so_far + one
                if here not in begins:
                    continue
                for sign in signs.get(here, ()):
                    used = after - first - sum(singles[first:after])
                    end = words[after - 1].end
                    apart = used > sign.length and ("\n" in text[words[first].start : end] or sign.how == "behind")
                    if used > sign.length + 1 or apart:
                        continue
                    if sign.how != "behind" or not _is_of_another(text, words, after):
                        yield Hit(words[first].start, end, sign.text, sign.how)
                if after < len(words):
                    open_.append((here, after))

    def redacted(self, text: str, left_out: str) -> str:
        """A text with all that finds a door replaced in it. A road alone stays: others may live there."""
        spans: list[tuple[int, int]] = []
        for start, end in self.spans_in(text):
            if spans and start < spans[-1][1]:
                spans[-1] = spans[-1][0], max(end, spans[-1][1])
            else:
                spans.append((start, end))
        for start, end in reversed(spans):
            text = f"{text[:start]}{left_out}{text[end:]}"
        return text

    def spans_in(self, text: str) -> list[tuple[int, int]]:
        """Where a text says what finds a door, in order, through every disguise."""
        return sorted(
            {(start, end) for start, end, hit in self.seen_in(text) if not hit.is_street}, key=lambda span: span
        )

    def seen_in(self, text: str) -> Iterator[tuple[int, int, Hit]]:
        """Each hit with its place in the text itself, also where entities, tags or marks hide it."""
        told: set[tuple[int, int, str]] = set()
        for view, places in views_with_places(text):
            for hit in self.found_in(view):
                start = places[hit.start] if places else hit.start
                end = places[hit.end - 1] + 1 if places else hit.end
                if places is not None:
                    end = max(end, places[hit.end] if hit.end < len(places) and places[hit.end] > end else end)
                if not any(one[2] == hit.text and one[0] < end and start < one[1] for one in told) or not places:
                    told.add((start, end, hit.text))
                    yield start, end, hit


MARKUP = re.compile(r"<[^<>]*>|\]\([^()\s]*\)|[*_~`\[]")
"""What a page shows nothing of: taken out without a gap."""
A_DISGUISE = re.compile(
    r"<wbr ?/?>|[\u00ad\u200b-\u200f\u2060\ufeff]|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});"
    r"|(?:%[0-9a-fA-F]{2})+|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\[nrtbf]"
)


def views_with_places(text: str) -> Iterator[tuple[str, list[int] | None]]:
    """A text as it is, without disguise, and without marks: each with the place of every character in the text."""
    yield text, None
    places = list(range(len(text))) if A_DISGUISE.search(text) or MARKUP.search(text) else None
    if places is None:
        return
    seen = text
    for _ in range(3):
        before = seen
        seen, places = _replaced(A_DISGUISE, seen, places, plain)
        if seen == before:
            break
    if seen != text:
        yield seen, places
    if MARKUP.search(seen):
        yield _replaced(MARKUP, seen, places, lambda _: "")


def _replaced(pattern: re.Pattern[str], text: str, places: list[int], by: object) -> tuple[str, list[int]]:
    pieces: list[str] = []
    kept: list[int] = []
    at = 0
    for found in pattern.finditer(text):
        new = by(found[0])  # type: ignore[operator] # a function from str to str
        pieces += [text[at : found.start()], new]
        kept += places[at : found.start()] + [places[found.start()]] * len(new)
        at = found.end()
    pieces.append(text[at:])
    kept += places[at:]
    return "".join(pieces), kept


def _is_of_another(text: str, words: list[Token], after: int) -> bool:
    """Whether a number behind a street is none of it: a time, an amount, or the number of the next street."""
    number = words[after - 1]
    between = text[words[after - 2].end : number.start] if after > 1 else ""
    follow = {word.text for word in words[after : after + 4]}
    return bool(GOES_ON.match(text, number.end) or A_STOP.search(between) or follow & STREETS)


def _steps(text: str, words: list[Token], at: int) -> Iterator[tuple[str, int]]:
    """How a walk may go on with one word: as it stands; where it begins a range, as each number of the range."""
    word = words[at]
    yield word.text, at + 1
    if word.is_number and at + 1 < len(words) and (at == 0 or words[at - 1].text != "unit"):
        for number in numbers_between(text, word, words[at + 1]):
            yield number, at + 2


def _singles(words: list[Token]) -> list[bool]:
    """Of each word, whether it stands among single letters in a row."""
    found = [False] * len(words)
    first = 0
    while first < len(words):
        last = first
        while last < len(words) and len(words[last].text) == 1:
            last += 1
        if "a" * SINGLES in "".join("a" if word.text.isalpha() else "1" for word in words[first:last]):
            found[first:last] = [True] * (last - first)
        first = max(last, first + 1)
    return found


def _forms_of(text: str, what: object) -> Iterator[Form]:
    text = plain(text)
    field = what.field if isinstance(what, Withheld) else "address"
    if A_POSTCODE.fullmatch(text.strip()):
        yield from (Form(words, "whole") for words in _mistaken(folded("".join(WORD.findall(text)))))
        return
    whole = tuple(token.text for token in tokens(text))
    yield Form(whole, "whole")
    for part in telling_parts(text):
        if normalised(part) != " ".join(whole):
            yield Form(tuple(token.text for token in tokens(part)), "part")
    if field == "address":
        yield from forms(text, ordinary=frozenset(map(canonical, ORDINARY)))


def _mistaken(postcode: str) -> Iterator[tuple[str, ...]]:
    """A postcode in two words, with each letter that may be taken for a digit, and each digit for a letter."""
    found = [""]
    for letter in postcode:
        found = [so_far + one for so_far in found for one in MISTAKEN.get(letter, letter)]
    for one in found:
        yield one[:-3], one[-3:]


def _ways(words: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Words written as one, in each of these spellings; a bar parts numbers."""
    joined = [_squeezed(row) for row in rows_of(words, text)]
    return tuple(dict.fromkeys([*joined, *(canonical(one) for one in joined if "|" not in one)]))


def rows_of(words: tuple[str, ...], text: str) -> list[tuple[str, ...]]:
    """Words as they are read, as the author of a text wrote them, in short and in whole."""
    written = {canonical(one): folded(one) for one in re.findall(r"[^\W_]+(?:['\u2019][^\W_]+)*", plain(text))}
    rows = [
        words,
        tuple(written.get(word, word) for word in words),
        tuple([*spellings(word)][-1] for word in words),
        tuple([*spellings(written.get(word, word))][-1] for word in words),
    ]
    return list(dict.fromkeys(rows))


def _squeezed(words: Iterable[str]) -> str:
    out = ""
    last = ""
    for word in words:
        out += f"|{word}" if last.isdigit() and word.isdigit() else word
        last = word
    return out
