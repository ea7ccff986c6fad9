"""Services of a list -> what each can be chosen by, and the choices that would change what stands there.

How to reach it, whom it is made for, in which language, with sign language, step-free: words that a card carries and a
button asks for. A button that every card or none answers to changes nothing, and is not there. Without a script there
are none: the pages by whom and by where are links.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.edition import Edition
from generator.l10n.calendar_words import language_name
from generator.l10n.formats import Translate
from generator.model.service import Service
from generator.model.vocabulary import EVERYONE
from generator.spots import Spots

ENOUGH = 6
"""So few services are read more quickly than they are narrowed."""
ACCESS = ("bsl", "step-free")
OPEN_NOW = "open"
"""What the device alone knows: cards carry no such word."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """One button: the word that cards carry, and what it says."""

    word: str
    says: str


def words_of(service: Service, edition: Edition, spots: Spots) -> tuple[str, ...]:
    """What a service can be chosen by: "phone chat women bsl in-cy"."""
    ways = [one.way for one in edition.ways(service)]
    met = ["met"] if any(spots.of(service)) else []
    audiences = [] if EVERYONE in service.who.audiences else service.who.audiences
    languages = [f"in-{code}" for code in service.languages]
    interpreters = ["interpreters"] if service.interpreters == "yes" else []
    access = [one for one in service.access if one in ACCESS]
    return tuple(dict.fromkeys((*ways, *met, *audiences, *languages, *interpreters, *access)))


def choices(
    services: Sequence[Service], edition: Edition, spots: Spots, language: str, _: Translate
) -> Sequence[Narrowing]:
    """The buttons for a list of these on a site in a language; none for a short list."""
    found = [frozenset(words_of(service, edition, spots)) for service in services]
    if len(found) < ENOUGH:
        return ()
    changing = {word for words in found for word in words if not all(word in other for other in found)}
    if any(one.hours for service in services for one in edition.ways(service)):
        changing.add(OPEN_NOW)
    return [one for one in _every(changing, edition, language, _) if one.word in changing]


def _every(words: set[str], edition: Edition, language: str, _: Translate) -> Iterator[Narrowing]:
    """Every button that there can be, what decides first."""
    yield from (
        Narrowing(OPEN_NOW, _("Open now")),
        Narrowing("phone", _("By phone")),
        Narrowing("text", _("By text")),
        Narrowing("chat", _("Online chat")),
        Narrowing("email", _("By e-mail")),
        Narrowing("form", _("By a form")),
        Narrowing("met", _("In person")),
    )
    audiences = edition.catalogue.vocabulary.audiences
    yield from (Narrowing(name, term.name) for name, term in audiences.items() if name != EVERYONE)
    yield Narrowing("bsl", _("British Sign Language (BSL)"))
    yield Narrowing("step-free", _("Step free"))
    spoken = sorted(word for word in words if word.startswith("in-") and word != f"in-{language}")
    yield from (Narrowing(word, language_name(word.removeprefix("in-"), language)) for word in spoken)
    yield Narrowing("interpreters", _("With interpreters"))
