"""What a kit holds -> README.md, which whoever takes over reads first: in plain words, in the order of the days."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.l10n.formats import day
from generator.l10n.plurals import many
from generator.model.ledger import FILE as LEDGER
from generator.settings import Settings
from generator.staff.hand_over.kit_manifest import LIST, SITE, KitFacts
from generator.staff.hand_over.kit_tables import KitTables, Row

README = "README.md"
NAMED = 12
"""So many rows of a table stand in the README; the table has all."""
SECRETS = {
    "none": "No record says where a secret place is, so none is in this kit.",
    "left out": """\
There {are} {places} that the public may not see. **This kit does not say where**: the record says "Not handed over".
Tell it to one person by word of mouth, or write it down only where it is really needed.""",
    "included": """\
**This kit says where {places} {are} that the public may not see**, refuges among them. Give it from hand to hand, never
by e-mail or over a shared drive. Delete it once the new folder stands, and empty the bin.""",
}
HEAD = """\
# {site_name}: hand-over kit

**Private. For the office that takes over, and nobody else.** Never put this folder on a web server or in a public
repository: it names people who checked, contracts and what is not public yet.

Made on {made} by Waymark {waymark}, from the site of {office} at {site_url}. It is the state of that moment, without
the history in git.

| File | What it is |
|---|---|
| `{site}` | the whole content: services, campaigns, pages, pictures, settings, the list of posts that went out |"""
IN_ORDER = """\
## In this order

1. **Stop the old job that releases posts and publishes.** Two sites that release at once post twice. Then make this kit
   again, so that it knows the last post: `waymark hand-over FOLDER`.
2. **Take over.** `waymark init our-site --kit THIS-FOLDER` asks what the office is called and where the site will
   stand, checks everything, and writes a folder that builds the same site. It names what else is to be decided.
3. **Look at it**: `waymark --root our-site serve`. Then `check`, and `release --dry-run`: it must repeat nothing.
4. **New keys** (below), then the new job. Keep the folder in a private repository of the new office first.
5. **Tell the schedulers** (below), and whoever links to the site, if the address changes.
6. **Leave the old address leading to the new one**, every path to the same path, for years: leaflets have it.
7. **Within a month**: the checks that are due, and the contracts that end."""
KEYS = """\
## Keys and accounts to change

No key is in this kit, and none may be: each is made anew, and the old one ended. Whoever left may still have it.
"""
SCHEDULERS = """\
## What to tell the schedulers

- `feeds: owner: "{owner}"` in `mkdocs.yml` **never changes**, though it may name the old office's address. Each post is
  known by it: with another owner every tool would post everything again, and whoever builds on the open data would lose
  each service. Nobody reads it on a page. `ids.csv` has what must stay."""
NO_LEDGER = """\
- There is no list of posts that went out yet: dates follow from the posts. Change nothing of a post that is out."""
MOVED = """\
- If the address stays, nothing changes for them. If it changes, give them the new address of each feed that they follow
  (`addresses.csv` has the old ones) on the day of the move, and end the old one in the tool."""
TRUST = """\
## Who vouched for what, and what that means now

Checks, confirmed dates and readers stay as they are, with who and when (`vouched.csv`). They say what somebody did on a
day, and that stays true; without them every number would leave the site on the first day. They grow old as before, and
are then the new office's to make. What falls to you anew, because no earlier word covers it:

