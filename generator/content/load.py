"""A folder -> a Catalogue. The only place in this room that opens files of content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from importlib import resources
from itertools import chain
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from generator.content.checks.across_records import broken_rules
from generator.content.checks.campaign_images import read_images
from generator.content.checks.citations import unknown_codes
from generator.content.checks.element_ids import taken_by_the_page, taken_headings
from generator.content.checks.first_help import advice_on_line, no_help_first
from generator.content.checks.hidden_contacts import hidden_addresses, hidden_numbers
from generator.content.checks.meant_for import advice_on_who, led_astray
from generator.content.checks.nesting import nested_too_deep
from generator.content.checks.opening_hours import advice_on_hours
from generator.content.checks.page_addresses import pages_of_crimes, templates_of_others
from generator.content.checks.post_advice import advice_on_posts
from generator.content.checks.post_rules import broken_posts
from generator.content.checks.posting_times import crowds, posts_too_late
from generator.content.checks.raw_html import stopped_in
from generator.content.checks.references import broken_references
from generator.content.checks.secret_places import Secrets
from generator.content.checks.standing_page_dates import advice_on, broken_standing_rules, out_of_date
from generator.content.checks.taken_over import taken_over
from generator.content.checks.unconfirmed_runs import advice_on_runs
from generator.content.checks.unquoted_hashtags import lost_hashtags
from generator.content.checks.wording import never_said, unexplained_in_page, unexplained_in_services
from generator.content.loading.campaigns import posts_that_are_gone, read_campaign, read_ledger, rows_ahead
from generator.content.loading.content_files import ContentFiles, content_files
from generator.content.loading.pages import RESULTS, StandingFiles, read_titles
from generator.content.loading.services import Directory, read_directory
from generator.content.loading.shipped import (
    advice_on_lines,
    ended_by_an_office,
    lines_of_site,
    read_channels,
    read_crisis,
)
from generator.content.loading.source_file import Found, Source
from generator.content.source.left_behind import CONFIG, LINKS, LeftBehind, left_behind, texts_of
from generator.content.source.positions import without_comments
from generator.content.source.text_files import bytes_in, decode, is_there, matching, read_text
from generator.diagnostics import ContentError, Diagnostic, Fault, Location
from generator.model.campaign import Campaign
from generator.model.catalogue import Catalogue, StandingPages
from generator.model.ledger import FILE as LEDGER
from generator.model.ledger import Ledger
from generator.model.vocabulary import Vocabulary
from generator.settings import Settings

R = TypeVar("R", bound=BaseModel)
NO_SERVICES = Fault("no-services", "there are no services", 'add one below "services:"')


def load(
    root: Path, settings: Settings, today: date, drafts: Mapping[str, str] | None = None, *, to_publish: bool = False
) -> Catalogue:
    """Everything the authors keep under `root`. ContentError carries every problem, in file order.

    Args:
        root: the folder of mkdocs.yml.
        settings: where the directory, the campaigns and the pictures are.
        today: the day in Europe/London, to know a check that has not happened yet.
        drafts: texts of the directory or of campaigns, by file, that count in the place of what is on the disk.
        to_publish: whether it must be fit for the public: a directory on its way may offer nobody to call yet.
    """
    drafts = drafts or {}
    left = _left_behind(root, settings, drafts)
    if left.conflicts:  # what else is said of a text with two versions in it is noise
        raise ContentError((*left.conflicts, *left.strays))
    problems: list[Diagnostic] = list(left.strays)
    vocabulary = read_vocabulary()
    directory = _directory(root, settings, drafts, problems)
    campaigns = []
    texts: dict[str, str] = {}
    for file in sorted({*campaign_files(root, settings), *(file for file in drafts if file.endswith(".md"))}):
        text = _text(root, file, drafts, problems)
        campaign = read_campaign(text, file, problems) if text is not None else None
        texts[file] = text or ""
        if campaign is not None:
            campaigns.append(campaign)
    folder = root / settings.content
    pictures = read_images(campaigns, lambda file: bytes_in(folder / file), problems, settings.content)
    loose = list(broken_references(directory, campaigns, vocabulary))
    problems += loose
    problems += broken_rules(directory, campaigns, today)
    problems += ended_by_an_office(directory)
    problems += unknown_codes(directory, campaigns)
    files = content_files(root, settings)
    problems += files.problems
    standing = StandingFiles(root, settings.content, problems)
    texts |= standing.texts
    problems += (one for file, text in standing.texts.items() for one in stopped_in(text, file, settings.content))
    problems += (one for file, text in standing.as_they_are.items() for one in taken_headings(text, file))
    problems += templates_of_others(standing.texts)
    for file, text in texts.items():
        problems += (*never_said(text, file), *nested_too_deep(text, file))
    everywhere = {file: read_text(root / file, file, []) or "" for file in (CONFIG, RESULTS)} | texts
    problems += hidden_numbers(directory, vocabulary, everywhere, files.words)
    templates = dict(texts_of(root, (), (settings.templates,), drafts))
    words = chain(files.words.items(), templates.items())
    problems += hidden_addresses(settings, directory, vocabulary, everywhere, words)
    # Of a directory that nobody can read as a whole, each of these would be said to be unknown.
    services = directory.ids("services") if directory.knows_its_services else None
    sources = directory.ids("sources") if directory.whole else ()
    problems += broken_standing_rules(standing, today, services, sources)
    gone_by = list(out_of_date(standing, today))
    problems += [] if settings.demonstration else gone_by
    problems += led_astray(directory, campaigns, standing.rights, vocabulary)
    channels = read_channels()
    problems += broken_posts(campaigns, channels, pictures, settings)
    problems += taken_by_the_page(campaigns)
    problems += lost_hashtags(campaigns)
    ledger, gone = _ledger(root, settings, campaigns, today, problems)
    names = {found.record.id: found.record.name for found in directory.services}
    advice = [
        *files.advice,
        *advice_on(standing, today),
        *(gone_by if settings.demonstration else ()),
        *unexplained_in_services(directory.services),
        *advice_on_hours(directory.services),
        *advice_on_lines(directory),
        *(advice for file, text in texts.items() for advice in unexplained_in_page(text, file)),
        *advice_on_who(directory, vocabulary),
        *advice_on_runs(campaigns, today),
        *(crowds(campaigns, today) if ledger is None else ()),
        *posts_too_late(campaigns, settings.feeds, today),
        *(() if problems else gone),
        # Advice that only seems true while a name is missing would be wrong advice.
        *(advice_on_posts(campaigns, channels, names, settings) if directory.is_complete and not loose else ()),
    ]
    advice += pages_of_crimes(settings.content, standing.texts, texts, vocabulary.crimes)
    config = read_text(root / CONFIG, CONFIG, []) or ""
    # What seems to be used by nothing may be used by what could not be read.
    if not problems:
        went_out = bool(ledger and ledger.rows)
        own = templates.values()
        advice += taken_over(settings, config, directory, campaigns, texts, standing, own, went_out=went_out)
    called = [f"{settings.content}/{name}" for name in files.published]
    secrets = Secrets(directory, vocabulary, texts | {CONFIG: without_comments(config)} | files.words, called)
    problems += secrets.problems()
    advice += map(files.placed, secrets.advice())
    if problems:
        hushed = secrets.hushed(list(left.without_doubles(problems)))
        raise ContentError(map(files.placed, hushed), secrets.hushed(advice))
    catalogue = Catalogue(
        vocabulary=vocabulary,
        services=tuple(found.record for found in directory.services),
        organisations={name: found.record for name, found in directory.organisations.items()},
        areas={name: found.record for name, found in directory.areas.items()},
        campaigns=tuple(found.record for found in campaigns),
        emergency=lines_of_site(directory),
        retired_numbers=tuple(found.record for found in directory.retired_numbers),
        retired_addresses=tuple(found.record for found in directory.retired_addresses),
        documents={name: found.record for name, found in directory.sources.items()},
        standing=_standing(standing, files),
        titled=read_titles(folder),
        channels=channels,
        crisis=read_crisis(),
        pictures=pictures,
        ledger=ledger,
    )
    nobody = list(no_help_first(root, settings, catalogue, today)) if to_publish else []
    if nobody:
        raise ContentError(nobody, secrets.hushed(advice))
    advice += advice_on_line(root, settings, catalogue, today)
    return replace(catalogue, advice=tuple(sorted(advice)))


def read_vocabulary() -> Vocabulary:
    """The vocabulary that comes with Waymark."""
    problems: list[Diagnostic] = []
    text = resources.files("generator.model.data").joinpath("vocabulary.yaml").read_text(encoding="utf-8")
    source = Source(text, "generator/model/data/vocabulary.yaml", problems)
    vocabulary = source.record(Vocabulary, source.value, (), problems)
    if vocabulary is None:
        raise ContentError(problems)
    return vocabulary


def directory_files(root: Path, settings: Settings) -> list[str]:
    """The files of the directory, in the order in which they are read; a name that leads to no file among them."""
    found: dict[str, None] = {}
    for pattern in settings.services:
        found |= dict.fromkeys(path.relative_to(root).as_posix() for path in matching(root, pattern))
    return list(found)


def campaign_files(root: Path, settings: Settings) -> Sequence[str]:
    """The files of the campaigns, in the order of their names."""
    return sorted(path.relative_to(root).as_posix() for path in (root / settings.campaigns).glob("[!.]*.md"))


def _left_behind(root: Path, settings: Settings, drafts: Mapping[str, str]) -> LeftBehind:
    """What git and other programs left in any file that authors write."""
    ledger = (root / settings.campaigns / LEDGER).relative_to(root).as_posix()
    files = [CONFIG, *directory_files(root, settings), *campaign_files(root, settings), ledger, RESULTS, LINKS]
    return left_behind(root, files, (settings.content, settings.templates), drafts, ledger)


def _text(root: Path, file: str, drafts: Mapping[str, str], problems: list[Diagnostic]) -> str | None:
    if file in drafts:
        return decode(drafts[file].encode("utf-8"), file, problems)
    return read_text(root / file, file, problems)


def _directory(root: Path, settings: Settings, drafts: Mapping[str, str], problems: list[Diagnostic]) -> Directory:
    texts: dict[str, str] = {}
    missing = False
    for file in directory_files(root, settings):
        text = _text(root, file, drafts, problems)
        if text is None:
            missing = True
        else:
            texts[file] = text
    directory = read_directory(texts, problems)
    problems += (problem for file, text in texts.items() for problem in never_said(text, file))
    directory.whole &= not missing
    if texts and not directory.services and not problems:
        problems.append(NO_SERVICES.at(Location(next(iter(texts)))))
    return directory


def _ledger(
    root: Path, settings: Settings, campaigns: list[Found[Campaign]], today: date, problems: list[Diagnostic]
) -> tuple[Ledger | None, list[Diagnostic]]:
    """What went out already, and advice on it; None where the site keeps no ledger."""
    path = root / settings.campaigns / LEDGER
    if not is_there(path):
        return None, []
    file = path.relative_to(root).as_posix()
    text = read_text(path, file, problems)
    if text is None:
        return None, []
    ledger = read_ledger(text, file, problems)
    posts = {post.id for one in campaigns for post in one.record.posts}
    return ledger, [*posts_that_are_gone(ledger, file, posts), *rows_ahead(ledger, file, today)]


def _standing(files: StandingFiles, content: ContentFiles) -> StandingPages:
    return StandingPages(
        about=_record(files.about),
        stay_safe=_record(files.stay_safe),
        rights=_record(files.rights),
        accessibility=_record(files.accessibility),
        results=_record(files.results),
        addresses=files.addresses,
        files=frozenset(content.published),
    )


def _record(found: Found[R] | None) -> R | None:
    return found.record if found else None
