"""A time limit stands high wherever people meet the service; a promise is no wait; areas are said in few words."""

from __future__ import annotations

import re
from typing import Any

import pytest
from pydantic import ValidationError

from generator.model.place import Area
from generator.model.service import Service
from generator.site.build import Build
from tests.builders import a_service
from tests.sites import a_publication, page_at

SERVICE = "services/victim-support-cumbria/"
LONDON = {"uk": Area(name="United Kingdom"), "london": Area(name="London", within="uk", parts="London boroughs")} | {
    f"b{n}": Area(name=f"Borough {n}", within="london") for n in range(32)
}
BUT_ONE = [f"b{n}" for n in range(31)]


def text(build: Build, address: str = SERVICE) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page_at(address, build).body).split())


def build(known: dict[str, Area] | None = None, /, **changes: Any) -> Build:
    return a_publication(a_service(**changes), **({"areas": known} if known else {}))


def test_a_time_limit_stands_above_the_contact_on_every_page_that_leads_to_the_service() -> None:
    made = build(by_when="Samples are best taken within 7 days.", helps_with=["sexual-violence"])
    said = "There is a time limit: Samples are best taken within 7 days."

    for address in (SERVICE, "what-happened/sexual-violence/", "kinds/victim-hub/", "where/cumbria/"):
        assert said in text(made, address)
    assert text(made).index(said) < text(made).index("01632 960001")
    crime = text(made, "what-happened/sexual-violence/")
    assert crime.index(said) < crime.index("Victim Support Free, private help")
    assert "Time limit Samples are best taken within 7 days." in text(made, "professionals/")
    assert "7 days" not in text(made, f"{SERVICE}card/")


def test_a_promise_to_answer_is_apart_from_the_wait_that_was_measured() -> None:
    wait = {"wait": {"text": "Two weeks", "as_of": "2026-11-01"}}
    made = text(build(response="Within one working day.", when_you_contact=wait))

    assert "How soon they answer: Within one working day." in made
    assert "How long you may wait Two weeks (1 November 2026)" in made


def test_with_a_promise_nobody_is_told_that_nothing_is_known_of_a_reply() -> None:
    form = [{"form": "https://www.example.org/form"}]

    assert "We do not know how soon they reply." in text(build(contact=form))
    assert "We do not know how soon they reply." not in text(build(contact=form, response="Within a day."))


@pytest.mark.parametrize(
    "fields", [{"areas": ["london"], "all_but": ["b31"]}, {"areas": BUT_ONE}], ids=["all but", "a list of 31"]
)
def test_a_service_of_31_boroughs_says_so_in_one_line(fields: dict[str, Any]) -> None:
    made = build(LONDON, **fields)

    assert "Where All London boroughs but Borough 31" in text(made)
    assert "Areas All London boroughs but Borough 31" in text(made, "professionals/")


@pytest.mark.parametrize(
    ("areas", "said"),
    [
        ([f"b{n}" for n in range(32)], "Where London "),
        (BUT_ONE[:5], "Where Borough 0 , Borough 1 , Borough 2 , Borough 3 , Borough 4 "),
        (BUT_ONE[:28], "Where Borough 0 , Borough 1 ,"),
        (BUT_ONE[:29], "Where All London boroughs but Borough 29, Borough 30, Borough 31 "),
        ([*BUT_ONE, "uk"], "Where All London boroughs but Borough 31, United Kingdom "),
    ],
)
def test_a_list_of_parts_is_said_as_the_area_around_them_only_where_that_is_shorter(
    areas: list[str], said: str
) -> None:
    assert said in text(build(LONDON, areas=areas))


@pytest.mark.parametrize("reaches", [True, False])
def test_who_lives_in_what_is_left_out_is_not_led_there(reaches: bool) -> None:  # a parameter of a test
    other = a_service(id="other", name="Other", areas=["uk"])
    made = a_publication(a_service(areas=["london"], all_but=["b31"]), other, areas=LONDON)
    address = "where/b1/" if reaches else "where/b31/"

    assert ("Victim Support" in text(made, address)) is reaches
    assert "Other" in text(made, address)
    cards = re.findall(
        r'<li class="card" data-areas="([^"]*)"[^>]*>\s*<h3><a [^>]*>Victim Support',
        page_at("kinds/victim-hub/", made).body,
    )
    assert [("b31" in one.split(), "b1" in one.split()) for one in cards] == [(False, True)]


def test_many_parts_of_one_area_stand_under_its_name_where_people_choose() -> None:
    made = build(LONDON, areas=["london"])
    body = page_at("where/", made).body

    assert re.findall(r"<h2[^>]*>([^<]*)</h2>", body) == ["London boroughs"]
    assert body.index(">United Kingdom<") < body.index("London boroughs") < body.index(">Borough 0<")


def test_few_parts_stand_without_a_heading() -> None:
    areas = {"cumbria": Area(name="Cumbria")} | {f"d{n}": Area(name=f"D {n}", within="cumbria") for n in range(5)}

    assert re.findall(r"<h2[^>]*>", page_at("where/", build(areas)).body) == []


def test_a_line_that_is_open_when_another_is_closed_says_so_and_knows_when() -> None:
    contact = [
        {"phone": "01632 960001", "label": "Day line", "hours": "Mo-Fr 09:00-17:00; PH off"},
        {"phone": "01632 960002", "label": "Night line", "when_closed": "Day line"},
    ]
    made = build(contact=contact)

    assert "Open when this is closed: Day line." in text(made)
    assert 'data-week="0-540,1020-1440|' in page_at(SERVICE, made).body
    assert "Open when this is closed: Day line." in text(made, "professionals/")


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("by_arrangement", "By arrangement only: get in touch first."),
        ("brought", "People are brought here. Please do not come on your own."),
    ],
)
def test_who_may_not_simply_come_is_told_at_a_place_and_at_a_point(field: str, said: str) -> None:
    place = {"name": "Quay", "show": "full", field: "yes"}

    assert said in text(build(places=[place]))
    assert said in text(build(points=[place]))
    assert said not in text(build(places=[place | {field: "no"}]))
    assert ("Where people are brought" in text(build(places=[place]))) is (field == "brought")


@pytest.mark.parametrize(
    ("until", "extension", "words"),
    [
        (None, "2029-03-31", "2029-03-31 is not later than contract_until, so it extends nothing"),
        ("2029-03-31", "2029-03-31", "2029-03-31 is not later than contract_until, so it extends nothing"),
    ],
)
def test_a_contract_is_extended_to_a_later_day(until: str | None, extension: str, words: str) -> None:
    with pytest.raises(ValidationError, match=re.escape(words)):
        a_service(**{"contract_until": until} if until else {}, contract_extension=extension)


def test_an_extension_is_for_staff_alone() -> None:
    made = build(contract_until="2027-03-31", contract_extension="2029-03-31")

    assert not [page.address for page in made.pages if "2029" in page.body and "31 March 2029" in page.body]
    assert isinstance(a_service(contract_until="2027-03-31", contract_extension="2029-03-31"), Service)
