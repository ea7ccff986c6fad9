"""A thing that waits -> what it says, line by line, for whoever approves it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.approvals import LINES, Awaiting
from generator.content.loading.approval_digests import line_digest, number_digest, place_digest
from generator.content.loading.content import Content
from generator.l10n.formats import moment
from generator.model.campaign import Image, Post
from generator.model.fields.text import Words
from generator.model.place import Place
from generator.model.service import Service
from generator.privacy.withheld import shown_by


@dataclass(frozen=True, slots=True)
class ThingWords:
    """One line: what it is, what it says, whether it is new, and whether it says where a secret place is."""

    label: str
    value: str
    is_new: bool = False
    is_secret: bool = False


def title_of(thing: Awaiting, content: Content) -> str:
    """What to call a thing in a list."""
    if thing.id == LINES:
        return "The lines for danger"
    if thing.kind == "posts":
        return f"Post {thing.id}"
    names = (str(one.record.name) for one in content.directory.services if one.record.id == thing.id)
    return f"{'Numbers' if thing.kind == 'numbers' else 'Places'} of {next(names, thing.id)}"


def words_of(thing: Awaiting, content: Content) -> list[ThingWords]:
    """Everything that an approval is of."""
    if thing.kind == "posts":
        own = content.campaign_with(thing.id)
        post = next(post for post in own.record.posts if post.id == thing.id)
        return list(_post(post, post.title or own.record.title, post.image or own.record.image))
    approved = content.approvals.of(thing.what)
    if thing.id == LINES:
        lines = [one.record for one in content.directory.emergency if one.record.phone]
        return [
            ThingWords(str(one.say), f"{one.phone and one.phone.shown}: {one.text}", line_digest(one) not in approved)
            for one in lines
        ]
    found = [one.record for one in content.directory.services if one.record.id == thing.id]
    if thing.kind == "numbers":
        return [
            ThingWords(str(one.label or one.way), one.shown, number_digest(one) not in approved)
            for service in found
            for _, one in service.ways
            if one.number
        ]
    lost = [ThingWords("Kept secret until now, and gone or changed", str(thing.lost))] if thing.lost else []
    shows = shown_by(content.vocabulary)
    return lost + [
        _place(service, place, shows(service, place), approved) for service in found for _, _, place in service.spots
    ]


def _post(post: Post, title: str, image: Image | None) -> Iterator[ThingWords]:
    yield ThingWords("Goes out", moment(post.at))
    if post.latest:
        yield ThingWords("At the latest on", post.latest.isoformat())
    yield from _in_each_language("Title", title)
    yield from _in_each_language("Words", post.text)
    for channel, text in post.variants.items():
        yield from _in_each_language(f"Words for {channel}", text)
    yield ThingWords("Channels", ", ".join(post.channels) or "every channel")
    if image:
        yield ThingWords("Picture", f"{image.file}: {image.alt}")


def _in_each_language(label: str, text: str) -> Iterator[ThingWords]:
    if isinstance(text, Words):
        for code, said in text.by_language.items():
            yield ThingWords(f"{label} ({code})", said)
    else:
        yield ThingWords(label, text)


def _place(service: Service, place: Place, shows: str, approved: frozenset[str]) -> ThingWords:
    where = ", ".join(filter(None, map(_said, (place.name, place.address, place.postcode, place.directions))))
    is_new = place_digest(place, shows) not in approved
    return ThingWords(f"Shows {shows}", where, is_new, is_secret=True)


def _said(text: str | None) -> str:
    return " / ".join(text.every) if isinstance(text, Words) else str(text or "")
