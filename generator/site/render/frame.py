"""What stands around every page: the settings and records that `overrides/main.html` shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from gettext import NullTranslations
from importlib.resources.abc import Traversable

from markupsafe import Markup

from generator import urls
from generator.l10n.formats import Translate
from generator.l10n.translations import own_name, spoken
from generator.model.fields.text import Words
from generator.model.fields.text_direction import direction
from generator.output import Asset, Page
from generator.settings import Settings
from generator.site.render.assets import inline, policy
from generator.site.render.templates import Templates

NOT_FOUND = "404.html"


@dataclass(frozen=True, slots=True)
class Entry:
    """One link of the frame."""

    address: str
    name: str


@dataclass(frozen=True, slots=True)
class Language:
    """The same site in another language: what it calls itself, which way it is written, where it stands."""

    code: str
    name: str
    direction: str
    root: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything that the document around a page needs. The engine hands it to the template as it is."""

    settings: Settings
    first: str
    """The site's first language and which way it is written, for words that are there in it alone: "en ltr"."""
    emergency: Markup
    """What to do in danger now: the same on every page, so it is rendered once."""
    talk: Markup
    """A line that anyone can call at any hour; nothing where there is none. For the page that is not there."""
    doors: Sequence[Entry]
    foot: Sequence[Entry]
    guard: Markup
    """The script that stands in <head>, before anything paints."""
    policy: str
    """The Content-Security-Policy of every page."""
    direction: str
    """Which way the language is written: "ltr" or "rtl"."""
    translations: NullTranslations
    languages: Sequence[Language]
    """The other languages that this site is there in."""
    alternates: Sequence[Alternate]
    """Where search engines find the same page in each language."""
    office: str
    """Who runs the site. Where that is not in the page's language, it says so."""
    notice: str
    """The banner over every page, likewise."""
    unread: bool
    """Whether nobody has read some of the words in this language, which each page then says."""
    readers: str
    """Where the site says who has; nothing where it has no such page."""
    tongues: Sequence[Language] = ()
    """A few of the languages that the page of languages has, as they call themselves: they stand near every head."""
    not_found: Sequence[Markup] = ()
    """What the page that is not there says in each of the site's other languages."""

    @property
    def menu(self) -> Sequence[Entry]:
        """What the head of every page leads to: the doors, and the page of those who refer others."""
        return (*self.doors, *(entry for entry in self.foot if entry.address == urls.PROFESSIONALS))

    script: str = urls.SCRIPT
    stylesheet: str = urls.STYLESHEET
    rss: str = urls.CAMPAIGNS_RSS
    json: str = urls.CAMPAIGNS_JSON
    calendar: str = urls.CAMPAIGNS_ICS

    def link(self, address: str) -> str:
        """The link to an address on this site."""
        return self.settings.link(address)

    def file_link(self, path: str) -> str:
        """The link to a file that the languages of the site share."""
        return self.settings.common.link(path)

    def address(self, url: str) -> str:
        """A page's address in its own language, which an engine knows from the root of the whole site."""
        return url.removeprefix(self.settings.folder)

    def canonical(self, url: str, by_the_engine: str | None) -> str | None:
        """The one address of a page. What an engine knows of is the first language's."""
        return self.settings.absolute(self.address(url)) if self.settings.folder else by_the_engine


@dataclass(frozen=True, slots=True)
class Alternate:
    """A language as search engines are told it, and the whole address below which the same page stands."""

    code: str
    root: str


def doors(_: Translate) -> tuple[Entry, ...]:
    """The ways to find help, on every page."""
    return (
        Entry(urls.WHAT_HAPPENED, _("What happened")),
        Entry(urls.WHO, _("Who it is for")),
        Entry(urls.WHERE, _("Where")),
        Entry(urls.SERVICES, _("All services")),
        Entry(urls.SEARCH, _("Search")),
    )


def foot(_: Translate) -> tuple[Entry, ...]:
    """What every page ends with."""
    return (
        Entry(urls.STAY_SAFE, _("Stay safe online")),
        Entry(urls.RIGHTS, _("Your rights")),
        Entry(urls.LANGUAGES, _("Other languages")),
        Entry(urls.KINDS, _("Kinds of help")),
        Entry(urls.CAMPAIGNS, _("Campaigns")),
        Entry(urls.FEEDS, _("Follow our campaigns")),
        Entry(urls.DATA, _("Open data")),
        Entry(urls.ABOUT, _("About this site")),
        Entry(urls.ACCESSIBILITY, _("Accessibility statement")),
        Entry(urls.PRIVACY, _("Privacy")),
        Entry(urls.PROFESSIONALS, _("For professionals")),
    )


