"""An author's text -> text that is safe to publish: words, prose, ids, links; each refused with a reason."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

from pydantic import PlainValidator, WithJsonSchema

from generator.diagnostics import HIDDEN, HIDDEN_CHARACTER, FieldError, quoted
from generator.model.fields.link_schemes import PROSE_SCHEMES, schemes_in
from generator.model.fields.text_direction import numbers_whole

A_TAG = re.compile(r"<(?!(?:https?|mailto|tel):)[A-Za-z!/?]")


A_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


LONGEST_SLUG = 80


NO_MARK_TO_LOSE = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
    | dict.fromkeys("'`´\u2018\u2019\u02bc\u02bb", "")
)
"""Letters that are another without having a mark on it, and what joins two halves of one word."""


A_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


A_WEB_LINK = re.compile(r"https?://[^\s<>\"'\\{}|^`]+")


A_HOST = re.compile(r"(?:\w(?:[\w-]*\w)?\.)+\w(?:[\w-]*\w)?")


AN_EMAIL = re.compile(r"[A-Za-z0-9_'+-]+(?:\.[A-Za-z0-9_'+-]+)*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


class Translatable:
    """Marks a field as one whose text may be there in several languages."""


TRANSLATABLE = Translatable()


class Words(str):
    """Text in the site's first language that also knows its translations. Plain `str` is text with none."""

    __slots__ = ("_by_language",)
    _by_language: Mapping[str, str]

    def __new__(cls, by_language: Mapping[str, str]) -> Self:
        """Take {"en": "Help", "cy": "Cymorth"}; English, else the first given, is the text itself."""
        words = super().__new__(cls, by_language.get("en") or next(iter(by_language.values())))
        words._by_language = dict(by_language)
        return words

    @property
    def by_language(self) -> Mapping[str, str]:
        """The text in each of its languages, by the language's code, in the author's order."""
        return self._by_language

    @property
    def every(self) -> tuple[str, ...]:
        """The text in each of its languages."""
        return tuple(self._by_language.values())

    def into(self, language: str) -> str:
        """The text in this language, or the first language where no translation exists."""
        return self._by_language.get(language, str(self))

    def spoken(self, language: str) -> str:
        """The language that `into` answers in: this one, or that of the text itself where no translation exists."""
        if language in self._by_language or "en" in self._by_language:
            return language if language in self._by_language else "en"
        return next(iter(self._by_language))


class Links(Words):
    """A web address that is another one in other languages. It is never shown as words, so it is marked in none."""

    __slots__ = ()

    def each(self, change: Callable[[str], str]) -> Links:
        """The same, each of its addresses changed."""
        return Links({language: change(link) for language, link in self.by_language.items()})


def as_words(text: str, language: str) -> Words:
    """A text that says which language it is in: where its author wrote none, in this one."""
    return text if isinstance(text, Words) else Words({language: text})


def in_language(text: str, language: str) -> str:
    """Any text of a record in a language: words that know translations, or plain text as it is."""
    return numbers_whole(text.into(language) if isinstance(text, Words) else str(text), language)


def _clean(text: str) -> str:
    hidden = HIDDEN.search(text)
    if hidden:
        raise FieldError(
            HIDDEN_CHARACTER,
            f"there is a hidden character (U+{ord(hidden.group()):04X}) in {quoted(text)}",
            "type it again",
        )
    tag = A_TAG.search(text)
    if tag:
        raise FieldError(
            "html-in-words", f"{quoted(text[tag.start() :])} is HTML", "write plain words, without < and >"
        )
    return text


def _one_line(text: str, most: int) -> str:
    return _fits(" ".join(_clean(text).split()), most)


def _prose(text: str, most: int) -> str:
    for scheme in schemes_in(text):
        if scheme not in PROSE_SCHEMES:
            raise FieldError(
                "link-scheme-refused", f"'{scheme}:' links are not published", "write https://www.example.org"
            )
    return _fits(_clean(text).strip(), most)


def _fits(text: str, most: int) -> str:
    if not text:
        raise FieldError("value-empty", "this is empty", "write some words or take the line out")
    if len(text) > most:
        raise FieldError("too-many-characters", f"this has {len(text):,} characters", f"the most is {most:,}")
    return text


def _in_every_language(check: Callable[[str, int], str], most: int) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if type(value) is str:
            return check(value, most)
        if not isinstance(value, dict) or not value:
            raise FieldError("words-needed", "words are needed here, or one text a language: {en: Help, cy: Cymorth}")
        return Words({str(language): _in_one(language, text, check, most) for language, text in value.items()})

    return read


