from __future__ import annotations

import gzip
import json
import re
from functools import cache
from typing import Any

import pytest

from generator.content.load import load
from generator.content.loading.config import read_settings
from generator.model.place import Area, Organisation
from generator.model.service import Service
from generator.model.standing_page import Titled
from generator.output import Asset
from generator.site.render.search.search_index import search_index
from generator.site.render.search.search_page import search_page, search_scripts
from generator.site.render.search.search_words import stop_words, words_in
from tests.builders import a_campaign, a_run, a_service, at
from tests.search_directory import services
from tests.sites import ROOT, a_publication, a_site, some_templates

A_ROUND_TRIP = 15 * 1024
"""Bytes, gzip -9: what is fetched to answer what someone types, at 300 services, once the page stands."""

WITH_THE_PAGE = 6 * 1460
"""The words of danger, in six packets, as soon as the page stands, before anything is typed; and those to search by."""
BESIDE_THEM = 3_300


def zipped(*files: bytes) -> int:
    return sum(len(gzip.compress(file, 9)) for file in files)


def index_files(*records: Any, **changes: Any) -> dict[str, bytes]:
    """Every file of the index, by its name in assets/search/."""
    found = search_index(some_templates(*records, **changes), ())
    return {file.path.removeprefix("assets/search/"): file.data for file in found}


def words_file(*records: Any, **changes: Any) -> Any:
    return json.loads(index_files(*records, **changes)["en-words.json"])


def core(*records: Any, **changes: Any) -> Any:
    return json.loads(index_files(*records, **changes)["en.json"])


def text(*records: Any, **changes: Any) -> str:
    return "\n".join(file.decode() for file in index_files(*records, **changes).values())


def test_a_number_with_a_note_is_not_in_the_index_without_it() -> None:
    noted = {"phone": "01632 960002", "note": "For anyone aged 16 or over."}

    assert core(a_service(contact=[noted]))["services"]["phone"] == ""
    assert core(a_service(contact=[noted, {"phone": "01632 960001"}]))["services"]["phone"] == "01632 960001"


def test_a_service_stands_in_the_index_with_its_names_and_its_first_shown_number() -> None:
    table = core(a_service(also_known_as=["VS"], search_words=["someone to listen"]))["services"]

    assert table["name"] == "Victim Support"
    assert table["id"] == "victim-support-cumbria"
    assert table["also"] == "VS|~listen"
    assert table["phone"] == "01632 960001"


def test_an_id_that_the_name_spells_is_left_out() -> None:
    assert core(a_service(id="mens-aid", name="Men's Aid"))["services"]["id"] == ""


def test_the_name_of_the_organisation_helps_to_find_a_service_where_it_says_more() -> None:
    owner = {"victim-support": Organisation(name="Harbour Trust")}

    assert core(a_service(), organisations=owner)["services"]["also"] == "^Harbour Trust"
    assert core(a_service())["services"]["also"] == ""


def test_every_crime_type_is_there_with_what_people_call_it() -> None:
    found = {name: phrases for _, name, phrases in core(a_service())["crimes"]}

    assert "keeps turning" in found["Stalking and harassment"].split("|")
    assert "unwanted gifts" in found["Stalking and harassment"].split("|")


def test_phrases_keep_the_words_that_say_what_is_meant_and_none_that_one_word_says() -> None:
    found = {name: phrases for _, name, phrases in core(a_service())["crimes"]}["Domestic abuse"].split("|")

    assert "husband" in found
    assert not [phrase for phrase in found if phrase in ("my husband hits me", "husband hits", "")]


def test_an_area_is_found_by_its_towns_and_postcode_districts() -> None:
    areas = {"cumbria": Area(name="Cumbria", towns=("Kendal",), postcodes=("LA9",))}

    assert core(a_service(), areas=areas)["areas"] == [[None, "Cumbria", "kendal|la9", None]]


def test_only_what_has_a_page_gets_a_link() -> None:
    publication = a_publication(a_service(helps_with=["fraud-cyber"]))
    (data,) = [file.data for file in publication.downloads if file.path == "assets/search/en.json"]
    linked = [name for address, name, _ in json.loads(data)["crimes"] if address]

    assert linked == ["Fraud, scams and cyber crime"]


