"""A way to reach a service: a number, a text line, a chat, a form, an address; and who checked it, when, how."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, PrivateAttr, model_validator

from generator.diagnostics import FieldError
from generator.model.fields.dates import Day
from generator.model.fields.hours import OpeningTimes
from generator.model.fields.phones import PhoneNumber, UKPhone
from generator.model.fields.text import EmailAddress, Label, Links, Name, Sentence, Slug, WebLink
from generator.model.record import Many, Record

Way = Literal["phone", "text", "textphone", "chat", "form", "website", "email"]
WAYS: tuple[Way, ...] = ("phone", "text", "textphone", "chat", "form", "website", "email")
"""In the order of preference of section 3.2 of the public-site facts: e-mail last, because it stays in Sent."""

NO_VOICE = re.compile(
    r"\b(?:fax|answer[ -]?phone|answering|voice\s?mail|text\s?phone|mini\s?com|typetalk|text(?:\srelay|\sline|\sonly)?|"
    r"sms|whatsapp|messages?\sonly)\b",
    re.IGNORECASE,
)
"""What a number is called that nobody answers with their voice."""

FRONTS = frozenset({"", "index", "default", "home"})
"""What the last part of the address of a site's front is called, whatever it ends in."""
LETTERS_OF_A_LANGUAGE = 2


def _site_of(link: str) -> str:
    """What a reader sees of a web address: the name of the site."""
    return link.split("//", 1)[-1].partition("/")[0].removeprefix("www.")


class Check(Record):
    """Someone made sure that this is right: when, who, and how."""

    on: Day
    """The day of the check: 2026-11-20. Never a day to come."""
    by: Sentence
    """Who made sure: a person or a team. The page says so."""
    how: Sentence
    """How: phoned, wrote, read their website. The page says so."""


class Contact(Record):
    """One way to reach a service. Exactly one of phone, text, textphone, chat, form, website and email."""

    phone: UKPhone | None = None
    """A number to call, typed in any way: 0300 123 4567. It must be a real number of the United Kingdom."""
    text: UKPhone | None = None
    """A number that takes text messages."""
    textphone: UKPhone | None = None
    """A number for a textphone, or for Relay UK."""
    chat: WebLink | None = None
    """The web address of a live chat."""
    form: WebLink | None = None
    """The web address of a form to fill in."""
    website: WebLink | None = None
    """The web address of the service's own site."""
    email: EmailAddress | None = None
    """An e-mail address. Shown last, because what is sent stays in the Sent folder."""

    label: Name | None = None
    """What to call this way, where there are several: Helpline, Supportline."""
    hours: OpeningTimes | None = None
    """When it is open: 24/7, or Mo-Fr 09:00-17:00; PH off. PH are bank holidays."""
    when_closed: Name | None = None
    """In the place of hours: the label of another contact of this service. This one is open when that one is closed."""
    cost: Literal["free", "local"] | None = None
    """free, or local for what a call to an 01 or 02 number costs. Where the number itself tells, leave it out."""
    note: Sentence | None = None
    """One more sentence for the reader, such as whom to ask for."""
    meant_for: Literal["professionals"] | None = Field(None, alias="for")
    """professionals: for people who refer somebody. It stands on the page for professionals alone."""
    languages: Many[Slug] = ()
    """Languages spoken here, as codes: en, cy, pl."""
    source: Label | None = None
    """Where this was found: a web address, or a code of the list of sources."""
    checked: Check | None = None
    """A check of this contact alone. Without it the check of the whole service counts."""

    _waits: bool = PrivateAttr(False)  # no field of a file

    @model_validator(mode="after")
    def _is_one_way(self) -> Self:
        given = [way for way in WAYS if getattr(self, way) is not None]
        if len(given) != 1:
            found = " and ".join(given) if given else "none of them"
            raise FieldError(
                "contact-not-one-way", f"a contact is exactly one of {', '.join(WAYS)}", f"here is {found}"
            )
        if self.hours and self.when_closed:
            raise FieldError(
                "hours-said-twice", "this contact has hours, and when_closed too", "keep the one that is right"
            )
        return self

    @property
    def waits_for_approval(self) -> bool:
        """Whether nobody may see it before a second person has approved it, however often it was checked."""
        return self._waits

    def waiting(self) -> Self:
        """The same, kept back until a second person has approved it."""
        made = self.model_copy()
        made._waits = True
        return made

    @cached_property
    def way(self) -> Way:
        """Which of the seven ways this is."""
        return next(way for way in WAYS if getattr(self, way) is not None)

    @property
    def is_answered_day_and_night(self) -> bool:
        """Whether somebody answers at any hour, by voice or in writing: no answerphone, no form, no e-mail."""
        written = self.text or self.textphone or self.chat
        return bool(self.hours and self.hours.always and (written or (self.phone and self._is_spoken)))

    @property
    def is_called_day_and_night(self) -> bool:
        """Whether this is a number that somebody answers with their voice at any hour."""
        return bool(self.phone and self.is_answered_day_and_night)

    @property
    def _is_spoken(self) -> bool:
        return not (self.label and NO_VOICE.search(str(self.label)))

    @property
    def number(self) -> PhoneNumber | None:
        """The number to call or text, if there is one."""
        return self.phone or self.text or self.textphone

    @property
    def link(self) -> str:
        """Where the link goes, with its scheme: "tel:+443001234567", "https://..."."""
        if self.text:
            return f"sms:{self.text.dial}"
        number = self.number
        if number:
            return f"tel:{number.dial}"
        if self.email:
            return f"mailto:{self.email}"
        return self.chat or self.form or self.website or ""

    @property
    def shown(self) -> str:
        """What a reader sees: the number, the e-mail address, or the name of the site."""
        number = self.number
        if number:
            return number.shown
        link = self.link
        return self.email or (link.each(_site_of) if isinstance(link, Links) else _site_of(link))

    @property
    def is_home_page(self) -> bool:
        """Whether its address is no more than the front of a site, where one has to look for the way."""
        address = urlsplit(str(self.link))
        language, *parts = [*address.path.strip("/").split("/"), ""]
        parts = [one for one in ([] if len(language) == LETTERS_OF_A_LANGUAGE else [language]) + parts if one]
        front = not parts or (len(parts) == 1 and parts[0].partition(".")[0].casefold() in FRONTS)
        return address.scheme in {"http", "https"} and front and not address.query and not address.fragment

    @property
    def is_free(self) -> bool:
        """Whether calling costs nothing, because the record says so or the number range does."""
        return self.cost == "free" or bool(self.number and self.number.is_free)

    @property
    def is_local_rate(self) -> bool:
        """Whether calling costs what a call to an 01 or 02 number costs."""
        return not self.is_free and (self.cost == "local" or bool(self.number and self.number.is_local_rate))