def _in_one(language: Any, text: Any, check: Callable[[str, int], str], most: int) -> str:
    if not A_LANGUAGE.fullmatch(str(language)):
        raise FieldError(
            "not-a-language",
            f"{quoted(language)} is not a language",
            "write the text alone, or {en: Help, cy: Cymorth}",
        )
    if not isinstance(text, str):
        raise FieldError("words-needed", f"words are needed behind {language}", "write {en: Help, cy: Cymorth}")
    try:
        return check(text, most)
    except FieldError as error:
        code, message, hint = error.fault
        raise FieldError(code, f"in {language}: {message}", hint) from None


def _words(check: Callable[[str, int], str], most: int) -> Any:
    schema: dict[str, Any] = {
        "anyOf": [
            {"type": "string", "maxLength": most},
            {"type": "object", "additionalProperties": {"type": "string", "maxLength": most}, "minProperties": 1},
        ]
    }
    return Annotated[str, PlainValidator(_in_every_language(check, most)), WithJsonSchema(schema), TRANSLATABLE]


Name = _words(_one_line, 120)
"""What something is called: one line, at most 120 characters."""


Title = _words(_one_line, 100)
"""A title that may travel alone: one line, at most 100 characters."""


Sentence = _words(_one_line, 300)
"""One or two sentences on one line, at most 300 characters."""


Prose = _words(_prose, 10_000)
"""Markdown without raw HTML, at most 10,000 characters; links to https, http, mailto and tel only."""


PostText = _words(_prose, 5_000)
"""The text of a post: plain, its lines kept, at most 5,000 characters; each channel has a limit of its own."""


def _needs_text(value: Any, example: str) -> str:
    if not isinstance(value, str):
        raise FieldError("one-value-needed", "one value is needed here", f"write {example}")
    return value


def _label(value: Any) -> str:
    return _one_line(_needs_text(value, "a few words"), 300)


def slug_of(name: str) -> str:
    """An id made of a name: Women's Centre, Tŷ Môr -> womens-centre-ty-mor; "" where nothing in it can be in one."""
    joined = unicodedata.normalize("NFKC", name).lower().translate(NO_MARK_TO_LOSE)
    plain = unicodedata.normalize("NFKD", joined).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_SLUG].strip("-")


def slug(value: Any) -> str:
    """Read "victim-support-cumbria". ValueError, with the id it could have been, for anything else."""
    text = _needs_text(value, "an id such as victim-support-cumbria")
    if not text.strip():
        raise FieldError(
            "value-empty", "this is empty", "write an id such as victim-support-cumbria, or take the line out"
        )
    if len(text) > LONGEST_SLUG:
        raise FieldError("too-many-characters", f"this id has {len(text):,} characters", "the most is 80")
    if not A_SLUG.fullmatch(text):
        better = slug_of(text) or "victim-support-cumbria"
        raise FieldError(
            "not-an-id", f"{quoted(text)} is not an id", f"use small letters, digits and hyphens: {better}"
        )
    return text


def _link(value: Any) -> str:
    text = _needs_text(value, "https://www.example.org")
    if not A_WEB_LINK.fullmatch(text) or HIDDEN.search(text) or len(text) > 2000 or not _has_a_host(text):
        raise FieldError(
            "not-a-web-address", f"{quoted(text)} is not a web address we can publish", "write https://www.example.org"
        )
    return text


def _links(value: Any) -> str:
    """One address, or one a language: {en: https://www.example.org/en, cy: https://www.example.org/cy}."""
    if not isinstance(value, dict) or not value:
        return _link(value)
    return Links({str(language): _in_one(language, text, _linked, 0) for language, text in value.items()})


def _linked(text: str, _: int) -> str:
    return _link(text)


def _has_a_host(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return bool(A_HOST.fullmatch(parts.hostname or "")) and parts.username is None and parts.port != 0
    except ValueError:
        return False


def _email(value: Any) -> str:
    text = _needs_text(value, "help@example.org")
    if not AN_EMAIL.fullmatch(text):
        raise FieldError("not-an-email-address", f"{quoted(text)} is not an e-mail address", "write help@example.org")
    return text


Label = Annotated[str, PlainValidator(_label), WithJsonSchema({"type": "string", "maxLength": 300})]
"""A line for staff or for a record, the same in every language: a source, a name of who checked."""


Slug = Annotated[str, PlainValidator(slug), WithJsonSchema({"type": "string", "pattern": f"^{A_SLUG.pattern}$"})]
"""A permanent id: small letters, digits and hyphens."""


_A_URI: dict[str, Any] = {"type": "string", "format": "uri"}
WebLink = Annotated[
    str,
    PlainValidator(_links),
    WithJsonSchema({"anyOf": [_A_URI, {"type": "object", "additionalProperties": _A_URI, "minProperties": 1}]}),
]
"""An address on the web, https or http; or one a language."""


EmailAddress = Annotated[str, PlainValidator(_email), WithJsonSchema({"type": "string", "format": "email"})]
"""An e-mail address."""
