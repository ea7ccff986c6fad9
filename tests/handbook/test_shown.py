"""What the pages on releasing, on changes and on a spreadsheet show is what the commands print."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.cli.in_process import waymark
from tests.cli.talking import Talk
from tests.site_builder import REPOSITORY, SERVICES_YAML, a_site

LINES = re.DOTALL | re.MULTILINE


def shown(name: str) -> list[str]:
    """Every block of a page that shows what a command prints."""
    text = (REPOSITORY / "docs" / "handbook" / name).read_text(encoding="utf-8")
    return [shown for language, shown in re.findall(r"^```(\w*)\n(.*?)^```$", text, LINES) if language in {"", "text"}]


def in_words(text: str) -> str:
    """Without where its lines break: that is for each window."""
    return " ".join(text.split())


def test_what_a_release_prints_is_on_the_page(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site", **{"campaigns/published.csv": "post,published\n"})
    done = waymark(site.root, ["release", "--dry-run"], now="2027-02-01T09:00")

    assert [done.out] == shown("release-posts.md")


def test_what_import_prints_is_on_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = a_site(tmp_path / "site")
    book = Workbook()
    for row in (
        ("Service name", "Provider", "Type", "Description", "Crime type", "Area", "Tel", "Open", "Notes"),
        (
            "Quayside",
            "Victim Support",
            "Helpline",
            "A line.",
            "Any crime",
            "Cumbria",
            "0300 303 0554",
            "Mon-Fri 9am-5pm",
            "Ring Bob",
        ),
        ("Coast", "Victim Support", "Helpline", "A line.", "Any crime", "Cumbria", "0300 303", None, None),
    ):
        book.active.append(row)
    book.save(site.root / "harbour.xlsx")
    monkeypatch.chdir(site.root)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr("generator.formatters.import_report.is_a_terminal", lambda _: True)
    done = waymark(site.root, ["import", "harbour.xlsx"])

    assert [done.out] == shown("import-a-spreadsheet.md")


def test_what_diff_prints_is_on_the_page(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.write("services.yaml", SERVICES_YAML.replace("03003030554", "0300 303 0157"))

    def git(*words: str) -> None:
        who = ("-c", "user.name=Sam", "-c", "user.email=sam@example.org")
        subprocess.run(["git", "-C", str(site.root), *who, *words], check=True, capture_output=True)  # noqa: S607 # git

    git("init", "--quiet", "--initial-branch", "main")
    git("add", ".")
    git("commit", "--quiet", "--message", "first")
    site.write("services.yaml", SERVICES_YAML.replace("03003030554", "0808 168 9111").replace("7 Goose", "9 Goose"))
    site.change("content/privacy.md", "Words.\n", "We keep nothing.\nAsk us.\n")
    done = waymark(site.root, ["diff", "main"], now="2026-12-01T09:00")

    assert [in_words(done.out)] == [in_words(block) for block in shown("what-changed.md")]


def not_said(shown: str, said: str) -> list[str]:
    """The pieces of a talk, between the lines where a page leaves something out, that were not said so."""
    return [piece for piece in re.split(r"^ *\.\.\.\n", shown, flags=re.MULTILINE) if piece not in said]


@pytest.mark.parametrize(
    ("name", "what", "typed"),
    [
        ("add-a-service.md", "service", "Harbour Helpline\nhelplien\ny\n"),
        ("plan-a-campaign.md", "campaign", "stalking\n1\n"),
    ],
)
def test_how_a_talk_begins_is_on_the_page(name: str, what: str, typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    Talk(monkeypatch)
    monkeypatch.setenv("COLUMNS", "80")
    done = waymark(REPOSITORY, ["new", what, "--dry-run"], now="2026-11-24T09:00", typed=typed)

    assert not_said(shown(name)[0], done.out) == []


def test_how_a_talk_ends_is_on_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Talk(monkeypatch)
    monkeypatch.setenv("COLUMNS", "80")
    site = a_site(tmp_path / "site")
    given = (
        "--name",
        "Harbour Helpline",
        "--kind",
        "helpline",
        "--organisation",
        "victim-support",
        "--area",
        "cumbria",
    )
    typed = ("--summary", "A free helpline.", "--helps-with", "any-crime")
    done = waymark(site.root, ["new", "service", *given, *typed], typed="\n" * 30)

    def on_any_line(text: str) -> str:
        return re.sub(r"(?m)^> .*\n|(?<=:)\d+(?=:$)", "", text)

    assert not_said(on_any_line(shown("add-a-service.md")[1]), on_any_line(done.out)) == []
