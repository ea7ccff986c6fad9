"""A report -> one JSON document, for editors and other programs.

    {
      "version": 1,                 # grows only if a field below is renamed, removed or means something else
      "good": false,                # whether the command ends with status 0
      "problems": [{"file": "services.yaml", "line": 41, "column": 12, "text": "...",
                    "code": "unknown-area", "severity": "error", "hint": "..."}],
      "advice": [{the same, and "may_wait": false}],
      "due": [{"service": "harbour", "freshness": "unchecked", "since": null}],
      "counts": {"to_mend": 1, "files": 1, "problems": 1, "advice": 0, "due": 0, "services": 0, "campaigns": 0}
    }

Lines and columns start at 1; each character counts as one column. `file`, `line`, `column` and `code` of advice that
belongs to no file are null. `text` says all, `hint` is the part of it that says what is needed, and "" where the
two are one sentence. `severity` is "error", "warning" or "notice"; `may_wait` says that it is a notice. Each code is
explained in docs/handbook/messages.md, and stays when words change. `to_mend` counts the
problems and, where the check is strict, the advice that may not wait.
"""

from __future__ import annotations

import json
from typing import Any

from generator.diagnostics import Diagnostic
from generator.report import Report

VERSION = 1


def document(report: Report) -> str:
    """The document, indented, with a line end."""
    whole = {
        "version": VERSION,
        "good": not report.stopping,
        "problems": [_placed(problem) for problem in report.problems],
        "advice": [
            *(_placed(advice) | {"may_wait": advice.severity == "notice"} for advice in report.advice),
            *(_unplaced(note) for note in report.notes),
        ],
        "due": [{"service": one.service, "freshness": one.freshness, "since": one.since} for one in report.due],
        "counts": {
            "to_mend": len(report.stopping),
            "files": report.files,
            "problems": len(report.problems),
            "advice": len(report.advice) + len(report.notes),
            "due": len(report.due),
            "services": report.services,
            "campaigns": report.campaigns,
        },
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _placed(problem: Diagnostic) -> dict[str, Any]:
    mark = problem.location
    return {
        "file": mark.file,
        "line": mark.line,
        "column": mark.column,
        "text": problem.text,
        "code": problem.code,
        "severity": problem.severity,
        "hint": problem.hint,
    }


def _unplaced(note: str) -> dict[str, Any]:
    """Advice that belongs to no file."""
    place = {"file": None, "line": None, "column": None}
    return place | {"text": note, "code": None, "severity": "notice", "hint": "", "may_wait": True}
