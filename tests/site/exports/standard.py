"""The schemas of Open Referral UK 3.0 and HSDS 3.1, as their bodies publish them -> what is wrong with a record."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

FOLDER = Path(__file__).parent / "openreferral"
STANDARDS = ("uk-3.0", "hsds-3.1")
A_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
FORMATS = FormatChecker(["uuid", "email", "date"])
"""Those that the library knows by itself; below the two for which it would want others."""


@FORMATS.checks("uri")
def is_uri(value: object) -> bool:
    """Whether an address is absolute, and has no letter that a machine would have to write otherwise."""
    return not isinstance(value, str) or bool(
        value.isascii() and " " not in value and urlsplit(value).scheme and urlsplit(value).netloc
    )


@FORMATS.checks("date-time", raises=ValueError)
def is_moment(value: object) -> bool:
    """Whether a moment says where on the Earth its clock stands."""
    return not isinstance(value, str) or bool(A_MOMENT.fullmatch(value) and datetime.fromisoformat(value).tzinfo)


@cache
def _validator(standard: str, name: str) -> Draft202012Validator:
    files = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in (FOLDER / standard).glob("*.json")}
    resources = ((file, Resource(contents=text, specification=DRAFT202012)) for file, text in files.items())
    registry: Registry[Any] = Registry().with_resources(resources)
    return Draft202012Validator({"$ref": f"{name}.json"}, registry=registry, format_checker=FORMATS)


def faults(standard: str, name: str, record: Any) -> Iterator[str]:
    """Each fault of a record: where it stands, and what is wrong."""
    for error in _validator(standard, name).iter_errors(record):
        yield f"{error.json_path}: {error.message}"


def faults_by(schema: dict[str, Any], record: Any) -> Iterator[str]:
    """The same by a schema of ours."""
    for error in Draft202012Validator(schema, format_checker=FORMATS).iter_errors(record):
        yield f"{error.json_path}: {error.message}"
