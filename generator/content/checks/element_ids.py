"""No post and no heading takes the id of another part of its page: a link to it would lead elsewhere."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.content.loading.source_file import Found
from generator.diagnostics import Diagnostic, Location, quoted
from generator.model.campaign import Campaign

CODES = ("post-id-taken-by-page", "heading-id-taken-by-page")
NEEDS = nothing
OF_EVERY_PAGE = frozenset({"danger", "leave-status", "main", "menu"})
"""What the frame around each page has."""
OF_A_CAMPAIGN = OF_EVERY_PAGE | {"about", "ask", "help", "share"}
"""What the page of each campaign has, where its posts have ids of their own."""
RECORD, CODE = "---", ("```", "~~~")
AN_ID = re.compile(r"\{:?[^{}\n]{0,200}?#([\w-]{1,40})[^{}\n]{0,200}\}")


def check(content: Content) -> Iterator[Diagnostic]:
    yield from taken_by_the_page(content.campaigns)
    for file, text in content.standing.as_they_are.items():
        yield from taken_headings(text, file)


def taken_by_the_page(campaigns: Iterable[Found[Campaign]]) -> Iterator[Diagnostic]:
    """A problem for each post whose link would lead to another part of its campaign's page."""
    for one in campaigns:
        for number, post in enumerate(one.record.posts):
            if post.id in OF_A_CAMPAIGN:
                yield Diagnostic(
                    "post-id-taken-by-page",
                    "error",
                    one.at("posts", number, "id"),
                    f"{quoted(post.id)} is the id of a part of each campaign's page",
                    hint=f"write {one.record.id}-{post.id}",
                )


def taken_headings(text: str, file: str) -> Iterator[Diagnostic]:
    """A problem for each heading of a page that would have the id of a part of every page."""
    lines = [*_words_alone(text.split("\n")), ""]
    for number, (line, below) in enumerate(itertools.pairwise(lines), 1):
        for given in AN_ID.finditer(line):
            if given[1] in OF_EVERY_PAGE:
                yield _taken(Location(file, number, given.start() + 1), given[1])
        words = line.strip()
        underlined = bool(below.strip()) and below.strip() in (len(below.strip()) * "=", len(below.strip()) * "-")
        if (words.startswith("#") or underlined) and _id_of(words) in OF_EVERY_PAGE and not AN_ID.search(line):
            yield _taken(Location(file, number, 1), words.strip("# "))


def _words_alone(lines: Iterable[str]) -> Iterator[str]:
    """The lines of a page, with nothing in the place of its record and of code."""
    closing = ""
    for number, line in enumerate(lines):
        fence = line.strip()[:3]
        opens = not closing and (fence in CODE or (number == 0 and line.strip() == RECORD))
        yield "" if opens or closing or line.startswith(("    ", "\t")) else line
        if opens:
            closing = fence
        elif closing and fence == closing:
            closing = ""


def _taken(where: Location, words: str) -> Diagnostic:
    found = f"{quoted(words)} makes an id that a part of every page has"
    return Diagnostic(
        "heading-id-taken-by-page", "error", where, found, hint="write more words: ## If you are in danger"
    )


def _id_of(words: str) -> str:
    """As the engine makes the id of a heading."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip("_ \t").lower())
