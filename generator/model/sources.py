"""Document: what a fact rests on. Records cite it by its code, "S000 2.2"; readers see its title and date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator

from generator.diagnostics import FieldError, quoted
from generator.model.fields.text import Sentence, WebLink
from generator.model.record import Record

A_CODE = re.compile(r"[A-Z]{1,4}-?[0-9]{2,4}")
A_CITED_CODE = re.compile(rf"\b({A_CODE.pattern})\b([^,;]*)")


def _is_private(link: str) -> str:
    if urlsplit(link).scheme != "https":
        raise FieldError(
            "source-link-not-https", "a source's link begins with https://", "leave the link out if the page has none"
        )
    return link


SourceLink = Annotated[WebLink, AfterValidator(_is_private)]
"""The address of a page that somebody read, where it is safe to send a reader to."""


class Document(Record):
    """A report or a web page that somebody read."""

    title: Sentence
    """The title that readers see."""
    date: Sentence
    """When it was written, in words: "4 July 2022", "Undated"."""
    kind: Literal["report", "public-body", "charity", "other"]
    """Who wrote it: report, public-body, charity or other."""
    link: SourceLink | None = None
    """Only a page that is safe to send a reader to: public bodies and charities, and never a page with old numbers."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A document as one record cites it: the code, the parts of it that were used, and the document itself.

    `document` is None where what an author wrote is not a code; `code` is then the author's own words.
    """

    code: str
    parts: tuple[str, ...] = ()
    document: Document | None = None


def code(text: str) -> str:
    """Read "S000" or "P104". ValueError, in an author's words, for anything else."""
    if not A_CODE.fullmatch(text):
        raise FieldError(
            "not-a-source-code", f"{quoted(text)} is not a code", "use capital letters and then digits: S000"
        )
    return text


def codes_in(label: str) -> Iterator[tuple[str, str]]:
    """Every code in a source, with the part of the document behind it: "S000 2.2, P04" -> S000 2.2, P04."""
    for found in A_CITED_CODE.finditer(label):
        yield found[1], found[2].strip()


def cited(labels: Iterable[str | None], documents: Mapping[str, Document]) -> tuple[Cited, ...]:
    """What some sources stand for, each document once, in the order of first use. Words that are no code stay words."""
    parts: dict[str, list[str]] = {}
    for label in labels:
        if not label:
            continue
        known = [(code, part) for code, part in codes_in(label) if code in documents]
        for code, part in known or [(label, "")]:
            seen = parts.setdefault(code, [])
            if part and part not in seen:
                seen.append(part)
    return tuple(Cited(code, tuple(found), documents.get(code)) for code, found in parts.items())
