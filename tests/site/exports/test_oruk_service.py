"""What a record of a service says in Open Referral: who helps whom, how to reach them, and how sure that is."""

from __future__ import annotations

import json

import pytest

from tests.builders import a_service
from tests.site.exports.conftest import OpenData, made_of, service_in


def test_a_number_stands_where_each_reader_looks() -> None:
    ways = [{"phone": "0808 157 0101", "label": "Helpline", "hours": "24/7", "note": "Ask for Sam."}]
    service = service_in(made_of(a_service(contact=ways)))

    assert service["phones"] == [
        {
            "id": service["phones"][0]["id"],
            "number": "0808 157 0101",
            "type": "voice",
            "description": "Helpline. Free to call. Ask for Sam. Day and night, every day.",
            "x_waymark": {"free": True},
        }
    ]
    assert [(one["name"], one["title"]) for one in service["contacts"]] == [
        ("Helpline", "Phone 0808 157 0101. Free to call. Ask for Sam.")
    ]
    assert service["description"] == "Free, private help after any crime.\n\nPhone 0808 157 0101."


def test_the_check_is_that_of_the_page_and_not_the_day_of_the_build() -> None:
    one, later = (service_in(made_of(a_service(), now=now)) for now in ("2026-11-22 09:00", "2026-12-24 09:00"))

    assert one["assured_date"] == "2026-11-20"
    assert one["last_modified"] == "2026-11-20T00:00:00Z"
    assert one == later


def test_details_nobody_has_checked_are_not_there() -> None:
    service = service_in(made_of(a_service(checked=None)))

    assert not service.keys() & {"phones", "contacts", "assured_date", "last_modified", "schedules", "url", "email"}
    assert "01632" not in json.dumps(service)


def test_old_details_say_so_and_when_they_were_right() -> None:
    service = service_in(made_of(a_service(), now="2027-12-24 09:00"))

    assert service["alert"] == "These details were last checked on 20 November 2026. Call first."


@pytest.mark.parametrize(
    ("changes", "status", "alert"),
    [
        ({}, "active", None),
        ({"status": "not-yet"}, "inactive", "This service has not started yet."),
        ({"status": "paused"}, "temporarily closed", "This service is not taking new people at the moment."),
        ({"status": "closed"}, "defunct", "This service has closed."),
        ({"closed_on": "2026-11-22"}, "defunct", "This service closed on 22 November 2026."),
        ({"closed_on": "2026-11-23"}, "active", None),
    ],
)
def test_each_state_has_its_word(changes: dict[str, str], status: str, alert: str | None) -> None:
    service = service_in(made_of(a_service(**changes)))

    assert (service["status"], service.get("alert")) == (status, alert)


def test_a_service_that_has_ended_names_what_took_over_and_no_number() -> None:
    old = a_service(id="old", closed_on="2026-11-01", replaced_by="new", contact=[{"phone": "01632 960009"}])
    data = made_of(old, a_service(id="new", name="New help"))
    service = service_in(data, "old")

    assert service["alert"] == "This service closed on 1 November 2026. This one took over: New help."
    assert service["x_waymark"]["replaced_by"] == service_in(data, "new")["id"]
    assert not service.keys() & {"phones", "contacts", "schedules"}


def test_a_service_that_ended_a_year_ago_is_gone_from_every_list() -> None:
    ended = a_service(closed_on="2025-11-21")

    assert made_of(ended, now="2026-11-21 09:00").get("services")["total_items"] == 1
    assert made_of(ended, now="2026-11-22 09:00").get("services")["total_items"] == 0


def test_what_is_for_others_is_in_no_file() -> None:
    """Others make lists for people harmed by crime of these files."""
    for meant_for in ("people-who-harm", "professionals"):
        data = made_of(a_service(id="for-others", name="For others", **{"for": meant_for}))
        assert [path for path, text in data.files.items() if b"for-others" in text or b"For others" in text] == []
    ways = [{"phone": "01632 960001"}, {"phone": "01632 960002", "for": "professionals"}]
    data = made_of(a_service(contact=ways))
    assert [path for path, text in data.files.items() if b"960002" in text] == []


def test_help_through_another_service_has_the_numbers_of_that_one_and_says_so() -> None:
    inner = a_service(id="inner", name="Inner help", contact=[], reached_through="victim-support-cumbria")
    data = made_of(a_service(), inner)
    service = service_in(data, "inner")

    assert [one["number"] for one in service["phones"]] == ["01632 960001"]
    assert service["phones"][0]["description"].startswith("Phone. Victim Support. ")
    assert service["x_waymark"]["reached_through"] == service_in(data)["id"]


