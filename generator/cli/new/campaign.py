"""`waymark new campaign`: a new file in campaigns/, with its first run."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from generator.cli.context import site_command
from generator.cli.new.run import ask_run, remark_on, what_now
from generator.cli.prompts.choices import Choice, Offer, choose_some, vocabulary_offer
from generator.cli.prompts.days import ask_awareness, day_options, known_or_own
from generator.cli.prompts.parsers import reading, reading_new_id
from generator.cli.prompts.session import Asking, answerable, ask_id, joined
from generator.model.fields.text import slug_of
from generator.site_loader import Site

if TYPE_CHECKING:
    from generator.cli.new.draft import Draft
    from generator.model.service import Service
    from generator.staff.planning.special_days import Falls

MOST_SERVICES = 12
"""So many services are shown at first: more do not fit in a window."""


@site_command(
    "campaign",
    help="Add a campaign. It asks for what you leave out; --no-input never asks.",
    example="waymark new campaign\n"
    "waymark new campaign --awareness international-fraud-awareness-week \\\n"
    "  --summary 'Anyone can be tricked. There is help.'",
)
@click.option("--awareness", help="The awareness date it is for, by its id: it suggests the rest. It confirms nothing.")
@click.option("--title", help="What it is called.")
@click.option("--id", "campaign_id", help="Permanent. Small letters, digits and hyphens. Default: made of the title.")
@click.option("--summary", help="In one sentence: what it says.")
@click.option("--about", multiple=True, help="A crime type; may be given again.")
@click.option("--audience", multiple=True, help="Whom it is for; may be given again. Default: everyone.")
@click.option("--service", multiple=True, help="A service that helps, by its id; may be given again.")
@click.option("--ask", help="What people could do, in one sentence.")
@click.option("--objective", help="What should be different afterwards. For staff.")
@click.option("--rule", help="When it usually is, in words. A reminder: it publishes nothing.")
@day_options
@answerable
def command(site: Site, no_input: bool, dry_run: bool, **given: Any) -> None:
    """Ask, write, check."""
    from generator.cli.new.draft import Draft
    from generator.content.editing.yaml_writer import campaign_text, run_entry

    asking, draft = Asking(no_input), Draft(site)

    def ask() -> None:
        falls, own = known_or_own(ask_awareness(asking, site, given["awareness"]))
        answers = _answers(asking, draft, falls, given)
        run = ask_run(asking, site, falls, {**given, "first": given["first"] or own}, required=False)
        text = campaign_text(answers, run_entry(run, remark_on(falls, run)) if run else None)
        draft.create(f"{draft.settings.campaigns}/{answers['id']}.md", text)
        draft.finish(asking, dry_run, what_now(answers["id"], run, _first_day(given, falls)))

    asking.begin("A new campaign")
    asking.talk(ask, draft.forget)


def _first_day(given: dict[str, Any], falls: Falls | None) -> date | None:
    return given["first"] or (falls.first if falls else None)


def _answers(asking: Asking, draft: Draft, falls: Falls | None, given: dict[str, Any]) -> dict[str, Any]:
    """The record, as an author's fields, in no order."""
    from generator.model.fields.text import Sentence, Title

    def text(option: str, question: str, kind: Any, example: str, **more: Any) -> str | None:
        return asking.text(option, question, given[option.replace("-", "_")], reading(kind), example=example, **more)

    vocabulary, what = draft.catalogue.vocabulary, falls.what if falls else None
    default = what.name if what else ""
    title = text("title", "What is it called?", Title, "Dating scams", default=default, required=True)
    free = reading_new_id(dict.fromkeys((campaign.id for campaign in draft.catalogue.campaigns), "a campaign"))
    question = "Its id, which never changes: small letters, digits and hyphens."
    made = slug_of(str(title))
    key = ask_id(asking, given["campaign_id"], free, made, question)
    summary = text(
        "summary",
        "What does it say, in one sentence?",
        Sentence,
        "Someone you met online asks for money. It is not your fault, and there is help.",
        required=True,
    )
    crimes = vocabulary_offer("about", "a crime type", vocabulary.crimes)
    audiences = vocabulary_offer("audience", "an audience", vocabulary.audiences)
    suggested, for_whom = (what.about, what.audiences) if what else ((), ("everyone",))
    about = choose_some(asking, crimes, "What is it about?", given["about"], default=joined(suggested))
    audience = choose_some(asking, audiences, "Who is it for?", given["audience"], default=joined(for_whom))
    helping = _services(draft, about)
    question = "Which services help? Those for what it is about come first."
    services = choose_some(asking, helping, question, given["service"], required=False)
    return {
        "id": key,
        "title": title,
        "summary": summary,
        "ask": text(
            "ask", "What can people do, in one sentence?", Sentence, "Talk to someone you trust before you send money."
        ),
        "about": about,
        "audiences": audience,
        "services": services,
        "rule": text(
            "rule",
            "When is it each year, in words?",
            Sentence,
            "the first week of June",
            default=what.rule if what else "",
            empty="not known",
            hint="For example: the first week of June",
        ),
        "objective": text(
            "objective",
            "What should be different afterwards?",
            Sentence,
            "People know where to get help.",
            hint="Only staff see this.",
        ),
    }


def _services(draft: Draft, about: list[str]) -> Offer:
    """The services to name: first those that are for just these crime types, then those for any crime, then others."""

    def rank(service: Service) -> tuple[int, float]:
        shared = len(set(about) & set(service.helps_with)) / len(service.helps_with)
        closed = service.status == "closed"
        return (3 if closed else 0 if shared else 1 if "any-crime" in service.helps_with else 2, -shared)

    services = sorted(draft.catalogue.services, key=rank)
    first = sum(rank(one)[0] < 2 for one in services)
    choices = [Choice(one.id, str(one.name)) for one in services]
    return Offer("service", "a service in the directory", choices, first=min(first, MOST_SERVICES))
