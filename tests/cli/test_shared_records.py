"""What several offices share is kept once: each command reads it, none writes to it, and an office may say its own."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli.talking import Talk
from tests.site_builder import NOW, SERVICES_YAML, Done, Site, a_site, called

NATIONAL = """\
areas:
  england: {name: England}
organisations:
  harbour-trust: {name: Harbour Trust}
services:
  - id: harbour-helpline
    name: Harbour Helpline
    kind: helpline
    organisation: harbour-trust
    summary: A free line for anyone.
    helps_with: [any-crime]
    areas: [england]
    contact:
      - phone: 0808 157 0123
        label: The line of all
    checked: {on: 2026-11-20, by: All offices, how: phoned}
  - id: quay-refuge
    name: Quay
    kind: refuge
    organisation: harbour-trust
    summary: A safe place to stay.
    helps_with: [domestic-abuse]
    areas: [england]
    places:
      - {name: Damson House, address: 9 Quince Lane, postcode: CA99 8ZZ}
"""
OWN = """\
  - id: harbour-helpline
    over: shared
    contact:
      - phone: 01632 960123
        label: Our own line
    checked: {on: 2026-11-21, by: Us, how: phoned}
"""
SHARED = "../shared/national.yaml"


@pytest.fixture
def office(tmp_path: Path) -> Site:
    """One office of a repository with what it shares beside it."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared/national.yaml").write_text(NATIONAL, encoding="utf-8")
    site = a_site(tmp_path / "office")
    site.change("mkdocs.yml", "      feeds:", f"      shared: {SHARED}\n      feeds:")
    site.change("services.yaml", "cumbria: {name: Cumbria}", "cumbria: {name: Cumbria, within: england}")
    return site


def run(site: Site, *arguments: str) -> Done:
    return called([*arguments, "--now", NOW], site.root)


def over(site: Site, text: str = OWN) -> None:
    site.change("services.yaml", "retired_numbers:", f"{text}retired_numbers:")


def page(site: Site, name: str) -> str:
    built = run(site, "build")
    assert (built.status, built.err) == (0, "")
    return (site.built / "services" / name / "index.html").read_text(encoding="utf-8")


def test_what_is_shared_is_on_the_site_and_nothing_secret_of_it(office: Site) -> None:
    text = page(office, "harbour-helpline")

    assert "0808 157 0123" in text
    assert "details are our own" not in text
    assert (office.built / "services/quay-refuge/index.html").is_file()
    assert [one for one in office.built.rglob("*") if one.is_file() and b"Quince Lane" in one.read_bytes()] == []


def test_a_number_of_the_office_s_own_stands_over_the_shared_one_and_the_page_says_so(office: Site) -> None:
    over(office)
    text = page(office, "harbour-helpline")

    assert "01632 960123" in text
    assert "0808 157 0123" not in text
    assert "Some of these details are our own, for people in this area. In other areas they are different." in text
    assert "A free line for anyone." in text


def test_the_check_of_the_shared_number_does_not_speak_for_another(office: Site) -> None:
    over(office, OWN.replace("    checked: {on: 2026-11-21, by: Us, how: phoned}\n", ""))

    assert "01632 960123" not in page(office, "harbour-helpline")


def test_what_is_hidden_is_nowhere_and_its_secrets_stay_secret(office: Site) -> None:
    office.change("mkdocs.yml", "      feeds:", "      hide: [quay-refuge]\n      feeds:")
    good = run(office, "check")
    (office.root / "content/privacy.md").write_text("# Privacy\n\nCome to 9 Quince Lane.\n", encoding="utf-8")
    told = run(office, "check")

    assert good.status == 0, good.err
    assert told.status == 1
    assert "content/privacy.md:3" in told.err
    assert "Quince" not in told.out + told.err


