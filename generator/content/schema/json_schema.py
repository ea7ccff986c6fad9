"""Models and vocabulary -> JSON Schema (draft 2020-12) that an editor uses to complete, explain and underline.

Editors read YAML as YAML 1.2 does, so a bare number or `true` arrives as a number or a boolean where Waymark itself
reads text. Every text may therefore be one. Only keywords that older editors understand too are used, and everything
is written out in place: what stands beside a `$ref` they do not show.
"""

from __future__ import annotations

import ast
import inspect
import json
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from generator.content.schema.who_read import readers
from generator.model.accessibility import AccessibilityStatement, Results
from generator.model.campaign import Campaign
from generator.model.emergency import Emergency
from generator.model.fields.text import A_SLUG
from generator.model.place import Area, Organisation
from generator.model.retired_address import RetiredAddress, RetiredNumber
from generator.model.rights import Rights
from generator.model.service import Service, Who
from generator.model.sources import A_CODE, Document
from generator.model.standing_page import FROM_THE_WORDS, StandingPage
from generator.model.vocabulary import Membership, OwnDoor, OwnWords, Term, Vocabulary

DIRECTORY: Mapping[str, type[BaseModel]] = {
    "emergency": Emergency,
    "areas": Area,
    "organisations": Organisation,
    "services": Service,
    "retired_numbers": RetiredNumber,
    "retired_addresses": RetiredAddress,
    "sources": Document,
    "kinds": OwnWords,
    "crimes": OwnWords,
    "audiences": OwnWords,
    "networks": Membership,
    "marks": Membership,
    "doors": OwnDoor,
}
"""The lists of services.yaml, in the order of the file."""


