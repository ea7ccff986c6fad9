"""A number for professionals alone, typed into words that everyone reads, is found in every file; and nowhere else."""

from __future__ import annotations

import pytest

from generator.content.checks.hidden_numbers import UnseenNumbers
from generator.content.loading.service_directory import read_directory
from generator.privacy.withheld import professionals_numbers
from tests.builders import a_campaign_file, a_services_yaml, read_vocabulary, said

WHY = (
    "is for professionals alone (victim-support-cumbria), and these words are for everyone; take it out, or take away "
)
WHY += "for: professionals where it stands"
CONTACTS = "contact: [{phone: 01632 960001}, {phone: 01632 960077, for: professionals}]"


def search(text: str) -> UnseenNumbers:
    directory = read_directory({"services.yaml": text}).value
    services, lines = [one.record for one in directory.services], [one.record for one in directory.emergency]
    return UnseenNumbers(professionals_numbers(services, lines, ["professional-advice"]))


def in_directory(*lines: str) -> list[str]:
    text = a_services_yaml(*lines)
    return said(search(text).in_directory(read_directory({"services.yaml": text}).value.files[0], read_vocabulary()))


def in_file(text: str, file: str = "campaigns/1.md") -> list[str]:
    return said(search(a_services_yaml(CONTACTS)).in_file(text, file))


@pytest.mark.parametrize(
    "written", ["01632 960077", "01632960077", "+44 1632 960077", "(01632) 960 077", "01632-960-077"]
)
@pytest.mark.parametrize(
    "field",
    [
        "first_step: Call {}.",
        "about: Or call {}.",
        "also_known_as: [Line {}]",
        "who: {{audiences: [everyone], not_for: Call {} then.}}",
        "when_you_contact: {{answered_by: Someone on {}}}",
        "who_will_know: {{text: Ask on {}}}",
        "search_words: [ring {}]",
    ],
)
def test_in_every_field_that_everyone_reads(field: str, written: str) -> None:
    (told,) = in_directory(CONTACTS, field.format(written))

    assert told.endswith(f"{written} {WHY}")


def test_in_the_note_of_a_number_for_everyone() -> None:
    contacts = CONTACTS.replace("01632 960001", "01632 960001, note: Or 01632 960077.")

    assert len(in_directory(contacts)) == 1


@pytest.mark.parametrize(
    "text",
    [
        a_campaign_file(words="\nCall 01632 960077.\n"),
        a_campaign_file("posts:", "  - {id: a, at: 2031-02-01 09:00, text: Call 01632 960077}"),
        a_campaign_file("posts:", "  - {id: a, at: 2031-02-01 09:00, text: a, alt: A poster with 01632 960077}"),
        "---\ntitle: Rights\n---\n\nCall 01632 960077.\n",
        "waymark:\n  notice: Call 01632 960077\n",
    ],
)
def test_in_campaigns_posts_pages_and_settings(text: str) -> None:
    (told,) = in_file(text)

    assert told.endswith(f"01632 960077 {WHY}")


def test_in_the_words_of_a_page_without_a_record() -> None:
    assert said(search(a_services_yaml(CONTACTS)).in_words("Call 01632 960077", "content/a.md")) == [
        f"content/a.md:1:6: 01632 960077 {WHY}"
    ]


@pytest.mark.parametrize(
    "lines",
    [
        (CONTACTS.replace("01632 960077,", "01632 960077, note: Or 01632 960077,"),),
        ("for: professionals", "contact: [{phone: 01632 960077}]", "first_step: Call 01632 960077."),
        (CONTACTS.replace("960001", "960077"), "first_step: Call 01632 960077."),
        (CONTACTS.replace("960077", "960078"), "first_step: Call 01632 960077."),
    ],
    ids=["beside it", "in words for professionals", "a number that is also for everyone", "another number"],
)
def test_what_is_right_is_not_named(lines: tuple[str, ...]) -> None:
    assert in_directory(*lines) == []
