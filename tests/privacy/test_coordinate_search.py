"""Where a secret place is on a map is found in every form and at any precision, and nothing else is."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.privacy.scan import Search
from generator.privacy.withheld import Withheld
from generator.privacy.withheld_search import Sought

SECRET = {"54.32801, -2.74599": Withheld("harbour", 1, "coordinates")}
SAID = [
    "54.32801, -2.74599",
    "54.3280,-2.7460",
    "54.328 -2.746",
    "54.33, -2.75",
    "54.32 / -2.74",
    "54.328010, -2.745990",
    "54,3280; -2,7460",
    "[-2.74599, 54.32801]",
    '{"latitude": 54.32801, "longitude": -2.74599}',
    '{"lon": "-2.746",\n "lat": "54.328"}',
    "geo:54.32801,-2.74599",
    "https://maps.example.org/@54.3280,-2.7460,17z",
    "https://maps.example.org/#map=17/54.32801/-2.74599",
    "https://maps.example.org/?q=54.32801%2C-2.74599",
    "https://maps.example.org/?q=54%2E32801%2C-2%2E74599",
    "POINT(-2.74599 54.32801)",
    "54.328 N, 2.746 W",
    "54°19′40.8″N 2°44′45.6″W",
    "54° 19' 41\" N, 2° 44' 46\" W",
    "54° 19.681' N 2° 44.759' W",
    "&#53;4.32801, -2.74599",
    "54&#46;32801, -2&#46;74599",
    "54.\\u00332801, -2.74599",
    "54<b>.32</b>801, -2.74599",
    "54.32801</td>\n<td>-2.74599",
    "54.32801\n-2.74599",
    "latitude,longitude\r\n54.32801,-2.74599\r\n",
]
NOT_SAID = [
    "54.32801",
    "-2.74599",
    "54.3, -2.7",
    "54.34, -2.75",
    "54.32801, -2.84599",
    "It took 54.3 minutes, and cost 2.75.",
    "version 1.54.328 and 2.746",
    f"54.32801{' word' * 60} -2.74599",
    "5432801, 274599",
]


@pytest.mark.parametrize("ending", ["html", "json", "csv", "xml", "txt", "geojson", "ics"])
@pytest.mark.parametrize("said", SAID)
def test_it_is_found_in_every_form_and_every_kind_of_file(said: str, ending: str) -> None:
    text = f"<p>Some words {said} and others.</p>\n" if ending in ("html", "xml") else f"Some words {said} and others\n"
    found = list(Search(SECRET, (), ()).problems_in(f"file.{ending}", text.encode()))

    words = "the coordinates of place 1 of harbour is withheld, but it is in this file"
    assert {problem.text for problem in found} == {words}


@pytest.mark.parametrize("said", NOT_SAID)
def test_what_says_no_place_is_left_alone(said: str) -> None:
    assert list(Search(SECRET, (), ()).problems_in("file.txt", said.encode())) == []
    assert Sought(SECRET).found_in(said) == []


def test_it_is_found_in_the_name_of_a_file_in_a_picture_and_in_what_is_packed() -> None:
    search = Search(SECRET, (), ())
    picture = b"\x89PNG\r\n\x1a\n\0\0\0\x20tEXtComment\0GPS 54.32801, -2.74599\0\0\xff\xfe"
    packed = json.dumps({"code": "data:text/plain;base64,NTQuMzI4MDEsLTIuNzQ1OTk="}).encode()

    assert list(search.problems_in("maps/54.328,-2.746.png", b"x"))
    assert list(search.problems_in("a.png", picture))
    assert list(search.problems_in("a.json", packed))


def test_it_is_taken_out_of_what_is_said_to_others() -> None:
    assert Sought(SECRET).redacted("It is at 54.328, -2.746, by the bridge.", "...") == "It is at ..., by the bridge."


@given(st.integers(2, 9), st.booleans(), st.sampled_from([", ", " ", ",", "/", '","longitude":']))
def test_no_precision_and_no_order_hides_it(places: int, turned: bool, between: str) -> None:
    both = [f"{number:.{places}f}" for number in (54.32801, -2.74599)]
    said = between.join(reversed(both) if turned else both)

    assert Sought(SECRET).found_in(f"a {said} b")
