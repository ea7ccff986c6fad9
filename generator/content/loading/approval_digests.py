"""A post, a number, a place -> the digest of exactly these words: an approval is of nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from generator.approvals import SECRET
from generator.model.campaign import Campaign, Image, Post
from generator.model.contact import Contact
from generator.model.emergency import Emergency
from generator.model.fields.text import Words
from generator.model.place import Place

LETTERS = 32


def post_digests(campaign: Campaign, post: Post, pictures: Mapping[str, bytes]) -> tuple[str, str]:
    """Of a post's own words, and of all that goes out with them: the campaign's title and picture too.

    Args:
        campaign: whose post it is.
        post: the post.
        pictures: the bytes of pictures by file: another picture of the same name is another one.
    """
    own = digest(
        post.id,
        post.at.isoformat(),
        post.latest,
        post.title,
        post.text,
        sorted(post.channels),
        dict(post.variants),
        _picture(post.image, pictures),
    )
    return own, digest(own, post.title or campaign.title, _picture(post.image or campaign.image, pictures))


def _picture(image: Image | None, pictures: Mapping[str, bytes]) -> Any:
    if image is None:
        return None
    return str(image.file), image.alt, sha256(pictures.get(str(image.file), b"")).hexdigest()


def number_digest(contact: Contact) -> str:
    """Of a number, the way it is reached, and what it is called: under another name it is another line."""
    called = contact.number.digits if contact.number else ""
    return digest(contact.way, called, contact.label, contact.meant_for)


def line_digest(line: Emergency) -> str:
    """Of a line for danger."""
    return digest("line", line.phone.digits if line.phone else "", line.say, line.text)


def place_digest(place: Place, shows: str) -> str:
    """Of a place, with all that says where it is, and how much of it is shown."""
    words = (place.name, place.address, place.postcode, place.area, place.directions, getattr(place, "note", None))
    return ("" if shows == "full" else SECRET) + digest(shows, *words)


def digest(*values: Any) -> str:
    """Of values in every language. What is in it never changes by itself: each approval would fall away."""
    said = json.dumps([_said(value) for value in values], ensure_ascii=True, sort_keys=True)
    return sha256(said.encode()).hexdigest()[:LETTERS]


def _said(value: Any) -> Any:
    if isinstance(value, Words):
        return dict(value.by_language)
    if isinstance(value, Mapping):
        return {str(name): _said(one) for name, one in value.items()}
    if isinstance(value, str) or value is None:
        return value
    return [_said(one) for one in value] if isinstance(value, Iterable) else str(value)