def test_standing_pages_are_found_by_title_whether_ours_or_the_engines() -> None:
    titled = (Titled("privacy/", "Privacy"), Titled("", "Home"))
    pages = [page for page in core(a_service(), titled=titled)["pages"] if page[0] == "page"]

    assert [page[1:3] for page in pages] == [["privacy/", "Privacy"]]


@pytest.mark.parametrize(
    "changes",
    [{"checked": None}, {"contact": [{"phone": "01632 960001"}], "checked": None}, {"status": "not-yet"}],
    ids=["unchecked", "with an unchecked number", "not begun"],
)
def test_no_number_that_the_edition_withholds_is_in_any_file(changes: dict[str, Any]) -> None:
    assert "960001" not in text(a_service(**changes))


def test_a_retired_number_is_in_no_file() -> None:
    assert "960001" not in text(a_service(), retired=["01632 960001"])


@pytest.mark.parametrize("show", ["never", "area"])
def test_a_place_that_is_withheld_leaves_no_trace(show: str) -> None:
    place = {"name": "Larkspur House", "address": "7 Gooseberry Lane", "postcode": "CA99 9ZZ", "show": show}
    found = text(a_service(places=[place]))

    assert not [word for word in ("Larkspur", "Gooseberry", "CA99") if word in found]


def test_a_campaign_is_found_from_its_first_day_and_not_before() -> None:
    campaign = a_campaign(runs=[a_run("2027-02-01", "2027-02-28")])

    assert "Dating scams" not in text(a_service(), campaign, now="2027-01-31 23:59")
    assert "Dating scams" in text(a_service(), campaign, now="2027-02-01 00:00")


def test_a_closed_service_is_found_by_its_name_alone_and_shows_no_number() -> None:
    table = core(a_service(status="closed"))["services"]

    assert table["name"] == "Victim Support"
    assert table["phone"] == ""
    assert table["crimes"] == ""


def test_services_stand_in_the_order_of_every_list() -> None:
    silent = a_service(id="a", name="A", contact=[])
    wide = a_service(id="b", name="B", areas=["uk"])
    near = a_service(id="c", name="C", areas=["cumberland"])

    assert core(silent, wide, near)["services"]["name"] == "C¦B¦A"


def test_two_indexes_of_one_moment_are_the_same_to_the_byte() -> None:
    many = services(1100)

    assert index_files(*many) == index_files(*many)


def test_each_language_has_a_file_of_its_own() -> None:
    site = a_site(language="cy")
    found = list(search_index(some_templates(a_service(name={"en": "Help", "cy": "Cymorth"}), site=site), ()))

    assert [file.path for file in found] == ["assets/search/cy.json", "assets/search/cy-words.json"]
    assert json.loads(found[0].data)["services"]["name"] == "Cymorth"


