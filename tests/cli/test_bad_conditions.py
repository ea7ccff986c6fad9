"""What may be wrong around a command, for each command: it names what is wrong, ends with 1 or 2, writes nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.in_process import waymark
from tests.site_builder import CAMPAIGN, Site, a_site, fingerprint

SHEET = """\
Waymark id,Service name,Organisation,Kind of service,Summary,Helps with,Areas
harbour-line,Harbour Line,victim-support,helpline,A free helpline.,any-crime,cumbria
"""
SERVICE = "new service --no-input --name Haven --kind helpline --organisation victim-support --helps-with any-crime"
COMMANDS: dict[str, tuple[str, ...]] = {
    "check": ("check",),
    "build": ("build",),
    "release": ("release",),
    "new service": (*SERVICE.split(), "--summary", "A free helpline.", "--area", "cumbria"),
    "new campaign": (
        *"new campaign --no-input --title Haven --about any-crime".split(),
        "--summary",
        "A week of help.",
    ),
    "new run": tuple("new run dating-scams --no-input --from 2028-02-01 --until 2028-02-02".split()),
    "new post": (
        *"new post dating-scams --no-input --at 2027-02-20T09:00".split(),
        "--text",
        "Talk to a friend first.",
    ),
    "due": ("due",),
    "due --done": tuple("due --done victim-support-cumbria --by Us --how phoned".split()),
    "plan": ("plan",),
    "plan, a page": ("plan", "--format", "html"),
    "import": ("import", "../services.csv", "--write"),
    "export": ("export",),
    "diff": ("diff", "HEAD"),
}
"""Every command that reads the content, with work that it would do if all were right."""
A_FOLDER = "this is a folder, and a file is needed here; give the folder another name"
FILES = ("services.yaml", "campaigns/dating-scams.md", "campaigns/published.csv", "content/about.md", "mkdocs.yml")


@dataclass(frozen=True)
class Condition:
    """One thing that is wrong with a site, the status it ends with and the words that say so."""

    name: str
    spoil: Callable[[Path], object]
    words: str
    status: int = 1
    fine: tuple[str, ...] = ()
    """Commands that it does not concern."""

    def __str__(self) -> str:
        return self.name


def text(file: str, content: str | bytes) -> Callable[[Path], object]:
    return lambda root: (root / file).write_bytes(content if isinstance(content, bytes) else content.encode())


def link(file: str, to: str) -> Callable[[Path], object]:
    def made(root: Path) -> None:
        (root / file).unlink()
        (root / file).symlink_to(to)

    return made


def gone(file: str) -> Callable[[Path], object]:
    return lambda root: (root / file).unlink()


def folder(file: str) -> Callable[[Path], object]:
    def made(root: Path) -> None:
        (root / file).unlink()
        (root / file).mkdir()

    return made


def not_a_folder(name: str) -> Callable[[Path], object]:
    def made(root: Path) -> None:
        shutil.rmtree(root / name)
        (root / name).write_text("a file")

    return made


SERVICES, DATING, LEDGER, ABOUT, CONFIG = FILES
CONDITIONS = (
    Condition("services.yaml with a tab", text(SERVICES, "services:\n\t- id: a\n"), f"{SERVICES}:2:1: there is a tab"),
    Condition(
        "services.yaml with an open quote", text(SERVICES, 'a: "b\n'), f"{SERVICES}:1:4: the quotation mark that"
    ),
    Condition("services.yaml gone", gone(SERVICES), f"{SERVICES}:1:1: this file is missing; add it"),
    Condition("services.yaml empty", text(SERVICES, ""), f'{SERVICES}:1:1: this file is empty; begin with "services:"'),
    Condition("services.yaml a list", text(SERVICES, "- a\n"), f"{SERVICES}:1:1: the names of lists are needed here;"),
    Condition("services.yaml not UTF-8", text(SERVICES, b"caf\xe9: x\n"), f"{SERVICES}:1:4: this is not UTF-8 text;"),
    Condition(
        "services.yaml with zeros", text(SERVICES, bytes(9)), f"{SERVICES}:1:1: there is a control character here"
    ),
    Condition("services.yaml a folder", folder(SERVICES), f"{SERVICES}:1:1: {A_FOLDER}"),
    Condition("services.yaml a circle", link(SERVICES, SERVICES), f"{SERVICES}:1:1: this file can't be read: Too many"),
    Condition(
        "services.yaml below a file", link(SERVICES, f"{CONFIG}/a"), f"{SERVICES}:1:1: this file can't be read: "
    ),
    Condition("a campaign's record broken", text(DATING, "---\na: [\n---\n"), f"{DATING}:2:5: this ends too soon;"),
    Condition("a campaign's record open", text(DATING, CAMPAIGN.replace("\n---\n", "\n")), f"{DATING}:1:1: the record"),
    Condition(
        "a campaign a circle", link(DATING, "dating-scams.md"), f"{DATING}:1:1: this file can't be read: Too many"
    ),
    Condition("a campaign that leads nowhere", link(DATING, "nowhere"), f"{DATING}:1:1: this file is missing;"),
    Condition("a campaign a folder", folder(DATING), f"{DATING}:1:1: {A_FOLDER}"),
    Condition("a page not UTF-8", text(ABOUT, b"# Caf\xe9\n"), f"{ABOUT}:1:6: this is not UTF-8 text;"),
    Condition("a page a circle", link(ABOUT, "about.md"), f"{ABOUT}:1:1: this is a link, and would publish"),
    Condition("a page that leads nowhere", link(ABOUT, "nowhere"), f"{ABOUT}:1:1: this is a link, and would publish"),
    Condition("the ledger in conflict", text(LEDGER, "post,published\n<<<<<<< HEAD\n"), f"{LEDGER}:2:1: git left a"),
    Condition("the ledger a circle", link(LEDGER, "published.csv"), f"{LEDGER}:1:1: this file can't be read: Too many"),
    Condition("the ledger a folder", folder(LEDGER), f"{LEDGER}:1:1: {A_FOLDER}"),
    Condition("the ledger that leads nowhere", link(LEDGER, "nowhere"), f"{LEDGER}:1:1: this file is missing;"),
    Condition("mkdocs.yml with a tab", text(CONFIG, "a:\n\tb: 1\n"), f"{CONFIG}:2:1: there is a tab here;"),
    Condition("mkdocs.yml empty", text(CONFIG, ""), f'{CONFIG}:1:1: the plugin is missing; write "- waymark:"'),
    Condition("mkdocs.yml not UTF-8", text(CONFIG, b"caf\xe9: x\n"), f"{CONFIG}:1:4: this is not UTF-8 text;"),
    Condition("mkdocs.yml gone", gone(CONFIG), f"there is no {CONFIG} in ", 2),
    Condition("mkdocs.yml a folder", folder(CONFIG), f"there is no {CONFIG} in ", 2),
    Condition("mkdocs.yml a circle", link(CONFIG, CONFIG), f"there is no {CONFIG} in ", 2),
    Condition("campaigns a file", not_a_folder("campaigns"), "campaigns in {root} is not a folder; move it away,", 2),
    Condition("content a file", not_a_folder("content"), "content in {root} is not a folder; move it away,", 2),
    Condition(
        "content gone",
        lambda root: shutil.rmtree(root / "content"),
        "there is no folder content in {root}; make it, or mend docs_dir: in mkdocs.yml",
        2,
        tuple(name for name in COMMANDS if name not in ("check", "build")),
    ),
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site that is right, and kept in git."""
    site = a_site(tmp_path_factory.mktemp("kept") / "site", **{LEDGER: "post,published\n"})
    (site.root.parent / "services.csv").write_text(SHEET, encoding="utf-8")
    git = ["git", "-c", "user.name=Us", "-c", "user.email=us@example.org"]
    for words in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "Right"]):
        subprocess.run([*git, *words], cwd=site.root, check=True)
    return site


