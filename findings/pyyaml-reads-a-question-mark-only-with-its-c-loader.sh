#!/bin/sh
# The two loaders of one PyYAML disagree: a title that ends in a question mark, before a comma in braces, is read by the one
# written in C, and refused by the one written in Python, which yaml.safe_load uses.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check PyYAML==6.0.3 ruamel.yaml==0.18.16
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

import yaml
from ruamel.yaml import YAML

SOURCES = {
    "before a comma": "P58: {title: Are there helplines for men?, date: 7 November 2020}",
    "before a brace": "P58: {date: 7 November 2020, title: Are there helplines for men?}",
    "in a block": "P58:\n  title: Are there helplines for men?\n  date: 7 November 2020",
}


def read(load, text):
    try:
        return load(text)["P58"]["title"]
    except Exception as error:  # each library has its own kind
        return type(error).__name__


readers = {
    "PyYAML in C": lambda text: yaml.load(text, yaml.CSafeLoader),
    "PyYAML in Python": yaml.safe_load,
    "ruamel.yaml in Python": YAML(typ="safe", pure=True).load,
}
seen = {(where, name): read(load, text) for where, text in SOURCES.items() for name, load in readers.items()}
print("PyYAML", version("PyYAML"), "and ruamel.yaml", version("ruamel.yaml"))
print("expected: 'Are there helplines for men?', nine times")
for (where, name), title in seen.items():
    print(f"seen, {where}, {name}: {title}")
refused = {key for key, title in seen.items() if title != "Are there helplines for men?"}
assert refused == {("before a comma", "PyYAML in Python"), ("before a brace", "PyYAML in Python")}
PYTHON
