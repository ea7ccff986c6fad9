#!/bin/sh
# The plural forms of a Welsh file of translations are in another order, and one more, from one version to the next.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
for release in 2.18.0 2.19.0; do
  "$folder/venv/bin/pip" install --quiet --disable-pip-version-check "Babel==$release"
  "$folder/venv/bin/python" - >> "$folder/seen" <<'PYTHON'
from importlib.metadata import version

from babel.messages import Catalog

print("Babel", version("Babel"), Catalog(locale="cy").plural_forms)
PYTHON
done
echo "expected: the same header from both, as files made with one are read with the other"
sed 's/^/seen: /' "$folder/seen"
grep -q '^Babel 2.18.0 nplurals=5; plural=(n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 0);' "$folder/seen"
grep -q '^Babel 2.19.0 nplurals=6; plural=(n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n == 3 ? 3 : n == 6 ? 4 : 5);' "$folder/seen"
