"""An office's own words over a service that is kept for several offices -> one record; what the office hides."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from generator.content.loading.source_file import Source
from generator.content.source.positions import Path
from generator.diagnostics import Diagnostic, Fault, Location, Parsed, quoted
from generator.model.fields.suggestions import one_of

OVER = "over"
SHARED = "shared"
MAY_STAND_OVER = (
    *("first_step", "contact", "when_you_contact", "referral", "cost", "languages", "interpreters", "access", "about"),
    *("checked", "sources"),
)
"""What an office may say otherwise: how to reach a service. What it is, and where it is, stays one for all."""
RIGHT = "name a service of a shared file"


def over_shared(
    item: Mapping[str, Any], path: Path, source: Source, shared: Mapping[str, Mapping[str, Any]]
) -> Parsed[dict[str, Any] | None]:
    """The whole record of an office that says some fields otherwise; None, and why, where it may not.

    Where the ways to reach the service are the office's own, its own check alone speaks for them.

    Args:
        item: what the office wrote.
        path: where it stands.
        source: in which file.
        shared: the services that are kept for several offices, by id.
    """
    problems = []
    name = item.get("id")
    if item[OVER] != SHARED:
        fault = Fault("not-over-shared", f"{quoted(item[OVER])} is nothing to stand over", "write over: shared")
        problems.append(fault.at(source.places.value((*path, OVER))))
    elif not isinstance(name, str) or name not in shared:
        problems.append(_not_shared(str(name), shared).at(source.places.value((*path, "id"))))
    for field in item:
        if field not in ("id", OVER, *MAY_STAND_OVER):
            words = f'"{field}" can\'t stand over a shared record'
            hint = f"take it out; these can: {', '.join(MAY_STAND_OVER)}"
            problems.append(Fault("not-over-this-field", words, hint).at(source.places.key((*path, field))))
    if problems or not isinstance(name, str):
        return Parsed(None, problems)
    base = dict(shared[name])
    if "contact" in item:
        base.pop("checked", None)
    return Parsed({**base, **{field: value for field, value in item.items() if field != OVER}}, [])


def _not_shared(name: str, shared: Collection[str]) -> Fault:
    words = f"{quoted(name)} is no service of a file that shared: names"
    return Fault("not-a-shared-service", words, one_of(name, shared) or RIGHT)


def hint_of(service: str, known: Collection[str], hidden: Collection[str]) -> str:
    """What to do where something points to a service that the site does not have."""
    if service in hidden:
        return "hide: in mkdocs.yml keeps it out; take it out there, or here"
    return one_of(service, known)


def not_hidden(
    hide: Sequence[str],
    shared: Collection[str],
    local: Collection[str],
    place: Callable[[int], Location],
) -> list[Diagnostic]:
    """A problem for each id in hide: that is no shared service, or of which the office says something.

    Args:
        hide: what the settings name.
        shared: the ids of the services that are kept for several offices.
        local: those of which the office says some fields otherwise.
        place: where the number of an id stands in the settings.
    """
    found = []
    for number, name in enumerate(hide):
        if name in local:
            words = f"{quoted(name)} is hidden here, and a record of yours stands over it"
            found.append(Fault("hidden-and-over", words, "keep one of the two").at(place(number)))
        if name in shared:
            continue
        found.append(_not_shared(name, shared).at(place(number)))
    return found
