from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.content.loading.campaigns import read_campaign
from tests.builders import ANY_INPUT, a_campaign_file, said

BEGINS = "a campaign's file begins with a line of ---, then its record, then --- again"
NEVER = "the record that starts here never closes; add a line of --- below it"
POST = "  - {id: a, at: 2027-02-01 09:00, text: Words."


def wrong(text: str) -> list[str]:
    read, problems = read_campaign(text, "campaigns/a.md")
    assert read is None
    return said(problems)


def test_a_campaign_is_a_record_and_the_words_of_its_page() -> None:
    found, problems = read_campaign(a_campaign_file(words="\nOne.\n\n---\n\nTwo.\n"), "campaigns/a.md")

    assert problems == []
    assert found is not None
    assert (found.record.id, found.record.words) == ("dating-scams", "One.\n\n---\n\nTwo.")


@pytest.mark.parametrize("words", ["", "\n\n"])
def test_a_campaign_may_have_no_words_of_its_own(words: str) -> None:
    found = read_campaign(a_campaign_file(words=words), "campaigns/a.md").value

    assert found is not None
    assert found.record.words is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "1:1: this file is empty; begin with a line of --- and the campaign's id below it"),
        (" \n\n", "1:1: this file is empty; begin with a line of --- and the campaign's id below it"),
        ("# Dating scams\n", f"1:1: {BEGINS}"),
        ("\n---\nid: a\n---\n", f"1:1: {BEGINS}"),
        ("--- # hi\nid: a\n---\n", f"1:1: {BEGINS}"),
        ("---", f"1:1: {NEVER}"),
        ("---\nid: a\ntitle: b\n\nWords.\n", f"1:1: {NEVER}"),
        ("---\nid: a\n----\nWords.\n", f"1:1: {NEVER}"),
        ("---\n---\nWords.\n", "1:1: the record is empty; begin it with id: and title:"),
        ("---\n# remark\n---\n", "1:1: the record is empty; begin it with id: and title:"),
        ("---\n- id: a\n---\n", "2:1: fields are needed here, each as name: value; begin with id: and title:"),
        ("---\nhello\n---\n", "2:1: fields are needed here, each as name: value; begin with id: and title:"),
        ("---\nid: a\ntitle: 'b\n---\n", "3:8: the quotation mark that opens here never closes; add the second one"),
        ("---\nid: a\n\ttitle: b\n---\n", "3:1: there is a tab here; use spaces at the start of a line"),
    ],
)
def test_a_file_of_another_shape_is_refused(text: str, problem: str) -> None:
    assert wrong(text) == [f"campaigns/a.md:{problem}"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            a_campaign_file(id="Dating Scams"),
            "2:5: 'Dating Scams' is not an id; use small letters, digits and hyphens: dating-scams",
        ),
        (a_campaign_file(id=None), '2:1: "id" is missing; write id: dating-scams'),
        (a_campaign_file(title=""), '3:1: "title" is empty; write title: Dating scams'),
        (a_campaign_file(title="x" * 500), "3:8: this has 500 characters; the most is 100"),
        (a_campaign_file(about="fraud-cyber"), "5:8: a list is needed here; write [fraud-cyber]"),
        (a_campaign_file(about="[]"), '5:8: "about" is an empty list; write about: [fraud-cyber]'),
        (a_campaign_file(sumary="x"), '6:1: "sumary" is not a known field; did you mean "summary"?'),
        (
            a_campaign_file("runs:", "  - {from: 2027-02-30, to: 2027-03-01}"),
            "7:12: '2027-02-30' is not a date; February 2027 has 28 days",
        ),
        (
            a_campaign_file("runs:", "  - from: 2027-02-28", "    to: 2027-02-01"),
            "8:9: this run ends on 2027-02-01, before it starts on 2027-02-28; mend one of the two",
        ),
        (
            a_campaign_file("runs:", "  - from: 2027-02-28"),
            '7:5: "to" is missing; write to: 2027-02-28',
        ),
        (
            a_campaign_file("image: {file: images/a.png}"),
            '6:8: "alt" is missing; write alt: A phone on a table, with a message on it',
        ),
        (
            a_campaign_file("image:", "  file: images/a.png", "  alt:"),
            '8:3: "alt" is empty; write alt: A phone on a table, with a message on it',
        ),
        (
            a_campaign_file("image: images/a.png"),
            "6:8: fields are needed here, each as name: value; write file: ...",
        ),
        (
            a_campaign_file("posts:", "  - {id: a, at: 2027-02-01, text: Words.}"),
            "7:17: '2027-02-01' is not a day and a time; write it as 2027-02-01 09:00",
        ),
        (
            a_campaign_file("posts:", f"{POST}, channels: [x, twiter]}}"),
            (
                "7:63: 'twiter' is not a choice here; use one of: x, facebook, instagram, linkedin, bluesky, mastodon, "
                "threads, nextdoor, whatsapp"
            ),
        ),
        (
            a_campaign_file("posts:", f"{POST}, variants: {{facebok: Short.}}}}"),
            "7:60: 'facebok' is not a choice here; did you mean \"facebook\"?",
        ),
        (  # what pydantic writes for the name itself, typed by somebody
            a_campaign_file("posts:", f"{POST}, variants: {{'[key]': Short.}}}}"),
            "7:49: '[key]' is not a choice here",
        ),
        (
            a_campaign_file("posts:", "  - at: 2027-02-01 09:00", "    text: Words."),
            '7:5: "id" is missing; write id: dating-scams-2027-launch',
        ),
        (a_campaign_file("words: Hello"), '6:1: "words" is not a field; write the words below the second ---'),
        (a_campaign_file("hashtags:", "  - #DatingScams"), "7:4: this is empty; write some words or take the line out"),
        (a_campaign_file(words="\n\nHi <b>you</b>\n"), "9:1: '<b>you</b>' is HTML; write plain words, without < and >"),
        (
            a_campaign_file(words="\n[x](&#106;avascript:alert)\n"),
            "8:1: 'javascript:' links are not published; write https://www.example.org",
        ),
    ],
)
def test_a_mistake_in_a_record_or_in_its_words_is_told_at_its_place(text: str, problem: str) -> None:
    problems = read_campaign(text, "campaigns/a.md").problems

    assert said(problems) == [f"campaigns/a.md:{problem}"]


