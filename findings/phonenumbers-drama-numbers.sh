#!/bin/sh
# Of the numbers that Ofcom keeps for drama, some are valid and some are not.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check phonenumbers==9.0.43
"$folder/venv/bin/python" - <<'PYTHON'
import phonenumbers

NUMBERS = ["020 7946 0001", "0808 157 0123", "01632 960001", "07700 900123", "0113 496 0001", "029 2018 0001", "03069 990001"]
seen = {one: phonenumbers.is_valid_number(phonenumbers.parse(one, "GB")) for one in NUMBERS}
print("phonenumbers", phonenumbers.__version__)
print("expected: all numbers kept for drama are treated alike, so that tests may use any of them")
for number, valid in seen.items():
    print(f"seen, {number}: {'valid' if valid else 'not valid'}")
assert [one for one in NUMBERS if not seen[one]] == ["01632 960001", "07700 900123"]
PYTHON
