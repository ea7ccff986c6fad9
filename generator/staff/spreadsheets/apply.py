"""What the rows of a spreadsheet say, and the directory's files -> their new texts, judged as `check` judges them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path as FolderPath
from typing import Any

from generator.content.checks import checked
from generator.content.editing.document import EditError, TextLines
from generator.content.editing.insert import insert
from generator.content.editing.yaml_writer import item, organisation_entry
from generator.content.loading.content import Content
from generator.content.loading.folder import ids_in, shared_files
from generator.content.loading.service_directory import read_directory
from generator.content.loading.shipped import vocabulary_of_site
from generator.content.source.positions import Path, find_places
from generator.content.source.text_files import read_text
from generator.content.source.yaml_parser import read_yaml
from generator.diagnostics import HIDDEN, ContentError, Diagnostic
from generator.settings import Settings
from generator.staff.spreadsheets.apply_row import at, changed
from generator.staff.spreadsheets.columns import BY_FIELD
from generator.staff.spreadsheets.refusals import heading_of
from generator.staff.spreadsheets.row_changes import FieldChange, Result

Texts = dict[str, str]
"""Each file of the directory, by name, with its byte order mark and line endings."""


@dataclass
class Applied:
    """The files as they would be, and what could not be put into them."""

    texts: Texts
    by_hand: dict[str, list[FieldChange]] = field(default_factory=dict)
    """By service: changes that only a person can make in the file."""
    organisations: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wanted:
    """What is to go into the files."""

    results: Sequence[Result]
    update: bool
    organisations: Mapping[str, str]
    """Organisations to add: id and name."""
    into: str
    """The file that new records go to."""
    source: str
    """What to call the spreadsheet in a comment."""
    today: date
    root: FolderPath
    """The folder of mkdocs.yml."""
    settings: Settings
    origins: Mapping[int, str] = field(default_factory=dict)
    """Of a feed, by row: where each service stands, and when it was checked there."""


def taken_in(texts: Texts, wanted: Wanted) -> Applied:
    """The files with every good row in them. A row that the files would not be right with gets its problems instead.

    Raises:
        ContentError: where a file can't take a record at all.
    """
    _refuse_what_is_shared(texts, wanted)
    while True:
        good = [one for one in wanted.results if one.state == "new" or (one.state == "changed" and wanted.update)]
        try:
            found = _put_in(texts, wanted, good)
        except EditError as error:
            raise ContentError(error.problems) from None
        bad = _judged(found.texts, good, wanted)
        if not bad:
            return found
        for one in bad:
            one.state = "to mend"


def _refuse_what_is_shared(texts: Texts, wanted: Wanted) -> None:
    """A row that would change a record of several offices is to be mended where that is kept."""
    changed_rows = [one for one in wanted.results if one.state == "changed" and wanted.update]
    shared = shared_files(wanted.root, wanted.settings) if changed_rows else []
    own = {one for name, text in texts.items() for one in _ids(text, name)} if shared else set()
    for file in shared:
        kept = set(ids_in(wanted.root, file)) - own
        for one in changed_rows:
            if one.id in kept:
                words = f"{one.id} is kept in {file}, for several offices; change it there: no import does"
                one.row.wrong(BY_FIELD["id"].heading, words)
                one.state = "to mend"


def _ids(text: str, file: str) -> list[str]:
    return [str(one.get("id")) for one in _value(text, file, ("services",)) or ()]


def _put_in(texts: Texts, wanted: Wanted, good: Sequence[Result]) -> Applied:
    found = Applied(dict(texts))
    used = {one.values.get("organisation") for one in good} | {
        name for one in good for name in one.values.get("commissioned_by", ())
    }
    found.organisations = tuple(name for name in wanted.organisations if name in used)
    into = wanted.into
    if found.organisations:
        entries = [organisation_entry(name, {"name": wanted.organisations[name]}) for name in found.organisations]
        found.texts[into] = insert(found.texts[into], into, "organisations", entries)
    for result in good:
        if result.state == "changed":
            _change(found, result)
    entries = [_entry(result, wanted) for result in good if result.state == "new"]
    if entries:
        found.texts[into] = insert(found.texts[into], into, "services", entries)
    return found


def _entry(result: Result, wanted: Wanted) -> str:
    """A new record as its author would write it, with where it came from above it."""
    values = dict(result.values)
    about = values.get("about")
    if isinstance(about, str) and "\n" in about:
        values["about"] = f"{about}\n"
    checked = "checked" in values or any("checked" in contact for contact in values.get("contact", ()))
    why = "" if checked or not values.get("contact") else " Contacts are not shown until somebody has checked them."
    where = wanted.origins.get(result.row.number, f"{wanted.source}, row {result.row.number}")
    return "\n".join([f"# From {' '.join(HIDDEN.sub('', where).split())}.{why}", *item(values)]) + "\n"


def _change(found: Applied, result: Result) -> None:
    """Set each field of a service that differs, one at a time; what can't be set is left to a person."""
    file, number = _place_of(found.texts, result.id)
    record = _value(found.texts[file], file, ("services", number))
    found.texts[file], by_hand = changed(found.texts[file], file, record, number, result)
    if by_hand:
        found.by_hand[result.id] = by_hand


