"""The steps that come with Waymark lead to nothing that this site keeps back, and were read in the last half year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generator.content.analysis.needs import all_to_be_right
from generator.content.checks.page_checks import CHECK_EVERY
from generator.content.loading.content import Content
from generator.content.source.left_behind import CONFIG
from generator.diagnostics import Diagnostic, Fault, Location
from generator.model.emergency import in_quotation

CODES = ("shipped-step-left-out", "shipped-steps-due")
NEEDS = all_to_be_right


def check(content: Content) -> Iterator[Diagnostic]:
    folder = content.settings.content
    for crime, hidden in content.hidden_steps.items():
        for number in hidden:
            step = in_quotation(content.shipped_steps[crime].steps[number])
            words = f"the page of {crime} goes without {step}: it leads to what this site keeps back"
            hint = f"write {folder}/crimes/{crime}.md, with what holds here"
            yield Fault("shipped-step-left-out", words, hint).at(Location(CONFIG), "warning")
    days = [one.checked.on for one in content.shipped_steps.values() if one.checked]
    if days and min(days) + timedelta(days=CHECK_EVERY) < content.today:
        words = f"the steps that come with Waymark were last checked on {min(days)}, more than {CHECK_EVERY} days ago"
        hint = "install a newer Waymark, or read them and write your own"
        yield Fault("shipped-steps-due", words, hint).at(Location(CONFIG), "notice")
