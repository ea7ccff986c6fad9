"""No spreadsheet puts a place or a way to be reached into words that everyone reads; what is secret is kept back."""

from __future__ import annotations

from typing import Any

import pytest

from generator.privacy.withheld import withheld
from generator.staff.spreadsheets.heading_kinds import FREE, sort_of
from generator.staff.spreadsheets.headings import MapError
from tests.builders import a_catalogue, a_service
from tests.staff.spreadsheets.services import imported

START = "Service name|Organisation|Kind|Helps with|Areas"
REFUGE = "Harbour Refuge|victim-support|refuge|any-crime|cumbria"
LINE = "Harbour Line|victim-support|helpline|any-crime|cumbria"
SAYS = "Summary|" + START
PLACES = [
    "Service address", "Venue", "Where we meet",
    "Site", "Base", "Office location", "Drop-in at", "Parking", "Directions",
    "Map link", "What3words", "Coordinates", "Lat", "Longitude", "Easting", "Northing", "UPRN", "Grid ref", "Plus code",
    "location_address_1", "location_latitude", "Street", "Town", "House number", "Nearest bus stop", "Meeting point",
    "How to find us", "Safe house", "Key safe", "Provider address", "Cyfeiriad",
]  # fmt: skip
REACH = [
    "Service phone number",
    "Mobile (duty)",
    "E-mail of the refuge",
    "Facebook",
    "Twitter handle",
    "Zoom link",
    "Fax",
]
PERSONS = ["Contact name", "contact_title", "Named contact", "Manager", "Co-ordinator name", "First name", "Surname"]


@pytest.mark.parametrize("heading", PLACES + REACH)
@pytest.mark.parametrize("field", ["about", "search_words", "first_step", "contact.note", "summary", "outcomes.says"])
def test_a_column_of_a_place_or_of_a_number_is_never_mapped_to_free_words(heading: str, field: str) -> None:
    with pytest.raises(MapError, match="everyone reads") as refused:
        imported(f"{START}|{heading}\n{LINE}|17 Lantern Row\n", a_catalogue(), {heading: field})

    assert f'leave it out: --map "{heading}=-"' in str(refused.value)
    assert "Lantern" not in str(refused.value)


@pytest.mark.parametrize("heading", PERSONS)
def test_a_persons_name_is_not_taken_unless_told_and_then_only_beside_a_number(heading: str) -> None:
    table = f"{START}|Summary|Website|{heading}|Tel\n{LINE}|Help.|https://www.example.org|Pat Sample|01632 960111\n"
    plain = imported(table, a_catalogue())

    assert "Pat" not in str(plain.results[0].values)
    assert [left.heading for left in plain.left if left.sort and left.sort.holds == "person"] == [heading]
    with pytest.raises(MapError, match="somebody's name"):
        imported(table, a_catalogue(), {heading: "about"})


@pytest.mark.parametrize(
    "heading",
    ["Description", "Notes", "Who can use it", "Opening hours", "How to contact", "Type of service", "Area covered",
     "Cost of call", "Contact hours", "Location covered", "When open", "Referral route", "Waiting time"],
)  # fmt: skip
def test_headings_of_plain_words_are_of_no_such_sort(heading: str) -> None:
    assert sort_of(heading.lower()) is None


def test_every_free_field_is_looked_through() -> None:
    assert {"name", "summary", "about", "search_words", "first_step", "contact.#.label", "contact.#.note"} <= FREE
    assert not any(field.startswith("places.") for field in FREE)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("They listen. Call 01632 960105.", "They listen."),
        ("They listen. Come to 17 St. Mary's Road, Carlisle. It is free.", "They listen. It is free."),
        ("They listen.\nwww.example.org/help", "They listen."),
    ],
)
def test_of_an_open_service_the_sentence_is_left_out_and_told(said: str, left: str) -> None:
    table = f'{SAYS}\n"{said}"|{LINE}\n'
    (result,) = imported(table, a_catalogue()).results

    assert (result.state, result.values["summary"]) == ("new", left)
    assert result.made[0].startswith("Summary: what says a ")


