"""The campaigns that may be seen -> share and square pictures where they have none, and a code to scan each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from io import BytesIO

from generator import urls
from generator.edition import Edition
from generator.model.campaign import Campaign
from generator.model.fields.text import in_language
from generator.output import Asset, SharePicture
from generator.picture_words import CardWords, PictureWords
from generator.settings import Settings
from generator.site.share_images.card import card, is_drawable

SHARE = (1200, 630)
SQUARE = (1080, 1080)
SCALE = 8
EDGE = 4
"""The white around a code, in its own squares: cameras need four."""


@lru_cache(maxsize=1024)  # a preview builds the site again after each change
def qr_code(address: str) -> bytes:
    """A code that stands up to a fold or a stain: about a sixth of it may be lost."""
    import segno  # what makes codes is read when there is one to make

    file = BytesIO()
    code = segno.make(address, error="m", micro=False)
    code.save(file, kind="svg", scale=SCALE, border=EDGE, dark="#000", light="#fff", xmldecl=False, nl=False)
    return file.getvalue()


PNG = "image/png"


@dataclass(frozen=True, slots=True)
class CampaignPictures:
    """The files that we made, and the pictures of each campaign, by its id: the first goes with links to it."""

    downloads: Sequence[Asset]
    by_campaign: Mapping[str, Sequence[SharePicture]]


def campaign_pictures(edition: Edition, settings: Settings, words: PictureWords) -> CampaignPictures:
    """Pictures of campaigns that may be seen at this moment, and of no other.

    Args:
        edition: the directory at this moment.
        settings: the office, its colours, where its site stands.
        words: what the pictures say.
    """
    downloads: list[Asset] = []
    by_campaign: dict[str, Sequence[SharePicture]] = {}
    for campaign in edition.campaigns:
        own = own_picture(campaign, edition, settings)
        pictures = [own] if own else []
        if own is None or not large_enough(own):
            drawn = draw(campaign, settings, words)
            downloads += [download for _, download in drawn]
            downloads += _at_earlier_addresses(campaign, drawn)
            pictures[:0] = [picture for picture, _ in drawn]
        by_campaign[campaign.id] = tuple(pictures)
        code = partial(qr_code, settings.absolute(urls.campaign(campaign.id)))
        downloads.append(Asset(urls.qr_code(campaign.id), code))
    return CampaignPictures(tuple(downloads), by_campaign)


def _at_earlier_addresses(campaign: Campaign, drawn: Sequence[tuple[SharePicture, Asset]]) -> Iterator[Asset]:
    """The same pictures where they stood before the campaign was renamed: posts that are out show them from there."""
    for old in campaign.was:
        for _, download in drawn:
            yield Asset(urls.campaign(old) + download.path.rpartition("/")[2], partial(_data, download))


def _data(download: Asset) -> bytes:
    return download.data


def _size(download: Asset) -> int:
    return download.measured[0]


def large_enough(picture: SharePicture) -> bool:
    """Whether a picture fills the card that a link becomes."""
    return picture.width >= SHARE[0] and picture.height >= SHARE[1]


def own_picture(campaign: Campaign, edition: Edition, settings: Settings) -> SharePicture | None:
    """The picture that the campaign's author gave."""
    image = campaign.image
    if image is None:
        return None
    file = edition.catalogue.pictures[image.file]
    alt = in_language(image.alt, settings.language)
    return SharePicture(file.file, file.mime, file.size, file.width, file.height, alt, image.licence)


def _drawn(words: CardWords, colour: str, size: tuple[int, int], design: str) -> bytes:
    data = card(words, colour, size, design)
    assert data is not None  # noqa: S101 # it is drawable
    return data


def draw(campaign: Campaign, settings: Settings, words: PictureWords) -> list[tuple[SharePicture, Asset]]:
    """The share picture and the square one; none where our fonts do not have the letters of the title."""
    said, places = words.of(campaign), ((urls.share_picture, SHARE), (urls.square_picture, SQUARE))
    drawn = (_made(said, path(campaign.id), size, campaign.design, settings) for path, size in places)
    return [one for one in drawn if one]


def home_picture(settings: Settings, words: PictureWords) -> tuple[SharePicture, Asset] | None:
    """The picture that goes with a link to the first page; None as for a campaign."""
    return _made(words.of_home(), urls.HOME_PICTURE, SHARE, "band", settings)


def _made(
    said: CardWords, path: str, size: tuple[int, int], design: str, settings: Settings
) -> tuple[SharePicture, Asset] | None:
    if not is_drawable(said, size, design):
        return None
    made = Asset(path, partial(_drawn, said, settings.colours.brand, size, design))
    return SharePicture(settings.placed(path), PNG, partial(_size, made), *size, said.alt), made
