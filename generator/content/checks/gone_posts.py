"""A post that went out stays in its campaign, under its id."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.content.analysis.needs import all_to_be_right
from generator.content.loading.content import Content
from generator.content.loading.folder import ledger_file
from generator.diagnostics import Diagnostic, Location, quoted
from generator.model.ledger import Ledger

CODES = ("ledger-post-gone",)
NEEDS = all_to_be_right


def check(content: Content) -> Iterator[Diagnostic]:
    if content.ledger:
        posts = {post.id for one in content.campaigns for post in one.record.posts}
        yield from posts_that_are_gone(content.ledger, ledger_file(content.root, content.settings), posts)


def posts_that_are_gone(ledger: Ledger, file: str, posts: Collection[str]) -> list[Diagnostic]:
    """Advice for each row whose post is in no campaign: somebody deleted it, or changed its id."""
    cure = "if you changed its id, change it back: schedulers would post it again. The row stays"
    return [
        Diagnostic(
            "ledger-post-gone", "notice", Location(file, number), f"{quoted(row.post)} is in no campaign", hint=cure
        )
        for number, row in enumerate(ledger.rows, 2)
        if row.post not in posts
    ]
