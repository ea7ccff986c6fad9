"""Record: what every record is. Frozen, and no field that we do not know."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict

from generator.diagnostics import FieldError

T = TypeVar("T")


class Record(BaseModel):
    """A frozen record whose text comes from an author. Unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _a_list(value: Any) -> Any:
    if isinstance(value, str) and 0 < len(value) <= 60 and value.isprintable():
        raise FieldError("list-needed", "a list is needed here", f"write [{value}]")
    if not isinstance(value, (list, tuple)):
        raise FieldError("list-needed", "a list is needed here", "start each line of it with a hyphen")
    return value


Many = Annotated[tuple[T, ...], BeforeValidator(_a_list)]
"""A list of T; a single value is refused with the list it should have been."""
