"""Records that ship with the program, and a translator's words -> the same records that know the site's language too.

What an office writes has its own languages beside the English. What ships is in English alone, and its translations
stand with those of the templates: in `overrides/words/<language>.po`. Ways of finding something, "therapy" for
counselling, are one text a record, with bars between: each language has its own, as many as it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from generator.model.fields.text import Words, as_words
from generator.model.fields.translatable import with_texts

if TYPE_CHECKING:
    from pydantic import BaseModel

    from generator.l10n.translations import PoTranslations
    from generator.model.catalogue import Catalogue
    from generator.model.emergency import Crisis, Emergency, FirstSteps
    from generator.model.vocabulary import Term, Vocabulary

T = TypeVar("T", bound="Term")
R = TypeVar("R", bound="BaseModel")
BETWEEN = "|"


def localised(catalogue: Catalogue, words: PoTranslations, first: str = "") -> Catalogue:
    """All records, those that ship in the language of these words: itself where there are none, as for English.

    Args:
        catalogue: every record.
        words: a translator's words.
        first: the language of what the office wrote without saying in which; "" where the site has one alone.
    """
    if first:
        catalogue = in_first_language(without_held(catalogue, first), first)
    elif words.is_empty:
        return catalogue
    shipped = Shipped(words.gettext, words.language)
    in_danger = Shipped(words.guarded, words.language)
    return replace(
        catalogue,
        vocabulary=shipped.vocabulary(catalogue.vocabulary),
        emergency=in_danger.emergency(catalogue.emergency),
        crisis=in_danger.crisis(catalogue.crisis),
        first_steps={crime: in_danger.first_steps(one) for crime, one in catalogue.first_steps.items()},
    )


def without_held(catalogue: Catalogue, first: str) -> Catalogue:
    """All records without the words that guard a life in languages in which nobody has read them."""
    if not catalogue.held:
        return catalogue

    def read(text: str) -> str:
        if type(text) is not Words or first not in text.by_language:
            return text
        own = text.by_language[first]
        every, held = text.by_language.items(), catalogue.held
        kept = {code: said for code, said in every if (own, said) not in held.get(code, ())}
        return text if len(kept) == len(text.by_language) else Words(kept)

    return replace(
        catalogue,
        services=tuple(with_texts(one, read) for one in catalogue.services),
        emergency=tuple(with_texts(one, read) for one in catalogue.emergency),
    )


def in_first_language(catalogue: Catalogue, first: str) -> Catalogue:
    """All records of an office with several languages: each text of them says which it is in."""

    def of(record: R) -> R:
        return with_texts(record, lambda text: as_words(text, first))

    def named(records: Mapping[str, R]) -> dict[str, R]:
        return {name: of(record) for name, record in records.items()}

    def page(record: R | None) -> R | None:
        return record and of(record)

    standing, vocabulary = catalogue.standing, catalogue.vocabulary
    own = {
        "networks": named(vocabulary.networks),
        "marks": named(vocabulary.marks),
        "doors": named(vocabulary.doors),
    }
    return replace(
        catalogue,
        vocabulary=vocabulary.model_copy(update=own),
        services=tuple(map(of, catalogue.services)),
        organisations=named(catalogue.organisations),
        areas=named(catalogue.areas),
        campaigns=tuple(map(of, catalogue.campaigns)),
        documents=named(catalogue.documents),
        standing=replace(
            standing,
            about=page(standing.about),
            stay_safe=page(standing.stay_safe),
            rights=page(standing.rights),
            accessibility=page(standing.accessibility),
            results=page(standing.results),
        ),
    )


class Shipped:
    """Every text of what ships, through one function: whoever translates and whoever lists the texts read the same."""

    def __init__(self, say: Callable[[str], str], language: str) -> None:
        self.say = say
        self.language = language

    def vocabulary(self, vocabulary: Vocabulary) -> Vocabulary:
        """Kinds of service, what happened, who it is for."""
        return vocabulary.model_copy(
            update={
                "kinds": self._terms(vocabulary.kinds),
                "crimes": self._terms(vocabulary.crimes),
                "audiences": self._terms(vocabulary.audiences),
            }
        )

    def emergency(self, lines: Sequence[Emergency]) -> tuple[Emergency, ...]:
        """What to do in danger now."""
        return tuple(
            line.model_copy(update={"say": self._text(line.say), "text": self._text(line.text)}) for line in lines
        )

    def crisis(self, crisis: Crisis) -> Crisis:
        """Whom to call for words of danger and need."""
        lines = {
            name: line.model_copy(update={"name": self._text(line.name)}) if line.name else line
            for name, line in crisis.lines.items()
        }
        return crisis.model_copy(update={"lines": lines})

    def first_steps(self, steps: FirstSteps) -> FirstSteps:
        """What to do first after one crime. The pages that it rests on have the titles that they have."""
        own = with_texts(steps, lambda text: as_words(text, "en"))
        said = tuple(
            step.model_copy(update={"says": self._text(step.says), "name": step.name and self._text(step.name)})
            for step in steps.steps
        )
        return own.model_copy(update={"steps": said})

    def _terms(self, terms: Mapping[str, T]) -> dict[str, T]:
        return {
            name: term.model_copy(
                update={
                    "name": self._text(term.name),
                    "plain": self._text(term.plain),
                    "synonyms": self._phrases(term.synonyms, self._also_known_as(term)),
                    "terms": self._phrases(term.terms),
                }
            )
            for name, term in terms.items()
        }

    def _text(self, text: str) -> str:
        """A text with its translation, or one that says it is English; what has languages of its own stays."""
        if type(text) is Words:
            return text
        said = self.say(text)
        return Words({"en": text} if said == text else {"en": text, self.language: said})

    def _also_known_as(self, term: Term) -> tuple[str, ...]:
        """The English name of what has a name of the language's own."""
        return () if type(term.name) is Words or self.say(term.name) == term.name else (term.name,)

    def _phrases(self, phrases: Sequence[str], names: Sequence[str] = ()) -> tuple[str, ...]:
        """What people type in this language, and then in English: many know a crime by its English name alone."""
        plain = [phrase for phrase in phrases if type(phrase) is not Words]
        said = self.say(BETWEEN.join(plain)) if plain else ""
        own = [phrase for part in said.split(BETWEEN) if (phrase := part.strip())]
        return tuple(dict.fromkeys((*own, *phrases, *names)))
