"""A record -> each text in it that may have translations, with its path; or the record with each of them changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.fields.text import TRANSLATABLE, Links

R = TypeVar("R", bound=BaseModel)
Path = tuple[str | int, ...]


def texts_in_record(record: BaseModel, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text, and every web address in several languages, by its path in the author's file."""
    for name, (key, is_text) in _fields(type(record)).items():
        yield from _texts(getattr(record, name), (*path, key), is_text=is_text)


def _texts(value: Any, path: Path, *, is_text: bool) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        if is_text or isinstance(value, Links):
            yield path, value
    elif isinstance(value, BaseModel):
        yield from texts_in_record(value, path)
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _texts(one, (*path, key), is_text=is_text)
    elif isinstance(value, (tuple, list)):
        for number, one in enumerate(value):
            yield from _texts(one, (*path, number), is_text=is_text)


def with_texts(record: R, change: Callable[[str], str]) -> R:
    """The same record, each text of it changed."""
    update = {
        name: _changed(getattr(record, name), change, is_text=is_text)
        for name, (_, is_text) in _fields(type(record)).items()
    }
    return record.model_copy(update=update)


def _changed(value: Any, change: Callable[[str], str], *, is_text: bool) -> Any:
    if isinstance(value, str):
        return change(value) if is_text else value
    if isinstance(value, BaseModel):
        return with_texts(value, change)
    if isinstance(value, Mapping):
        return {key: _changed(one, change, is_text=is_text) for key, one in value.items()}
    if isinstance(value, tuple) and type(value) is tuple:
        return tuple(_changed(one, change, is_text=is_text) for one in value)
    return value


def may_have_texts(record: type[BaseModel]) -> bool:
    """Whether a kind of record has a field for words that may have translations."""
    return any(is_text for _, is_text in _fields(record).values())


@lru_cache(maxsize=256)
def _fields(record: type[BaseModel]) -> Mapping[str, tuple[str, bool]]:
    """Each field that may hold a text: its name in a file, and whether what stands in it is one, not in a record."""
    return {name: (field.alias or name, _is_text(field)) for name, field in record.model_fields.items()}


def _is_text(field: FieldInfo) -> bool:
    return TRANSLATABLE in field.metadata or _marked(field.annotation)


def _marked(annotation: Any) -> bool:
    """Whether a text that may have translations is anywhere in a type, but in a record."""
    return annotation is TRANSLATABLE or any(map(_marked, get_args(annotation)))
