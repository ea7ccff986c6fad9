"""`waymark new run`: one more time that a campaign happens, at the end of its runs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from generator.cli.context import site_command
from generator.cli.prompts.choices import Choice, Offer, choose_one
from generator.cli.prompts.days import ask_awareness, ask_confirmation, day_options, known_or_own
from generator.cli.prompts.parsers import reading_day
from generator.cli.prompts.session import Asking, answerable
from generator.diagnostics import AnswerError
from generator.site_loader import Site

if TYPE_CHECKING:
    from generator.cli.new.draft import Draft
    from generator.model.campaign import Campaign
    from generator.staff.planning.special_days import Falls


@site_command(
    "run",
    help="Add a run to a campaign: its first and last day. It asks for what you leave out; --no-input never asks.",
    example="waymark new run dating-scams\nwaymark new run dating-scams --from 2028-02-01 --until 2028-02-29",
)
@click.argument("campaign_id", metavar="[CAMPAIGN]", required=False)
@click.option("--campaign", help="The campaign, by its id.")
@click.option("--awareness", help="The awareness date it is for, by its id: it suggests the days. It confirms nothing.")
@day_options
@answerable
def command(site: Site, campaign_id: str | None, no_input: bool, dry_run: bool, **given: Any) -> None:
    """Ask, write, check."""
    from generator.cli.new.draft import Draft
    from generator.content.editing.yaml_writer import run_entry

    asking, draft = Asking(no_input), Draft(site)

    def ask() -> None:
        campaign = ask_campaign(asking, draft, campaign_id or given["campaign"])
        asking.say(*_what_is_known(campaign))
        wants = given["awareness"] is not None or given["first"] is None
        found = ask_awareness(asking, site, given["awareness"], campaign.about) if wants else None
        falls, own = known_or_own(found)
        run = ask_run(asking, site, falls, {**given, "first": given["first"] or own}, required=True)
        draft.add(draft.file_of(campaign.id), "runs", run_entry(run, remark_on(falls, run)))
        draft.finish(asking, dry_run, what_now(campaign.id, run, None))

    asking.begin("A new run: one more time that a campaign happens")
    asking.talk(ask, draft.forget)


def ask_campaign(asking: Asking, draft: Draft, given: str | None) -> Campaign:
    """The campaign that something is for."""
    campaigns = {campaign.id: campaign for campaign in draft.catalogue.campaigns}
    if not campaigns:
        raise click.UsageError("there is no campaign yet; begin with waymark new campaign")
    offer = Offer("campaign", "a campaign", [Choice(one.id, str(one.title)) for one in campaigns.values()])
    return campaigns[choose_one(asking, offer, "Which campaign is it for?", given)]


def _what_is_known(campaign: Campaign) -> list[str]:
    runs = [f"  {run.first} to {run.last}{'' if run.confirmed else ', not confirmed'}" for run in campaign.runs]
    rule = [f"When it is each year: {campaign.rule}"] if campaign.rule else []
    return ["", *rule, *(["Its days so far:", *runs] if runs else ["It has no days yet."])]


def ask_run(
    asking: Asking, site: Site, falls: Falls | None, given: dict[str, Any], *, required: bool
) -> dict[str, Any]:
    """The fields of one run; none where nobody knows its days yet."""
    read = reading_day
    example = f"{site.today.year + 1}-02-01"
    first = _day(
        asking, "from", "The first day?", given["first"], read, example, falls.first if falls else None, required
    )
    if first is None:
        if given["last"] or given["announce"] or given["confirmed_by"]:
            asking.missing("from", "The first day?", example)
        return {}

    def not_before(text: str) -> str:
        if (found := read(text)) < first:
            raise AnswerError(f"{found} is before the first day, {first}")
        return found

    def not_after(text: str) -> str:
        if (found := read(text)) > first:
            raise AnswerError(f"{found} is after the first day, {first}")
        return found

    same = falls.last if falls and falls.first.isoformat() == first else None
    last = _day(asking, "until", "The last day?", given["last"], not_before, first, same, True)
    question = "From which day may people know that it is coming?"
    announce = _day(asking, "announce", question, given["announce"], not_after, first, None, False, "the first day")
    confirmed = ask_confirmation(asking, site, given["confirmed_by"], given["confirmed_source"], given["confirmed_on"])
    run = {"from": first, "to": last, "announce": announce, "confirmed": confirmed}
    return {name: value for name, value in run.items() if value}


def _day(
    asking: Asking,
    option: str,
    question: str,
    given: date | None,
    read: Any,
    example: str,
    suggested: date | None,
    required: bool,
    empty: str = "not known",
) -> str | None:
    text = given.isoformat() if given else None
    default = suggested.isoformat() if suggested else ""
    hint = f"For example: {example}, or {date.fromisoformat(example):%d/%m/%Y}" if option == "from" else ""
    return asking.text(
        option, question, text, read, example=example, default=default, required=required, empty=empty, hint=hint
    )


def remark_on(falls: Falls | None, run: dict[str, Any]) -> str | None:
    """Where the days of a run come from, for whoever must confirm them."""
    if falls is None or run.get("from") != falls.first.isoformat():
        return None
    what = falls.what
    return f"{what.name}, {falls.status}. Rule: {what.rule}. Source: {what.source}"


def what_now(campaign_id: str, run: dict[str, Any], day: date | None) -> Sequence[str]:
    """What to do next with a campaign and its run."""
    lines = ["", "What now:"]
    if not run:
        lines.append(f"- Add its days when you know them: waymark new run {campaign_id}")
    elif "confirmed" not in run:
        lines += [
            "- Nothing of it goes out before somebody has confirmed the days. Ask the organiser, then say so:",
            f'  waymark confirm {campaign_id}/{run["from"]} --by "Your name" --where "where you found them"',
        ]
    seen = run.get("from") or (day.isoformat() if day else "")
    return [
        *lines,
        *([f"- Add posts: waymark new post {campaign_id}"] if run else []),
        f"- See it: waymark serve{f' --now {seen}T09:00' if seen else ''}, then open campaigns/{campaign_id}/",
    ]
