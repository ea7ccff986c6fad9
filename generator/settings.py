"""What a door knows about the site: who runs it, where it stands, what it looks like; and absolute addresses."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from generator.colours import Colours
from generator.diagnostics import HIDDEN_CHARACTER, FieldError
from generator.model.fields.crisis_words import CrisisSign, Pattern
from generator.model.fields.dates import PostingHours, posting_hours
from generator.model.fields.file_names import inside, shared_file
from generator.template_folder import OWN_TEMPLATES

A_HOST = r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?"
A_SITE = re.compile(rf"https?://{A_HOST}(?:/[A-Za-z0-9._~/-]*)?")
A_LINK = re.compile(rf"https://{A_HOST}(?:[/?#][^\s<>\"'\\^`{{|}}]*)?", re.IGNORECASE)
AN_EMAIL = re.compile(r"[A-Za-z0-9_'+.-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
A_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
A_TAG_OWNER = re.compile(r"[a-z0-9.-]+\.[a-z]{2,},[0-9]{4}(?:-[0-9]{2}){0,2}")
A_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
A_RELEASE = 60
"""Minutes from one release to the next: a job runs once an hour."""
ANY = "any language"
EXIT = "https://www.bbc.co.uk/weather"
# Sites that greet their readers by name, or show what they looked at before: no place to be seen on.
PERSONAL = (
    *("google.com", "google.co.uk", "youtube.com", "gmail.com", "facebook.com", "instagram.com", "whatsapp.com"),
    *("x.com", "twitter.com", "tiktok.com", "amazon.co.uk", "amazon.com", "ebay.co.uk", "outlook.com"),
    *("live.com", "netflix.com", "linkedin.com", "pinterest.com", "reddit.com"),
)


def _words(text: str) -> str:
    text = " ".join(text.split())
    if not text.isprintable():
        raise FieldError(HIDDEN_CHARACTER, f"there is a hidden character in {text!r}", "type it again")
    return text


def _name(text: str) -> str:
    if not text.strip():
        raise FieldError("value-empty", "this is empty", "write some words")
    return _words(text)


def _public_address(text: str) -> str:
    if not A_SITE.fullmatch(text):
        cure = "write it as https://help.example.org/"
        raise FieldError("not-a-site-address", f"{text!r} is not the address of a site", cure)
    return text if text.endswith("/") else text + "/"


def _language(text: str) -> str:
    if not A_LANGUAGE.fullmatch(text):
        cure = "write also_in: {cy: https://cymorth.example.org/}"
        raise FieldError("not-a-language", f"{text!r} is not a language", cure)
    return text


def _language_of_the_site(text: str) -> str:
    if not A_LANGUAGE.fullmatch(text):
        cure = "write en for English, cy for Welsh"
        raise FieldError("not-a-language", f"{text!r} is not the code of a language", cure)
    return text


def _link(text: str) -> str:
    if not A_LINK.fullmatch(text):
        cure = "write it as https://www.example.org/"
        raise FieldError("not-a-web-address", f"{text!r} is not a link we can use here", cure)
    return text


def _exit_page(text: str) -> str:
    host = (urlsplit(text).hostname or "").lower()
    for other in PERSONAL:
        if host == other or host.endswith(f".{other}"):
            cure = f"choose one that is the same for everyone: {EXIT}"
            raise FieldError("exit-shows-own-things", f"{text!r} shows each person their own things", cure)
    return text


def _email(text: str) -> str:
    if not AN_EMAIL.fullmatch(text):
        raise FieldError("not-an-email-address", f"{text!r} is not an e-mail address", "write help@example.org")
    return text


def _tag_owner(text: str) -> str:
    if not A_TAG_OWNER.fullmatch(text):
        cure = 'write a domain you held and a year you held it: "example.org,2026"'
        raise FieldError("not-an-owner-of-ids", f"{text!r} can't own feed ids", cure)
    return text


def _in_any_language(value: Any) -> Any:
    return {ANY: value} if isinstance(value, str) else value


def _day(value: Any) -> Any:
    try:
        return date.fromisoformat(value) if isinstance(value, str) and A_DAY.fullmatch(value) else _no_day(value)
    except ValueError:
        return _no_day(value)


def _no_day(value: Any) -> Any:
    if value is None or type(value) is date:
        return value
    raise FieldError("not-a-date", f"{str(value)!r} is not a date", "write it as 2027-04-01")


def _yes_or_no(value: Any) -> Any:
    said = {"true": True, "yes": True, "false": False, "no": False}.get(str(value).lower())
    if said is None:
        words = f"{str(value)!r} is neither true nor false"
        raise FieldError("neither-true-nor-false", words, "write demonstration: true, or take the line out")
    return said


def _allowed(value: Any) -> Any:
    return {"read": value} if isinstance(value, str) else value


def _list_of_one(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


Link = Annotated[str, AfterValidator(_link)]
PublicAddress = Annotated[str, AfterValidator(_public_address)]
Language = Annotated[str, AfterValidator(_language)]
ExitPage = Annotated[str, AfterValidator(_link), AfterValidator(_exit_page)]
Name = Annotated[str, AfterValidator(_name)]
Shared = Annotated[str, AfterValidator(shared_file)]
Inside = Annotated[str, AfterValidator(inside)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Office(_Part):
    """The body that runs the site. Change this block, and only this, when the body changes."""

    name: Name
    website: Link | None = None
    corrections: Annotated[str, AfterValidator(_email)] | None = None
    """The e-mail address where readers report a mistake; none: the site says to tell the service."""

    licence: Name | None = None
    """On what terms others may use the words and pictures of campaigns; none: they are asked to ask first."""


class Pause(_Part):
    """Days on which no new post goes out: a major incident, or the weeks before an election."""

    first: Annotated[date, Field(alias="from"), BeforeValidator(_day)]
    last: Annotated[date | None, Field(alias="to"), BeforeValidator(_day)] = None
    """None: until somebody takes the pause out."""
    why: Name

    def holds_on(self, day: date) -> bool:
        """Whether nothing new goes out on a day."""
        return self.first <= day and (self.last is None or day <= self.last)


class FeedSettings(_Part):
    """How posts leave: who owns the ids, how many a feed holds, how far a date leads the post's own time."""

    owner: Annotated[str, AfterValidator(_tag_owner)]
    """A domain and a year, as RFC 4151 asks: "example.org,2026". Never change it: followers would post all again."""

    newest: Annotated[int, Field(ge=1, le=100)] = 20
    lead_minutes: Annotated[int, Field(ge=0, le=180)] = 45
    pause: Pause | None = None
    hours: Annotated[PostingHours, BeforeValidator(posting_hours)] = PostingHours(8 * 60, 20 * 60)
    """The hours at which posts go out: no follower is woken, and somebody is there to answer."""

    @model_validator(mode="after")
    def _leaves_time(self) -> Self:
        least = self.lead_minutes + A_RELEASE
        words = f"'{self.hours}' is too short a span for posts dated {self.lead_minutes} minutes ahead"
        if self.hours.last - self.hours.first < least:
            raise FieldError("posting-hours-too-short", words, f"leave {least} minutes at least: 08:00-20:00")
        return self

    @property
    def domain(self) -> str:
        """The domain in `owner`."""
        return self.owner.partition(",")[0]

    @property
    def since(self) -> date:
        """The first day of the year in `owner`: a date for what has none, never the clock."""
        return date(int(self.owner.partition(",")[2][:4]), 1, 1)

    def paused_from(self, day: date) -> date | None:
        """The first day of the pause that holds on a day; None where none does."""
        return self.pause.first if self.pause and self.pause.holds_on(day) else None


