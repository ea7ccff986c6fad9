"""`waymark new service`: a new record at the end of the directory."""

from __future__ import annotations

from typing import Any

import click

from generator.commands.asking import KEEP, Asking, answerable
from generator.commands.options import Known
from generator.commands.site import Day, Site, site_command


@site_command(
    "service",
    help="Add a service. It asks for what you leave out; --no-input never asks.",
    example="waymark new service\n"
    "waymark new service --name 'Harbour Helpline' --kind helpline \\\n"
    "  --organisation victim-support --helps-with any-crime --area cumbria \\\n"
    "  --summary 'A free helpline for anyone hurt by crime.' \\\n"
    "  --contact '{phone: 01632 960123, hours: 24/7}'",
)
@click.option("--name", help="What it is called.")
@click.option("--id", "service_id", help="Permanent. Small letters, digits and hyphens. Default: made of the name.")
@click.option("--organisation", help="Who runs it: an id or a name from the list, or a new id.")
@click.option("--organisation-name", help="The name of an organisation that is not in the list yet.")
@click.option("--organisation-website", help="Its website.")
@click.option("--kind", help="What kind of service it is.")
@click.option(
    "--for",
    "meant_for",
    type=click.Choice(["people-who-harm", "professionals"]),
    help="Where it is not for people harmed by crime: no list for the public has it.",
)
@click.option("--summary", help="In one sentence: what it does.")
@click.option("--helps-with", multiple=True, help="A crime type; may be given again.")
@click.option("--audience", multiple=True, help="Whom it is for; may be given again. Default: everyone.")
@click.option("--area", multiple=True, help="Where it helps: an id or a name from the list; may be given again.")
@click.option("--area-name", help="The name of an area that is not in the list yet.")
@click.option("--area-within", help="The larger area around that one.")
@click.option("--first-step", help="What somebody does first, in a sentence.")
@click.option("--contact", multiple=True, help="A contact: a number, e-mail or web address; may be given again.")
@click.option("--cost", help="What the help costs: free, or a few words.")
@click.option("--report-needed", type=Known(["yes", "no", "depends"]), help="Must people tell the police first?")
@click.option("--referral", multiple=True, help="Who may refer: self, professional, police, any; again for more.")
@click.option("--source", multiple=True, help="Where you found the facts; may be given again.")
@click.option("--checked-by", help="Who made sure of all this with the service. Nobody: leave it out.")
@click.option("--checked-how", help="How: phoned, say.")
@click.option("--checked-on", type=Day(), help="When. Default: today.")
@answerable
def command(site: Site, no_input: bool, dry_run: bool, **given: Any) -> None:
    """Ask, write, check."""
    from generator.commands.answers import ask_check
    from generator.commands.drafting import Draft
    from generator.commands.service_answers import ServiceAnswers
    from generator.editing.entries import service_entry

    asking, draft = Asking(no_input), Draft(site)

    def ask() -> None:
        answers = ServiceAnswers(asking, draft, given).all()
        checked = ask_check(asking, site, given["checked_by"], given["checked_how"], given["checked_on"])
        secret = draft.catalogue.vocabulary.kinds[answers["kind"]].places != "full"
        draft.add(draft.file_for("services"), "services", service_entry(answers | {"checked": checked}, secret=secret))
        draft.finish(asking, dry_run, _what_now(answers, checked))

    asking.begin("A new service")
    asking.talk(ask, draft.forget)


def _what_now(answers: dict[str, Any], checked: object) -> list[str]:
    lines = ["", "What now:"]
    if answers["contact"] and not checked:
        lines += [
            "- Nobody has checked how to reach it, so the site does not show that yet. When somebody has:",
            f'  waymark due --done {answers["id"]} --by "Your name" --how phoned',
        ]
    if not answers["contact"]:
        lines.append("- There is no way to reach it yet: add one below contact: in the record.")
    return [
        *lines,
        "- Fill in what you know of the lines that begin with #.",
        f"- See it: waymark serve, then open services/{answers['id']}/",
        KEEP,
    ]
