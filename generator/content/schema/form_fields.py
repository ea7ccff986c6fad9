"""Models -> the fields of a form: what each is called, what it means, how it is asked, and what one may choose from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from generator.content.schema.json_schema import descriptions
from generator.model.campaign import Campaign
from generator.model.fields.dates import Day, Moment
from generator.model.fields.hours import OpeningTimes
from generator.model.fields.text import TRANSLATABLE, PostText, Prose, Sentence, WebLink
from generator.model.place import Area, Organisation, Place, Point
from generator.model.record import Record
from generator.model.service import Service, Who

Shape = Literal["line", "sentence", "prose", "choice", "choices", "lines", "record", "records", "texts"]
"""One line; one or two sentences; words of several lines; one of some words; several of them; a line for each of
several texts; the fields of a record; several records; a text for each of some names."""

Typed = Literal["day", "moment", "hours", ""]
"""What people write in ways of their own, and files in one."""

Source = Literal[
    "kinds", "crimes", "audiences", "networks", "marks", "areas", "organisations", "services", "languages", ""
]
"""The list of the directory or the vocabulary that one chooses from."""


@dataclass(frozen=True, slots=True)
class FormField:
    """One field, as somebody is asked for it."""

    name: str
    """As it stands in the file."""
    label: str
    help: str
    required: bool
    shape: Shape
    choices: tuple[str, ...] = ()
    """The words that the model itself allows; of `texts`, the names that have one each."""
    source: Source = ""
    inside: type[BaseModel] | None = None
    """The record that it holds, alone or in a list."""
    in_languages: bool = False
    """Whether it may be there in several languages."""
    typed: Typed = ""


SOURCES: Mapping[tuple[type[BaseModel], str], Source] = {
    (Service, "kind"): "kinds",
    (Service, "kinds"): "kinds",
    (Service, "organisation"): "organisations",
    (Service, "helps_with"): "crimes",
    (Service, "areas"): "areas",
    (Service, "all_but"): "areas",
    (Service, "reached_through"): "services",
    (Service, "networks"): "networks",
    (Service, "marks"): "marks",
    (Service, "commissioned_by"): "organisations",
    (Service, "replaced_by"): "services",
    (Who, "audiences"): "audiences",
    (Place, "area"): "areas",
    (Point, "area"): "areas",
    (Area, "within"): "areas",
    (Campaign, "about"): "crimes",
    (Campaign, "audiences"): "audiences",
    (Campaign, "services"): "services",
    (Campaign, "partners"): "organisations",
}
"""The fields that take ids or words of a list alone."""


WORDS = "words"
"""What stands below a record, or is all of a page."""


class PageWords(Record):
    """A page of the content folder, of which a form shows the words alone."""

    words: Prose
    """The page's words, in Markdown: what stands below the record in the file, if it has one."""


@dataclass(frozen=True, slots=True)
class FormGroup:
    """Fields that stand together, below words that say what they are about."""

    title: str
    names: tuple[str, ...]


GROUPS: Mapping[type[BaseModel], tuple[FormGroup, ...]] = {
    Service: (
        FormGroup(
            "What it is",
            ("id", "name", "also_known_as", "search_words", "kind", "kinds", "for", "organisation", "summary", "about"),
        ),
        FormGroup("Whom it helps, and where", ("helps_with", "who", "areas", "all_but")),
        FormGroup("How to reach it", ("first_step", "by_when", "contact", "reached_through", "response")),
        FormGroup(
            "What happens then",
            (
                *("when_you_contact", "report_needed", "who_will_know", "referral", "cost"),
                *("languages", "interpreters", "access"),
            ),
        ),
        FormGroup("Where to go", ("places", "points")),
        FormGroup("Is it right, and is it open?", ("checked", "sources", "status", "closed_on", "replaced_by")),
        FormGroup(
            "Who stands behind it",
            ("networks", "marks", "outcomes", "commissioned_by", "contract_until", "contract_extension"),
        ),
    ),
    Campaign: (
        FormGroup(
            "What it says",
            ("id", "was", "title", "summary", "ask", "about", "audiences", "hashtags", "image", "design"),
        ),
        FormGroup("When it happens", ("rule", "runs")),
        FormGroup("What goes out", ("posts",)),
        FormGroup("Where it leads", ("services", "partners", "sources")),
        FormGroup("The words of its page", (WORDS,)),
        FormGroup("For staff alone", ("objective", "insight", "measures", "results")),
    ),
    PageWords: (FormGroup("Its words", (WORDS,)),),
    Organisation: (FormGroup("Who they are", ("name", "about", "website", "charity", "company", "sources")),),
    Area: (FormGroup("What is in it", ("name", "within", "parts", "towns", "postcodes", "source")),),
}
"""The fields of a form in plain words, each once."""


@cache
def form_fields(record: type[BaseModel]) -> tuple[FormField, ...]:
    """The fields of a record, in the order of the model."""
    said, hints = descriptions(record), get_type_hints(record, include_extras=True)
    return tuple(
        _field(record, name, info.alias or name, hints[name], said.get(name, ""), required=info.is_required())
        for name, info in record.model_fields.items()
    )


def _field(record: type[BaseModel], name: str, alias: str, hint: Any, said: str, *, required: bool) -> FormField:
    shape, choices, inside = _shape(hint)
    source = SOURCES.get((record, name), "")
    if source:
        shape = "choice" if shape == "line" else "choices"
    label = alias.replace("_", " ").capitalize()
    # A service may have a list of kinds in the place of the one: then neither is missing.
    is_needed = required and (record, name) != (Service, "kind")
    return FormField(alias, label, said, is_needed, shape, choices, source, inside, _in_languages(hint), _typed(hint))


def _shape(hint: Any) -> tuple[Shape, tuple[str, ...], type[BaseModel] | None]:
    """How a value of a type is asked for, what may be chosen, and the record in it."""
    hint = _there(hint)
    if hint == Sentence:
        return "sentence", (), None
    if hint in (Prose, PostText):
        return "prose", (), None
    bare = _bare(hint)
    if get_origin(bare) is Literal:
        return "choice", tuple(map(str, get_args(bare))), None
    if get_origin(bare) is tuple:
        _, choices, inside = _shape(get_args(bare)[0])
        return "records" if inside else "choices" if choices else "lines", choices, inside
    if isinstance(bare, type) and issubclass(bare, BaseModel):
        return "record", (), bare
    if isinstance(origin := get_origin(bare), type) and issubclass(origin, Mapping):
        return "texts", tuple(map(str, get_args(_bare(get_args(bare)[0])))), None
    return "line", (), None


def _typed(hint: Any) -> Typed:
    hint = _there(hint)
    if get_origin(_bare(hint)) is tuple:
        return _typed(get_args(_bare(hint))[0])
    kinds: tuple[tuple[Any, Typed], ...] = ((Day, "day"), (Moment, "moment"), (OpeningTimes, "hours"))
    return next((name for kind, name in kinds if hint == kind), "")


def _in_languages(hint: Any) -> bool:
    """Whether it is one text, or one address, that may be there in several languages."""
    hint = _there(hint)
    return hint == WebLink or (get_origin(hint) is Annotated and TRANSLATABLE in get_args(hint))


def _there(hint: Any) -> Any:
    """The type of a value that is there: without "or nothing"."""
    while NoneType in get_args(hint):
        hint = next(one for one in get_args(hint) if one is not NoneType)
    return hint


def _bare(hint: Any) -> Any:
    while get_origin(hint) is Annotated:
        hint = get_args(hint)[0]
    return hint
