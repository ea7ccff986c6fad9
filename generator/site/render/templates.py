"""Templates and an edition -> HTML. One environment: autoescape everywhere, nothing undefined, words translatable."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, MutableMapping
from functools import cached_property, partial
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateAssertionError
from markupsafe import Markup

from generator import urls
from generator.best_fit import BestFit, Chosen
from generator.edition import Edition
from generator.first_line import FirstLines
from generator.l10n import formats
from generator.l10n.alphabet import first_letter, sort_key
from generator.l10n.plurals import forms
from generator.l10n.translations import PoTranslations, speak, spoken, translations
from generator.model.contact import Contact
from generator.model.fields.open_now import week, week_of_the_rest
from generator.model.fields.text import Links, Words, in_language
from generator.model.fields.text_direction import direction, numbers_whole
from generator.model.service import Service
from generator.output import Page
from generator.picture_words import PictureWords
from generator.settings import Settings
from generator.site.render.compiled import Compiled
from generator.site.render.deeds import deed
from generator.site.render.first_view import FirstView
from generator.site.render.markdown_html import Prose
from generator.site.render.narrowing import words_of
from generator.spots import Spots, spans
from generator.template_folder import Folder, places_of


class Templates:
    """The templates of one build: each page is `page(...)`, each repeated part is rendered once and kept."""

    def __init__(
        self, folder: Folder, edition: Edition, settings: Settings, words: PoTranslations | None = None
    ) -> None:
        """`words` are those of `folder`, where they have been read already."""
        self.folder = folder
        self.edition = edition
        self.settings = settings
        self.environment = _OneSetOfGlobals(
            loader=FileSystemLoader(places_of(folder)),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=into_language(settings.language),
            bytecode_cache=Compiled(settings.language),
            auto_reload=False,  # whoever hears that a template changed publishes anew, with templates of its own
        )
        words = words or translations(folder / "words", settings.language)
        self.translations = words
        self.say = words.gettext
        speak(self.environment, words)
        self.environment.filters |= formats.filters(settings.language, words.gettext)
        self.environment.filters["week"] = week
        self.environment.filters["week_of_the_rest"] = week_of_the_rest
        self.environment.filters["spans"] = spans
        self.environment.filters["text_alone"] = partial(in_language, language=settings.language)
        self.environment.filters["markdown"] = Prose(settings.language, settings.led).html
        self.first_lines = FirstLines(edition, settings.first_line, settings.language)
        self.best_fit = BestFit(edition, self.first_lines)
        self.spots = Spots(edition)
        self.someone_to_talk_to = self.first_lines.offered()
        self.picture_words = PictureWords(settings, self.first_lines, words.gettext)
        self.environment.globals |= {
            "addresses": urls,
            "edition": edition,
            "catalogue": edition.catalogue,
            "link": settings.link,
            "file_link": settings.common.link,
            "settings": settings,
            "spots": self.spots,
            "card": self.card,
            "cards": self.cards,
            "chosen": self.chosen,
            "deed": self.deed,
            "fits": lambda service: words_of(service, edition, self.spots),
            "lines": self.lines,
            "someone_to_talk_to": self.someone_to_talk_to,
            "weekdays": [formats.weekday_after(name, settings.language, words.gettext) for name in formats.WEEK],
        }
        self.environment.globals["plural"] = self.plural
        self.first_view = self.list_view = FirstView()
        """What fits on a page: what stands around each body is known once the frame is made."""
        self._kept: dict[tuple[str, str, str], Markup] = {}
        self._weights: dict[str, int] = {}

    def plural(self, one: str, more: str) -> Mapping[str, str]:
        """What a script says of a number, in each form that the site's language has."""
        return forms(self.translations, one, more)

    def page(self, template: str, address: str, title: str, description: str, source: str, **values: Any) -> Page:
        """One page, whose body is `pages/<template>.html`, rendered when the engine asks for it."""
        body = partial(self._body, template, title=title, **values)
        return self._page(address, title, description, source, body)

    def page_that_fits(
        self,
        template: str,
        address: str,
        title: str,
        description: str,
        source: str,
        *,
        shown: Callable[[int], Mapping[str, Any]],
        least: int,
        count: int,
        **values: Any,
    ) -> Page:
        """One page that shows as many of `count` things as a first view has room for, and never fewer than `least`.

        `shown` is what the template is given besides where so many of them are shown.
        """

        def made(many: int) -> str:
            return self._body(template, title=title, **values, **shown(many))

        def body() -> str:
            return (self.list_view if template == "help" else self.first_view).most(made, min(least, count), count)[1]

        return self._page(address, title, description, source, body)

    def _page(self, address: str, title: str, description: str, source: str, body: Callable[[], str]) -> Page:
        language = self.settings.language
        return Page(address, in_language(title, language), in_language(description, language), body, source)

    def _body(self, template: str, **values: Any) -> str:
        return self.environment.get_template(f"pages/{template}.html").render(**values)

    def part(self, template: str, macro: str, *values: Any) -> Markup:
        """One component alone, for what stands around every page."""
        made = self.environment.get_template(template)
        say = getattr(made.module, macro, None)
        if say is None:
            raise TemplateAssertionError(f"there is no macro {macro} in it", 1, template, made.filename)
        return Markup(say(*values))  # noqa: S704 # autoescaped

    def card(self, service_id: str) -> Markup:
        """A service as lists show it. The same in every list, so it is rendered once."""
        return self._once("components/service_card.html", service_id)

    def cards(self, services: Iterable[Service]) -> Markup:
        """Services as a list shows them in full."""
        return Markup("\n").join(self._once("components/service_card.html", service.id) for service in services)

    def chosen(self, best: Iterable[Chosen]) -> Markup:
        """Services as a list begins with them: each with the way that stands nowhere above."""
        return Markup("\n").join(self._once("components/service_card.html", one.service.id, one.way) for one in best)

    def deed(self, contact: Contact, service: Service) -> str | Markup:
        """What the button of a way to reach a service says."""
        return deed(contact, service, self.edition.catalogue, self.settings.language, self.say)

    def lines(self, services: Iterable[Service]) -> Markup:
        """Services as a long list shows them in brief: the name and where."""
        return Markup("\n").join(self._once("components/service_line.html", service.id) for service in services)

    def weight(self, service: Service) -> int:
        """How many bytes a service takes in a long list."""
        found = self._weights.get(service.id)
        if found is None:
            line = self._once("components/service_line.html", service.id)
            found = self._weights[service.id] = len(line.encode()) + 1
        return found

    @cached_property
    def a_to_z(self) -> Mapping[str, tuple[int, str]]:
        """The place of each service among all from A to Z, and the letter that it stands under; by its id."""
        language = self.settings.language
        names = {one.id: in_language(one.name, language) for one in self.edition.catalogue.services}
        order = sorted(names, key=lambda one: (sort_key(names[one], language), one))
        return {one: (place, first_letter(names[one], language)) for place, one in enumerate(order)}

    def _once(self, component: str, service_id: str, way: Contact | None = None) -> Markup:
        """A part that says the same wherever it stands. `way`: which contact it shows, where that is not the first."""
        service = self.edition.catalogue.service_by_id[service_id]
        shown = way or next(iter(self.edition.ways(service)), None)
        key = (component, service_id, shown.link if shown else "")
        found = self._kept.get(key)
        if found is None:
            html = self.environment.get_template(component).render(service=service, shown=shown)
            found = self._kept[key] = Markup(html)  # noqa: S704 # autoescaped above
        return found


class _OneSetOfGlobals(Environment):
    """An environment whose templates add nothing to what they all know: else each import of each page compares them."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What a template knows: the very same dict for all of them, unless it is given more."""
        return super().make_globals(d) if d else self.globals


def into_language(language: str) -> Callable[[Any], Any]:
    """What every expression in a template passes through: words that know translations become one text.

    Text that is only there in another language says so, so that a screen reader speaks it right. In an attribute or
    inside a sentence no element can stand: there a template takes `text_alone`. Where a site is read from right to
    left, each number in a text is made whole: see `numbers_whole`.
    """
    from_the_right = direction(language) == "rtl"

    def finalize(value: Any) -> Any:
        if type(value) is Words:
            return spoken(value, language)
        if type(value) is Links:
            return value.into(language)
        return numbers_whole(value, language) if from_the_right and type(value) is str else value

    return finalize
