"""999, 55, 999 BSL, text 999 and 18000 are on every site: an office adds lines, and can neither change nor lose one."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from generator.content.checks import emergency_lines_twice, shipped_contacts
from generator.content.loading.service_directory import read_directory
from generator.content.loading.shipped import lines_of_site, shipped_lines
from generator.l10n.localise import localised
from generator.l10n.translations import PoTranslations
from generator.model.fields.text import Words
from tests.builders import a_catalogue, a_services_yaml, said
from tests.checks_of import a_content, found_by

SHIPPED = [
    ("Call 999", "999", None),
    ("Cannot speak? Press 55", None, None),
    ("999 BSL (British Sign Language)", None, "https://www.999bsl.co.uk/"),
    ("Text 999", None, None),
    ("Use a textphone or text relay", "18000", None),
]
TEMPLATE = Path(__file__).parents[3] / "overrides" / "words" / "template.pot"


def with_lines(*lines: str, more: str = "") -> tuple[list[str], list[str], list[str]]:
    """What the site says behind the shipped lines, the advice, and the problems of a directory with these lines."""
    text = a_services_yaml(
        more="".join(("emergency:\n" if lines else "", *(f"  - {{{one}}}\n" for one in lines), more))
    )
    directory, problems = read_directory({"services.yaml": text})
    assert problems == []
    whole = lines_of_site(directory, "en")
    assert whole[: len(SHIPPED)] == shipped_lines()
    own = [str(line.say) for line in whole[len(SHIPPED) :]]
    content = a_content(directory=directory)
    return own, said(found_by([emergency_lines_twice], content)), said(found_by([shipped_contacts], content))


def test_what_ships_is_these_five_each_with_its_source() -> None:
    found = [(str(one.say), one.phone.dial if one.phone else None, one.link) for one in shipped_lines()]

    assert found == SHIPPED
    assert all(line.source and line.text for line in shipped_lines())


def test_every_word_that_ships_waits_for_its_translators() -> None:
    with TEMPLATE.open("rb") as file:
        known = {message.id for message in read_po(file)}

    assert {str(words) for line in shipped_lines() for words in (line.say, line.text)} - known == set()


def test_a_site_that_says_nothing_of_danger_has_every_line() -> None:
    assert with_lines() == ([], [], [])


def test_a_line_of_an_office_is_in_the_language_of_its_site_where_it_names_none() -> None:
    line = "{say: Ffoniwch 112, phone: '112', text: {en: It leads to 999., cy: Yr un lle.}, source: ours}"
    directory, _ = read_directory({"services.yaml": a_services_yaml(more=f"emergency: [{line}]\n")})
    own = localised(a_catalogue(emergency=lines_of_site(directory, "cy")), PoTranslations.of("cy", {"Wait": "Aros"}))

    assert [
        [text.by_language for text in (line.say, line.text) if isinstance(text, Words)] for line in own.emergency[-1:]
    ] == [[{"cy": "Ffoniwch 112"}, {"en": "It leads to 999.", "cy": "Yr un lle."}]]


def test_an_office_s_own_line_stands_behind_those_that_ship() -> None:
    own, advice, problems = with_lines(
        "say: Call 112, phone: '112', text: It leads to 999., source: ours",
        "say: Call 101 if it can wait, phone: '101', text: The police., source: ours",
    )

    assert (own, advice, problems) == (["Call 112", "Call 101 if it can wait"], [], [])


@pytest.mark.parametrize(
    ("line", "shipped"),
    [
        ("say: Call 999, phone: '999', text: Call now., source: ours", "Call 999"),
        ("say: Never call, phone: '999', text: It is for the police alone., source: ours", "Call 999"),
        ("say: CALL  999!, phone: 01632 960001, text: Call now., source: ours", "Call 999"),
        ("say: By text relay, phone: 18001 999, text: Type., source: ours", "Call 999"),
        ("say: 'cannot speak: press 55', text: Tap it., source: ours", "Cannot speak? Press 55"),
        ("say: Sign, link: 'http://999bsl.co.uk/app', text: An app., source: ours", "999 BSL (British Sign Language)"),
        (
            "say: 999 bsl, link: 'https://bsl.example.org/', text: An app., source: ours",
            "999 BSL (British Sign Language)",
        ),
        ("say: '{en: Text 999, cy: Tecstiwch 999}', text: Register., source: ours", "Text 999"),
        ("say: Minicom, phone: '18000', text: For deaf people., source: ours", "Use a textphone or text relay"),
    ],
)
def test_a_line_that_repeats_or_contradicts_one_is_left_out_and_told(line: str, shipped: str) -> None:
    own, advice, _ = with_lines(line.replace("'{", "{").replace("}'", "}"))

    assert own == []
    assert [one.partition(": ")[2] for one in advice] == [
        f"'{shipped}' comes with Waymark, and the site shows that; take this line out"
    ]


@pytest.mark.parametrize(
    ("more", "what"),
    [
        ("retired_numbers:\n  - {number: '999', was: ours, source: ours}\n", "999"),
        ("retired_numbers:\n  - {number: 18 000, was: ours, source: ours}\n", "18 000"),
        ("retired_addresses:\n  - {address: 999bsl.co.uk, was: ours, source: ours}\n", "999bsl.co.uk"),
        (
            "retired_addresses:\n  - {address: 'https://www.999bsl.co.uk/', was: x, source: y}\n",
            "https://www.999bsl.co.uk/",
        ),
    ],
)
def test_no_office_retires_what_ships(more: str, what: str) -> None:
    _, _, problems = with_lines(more=more)

    assert [one.partition(": ")[2] for one in problems] == [
        f"'{what}' comes with Waymark, and no site can retire it; take this out"
    ]


def test_another_number_or_address_is_retired_as_ever() -> None:
    more = "retired_numbers:\n  - {number: 0845 30 30 900, was: x, source: y}\n"
    more += "retired_addresses:\n  - {address: bsl.example.org, was: x, source: y}\n"

    assert with_lines(more=more) == ([], [], [])
