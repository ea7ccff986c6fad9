"""A line that is open when another is closed names that one by its label, and it does close."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic, quoted

CODES = ("no-such-line", "line-never-closes")
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    for one in content.directory.services:
        for number, contact in enumerate(one.record.contact):
            if contact.when_closed is None:
                continue
            mark = one.at("contact", number, "when_closed")
            labels = [str(other.label) for other in one.record.contact if other.label and other is not contact]
            hours = one.record.hours_named(contact)
            if str(contact.when_closed) not in labels:
                words = f"{quoted(str(contact.when_closed))} is no label of another contact of this service"
                hint = "write the label of that line, as it stands there"
                yield Diagnostic("no-such-line", "error", mark, words, hint=hint)
            elif hours is None or hours.always:
                words = f"nothing says when {quoted(str(contact.when_closed))} is closed"
                hint = "write its hours there: Mo-Fr 09:00-17:00; PH off"
                yield Diagnostic("line-never-closes", "error", mark, words, hint=hint)
