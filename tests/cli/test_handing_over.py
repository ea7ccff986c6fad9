"""`--to`: a file that is whole, or the one that stood there; by every command in the same way."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Sequence
from pathlib import Path

import click
import pytest

from generator.cli.output_file import SHOWN, hand_over
from generator.model.ledger import HEADER
from generator.privacy.outgoing import Exempt, Outgoing, exempt
from tests.cli.in_process import waymark
from tests.site_builder import Site, a_site

WITH_TO = {
    "plan": ("plan",),
    "plan, a page": ("plan", "--format", "html"),
    "plan, a table": ("plan", "--format", "csv"),
    "plan, a calendar": ("plan", "--format", "ics"),
    "plan, a campaign": ("plan", "--campaign", "dating-scams"),
    "due": ("due",),
    "due, a table": ("due", "--format", "csv"),
    "due, a message": ("due", "--message", "harbour-refuge"),
    "export": ("export", "--format", "csv"),
    "export, a workbook": ("export", "--format", "xlsx"),
    "schema": ("schema", "services"),
}
"""Every command that writes one file where somebody wants it; `diff` and `links` need more than a folder."""


def made(what: bytes | str) -> Outgoing:
    return exempt(what, Exempt.NO_RECORDS)


@pytest.fixture(params=WITH_TO.values(), ids=list(WITH_TO))
def arguments(request: pytest.FixtureRequest) -> tuple[str, ...]:
    given: tuple[str, ...] = request.param
    return given


def full(_: int) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_disk_that_is_full_leaves_the_old_file_whole(
    arguments: tuple[str, ...], site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = tmp_path / "out" / "file"
    to.parent.mkdir()
    assert waymark(site.root, [*arguments, "--to", str(to)]).status == 0
    old = to.read_bytes()
    monkeypatch.setattr("os.fsync", full)
    done = waymark(site.root, [*arguments, "--to", str(to)])

    words = f"Error: {to} can't be written: No space left on device; name another file with --to"
    assert (done.status, done.out, done.err.splitlines()[-1]) == (2, "", words)
    assert [(path.name, path.read_bytes()) for path in to.parent.iterdir()] == [("file", old)]


def test_it_says_where_it_wrote_and_leaves_nothing_else_there(
    arguments: tuple[str, ...], site: Site, tmp_path: Path
) -> None:
    to = tmp_path / "out" / "file"
    to.parent.mkdir()
    done = waymark(site.root, [*arguments, "--to", str(to)])

    assert (done.status, done.out.splitlines()[0].partition(",")[0]) == (0, f"Written: {to}")
    assert [path.name for path in to.parent.iterdir()] == ["file"]
    assert to.stat().st_size > 0


@pytest.mark.parametrize(
    ("name", "reason"), [("no/file", "there is no folder {}"), ("taken/file", "{} is a file, not a folder")]
)
def test_where_no_file_can_be_is_wrong_use(
    arguments: tuple[str, ...], name: str, reason: str, site: Site, tmp_path: Path
) -> None:
    (tmp_path / "taken").write_text("a file")
    to = tmp_path / name
    done = waymark(site.root, [*arguments, "--to", str(to)])

    words = f"Error: {to} can't be written: {reason.format(to.parent)}; name another file with --to"
    assert (done.status, done.out, done.err.splitlines()[-1]) == (2, "", words)


def test_a_folder_is_wrong_use(arguments: tuple[str, ...], site: Site, tmp_path: Path) -> None:
    done = waymark(site.root, [*arguments, "--to", str(tmp_path)])

    assert (done.status, done.out) == (2, "")
    assert done.err.splitlines()[-1].endswith(f"'{tmp_path}' is a directory.")


def test_a_link_stays_a_link_and_permissions_stay(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("new ’")
    (tmp_path / "real").chmod(0o640)
    (tmp_path / "link").symlink_to("real")
    hand_over(made("new ’"), tmp_path / "link")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == "new ’".encode()
    assert (tmp_path / "real").stat().st_mode & 0o777 == 0o640


def test_a_pipe_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    hand_over(made(b"all of it"), pipe)
    reader.join(10)

    assert read == [b"all of it"]
    assert pipe.is_fifo()


def test_a_device_is_written_to_and_never_replaced() -> None:
    hand_over(made(b"all of it"), Path("/dev/null"))

    assert Path("/dev/null").is_char_device()


def test_an_output_of_the_machine_s_that_refuses_is_named() -> None:
    with pytest.raises(click.UsageError, match="/dev/full can't be written: No space left on device"):
        hand_over(made(b"all of it"), Path("/dev/full"))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("services.yaml", "services: []\n"),
        ("mkdocs.yml", "site_name: Help\n"),
        ("dating-scams.md", "---\ntitle: Dating scams\n---\nWords.\n"),
        ("published.csv", f"{HEADER}\ndating-scams/2027/a,2027-02-01T09:00:00+00:00\n"),
        ("empty.csv", f"{HEADER}\r\n"),
    ],
)
def test_what_people_wrote_is_never_written_over(tmp_path: Path, name: str, text: str) -> None:
    file = tmp_path / name
    file.write_bytes(text.encode())

    with pytest.raises(click.UsageError) as refused:
        hand_over(made("made"), file)

    assert refused.value.message == f"{file} holds what people wrote, and would be lost; name another file with --to"
    assert file.read_bytes() == text.encode()


PEOPLE_S = {
    "letter.txt": b"Dear Sam,\n",
    "letter.html": b"<!doctype html>\n<title>Minutes of Monday</title>\n",
    "table.csv": b"name,phone\nSam,01632 960777\n",
    "cards.ics": b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Somebody//Else//EN\r\nEND:VCALENDAR\r\n",
    "package.json": b'{"name": "mine"}\n',
    "notes.md": b"# Notes\n",
    "book.xlsx": b"PK\x03\x04 not a book",
    "picture.png": b"\x89PNG\r\n\x1a\n",
    "script.py": b"print(1)\n",
}


def test_a_file_of_somebody_s_is_never_written_over(arguments: tuple[str, ...], site: Site, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    for name, data in PEOPLE_S.items():
        (tmp_path / "out" / name).write_bytes(data)
        done = waymark(site.root, [*arguments, "--to", str(tmp_path / "out" / name)])
        words = "is there, and this command did not make it; name another file with --to, or take that one away first"
        assert (done.status, done.out) == (2, ""), name
        assert words in " ".join(done.err.split())
        assert (tmp_path / "out" / name).read_bytes() == data


def test_what_another_command_made_is_not_written_over(site: Site, tmp_path: Path) -> None:
    to = tmp_path / "file"
    for arguments in WITH_TO.values():
        to.unlink(missing_ok=True)
        assert waymark(site.root, [*arguments, "--to", str(to)]).status == 0
        before = to.read_bytes()
        for other in WITH_TO.values():
            if other != arguments:
                assert waymark(site.root, [*other, "--to", str(to)]).status == 2, (arguments, other)
        assert to.read_bytes() == before


def test_what_a_command_made_it_makes_anew_on_another_day(
    arguments: tuple[str, ...], site: Site, tmp_path: Path
) -> None:
    to = tmp_path / "file"
    assert waymark(site.root, [*arguments, "--to", str(to)], now="2027-02-11T09:00").status == 0
    assert waymark(site.root, [*arguments, "--to", str(to)], now="2027-02-12T09:00").status == 0


def test_an_empty_file_is_nobody_s_work(tmp_path: Path) -> None:
    (tmp_path / "made-for-it").write_text("\n")
    hand_over(made("made"), tmp_path / "made-for-it")

    assert (tmp_path / "made-for-it").read_text() == "made"


PUBLIC = ["content", "overrides", "campaigns", "content/images", "site", "public", "PUBLIC", "Content", "deep/site/x"]
PUBLIC += ["_site", "www", "public_html", "wwwroot", "htdocs", "httpdocs/x", "html", "dist"]
PUBLIC += ["docs", "docs/staff", "gh-pages", "_book", "_build", "web", "webroot", "webapps", "static", "uploads/x"]


def in_turn(places: Sequence[str]) -> list[tuple[tuple[str, ...], str]]:
    """Each place with three of the commands, and each command with places of each kind: one rule serves all."""
    commands = list(WITH_TO.values())
    return [(commands[(at + step) % len(commands)], place) for at, place in enumerate(places) for step in (0, 4, 8)]


def test_each_command_has_its_turn() -> None:
    assert {given for given, _ in in_turn(PUBLIC)} == set(WITH_TO.values())
    assert {given for given, _ in in_turn(SHOWN)} == set(WITH_TO.values())


@pytest.mark.parametrize(("arguments", "folder"), in_turn(PUBLIC))
def test_nothing_for_staff_is_written_where_it_would_be_public(
    arguments: tuple[str, ...], folder: str, site: Site
) -> None:
    (site.root / folder).mkdir(parents=True, exist_ok=True)
    (site.root / "link").symlink_to(folder)
    for to in (site.root / folder / "file", site.root / "link" / "file", site.root / "x" / ".." / folder / "file"):
        done = waymark(site.root, [*arguments, "--to", str(to)])
        assert (done.status, done.out) == (2, "")
        assert "is, or becomes, public, and this must not be; write it elsewhere" in " ".join(done.err.split())
        assert not (site.root / folder / "file").exists()


@pytest.mark.parametrize(("arguments", "shown"), in_turn(SHOWN))
def test_nothing_for_staff_is_written_where_a_folder_of_any_name_is_served(
    arguments: tuple[str, ...], shown: str, site: Site, tmp_path: Path
) -> None:
    (tmp_path / "output" / "more").mkdir(parents=True)
    (tmp_path / "output" / shown).write_text("")
    done = waymark(site.root, [*arguments, "--to", str(tmp_path / "output" / "more" / "file")])

    assert (done.status, done.out) == (2, "")
    words = f"{tmp_path / 'output'} is, or becomes, public, and this must not be; write it elsewhere"
    assert words in " ".join(done.err.split())


def test_docs_of_a_repository_in_which_the_site_is_deep_down_is_public(tmp_path: Path) -> None:
    kept = a_site(tmp_path / "office" / "sites" / "help")
    (tmp_path / "office" / ".git").mkdir()
    (tmp_path / "office" / "docs").mkdir()
    done = waymark(kept.root, ["export", "--to", str(tmp_path / "office" / "docs" / "services.csv")])

    assert (done.status, done.out) == (2, "")
    assert waymark(kept.root, ["export", "--to", str(tmp_path / "office" / "services.csv")]).status == 0


def test_a_site_that_is_kept_in_a_folder_of_such_a_name_is_not_public_for_that(tmp_path: Path) -> None:
    kept = a_site(tmp_path / "www" / "site")

    assert waymark(kept.root, ["export", "--to", str(kept.root / "services.csv")]).status == 0
    assert waymark(kept.root, ["export", "--to", str(tmp_path / "www" / "services.csv")]).status == 0


def test_nothing_is_written_into_git_s_own_folder(arguments: tuple[str, ...], site: Site) -> None:
    hook = site.root / ".git" / "hooks" / "post-commit"
    hook.parent.mkdir(parents=True)
    done = waymark(site.root, [*arguments, "--to", str(hook)])

    assert (done.status, done.out) == (2, "")
    assert "is git's own, and it may run what is in it; write it elsewhere" in " ".join(done.err.split())
    assert not hook.exists()


@pytest.mark.parametrize("name", ["links.csv", "./links.csv", "campaigns/../links.csv", "numbers.csv"])
def test_nothing_for_staff_takes_the_name_of_the_one_table_that_git_keeps(name: str, site: Site) -> None:
    done = waymark(site.root, ["export", "--with-withheld", "--to", f"{site.root}/{name}"])

    assert (done.status, done.out) == (2, "")
    table = name.rpartition("/")[2]
    assert f"{table} is the table of `waymark links`, which git keeps" in " ".join(done.err.split())
    assert not (site.root / table).exists()


def test_nothing_for_staff_is_written_beside_a_site_of_ours_wherever_it_stands(
    arguments: tuple[str, ...], site: Site, tmp_path: Path
) -> None:
    (tmp_path / "www" / "assets").mkdir(parents=True)
    (tmp_path / "www" / "assets" / "waymark.css").write_text("")
    done = waymark(site.root, [*arguments, "--to", str(tmp_path / "www" / "a" / ".." / "file")])

    assert (done.status, done.out) == (2, "")
    assert not (tmp_path / "www" / "file").exists()


def test_withheld_places_are_never_exported_into_the_content(site: Site) -> None:
    done = waymark(site.root, ["export", "--with-withheld", "--to", str(site.root / "content" / "services.csv")])

    assert (done.status, done.out) == (2, "")
    assert not (site.root / "content" / "services.csv").exists()
