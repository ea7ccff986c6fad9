"""A campaign without a picture -> the words of the one that we draw for it, and its alt text."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.campaign import Campaign
from generator.model.counting import emoji
from generator.model.text import in_language


@dataclass(frozen=True, slots=True)
class CardWords:
    """The two lines of a drawn picture. Fonts for words have no emoji, so there are none."""

    title: str
    office: str

    @property
    def alt(self) -> str:
        """The picture's words, for someone who can't see it."""
        return f"{self.title}{'' if self.title.endswith(('.', '?', '!')) else '.'} {self.office}"


def card_words(campaign: Campaign, office: str, language: str) -> CardWords:
    """What the picture says, in the site's language."""
    return CardWords(_without_emoji(in_language(campaign.title, language)), _without_emoji(office))


def _without_emoji(text: str) -> str:
    for sign in emoji(text):
        text = text.replace(sign, "")
    return " ".join(text.split())
