"""A folder -> Content, and what is wrong with each file of it alone."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.approvals import Approvals
from generator.content.loading.approval_ledger import read_approvals
from generator.content.loading.approved_content import held_back
from generator.content.loading.campaign_images import read_images
from generator.content.loading.campaigns import read_campaign, read_ledger
from generator.content.loading.config import place_of_option
from generator.content.loading.content import Content
from generator.content.loading.content_files import content_files
from generator.content.loading.pages import RESULTS, read_standing
from generator.content.loading.service_directory import Directory, read_directory
from generator.content.loading.shared_records import not_hidden
from generator.content.loading.shipped import vocabulary_of_site
from generator.content.loading.source_file import Found, Source
from generator.content.loading.twins import TwinFiles, read_other_words, said_too, twins_in
from generator.content.source.left_behind import APPROVALS, CONFIG, LINKS, NUMBERS, LeftBehind, left_behind
from generator.content.source.text_files import bytes_in, decode, is_inside, is_there, matching, read_text
from generator.diagnostics import Diagnostic, Fault, Location, Parsed
from generator.model.campaign import Campaign
from generator.model.ledger import FILE as LEDGER
from generator.model.ledger import Ledger
from generator.settings import Settings

OUTSIDE = Fault(
    "shared-outside-repository",
    "shared: names a file outside the repository, the folder that git keeps",
    "move the file into it, and write it as ../shared/national.yaml",
)
NO_SERVICES = Fault("no-services", "there are no services", 'add one below "services:"')


def read_folder(
    root: Path,
    settings: Settings,
    today: date,
    drafts: Mapping[str, str],
    left: LeftBehind,
    *,
    to_publish: bool = False,
    language: str = "",
) -> Parsed[Content]:
    """Everything the authors keep under `root`, and what can't be read of it: see `load` for what is given.

    `left` is what `left_in` said of the same folder: templates have been read for it.
    """
    config = read_text(root / CONFIG, CONFIG).value or ""
    directory, yaml, found = _directory(root, settings, drafts, config)
    new = (file for file in drafts if file.endswith(".md") and not file.startswith(f"{settings.content}/"))
    names = sorted({*campaign_files(root, settings), *new})
    twins = twins_in(names, tuple(settings.languages))
    found += twins.problems
    campaigns = []
    texts: dict[str, str] = {}
    for file in names:
        text, problems = _text(root, file, drafts)
        texts[file] = text or ""
        if text is not None and file not in twins.files:
            campaign, problems = read_campaign(text, file)
            campaigns += [campaign] if campaign is not None else []
        found += problems
    unread_words: dict[str, str] = {}
    for number, own in enumerate(campaigns):
        (campaigns[number], not_read), problems = _with_twins(own, twins, texts, settings.language)
        unread_words |= not_read
        found += problems
    folder, templates = root / settings.content, root / settings.templates
    pictures, wrong = read_images(campaigns, lambda file: bytes_in(folder / file), settings.content)
    files = content_files(root, settings)
    standing, unread = read_standing(root, settings.content, tuple(settings.languages), drafts)
    for file in standing.steps.files:  # the engine makes no page of it
        files.published.pop(file.removeprefix(f"{settings.content}/"), None)
    unread_words |= standing.steps.unread
    for some in standing.twins.values():
        unread_words |= {one.source.file: code for code, one in some.items() if one.record.unread == "yes"}
    ledger, lost = _ledger(root, settings)
    vocabulary = vocabulary_of_site(directory, settings.language)
    approvals, unapproved = read_approvals(root) if settings.approve else Parsed(Approvals(), [])
    held = held_back(
        directory,
        campaigns,
        approvals,
        [kind for kind in settings.approve if kind in approvals.begun],
        vocabulary,
        ledger,
        lambda file: bytes_in(folder / file) or b"",
    )
    content = Content(
        root=root,
        settings=settings,
        today=today,
        vocabulary=vocabulary,
        directory=held.directory if to_publish else directory,
        yaml=yaml,
        campaigns=campaigns,
        texts=texts | standing.texts,
        templates={file: text for file, text in left.texts.items() if (root / file).is_relative_to(templates)},
        files=files,
        standing=standing,
        unread=unread_words,
        pictures=pictures,
        config=config,
        results=read_text(root / RESULTS, RESULTS).value or "",
        ledger=ledger,
        approvals=approvals,
        awaiting=held.awaiting,
        drafts=drafts,
        to_publish=to_publish,
        asked_language=language,
    )
    return Parsed(content, [*found, *lost, *unapproved, *wrong, *files.problems, *files.advice, *unread])


def _with_twins(
    own: Found[Campaign], twins: TwinFiles, texts: Mapping[str, str], first: str
) -> Parsed[tuple[Found[Campaign], Mapping[str, str]]]:
    """A campaign that knows the words of its page in other languages; and the files of those that nobody has read."""
    file = own.source.file
    of_this = twins.by_file.get(file, {})
    read = {code: read_other_words(texts[twin], twin, file) for code, twin in of_this.items()}
    problems = [one for _, wrong in read.values() for one in wrong]
    unread = {of_this[code]: code for code, (one, _) in read.items() if one and one.unread == "yes"}
    if not read:
        return Parsed((own, unread), problems)
    words = said_too(own.record.words, first, {code: one.words for code, (one, _) in read.items() if one})
    return Parsed((replace(own, record=own.record.model_copy(update={"words": words})), unread), problems)


def directory_files(root: Path, settings: Settings) -> list[str]:
    """The files of the directory, in the order in which they are read; a name that leads to no file among them."""
    return _files(root, settings.directory)


def shared_files(root: Path, settings: Settings) -> list[str]:
    """Those that are kept once for several offices, and that no command writes to."""
    return _files(root, settings.shared)


def own_files(root: Path, settings: Settings) -> list[str]:
    """Those that are the office's alone."""
    shared = shared_files(root, settings)
    return [file for file in _files(root, settings.directory) if file not in shared]


