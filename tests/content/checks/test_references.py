from __future__ import annotations

import pytest

from tests.builders import a_campaign_file, a_services_yaml, wrong_with, wrong_with_campaign

SECOND = """\
  - id: {id}
    name: Another
    kind: helpline
    organisation: victim-support
    summary: Help.
    helps_with: [any-crime]
    areas: [cumbria]
"""


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            a_services_yaml(kind="victim-hubb"),
            "8:11: 'victim-hubb' is not a kind of service; did you mean \"victim-hub\"?",
        ),
        (
            a_services_yaml(kind="zzz"),
            (
                "8:11: 'zzz' is not a kind of service; use one of: helpline, victim-hub, sarc, isva, chisva, idva, "
                "domestic-abuse-outreach, refuge, rape-crisis, counselling, restorative-justice, womens-centre, ..."
            ),
        ),
        (
            a_services_yaml("kinds: [isva, counseling]"),
            "13:19: 'counseling' is not a kind of service; did you mean \"counselling\"?",
        ),
        (
            a_services_yaml("kinds: [counseling, isva]", kind=None),
            "12:13: 'counseling' is not a kind of service; did you mean \"counselling\"?",
        ),
        (
            a_services_yaml(organisation="victims-support"),
            "9:19: 'victims-support' is not an organisation in services.yaml; did you mean \"victim-support\"?",
        ),
        (
            a_services_yaml(helps_with="[any-crime, fraud-cybr]"),
            "11:29: 'fraud-cybr' is not a crime type; did you mean \"fraud-cyber\"?",
        ),
        (
            a_services_yaml(areas="[cumbra]"),
            "12:13: 'cumbra' is not an area in services.yaml; did you mean \"cumbria\"?",
        ),
        (
            a_services_yaml("who: {audiences: [everyone, oldr]}"),
            "13:33: 'oldr' is not an audience; did you mean \"older\"?",
        ),
        (
            a_services_yaml("commissioned_by: [cumbria-pcc]"),
            "13:23: 'cumbria-pcc' is not an organisation in services.yaml; use one of: victim-support",
        ),
        (
            a_services_yaml("replaced_by: victim-support-cumbri"),
            (
                "13:18: 'victim-support-cumbri' is not a service in services.yaml; "
                'did you mean "victim-support-cumbria"?'
            ),
        ),
        (
            a_services_yaml("replaced_by: victim-support-cumbria"),
            "13:18: a service can't replace itself; name the one that took over",
        ),
        (
            a_services_yaml("places: [{name: House, area: cumbrai}]"),
            "13:34: 'cumbrai' is not an area in services.yaml; did you mean \"cumbria\"?",
        ),
        (
            a_services_yaml(more="retired_numbers: []\nemergency: []\n").replace(
                "{name: Cumbria}", "{name: C, within: uk}"
            ),
            "2:30: 'uk' is not an area in services.yaml; add it there, or take it out here",
        ),
        (
            a_services_yaml().replace("{name: Cumbria}", "{name: C, within: cumbria}"),
            "2:30: these areas lie within each other in a ring: cumbria -> cumbria; take one link out",
        ),
    ],
)
def test_a_word_that_leads_nowhere_is_told_with_the_nearest_that_leads_somewhere(text: str, problem: str) -> None:
    assert wrong_with(text) == [f"services.yaml:{problem}"]


def test_two_services_do_not_share_an_id() -> None:
    assert wrong_with(a_services_yaml(more=SECOND.format(id="victim-support-cumbria"))) == [
        'services.yaml:13:9: "victim-support-cumbria" is already an id, at services.yaml:6:9; choose another'
    ]


@pytest.mark.parametrize(
    ("second", "cause"),
    [
        (SECOND.format(id="victim-support-cumbria"), '13:9: "victim-support-cumbria" is already an id, '),
        (SECOND.format(id="harbour").replace("id:", "idd:"), '13:5: "idd" is not a known field; did you mean "id"?'),
    ],
)
def test_a_link_to_a_service_whose_id_was_spoilt_is_not_told_beside_the_cause(second: str, cause: str) -> None:
    campaign = a_campaign_file("services: [victim-support-cumbria, harbour]")
    (told,) = wrong_with_campaign(campaign, a_services_yaml(more=second))

    assert told.startswith(f"services.yaml:{cause}")


@pytest.mark.parametrize("status", ["closed", "paused", "not-yet"])
def test_a_service_is_replaced_by_one_that_is_open(status: str) -> None:
    more = SECOND.format(id="another") + f"    status: {status}\n"

    assert wrong_with(a_services_yaml("status: closed", "replaced_by: another", more=more)) == [
        f"services.yaml:14:18: 'another' is not open (status: {status}); name a service that is"
    ]


def test_areas_in_a_ring_are_told_once_each() -> None:
    ring = "areas:\n  a: {name: A, within: b}\n  b: {name: B, within: a}\n"

    assert wrong_with(ring) == [
        "services.yaml:2:24: these areas lie within each other in a ring: a -> b -> a; take one link out",
        "services.yaml:3:24: these areas lie within each other in a ring: b -> a -> b; take one link out",
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (a_campaign_file(about="[fraud]"), "5:9: 'fraud' is not a crime type; did you mean \"fraud-cyber\"?"),
        (a_campaign_file("audiences: [oldr]"), "6:13: 'oldr' is not an audience; did you mean \"older\"?"),
        (
            a_campaign_file("services: [victim-support]"),
            "6:12: 'victim-support' is not a service in services.yaml; did you mean \"victim-support-cumbria\"?",
        ),
        (
            a_campaign_file("partners:", "  - victim-suport"),
            "7:5: 'victim-suport' is not an organisation in services.yaml; did you mean \"victim-support\"?",
        ),
    ],
)
def test_a_campaign_points_at_what_is_there(text: str, problem: str) -> None:
    assert wrong_with_campaign(text) == [f"campaigns/1.md:{problem}"]


def test_two_campaigns_do_not_share_an_id() -> None:
    assert wrong_with(a_services_yaml(), campaigns=[a_campaign_file(), a_campaign_file()]) == [
        'campaigns/2.md:2:5: "dating-scams" is already an id, at campaigns/1.md:2:5; choose another'
    ]


def test_a_link_to_a_record_with_problems_of_its_own_is_not_told_as_well() -> None:
    directory = a_services_yaml(name="").replace("{name: Cumbria}", "{}").replace("{name: Victim Support}", "{nme: x}")
    campaign = a_campaign_file("services: [victim-support-cumbria]", "partners: [victim-support]")

    assert wrong_with_campaign(campaign, directory) == [
        'services.yaml:2:12: "name" is missing; write name: Cumbria',
        'services.yaml:4:20: "nme" is not a known field; did you mean "name"?',
        'services.yaml:7:5: "name" is empty; write name: Victim Support',
    ]


def test_while_a_file_can_not_be_read_nothing_is_said_to_be_missing_from_it() -> None:
    assert wrong_with(a_services_yaml(areas="[nowhere]"), "a: *b", campaigns=[a_campaign_file("services: [x]")]) == [
        "services-2.yaml:1:4: *b points at another line; write the words out, or put quotation marks around them"
    ]


def test_what_is_no_id_is_offered_to_nobody() -> None:
    strange = SECOND.format(id='"a\\nb\\e[31m"')
    told = wrong_with(a_services_yaml(more=strange), campaigns=[a_campaign_file("services: [elsewhere]")])

    assert told[0] == (
        "campaigns/1.md:6:12: 'elsewhere' is not a service in services.yaml; use one of: victim-support-cumbria"
    )
