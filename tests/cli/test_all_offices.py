"""`waymark --all`: one command for every office below a folder, several at once, with one summary and one status."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from generator.content.loading.folder import read_folder
from tests.site_builder import NOW, Done, a_site, called

GIT = shutil.which("git") or "git"


@pytest.fixture
def offices(tmp_path: Path) -> Path:
    """Two offices in a folder, with something beside them that is none."""
    folder = tmp_path / "offices"
    for name in ("north", "south"):
        a_site(folder / name)
    (folder / "shared").mkdir()
    return folder


def run(folder: Path, *arguments: str) -> Done:
    return called(["--root", str(folder), "--now", NOW, "--all", *arguments], folder.parent)


def break_(office: Path) -> None:
    services = office / "services.yaml"
    services.write_text(services.read_text().replace("kind: refuge", "kind: refuges"))


def test_each_office_is_checked_and_summed_up_in_a_line(offices: Path) -> None:
    done = run(offices, "check")

    assert (done.status, done.err) == (0, "")
    north, south, both = done.out.splitlines()
    assert north.startswith("north: Good: 2 services, 1 campaign, nothing to mend")
    assert south.startswith("south: Good: 2 services, 1 campaign, nothing to mend")
    assert both == "2 offices: 2 good, 0 with something to mend."


def test_each_is_built_and_one_that_is_broken_stops_no_other(offices: Path) -> None:
    break_(offices / "north")
    done = run(offices, "build")

    assert done.status == 1
    assert [line for line in done.out.splitlines() if line.startswith("south: Built ")]
    assert done.err.startswith("north: 1 to mend")
    assert "  services.yaml:21:11: 'refuges' is not a kind of service" in done.err
    assert done.err.endswith("2 offices: 1 good, 1 with something to mend.\n")
    assert (offices / "south/site/index.html").is_file()
    assert not (offices / "north/site").exists()


def test_each_is_released(offices: Path) -> None:
    done = run(offices, "release")

    assert done.status == 0, done.err
    assert (offices / "north/campaigns/published.csv").read_bytes() == (
        offices / "south/campaigns/published.csv"
    ).read_bytes()


def test_options_behind_the_command_are_for_each(offices: Path) -> None:
    run(offices, "build", "--to", "public")

    assert [(offices / name / "public/index.html").is_file() for name in ("north", "south")] == [True, True]


def test_what_a_job_reads_names_the_file_from_the_top(offices: Path) -> None:
    break_(offices / "south")
    done = run(offices, "check", "--format", "github")

    assert done.status == 1
    assert "file=offices/south/services.yaml,line=21" in done.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("due",), "--all goes with check, build, release, and 'due' is none of them"),
        (("new", "service"), "--all goes with check, build, release, and 'new' is none of them"),
        (("check", "--root", "x"), "--root stands in front of --all, and names the folder of offices"),
        (("build", "--to", "/srv"), "/srv can't hold every office; name a folder in each of them: --to public"),
        (("check", "--format=json"), "several offices make no one JSON; ask each alone"),
    ],
)
def test_what_can_t_be_done_for_all_is_said(offices: Path, words: tuple[str, ...], said: str) -> None:
    done = run(offices, *words)

    assert done.status == 2
    assert said in " ".join(done.err.split())


def test_a_folder_without_an_office_is_wrong_use(tmp_path: Path) -> None:
    done = run(tmp_path, "check")

    assert done.status == 2
    assert "has a mkdocs.yml, so there is no office; write waymark --root examples --all check" in " ".join(
        done.err.split()
    )


def test_an_option_that_no_command_has_is_wrong_use_of_all(offices: Path) -> None:
    done = run(offices, "check", "--loud")

    assert done.status == 2
    assert "No such option" in done.err


def kept_in_git(folder: Path) -> None:
    for arguments in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "begin"]):
        who = ["-c", "user.name=Us", "-c", "user.email=us@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run([GIT, "-C", str(folder), *who, *arguments], check=True, capture_output=True)


def test_only_what_a_change_touches_is_checked_saved_and_new_files_too(offices: Path) -> None:
    kept_in_git(offices.parent)
    nothing = called(
        ["--root", str(offices), "--now", NOW, "--all", "--changed-since", "HEAD", "check"], offices.parent
    )
    break_(offices / "south")
    done = called(["--root", str(offices), "--now", NOW, "--all", "--changed-since", "HEAD", "check"], offices.parent)
    (offices / "north/campaigns/new.md").write_text("---\n---\n")
    listed = called(["offices", "--root", str(offices), "--changed-since", "HEAD", "--format", "json"], offices.parent)

    assert (nothing.status, nothing.out) == (
        0,
        "Nothing that one of 2 offices is made of has changed since HEAD.\n",
    )
    assert done.err.startswith("south: 1 to mend")
    assert done.err.endswith("1 office: 0 good, 1 with something to mend.\n")
    assert listed.out == '["north", "south"]\n'


def test_a_file_that_is_gone_is_a_change(offices: Path) -> None:
    kept_in_git(offices.parent)
    (offices / "south/services.yaml").unlink()

    assert called(["offices", "--root", str(offices), "--changed-since", "HEAD"], offices.parent).out == "south\n"


@pytest.mark.parametrize("revision", ["published", "0" * 40, "HEAD:north", "-x"])
def test_where_git_does_not_know_since_when_all_are_taken(revision: str, offices: Path) -> None:
    kept_in_git(offices.parent)
    done = called(
        ["offices", "--root", str(offices), f"--changed-since={revision}", "--format", "json"], offices.parent
    )

    assert (done.status, done.out) == (0, '["north", "south"]\n')
    assert done.err == f"git does not know '{revision}', so all are taken: 2 offices\n"


def test_without_a_revision_all_are_listed(offices: Path) -> None:
    listed = [
        called(["offices", "--root", str(offices), *more], offices.parent).out for more in ([], ["--changed-since="])
    ]

    assert listed == ["north\nsouth\n"] * 2


def test_what_changed_is_asked_of_several_offices_alone(offices: Path) -> None:
    done = called(["--root", str(offices / "north"), "--changed-since", "HEAD", "check"], offices.parent)

    assert done.status == 2
    assert "--changed-since goes with --all; write waymark --all --changed-since main check" in " ".join(
        done.err.split()
    )


def indexed(folder: Path, *more: str) -> Done:
    return called(
        ["index", "--root", str(folder), "--now", NOW, "--to", str(folder.parent / "national"), *more], folder
    )


def test_a_page_leads_to_each_office_at_its_own_address(offices: Path) -> None:
    config = offices / "south/mkdocs.yml"
    config.write_text(config.read_text().replace("https://help.example.org/", "https://south.example.org/help/"))
    done = indexed(offices)
    text = (offices.parent / "national/index.html").read_text()

    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(f"Written: a page for 2 offices in {offices.parent / 'national'}.\n")
    assert 'href="https://help.example.org/"' in text
    assert 'href="https://south.example.org/help/"' in text
    assert 'data-areas="Cumbria"' in text
    first = {path: path.read_bytes() for path in (offices.parent / "national").rglob("*") if path.is_file()}
    assert indexed(offices).status == 0
    assert {path: path.read_bytes() for path in first} == first


def test_an_office_of_no_known_area_is_on_the_page_and_is_named(offices: Path) -> None:
    config, services = offices / "south/mkdocs.yml", offices / "south/services.yaml"
    config.write_text(config.read_text().replace("Victim services in Cumbria", "Our help"))
    services.write_text(services.read_text().replace("name: Cumbria", "name: Here"))
    done = indexed(offices)

    assert "Our help: nothing says for which police area it is, so no postcode leads there.\n" in done.out
    assert ">Our help</a>" in (offices.parent / "national/index.html").read_text()


def test_with_an_office_that_is_broken_the_old_page_stays(offices: Path) -> None:
    indexed(offices)
    old = (offices.parent / "national/index.html").read_bytes()
    break_(offices / "south")
    done = indexed(offices)

    assert done.status == 1
    assert done.err.startswith("south:\n")
    assert "services.yaml:21:11: 'refuges' is not a kind of service" in done.err
    assert (offices.parent / "national/index.html").read_bytes() == old


def test_what_one_office_withholds_is_not_on_the_page_by_the_name_of_another(offices: Path) -> None:
    config, services = offices / "south/mkdocs.yml", offices / "south/services.yaml"
    config.write_text(config.read_text().replace("Victim services in Cumbria", "Help at 7 Gooseberry Lane"))
    services.write_text(services.read_text().replace("7 Gooseberry Lane", "9 Damson Street"))
    done = indexed(offices)

    assert done.status == 1, done.out
    assert done.err.startswith("north:\n")
    assert "the address of place 1 of harbour-refuge (services.yaml:29) is withheld" in done.err
    assert "Gooseberry" not in done.err
    assert done.err.endswith("The old page stays.\n")
    assert not (offices.parent / "national").exists()


@pytest.mark.parametrize("where", ["letters", "north/content", "north"])
def test_the_page_never_takes_the_place_of_something_else(where: str, offices: Path) -> None:
    (offices / "letters").mkdir()
    (offices / "letters/one.txt").write_text("words")
    there = sorted(path for path in offices.rglob("*") if "__pycache__" not in path.parts)
    done = called(["index", "--root", str(offices), "--now", NOW, "--to", str(offices / where)], offices)

    assert done.status == 2
    assert sorted(path for path in offices.rglob("*") if "__pycache__" not in path.parts) == there


def test_for_the_page_each_office_is_read_once(offices: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(root: Path, *arguments: Any, **more: Any) -> Any:
        read.append(root.name)
        return read_folder(root, *arguments, **more)

    monkeypatch.setattr("generator.content.load.read_folder", counted)
    monkeypatch.setattr("generator.content.loading.folder.read_folder", counted)

    assert indexed(offices).status == 0
    assert read == ["north", "south"]
