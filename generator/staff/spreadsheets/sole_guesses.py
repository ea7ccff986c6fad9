"""What a cell says, and the names of a closed list -> the one id that it can only mean; "" where it may be another.

A name with words around it that tell nothing ("Domestic abuse service"), a part of a name that is one by itself
("Fraud", of "Fraud, scams and cyber crime"), a plural, or one slip of the finger. Whoever reads a table shows each of
these to people. Where two names are as near, nothing is guessed, and neither is anything from words alone that sound
like it: a wrong guess sends somebody to the wrong help.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

AROUND: Mapping[str, frozenset[str]] = {
    "kind": frozenset(
        "service support provision project programme scheme team specialist charity agency help local type of a the "
        "and for in person free confidential".split()
    ),
    "helps_with": frozenset(
        "victim survivor people affected by experiencing who have experienced of all any type offence issue related "
        "incident support service help advice with for the on".split()
    ),
    "who.audiences": frozenset("only people victim survivor of for any the who are".split()),
    "areas": frozenset(
        "county council district borough unitary authority of all whole across wide area region throughout the in "
        "resident force police".split()
    ),
    "organisation": frozenset("ltd limited cic cio plc llp the".split()),
    "languages": frozenset("speaking speaker language".split()),
}
"""By field: words that tell no name from another, in the singular."""
LIKE: Mapping[str, str] = {
    "kinds": "kind",
    "all_but": "areas",
    "places.#.area": "areas",
    "points.#.area": "areas",
    "commissioned_by": "organisation",
    "contact.#.languages": "languages",
}
"""Fields that hold the same names as another."""
OTHERWISE: Mapping[str, Mapping[str, str]] = {
    "kind": {
        "isva service": "isva",
        "idva service": "idva",
        "phone line": "helpline",
        "telephone helpline": "helpline",
        "telephone support": "helpline",
        "therapeutic": "counselling",
        "help line": "helpline",
        "children": "children-young-people",
        "young people": "children-young-people",
        "refuge accommodation": "refuge",
        "women refuge": "refuge",
        "rape crisis centre": "rape-crisis",
        "domestic abuse outreach": "domestic-abuse-outreach",
    },
    "helps_with": {
        "da": "domestic-abuse",
        "csa": "child-sexual-abuse",
        "sexual offence": "sexual-violence",
        "sexual offense": "sexual-violence",
        "cybercrime": "fraud-cyber",
        "human trafficking": "modern-slavery",
        "modern day slavery": "modern-slavery",
        "hate incident": "hate-crime",
        "violent crime": "violence",
        "hba": "honour-based-abuse",
        "hbv": "honour-based-abuse",
        "honour based violence": "honour-based-abuse",
        "anti social behaviour": "asb",
        "road traffic collision": "road-harm",
        "crime": "any-crime",
    },
    "who.audiences": {
        "all": "everyone",
        "everybody": "everyone",
        "all gender": "everyone",
        "any gender": "everyone",
        "general public": "everyone",
        "public": "everyone",
        "open to all": "everyone",
        "all victim": "everyone",
        "lgbtqia": "lgbt",
        "lgbtqi": "lgbt",
        "female": "women",
        "male": "men",
        "older adult": "older",
        "asylum seeker": "migrants",
        "bme": "black-minoritised",
    },
    "languages": {"bsl": "bfi", "farsi": "fa", "panjabi": "pa", "mandarin": "zh"},
}
"""Words that tables have for a term, beside those that people type into a search. They count where that id is known."""
FELT: Mapping[str, frozenset[str]] = {
    "kind": frozenset(
        "outreach,homeless,nowhere to go,somewhere to stay,shelter,lonely,specialist,drop in,talking,mental health,"
        "child,kids,art,tell someone,someone to talk to,speak to someone".split(",")
    ),
    "helps_with": frozenset(
        "drugs,carry drugs,bank,husband,wife,boyfriend,girlfriend,my ex,death,cutting,consent,shame,bike,neighbours,"
        "noise,gangs,upset,anxious,depressed,lonely,hopeless,ashamed,childhood".split(",")
    ),
    "who.audiences": frozenset("girl,boy,old,court,race,hearing,religion".split(",")),
}
"""What people type into a search when they need a thing, and no table calls it so: "Drop-in" is no women's centre."""
PARTED = re.compile(r",|/|;|\band\b|\bor\b|&")
NO_PARTS = frozenset({"exploitation", "threats", "rights", "complaints", "asian", "black"})
"""Parts of names that alone may be another thing, or half of one."""
FEWEST_LETTERS = 7
"""Shorter words have too many neighbours for a slip to be told from another word."""
SHORT_PLURAL = 4


