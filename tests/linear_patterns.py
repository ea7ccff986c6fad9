"""A regular expression -> why it may take longer than in step with its text; None where its form rules that out.

Backtracking is more than linear only where two repeats without a limit can share the same letters: then a text may be
cut between them in as many ways as it has letters. A search is one more such repeat, in front of all: it begins anew at
each letter. Both are seen in the form of a pattern, so nothing is timed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from re import _constants as sre  # type: ignore[attr-defined] # the parser that `re` itself goes by
from re import _parser  # type: ignore[attr-defined]
from typing import Any

LETTERS = [chr(code) for code in range(128)] + list("\x85\xa0\xe9\u0153\u0660\u200d\u2010\u2013\u2028\uff11\U0001f600")
ALL = frozenset(LETTERS)
FEW = 5_000
"""A repeat with a limit below this adds a factor and no power."""
CATEGORIES = {
    sre.CATEGORY_DIGIT: str.isdecimal,
    sre.CATEGORY_NOT_DIGIT: lambda one: not one.isdecimal(),
    sre.CATEGORY_SPACE: str.isspace,
    sre.CATEGORY_NOT_SPACE: lambda one: not one.isspace(),
    sre.CATEGORY_WORD: lambda one: one.isalnum() or one == "_",
    sre.CATEGORY_NOT_WORD: lambda one: not (one.isalnum() or one == "_"),
}


@dataclass(frozen=True)
class Piece:
    """One step of a way through a pattern: letters it may take; whether it may take none, or as many as there are."""

    letters: frozenset[str]
    endless: bool = False
    may_be_none: bool = False
    atomic: bool = False
    """It gives nothing back."""
    optional: bool = False
    """It is part of something that need not be there."""
    guard: str = ""
    """It takes nothing, and asks what stands around: "behind" for letters that must not stand in front, "other"."""


def why_not_linear(pattern: re.Pattern[Any], *, searched: bool) -> str | None:
    """Two repeats that can share letters, in words."""
    parsed = _parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    for way in _ways(parsed, parsed.state.flags):
        start = [Piece(ALL, endless=True, may_be_none=True)] if searched else []
        found = _shared([*start, *way])
        if found:
            return found
    return None


def _shared(way: Sequence[Piece]) -> str | None:
    for first, one in enumerate(way):
        if not one.endless or one.atomic:
            continue
        shared, barred = one.letters, frozenset()
        for second in range(first + 1, len(way)):
            other = way[second]
            if other.guard:
                barred |= other.letters if other.guard == "behind" else frozenset()
                continue
            both = shared & other.letters
            between = [piece.letters for piece in way[first + 1 : second] if not piece.may_be_none and not piece.guard]
            # What must stand between two repeats keeps them apart, unless it is of the letters of both.
            meet = bool(both - barred) and all(letters & both for letters in between)
            if other.endless and meet and not _always_ends(way[second + 1 :]):
                return f"{first} and {second} can share {''.join(sorted(both))[:20]!r}"
    return None


def _always_ends(rest: Sequence[Piece]) -> bool:
    """Whether nothing behind a repeat can fail, so that it is never asked to give back."""
    return all((piece.may_be_none and not piece.guard) or piece.optional for piece in rest)


def _ways(items: Any, flags: int, most: int = 3_000) -> list[list[Piece]]:
    """Ways through a sequence, alternatives apart; a repeat of more than one piece is gone through twice."""
    ways: list[list[Piece]] = [[]]
    for item in items:
        inside = _of_item(item, flags)
        ways = [[*before, *after] for before in ways for after in inside]
        if len(ways) > most:
            raise ValueError("this pattern has more ways than a reader can follow; cut it in two")
    return ways


def _of_item(item: Any, flags: int) -> list[list[Piece]]:
    kind, given = item
    if kind in (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN):
        return [[Piece(_letters(item, flags))]]
    if kind is sre.SUBPATTERN:
        return _ways(given[3], flags | given[1])
    if kind is sre.ATOMIC_GROUP:
        return [[_as_one(way)] for way in _ways(given, flags)]
    if kind is sre.BRANCH:
        return _merged([way for branch in given[1] for way in _ways(branch, flags)])
    if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        return _of_repeat(kind, *given, flags)
    if kind is sre.ASSERT_NOT and given[0] < 0:
        single = [way for way in _ways(given[1], flags) if len(way) == 1]
        return [[Piece(frozenset().union(*(way[0].letters for way in single)), may_be_none=True, guard="behind")]]
    if kind is sre.ASSERT and given[0] < 0:
        single = [way for way in _ways(given[1], flags) if len(way) == 1]
        return [[Piece(ALL - _union([way[0] for way in single]), may_be_none=True, guard="behind")]]
    if kind in (sre.ASSERT, sre.ASSERT_NOT):
        return [
            [Piece(frozenset(), may_be_none=True, guard="other")],
            *([[*way, _OTHER] for way in _ways(given[1], flags)]),
        ]
    if kind is sre.AT:
        word = frozenset(one for one in ALL if one.isalnum() or one == "_")
        behind = {sre.AT_BEGINNING: ALL - {"\n"} if flags & re.MULTILINE else ALL, sre.AT_BEGINNING_STRING: ALL}
        if given in behind:
            return [[Piece(behind[given], may_be_none=True, guard="behind")]]
        return [[Piece(word, may_be_none=True, guard="behind" if given is sre.AT_BOUNDARY else "other")]]
    if kind is sre.GROUPREF:
        return [[Piece(ALL, endless=True)]]
    raise ValueError(f"no rule for {kind}")


_OTHER = Piece(frozenset(), may_be_none=True, guard="other")


def _of_repeat(kind: Any, least: int, most: int, inside: Any, flags: int) -> list[list[Piece]]:
    ways = _merged(_ways(inside, flags))
    atomic = kind is sre.POSSESSIVE_REPEAT
    endless = most >= FEW
    if endless and not atomic and _can_be_read_twice(inside, flags):
        both = Piece(_union([piece for way in ways for piece in way]), endless=True, may_be_none=True)
        return [[both, both]]
    if all(len(way) == 1 for way in ways) and not any(way[0].endless or way[0].guard for way in ways):
        letters = frozenset().union(*(way[0].letters for way in ways))
        none = not least or all(way[0].may_be_none for way in ways)
        once = [] if none or not endless else [Piece(letters)]
        return [[*once, Piece(letters, endless, none or endless, atomic)]]
    if atomic:
        return [[Piece(_as_one(way).letters, endless, not least, atomic=True)] for way in ways]
    twice = [[*first, *second] for first in ways for second in ways] if endless and len(ways) < 40 else ways
    if not least:
        twice = [[replace(piece, optional=True) for piece in way] for way in twice]
    return [*([] if least else [[]]), *twice]


def _can_be_read_twice(inside: Any, flags: int) -> bool:
    """Whether one alternative of a repeat, and another behind it, take what a third takes: (?:ab|a|b)*."""
    while len(inside) == 1 and inside[0][0] is sre.SUBPATTERN:
        inside = inside[0][1][3]
    if len(inside) != 1 or inside[0][0] is not sre.BRANCH:
        return False
    ways = [way for branch in inside[0][1][1] for way in _ways(branch, flags) if way]
    starts = _union([way[0] for way in ways])
    return any(
        len(one) < len(other)
        and all(a.letters & b.letters for a, b in zip(one, other, strict=False))
        and bool(other[len(one)].letters & starts)
        for one in ways
        for other in ways
    )


def _union(pieces: Sequence[Piece]) -> frozenset[str]:
    return frozenset().union(*(piece.letters for piece in pieces)) if pieces else frozenset()


def _as_one(way: Sequence[Piece]) -> Piece:
    """A way that gives nothing back is one piece."""
    taken = [piece for piece in way if not piece.guard]
    return Piece(
        _union(taken), any(piece.endless for piece in taken), all(piece.may_be_none for piece in taken), atomic=True
    )


def _merged(ways: list[list[Piece]]) -> list[list[Piece]]:
    """Ways of one shape with the same repeats taken together: a list of words is one way of each length."""
    plain: dict[int, list[Piece]] = {}
    others: list[list[Piece]] = []
    for way in ways:
        if any(piece.endless or piece.guard or piece.may_be_none for piece in way):
            others.append(way)
            continue
        known = plain.get(len(way))
        plain[len(way)] = (
            [Piece(a.letters | b.letters) for a, b in zip(known, way, strict=True)] if known else list(way)
        )
    return [*plain.values(), *others]


@cache
def _category(name: Any) -> frozenset[str]:
    return frozenset(one for one in ALL if CATEGORIES[name](one))


def _letters(item: Any, flags: int) -> frozenset[str]:
    kind, given = item
    if kind is sre.ANY:
        return ALL if flags & re.DOTALL else ALL - {"\n"}
    if kind is sre.NOT_LITERAL:
        return ALL - _letters((sre.LITERAL, given), flags)
    if kind is sre.IN:
        negated = given[0][0] is sre.NEGATE
        found = frozenset().union(*(_letters(one, flags) for one in given if one[0] is not sre.NEGATE))
        return ALL - found if negated else found
    if kind is sre.CATEGORY:
        return _category(given)
    if kind is sre.RANGE:
        found = frozenset(one for one in ALL if given[0] <= ord(one) <= given[1])
    else:
        found = frozenset({chr(given)})
    if flags & re.IGNORECASE:
        found |= frozenset(other for one in found for other in (one.lower(), one.upper()) if len(other) == 1)
    return found


def patterns_in(value: Any, name: str = "") -> Iterator[tuple[str, re.Pattern[Any]]]:
    """The patterns that a value is, or holds."""
    if isinstance(value, re.Pattern):
        yield name, value
    elif isinstance(value, dict):
        for one in value.values():
            yield from patterns_in(one, name)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for one in value:
            yield from patterns_in(one, name)
