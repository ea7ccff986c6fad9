"""The files that make an editor, and a commit, know what we know."""

from __future__ import annotations

import configparser
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from generator.cli.main import main
from generator.content.loading.campaigns import read_campaign
from generator.content.loading.shipped import read_vocabulary
from tests.site_builder import NOW, a_site

ROOT = Path(__file__).parents[2]
EDITOR = ROOT / ".vscode"


def settings(file: str) -> Any:
    return json.loads((EDITOR / file).read_text(encoding="utf-8"))


def test_each_schema_that_the_editor_is_led_to_is_there_and_so_are_files_for_it() -> None:
    led = settings("settings.json")["yaml.schemas"]

    assert [path for path in led if not (ROOT / path).is_file()] == []
    assert all(any(ROOT.glob(pattern)) for patterns in led.values() for pattern in patterns[:1])


@pytest.mark.parametrize("number", [0, 1])
def test_the_editor_s_task_understands_what_check_says(number: int, tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.change("services.yaml", "kind: refuge", "kind: refuges")
    site.change("campaigns/dating-scams.md", "runs:\n", "runs:\n  - {from: 2027-03-01, to: 2027-12-31}\n")
    done = CliRunner().invoke(main, ["--root", str(site.root), "--now", NOW, "check"])
    (task,) = settings("tasks.json")["tasks"]
    pattern = re.compile(task["problemMatcher"][number]["pattern"]["regexp"])
    found = [hit.groups() for line in done.output.splitlines() if (hit := pattern.match(line))]

    assert task["args"] == ["check"]
    # The task runs in a terminal: there, colours and folded lines would hide words from the pattern.
    assert task["options"]["env"] == {"COLUMNS": "1000", "NO_COLOR": "1"}
    assert [place[:3] for place in found] == [
        [("services.yaml", "21", "11")],
        [("campaigns/dating-scams.md", "8", "5")],
    ][number]


def test_the_extension_that_is_recommended_is_the_one_the_settings_are_for() -> None:
    assert settings("extensions.json") == {"recommendations": ["redhat.vscode-yaml"]}


def test_what_the_editor_writes_for_a_campaign_is_good() -> None:
    snippets = settings("waymark.code-snippets")
    whole = typed_in(snippets["A campaign"]["body"])
    indent = "  "
    more = (
        f"{whole.partition('posts:')[0]}posts:\n{indent}{typed_in(snippets['A post']['body'], indent)}\n---\nWords.\n"
    )

    for text in (whole, more, whole.replace(re.findall("- {from.*", whole)[0], typed_in(snippets["A run"]["body"]))):
        read, problems = read_campaign(text, "campaigns/a.md")
        assert read, problems


def test_what_the_editor_offers_for_a_campaign_are_the_words_of_the_vocabulary() -> None:
    body = "\n".join(settings("waymark.code-snippets")["A campaign"]["body"])
    vocabulary = read_vocabulary()

    assert [choices.split(",") for choices in re.findall(r"\|(.+?)\|", body)] == [
        list(vocabulary.crimes),
        list(vocabulary.audiences),
    ]


def test_what_the_editor_writes_is_offered_in_campaigns_alone_and_where_it_belongs() -> None:
    snippets = settings("waymark.code-snippets")

    assert {tuple(one["include"]) for one in snippets.values()} == {("**/campaigns/*.md",)}
    # Between the lines of --- VS Code speaks YAML, though the file is one of Markdown.
    assert {name: one["scope"] for name, one in snippets.items()} == {
        "A campaign": "markdown",
        "A run": "yaml",
        "A post": "yaml",
    }


def test_the_editor_offers_as_somebody_types_a_record_and_not_as_they_type_words() -> None:
    given = settings("settings.json")

    # To VS Code every name and value of a record is a string, and the words below it are not.
    assert given["[markdown]"]["editor.quickSuggestions"] == {"comments": "off", "strings": "on", "other": "off"}
    assert given["editor.wordBasedSuggestions"] == "off"


def typed_in(body: list[str], indent: str = "") -> str:
    """What stands in the file when somebody takes the first of each choice, and every example as it is."""
    text = f"\n{indent}".join(body)
    return re.sub(r"\$\{[0-9]+(?::([^}]*)|\|([^,|]*)[^|]*\|)\}|\$0", lambda hit: hit[1] or hit[2] or "", text)


def test_the_hook_checks_the_content_at_each_change_and_fetches_nothing() -> None:
    (repository,) = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    (hook,) = repository["hooks"]

    assert (repository["repo"], hook["language"], hook["pass_filenames"]) == ("local", "system", False)
    assert hook["entry"].endswith("waymark check")
    # Else pre-commit passes over a change that only takes files away.
    assert hook["always_run"]


def test_every_file_of_content_is_as_the_editor_s_rules_say() -> None:
    rules = configparser.ConfigParser()
    rules.read_string("[top]\n" + (ROOT / ".editorconfig").read_text(encoding="utf-8"))
    content = [ROOT / "services.yaml", ROOT / "mkdocs.yml", *(ROOT / "campaigns").glob("*.md")]

    assert rules["*"]["charset"] == "utf-8"
    assert rules["*"]["end_of_line"] == "lf"
    for path in content:
        data = path.read_bytes()
        assert data.endswith(b"\n")
        assert b"\r" not in data
        assert b"\t" not in data


def test_no_editor_changes_the_line_ends_or_tabs_that_a_file_must_have() -> None:
    rules = configparser.ConfigParser()
    rules.read_string("[top]\n" + (ROOT / ".editorconfig").read_text(encoding="utf-8"))
    golden, tabbed = rules["tests/{feeds,planning}/golden/*"], rules["{Makefile,Caddyfile}"]
    texts = [path for suffix in ("csv", "ics", "md", "xml", "yaml") for path in ROOT.glob(f"[ct]*/**/*.{suffix}")]
    windows = {
        path.parent.relative_to(ROOT).as_posix()
        for path in texts
        if "node_modules" not in path.parts and b"\r\n" in path.read_bytes()
    }

    assert (golden["end_of_line"], tabbed["indent_style"]) == ("unset", "tab")
    assert windows == {"tests/site/feeds/golden", "tests/staff/planning/golden"}
    assert all(
        re.search(rb"^\t", (ROOT / path).read_bytes(), re.MULTILINE) for path in ("Makefile", "deploy/Caddyfile")
    )
