#!/bin/sh
# Spelled with a curly apostrophe, the commonest short forms of Welsh are mistakes; those of English are right with either.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check spylls==0.1.7
cd "$folder"
npm init --yes >"$folder/npm.log"
npm install --silent --no-audit --no-fund nspell@2.1.5 dictionary-cy@2.0.0 dictionary-en-gb@3.0.0
cat > run.mjs <<'SCRIPT'
import { readFileSync, writeFileSync } from 'node:fs'
import nspell from 'nspell'

const words = { cy: ["i'r", 'i’r', "mae'n", 'mae’n'], 'en-gb': ["don't", 'don’t', "we're", 'we’re'] }
const seen = []
for (const [language, list] of Object.entries(words)) {
  const folder = `node_modules/dictionary-${language}`
  const checker = nspell({ aff: readFileSync(`${folder}/index.aff`), dic: readFileSync(`${folder}/index.dic`) })
  const { version } = JSON.parse(readFileSync(`${folder}/package.json`))
  for (const word of list) seen.push([`${folder}/index`, `dictionary-${language} ${version}`, word, checker.correct(word)])
}
writeFileSync('seen.json', JSON.stringify(seen))
SCRIPT
node run.mjs
"$folder/venv/bin/python" - <<'PYTHON'
import json
from importlib.metadata import version
from pathlib import Path

from spylls.hunspell import Dictionary

seen = [
    (name, word, nspell, Dictionary.from_files(path).lookup(word))
    for path, name, word, nspell in json.loads(Path("seen.json").read_text())
]
print("nspell", json.loads(Path("node_modules/nspell/package.json").read_text())["version"], "spylls", version("spylls"))
print("expected: each is right with both apostrophes, in Welsh as in English")
for name, word, nspell, spylls in seen:
    print(f"seen, {name}, {word}: nspell {'right' if nspell else 'wrong'}, spylls {'right' if spylls else 'wrong'}")
assert [word for _, word, *right in seen if right != [True, True]] == ["i’r", "mae’n"]
assert not any(right for _, word, *both in seen if "dictionary-cy" in _ and "’" in word for right in both)
PYTHON
