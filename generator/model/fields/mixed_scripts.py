"""A text -> the words in it that mix letters of two alphabets: nobody can find such a word by typing it.

Whole words in another script are what they are. So is a Latin name with an ending of its sentence's script ("SMSам"), a
unit (µm, kΩ), and Latin letters beside Chinese, Japanese or Korean ones, whose words have no spaces between them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

A_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
LOOK_ALIKE = {
    "CYRILLIC": (
        "АВЕЅІЈКМНОРСТУХԌԚԜаеѕіјорсухһԁԛԝѵ",
        "ABESIJKMHOPCTYXGQWaesijopcyxhdqwv",
    ),
    "GREEK": ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαινορυ", "ABEZHIKMNOPTYXaivopu"),
    "ARMENIAN": ("ՕՍսոհօ", "OUunho"),
}
"""Letters of another script, and the Latin ones that they are taken for."""
SCRIPTS = ("LATIN", "COPTIC", "CHEROKEE", "LISU", *LOOK_ALIKE)


@dataclass(frozen=True, order=True, slots=True)
class MixedWord:
    """A word of two scripts: where it and its first foreign letter stand; what was meant, "" where that is unknown."""

    start: int
    end: int
    at: int
    right: str


def mixed_words(text: str) -> Iterator[MixedWord]:
    """Every word of a text that mixes alphabets, from left to right."""
    for hit in A_WORD.finditer(text) if not text.isascii() else ():
        word = hit[0]
        if not word.isascii() and max(word) > "\u036f":
            scripts = [_script(letter) for letter in word]
            foreign = _foreign(word, scripts)
            if foreign is not None:
                yield MixedWord(hit.start(), hit.end(), hit.start() + foreign, _meant(word, scripts))


def script_of(letter: str) -> str:
    """What a letter is called, for whoever sees two that look the same: "CYRILLIC SMALL LETTER A"."""
    return unicodedata.name(letter, "an unnamed letter")


def _script(letter: str) -> str:
    """Its alphabet; "COMPATIBLE" for another form of a plain letter, such as a wide one; "" for what belongs to any."""
    if letter.isascii():
        return "LATIN" if letter.isalpha() else ""
    plain = unicodedata.normalize("NFKC", letter)
    if unicodedata.category(letter) in ("Lu", "Ll", "Nd") and plain.isascii() and len(plain) == 1:
        return "COMPATIBLE"  # not a ligature, which typesetters and PDFs write for two letters: everyone reads it
    name = unicodedata.name(letter, "").partition(" ")[0]
    return name if name in SCRIPTS and unicodedata.category(letter) in ("Lu", "Ll", "Lt", "Lo") else ""


def _foreign(word: str, scripts: list[str]) -> int | None:
    """Where the first letter is that does not belong; None for a word of one script, or with two for a reason."""
    kinds = set(filter(None, scripts))
    if "COMPATIBLE" in kinds:
        if all(one == "COMPATIBLE" for one in scripts if one):
            return None if not any(letter.isascii() for letter in word) else scripts.index("COMPATIBLE")
        return scripts.index("COMPATIBLE")
    if len(kinds) < 2:
        return None
    main = max(kinds, key=lambda kind: (scripts.count(kind), kind == "LATIN"))
    at = next(number for number, one in enumerate(scripts) if one and one != main)
    runs = list(_runs(word, scripts))
    if len(runs) == 2 and "LATIN" in kinds:
        (other,) = kinds - {"LATIN"}
        theirs = next(part for one, part in runs if one == other)
        distinct = any(letter not in LOOK_ALIKE.get(other, ("",))[0] for letter in theirs if letter.isalpha())
        alone = other == "GREEK" and not any(letter in LOOK_ALIKE["GREEK"][0] for letter in theirs)
        if alone or (distinct and runs[0][0] == "LATIN" and min(len(part) for _, part in runs) > 1):
            return None
    return at


def _runs(word: str, scripts: list[str]) -> Iterator[tuple[str, str]]:
    """The parts of a word, each of one script; what belongs to any goes with the part before it."""
    script, part = "", ""
    for letter, one in zip(word, scripts, strict=True):
        if one and script and one != script:
            yield script, part
            part = ""
        script, part = one or script, part + letter
    yield script, part


def _meant(word: str, scripts: list[str]) -> str:
    """The word in the script of most of its letters; "" where a letter has none that looks like it there."""
    plain = "".join(
        unicodedata.normalize("NFKC", letter) if one == "COMPATIBLE" else letter
        for letter, one in zip(word, scripts, strict=True)
    )
    counts = {one: scripts.count(one) for one in scripts if one in LOOK_ALIKE}
    other = max(counts, key=lambda one: counts[one], default="")
    to_latin = dict(zip(*LOOK_ALIKE.get(other, ("", "")), strict=True))
    table: Mapping[str, str] = (
        {latin: letter for letter, latin in to_latin.items()}
        if counts.get(other, 0) > scripts.count("LATIN")
        else to_latin
    )
    made = "".join(table.get(letter, letter) for letter in plain)
    kinds = {_script(letter) for letter in made} - {""}
    return made if len(kinds) < 2 else ""
