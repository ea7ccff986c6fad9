"""What stands above all that search finds: words of danger and need, whom they name, and words that are no slips."""

from __future__ import annotations

import json
import re

import pytest

from generator.model.emergency import Emergency
from generator.pages.crisis import crisis_lines, signs_in_page
from generator.pages.search import search_page
from generator.pages.search_words import real_words, stem
from generator.reading.crisis import read_crisis
from tests.builders import a_service
from tests.pages.test_search import text
from tests.sites import a_site, some_templates


def test_the_block_of_danger_comes_with_the_page_and_needs_no_index() -> None:
    line = Emergency.model_validate({"say": "Call 999", "phone": "999", "text": "Call now.", "source": "S1"})
    templates = some_templates(a_service(), emergency=(line,))
    page = search_page(templates).body

    assert 'href="tel:999"' in page[page.index('data-line="emergency"') :]
    assert "Call 999" not in text(a_service(), emergency=(line,))


def test_every_sign_reaches_the_page_in_every_language_it_is_written_in() -> None:
    signs = json.loads(signs_in_page(some_templates(a_service())))

    assert len(signs) == len(read_crisis().signs)
    assert "hunanladdiad" in signs[0]["words"]
    assert "samobojstwo samobojstwa" in signs[0]["words"]


def test_an_office_adds_words_of_danger_and_takes_none_away() -> None:
    site = a_site(crisis_words={"suicide": ["Beachy + Head"]})
    own, shipped = (json.loads(signs_in_page(some_templates(a_service(), site=one))) for one in (site, a_site()))

    assert own[0]["words"] == [*shipped[0]["words"], "beachy + head"]
    assert own[1:] == shipped[1:]


@pytest.mark.parametrize("words", ["", "+ life", "end ++ life", "end + ", "<b>", "end - "])
def test_what_is_no_set_of_words_is_refused_with_a_right_one(words: str) -> None:
    with pytest.raises(ValueError, match=re.escape("write small words, split by +: end + life")):
        a_site(crisis_words={"suicide": [words]})


def test_the_words_of_an_unknown_sign_are_refused() -> None:
    with pytest.raises(ValueError, match="sucide"):
        a_site(crisis_words={"sucide": ["end + life"]})


def test_the_line_for_a_sign_is_the_offices_own_service_where_it_shows_that_number() -> None:
    samaritans = a_service(id="samaritans-here", name="Samaritans here", contact=[{"phone": "116 123"}])
    found = {line.id: line for line in crisis_lines(some_templates(samaritans))}

    assert found["samaritans"].service == samaritans
    assert found["childline"].service is None
    assert found["childline"].contact.shown == "0800 1111"


def test_a_line_that_ships_is_not_named_once_its_number_is_retired() -> None:
    found = [line.id for line in crisis_lines(some_templates(a_service(), retired=["116 123"]))]

    assert "samaritans" not in found
    assert "childline" in found


def test_an_unchecked_service_does_not_lend_its_number_to_a_sign() -> None:
    unchecked = a_service(helps_with=["domestic-abuse"], checked=None)

    assert "domestic-abuse" not in [line.id for line in crisis_lines(some_templates(unchecked))]


@pytest.mark.parametrize(
    ("typed", "known"),
    [("polish", "police"), ("deaths", "depths"), ("treat", "threat"), ("sport", "support"), ("form", "from")],
)
def test_a_word_is_not_taken_for_another_one_misspelt(typed: str, known: str) -> None:
    assert {typed, stem(typed)} & {*real_words([known])}


@pytest.mark.parametrize(
    ("typed", "known"), [("assulted", "assault"), ("domestik", "domestic"), ("violent", "violence")]
)
def test_what_is_no_word_of_its_own_is_put_right(typed: str, known: str) -> None:
    assert not {typed, stem(typed)} & {*real_words([known])}
