"""Hashtags are few, stand at the end, and begin each word with a capital letter."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.analysis.needs import nothing
from generator.content.analysis.public_texts import Text, texts_of
from generator.content.loading.content import Content
from generator.content.loading.source_file import Found
from generator.diagnostics import Diagnostic, Location, quoted
from generator.model.campaign import Campaign
from generator.model.channel_rules import Channels
from generator.model.character_counts import hashtags, hashtags_inside, hashtags_on, is_camel_case

CODES = ("not-a-hashtag", "hashtag-run-together", "hashtag-inside-text", "too-many-hashtags")
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    for one in content.campaigns:
        yield from _hashtags_of_the_campaign(one)
    for text in texts_of(content.campaigns, content.channels):
        yield from _hashtags(text, content.channels)


def _hashtags_of_the_campaign(one: Found[Campaign]) -> Iterator[Diagnostic]:
    for number, hashtag in enumerate(one.record.hashtags):
        mark = one.at("hashtags", number)
        found = hashtags(hashtag)
        if found != [hashtag[1:]]:
            yield Diagnostic(
                "not-a-hashtag",
                "error",
                mark,
                f"{quoted(hashtag)} is not a hashtag",
                hint='write it as "#HateCrimeAwarenessWeek"',
            )
        elif not is_camel_case(found[0]):
            yield _run_together(mark, found[0])


def _run_together(mark: Location, hashtag: str) -> Diagnostic:
    words, hint = f"#{hashtag} runs its words together", "begin each with a capital letter: #HateCrimeAwarenessWeek"
    return Diagnostic("hashtag-run-together", "error", mark, words, hint=hint)


def _hashtags(text: Text, channels: Channels) -> Iterator[Diagnostic]:
    if not any("#" in words_ or "＃" in words_ for words_ in text.every):
        return
    for words_ in text.every:
        found = hashtags(words_)
        yield from (_run_together(text.mark, one) for one in found if not is_camel_case(one))
        for one in hashtags_inside(words_):
            yield Diagnostic(
                "hashtag-inside-text",
                "error",
                text.mark,
                f"#{one} stands inside the text",
                hint="put hashtags at its end",
            )
        over: dict[tuple[int, int], list[str]] = {}
        for rule in (channels.rules[channel] for channel in text.channels):
            number = len(hashtags_on(words_, rule))
            if number > rule.hashtags.most:
                over.setdefault((number, rule.hashtags.most), []).append(str(rule.name))
        for (number, most), names in over.items():
            yield Diagnostic(
                "too-many-hashtags",
                "error",
                text.mark,
                f"this has {number} hashtags",
                hint=f"the most is {most} on {', '.join(names)}: take some out",
            )
