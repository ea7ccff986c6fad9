"""Records -> their fields, each with its name as typed and what it means in plain words, from the models themselves."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from generator.model.accessibility import Results
from generator.model.accessibility import Statement as Accessibility
from generator.model.campaign import Campaign
from generator.model.catalogue import RetiredNumber
from generator.model.document import Document
from generator.model.emergency import Emergency
from generator.model.organisation import Organisation
from generator.model.place import Area
from generator.model.retired_addresses import RetiredAddress
from generator.model.rights import Rights
from generator.model.service import Service
from generator.model.standing import FROM_THE_WORDS, StandingPage

DIRECTORY: Mapping[str, type[BaseModel]] = {
    "emergency": Emergency,
    "areas": Area,
    "organisations": Organisation,
    "services": Service,
    "retired_numbers": RetiredNumber,
    "retired_addresses": RetiredAddress,
    "sources": Document,
}
"""The lists of services.yaml, in the order of the file."""

PAGES: Mapping[str, type[BaseModel]] = {
    "content/about.md, stay-safe.md": StandingPage,
    "content/rights.md": Rights,
    "content/accessibility.md": Accessibility,
    "accessibility-results.yaml": Results,
}
"""The records of standing pages, and the results that `make accessibility` writes."""

AUTHORS: tuple[type[BaseModel], ...] = (*DIRECTORY.values(), Campaign, *PAGES.values())
"""Every record that somebody in an office writes."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name in the file, what it means, whether it must be there, and the records within it, if any."""

    name: str
    description: str
    required: bool
    inside: type[BaseModel] | None


def fields(record: type[BaseModel]) -> tuple[Field, ...]:
    """The fields that an author may write, in the order of the model. The words below a record are no field."""
    said = descriptions(record)
    hidden = FROM_THE_WORDS if issubclass(record, StandingPage) else ("words",)
    return tuple(
        Field(info.alias or name, said.get(name, ""), info.is_required(), _inside(info.annotation))
        for name, info in record.model_fields.items()
        if name not in hidden
    )


def within(record: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A record and every kind of record in its fields, each once, those further in behind those further out."""
    found = [record]
    for one in found:
        found += [field.inside for field in fields(one) if field.inside and field.inside not in found]
    return iter(found)


@cache
def descriptions(record: type[BaseModel]) -> Mapping[str, str]:
    """The line of words below each field of a model. Read from the source, so that a model costs nothing to start."""
    found: dict[str, str] = {}
    for model in reversed(record.__mro__):
        if issubclass(model, BaseModel) and model.model_fields:
            found |= _below_each(ast.parse(textwrap.dedent(inspect.getsource(model))).body[0])
    return found


def _below_each(made: ast.stmt) -> dict[str, str]:
    body = made.body if isinstance(made, ast.ClassDef) else []
    found = {}
    for line, below in pairwise(body):
        if not isinstance(line, ast.AnnAssign) or not isinstance(line.target, ast.Name):
            continue
        if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant) and isinstance(below.value.value, str):
            found[line.target.id] = " ".join(below.value.value.split())
    return found


def _inside(annotation: Any) -> type[BaseModel] | None:
    """The kind of record that a field holds, alone or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) is Annotated:
        return _inside(get_args(annotation)[0])
    return next((found for part in get_args(annotation) if (found := _inside(part))), None)
