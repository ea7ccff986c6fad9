"""Many queries -> what the search page answers to each: typed into the real page, one after the other, in one go.

Nobody waits between the letters here: Enter asks at once, and the page says by `aria-busy` that it has answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from playwright.sync_api import Page

ASKED = """async (queries) => {
  const box = document.getElementById('search-words'), results = document.getElementById('search-results');
  const answers = [];
  for (const query of queries) {
    box.value = query;
    box.dispatchEvent(new Event('input'));
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    do await new Promise((next) => setTimeout(next)); while (results.getAttribute('aria-busy') === 'true');
    const read = results.querySelectorAll('.cards h3 a, .meant a');
    answers.push([[...read].map((one) => one.href), results.querySelector(".urgent a[href='tel:999']") !== null]);
  }
  return answers;
}"""
"""What is typed is put in whole: a query with a space at its end, or without, is as the test has it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands under the box: addresses in the order in which they are read, and whether 999 stands above all."""

    places: Sequence[str]
    urgent: bool

    @property
    def three(self) -> Sequence[str]:
        """The first three, each once. The block with 999 takes no place."""
        return self.places[:3]

    def is_among(self, wanted: Iterable[str]) -> bool:
        """Whether one of these stands among the first three."""
        names = list(wanted)
        return (self.urgent and "emergency" in names) or any(stands(place, names) for place in self.three)

    def is_first(self, wanted: Iterable[str]) -> bool:
        """Whether one of these stands first."""
        names = list(wanted)
        return (self.urgent and "emergency" in names) or any(stands(place, names) for place in self.places[:1])


def stands(place: str, wanted: Iterable[str]) -> bool:
    """Whether an answer is one of these; a page's address stands also for what lies below it."""
    named = place.removeprefix("services/").strip("/")
    return any(named == one or (one[0] == "/" and f"/{place}".startswith(one)) for one in wanted)


def answers(page: Page, root: str, queries: Sequence[str]) -> Mapping[str, Answer]:
    """What an open search page of the site at `root` answers to each query."""
    found = page.evaluate(ASKED, list(queries))
    return {query: Answer(_places(links, root), urgent) for query, (links, urgent) in zip(queries, found, strict=True)}


def _places(links: Sequence[str], root: str) -> Sequence[str]:
    """Addresses of the site, each once; the block of danger, which leads on in the page, is none of them."""
    kept = (link.removeprefix(root) for link in links if not link.endswith("#danger"))
    return tuple(dict.fromkeys(kept))
