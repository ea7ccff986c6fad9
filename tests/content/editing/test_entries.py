"""Answers -> new records, whose comments show right ways to write what nobody answered."""

from __future__ import annotations

import re

import pytest

from generator.content.editing.yaml_writer import (
    area_entry,
    campaign_text,
    organisation_entry,
    post_entry,
    run_entry,
    service_entry,
)
from generator.content.loading.campaigns import read_campaign
from generator.content.source.yaml_parser import read_yaml
from generator.model.campaign import Campaign
from generator.model.service import Service

SERVICE = {
    "id": "harbour",
    "name": "Harbour",
    "kind": "helpline",
    "organisation": "harbour-trust",
    "summary": "A helpline, open all day.",
    "helps_with": ["any-crime"],
    "areas": ["cumbria"],
}
CAMPAIGN = {"id": "harbour-week", "title": "Harbour Week", "summary": "There is help.", "about": ["any-crime"]}
A_REMARK = re.compile(r"^( *)# (?=[ a-z_-]+[:.]? )(?!Not known|Posts)", re.MULTILINE)


def read_service(text: str) -> Service:
    value = read_yaml(text, "a").value
    assert isinstance(value, list)
    return Service.model_validate(value[0])


def uncommented(text: str) -> str:
    """The text with every example in force."""
    return re.sub(r"^( *)# (?=(?: *-)? *[{a-z_]+:|  )", r"\1", text, flags=re.MULTILINE)


def test_a_service_is_written_in_the_order_of_the_file_with_the_rest_as_comments() -> None:
    text = service_entry(dict(reversed(list(SERVICE.items()))))
    lines = text.split("\n")

    assert lines[:8] == [
        "- id: harbour   # permanent: links and feeds know it by this",
        "  name: Harbour",
        "  kind: helpline",
        "  organisation: harbour-trust",
        "  summary: A helpline, open all day.",
        "  helps_with: [any-crime]",
        "  areas: [cumbria]",
        "  # Not known yet. Take away the # and its space, and put in what is true:",
    ]
    assert all(line.startswith("  # ") for line in lines[8:-1])


@pytest.mark.parametrize("secret", [False, True])
def test_no_line_is_too_long_for_a_terminal(secret: bool) -> None:
    lines = [*service_entry(SERVICE, secret=secret).splitlines(), *campaign_text(CAMPAIGN, None).splitlines()]

    assert [line for line in lines if len(line) > 79] == []


@pytest.mark.parametrize("secret", [False, True])
def test_every_example_of_a_service_is_right_when_its_sign_is_taken_away(secret: bool) -> None:
    text = uncommented(service_entry(SERVICE, secret=secret))
    service = read_service(text)
    unset = {name for name in Service.model_fields if name not in service.model_fields_set}

    assert unset == {
        "also_known_as",
        "search_words",
        "kinds",
        "all_but",
        "reached_through",
        "networks",
        "marks",
        "who",
        "outcomes",
        "commissioned_by",
        "status",
        "closed_on",
        "replaced_by",
        "checked",
        "meant_for",
        *(["points"] if secret else []),  # a refuge is not invited to say where people meet it
    }
    assert service.places[0].show == ("never" if secret else "full")


def test_what_is_answered_is_no_comment_any_more() -> None:
    text = service_entry({**SERVICE, "cost": "free", "contact": [{"phone": "01632 960123", "hours": "24/7"}]})

    assert "  cost: free\n" in text
    assert "# cost" not in text
    assert "  contact:\n    - phone: 01632 960123\n      hours: 24/7\n" in text


def test_every_example_of_a_campaign_is_right_when_its_sign_is_taken_away() -> None:
    text = campaign_text(
        {**CAMPAIGN, "services": ["harbour"]}, run_entry({"from": "2027-02-01", "to": "2027-02-02"}, "A\nB.")
    )
    found, problems = read_campaign(uncommented(text), "a.md")

    assert problems == []
    assert found is not None
    unset = {name for name in Campaign.model_fields if name not in found.record.model_fields_set}
    assert unset == {"was", "audiences", "partners", "design", "hashtags", "results", "posts", "words"}
    assert "runs:\n  # A B.\n  - {from: 2027-02-01, to: 2027-02-02}\n" in text


def test_a_campaign_of_many_services_keeps_its_runs_apart() -> None:
    services = [f"a-service-with-a-long-name-{number}" for number in range(9)]
    found, problems = read_campaign(campaign_text({**CAMPAIGN, "services": services}, None), "a.md")

    assert (found is not None and list(found.record.services), problems) == (services, [])


def test_small_records_are_written_as_people_write_them() -> None:
    assert organisation_entry("harbour", {"name": "Harbour, the trust"}) == "harbour:\n  name: Harbour, the trust\n"
    assert area_entry("kent", {"name": "Kent", "within": "uk"}) == "kent: {name: Kent, within: uk}\n"
    assert post_entry({"id": "a", "at": "2027-02-01 09:00", "text": "Call: now"}) == (
        '- id: a\n  at: 2027-02-01 09:00\n  text: "Call: now"\n'
    )
