"""An edition and planned runs -> what each campaign still needs or never said; services that none leads to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from generator.edition import Edition
from generator.model.campaign import Campaign, Post, Run
from generator.model.service import Service
from generator.staff.planning.runs import Planned, posts_of

Field = Literal["objective", "audiences", "insight", "measures", "results"]


FIELDS: tuple[Field, ...] = ("objective", "audiences", "insight", "measures", "results")


@dataclass(frozen=True, slots=True)
class Oasis:
    """One campaign: the fields that are missing, and whether it is too early to ask for results."""

    campaign: Campaign
    missing: Sequence[Field]
    results_later: bool
    """No run of it is over yet, and it has no results: it need not say them."""


def oasis(edition: Edition) -> tuple[Oasis, ...]:
    """Every campaign, by id. `audiences` is missing where nobody wrote it: that it then means everyone is no choice."""
    return tuple(
        oasis_of(campaign, edition) for campaign in sorted(edition.catalogue.campaigns, key=lambda one: one.id)
    )


def oasis_of(campaign: Campaign, edition: Edition) -> Oasis:
    """One campaign."""
    was_on = any(run.confirmed and run.last < edition.today for run in campaign.runs)
    has: dict[Field, bool] = {
        "objective": campaign.objective is not None,
        "audiences": "audiences" in campaign.model_fields_set,
        "insight": campaign.insight is not None,
        "measures": campaign.measures is not None,
        "results": campaign.results is not None or not was_on,
    }
    missing = tuple(field for field in FIELDS if not has[field])
    return Oasis(campaign, missing, results_later=campaign.results is None and not was_on)


def never_promoted(edition: Edition) -> tuple[Service, ...]:
    """Every service that lists lead to and that no campaign names, by name."""
    named = {name for campaign in edition.catalogue.campaigns for name in campaign.services}
    left = (one for one in edition.catalogue.services if one.id not in named and edition.is_listed(one))
    return tuple(sorted(left, key=lambda one: (one.name.casefold(), one.id)))


LOOKS = {timedelta(weeks=6): "within 6 weeks", timedelta(weeks=2): "within 2 weeks", timedelta(days=2): "within 2 days"}
"""When somebody looks whether a run is ready, before its first day."""


Part = Literal["dates", "words", "alt text", "picture", "sign-off"]


Shown = Literal["own", "drawn"]


@dataclass(frozen=True, slots=True)
class Readiness:
    """One coming run. `missing` is what is not there yet; `picture` whose pictures it shows: its own, or ours."""

    campaign: Campaign
    run: Run
    posts: Sequence[Post]
    picture: Shown
    missing: Sequence[Part]
    days: int
    """Days until it begins; 0 or less: it is on."""
    next_look: date | None
    """The next day on which to look; None: all three have gone by."""

    @property
    def near(self) -> str:
        """How near it is, by the looks that have come: "within 6 weeks"; "" while there is more time; "on now"."""
        if self.days <= 0:
            return "on now"
        return next((name for ahead, name in reversed(LOOKS.items()) if self.days <= ahead.days), "")

    @property
    def is_late(self) -> bool:
        """Whether something is missing at one of the three looks, or after them."""
        return bool(self.missing) and bool(self.near)


def readiness(edition: Edition, runs: Sequence[Planned]) -> tuple[Readiness, ...]:
    """Every run that is not over, first day first."""
    return tuple(readiness_of(edition, run.campaign, run.run) for run in runs if run.run.last >= edition.today)


def readiness_of(edition: Edition, campaign: Campaign, run: Run) -> Readiness:
    """One run, also one that is over."""
    posts = posts_of(campaign, run)
    pictures = [image for image in (campaign.image, *(post.image for post in posts)) if image]
    has: dict[Part, bool] = {
        "dates": run.confirmed is not None,
        "words": bool(posts),
        "alt text": all(is_described(str(image.alt), edition) for image in pictures),
        "picture": all(image.file in edition.catalogue.pictures for image in pictures),
        "sign-off": run.signed_off is not None,
    }
    looks = [run.first - ahead for ahead in LOOKS]
    return Readiness(
        campaign,
        run,
        posts,
        "own" if campaign.image or (posts and all(post.image for post in posts)) else "drawn",
        tuple(part for part, is_there in has.items() if not is_there),
        (run.first - edition.today).days,
        next((day for day in looks if day > edition.today), None),
    )


def is_described(alt: str, edition: Edition) -> bool:
    """Whether an alt text says what a picture shows, in words that every channel takes."""
    wording = edition.catalogue.channels.wording
    return bool(alt) and len(alt) <= wording.alt_characters
