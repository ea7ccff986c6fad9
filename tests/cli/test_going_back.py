"""Whoever answers the questions of `waymark new` may go back, see a list again, and say no at the end."""

from __future__ import annotations

import pytest

from tests.cli.talking import FILE, Talk, is_good, new, text
from tests.site_builder import CAMPAIGN, SERVICES_YAML, Site

NAMED = ("Harbour Helpline", "helpline")
REST = ("There is help.", "any", "", "cumbria", *[""] * 8)
"""From what it does to the writing, with nothing that may be left out."""
GO_BACK = "Type < to go back to the questions, and again for the one before. Ctrl+C stops.\n"


def directory(site: Site) -> str:
    return text(site, "services.yaml")


def written(site: Site) -> str:
    """The new service, which stands last."""
    return directory(site).rpartition("  - id: harbour-")[2].partition("retired_numbers:")[0]


def test_going_back_asks_the_question_before_once_more(site: Site, talk: Talk) -> None:
    done = talk.new(site, ["service"], "Harbor Helpline", "<", *NAMED, "1", *REST)

    assert (done.status, done.err) == (0, "")
    assert done.out.count("What is the service called?\n") == 2
    assert written(site).startswith("helpline   # permanent: links and feeds know it by this\n")
    assert "Harbor" not in directory(site)
    assert is_good(site)


def test_going_back_leads_past_a_question_s_slips_and_takes_the_other_answers_as_they_were(
    site: Site, talk: Talk
) -> None:
    slips = ["helplien", "n", "zebra", "1"]
    done = talk.new(site, ["service"], "Harbour Helpline", *slips, "x y z", "n", "<", "refuge", "1", *REST)

    assert (done.status, done.err) == (0, "")
    assert done.out.count("What is the service called?\n") == 1
    assert done.out.count("helplien") == 3, "in two answers to it at the time; not again after going back"
    assert "kind: refuge\n" in written(site)


def test_there_is_nothing_before_the_first_question(site: Site, talk: Talk) -> None:
    done = talk.new(site, ["service"], "<", "Harbour Helpline", "<", "<", *NAMED, "1", *REST)

    assert (done.status, done.err) == (0, "")
    assert done.out.count("  This is the first question.\n") == 2


def test_a_question_that_an_option_answers_is_not_gone_back_to(site: Site, talk: Talk) -> None:
    done = talk.new(site, ["service", "--kind", "helpline"], "Harbor", "<", "Harbour Helpline", "1", *REST)

    assert (done.status, done.err) == (0, "")
    assert done.out.count("What is the service called?\n") == 2


def test_an_organisation_that_was_added_before_going_back_is_gone(site: Site, talk: Talk) -> None:
    added = ["Harbour Trust", "y", "https://harbour.example.org"]
    done = talk.new(site, ["service"], *NAMED, *added, "<", "<", "1", *REST)

    assert (done.status, done.err) == (0, "")
    assert "harbour-trust" not in directory(site)
    assert "organisation: victim-support\n" in written(site)


def test_the_way_back_leads_from_the_end_to_the_start(site: Site, talk: Talk) -> None:
    answered = len(NAMED) + 1 + len(REST) - 1  # the last answer is the writing
    done = talk.new(
        site, ["service"], *NAMED, "1", *REST[:-1], *["<"] * answered, "Harbour Hub", "helpline", "1", *REST
    )

    assert (done.status, done.err) == (0, "")
    assert written(site).startswith("hub   # permanent")


def test_how_to_go_back_is_said_once_at_the_start(site: Site, talk: Talk) -> None:
    for kind, what in (
        ("service", "A new service"),
        ("campaign", "A new campaign"),
        ("run", "A new run: one more time that a campaign happens"),
        ("post", "A new post"),
    ):
        lines = talk.new(site, [kind]).out.splitlines()
        assert lines[:2] == [
            f"{what}. Nothing is written before the end.",
            "To go back one question, type <. Ctrl+C stops.",
        ]


def test_the_list_is_shown_again_only_to_whoever_asks_for_it(site: Site, talk: Talk) -> None:
    done = talk.new(site, ["service"], "Harbour Helpline", "zebra", "help for", "help for children", "y")
    again = talk.new(site, ["service"], "Harbour Helpline", "zebra", "?")

    assert "  'zebra' is not a kind of service. To see the list again, type ?\n" in done.out
    assert (
        "'help for' is not a kind of service. Did you mean Help for men (13), Help for children and young people (14), "
        "Help for witnesses (22) or Help after any crime (2)? To see the list again, type ?"
    ) in " ".join(done.out.split())
    assert (done.out.count("  26  "), again.out.count("  26  ")) == (1, 2)


def test_several_numbers_need_no_commas(site: Site, talk: Talk) -> None:
    talk.new(site, ["service"], *NAMED, "1", "There is help.", "1 20", *REST[2:])

    assert "helps_with: [domestic-abuse, any-crime]\n" in written(site)


