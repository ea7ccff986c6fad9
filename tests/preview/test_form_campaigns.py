"""Campaigns and pages in the form: runs, posts with their counts, words; a new campaign is a new file."""

from __future__ import annotations

from generator.preview.form_gate import PLACE
from tests.preview.form_site import Staff, said, staff, tree_of
from tests.site_builder import CAMPAIGN

__all__ = ["staff"]
DATING = "campaigns/dating-scams"
COUNTS = "//details[.//*[@id='posts.0.text']]/p[@class='help']/text()"


def text_of(staff: Staff, file: str) -> str:
    return (staff.site.root / file).read_text(encoding="utf-8")


def test_a_campaign_is_changed_in_its_lines_alone(staff: Staff) -> None:
    changes = {
        "posts.0.text": ["Talk to us first. Victim Support can help."],
        "runs.0.announce": ["20 January 2027"],
        "ask": ["Talk to someone."],
        "words": ["Words of the page.\r\n\r\nMore."],
    }
    answer = staff.saves(DATING, changes)

    assert answer.status == 303, said(answer)
    assert text_of(staff, "campaigns/dating-scams.md") == CAMPAIGN.replace("Talk to a friend", "Talk to us").replace(
        "source: the calendar}}", "source: the calendar}, announce: 2027-01-20}"
    ).replace("can help.\n---", "can help.\nask: Talk to someone.\n---").replace("page.\n", "page.\n\nMore.\n")


def test_each_post_says_what_it_takes_of_each_channel_also_while_it_is_typed(staff: Staff) -> None:
    counts = tree_of(staff.forms.answer("GET", PLACE + DATING, {})).xpath(COUNTS)

    assert "X: 72 of 280." in counts
    assert len(counts) == 9
    typed = {
        "posts.0.text": ["Talk. " * 50 + "Victim Support can help."],
        "posts.0.channels": ["", "x"],
        "do": ["look"],
    }
    looked = staff.saves(DATING, typed)
    assert tree_of(looked).xpath(COUNTS) == ["X: 348 of 280. Too long."]
    assert [one for one in said(looked) if one.startswith("this has 348 characters on X, 24 of them for its link")]
    assert text_of(staff, "campaigns/dating-scams.md") == CAMPAIGN


def test_what_is_wrong_with_a_page_s_words_stands_beside_them(staff: Staff) -> None:
    answer = staff.saves(DATING, {"words": ["Come to 7 Gooseberry Lane."]})

    assert answer.status == 422
    assert "which is withheld" in tree_of(answer).xpath("string(//*[@id='words-said'])")
    assert text_of(staff, "campaigns/dating-scams.md") == CAMPAIGN


def test_posts_and_runs_are_added_and_an_id_that_is_out_is_never_changed(staff: Staff) -> None:
    tree = tree_of(staff.forms.answer("GET", PLACE + DATING, {}))
    assert tree.xpath("//input[@name='posts.0.id' or @name='id']") == []
    changes = {
        "posts.2.id": ["dating-scams-2027-middle"],
        "posts.2.at": ["14/02/2027 9am"],
        "posts.2.text": ["Love asks for no money.\r\n\r\nVictim Support can help."],
        "runs.1.from": ["1 February 2028"],
        "runs.1.to": ["29 February 2028"],
    }
    answer = staff.saves(DATING, changes)

    assert answer.status == 303, said(answer)
    post = """\
  - id: dating-scams-2027-middle
    at: 2027-02-14 09:00
    text: |
      Love asks for no money.

      Victim Support can help.
"""
    assert f"can help.\n{post}---\n" in text_of(staff, "campaigns/dating-scams.md")
    assert "  - from: 2028-02-01\n    to: 2028-02-29\nposts:" in text_of(staff, "campaigns/dating-scams.md")


def test_a_new_campaign_is_a_file_of_its_own_and_never_over_another(staff: Staff) -> None:
    filled = {
        "title": ["Harbour Week"],
        "summary": ["A week about safe harbours."],
        "about": ["", "any-crime"],
        "services": ["", "victim-support-cumbria"],
        "words": ["Words."],
    }
    answer = staff.saves("new/campaigns", filled)

    assert (answer.status, answer.headers["Location"]) == (303, f"{PLACE}campaigns/harbour-week?saved=yes")
    written = text_of(staff, "campaigns/harbour-week.md")
    assert written == (
        "---\nid: harbour-week\ntitle: Harbour Week\nsummary: A week about safe harbours.\nabout: [any-crime]\n"
        "services: [victim-support-cumbria]\n---\nWords.\n"
    )
    assert staff.saves("new/campaigns", filled | {"summary": ["Other words."]}).status != 303
    assert text_of(staff, "campaigns/harbour-week.md") == written
    assert staff.saves("new/campaigns", {**filled, "id": ["../../escaped"]}).status == 422
    assert list(staff.site.root.parent.rglob("*escaped*")) == []


def test_a_page_s_words_are_changed_and_checked(staff: Staff) -> None:
    about = text_of(staff, "content/about.md")
    listed = tree_of(staff.forms.answer("GET", PLACE, {})).xpath("//ul[@class='records']//a/@href")
    answer = staff.saves("pages/content/about", {"words": ["# The page about\r\n\r\nNew words."]})
    refused = staff.saves("pages/content/privacy", {"words": ["# Privacy\r\n\r\nCome to 7 Gooseberry Lane."]})

    assert f"{PLACE}pages/content/about" in listed
    assert (answer.status, answer.headers["Location"]) == (303, f"{PLACE}pages/content/about?saved=yes")
    assert text_of(staff, "content/about.md") == about.replace("\n\nWords.", "\n\nNew words.")
    assert refused.status == 422
    assert "which is withheld" in tree_of(refused).xpath("string(//*[@id='words-said'])")
    assert staff.forms.answer("GET", f"{PLACE}pages/mkdocs", {}).status == 404


def test_the_head_of_a_page_stays_when_its_words_change(staff: Staff) -> None:
    before = text_of(staff, "content/stay-safe.md")
    answer = staff.saves("pages/content/stay-safe", {"words": ["# The page stay-safe\r\n\r\nOther words."]})

    assert answer.status == 303, said(answer)
    assert text_of(staff, "content/stay-safe.md") == before.replace("\n\nWords.", "\n\nOther words.")
