"""A reply form that came back, as a table or a mail -> one row of our own table, with what has changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from email import message_from_bytes, policy

from generator.diagnostics import quoted
from generator.model.fields.placeholders import is_placeholder
from generator.model.service import Service
from generator.staff.spreadsheets.cells import shown
from generator.staff.spreadsheets.columns import BY_FIELD
from generator.staff.spreadsheets.flatten import flat, plain
from generator.staff.spreadsheets.table import Cell, Table, TableError

A_KEY = re.compile(r"([a-z0-9-]{1,80})/([a-z_]{1,40}(?:\.[a-z0-9_]{1,40}){0,3})")
A_LINE = re.compile(rf"{A_KEY.pattern}=(.*)", re.DOTALL)
RIGHT = frozenset({"right", "yes", "correct", "ok", "okay", "same", "no change", "unchanged", "that is right", "y"})
"""What people write where nothing has changed."""
BY = "by"
HEADERS = re.compile(rb"(?:From|Return-Path|Received|MIME-Version|Delivered-To|Subject|Date|To): ", re.IGNORECASE)


@dataclass(frozen=True)
class ProviderAnswers:
    """What a provider wrote: by field, for one service; and who they said that they are."""

    service: str
    said: Mapping[str, str]
    by: str = ""


def answers_in_mail(data: bytes) -> ProviderAnswers | None:
    """The answers in the text of a mail, as a browser writes a form; None where there are none."""
    text = _words_of(data)
    pairs: list[tuple[str, str, str]] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        found = A_LINE.fullmatch(line.lstrip("> "))
        if found:
            pairs.append((found[1], found[2], found[3]))
        elif pairs and line.strip():
            pairs[-1] = (*pairs[-1][:2], f"{pairs[-1][2]} {line.strip()}")
    return _answers(pairs) if pairs else None


def answers_in_table(table: Table) -> ProviderAnswers:
    """The answers in the table of a form. TableError where it is none."""
    pairs = []
    for row in table.rows:
        texts = [cell.text.strip() for cell in row]
        at = next((number for number, text in enumerate(texts) if A_KEY.fullmatch(text)), 0)
        if at:
            key = A_KEY.fullmatch(texts[at])
            pairs += [(key[1], key[2], texts[at - 1])] if key else []
    if not pairs:
        raise TableError("this is no reply form of ours; `waymark due --message ID --form reply.xlsx` makes one")
    return _answers(pairs)


def _answers(pairs: Iterable[tuple[str, str, str]]) -> ProviderAnswers:
    said: dict[str, str] = {}
    services = set()
    by = ""
    for service, field, text in pairs:
        services.add(service)
        words = " ".join(text.split())
        if field == BY:
            by = words
        elif words and not is_placeholder(words) and words.lower().strip(" .!") not in RIGHT:
            said[field] = words
    if len(services) > 1:
        raise TableError(f"these are answers for {len(services)} services; take them one at a time")
    return ProviderAnswers(services.pop(), said, by)


def as_row(
    answers: ProviderAnswers, service: Service, offered: Iterable[str], language: str, check: Mapping[str, str]
) -> Table:
    """One row of our own table: what the provider changed, and the check where somebody made one.

    Args:
        answers: what came back.
        service: the service as it stands.
        offered: the fields that its form asks for. TableError for an answer to anything else.
        language: the language of the site, in which its form is.
        check: who checked it, when and how; empty: nobody yet.
    """
    strange = sorted(set(answers.said) - set(offered))
    if strange:
        raise TableError(f"it answers what the form of {service.id} does not ask: {quoted(strange[0])}")
    there = flat(plain(service))
    cells: dict[str, str] = {BY_FIELD["id"].heading: service.id}
    for name, text in answers.said.items():
        field, number = _key(name)
        old = there.get((field, number))
        several = isinstance(old, Mapping) and len(old) > 1
        cells[BY_FIELD[field].called(number)] = shown({**old, language: text}) if several else text  # type: ignore[dict-item]
        if number:  # a row of ours names the contact that it speaks of
            for part in ("contact.#.way", "contact.#.to"):
                cells.setdefault(BY_FIELD[part].called(number), shown(there[part, number]))
    for field, number in _checks(service) if check else ():
        for part, value in check.items():
            cells[BY_FIELD[f"{field}.{part}"].called(number)] = value
    return Table((tuple(map(Cell, cells)), tuple(map(Cell, cells.values()))))


def _key(name: str) -> tuple[str, int]:
    """The field and the number that a name of the form stands for: contact.2.hours."""
    parts = name.split(".")
    if parts[0] == "contact" and len(parts) == 3:
        return f"contact.#.{parts[2]}", int(parts[1])
    return name, 0


def _checks(service: Service) -> Sequence[tuple[str, int]]:
    """Which checks a provider's answer renews: that of the service, or that of each contact which has its own."""
    own = [("contact.#.checked", number) for number, one in enumerate(service.contact, 1) if one.checked]
    return [*own, ("checked", 0)] if service.checked or not own else own


def _words_of(data: bytes) -> str:
    """The words of a mail that was saved whole, or of its text alone."""
    if HEADERS.match(data.lstrip()):
        body = message_from_bytes(data, policy=policy.default).get_body(("plain",))
        return str(body.get_content()) if body else ""
    return data.decode("utf-8", errors="replace")
