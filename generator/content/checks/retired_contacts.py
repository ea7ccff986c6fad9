"""No service and no emergency line has a number that is retired."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.meant_for import ended
from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic
from generator.model.fields.phones import digits_of

CODES = ("number-retired",)
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    directory = content.directory
    retired = {digits_of(found.record.number): found.record for found in directory.retired_numbers}
    for one in directory.services if retired else ():
        for path, contact in one.record.ways:
            if contact.number and contact.number.called in retired:
                mark = one.at(*path, contact.way)
                yield ended(contact.number.shown, retired[contact.number.called]).at(mark)
    for line in directory.emergency:
        if line.record.phone and line.record.phone.called in retired:
            yield ended(line.record.phone.shown, retired[line.record.phone.called]).at(line.at("phone"))
