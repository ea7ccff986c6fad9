"""The closed lists: kinds of service, what happened, who it is for. Each term has a name and a plain sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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


class Vocabulary(Record):
    """The words that records may use, in the order that lists show them."""

    kinds: Mapping[Slug, Kind]
    crimes: Mapping[Slug, Term]
    audiences: Mapping[Slug, Term]

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
