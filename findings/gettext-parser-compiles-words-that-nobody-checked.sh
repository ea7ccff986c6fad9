#!/bin/sh
# A translation marked fuzzy goes into the .mo, and a plural that has no words yet is shown as no words at all.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check Babel==2.19.0 polib==1.2.0
cd "$folder"
npm init --yes >"$folder/npm.log"
npm install --silent --no-audit --no-fund gettext-parser@10.0.0
cat > cy.po <<'PO'
msgid ""
msgstr ""
"Language: cy\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

#, fuzzy
msgid "You can call at any time"
msgstr "Cymorth"

msgid "one service"
msgid_plural "many services"
msgstr[0] "un"
msgstr[1] ""
PO
cat > run.mjs <<'SCRIPT'
import { readFileSync, writeFileSync } from 'node:fs'
import { mo, po } from 'gettext-parser'

console.log('gettext-parser', JSON.parse(readFileSync('node_modules/gettext-parser/package.json')).version)
writeFileSync('gettext-parser.mo', mo.compile(po.parse(readFileSync('cy.po'))))
SCRIPT
node run.mjs
"$folder/venv/bin/python" - <<'PYTHON'
from gettext import GNUTranslations
from importlib.metadata import version

import polib
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

with open("cy.po", "rb") as source, open("Babel.mo", "wb") as compiled:
    write_mo(compiled, read_po(source))
polib.pofile("cy.po").save_as_mofile("polib.mo")
seen = {}
for compiler in ("Babel", "polib", "gettext-parser"):
    with open(f"{compiler}.mo", "rb") as compiled:
        words = GNUTranslations(compiled)
    seen[compiler] = words.gettext("You can call at any time"), words.ngettext("one service", "many services", 2)
print("Babel", version("Babel"), "polib", version("polib"))
print("expected: the words of the source in both places, as msgfmt leaves fuzzy and empty translations out")
for compiler, (fuzzy, plural) in seen.items():
    print(f"seen, {compiler}: the fuzzy one {fuzzy!r}, two services {plural!r}")
source = ("You can call at any time", "many services")
assert seen == {"Babel": source, "polib": source, "gettext-parser": ("Cymorth", "")}
PYTHON
