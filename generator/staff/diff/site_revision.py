"""A site as it stands at one moment -> one side of a comparison; two sides -> what the public would see change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.content.source.text_files import read_text
from generator.diagnostics import ContentError, Diagnostic
from generator.edition import Edition
from generator.model.contact import Check
from generator.model.service import Service
from generator.settings import Settings
from generator.staff.diff.compare import PublicChange, changes, not_checked_again, unnamed, without
from generator.staff.diff.site_cards import all_cards, secret_words


@dataclass(frozen=True)
class SiteRevision:
    """One side of the comparison."""

    edition: Edition
    settings: Settings
    pages: Mapping[str, str]
    """The text of each page of the content folder, by its file."""


def page_texts(root: Path, settings: Settings) -> dict[str, str]:
    """The text of each page of the content folder, by its file. ContentError for one that can't be read."""
    problems: list[Diagnostic] = []
    found = {}
    for path in sorted((root / settings.content).rglob("[!.]*.md")):
        file = path.relative_to(root).as_posix()
        text, unread = read_text(path, file)
        problems += unread
        if text is not None:
            found[file] = text
    if problems:
        raise ContentError(problems)
    return found


def changes_between(
    before: SiteRevision, after: SiteRevision
) -> tuple[Sequence[PublicChange], Sequence[tuple[Service, Check]]]:
    """What the public would see change, without what is secret; and each service that nobody checked again for it."""
    secret = secret_words(before.edition, after.edition)
    found = without(secret, changes(*(all_cards(one.edition, one.settings, one.pages) for one in (before, after))))
    return found, unnamed(secret, not_checked_again(before.edition, after.edition, found))
