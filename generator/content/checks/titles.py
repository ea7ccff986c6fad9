"""A title is whole, and holds no sign that a tool garbles."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.needs import nothing
from generator.content.analysis.public_texts import every_language
from generator.content.loading.content import Content
from generator.content.loading.source_file import Found
from generator.diagnostics import Diagnostic, quoted
from generator.model.campaign import Campaign

CODES = ("sign-garbled-in-title", "title-cut-off")
NEEDS = nothing

IN_TITLES = {
    "&": 'write "and"',
    "<": "leave it out",
    ">": "leave it out",
    '"': "write ‘ and ’",
}
"""What some schedulers garble where they post a title alone, and what to write in its place."""


def check(content: Content) -> Iterator[Diagnostic]:
    for one in content.campaigns:
        yield from _titles(one)


def _titles(one: Found[Campaign]) -> Iterator[Diagnostic]:
    titles = [(one.at("title"), one.record.title)]
    titles += [
        (one.at("posts", number, "title"), post.title) for number, post in enumerate(one.record.posts) if post.title
    ]
    for mark, title in titles:
        for words_ in every_language(title):
            for sign, instead in IN_TITLES.items():
                if sign in words_:
                    yield Diagnostic(
                        "sign-garbled-in-title", "error", mark, f"some tools garble {sign} in a title", hint=instead
                    )
            if words_.endswith(("…", "...")):
                yield Diagnostic(
                    "title-cut-off",
                    "error",
                    mark,
                    f"{quoted(words_)} stops in the middle",
                    hint="a title may travel alone, so finish it",
                )
