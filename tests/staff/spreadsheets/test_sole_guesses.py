"""Words of a table that can only mean one word of ours are read as it; what may mean another is asked."""

from __future__ import annotations

import pytest

from generator.model.place import Area, Organisation
from generator.staff.spreadsheets.cells import CellError, CellReader
from generator.staff.spreadsheets.lookups import names_in
from generator.staff.spreadsheets.table import Cell
from tests.builders import a_catalogue, a_service

AREAS = {
    "cumbria": Area.model_validate({"name": "Cumbria"}),
    "westmorland-and-furness": Area.model_validate({"name": "Westmorland and Furness", "within": "cumbria"}),
    "cumberland": Area.model_validate({"name": "Cumberland", "within": "cumbria", "towns": ["Carlisle"]}),
    "london": Area.model_validate({"name": "London"}),
}
READER = CellReader(names_in(a_catalogue(a_service(), areas=AREAS), {}), ours=False)


@pytest.mark.parametrize(
    ("field", "said", "read"),
    [
        # A word around it that tells nothing.
        ("kind", "Domestic abuse service", "domestic-abuse-outreach"),
        ("kind", "Counselling Service", "counselling"),
        ("kind", "Specialist counselling", "counselling"),
        ("kind", "SARC service", "sarc"),
        ("kind", "Restorative justice service", "restorative-justice"),
        ("kind", "Support for men", "mens-service"),
        ("kind", "Witness Service", "witness-support"),
        ("kind", "Rape crisis centre", "rape-crisis"),
        ("kind", "Women's refuge", "refuge"),
        ("kind", "Refuge accommodation", "refuge"),
        ("kind", "Children's service", "children-young-people"),
        ("kind", "Help line", "helpline"),
        ("helps_with", "Domestic abuse victims", ["domestic-abuse"]),
        ("helps_with", "Victims of stalking", ["stalking-harassment"]),
        ("helps_with", "Survivors of rape", ["sexual-violence"]),
        ("helps_with", "Hate crimes", ["hate-crime"]),
        ("helps_with", "Hate incidents", ["hate-crime"]),
        ("helps_with", "Sexual offences", ["sexual-violence"]),
        ("helps_with", "All crime types", ["any-crime"]),
        ("helps_with", "Any", ["any-crime"]),
        ("helps_with", "All victims of crime", ["any-crime"]),
        ("areas", "Cumbria County", ["cumbria"]),
        ("areas", "Across Cumbria", ["cumbria"]),
        ("areas", "County of Cumbria", ["cumbria"]),
        ("areas", "Cumbria-wide", ["cumbria"]),
        ("areas", "Westmorland & Furness Council", ["westmorland-and-furness"]),
        ("who.audiences", "Women only", ["women"]),
        ("who.audiences", "Females", ["women"]),
        ("who.audiences", "All", ["everyone"]),
        ("who.audiences", "General public", ["everyone"]),
        ("who.audiences", "LGBTQIA+", ["lgbt"]),
        # A part of a name that is one by itself.
        ("helps_with", "Fraud", ["fraud-cyber"]),
        ("helps_with", "Scams", ["fraud-cyber"]),
        ("helps_with", "Cyber crime", ["fraud-cyber"]),
        ("helps_with", "Burglary", ["burglary-theft"]),
        ("who.audiences", "Carers", ["families-carers"]),
        ("who.audiences", "Refugees", ["migrants"]),
        # Several in one cell, with another sign or word between them.
        ("helps_with", "Rape and stalking", ["sexual-violence", "stalking-harassment"]),
        ("helps_with", "Rape / sexual assault", ["sexual-violence"]),
        ("helps_with", "Stalking & harassment", ["stalking-harassment"]),
        ("helps_with", "Fraud, burglary and hate crime", ["fraud-cyber", "burglary-theft", "hate-crime"]),
        ("who.audiences", "Children and young people", ["children", "young-people"]),
        ("areas", "Cumberland and Westmorland and Furness", ["cumberland", "westmorland-and-furness"]),
        ("languages", "English and Welsh", ["en", "cy"]),
        ("languages", "Polish & Urdu", ["pl", "ur"]),
        # One slip of the finger.
        ("kind", "Helplin", "helpline"),
        ("kind", "victim-hubb", "victim-hub"),
        ("helps_with", "Domestic vilence", ["domestic-abuse"]),
        ("helps_with", "Burgalry", ["burglary-theft"]),
        ("areas", "Cumbira", ["cumbria"]),
        # The legal form of a body is no other body.
        ("organisation", "Victim Support Ltd", "victim-support"),
        ("organisation", "Victim Support CIO", "victim-support"),
    ],
)
def test_what_can_mean_one_thing_alone_is_taken(field: str, said: str, read: str | list[str]) -> None:
    assert READER.read(field, Cell(said)) == read


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("kind", "Homeless service"),
        ("kind", "Homelessness"),
        ("kind", "Drop-in"),
        ("kind", "Housing support"),
        ("kind", "Mental health service"),
        ("kind", "Outreach"),
        ("kind", "Support"),
        ("kind", "Advocacy"),
        ("kind", "Older people"),
        ("helps_with", "Drugs"),
        ("helps_with", "Drugs and alcohol"),
        ("helps_with", "Online abuse"),
        ("helps_with", "Exploitation"),
        ("helps_with", "Threats"),
        ("helps_with", "Domestic"),
        ("helps_with", "Abuse"),
        ("helps_with", "Disability"),
        ("helps_with", "Bereavement"),
        ("helps_with", "Rape and housing"),
        ("who.audiences", "Women aged 18+"),
        ("who.audiences", "Girls"),
        ("who.audiences", "Over 60s"),
        ("areas", "North Cumbria"),
        ("areas", "City of London"),
        ("organisation", "Victim Suport"),
    ],
)
def test_what_may_mean_another_thing_is_asked(field: str, said: str) -> None:
    with pytest.raises(CellError):
        READER.read(field, Cell(said))


