"""campaigns/*.md -> campaigns: a record between two lines of ---, and the words of the page below it."""

from __future__ import annotations

from pydantic import ValidationError

from generator.model.campaign import Campaign
from generator.problems import Mark, Problem
from generator.reading.front_matter import A_BOUNDARY, split
from generator.reading.messages import errors_of, problems_in
from generator.reading.source import Found, Source


def read_campaign(text: str, file: str, problems: list[Problem]) -> Found[Campaign] | None:
    """One campaign; None, and its problems, where the file does not hold one."""
    if not text.strip():
        problems.append(
            Problem(Mark(file), "this file is empty; begin with a line of --- and the campaign's id below it")
        )
        return None
    if not A_BOUNDARY.match(text):
        problems.append(
            Problem(Mark(file), "a campaign's file begins with a line of ---, then its record, then --- again")
        )
        return None
    try:
        parts = split(text)
    except ValueError:
        problems.append(Problem(Mark(file), "the record that starts here never closes; add a line of --- below it"))
        return None
    before = len(problems)
    source = Source(parts.record, file, problems)
    if not isinstance(source.value, dict):
        if source.value is not None:
            start = source.places.value(())
            problems.append(Problem(start, "fields are needed here, each as name: value; begin with id: and title:"))
        elif len(problems) == before:
            problems.append(Problem(Mark(file), "the record is empty; begin it with id: and title:"))
        return None
    return _campaign(source, parts.words, parts.first_line, problems)


def _campaign(source: Source, words: str, boundary: int, problems: list[Problem]) -> Found[Campaign] | None:
    value = dict(source.value) if isinstance(source.value, dict) else {}
    if "words" in value:
        problems.append(
            Problem(source.places.key(("words",)), '"words" is not a field; write the words below the second ---')
        )
    value.pop("words", None)
    if words.strip():
        value["words"] = words.strip()
    try:
        return Found(Campaign.model_validate(value), source, ())
    except ValidationError as error:
        found = problems_in(error, Campaign, source.places, ())
        first_word = boundary + words[: len(words) - len(words.lstrip())].count("\n")
        for problem, detail in zip(found, errors_of(error), strict=True):
            moved = Mark(source.file, first_word) if detail["loc"] == ("words",) else problem.mark
            problems.append(Problem(moved, problem.text))
        return None