def test_what_can_not_be_taken_apart_is_asked_or_left_out_and_never_published() -> None:
    (asked,) = imported(f"{SAYS}\nCome to 17 Lantern Row|{LINE}\n", a_catalogue()).results
    (left,) = imported(f"{SAYS}|About\nHelp.|{LINE}|Come to 17 Lantern Row\n", a_catalogue()).results

    assert [str(problem) for problem in asked.problems] == [
        "row 2, column Summary: this says a street; take it out, "
        "and give it a column of its own, with the heading Address"
    ]
    assert (left.state, "about" in left.values) == ("new", False)
    assert left.made == (
        "About was not taken, as it says a street. Give that a column of its own, with the heading Address",
    )


@pytest.mark.parametrize(
    "cell", ["Call 01632 960101 or come to 17 Lantern Row", "01632 960101 (ask for the team)", "Tel. 01632 960101"]
)
def test_the_one_number_of_a_mixed_cell_is_taken_and_the_rest_told(cell: str) -> None:
    (result,) = imported(f"{SAYS}|Tel\nHelp.|{LINE}|{cell}\n", a_catalogue()).results

    assert result.values["contact"] == [{"phone": "01632 960101"}]
    assert [(taken.said, taken.read_as) for taken in result.row.taken] == [(cell, "01632 960101")]


@pytest.mark.parametrize(
    "cell", ["01632 960101 is not our number", "was 01632 960101", "day 01632 960101, night 01632 960102"]
)
def test_a_cell_with_two_meanings_is_asked(cell: str) -> None:
    (result,) = imported(f"{SAYS}|Tel\nHelp.|{LINE}|{cell}\n", a_catalogue()).results

    assert (result.state, [problem.column for problem in result.problems]) == ("to mend", ["Tel"])


def test_a_number_in_an_address_is_asked() -> None:
    table = f"{SAYS}|Address\nHelp.|{LINE}|17 Lantern Row, tel 01632 960101\n"
    (result,) = imported(table, a_catalogue()).results

    assert [problem.text for problem in result.problems] == [
        "this says a phone number; take it out, and give it a column of its own, with the heading Telephone"
    ]


@pytest.mark.parametrize("field", ["about", "summary", "first_step", "search_words", "contact.label"])
def test_a_default_is_no_way_in(field: str) -> None:
    with pytest.raises(MapError, match="this says a street, and everyone would read it"):
        imported(f"{SAYS}\nHelp.|{LINE}\n", a_catalogue(), None, **{field: "Come to 17 Lantern Row"})


@pytest.mark.parametrize(
    ("heading", "cell", "kept"),
    [
        ("Notes", "The house is 17 Lantern Row, behind the church", "17 Lantern Row"),
        ("Zzz", "CA3 8AA", "CA3 8AA"),
        ("Zzz", "come to Rose Cottage, Mill Lane", "Rose Cottage"),
        ("Venue of the house", "Larkspur Court", "Larkspur Court"),
        ("Map link", "///filled.count.soap", "///filled.count.soap"),
        ("Coordinates", "54.8951, -2.9382", "54.8951, -2.9382"),
        ("Opening times", "Mon-Fri 9am-5pm at 17 Lantern Row", "17 Lantern Row"),
        ("Tel", "01632 960101 or 17 Lantern Row", "17 Lantern Row"),
        ("About", "Come to 17 Lantern Row.", "17 Lantern Row"),
    ],
)
def test_whatever_cell_says_the_place_of_a_refuge_it_is_kept_back_and_looked_for(
    heading: str, cell: str, kept: str
) -> None:
    table = f"{SAYS}|{heading}\nA safe home.|{REFUGE}|{cell}\n"
    told = {"Opening times": "-"} if heading == "Opening times" else {}
    (result,) = imported(table, a_catalogue(), told).results

    assert result.state == "new", result.problems
    place = result.values["places"][0]
    assert place == {"name": "Main building", "address": kept, "show": "never"}
    assert kept in withheld([a_service(**result.values)], lambda _, one: one.show or "never")
    assert "Lantern" not in str({name: value for name, value in result.values.items() if name != "places"})


