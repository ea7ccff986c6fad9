"""What an office writes to do first is checked line by line; what ships gives way to it and to what is kept back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from generator.content.checks import crimes_without_steps, steps_that_ship
from generator.content.loading.config import read_settings
from generator.content.loading.content import Content
from generator.content.loading.folder import left_in, read_folder
from generator.diagnostics import ContentError
from generator.model.catalogue import Catalogue
from tests.content.checks.handed_over import DIRECTORY, left, site

FILE = "content/crimes/fraud-cyber.md"
STEPS = """\
---
checked: {on: 2026-11-20, by: Communications team, how: read the pages}
steps:
  - says: Call your bank first.
    phone: "159"
    sources: [force]
  - says: Then tell us.
    link: https://www.example.org/report
    name: Report it online
    sources: [S001 2.2, A leaflet of ours]
sources:
  force: {title: Fraud advice (our force), link: https://www.example.org/fraud, read: 2026-11-20}
---
"""


def wrong(folder: Path, directory: str = DIRECTORY, more: str = "", **files: str) -> list[str]:
    with pytest.raises(ContentError) as refused:
        site(folder, directory, more, **files)
    return [str(one) for one in refused.value.problems]


def about_the_file(said: Iterable[object]) -> list[str]:
    """What is said of it, but that example.org is no real address."""
    return [str(one) for one in said if FILE in str(one) and "for examples" not in str(one)]


def says(catalogue: Catalogue, crime: str = "fraud-cyber") -> list[str]:
    return [str(step.says) for step in catalogue.first_steps[crime].steps]


def test_an_offices_own_lines_take_the_place_of_those_that_ship(tmp_path: Path) -> None:
    shipped, own = site(tmp_path / "a"), site(tmp_path / "b", **{FILE: STEPS})

    assert says(shipped)[0] == "Call your bank first: the number on your card, or 159."
    assert says(own) == ["Call your bank first.", "Then tell us."]
    assert says(own, "hate-crime") == says(shipped, "hate-crime")
    assert not about_the_file(own.advice)


def test_a_file_without_lines_takes_them_away(tmp_path: Path) -> None:
    catalogue = site(tmp_path, **{FILE: "---\nsteps: []\n---\n"})

    assert says(catalogue) == []
    assert not any("fraud" in str(one) for one in catalogue.advice)


def test_a_file_of_steps_is_no_page_and_no_link_leads_to_it(tmp_path: Path) -> None:
    catalogue = site(tmp_path, **{FILE: STEPS})

    assert "crimes/fraud-cyber.md" not in catalogue.standing.files
    assert "crimes/fraud-cyber/" not in catalogue.standing.addresses
    assert "crimes/fraud-cyber/" not in {page.address for page in catalogue.titled}


def test_a_page_in_that_folder_without_steps_is_a_page_as_it_was(tmp_path: Path) -> None:
    words = "# After fraud\n\nsteps: one and two\n"
    catalogue = site(tmp_path, **{FILE: words})

    assert "crimes/fraud-cyber.md" in catalogue.standing.files
    assert says(catalogue)[0].startswith("Call your bank first: the")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("    sources: [force]\n", "", '4:5: "sources" is missing; write sources: [P07]'),
        ("[force]", "[]", '6:14: "sources" is an empty list; write sources: [P07]'),
        ("[force]", "[forse]", "6:15: 'forse' is not below sources: in this file; did you mean \"force\"?"),
        (
            "[force]",
            "[nhs]",
            "6:15: 'nhs' is not below sources: in this file; add it: nhs: {title: ..., read: 2026-11-22}",
        ),
        ("S001 2.2", "S009", "10:15: 'S009' is not in the list of sources; add it there, or cite it in plain words"),
        ("    name: Report it online\n", "", "7:5: nobody sees what this link does; write name: Report it online"),
        ("read: 2026-11-20", "read: 2026-11-23", "12:87: 2026-11-23 is in the future; write the day it was done, "
         "2026-11-22 at the latest"),
        ("on: 2026-11-20", "on: 2026-11-23", "2:15: 2026-11-23 is in the future; write the day it was done, "
         "2026-11-22 at the latest"),
        ("https://www.example.org/fraud", "http://www.example.org/fraud", "12:50: a source's link begins with "
         "https://; leave the link out if the page has none"),
        ('"159"', "0300 12", "5:12: '0300 12' can't be a UK phone number; write it as 0300 123 4567"),
        ("---\n\n", "---\nWords.\n", ""),
        ("steps:\n", "steps:\n" + "  - {says: Wait., sources: [force]}\n" * 4, "4:3: there are 6 lines, and people "
         "read 5; keep the most urgent"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_at_its_place(before: str, after: str, told: str, tmp_path: Path) -> None:
    text = STEPS.replace(before, after, 1)
    if told:
        assert wrong(tmp_path, **{FILE: text}) == [f"{FILE}:{told}"]


def test_words_below_the_steps_would_be_seen_by_nobody(tmp_path: Path) -> None:
    assert wrong(tmp_path, **{FILE: f"{STEPS}\nCall us.\n"}) == [
        f"{FILE}:15:1: the page of a crime shows its steps alone, and nothing of these words; take them out"
    ]


def test_steps_of_no_crime_would_be_seen_by_nobody(tmp_path: Path) -> None:
    assert wrong(tmp_path, **{"content/crimes/fraud-ciber.md": STEPS, "content/crimes/own.md": STEPS}) == [
        "content/crimes/fraud-ciber.md:1:1: 'fraud-ciber' is no type of crime, so no page shows these steps; "
        'did you mean "fraud-cyber"?',
        "content/crimes/own.md:1:1: 'own' is no type of crime, so no page shows these steps; give the file the name "
        "of one: fraud-cyber.md",
    ]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            "checked: {on: 2026-11-20, by: Communications team, how: read the pages}\n",
            "",
            "1:1: nobody has checked this page; add checked: {on: ..., by: ..., how: ...}",
        ),
        (
            "on: 2026-11-20",
            "on: 2026-05-20",
            "2:15: last checked on 2026-05-20, more than 180 days ago; read the page again, and write the day",
        ),
        (
            "[S001 2.2, ",
            "[",
            "",
        ),
        (
            "sources: [force]",
            "sources: [A leaflet of ours]",
            "12:10: no line rests on 'force'; name it in the line that it says, or take it out",
        ),
    ],
)
def test_what_could_be_better_is_advice(before: str, after: str, told: str, tmp_path: Path) -> None:
    said = left(tmp_path, **{FILE: STEPS.replace(before, after, 1)})

    assert about_the_file(said) == ([f"{FILE}:{told}"] if told else [])


@pytest.mark.parametrize("number", ["101", "0808 157 0199"])
def test_no_line_has_a_number_that_has_ended(number: str, tmp_path: Path) -> None:
    gone = f"retired_numbers:\n  - {{number: {number}, was: old line, source: S001}}\n"

    assert wrong(tmp_path, DIRECTORY + gone, **{FILE: STEPS.replace("159", number)}) == [
        f"{FILE}:5:{12 + (len(number) > 3)}: {number} is retired (old line); take it out, or find the new number"
    ]


def test_no_line_has_a_number_for_professionals_or_one_that_waits(tmp_path: Path) -> None:
    waits = DIRECTORY.replace(
        "    areas: [kent]\n", "    areas: [kent]\n    contact:\n      - {phone: 0808 157 0123}\n"
    )
    theirs = waits.replace("0123}", "0123, for: professionals}\n    checked: {on: 2026-11-20, by: Us, how: phoned}")
    own = {FILE: STEPS.replace("159", "0808 157 0123")}

    assert wrong(tmp_path / "a", waits, **own) == [
        f"{FILE}:5:13: 0808 157 0123 is not checked, so nobody may see it; take it out, or record a check: "
        "waymark due --done a-line"
    ]
    assert wrong(tmp_path / "b", theirs, **own) == [
        f"{FILE}:5:13: 0808 157 0123 is for professionals alone (a-line), and these words are for everyone; "
        "take it out, or take away for: professionals where it stands"
    ]


@pytest.mark.parametrize(
    "kept_back",
    [
        "retired_numbers:\n  - {number: 0300 123 2040, was: Action Fraud, source: S001}\n",
        "  - id: fraud\n    name: Fraud\n    kind: reporting\n    organisation: victim-support\n    summary: Tell us.\n"
        "    helps_with: [fraud-cyber]\n    areas: [kent]\n    contact:\n      - {phone: 0300 123 2040}\n",
        "  - id: fraud\n    name: Fraud\n    kind: reporting\n    organisation: victim-support\n    summary: Tell us.\n"
        "    helps_with: [fraud-cyber]\n    areas: [kent]\n    for: professionals\n    contact:\n"
        "      - {phone: 0300 123 2040}\n    checked: {on: 2026-11-20, by: Us, how: phoned}\n",
    ],
    ids=["retired", "unchecked", "professionals"],
)
def test_a_line_that_ships_gives_way_to_what_a_site_keeps_back(kept_back: str, tmp_path: Path) -> None:
    at = "sources:\n  S001" if kept_back.startswith("  -") else ""
    directory = DIRECTORY.replace(at, kept_back + at) if at else DIRECTORY + kept_back
    catalogue = site(tmp_path, directory)

    assert not any("Report Fraud" in one for one in says(catalogue))
    assert len(says(catalogue)) == 3
    assert [str(one) for one in catalogue.advice if "goes without" in str(one)] == [
        "mkdocs.yml:1:1: the page of fraud-cyber goes without 'Then tell Report Fraud.': it leads to "
        "what this site keeps back; write content/crimes/fraud-cyber.md, with what holds here"
    ]


def test_a_website_that_has_ended_takes_the_line_that_leads_there_along(tmp_path: Path) -> None:
    gone = "retired_addresses:\n  - {address: https://www.nhs.uk/sarcs, was: old page, source: S001}\n"
    catalogue = site(tmp_path, DIRECTORY + gone)

    assert not any("centres" in one for one in says(catalogue, "sexual-violence"))


def test_an_offices_own_file_stays_though_what_ships_would_be_left_out(tmp_path: Path) -> None:
    gone = "retired_numbers:\n  - {number: 0300 123 2040, was: Action Fraud, source: S001}\n"
    catalogue = site(tmp_path, DIRECTORY + gone, **{FILE: STEPS})

    assert says(catalogue) == ["Call your bank first.", "Then tell us."]
    assert not any("goes without" in str(one) for one in catalogue.advice)


def test_the_welsh_of_a_line_stands_beside_its_english(tmp_path: Path) -> None:
    welsh = "---\nsteps:\n  - {says: Ffoniwch eich banc.}\n  - {says: Dywedwch wrthym., name: Rhoi gwybod}\n---\n"
    more = "      languages: {en: {}, cy: {site_name: Help yng Nghaint}}\n"
    own = site(tmp_path, DIRECTORY, more, **{FILE: STEPS, FILE.replace(".md", ".cy.md"): welsh})

    steps = own.first_steps["fraud-cyber"].steps
    assert [step.says.into("cy") for step in steps] == ["Ffoniwch eich banc.", "Dywedwch wrthym."]
    assert [step.says.into("en") for step in steps] == ["Call your bank first.", "Then tell us."]
    assert steps[1].name.into("cy") == "Rhoi gwybod"
    assert "crimes/fraud-cyber.cy.md" not in own.standing.files


@pytest.mark.parametrize(
    ("welsh", "told"),
    [
        ("---\nsteps:\n  - {says: Ffoniwch.}\n---\n", "3:3: there are 1 lines here, and 2 in the first language; "
         "write each line once"),
        ('---\nsteps:\n  - {says: Ffoniwch., phone: "159"}\n  - {says: Wedyn.}\n---\n', '3:23: "phone" is said of all '
         "languages at once; write it in the first language's file alone"),
        ("---\nsteps:\n  - {says: A.}\n  - {says: B.}\nsources: {}\n---\n", '5:1: "sources" is said of all languages '
         "at once; write it in the first language's file alone"),
        ("Ffoniwch.\n", None),
    ],
)  # fmt: skip
def test_a_mistake_in_the_welsh_is_named_at_its_place(welsh: str, told: str | None, tmp_path: Path) -> None:
    more = "      languages: {en: {}, cy: {site_name: Help yng Nghaint}}\n"
    twin = FILE.replace(".md", ".cy.md")
    found = wrong(tmp_path, DIRECTORY, more, **{FILE: STEPS, twin: welsh})

    assert found == [f"{twin}:{told}"] if told else all(one.startswith(twin) for one in found)


def read(folder: Path, today: date, directory: str = DIRECTORY) -> Content:
    site(folder, directory)
    settings = read_settings((folder / "mkdocs.yml").read_text(encoding="utf-8"))
    return read_folder(folder, settings, today, {}, left_in(folder, settings, {})).value


def test_a_crime_that_nothing_is_said_of_is_told_once_for_all(tmp_path: Path) -> None:
    directory = DIRECTORY.replace("[any-crime]", "[any-crime, robbery, criminal-damage, fraud-cyber]")
    content = read(tmp_path, date(2026, 12, 1), directory)

    assert [str(one) for one in crimes_without_steps.check(content)] == [
        "mkdocs.yml:1:1: nothing says what to do first after: robbery, criminal-damage; write it in "
        "content/crimes/robbery.md, from pages of public bodies"
    ]
    assert [one.severity for one in crimes_without_steps.check(content)] == ["notice"]


def test_what_ships_is_due_after_half_a_year(tmp_path: Path) -> None:
    fresh, due = read(tmp_path / "a", date(2027, 5, 29)), read(tmp_path / "b", date(2027, 5, 30))

    assert list(steps_that_ship.check(fresh)) == []
    assert [str(one) for one in steps_that_ship.check(due)] == [
        "mkdocs.yml:1:1: the steps that come with Waymark were last checked on 2026-11-30, more than 180 days ago; "
        "install a newer Waymark, or read them and write your own"
    ]
