"""A site's folder -> the records that a form can change, by their ids; and what `check` would say of a new text of one.

No path comes from a browser: an id is looked up among those that stand in the files.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path as FolderPath
from typing import Any, Literal

from pydantic import BaseModel

from generator import urls
from generator.content.editing.document import EditError, YamlDocument
from generator.content.editing.save import text_of
from generator.content.editing.words_below import words_of
from generator.content.loading.content_files import address_of
from generator.content.loading.folder import campaign_files, directory_files, shared_files
from generator.content.loading.plain_files import leads_out
from generator.content.loading.service_directory import Directory, read_directory
from generator.content.loading.shared_records import MAY_STAND_OVER, OVER
from generator.content.loading.shipped import vocabulary_of_site
from generator.content.schema.form_fields import WORDS, PageWords, Source
from generator.content.source.positions import Path
from generator.content.source.text_files import heading_of
from generator.diagnostics import ContentError, Diagnostic
from generator.model.campaign import Campaign
from generator.model.fields.text import in_language
from generator.model.place import Area, Organisation
from generator.model.service import Service
from generator.model.vocabulary import Vocabulary
from generator.preview.form_gate import AN_ADDRESS
from generator.settings import Settings
from generator.site_loader import Site, Stamp

RecordKind = Literal["services", "campaigns", "pages", "organisations", "areas"]
MODELS: Mapping[RecordKind, type[BaseModel]] = {
    "services": Service,
    "campaigns": Campaign,
    "pages": PageWords,
    "organisations": Organisation,
    "areas": Area,
}
LISTS: Mapping[RecordKind, tuple[str, str, str]] = {
    "services": ("Services", "Add a service", "A new service"),
    "campaigns": ("Campaigns", "Add a campaign", "A new campaign"),
    "pages": ("Pages", "", ""),
    "organisations": ("Organisations", "Add an organisation", "A new organisation"),
    "areas": ("Areas", "Add an area", "A new area"),
}
"""What each list of records is called, and how one is added to it."""
KINDS: Mapping[str, RecordKind] = {kind: kind for kind in LISTS}
WITH_IDS_IN_FRONT = ("organisations", "areas")
"""The lists of the directory in which each record has its id in front."""
A_PLACE = re.compile(r":[0-9]+:[0-9]+")


@dataclass(frozen=True, slots=True)
class Held:
    """One record as its file has it now."""

    kind: RecordKind
    id: str
    file: str
    path: Path
    """Where it stands in the file."""
    text: str
    """The whole file, byte order mark and line endings included."""
    written: Mapping[str, Any]
    is_shared: bool = False
    """Whether it is kept once for several offices: no form writes there."""

    @property
    def has_address(self) -> bool:
        """Whether its id, or the name of its file, can stand in an address of the form."""
        return bool(AN_ADDRESS.fullmatch(self.id))

    @property
    def name(self) -> str:
        """What to call it in a list: its author's words in the first language that they are in."""
        if self.kind == "pages":
            return heading_of(str(self.written[WORDS]))[0] or self.file
        value = self.written.get("title" if self.kind == "campaigns" else "name", self.id)
        return str(next(iter(value.values()), self.id)) if isinstance(value, dict) else str(value)

    @property
    def only(self) -> Sequence[str]:
        """The fields that it may have, where it says otherwise what a shared record says; none: all of the model."""
        return MAY_STAND_OVER if OVER in self.written else ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a check says of a content."""

    problems: Sequence[Diagnostic]
    advice: Sequence[Diagnostic]

    def new_against(self, before: Judgement) -> list[Diagnostic]:
        """The mistakes that were not there before. Lines move, so that places say nothing."""
        known = Counter(map(_without_places, before.problems))
        new = []
        for one in self.problems:
            key = _without_places(one)
            if known[key]:
                known[key] -= 1
            else:
                new.append(one)
        return new


def _without_places(problem: Diagnostic) -> tuple[str, str, str]:
    return problem.code, problem.location.file, A_PLACE.sub("", problem.text)


class Records:
    """What stands in the files at this moment: made anew for each request."""

    def __init__(self, root: FolderPath, now: datetime) -> None:
        """Read the settings. ContentError or SiteError where there are none to read."""
        self.site = Site(root, now)
        self.settings: Settings = self.site.settings().model_copy(
            update={"approve": ()}
        )  # to change is to approve none

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the site, the first one first."""
        return tuple(self.settings.languages) or (self.settings.language,)

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """Every file of records that can be read, by its name."""
        root, found = self.site.root, {}
        for file in (*directory_files(root, self.settings), *campaign_files(root, self.settings)):
            try:
                found[file] = text_of(root / file, file)
            except ContentError:
                continue
        return found

    def services(self) -> Iterator[Held]:
        """Every service with an id, in the order of the files; of those that several offices share too."""
        shared = shared_files(self.site.root, self.settings)
        for file in directory_files(self.site.root, self.settings):
            value = self._value(file)
            records = value.get("services") if isinstance(value, dict) else None
            for number, one in enumerate(records if isinstance(records, list) else ()):
                if isinstance(one, dict) and isinstance(one.get("id"), str):
                    path: Path = ("services", number)
                    yield Held("services", one["id"], file, path, self.texts[file], one, file in shared)

    def named(self, kind: RecordKind) -> Iterator[Held]:
        """Every record of a list in which each has its id in front, in the order of the files."""
        shared = shared_files(self.site.root, self.settings)
        for file in directory_files(self.site.root, self.settings):
            value = self._value(file)
            records = value.get(kind) if isinstance(value, dict) else None
            for name, one in records.items() if isinstance(records, dict) else ():
                if isinstance(one, dict) and one:
                    yield Held(kind, name, file, (kind, name), self.texts[file], one, file in shared)

    def campaigns(self) -> Iterator[Held]:
        """Every campaign with an id, in the order of the files."""
        for file in campaign_files(self.site.root, self.settings):
            value = self._value(file)
            if isinstance(value, dict) and isinstance(value.get("id"), str):
                text = self.texts[file]
                yield Held("campaigns", value["id"], file, (), text, {**value, WORDS: words_of(text, file)})

    def pages(self) -> Iterator[Held]:
        """Every page of the content folder, and each campaign's words in another language, by the name of its file."""
        root, folder = self.site.root, self.site.root / self.settings.content
        own = (path for path in folder.rglob("*.md") if path.is_file() and not path.name.startswith("."))
        twins = [root / file for file in self.texts if file.endswith(".md") and "id" not in (self._value(file) or {})]
        for path in (*sorted(path for path in own if not leads_out(path, folder)), *twins):
            file = path.relative_to(root).as_posix()
            with suppress(ContentError, EditError):
                text = text_of(path, file)
                yield Held("pages", file.removesuffix(".md"), file, (), text, {WORDS: words_of(text, file)})

    def page_of(self, held: Held) -> str:
        """Where the preview shows a record; "" where it has no page of its own."""
        if held.kind == "pages":
            below = f"{self.settings.content}/"
            is_page = held.file.startswith(below)
            return self.settings.link(address_of(held.file.removeprefix(below))) if is_page else ""
        found = {"services": urls.service, "campaigns": urls.campaign}.get(held.kind)
        return self.settings.link(found(held.id)) if found else ""

    def every(self, kind: RecordKind) -> Iterator[Held]:
        """Every record of a kind."""
        if kind in WITH_IDS_IN_FRONT:
            return self.named(kind)
        return {"services": self.services, "campaigns": self.campaigns, "pages": self.pages}[kind]()

    def find(self, kind: RecordKind, name: str) -> Held | None:
        """The record of an id. The office's own stands before one of the same id that is shared."""
        found = [one for one in self.every(kind) if one.id == name]
        return min(found, key=lambda one: one.is_shared, default=None)

    def _value(self, file: str) -> Any:
        try:
            return YamlDocument(self.texts[file], file).value
        except (EditError, KeyError):
            return None

    @cached_property
    def directory(self) -> Directory:
        """All that can be read of the directory, whatever is wrong with the rest."""
        files = [one for one in directory_files(self.site.root, self.settings) if one in self.texts]
        shared = shared_files(self.site.root, self.settings)
        plain = {file: self.texts[file].removeprefix("\ufeff").replace("\r\n", "\n") for file in files}
        return read_directory(plain, shared, self.settings.hide).value

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Every word that a record may use."""
        return vocabulary_of_site(self.directory, self.settings.language)

    def choices(self, source: Source) -> Mapping[str, str]:
        """What there is to choose from in a list: each id and its name."""
        if source == "services":
            return {one.id: one.name for one in self.services()}
        if source in ("areas", "organisations"):
            named = getattr(self.directory, source)
            return {name: in_language(found.record.name, self.languages[0]) for name, found in named.items()}
        terms = getattr(self.vocabulary, source, {})
        return {name: in_language(term.name, self.languages[0]) for name, term in terms.items()}


class Judge:
    """What `check` says: of the files as they are, remembered until one of them changes; of texts not yet written."""

    def __init__(self) -> None:
        self.known: tuple[tuple[Stamp, date], Judgement] | None = None

    def of(self, records: Records) -> Judgement:
        """Of the files as they stand."""
        now = records.site.stamp(records.settings), records.site.today
        if self.known is None or self.known[0] != now:
            self.known = now, self.of_texts(records, {})
        return self.known[1]

    def of_texts(self, records: Records, drafts: Mapping[str, str]) -> Judgement:
        """Of the files with new texts for some of them. SiteError where there is no site any more."""
        try:
            edition = records.site.edition(records.settings, drafts, to_publish=True)
        except ContentError as error:
            return Judgement(error.problems, error.advice)
        return Judgement((), edition.catalogue.advice)
