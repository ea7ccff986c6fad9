"""What stands around every page: the settings and records that `overrides/main.html` shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import NullTranslations
from importlib.resources.abc import Traversable

from markupsafe import Markup

from generator import urls
from generator.l10n.formats import Translate
from generator.l10n.translations import own_name
from generator.model.fields.text_direction import direction
from generator.settings import Settings
from generator.site.render.assets import inline, policy
from generator.site.render.templates import Templates


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
    unread: bool
    """Whether nobody has read some of the words in this language, which each page then says."""
    readers: str
    """Where the site says who has; nothing where it has no such page."""
    script: str = urls.SCRIPT
    stylesheet: str = urls.STYLESHEET
    rss: str = urls.CAMPAIGNS_RSS
    json: str = urls.CAMPAIGNS_JSON
    calendar: str = urls.CAMPAIGNS_ICS

    def link(self, address: str) -> str:
        """The link to an address on this site."""
        return self.settings.link(address)


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
        Entry(urls.KINDS, _("Kinds of help")),
        Entry(urls.CAMPAIGNS, _("Campaigns")),
        Entry(urls.FEEDS, _("Follow our campaigns")),
        Entry(urls.ABOUT, _("About this site")),
        Entry(urls.ACCESSIBILITY, _("Accessibility statement")),
        Entry(urls.PRIVACY, _("Privacy")),
        Entry(urls.PROFESSIONALS, _("For professionals")),
    )


def _talk(templates: Templates) -> Markup:
    helper = templates.someone_to_talk_to
    return templates.part("components/talk.html", "talk", *helper) if helper else Markup()


def frame(templates: Templates, scripts: Traversable, *, preview: bool) -> Frame:
    """The frame of one edition. `scripts` is the folder of our scripts; `preview` lets the engine add its own."""
    guard = inline(scripts / "guard.js")
    settings = templates.settings
    return Frame(
        settings,
        templates.part("components/emergency.html", "emergency", templates.edition.catalogue.emergency),
        _talk(templates),
        doors(templates.say),
        foot(templates.say),
        guard=guard,
        policy=policy(guard, preview=preview),
        direction=direction(settings.language),
        translations=templates.translations,
        languages=[
            Language(code, own_name(code), direction(code), root)
            for code, root in settings.also_in.items()
            if code != settings.language
        ],
        unread=bool(templates.translations.reading.unread),
        readers=urls.ABOUT if templates.edition.catalogue.standing.about else "",
    )
