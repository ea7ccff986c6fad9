from __future__ import annotations

import pytest

from generator.content.loading.shipped import read_vocabulary
from generator.model.fields.text import A_SLUG
from generator.model.vocabulary import ANY_CRIME, EVERYONE, Term

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

    assert often == {"helpline", "rape-crisis", "refuge", "sarc"}


def test_the_others_are_checked_every_180_days() -> None:
    assert {kind.check_every for kind in VOCABULARY.kinds.values()} == {90, 180}


def test_where_refuges_and_sexual_assault_centres_are_stays_secret_unless_a_place_says_otherwise() -> None:
    assert {name for name, kind in VOCABULARY.kinds.items() if kind.places == "never"} == {"refuge", "sarc"}
