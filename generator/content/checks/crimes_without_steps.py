"""The page of each type of crime says what to do first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.meant_for import meant
from generator.content.analysis.needs import all_to_be_right
from generator.content.loading.content import Content
from generator.content.source.left_behind import CONFIG
from generator.diagnostics import Diagnostic, Fault, Location
from generator.model.vocabulary import ANY_CRIME

CODES = ("crime-without-steps",)
NEEDS = all_to_be_right


def check(content: Content) -> Iterator[Diagnostic]:
    vocabulary, own = content.vocabulary, content.standing.steps.own
    services = (found.record for found in content.directory.services)
    named = {crime for one in services if meant(one, vocabulary) is None for crime in one.helps_with}
    # Whoever empties a file wants no steps on that page; and of any crime at all, nobody knows what comes first.
    left = [
        name
        for name in vocabulary.crimes
        if name in named and name != ANY_CRIME and name not in own and not (content.first_steps.get(name))
    ]
    if left:
        words = f"nothing says what to do first after: {', '.join(left)}"
        hint = f"write it in {content.settings.content}/crimes/{left[0]}.md, from pages of public bodies"
        yield Fault("crime-without-steps", words, hint).at(Location(CONFIG), "notice")
