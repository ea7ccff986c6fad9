"""`waymark new post`: one more message of a campaign, at the end of its posts."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

import click

from generator.cli.context import site_command
from generator.cli.new.run import ask_campaign
from generator.cli.prompts.choices import Choice, Offer, choose_some
from generator.cli.prompts.parsers import Read, is_shown, reading, reading_moment, reading_new_id
from generator.cli.prompts.session import Asking, answerable, ask_id
from generator.diagnostics import AnswerError, ContentError
from generator.model.fields.text import slug_of
from generator.site_loader import Site

if TYPE_CHECKING:
    from generator.cli.new.draft import Draft
    from generator.model.campaign import Campaign


@site_command(
    "post",
    help="Add a post to a campaign. It asks for what you leave out; --no-input never asks.",
    example="waymark new post dating-scams\n"
    "waymark new post dating-scams --at '2027-02-15 12:00' \\\n"
    "  --title 'Has someone asked you for money?' \\\n"
    "  --text 'Talk to a friend first. Victim Support can help.'",
)
@click.argument("campaign_id", metavar="[CAMPAIGN]", required=False)
@click.option("--campaign", help="The campaign, by its id.")
@click.option("--at", help="When it goes out, UK time: 2027-02-15 12:00.")
@click.option("--title", help="What it is called: it stands alone where a tool shows nothing else.")
@click.option("--id", "post_id", help="Permanent: schedulers know the post by it. Default: made of the rest.")
@click.option("--text", help="The words of the post. A link to the campaign's page is added by itself.")
@click.option("--channel", multiple=True, help="Where it goes: x, facebook and so on; again for more. Default: all.")
@answerable
def command(site: Site, campaign_id: str | None, no_input: bool, dry_run: bool, **given: Any) -> None:
    """Ask, write, check."""
    from generator.cli.new.draft import Draft
    from generator.content.editing.yaml_writer import post_entry

    asking, draft = Asking(no_input), Draft(site)

    def ask() -> None:
        campaign = ask_campaign(asking, draft, campaign_id or given["campaign"])
        if not campaign.runs:
            words = f"{campaign.id} has no run, so no post can go out; waymark new run {campaign.id} first"
            raise click.UsageError(words)
        answers = _answers(asking, draft, campaign, given)
        draft.add(draft.file_of(campaign.id), "posts", post_entry(answers))
        draft.finish(asking, dry_run, _what_now(campaign, answers))

    asking.begin("A new post")
    asking.talk(ask, draft.forget)


def _what_now(campaign: Campaign, answers: dict[str, Any]) -> list[str]:
    day = answers["at"][:10]
    held = any(run.confirmed and run.first.isoformat() <= day <= run.last.isoformat() for run in campaign.runs)
    return [
        "",
        "What now:",
        *(
            []
            if held
            else ["- Nobody has confirmed the run of that day. Until somebody does, the post does not go out."]
        ),
        f"- See it as each channel shows it: waymark plan --campaign {campaign.id}",
        "- Never change its id: schedulers would post it again.",
    ]


def _answers(asking: Asking, draft: Draft, campaign: Campaign, given: dict[str, Any]) -> dict[str, Any]:
    from generator.model.fields.text import PostText, Title

    runs = " or ".join(f"{run.first} to {run.last}" for run in campaign.runs)
    at = asking.text(
        "at",
        f"When does it go out? UK time, on a day of the campaign: {runs}.",
        given["at"],
        _in_a_run(campaign, reading_moment, runs),
        example=f"{campaign.runs[-1].first} 09:00",
        required=True,
    )
    title = asking.text(
        "title",
        "What is its title? Some tools show only this.",
        given["title"],
        reading(Title),
        example="Has someone asked you for money?",
    )
    answers: dict[str, Any] = {"id": _id(asking, draft, campaign, given["post_id"], str(at), title), "at": at}
    answers |= {"title": title} if title else {}
    channels = Offer(
        "channel", "a channel", [Choice(name, rule.name) for name, rule in draft.catalogue.channels.rules.items()]
    )
    question = "Where does it go?"
    chosen = choose_some(asking, channels, question, given["channel"], default="all", required=False)
    chosen = [] if chosen == ["all"] else chosen
    text = asking.text(
        "text",
        "What does it say? A link to the campaign's page is added for you.",
        given["text"],
        _fitting(asking, draft, campaign, answers | {"channels": chosen}, reading(PostText, on_one_line=False)),
        example="Talk to a friend first. Victim Support can help.",
        required=True,
    )
    return answers | {"text": text} | ({"channels": chosen} if chosen else {})


def _in_a_run(campaign: Campaign, read: Read, runs: str) -> Read:
    def inside(text: str) -> str:
        text = read(text)
        if not any(run.first.isoformat() <= text[:10] <= run.last.isoformat() for run in campaign.runs):
            raise AnswerError(f"{text[:10]} is not a day of this campaign; choose one from {runs}")
        return text

    return inside


def _id(asking: Asking, draft: Draft, campaign: Campaign, given: str | None, at: str, title: str | None) -> str:
    taken = {post.id for one in draft.catalogue.campaigns for post in one.posts}
    free = reading_new_id(dict.fromkeys(taken, "a post"))
    end = "-".join(slug_of(title or "").split("-")[:3]) or at[5:10]
    default = f"{campaign.id}-{at[:4]}-{end}"
    number = 2
    while default in taken:
        default, number = f"{campaign.id}-{at[:4]}-{end}-{number}", number + 1
    question = "Its id, which never changes: schedulers know the post by it."
    return ask_id(asking, given, free, default, question)


def _fitting(asking: Asking, draft: Draft, campaign: Campaign, answers: dict[str, Any], read: Read) -> Read:
    """Where somebody can mend the words at once, they are tried as the whole check would, channel by channel."""
    from generator.content.editing.yaml_writer import post_entry

    def fits(text: str) -> str:
        text = read(text)
        if asking.asks:
            tried = copy(draft)
            tried.before, tried.after, tried.written = {}, {}, []
            tried.add(draft.file_of(campaign.id), "posts", post_entry(answers | {"text": text}))
            try:
                advice = tried.advice()
            except ContentError as error:
                first = error.problems[0]
                raise AnswerError(first.text, shows_right=is_shown(first.code, first.hint)) from None
            for better in advice:
                if not asking.agrees(f"  It could be better: {better.text}. Keep it so?"):
                    raise AnswerError("then type it again", shows_right=True)
        return text

    return fits