def field_of_names(field: str) -> str:
    """The field whose names another holds too."""
    return LIKE.get(field, field)


def sole_guess(field: str, plain: str, ids: Mapping[str, str], names: Mapping[str, str], *, slips: bool = True) -> str:
    """The id that a text can only mean; "" where there is none, or more than one.

    Args:
        field: what the cell is about: "helps_with".
        plain: the text in small letters without marks, as names are kept.
        ids: every id there is, and its name for people.
        names: names in that plain form, each with its id.
        slips: whether one slip of the finger is looked over.
    """
    field = field_of_names(field)
    if not plain or any(letter.isdigit() for letter in plain):
        return ""  # "Women over 60": what the digits say would be lost
    known = _Known.of(field, tuple(ids.items()), tuple(names.items()))
    bare = _bare(field, plain)
    if field == "helps_with" and not bare and set(plain.split()) & {"all", "any"}:
        bare = "crime"
    for names_of in (known.otherwise, known.bare, known.parts):
        found = names_of.get(_singular(plain)) or names_of.get(bare)
        if found:
            return found
    if not slips or field in ("organisation", "languages"):
        return ""
    near = {one for names_of in (known.bare, known.parts) for name, one in names_of.items() if _one_slip(bare, name)}
    return near.pop() if len(near) == 1 else ""


class _Known:
    """The names of one list, without the words around them."""

    def __init__(self, field: str, ids: tuple[tuple[str, str], ...], names: tuple[tuple[str, str], ...]) -> None:
        there = {one for one, _ in ids}
        self.otherwise = {_singular(name): one for name, one in OTHERWISE.get(field, {}).items() if one in there}
        all_names = [*names, *((one.replace("-", " "), one) for one in there)]
        self.bare = _sole((_bare(field, name), one) for name, one in all_names)
        self.parts = _sole(part for one, name in ids for part in _parts(field, name.casefold(), one))

    @staticmethod
    @lru_cache(maxsize=64)
    def of(field: str, ids: tuple[tuple[str, str], ...], names: tuple[tuple[str, str], ...]) -> _Known:
        """Those of a list; remembered, as every row asks for the same."""
        return _Known(field, ids, names)


def _sole(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Names that stand for one id alone."""
    found: dict[str, str] = {}
    twice = set()
    for name, one in pairs:
        if name and found.setdefault(name, one) != one:
            twice.add(name)
    return {name: one for name, one in found.items() if name not in twice}


def _parts(field: str, name: str, one: str) -> Iterator[tuple[str, str]]:
    parts = [part.strip() for part in PARTED.split(name)]
    for part in parts if len(parts) > 1 else ():
        bare = _bare(field, re.sub(r"[^\w ]+", " ", part))
        if len(bare) >= SHORT_PLURAL and part not in NO_PARTS:
            yield bare, one


def _bare(field: str, plain: str) -> str:
    around = AROUND.get(field, frozenset())
    return " ".join(word for word in map(_singular_word, plain.split()) if word not in around)


def _singular(plain: str) -> str:
    return " ".join(map(_singular_word, plain.split()))


def _singular_word(word: str) -> str:
    if len(word) > SHORT_PLURAL and word.endswith("ies"):
        return f"{word[:-3]}y"
    return (
        word[:-1] if len(word) > SHORT_PLURAL - 1 and word.endswith("s") and not word.endswith(("ss", "us")) else word
    )


def _one_slip(typed: str, name: str) -> bool:
    """Whether one letter is missing, too many, another, or changed places with its neighbour."""
    if min(len(typed), len(name)) < FEWEST_LETTERS or abs(len(typed) - len(name)) > 1 or typed == name:
        return False
    at = next((at for at, (one, other) in enumerate(zip(typed, name, strict=False)) if one != other), -1)
    if at < 0:
        return True  # the one begins the other, and has one letter more
    if len(typed) == len(name):
        swapped = typed[at : at + 2] == name[at : at + 2][::-1] and typed[at + 2 :] == name[at + 2 :]
        return swapped or typed[at + 1 :] == name[at + 1 :]
    longer, shorter = (typed, name) if len(typed) > len(name) else (name, typed)
    return longer[at + 1 :] == shorter[at:]
