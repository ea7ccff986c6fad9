"""Two states of a site in plain words: what the public would see change, and never what is withheld."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from generator.edition import Edition
from generator.formatters.diff import told
from generator.model.emergency import Emergency
from generator.model.place import Area, Organisation
from generator.model.sources import Document
from generator.staff.diff.compare import changes, without
from generator.staff.diff.site_cards import all_cards, secret_words
from tests.builders import CHECKED, a_campaign, a_post, a_run, a_service, an_edition
from tests.sites import a_site

PHONE = {"phone": "01632 960001"}
SECRET = {"name": "Larkspur House", "address": "7 Gooseberry Lane", "postcode": "CA99 9ZZ"}


def differ(before: Edition, after: Edition, pages: tuple[Mapping[str, str], Mapping[str, str]] = ({}, {})) -> list[str]:
    """Every change, as a line."""
    found = changes(all_cards(before, a_site(), pages[0]), all_cards(after, a_site(), pages[1]))
    return [f"{one.name}: {told(one)}" for one in without(secret_words(before, after), found)]


def services(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    return differ(an_edition(a_service(**before)), an_edition(a_service(**after)))


def campaigns(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    return differ(an_edition(a_campaign(**before)), an_edition(a_campaign(**after)))


def test_the_same_is_no_change() -> None:
    assert services({}, {}) == []


def test_a_number_that_changed_is_said_with_both_numbers() -> None:
    assert services({}, {"contact": [{"phone": "01632 960002"}]}) == [
        "Victim Support: phone changed from 01632 960001 to 01632 960002"
    ]


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ({}, {"cost": "free"}, "cost is new: free"),
        ({"cost": "free"}, {}, "cost is taken out; it was: free"),
        ({}, {"kind": "helpline"}, "kind changed from Help after any crime to Helpline"),
        ({}, {"areas": ["kent", "cumbria"]}, "covers changed from Cumbria to Kent, Cumbria"),
        ({}, {"who": {"ages": {"from": 16}}}, "ages is new: aged 16 or over"),
        ({"languages": ["en"]}, {"languages": ["en", "cy"]}, "languages changed from English to English, Welsh"),
        ({}, {"status": "paused"}, "status changed from open to paused"),
        (
            {},
            {"contact": [{**PHONE, "hours": "Mo-Fr 09:00-17:00"}]},
            "phone hours is new: Monday to Friday, 9am to 5pm. Not known for bank holidays",
        ),
        (
            {"summary": {"en": "Free help.", "cy": "Cymorth am ddim."}},
            {"summary": {"en": "Free help.", "cy": "Cymorth."}},
            'summary changed from "Free help. / Cymorth am ddim." to "Free help. / Cymorth."',
        ),
        (
            {},
            {"checked": {**CHECKED, "on": "2026-11-21"}},
            "last check changed from 20 November 2026 by Communications team (phoned) "
            "to 21 November 2026 by Communications team (phoned)",
        ),
    ],
)
def test_each_fact_has_a_label_that_people_know(before: dict[str, Any], after: dict[str, Any], line: str) -> None:
    assert services(before, after) == [f"Victim Support: {line}"]


def test_a_contact_is_known_by_its_label_wherever_it_stands() -> None:
    day, night = {**PHONE, "label": "By day"}, {"phone": "01632 960002", "label": "By night"}
    moved = {"phone": "01632 960003", "label": "By day"}

    assert services({"contact": [day, night]}, {"contact": [night, moved]}) == [
        "Victim Support: By day, phone changed from 01632 960001 to 01632 960003"
    ]


def test_contacts_that_come_and_go_are_named() -> None:
    before = {"contact": [PHONE, {"email": "help@example.org"}]}
    after = {"contact": [PHONE, {"text": "01632 960009", "label": "Texts"}]}

    assert services(before, after) == [
        "Victim Support: new: number for texts 01632 960009 (Texts)",
        "Victim Support: gone: e-mail help@example.org",
    ]


def test_a_check_that_makes_a_contact_show_is_said() -> None:
    assert services({"checked": None}, {}) == [
        "Victim Support: last check is new: 20 November 2026 by Communications team (phoned)",
        "Victim Support: phone 01632 960001 becomes public",
    ]


def test_a_contact_that_loses_its_check_is_not_public_any_more() -> None:
    assert services({}, {"checked": None})[-1] == "Victim Support: phone is not public any more"


def test_a_number_that_nobody_checked_is_not_said() -> None:
    assert services({"checked": None}, {"checked": None, "contact": [{"phone": "01632 960777"}]}) == [
        "Victim Support: a phone that is not shown changed"
    ]
    assert services({"checked": None, "contact": []}, {"checked": None}) == [
        "Victim Support: there is a new phone that is not shown"
    ]


def test_a_new_service_is_shown_whole_and_one_that_is_gone_is_named() -> None:
    harbour = a_service(id="harbour", name="Harbour", places=[SECRET | {"show": "never"}])
    lines = differ(an_edition(a_service()), an_edition(a_service(), harbour))

    assert lines[:2] == ["Harbour: this service is new", "Harbour: kind: Help after any crime"]
    assert "Harbour: new: phone 01632 960001" in lines
    assert lines[-1] == "Harbour: there is a new place that is not shown"
    assert differ(an_edition(a_service(), harbour), an_edition(a_service())) == ["Harbour: this service is gone"]


def test_an_id_that_changed_is_said_with_what_it_costs() -> None:
    assert services({}, {"id": "victim-support"}) == [
        "Victim Support: its id changed from victim-support-cumbria to victim-support; "
        "an id is permanent: links, feeds and data of others lose it"
    ]


@pytest.mark.parametrize("show", ["never", "area"])
def test_a_withheld_address_is_never_said(show: str) -> None:
    place = SECRET | {"show": show}
    moved = place | {"address": "9 Damson Close", "postcode": "CA98 8YY"}
    lines = services({"places": [place]}, {"places": [moved]})

    assert lines == [
        line.replace("place", "Larkspur House" if show == "area" else "place", 1)
        for line in (
            "Victim Support: place, the (withheld) address changed",
            "Victim Support: place, the (withheld) postcode changed",
        )
    ]


def test_an_address_that_is_withheld_from_now_on_is_not_said_even_once_more() -> None:
    full, never = SECRET | {"show": "full"}, SECRET | {"show": "never"}
    lines = services({"places": [full]}, {"places": [never]})
    gone = services({"places": [full]}, {"places": [SECRET | {"show": "area", "address": None}]})
    wandered = services(
        {"places": [never], "first_step": "Come to 7 Gooseberry  Lane."},
        {"places": [never], "first_step": "Call us."},
    )

    assert lines == ["Victim Support: place is not public any more"]
    assert gone == [
        "Victim Support: Larkspur House, the address is withheld now",
        "Victim Support: Larkspur House, the postcode is withheld now",
    ]
    assert wandered == ['Victim Support: first step changed from "Come to (withheld)." to "Call us."']


def test_an_address_that_becomes_public_is_said() -> None:
    assert services({"places": [SECRET | {"show": "area"}]}, {"places": [SECRET | {"show": "full"}]}) == [
        "Victim Support: Larkspur House, address becomes public: 7 Gooseberry Lane",
        "Victim Support: Larkspur House, postcode becomes public: CA99 9ZZ",
    ]


def test_a_run_that_is_confirmed_becomes_public_and_its_posts_with_it() -> None:
    waiting = {"runs": [a_run(confirmed=None)]}

    assert campaigns(waiting, {}) == [
        "Dating scams: this campaign becomes public",
        "Dating scams: run 1 to 28 February 2027 becomes public",
        "Dating scams: post dating-scams-launch of 1 February 2027, 9am becomes public",
    ]
    assert campaigns({}, waiting)[:2] == [
        "Dating scams: this campaign is not public any more",
        "Dating scams: run is not public any more",
    ]


def test_of_a_campaign_that_nobody_confirmed_only_that_it_changed() -> None:
    waiting = {"runs": [a_run(confirmed=None)]}

    assert campaigns(waiting, waiting | {"summary": "Other words."}) == [
        "Dating scams: this campaign changed, but the public sees nothing of it"
    ]


def test_a_run_that_moves_and_a_post_that_changes() -> None:
    after = {
        "runs": [a_run("2027-02-08", "2027-02-28", announce="2027-01-20")],
        "posts": [a_post(at="2027-02-08 09:00", variants={"x": "Short."}), a_post(id="second", at="2027-02-09 09:00")],
    }

    assert campaigns({}, after) == [
        "Dating scams: run changed from 1 to 28 February 2027 to 8 to 28 February 2027",
        "Dating scams: run is public from changed from 1 February 2027 to 20 January 2027",
        "Dating scams: post dating-scams-launch, time changed from 1 February 2027, 9am to 8 February 2027, 9am",
        'Dating scams: post dating-scams-launch, text for x is new: "Short."',
        "Dating scams: new: post second of 9 February 2027, 9am",
        'Dating scams: post second, text: "Talk to us first."',
    ]


def test_a_campaign_that_was_renamed_is_the_same_one() -> None:
    assert campaigns({}, {"id": "romance-fraud", "was": ["dating-scams"], "title": "Romance fraud"}) == [
        "Romance fraud: its id changed from dating-scams to romance-fraud",
        "Romance fraud: title changed from Dating scams to Romance fraud",
    ]


def test_the_rest_of_the_directory_is_compared_too() -> None:
    line = Emergency(say="Call 999", phone="999", text="Call now.", source="P1")
    before = an_edition(emergency=(line,), documents={"P1": Document(title="A page", date="2026", kind="other")})
    after = an_edition(
        emergency=(Emergency(say="Call 999", phone="112", text="Call now.", source="P1"),),
        documents={"P1": Document(title="A page", date="2027", kind="other")},
        organisations={"victim-support": Organisation(name="Victim Support", website="https://example.org")},
        areas={"cumbria": Area(name="Cumbria", towns=["Kendal"])},
        retired=["01632 960123"],
    )

    assert differ(before, after) == [
        "Call 999: phone changed from 999 to 112",
        "Victim Support: website is new: https://example.org",
        "Cumbria: towns is new: Kendal",
        "Cumbria: within is taken out; it was: England",
        *[f"{name}: this area is gone" for name in ("United Kingdom", "England", "Cumberland")],
        *[f"{name}: this area is gone" for name in ("Westmorland and Furness", "Kent")],
        "01632 960123: this retired number is new",
        "01632 960123: was: old",
        "01632 960123: source: P1",
        "P1: date changed from 2026 to 2027",
    ]


def test_a_page_is_compared_whole() -> None:
    old, new = {"content/privacy.md": "a\nb\nc\n"}, {"content/privacy.md": "a\nx\nc\nd\n", "content/new.md": "n\n"}

    assert differ(an_edition(), an_edition(), (old, new)) == [
        "content/new.md: this page is new",
        "content/privacy.md: the words of this page changed: 1 line out and 2 lines in",
    ]


def test_the_way_out_is_a_fact() -> None:
    here, there = a_site(), a_site(exit="https://www.example.org/weather")
    (change,) = changes(all_cards(an_edition(), here, {}), all_cards(an_edition(), there, {}))

    assert told(change) == ("way out changed from https://www.bbc.co.uk/weather to https://www.example.org/weather")
