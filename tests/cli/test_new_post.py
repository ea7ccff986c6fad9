"""`waymark new post`: one more message, which every channel takes."""

from __future__ import annotations

import pytest

from tests.cli.talking import FILE, Talk, is_good, new, text, unchanged
from tests.site_builder import CAMPAIGN, Site


def test_a_post_goes_behind_the_others_with_an_id_made_of_its_title(site: Site) -> None:
    done = new(
        site,
        *("post", "dating-scams", "--at", "2027-02-15 12:00", "--title", "Talk to a friend first"),
        *("--text", "Talk first. Victim Support can help. #Scams", "--channel", "x,bluesky"),
    )
    new_post = (
        "  - id: dating-scams-2027-talk-to-a\n    at: 2027-02-15 12:00\n    title: Talk to a friend first\n"
        '    text: "Talk first. Victim Support can help. #Scams"\n    channels: [x, bluesky]\n'
    )

    assert (done.status, done.err) == (0, "")
    assert text(site) == CAMPAIGN.replace("---\nWords", f"{new_post}---\nWords")
    assert is_good(site)


def test_advice_on_a_new_post_is_said_with_it(site: Site) -> None:
    done = new(site, "post", "dating-scams", "--at", "2027-02-15 12:00", "--text", "Talk first.")

    assert f"It could be better: {FILE}:18:11: this names no way to get help" in done.out


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["nothing"], "--campaign: 'nothing' is not a campaign; choose one of: dating-scams"),
        (["dating-scams"], "--at is missing: When does it go out?"),
        (
            ["dating-scams", "--at", "30/02/2027 9am"],
            "--at: '30/02/2027 9am' is not a day and a time; February 2027 has 28 days",
        ),
        (["dating-scams", "--at", "noon"], "--at: 'noon' is not a day and a time; write it as 2027-02-01 09:00"),
        (
            ["dating-scams", "--at", "2027-03-01 09:00"],
            "--at: 2027-03-01 is not a day of this campaign; choose one from 2027-02-01 to 2027-02-28",
        ),
        (["dating-scams", "--at", "2027-02-15 12:00"], "--text is missing: What does it say?"),
        (
            ["dating-scams", "--at", "2027-02-15 12:00", "--id", "dating-scams-2027-last"],
            "--id: 'dating-scams-2027-last' is already the id of a post; choose another",
        ),
        (
            ["dating-scams", "--at", "2027-02-15 12:00", "--channel", "twitter"],
            "--channel: 'twitter' is not a channel; ",
        ),
    ],
)
def test_what_is_missing_or_wrong_for_a_post_is_named(options: list[str], words: str, site: Site) -> None:
    done = new(site, "post", *options)

    assert done.err.splitlines()[-1].startswith(f"Error: {words}")
    assert unchanged(done, site)


def test_a_post_that_is_too_long_is_named_with_its_line_and_not_written(site: Site) -> None:
    done = new(site, "post", "dating-scams", "--at", "2027-02-15 12:00", "--text", "Victim Support can help. " * 20)

    assert done.status == 1
    assert f"{FILE}:18:11: this has " in done.err
    assert text(site) == CAMPAIGN


def test_a_campaign_without_a_run_takes_no_post(site: Site) -> None:
    site.write(FILE, "---\nid: a\ntitle: A\nsummary: B.\nabout: [any-crime]\n---\n")
    done = new(site, "post", "a", "--at", "2027-02-15 12:00", "--text", "Words.")

    assert (done.status, done.err.splitlines()[-1]) == (
        2,
        "Error: a has no run, so no post can go out; waymark new run a first",
    )


def test_without_a_campaign_there_is_nothing_to_add_to(site: Site) -> None:
    (site.root / FILE).unlink()
    done = new(site, "run", "--from", "2027-02-01", "--until", "2027-02-02")

    assert done.err.splitlines()[-1] == "Error: there is no campaign yet; begin with waymark new campaign"


def test_somebody_mends_the_words_of_a_post_until_every_channel_takes_them(site: Site, talk: Talk) -> None:
    done = talk.new(
        site,
        ["post", "dating-scams"],
        *["2027-03-01 09:00", "2027-02-15 12:00", "Talk first", ""],
        *["Victim Support can help. " * 20, "Talk first.", "n", "Talk first. Victim Support can help.", ""],
    )

    assert (done.status, done.err) == (0, "")
    assert "  2027-03-01 is not a day of this campaign; choose one from 2027-02-01 to 2027-02-28." in done.out
    assert "  this has " in done.out
    assert "  It could be better: this names no way to get help" in done.out
    assert "    text: Talk first. Victim Support can help.\n---\n" in text(site)


def test_a_time_is_taken_as_people_type_it(site: Site) -> None:
    done = new(site, "post", "dating-scams", "--at", "15/02/2027 9am", "--text", "Talk first. Victim Support can help.")

    assert (done.status, done.err) == (0, "")
    assert "at: 2027-02-15 09:00\n" in text(site)