PAGES: Mapping[str, type[BaseModel]] = {
    "content/about.md, stay-safe.md": StandingPage,
    "content/rights.md": Rights,
    "content/accessibility.md": AccessibilityStatement,
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
        inside = dict.fromkeys(field.inside for field in fields(one) if field.inside)
        found += [part for part in inside if part not in found]
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


DIALECT = "https://json-schema.org/draft/2020-12/schema"


Schema = dict[str, Any]


A_WORD = f"^{A_SLUG.pattern}$"


LEFT_OUT = ("title", "default", "description")
"""What pydantic says of a value and an author need not know, or what we say better."""


SECTIONS = {
    "emergency": "Your own lines for someone in danger. 999, 55, 999 BSL, text 999 and 18000 come with Waymark.",
    "areas": "The parts of the country, each with its id in front.",
    "organisations": "Who runs services, pays for them or takes part in campaigns, each with its id in front.",
    "services": "Who can help. Each service starts with a hyphen.",
    "retired_numbers": "Numbers that have ended. None of them can be published again.",
    "retired_addresses": "Web and e-mail addresses that have ended. None of them can be published again.",
    "sources": "What facts rest on, each with its code in front: S000.",
    "kinds": "Your own words for kinds of service that come with Waymark, each with its id in front.",
    "crimes": "Your own words for types of crime that come with Waymark, each with its id in front.",
    "audiences": "Your own words for audiences that come with Waymark, each with its id in front.",
    "networks": "Networks of services in your area, each with its id in front.",
    "marks": "Quality marks that services hold, each with its id in front.",
    "doors": "Ways to find help that you add to those of every site, each with its id in front.",
}


def services_schema(vocabulary: Vocabulary) -> str:
    """The schema of services.yaml, or of one of the files it is split into."""
    sections = {}
    for name, model in DIRECTORY.items():
        one = _record(model, vocabulary)
        if name not in ("emergency", "services", "retired_numbers", "retired_addresses"):
            key = A_CODE.pattern if name == "sources" else A_SLUG.pattern
            made: Schema = {
                "type": ["object", "null"],
                "patternProperties": {f"^(?:{key})$": one},
                "additionalProperties": False,
            }
        else:
            made = {"type": ["array", "null"], "items": _or_over(one) if name == "services" else one}
        sections[name] = {"title": _title(name), "description": SECTIONS[name]} | made
    return _file("services.yaml", "The directory: who can help, and how to reach them.", sections, [])


def _or_over(service: Schema) -> Schema:
    """A service, or what an office says otherwise of one that is kept for several: then its id is enough."""
    said = "shared, where the fields here stand over those of a service in a file that shared: names."
    over = {"title": "Over", "description": said, "enum": ["shared"]}
    whole = {name: service[name] for name in ("required", "anyOf") if name in service}
    needed = {"if": {"required": ["over"]}, "then": {"required": ["id"]}, "else": whole}
    properties = service["properties"] | {"over": over}
    return {name: value for name, value in service.items() if name not in whole} | {"properties": properties} | needed


def campaign_schema(vocabulary: Vocabulary) -> str:
    """The schema of the record at the top of a campaign's file."""
    record = _record(Campaign, vocabulary)
    del record["properties"]["words"]
    said = "The record at the top of a campaign's file, between two lines of ---."
    return _file("A campaign", said, record["properties"], record["required"], readers(Campaign))


def _file(title: str, said: str, properties: Schema, required: list[str], beside: Schema | None = None) -> str:
    schema: Schema = {"$schema": DIALECT, "title": title, "description": said, "type": "object"}
    schema |= {"properties": properties, "additionalProperties": False} | (beside or {})
    schema |= {"required": required} if required else {}
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _record(model: type[BaseModel], vocabulary: Vocabulary) -> Schema:
    """One record, with everything in it written out."""
    whole = model.model_json_schema(by_alias=True)
    named = {made.__name__: made for made in within(model)}
    return _Writer(whole.get("$defs", {}), named, _choices(vocabulary)).record(whole, model)


def _choices(vocabulary: Vocabulary) -> Mapping[tuple[type[BaseModel], str], Mapping[str, Term]]:
    """The fields that take words of the vocabulary alone."""
    return {
        (Service, "kind"): vocabulary.kinds,
        (Service, "kinds"): vocabulary.kinds,
        (Service, "helps_with"): vocabulary.crimes,
        (Who, "audiences"): vocabulary.audiences,
        (Campaign, "about"): vocabulary.crimes,
        (Campaign, "audiences"): vocabulary.audiences,
    }


class _Writer:
    """Rewrites what pydantic says of some models into what an editor needs."""

    def __init__(
        self,
        defined: Mapping[str, Schema],
        models: Mapping[str, type[BaseModel]],
        choices: Mapping[tuple[type[BaseModel], str], Mapping[str, Term]],
    ) -> None:
        self.defined = defined
        self.models = models
        self.choices = choices

    def record(self, schema: Schema, model: type[BaseModel]) -> Schema:
        said, required = descriptions(model), schema.get("required", [])
        names = {info.alias or name: name for name, info in model.model_fields.items()}
        properties: Schema = {}
        for name, given in schema["properties"].items():
            made = self._vocabulary(self._value(given), self.choices.get((model, name)))
            described = {"title": _title(name), "description": said.get(names[name], "")}
            properties[name] = described | (made if name in required else _or_nothing(made))
        whole: Schema = {"type": "object", "properties": properties, "additionalProperties": False} | readers(model)
        if model is Service:  # a list of kinds may stand in the place of the one
            whole["anyOf"] = [{"required": ["kind"]}, {"required": ["kinds"]}]
            required = [name for name in required if name != "kind"]
        return whole | ({"required": required} if required else {})

    def _value(self, schema: Schema) -> Schema:
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            return self.record(self.defined[name], self.models[name])
        if "anyOf" in schema:
            parts = [self._value(part) for part in schema["anyOf"] if part != {"type": "null"}]
            return parts[0] if len(parts) == 1 else {"anyOf": parts}
        kind = schema.get("type")
        if kind == "array":
            kept = {name: schema[name] for name in ("minItems",) if name in schema}
            return {"type": "array", "items": self._value(schema["items"])} | kept
        if kind == "object":
            return self._mapping(schema)
        return _scalar({name: value for name, value in schema.items() if name not in LEFT_OUT})

    def _mapping(self, schema: Schema) -> Schema:
        """A text in several languages, or one text for each of some names."""
        text = self._value(schema["additionalProperties"])
        names = schema.get("propertyNames", {}).get("enum")
        if names:
            return {"type": "object", "properties": dict.fromkeys(names, text), "additionalProperties": False}
        return {"type": "object", "additionalProperties": text, "minProperties": 1}

    def _vocabulary(self, schema: Schema, terms: Mapping[str, Term] | None) -> Schema:
        if terms is None:
            return schema
        if schema["type"] == "array":
            return schema | {"items": self._vocabulary({"type": "string"}, terms)}
        return {"enum": list(terms), "enumDescriptions": [f"{term.name}. {term.plain}" for term in terms.values()]}


def _scalar(schema: Schema) -> Schema:
    """A single value as editors meet it: text may look like a number, and a number may stand in quotation marks."""
    if "enum" in schema:
        typed = [word == "true" for word in schema["enum"] if word in ("true", "false")]
        return {"enum": [*schema["enum"], *typed]}
    if schema.get("type") == "integer":
        return schema | {"type": ["integer", "string"], "pattern": "^-?[0-9]+$"}
    is_exact = "format" in schema or schema.get("pattern", A_WORD) != A_WORD
    return schema if is_exact else schema | {"type": ["string", "number", "boolean"]}


def _or_nothing(schema: Schema) -> Schema:
    """A field that may also be left blank for later."""
    if "anyOf" in schema:
        return {"anyOf": [*schema["anyOf"], {"type": "null"}]}
    if "enum" in schema:
        said = {name: [*schema[name], "Left blank for later."] for name in ("enumDescriptions",) if name in schema}
        return schema | {"enum": [*schema["enum"], None]} | said
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return schema | {"type": [*kinds, "null"]}


def _title(name: str) -> str:
    return name.replace("_", " ").capitalize()
