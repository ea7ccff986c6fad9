"""A folder -> Content, and what is wrong with each file of it alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from generator.content.loading.campaign_images import read_images
from generator.content.loading.campaigns import read_campaign, read_ledger
from generator.content.loading.content import Content
from generator.content.loading.content_files import content_files
from generator.content.loading.pages import RESULTS, read_standing
from generator.content.loading.service_directory import Directory, read_directory
from generator.content.loading.shipped import read_vocabulary
from generator.content.source.left_behind import CONFIG, LINKS, LeftBehind, left_behind
from generator.content.source.text_files import bytes_in, decode, is_there, matching, read_text
from generator.diagnostics import Diagnostic, Fault, Location
from generator.model.ledger import FILE as LEDGER
from generator.model.ledger import Ledger
from generator.settings import Settings

NO_SERVICES = Fault("no-services", "there are no services", 'add one below "services:"')


def read_folder(
    root: Path,
    settings: Settings,
    today: date,
    drafts: Mapping[str, str],
    left: LeftBehind,
    *,
    to_publish: bool = False,
) -> tuple[Content, list[Diagnostic]]:
    """Everything the authors keep under `root`, and what can't be read of it: see `load` for what is given.

    `left` is what `left_in` said of the same folder: templates have been read for it.
    """
    found: list[Diagnostic] = []
    directory, yaml = _directory(root, settings, drafts, found)
    campaigns = []
    texts: dict[str, str] = {}
    for file in sorted({*campaign_files(root, settings), *(file for file in drafts if file.endswith(".md"))}):
        text = _text(root, file, drafts, found)
        campaign = read_campaign(text, file, found) if text is not None else None
        texts[file] = text or ""
        if campaign is not None:
            campaigns.append(campaign)
    folder, templates = root / settings.content, root / settings.templates
    pictures, wrong = read_images(campaigns, lambda file: bytes_in(folder / file), settings.content)
    files = content_files(root, settings)
    standing, unread = read_standing(root, settings.content)
    content = Content(
        root=root,
        settings=settings,
        today=today,
        vocabulary=read_vocabulary(),
        directory=directory,
        yaml=yaml,
        campaigns=campaigns,
        texts=texts | standing.texts,
        templates={file: text for file, text in left.texts.items() if (root / file).is_relative_to(templates)},
        files=files,
        standing=standing,
        pictures=pictures,
        config=read_text(root / CONFIG, CONFIG, []) or "",
        results=read_text(root / RESULTS, RESULTS, []) or "",
        ledger=_ledger(root, settings, found),
        drafts=drafts,
        to_publish=to_publish,
    )
    return content, [*found, *wrong, *files.problems, *files.advice, *unread]


def directory_files(root: Path, settings: Settings) -> list[str]:
    """The files of the directory, in the order in which they are read; a name that leads to no file among them."""
    found: dict[str, None] = {}
    for pattern in settings.services:
        found |= dict.fromkeys(path.relative_to(root).as_posix() for path in matching(root, pattern))
    return list(found)


def campaign_files(root: Path, settings: Settings) -> Sequence[str]:
    """The files of the campaigns, in the order of their names."""
    return sorted(path.relative_to(root).as_posix() for path in (root / settings.campaigns).glob("[!.]*.md"))


def ledger_file(root: Path, settings: Settings) -> str:
    """The name of the ledger."""
    return (root / settings.campaigns / LEDGER).relative_to(root).as_posix()


def left_in(root: Path, settings: Settings, drafts: Mapping[str, str]) -> LeftBehind:
    """What git and other programs left in any file that authors write."""
    ledger = ledger_file(root, settings)
    files = [CONFIG, *directory_files(root, settings), *campaign_files(root, settings), ledger, RESULTS, LINKS]
    return left_behind(root, files, (settings.content, settings.templates), drafts, ledger)


def _text(root: Path, file: str, drafts: Mapping[str, str], problems: list[Diagnostic]) -> str | None:
    if file in drafts:
        return decode(drafts[file].encode("utf-8"), file, problems)
    return read_text(root / file, file, problems)


def _directory(
    root: Path, settings: Settings, drafts: Mapping[str, str], problems: list[Diagnostic]
) -> tuple[Directory, dict[str, str]]:
    texts: dict[str, str] = {}
    missing = False
    for file in directory_files(root, settings):
        text = _text(root, file, drafts, problems)
        if text is None:
            missing = True
        else:
            texts[file] = text
    directory = read_directory(texts, problems)
    directory.whole &= not missing
    if texts and not directory.services and not problems:
        problems.append(NO_SERVICES.at(Location(next(iter(texts)))))
    return directory, texts


def _ledger(root: Path, settings: Settings, problems: list[Diagnostic]) -> Ledger | None:
    """What went out already; None where the site keeps no ledger, or it can't be read."""
    file = ledger_file(root, settings)
    if not is_there(root / file):
        return None
    text = read_text(root / file, file, problems)
    return None if text is None else read_ledger(text, file, problems)
