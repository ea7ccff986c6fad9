"""Records -> what leads somebody who was harmed to a service that is not for them, and what may be such a service."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.content.loading.services import Directory
from generator.content.loading.source_file import Found
from generator.diagnostics import Diagnostic, Fault
from generator.model.campaign import Campaign
from generator.model.rights import Rights
from generator.model.service import MeantFor, Service
from generator.model.vocabulary import Vocabulary

FOR: Mapping[MeantFor, str] = {"people-who-harm": "people who harm", "professionals": "professionals"}
SOUNDS_LIKE_IT = re.compile(
    r"\b(?:perpetrators?|offenders?|abusers|people\swho\s(?:harm|hurt|abuse|use\sabus\w+|cause\sharm)|"
    r"(?:behaviou?r|change)\s(?:change\s)?program(?:me)?s?)\b",
    re.IGNORECASE,
)
"""What services for people who harm others are called, and say of themselves."""
OF_HARMED = re.compile(r"\b(?:victims?|survivors?|people (?:harmed|hurt|affected))\b", re.IGNORECASE)


def led_astray(
    directory: Directory, campaigns: list[Found[Campaign]], rights: Found[Rights] | None, vocabulary: Vocabulary
) -> Iterator[Diagnostic]:
    """A problem for each record that leads people harmed by crime to a service that is for others."""
    who = {found.record.id: meant_for for found in directory.services if (meant_for := meant(found.record, vocabulary))}
    for one in campaigns:
        for number, name in enumerate(one.record.services):
            if name in who:
                yield _not_theirs(name, who[name]).at(one.at("services", number))
    for place, right in enumerate(rights.record.rights if rights else ()):
        for number, name in enumerate(right.services):
            if name in who and rights:
                yield _not_theirs(name, who[name]).at(rights.at("rights", place, "services", number))
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


def advice_on_who(directory: Directory, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """What sounds as if it were for people who harm others, and does not say so."""
    for found in directory.services:
        service = found.record
        if meant(service, vocabulary):
            continue
        words = f"{service.name} {service.summary} {service.who.text or ''}"
        if SOUNDS_LIKE_IT.search(words) and not OF_HARMED.search(words):
            yield Diagnostic(
                "sounds-for-people-who-harm",
                "warning",
                found.at("name"),
                "this sounds like a service for people who hurt others",
                hint="if it is one, add: for: people-who-harm; then no list leads somebody who was hurt to it",
            )


def meant(service: Service, vocabulary: Vocabulary) -> MeantFor | None:
    """Whom a service is for, where its kind may not be known."""
    kind = vocabulary.kinds.get(service.kind)
    return service.meant_for or (kind.meant_for if kind else None)


def _not_theirs(name: str, meant_for: MeantFor) -> Fault:
    words = f"'{name}' is for {FOR[meant_for]}, and this page is for people who were harmed"
    return Fault("service-for-others", words, "take it out here")
