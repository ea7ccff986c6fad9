"""A kit says what ends, what must stay and what is to change; where a secret place is, it says only when asked."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.kits import LEDGER, files_in, hand_over, site_to_hand_over, take_over
from tests.site_builder import Site

SECRET = re.compile(r"(?i)larkspur|gooseberry|CA99")
WORKFLOW = "jobs:\n  build:\n    env:\n      KEY: ${{ secrets.STORE_KEY }}\n      TOKEN: ${{ secrets.GITHUB_TOKEN }}\n"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return site_to_hand_over(tmp_path)


def test_a_kit_says_where_no_secret_place_is_unless_it_is_asked_to(site: Site) -> None:
    done = hand_over(site, "kit")
    all_of_it = b"".join(files_in(site.root.parent / "kit").values()).decode("utf-8", "replace")
    told = hand_over(site, "told", "--with-withheld")
    services = (site.root.parent / "told/site/services.yaml").read_bytes()

    assert not SECRET.search(all_of_it)
    assert "    places: [{name: Not handed over 1, show: never}]\n" in all_of_it
    assert "It does not say where 1 secret place is: tell the new office by word of mouth" in " ".join(done.out.split())
    assert services == (site.root / "services.yaml").read_bytes()
    assert told.err.startswith("This kit says where secret places are.")
    assert not SECRET.search(told.out + told.err + (site.root.parent / "told/README.md").read_text(encoding="utf-8"))


def test_of_a_place_shown_by_area_what_anyone_may_read_goes_along(site: Site) -> None:
    house = "      - {name: Larkspur House, address: 7 Gooseberry Lane, postcode: CA99 9ZZ"
    site.change(
        "services.yaml",
        f"{house}}}",
        f"{house}, show: area, area: cumbria, source: a letter}}\n      - {{name: Quayside Rooms}}",
    )
    hand_over(site, "kit")
    services = (site.root.parent / "kit/site/services.yaml").read_text(encoding="utf-8")
    places = "places: [{name: Larkspur House, show: area, area: cumbria}, {name: Not handed over 1, show: never}]"

    assert places in services
    assert take_over(site, "--no-input").status == 0


def test_a_secret_place_in_a_comment_is_named_and_no_kit_is_made(site: Site) -> None:
    site.change("services.yaml", "    name: Harbour\n", "    name: Harbour  # it is at 7 Gooseberry Lane\n")
    done = hand_over(site, "kit")

    assert done.status == 1
    assert "services.yaml:20:31: the address of place 1 of harbour-refuge is withheld" in done.err
    assert not SECRET.search(done.err)
    assert not (site.root.parent / "kit").exists()


@pytest.mark.parametrize(
    ("file", "line", "at"),
    [
        (".github/workflows/publish.yml", "  TOKEN: ghp_abcdefghijklmnopqrstuvwxyz0123456789", "2:10"),
        (".github/workflows/own.yml", "  api_key: 'abcdefghijklmnop0123'", "2:3"),
        ("requirements.txt", "-----BEGIN OPENSSH PRIVATE KEY-----", "2:1"),
        ("netlify.toml", 'AUTH_TOKEN = "0123456789abcdef0123"', "2:6"),
        (".gitlab-ci.yml", "git push https://waymark:abcdefgh1234@git.example.org/site.git", "2:10"),
    ],
)
def test_a_key_in_a_file_stops_the_kit_and_is_not_repeated(site: Site, file: str, line: str, at: str) -> None:
    site.write(file, f"# Words\n{line}\n")
    done = hand_over(site, "kit")
    value = max(re.findall(r"[\w-]{8,}", line), key=len)

    assert done.status == 1
    assert f"{file}:{at}: this looks like a key or a password, and a kit never holds one" in done.err
    assert value not in done.err or "PRIVATE" in line
    assert not (site.root.parent / "kit").exists()


def test_keys_are_named_and_those_that_a_host_gives_by_itself_are_not(site: Site) -> None:
    site.write(".github/workflows/publish.yml", WORKFLOW)
    site.write(".gitlab-ci.yml", 'git push "https://waymark:$WAYMARK_PUSH@$CI_SERVER_HOST/x.git"\n')
    hand_over(site, "kit")
    readme = (site.root.parent / "kit/README.md").read_text(encoding="utf-8")

    assert "- `STORE_KEY`, in the settings of the host: `.github/workflows/publish.yml`\n" in readme
    assert "- `WAYMARK_PUSH`, in the settings of the host: `.gitlab-ci.yml`\n" in readme
    assert "GITHUB_TOKEN" not in readme
    assert "CI_SERVER_HOST" not in readme
    assert (site.root.parent / "kit/site/.github/workflows/publish.yml").read_text(encoding="utf-8") == WORKFLOW


def test_what_ends_and_what_comes_stands_in_the_readme_with_its_day(site: Site) -> None:
    contract = (
        "    commissioned_by: [victim-support]\n    contract_until: 2027-03-31\n    contract_extension: 2028-03-31\n"
    )
    site.change(
        "services.yaml",
        "    contact:\n      - phone: 03003030554",
        f"{contract}    contact:\n      - phone: 03003030554",
    )
    hand_over(site, "kit")
    kit = site.root.parent / "kit"
    readme = (kit / "README.md").read_text(encoding="utf-8")

    assert "- Victim Support: ends on 2027-03-31, may go on to 2028-03-31, paid by Victim Support\n" in readme
    assert "- Dating scams: 2027-02-01 to 2027-02-28, confirmed by Us\n" in readme
    assert "**Checks.** 1 check of 2 is due today" in readme
    assert '`feeds: owner: "help.example.org,2026"` in `mkdocs.yml` **never changes**' in readme
    checks = (kit / "checks.csv").read_text(encoding="utf-8-sig").splitlines()
    assert checks[1:] == [
        ",Harbour,harbour-refuge,the service,,,",
        "2027-05-20,Victim Support,victim-support-cumbria,the service,2026-11-20,Communications team,phoned",
    ]
    assert "https://help.example.org/feeds/x.xml" in (kit / "addresses.csv").read_text(encoding="utf-8-sig")
    assert "0845 30 30 900" in (kit / "retired.csv").read_text(encoding="utf-8-sig")
    assert "Us,2026-11-20,2026-11-20,dates of campaigns confirmed: 1" in (kit / "vouched.csv").read_text(
        encoding="utf-8-sig"
    )


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ("site/kit", "who keeps that folder in git would keep the kit with it; name a folder beside it"),
        ("site", "who keeps that folder in git would keep the kit with it"),
        ("repository/kit", "is in"),
        ("public/kit", "is, or becomes, public, and this must not be; write it elsewhere"),
        ("full", "is not empty, and is no kit; name a new folder, such as ../hand-over"),
        ("file", "is a file; name a new folder"),
        ("file/kit", "file"),
    ],
)
def test_a_kit_never_stands_where_it_would_be_seen_or_kept_or_where_something_is_lost(
    site: Site, to: str, said: str
) -> None:
    around = site.root.parent
    for folder in ("repository/.git", "public", "full"):
        (around / folder).mkdir(parents=True)
    (around / "full/letter.txt").write_text("Dear all", encoding="utf-8")
    (around / "file").write_text("Dear all", encoding="utf-8")
    before = files_in(around)
    done = hand_over(site, to)

    assert done.status == 2, done.out
    assert said in " ".join(done.err.split())
    assert files_in(around) == before


def test_a_newer_kit_takes_the_place_of_an_older_one(site: Site) -> None:
    hand_over(site, "kit")
    site.write("campaigns/published.csv", LEDGER + "dating-scams-2027-last,2027-02-27T09:45:00+00:00\n")
    site.change("content/rights.md", "Words.", "More words.")
    done = hand_over(site, "kit", now="2027-02-28T09:00")
    kit = site.root.parent / "kit"

    assert done.status == 0
    assert json.loads((kit / "kit.json").read_bytes())["made"] == "2027-02-28 09:00"
    assert "dating-scams-2027-last" in (kit / "site/campaigns/published.csv").read_text(encoding="utf-8")
    assert [path.name for path in site.root.parent.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("line", ["site_url: nonsense", "site_url: ["])
def test_settings_that_are_wrong_are_named_and_no_kit_is_made(site: Site, line: str) -> None:
    (at,) = (one for one in (site.root / "mkdocs.yml").read_text().splitlines() if one.startswith("site_url:"))
    site.change("mkdocs.yml", at, line)
    done = hand_over(site, "kit")

    assert done.status == 1
    assert done.err.startswith("mkdocs.yml:")
    assert "Waymark itself made a mistake" not in done.err
    assert not (site.root.parent / "kit").exists()