def test_in_our_own_table_nothing_is_guessed() -> None:
    ours = CellReader(READER.names, ours=True)

    with pytest.raises(CellError):
        ours.read("kind", Cell("Domestic abuse service"))


def test_an_organisation_of_an_office_may_be_added_under_its_own_name() -> None:
    other = {"victim-support-ltd": Organisation.model_validate({"name": "Victim Support Ltd"})}
    names = names_in(a_catalogue(a_service()), {name: str(one.name) for name, one in other.items()})

    assert CellReader(names, ours=False).read("organisation", Cell("Victim Support Ltd")) == "victim-support-ltd"


@pytest.mark.parametrize(
    ("field", "said", "read"),
    [
        ("status", "Active", "open"),
        ("status", "Live", "open"),
        ("referral", "Self-referral", ["self"]),
        ("referral", "Self or professional", ["self", "professional"]),
        ("referral", "Self referral / Agency referral", ["self", "professional"]),
        ("referral", "Anyone", ["any"]),
        ("who.ages.from", "16+", "16"),
        ("who.ages.from", "16 and over", "16"),
        ("who.ages.to", "25 years", "25"),
        ("contact.#.phone", "01632 960101 (24 hours)", "01632 960101"),
        ("contact.#.phone", "01632 960101 (ask for the team)", "01632 960101"),
    ],
)
def test_words_around_a_fact_are_not_the_fact(field: str, said: str, read: str | list[str]) -> None:
    assert READER.read(field, Cell(said)) == read


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("status", "Inactive"),
        ("referral", "GP"),
        ("who.ages.from", "over 16"),
        ("who.ages.from", "16 to 25"),
        ("contact.#.phone", "01632 960101 (old number)"),
    ],
)
def test_what_says_something_else_stays_as_it_is_and_is_named(field: str, said: str) -> None:
    assert READER.read(field, Cell(said)) in (said, [said])
