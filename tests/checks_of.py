"""What was read of a site, for tests of one rule or of several that belong together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.content.checks import (
    CHECKS,
    ContentCheck,
    accessibility_results,
    alt_texts,
    areas_in_a_ring,
    citations,
    code_in_force,
    crowded_posts,
    days_in_the_future,
    emoji,
    emoji_for_a_word,
    faults_in_statement,
    hashtags,
    ids_used_twice,
    large_pictures,
    long_sentences,
    overlapping_runs,
    page_checks,
    pages_out_of_date,
    post_ids,
    post_length,
    post_length_perhaps,
    posts_at_one_minute,
    posts_outside_runs,
    replacements,
    retired_contacts,
    services_of_rights,
    statement_reviews,
    titles,
    unknown_words,
    variants,
    ways_to_help,
    words_that_blame,
)
from generator.content.loading.content import Content
from generator.content.loading.pages import StandingFiles
from generator.content.loading.service_directory import Directory
from generator.content.loading.shipped import read_vocabulary
from generator.content.loading.source_file import Found
from generator.diagnostics import Diagnostic
from generator.model.campaign import Campaign, Picture
from generator.model.service import Service
from generator.model.vocabulary import Vocabulary
from generator.settings import Settings

SETTINGS = Settings.model_validate(
    {
        "site_name": "Help in Cumbria",
        "site_url": "https://help.example.org/",
        "office": {"name": "The office"},
        "feeds": {"owner": "example.org,2026"},
    }
)
POINTERS = (ids_used_twice, unknown_words, areas_in_a_ring, replacements)
ACROSS_RECORDS = (
    retired_contacts,
    days_in_the_future,
    overlapping_runs,
    post_ids,
    posts_at_one_minute,
    posts_outside_runs,
)
POSTS = (titles, hashtags, emoji, alt_texts, large_pictures, post_length, variants)
BETTER_POSTS = (post_length_perhaps, ways_to_help, long_sentences, words_that_blame, emoji_for_a_word)
DATES_OF_PAGES = (services_of_rights, code_in_force, faults_in_statement, pages_out_of_date)


def a_content(today: date = date(2026, 11, 22), **read: Any) -> Content:
    """A site of which only this was read."""
    given: dict[str, Any] = {"vocabulary": read_vocabulary(), "directory": Directory(), "yaml": {}}
    return Content(root=Path(), settings=SETTINGS, today=today, **(given | read))


def found_by(checks: Iterable[ContentCheck], content: Content) -> list[Diagnostic]:
    """What some checks say, each where it has what it needs."""
    assert all(one in CHECKS for one in checks)
    return [found for one in checks if one.NEEDS(content, ()) for found in one.check(content)]


def broken_references(
    directory: Directory, campaigns: list[Found[Campaign]], vocabulary: Vocabulary
) -> list[Diagnostic]:
    """Each id used twice and each word that leads nowhere."""
    return found_by(POINTERS, a_content(directory=directory, campaigns=campaigns, vocabulary=vocabulary))


def broken_rules(directory: Directory, campaigns: list[Found[Campaign]], today: date) -> list[Diagnostic]:
    """What needs more than one record, or the day."""
    return found_by(ACROSS_RECORDS, a_content(today, directory=directory, campaigns=campaigns))


def unknown_codes(directory: Directory, campaigns: list[Found[Campaign]]) -> list[Diagnostic]:
    """Each code that stands for no source."""
    return found_by((citations,), a_content(directory=directory, campaigns=campaigns))


def broken_posts(campaigns: list[Found[Campaign]], pictures: Mapping[str, Picture] | None = None) -> list[Diagnostic]:
    """What a channel would refuse, or a screen reader make nonsense of."""
    return found_by(POSTS, a_content(campaigns=campaigns, pictures=pictures or {}))


def advice_on_posts(
    campaigns: list[Found[Campaign]], services: Collection[Found[Service]] = (), language: str = "en"
) -> list[Diagnostic]:
    """What would make posts easier to read, kinder, or more use."""
    content = a_content(campaigns=campaigns, directory=Directory(services=list(services)))
    return found_by(BETTER_POSTS, replace(content, settings=SETTINGS.model_copy(update={"language": language})))


def crowds(campaigns: list[Found[Campaign]], today: date) -> list[Diagnostic]:
    """Posts that are too many at once."""
    return found_by((crowded_posts,), a_content(today, campaigns=campaigns))


def pages_wrong(
    files: StandingFiles, today: date, directory: Directory, codes: Collection[str]
) -> Iterator[Diagnostic]:
    """What is wrong with standing pages on a day, in a site with this directory and these sources."""
    yield from found_by((days_in_the_future, *DATES_OF_PAGES), a_content(today, standing=files, directory=directory))
    if files.rights:
        yield from citations.codes_unknown_in(files.rights, codes)


def pages_to_better(files: StandingFiles, today: date) -> list[Diagnostic]:
    """What is still right of standing pages, but not for long."""
    return found_by((page_checks, statement_reviews, accessibility_results), a_content(today, standing=files))
