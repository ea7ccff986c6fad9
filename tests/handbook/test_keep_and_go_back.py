"""What the handbook says of git, typed as it stands there into a throw-away clone, does what the handbook says."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.in_process import waymark
from tests.site_builder import REPOSITORY, a_site

HANDBOOK = REPOSITORY / "docs" / "handbook"
KEEP = (HANDBOOK / "keep-your-change.md").read_text(encoding="utf-8")
HOUR = (HANDBOOK / "first-hour.md").read_text(encoding="utf-8")
_, BACK = HOUR.split("## 8. Go back to the start")
SEE, RESTORE, REMOVE = re.findall(r"^```sh\n(.*?)^```", BACK, re.DOTALL | re.MULTILINE)


def blocks(text: str) -> list[str]:
    return re.findall(r"^```sh\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Clone:
    """The folder of somebody on the staff, and the place where all keep it."""

    root: Path
    upstream: Path
    home: Path

    def type(self, lines: str, root: Path | None = None) -> str:
        """What a shell prints, line after line as they stand on the page. `waymark` runs in this process."""
        said = ""
        for line in lines.splitlines():
            if line.startswith("waymark "):
                done = waymark(self.root, line.split()[1:])
                assert done.status == 0, line
                said += done.out
            else:
                said += self.run(["/bin/sh", "-ec", line], root)
        return said

    def run(self, command: Sequence[str], root: Path | None = None) -> str:
        around = {"PATH": "/usr/local/bin:/opt/homebrew/bin:/usr/bin:/bin", "HOME": str(self.home), "LC_ALL": "C"}
        around |= {"GIT_CONFIG_NOSYSTEM": "1", "GIT_PAGER": "cat"}
        done = subprocess.run(command, cwd=root or self.root, env=around, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{command}\n{done.stderr}"
        return done.stdout

    def status(self) -> str:
        return self.run(["git", "status", "--short"])


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    clone = Clone(tmp_path / "site", tmp_path / "all.git", tmp_path / "home")
    a_site(clone.root)
    (clone.root / ".gitignore").write_bytes((REPOSITORY / ".gitignore").read_bytes())
    clone.home.mkdir()
    (who,) = [block for block in blocks(KEEP) if "git config" in block]
    clone.type(
        f"{who}git init --quiet --initial-branch main\ngit add .\ngit commit --quiet -m First\n"
        f"git init --quiet --bare --initial-branch main {clone.upstream}\n"
        f"git remote add origin {clone.upstream}\ngit push --quiet -u origin main"
    )
    return clone


def a_service_and_a_campaign(clone: Clone, campaign: str) -> None:
    """What the first hour has people write."""
    service, words = re.findall(r"^```yaml\n(.*?)^```", HOUR, re.DOTALL | re.MULTILINE)
    services = clone.root / "services.yaml"
    services.write_text(services.read_text(encoding="utf-8").replace("services:\n", f"services:\n{service}"), "utf-8")
    (clone.root / "campaigns" / campaign).write_text(words, encoding="utf-8")


def test_nothing_of_the_first_hour_is_left_when_one_has_gone_back_to_the_start(clone: Clone) -> None:
    first, second = re.findall(r"^```text\n(.*?)^```", BACK, re.DOTALL | re.MULTILINE)
    made = clone.root.parent / "harbour-site"
    made.mkdir()
    a_service_and_a_campaign(clone, "harbour-week.md")

    assert clone.type(SEE) == first
    assert clone.type(RESTORE) == second
    assert clone.type(REMOVE).splitlines()[-1] == "Good: 2 services, 1 campaign, nothing to mend; 1 piece of advice."
    assert clone.status() == ""
    assert not made.exists()
    assert not (clone.root / "campaigns" / "harbour-week.md").exists()


def test_what_the_handbook_has_people_write_beside_the_content_is_no_change_of_it(clone: Clone) -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in HANDBOOK.glob("*.md"))
    named = re.findall(r"--to ([\w./-]+)", text) + re.findall(r"waymark import (\S+\.xlsx)", text)
    inside = sorted({name for name in named if not name.startswith(("..", "."))})

    assert {"plan.html", "public", "services.xlsx"} <= set(inside)
    for name in inside:
        file = clone.root / name
        if not file.suffix:
            file.mkdir()
            file = file / "index.html"
        file.write_text("not for others", encoding="utf-8")
    assert clone.status() == ""


def test_what_links_keeps_is_kept(clone: Clone) -> None:
    (clone.root / "links.csv").write_text("https://example.org,2027-02-10\n", encoding="utf-8")

    assert clone.status() == "?? links.csv\n"
    (clone.root / "numbers.csv").write_text("03003030554,https://example.org,2027-02-10\n", encoding="utf-8")
    assert clone.status() == "?? links.csv\n?? numbers.csv\n"


def test_a_change_with_a_new_file_is_kept_on_a_branch_and_proposed_as_the_page_says(clone: Clone) -> None:
    see, _, keep, back = blocks(KEEP)
    a_service_and_a_campaign(clone, "spring-safety.md")

    assert "+  - id: harbour-helpline\n" in clone.type(see)
    clone.type(keep)
    assert clone.status() == ""
    sent = clone.run(["git", "show", "--stat", "--format=%an <%ae>: %s", "quayside-support"], clone.upstream)
    assert sent.startswith("Sam Reed <sam.reed@example.org>: Quayside Support, and the campaign Spring safety\n")
    assert re.findall(r"^ (\S+) +\|", sent, re.MULTILINE) == ["campaigns/spring-safety.md", "services.yaml"]
    assert clone.run(["git", "log", "--format=%s", "main"], clone.upstream) == "First\n"

    clone.run(["git", "push", "--quiet", str(clone.upstream), "quayside-support:main"])  # a colleague takes it in
    clone.type(back)
    assert clone.run(["git", "log", "--format=%s", "main"]).splitlines()[-1] == "First"
    assert (clone.root / "campaigns" / "spring-safety.md").is_file()


def test_each_way_to_take_a_change_back_does(clone: Clone) -> None:
    restore, reset, revert = re.findall(r"^\|.*?\| `(git [^`]+)`", KEEP, re.MULTILINE)
    before = (clone.root / "services.yaml").read_bytes()
    a_service_and_a_campaign(clone, "spring-safety.md")
    clone.type(restore)
    assert (clone.root / "services.yaml").read_bytes() == before

    clone.type(f'git add campaigns\ngit commit -m "Spring safety"\n{reset}')
    assert clone.status() == "A  campaigns/spring-safety.md\n"
    assert clone.run(["git", "log", "--format=%s"]) == "First\n"

    clone.type(f'git commit -m "Spring safety"\n{revert}\ngit push')
    assert not (clone.root / "campaigns" / "spring-safety.md").exists()
    assert clone.run(["git", "log", "-1", "--format=%s", "main"], clone.upstream) == 'Revert "Spring safety"\n'


def test_every_page_that_has_people_commit_leads_to_how() -> None:
    pages = {path.name: path.read_text(encoding="utf-8") for path in HANDBOOK.glob("*.md")}
    apart = {"keep-your-change.md", "messages.md", "fields.md"}
    say_it = [name for name, text in pages.items() if re.search(r"\bcommit", text) and name not in apart]

    assert {"publish.md", "release-posts.md"} <= set(say_it)
    assert [name for name in sorted(say_it) if "(keep-your-change.md)" not in pages[name]] == []
