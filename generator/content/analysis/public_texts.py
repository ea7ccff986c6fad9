"""Records of the directory, campaigns and their posts -> the texts that the public reads, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, Protocol

from generator.content.loading.content import Content
from generator.content.loading.source_file import Found, Source, texts_in
from generator.content.source.positions import Path
from generator.diagnostics import Diagnostic, Location
from generator.model.campaign import Campaign, Image, Post
from generator.model.campaign import Channel as ChannelName
from generator.model.channel_rules import Channels
from generator.model.fields.text import Words
from generator.model.fields.translatable import texts_in_record
from generator.model.post_previews import channels_of
from generator.model.service import kinds_written
from generator.model.vocabulary import Vocabulary
from generator.privacy.withheld import WITHHELD_BY

NEVER_SHOWN = frozenset({"rule", "objective", "insight", "measures", "results", "confirmed", "signed_off"})
"""Fields of a campaign for staff alone."""


NEVER_SHOWN_ELSEWHERE = frozenset({"phone", "source"})
"""Fields of emergency lines and areas: `rules` names a retired number, and where something was found nobody reads."""


NUMBERS_OF_A_CONTACT = frozenset({"phone", "text", "textphone"})
"""What is kept back stands there, and waits for its check; `rules` names the retired ones."""


def parts_for_professionals(value: Any, vocabulary: Vocabulary) -> Iterator[Path]:
    """Where each service and each contact stands that professionals alone read."""
    services = value.get("services") if isinstance(value, dict) else None
    for number, record in enumerate(services if isinstance(services, list) else ()):
        if not isinstance(record, dict):
            continue
        kind = vocabulary.kind(kinds_written(record))
        if "professionals" in (record.get("for"), kind.meant_for if kind else None):
            yield ("services", number)
        for path, contact in _contacts(record):
            if isinstance(contact, dict) and contact.get("for") == "professionals":
                yield ("services", number, *path)


def _contacts(record: dict[str, Any]) -> Iterator[tuple[Path, Any]]:
    """Each contact of a service and of its points, as far as there are such lists, and its path in the service."""
    for place, contact in enumerate(_list(record.get("contact"))):
        yield ("contact", place), contact
    for number, point in enumerate(_list(record.get("points"))):
        for place, contact in enumerate(_list(point.get("contact")) if isinstance(point, dict) else ()):
            yield ("points", number, "contact", place), contact


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def public_in_directory(value: Any, vocabulary: Vocabulary) -> Iterator[tuple[Path, str]]:
    """Each text of the directory that the public reads, but numbers of contacts, and its path."""
    for section, inside in value.items() if isinstance(value, dict) else ():
        if section == "services" and isinstance(inside, list):
            for number, record in enumerate(inside):
                yield from _public_in_service(record, (section, number), vocabulary)
        elif section not in ("retired_numbers", "retired_addresses"):
            yield from texts_in(inside, (section,), NEVER_SHOWN_ELSEWHERE)


def _public_in_service(record: Any, path: Path, vocabulary: Vocabulary) -> Iterator[tuple[Path, str]]:
    """All but the numbers of its contacts, and what a place keeps to itself."""
    if not isinstance(record, dict):
        return
    yield from texts_in(record, path, {"contact", "places", "points"} | NEVER_SHOWN)
    for place, contact in _contacts(record):
        yield from texts_in(contact, (*path, *place), NUMBERS_OF_A_CONTACT)
    kind = vocabulary.kind(kinds_written(record))
    for group in ("places", "points"):
        for number, place in enumerate(_list(record.get(group))):
            shows = isinstance(place, dict) and (place.get("show") or (kind.places if kind else "never"))
            hidden = {"source", "contact", *WITHHELD_BY.get(str(shows), ())}
            yield from texts_in(place, (*path, group, number), hidden)


def public_in_record(value: Any) -> Iterator[tuple[Path, str]]:
    """All but what is for staff alone, and posts that were withdrawn: perhaps because of their number."""
    if not isinstance(value, dict):
        return
    yield from texts_in(value, (), NEVER_SHOWN | {"posts"})
    posts = value.get("posts")
    for number, post in enumerate(posts if isinstance(posts, list) else ()):
        if not isinstance(post, dict) or post.get("withdrawn") != "true":
            yield from texts_in(post, ("posts", number), ())


class PublicSearch(Protocol):
    """A search for what the public may not see or be led to."""

    def in_directory(self, source: Source, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
        """A problem for each in what the public reads of services, areas and the rest."""

    def in_file(self, text: str, file: str) -> Iterator[Diagnostic]:
        """The same for a campaign, a standing page or the settings."""

    def in_words(self, text: str, file: str) -> Iterator[Diagnostic]:
        """The same for a text without a record, such as the words of a document."""


def searched(content: Content, search: PublicSearch) -> Iterator[Diagnostic]:
    """What a search finds in all that the public reads."""
    for source in content.directory.files:
        yield from search.in_directory(source, content.vocabulary)
    for file, text in content.everywhere.items():
        yield from search.in_file(text, file)
    for file, text in chain(content.files.words.items(), content.templates.items()):
        yield from search.in_words(text, file)


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a post, where it stands, and the channels that it goes to."""

    campaign: Found[Campaign]
    post: Post
    mark: Location
    text: str
    channels: tuple[ChannelName, ...]
    is_variant: bool

    @property
    def every(self) -> tuple[str, ...]:
        """The text in each of its languages."""
        return every_language(self.text)


