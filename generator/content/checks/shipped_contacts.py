"""No site retires a number or an address that comes with Waymark."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.content.loading.shipped import shipped_lines
from generator.diagnostics import Diagnostic, quoted
from generator.model.fields.phones import digits_of
from generator.privacy.address_search import Addresses

CODES = ("shipped-number-retired", "shipped-address-retired")
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    for number in content.directory.retired_numbers:
        if any(line.phone and line.phone.called == digits_of(number.record.number) for line in shipped_lines()):
            yield Diagnostic(
                "shipped-number-retired",
                "error",
                number.at("number"),
                f"{quoted(number.record.number)} comes with Waymark, and no site can retire it",
                hint="take this out",
            )
    for one in content.directory.retired_addresses:
        ended = Addresses([one.record])
        if any(line.link and any(ended.in_text(line.link)) for line in shipped_lines()):
            yield Diagnostic(
                "shipped-address-retired",
                "error",
                one.at("address"),
                f"{quoted(one.record.address)} comes with Waymark, and no site can retire it",
                hint="take this out",
            )
