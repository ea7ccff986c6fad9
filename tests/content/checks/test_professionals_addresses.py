"""An address for professionals alone, typed into words for everyone, is found in every file, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.checks.hidden_addresses import HiddenAddresses
from generator.content.loading.service_directory import read_directory
from generator.privacy.withheld import professionals_addresses
from tests.builders import a_campaign_file, a_services_yaml, read_vocabulary, said
from tests.content.test_load import read, wrong

WHY = (
    "is for professionals alone (victim-support-cumbria), and these words are for everyone; take it out, or take away "
)
WHY += "for: professionals where it stands"
MAIL, FORM = "refer@harbour.example.org", "https://forms.example.org/Response.aspx?id=7"
CHAT, SITE = "https://chat.example.org/refer", "https://refer.example.org"
CONTACTS = "contact: [{phone: 01632 960001}, " + ", ".join(
    f"{{{way}: '{address}', for: professionals}}"
    for way, address in (("email", MAIL), ("form", FORM), ("chat", CHAT), ("website", SITE))
)
CONTACTS += "]"
POST = "  - {id: a, at: 2031-02-01 09:00"


def search(text: str, *public: str) -> HiddenAddresses:
    directory = read_directory({"services.yaml": text}).value
    services = [one.record for one in directory.services]
    return HiddenAddresses([], professionals_addresses(services, public, ["professional-advice"]))


def in_directory(*lines: str) -> list[str]:
    text = a_services_yaml(*lines)
    return said(search(text).in_directory(read_directory({"services.yaml": text}).value.files[0], read_vocabulary()))


def in_words(text: str) -> list[str]:
    return said(search(a_services_yaml(CONTACTS)).in_words(text, "content/a.md"))


@pytest.mark.parametrize("written", [MAIL, FORM, CHAT, SITE])
@pytest.mark.parametrize(
    "field",
    [
        "first_step: Go to {}.",
        "about: Or see {}.",
        "also_known_as: ['Us at {}']",
        "who: {{audiences: [everyone], not_for: 'See {} then.'}}",
        "when_you_contact: {{answered_by: 'Someone of {}'}}",
        "who_will_know: {{text: 'Ask {}'}}",
        "search_words: ['on {}']",
    ],
)
def test_in_every_field_that_everyone_reads(field: str, written: str) -> None:
    (told,) = in_directory(CONTACTS, field.format(written))

    assert told.endswith(f" {written.removeprefix('https://')} {WHY}")


def test_in_the_note_of_a_number_for_everyone() -> None:
    assert len(in_directory(CONTACTS.replace("01632 960001", f"01632 960001, note: 'Or {MAIL}.'"))) == 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Write to REFER@Harbour.example.org.", "REFER@Harbour.example.org"),
        ("[Write](mailto:refer@harbour.example.org?subject=Hi)", MAIL),
        ("refer&#64;harbour.example.org", MAIL),
        ("refer (at) harbour.example.org", "refer (at) harbour.example.org"),
        ("refer [at] harbour.example.org", "refer [at] harbour.example.org"),
        ("**refer**@harbour.example.org", MAIL),
        ("<refer@harbour.example.org>", MAIL),
        ("http://www.refer.example.org/", "www.refer.example.org"),
        ("refer.example.org", "refer.example.org"),
        ("refer.example.org/#top and more", "refer.example.org"),
        ("https://chat.example.org/refer/?from=us", "chat.example.org/refer"),
        ("[form](https://forms.example.org/Response.aspx?id=7&amp;x=1)", "forms.example.org/Response.aspx?id=7"),
        ("https%3A%2F%2Fchat.example.org%2Frefer", CHAT),
    ],
)
def test_however_it_is_written(text: str, shown: str) -> None:
    assert [one.partition(": ")[2] for one in in_words(text)] == [f"{shown} {WHY}"]


@pytest.mark.parametrize(
    "text",
    [
        "help@harbour.example.org",
        "self-refer@harbour.example.org",
        "refer@harbour.example.org.uk",
        "https://harbour.example.org",
        "https://forms.example.org/Response.aspx?id=71",
        "https://forms.example.org/Response.aspx?id=8",
        "https://forms.example.org/Response.aspx",
        "https://chat.example.org",
        "https://chat.example.org/refer-yourself",
        "https://chat.example.org/refer/yourself",
        "https://refer.example.org/yourself",
        "https://self.refer.example.org",
        "help@refer.example.org",
    ],
)
def test_its_neighbours_that_are_for_everyone_are_not_named(text: str) -> None:
    assert in_words(text) == []


@pytest.mark.parametrize(
    "lines",
    [
        (CONTACTS.replace("refer',", f"refer', note: 'Or {MAIL}',"),),
        ("for: professionals", f"contact: [{{email: {MAIL}}}]", f"first_step: Write to {MAIL}."),
        (CONTACTS.replace("phone: 01632 960001", f"email: {MAIL}"), f"first_step: Write to {MAIL}."),
        (CONTACTS.replace("phone: 01632 960001", "phone: 01632 960001, source: 'https://refer.example.org'"),),
        (CONTACTS, "sources: ['https://refer.example.org/']"),
    ],
    ids=["beside it", "in words for professionals", "also for everyone", "where it was found", "of the service"],
)
def test_what_is_right_is_not_named(lines: tuple[str, ...]) -> None:
    assert in_directory(*lines) == []


@pytest.mark.parametrize("way", [MAIL, FORM])
@pytest.mark.parametrize("form", ["campaign", "post", "title", "page", "settings", "template", "record"])
def test_check_finds_it_in_every_file_of_a_site(way: str, form: str, tmp_path: Path) -> None:
    files = {"services.yaml": a_services_yaml(CONTACTS), "campaigns/a.md": a_campaign_file()}
    file, text = {
        "campaign": ("campaigns/a.md", a_campaign_file(words=f"\nSee {way} now.\n")),
        "post": (
            "campaigns/a.md",
            a_campaign_file("posts:", f"  - {{id: a, at: 2031-02-01 09:00, text: 'See {way}'}}"),
        ),
        "title": (
            "campaigns/a.md",
            a_campaign_file("posts:", f"  - {{id: a, at: 2031-02-01 09:00, text: a, title: 'See {way}'}}"),
        ),
        "page": ("content/help.md", f"# Help\n\nSee {way} now.\n"),
        "settings": ("mkdocs.yml", f"site_description: 'See {way}'\n"),
        "template": ("overrides/extra.html", f"<p>See {way}</p>\n"),
        "record": ("content/about.md", f"---\ntitle: 'See {way}'\n---\n\nWords.\n"),
    }[form]
    found = [one for one in wrong(tmp_path, files | {file: text}) if WHY in one]

    assert len(found) == 1
    assert found[0].startswith(f"{file}:")


def test_the_address_of_an_organisation_is_for_everyone(tmp_path: Path) -> None:
    contact = CONTACTS.replace(SITE, "https://www.victimsupport.org.uk/")
    text = a_services_yaml(contact, "first_step: See www.victimsupport.org.uk.")
    known = text.replace(
        "name: Victim Support}", "name: Victim Support, website: 'https://www.victimsupport.org.uk'}", 1
    )
    assert known != text
    assert read(tmp_path, {"services.yaml": known, "campaigns/a.md": a_campaign_file()}).services


@pytest.mark.parametrize("way", ["text", "textphone"])
def test_a_number_for_texts_is_found_as_one_for_calls(way: str, tmp_path: Path) -> None:
    text = a_services_yaml(
        f"contact: [{{phone: 01632 960001}}, {{{way}: 01632 960077, for: professionals}}]",
        "first_step: Text 01632 960077.",
        "checked: {on: 2026-11-20, by: Us, how: phoned}",
    )
    (told,) = wrong(tmp_path, {"services.yaml": text, "campaigns/a.md": a_campaign_file()})

    assert told.endswith(f"01632 960077 {WHY}")
