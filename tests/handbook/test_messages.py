"""Every sentence that an author can meet is explained in the handbook; a new one without an entry fails here."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from generator.content.checks import raw_html
from generator.privacy import address_words, normalise, withheld, withheld_search
from tests.handbook.said import messages, sentences

PAGE = (Path(__file__).parents[2] / "docs" / "handbook" / "messages.md").read_text(encoding="utf-8")
AN_ENTRY = re.compile(r"^(`+) ?(.+?) ?\1\n:   (.+?)(?=\n\n|\n\Z|\Z)", re.MULTILINE | re.DOTALL)
ENTRIES = {found[1]: found[2] for found in (hit.group(1, 2, 3) for hit in AN_ENTRY.finditer(PAGE))}
NOT_SAID_HERE = (
    "generator/model/unwanted_names.py",
    "generator/model/awareness_dates.py",
    "generator/model/fields/age_words.py",
    "generator/model/fields/hour_words.py",
    "generator/model/fields/stray_characters.py",
    "generator/model/fields/typed_time_ranges.py",
    "generator/model/force_areas.py",
    "generator/model/whom_words.py",
    "generator/privacy/coordinate_search.py",
    "generator/privacy/landmark_patterns.py",
    "generator/privacy/adjacent_numbers.py",
    "generator/privacy/pictures/",
    "generator/privacy/prefilter.py",
    "generator/privacy/quick_look.py",
    "generator/privacy/redact.py",
    "generator/privacy/telling_patterns.py",
    "generator/privacy/scan.py",
    "generator/privacy/whereabouts.py",
)
"""The list of awareness days comes with Waymark: no author writes one. The others hold patterns and names."""
PARTS = frozenset(
    {
        # Examples, which stand behind "write".
        "Free, private help after any crime.",
        "A phone on a table, with a message on it",
        "If someone you met online asks for money, talk to us first.",
        "0845 30 30 900",
        "The Victims' Code says what help you should get.",
        "You must be told things in a way you can understand.",
        "We tested it ourselves, with a keyboard and a screen reader.",
        "Victim services in Cumbria",
        "{name: Office of the Police and Crime Commissioner}",
        "Someone you met online asks for money. There is help.",
        "Call if you or someone else is in danger.",
        "Office of the Police and Crime Commissioner",
        'files: {"…": "Read by Sam Reed on 2026-11-20"}',
        "1 High Street, Carlisle",
        "[{name: Carlisle office, show: never}]",
        "Tu 10:00-12:00; PH off",
        '[{name: Harbour Library, show: full, hours: "Tu 10:00-12:00; PH off"}]',
        ".png, .jpg or .gif",
        'write them as "Mo-Fr 09:00-17:00; PH off", or 24/7',
        "Mo-Fr 09:00-17:00; PH off",
        "write it as 0300 123 4567",
        "an id such as victim-support-cumbria",
        # What stands in the place of an author's words, for others.
        "of some lines here",
        "a value that starts with *",
        "a value that starts with &",
        "a value that starts with !",
        # What a word should have been, in "… is not …".
        "an area in services.yaml",
        "an organisation in services.yaml",
        "a service in services.yaml",
        "a network in vocabulary.yaml",
        "a mark in vocabulary.yaml",
        "a kind of service",
        # What the parser of YAML says, which we look for and never show.
        "mapping values are not allowed",
        "could not find expected ':'",
        "did not find expected",
        "comment or line break",
        "not allowed in this context",
        "cannot start any token",
        "the parser would count lines by these",
        # What the engine says, which we look for.
        "(?:link|reference to) '([^']*)'|anchor '([^']*)'",
        "Config value '([^']{0,200})': (.*)",
        "Doc file '([^']*)' (?:contains|has)",
        "the template '([^']{1,200})' \\(imported .{0,500}?does not export the requested name '([^']+)'",
        # Where a hashtag begins and ends.
        "(?:(?<=[\\ufe0e\\ufe0f])|(?<![…&]))[#＃](?![\\ufe0f\\u20e3])((?>[…]*[\\p{L}\\p{M}][…]*))(?![#＃]|://)",
        "(?:^|(?<=\\s))[#＃]((?!\\ufe0f)[^\\s…]*[^\\d\\s\\p{P}…]+[^\\s…]*)",
        # What the search of a built site says.
        "… is a retired address, but it is in this file",
        # Headings of Markdown.
        "\\A\\s*# +(\\S.*?)(?<![ #])[ #]*$\\n?",
        "^#[ \\t]++(.+?)(?<![ \\t#])[ \\t#]*$",
        # What a withheld text is, in the report of a build; and what any secret place may be called.
        " ".join(withheld.ORDINARY_WORDS.split()),
        # What tags a page may hold.
        " ".join(raw_html.ELEMENTS.split()),
        "the … of … … of a service whose id says where it is",
        # Behind "this site has nobody to call".
        "(the nearest is '…': look at its …)",
        # Words of addresses, as they are shortened and read.
        *(
            " ".join(words.split())
            for words in (
                address_words.STREET_WORDS,
                address_words.STREET_FIRST_WORDS,
                address_words.DIRECTION_WORDS,
                address_words.HOUSE_WORDS,
                address_words.BUILDING_WORDS,
                address_words.HOUSE_END_WORDS,
                address_words.KIND_OF_ESTATE_WORDS,
                address_words.ROAD_WORDS,
                address_words.ORDINAL_WORDS,
                withheld_search.LITTLE_WORDS,
                withheld_search.NUMBERED_WORDS,
                address_words.MEASURE_WORDS,
                normalise.SHORT_FORMS,
                normalise.WELSH_NUMBERS,
                normalise.RARE_LOOK_ALIKES,
                normalise.UNIT_WORDS,
                normalise.TEN_WORDS,
            )
        ),
        # Where in a document something stands, in "in …: …".
        "a file in it",
        "a page that no one sees",
        "a picture in it",
        "a sheet of it",
        "its header or footer",
        "its names of files",
        "its pictures, sound or film",
        "its remarks, forms or properties",
        # Forms of opening hours, days and times.
        "(?:(?P<days>(?:…(?:-…)?|PH)(?:,(?:…(?:-…)?|PH))*) )?(?P<times>…-…(?:,…-…)*|off|closed)",
        "(?P<day>.+?)(?:,? at |, ?| |T)"
        "(?:(?P<noon>noon|midday)|(?P<h>[0-9]{1,2})(?:[:.](?P<min>[0-9]{2}))? ?(?P<half>[ap]\\.?m\\.?)?)",
    }
)
"""Sentences of the code that are no message of their own."""
SHORT = frozenset({"… is not …", "in …: …", "use one of: …"})
"""Messages too short to be told from other words of the code."""
OF_COMMANDS = frozenset(
    {
        "… went out, as git knows, and … not in this file; put … back, or the post goes out twice: git log -p -- … "
        "shows …",
        "… was changed on …, after this was; mend it, or write checked: {on: ..., by: ..., how: read} at its head",
    }
)
"""Messages of `check` that are made where git is asked."""

A_CODE = re.compile(r"`([a-z0-9]+(?:-[a-z0-9]+)*)`")
CODES = {text: A_CODE.findall(said.partition(".\n")[0]) for text, said in ENTRIES.items() if said.startswith("Code")}
"""The codes of each entry: `Code: `unknown-kind`.`"""
OF_OTHER_COMMANDS = A_CODE.findall(
    "".join(
        line.split("|")[1] for line in PAGE.partition("## Codes of other")[2].splitlines() if line.startswith("| `")
    )
)


@cache
def found() -> dict[str, str]:
    """Every sentence that an author can meet, and its place."""
    return {text: place for text, place in sentences().items() if not place.startswith(NOT_SAID_HERE)}


def test_every_message_is_explained() -> None:
    assert {text: place for text, place in found().items() if text not in ENTRIES and text not in PARTS} == {}


def test_no_message_is_explained_that_nobody_says() -> None:
    assert [text for text in ENTRIES if text not in found() | dict.fromkeys(SHORT | OF_COMMANDS, "")] == []
    assert sorted(PARTS - found().keys()) == []


def test_every_message_has_a_reason_and_a_right_example() -> None:
    parts = {text: said.partition("Right: ") for text, said in ENTRIES.items()}

    assert [text for text, (why, _, _) in parts.items() if len(why.split()) < 3] == []
    assert [text for text, (_, _, right) in parts.items() if not right.strip()] == []


def test_the_page_has_no_entry_that_is_not_read_as_one() -> None:
    assert len(ENTRIES) == len(re.findall(r"^:   ", PAGE, re.MULTILINE))


def test_every_code_is_documented_and_no_other() -> None:
    documented = {code for codes in CODES.values() for code in codes} | set(OF_OTHER_COMMANDS)
    given = {message.code for message in messages()}

    assert given - documented == set()
    assert documented - given == set()


def test_every_message_has_the_code_that_its_entry_says() -> None:
    assert [one for one in messages() if one.sentence in ENTRIES and one.code not in CODES.get(one.sentence, ())] == []


def test_codes_are_small_words_joined_by_hyphens() -> None:
    assert [one for one in messages() if not A_CODE.fullmatch(f"`{one.code}`")] == []


def test_every_message_is_given_with_a_code_that_the_page_could_find() -> None:
    """A code made at run time would be one that no test has seen."""
    assert len(messages()) > 250
