"""What stands above all that search finds: words of danger and need, whom they name, and words that are no slips."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from generator.content.loading.shipped import read_crisis
from generator.model.fields.crisis_words import A_GROUP
from generator.site.render.search.search_page import crisis_lines, danger_file
from generator.site.render.search.search_words import fewest_forms, real_words, stem
from tests.builders import a_service
from tests.site.render.test_search import text, words_file
from tests.sites import a_site, some_templates


def danger(*records: Any, **changes: Any) -> Any:
    """The small file of whom to call in danger."""
    return json.loads(danger_file(some_templates(*records, **changes)).data)


def signs(**changes: Any) -> list[dict[str, Any]]:
    """Each sign, with its words as a list: those of danger, then those that come with the words to search by."""
    found = [*danger(a_service(), **changes)["signs"], *words_file(a_service(), **changes)["signs"]]
    return [sign | {"words": sign["words"].split("|")} for sign in found]


def test_the_words_of_danger_need_no_index() -> None:
    found = danger(a_service())

    assert found["lines"]["samaritans"][0]["link"] == "tel:116123"
    assert "suicide" not in text(a_service())


def test_a_line_says_all_that_a_reader_needs_before_they_call() -> None:
    noted = {"phone": "116 123", "hours": "24/7", "note": "Ask for Sam."}
    (line,) = danger(a_service(id="sam", name="Sam", contact=[noted]))["lines"]["samaritans"]

    assert line == {
        "name": "Sam",
        "way": "Call",
        "link": "tel:116123",
        "shown": "116 123",
        "when": "Day and night",
        "note": "Ask for Sam.",
        "page": "services/sam/",
        "summary": "Free, private help after any crime.",
        "from": "2027-11-16",
        "status": "This number may have changed.",
    }


def test_every_sign_reaches_the_page_in_every_language_it_is_written_in() -> None:
    found = signs()

    assert len(found) == len(read_crisis().signs)
    assert "hunanladiad" in found[0]["words"]
    assert "samobojstwa samobojstwo" in found[0]["words"]


def test_an_office_adds_words_of_danger_and_takes_none_away() -> None:
    site = a_site(crisis_words={"suicide": ["Beachy + Head"]})
    own, shipped = (signs(site=one) for one in (site, a_site()))

    assert own[0]["words"] == [*shipped[0]["words"], "beachy+head"]
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


def test_danger_at_home_names_a_line_for_everyone_and_beside_it_one_for_some_with_whom_it_is_for() -> None:
    contact = {"phone": "0808 157 0011", "hours": "24/7"}
    anyone = a_service(id="anyone", name="Anyone", areas=["uk"], contact=[contact])
    women = a_service(
        id="women",
        name="Women's line",
        helps_with=["domestic-abuse"],
        areas=["uk"],
        who={"audiences": ["women"], "text": "Women & girls."},
        contact=[contact | {"phone": "0808 157 0012"}],
    )
    risk = a_service(id="risk", kind="idva", helps_with=["domestic-abuse"], areas=["uk"], contact=[contact])
    found = danger(anyone, women, risk)["lines"]["domestic-abuse"]

    assert [(line["name"], line.get("who")) for line in found] == [
        ("Anyone", None),
        ("Women's line", "Women & girls."),
    ]


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


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("kill killing kills", "kill"),
        ("=killing kill", "kill"),
        ("=killing =kill", "=killing =kill"),
        ("~suicide suicides", "~suicide"),
        ("take taking took", "taking took"),
        ("rob robbing robe robes", "rob robe"),
        ("$them hit", "$them hit"),
        ("threatening", "threaten"),
    ],
)
def test_of_the_forms_of_a_word_no_more_is_sent_than_finds_them_all(written: str, sent: str) -> None:
    assert " ".join(fewest_forms(tuple(written.split()))) == sent


def test_words_that_many_patterns_share_are_written_and_sent_once() -> None:
    found = danger(a_service())

    assert "$ex" in found["groups"]["them"].split()
    assert " husband " in found["groups"]["ex"]
    assert all("husband" not in sign["words"] for sign in found["signs"] if "lines" in sign and "urgent" in sign)


def test_a_pattern_names_groups_that_there_are_and_a_group_those_above_it() -> None:
    """The script fills them in until none is left: a name without words, or a circle, would end all search."""
    crisis = read_crisis()
    names = list(crisis.groups)
    written = " ".join(one for sign in crisis.signs.values() for some in sign.words.values() for one in some)

    assert set(A_GROUP.findall(written)) <= set(names)
    assert [
        name for place, name in enumerate(names) if not set(A_GROUP.findall(crisis.groups[name])) <= set(names[:place])
    ] == []


def test_an_office_writes_its_words_without_groups() -> None:
    with pytest.raises(ValueError, match="is not a set of words to look for"):
        a_site(crisis_words={"suicide": ["$them + life"]})
