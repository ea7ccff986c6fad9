#!/bin/sh
# A list in Welsh is joined by the dictionary's note 'a(c)' and not by the word that fits.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check Babel==2.19.0
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

from babel.lists import format_list

seen = [format_list(["yr heddlu", one], locale="cy") for one in ("meddyg", "ambiwlans")]
print("Babel", version("Babel"))
print("expected: 'yr heddlu a meddyg' and 'yr heddlu ac ambiwlans', as in Welsh the word changes before a vowel")
print("seen:", seen)
assert seen == ["yr heddlu a(c) meddyg", "yr heddlu a(c) ambiwlans"]
PYTHON
