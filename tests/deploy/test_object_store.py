"""deploy/object-store/upload.sh, run by a real shell with a stand-in for rclone: its order, its guards, and every type.

`real_object_store.py` beside this runs it with rclone itself against a store on this machine.
"""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from fnmatch import fnmatch
from itertools import takewhile
from pathlib import Path

import pytest

from generator.model.file_types import TYPES, Handling
from generator.urls import CAMPAIGNS_ICS, CAMPAIGNS_JSON, CAMPAIGNS_RSS, STYLESHEET
from tests.privacy.test_outgoing import KINDS

SCRIPT = Path(__file__).parents[2] / "deploy/object-store/upload.sh"
A_TYPE = re.compile(r"^(\S*\*\.\w+) ([a-z]+/\S+(?:; charset=utf-8)?)$", re.MULTILINE)
KNOWN = frozenset({".html", ".css", ".js", ".json", ".xml", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".pdf"})
"""What rclone knows on a machine that has no table of types: Go's own, in mime/type.go."""
RCLONE = """#!/bin/sh
printf '%s\\n' "$*" >> "$ASKED"
previous=
for one; do
  case $previous in --filter-from) sed 's/^/  /' "$one" >> "$ASKED" ;; esac
  previous=$one
done
case $1 in "$FAILS") exit 3 ;; lsf) cat "$THERE" ;; esac
"""
SITE = ("index.html", STYLESHEET, CAMPAIGNS_RSS, CAMPAIGNS_JSON, CAMPAIGNS_ICS, "sitemap.xml", "sitemap.xml.gz")


@dataclass(frozen=True)
class Ran:
    """How the script ended, what it said, and what it asked of rclone."""

    status: int
    err: str
    asked: tuple[str, ...]

    @property
    def calls(self) -> list[str]:
        """The calls, without what stood in their filters."""
        return [line for line in self.asked if not line.startswith("  ")]

    def filters_of(self, call: str) -> list[str]:
        """What stood in the filter of a call."""
        behind = self.asked[self.asked.index(call) + 1 :]
        return [line.strip() for line in takewhile(lambda line: line.startswith("  "), behind)]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "a site"
    for name in SITE:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("words")
    return folder


def upload(site: Path, *arguments: str, there: tuple[str, ...] = SITE, fails: str = "-") -> Ran:
    top = site.parent
    (top / "rclone").write_text(RCLONE)
    (top / "rclone").chmod(0o755)
    (top / "there").write_text("".join(f"{name}\n" for name in there))
    (top / "asked").write_text("")
    around = {
        "PATH": f"{top}{os.pathsep}{os.environ['PATH']}",
        "ASKED": str(top / "asked"),
        "THERE": str(top / "there"),
        "FAILS": fails,
    }
    command = ["sh", str(SCRIPT), *(arguments or (str(site), "store:help"))]
    done = subprocess.run(command, env=os.environ | around, capture_output=True, text=True, check=False)
    return Ran(done.returncode, done.stderr, tuple((top / "asked").read_text().splitlines()))


def test_it_looks_first_then_sends_new_pages_then_typed_files_and_deletes_last(site: Path) -> None:
    done = upload(site)

    assert (done.status, done.err) == (0, "")
    assert [call.split()[0] for call in done.calls] == ["lsf", "copy", *["copy"] * 4, "sync"]
    new, last = done.calls[1], done.calls[-1]
    assert new.startswith("copy --ignore-existing ")
    assert "Content-Type" not in new
    assert last.startswith(f"sync --checksum --delete-after --max-delete 50 {site} store:help ")
    assert done.filters_of(new) == [f"- {pattern}" for pattern, _ in types()]


def test_what_has_a_type_of_its_own_is_sent_with_it_alone_and_once(site: Path) -> None:
    done = upload(site)
    typed = {call.split("Content-Type: ")[1].split(" /")[0]: done.filters_of(call) for call in done.calls[2:-1]}

    assert [*typed] == [
        "application/rss+xml; charset=utf-8",
        "application/feed+json; charset=utf-8",
        "text/calendar; charset=utf-8",
        "application/gzip",
    ]
    assert typed["application/rss+xml; charset=utf-8"] == ["+ feeds/**.xml", "- *"]
    assert typed["text/calendar; charset=utf-8"][-2:] == ["+ *.ics", "- *"]
    assert all("--checksum" in call for call in done.calls[2:-1])


def test_neither_time_nor_size_says_what_differs_and_every_page_says_how_long_it_may_be_kept(site: Path) -> None:
    sent = upload(site).calls[1:]

    assert not [call for call in sent if not re.search("--checksum|--ignore-existing", call)]
    assert not [call for call in sent if re.search("size-only|--update|--ignore-times", call)]
    assert all("--header-upload Cache-Control: public, max-age=300" in call for call in sent)
    assert all("--fast-list" in call for call in upload(site).calls)