def _place_of(texts: Texts, wanted: str) -> tuple[str, int]:
    """The file that a service stands in, and its place in the list."""
    for file, text in texts.items():
        value = _value(text, file, ())
        for number, service in enumerate(value.get("services", ())):
            if service.get("id") == wanted:
                return file, number
    raise KeyError(wanted)


def _value(text: str, file: str, path: Path) -> Any:
    return at(read_yaml(TextLines.of(text).plain, file).value, path)


def _judged(texts: Texts, good: Sequence[Result], wanted: Wanted) -> list[Result]:
    """The results that the files are not right with. Their rows get the problems, each at its column."""
    plain = {file: TextLines.of(text).plain for file, text in texts.items()}
    names = shared_files(wanted.root, wanted.settings)
    shared = {file: read_text(wanted.root / file, file).value or "" for file in names}
    directory, unread = read_directory({**shared, **plain}, shared, wanted.settings.hide)
    content = Content(
        root=wanted.root,
        settings=wanted.settings,
        today=wanted.today,
        vocabulary=vocabulary_of_site(directory, wanted.settings.language),
        directory=directory,
        yaml=plain,
        is_whole_site=False,
    )
    problems = [one for one in checked(content, unread) if one.severity == "error"]
    by_id = {result.id: result for result in good}
    records: dict[str, _Records] = {}
    bad: dict[str, Result] = {}
    strange = []
    for problem in sorted(set(problems)):
        file = problem.location.file
        if file not in plain:
            strange.append(problem)
            continue
        if file not in records:
            records[file] = _Records(plain[file], file)
        name, path = records[file].at(problem)
        result = by_id.get(name)
        if result is None:
            strange.append(problem)
            continue
        result.row.wrong(heading_of(result.row, path, result.numbers), problem.text)
        bad[name] = result
    if strange:
        raise ContentError(strange)
    return list(bad.values())


class _Records:
    """Where each value of a file stands, to find the record that a problem speaks of."""

    def __init__(self, text: str, file: str) -> None:
        found = find_places(text, file).values.items()
        self.places = sorted((place, path) for path, place in found if path[:1] == ("services",) and len(path) > 1)
        self.ids = [str(service.get("id", "")) for service in _value(text, file, ("services",)) or ()]

    def at(self, problem: Diagnostic) -> tuple[str, Path]:
        """The id of a service, and the path inside it."""
        here = (problem.location.line - 1, problem.location.column)
        number = bisect_right(self.places, here, key=lambda one: one[0])
        if not number:
            return "", ()
        path = self.places[number - 1][1]
        return self.ids[int(path[1])], path[2:]
