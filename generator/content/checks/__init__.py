"""Content -> what is wrong with it, or could be better: one rule a file, and the one list of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from generator.content.analysis.needs import Need
from generator.content.checks import (
    accessibility_results,
    alt_texts,
    areas_in_a_ring,
    areas_left_out,
    checked_by_makers,
    citations,
    code_in_force,
    crimes_without_steps,
    crowded_posts,
    danger_words,
    days_in_the_future,
    demonstration,
    element_ids,
    emergency_lines_twice,
    emoji,
    emoji_for_a_word,
    ended_funding,
    faults_in_statement,
    gone_posts,
    hashtags,
    hidden_addresses,
    hidden_numbers,
    ids_used_twice,
    known_hosts,
    large_pictures,
    ledger_ahead,
    likely_duplicates,
    line_for_everyone,
    lines_when_closed,
    logo,
    long_sentences,
    nesting,
    opening_hours,
    other_offices,
    overlapping_runs,
    page_checks,
    page_templates,
    pages_of_crimes,
    pages_out_of_date,
    post_ids,
    post_length,
    post_length_perhaps,
    posts_at_one_minute,
    posts_out_of_hours,
    posts_outside_runs,
    private_keys,
    raw_html,
    replacements,
    retired_contacts,
    secret_places,
    services_for_others,
    services_of_rights,
    shipped_contacts,
    short_forms,
    somebody_to_call,
    sounds_for_others,
    sources_of_steps,
    statement_reviews,
    steps_that_ship,
    tested_site,
    text_languages,
    titles,
    unapproved,
    unconfirmed_runs,
    unknown_words,
    unquoted_hashtags,
    unread_pages,
    untranslated,
    unused_pictures,
    unused_records,
    variants,
    ways_through_others,
    ways_to_help,
    welsh_slips,
    words_never_said,
    words_that_blame,
)
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic


class ContentCheck(Protocol):
    """One rule. The file's first line says it in the words of the handbook."""

    @property
    def CODES(self) -> tuple[str, ...]:  # noqa: N802 # a constant of the file
        """The codes that it gives."""

    @property
    def NEEDS(self) -> Need:  # noqa: N802 # a constant of the file
        """What must be right before it can say anything that holds."""

    def check(self, content: Content) -> Iterator[Diagnostic]:
        """What breaks the rule."""


CHECKS: tuple[ContentCheck, ...] = (
    ids_used_twice,
    unknown_words,
    areas_in_a_ring,
    areas_left_out,
    text_languages,
    untranslated,
    unread_pages,
    replacements,
    ways_through_others,
    retired_contacts,
    days_in_the_future,
    overlapping_runs,
    post_ids,
    element_ids,
    posts_at_one_minute,
    posts_outside_runs,
    shipped_contacts,
    emergency_lines_twice,
    citations,
    raw_html,
    nesting,
    private_keys,
    words_never_said,
    short_forms,
    hidden_numbers,
    hidden_addresses,
    services_of_rights,
    code_in_force,
    known_hosts,
    faults_in_statement,
    pages_out_of_date,
    page_checks,
    page_templates,
    pages_of_crimes,
    sources_of_steps,
    statement_reviews,
    accessibility_results,
    services_for_others,
    sounds_for_others,
    titles,
    hashtags,
    emoji,
    alt_texts,
    large_pictures,
    post_length,
    variants,
    unquoted_hashtags,
    opening_hours,
    likely_duplicates,
    danger_words,
    unapproved,
    unconfirmed_runs,
    crowded_posts,
    posts_out_of_hours,
    post_length_perhaps,
    ways_to_help,
    logo,
    long_sentences,
    welsh_slips,
    words_that_blame,
    emoji_for_a_word,
    ended_funding,
    lines_when_closed,
    gone_posts,
    ledger_ahead,
    unused_records,
    unused_pictures,
    tested_site,
    crimes_without_steps,
    steps_that_ship,
    other_offices,
    demonstration,
    checked_by_makers,
    secret_places,
    somebody_to_call,
    line_for_everyone,
)
"""Every rule. Those that need all else to be right come behind all else."""


def checked(content: Content, found: Sequence[Diagnostic] = ()) -> list[Diagnostic]:
    """What was found so far, and what each check says."""
    every = list(found)
    for one in CHECKS:
        if one.NEEDS(content, every):
            every += one.check(content)
    return every
