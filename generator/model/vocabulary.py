"""The closed lists: kinds of service, what happened, who it is for. Each term has a name and a plain sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from generator.model.fields.text import Label, Name, Sentence, Slug
from generator.model.record import Many, Record

ANY_CRIME = "any-crime"
EVERYONE = "everyone"


class Term(Record):
    """One word of the vocabulary. Synonyms are what people type or say; terms are narrower matters within it."""

    name: Name
    plain: Sentence
    synonyms: Many[Name] = ()
    terms: Many[Name] = ()
    police_uk: Label | None = None
    """The street-level category of police.uk that this falls in; a mapping, never a way to find help."""


class Kind(Term):
    """A kind of service."""

    check_every: int = Field(180, ge=1, le=730)
    """Days after which the facts of such a service are due for a check."""
    comes_last: Literal["yes", "no"] = "no"
    """Whether lists put it below help itself: a place to report or to read, not someone to talk to."""
    meant_for: Literal["people-who-harm", "professionals"] | None = Field(None, alias="for")
    """Whom every service of this kind is for, where that is not people harmed by crime."""
    places: Literal["full", "area", "never"] = "full"
    """How much of its places a reader may see where the record says nothing: full, area or never."""


class Vocabulary(Record):
    """The words that records may use, in the order that lists show them."""

    kinds: Mapping[Slug, Kind]
    crimes: Mapping[Slug, Term]
    audiences: Mapping[Slug, Term]
