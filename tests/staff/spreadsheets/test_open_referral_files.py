"""Open Referral's flat files: one row a service, with what the files beside it say of it; no person, and no fax."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from generator.staff.spreadsheets.csv_files import read_csv
from generator.staff.spreadsheets.import_rows import Imported, read_services
from generator.staff.spreadsheets.open_referral_files import from_open_referral, is_one_beside, is_open_referral
from tests.builders import a_catalogue, a_service

SERVICES = (
    "id,organization_id,name,alternate_name,description,url,email,status,fees_description,minimum_age,licenses\n"
    's1,o1,Quay Advocates,Quay,"Advocates for people.\n\nThey listen first.",https://www.example.org/quay,'
    "help@example.org,active,Free of charge,16,ISO\n"
)
FILES = {
    "organizations": "id,name\no1,Quay Trust\no2,Coast Trust\n",
    "phones": (
        "id,service_id,location_id,organization_id,contact_id,number,extension,type,description\n"
        "p1,s1,,,,01632 960101,,voice,Helpline\n"
        "p2,s1,,,,01632 960102,12,,\n"
        "p3,s1,,,,01632 960103,,fax,\n"
        "p4,,l1,,,01632 960104,,,\n"
        "p5,,,,c1,+44 1632 960105,,sms,\n"
        "p6,,,o1,,01632 960106,,,\n"
        "p7,s2,,,,01632 960107,,,\n"
    ),
    "contacts": "id,service_id,name,email\nc1,s1,Pat Sample,pat@example.org\n",
    "schedules": (
        "id,service_id,valid_to,freq,interval,byday,opens_at,closes_at,description\n"
        '1,s1,,WEEKLY,1,"MO,TU",09:00,17:00,\n'
        "2,s1,,WEEKLY,,FR,09:00:00Z,12:00:00Z,\n"
        "3,s1,,MONTHLY,1,,,,First Monday of the month 6pm-8pm\n"
        "4,s1,2020-01-01,WEEKLY,1,SA,09:00,12:00,\n"
    ),
    "locations": "id,name,latitude,longitude,transportation\nl1,Harbour House,51.5,-0.1,Bus 5 to Lantern Row\n",
    "service_at_location": "id,service_id,location_id\n1,s1,l1\n",
    "addresses": "id,location_id,address_1,city,postal_code\n1,l1,1 Lantern Row,Carlisle,CA3 8AA\n",
    "languages": "id,service_id,name\n1,s1,English\n2,s1,Polish\n",
    "service_areas": "id,service_id,name\n1,s1,Cumbria\n",
}
GIVEN = {"kind": "helpline", "helps_with": "any-crime"}


def imported(services: str = SERVICES, files: Mapping[str, str] = FILES, **defaults: str) -> Imported:
    tables = {name: read_csv(text.encode()) for name, text in files.items()}
    table = from_open_referral(read_csv(services.encode()), tables)
    return read_services(table, a_catalogue(a_service()), {}, GIVEN | defaults, add_organisations=True)


def one(services: str = SERVICES, files: Mapping[str, str] = FILES, **defaults: str) -> dict[str, Any]:
    (result,) = imported(services, files, **defaults).results
    assert (result.state, result.problems) == ("new", [])
    return result.values


def test_a_service_has_what_every_file_says_of_it() -> None:
    assert one() == {
        "id": "quay-advocates",
        "name": "Quay Advocates",
        "also_known_as": ["Quay"],
        "kind": "helpline",
        "organisation": "quay-trust",
        "summary": "Advocates for people.",
        "about": "Advocates for people.\n\nThey listen first.",
        "helps_with": ["any-crime"],
        "who": {"ages": {"from": "16"}},
        "areas": ["cumbria"],
        "contact": [
            {
                "phone": "01632 960101",
                "label": "Helpline",
                "hours": "Mo,Tu 09:00-17:00; Fr 09:00-12:00",
                "note": "First Monday of the month 6pm-8pm.",
            },
            {"phone": "01632 960102", "note": "Ask for extension 12."},
            {"text": "01632 960105"},
            {"phone": "01632 960104"},
            {"email": "help@example.org"},
            {"website": "https://www.example.org/quay"},
        ],
        "cost": "Free of charge",
        "languages": ["en", "pl"],
        "places": [
            {"name": "Harbour House", "address": "1 Lantern Row, Carlisle", "postcode": "CA3 8AA", "show": "never"}
        ],
    }


def test_what_was_read_and_what_was_left_is_told() -> None:
    assert imported().told == (
        "This is a table of services in Open Referral's form. It was read with organizations.csv, phones.csv, "
        "contacts.csv, schedules.csv, locations.csv, service_at_location.csv, addresses.csv, languages.csv, "
        "service_areas.csv beside it.",
        "a number of the type 'fax' was not taken: row 2.",
        "times that are not the same each week were not taken: row 2.",
    )


@pytest.mark.parametrize("status", ["inactive", "defunct", "temporarily closed"])
def test_a_service_that_is_not_active_is_left_out_and_told(status: str) -> None:
    found = imported(SERVICES.replace(",active,", f",{status},"))

    assert (found.results, found.told[-1]) == ([], f"status is '{status}', so the service was not taken: row 2.")


def test_names_of_earlier_versions_and_british_spelling_are_known() -> None:
    earlier = {
        "organisation": FILES["organizations"],
        "phone": FILES["phones"],
        "regular_schedule": "id,service_id,weekday,opens_at,closes_at\n1,s1,Monday,09:00,17:00\n",
        "service_area": "id,service_id,service_area\n1,s1,Cumbria\n",
        "physical_address": FILES["addresses"],
        "cost_option": "id,service_id,amount,option\n1,s1,0,\n",
    }
    found = one(SERVICES.replace("organization_id", "organisation_id").replace("Free of charge", ""), earlier)

    assert (found["organisation"], found["areas"], found["cost"]) == ("quay-trust", ["cumbria"], "free")
    assert found["contact"][0]["hours"] == "Mo 09:00-17:00"


def test_the_services_alone_are_a_table_too() -> None:
    found = one(files={}, areas="cumbria", organisation="victim-support")

    assert [next(iter(contact.values())) for contact in found["contact"]] == [
        "help@example.org",
        "https://www.example.org/quay",
    ]


def test_a_refuges_place_is_kept_back_whatever_file_says_it() -> None:
    (result,) = imported(kind="refuge").results

    assert {place["show"] for place in result.values["places"]} == {"never"}
    assert any("Lantern" in str(place) for place in result.values["places"])
    assert "Lantern" not in str({name: value for name, value in result.values.items() if name != "places"})


def test_another_form_is_not_taken_for_it() -> None:
    outposts = "import_id,import_id_reference,id,organization_id,name\n1,,a,b,Quay\n"

    assert is_open_referral(read_csv(SERVICES.encode()))
    assert not is_open_referral(read_csv(outposts.encode()))
    assert not is_open_referral(read_csv(b"id,name,Telephone\n1,Quay,01632 960101\n"))
    assert is_one_beside(read_csv(FILES["phones"].encode()))
    assert not is_one_beside(read_csv(SERVICES.encode()))