@pytest.fixture
def there(kept: Site, tmp_path: Path) -> Site:
    """A copy of it, to be spoilt."""
    shutil.copytree(kept.root.parent, tmp_path / "there", symlinks=True)
    return Site(tmp_path / "there" / "site")


@pytest.fixture(autouse=True)
def _no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine takes seconds, and says no to all of this as its own tests show; the command must say why."""
    monkeypatch.setattr("generator.cli.build._engine_builds", lambda *_: (["The engine said no."], [], dict))


@pytest.mark.parametrize("condition", CONDITIONS, ids=str)
def test_each_command_names_what_is_wrong_and_writes_nothing(condition: Condition, there: Site) -> None:
    condition.spoil(there.root)
    before = fingerprint(there.root)
    for name, arguments in COMMANDS.items():
        if name in condition.fine:
            continue
        done = waymark(there.root, arguments)
        told = " ".join(done.err.split())
        assert done.status == condition.status, (name, done)
        assert condition.words.format(root=there.root) in told, (name, done)
        assert "Traceback" not in told
        assert fingerprint(there.root) == before, name


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_nobody_may_read_is_named_by_each_command(
    file: str, there: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def refused(path: str | Path, flags: int, *rest: int, **more: int) -> int:
        if Path(path) == there.root / file:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, flags, *rest, **more)

    monkeypatch.setattr(os, "open", refused)
    for name, arguments in COMMANDS.items():
        done = waymark(there.root, arguments)
        assert done.status == 1, (name, done)
        assert f"{file}:1:1: this file can't be read: Permission denied" in done.err, (name, done)


def test_the_table_has_a_row_for_every_command_that_reads_the_content(there: Site) -> None:
    for name, arguments in COMMANDS.items():
        if name != "build":
            done = waymark(there.root, arguments)
            assert done.status == 0, (name, done)


def test_a_campaign_folder_that_is_not_there_is_an_office_without_campaigns(there: Site) -> None:
    shutil.rmtree(there.root / "campaigns")
    there.change("mkdocs.yml", "watch: [services.yaml, campaigns, overrides]\n", "")  # the engine refuses to watch it

    assert "\nGood: 2 services, 0 campaigns, nothing to mend" in waymark(there.root, ["check"]).out
    assert waymark(there.root, COMMANDS["new campaign"]).status == 0


@pytest.mark.parametrize("arguments", [["build"], ["plan", "--format", "html"], ["serve"]])
def test_templates_of_one_s_own_that_are_not_there_are_wrong_use(arguments: list[str], there: Site) -> None:
    there.change("mkdocs.yml", "custom_dir: overrides", "custom_dir: looks")
    done = waymark(there.root, arguments)

    assert (done.status, done.out) == (2, "")
    words = f"there is no folder looks in {there.root}; make it, or take custom_dir: out"
    assert words in " ".join(done.err.split())


def test_no_templates_of_one_s_own_are_needed(there: Site) -> None:
    shutil.rmtree(there.root / "overrides")
    there.change("mkdocs.yml", "  custom_dir: overrides\n", "")
    there.change("mkdocs.yml", "campaigns, overrides]", "campaigns]")

    assert "nothing to mend" in waymark(there.root, ["check"]).out
    assert waymark(there.root, ["plan", "--format", "html"]).status == 0


def test_diff_without_git_says_that_it_is_needed(there: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    done = waymark(there.root, ["diff", "HEAD"])

    assert (done.status, done.err.splitlines()[-1]) == (2, "Error: git is needed for this, and is not installed")


def test_diff_in_a_folder_that_is_not_kept_in_git_says_so(there: Site) -> None:
    shutil.rmtree(there.root / ".git")
    done = waymark(there.root, ["diff", "HEAD"])

    words = f"{there.root} is not kept in git, so there is nothing to compare with"
    assert (done.status, done.err.splitlines()[-1]) == (2, f"Error: {words}")


@pytest.mark.parametrize("name", ["new service", "new campaign", "new run", "new post"])
def test_where_nobody_can_answer_the_first_missing_option_is_named(name: str, there: Site) -> None:
    before = fingerprint(there.root)
    done = waymark(there.root, name.split())

    assert (done.status, done.out) == (2, "")
    assert "is missing: " in " ".join(done.err.split())
    assert fingerprint(there.root) == before
