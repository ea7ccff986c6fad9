"""A post's text -> its hashtags, as the channel that it goes to tells them apart: each ends them in its own way.

X: twitter-text 3.1.0, `validHashtag` and `endHashtagMatch`. Bluesky: @atproto/api 0.21.0, `detectFacets`. Others
publish no rule of theirs; for them a hashtag is a word behind a #.
"""

from __future__ import annotations

import regex

from generator.model.channel import ChannelRule
from generator.model.character_counts import A_LINK, hashtags

X_LETTERS = (
    r"\p{L}\p{M}\p{Nd}_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\u00b7"
)
ON_X = regex.compile(
    rf"(?:(?<=[\ufe0e\ufe0f])|(?<![{X_LETTERS}&]))[#＃](?![\ufe0f\u20e3])"
    rf"((?>[{X_LETTERS}]*[\p{{L}}\p{{M}}][{X_LETTERS}]*))(?![#＃]|://)"
)
A_BARE_LINK = regex.compile(r"(?<![\w@])[\w-]+(?:\.[\w-]+)+/\S*")
NO_WIDTH = r"\u00ad\u2060\u200a\u200b\u200c\u200d\u20e2"
ON_BLUESKY = regex.compile(rf"(?:^|(?<=\s))[#＃]((?!\ufe0f)[^\s{NO_WIDTH}]*[^\d\s\p{{P}}{NO_WIDTH}]+[^\s{NO_WIDTH}]*)")
AT_ITS_END = regex.compile(r"\p{P}+\Z")
LONGEST_ON_BLUESKY = 64


def hashtags_on(text: str, rule: ChannelRule) -> list[str]:
    """Every hashtag that a text has on a channel, without its sign."""
    if rule.tags == "x":
        return [found[1] for found in ON_X.finditer(A_BARE_LINK.sub(" ", A_LINK.sub(" ", text)))]
    if rule.tags == "bluesky":
        tags = [AT_ITS_END.sub("", found[1]) for found in ON_BLUESKY.finditer(text)]
        return [tag for tag in tags if tag and len(regex.findall(r"\X", tag)) <= LONGEST_ON_BLUESKY]
    return hashtags(text)
