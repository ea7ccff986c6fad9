"""Standing pages for tests, right in every respect but what a test changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from generator.content.loading.pages import StandingFiles, read_standing
from generator.content.loading.service_directory import read_directory
from generator.diagnostics import Parsed
from generator.model.accessibility import AccessibilityStatement
from generator.model.rights import Rights
from tests.builders import TODAY, a_services_yaml, said
from tests.checks_of import pages_to_better, pages_wrong

RIGHTS = """\
---
title: Your rights
code: Victims' Code
in_force_from: 2021-04-01
superseded_on:
source: P107
checked: {on: 2026-11-20, by: Communications team, how: read the Code}
lead: What help you should get.
rights:
  - {number: 1, title: To be understood, plain: You must be told clearly., applies_to: everyone, sources: [P107]}
complain:
  - {says: Complain first to them., sources: [P105]}
---
# Your rights after a crime

See [every service](services/index.md).
"""

STATEMENT = """\
---
title: Accessibility statement
organisation: The office
prepared: 2026-02-01
reviewed: 2026-11-20
tested_by: We tested it ourselves.
problems:
  - {what: The map is grey., criterion: 1.4.3 Contrast (Minimum), fix_by: 2027-03-31}
---
# Accessibility statement

It covers this website.
"""

RESULTS = """\
on: 2026-11-21
tools: [axe-core]
pages: 40
"""


def a_right(number: int = 1, **changes: Any) -> dict[str, Any]:
    """One right, as an author's fields."""
    return {
        "number": str(number),
        "title": "To be understood",
        "plain": "You must be told clearly.",
        "applies_to": "everyone",
        "sources": ["P107"],
    } | changes


def some_rights(**changes: Any) -> Rights:
    """A Code with one right, checked two days before TODAY."""
    return Rights.model_validate(
        {
            "title": "Your rights",
            "heading": "Your rights after a crime",
            "code": "Victims' Code",
            "in_force_from": "2021-04-01",
            "source": "P107",
            "checked": {"on": "2026-11-20", "by": "Communications team", "how": "read the Code"},
            "lead": "What help you should get.",
            "rights": [a_right()],
            "complain": [{"says": "Complain first to them.", "sources": ["P105"]}],
        }
        | changes
    )


def a_statement(**changes: Any) -> AccessibilityStatement:
    """A statement that was reviewed two days before TODAY and names no problem."""
    return AccessibilityStatement.model_validate(
        {
            "title": "Accessibility statement",
            "heading": "Accessibility statement",
            "organisation": "The office",
            "prepared": "2026-02-01",
            "reviewed": "2026-11-20",
            "tested_by": "We tested it ourselves.",
        }
        | changes
    )


def files_in(root: Path, results: str = "", **pages: str) -> Parsed[StandingFiles]:
    """The standing files of a folder with these pages in it: `stay_safe` stands in content/stay-safe.md."""
    (root / "content").mkdir(exist_ok=True)
    for name, text in pages.items():
        (root / "content" / f"{name.replace('_', '-')}.md").write_text(text, encoding="utf-8")
    if results:
        (root / "accessibility-results.yaml").write_text(results, encoding="utf-8")
    return read_standing(root, "content")


def wrong_with_pages(root: Path, today: date = TODAY, results: str = "", **pages: str) -> list[str]:
    """Everything wrong with some standing pages, in file order."""
    files, problems = files_in(root, results, **pages)
    directory, _ = read_directory({"services.yaml": a_services_yaml()})
    problems += pages_wrong(files, today, directory, ["P105", "P107"])
    return said(problems)


def advice_for(root: Path, today: date = TODAY, results: str = "", **pages: str) -> list[str]:
    """What could be better in some standing pages that are right."""
    files, problems = files_in(root, results, **pages)
    assert problems == []
    return said(pages_to_better(files, today))
