"""A service that is reached through another leads to one for the same people that can be reached, and in no circle."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from generator.content.analysis.meant_for import meant
from generator.content.analysis.needs import every_record
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic, Fault
from generator.model.fields.dates import LONDON
from generator.service_state import ServiceState

CODES = ("reached-through-in-a-ring", "reached-through-for-others", "reached-through-nobody")
NEEDS = every_record


def check(content: Content) -> Iterator[Diagnostic]:
    services = {found.record.id: found.record for found in content.directory.services}
    state = ServiceState(content.catalogue, datetime.combine(content.today, time(12), LONDON))
    for found in content.directory.services:
        service, trail = found.record, [found.record.id]
        other = services.get(service.reached_through or "")
        if other is None:
            continue
        while other is not None and other.id not in trail:
            trail.append(other.id)
            other = services.get(other.reached_through or "")
        direct = services[trail[1]] if len(trail) > 1 else service
        theirs = meant(direct, content.vocabulary)
        if other is service:
            fault = Fault(
                "reached-through-in-a-ring",
                f"these services are reached through each other in a ring: {' -> '.join([*trail, service.id])}",
                "take one reached_through out",
            )
            yield fault.at(found.at("reached_through"))
        elif theirs not in (None, meant(service, content.vocabulary)):
            fault = Fault(
                "reached-through-for-others",
                f"'{direct.id}' is for other people than this service",
                "name a service for the same people, or give this one a contact of its own",
            )
            yield fault.at(found.at("reached_through"))
        elif not state.is_closed(service) and not state.through(service):
            if state.is_closed(direct):
                said = f"'{direct.id}' has closed, and people reach this service through it"
                fault = Fault("reached-through-nobody", said, "name the one that took over")
            else:
                said = f"'{direct.id}' shows no way to be reached yet, and people reach this service through it"
                fault = Fault("reached-through-nobody", said, f"check it: waymark due --done {direct.id}")
            yield fault.at(found.at("reached_through"), "notice")