def ids_in(root: Path, file: str) -> list[str]:
    """The ids of the services in a file of the directory that could be read."""
    value = Source(read_text(root / file, file).value or "", file).value
    services = value.get("services") if isinstance(value, dict) else None
    return [str(one.get("id")) for one in services or () if isinstance(one, dict)]


def _files(root: Path, patterns: Sequence[str]) -> list[str]:
    found: dict[str, None] = {}
    for pattern in patterns:
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
    files = [
        CONFIG,
        *directory_files(root, settings),
        *campaign_files(root, settings),
        ledger,
        RESULTS,
        LINKS,
        NUMBERS,
        APPROVALS,
    ]
    return left_behind(root, files, (settings.content, settings.templates), drafts, ledger)


def files_read(root: Path, settings: Settings) -> Iterator[Path]:
    """Every file and folder that `read_folder` looks into; each of them may be gone."""
    yield from (root / file for file in (CONFIG, *directory_files(root, settings), RESULTS, LINKS, NUMBERS, APPROVALS))
    seen: set[tuple[int, int]] = set()
    for folder in (settings.campaigns, settings.content, settings.templates):
        for where, folders, names in os.walk(root / folder, followlinks=True):
            path = Path(where)
            try:
                one = path.stat()
            except OSError:  # it went meanwhile
                continue
            if (one.st_dev, one.st_ino) in seen:  # a link may lead back to where it stands, and several in any order
                folders.clear()
                continue
            seen.add((one.st_dev, one.st_ino))
            yield path
            yield from (Path(where, name) for name in names)


def _text(root: Path, file: str, drafts: Mapping[str, str]) -> Parsed[str | None]:
    if file in drafts:
        return decode(drafts[file].encode("utf-8"), file)
    return read_text(root / file, file)


def _directory(
    root: Path, settings: Settings, drafts: Mapping[str, str], config: str
) -> tuple[Directory, dict[str, str], list[Diagnostic]]:
    texts: dict[str, str] = {}
    unread: list[Diagnostic] = []
    shared = shared_files(root, settings)
    for file in directory_files(root, settings):
        if file in shared and not is_inside(root / file, root):
            unread.append(OUTSIDE.at(place_of_option(config, "shared")))
            continue
        text, wrong = _text(root, file, drafts)
        unread += wrong
        if text is not None:
            texts[file] = text
    directory, problems = read_directory(texts, shared, settings.hide)
    directory.whole &= not unread
    problems = [*unread, *problems]
    if directory.knows_its_services:
        problems += not_hidden(
            settings.hide,
            directory.kept_for_several,
            directory.local,
            lambda number: place_of_option(config, "hide", number),
        )
    if texts and not directory.services and not problems:
        problems.append(NO_SERVICES.at(Location(next(iter(texts)))))
    return directory, texts, problems


def _ledger(root: Path, settings: Settings) -> Parsed[Ledger | None]:
    """What went out already; None where the site keeps no ledger, or it can't be read."""
    file = ledger_file(root, settings)
    if not is_there(root / file):
        return Parsed(None, [])
    text, unread = read_text(root / file, file)
    if text is None:
        return Parsed(None, unread)
    ledger, problems = read_ledger(text, file)
    return Parsed(ledger, problems)
