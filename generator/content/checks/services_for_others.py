"""Nobody who was harmed is led to a service that is for others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.content.analysis.meant_for import meant
from generator.content.analysis.needs import nothing
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic, Fault
from generator.model.service import MeantFor

CODES = ("service-for-others", "replacement-for-others")
NEEDS = nothing

FOR: Mapping[MeantFor, str] = {"people-who-harm": "people who harm", "professionals": "professionals"}


def check(content: Content) -> Iterator[Diagnostic]:
    directory, vocabulary, rights = content.directory, content.vocabulary, content.standing.rights
    who = {found.record.id: meant_for for found in directory.services if (meant_for := meant(found.record, vocabulary))}
    for one in content.campaigns:
        for number, name in enumerate(one.record.services):
            if name in who:
                yield _not_theirs(name, who[name]).at(one.at("services", number))
    for place, right in enumerate(rights.record.rights if rights else ()):
        for number, name in enumerate(right.services):
            if name in who and rights:
                yield _not_theirs(name, who[name]).at(rights.at("rights", place, "services", number))
    for door in directory.doors.values():
        for number, choice in enumerate(door.record.choices):
            for place, name in enumerate(choice.services):
                if name in who:
                    yield _not_theirs(name, who[name]).at(door.at("choices", number, "services", place))
    for found in directory.services:
        new, own = found.record.replaced_by, meant(found.record, vocabulary)
        if new and who.get(new) != own and not (own == "professionals" and new not in who):
            known = any(other.record.id == new for other in directory.services)
            if known:
                yield Diagnostic(
                    "replacement-for-others",
                    "error",
                    found.at("replaced_by"),
                    f"'{new}' is for other people than this service",
                    hint="take it out",
                )


def _not_theirs(name: str, meant_for: MeantFor) -> Fault:
    words = f"'{name}' is for {FOR[meant_for]}, and this page is for people who were harmed"
    return Fault("service-for-others", words, "take it out here")
