"""A site that people rely on says nothing that the demonstration says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.content.analysis.house_words import read_house_words
from generator.content.analysis.needs import all_to_be_right
from generator.content.loading.config import settings_source
from generator.content.loading.content import Content
from generator.content.loading.source_file import Authored, Source, authored, texts_in
from generator.content.source.left_behind import CONFIG
from generator.content.source.positions import Path
from generator.diagnostics import Diagnostic, quoted

CODES = ("example-address", "words-of-demonstration")
NEEDS = all_to_be_right

OWNER = "owner"

AN_EXAMPLE = re.compile(
    r"(?<![\w.-])(?:[a-z0-9-]{1,63}\.){0,6}(?:example\.(?:org|com|net)|[a-z0-9-]{1,63}\.(?:example|invalid|test|localhost))"
    r"(?![\w-]|\.\w)",
    re.IGNORECASE,
)
"""The name of a computer that can never be there: RFC 2606 keeps these names for examples."""


def check(content: Content) -> Iterator[Diagnostic]:
    if not content.settings.demonstration:
        went_out = bool(content.ledger and content.ledger.rows)
        yield from left_of_demonstration(content.config, content.directory.files, content.texts, went_out=went_out)


def left_of_demonstration(
    config: str, directory: Iterable[Source], pages: Mapping[str, str], *, went_out: bool
) -> Iterator[Diagnostic]:
    """Advice on each file: the first place of each kind, and how many there are. Comments are not looked at.

    Args:
        config: the text of mkdocs.yml.
        directory: the files of the directory.
        pages: the texts of campaigns and pages, by file.
        went_out: whether a post went out: the owner of the feeds' ids must stay what it was then.
    """
    settings = settings_source(config)
    yield from _in_file(Authored(settings), (OWNER,) if went_out else ())
    for source in directory:
        yield from _in_file(Authored(source), ())
    for file, text in pages.items():
        yield from _in_file(authored(text, file), ())


def _in_file(whole: Authored, but: Iterable[str]) -> Iterator[Diagnostic]:
    for pattern in (read_house_words().of_demonstration, AN_EXAMPLE):
        if not pattern.search(whole.source.text) and not pattern.search(whole.words):
            continue
        found: list[tuple[str, int | Path]] = [
            *((hit[0], path) for path, text in texts_in(whole.source.value, (), but) for hit in pattern.finditer(text)),
            *((hit[0], hit.start()) for hit in pattern.finditer(whole.words)),
        ]
        if not found:
            continue
        first, place = found[0]
        mark = whole.place_of_words(place) if isinstance(place, int) else whole.source.places.value(place)
        said = quoted(first)
        more = f" (and {len(found) - 1} more here)" if len(found) > 1 else ""
        if pattern is AN_EXAMPLE:
            yield Diagnostic(
                "example-address",
                "notice" if mark.file == CONFIG else "warning",
                mark,
                f"{said} is an address for examples, and leads nowhere",
                hint=f"write the real one{more}",
            )  # a site is written before its address is known
        else:
            yield Diagnostic(
                "words-of-demonstration",
                "warning",
                mark,
                f"{said} are words of the demonstration",
                hint=f"write your own, or take them out{more}",
            )
