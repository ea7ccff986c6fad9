#!/bin/sh
# It runs hooks made for MkDocs as they are; but one that listens to MkDocs' log for dead links hears nothing, without a word.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 properdocs==1.6.7
cd "$folder"
mkdir docs look
echo '[Find help](nowhere.md)' > docs/index.md
echo '{{ page.content }}' > look/main.html
printf 'site_name: Example\ntheme: {name: null, custom_dir: look}\nplugins: []\nhooks: [listen.py]\n' > mkdocs.yml
cat > listen.py <<'PYTHON'
import logging

import mkdocs

heard = {"mkdocs": [], mkdocs.__name__: []}
for name, messages in heard.items():
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record, messages=messages: messages.append(record.getMessage())
    logging.getLogger(name).addHandler(handler)


def on_post_build(config):
    named, own = heard["mkdocs"], heard[mkdocs.__name__]
    print(f"heard by the logger 'mkdocs': {len(named)}; by the logger of the module's own name: {len(own)}")
PYTHON
for engine in mkdocs properdocs; do
  venv/bin/python -m "$engine" build --config-file mkdocs.yml >"$engine.txt" 2>"$engine.log"
  venv/bin/python -c "from importlib.metadata import version; print('$engine', version('$engine'))"
done
echo "expected: one warning of a dead link, heard by the same hook under both, as imports of mkdocs are led to ProperDocs"
for engine in mkdocs properdocs; do
  echo "seen, $engine: warnings printed $(grep -c 'WARNING.*nowhere.md' "$engine.log"); $(cat "$engine.txt")"
done
test "$(cat mkdocs.txt)" = "heard by the logger 'mkdocs': 1; by the logger of the module's own name: 1"
test "$(cat properdocs.txt)" = "heard by the logger 'mkdocs': 0; by the logger of the module's own name: 1"
