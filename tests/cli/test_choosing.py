"""Choosing from a list: slips, names with commas, numbers that are not there, long lists."""

from __future__ import annotations

from tests.cli.talking import Talk, new, text
from tests.site_builder import SERVICES_YAML, Site

TITLE = ("", "Harbour Week", "There is help.")


def test_several_near_names_are_offered_with_their_numbers(site: Site, talk: Talk) -> None:
    site.write("services.yaml", SERVICES_YAML.replace("name: Harbour\n", "name: Victim Support Supportline\n"))
    done = talk.new(site, ["campaign"], *TITLE, "any", "", "victim suport")

    said = " ".join(done.out.split()).partition("'victim suport' is ")[2]

    assert said.startswith(
        "not a service in the directory. Did you mean Victim Support (1) or Victim Support Supportline (2)? To see the "
        "list again, type ?"
    )


def test_what_is_typed_at_yes_or_no_is_no_answer(site: Site, talk: Talk) -> None:
    done = talk.new(site, ["campaign"], *TITLE, "fruad", "robbery", "yes", "", "", *[""] * 6)

    assert done.out.count("  There is no 'fruad'. Do you mean Fraud, scams and cyber crime? [y/N]\n") == 2
    assert done.out.count("  Type y for yes, n for no.\n") == 1
    assert "about: [fraud-cyber]" in text(site, "campaigns/harbour-week.md")


def test_names_with_commas_are_taken_and_said_back_with_semicolons(site: Site, talk: Talk) -> None:
    done = talk.new(site, ["campaign"], *TITLE, "Fraud, scams and cyber crime, Robbery", "", "", *[""] * 6)
    option = new(
        site,
        "campaign",
        *("--title", "Other", "--summary", "Help.", "--about", "Any other crime, or not sure, Robbery", "--no-input"),
    )

    assert "  Fraud, scams and cyber crime; Robbery.\n" in done.out
    assert "about: [fraud-cyber, robbery]" in text(site, "campaigns/harbour-week.md")
    assert option.status == 0
    assert "about: [any-crime, robbery]" in text(site, "campaigns/other.md")


def test_a_number_that_is_not_in_the_list_is_told_the_last_one(site: Site, talk: Talk) -> None:
    done = talk.new(site, ["campaign"], *TITLE, "99")

    assert "  There is no number 99 in the list. Type 1 to 20, or ? to see it.\n" in done.out


def test_a_number_or_a_single_letter_is_never_added_to_a_list(site: Site, talk: Talk) -> None:
    done = talk.new(site, ["service"], "Harbour Helpline", "helpline", "7", "y", "Harbour Trust")

    assert "  There is no number 7 in the list. Type 1 to 1, or ? to see it.\n" in done.out
    assert "  'y' is not an organisation in the list. To see the list again, type ?\n" in done.out
    assert done.out.count("Add it?") == 1


def test_a_new_name_that_shares_a_common_word_with_an_old_one_is_new(site: Site, talk: Talk) -> None:
    site.write("services.yaml", SERVICES_YAML.replace("{name: Victim Support}", "{name: Lamplight Trust}"))
    done = talk.new(site, ["service"], "Harbour Helpline", "helpline", "Harbour Trust")

    assert "  'Harbour Trust' is not in the list. Add it? [y/N]\n" in done.out
    assert "Do you mean" not in done.out
