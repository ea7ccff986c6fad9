"""All that was read of a site -> one value for every check: records with their places, texts, settings and the day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from generator.approvals import Approvals, Awaiting
from generator.content.loading.content_files import ContentFiles
from generator.content.loading.pages import RESULTS, StandingFiles, titles_of
from generator.content.loading.service_directory import Directory
from generator.content.loading.shipped import lines_of_site, read_channels, read_crisis, read_spoken_languages
from generator.content.loading.source_file import Found, Source
from generator.content.loading.steps_of_crimes import shipped_steps, steps_in_words_of
from generator.content.source.history import History
from generator.content.source.left_behind import CONFIG
from generator.model.campaign import Campaign, Picture
from generator.model.catalogue import Catalogue, StandingPages
from generator.model.channel_rules import Channels
from generator.model.emergency import FirstSteps
from generator.model.ledger import Ledger
from generator.model.standing_page import PageTwin
from generator.model.vocabulary import Vocabulary
from generator.privacy.hidden_steps import HiddenSteps, hidden_steps
from generator.privacy.withheld import shown_by
from generator.settings import Settings

R = TypeVar("R", bound=BaseModel)


@dataclass(eq=False)
class Content:
    """What was read of a site, before anyone asked whether it fits together.

    Of a directory alone, as an import has it, all else is empty.
    """

    root: Path
    settings: Settings
    today: date
    vocabulary: Vocabulary
    directory: Directory
    yaml: Mapping[str, str]
    """The texts of the directory's files."""
    campaigns: list[Found[Campaign]] = field(default_factory=list)
    texts: Mapping[str, str] = field(default_factory=dict)
    """The Markdown of campaigns and of every page of the content folder, by file."""
    templates: Mapping[str, str] = field(default_factory=dict)
    """The text of each template, by file."""
    files: ContentFiles = field(default_factory=lambda: ContentFiles("content"))
    standing: StandingFiles = field(default_factory=StandingFiles)
    unread: Mapping[str, str] = field(default_factory=dict)
    """Files with words that nobody has read who speaks their language, as they say; each with its language."""
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    config: str = ""
    """The text of mkdocs.yml."""
    results: str = ""
    """The text of the results of the accessibility tests."""
    ledger: Ledger | None = None
    """What went out already; None where the site keeps no ledger."""
    approvals: Approvals = field(default_factory=Approvals)
    """What a second person has approved; nothing where the settings name nothing that needs one."""
    awaiting: tuple[Awaiting, ...] = ()
    """What waits for one."""
    drafts: Mapping[str, str] = field(default_factory=dict)
    to_publish: bool = False
    """Whether it must be fit for the public: a directory on its way may offer nobody to call yet."""
    asked_language: str = ""
    """The language of which somebody wants to know what is not translated; "" where nobody does."""
    is_whole_site: bool = True

    def campaign_with(self, post_id: str) -> Found[Campaign]:
        """The campaign of a post."""
        return next(one for one in self.campaigns if any(post.id == post_id for post in one.record.posts))

    @cached_property
    def history(self) -> History:
        """What git knows of its files."""
        return History(self.root)

    @property
    def sources(self) -> Iterator[Source]:
        """Each file whose records may have their words in several languages."""
        yield from self.directory.files
        yield from (found.source for found in self.campaigns)

    @cached_property
    def channels(self) -> Channels:
        """Every channel that comes with Waymark."""
        return read_channels()

    @property
    def everywhere(self) -> dict[str, str]:
        """The settings, the results of the accessibility tests and every Markdown file."""
        return {CONFIG: self.config, RESULTS: self.results, **self.texts}

    @cached_property
    def shipped_steps(self) -> Mapping[str, FirstSteps]:
        """What comes with Waymark for each crime for which the office has written nothing."""
        return {crime: one for crime, one in shipped_steps().items() if crime not in self.standing.steps.own}

    @cached_property
    def hidden_steps(self) -> HiddenSteps:
        """Those of them that would lead to what this site keeps from the public."""
        directory, settings = self.directory, self.settings
        lines = lines_of_site(directory, settings.language)
        offices = (*settings.exits.values(), settings.office.website, settings.office.corrections)
        owners = (found.record.website for found in directory.organisations.values())
        return hidden_steps(
            self.shipped_steps,
            (found.record for found in (*directory.services, *directory.hidden)),
            lines,
            (
                [found.record for found in directory.retired_numbers],
                [found.record for found in directory.retired_addresses],
            ),
            (*owners, *(line.link for line in lines), *offices),
            shown_by(self.vocabulary),
            [name for name, kind in self.vocabulary.kinds.items() if kind.meant_for == "professionals"],
        )

    @cached_property
    def first_steps(self) -> dict[str, FirstSteps]:
        """What the site says to do first: the office's own, else what ships and may be shown."""
        shipped = {}
        for crime, one in self.shipped_steps.items():
            hidden = self.hidden_steps.get(crime, {})
            left = tuple(step for number, step in enumerate(one.steps) if number not in hidden)
            shipped[crime] = one.model_copy(update={"steps": left}) if hidden else one
        return shipped | steps_in_words_of(self.standing.steps.own, self.settings.language)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The records as the site has them. It takes everything to be right."""
        directory = self.directory
        return Catalogue(
            vocabulary=self.vocabulary,
            services=tuple(found.record for found in directory.services),
            hidden=tuple(found.record for found in directory.hidden),
            local=directory.local,
            organisations={name: found.record for name, found in directory.organisations.items()},
            areas={name: found.record for name, found in directory.areas.items()},
            campaigns=tuple(found.record for found in self.campaigns),
            emergency=lines_of_site(directory, self.settings.language),
            retired_numbers=tuple(found.record for found in directory.retired_numbers),
            retired_addresses=tuple(found.record for found in directory.retired_addresses),
            documents={name: found.record for name, found in directory.sources.items()},
            standing=_standing(self.standing, self.files),
            first_steps=self.first_steps,
            titled=titles_of(
                self.standing.of_pages, self.settings.content, self.standing.twin_files, self.settings.language
            ),
            channels=self.channels,
            crisis=read_crisis(),
            spoken_languages=read_spoken_languages(),
            pictures=dict(self.pictures),
            ledger=self.ledger,
            awaiting=self.awaiting,
            unread=Counter(self.unread.values()),
        )


def _standing(files: StandingFiles, content: ContentFiles) -> StandingPages:
    return StandingPages(
        about=_record(files.about),
        stay_safe=_record(files.stay_safe),
        rights=_record(files.rights),
        accessibility=_record(files.accessibility),
        results=_record(files.results),
        addresses=files.addresses,
        files=frozenset(content.published),
        twins={
            original.removeprefix(f"{content.folder}/"): {
                code: PageTwin(one.source.file, one.record.words or "", one.record.first_line, one.record.checked)
                for code, one in some.items()
            }
            for original, some in files.twins.items()
        },
    )


def _record(found: Found[R] | None) -> R | None:
    return found.record if found else None
