"""Edition -> the files that search fetches: words and addresses of all that may be found, and nothing else.

A directory of up to 1,000 services is one file, `assets/search/<language>.json`. A larger one is that file without its
services, and parts beside it: `<language>-<n>.json` holds the services with words from one stretch of the alphabet,
`<language>-crimes-<n>.json` the first services of one crime type. The first file lists every word of every name, so a
word typed with a slip, even in its first letter, is put right before any part is fetched.

`<language>-words.json` comes as soon as the page stands: the words that a search passes over, those that are no slip of
others, and those of what to do first after each crime.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator import urls
from generator.edition import Edition
from generator.model.fields.text import in_language
from generator.model.place import Area
from generator.model.service import Service
from generator.model.vocabulary import ANY_CRIME, EVERYONE, Term
from generator.output import Asset, Page
from generator.settings import Settings
from generator.site.render.office_doors import typed_for
from generator.site.render.search.search_columns import (
    BETWEEN,
    CLOSED,
    COLUMNS,
    DIGITS,
    PLACES,
    names_elsewhere,
    names_of_languages,
    numbered,
    old,
    state,
)
from generator.site.render.search.search_danger import patterns
from generator.site.render.search.search_steps import words_of_steps
from generator.site.render.search.search_words import (
    in_brief,
    page_words,
    real_words,
    stem,
    stop_words,
    towns_as_said,
    words_in_language,
)
from generator.site.render.templates import Templates

WHOLE = 1000
"""Up to this many services stand in one file."""
A_PART = 120
"""About how many services a part holds."""
COMMON = 60
"""A word in more services than this leads to the first of them, and to those that have no rarer word."""

IndexRow = tuple[Service, bool, int]
"""A service, whether lists lead to it, and its place in the order of every list."""


def search_index(templates: Templates, pages: Sequence[Page]) -> Iterator[Asset]:
    """The index in the site's language. `pages` are all that the site has: what has no page gets no link."""
    index = _Index(templates, {page.address for page in pages})
    services = index.services()
    core = index.core(pages)
    is_whole = len(services) <= WHOLE
    real = in_brief(real_words(index.all_words(core, services), kept=1 if is_whole else 0))
    own_words = index.file("-words", index.own_words() | {"real": real})
    if is_whole:
        yield index.file("", core | {"services": index.table(services, whole=True)})
        yield own_words
        return
    words, starts, parts = index.by_word(services)
    yield index.file("", core | {"services": None, "words": " ".join(words), "starts": starts})
    yield own_words
    for number, part in enumerate(parts):
        yield index.file(f"-{number}", index.table(part))
    for name, part in index.by_term(services):
        yield index.file(f"-{name}", index.table(part))


