"""A word of `approve:` in mkdocs.yml -> one of the kinds of things that can need a second person."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator

from generator.diagnostics import FieldError, quoted

ApprovalKind = Literal["posts", "numbers", "places"]
"""posts: words that go out; numbers: those that people call or text; places: what is shown of those kept secret."""
KINDS: tuple[ApprovalKind, ...] = get_args(ApprovalKind)


def _known(text: object) -> object:
    if text not in KINDS:
        cure = f"write approve: [{', '.join(KINDS)}], or some of these"
        raise FieldError("not-to-be-approved", f"{quoted(text)} is nothing that can need a second person", cure)
    return text


NeedsTwo = Annotated[ApprovalKind, BeforeValidator(_known)]