def test_a_place_that_its_own_column_says_is_kept_back_once() -> None:
    table = f"{SAYS}|Address|Postcode|Notes\nA safe home.|{REFUGE}|17 Lantern Row|CA3 8AA|At 17, Lantern row. CA38AA\n"
    (result,) = imported(table, a_catalogue()).results

    assert len(result.values["places"]) == 1


def test_a_refuge_that_is_there_learns_of_a_place_in_a_note() -> None:
    there = a_catalogue(a_service(id="harbour-refuge", name="Harbour Refuge", kind="refuge"))
    table = "Service name|Organisation|Zzz\nHarbour Refuge|victim-support|now at 18 Lantern Row\n"
    (result,) = imported(table, there).results

    assert result.values["places"] == [{"name": "Main building", "address": "18 Lantern Row", "show": "never"}]


@pytest.mark.parametrize("words", ["lantern row", "Lantern  Row.", "the house on LANTERN-ROW", "lantern row; refuge"])
def test_the_street_of_a_refuge_without_its_number_is_in_no_words_either(words: str) -> None:
    table = f"{SAYS}|Address|Keywords|First step\nA safe home.|{REFUGE}|17 Lantern Row, Carlisle|{words}|{words}\n"
    (result,) = imported(table, a_catalogue()).results

    assert (result.state, {"search_words", "first_step"} & set(result.values)) == ("new", set())
    assert "lantern" not in str(result.made).lower()


def test_a_town_in_the_address_of_a_refuge_may_be_said() -> None:
    table = f"{SAYS}|Address|Keywords\nA safe home near Carlisle.|{REFUGE}|17 Lantern Row, Carlisle|carlisle\n"
    (result,) = imported(table, a_catalogue()).results

    assert (result.state, result.values["search_words"]) == ("new", ["carlisle"])


@pytest.mark.parametrize(
    ("cell", "field"), [("17 Lantern Row", "address"), ("Larkspur House", "name"), ("Quay Hall, Kendal", "address")]
)
def test_a_column_called_site_is_what_stands_in_it(cell: str, field: str) -> None:
    (place,) = imported(f"{SAYS}|Site\nA safe home.|{REFUGE}|{cell}\n", a_catalogue()).results
    (web,) = imported(f"{SAYS}|Site\nHelp.|{LINE}|www.example.org\n", a_catalogue()).results

    assert place.values["places"][0][field] == cell
    assert web.values["contact"] == [{"website": "https://www.example.org"}]


@pytest.mark.parametrize("place", ["Harbour Refuge", "harbour  refuge", "The Harbour-Refuge", "HARBOUR REFUGE"])
def test_a_refuge_that_is_called_as_its_place_gives_its_place_another_name(place: str) -> None:
    (result,) = imported(f"{SAYS}|Place 1 name\nA safe home.|{REFUGE}|{place}\n", a_catalogue()).results

    assert [one["name"] for one in result.values["places"]] == ["Main building"]
    assert any("was not taken, as the service is called so" in one for one in result.made)


@pytest.mark.parametrize("name", ["Rosehip Quarrytown", "The Rosehip in Quarrytown", "Rosehip, Quarrytown"])
def test_an_id_that_says_the_place_of_a_refuge_is_to_mend_and_not_repeated(name: str) -> None:
    row = REFUGE.replace("Harbour Refuge", name)
    (result,) = imported(f"{SAYS}|Address\nA safe home.|{row}|Rosehip, Quarrytown\n", a_catalogue()).results

    assert result.state == "to mend"
    assert [problem.text for problem in result.problems] == [
        "this id says where a place is; add a column Waymark id, and write one such as harbour-refuge"
    ]


@pytest.mark.parametrize(("cell", "kept"), [("51.5", []), ("17", []), ("54.8951", ["54.8951"]), ("340000", ["340000"])])
def test_a_number_too_short_to_find_anything_by_is_not_looked_for(cell: str, kept: list[str]) -> None:
    (result,) = imported(f"{SAYS}|Easting\nA safe home.|{REFUGE}|{cell}\n", a_catalogue()).results

    assert [place["address"] for place in result.values.get("places", [])] == kept


