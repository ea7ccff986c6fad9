"""A heading that no field has as its name -> what such a column holds: a place, a way to be reached, a person's name.

What it holds has a field of its own. It never goes into words that everyone reads, and nobody is advised to put it
there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.diagnostics import quoted
from generator.privacy.telling_patterns import TellingKind
from generator.privacy.whereabouts import tellings
from generator.staff.spreadsheets.columns import BY_FIELD, ONE_ID, REACHED, TELLING
from generator.staff.spreadsheets.flatten import Key

Holds = Literal["place", "reach", "person"]


@dataclass(frozen=True, slots=True)
class HeadingKind:
    """What a column holds, and the field that it should go to; "" where there is none, and it is best left out."""

    holds: Holds
    field: str


WORDS: tuple[tuple[Holds, str, str], ...] = (
    (
        "person",
        "contact.label",
        r"contacts? ?(?:names?|persons?|title|forename|surname|first name|last name|role)|(?:named|key|lead|"
        r"main|first) contact"
        r"|who to ask for|ask for"
        r"|name of (?:contact|person|worker|manager|lead)|first ?name|last ?name|forename|surname|full name|job title"
        r"|(?:manager|co ?ordinator|worker|officer|lead|advocate|person|staff|owner|trustee|chair|"
        r"director)s?(?: name)?",
    ),
    (
        "place",
        "",
        r"lat|latitude|lng|lon|long|longitude|geo|geo ?(?:location|code|tag|point)|gps|co ?ord(?:inate)?s?|"
        r"eastings?|northings?|"
        r"uprn|usrn|toid|grid ref(?:erence)?|os grid(?: ref(?:erence)?)?|x coord|y coord|what ?3 ?words|w3w|"
        r"what three words|"
        r"plus ?code|open location code|map|maps|map (?:link|url|ref|reference)|google maps?|pin|point",
    ),
    ("place", "places.postcode", r"post ?code|cod post|zip(?: ?code)?|postal code|pc|post ?codes"),
    (
        "place",
        "places.directions",
        r"parking|car ?park|directions?|how to (?:find|get)(?: us| there| it| here)?|find(?:ing)? us|"
        r"get(?:ting)? (?:there|here)|"
        r"travel|transport|public transport|nearest (?:station|bus stop|bus|tube|stop)|bus stop|bus routes?|"
        r"station|landmarks?|entrance|floor|"
        r"room|door|access code|key ?safe|buzzer|intercom",
    ),
    (
        "place",
        "places.address",
        r"address(?:es)?|addr|adress|street|road|lane|town|city|village|county|where|where (?:we|they|you|it|"
        r"to)(?: \w+)?|where it is|"
        r"meeting (?:place|point|location)|meets? at|meet|locations?|(?:drop ?in|clinic|surgery|group|"
        r"session)s? (?:at|venue|location|place)|"
        r"based (?:at|in)|held at|whereabouts|house (?:number|name)|flat|property|cyfeiriad|lleoliad",
    ),
    (
        "place",
        "places.name",
        r"venues?|sites?|base|bases|building|premises|house|hub|office|offices|centre|place|places|refuge|safe ?house|"
        r"accommodation|hostel|headquarters|hq|head office|hall|school|church|hospital|surgery|clinic",
    ),
    (
        "reach",
        "contact.phone",
        r"tel|telephone|phone|phones|telephone numbers?|phone numbers?|tel nos?|mobile|mob|landline|helpline|"
        r"number to call|ring|fax|"
        r"whats ?app|call|hotline|out of hours|ffon|ffôn|rhif ff[oô]n|extension|ext|switchboard|duty (?:line|number)|"
        r"emergency (?:line|number)|enquiries to",
    ),
    ("reach", "contact.text", r"sms|text|text number|textline"),
    ("reach", "contact.email", r"e ?mail|e ?mails|mail|e ?bost|inbox|mailbox"),
    (
        "reach",
        "contact.website",
        r"web ?site|web|url|urls|uri|link|links|web ?page|home ?page|gwefan|facebook|fb|twitter|x handle|x twitter|x|"
        r"insta(?:gram)?|tiktok|"
        r"snapchat|youtube|linkedin|bluesky|mastodon|threads|social|socials|social media|handle|telegram|skype|"
        r"zoom|teams",
    ),
)
SORTS = tuple((holds, field, re.compile(rf"(?:.* )?(?:{words})s?(?: .*)?")) for holds, field, words in WORDS)
NO_SORT = re.compile(
    r"(?:how|when|what|who)\b(?! to (?:find|get|ask for))(?!3| ?3).*|"
    r"(?!.*\b(?:e ?mail|telephone|phone number|form link)\b).*\b(?:area|areas|region|district|covered|times?|"
    r"hours|open|opening|cost|free|"
    r"charges?|type|kind|category|accessib\w*|wheelchair|status|visible|source|checked|taxonom\w*|referrals?|"
    r"agency|reports?|labels?|"
    r"description|summary|id|code of practice|mask \w+|languages?|ages?)\b.*"
)
"""What a heading with such a word says is something about it: "Office hours", "How to contact", "Area covered"."""
OF_A_POINT = frozenset(f"points.#.{name}" for name in TELLING)
"""What of a point says where it is, as of a place."""
FREE = frozenset(
    field
    for field, column in BY_FIELD.items()
    if column.form in ("text", "texts", "words")
    and column.group != "places"
    and field not in OF_A_POINT
    and field not in ONE_ID
    and field not in REACHED
)
"""Fields of words that everyone reads, and that no check keeps back."""
FOR_STAFF = frozenset(field for field in FREE if field.rpartition(".")[2] in ("source", "sources", "by", "how", "id"))
"""Of these, the ones that may hold a link: where something was found."""
OF_A_PERSON = ("contact.#.label", "contact.#.note", "checked.by", "contact.#.checked.by")
WHERE = {"place": "where a place is", "reach": "how to reach somebody", "person": "somebody's name"}


def sort_of(simple: str) -> HeadingKind | None:
    """What a column holds, by its heading in its simple form; None where that says nothing of the kind."""
    if NO_SORT.fullmatch(simple):
        return None
    return next((HeadingKind(holds, field) for holds, field, words in SORTS if words.fullmatch(simple)), None)


def sort_by_values(values: Iterable[str]) -> HeadingKind | None:
    """The same by what stands in the column."""
    for value in values:
        for one in tellings(value[:2000]):
            if one.what == "place":
                return HeadingKind(
                    "place",
                    "places.postcode" if one.kind == TellingKind.POSTCODE and len(value) < 10 else "places.address",
                )
            fields = {TellingKind.PHONE: "contact.phone", TellingKind.EMAIL: "contact.email"}
            return HeadingKind("reach", fields.get(one.kind, "contact.website"))
    return None


def why_not(heading: str, sort: HeadingKind | None, key: Key) -> str:
    """Why a column can't go to a field; "" where it can."""
    if sort is None or key[0] not in FREE or (sort.holds == "reach" and key[0] in FOR_STAFF):
        return ""
    if sort.holds == "person" and key[0] in OF_A_PERSON:
        return ""
    read = BY_FIELD[key[0]].called(key[1] or 1)
    words = f"the column {quoted(heading)} says {WHERE[sort.holds]}, and everyone reads {read}; "
    take = f'take it as --map "{heading}={sort.field}", or leave' if sort.field else "leave"
    return f'{words}{take} it out: --map "{heading}=-"'


def needed_columns(kinds: Sequence[TellingKind]) -> list[str]:
    """The headings of columns that are made for what a text tells."""
    columns = {
        TellingKind.PHONE: "Telephone",
        TellingKind.EMAIL: "E-mail",
        TellingKind.WEB_ADDRESS: "Website",
        TellingKind.SOCIAL_NAME: "Website",
        TellingKind.MEETING_NUMBER: "Website",
        TellingKind.POSTCODE: "Postcode",
    }
    return list(dict.fromkeys(columns.get(kind, "Address") for kind in kinds))
