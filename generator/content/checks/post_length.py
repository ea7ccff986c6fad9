"""A post is as long as each of its channels takes it."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.content.analysis.needs import nothing
from generator.content.analysis.public_texts import Text, texts_of
from generator.content.loading.content import Content
from generator.diagnostics import Diagnostic, Severity
from generator.model.channel_rules import Channels
from generator.model.post_previews import Posted, as_posted, surely_fits
from generator.settings import Settings

CODES = ("post-too-long",)
NEEDS = nothing


def check(content: Content) -> Iterator[Diagnostic]:
    for text in texts_of(content.campaigns, content.channels):
        yield from too_long(text, content.channels, content.settings, sure=True)


def too_long(text: Text, channels: Channels, settings: Settings, *, sure: bool) -> Iterator[Diagnostic]:
    """A problem for each channel that a text is too long for, of those whose limit is sure, or of those where not."""
    link = settings.absolute(urls.post(text.campaign.record.first_id, text.post.id))
    for channel in text.channels:
        limit = channels.rules[channel].text
        if (limit is None or limit.sure == "yes") != sure:
            continue
        for words_ in text.every:
            if surely_fits(words_, channels.rules[channel], link):
                continue
            posted = as_posted(words_, channel, channels.rules[channel], link)
            if posted.is_too_long:
                severity: Severity = "error" if sure else "warning"
                yield Diagnostic("post-too-long", severity, text.mark, _too_long(posted, text))


def _too_long(posted: Posted, text: Text) -> str:
    own = "shorten it" if text.is_variant else f"shorten it, or write other words for {posted.channel} under variants"
    if posted.most is None or posted.count <= posted.most:
        return f"this has {posted.bytes:,} bytes on {posted.name}; the most is {posted.most_bytes:,}: {own}"
    link = f", {posted.link} of them for its link" if posted.link else ""
    unsure = "" if posted.sure else " as far as we know"
    return f"this has {posted.count:,} characters on {posted.name}{link}; the most is {posted.most:,}{unsure}: {own}"
