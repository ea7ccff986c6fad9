"""A post with other words than those approved does not go out; a place that was kept secret stays so."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from generator.diagnostics import ContentError
from generator.staff.planning.ledger_rows import plan_release
from tests.approval_site import (
    ALEX,
    CAMPAIGN,
    PLACE,
    PLACES,
    POST,
    SAM,
    WORDS,
    TwoPeople,
    people,
    said,
    waits,
)
from tests.cli.in_process import waymark

__all__ = ["people"]


def a_picture(side: int) -> bytes:
    out = BytesIO()
    Image.new("RGB", (side, side)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (WORDS, f"{WORDS} Call today."),
        ("at: 2027-02-01 09:00", "at: 2027-02-02 09:00"),
        (f"    text: {WORDS}", f"    channels: [x]\n    text: {WORDS}"),
        (f"    text: {WORDS}", f"    variants: {{bluesky: Talk to us.}}\n    text: {WORDS}"),
        (f"text: {WORDS}", f"text: {{en: {WORDS}, cy: Siaradwch â ni.}}"),
        (f"    text: {WORDS}", f"    title: Talk to us\n    text: {WORDS}"),
        ("title: Dating scams", "title: Romance fraud"),
    ],
)
def test_a_post_with_other_words_waits_and_a_release_says_so(people: TwoPeople, old: str, new: str) -> None:
    people.changes(ALEX, CAMPAIGN, old, new)
    now = "2027-02-01T10:00" if "02-02" not in new else "2027-02-02T10:00"
    edition = people.edition(now)

    assert POST in waits(people)
    assert "dating-scams-2027-launch" not in [post.id for _, post in edition.released_posts]
    done = waymark(people.root, ["release", "--no-input"], now=now)
    assert (done.status, done.err) == (0, "")
    assert "1 post will wait, for somebody else to approve it (waymark approve): dating-scams-2027-launch." in done.out
    assert (people.root / "campaigns/published.csv").read_text(encoding="utf-8") == "post,published\n"
    assert people.approves(SAM, POST, now=now).status == 0
    assert "Next" in waymark(people.root, ["release", "--no-input"], now=now).out
    rows = (people.root / "campaigns/published.csv").read_text(encoding="utf-8").splitlines()
    assert [row.partition(",")[0] for row in rows[1:]] == ["dating-scams-2027-launch"]


def test_another_picture_of_the_same_name_is_another_one(people: TwoPeople) -> None:
    people.site.write("content/images/harbour.png", a_picture(8))
    people.changes(ALEX, CAMPAIGN, "posts:", "image: {file: images/harbour.png, alt: A harbour}\nposts:")
    assert people.approves(SAM, POST, "posts/dating-scams-2027-last").status == 0
    assert waits(people) == []
    people.site.write("content/images/harbour.png", a_picture(9))
    people.keeps(SAM, "Another picture")

    assert waits(people) == [POST, "posts/dating-scams-2027-last"]
    assert people.approves(SAM, POST).status == 1
    assert people.approves(ALEX, POST).status == 0


def test_a_withdrawn_post_needs_nobody(people: TwoPeople) -> None:
    people.changes(ALEX, CAMPAIGN, f"    text: {WORDS}", f"    withdrawn: true\n    text: {WORDS}")

    assert waits(people) == []
    assert plan_release(people.edition(), people.content().settings).new == []


def test_other_words_of_a_post_that_is_out_stop_the_build_and_can_be_put_back(people: TwoPeople) -> None:
    now = "2027-02-01T10:00"
    assert waymark(people.root, ["release", "--no-input"], now=now).status == 0
    people.changes(ALEX, CAMPAIGN, WORDS, "Call 01632 960999 now.")

    assert said(people)["released-post-changed"] == (
        f"{CAMPAIGN}:12:11: post dating-scams-2027-launch went out, and somebody changed its words; put them back as "
        f"they were, or somebody else looks at it: waymark approve {POST}"
    )
    people.changes(ALEX, CAMPAIGN, "Call 01632 960999 now.", WORDS)
    assert said(people) == {}
    people.changes(ALEX, CAMPAIGN, "title: Dating scams", "title: Romance fraud")
    assert "released-post-changed" not in said(people)  # its own words are those that went out


@pytest.mark.parametrize("show", ["full", "area"])
def test_a_secret_place_that_somebody_would_show_stays_secret(people: TwoPeople, show: str) -> None:
    people.changes(ALEX, "services.yaml", PLACE, f"{PLACE[:-1]}, show: {show}}}")
    with pytest.raises(ContentError) as refused:
        people.edition()

    assert [str(one) for one in refused.value.problems] == [
        "services.yaml:19:9: a place of harbour-refuge that was kept secret is another, or is gone, so nothing keeps "
        "it secret; put it back as it was, or somebody else looks at it: waymark approve places/harbour-refuge"
    ]
    assert people.approves(ALEX, PLACES).status == 1
    assert people.approves(SAM, PLACES).status == 0
    edition = people.edition()
    (refuge,) = (one for one in edition.catalogue.services if one.id == "harbour-refuge")
    assert edition.catalogue.shows(refuge, refuge.places[0]) == show


def test_a_new_place_of_a_refuge_is_secret_until_then(people: TwoPeople) -> None:
    new = "\n      - {name: Plover House, address: 9 Zanzibar Quay, postcode: CA98 8ZZ, show: full}"
    people.changes(ALEX, "services.yaml", PLACE, PLACE + new)
    edition = people.edition()

    assert said(people)["places-wait-for-approval"] == (
        "services.yaml:19:9: what is shown of the places of harbour-refuge waits for a second person, and nothing "
        "more is shown before; somebody else looks at it: waymark approve places/harbour-refuge"
    )
    assert "9 Zanzibar Quay" in edition.withheld
    assert people.approves(SAM, PLACES).status == 0
    assert "9 Zanzibar Quay" not in people.edition().withheld


@pytest.mark.parametrize("new", ["{name: Larkspur House, address: 8 Gooseberry Lane, postcode: CA99 9ZZ}", None])
def test_a_secret_place_that_is_another_or_gone_stops_the_build(people: TwoPeople, new: str | None) -> None:
    old = PLACE if new else f"    places:\n      - {PLACE}\n"
    people.changes(ALEX, "services.yaml", old, new or "")
    assert "secret-place-changed" in said(people)
    done = waymark(people.root, ["build"])
    assert (done.status, "put it back as it was" in " ".join(done.err.split())) == (1, True)
    assert not people.site.built.exists()
    assert people.approves(ALEX, PLACES).status == 1
    assert people.approves(SAM, PLACES).status == 0
    assert said(people) == {}


def test_a_secret_place_whose_service_is_gone_is_missed(people: TwoPeople) -> None:
    text = (people.root / "services.yaml").read_text(encoding="utf-8")
    start, end = text.index("  - id: harbour-refuge"), text.index("retired_numbers:")
    people.site.write("services.yaml", text[:start] + text[end:])
    people.keeps(ALEX)

    assert "secret-place-changed" in said(people)
    assert people.approves(SAM, PLACES).status == 0
    assert said(people) == {}


def test_files_that_can_t_be_read_are_named_and_no_place_in_them_counts_as_gone(people: TwoPeople) -> None:
    for broken in ("services:\n\t- id: a\n", "services:\n  - id: harbour-refuge\n", ""):
        people.site.write("services.yaml", broken)

        assert "secret-place-changed" not in said(people)
        assert waymark(people.root, ["check"]).status == 1


def test_a_place_that_becomes_secret_is_so_at_once(people: TwoPeople) -> None:
    hub = "    contact:\n      - phone: 03003030554"
    place = "    places:\n      - {name: Harbour office, address: 1 Pelican Road, postcode: CA97 7ZZ"
    people.changes(ALEX, "services.yaml", hub, f"{place}, show: full}}\n{hub}")
    assert waits(people) == []
    assert "1 Pelican Road" not in people.edition().withheld
    people.changes(ALEX, "services.yaml", "CA97 7ZZ, show: full}", "CA97 7ZZ, show: never}")

    assert "1 Pelican Road" in people.edition().withheld
    assert waits(people) == ["places/victim-support-cumbria"]
    assert people.approves(SAM, "places/victim-support-cumbria").status == 0
    people.changes(SAM, "services.yaml", "CA97 7ZZ, show: never}", "CA97 7ZZ, show: full}")
    assert "secret-place-changed" in said(people)
