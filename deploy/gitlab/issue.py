"""The text of `waymark due --format issue` -> one open issue on GitLab: made, brought up to date, or closed."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import Request, urlopen

LABEL = "due-for-a-check"
TITLE = "Services that want a check"


def ask(method: str, path: str, **fields: str) -> Any:
    """One request to the project's issues; what GitLab says."""
    address = f"{os.environ['CI_API_V4_URL']}/projects/{os.environ['CI_PROJECT_ID']}/issues{path}"
    data = urlencode(fields).encode() if fields else None
    request = Request(address, data, {"PRIVATE-TOKEN": os.environ["WAYMARK_ISSUES"]}, method=method)  # noqa: S310 # GitLab's
    with urlopen(request, timeout=30) as answer:  # noqa: S310 # the same
        return json.load(answer)


def main(text: str) -> None:
    """Keep one issue: open while something is due."""
    found = ask("GET", f"?{urlencode({'labels': LABEL, 'state': 'opened', 'per_page': 1})}")
    number = found[0]["iid"] if found else None
    if "\n- [ ]" not in f"\n{text}":
        if number:
            ask("PUT", f"/{number}", state_event="close")
    elif number:
        ask("PUT", f"/{number}", description=text)
    else:
        ask("POST", "", title=TITLE, labels=LABEL, description=text)


if __name__ == "__main__":
    main(Path(sys.argv[1]).read_text(encoding="utf-8"))