def test_an_id_is_asked_for_only_where_the_name_makes_none_that_is_free(site: Site, talk: Talk) -> None:
    taken = talk.new(site, ["service"], "Harbour Refuge", "harbour-refuge", "harbour-two", "helpline", "1", *REST)
    nothing = talk.new(site, ["service"], "救助", "<")

    assert (taken.status, taken.err) == (0, "")
    assert (
        "\n'harbour-refuge' is already the id of Harbour; choose another.\n\nIts id, which never changes" in taken.out
    )
    assert "- id: harbour-two " in directory(site)
    assert "\nNo id can be made of its name.\n\nIts id, which never changes" in nothing.out


@pytest.mark.parametrize("answer", ["n", "no", "N"])
def test_at_the_end_no_writes_nothing(answer: str, site: Site, talk: Talk) -> None:
    done = talk.new(site, ["service"], *NAMED, "1", *REST[:-1], answer)

    assert done.status == 1
    assert "- id: harbour-helpline   # permanent" in done.out
    assert done.out.splitlines()[-1] == "Stopped. Nothing was written."
    assert directory(site) == SERVICES_YAML


def test_a_dry_run_does_not_ask_whether_to_write(site: Site, talk: Talk) -> None:
    done = talk.new(site, ["service", "--dry-run"], *NAMED, "1", *REST[:-1])

    assert done.status == 0
    assert "Write it?" not in done.out
    assert directory(site) == SERVICES_YAML


def test_what_the_whole_check_finds_can_be_mended_by_going_back(site: Site, talk: Talk) -> None:
    done = talk.new(
        site, ["run", "dating-scams"], "", "2027-02-28", "2027-03-01", "", "", "what now", "<", "<", "<", "<"
    )

    assert done.status == 1
    assert f"{FILE}:9:12: this run starts on 2027-02-28, before the one from 2027-02-01 ends" in done.err
    assert done.out.count(GO_BACK) == 2
    assert done.out.count("\nThe first day? For example: 2028-02-01, or 01/02/2028\n> ") == 2
    assert text(site) == CAMPAIGN


def test_a_campaign_a_run_and_a_post_are_asked_for_in_the_same_way(site: Site, talk: Talk) -> None:
    campaign = ["", "Harbor", "<", "Harbour Week", "There is help.", "any", *[""] * 5, "<", "", *[""] * 3]
    run = ["", "2027-06-07", "2027-06-13", "", "", "<", "Sam", "The plan", "", ""]
    post = [
        "2027-06-07 09:00",
        "<",
        "2027-06-08 09:00",
        "Talk first",
        "",
        "Talk first. Victim Support can help.",
        "y",
        "",
    ]

    assert talk.new(site, ["campaign"], *campaign).status == 0
    assert talk.new(site, ["run", "harbour-week"], *run).status == 0
    assert talk.new(site, ["post", "harbour-week"], *post).status == 0
    made = text(site, "campaigns/harbour-week.md")
    assert "confirmed: {by: Sam, on: 2027-02-10, source: The plan}" in made
    assert "at: 2027-06-08 09:00\n" in made
    assert is_good(site)


def test_in_a_script_a_sign_for_going_back_is_an_answer_like_any_other(site: Site) -> None:
    done = new(site, "service", "--name", "<", "--kind", "helpline")

    assert done.status == 2
    assert directory(site) == SERVICES_YAML


def test_who_checked_how_and_when_is_asked_with_who_sees_it(site: Site, talk: Talk) -> None:
    answers = [*REST[:-2], "Sam", "phoned", "11/2/2027", "9 Feb 2027", ""]
    done = talk.new(site, ["service"], *NAMED, "1", *answers)

    assert (done.status, done.err) == (0, "")
    said = " ".join(done.out.split())
    assert (
        "Who has checked with the service that all this is right? Everyone can read this name on the page, and how. "
        "(Enter: nobody yet)"
    ) in said
    assert "How? For example: phoned" in said
    assert "On which day? (Enter: 2027-02-10)" in said
    assert "2027-02-11 is still to come; type the day it was done, 2027-02-10 at the latest." in said
    assert "checked: {on: 2027-02-09, by: Sam, how: phoned}" in written(site)


def test_what_nobody_knows_is_said_to_be_not_known(site: Site, talk: Talk) -> None:
    done = talk.new(site, ["service"], *NAMED, "1", *REST)

    for question in (
        "What does the help cost? (Enter: not known)\n",
        "Must people tell the police first: yes, no or depends? (Enter: not known)\n",
        "Who can refer people to it?\n",
        "Type numbers or names, with commas between them (Enter: not known):\n",
    ):
        assert question in done.out


@pytest.mark.parametrize("word", ["y", "No"])
def test_yes_or_no_never_becomes_an_id(word: str, site: Site, talk: Talk) -> None:
    done = talk.new(site, ["service"], "Harbour Refuge", word, "harbour-two", "helpline", "1", *REST)

    assert (
        f"  '{word}' is no good id, and it stays for ever; type the id itself, such as harbour-helpline.\n" in done.out
    )
    assert "- id: harbour-two " in directory(site)


def test_a_web_address_needs_no_beginning(site: Site, talk: Talk) -> None:
    done = talk.new(site, ["service"], *NAMED, "1", *REST[:5], "quayside.org.uk/help", *[""] * 10)

    assert (done.status, done.err) == (0, "")
    assert "      - website: https://quayside.org.uk/help\n" in written(site)