- what the office is called, its address, its mailbox, the licence of its words and data
- that the site is no demonstration, or is one
- the police, the councils and the areas, where they change: change the record, never its id
- the pages about the office, privacy and accessibility, which speak for whoever runs the site
- each post and campaign from the day of the hand-over on: read them before they go out"""


@dataclass(frozen=True, slots=True)
class KitSummary:
    """All that the README is made of."""

    facts: KitFacts
    settings: Settings
    tables: KitTables
    keys: Mapping[str, Sequence[str]]
    """What files for a host take from its settings, and which files do."""
    programs: Sequence[str]
    """Files of the kit that run when a site is built."""
    secret_places: int
    posts_out: int | None
    """How many posts the ledger holds; None where there is none."""
    today: date


def kit_readme(kit: KitSummary) -> str:
    """The whole of it, in Markdown."""
    parts = (_head(kit), _in_order(kit), _secret_places(kit), _ending(kit), _keys(kit), _schedulers(kit), _trust(kit))
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _head(kit: KitSummary) -> Iterator[str]:
    facts = kit.facts
    yield HEAD.format(
        site_name=kit.settings.site_name,
        made=facts.made,
        waymark=facts.waymark,
        office=facts.office,
        site_url=facts.site_url,
        site=SITE,
    )
    for table in kit.tables.every:
        yield f"| `{table.name}` | {table.about} ({many(len(table.rows), 'row')}) |"
    yield f"| `{LIST}` | what each file was when the kit was made, so that nothing changes on the way |"


def _in_order(kit: KitSummary) -> Iterator[str]:
    yield IN_ORDER
    if kit.programs:
        yield ""
        yield f"Read these before the first build, for they are programs that it runs: {', '.join(kit.programs)}."


def _secret_places(kit: KitSummary) -> Iterator[str]:
    number = kit.secret_places
    said = {
        "places": many(number, "place"),
        "are": "is" if number == 1 else "are",
    }
    yield "## Secret places"
    yield ""
    yield SECRETS[kit.facts.withheld].format(**said)


def _ending(kit: KitSummary) -> Iterator[str]:
    tables = kit.tables
    yield "## What ends, and what is due"
    yield ""
    yield from _rows("Contracts and funding", "contracts.csv", tables.contracts, _contract)
    due = [row for row in tables.checks if not row[0] or row[0] <= kit.today.isoformat()]
    yield ""
    yield f"**Checks.** {many(len(due), 'check')} of {len(tables.checks)} {'is' if len(due) == 1 else 'are'} due today:"
    yield "`checks.csv` has all, the first due first. `waymark due` lists them from then on."
    yield ""
    yield from _rows("Campaigns of the next twelve months", "campaigns.csv", tables.campaigns, _campaign)
    if pause := kit.settings.feeds.pause:
        until = f"to {day(pause.last)}" if pause.last else "until somebody takes `pause:` out of `mkdocs.yml`"
        yield ""
        yield f"**Posts rest** from {day(pause.first)} {until}: {pause.why}."


def _rows(title: str, file: str, rows: Sequence[Row], say: Callable[[Row], str]) -> Iterator[str]:
    yield f"**{title}** (`{file}`)"
    yield ""
    if not rows:
        yield "None is written down. Ask: what nobody wrote down may still end."
    for row in rows[:NAMED]:
        yield f"- {say(row)}"
    if len(rows) > NAMED:
        yield f"- and {len(rows) - NAMED} more"


def _contract(row: Row) -> str:
    ends, longer, name, _, payers = row
    parts = (f"ends on {ends}" if ends else "no end is written down", longer and f"may go on to {longer}")
    return f"{name}: {', '.join(filter(None, (*parts, payers and f'paid by {payers}')))}"


def _campaign(row: Row) -> str:
    first, last, title, _, by, *_ = row
    return f"{title}: {first} to {last}, confirmed by {by}"


def _keys(kit: KitSummary) -> Iterator[str]:
    yield KEYS
    for name, files in kit.keys.items():
        yield f"- `{name}`, in the settings of the host: {', '.join(f'`{file}`' for file in files)}"
    host = f" ({kit.settings.hosted_by})" if kit.settings.hosted_by else ""
    yield f"- the account of the host of the site{host}, and that of the repository: who may change them"
    yield f"- the name {kit.facts.site_url}: who registered it, when it runs out, who holds its DNS"
    yield "- each scheduler (Buffer, Hootsuite and so on), and each account that it posts to"
    if mailbox := kit.settings.office.corrections:
        yield f"- the mailbox {mailbox}, where readers report mistakes"


def _schedulers(kit: KitSummary) -> Iterator[str]:
    yield SCHEDULERS.format(owner=kit.facts.owner)
    if kit.posts_out is None:
        yield NO_LEDGER
    else:
        out = f"{many(kit.posts_out, 'post')} that went out, each with its date"
        yield f"- `{kit.settings.campaigns}/{LEDGER}` knows {out}. It goes along, and no row of it changes."
    yield MOVED


def _trust(_: KitSummary) -> Iterator[str]:
    yield TRUST
