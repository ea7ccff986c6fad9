"""An edition -> the page for whoever is not sure: three questions, each answer a link to a page that is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import urls
from generator.edition import Edition
from generator.model.vocabulary import ANY_CRIME
from generator.output import Page
from generator.site.render.templates import Templates


@dataclass(frozen=True, slots=True)
class NotSureAnswer:
    """What somebody says of themselves, and the page that it leads to."""

    says: str
    address: str


@dataclass(frozen=True, slots=True)
class NotSureQuestion:
    """One question, and the answers that lead somewhere here."""

    id: str
    asks: str
    answers: Sequence[NotSureAnswer]


IN_DANGER = "#danger"
"""Whom to call in danger stands at the end of every page."""


def not_sure(templates: Templates) -> Page:
    """The page behind "I am not sure". No answer is kept, or needs a script."""
    _ = templates.say
    return templates.page(
        "not_sure",
        urls.NOT_SURE,
        _("I am not sure"),
        _("Three questions that help you choose where to turn."),
        "generator/model/data/vocabulary.yaml",
        questions=list(_questions(templates)),
    )


def _questions(templates: Templates) -> Iterator[NotSureQuestion]:
    """The questions that have more than one answer here."""
    _, edition = templates.say, templates.edition
    crime, kind, audience = urls.crime, urls.kind, urls.audience
    asked = (
        (
            "safe",
            _("Are you safe now?"),
            (
                (_("No, or I do not know"), IN_DANGER),
                (_("Someone may look at my phone or computer"), urls.STAY_SAFE),
                (_("I can't talk out loud"), urls.WITHOUT_SPEAKING),
            ),
        ),
        (
            "closest",
            _("What comes closest?"),
            (
                (_("Someone close to me hurts, frightens or controls me"), crime("domestic-abuse")),
                (_("It was sexual, and I did not want it"), crime("sexual-violence")),
                (_("Someone will not leave me alone"), crime("stalking-harassment")),
                (_("Someone got money or details out of me"), crime("fraud-cyber")),
                (_("Someone died"), crime("homicide")),
                (_("Something else, or I would rather not say"), crime(ANY_CRIME)),
            ),
        ),
        (
            "help",
            _("What would help most?"),
            (
                (_("Someone to talk to"), kind("helpline")),
                (_("Help for someone I care about"), audience("families-carers")),
                (_("To know my rights"), urls.RIGHTS),
                (_("To find the right word for what happened"), urls.WHAT_HAPPENED),
            ),
        ),
    )
    for name, asks, answers in asked:
        there = [NotSureAnswer(says, address) for says, address in answers if _is_there(edition, address)]
        if len(there) > 1:
            yield NotSureQuestion(name, asks, there)


def _is_there(edition: Edition, address: str) -> bool:
    """Whether a page that lists services has any to list; all other pages are always there."""
    for_audience = edition.catalogue.services_for_audience
    lists = {
        urls.WHAT_HAPPENED: edition.crimes_with_help,
        urls.KINDS: edition.kinds_with_help,
        urls.WHO: {name for name, services in for_audience.items() if any(map(edition.is_listed, services))},
    }
    door, _, name = address.strip("/").partition("/")
    return not name or name in lists[f"{door}/"]
