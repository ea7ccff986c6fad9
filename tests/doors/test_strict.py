"""`waymark check --strict`: advice stops it, but where there is still time."""

from __future__ import annotations

from pathlib import Path

from tests.site_builder import Site, a_site

DATING = "campaigns/dating-scams.md"
A_LATER_RUN = "runs:\n  - {from: %s, to: 2027-12-31}\n"


def with_a_run_from(first: str, folder: Path) -> Site:
    """The fixture site with another run, unconfirmed, on line 8."""
    site = a_site(folder / "site")
    site.change(DATING, "runs:\n", A_LATER_RUN % first)
    return site


def test_a_run_to_confirm_within_60_days_is_said_and_may_wait(tmp_path: Path) -> None:
    done = with_a_run_from("2027-04-01", tmp_path).waymark("check", "--strict")

    assert done.status == 0
    assert (
        "advice: campaigns/dating-scams.md:8:5: this run starts in 50 days, on 2027-04-01, and nobody has confirmed "
        "it: confirm it by 2027-03-11, or nothing goes out"
    ) in done.out.splitlines()


def test_r31_a_run_to_confirm_within_21_days_fails_only_a_strict_check(tmp_path: Path) -> None:
    site = with_a_run_from("2027-03-01", tmp_path)
    relaxed, strict = site.waymark("check"), site.waymark("check", "--strict")

    assert (relaxed.status, relaxed.err) == (0, "")
    assert (strict.status, strict.err) == (1, "1 to mend in 1 file.\n")
    assert [line for line in strict.out.splitlines() if line.startswith("advice: ")] == [
        "advice: campaigns/dating-scams.md:8:5: this run starts in 19 days, on 2027-03-01, and nobody has confirmed "
        "it: confirm it by 2027-02-10, or nothing goes out"
    ]


def test_a_post_too_long_for_one_channel_stops_a_build(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.change(DATING, "Talk to a friend first.", "Talk to a friend first. " + "a" * 200)
    done = site.waymark("build")

    assert done.status == 1
    assert done.err.splitlines() == [
        "campaigns/dating-scams.md:12:11: this has 323 characters on Bluesky, 74 of them for its link; the most is "
        "300: shorten it, or write other words for bluesky under variants",
        f"  12 |     text: Talk to a friend first. {'a' * 58}…",
        f"     |           {'^' * 83}",
        "",
        "1 to mend in 1 file.",
    ]
    assert not site.built.exists()
