"""A campaign without a picture of its own -> the words of the one that we draw: title, whom to call, where we are."""

from __future__ import annotations

from dataclasses import dataclass

from generator.first_line import ANYONE, FirstLines, Reader
from generator.l10n.formats import Translate
from generator.model.campaign import Campaign
from generator.model.character_counts import emoji
from generator.model.fields.text import in_language
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class CardWords:
    """The words of a drawn picture. Fonts for words have no emoji, so there are none.

    `call` is the number of a line that takes everyone whom it speaks to ("Call 0808 157 0105") and `when` its hours;
    empty where there is none. `address` is where the site stands, as people type it.
    """

    title: str
    office: str
    call: str = ""
    when: str = ""
    address: str = ""

    @property
    def alt(self) -> str:
        """The picture's words, for someone who can't see it."""
        said = filter(None, (self.title, self.call, self.when, self.address))
        return " ".join([*(text if text.endswith((".", "?", "!")) else f"{text}." for text in said), self.office])


@dataclass(frozen=True, slots=True)
class PictureWords:
    """What the pictures of a site say.

    A picture is passed on to people whom we never see, at an hour that we do not know. It has a number only where one
    line takes everyone that the campaign speaks to, at any hour, which is what a line in `lines` does.
    """

    settings: Settings
    lines: FirstLines
    say: Translate

    def of(self, campaign: Campaign) -> CardWords:
        """The words of one campaign's picture, in the site's language."""
        title = in_language(campaign.title, self.settings.language)
        return self._said(title, Reader.after(campaign.about, campaign.audiences))

    def of_home(self) -> CardWords:
        """The words of the picture that goes with a link to the first page."""
        return self._said(self.settings.site_name, ANYONE)

    def _said(self, title: str, reader: Reader) -> CardWords:
        title, office = _without_emoji(title), _without_emoji(self.settings.office.name)
        address = self.settings.site_url.partition("://")[2].rstrip("/")
        offered = self.lines.offered(reader)
        if offered is None:
            return CardWords(title, office, address=address)
        call = self.say("Call %(number)s") % {"number": offered[1].shown}
        return CardWords(title, office, call, self.say("Day and night"), address)


def _without_emoji(text: str) -> str:
    for sign in emoji(text):
        text = text.replace(sign, "")
    return " ".join(text.split())
