"""Words that speak of another office as if it were this one are advice; a neighbour that is named is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.checks.handed_over import CAMPAIGN, DIRECTORY, left
from tests.photographs import a_picture

WHOSE = "and office.name says Kent; write your own"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"site": "Victim services in Cumbria"}, "mkdocs.yml:1:12: Cumbria"),
        ({"site": "VICTIM SERVICES IN CUMBRIA"}, "mkdocs.yml:1:12: Cumbria"),
        ({"site": "Help across Devon & Cornwall"}, "mkdocs.yml:1:12: Devon and Cornwall"),
        ({"site": "Cymorth yng Ngogledd Cymru"}, "mkdocs.yml:1:12: North Wales"),
        ({"url": "https://victims.cumbria-pfcc.gov.uk/"}, "mkdocs.yml:2:11: Cumbria"),
        ({"url": "https://help.northwales-pcc.gov.uk/"}, "mkdocs.yml:2:11: North Wales"),
        ({"more": "copyright: The Commissioner for Cumbria\n"}, "mkdocs.yml:9:12: Cumbria"),
        ({"more": "repo_url: https://github.com/cumbria-pcc/site\n"}, "mkdocs.yml:9:11: Cumbria"),
        ({"more": "site_author: Sussex PCC\n"}, "mkdocs.yml:9:14: Sussex"),
        ({"more": "extra: {social: [{link: https://www.sussex-pcc.gov.uk/}]}\n"}, "mkdocs.yml:9:25: Sussex"),
    ],
)  # fmt: skip
def test_settings_that_name_another_office_are_named(changes: dict[str, str], said: str, tmp_path: Path) -> None:
    place, other = said.rsplit(": ", 1)

    assert left(tmp_path, **changes) == [f"{place}: this is of the area of another office, {other}, {WHOSE} here"]


@pytest.mark.parametrize(
    "changes",
    [
        {"site": "Help in KENT"},
        {"site": "Help after crime"},
        {"office": "The commissioner’s office", "site": "Help in Kent"},
        {"office": "The office", "site": "Help", "url": "https://victims.kent-pcc.gov.uk/"},
        {"office": "The office", "site": "Help", "url": "https://victims.gov.uk/"},
        {"office": "Kent PCC", "site": "Help in Medway"},
        {"office": "Kent PCC", "site": "Help at 5 Durham Road"},
        {"office": "Kent PCC", "more": "copyright: Metropolitan lines, from London to the City of London\n"},
        {"office": "Kent PCC", "site": "Kent and the Kentish Weald"},
    ],
)
def test_settings_that_name_this_office_or_none_are_left_alone(changes: dict[str, str], tmp_path: Path) -> None:
    assert left(tmp_path, **changes) == []


def test_a_directory_of_another_office_is_named_once(tmp_path: Path) -> None:
    directory = DIRECTORY.replace("kent: {name: Kent,", "cumbria: {name: Cumbria,").replace("kent}", "cumbria}")
    directory = directory.replace("[kent]", "[cumbria]").replace(
        "kent-pcc: {name: Kent Police", "kent-pcc: {name: Cumbria Police"
    )

    assert left(tmp_path, directory.replace("medway: {name: Medway", "eden: {name: Eden")) == [
        "services.yaml:3:3: all services that are not national are for the area of another office, Cumbria, and "
        "office.name says Kent; write your own areas and services",
        "services.yaml:6:3: this is the office of another area, Cumbria, and office.name says Kent; write your own "
        "office here",
    ]


ADDRESS = "this address is of the office of another area, Cumbria; write your own, or take it out"
SPEAKS = "this speaks of Cumbria as your own area, and office.name says Kent; write your own words here"
NAMES = "this names the office of another area, Cumbria, and office.name says Kent; write your own office here"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("The Cumbria Police and Crime Commissioner pays for this.", f"7:5: {NAMES}"),
        ("Cumbria’s commissioner pays for this.", f"7:1: {NAMES}"),
        ("CUMBRIA OPCC pays for this.", f"7:1: {NAMES}"),
        ("The Office of the Police, Fire and Crime Commissioner for Cumbria pays.", f"7:59: {NAMES}"),
        ("## Help in Cumbria", f"7:12: {SPEAKS}"),
        ("## Cumbria", f"7:4: {SPEAKS}"),
        ("In Cumbria the commissioner's office deals with complaints.", f"7:4: {SPEAKS}"),
        ("People across Cumbria can call us.", f"7:15: {SPEAKS}"),
        ("To report it, call Cumbria Police.", f"7:20: {SPEAKS}"),
        ("Write to help@cumbria-pfcc.gov.uk.", f"7:10: {ADDRESS}"),
        ("Comisiynydd yr Heddlu a Throseddu Gwent sy'n talu.", "7:35: " + NAMES.replace("Cumbria", "Gwent")),
        # A neighbour, a quotation, a link, a comment, a study, a street, both offices.
        ("If you live in Cumbria, see its own site.", None),
        ("We also help people who moved from a home in Cumbria.", None),
        ("> In Cumbria we listen.", None),
        ("She said “in Cumbria we were believed”.", None),
        ("See [victim services in Cumbria](https://cumbria-pfcc.gov.uk/).", None),
        ("See https://cumbria-pfcc.gov.uk/.", None),
        ("A study in Cumbria found this.", None),
        ("We are in Durham Road.", None),
        ("Cumbria Police gave these tips.", None),
        ("The Kent and Cumbria commissioners wrote this together, in Cumbria and in Kent.", None),
        ("Report Fraud is run by the City of London Police. We work in the West Midlands way.", None),
        ("In Kent we help everyone.", None),
        # Where it happened, where somebody sits, what was told there; another office's due; several areas in a row.
        ("If it happened in Cumbria, call Cumbria Police.", None),
        ("When the crime took place in Cumbria, that force will look into it.", None),
        ("For a crime in Cumbria, call 101 and ask for Cumbria Police.", None),
        ("Anyone hurt in Cumbria can still call us.", None),
        ("You may be asked to give evidence in Cumbria.", None),
        ("The national team is based in Cumbria.", None),
        ("Its office is in Cumbria, and it helps people everywhere.", None),
        ("The charity began in Cumbria in 1998.", None),
        ("Police in Cumbria have warned of this fraud.", None),
        ("A woman in Cumbria lost her savings to such a call.", None),
        ("She lived in Cumbria at the time.", None),
        ("Do not call Cumbria Police about this.", None),
        ("The nearest refuge with room may be in Cumbria.", None),
        ("You can go to the centre in Cumbria.", None),
        ("Victim Support in Cumbria has a number of its own.", None),
        ("## If the crime happened in Cumbria", None),
        ("## In Cumbria and in Essex", None),
        ("In Cumbria, Essex and Sussex people made this film.", None),
        ("Cumbria Castle is in Cumbria Docks.", None),
        ("Read what the Cumbria Police and Crime Commissioner says.", None),
        ("The Commissioner for Cumbria leads on this for all commissioners in England and Wales.", None),
        ("This page is based on words of the Cumbria PCC.", None),
        ("Thanks to the Cumbria Police and Crime Commissioner for these words.", None),
        ("With kind permission of Cumbria PCC.", None),
        ("People from Cumbria can call Cumbria PCC instead.", None),
        # What is left behind is still named.
        ("From November 2020 to October 2021 there were 63 reports in Cumbria.", f"7:61: {SPEAKS}"),
        ("Modern slavery happens in Cumbria too.", f"7:27: {SPEAKS}"),
        ("In Cumbria you can talk to someone at any time.", f"7:4: {SPEAKS}"),
        ("Victims in Cumbria have these rights.", f"7:12: {SPEAKS}"),
        ("We help across the whole of Cumbria.", f"7:29: {SPEAKS}"),
    ],
)  # fmt: skip
def test_words_that_speak_of_another_office_as_this_one_are_named(words: str, said: str | None, tmp_path: Path) -> None:
    expected = [f"campaigns/a.md:{said}"] if said else []

    found = left(tmp_path, **{"campaigns/a.md": CAMPAIGN.format(record="", words=words)})

    assert [one for one in found if "another" in one or "your own" in one] == expected


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("content/about.md", "---\ntitle: Help in Cumbria\n---\n# About\n", f"2:8: {SPEAKS}"),
        ("content/about.md", "---\ndescription: Cumbria and us\n---\n# About\n", f"2:14: {SPEAKS}"),
        ("content/privacy.md", "# Privacy\n\nWe are the commissioner for Cumbria.\n", f"3:29: {NAMES}"),
        (
            "content/stay-safe.md",
            "---\nchecked: {on: 2026-11-20, by: Cumbria OPCC, how: read}\n---\n# Safe\n",
            f"2:31: {NAMES}",
        ),
    ],
)
def test_standing_pages_that_speak_of_another_office_are_named(file: str, text: str, said: str, tmp_path: Path) -> None:
    assert left(tmp_path, **{file: text}) == [f"{file}:{said}"]


def test_an_area_that_a_service_here_is_for_may_be_spoken_of_and_its_office_beside_this_one(tmp_path: Path) -> None:
    directory = DIRECTORY.replace("  medway:", "  cumbria: {name: Cumbria, within: england}\n  medway:")
    directory = directory.replace("areas: [kent]", "areas: [kent, cumbria]").replace(
        "[kent-pcc]", "[kent-pcc, cumbria-pfcc]"
    )
    directory = directory.replace("  victim-support:", "  cumbria-pfcc: {name: Cumbria PFCC}\n  victim-support:")

    assert (
        left(
            tmp_path,
            directory,
            **{"content/about.md": "# In Cumbria and Kent\n\nIn Cumbria call. Cumbria PFCC pays.\n"},
        )
        == []
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("cumbria-pfcc.png", "Cumbria"),
        ("Logo_North_Wales.png", "North Wales"),
        ("kent-pcc.png", None),
        ("cumbria-lake.png", None),
    ],
)
def test_a_picture_that_is_named_for_another_office_is_named(name: str, said: str | None, tmp_path: Path) -> None:
    folder = tmp_path / "site" / "content" / "images"
    folder.mkdir(parents=True)
    (folder / name).write_bytes(a_picture())
    (folder.parent / "help.md").write_text(f"# Help\n\n![A door](images/{name})\n", encoding="utf-8")
    words = f"this file is named for the office of another area, {said}; delete it, or use your own"

    assert left(tmp_path) == ([f"content/images/{name}:1:1: {words}"] if said else [])


def test_words_of_a_service_that_name_another_office_are_named(tmp_path: Path) -> None:
    directory = DIRECTORY.replace("Free, private help after any crime.", "Paid for by Cumbria PCC; also for Cumbria.")

    assert left(tmp_path, directory) == [f"services.yaml:14:14: {NAMES}"]