def test_a_town_alone_is_not_looked_for_on_every_page() -> None:
    (result,) = imported(f"{SAYS}|Town of the house\nA safe home.|{REFUGE}|Carlisle\n", a_catalogue()).results

    assert "places" not in result.values


@pytest.mark.parametrize("summary", ["A safe home at 17 Lantern Row.", "They listen. 17 Lantern Row."])
def test_the_words_of_a_refuge_are_not_taken_apart(summary: str) -> None:
    (result,) = imported(f"{SAYS}\n{summary}|{REFUGE}\n", a_catalogue()).results

    assert result.state == "to mend"
    assert not any("Lantern" in str(problem) for problem in result.problems)


def test_in_our_own_table_new_words_with_a_street_are_to_mend_and_old_ones_stay() -> None:
    service: Any = a_service(about="See 17 Lantern Row, or call 01632 960101.")
    head = "Waymark id|About\nvictim-support-cumbria"
    (same,) = imported(f"{head}|See 17 Lantern Row, or call 01632 960101.\n", a_catalogue(service)).results
    (new,) = imported(f"{head}|See 18 Lantern Row.\n", a_catalogue(service)).results

    assert (same.state, new.state) == ("unchanged", "to mend")


def test_a_name_that_is_shown_does_not_say_where_a_place_is() -> None:
    table = f"{SAYS}|Place 1 name|Place 1 is shown\nHelp.|{LINE}|17 Lantern Row|area\n"
    (result,) = imported(table, a_catalogue()).results

    assert [problem.column for problem in result.problems] == ["Place 1 name"]


@pytest.mark.parametrize("kind", ["helpline", "refuge"])
@pytest.mark.parametrize("heading", ["Website", "Link", "Online form"])
def test_a_link_to_a_map_is_no_way_to_be_reached_and_a_refuges_is_kept_back(kind: str, heading: str) -> None:
    link = "https://maps.app.goo.gl/abc123"
    row = LINE.replace("helpline", kind)
    (result,) = imported(f"{START}|Summary|{heading}|Tel\n{row}|Help.|{link}|01632 960111\n", a_catalogue()).results

    assert (result.state, result.values["contact"]) == ("new", [{"phone": "01632 960111"}])
    assert (
        f"{heading} was not taken, as it says a link to a map. A place has a column of its own: Address" in result.made
    )
    hidden = [place["address"] for place in result.values.get("places", ()) if place["show"] == "never"]
    assert hidden == ([link] if kind == "refuge" else [])


def test_what_is_kept_back_is_said_as_one_says_it_for_one_place_and_for_several() -> None:
    def made(*cells: str) -> str:
        headings = "|".join(["Notes", "Where it is"][: len(cells)])
        (result,) = imported(f"{START}|Summary|{headings}\n{REFUGE}|Help.|{'|'.join(cells)}\n", a_catalogue()).results
        return next(line for line in result.made if "kept back" in line)

    searched = "and everything that is published is searched for"
    assert made("17 Lantern Row") == f"Notes: a place in it is kept back, {searched} it"
    assert made("17 Lantern Row or CA3 8AA") == f"Notes: 2 places in it are kept back, {searched} them"


@pytest.mark.parametrize(
    "other", ["No. seventeen, Lantern Row", "17 LANTERN ROW", "Seventeen Lantern Row, CA3 8AA", "17, L\u0430ntern Row"]
)
def test_a_place_that_a_row_says_twice_in_other_spellings_is_kept_back_once(other: str) -> None:
    head = f"{START}|Summary|Notes|Where it is"
    (result,) = imported(f"{head}\n{REFUGE}|Help.|17 Lantern Row|{other}\n", a_catalogue()).results
    hidden = [place["address"] for place in result.values["places"]]

    assert hidden in (["17 Lantern Row"], ["17 Lantern Row", "CA3 8AA"])
