"""The cards of two revisions -> every change that the public would see, and what is withheld without its value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.edition import Edition
from generator.model.contact import Check
from generator.model.service import Service
from generator.privacy.withheld_search import Sought
from generator.staff.diff.cards import PLACES, Card, Fact
from generator.staff.diff.site_cards import PAGE_WORDS, checks_of

What = Literal[
    "new", "fact", "gone", "id", "changed", "added", "removed", "shown", "withdrawn", "hidden-changed", "page-changed"
]
"""fact: of something new. shown: it was there, and becomes public. withdrawn: it stays there, and is public no more."""
LEFT_OUT = "(withheld)"
IS_NO_FACT = ("last check", "sources", "source")
"""What may change without anybody having to ask the service again."""


@dataclass(frozen=True, slots=True)
class PublicChange:
    """One thing that differs. `before` and `after` are in words, and empty where they may not be said."""

    kind: str
    """Of the record: "service"."""
    id: str
    name: str
    what: What
    part: str = ""
    """The kind of the part of the record that it is about: "phone"."""
    part_name: str = ""
    label: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class _About:
    record: Card
    part: Card | None = None

    def change(self, what: What, label: str = "", before: str = "", after: str = "") -> PublicChange:
        record, part = self.record, self.part
        kind, name = (part.kind, part.name) if part else ("", "")
        return PublicChange(record.kind, record.keys[0], record.name, what, kind, name, label, before, after)


def changes(before: Sequence[Card], after: Sequence[Card]) -> list[PublicChange]:
    """Everything that differs, by kind, then as the authors wrote them; what is gone last."""
    kinds = dict.fromkeys(card.kind for card in (*after, *before))
    return [
        change
        for kind in kinds
        for old, new in paired(_of(kind, before), _of(kind, after))
        for change in _of_pair(old, new, None)
    ]


def paired(before: Sequence[Card], after: Sequence[Card]) -> list[tuple[Card | None, Card | None]]:
    """Each card with the one that it was: the surest key that two share decides."""
    left = dict(enumerate(before))
    partner: dict[int, Card] = {}
    for level in range(max((len(card.keys) for card in (*before, *after)), default=0)):
        by_key: dict[str, list[int]] = {}
        for place, card in left.items():
            for key in card.keys[level : level + 1]:
                by_key.setdefault(key, []).append(place)
        for number, card in enumerate(after):
            for key in card.keys[level : level + 1]:
                if number not in partner and by_key.get(key):
                    partner[number] = left.pop(by_key[key].pop(0))
    pairs: list[tuple[Card | None, Card | None]] = [(partner.get(number), new) for number, new in enumerate(after)]
    return [*pairs, *((old, None) for old in left.values())]


def _of(kind: str, cards: Sequence[Card]) -> list[Card]:
    return [card for card in cards if card.kind == kind]


def _of_pair(old: Card | None, new: Card | None, record: Card | None) -> Iterator[PublicChange]:
    """What differs between two states of a record, or of a part of `record`."""
    card = new or old
    if card is None:
        return
    about = _About(record, card) if record else _About(card)
    if old is None or new is None:
        yield from _come_or_gone(card, about, come=old is None)
        return
    if record is None and old.keys[0] != new.keys[0]:
        yield about.change("id", before=old.keys[0], after=new.keys[0])
    if old.shown != new.shown:
        yield about.change("shown", after=new.headline) if new.shown else about.change("withdrawn")
    elif not old.shown and card.kind not in PLACES:
        if (old.facts, old.parts) != (new.facts, new.parts):
            yield about.change("hidden-changed")
        return
    yield from _of_facts(old, new, about)
    for kind in dict.fromkeys(part.kind for part in (*new.parts, *old.parts)):
        for one, other in paired(_of(kind, old.parts), _of(kind, new.parts)):
            yield from _of_pair(one, other, record or card)


def _come_or_gone(card: Card, about: _About, *, come: bool) -> Iterator[PublicChange]:
    if not come:
        yield about.change("gone", before=card.headline)
        return
    yield about.change("new", after=card.headline)
    if card.shown:
        for label, fact in list(card.facts.items())[1:]:
            if fact.shown and fact.value not in ("", card.name):
                yield about.change("fact", label, after=fact.value)
        for part in card.parts:
            yield from _come_or_gone(part, _About(about.record, part), come=True)


def _of_facts(old: Card, new: Card, about: _About) -> Iterator[PublicChange]:
    nothing = Fact("")
    for label in dict.fromkeys((*new.facts, *old.facts)):
        one, other = old.facts.get(label, nothing), new.facts.get(label, nothing)
        was, now = (old.shown and one.shown), (new.shown and other.shown)
        if one.value == other.value and (not one.value or was == now or old.shown != new.shown):
            continue
        if label == PAGE_WORDS and about.record.kind == "page":
            yield about.change("page-changed", label, *_lines_apart(one.value, other.value))
        elif was and now:
            what: What = "changed" if one.value and other.value else "added" if other.value else "removed"
            yield about.change(what, label, one.value, other.value)
        elif now:
            if other.value:
                yield about.change("shown", label, after=other.value)
        elif was:
            yield about.change("withdrawn", label)
        else:
            yield about.change("hidden-changed", label)


def _lines_apart(before: str, after: str) -> tuple[str, str]:
    """How many lines a text lost, and how many it got: "2", "3"."""
    from difflib import SequenceMatcher

    lost = got = 0
    for tag, a, b, c, d in SequenceMatcher(None, before.splitlines(), after.splitlines(), autojunk=False).get_opcodes():
        if tag != "equal":
            lost, got = lost + b - a, got + d - c
    return str(lost), str(got)


def without(withheld: Iterable[str], found: Iterable[PublicChange]) -> list[PublicChange]:
    """The changes with every withheld address and name in them blotted out, wherever an author may have written it."""
    sought = Sought(dict.fromkeys(withheld, ""))
    if not sought:
        return list(found)

    def said(text: str) -> str:
        return sought.redacted(text, LEFT_OUT)

    return [
        replace(
            one,
            name=said(one.name),
            part_name=said(one.part_name),
            before=said(one.before),
            after=said(one.after),
        )
        for one in found
    ]


def unnamed(withheld: Iterable[str], late: Iterable[tuple[Service, Check]]) -> list[tuple[Service, Check]]:
    """Services that were not checked again, each with what is withheld blotted out of its name."""
    sought = Sought(dict.fromkeys(withheld, ""))
    names = ((one, check, sought.redacted(str(one.name), LEFT_OUT)) for one, check in late)
    return [(one.model_copy(update={"name": name}), check) for one, check, name in names]


def not_checked_again(before: Edition, after: Edition, found: Iterable[PublicChange]) -> list[tuple[Service, Check]]:
    """The services whose public facts changed while nobody checked them again, with the check that they still show."""
    facts = {one.id for one in found if one.kind == "service" and one.label not in IS_NO_FACT}
    services = after.catalogue.service_by_id
    return [
        (service, check)
        for id_, old in before.catalogue.service_by_id.items()
        if id_ in facts
        and (service := services.get(id_)) is not None
        and service != old
        and checks_of(service) == checks_of(old)
        and (check := after.last_check(service)) is not None
    ]
