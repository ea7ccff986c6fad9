"""Edition: the catalogue as it stands at one moment. Every question with "now" in it is answered here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any, Literal

from generator.feed_settings import FeedSettings
from generator.model.campaign import Campaign, Post, Run, images_of
from generator.model.ledger import MOST_AHEAD
from generator.model.release_window import dates_ahead, has_opened
from generator.model.service import Service
from generator.model.vocabulary import ANY_CRIME
from generator.privacy.withheld import Withheld, shown_by, unseen_numbers, withheld
from generator.privacy.withheld_search import Sought
from generator.service_state import ServiceState

Stage = Literal["now", "coming", "over"]


@dataclass(frozen=True)
class Edition(ServiceState):
    """The catalogue at one moment, an aware time; its day is the day in the United Kingdom."""

    paused_from: date | None = None
    """The day from which no new post goes out; it counts where there is no ledger to keep posts back."""
    shows_drafts: bool = False
    """Whether pages show campaigns that are not public yet: in a preview, for staff alone. No post or feed does."""
    feeds: FeedSettings | None = None
    """Where there is no ledger: at which hours posts may go out. None: at any."""

    # Services

    def ranked(self, services: Iterable[Service]) -> list[Service]:
        """Services in the order of every list, whoever they are for."""
        return sorted(services, key=lambda service: self._rank[service.id])

    def in_order(
        self, services: Iterable[Service], area: str | None = None, crime: str | None = None
    ) -> tuple[Service, ...]:
        """Listed services as a reader meets them; in an area, near before wide; after a crime, made for it first."""
        if area is None:
            return tuple(self.ranked(filter(self.is_listed, services)))
        rank, reach = self._rank, self.catalogue.reach

        def near_first(service: Service) -> tuple[object, ...]:
            *doubts, by_day, width, name, _ = rank[service.id]
            nearness = -1 if reach(service, area) == "local" else width
            return (*doubts, bool(crime) and crime not in service.helps_with, nearness, by_day, name, service.id)

        return tuple(sorted(filter(self.is_listed, services), key=near_first))

    @cached_property
    def _rank(self) -> Mapping[str, tuple[Any, ...]]:
        """What sorts every list, worked out once: sure before old, help before reporting, day and night, near first."""
        catalogue = self.catalogue
        return {
            service.id: (
                self.is_old(service),
                catalogue.kind(service).comes_last == "yes",
                service.status == "paused" or not self.ways(service),
                not any(one.is_answered_day_and_night for one in self.ways(service)),
                min(catalogue.breadth[area] for area in catalogue.areas_of(service)),
                service.name.casefold(),
                service.id,
            )
            for service in self.catalogue.services
        }

    @cached_property
    def kinds_with_help(self) -> frozenset[str]:
        """The kinds that a listed service is of: the others have no page."""
        listed = filter(self.is_listed, self.catalogue.services)
        return frozenset(kind for service in listed for kind in service.every_kind)

    @cached_property
    def networks_with_help(self) -> Mapping[str, tuple[Service, ...]]:
        """The listed services of each network that has any, in order, by network."""
        return self._grouped(self.catalogue.vocabulary.networks, lambda service: service.networks)

    @cached_property
    def marks_with_help(self) -> Mapping[str, tuple[Service, ...]]:
        """The listed services that hold each quality mark that any holds, in order, by mark."""
        return self._grouped(self.catalogue.vocabulary.marks, lambda service: service.marks)

    def _grouped(
        self, groups: Iterable[str], of: Callable[[Service], tuple[str, ...]]
    ) -> Mapping[str, tuple[Service, ...]]:
        services = self.catalogue.public_services
        found = {name: self.in_order(one for one in services if name in of(one)) for name in groups}
        return {name: listed for name, listed in found.items() if listed}

    @cached_property
    def doors_with_help(self) -> Mapping[str, Mapping[str, tuple[Service, ...]]]:
        """The listed services behind each choice of the office's own doors, in order, by door and choice."""
        known = self.catalogue.service_by_id
        doors = {
            name: {choice.id: self.in_order(known[one] for one in choice.services) for choice in door.choices}
            for name, door in self.catalogue.vocabulary.doors.items()
        }
        led = {name: {choice: found for choice, found in inside.items() if found} for name, inside in doors.items()}
        return {name: inside for name, inside in led.items() if inside}

    @cached_property
    def crimes_with_help(self) -> frozenset[str]:
        """The crime types after which a listed service helps: the others have no page."""
        named = {crime for service in filter(self.is_listed, self.catalogue.services) for crime in service.helps_with}
        return frozenset(self.catalogue.vocabulary.crimes if ANY_CRIME in named else named)

    @cached_property
    def areas_with_help(self) -> frozenset[str]:
        """The areas that a listed service reaches, from near, within or around: the others have no page."""
        met, listed = self.catalogue.met_in, filter(self.is_listed, self.catalogue.services)
        named = {area for service in listed for area in (*self.catalogue.areas_of(service), *met(service))}
        around = {other for area in named for other in (*self.catalogue.above(area), *self.catalogue.below(area))}
        return frozenset(named | around)

    @cached_property
    def by_crime_in_order(self) -> Mapping[str, tuple[Service, ...]]:
        """Listed services that name a crime type, in order, by crime type."""
        return {crime: self.in_order(found) for crime, found in self.catalogue.services_for_crime.items()}

    # Campaigns

    def published_runs(self, campaign: Campaign) -> tuple[Run, ...]:
        """The runs the public may know of: confirmed, and announced or begun. First day first."""
        seen = (run for run in campaign.runs if run.confirmed and run.is_known_on(self.today))
        return tuple(sorted(seen, key=lambda run: (run.first, run.last)))

    def is_called_off(self, run: Run) -> bool:
        """Whether a run was called off by this day."""
        return run.is_called_off_on(self.today)

    def runs(self, campaign: Campaign) -> tuple[Run, ...]:
        """The runs that pages speak of, first day first: the public ones, or all of them in a preview with drafts."""
        if not self.shows_drafts:
            return self.published_runs(campaign)
        return tuple(sorted(campaign.runs, key=lambda run: (run.first, run.last)))

    def not_public_yet(self, campaign: Campaign) -> Run | None:
        """The run that a page speaks of, where only a preview may; None in everything that is published."""
        run = self.run_of(campaign)
        return run if run and self.shows_drafts and run not in self.published_runs(campaign) else None

    def run_of(self, campaign: Campaign) -> Run | None:
        """The run that a page speaks of: the one on now, else the next to come, else the last that was."""
        runs = self.runs(campaign)
        on_or_coming = [run for run in runs if self.stage_of(run) != "over"]
        return on_or_coming[0] if on_or_coming else runs[-1] if runs else None

    def stage(self, campaign: Campaign) -> Stage | None:
        """Whether a campaign is on now, coming or over; None where nothing of it may be published."""
        run = self.run_of(campaign)
        return self.stage_of(run) if run else None

    def stage_of(self, run: Run) -> Stage:
        """Whether one run is on now, coming or over."""
        if run.last < self.today or self.is_called_off(run):
            return "over"
        return "now" if run.first <= self.today else "coming"

    @cached_property
    def campaigns(self) -> tuple[Campaign, ...]:
        """Every campaign that may be published, by first day."""
        return tuple(sorted(filter(self.run_of, self.catalogue.campaigns), key=self._first_day))

    def _first_day(self, campaign: Campaign) -> tuple[date, str]:
        run = self.run_of(campaign)
        return (run.first if run else date.max, campaign.id)

    def campaigns_at(self, stage: Stage) -> tuple[Campaign, ...]:
        """The campaigns on now or coming, soonest first; those that are over, latest first."""
        found = tuple(campaign for campaign in self.campaigns if self.stage(campaign) == stage)
        return found[::-1] if stage == "over" else found

    @cached_property
    def released_posts(self) -> tuple[tuple[Campaign, Post], ...]:
        """Every post that the public may read; newest first, ties by id.

        With a ledger these are the posts it records: one that the release job did not record waits for it, because a
        date that was given out and then recorded as another makes schedulers post twice. Without a ledger they are the
        posts whose time has come.
        """
        ledger = self.catalogue.ledger
        if ledger is None:
            may = (pair for pair in self.due_posts if pair[1].id not in self.unapproved_posts)
            return tuple(sorted(may, key=lambda pair: (pair[1].at, pair[1].id), reverse=True))
        until = self.now.astimezone(UTC) + MOST_AHEAD
        out = {row.post for row in ledger.rows if row.published.astimezone(UTC) <= until}
        released = [
            (campaign, post)
            for campaign in self.campaigns
            for post in campaign.posts
            if post.withdrawn == "false" and post.id in out
        ]
        released.sort(key=lambda pair: (ledger.published[pair[1].id].timestamp(), pair[1].id), reverse=True)
        return tuple(released)

    @cached_property
    def unapproved_posts(self) -> frozenset[str]:
        """The posts that wait for a second person: none goes out before that."""
        return frozenset(one.id for one in self.catalogue.awaiting if one.kind == "posts")

    @cached_property
    def due_posts(self) -> tuple[tuple[Campaign, Post], ...]:
        """Every post whose time has come, within a confirmed run, not withdrawn; earliest first, ties by id."""
        due = [
            (campaign, post)
            for campaign, runs in [(campaign, self.published_runs(campaign)) for campaign in self.campaigns]
            for post in campaign.posts
            if post.withdrawn == "false"
            and post.at <= self.now
            and any(run.holds(post.at.date()) for run in runs)
            and (self.catalogue.ledger is not None or has_opened(post, runs, self.feeds, self.paused_from, self.now))
        ]
        return tuple(sorted(due, key=lambda pair: (pair[1].at, pair[1].id)))

    def dates_of_posts(self, lead_minutes: int) -> Mapping[str, datetime]:
        """The date that feeds give each post, by its id: the ledger's, else its own time and the lead."""
        if self.catalogue.ledger is not None:
            return self.catalogue.ledger.published
        return dates_ahead(self.catalogue.campaigns, self.feeds, lead_minutes)

    # What must not leave

    @cached_property
    def withheld_images(self) -> frozenset[str]:
        """Pictures, as paths in the content folder, of campaigns that may not be seen yet."""
        seen = {file for campaign in self.campaigns for file in self._images(campaign)}
        every = {file for campaign in self.catalogue.campaigns for file in images_of(campaign, campaign.posts)}
        return frozenset(every - seen)

    def _images(self, campaign: Campaign) -> tuple[str, ...]:
        return images_of(campaign, (post for owner, post in self.released_posts if owner is campaign))

    @cached_property
    def withheld_numbers(self) -> frozenset[str]:
        """Digits that must be nowhere in the output: retired, or not checked and not shown by another record."""
        catalogue = self.catalogue
        services, retired = (*catalogue.services, *catalogue.hidden), catalogue.retired_numbers
        return frozenset(unseen_numbers(services, catalogue.emergency, retired, shown_by(catalogue.vocabulary)))

    @cached_property
    def withheld(self) -> Mapping[str, Withheld]:
        """Addresses, postcodes and names of places that must be nowhere in the output, and what each is."""
        catalogue = self.catalogue
        return withheld((*catalogue.services, *catalogue.hidden), shown_by(catalogue.vocabulary))

    @cached_property
    def sought(self) -> Sought:
        """What finds each of them in a text, in whatever everyday way it is written."""
        return Sought(self.withheld)

    @property
    def withheld_words(self) -> Set[str]:
        """The same without what each is."""
        return self.withheld.keys()
