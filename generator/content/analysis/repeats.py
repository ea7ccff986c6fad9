"""Things, and a value that each has -> each thing with the value of an earlier one, beside that one."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

from generator.content.loading.source_file import Found
from generator.diagnostics import Location
from generator.model.campaign import Campaign, Post

T = TypeVar("T")


def repeats(things: Iterable[T], of: Callable[[T], Hashable]) -> Iterator[tuple[T, T]]:
    """Each thing that repeats the value of an earlier one, and the first that has it."""
    first: dict[Hashable, T] = {}
    for one in things:
        earlier = first.setdefault(of(one), one)
        if earlier is not one:
            yield one, earlier


def repeated_posts(campaigns: Iterable[Found[Campaign]], field: str) -> Iterator[tuple[Post, Location, Location]]:
    """Each post of any campaign that repeats a field of an earlier one, and where the field stands in both."""
    every = [(one, number, post) for one in campaigns for number, post in enumerate(one.record.posts)]
    for (one, number, post), (other, place, _) in repeats(every, lambda found: getattr(found[2], field)):
        yield post, one.at("posts", number, field), other.at("posts", place, field)
