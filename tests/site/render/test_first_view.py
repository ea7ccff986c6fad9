"""An office with many services and long words: each page that grows with it fits into one round trip, as it is sent."""

from __future__ import annotations

import gzip
import random
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

import pytest

from generator import urls
from generator.model.campaign import Campaign
from generator.model.service import Service
from generator.output import Page
from generator.site.build import Build
from generator.site.render.first_view import MOST, FirstView
from tests.builders import a_campaign, a_post, a_run, a_service
from tests.engines.bare_engine import around
from tests.sites import ROOT, a_publication, a_site, download_at, page_at

PARTS = (
    "gwrth gyf ddeith asol rwydd llon gyfarch iad au dros edd ymgyng hor wydd chwan eg cyn orth llyw odr aeth "
    "cyf iawn der ad fer ol pwys igrwydd ym ateb ddef wyr ang hen ion gwas anaeth"
).split()
GROWS = ("professionals/", "services/", "campaigns/", "feeds/", "what-happened/", "who/", "where/", "kinds/")
KINDS = ("victim-hub", "helpline", "counselling", "idva", "isva")
CRIMES = ("any-crime", "domestic-abuse", "sexual-violence", "hate-crime")


def long_words(seed: int, count: int) -> str:
    """Made-up words as long as Welsh ones can be, no two texts alike, so that they pack as badly as words do."""
    made = random.Random(seed)  # noqa: S311 # no secret hangs on it
    return " ".join("".join(made.choices(PARTS, k=made.randint(3, 6))) for _ in range(count)).capitalize()


def wordy(number: int) -> Service:
    """A service with long words in each text that a list shows."""
    return a_service(
        id=f"gwasanaeth-{number}",
        name=long_words(number, 4),
        kind=KINDS[number % len(KINDS)] if number > 40 else KINDS[0],
        helps_with=[CRIMES[number % len(CRIMES)]],
        summary=f"{long_words(number + 1000, 9)}.",
        who={"audiences": ["everyone"], "not_for": f"{long_words(number + 2000, 5)}."},
        contact=[{"phone": f"01632 960{number:03}", "label": long_words(number + 3000, 2)}],
        when_you_contact={"answered_by": f"{long_words(number + 4000, 5)}."},
        by_when=f"{long_words(number + 5000, 6)}." if number % 10 == 0 else None,
        checked={"on": "2026-11-20", "by": long_words(number + 6000, 2), "how": long_words(number + 7000, 3)},
    )


def over(number: int) -> Campaign:
    """A campaign that has ended."""
    day = f"2026-{number % 9 + 1:02}-{number % 27 + 1:02}"
    changes: dict[str, Any] = {"title": long_words(number, 3), "summary": f"{long_words(number + 500, 9)}."}
    return a_campaign(id=f"ymgyrch-{number}", runs=[a_run(day, day)], posts=[], **changes)


RECORDS: Sequence[Service | Campaign] = (*map(wordy, range(64)), *map(over, range(70)))


@pytest.fixture(scope="module", params=["en", "cy"])
def office(request: pytest.FixtureRequest) -> Build:
    """It, published in a language whose own words are short, and in one whose words are long."""
    return a_publication(*RECORDS, now="2026-11-22 09:00", site=a_site(language=request.param))


def sent(page: Page, build: Build) -> int:
    """The bytes of a page as an engine frames it, and of what it asks for, each as a server sends it."""
    meta = {field.name: getattr(page, field.name) for field in fields(page)}
    shown = {"title": page.title, "content": page.body, "url": page.address, "meta": meta}
    shown |= {"canonical_url": build.frame.settings.absolute(page.address)}
    document = around(ROOT, build).get_template("main.html").render(page=shown).encode()
    files = (document, download_at(urls.STYLESHEET, build), download_at(urls.SCRIPT, build))
    return sum(len(gzip.compress(data, 9)) for data in files)


def test_each_page_that_grows_fits_into_one_round_trip(office: Build) -> None:
    pages = [page for page in office.pages if page.address.startswith(GROWS)]
    sizes = {page.address: sent(page, office) for page in pages}

    assert len(sizes) > 100
    assert {address: size for address, size in sizes.items() if size > MOST} == {}


def test_a_page_for_professionals_is_not_cut_finer_than_it_needs_to_be(office: Build) -> None:
    """Of the most frequent kind each page but the last is full."""
    *full, _ = [page for page in office.pages if page.address.startswith(f"professionals/{KINDS[0]}/")]

    assert full
    assert min(sent(page, office) for page in full) > MOST - 800


def test_a_small_office_has_all_on_one_page_in_every_language() -> None:
    for language in ("en", "cy"):
        build = a_publication(*map(wordy, range(8)), now="2026-11-22 09:00", site=a_site(language=language))

        assert [page.address for page in build.pages if page.address.startswith("professionals/")] == ["professionals/"]
        assert page_at(urls.PROFESSIONALS, build).body.count('class="referral"') == 8
        assert page_at("where/cumbria/", build).body.count('class="card"') == 8


def test_what_is_left_out_in_full_is_there_in_brief(office: Build) -> None:
    """Services of a heavy list, and campaigns that are over."""
    where, campaigns = page_at("where/cumbria/", office).body, page_at(urls.CAMPAIGNS, office).body

    assert 0 < where.count('class="card"') < 64
    assert [n for n in range(64) if f'/services/gwasanaeth-{n}/"' not in where] == []
    assert [n for n in range(70) if f'/campaigns/ymgyrch-{n}/"' not in campaigns] == []
    assert 0 < campaigns.count("<h3>") < 70


@pytest.mark.parametrize("least", [0, 3])
def test_as_many_as_fit_are_shown_and_the_least_in_any_case(least: int) -> None:
    view = FirstView()
    noise = random.Random(1)  # noqa: S311 # as above
    pieces = ["".join(noise.choices("abcdefghijklmnop0123456789", k=2000)) for _ in range(40)]

    shown, body = view.most(lambda count: "".join(pieces[:count]), least, 40)

    assert body == "".join(pieces[:shown])
    assert view.fits(body)
    assert not view.fits("".join(pieces[: shown + 1]))
    assert view.most(lambda count: "".join(pieces), least, 40)[0] == least
    assert view.most(lambda count: "short", least, 40)[0] == 40


def test_where_nothing_fits_each_list_is_as_short_as_it_can_be(monkeypatch: pytest.MonkeyPatch) -> None:
    """A to Z without the kinds of help, one post, five services in full, no campaign that is over in full."""
    monkeypatch.setattr(FirstView, "_room", 0)
    posts = [a_post(id=f"neges-{number}", at=f"2027-02-0{number} 09:00") for number in range(1, 4)]
    build = a_publication(*map(wordy, range(8)), over(1), a_campaign(posts=posts))

    assert "<span>" not in page_at(urls.SERVICES, build).body.partition('class="letters"')[2]
    assert page_at(urls.FEEDS, build).body.count('<p class="dates">') == 1
    assert page_at("where/cumbria/", build).body.count('class="card"') == 5
    assert "<h3>" not in page_at(urls.CAMPAIGNS, build).body.partition('id="over"')[2]


def test_an_office_with_a_document_of_its_own_that_asks_its_engine_still_builds() -> None:
    """What stands around a page can't be known then: it is reckoned."""

    def framed(body: str) -> str:
        raise KeyError(body)

    assert FirstView(framed).fits("short")
    assert not FirstView(framed).fits("".join(random.Random(2).choices("abcdef0123456789", k=30000)))  # noqa: S311
