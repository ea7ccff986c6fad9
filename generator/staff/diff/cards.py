"""Campaigns and the directory -> cards: one record as people know it, its facts in words, and its parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.edition import Edition
from generator.l10n.formats import day, days, moment
from generator.model.campaign import Campaign, Image, Post, Run
from generator.model.fields.text import Words

PLACES = ("place", "point")
"""Kinds of parts whose facts the public may see one by one."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A value in words. `shown`: whether the public may see it; what is not shown is compared, and never said."""

    value: str
    shown: bool = True


@dataclass(frozen=True)
class Card:
    """One record, or a part of one."""

    kind: str
    """What people call it: "service", "phone", "place"."""
    keys: tuple[str, ...]
    """What it is known by from one revision to the next, the surest first; the first is its id."""
    name: str = ""
    """What people know it by; "" for a part that goes without. Never what may not be shown."""
    facts: Mapping[str, Fact] = field(default_factory=dict)
    """By label, the one that says most first."""
    shown: bool = True
    """Whether the public may see anything of it."""
    parts: tuple[Card, ...] = ()

    @property
    def headline(self) -> str:
        """The value that says most, if the public may see it."""
        first = next(iter(self.facts.values()), None)
        return first.value if first and first.shown and self.shown else ""


def facts(**values: object) -> dict[str, Fact]:
    """Facts by label: "run_by" becomes "run by". What nobody knows is no fact."""
    found = {label.replace("_", " "): said(value) for label, value in values.items()}
    return {label: Fact(value) for label, value in found.items() if value}


def said(value: object) -> str:
    """A value in words: each item of a list, each language of a text; "" for what is not known."""
    if value is None or value == "unknown":
        return ""
    if isinstance(value, Words):
        return " / ".join(dict.fromkeys(value.every))
    if isinstance(value, Iterable) and not isinstance(value, str):
        return ", ".join(filter(None, map(said, value)))
    return str(value)


def campaign_cards(edition: Edition) -> list[Card]:
    """A card for every campaign."""
    return [_campaign(campaign, edition) for campaign in edition.catalogue.campaigns]


def _campaign(campaign: Campaign, edition: Edition) -> Card:
    catalogue = edition.catalogue
    return Card(
        "campaign",
        (campaign.id, campaign.first_id),
        str(campaign.title),
        facts(
            title=campaign.title,
            summary=campaign.summary,
            what_it_asks=campaign.ask,
            about=[catalogue.vocabulary.crimes[one].name for one in campaign.about],
            is_for=[catalogue.vocabulary.audiences[one].name for one in campaign.audiences],
            services=[catalogue.service_by_id[one].name for one in campaign.services],
            partners=[catalogue.organisations[one].name for one in campaign.partners],
            picture=_picture(campaign.image),
            design_of_the_picture_we_draw=campaign.design,
            hashtags=campaign.hashtags,
            words_of_the_page=campaign.words,
            sources=campaign.sources,
        ),
        any(run.confirmed for run in campaign.runs),
        (
            *(_run(run, number) for number, run in enumerate(campaign.runs, 1)),
            *(_post(post, campaign) for post in campaign.posts),
        ),
    )


def _run(run: Run, number: int) -> Card:
    return Card(
        "run",
        (f"run {run.first}", f"run {number}"),
        "",
        facts(
            run=days(run),
            run_is_public_from=day(run.announce or run.first),
            run_is_called_off_on=day(run.called_off) if run.called_off else None,
        ),
        run.confirmed is not None,
    )


def _post(post: Post, campaign: Campaign) -> Card:
    named = f"post {post.id}"
    words = {"text": post.text, **{f"text for {channel}": text for channel, text in post.variants.items()}}
    return Card(
        "post",
        (named,),
        named,
        facts(
            time=moment(post.at),
            title=post.title,
            **words,
            channels=post.channels,
            picture=_picture(post.image),
        ),
        post.withdrawn == "false" and any(run.confirmed and run.holds(post.at.date()) for run in campaign.runs),
    )


def _picture(image: Image | None) -> str:
    return f"{image.file} ({said(image.alt)})" if image else ""


def emergency_cards(edition: Edition) -> list[Card]:
    """The lines of the "in danger now" block."""
    return [
        Card(
            "line for emergencies",
            (f"{line.say}", f"line {number}"),
            str(line.say),
            facts(
                words=line.say,
                phone=line.phone.shown if line.phone else None,
                link=line.link,
                text=line.text,
                source=line.source,
            ),
        )
        for number, line in enumerate(edition.catalogue.emergency, 1)
    ]


def organisation_cards(edition: Edition) -> list[Card]:
    """Who runs services, pays for them, or takes part in campaigns."""
    return [
        Card(
            "organisation",
            (name, f"organisation {one.name}"),
            str(one.name),
            facts(
                name=one.name,
                about=one.about,
                website=one.website,
                charity_number=one.charity,
                company_number=one.company,
                sources=one.sources,
            ),
        )
        for name, one in edition.catalogue.organisations.items()
    ]


def area_cards(edition: Edition) -> list[Card]:
    """Parts of the country."""
    areas = edition.catalogue.areas
    return [
        Card(
            "area",
            (name, f"area {area.name}"),
            str(area.name),
            facts(
                name=area.name,
                within=areas[area.within].name if area.within else None,
                parts=area.parts,
                towns=area.towns,
                postcodes=area.postcodes,
            ),
        )
        for name, area in areas.items()
    ]


def retired_cards(edition: Edition) -> list[Card]:
    """Numbers that must not be shown any more."""
    return [
        Card("retired number", (one.number,), one.number, facts(number=one.number, was=one.was, source=one.source))
        for one in edition.catalogue.retired_numbers
    ]


def retired_address_cards(edition: Edition) -> list[Card]:
    """Web and e-mail addresses that must not be shown any more."""
    return [
        Card(
            "retired address",
            (one.address,),
            one.address,
            facts(
                address=one.address,
                was=one.was,
                ended_on=one.ended_on,
                replaced_by=one.replaced_by,
                source=one.source,
            ),
        )
        for one in edition.catalogue.retired_addresses
    ]


def source_cards(edition: Edition) -> list[Card]:
    """What facts rest on."""
    return [
        Card("source", (code,), code, facts(title=one.title, date=one.date, kind=one.kind, link=one.link))
        for code, one in edition.catalogue.documents.items()
    ]


def word_cards(edition: Edition) -> list[Card]:
    """The words of the vocabulary; the office's networks, quality marks and doors."""
    words, services = edition.catalogue.vocabulary, edition.catalogue.service_by_id
    terms = {"kind of service": words.kinds, "type of crime": words.crimes, "audience": words.audiences}
    found = [
        Card(what, (name,), str(term.name), facts(name=term.name, plain_words=term.plain, synonyms=term.synonyms))
        for what, some in terms.items()
        for name, term in some.items()
    ]
    for what, groups in (("network", words.networks), ("quality mark", words.marks)):
        for name, one in groups.items():
            told = facts(name=one.name, plain_words=one.plain, synonyms=one.synonyms, sources=one.sources)
            found.append(Card(what, (name,), str(one.name), told))
    for name, door in words.doors.items():
        told = facts(name=door.name, plain_words=door.plain)
        for choice in door.choices:
            led = [services[one].name for one in choice.services]
            inside = (choice.name, choice.plain, choice.synonyms, led)
            told[f"choice {choice.id}"] = Fact("; ".join(filter(None, map(said, inside))))
        found.append(Card("door", (name,), str(door.name), told))
    return found
