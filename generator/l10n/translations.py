"""`overrides/words/<language>.po` -> the words of our templates in that language. English needs no file."""

from __future__ import annotations

from gettext import NullTranslations
from hashlib import sha256
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes
from jinja2.ext import InternationalizationExtension
from jinja2.parser import Parser
from markupsafe import Markup

from generator.model.fields.direction import direction, numbers_whole
from generator.model.fields.text import Words, in_language


class PoTranslations(NullTranslations):
    """Translations as a translator's file holds them. What has none stays English: a page never loses words."""

    def __init__(self, words: dict[str, str]) -> None:
        super().__init__()
        self.words = words

    def gettext(self, message: str) -> str:
        """The words in this language."""
        return self.words.get(message) or message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The words for one, or for more."""
        return self.gettext(msgid1 if n == 1 else msgid2)


class SaidOnce(InternationalizationExtension):
    """{% trans %} without values in it -> its words, translated as the template is read and not on every page.

    Nine in ten are such, and a build is for one language: without this, a third of the time of a page goes into them.
    """

    def parse(self, parser: Parser) -> nodes.Node | list[nodes.Node]:
        """Read one {% trans %}."""
        node = super().parse(parser)
        match node:
            case nodes.Output(nodes=[nodes.Call(args=[nodes.Const(value=str(text))], kwargs=[])]):
                said = self.environment.translations.gettext(text) % {}  # type: ignore[attr-defined] # see `speak`
                return nodes.Output([nodes.TemplateData(said)], lineno=node.lineno)
        return node


def speak(environment: Environment, words: NullTranslations) -> None:
    """Have the templates of an environment say everything in these words."""
    environment.extend(translations=words)
    environment.add_extension(SaidOnce)
    environment.install_gettext_translations(words, newstyle=True)  # type: ignore[attr-defined] # the extension's


def digest(words: NullTranslations | None) -> str:
    """A text that is another one wherever any word is."""
    return sha256(repr(sorted(words.words.items())).encode()).hexdigest() if isinstance(words, PoTranslations) else ""


def translations(folder: Path, language: str) -> NullTranslations:
    """The words of one language; English where the folder has no file for it."""
    path = folder / f"{language}.po"
    if not path.is_file():
        return NullTranslations()
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    return PoTranslations(
        {
            str(message.id): numbers_whole(str(message.string), language)
            for message in catalogue
            if message.id and message.string and isinstance(message.id, str) and not message.fuzzy
        }
    )


def spoken(words: Words, language: str, element: str = "span") -> str | Markup:
    """The words in a language; in an element that names their own where they are not translated into it."""
    its_own = words.spoken(language)
    if its_own == language:
        return in_language(words, language)
    return Markup('<{0} lang="{1}" dir="{2}">{3}</{0}>').format(
        element, its_own, direction(its_own), in_language(words, its_own)
    )


def own_name(language: str) -> str:
    """What a language calls itself: "Cymraeg"; the code alone where nobody wrote that down."""
    try:
        name = Locale.parse(language, sep="-").get_display_name(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        name = None
    return name[:1].upper() + name[1:] if name else language
