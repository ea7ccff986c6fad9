"""A text that must stay secret -> each form that says it, as its words, and as these are written as one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from generator.privacy.address_forms import Form, forms
from generator.privacy.address_words import Words
from generator.privacy.disguises import plain
from generator.privacy.normalise import A_WORD, WHOLE, canonical, folded, tokens
from generator.privacy.withheld import ORDINARY, WORD, Withheld, telling_parts

A_POSTCODE = re.compile(
    r"(?<![^\W_])(?=\S{0,100}\d)[a-z]{1,2}[\doil][a-z\d]?[ \u00a0.-]{0,2}[\doil]"
    r"(?-i:(?!rd|th|st|nd))[a-z]{2}(?![^\W_])",
    re.IGNORECASE,
)
"""In small letters, "a1 2nd" is none; in capitals ST1 2ND is one."""
A_RUN_OF_ONE_SORT = re.compile(r"[a-z]+|\d+[a-z]?")
A_LETTER_OR_NUMBER = re.compile(r"[a-z]|\d+")
BEHIND_THE = re.compile(r"\bthe\s(\w+)", re.IGNORECASE)
MISTAKEN = {"0": "0o", "o": "0o", "1": "1il", "i": "1il", "l": "1il"}
"""Letters and digits that people take for each other in a postcode."""


ORDINARY_WORDS = frozenset(map(canonical, ORDINARY))


def forms_of(text: str, what: object) -> Iterator[Form]:
    """Each way to say a secret as a row of words.

    Args:
        text: the secret.
        what: what it is. What is no address has no parts that find a door, but those with a number.
    """
    text = plain(text)
    field = what.field if isinstance(what, Withheld) else "address"
    for postcode in A_POSTCODE.finditer(text):
        yield from (Form(words, "whole") for words in _mistaken(folded("".join(WORD.findall(postcode[0])))))
    text = A_POSTCODE.sub(", ", text)
    whole = _words(text)
    yield Form(whole, "whole")
    for part in telling_parts(text):
        words = _words(part)
        if words != whole and (field != "address" or len(words) > 2):
            yield Form(words, "part")
    if field == "address":
        yield from forms(text, ordinary=ORDINARY_WORDS)


def _words(text: str) -> Words:
    return tuple(token.text for token in tokens(text))


def _mistaken(postcode: str) -> Iterator[Words]:
    """A postcode in two words, with each letter that may be taken for a digit, and each digit for a letter.

    First with a gap wherever people set one, "CA 99 9 ZZ", and between any two letters: of so many words it may be.
    """
    yield (*A_LETTER_OR_NUMBER.findall(postcode[:-3]), postcode[-3], *postcode[-2:])
    yield (*A_RUN_OF_ONE_SORT.findall(postcode[:-3]), postcode[-3], canonical(postcode[-2:]))
    found = [""]
    for letter in postcode:
        found = [so_far + one for so_far in found for one in MISTAKEN.get(letter, letter)]
    for one in found:
        yield tuple(A_LETTER_OR_NUMBER.findall(one))
        yield canonical(one[:-3]), canonical(one[-3:])


def written_as_one(words: Words, text: str) -> tuple[str, ...]:
    """Words of a form of a text as one, in each of their spellings; a bar parts numbers."""
    joined = [_squeezed(row) for row in _rows(words, text)]
    return tuple(dict.fromkeys([*joined, *(canonical(one) for one in joined if "|" not in one)]))


def pauses_in(form: Form, text: str) -> Iterator[str]:
    """The beginnings of a form, as one, behind which little words may stand."""
    for row in _rows(form.words, text):
        yield from (_squeezed(row[:at]) for at in form.pauses)


def _rows(words: Words, text: str) -> Iterator[Words]:
    """Words as they are read, as the author of a text wrote them, in short and in whole."""
    written = _written(text)
    yield words
    own = tuple(written.get(word, word) for word in words)
    yield own
    yield tuple(word if word in WHOLE else one for word, one in zip(words, own, strict=True))
    yield tuple(WHOLE.get(word, word) for word in words)
    yield tuple(WHOLE.get(word, one) for word, one in zip(words, own, strict=True))
    behind_the = {canonical(found[1]) for found in BEHIND_THE.finditer(text)}
    if behind_the.intersection(words):
        yield tuple(f"the{one}" if word in behind_the else one for word, one in zip(words, own, strict=True))


@lru_cache(maxsize=4)
def _written(text: str) -> Mapping[str, str]:
    """Words of a text as they are read, and as its author wrote each."""
    return {canonical(found[0]): folded(found[0]) for found in A_WORD.finditer(plain(text))}


def _squeezed(words: Iterable[str]) -> str:
    out = ""
    last = ""
    for word in words:
        out += f"|{word}" if last.isdigit() and word.isdigit() else word
        last = word
    return out