@pytest.mark.parametrize("kinds", ["kinds: [refuge, idva]", "kinds: [idva, not-known]", "kind: not-known"])
def test_what_is_hidden_is_secret_of_whatever_kinds_it_is(office: Site, kinds: str) -> None:
    office.change("mkdocs.yml", "      feeds:", "      hide: [quay-refuge]\n      feeds:")
    national = office.root.parent / "shared/national.yaml"
    national.write_text(NATIONAL.replace("kind: refuge", kinds), encoding="utf-8")
    built = run(office, "build")
    (office.root / "content/privacy.md").write_text("# Privacy\n\nCome to 9 Quince Lane.\n", encoding="utf-8")

    assert built.status == 0, built.err
    assert run(office, "check").status == 1


@pytest.mark.parametrize(
    ("settings", "own", "said"),
    [
        ("hide: [quay-refug]", "", "'quay-refug' is no service of a file that shared: names"),
        (
            "hide: [victim-support-cumbria]",
            "",
            "shared: names; use one of: harbour-helpline, quay-refuge",
        ),
        ("", OWN.replace("harbour-helpline", "harbour-helplin"), 'did you mean "harbour-helpline"?'),
        ("", OWN.replace("over: shared", "over: theirs"), "'theirs' is nothing to stand over; write over: shared"),
        ("", f"{OWN}    name: Ours\n", '"name" can\'t stand over a shared record'),
        ("", f"{OWN}{OWN}", '"harbour-helpline" is already an id, at services.yaml:'),
        ("", OWN.replace("    over: shared\n", ""), '"name" is missing'),
        ("", OWN.replace("phone: 01632 960123", "phone: 12"), "services.yaml:"),
        ("hide: [harbour-helpline]", OWN, "'harbour-helpline' is hidden here, and a record of yours stands over it"),
        ("hide: [harbour-helpline]\n      first_line: harbour-helpline", "", "hide: in mkdocs.yml keeps it out"),
    ],
)
def test_a_slip_is_named_at_its_place(office: Site, settings: str, own: str, said: str) -> None:
    if settings:
        office.change("mkdocs.yml", "      feeds:", f"      {settings}\n      feeds:")
    if own:
        over(office, own)
    done = run(office, "check")

    assert done.status == 1
    assert said in " ".join(done.err.split())
    assert ("mkdocs.yml:" if settings else "services.yaml:") in done.err


def test_a_campaign_that_points_to_what_is_hidden_is_told_so(office: Site) -> None:
    office.change("mkdocs.yml", "      feeds:", "      hide: [harbour-helpline]\n      feeds:")
    office.change("campaigns/dating-scams.md", "[victim-support-cumbria]", "[harbour-helpline]")
    done = run(office, "check")

    assert done.status == 1
    assert "campaigns/dating-scams.md:6" in done.err
    assert "hide: in mkdocs.yml keeps it out; take it out there, or here" in " ".join(done.err.split())


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("../../elsewhere.yaml", "names a file outside the repository, the folder that git keeps"),
        ("/etc/passwd", "does not lead from the folder of this file to another; write it as ../shared/national.yaml"),
        ("a/../../b.yaml", "does not lead from the folder of this file to another"),
        ("..", "does not lead from the folder of this file to another"),
        ("../shared/none.yaml", "../shared/none.yaml:1:1: this file is missing"),
    ],
)
def test_a_shared_file_is_in_the_repository_or_it_is_said(office: Site, named: str, said: str) -> None:
    (office.root.parents[1] / "elsewhere.yaml").write_text(NATIONAL, encoding="utf-8")
    office.change("mkdocs.yml", SHARED, named)
    done = run(office, "check")

    assert done.status == 1
    assert said in " ".join(done.err.split())


def test_a_link_that_leads_out_of_the_repository_shares_nothing(office: Site) -> None:
    outside = office.root.parents[1] / "outside.yaml"
    outside.write_text(NATIONAL, encoding="utf-8")
    (office.root.parent / "shared/national.yaml").unlink()
    (office.root.parent / "shared/national.yaml").symlink_to(outside)

    assert "names a file outside the repository" in run(office, "check").err


