from __future__ import annotations

import pytest

from generator.content.analysis.house_words import read_house_words
from generator.content.checks.short_forms import unexplained_in_page, unexplained_in_services
from generator.content.checks.words_never_said import never_said
from generator.content.loading.service_directory import read_directory
from tests.builders import a_campaign_file, a_services_yaml, said


def test_words_that_give_orders_have_their_place() -> None:
    text = a_services_yaml(summary="Victims must call first.")

    assert said(never_said(text, "services.yaml")) == [
        (
            'services.yaml:10:14: "victims must" is not what we say here, because it gives orders to people who lost '
            'control once already; write "you could"'
        )
    ]


def test_words_that_a_fold_keeps_apart_are_found() -> None:
    text = a_services_yaml("about: |", "  They are", "  completely", "  safe here.")

    assert [str(problem.location) for problem in never_said(text, "services.yaml")] == ["services.yaml:15:7"]


def test_the_words_of_a_page_are_read_too() -> None:
    text = a_campaign_file(words="\nIt was\nHistoric abuse.\n")

    assert said(never_said(text, "campaigns/1.md")) == [
        (
            'campaigns/1.md:9:1: "historic abuse" is not what we say here, because it sounds as if it were over '
            'and done with; write "abuse a long time ago"'
        )
    ]


def test_a_curly_apostrophe_is_an_apostrophe() -> None:
    assert len(list(never_said("# A page\n\nWhy didn’t you call?\n", "content/a.md"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        a_services_yaml(name="The Historic Abuse Trust"),
        a_services_yaml("# victims must never read this"),
        a_services_yaml(more="sources:\n  P1: {title: Victims must wait, date: Old, kind: other}\n"),
        a_services_yaml(summary="The administrator helps."),
    ],
)
def test_names_comments_titles_and_other_words_are_left_alone(text: str) -> None:
    assert said(never_said(text, "services.yaml")) == []


def test_every_word_has_a_reason_and_a_better_word() -> None:
    never = {one.words for one in read_house_words().never}

    assert {"victims must", "admit", "allegedly", "why didn't you", "hide your visit"} <= never
    assert {"completely safe", "historic abuse", "will not show", "click here"} <= never


def test_a_short_form_that_a_service_never_explains_is_advice() -> None:
    text = a_services_yaml(summary="An ISVA can help.", more=a_second_service("An IDVA helps. IDVAs are free."))
    directory = read_directory({"services.yaml": text}).value

    assert said(unexplained_in_services(directory.services)) == [
        'services.yaml:10:17: "ISVA" stands alone; write out once what it is short for: Independent Sexual Violence',
        'services.yaml:17:17: "IDVA" stands alone; write out once what it is short for: Independent Domestic Violence',
    ]


def test_a_short_form_beside_its_long_form_is_right() -> None:
    text = a_services_yaml(summary="An Independent Sexual Violence Adviser (ISVA) can help. ISVAs are free.")
    directory = read_directory({"services.yaml": text}).value

    assert said(unexplained_in_services(directory.services)) == []


def test_a_page_explains_its_own_short_forms() -> None:
    assert said(unexplained_in_page("# Help\n\nGo to a SARC.\n", "content/help.md")) == [
        'content/help.md:3:9: "SARC" stands alone; write out once what it is short for: Sexual Assault Referral Centre'
    ]
    assert said(unexplained_in_page("# Help\n\nA Sexual Assault Referral\nCentre (SARC).\n", "content/help.md")) == []


def a_second_service(summary: str) -> str:
    fields = {
        "id": "other",
        "name": "Other",
        "kind": "idva",
        "organisation": "victim-support",
        "summary": summary,
        "helps_with": "[any-crime]",
        "areas": "[cumbria]",
    }
    return "  - " + "\n    ".join(f"{name}: {value}" for name, value in fields.items()) + "\n"
