#!/bin/sh
# Numbers are looked for in a text by the plan for ordinary ones: the best known helplines are not found.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check phonenumbers==9.0.43
"$folder/venv/bin/python" - <<'PYTHON'
import phonenumbers

TEXT = "In danger, call 999. Samaritans answer on 116 123, the police on 101. Or call 0808 157 0123."
seen = [match.raw_string for match in phonenumbers.PhoneNumberMatcher(TEXT, "GB")]
possible = [
    match.raw_string
    for match in phonenumbers.PhoneNumberMatcher(TEXT, "GB", leniency=phonenumbers.Leniency.POSSIBLE)
]
number = phonenumbers.parse("116123", "GB")
print("phonenumbers", phonenumbers.__version__)
print("expected: all four, or at least 116 123, which the library itself knows as a valid short number of GB")
print("116 123 is a valid short number:", phonenumbers.is_valid_short_number_for_region(number, "GB"))
print("seen:", seen)
print("seen, leniency POSSIBLE:", possible)
assert (seen, possible) == (["0808 157 0123"], ["116 123", "0808 157 0123"])
PYTHON
