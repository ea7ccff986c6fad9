#!/bin/sh
# A filter on words that stand in the template is called when that is compiled: the date stays, and a cache hands on the language.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check Jinja2==3.1.6
mkdir "$folder/cache"
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

from jinja2 import DictLoader, Environment, FileSystemBytecodeCache

days = iter(["Monday", "Tuesday", "Wednesday"])
preview = Environment(autoescape=True)
preview.filters["with_day"] = lambda words: f"{words} {day}"
day = next(days)
page = preview.from_string("{{ 'Seen on' | with_day }}; {{ words | with_day }}")
seen = []
for day in days:
    seen.append(page.render(words="Seen on"))

loader, cache = DictLoader({"help": "{{ 'Help' | said }}, {{ word | said }}"}), FileSystemBytecodeCache("cache")
said = {}
for language, words in (("en", {}), ("cy", {"Help": "Cymorth"})):
    site = Environment(loader=loader, bytecode_cache=cache, autoescape=True)
    site.filters["said"] = lambda word, words=words: words.get(word, word)
    said[language] = site.get_template("help").render(word="Help")

print("Jinja2", version("Jinja2"))
print("expected: a filter is called at each rendering, on words in the template as on a variable; each language has its own words")
print("seen, one template on Tuesday and Wednesday, compiled on Monday:", seen)
print("seen, one template in two languages that share a cache of bytecode:", said)
assert seen == ["Seen on Monday; Seen on Tuesday", "Seen on Monday; Seen on Wednesday"]
assert said == {"en": "Help, Help", "cy": "Help, Cymorth"}
PYTHON
