"""An English text -> the age at which most people read it with ease (Flesch-Kincaid, syllables by their vowels)."""

from __future__ import annotations

import re

from generator.model.counting import A_LINK, sentences

A_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
SOUNDS = re.compile(r"[aeiouy]+")
SILENT = re.compile(r"(?<=[^aeiouyl])e$|(?<=[^aeiouylscgxz])es$|(?<=[^aeiouytd])ed$")
"""Endings that are not said: care, cares, called; but people, houses, wanted."""
LEAST = 5
"""Words. A text of fewer has no age that means anything."""
YOUNGEST = 5
"""The age at which school begins: years of school and this are an age."""


def reading_age(text: str) -> int | None:
    """Years of age, in whole years; None where there are too few words. It is a guide: no formula knows what is kind.

    Args:
        text: words in English. Links, numbers and the hashtags at the end are left out.
    """
    found = [A_WORD.findall(sentence) for sentence in sentences(A_LINK.sub("", text))]
    said = [words for words in found if words]
    every = [word for words in said for word in words]
    if len(every) < LEAST:
        return None
    grade = 0.39 * len(every) / len(said) + 11.8 * sum(map(_syllables, every)) / len(every) - 15.59
    return max(YOUNGEST, YOUNGEST + round(grade))


def _syllables(word: str) -> int:
    return max(1, len(SOUNDS.findall(SILENT.sub("", word.lower()))))
