"""A post names a way to get help."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.content.analysis.needs import every_record
from generator.content.analysis.public_texts import every_language, texts_of
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic
from generator.model.campaign import Campaign

CODES = ("post-without-help",)
NEEDS = every_record

A_WAY_TO_HELP = re.compile(
    r"(?<!\d)(?:0[0-9][0-9 ]{8,30}|999|101|105|111|116 ?[0-9]{3}|18000)(?!\d)|https?://|\b\w+\.(?:org|uk|com)\b"
)
"""A phone number, short or long, or an address on the web."""


def check(content: Content) -> Iterator[Diagnostic]:
    names = {found.record.id: found.record.name for found in content.directory.services}
    for text in texts_of(content.campaigns, content.channels):
        if not any(_helps(words_, text.campaign.record, names) for words_ in text.every):
            words, hint = (
                "this names no way to get help",
                "add a phone number, or a service of this campaign by its name",
            )
            yield Diagnostic("post-without-help", "warning", text.mark, words, hint=hint)


def _helps(words_: str, campaign: Campaign, names: Mapping[str, str]) -> bool:
    if A_WAY_TO_HELP.search(words_):
        return True
    plain = words_.casefold()
    named = (every_language(names[service]) for service in campaign.services if service in names)
    return any(name.casefold() in plain for spellings in named for name in spellings)