class Allowed(_Part):
    """Why a file may be public: who read it and when, or what of it no search can read, and who did."""

    read: Name | None = None
    unread: Name | None = None

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        if not self.read and not self.unread:
            cure = "write Read by Sam Reed on 2026-11-20"
            raise FieldError("reader-not-named", "this says nobody who read the file", cure)
        return self


class Settings(_Part):
    """One site: everything `mkdocs.yml` says that the generator needs. Addresses it makes are absolute."""

    site_name: Name
    site_url: PublicAddress
    site_description: Annotated[str, AfterValidator(_words)] = ""
    language: Annotated[str, AfterValidator(_language_of_the_site)] = "en"
    also_in: dict[Language, PublicAddress] = {}
    """The same site in other languages, by language: every page links to the page with the same address there."""

    office: Office
    notice: Annotated[str, AfterValidator(_words)] = ""
    """A banner over every page, for example that this is a demonstration. Empty: none."""

    demonstration: Annotated[bool, BeforeValidator(_yes_or_no)] = False
    """Whether nobody is to rely on this site. Every page says so; what has gone out of date with the years stops no
    build, and is said on its page and to staff."""

    exits: Annotated[dict[str, ExitPage], Field(min_length=1, alias="exit"), BeforeValidator(_in_any_language)] = {
        ANY: EXIT
    }
    """Where "Leave this site" goes, one address or one a language: not ours, and the same for everyone who opens it."""

    crisis_words: dict[CrisisSign, tuple[Pattern, ...]] = {}
    """Words that people here type in danger or in need, by what they are a sign of; beside those that ship."""

    colours: Colours = Colours()
    feeds: FeedSettings
    services: Annotated[tuple[Inside, ...], Field(min_length=1), BeforeValidator(_list_of_one)] = ("services.yaml",)
    """Files or globs, from the folder of `mkdocs.yml`."""

    shared: Annotated[tuple[Shared, ...], BeforeValidator(_list_of_one)] = ()
    """The same, kept once for several offices: in the repository. No command writes to them."""

    hide: Annotated[tuple[Name, ...], BeforeValidator(_list_of_one)] = ()
    """Ids of shared services that this site does not show."""

    first_line: Name | None = None
    """The id of the service that "Talk to someone now" leads to, where no line is made for what a page is about."""

    no_first_line: Name | None = None
    """Why nobody can be called by day and night, in words. Without it, a site without such a line is not built."""

    campaigns: Inside = "campaigns"
    files: dict[Inside, Annotated[Allowed, BeforeValidator(_allowed)]] = {}
    """PDFs, Office files, sound and the like in the content folder that may be public: who read each, and when."""

    content: str = "content"
    templates: str = OWN_TEMPLATES

    @model_validator(mode="after")
    def _leads_away(self) -> Self:
        ours = urlsplit(self.site_url).hostname
        if any(urlsplit(address).hostname == ours for address in self.exits.values()):
            cure = f"choose a page of another, such as {EXIT}"
            raise FieldError("exit-leads-here", "exit leads to this very site", cure)
        return self

    @property
    def directory(self) -> tuple[str, ...]:
        """Where the directory stands, in the order in which it is read."""
        return (*self.shared, *self.services)

    @property
    def exit_page(self) -> str:
        """Where "Leave this site" goes in the site's language."""
        return self.exits.get(self.language) or self.exits.get(ANY) or next(iter(self.exits.values()))

    @property
    def base_path(self) -> str:
        """The path that every link on the site starts with: "/" or "/help/"."""
        return urlsplit(self.site_url).path

    def link(self, address: str) -> str:
        """The link to an address on this site, from the host's root: "services/a/" -> "/services/a/"."""
        return self.base_path + address

    def absolute(self, address: str) -> str:
        """The full public address, for feeds and data: "services/a/" -> "https://help.example.org/services/a/"."""
        return self.site_url + address