def _talk(templates: Templates, name: str = "talk") -> Markup:
    helper = templates.someone_to_talk_to
    return templates.part("components/talk.html", "talk", *helper, (), False, name) if helper else Markup()


def frame(templates: Templates, scripts: Traversable, every: Sequence[Templates], *, preview: bool) -> Frame:
    """The frame of one edition.

    Args:
        templates: the templates in the language of the edition.
        scripts: the folder of our scripts.
        every: those of each language that the site is built in, these too.
        preview: whether the engine adds a script of its own.
    """
    guard = inline(scripts / "guard.js")
    settings = templates.settings
    settings_of = [one.settings for one in every]
    first = settings_of[0].language
    return Frame(
        settings,
        f"{first} {direction(first)}",
        templates.part("components/emergency.html", "emergency", templates.edition.catalogue.emergency),
        _talk(templates),
        doors(templates.say),
        foot(templates.say),
        guard=guard,
        policy=policy(guard, preview=preview),
        direction=direction(settings.language),
        translations=templates.translations,
        languages=[*_built_too(settings, settings_of), *_built_elsewhere(settings)],
        alternates=_alternates(settings, settings_of),
        tongues=list(_tongues(templates)),
        not_found=[_not_found(one) for one in every if one is not templates],
        office=_marked(settings.office.name, settings.language),
        notice=_marked(settings.notice, settings.language),
        unread=bool(templates.translations.reading.unread or templates.edition.catalogue.unread.get(settings.language)),
        readers=urls.ABOUT if templates.edition.catalogue.standing.about else "",
    )


def _built_too(settings: Settings, every: Sequence[Settings]) -> Iterator[Language]:
    """The other languages of the same build, by links that lead there on any machine, where one host has them all."""
    for one in every:
        if one.language != settings.language:
            root = one.base_path if one.host == settings.host else one.site_url
            yield Language(one.language, own_name(one.language), direction(one.language), root)


def _built_elsewhere(settings: Settings) -> Iterator[Language]:
    for code, root in settings.also_in.items():
        if code != settings.language:
            yield Language(code, own_name(code), direction(code), root)


def _tongues(templates: Templates) -> Iterator[Language]:
    """Languages that somebody may know who reads no other, and the part of the page that is in each."""
    for code in templates.edition.catalogue.spoken_languages.named:
        yield Language(code, own_name(code), direction(code), urls.LANGUAGES)


def _alternates(settings: Settings, every: Sequence[Settings]) -> list[Alternate]:
    """Each language that is built, this one too, and the first for whoever reads none of them; and those elsewhere."""
    built = [Alternate(one.language, one.site_url) for one in every] if len(every) > 1 else []
    first = [Alternate("x-default", every[0].site_url)] if built else []
    return [*built, *(Alternate(one.code, one.root) for one in _built_elsewhere(settings)), *first]


def _not_found(templates: Templates) -> Markup:
    """The same help in another language: a host has one page for all that is not there."""
    language = templates.settings.language
    shown = (doors(templates.say), _talk(templates, f"talk-{language}"), language, direction(language))
    return templates.part("components/not_found.html", "not_found", *shown)


def not_found(templates: Templates, frame: Frame) -> Asset:
    """The page for what is not there in a further language, for hosts that look for one in each folder."""
    document = templates.environment.get_template(NOT_FOUND)
    return Asset(NOT_FOUND, lambda: document.render(frame=frame, page=None).encode())


def _marked(text: str, language: str) -> str:
    return spoken(text, language) if isinstance(text, Words) else text


def framed(templates: Templates, frame: Frame, body: str) -> str:
    """A document as an engine frames it, with a title and a description as long as most. It is weighed, never sent."""
    _, address = templates.say, urls.PROFESSIONALS
    page = Page(
        address, _("For professionals"), _("How to refer someone to each service, and what to expect."), str, ""
    )
    shown = {
        "title": page.title,
        "content": body,
        "url": f"{frame.settings.folder}{address}",
        "canonical_url": frame.settings.absolute(address),
        "meta": {field.name: getattr(page, field.name) for field in fields(page)},
    }
    return templates.environment.get_template("main.html").render(frame=frame, page=shown)
