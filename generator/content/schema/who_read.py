"""A kind of record -> what an editor knows of the lines that say who has read its words in a further language."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from generator.model.fields.translatable import may_have_texts
from generator.model.standing_page import A_READER

SAID = "Who speaks the language and has read these words in it, and when: {by: Sam Reed, on: 2027-01-12}; no: nobody."
A_DAY = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"}
WHO = {"by": {"type": ["string", "number", "boolean"]}, "on": A_DAY}
READ_BY = {"type": "object", "properties": WHO, "additionalProperties": False, "required": [*WHO]}
NOBODY = {"enum": ["no", False]}


def readers(record: type[BaseModel]) -> dict[str, Any]:
    """The names of those lines, `cy_read`, beside the fields of a record with words for people; else nothing."""
    if not may_have_texts(record):
        return {}
    said = {"title": "Read", "description": SAID, "anyOf": [READ_BY, NOBODY]}
    return {"patternProperties": {f"^(?:{A_READER.pattern})$": said}}
