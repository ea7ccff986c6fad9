"""Signs of danger and need, as authors write them -> their words as small as they can be, as signs.js reads them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from generator.l10n.mutations import in_every_form, is_welsh
from generator.model.emergency import Crisis
from generator.site.render.search.search_words import fewest_forms, words_in


def patterns(
    crisis: Crisis, own: Mapping[Any, Sequence[str]], language: str, *, at_once: bool = True
) -> dict[str, Any]:
    """What the script needs: the groups of words, and each sign with its words and what follows from them.

    `own` are the words that an office adds to a sign; a site in Welsh looks for more Welsh ones than others do.
    `at_once`: the signs that show something before the index comes, whom to call; else those that change what is found.
    """
    often = Counter(
        word for sign in crisis.signs.values() for some in sign.words.values() for word in " ".join(some).split()
    )
    groups = {name: _choices(words, often) for name, words in crisis.groups.items() if at_once}
    found, here = [], crisis.on_sites_in.get(language.partition("-")[0], {})
    for name, sign in crisis.signs.items():
        if at_once is not (sign.emergency == "yes" or bool(sign.lines)):
            continue
        needed: dict[str, Any] = {
            "lines": list(sign.lines),
            "crimes": list(sign.crimes),
            "drops": list(sign.drops),
            "pages": list(sign.pages),
            "urgent": sign.emergency == "yes",
            "keeps": sign.takes_words == "no",
            "written": sign.written == "yes",
        }
        shipped = [one for some in sign.words.values() for one in some]
        shipped += map(in_every_form, here.get(name, ())) if is_welsh(language) else here.get(name, ())
        words = "|".join(_compared(one, often) for one in (*shipped, *own.get(name, ())))
        found.append({key: value for key, value in needed.items() if value} | {"words": words})
    return {"groups": groups, "signs": found}


def _compared(pattern: str, often: Counter[str]) -> str:
    """A pattern without accents, as what is typed is compared, and without the spaces around its signs."""
    alone = "^" if pattern.startswith("^ ") else ""
    needed, dash, never = pattern.removeprefix("^ ").partition(" - ")
    parts = "+".join(_choices(part, often) for part in needed.split(" + "))
    return f"{alone}{parts}{dash.strip()}{_choices(never, often)}"


def _choices(part: str, often: Counter[str]) -> str:
    """The words of a part that find all it finds, in one order for all parts: what is the same is sent as one piece."""
    in_order = sorted(part.split(), key=lambda word: (-often[word], word))
    return " ".join(fewest_forms(tuple(map(_bare, in_order))))


def _bare(word: str) -> str:
    how = word[0] if word[0] in "=~$" else ""
    return how + "".join(words_in(word.removeprefix(how)))