def every_language(text: str) -> tuple[str, ...]:
    """A text in each of its languages."""
    return text.every if isinstance(text, Words) else (text,)


def by_language(text: str, site: str) -> Iterator[tuple[str, str]]:
    """A text in each of its languages, each after the language; a plain one is in that of the site."""
    said = text.by_language if isinstance(text, Words) else {site: text}
    yield from ((language.partition("-")[0], words) for language, words in said.items())


def texts_of(campaigns: Iterable[Found[Campaign]], channels: Channels) -> Iterator[Text]:
    """Every text of the posts of some campaigns."""
    for one in campaigns:
        for number, post in enumerate(one.record.posts):
            goes_to = channels_of(post, channels)
            rest = tuple(channel for channel in goes_to if channel not in post.variants)
            yield Text(one, post, one.at("posts", number, "text"), post.text, rest, is_variant=False)
            for channel, words_ in post.variants.items():
                where = one.at("posts", number, "variants", channel)
                yield Text(one, post, where, words_, (channel,) if channel in goes_to else (), is_variant=True)


def wordings(campaigns: Iterable[Found[Campaign]], channels: Channels) -> Iterator[tuple[Text, str]]:
    """The same, each in each of its languages."""
    return ((text, words_) for text in texts_of(campaigns, channels) for words_ in text.every)


def images_of(one: Found[Campaign]) -> Iterator[tuple[Image, tuple[str | int, ...]]]:
    """Every picture of a campaign, and its path in the record."""
    if one.record.image:
        yield one.record.image, ("image",)
    for number, post in enumerate(one.record.posts):
        if post.image:
            yield post.image, ("posts", number, "image")


def records_of(content: Content) -> Iterator[Found[Any]]:
    """Every record that authors write: of the directory, of campaigns, of standing pages."""
    directory, standing = content.directory, content.standing
    pages = (standing.about, standing.stay_safe, standing.rights, standing.accessibility)
    yield from chain(
        directory.emergency,
        directory.areas.values(),
        directory.organisations.values(),
        directory.services,
        directory.retired_addresses,
        directory.sources.values(),
        directory.kinds.values(),
        directory.crimes.values(),
        directory.audiences.values(),
        directory.networks.values(),
        directory.marks.values(),
        directory.doors.values(),
        content.campaigns,
        (page for page in pages if page),
        standing.steps.own.values(),
    )


def texts_of_records(content: Content) -> Iterator[tuple[Found[Any], Path, str]]:
    """Every text of every record, with its path in the record."""
    for found in records_of(content):
        for path, text in texts_in_record(found.record):
            yield found, path, text