def test_a_check_of_a_shared_record_is_written_where_it_is_kept_and_not_by_an_office(office: Site) -> None:
    by = ("due", "--done", "harbour-helpline", "--by", "Sam Reed", "--how", "phoned")
    refused = run(office, *by)
    over(office)
    done = run(office, *by)

    assert refused.status == 2
    assert f"harbour-helpline is kept in {SHARED}, for several offices, and no command writes there" in " ".join(
        refused.err.split()
    )
    assert done.status == 0, done.err
    assert "checked: {on: 2027-02-10, by: Sam Reed, how: phoned}" in (office.root / "services.yaml").read_text()
    assert (office.root.parent / "shared/national.yaml").read_text() == NATIONAL


def test_an_import_changes_no_shared_record_and_says_where_it_is_kept(office: Site) -> None:
    exported = run(office, "export", "--to", "table.csv")
    (office.root / "table.csv").write_text(
        (office.root / "table.csv").read_text(encoding="utf-8-sig").replace("A free line for anyone.", "A new line."),
        encoding="utf-8",
    )
    done = run(office, "import", "table.csv", "--update", "--write")

    assert exported.status == 0, exported.err
    assert done.status == 1
    words = f"harbour-helpline is kept in {SHARED}, for several offices; change it there: no import does"
    assert words in " ".join((done.out + done.err).split())
    assert (office.root.parent / "shared/national.yaml").read_text() == NATIONAL


NEW = (
    *("new", "service", "--no-input", "--name", "Quayside", "--kind", "helpline", "--organisation", "harbour-trust"),
    *("--summary", "A line for anyone.", "--helps-with", "any-crime", "--area", "cumbria"),
)


def test_a_new_record_is_written_to_the_office_s_own_file(office: Site, talk: Talk) -> None:
    done = run(office, *NEW)

    assert done.status == 0, done.err
    assert "services.yaml:" in done.out
    assert "id: quayside" in (office.root / "services.yaml").read_text()
    assert (office.root.parent / "shared/national.yaml").read_text() == NATIONAL


def test_a_new_record_goes_where_its_nearest_sibling_stands_and_the_place_is_said_first(office: Site) -> None:
    near = SERVICES_YAML.partition("services:\n")[2].partition("  - id: harbour-refuge")[0]
    far = near.replace("victim-support-cumbria", "far").replace("areas: [cumbria]", "areas: [england]")
    office.write("services/a-near.yaml", f"services:\n{near}")
    office.write("services/b-far.yaml", f"services:\n{far}")
    lists = SERVICES_YAML.partition("services:\n")[0].replace("Cumbria}", "Cumbria, within: england}")
    office.write("services/c-lists.yaml", lists)
    office.change("mkdocs.yml", "      feeds:", "      services: services/*.yaml\n      feeds:")
    office.change("mkdocs.yml", "watch: [services.yaml, campaigns", "watch: [campaigns")
    done = run(office, *NEW)

    assert done.status == 0, done.err
    assert done.out.index("services/a-near.yaml:") < done.out.index("id: quayside")
    assert "id: quayside" in (office.root / "services/a-near.yaml").read_text()


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Us", "-c", "user.email=us@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)  # noqa: S607 # git


@pytest.mark.parametrize("by", ["setting", "link", "link to a folder"])
def test_a_change_of_what_is_shared_is_told_by_diff(office: Site, by: str) -> None:
    top = office.root.parent
    (top / ".git").rmdir()
    if by != "setting":
        office.change("mkdocs.yml", f"      shared: {SHARED}\n", "      services: [services.yaml, all/national.yaml]\n")
        (office.root / "all").symlink_to("../shared") if by == "link to a folder" else (office.root / "all").mkdir()
        if by == "link":
            (office.root / "all/national.yaml").symlink_to("../../shared/national.yaml")
    git(top, "init", "--quiet", "--initial-branch", "main")
    git(top, "add", ".")
    git(top, "commit", "--quiet", "--message", "first")
    (top / "shared/national.yaml").write_text(NATIONAL.replace("0808 157 0123", "0808 157 0199"), encoding="utf-8")
    checked = run(office, "check")
    done = run(office, "diff", "HEAD")

    assert checked.status == 0, checked.err
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("Harbour Helpline: ")
    assert "from 0808 157 0123 to 0808 157 0199" in done.out
