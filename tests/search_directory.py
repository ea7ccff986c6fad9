"""A directory of any size whose services have names as real ones have: of towns, of kinds of help, of charities."""

from __future__ import annotations

import random
from functools import cache

from generator.content.loading.shipped import read_vocabulary
from generator.model.service import Service
from tests.builders import a_service

TOWNS = (
    "Carlisle Kendal Penrith Barrow Whitehaven Workington Keswick Ulverston Lancaster Preston Blackpool Burnley "
    "Chorley Durham Darlington Hexham Morpeth Alnwick Bolton Wigan Leeds Bradford Halifax Skipton Ripon Selby York "
    "Hull Goole Whitby"
).split()  # the same
CHARITIES = (
    "Safe Harbour,Rising Tide,New Dawn,Open Door,Lighthouse,Stepping Stones,Pathways,Bridge,Oasis,Haven,Sunrise,"
    "Compass,Together,Beacon,Willow,Phoenix,Anchor,Horizon,Ember,Kite,Rowan,Fern,Acorn,Lantern,Meadow,Halo,Juniper,Cedar,Swift,"
    "Linnet,Aspen,Clover,Heron,Larch,Maple"
).split(",")  # a list is easier to read and to add to this way
WORK = (
    "Domestic Abuse Service,Rape and Sexual Abuse Centre,Stalking Support,Hate Crime Project,Victim Care,Counselling,"
    "Young People's Service,Men's Advice,Witness Support,Restorative Justice,Fraud Help,Refuge,"
    "ISVA Service,IDVA Service"
).split(",")  # a list is easier to read and to add to this way
PATTERNS = ("{charity} {town}", "{town} Women's Aid", "{town} {work}", "{charity} {work}", "{town} {charity} {work}")
AREAS = ("cumbria", "cumberland", "westmorland-and-furness", "england", "kent")


@cache
def services(count: int, areas: tuple[str, ...] = AREAS) -> tuple[Service, ...]:
    """The same services every time. One in three has an id that its name does not spell, one in ten has no number."""
    chance = random.Random(20261122)  # noqa: S311 # the same directory every time, not a secret
    vocabulary = read_vocabulary()
    found: dict[str, Service] = {}
    while len(found) < count:
        town, charity, work = chance.choice(TOWNS), chance.choice(CHARITIES), chance.choice(WORK)
        name = chance.choice(PATTERNS).format(town=town, charity=charity, work=work)
        spelled = "-".join(name.lower().replace("'", "").split())
        if spelled in found:
            name = f"{name} {chance.choice(TOWNS)} {len(found)}"
            spelled = "-".join(name.lower().replace("'", "").split())
        short = f"{charity.lower().replace(' ', '-')}-{town.lower()}-help"
        short = f"{short}-{len(found)}" if any(service.id == short for service in found.values()) else short
        found[spelled] = a_service(
            id=short if chance.random() < 0.33 else spelled,
            name=name,
            kind=chance.choice([kind for kind, term in vocabulary.kinds.items() if not term.meant_for]),
            helps_with=chance.sample(list(vocabulary.crimes), chance.choice((1, 1, 2, 3))),
            who={"audiences": ["everyone"] if chance.random() < 0.7 else [chance.choice(list(vocabulary.audiences))]},
            areas=[chance.choice(areas)],
            also_known_as=[f"{charity} Project"] if chance.random() < 0.15 else [],
            contact=[{"phone": _number(chance)}] if chance.random() < 0.9 else [],
        )
    return tuple(found.values())


def _number(chance: random.Random) -> str:
    """A number that Ofcom keeps for drama, or a free or local one of the same shape."""
    ends = f"{chance.randrange(1000):03}"
    return f"01632 960{ends}" if chance.random() < 0.6 else f"0808 157 0{ends}"
