"""What somebody typed, and the words or names that are known -> those that were probably meant, best first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`did you mean "summary"?`, or nothing where no known word is near."""
    close = _closest(word.lower(), tuple(known))
    return f'did you mean "{close}"?' if close else ""


@lru_cache(maxsize=1024)
def _closest(word: str, known: tuple[str, ...]) -> str:
    """Remembered, because the same slip is often made in many records, and there may be thousands of known words."""
    return next(iter(get_close_matches(word, sorted(known), n=1, cutoff=0.6)), "")


def one_of(word: str, known: Iterable[str], most: int = 12) -> str:
    """The nearest known word, else the known words themselves: `use one of: no, yes`."""
    names = list(known)
    near = did_you_mean(word, names)
    if near or not names:
        return near
    return f"use one of: {', '.join(names[:most])}{', ...' if len(names) > most else ''}"


def nearest_code(code: str, known: Sequence[str]) -> str:
    """The same of a short code, of which two letters may be all there is: what begins alike was meant."""
    near = next((one for one in known if one[:1] == code[:1] and one != code), "")
    return f'did you mean "{near}"?' if near else one_of(code, known)


SAME, BEGUN, HELD, ALIKE = 1.0, 0.95, 0.8, 0.7
"""How near two words are: the same; the one begins the other; the one is in the other; from here on they are alike."""


ENOUGH = 0.6
"""The mean nearness of what was typed, below which nothing is meant."""


AS_GOOD = 0.15
"""So little worse than the best is as good."""


SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "or", "the", "to"})
"""Words that tell no name from another."""


def nearest(typed: str, names: Sequence[str]) -> list[int]:
    """Which names somebody may mean, by their place in the list, best first.

    Args:
        typed: one word or several, perhaps with a slip in each.
        names: what there is to choose from.
    """
    wanted = [word for word in words_in(typed) if word not in SMALL]
    having = [set(words_in(name)) for name in names]
    every = {word for words in having for word in words}
    near = [{word: how for word in every if (how := _nearness(one, word))} for one in wanted]
    scores = [
        sum(max((found[word] for word in words & found.keys()), default=0.0) for found in near) / max(1, len(wanted))
        for words in having
    ]
    best = max(scores, default=0.0)
    good = [at for at, score in enumerate(scores) if score >= max(ENOUGH, best - AS_GOOD)]
    return sorted(good, key=lambda at: -scores[at])


def words_in(text: str) -> list[str]:
    """The words of a text in small letters; women's is womens."""
    return re.findall(r"[^\W_]+", re.sub("['’]", "", text.casefold()))


def _nearness(typed: str, word: str) -> float:
    """From 1 for the same down to 0 for another word. Short words have too many neighbours to be guessed."""
    if typed == word:
        return SAME
    if len(typed) >= 3 and word.startswith(typed):
        return BEGUN
    if len(typed) < 4 or len(word) < 4:
        return 0.0
    if typed in word:
        return HELD
    alike = SequenceMatcher(None, typed, word, autojunk=False)
    quick = alike.real_quick_ratio() >= ALIKE and alike.quick_ratio() >= ALIKE
    return how if quick and (how := alike.ratio()) >= ALIKE else 0.0
