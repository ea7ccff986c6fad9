"""What could be better is said by `check` and by `build`, and stops neither."""

from __future__ import annotations

from pathlib import Path

from tests.site_builder import a_site

OLD = "---\nchecked: {on: 2026-01-31, by: Us, how: read}\n---\n# Stay safe online\n"
ADVICE = (
    "advice: content/stay-safe.md:2:15: last checked on 2026-01-31, more than 180 days ago; read the page again, "
    "and write the day"
)


def test_a_safety_page_that_is_due_is_advice_and_no_mistake(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site", **{"content/stay-safe.md": OLD})

    checked, built = site.waymark("check"), site.waymark("build")

    assert (checked.status, built.status) == (0, 0)
    assert ADVICE in checked.told
    assert ADVICE in built.told


def test_a_link_of_a_standing_page_that_leads_nowhere_stops_the_build(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site", **{"content/about.md": "# About\n\nSee [us](abuot.md).\n"})

    done = site.waymark("build")

    assert done.status == 1
    assert any("content/about.md:3:10: 'abuot.md' leads nowhere" in line for line in done.told)


def test_words_that_this_site_never_says_stop_the_build(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site", **{"content/privacy.md": "# Privacy\n\nWe hide your visit.\n"})

    done = site.waymark("build")

    assert (done.status, done.told[0]) == (
        1,
        'content/privacy.md:3:4: "hide your visit" is not what we say here, because no website can promise it; '
        'write "hide the page"',
    )