def test_the_first_answer_of_300_services_with_every_page_takes_one_round_trip() -> None:
    settings = read_settings((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    real = load(ROOT, settings, at("2027-02-10 09:00").date())
    own = {"areas": dict(real.areas), "organisations": dict(real.organisations), "emergency": real.emergency}
    own["first_steps"] = real.first_steps
    publication = a_publication(
        *real.services,
        *services(300 - len(real.services), areas=tuple(real.areas)),
        *real.campaigns,
        now="2027-02-10 09:00",
        site=settings,
        titled=real.titled,
        **own,
    )
    found = [file for file in publication.downloads if file.path.startswith("assets/search/")]

    files = {file.path.removeprefix("assets/search/"): file.data for file in found}
    with_the_page = {"search.js", "en-danger.json", "en-words.json"}

    assert sorted(files) == ["answers.js", "en-danger.json", "en-words.json", "en.json", "search.js"]
    assert zipped(*(data for name, data in files.items() if name not in with_the_page)) <= A_ROUND_TRIP
    assert zipped(files["en-danger.json"]) <= WITH_THE_PAGE
    assert zipped(files["en-words.json"]) <= BESIDE_THEM


@cache
def parts(records: tuple[Service, ...]) -> tuple[Any, dict[str, Any]]:
    """The first file of a large directory, and the others by name."""
    files = {name: json.loads(data) for name, data in index_files(*records).items()}
    del files["en-words.json"]
    return files.pop("en.json"), files


def names_behind(word: str, first: Any, others: dict[str, Any]) -> list[str]:
    """The services in the part that a word leads to, as the script finds it."""
    place = first["words"].split(" ").index(word)
    number = sum(start <= place for start in first["starts"]) - 1
    return names_in(others[f"en-{number}.json"])


def names_in(part: Any) -> list[str]:
    names: str = part["name"]
    return names.split("¦")


def test_a_thousand_services_are_one_file_and_one_more_is_many() -> None:
    assert list(index_files(*services(1000))) == ["en.json", "en-words.json"]

    first, others = parts(services(1001))

    assert first["services"] is None
    assert len(others) > 20


def test_every_service_of_a_large_directory_is_found_by_some_word_of_its_name() -> None:
    many = services(1500)
    first, others = parts(many)
    stop = set(stop_words("en"))
    lost = [
        service.name
        for service in many
        if not any(
            service.name in names_behind(word, first, others) for word in words_in(service.name) if word not in stop
        )
    ]

    assert lost == []


def test_a_crime_type_of_a_large_directory_leads_to_its_first_services() -> None:
    many = services(1500)
    first, others = parts(many)
    reachable = [service.name for service in many if "any-crime" in service.helps_with and service.contact]

    assert reachable
    assert set(names_in(others[f"en-crimes-{first['any']}.json"])) & set(reachable)


def test_the_parts_of_a_large_directory_are_small_whatever_a_name_has_in_common() -> None:
    first, others = parts(services(1500))
    scripts = [file.data for file in search_scripts(ROOT / "overrides/scripts/search")]
    largest = max(zipped(json.dumps(part).encode()) for part in others.values())

    assert largest < 8_000
    assert zipped(json.dumps(first).encode(), *scripts) < A_ROUND_TRIP


def test_the_page_has_no_box_of_its_own_and_leads_on_without_a_script() -> None:
    page = search_page(some_templates(a_service()))

    assert "<input" not in page.body
    assert "<form" not in page.body
    for address in ("what-happened/", "who/", "where/", "services/"):
        assert f'href="/{address}"' in page.body


def test_the_line_to_talk_to_is_the_one_of_every_page_and_says_that_its_details_are_old() -> None:
    line = {"phone": "0808 157 0011", "hours": "24/7", "note": "Ask for anyone."}
    service = a_service(areas=["uk"], contact=[line], checked={"on": "2024-01-01", "by": "Team", "how": "phoned"})
    body = search_page(some_templates(service)).body
    talk = body[body.index('<div id="search-talk">') :]

    assert re.search(r'<p class="status" data-from="\d{4}-\d\d-\d\d">This number may have changed.</p>', talk)
    assert "Ask for anyone." in talk
    assert talk.count('<section class="talk"') == 1


def test_with_nobody_to_talk_to_the_search_page_leads_to_everyone_who_can_help() -> None:
    body = search_page(some_templates(a_service(contact=[]))).body

    assert "See everyone who can help" in body[body.index('<div id="search-talk">') :]


def test_the_scripts_keep_and_send_nothing() -> None:
    scripts: list[Asset] = [*search_scripts(ROOT / "overrides/scripts/search")]
    scripts += search_scripts(ROOT / "overrides/scripts/search", "cy")
    words = "\n".join(script.data.decode() for script in scripts)

    assert [script.path for script in scripts] == [
        *("assets/search/search.js", "assets/search/answers.js"),
        *("assets/search/search.js", "assets/search/answers-cy.js"),
    ]
    assert not [
        name
        for name in ("localStorage", "sessionStorage", "indexedDB", "cookie", "pushState", "replaceState", "sendBeacon")
        if name in words
    ]
