"""Whatever a file holds, reading it gives records, or problems that each stand at a place in that file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.checks.short_forms import unexplained_in_page, unexplained_in_services
from generator.content.checks.unconfirmed_runs import advice_on_runs
from generator.content.checks.unquoted_hashtags import lost_hashtags
from generator.content.checks.words_never_said import never_said
from generator.content.loading.campaigns import read_campaign, read_ledger
from generator.content.loading.config import read_settings
from generator.content.loading.service_directory import read_directory
from generator.content.loading.shipped import read_channels, read_vocabulary
from generator.content.source.text_files import decode
from generator.diagnostics import ContentError, Diagnostic
from tests.builders import TODAY
from tests.checks_of import advice_on_posts, broken_posts, broken_references, broken_rules, unknown_codes
from tests.fuzz.mutations import damaged, spoiled, written
from tests.fuzz.whole import CAMPAIGN, CAMPAIGN_FILE, DIRECTORY, DIRECTORY_FILE, LEDGER_FILE, MKDOCS_FILE
from tests.sites import a_site

VOCABULARY, CHANNELS, SITE = read_vocabulary(), read_channels(), a_site()
FILE = "a.yaml"
GOOD_DIRECTORY = read_directory({"services.yaml": DIRECTORY_FILE}).value
GOOD_CAMPAIGN = read_campaign(CAMPAIGN_FILE, "campaigns/a.md").value or pytest.fail("the good campaign is not good")


def cases(number: int) -> settings:
    """So many cases, the same ones each time."""
    return settings(max_examples=number, deadline=None, derandomize=True, database=None)


def in_place(problems: Iterable[Diagnostic], text: str) -> list[Diagnostic]:
    """Every problem, once each is known to stand at a character of the text or just behind a line's last one."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = sorted(problems)
    for problem in found:
        mark = problem.location
        assert mark.file == FILE
        assert 1 <= mark.line <= len(lines), problem
        assert 1 <= mark.column <= len(lines[mark.line - 1]) + 1, problem
        assert len(str(problem).splitlines()) == 1, problem
    return found


def read_a_directory(text: str) -> list[Diagnostic]:
    """Everything that is said of a directory, beside a good campaign."""
    directory, problems = read_directory({FILE: text})
    problems += broken_references(directory, [GOOD_CAMPAIGN], VOCABULARY)
    problems += broken_rules(directory, [GOOD_CAMPAIGN], TODAY)
    problems += unknown_codes(directory, [GOOD_CAMPAIGN])
    problems += unexplained_in_services(directory.services)
    problems += never_said(text, FILE)
    return [problem for problem in problems if problem.location.file == FILE]


def read_a_campaign(text: str) -> list[Diagnostic]:
    """Everything that is said of a campaign, beside a good directory."""
    one, problems = read_campaign(text, FILE)
    campaigns = [one] if one else []
    if one:
        problems += broken_references(GOOD_DIRECTORY, campaigns, VOCABULARY)
        problems += broken_rules(GOOD_DIRECTORY, campaigns, TODAY)
        problems += unknown_codes(GOOD_DIRECTORY, campaigns)
        problems += broken_posts(campaigns)
        problems += lost_hashtags(campaigns)
        problems += advice_on_runs(campaigns, TODAY + timedelta(days=80))
        problems += advice_on_posts(campaigns)
    return [*problems, *never_said(text, FILE), *unexplained_in_page(text, FILE)]


def test_the_whole_directory_and_the_whole_campaign_are_good() -> None:
    assert read_a_directory(DIRECTORY_FILE) == []
    assert [str(problem) for problem in read_a_campaign(CAMPAIGN_FILE)] == []
    assert wrong_settings(MKDOCS_FILE) == ()


def wrong_settings(text: str) -> Iterable[Diagnostic]:
    """What is wrong with mkdocs.yml."""
    try:
        read_settings(text, FILE)
    except ContentError as error:
        return error.problems
    return ()


def decoded(data: bytes) -> str:
    """The text of a file, or one that says where it is not UTF-8 and can't be read any further."""
    text, problems = decode(data, FILE)
    if text is None:
        in_place(problems, data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace"))
        assert len(problems) == 1
    return text or ""


@cases(3_500)
@given(spoiled(DIRECTORY))
def test_any_tree_is_a_directory_or_has_problems_in_place(tree: Any) -> None:
    text = written(tree)
    in_place(read_a_directory(text), text)


@cases(2_500)
@given(spoiled(CAMPAIGN))
def test_any_tree_is_a_campaign_or_has_problems_in_place(tree: Any) -> None:
    text = f"---\n{written(tree)}\n---\nWords of the page.\n"
    in_place(read_a_campaign(text), text)


@cases(1_200)
@given(damaged(DIRECTORY_FILE.encode()))
def test_any_bytes_are_a_directory_or_have_problems_in_place(data: bytes) -> None:
    text = decoded(data)
    in_place(read_a_directory(text), text)


@cases(1_200)
@given(damaged(CAMPAIGN_FILE.encode()))
def test_any_bytes_are_a_campaign_or_have_problems_in_place(data: bytes) -> None:
    text = decoded(data)
    in_place(read_a_campaign(text), text)


@cases(500)
@given(damaged(MKDOCS_FILE.encode()))
def test_any_bytes_are_settings_or_have_problems_in_place(data: bytes) -> None:
    text = decoded(data)
    in_place(wrong_settings(text), text)


@cases(300)
@given(damaged(LEDGER_FILE.encode()))
def test_any_bytes_are_a_ledger_or_have_problems_in_place(data: bytes) -> None:
    text = decoded(data)
    problems = read_ledger(text, FILE).problems
    in_place(problems, text)


@cases(300)
@given(st.text(max_size=200))
def test_any_text_at_all_is_read(text: str) -> None:
    text = text.replace("\r", "\n")
    in_place(read_a_directory(text), text)
    in_place(read_a_campaign(f"---\n{text}"), f"---\n{text}")
