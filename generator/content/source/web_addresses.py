"""A folder -> every web address that its authors wrote, each with its place. Comments are left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import yaml

from generator.content.source.left_behind import CONFIG
from generator.content.source.text_files import A_BOUNDARY, NEVER_CLOSES, matching, read_text, split
from generator.content.source.yaml_parser import read_yaml
from generator.diagnostics import Location, Parsed, place_in
from generator.model.fields.text import Words
from generator.settings import Settings

AN_ADDRESS = re.compile(r"https?://(?:\\[!-/:-@\[-`{-~]|[^\s<>\"'`{}|\\^\[\]])+", re.IGNORECASE)
A_WHOLE_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
AN_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
ENDS_A_SENTENCE = ".,;:!?*_~"


@dataclass(frozen=True, order=True, slots=True)
class Written:
    """One address, in full and without what stands behind its #, and where an author wrote it."""

    mark: Location
    address: str


def written_addresses(root: Path, settings: Settings) -> Parsed[list[Written]]:
    """Every http and https address of the directory, the campaigns, the pages and our own settings, in file order.

    It reads what it can: a record may have mistakes, but a file that is not YAML has problems.
    """
    config, problems = read_text(root / CONFIG, CONFIG)
    found = list(_in_settings(config or "", settings))
    directory = [path for pattern in settings.directory for path in matching(root, pattern)]
    campaigns = sorted((root / settings.campaigns).glob("[!.]*.md"))
    pages = sorted((root / settings.content).rglob("[!.]*.md"))
    for path in dict.fromkeys((*directory, *campaigns, *pages)):
        file = path.relative_to(root).as_posix()
        text, unread = read_text(path, file)
        problems += unread
        if text is None:
            continue
        inside, wrong = in_page(text, file) if path.suffix == ".md" else in_yaml(text, file)
        found += inside
        problems += wrong
    return Parsed(sorted(set(found)), problems)


def in_yaml(text: str, file: str) -> Parsed[list[Written]]:
    """The addresses in the values of a YAML text, and no others; none where it is not one."""
    _, problems = read_yaml(text, file)
    if problems:
        return Parsed([], problems)
    found = (
        Written(mark, address)
        for value, start, end in _values(text)
        for mark, address in _in_value(value, text, start, end, file)
    )
    return Parsed(list(found), [])


def in_page(text: str, file: str) -> Parsed[list[Written]]:
    """The addresses in a Markdown file: in its record, and in its words."""
    if not A_BOUNDARY.match(text):
        return Parsed(list(_in_words(text, 0, len(text), file)), [])
    try:
        parts = split(text)
    except ValueError:
        return Parsed([], [NEVER_CLOSES.at(Location(file))])
    words = text.index(parts.words, len(parts.record)) if parts.words else len(text)
    found, problems = in_yaml(parts.record, file)
    return Parsed([*found, *_in_words(text, words, len(text), file)], problems)


def _in_settings(text: str, settings: Settings) -> Iterator[Written]:
    """Where "Leave this site" goes, and the office's own site, where they stand in the settings."""
    own = settings.office.website
    wanted = {*settings.exits.values(), *(own.every if isinstance(own, Words) else (own,))}
    for value, start, _ in _values(text):
        if value in wanted:
            yield Written(place_in(text, CONFIG, text.index(value, start)), _bare(value))


def _values(text: str) -> Iterator[tuple[str, int, int]]:
    """Each scalar of a YAML text: what it says, and where it starts and ends in the text."""
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        if isinstance(event, yaml.ScalarEvent) and event.start_mark and event.end_mark:
            yield event.value, event.start_mark.index, event.end_mark.index


def _in_value(value: str, text: str, start: int, end: int, file: str) -> Iterable[tuple[Location, str]]:
    if not A_WHOLE_ADDRESS.fullmatch(value):
        return ((one.mark, one.address) for one in _in_words(text, start, end, file))
    at = text.find(value, start, end)
    return [(place_in(text, file, max(at, start)), _bare(value))]


def _in_words(text: str, start: int, end: int, file: str) -> Iterator[Written]:
    for found in AN_ADDRESS.finditer(text, start, end):
        yield Written(place_in(text, file, found.start()), _bare(unescape(AN_ESCAPE.sub(r"\1", _trimmed(found[0])))))


def _trimmed(address: str) -> str:
    """Without the full stop or the bracket that belongs to the sentence around it."""
    while address.endswith(tuple(ENDS_A_SENTENCE)) or (
        address.endswith(")") and address.count(")") > address.count("(")
    ):
        address = address[:-1]
    return address


def _bare(address: str) -> str:
    return address.partition("#")[0]
