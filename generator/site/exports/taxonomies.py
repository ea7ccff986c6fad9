"""The vocabulary -> taxonomies and their terms, as Open Referral has them; the terms that hold for a service."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator import urls
from generator.model.service import Service
from generator.model.vocabulary import ANY_CRIME
from generator.site.exports.oruk_models import OrukTaxonomy, OrukTerm, OrukTermHeld
from generator.site.exports.public_table import PublicTable


@dataclass(frozen=True, slots=True)
class TermOf:
    """One word of a list, before it has an id."""

    code: str
    name: str
    plain: str
    page: str | None = None
    """The page of the site that is about it."""


class Taxonomies:
    """Every closed list that records use words of."""

    def __init__(self, table: PublicTable) -> None:
        self.table = table

    @cached_property
    def routes(self) -> Mapping[str, str]:
        """How people come to a service, as pages say it."""
        _ = self.table.words.gettext
        return {
            "self": _("you can ask for help yourself"),
            "professional": _("someone who works with you can ask"),
            "police": _("the police can ask"),
            "any": _("anyone can ask"),
        }

    @cached_property
    def access(self) -> Mapping[str, str]:
        """What helps disabled people, as pages say it."""
        _ = self.table.words.gettext
        return {
            "step-free": _("step free"),
            "bsl": _("British Sign Language (BSL)"),
            "hearing-loop": _("hearing loop"),
            "easy-read": _("Easy Read"),
            "large-print": _("large print"),
            "quiet-space": _("quiet space"),
            "parking": _("parking"),
            "toilet": _("toilet"),
        }

    @cached_property
    def lists(self) -> Mapping[str, OrukTaxonomy]:
        """The lists by what a word of each says of a service: service_type, crime_type, audience."""
        _ = self.table.words.gettext
        names = {
            "service_type": _("Kinds of help"),
            "crime_type": _("What happened"),
            "audience": _("Who it is for"),
            "referral_route": _("How to get this help"),
            "access": _("Access"),
            "network": _("Part of"),
            "mark": _("Quality mark"),
        }
        about = _("Words that this directory uses, each with one meaning.")
        return {
            says: {"id": self.table.ids.of("taxonomy", says), "name": name, "description": about}
            for says, name in names.items()
            if self._words[says]
        }

    @cached_property
    def terms(self) -> Mapping[str, Mapping[str, OrukTerm]]:
        """Every word of each of them, by its code."""
        return {
            says: {one.code: self._term(says, taxonomy, one) for one in self._words[says]}
            for says, taxonomy in self.lists.items()
        }

    @cached_property
    def _held(self) -> Mapping[str, Mapping[str, OrukTermHeld]]:
        """The same without what the list itself says of each."""
        return {says: {code: _held(term) for code, term in terms.items()} for says, terms in self.terms.items()}

    def of(self, service: Service) -> Iterator[tuple[str, OrukTermHeld]]:
        """Each word that holds for a service, and what it says of it."""
        for says, codes in (
            ("service_type", service.every_kind),
            ("crime_type", service.helps_with),
            ("audience", service.who.audiences),
            ("referral_route", self.table.edition.routes(service)),
            ("access", service.access),
            ("network", service.networks),
            ("mark", service.marks),
        ):
            for code in dict.fromkeys(codes):
                yield says, self._held[says][code]

    def _term(self, says: str, taxonomy: OrukTaxonomy, word: TermOf) -> OrukTerm:
        made: OrukTerm = {
            "id": self.table.ids.of(f"term/{says}", word.code),
            "name": word.name,
            "term": word.name,
            "description": word.plain,
            "code": word.code,
            "taxonomy": taxonomy["name"],
            "taxonomy_id": taxonomy["id"],
        }
        if word.page is not None:
            made["term_uri"] = self.table.settings.absolute(word.page)
        return made

    @cached_property
    def _words(self) -> Mapping[str, list[TermOf]]:
        edition, vocabulary, say = self.table.edition, self.table.catalogue.vocabulary, self.table.say
        _, networks = self.table.words.gettext, edition.networks_with_help

        def page(has_one: bool, address: str) -> str | None:
            return address if has_one else None

        crimes = [
            TermOf(
                code,
                _("Any crime") if code == ANY_CRIME else say(one.name),  # as the page of a service says it
                say(one.plain),
                page(code in edition.crimes_with_help, urls.crime(code)),
            )
            for code, one in vocabulary.crimes.items()
        ]
        return {
            "service_type": [
                TermOf(code, say(one.name), say(one.plain), page(code in edition.kinds_with_help, urls.kind(code)))
                for code, one in vocabulary.kinds.items()
            ],
            "crime_type": crimes,
            "audience": [TermOf(code, say(one.name), say(one.plain)) for code, one in vocabulary.audiences.items()],
            "referral_route": [TermOf(code, text, text) for code, text in self.routes.items()],
            "access": [TermOf(code, text, text) for code, text in self.access.items()],
            "network": [
                TermOf(code, say(one.name), say(one.plain), page(code in networks, urls.network(code)))
                for code, one in vocabulary.networks.items()
            ],
            "mark": [
                TermOf(code, say(one.name), say(one.plain), page(code in edition.marks_with_help, urls.mark(code)))
                for code, one in vocabulary.marks.items()
            ],
        }


def _held(term: OrukTerm) -> OrukTermHeld:
    return {
        "id": term["id"],
        "name": term["name"],
        "term": term["term"],
        "description": term["description"],
        "code": term["code"],
    }