def test_all_is_sent_once_more_when_headers_have_changed(site: Path) -> None:
    done = upload(site, "--again", str(site), "store:help")

    assert done.status == 0
    assert ["--ignore-times" in call for call in done.calls] == [False, False, True, True, True, True, True, False]
    assert done.filters_of(done.calls[-2]) == [f"- {pattern}" for pattern, _ in types()]


@pytest.mark.parametrize("found", ["nothing", "an empty folder", "an empty page", "a file"])
def test_without_a_site_nothing_is_asked_of_the_store(found: str, site: Path) -> None:
    wrong = site.parent / "wrong"
    if found == "a file":
        wrong.write_text("words")
    elif found != "nothing":
        wrong.mkdir()
    if found == "an empty page":
        (wrong / "index.html").touch()
    done = upload(site, str(wrong), "store:help")

    assert (done.status, done.asked) == (2, ())
    assert done.err == f"there is no site in '{wrong}', so nothing was changed; build it first\n"


@pytest.mark.parametrize("to", ["", "store", "store:", "store:/", "store:/help", ":help"])
def test_without_a_bucket_nothing_is_asked_of_the_store(to: str, site: Path) -> None:
    done = upload(site, str(site), to)

    assert (done.status, done.asked) == (2, ())
    right = "write sh deploy/object-store/upload.sh site store:help-example-org"
    assert done.err == f"'{to}' names no bucket; {right}\n"


@pytest.mark.parametrize("most", ["many", "5x", "-1", "1.5"])
def test_how_many_may_go_is_a_number(most: str, site: Path) -> None:
    done = upload(site, str(site), "store:help", most)

    assert (done.status, done.asked, done.err) == (2, (), f"'{most}' is no number of files; write 50\n")


def test_where_too_many_files_would_go_none_goes_and_nothing_is_sent(site: Path) -> None:
    there = (*SITE, *(f"services/{number}/index.html" for number in range(51)))
    done = upload(site, there=there)

    assert (done.status, len(done.calls)) == (2, 1)
    assert done.err.splitlines()[-1] == (
        "51 files would go, and 50 may, so nothing was changed; if they are meant to, write 51 behind 'store:help'"
    )
    assert done.err.startswith("services/0/index.html\n")
    assert (
        upload(site, str(site), "store:help", "51", there=there)
        .calls[-1]
        .startswith("sync --checksum --delete-after --max-delete 51 ")
    )
    assert upload(site, there=there[:-1]).status == 0


def test_a_bucket_with_something_else_in_it_stays_as_it_is(site: Path) -> None:
    done = upload(site, there=("letters/2026.docx",))

    assert (done.status, len(done.calls)) == (2, 1)
    assert "'store:help' holds something that is no site of Waymark's, so nothing was changed" in done.err
    assert upload(site, there=()).status == 0, "an empty bucket is where a site begins"


def test_a_bucket_that_can_t_be_read_is_not_written_to(site: Path) -> None:
    done = upload(site, fails="lsf")

    assert (done.status, len(done.calls)) == (2, 1)
    assert "what is in 'store:help' can't be read, so nothing was changed" in done.err


def test_nothing_goes_where_something_could_not_be_sent(site: Path) -> None:
    done = upload(site, fails="copy")

    assert done.status == 3
    assert not [call for call in done.calls if call.startswith("sync")]


def types() -> list[tuple[str, str]]:
    return A_TYPE.findall(SCRIPT.read_text(encoding="utf-8"))


def test_every_kind_of_file_that_a_site_may_hold_goes_out_as_what_it_is() -> None:
    ours = {ending for _, ending in (pattern.rsplit("*", 1) for pattern, _ in types())}
    held = {ending for one in TYPES if one.rule is not Handling.PAGE for ending in one.endings}
    made = {ending for ending in KINDS if ending}

    assert sorted((held | made) - KNOWN - ours) == []
    assert sorted(ours - held - made) == [], "no type for what no site holds"


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        (CAMPAIGNS_RSS, "application/rss+xml; charset=utf-8"),
        (f"cy/{CAMPAIGNS_RSS}", "application/rss+xml; charset=utf-8"),
        (CAMPAIGNS_JSON, "application/feed+json; charset=utf-8"),
        ("campaigns/consent/campaign.ics", "text/calendar; charset=utf-8"),
        ("campaigns/consent/posts.csv", "text/csv; charset=utf-8"),
        ("sitemap.xml.gz", "application/gzip"),
        ("sitemap.xml", None),
        ("assets/search/en.json", None),
    ],
)
def test_of_two_patterns_the_first_says_the_type(file: str, kind: str | None) -> None:
    found = [kind for pattern, kind in types() if fnmatch(file, pattern) or fnmatch(file, f"*/{pattern}")]

    assert found[:1] == ([kind] if kind else [])
