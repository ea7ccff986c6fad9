"""The posts of a campaign's form -> how long each is on each of its channels, counted as `check` counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from generator import urls
from generator.content.editing.form_parts import FormPart
from generator.content.source.positions import Path
from generator.model.channel_rules import Channels
from generator.model.post_previews import Posted, as_posted
from generator.settings import Settings


def counts_of(
    campaign: Mapping[str, Any],
    parts: Sequence[FormPart],
    shown: Callable[[FormPart], Any],
    channels: Channels,
    settings: Settings,
) -> dict[Path, Sequence[str]]:
    """What each post takes of each channel's limit, by the path of the post; nothing of one without words.

    Args:
        campaign: the record as its author wrote it.
        parts: the form of it.
        shown: what stands in a part: what was typed, else what is in the file.
        channels: the rules of all channels.
        settings: those of the site, for the link that goes with a post.
    """
    was = campaign.get("was")
    first = str(was[0] if isinstance(was, list) and was else campaign.get("id", ""))
    posts = (one for part in parts if part.field.name == "posts" for one in part.inside if one.kind == "entry")
    found: dict[Path, Sequence[str]] = {}
    for post in posts:
        said = {
            one.name.removeprefix(f"{post.name}."): shown(one) for one in post.every if one.kind in ("input", "fixed")
        }
        link = settings.absolute(urls.post(first, str(said.get("id", ""))))
        if lines := [_line(one, code) for one, code in _posted(said, channels, link)]:
            found[post.path] = lines
    return found


def _posted(said: Mapping[str, Any], channels: Channels, link: str) -> Iterator[tuple[Posted, str]]:
    """The words of a post on each of its channels, in each language that they are in."""
    for channel, rule in channels.rules.items():
        if said.get("channels") and channel not in said["channels"]:
            continue
        own = said.get(f"variants.{channel}")
        texts = {"": own} if own else {name.partition("@")[2]: text for name, text in said.items() if _is_text(name)}
        for code, text in texts.items():
            if text:
                yield as_posted(text, channel, rule, link), code


def _is_text(name: str) -> bool:
    return name.partition("@")[0] == "text"


def _line(posted: Posted, code: str) -> str:
    """How much it is, and whether that is too much."""
    called = f"{posted.name} ({code})" if code else posted.name
    if posted.most is None:
        return f"{called}: {posted.count:,}; no limit is known."
    over = " Too long." if posted.is_too_long else ""
    return f"{called}: {posted.count:,} of {posted.most:,}.{over}"