class _Index:
    """What the files have in common: the numbers that stand for crime types, audiences, kinds and areas."""

    def __init__(self, templates: Templates, exist: set[str]) -> None:
        self.templates = templates
        self.edition: Edition = templates.edition
        self.settings: Settings = templates.settings
        self.exist = exist
        self.stop = dict.fromkeys(stop_words(templates.settings.language))
        catalogue = self.edition.catalogue
        vocabulary = catalogue.vocabulary
        used = set(catalogue.services_of_kind)
        self.crimes = numbered(vocabulary.crimes)
        some = (name for name in vocabulary.audiences if name != EVERYONE and name in catalogue.services_for_audience)
        self.audiences = numbered(some)
        self.kinds = numbered(name for name in vocabulary.kinds if name in used)
        self.areas = numbered(catalogue.areas)

    def file(self, name: str, content: Mapping[str, Any]) -> Asset:
        path = f"{urls.SEARCH_FILES}{self.settings.language}{name}.json"
        return Asset(path, json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode())

    def words_in(self, text: str) -> tuple[str, ...]:
        """The words of a text in the site's language, as the script has them."""
        return words_in_language(text, self.settings.language)

    def say(self, text: str) -> str:
        """A text of a record in the site's language."""
        return in_language(text, self.settings.language).replace(BETWEEN, "/")

    def own_words(self) -> dict[str, Any]:
        """The words that say nothing, those of what to do first, and those that change what is found."""
        catalogue, settings = self.edition.catalogue, self.settings
        steps = words_of_steps(catalogue.first_steps, self.crimes, self.telling)
        signs = patterns(catalogue.crisis, settings.crisis_words, settings.language, at_once=False)["signs"]
        return {"stop": " ".join(self.stop), "steps": steps, "signs": signs}

    def core(self, pages: Sequence[Page]) -> dict[str, Any]:
        """Everything but services."""
        vocabulary, areas = self.edition.catalogue.vocabulary, self.edition.catalogue.areas
        return {
            "any": self.crimes[ANY_CRIME],
            "first": line[0].id if (line := self.templates.someone_to_talk_to) else "",
            "places": PLACES,
            "crimes": [self.term(urls.WHAT_HAPPENED, name, vocabulary.crimes[name]) for name in self.crimes],
            "audiences": [self.term(urls.WHO, name, vocabulary.audiences[name]) for name in self.audiences],
            "kinds": [self.term(urls.KINDS, name, vocabulary.kinds[name]) for name in self.kinds],
            "areas": [
                [
                    self.page(urls.WHERE, name),
                    self.say(areas[name].name),
                    self.phrases(*towns_as_said(areas[name].towns), *areas[name].postcodes, *self.other(areas[name])),
                    self.areas.get(areas[name].within or ""),
                ]
                for name in self.areas
            ],
            "pages": [*self.standing(pages), *self.campaigns()],
        }

    def term(self, place: str, name: str, term: Term) -> list[Any]:
        return [self.page(place, name), self.say(term.name), self.phrases(*term.synonyms, *term.terms)]

    def phrases(self, *phrases: str) -> str:
        """Phrases as their meaningful words, for they are never shown; none whose every word is a phrase by itself."""
        kept = dict.fromkeys(self.meaningful(phrase) for phrase in phrases)
        first = {tuple(map(stem, words)): words for words in reversed(kept)}
        kept = dict.fromkeys(words for words in kept if first[tuple(map(stem, words))] == words)
        alone = {words[0] for words in kept if len(words) == 1}
        return "|".join(" ".join(words) for words in kept if len(words) == 1 or not alone.issuperset(words))

    def meaningful(self, phrase: str) -> tuple[str, ...]:
        """The words of a phrase that say what is meant; all of them where none does."""
        words = self.words_in(self.say(phrase))
        return tuple(word for word in words if word not in self.stop) or words

    def telling(self, text: str) -> list[str]:
        """The words of a text that say what is meant."""
        return [word for word in self.words_in(self.say(text)) if word not in self.stop]

    def page(self, place: str, name: str) -> str | None:
        """The last part of an address, where there is such a page."""
        return name if f"{place}{name}/" in self.exist else None

    def standing(self, pages: Sequence[Page]) -> Iterator[list[Any]]:
        """Every page at the top of the site, ours or the engine's, by its title and what people type for it."""
        titles = {page.address: self.say(page.title) for page in self.edition.catalogue.titled}
        own, words = typed_for(self.edition.catalogue.vocabulary), page_words(self.templates.say)
        titles |= {page.address: page.title for page in pages if page.address.count("/") == 1 or page.address in own}
        for address in sorted(titles.keys() - {urls.HOME, urls.SEARCH, urls.EXIT}):
            typed = self.phrases(*words.get(address, "").split("|"), *own.get(address, ()))
            yield ["page", address, self.say(titles[address]), typed]

    def campaigns(self) -> Iterator[list[Any]]:
        """The campaigns that may be seen at this moment: on now, then coming, then over."""
        for stage in ("now", "coming", "over"):
            for campaign in self.edition.campaigns_at(stage):
                yield ["campaign", urls.campaign(campaign.id), self.say(campaign.title), ""]

    def all_words(self, core: Mapping[str, Any], services: Sequence[IndexRow]) -> set[str]:
        """Every word by which something is found."""
        texts = [
            str(one)
            for group in ("crimes", "audiences", "kinds", "areas", "pages")
            for row in core[group]
            for one in row
        ]
        named = {word for service, *_ in services for word in self.words(service)}
        return named.union(*map(self.words_in, texts)).difference(self.stop)

    def services(self) -> list[IndexRow]:
        """Every service that can be found, in the order of every list, then those that have closed; with its place."""
        public = self.edition.catalogue.public_services
        listed = self.edition.in_order(public)
        closed = sorted(filter(self.edition.is_closed, public), key=lambda service: service.id)
        rows = [*((service, True) for service in listed), *((service, False) for service in closed)]
        return [(service, is_listed, order) for order, (service, is_listed) in enumerate(rows)]

    def also(self, service: Service) -> list[str]:
        """Other names; "^" and the organisation's name, where it says more; "~" and what people type."""
        names = [self.say(name) for name in service.also_known_as]
        known = {word for name in (self.say(service.name), *names) for word in self.words_in(name)}
        organisation = self.edition.catalogue.organisations.get(service.organisation)
        owner = self.say(organisation.name) if organisation else ""
        if not known.issuperset(self.words_in(owner)):
            names.append(f"^{owner}")
        places = (spot.place.name for spot in self.templates.spots.of(service))
        typed = self.phrases(*service.search_words, *places)
        return [name.replace("|", "/") for name in names] + [f"~{words}" for words in typed.split("|") if words]

    def other(self, record: Service | Area) -> list[str]:
        """The names of a record in other languages, which some know alone; "^" and the organisation's; "~" these."""
        if not isinstance(record, Service):
            return list(names_elsewhere(record.name, "", self.settings.language))
        owner = self.edition.catalogue.organisations.get(record.organisation)
        named = names_elsewhere(record.name, owner.name if owner else "", self.settings.language)
        return [*named, *(f"~{name}" for name in names_of_languages(record, self.settings.language))]

    def words(self, service: Service) -> list[str]:
        """The words by which a service lies in parts."""
        names = (self.say(service.name), *self.also(service), *self.other(service))
        every = {word for name in names for word in self.words_in(name)}
        return sorted(every.difference(self.stop) or every)

    def by_word(self, services: Sequence[IndexRow]) -> tuple[list[str], list[int], list[list[IndexRow]]]:
        """Every word, the places in that list at which parts begin, and the parts."""
        words_of = [self.words(service) for service, *_ in services]
        count = Counter(word for words in words_of for word in words)
        rows: dict[str, list[IndexRow]] = {word: [] for word in sorted(count)}
        for row, words in zip(services, words_of, strict=True):
            rarest = min(words, key=lambda word: (count[word], word))
            for word in words:
                if count[word] <= COMMON or word == rarest or len(rows[word]) < COMMON:
                    rows[word].append(row)
        starts: list[int] = []
        parts: list[dict[str, IndexRow]] = []
        for place, found in enumerate(rows.values()):
            if not parts or len(parts[-1]) + len(found) > A_PART:
                starts.append(place)
                parts.append({})
            parts[-1].update({row[0].id: row for row in found})
        return list(rows), starts, [list(part.values()) for part in parts]

    def by_term(self, services: Sequence[IndexRow]) -> Iterator[tuple[str, list[IndexRow]]]:
        """The first services of each crime type, audience and kind, and those that reach an area from near."""
        catalogue = self.edition.catalogue
        rows: dict[str, list[IndexRow]] = {
            f"{group}-{number}": []
            for group in ("crimes", "audiences", "kinds", "areas")
            for number in range(len(getattr(self, group)))
        }
        around = {area: {area, *catalogue.above(area)} for area in catalogue.areas}
        for row in services:
            service = row[0]
            names = [f"crimes-{self.crimes[crime]}" for crime in service.helps_with]
            names += [f"kinds-{self.kinds[kind]}" for kind in service.every_kind]
            names += [f"audiences-{self.audiences[name]}" for name in service.who.audiences if name != EVERYONE]
            names += [
                f"areas-{self.areas[name]}" for area in catalogue.areas_of(service) for name in sorted(around[area])
            ]
            for name in dict.fromkeys(names):
                if len(rows[name]) < A_PART:
                    rows[name].append(row)
        yield from rows.items()

    def table(self, services: Sequence[IndexRow], whole: bool = False) -> dict[str, Any]:
        """Services as columns, which compress better than rows. In a part each row says its place in the order."""
        rows = [self.row(service, listed) for service, listed, _ in services]
        columns: dict[str, Any] = {
            name: between.join(row[place] for row in rows) for place, (name, between) in enumerate(COLUMNS.items())
        }
        more = ["".join(DIGITS[self.kinds[kind]] for kind in one.every_kind[1:]) for one, *_ in services]
        columns |= {"kinds": ",".join(more)} if any(more) else {}
        others = ["|".join(self.other(one)) for one, *_ in services]
        columns |= {"other": BETWEEN.join(others)} if any(others) else {}
        columns["day"] = f"{self.edition.today}"
        return columns if whole else columns | {"order": [order for *_, order in services]}

    def row(self, service: Service, listed: bool) -> tuple[str, ...]:
        # A number with a note ("aged 16 or over") is never shown without it: the service's own page has both.
        reached = (one for one in self.edition.contacts(service) if one.phone or one.text)
        shown = next((contact for contact in reached if not contact.note), None)
        number = shown.number if shown and listed else None
        always = bool(number and shown and shown.hours and shown.hours.always)
        name = self.say(service.name)
        return (
            "" if "-".join(self.words_in(name)) == service.id else service.id,
            name,
            "|".join(self.also(service)),
            DIGITS[self.kinds[service.kind]],
            "".join(DIGITS[self.crimes[crime]] for crime in service.helps_with) if listed else "",
            "".join(DIGITS[self.audiences[name]] for name in service.who.audiences if name in self.audiences),
            ",".join(str(self.areas[area]) for area in self.edition.catalogue.areas_of(service)),
            f"{'t' if shown and shown.text else ''}{number.shown}" if number else "",
            DIGITS[state(service, self.edition, always=always) if listed else CLOSED],
            old(service, self.edition),
        )
