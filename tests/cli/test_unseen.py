"""What nobody may see is found where its author wrote it: by the check, `new post`, the preview, at last the build."""

from __future__ import annotations

import pytest

from generator.preview.snapshot import PreviewDay, look
from tests.builders import at
from tests.cli.old_site import assert_the_old_site_stands
from tests.cli.talking import FILE, Talk, new, text
from tests.site_builder import CAMPAIGN, Site

RETIRED = "0845 30 30 900 is retired (old Supportline); take it out, or find the new number"


def backwards(words: str) -> str:
    """What a template writes as these words, and holds the other way round: the build alone finds them."""
    return f"{{{{ '{words[::-1]}' | reverse }}}}"


SECRETS = pytest.mark.parametrize(
    ("secret", "what"),
    [
        ("Larkspur House", "name"),
        ("7 Gooseberry Lane", "address"),
        ("CA99 9ZZ", "postcode"),
        ("ca999zz", "postcode"),
    ],
)


@SECRETS
def test_a_secret_in_a_template_is_named_where_it_was_written_and_leaves_the_old_site(
    secret: str, what: str, old: Site
) -> None:
    old.take_template("exit.html")
    old.change("overrides/exit.html", "<body>", f"<body>For example {secret}.")

    for command in ("check", "build"):
        done = old.waymark(command)
        assert done.status == 1
        said, *_, count = done.err.splitlines()
        assert said == (
            f"overrides/exit.html:15:19: this is the {what} of place 1 of harbour-refuge, which is withheld; take it "
            "out, and say how to get in touch instead"
        )
        assert count.startswith("1 to mend in 1 file")
    assert_the_old_site_stands(old)


@SECRETS
def test_a_secret_that_only_the_build_finds_is_named_where_it_came_out_and_leaves_the_old_site(
    secret: str, what: str, old: Site
) -> None:
    old.take_template("exit.html")
    old.change("overrides/exit.html", "<body>", f"<body>For example {backwards(secret)}.")
    done = old.waymark("build")

    assert done.status == 1
    assert done.err.splitlines() == [
        "1 must not be public, but got out:",
        f"exit/index.html:14:19: the {what} of place 1 of harbour-refuge (services.yaml:29) is withheld, but it is in "
        "this file",
    ]
    assert_the_old_site_stands(old)


def test_a_number_that_only_the_build_finds_is_named_where_it_came_out(old: Site) -> None:
    words = f"<body>\n<p>Call {backwards('0845-3030-900')}, or {backwards('01632 960777')}.</p>"
    old.take_template("exit.html")
    old.change("overrides/exit.html", "<body>", words)
    done = old.waymark("build")
    unseen = "may not be shown: it is retired, or nobody has checked it"

    assert done.status == 1
    assert done.err.splitlines() == [
        "2 must not be public, but got out:",
        f"exit/index.html:15:9: 0845-3030-900 {unseen}",
        f"exit/index.html:15:27: 01632 960777 {unseen}",
    ]
    assert_the_old_site_stands(old)


@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("0845 30 30 900", RETIRED.removeprefix("0845 30 30 900 ")),
        (
            "01632960777",
            "is not checked, so nobody may see it; take it out, or record a check: waymark due --done harbour-refuge",
        ),
    ],
)
def test_a_number_of_a_day_to_come_is_named_in_the_authors_file(number: str, why: str, old: Site) -> None:
    old.change("campaigns/dating-scams.md", "It was never your fault. Victim Support", f"Call {number}. Victim Support")
    place = "campaigns/dating-scams.md:15:16:"

    for command in ("check", "build"):
        done = old.waymark(command, now="2027-02-01T08:00")
        assert done.status == 1
        assert done.err.splitlines()[0] == f"{place} {number} {why}"
        assert done.err.splitlines()[-1] == "1 to mend in 1 file."
    assert_the_old_site_stands(old)


def test_a_new_post_with_a_number_that_is_retired_is_not_written(site: Site) -> None:
    done = new(site, "post", "dating-scams", "--at", "2027-02-16 09:00", "--text", "Call 0845 30 30 900.")

    assert done.status == 1
    assert f"{FILE}:18:16: {RETIRED}" in done.err.splitlines()
    assert text(site) == CAMPAIGN


def test_somebody_who_types_such_a_number_is_told_at_once_and_may_mend_it(site: Site, talk: Talk) -> None:
    done = talk.new(
        site,
        ["post", "dating-scams", "--at", "2027-02-16 09:00", "--title", "Talk"],
        *["", "Call Victim Support: 0845 30 30 900.", "Talk first. Victim Support can help.", ""],
    )

    assert (done.status, done.err) == (0, "")
    assert f"  {RETIRED}." in done.out
    assert "0845" not in text(site)


def test_a_preview_of_any_day_names_it(site: Site) -> None:
    site.change(FILE, "It was never your fault.", "Call 0845 30 30 900.")

    assert [str(problem) for problem in look(site.root, PreviewDay(at("2026-11-24 09:00"))).problems] == [
        f"{FILE}:15:16: {RETIRED}"
    ]
