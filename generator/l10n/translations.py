"""`overrides/words/<language>.po` -> the words of our templates in that language. English needs no file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from gettext import GNUTranslations, NullTranslations
from hashlib import sha256
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.messages import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes, pass_context
from jinja2.ext import InternationalizationExtension
from jinja2.parser import Parser
from markupsafe import Markup

from generator.l10n.po_file import read_words
from generator.l10n.readers import IN_THIS_SENSE, reading
from generator.model.fields.text import Words, in_language
from generator.model.fields.text_direction import direction, numbers_whole
from generator.template_folder import Folder, places_of

Say = Callable[..., str]


class PoTranslations(GNUTranslations):
    """Translations as a translator's file holds them. What has none stays English: a page never loses words.

    A text with a number in it has as many forms as the file's header says, each where gettext looks for it.
    """

    def __init__(self, language: str, catalogue: Catalog) -> None:
        """`language` is what the site calls it, which may be narrower than the file's own: "en-GB"."""
        compiled = BytesIO()
        for message in catalogue:
            if message.id:
                message.string = _numbers_whole(message.string or "", language)
        write_mo(compiled, catalogue)
        self.language = language
        self.digest = sha256(compiled.getvalue()).hexdigest()
        self.reading = reading(catalogue)
        self.is_empty = not any(message.id and message.string and not message.fuzzy for message in catalogue)
        texts = [message for message in catalogue if message.id]
        self.is_nearly_whole = sum(map(_is_said, texts)) * 10 >= len(texts) * 9
        """Whether at least nine in ten of the texts have their translation, in each of its forms."""
        super().__init__(BytesIO(compiled.getvalue()))

    def has(self, english: str) -> bool:
        """Whether somebody translated a text, be it by the same words."""
        return english in self._catalog  # type: ignore[attr-defined] # of gettext's own class

    def guarded(self, english: str, sense: str = "") -> Words | str:
        """Words that guard a life: translated once somebody has read them, until then in English that says so.

        Whom to call, how to leave, who will know, whom a service is not for: what a mistake in them would do is worse
        than a language that most readers also have.
        """
        key = f"{sense}{IN_THIS_SENSE}{english}" if sense else english
        is_sure = self.has(key) and key not in self.reading.unread
        if is_sure or self.language.partition("-")[0] == "en":
            return pgettext(sense, english, self.gettext) if sense else self.gettext(english)
        return Words({"en": english})

    def has_text(self, message: Message) -> bool:
        """The same of a text that a translator is given, in its sense, or for one and for many."""
        english = _english(message)
        key = f"{message.context}{IN_THIS_SENSE}{english}" if message.context else english
        known: Mapping[Any, str] = self._catalog  # type: ignore[attr-defined] # of gettext's own class
        return key in known or (key, 0) in known

    @classmethod
    def of(cls, language: str, texts: Mapping[str | tuple[str, str], str]) -> PoTranslations:
        """The words of a language from pairs: the English, or its sense and the English, and what is said there."""
        catalogue = Catalog()
        for english, said in texts.items():
            sense, text = (None, english) if isinstance(english, str) else english
            catalogue.add(text, said, context=sense)
        return cls(language, catalogue)


def _is_said(message: Message) -> bool:
    forms = message.string if isinstance(message.string, (list, tuple)) else [message.string]
    return bool(forms) and all(forms) and not message.fuzzy


def not_translated(words: PoTranslations, template: Path) -> list[str]:
    """The English of each text of a template for translators that a language has no words for."""
    with template.open("rb") as file:
        every = [message for message in read_po(file) if message.id]
    return [_english(message) for message in every if not words.has_text(message)]


def _english(message: Message) -> str:
    return str(message.id if isinstance(message.id, str) else message.id[0])


def _numbers_whole(said: str | Sequence[str], language: str) -> str | tuple[str, ...]:
    if isinstance(said, str):
        return numbers_whole(said, language)
    return tuple(numbers_whole(one, language) for one in said)


class SaidOnce(InternationalizationExtension):
    """{% trans %} without values in it -> its words, translated as the template is read and not on every page.

    Nine in ten are such, and a build is for one language: without this, a third of the time of a page goes into them.
    """

    def parse(self, parser: Parser) -> nodes.Node | list[nodes.Node]:
        """Read one {% trans %}."""
        node = super().parse(parser)
        match node:
            case nodes.Output(nodes=[nodes.Call(node=nodes.Name(name=name), args=[*texts], kwargs=[])]) if all(
                isinstance(one, nodes.Const) for one in texts
            ):
                english = [one.value for one in texts if isinstance(one, nodes.Const)]
                text = english[-1]  # before it may stand in which sense
                said = getattr(self.environment.translations, name)(*english)  # type: ignore[attr-defined] # see `speak`
                as_html = _as_html(said, text) if self.environment.autoescape else said
                return nodes.Output([nodes.TemplateData(as_html % {})], lineno=node.lineno)
        return node


