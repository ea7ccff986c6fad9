"""What a line of first steps rests on is named in its file or in the list of sources, or said in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.analysis.needs import the_whole_directory
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic, Fault, quoted
from generator.model.fields.suggestions import did_you_mean
from generator.model.sources import codes_in

CODES = ("unknown-step-source", "page-read-for-nothing")
NEEDS = the_whole_directory

A_NAME = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
"""One word, with hyphens or without: a name, and no plain words."""


def check(content: Content) -> Iterator[Diagnostic]:
    for found in content.standing.steps.own.values():
        named = found.record.sources
        for number, step in enumerate(found.record.steps):
            for place, label in enumerate(step.sources):
                if label in named or any(codes_in(label)) or not A_NAME.fullmatch(label):
                    continue
                hint = did_you_mean(label, named) or f"add it: {label}: {{title: ..., read: {content.today}}}"
                words = f"{quoted(label)} is not below sources: in this file"
                yield Fault("unknown-step-source", words, hint).at(found.at("steps", number, "sources", place))
        for name in named.keys() - set(found.record.every_source):
            words = f"no line rests on {quoted(name)}"
            fault = Fault("page-read-for-nothing", words, "name it in the line that it says, or take it out")
            yield fault.at(found.at("sources", name), "warning")
