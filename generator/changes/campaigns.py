"""Campaigns -> their cards, with runs and posts as parts. Only what stands in a confirmed run becomes public."""

from __future__ import annotations

from generator.changes.card import Card, facts, said
from generator.model.campaign import Campaign, Image, Post, Run
from generator.model.edition import Edition
from generator.pages.said import day, days, moment


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