def speak(environment: Environment, words: NullTranslations) -> None:
    """Have the templates of an environment say everything in these words.

    What a template puts into a sentence, {% trans code=record.code %}, becomes one text of the site's language first.
    """
    environment.extend(translations=words)
    environment.add_extension(SaidOnce)
    environment.install_gettext_translations(words, newstyle=True)  # type: ignore[attr-defined] # the extension's
    language = words.language if isinstance(words, PoTranslations) else "en"
    if isinstance(words, PoTranslations):
        environment.globals |= _guards(words)
    for name in ("gettext", "ngettext", "pgettext", "npgettext"):
        environment.globals[name] = _said(getattr(words, name), language, counts=name.startswith("n"))


def _guards(words: PoTranslations) -> dict[str, Say]:
    """What templates say words by that guard a life: see `guarded`. An attribute's element names its language."""

    def pguarded(sense: str, english: str) -> Markup:
        said = words.guarded(english, sense)
        if type(said) is Words:
            return Markup(spoken(said, words.language))  # noqa: S704 # escaped there
        return Markup(_as_html(said, english))  # noqa: S704 # escaped, or the template's own

    def its_language(english: str) -> Markup:
        is_english = type(words.guarded(english)) is Words
        return Markup(' lang="en" dir="ltr"') if is_english else Markup()

    def english(text: str) -> Markup:
        return Markup(spoken(Words({"en": text}), words.language))  # noqa: S704 # escaped there

    return {
        "pguarded": pguarded,
        "guarded": partial(pguarded, ""),
        "guarded_alone": lambda english: Markup(_as_html(str(words.guarded(english)), english)),  # noqa: S704 # as above
        "guarded_language": its_language,
        "english": english,
    }


def _said(translate: Say, language: str, *, counts: bool) -> Say:
    """What a template calls for a text with values in it."""

    @pass_context
    def said(context: Any, *texts: Any, **values: Any) -> str:
        words = translate(*texts)
        is_html = context.eval_ctx.autoescape
        said_there = {name: _marked(one, language) if is_html else into(one, language) for name, one in values.items()}
        if counts:
            said_there.setdefault("num", texts[-1])
        if not is_html:
            return words % said_there
        return Markup(_as_html(words, *texts)) % said_there  # noqa: S704 # escaped, or the template's own

    return said


def _marked(value: Any, language: str) -> Any:
    """The same, in an element that names its own language where it is not translated into this one."""
    return spoken(value, language) if type(value) is Words else into(value, language)


def _as_html(said: str, *english: object) -> str:
    """A translation as a page shows it. A translator writes words: a quotation mark would end an attribute.

    The English stands in the templates, whose HTML is known.
    """
    return said if said in english else escape(said, quote=False).replace('"', "&quot;")


def into(value: Any, language: str) -> Any:
    """A record's words as one text of a language; anything else as it is."""
    return in_language(value, language) if isinstance(value, Words) else value


def pgettext(sense: str, text: str, _: Callable[[str], str]) -> str:
    """One word that English has for several: what it is in this sense, through a function that translates."""
    said = _(GNUTranslations.CONTEXT % (sense, text))
    return said if IN_THIS_SENSE not in said else text


def digest(words: NullTranslations | None) -> str:
    """A text that is another one wherever any word is."""
    return words.digest if isinstance(words, PoTranslations) else ""


def translations(folder: Folder, language: str) -> PoTranslations:
    """The words of one language, "cy" also for "cy-GB"; English where the folder has no file for it.

    ContentError where the file has one that is not as it should be.
    """
    for name in (f"{language}.po", f"{language.partition('-')[0]}.po"):
        for place in places_of(folder):
            if (place / name).is_file():
                return PoTranslations(language, read_words(place / name, locale_of(language)))
    return _nothing(language)


@lru_cache(maxsize=64)
def locale_of(language: str) -> Locale:
    """A language as Babel knows it, which has its months, days and forms of number; English where it knows none such.

    Babel itself fails at "en-GB", and at a language that it has no data for.
    """
    return _in_babel(language) or _in_babel(language.partition("-")[0]) or Locale("en")


def _in_babel(language: str) -> Locale | None:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


@lru_cache(maxsize=8)
def _nothing(language: str) -> PoTranslations:
    return PoTranslations.of(language, {})


def spoken(words: Words, language: str, element: str = "bdi") -> str | Markup:
    """The words in a language; in an element that names their own where they are not translated into it."""
    its_own = words.spoken(language)
    if its_own == language:
        return in_language(words, language)
    return Markup('<{0} lang="{1}" dir="{2}">{3}</{0}>').format(
        element, its_own, direction(its_own), in_language(words, its_own)
    )


def own_name(language: str) -> str:
    """What a language calls itself: "Cymraeg"; the code alone where nobody wrote that down."""
    locale = _in_babel(language)
    name = locale.get_display_name(locale) if locale else None
    return name[:1].upper() + name[1:] if name else language
