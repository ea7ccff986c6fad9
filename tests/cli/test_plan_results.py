"""`waymark plan --results`: what came of each campaign is shown, and written only where nothing stands yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site_builder import CAMPAIGN, Done, Site, a_site

SAID = "1,200 impressions and 37 clicks, in 1 row of march.csv, read on 10 February 2027."
ROW = "dating-scams-2027-launch,1200,37\n"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return a_site(tmp_path / "site")


def results(site: Site, text: str, *arguments: str) -> Done:
    site.write("march.csv", text)
    return site.waymark("plan", "--results", str(site.root / "march.csv"), *arguments)


def campaign(site: Site) -> str:
    return (site.root / "campaigns/dating-scams.md").read_text(encoding="utf-8")


def test_it_is_shown_and_nothing_is_written(site: Site) -> None:
    done = results(site, f"Id,Impressions,Clicks\n{ROW}other,5,5\n")

    assert (done.status, campaign(site)) == (0, CAMPAIGN)
    assert done.out.splitlines() == [
        "march.csv: read Impressions, Clicks.",
        "1 row of no campaign of this site: no link to one, no id and no words of a post.",
        f"dating-scams: {SAID}",
        "Nothing was written. To write it: the same command with --write",
    ]


def test_it_is_written_into_a_campaign_that_says_nothing_of_it(site: Site) -> None:
    done = results(site, f"Id,Impressions,Clicks\n{ROW}", "--write")

    assert done.out.splitlines()[-1] == "Written: campaigns/dating-scams.md. Say what it means in your own words."
    assert campaign(site).replace(f'results: "{SAID}"\n', "").replace(f"results: {SAID}\n", "") == CAMPAIGN
    assert SAID in campaign(site)
    assert site.waymark("check").status == 0

    again = results(site, f"Id,Impressions,Clicks\n{ROW}", "--write")
    assert "Its file has results already: change them there." in again.out
    assert again.out.splitlines()[-1] == "Nothing was written."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Date,Message\n1 March,Hello\n", "march.csv: no column of it counts anything we know; name one of them impr"),
        ('{"posts": []}', "march.csv: this is JSON, not a table"),
    ],
)
def test_a_table_without_any_count_is_named(site: Site, text: str, said: str) -> None:
    done = results(site, text)

    assert (done.status, done.err.startswith(said)) == (1, True), done.err


def test_cells_that_are_no_number_are_told(site: Site) -> None:
    done = results(site, "Id,Impressions,Clicks\ndating-scams-2027-launch,1.2K,37\n")

    assert "1 cell not read, as no whole number stands there: write 1200, not 1.2K." in done.out
    assert "dating-scams: 37 clicks, in 1 row of march.csv" in done.out


def test_write_alone_is_wrong_use(site: Site) -> None:
    assert site.waymark("plan", "--write").status == 2
