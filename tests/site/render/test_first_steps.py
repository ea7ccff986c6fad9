"""The page of a crime says what to do first, above the services: its number or link, what it rests on."""

from __future__ import annotations

import re

from generator.content.loading.steps_of_crimes import shipped_steps
from generator.l10n.localise import localised
from generator.l10n.translations import PoTranslations
from generator.model.emergency import FirstSteps
from generator.output import Page
from generator.site.render.finder import what_happened_pages
from tests.builders import a_catalogue, a_service
from tests.sites import some_templates

STEPS = FirstSteps.model_validate(
    {
        "checked": {"on": "2026-11-20", "by": "Communications team", "how": "read the pages"},
        "steps": [
            {"says": "Call your bank & card firm.", "phone": "159", "sources": ["force", "S000 2.2"]},
            {
                "says": "Then report it.",
                "link": "https://www.example.org/report?a=1&b=2",
                "name": "Report it online",
                "sources": ["force", "A leaflet"],
            },
        ],
        "sources": {"force": {"title": "Fraud advice", "link": "https://www.example.org/", "read": "2026-11-19"}},
    }
)
CRIME = "what-happened/fraud-cyber/"


def pages(steps: FirstSteps | None = STEPS) -> dict[str, Page]:
    services = [a_service(id="any"), a_service(id="near", helps_with=["fraud-cyber"], areas=["cumberland"])]
    templates = some_templates(*services, first_steps={"fraud-cyber": steps} if steps else {})
    return {page.address: page for page in what_happened_pages(templates)}


def test_the_steps_stand_below_the_sentence_about_the_crime_and_above_every_service() -> None:
    body = pages()[CRIME].body

    assert body.index('class="lead"') < body.index("What to do first") < body.index('href="/services/')


def test_each_line_has_its_number_or_its_link() -> None:
    body = pages()[CRIME].body

    assert "<li>Call your bank &amp; card firm." in body
    assert '<a href="tel:159">159</a>' in body
    assert (
        '<a href="https://www.example.org/report?a=1&amp;b=2" rel="noreferrer noopener">Report it online</a> '
        '<span class="quiet">example.org</span>'
    ) in body
    assert "This call may show in the phone's call list and on the bill." in body


def test_what_the_lines_rest_on_is_named_once_with_its_day_and_who_checked() -> None:
    body = pages()[CRIME].body
    facts = re.search(r'<details class="sources">(.*?)</details>', body, re.DOTALL)

    assert facts is not None
    assert re.findall(r"<li>(.*?)</li>", facts[1]) == [
        '<a href="https://www.example.org/" rel="noreferrer noopener">Fraud advice</a>. Read on 19 November 2026.',
        "S000 2.2.",
        "A leaflet.",
    ]
    assert "Checked on 20 November 2026 by Communications team (read the pages)." in facts[1]


def test_the_pages_of_parts_of_the_area_say_the_same_and_other_crimes_nothing() -> None:
    made = pages()

    assert [address for address, page in made.items() if "What to do first" in page.body] == [
        address for address in made if address.startswith(CRIME)
    ]
    assert len([address for address in made if address.startswith(CRIME)]) > 1
    assert "What to do first" not in made["what-happened/any-crime/"].body


def test_no_steps_leave_no_heading() -> None:
    emptied = STEPS.model_copy(update={"steps": ()})

    assert all("What to do first" not in page.body for steps in (None, emptied) for page in pages(steps).values())


def test_what_ships_is_english_until_somebody_has_read_its_translation() -> None:
    first = shipped_steps()["fraud-cyber"].steps[0]
    words = {str(first.says): "Ffoniwch eich banc yn gyntaf."}
    catalogue = a_catalogue(first_steps={"fraud-cyber": shipped_steps()["fraud-cyber"]})

    read = localised(catalogue, PoTranslations.of("cy", words)).first_steps["fraud-cyber"].steps[0]
    unread = localised(catalogue, PoTranslations.of("cy", {"Wait": "Aros"})).first_steps["fraud-cyber"].steps[0]
    assert read.says.into("cy") == "Ffoniwch eich banc yn gyntaf."
    assert unread.says.by_language == {"en": str(first.says)}


def test_every_line_that_ships_names_pages_that_were_read() -> None:
    for crime, one in shipped_steps().items():
        assert one.checked is not None, crime
        assert 2 <= len(one.steps) <= 5, crime
        assert set(one.every_source) == set(one.sources), crime
        assert all(page.read <= one.checked.on for page in one.sources.values()), crime


def test_numbers_of_lines_that_ship_stand_where_they_are_held_to_the_rules() -> None:
    said = [f"{step.says} {step.name or ''}" for one in shipped_steps().values() for step in one.steps]

    assert [text for text in said if re.search(r"\d[\d ]{4,}", text)] == []


def test_a_line_for_adults_is_not_on_the_page_for_whoever_is_under_18() -> None:
    steps = shipped_steps()["image-abuse"]
    line = a_service(id="adults", helps_with=["image-abuse"], who={"audiences": ["adults"], "ages": {"from": 18}})
    templates = some_templates(line, a_service(id="any"), first_steps={"image-abuse": steps})
    made = {page.address: page.body for page in what_happened_pages(templates)}
    grown, young = made["what-happened/image-abuse/"], made["what-happened/image-abuse/under-18/"]

    assert "18 or over? You can tell the police." in grown
    assert "18 or over?" not in young
    assert "Report Remove" in young


def test_whoever_is_under_18_is_asked_only_where_it_changes_something() -> None:
    """Somebody for the young alone who helps with another crime changes nothing on this one's page."""
    childline = {"id": "young", "who": {"audiences": ["children"]}}
    other = a_service(**childline, helps_with=["homicide"])
    same = a_service(**childline, helps_with=["any-crime"])

    for service, is_asked in ((other, False), (same, True)):
        made = what_happened_pages(some_templates(a_service(), service))
        (body,) = (page.body for page in made if page.address == CRIME)
        assert ("Are you under 18?" in body) is is_asked
