"""A number that nobody may see, in every field there is: the check finds each number that would be published."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from generator.content.checks.hidden_numbers import UnseenNumbers
from generator.content.loading.campaigns import read_campaign
from generator.content.loading.service_directory import Directory, read_directory
from generator.content.loading.shipped import read_vocabulary, vocabulary_of_site
from generator.content.loading.source_file import Found
from generator.model.campaign import Campaign
from generator.privacy.disguises import views
from generator.privacy.number_search import Numbers
from generator.privacy.withheld import shown_by, unseen_numbers
from generator.site.build import publish
from tests.builders import a_catalogue, at
from tests.checks_of import broken_references
from tests.fuzz.mutations import written
from tests.fuzz.whole import CAMPAIGN, DIRECTORY
from tests.sites import ROOT, a_site

Path = tuple[str | int, ...]
VOCABULARY = read_vocabulary()
WAYS = (" 01632 960{:03}", "/01632960{:03}", "-01632960{:03}")
"""How a number may stand behind words, an address and an id."""

POINTS: tuple[Path, ...] = ((), ("points", 0))
"""Where a service's contacts stand: its own, and those of its first point."""


NOT_HERE: set[Path] = {
    ("emergency", 0, "link"),
    *(("services", 0, *point, "contact", 0, "checked", field) for point in POINTS for field in ("by", "how")),
    ("services", 0, "points", 0, "contact", 0, "source"),
}
"""Fields for the public that this site, in its one language and with its other checks, does not show."""


def leaves(value: Any, path: Path = ()) -> Iterator[Path]:
    """Where each text of a tree stands."""
    if isinstance(value, str):
        yield path
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inside:
        yield from leaves(one, (*path, key))


def with_ending(tree: Any, path: Path, ending: str) -> Any:
    """The tree with an ending behind one of its texts."""
    new = deepcopy(tree)
    inside = new
    for part in path[:-1]:
        inside = inside[part]
    inside[path[-1]] += ending
    return new


def campaign_file(tree: Any) -> str:
    """The campaign's file, whose words have a number of their own."""
    return f"---\n{written(tree)}\n---\nWords, and 01632 960999.\n"


def read(directory: Any, campaign: Any) -> tuple[Directory, Found[Campaign] | None, int]:
    """The records of two trees, and how much is wrong with them."""
    whole, problems = read_directory({"services.yaml": written(directory)})
    found, wrong = read_campaign(campaign_file(campaign), "campaigns/a.md")
    problems += wrong
    problems += broken_references(whole, [found] if found else [], VOCABULARY)
    return whole, found, len(problems)


def with_numbers() -> tuple[Any, Any, dict[str, Path]]:
    """The trees with a number of its own in each text that can hold one, and where each stands."""
    trees, places = [{**DIRECTORY, "retired_numbers": []}, CAMPAIGN], {"01632960999": ("words",)}
    for which in (0, 1):
        for path in list(leaves(trees[which])):
            for way in WAYS:
                number = f"01632960{100 + len(places)}"
                tried = list(trees)
                tried[which] = with_ending(trees[which], path, way.format(100 + len(places)))
                if read(*tried)[2] == 0:
                    trees, places = tried, places | {number: path}
                    break
    return trees[0], trees[1], places


def published(directory: Directory, campaign: Campaign, numbers: list[str]) -> set[str]:
    """The numbers that can be read in anything that leaves, on the last day of the campaign."""
    catalogue = a_catalogue(
        *(found.record for found in directory.services),
        campaign,
        organisations={name: found.record for name, found in directory.organisations.items()},
        areas={name: found.record for name, found in directory.areas.items()},
        emergency=tuple(found.record for found in directory.emergency),
        documents={name: found.record for name, found in directory.sources.items()},
        vocabulary=vocabulary_of_site(directory, "en"),
    )
    made = publish(catalogue, a_site(), at("2027-02-28 10:00"), ROOT)
    whole = [("a.html", f"{page.title}\n{page.description}\n{page.body}".encode()) for page in made.pages]
    whole += [("a.html", made.frame.emergency.encode())]
    whole += [(download.path, download.data) for download in made.downloads]
    search = Numbers(numbers)
    return {digits for file, data in whole for text in views(file, data) for _, _, digits in search.in_text(text)}


def test_the_check_finds_each_number_that_would_be_published() -> None:
    directory_tree, campaign_tree, places = with_numbers()
    directory, found, wrong = read(directory_tree, campaign_tree)
    assert found is not None
    assert wrong == 0
    retired = a_catalogue(retired=places).retired_numbers
    search = UnseenNumbers(unseen_numbers((), (), retired, shown_by(read_vocabulary())))

    told = [*search.in_directory(directory.files[0], VOCABULARY)]
    told += search.in_file(campaign_file(campaign_tree), "campaigns/a.md")
    named = {problem.text.partition(" is retired")[0][-6:].replace(" ", "") for problem in told}
    out = {number[-6:] for number in published(directory, found.record, list(places))}

    by_end = {number[-6:]: path for number, path in places.items()}
    assert {by_end[end] for end in out - named} == set()
    assert {by_end[end] for end in named - out} == NOT_HERE
    assert len(out) > 40
