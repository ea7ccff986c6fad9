"""What `approve:` names is public once somebody else than whoever changed it has approved it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.approvals import FILE, LINES, Awaiting
from generator.content.analysis.needs import nothing
from generator.content.loading.config import place_of_option
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic, Fault, Location
from generator.l10n.plurals import many

CODES = (
    "approvals-not-begun",
    "approvals-not-named",
    "post-waits-for-approval",
    "numbers-wait-for-approval",
    "places-wait-for-approval",
    "released-post-changed",
    "secret-place-changed",
)
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    asked, begun = content.settings.approve, content.approvals.begun
    if not asked:
        return
    for kind in (one for one in asked if one not in begun):
        words = f"approve: names {kind}, and {FILE} does not say that it began"
        fault = Fault("approvals-not-begun", words, "write down what is there now, once: waymark approve --start")
        yield fault.at(place_of_option(content.config, "approve"))
    for left_out in sorted(begun.difference(asked)):
        words = f"{FILE} says that {left_out} need a second person, and approve: in mkdocs.yml does not name them"
        fault = Fault("approvals-not-named", words, f"write approve: [{', '.join((*asked, left_out))}]")
        yield fault.at(Location(FILE), "warning")
    for one in content.awaiting:
        yield from _waits(one, to_publish=content.to_publish)


def _waits(one: Awaiting, *, to_publish: bool) -> Iterator[Diagnostic]:
    how = f"somebody else looks at it: waymark approve {one.what}"
    if one.lost and to_publish:
        yield (_out(one, how) if one.kind == "posts" else _not_kept_secret(one, how)).at(one.location)
    if one.kind == "posts":
        words = f"post {one.id} waits for a second person, and does not go out before"
        fault = Fault("post-waits-for-approval", words, how)
    elif one.kind == "numbers":
        whose = "emergency:" if one.id == LINES else one.id
        verb, be = ("waits", "is") if one.waits == 1 else ("wait", "are")
        words = f"{many(one.waits, 'number')} of {whose} {verb} for a second person, and {be} not shown before"
        fault = Fault("numbers-wait-for-approval", words, how)
    else:
        words = f"what is shown of the places of {one.id} waits for a second person, and nothing more is shown before"
        fault = Fault("places-wait-for-approval", words, how)
    if not one.lost:
        yield fault.at(one.location, "notice")


def _out(one: Awaiting, how: str) -> Fault:
    words = f"post {one.id} went out, and somebody changed its words"
    return Fault("released-post-changed", words, f"put them back as they were, or {how}")


def _not_kept_secret(one: Awaiting, how: str) -> Fault:
    words = f"a place of {one.id} that was kept secret is another, or is gone, so nothing keeps it secret"
    return Fault("secret-place-changed", words, f"put it back as it was, or {how}")
