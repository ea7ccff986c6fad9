"""A built site -> what the checkers of others say of its open data. They are no part of the tests: for a look.

    python -m venv build/checkers && build/checkers/bin/pip install openapi-spec-validator rdflib csvw frictionless pyld
    build/checkers/bin/python tools/check_open_data.py site

Nothing is asked of the network: the context of schema.org stands in for itself.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

SCHEMA_ORG = {"@context": {"@vocab": "https://schema.org/"}}
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def openapi(data: Path) -> Iterator[str]:
    """The document of the feed."""
    validate = import_module("openapi_spec_validator").validate
    validate(json.loads((data / "oruk" / "openapi.json").read_text(encoding="utf-8")))
    yield "openapi.json is valid"


def catalogue(data: Path) -> Iterator[str]:
    """Both writings of the catalogue: the same triples."""
    graph, compare = import_module("rdflib").Graph, import_module("rdflib.compare")
    written, linked = (
        graph().parse(data / name, format=kind)
        for name, kind in (("catalog.ttl", "turtle"), ("catalog.jsonld", "json-ld"))
    )
    if not compare.isomorphic(written, linked):
        raise ValueError("catalog.ttl and catalog.jsonld do not say the same")
    yield f"catalogue: {len(written)} triples, the same in both"


def tables(data: Path) -> Iterator[str]:
    """Each table by CSVW, and all by the Data Package."""
    read = import_module("csvw").CSVW
    for described in sorted(data.glob("*.csv-metadata.json")):
        table = read(described.name)
        if not table.is_valid:
            raise ValueError(f"{described.name} is not valid CSVW")
        yield f"{described.name} is valid, {sum(1 for _ in table.tables[0])} rows"
    report = import_module("frictionless").validate("datapackage.json")
    if not report.valid:
        raise ValueError(str(report.flatten(["title", "message"])))
    yield "datapackage.json is valid"


def pages(data: Path) -> Iterator[str]:
    """JSON-LD of each page that has some, expanded."""
    jsonld = import_module("pyld").jsonld
    jsonld.set_document_loader(lambda url, _: {"contextUrl": None, "documentUrl": url, "document": SCHEMA_ORG})
    found = [
        one for page in data.parent.rglob("index.html") for one in SCRIPT.findall(page.read_text(encoding="utf-8"))
    ]
    for one in found:
        if not jsonld.expand(json.loads(one)):
            raise ValueError(one)
    yield f"{len(found)} pages have JSON-LD that expands"


def main(site: str) -> int:
    """Ask each; the number of those that found a fault."""
    data, faults = Path(site).resolve() / "data", 0
    os.chdir(data)  # some of them take a name for an address otherwise
    checks: tuple[Callable[[Path], Iterator[Any]], ...] = (openapi, catalogue, tables, pages)
    for check in checks:
        try:
            for line in check(data):
                sys.stdout.write(f"{line}\n")
        except Exception as error:  # noqa: BLE001 # each of them has errors of its own
            faults += 1
            sys.stdout.write(f"{check.__name__}: {type(error).__name__}: {error}\n")
    return faults


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
