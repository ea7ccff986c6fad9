"""What a door knows about the site: who runs it, where it stands, what it looks like; and absolute addresses."""

from __future__ import annotations

import re
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    Field,
    PrivateAttr,
    ValidationInfo,
    field_validator,
    model_validator,
)

from generator.colours import Colours
from generator.diagnostics import FieldError, quoted
from generator.exit_page import EXIT, ExitPage, Link
from generator.feed_settings import FeedSettings
from generator.model.fields.crisis_words import CrisisSign, Pattern
from generator.model.fields.file_names import inside, shared_file
from generator.model.fields.second_person import NeedsTwo
from generator.model.fields.text import A_LANGUAGE
from generator.site_languages import (
    IN_EACH_LANGUAGE,
    Name,
    PublicAddress,
    SettingsPart,
    SiteLanguage,
    judged,
    said_in,
    words,
    yes_or_no,
)
from generator.template_folder import OWN_TEMPLATES

AN_EMAIL = re.compile(r"[A-Za-z0-9_'+.-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
ANY = "any language"


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


def _email(text: str) -> str:
    if not AN_EMAIL.fullmatch(text):
        raise FieldError("not-an-email-address", f"{text!r} is not an e-mail address", "write help@example.org")
    return text


def _in_any_language(value: Any) -> Any:
    return {ANY: value} if isinstance(value, str) else value


def _allowed(value: Any) -> Any:
    return {"read": value} if isinstance(value, str) else value


def _list_of_one(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


Language = Annotated[str, AfterValidator(_language)]
LanguageCode = Annotated[str, AfterValidator(_language_of_the_site)]
Shared = Annotated[str, AfterValidator(shared_file)]
Inside = Annotated[str, AfterValidator(inside)]


class Office(SettingsPart):
    """The body that runs the site. Change this block, and only this, when the body changes."""

    name: Annotated[Name, IN_EACH_LANGUAGE]
    website: Annotated[Link, IN_EACH_LANGUAGE] | None = None
    logo: Inside | None = None
    """Its sign, a file of the content folder: images/logo.svg, or .png. None: its name alone."""

    corrections: Annotated[str, AfterValidator(_email)] | None = None
    """The e-mail address where readers report a mistake; none: the site says to tell the service."""

    licence: Annotated[Name, IN_EACH_LANGUAGE] | None = None
    """On what terms others may use the words and pictures of campaigns; none: they are asked to ask first."""

    data_licence: Annotated[Name, IN_EACH_LANGUAGE] | None = None
    """The same for the open data in /data/: Open Government Licence v3.0."""


class Allowed(SettingsPart):
    """Why a file may be public: who read it and when, or what of it no search can read, and who did."""

    read: Name | None = None
    unread: Name | None = None

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        if not self.read and not self.unread:
            cure = "write Read by Sam Reed on 2026-11-20"
            raise FieldError("reader-not-named", "this says nobody who read the file", cure)
        return self


class Settings(BaseModel):
    """One site: everything `mkdocs.yml` says that the generator needs. Addresses it makes are absolute."""

    model_config = SettingsPart.model_config

    site_name: Name
    site_url: PublicAddress
    site_description: Annotated[str, AfterValidator(words)] = ""
    language: Annotated[str, AfterValidator(_language_of_the_site)] = "en"
    languages: dict[LanguageCode, SiteLanguage] = {}
    """The languages that one build makes the site in, the first one first. None: `language` alone."""

    also_in: dict[Language, PublicAddress] = {}
    """Sites that others build in other languages: every page links to the page with the same address there."""

    office: Office
    notice: Annotated[str, AfterValidator(words), IN_EACH_LANGUAGE] = ""
    """A banner over every page, for example that this is a demonstration. Empty: none."""

    demonstration: Annotated[bool, yes_or_no("demonstration: true")] = False
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
    vocabulary: Inside | None = None
    """The office's own words: names and synonyms for what ships; networks, quality marks and doors."""

    first_line: Name | None = None
    """The id of the service that "Talk to someone now" leads to, where no line is made for what a page is about."""

    no_first_line: Name | None = None
    """Why nobody can be called by day and night, in words. Without it, a site without such a line is not built."""

    hosted_by: Annotated[Name | None, Field(alias="host")] = None
    """Where the site goes once it is built: a build says when it is more than that host takes."""
    approve: Annotated[tuple[NeedsTwo, ...], BeforeValidator(_list_of_one)] = ()
    """What needs a second person before it is public: posts, numbers, places that are kept secret."""
    campaigns: Inside = "campaigns"
    files: dict[Inside, Annotated[Allowed, BeforeValidator(_allowed)]] = {}
    """PDFs, Office files, sound and the like in the content folder that may be public: who read each, and when."""

    content: str = "content"
    templates: str = OWN_TEMPLATES

    _folder: str = PrivateAttr("")
    _first: Settings | None = PrivateAttr(None)

    @model_validator(mode="before")
    @classmethod
    def _begins_with_the_first(cls, given: Any) -> Any:
        languages = given.get("languages") if isinstance(given, dict) else None
        if isinstance(languages, dict) and languages:
            return {"language": next(iter(languages)), **given}
        return given

    @field_validator("languages")
    @classmethod
    def _fit_together(cls, languages: dict[str, SiteLanguage], others: ValidationInfo) -> dict[str, SiteLanguage]:
        if {"language", "site_url"} <= others.data.keys():
            judged(languages, others.data["language"], others.data["site_url"])
        return languages

    @field_validator("also_in")
    @classmethod
    def _is_built_elsewhere(cls, also_in: dict[str, str], others: ValidationInfo) -> dict[str, str]:
        if twice := sorted(also_in.keys() & others.data.get("languages", {}).keys()):
            words_ = f"{quoted(twice[0])} is among the languages that this site is built in"
            raise FieldError("language-twice", words_, "take it out of also_in")
        return also_in

    @model_validator(mode="after")
    def _leads_away(self) -> Self:
        ours = {
            urlsplit(one).hostname for one in (self.site_url, *(at.site_url for at in self.languages.values())) if one
        }
        if any(urlsplit(address).hostname in ours for address in self.exits.values()):
            raise FieldError(
                "exit-leads-here", "exit leads to this very site", f"choose a page of another, such as {EXIT}"
            )
        return self

    @property
    def directory(self) -> tuple[str, ...]:
        """Where the directory stands, in the order in which it is read; the office's own words last."""
        return (*self.shared, *self.services, *filter(None, [self.vocabulary]))

    @property
    def exit_page(self) -> str:
        """Where "Leave this site" goes in the site's language."""
        return self.exits.get(self.language) or self.exits.get(ANY) or next(iter(self.exits.values()))

    def in_each_language(self, *, here: bool = False) -> tuple[Settings, ...]:
        """The same settings for each language that the site is built in, the first one first: itself, where it has one.

        Args:
            here: whether all of them stand on this machine, so that none is looked for at an address of its own.
        """
        first, *others = self.languages or {self.language: SiteLanguage()}
        return (self._into(first), *(self._into(code, here=here) for code in others))

    def _into(self, code: str, *, here: bool = False) -> Settings:
        own, is_first = self.languages.get(code, SiteLanguage()), code == self.language
        below = f"{code}/"
        names = ("name", "website", "licence", "data_licence")
        office = {name: said_in(getattr(self.office, name), code) for name in names}
        said: dict[str, Any] = {
            "language": code,
            "notice": said_in(self.notice, code),
            "office": self.office.model_copy(update=office),
            "site_name": own.site_name or self.site_name,
            "site_description": self.site_description if own.site_description is None else own.site_description,
            "site_url": self.site_url if is_first else (not here and own.site_url) or f"{self.site_url}{below}",
        }
        if all(getattr(self, name) == value for name, value in said.items()):
            return self
        made = self.model_copy(update=said)
        if not is_first:
            made._folder, made._first = below, self  # a copy of its own class
        return made

    @property
    def folder(self) -> str:
        """Where in the folder of the whole site the pages of this language stand: "", or "cy/"."""
        return self._folder

    @property
    def tag(self) -> str:
        """The language, for ids that must differ from the first language's; "" in that one."""
        return self._folder.rstrip("/")

    @property
    def stands_alone(self) -> bool:
        """Whether this language has an address of its own: nothing of the first language's can be fetched there."""
        return self._first is None or not self.site_url.startswith(self._first.site_url)

    @property
    def host(self) -> str:
        """What a browser takes for one place, by which a page may fetch a file: "https://help.example.org"."""
        return self.site_url.removesuffix(self.base_path)

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

    def placed(self, path: str) -> str:
        """Where a file of this language stands for `common`: "campaigns/a/share.png" -> "cy/campaigns/a/share.png"."""
        return path if self.stands_alone else f"{self._folder}{path}"

    def led(self, link: str) -> str:
        """Where an author's link to a page of the site leads in this language: /services/ -> /cy/services/."""
        first, here = self._first, ("//", self.common.link(self.folder))
        if first is None or not link.startswith(first.base_path) or link.startswith(here):
            return link
        page = re.split(r"[?#]", link, maxsplit=1)[0].endswith("/")
        return self.base_path + link.removeprefix(first.base_path) if page else link

    @property
    def common(self) -> Settings:
        """The settings whose addresses lead to what all languages share, such as pictures and styles."""
        return self if self.stands_alone or self._first is None else self._first
