"""An office of any police area begins with a folder in which nothing is wrong and no other office is named."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from generator.content.load import load
from generator.content.loading.config import missing_folders, read_settings
from generator.model.catalogue import Catalogue
from generator.model.fields.text import slug_of
from generator.staff.new_site.areas import PoliceArea, area_called, police_areas
from generator.staff.new_site.hosts import FILES
from generator.staff.new_site.office_files import FIRST_LINES, NO_LINE, NewOffice, office_files
from generator.template_folder import SHIPPED

TODAY = date(2026, 11, 30)
AREAS = police_areas()
NOT_YET = {
    "no-test-results": "content/accessibility.md",
    "run-not-confirmed": "campaigns/example-know-your-rights.md",
    "bank-holidays-not-said": "services.yaml",
}
"""What is to be said of a site that nobody has worked on yet, and where."""


def a_new(area: PoliceArea, **changes: object) -> NewOffice:
    answers: dict[str, object] = {
        "area": area,
        "councils": area.councils,
        "office": area.office,
        "police": f"Police in {area.name}",
        "address": "https://help.example.org/",
        "languages": ("en",),
        "first_line": FIRST_LINES[0],
        "host": "none",
    }
    return NewOffice(**{**answers, **changes})  # type: ignore[arg-type]


def written(folder: Path, new: NewOffice) -> Path:
    for name, text in office_files(new, TODAY, "0.1.0").items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def checked(folder: Path) -> Catalogue:
    """What `check` reads; ContentError where it finds anything wrong."""
    text = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    settings = read_settings(text)
    assert missing_folders(folder, settings, text) == []
    return load(folder, settings, TODAY, to_publish=True)


def test_what_nobody_of_the_office_called_is_said_once_the_site_is_real(tmp_path: Path) -> None:
    folder = written(tmp_path, a_new(area_called("Essex")))
    config = folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("      demonstration: true\n", "")
    config.write_text(text, encoding="utf-8")
    (said,) = [one for one in checked(folder).advice if one.code == "checked-by-makers"]
    services = folder / "services.yaml"
    services.write_text(services.read_text(encoding="utf-8").replace("by: Waymark", "by: Sam Reed"), encoding="utf-8")

    assert str(said).startswith("services.yaml:")
    assert said.text == (
        "the makers of Waymark compared contacts with public sources (16 services), and nobody phoned; call each, "
        'then: waymark due --done report-to-the-police --contact all --by "Your name" --how phoned'
    )
    assert "checked-by-makers" not in {one.code for one in checked(folder).advice}


IN_THE_FIELD = re.compile(r"const found = half \|\| /(.+)/\.exec")
"""What the script beside each field takes for the first half of a postcode."""


def test_every_district_of_the_country_is_found_where_it_lies() -> None:
    """Each has an area, and the field reads it, alone and with a second half behind it."""
    script = (SHIPPED / "scripts" / "district.js").read_text(encoding="utf-8")
    pattern = re.compile(IN_THE_FIELD.findall(script)[0])
    lies_in: dict[str, list[str]] = {}
    for area in AREAS:
        for council in area.councils:
            for district in council.districts:
                lies_in.setdefault(district, []).append(council.name)
    not_read = [
        typed for one in lies_in for typed in (one, f"{one}1AA") if not (hit := pattern.match(typed)) or hit[0] != one
    ]

    assert len(lies_in) == 2525
    assert not_read == []
    assert max(map(len, lies_in.values())) > 3
    assert all(len(set(names)) == len(names) for names in lies_in.values())


def test_there_are_43_areas_and_each_has_councils_with_districts() -> None:
    assert len(AREAS) == 43
    assert sum(len(area.councils) for area in AREAS) == 318
    assert all(council.districts for area in AREAS for council in area.councils)


@pytest.mark.parametrize("area", AREAS, ids=lambda area: slug_of(area.name))
def test_a_new_site_of_each_area_has_nothing_to_mend(area: PoliceArea, tmp_path: Path) -> None:
    catalogue = checked(written(tmp_path, a_new(area)))

    assert {one.code: one.location.file for one in catalogue.advice} == NOT_YET
    mine = {district for council in area.councils for district in council.districts}
    assert {one for place in catalogue.areas.values() for one in place.postcodes} == mine


@pytest.mark.parametrize("area", AREAS, ids=lambda area: slug_of(area.name))
def test_a_new_site_names_no_other_office(area: PoliceArea) -> None:
    files = office_files(a_new(area), TODAY, "0.1.0")
    text = "\n".join(files.values())

    assert "[[" not in text
    if area.name != "Cumbria":
        assert re.findall("(?i)cumbri[a-z]*", text) == []


@pytest.mark.parametrize("line", [*FIRST_LINES, NO_LINE])
def test_each_line_that_is_offered_may_be_called_first(line: str, tmp_path: Path) -> None:
    catalogue = checked(written(tmp_path, a_new(area_called("Sussex"), first_line=line)))

    assert [str(one) for one in catalogue.advice if "everyone is offered" in str(one)] == []


def test_a_site_that_is_no_demonstration_any_more_has_nothing_to_mend_either(tmp_path: Path) -> None:
    folder = written(tmp_path, a_new(area_called("Essex")))
    config = folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("      demonstration: true\n", ""), encoding="utf-8")

    assert "demonstration: true" in text
    assert {one.code for one in checked(folder).advice} == {*NOT_YET, "example-address", "checked-by-makers"}


def test_nothing_of_the_example_of_a_campaign_is_confirmed(tmp_path: Path) -> None:
    (campaign,) = checked(written(tmp_path, a_new(area_called("Gwent")))).campaigns

    assert [run.confirmed for run in campaign.runs] == [None]


OFFERED = {
    "who agreed to a run": ("campaigns/example-know-your-rights.md", r"(to: [0-9-]+)\}", r"\1, {confirmed}}"),
    "what a test found": ("accessibility-results.yaml", r"(?m)^#   ", ""),
    "where a mistake is reported": ("mkdocs.yml", r"# Decide: where readers report a mistake\. ", ""),
    "on what terms": ("mkdocs.yml", r"# Decide: on what terms others may use your words and pictures\. ", ""),
    "a part that fails": ("content/accessibility.md", r"problems: \[\]", "problems: [{problem}]"),
    "the office itself": ("services.yaml", r"(?m)^  # (  )?(gwent-office:|name:|about:)", r"  \1\2"),
    "the page of the police": (
        "services.yaml",
        r"(?m)^    contact:\n(?=      - phone: .101)",
        "    contact:\n{page}\n",
    ),
}
"""Each line that a new site offers to whoever runs it: its file, and what becomes what when it is taken up."""


@pytest.mark.parametrize(("file", "old", "new"), OFFERED.values(), ids=OFFERED)
def test_each_line_that_is_offered_is_right_as_it_stands(tmp_path: Path, file: str, old: str, new: str) -> None:
    path = written(tmp_path, a_new(area_called("Gwent"))) / file
    text = path.read_text(encoding="utf-8")
    said = {
        "confirmed": re.findall(r"#   (confirmed: .*)", text),
        "problem": re.findall(r"fails: (\{.*\})\.", text),
        "page": ["\n".join(line.replace("# ", "", 1) for line in re.findall(r"  #     (?:- website| label).*", text))],
    }
    for name, found in said.items():
        if found and f"{{{name}}}" in new:
            new = new.replace(f"{{{name}}}", found[0])
    taken_up = re.sub(old, new, text)
    path.write_text(taken_up.replace("https://...", "https://www.example.org/report"), encoding="utf-8")

    assert taken_up != text
    assert checked(tmp_path)


def test_a_part_of_an_area_has_its_own_councils_alone(tmp_path: Path) -> None:
    area = area_called("sussex")
    catalogue = checked(written(tmp_path, a_new(area, councils=area.of("Adur, worthing"))))

    assert [name for name in catalogue.areas if name not in ("uk", "england-and-wales")] == [
        "sussex",
        "adur",
        "worthing",
    ]


def test_a_district_on_a_border_stands_under_each_council_that_holds_it() -> None:
    holding = [one.name for one in area_called("Cumbria").councils if "CA4" in one.districts]

    assert holding == ["Cumberland", "Westmorland and Furness"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("devon & cornwall", "Devon and Cornwall"),
        ("London", "London"),
        ("Metropolitan Police", "London"),
        ("gwent", "Gwent"),
    ],
)
def test_an_area_is_known_by_each_of_its_names(typed: str, meant: str) -> None:
    assert area_called(typed).name == meant


def test_a_slip_in_a_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(ValueError, match=r"'Sussx' is no police area of England and Wales; write Sussex"):
        area_called("Sussx")
    with pytest.raises(ValueError, match=r"'Worting' is no council of Sussex; write Worthing"):
        area_called("Sussex").of("Adur, Worting")


@pytest.mark.parametrize("host", FILES)
def test_the_files_for_a_host_need_no_makefile(host: str) -> None:
    own = office_files(a_new(area_called("Kent")), TODAY, "0.1.0")
    files = office_files(a_new(area_called("Kent"), host=host), TODAY, "0.1.0")

    assert len(files) == len(own) + len(FILES[host])
    assert [name for name, text in files.items() if re.search(r"\bmake (site|check|\.venv)", text)] == []
    assert [name for name, text in files.items() if "Copy to" in text] == []


WELSH = ("Dyfed-Powys", "Gwent", "North Wales", "South Wales")


@pytest.mark.parametrize("area", [area for area in AREAS if area.is_welsh], ids=lambda area: area.name)
@pytest.mark.parametrize("languages", [("en",), ("en", "cy"), ("cy",)], ids=" and ".join)
def test_an_office_in_wales_has_its_nation_and_the_helpline_for_it(
    area: PoliceArea, languages: tuple[str, ...], tmp_path: Path
) -> None:
    folder = written(tmp_path, a_new(area, languages=languages))
    catalogue = checked(folder)
    (helpline,) = [one for one in catalogue.services if one.id == "live-fear-free"]
    config = (folder / "mkdocs.yml").read_text(encoding="utf-8")

    assert catalogue.areas[slug_of(area.name)].within == "wales"
    assert (catalogue.areas["wales"].within, helpline.areas) == ("england-and-wales", ("wales",))
    assert [contact.source for contact in helpline.contact] == ["P73", "P73"]
    assert catalogue.documents["P73"].link == "https://www.gov.wales/live-fear-free/sexual-violence"
    assert ("Cymorth ar ôl trosedd: " in config) is ("cy" in languages)
    assert (f"site_name: Victim services in {area.name}" in config) is (languages[0] == "en")


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.name)
def test_only_an_office_in_wales_has_them(area: PoliceArea) -> None:
    text = office_files(a_new(area), TODAY, "0.1.0")["services.yaml"]

    assert (
        area.is_welsh is (area.name in WELSH) is ("live-fear-free" in text) is ("  wales:" in text) is ("P73" in text)
    )


def test_two_languages_have_each_page_and_the_campaign_in_both_and_nobody_has_read_the_other(tmp_path: Path) -> None:
    files = office_files(a_new(area_called("Gwent"), languages=("en", "cy"), office="The Gwent office"), TODAY, "0.1.0")
    pages = {name for name in files if name.endswith(".md")}
    welsh = {name for name in pages if name.endswith(".cy.md")}
    settings = read_settings(files["mkdocs.yml"])

    assert {name.replace(".cy.md", ".md") for name in welsh} == pages - welsh
    assert [name for name in welsh if files[name].splitlines().count("unread: yes") != 1] == []
    assert "The Gwent office sy'n rhedeg y wefan hon." in files["content/about.cy.md"]
    assert "yn ardal Gwent." in files["content/about.cy.md"]
    assert "ar 30 Tachwedd 2026." in files["content/privacy.cy.md"]
    assert [(code, one.site_name) for code, one in settings.languages.items()] == [
        ("en", None),
        ("cy", "Cymorth ar ôl trosedd: Gwent"),
    ]
    assert not any(name.endswith(".cy.md") for name in office_files(a_new(area_called("Gwent")), TODAY, "0.1.0"))