def test_who_what_and_where_are_words_and_terms() -> None:
    service = service_in(
        made_of(
            a_service(
                helps_with=["sexual-violence"],
                who={"audiences": ["women"], "ages": {"from": 13, "to": 18}, "not_for": "Men."},
                areas=["cumbria", "kent"],
                cost="free",
                interpreters="yes",
                referral=["self", "police"],
                first_step="Call.",
                access=["bsl"],
                languages=["cy"],
            )
        )
    )
    terms = {one["link_type"]: one["taxonomy_term"]["name"] for one in service["attributes"]}

    assert (terms["crime_type"], terms["audience"]) == ("Rape or sexual assault", "Women")
    assert {one["link_id"] for one in service["attributes"]} == {service["id"]}
    assert service["eligibility_description"] == "Women. Aged 13 to 18. Not for: Men."
    assert (service["minimum_age"], service["maximum_age"]) == (13, 18)
    assert [one["name"] for one in service["service_areas"]] == ["Cumbria", "Kent"]
    assert service["cost_options"][0]["amount"] == 0
    assert service["interpretation_services"] == "There are interpreters."
    assert service["application_process"] == "Call. You can ask for help yourself; the police can ask."
    assert [(one["name"], one["code"]) for one in service["languages"]] == [("Welsh", "cy")]


def test_each_service_leads_to_its_own_page_here(data: OpenData) -> None:
    for service in data.records("services"):
        page = data.settings.absolute(f"services/{service['x_waymark']['id']}/")
        assert (service["additional_urls"][0]["label"], service["additional_urls"][0]["url"]) == (
            "Page in this directory",
            page,
        )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"contact": [{"phone": "0808 157 0101"}]}, "You can ask for help yourself."),
        ({"contact": [{"website": "https://example.org/"}]}, None),
        ({"contact": [{"phone": "0808 157 0101"}], "report_needed": "yes"}, None),
        ({"contact": [{"phone": "0808 157 0101"}], "referral": ["police"]}, "The police can ask."),
    ],
)
def test_who_can_ask_is_what_the_page_says_also_where_that_follows(
    changes: dict[str, object], said: str | None
) -> None:
    data = made_of(a_service(**changes))
    service = service_in(data)
    routes = [one for one in service["attributes"] if one["link_type"] == "referral_route"]

    assert service.get("application_process") == said
    assert bool(routes) == bool(said)


def test_hours_of_several_ways_stand_once_with_the_words_of_the_page_in_the_row_that_goes_on() -> None:
    ways = [
        {"phone": "01632 960001", "label": "Helpline", "hours": "Mo-Fr 09:00-17:00; PH off"},
        {"chat": "https://www.example.org/chat", "hours": "Mo-Fr 09:00-17:00; PH off"},
        {"text": "01632 960002", "hours": "24/7"},
    ]
    service = service_in(made_of(a_service(contact=ways)))
    rows = service["schedules"]
    shared = [row for row in rows if len(row["x_waymark"]["contacts"]) == 2]
    last = [row for row in shared if "valid_to" not in row]

    assert len(rows) == len(shared) + 1 <= 12
    assert {row["attending_type"] for row in shared} == {"phone, chat"}
    assert [row["description"] for row in last] == [
        "01632 960001, Helpline; https://www.example.org/chat, Live chat: Monday to Friday, 9am to 5pm. Closed on bank "
        "holidays"
    ]
    assert [row for row in shared if "valid_to" in row and "description" in row] == []
    known = {one["id"] for one in (*service["phones"], *service["contacts"])}
    assert {contact for row in rows for contact in row["x_waymark"]["contacts"]} <= known


@pytest.mark.parametrize(
    "way", [{"website": "https://www.example.org/"}, {"email": "help@example.org"}, {"text": "01632 960001"}]
)
def test_nobody_is_told_to_call_first_what_has_no_number_to_call(way: dict[str, str]) -> None:
    old = {"on": "2025-01-03", "by": "Us", "how": "phoned"}
    said = service_in(made_of(a_service(contact=[way], checked=old)))["alert"]

    assert said == "Nobody has checked these details for a long time. They may have changed."
    called = service_in(made_of(a_service(contact=[way, {"phone": "01632 960002"}], checked=old)))["alert"]
    assert called == "These details were last checked on 3 January 2025. Call first."
