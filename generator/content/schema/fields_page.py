"""Models and vocabulary -> the handbook's page of every field and every word of the vocabulary, in Markdown."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from pydantic import BaseModel

from generator.content.schema.json_schema import DIRECTORY, PAGES, SECTIONS, fields, within
from generator.model.campaign import Campaign
from generator.model.vocabulary import Term, Vocabulary

HEAD = """\
# Every field

Every line that you may write, and what it means. **Must be there** says which you can't leave out; all others may wait.
What you leave out of a service, its page says is not known.

This page is made by `waymark schema fields`. Your editor shows the same words when you point at a field.
"""


def fields_page(vocabulary: Vocabulary) -> str:
    """The page, with a line end."""
    lines = [HEAD, "## services.yaml", ""]
    told: set[type[BaseModel]] = set()
    for name, record in DIRECTORY.items():
        lines += [f"### {name}", "", SECTIONS[name], "", *_table(record), *_parts(record, told, "####")]
        told |= {*within(record)} - {record}
    lines += ["## campaigns/*.md", "", "The record stands between two lines of `---`; the page's words below it.", ""]
    lines += [*_table(Campaign), *_parts(Campaign, told, "###")]
    told |= {*within(Campaign)} - {Campaign}
    for file, record in PAGES.items():
        lines += [f"## {file}", "", *_table(record), *_parts(record, told, "###")]
        told |= {*within(record)} - {record}
    lines += ["## The words of the vocabulary", ""]
    lines += _words("kind", "Kinds of service", vocabulary.kinds)
    lines += _words("helps_with and about", "What happened", vocabulary.crimes)
    lines += _words("audiences", "Who it is for", vocabulary.audiences)
    return "\n".join(lines).rstrip() + "\n"


def _parts(record: type[BaseModel], told: Collection[type[BaseModel]], level: str) -> Iterator[str]:
    """The records within a record, but those that the page has told of already."""
    for part in within(record):
        if part is not record and part not in told:
            yield from (f"{level} Inside: {_called(part)}", "", _sentence(part), "", *_table(part))


def _called(record: type[BaseModel]) -> str:
    """WhenYouContact -> when you contact."""
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in record.__name__).strip()


def _sentence(record: type[BaseModel]) -> str:
    return " ".join((record.__doc__ or "").split())


def _table(record: type[BaseModel]) -> Iterator[str]:
    yield from ("| Field | What it means |", "|---|---|")
    for field in fields(record):
        inside = f" See *inside: {_called(field.inside)}*." if field.inside else ""
        needed = "**Must be there.** " if field.required else ""
        yield f"| `{field.name}` | {needed}{_escaped(field.description)}{inside} |"
    yield ""


def _words(where: str, title: str, terms: Mapping[str, Term]) -> Iterator[str]:
    yield from (f"### {title}", "", f"For `{where}`." if " and " not in where else "For `helps_with` and `about`.", "")
    yield from ("| Write | Name | In plain words |", "|---|---|---|")
    yield from (f"| `{name}` | {_escaped(term.name)} | {_escaped(term.plain)} |" for name, term in terms.items())
    yield ""


def _escaped(text: str) -> str:
    """Words in a cell of a table, with no sign that Markdown would take for its own."""
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")
