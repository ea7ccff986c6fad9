"""A service whose contract has ended is asked what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic, Fault

CODES = ("funding-ended",)
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    for one in content.directory.services:
        service, today = one.record, content.today
        until, longer = service.contract_until, service.contract_extension
        closed = service.status == "closed" or (service.closed_on is not None and service.closed_on <= today)
        if until is None or until >= today or closed:
            continue
        if longer and longer >= today:
            words = f"this contract ended on {until}, and nothing says whether it was extended"
            fault = Fault("funding-ended", words, "ask them: write the new contract_until, or status and closed_on")
        else:
            words = f"this service's funding ended on {longer or until}, and the site still leads people to it"
            fault = Fault("funding-ended", words, "ask them: write the new contract_until, or status and closed_on")
        yield fault.at(one.at("contract_until"), "warning")
