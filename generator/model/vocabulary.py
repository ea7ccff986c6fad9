"""The closed lists: kinds of service, what happened, who it is for. Each term has a name and a plain sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, TypeVar

from pydantic import Field, field_validator

from generator.diagnostics import FieldError
from generator.model.fields.text import Label, Name, Sentence, Slug, as_words
from generator.model.fields.translatable import with_texts
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


CAREFUL = ("never", "area", "full")
"""How much of a place is shown, the most careful first."""
FOR_OTHERS = ("professionals", "people-who-harm", None)
"""Whom a kind may be for, the one that leads fewest people to it first."""


def together(*kinds: Kind) -> Kind:
    """Several kinds as one: the name of the first, and of each rule the strictest.

    The shortest time between checks; the least that is shown of a place; for others than people harmed by crime as
    soon as one of them is. Only where every one of them comes last in lists, do they all: help is offered there too.
    """
    first, *more = kinds
    if not more:
        return first
    return first.model_copy(
        update={
            "check_every": min(kind.check_every for kind in kinds),
            "comes_last": "yes" if all(kind.comes_last == "yes" for kind in kinds) else "no",
            "meant_for": min((kind.meant_for for kind in kinds), key=FOR_OTHERS.index),
            "places": min((kind.places for kind in kinds), key=CAREFUL.index),
        }
    )


class OwnWords(Record):
    """An office's own words for a term that comes with Waymark."""

    name: Name | None = None
    """What it is called here. Leave it out to keep the name that ships."""
    plain: Sentence | None = None
    """What it is, in one sentence. Leave it out to keep the one that ships."""
    synonyms: Many[Name] = ()
    """What people here type or say for it, beside the words that ship: found by the search, never shown."""


class Membership(Record):
    """A network that services belong to, or a quality mark that they hold: an office's own, by its id."""

    name: Name
    """What it is called."""
    plain: Sentence
    """What it means for whoever looks for help, in one sentence. Each service of it says so on its page."""
    synonyms: Many[Name] = ()
    """What people type for it: found by the search, never shown."""
    sources: Many[Label] = ()
    """What this rests on: web addresses, or codes of the list of sources."""


class DoorChoice(Record):
    """One choice behind a door of an office's own: a stage, a need."""

    id: Slug
    """Its permanent id: it stands in the address of its page."""
    name: Name
    """What somebody would say of themselves, or look for: I have to go to court."""
    plain: Sentence
    """What this is, in one sentence."""
    synonyms: Many[Name] = ()
    """What people type for it: found by the search, never shown."""
    services: Many[Slug] = Field(min_length=1)
    """Who helps then: ids of services."""


class OwnDoor(Record):
    """A way to find help that an office adds to those of every site, by its id."""

    name: Name
    """What it asks or offers, as a short question or a few words."""
    plain: Sentence
    """What stands behind it, in one sentence."""
    choices: Many[DoorChoice] = Field(min_length=1)
    """The choices, in the order to show them. Each starts with a hyphen."""

    @field_validator("choices")
    @classmethod
    def _each_has_its_own_id(cls, choices: tuple[DoorChoice, ...]) -> tuple[DoorChoice, ...]:
        ids = [choice.id for choice in choices]
        twice = next((one for number, one in enumerate(ids) if one in ids[:number]), None)
        if twice is not None:
            raise FieldError("choice-twice", f"two choices have the id '{twice}'", "give one of them another")
        return choices


T = TypeVar("T", bound=Term)


class Vocabulary(Record):
    """The words that records may use, in the order that lists show them."""

    kinds: Mapping[Slug, Kind]
    crimes: Mapping[Slug, Term]
    audiences: Mapping[Slug, Term]
    networks: Mapping[Slug, Membership] = {}
    """What an office adds: none of these comes with Waymark."""
    marks: Mapping[Slug, Membership] = {}
    doors: Mapping[Slug, OwnDoor] = {}

    def kind(self, names: Iterable[str]) -> Kind | None:
        """What holds for a service of all these kinds; None where none of them is known.

        Of a kind that is not known, nobody knows whether its places are secret: so they are.
        """
        names = list(names)
        known = [self.kinds[name] for name in names if name in self.kinds]
        if not known:
            return None
        kind = together(*known)
        return kind if len(known) == len(names) else kind.model_copy(update={"places": CAREFUL[0]})


def in_own_words(terms: Mapping[str, T], own: Mapping[str, OwnWords], language: str) -> dict[str, T]:
    """Terms that ship with an office's words for some of them: its names and sentences, its synonyms beside ours.

    A text without a language is in the site's own. It says so itself, because what ships is translated and it is not.
    """
    found = dict(terms)
    for name, words in own.items():
        if name in found:
            said = with_texts(words, lambda text: as_words(text, language))
            new = {field: text for field in ("name", "plain") if (text := getattr(said, field)) is not None}
            synonyms = (*found[name].synonyms, *said.synonyms)
            found[name] = found[name].model_copy(update=new | {"synonyms": synonyms})
    return found
