from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from generator.model.campaign import Run
from tests.builders import a_campaign, a_post, a_run


def refused(**changes: Any) -> list[tuple[tuple[str | int, ...], str]]:
    with pytest.raises(ValidationError) as error:
        a_campaign(**changes)
    return [(found["loc"], str(found.get("ctx", {}).get("error", found["msg"]))) for found in error.value.errors()]


def test_a_run_of_one_day_starts_and_ends_on_it() -> None:
    run = Run.model_validate(a_run("2027-03-08", "2027-03-08"))

    assert run.first == run.last


def test_a_run_ends_after_it_starts() -> None:
    assert refused(runs=[a_run("2027-02-28", "2027-02-01")]) == [
        (
            ("runs", 0, "to"),
            "this run ends on 2027-02-01, before it starts on 2027-02-28; mend one of the two",
        )
    ]


def test_a_run_is_announced_before_it_starts() -> None:
    assert refused(runs=[a_run(announce="2027-02-02")]) == [
        (
            ("runs", 0, "announce"),
            "this run is announced on 2027-02-02, after it starts on 2027-02-01; mend one of the two",
        )
    ]


def test_a_run_is_called_off_by_its_last_day() -> None:
    assert refused(runs=[a_run(called_off="2027-03-01")]) == [
        (
            ("runs", 0, "called_off"),
            "this run is called off on 2027-03-01, after it ends on 2027-02-28; mend one of the two",
        )
    ]


def test_a_run_may_be_announced_on_its_first_day() -> None:
    assert a_campaign(runs=[a_run(announce="2027-02-01")]).runs[0].announce is not None


def test_a_campaign_is_for_everyone_unless_it_says_for_whom() -> None:
    assert a_campaign().audiences == ("everyone",)


def test_a_post_goes_to_every_channel_unless_it_says_to_which() -> None:
    assert a_campaign().posts[0].channels == ()


def test_a_post_may_have_other_words_for_a_channel() -> None:
    assert a_campaign(posts=[a_post(variants={"x": "Short."})]).posts[0].variants == {"x": "Short."}


def test_a_picture_says_what_it_shows() -> None:
    assert [loc for loc, _ in refused(image={"file": "images/a.png"})] == [("image", "alt")]


def test_a_campaign_is_about_something() -> None:
    assert [loc for loc, _ in refused(about=[])] == [("about",)]
