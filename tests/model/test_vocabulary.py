from __future__ import annotations

from typing import Any

import pytest

from generator.content.loading.shipped import read_vocabulary
from generator.model.fields.text import A_SLUG
from generator.model.vocabulary import ANY_CRIME, EVERYONE, Kind, Term, together

VOCABULARY = read_vocabulary()
LISTS = {"kinds": VOCABULARY.kinds, "crimes": VOCABULARY.crimes, "audiences": VOCABULARY.audiences}


@pytest.mark.parametrize("terms", LISTS.values(), ids=LISTS)
def test_every_id_is_a_slug(terms: dict[str, Term]) -> None:
    assert [name for name in terms if not A_SLUG.fullmatch(name)] == []


@pytest.mark.parametrize("terms", LISTS.values(), ids=LISTS)
def test_no_two_terms_have_one_name(terms: dict[str, Term]) -> None:
    names = [term.name for term in terms.values()]

    assert len(set(names)) == len(names)


@pytest.mark.parametrize("terms", LISTS.values(), ids=LISTS)
def test_no_term_has_a_synonym_twice(terms: dict[str, Term]) -> None:
    assert [name for name, term in terms.items() if len(set(term.synonyms)) < len(term.synonyms)] == []


def test_the_words_that_stand_for_all_are_there() -> None:
    assert ANY_CRIME in VOCABULARY.crimes
    assert EVERYONE in VOCABULARY.audiences


def test_crisis_lines_sexual_assault_centres_and_refuges_are_checked_every_90_days() -> None:
    often = {name for name, kind in VOCABULARY.kinds.items() if kind.check_every == 90}

    assert often == {"childrens-house", "helpline", "rape-crisis", "refuge", "sarc"}


def test_the_others_are_checked_every_180_days() -> None:
    assert {kind.check_every for kind in VOCABULARY.kinds.values()} == {90, 180}


def test_where_refuges_and_sexual_assault_centres_are_stays_secret_unless_a_place_says_otherwise() -> None:
    secret = {name for name, kind in VOCABULARY.kinds.items() if kind.places == "never"}

    assert secret == {"childrens-house", "refuge", "sarc"}


def kind(**rules: Any) -> Kind:
    return Kind(name="A kind", plain="What it is.", **rules)


@pytest.mark.parametrize("order", [1, -1])
def test_of_several_kinds_the_strictest_rule_holds_in_whatever_order_they_stand(order: int) -> None:
    kinds = [kind(check_every=180, places="area"), kind(check_every=90), kind(places="never"), kind(comes_last="yes")]

    made = together(*kinds[::order])

    assert (made.check_every, made.places, made.comes_last) == (90, "never", "no")


def test_what_is_nothing_but_a_place_to_report_or_read_comes_last() -> None:
    assert together(kind(comes_last="yes"), kind(comes_last="yes")).comes_last == "yes"


@pytest.mark.parametrize(
    ("given", "whom"),
    [
        ((None, "people-who-harm"), "people-who-harm"),
        (("professionals", "people-who-harm", None), "professionals"),
        ((None, None), None),
    ],
)
def test_what_is_for_others_by_one_of_its_kinds_leads_no_victim_there(given: tuple[Any, ...], whom: str | None) -> None:
    assert together(*(kind(**{"for": one}) for one in given)).meant_for == whom
    assert together(*(kind(**{"for": one}) for one in given[::-1])).meant_for == whom


def test_of_a_kind_that_is_not_known_the_places_are_secret() -> None:
    places = [getattr(VOCABULARY.kind(["victim-hub", other]), "places", "") for other in ("no-such-kind", "helpline")]

    assert places == ["never", "full"]
    assert VOCABULARY.kind(["no-such-kind"]) is None
