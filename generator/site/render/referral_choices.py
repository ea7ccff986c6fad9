"""Services -> what a professional chooses them by: what happened, where, who may refer, age, language, the wait."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.best_fit import is_for_the_young
from generator.edition import Edition
from generator.first_line import AGES
from generator.l10n.calendar_words import language_name
from generator.l10n.formats import Translate
from generator.model.service import Service
from generator.model.vocabulary import ANY_CRIME
from generator.site.render.narrowing import Narrowing

ROUTES = ("professional", "self", "police")


@dataclass(frozen=True, slots=True)
class ReferralQuestion:
    """One question with the answers that change what is listed; "any" is no answer."""

    id: str
    asks: str
    choices: Sequence[Narrowing]


def referral_words(service: Service, edition: Edition) -> tuple[str, ...]:
    """What a service can be chosen by; each word says of which question it is an answer."""
    catalogue, routes = edition.catalogue, edition.routes(service)
    crimes = catalogue.vocabulary.crimes if ANY_CRIME in service.helps_with else service.helps_with
    told = service.response or service.when_you_contact.wait
    return (
        *(f"after-{crime}" for crime in crimes),
        *(f"at-{area}" for area in catalogue.areas if catalogue.reach(service, area)),
        *(f"by-{route}" for route in ROUTES if route in routes or "any" in routes),
        *(f"aged-{age}" for age in _ages(service)),
        *(f"in-{code}" for code in service.languages),
        *(["interpreters"] if service.interpreters == "yes" else []),
        *(["wait"] if told else []),
    )


def _ages(service: Service) -> Iterator[str]:
    """Whether some under 18 are taken, and some from 18."""
    ages = service.who.ages
    if set(service.who.audiences) != {"adults"} and (ages is None or ages.meets(*AGES["children"])):
        yield "children"
    if not is_for_the_young(service) and (ages is None or ages.meets(*AGES["adults"])):
        yield "adults"


def referral_selects(
    services: Sequence[Service], edition: Edition, language: str, _: Translate
) -> Sequence[ReferralQuestion]:
    """The questions whose answers change a list of these."""
    found = [frozenset(referral_words(service, edition)) for service in services]
    changing = {word for words in found for word in words if not all(word in other for other in found)}
    catalogue = edition.catalogue
    codes = sorted(word.removeprefix("in-") for word in changing if word.startswith("in-"))
    every = (
        (
            "after",
            _("What happened"),
            [(f"after-{name}", term.name) for name, term in catalogue.vocabulary.crimes.items()],
        ),
        ("at", _("Areas"), [(f"at-{name}", area.name) for name, area in catalogue.areas.items()]),
        (
            "by",
            _("Who can refer"),
            [
                ("by-professional", _("You can refer someone.")),
                ("by-self", _("People can ask for help themselves.")),
                ("by-police", _("The police can refer.")),
            ],
        ),
        ("aged", _("Age"), [("aged-children", _("Under 18")), ("aged-adults", _("18 or over"))]),
        (
            "in",
            _("Languages"),
            [
                *((f"in-{code}", language_name(code, language)) for code in codes),
                ("interpreters", _("With interpreters")),
            ],
        ),
        ("wait", _("Response and wait"), [("wait", _("Says how soon"))]),
    )
    selects = (
        ReferralQuestion(name, asks, [Narrowing(word, says) for word, says in answers if word in changing])
        for name, asks, answers in every
    )
    return [one for one in selects if one.choices]
