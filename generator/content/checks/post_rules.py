"""Campaigns' posts -> a problem for all that a channel would refuse, or a screen reader make nonsense of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator import urls
from generator.content.loading.source_file import Found
from generator.diagnostics import Diagnostic, Location, Severity, quoted
from generator.model.campaign import Campaign, Image, Picture, Post
from generator.model.campaign import Channel as ChannelName
from generator.model.channel import Channels
from generator.model.channel_tags import hashtags_on
from generator.model.character_counts import emoji, hashtags, hashtags_inside, is_camel_case, starts_with_emoji
from generator.model.fields.text import Words
from generator.model.post_previews import Posted, as_posted, channels_of, surely_fits
from generator.settings import Settings

IN_TITLES = {
    "&": 'write "and"',
    "<": "leave it out",
    ">": "leave it out",
    '"': "write ‘ and ’",
}
"""What some schedulers garble where they post a title alone, and what to write in its place."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a post, where it stands, and the channels that it goes to."""

    campaign: Found[Campaign]
    post: Post
    mark: Location
    text: str
    channels: tuple[ChannelName, ...]
    is_variant: bool

    @property
    def every(self) -> tuple[str, ...]:
        """The text in each of its languages."""
        return every_language(self.text)


def every_language(text: str) -> tuple[str, ...]:
    """A text in each of its languages."""
    return text.every if isinstance(text, Words) else (text,)


def broken_posts(
    campaigns: list[Found[Campaign]], channels: Channels, pictures: Mapping[str, Picture], settings: Settings
) -> Iterator[Diagnostic]:
    """A problem for each text that a channel would cut off, and each rule of reading that a text breaks."""
    for one in campaigns:
        yield from _titles(one)
        yield from _hashtags_of_the_campaign(one)
        yield from _alt_texts(one, channels)
        yield from _large_pictures(one, channels, pictures)
        for text in texts_of(one, channels):
            yield from too_long(text, channels, settings, sure=True)
            yield from _hashtags(text, channels)
            yield from _emoji(text, channels)
        for number, post in enumerate(one.record.posts):
            for channel in post.variants:
                if post.channels and channel not in post.channels:
                    where = one.source.places.key((*one.path, "posts", number, "variants", channel))
                    yield Diagnostic(
                        "variant-for-no-channel",
                        "error",
                        where,
                        f"this post does not go to {channel}",
                        hint="add it to channels, or take this text out",
                    )


def texts_of(one: Found[Campaign], channels: Channels) -> Iterator[Text]:
    """Every text of a campaign's posts."""
    for number, post in enumerate(one.record.posts):
        goes_to = channels_of(post, channels)
        rest = tuple(channel for channel in goes_to if channel not in post.variants)
        yield Text(one, post, one.at("posts", number, "text"), post.text, rest, is_variant=False)
        for channel, words_ in post.variants.items():
            where = one.at("posts", number, "variants", channel)
            yield Text(one, post, where, words_, (channel,) if channel in goes_to else (), is_variant=True)


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


def _titles(one: Found[Campaign]) -> Iterator[Diagnostic]:
    titles = [(one.at("title"), one.record.title)]
    titles += [
        (one.at("posts", number, "title"), post.title) for number, post in enumerate(one.record.posts) if post.title
    ]
    for mark, title in titles:
        for words_ in every_language(title):
            for sign, instead in IN_TITLES.items():
                if sign in words_:
                    yield Diagnostic(
                        "sign-garbled-in-title", "error", mark, f"some tools garble {sign} in a title", hint=instead
                    )
            if words_.endswith(("…", "...")):
                yield Diagnostic(
                    "title-cut-off",
                    "error",
                    mark,
                    f"{quoted(words_)} stops in the middle",
                    hint="a title may travel alone, so finish it",
                )


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


def _emoji(text: Text, channels: Channels) -> Iterator[Diagnostic]:
    for words_ in text.every:
        found = [] if words_.isascii() else emoji(words_)
        if len(found) > channels.wording.emoji:
            yield Diagnostic(
                "too-many-emoji",
                "error",
                text.mark,
                f"this has {len(found)} emoji",
                hint=f"the most is {channels.wording.emoji}: take some out",
            )
        if found and starts_with_emoji(words_):
            yield Diagnostic(
                "begins-with-emoji",
                "error",
                text.mark,
                f"this begins with {found[0]}",
                hint="begin with a word, and put emoji behind the words",
            )
        for sign in dict.fromkeys(found):
            if found.count(sign) > 1:
                yield Diagnostic(
                    "emoji-repeated",
                    "error",
                    text.mark,
                    f"{sign} comes more than once",
                    hint="a screen reader says it each time: keep one",
                )


def _images(one: Found[Campaign]) -> Iterator[tuple[Image, tuple[str | int, ...]]]:
    if one.record.image:
        yield one.record.image, ("image",)
    for number, post in enumerate(one.record.posts):
        if post.image:
            yield post.image, ("posts", number, "image")


def _alt_texts(one: Found[Campaign], channels: Channels) -> Iterator[Diagnostic]:
    wording = channels.wording
    for image, path in _images(one):
        for alt in every_language(image.alt):
            mark = one.at(*path, "alt")
            if len(alt) > wording.alt_characters:
                yield Diagnostic(
                    "alt-too-long",
                    "error",
                    mark,
                    f"this has {len(alt)} characters",
                    hint=f"the most is {wording.alt_characters}: shorten it",
                )
            start = next((start for start in wording.alt_never_starts if alt.lower().startswith(f"{start} ")), None)
            if start:
                yield Diagnostic(
                    "alt-says-picture",
                    "error",
                    mark,
                    f"leave out {quoted(alt[: len(start)])}",
                    hint="a screen reader says that it is a picture",
                )


def _large_pictures(one: Found[Campaign], channels: Channels, pictures: Mapping[str, Picture]) -> Iterator[Diagnostic]:
    for image, path in _images(one):
        picture = pictures.get(image.file)
        posts = one.record.posts if path == ("image",) else (one.record.posts[int(path[1])],)
        goes_to = {
            channel for post in posts if path != ("image",) or not post.image for channel in channels_of(post, channels)
        }
        for channel, rule in channels.rules.items():
            limit = (rule.card_bytes if path == ("image",) else None) or rule.image_bytes
            if picture and limit and channel in goes_to and picture.size > limit.most:
                size = f"{picture.size:,} bytes; the most on {rule.name} is {limit.most:,}"
                yield Diagnostic(
                    "picture-too-large-to-post",
                    "error",
                    one.at(*path, "file"),
                    f"this picture has {size}: save it smaller",
                )
