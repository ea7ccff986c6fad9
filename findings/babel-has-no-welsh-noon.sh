#!/bin/sh
# Twelve o'clock can't be said in Welsh by the pattern 'b'; nine can, and so can twelve by the pattern 'B'.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check Babel==2.19.0
"$folder/venv/bin/python" - <<'PYTHON'
from datetime import time
from importlib.metadata import version

from babel.dates import format_time


def said(hour, pattern):
    try:
        return format_time(time(hour), pattern, locale="cy")
    except ValueError as error:
        return f"ValueError: {error}"


seen = {(hour, pattern): said(hour, pattern) for pattern in ("h b", "h B") for hour in (0, 9, 12)}
print("Babel", version("Babel"))
print("expected: six times in words; where a language has no word for noon, the standard falls back to am and pm")
for (hour, pattern), words in seen.items():
    print(f"seen, {hour}:00 by '{pattern}': {words}")
assert [words.startswith("ValueError") for words in seen.values()] == [True, False, True, False, False, False]
PYTHON