def test_all_problems_are_told_at_once() -> None:
    assert wrong(a_campaign_file("runs: [{from: x, to: y}]", "image: {file: a.png}", about="x", words="<i>")) == [
        "campaigns/a.md:5:8: a list is needed here; write [x]",
        "campaigns/a.md:6:15: 'x' is not a date; write it as 2026-11-25",
        "campaigns/a.md:6:22: 'y' is not a date; write it as 2026-11-25",
        'campaigns/a.md:7:8: "alt" is missing; write alt: A phone on a table, with a message on it',
        "campaigns/a.md:9:1: '<i>' is HTML; write plain words, without < and >",
    ]


FIELDS = ["id", "title", "summary", "about", "runs", "from", "to", "posts", "at", "text", "image", "file", "variants"]
TREES = st.recursive(
    st.none() | st.integers() | st.text(max_size=8) | st.sampled_from(["2027-02-01", "2027-02-01 09:00", "x", "<b>"]),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(st.sampled_from(FIELDS) | st.text(max_size=4), inside, max_size=4)
    ),
    max_leaves=12,
)


@ANY_INPUT
@given(record=st.text() | TREES.map(lambda tree: yaml.dump(tree, allow_unicode=True)), words=st.text())
def test_any_file_is_read_or_has_problems_in_its_lines(record: str, words: str) -> None:
    text = f"---\n{record}\n---\n{words}".replace("\r", "\n")  # as every file is read
    found, problems = read_campaign(text, "a")

    assert found is not None or problems
    for problem in problems:
        assert 1 <= problem.location.line <= text.count("\n") + 1
        assert len(problem.text.splitlines()) == 1
