"""`waymark due --form`: a form for a provider; `--answers`: what came back, shown, and taken once it was checked."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.import_services import own_texts, read_table
from generator.cli.output_file import hand_over
from generator.content.editing.save import FileChange, save
from generator.diagnostics import with_hint
from generator.model.fields.suggestions import one_of
from generator.model.fields.text import in_language
from generator.privacy.outgoing import searched
from generator.site_loader import Site
from generator.staff.provider_replies.reply_form import HEADINGS, form_rows

if TYPE_CHECKING:  # what a command does not need costs it no time to start
    from generator.edition import Edition
    from generator.model.service import Service
    from generator.settings import Settings
    from generator.staff.planning.checks_due import DayWords
    from generator.staff.provider_replies.reply_answers import ProviderAnswers

FORMS = (".html", ".xlsx", ".csv")


def service_named(edition: Edition, service_id: str, option: str) -> Service:
    """A service by its id. UsageError, with the nearest one, where there is none."""
    found = edition.catalogue.service_by_id.get(service_id)
    if found is None:
        near = one_of(service_id, edition.catalogue.service_by_id)
        raise click.UsageError(with_hint(f"{option} {service_id}: there is no such service", near))
    return found


def write_form(edition: Edition, settings: Settings, service: Service, say: DayWords, to: Path) -> None:
    """Write the reply form of a service: a small HTML file, or a table."""
    from generator.formatters.reply_form import as_html
    from generator.output import csv_table
    from generator.staff.planning.checks_due import without_secrets
    from generator.staff.spreadsheets.xlsx_writer import to_xlsx

    rows = form_rows(edition, service, settings.language, say)
    form = to.suffix.lower()
    if form not in FORMS:
        raise click.UsageError(f"--form {to}: a form is .html, .xlsx or .csv; name it reply.html")
    name = without_secrets(edition, in_language(service.name, settings.language))
    table = [HEADINGS, *((one.what, one.have, "", one.key) for one in rows), ("Your name", "", "", f"{service.id}/by")]
    says = [text for row in table for text in row]
    made: bytes | str
    if form == ".html":
        made = as_html(rows, service.id, name, str(settings.office.name), settings.office.corrections)
    elif form == ".csv":
        made = csv_table(table[0], table[1:], for_people=True)
    else:
        made = to_xlsx(table, {}, {}, "Reply")
    hand_over(searched(made, form[1:], edition.withheld, says=says), to)


def take_answers(
    site: Site,
    settings: Settings,
    edition: Edition,
    file: Path,
    say: DayWords,
    check: Mapping[str, str],
    *,
    write: bool,
) -> None:
    """Show what a provider's answers change, and take them where that is wanted.

    Args:
        site: the folder and the moment.
        settings: what mkdocs.yml says.
        edition: the directory at this moment.
        file: the form that came back.
        say: how to say hours.
        check: who checked it, when and how; empty for a look alone.
        write: whether to change the files.
    """
    from generator.formatters.import_report import tell
    from generator.staff.provider_replies.reply_answers import as_row
    from generator.staff.spreadsheets.apply import Wanted, taken_in
    from generator.staff.spreadsheets.import_rows import read_services
    from generator.staff.spreadsheets.table import TableError

    try:
        answers = _read(file)
        service = service_named(edition, answers.service, "--answers")
        offered = [one.key.partition("/")[2] for one in form_rows(edition, service, settings.language, say)]
        row = as_row(answers, service, offered, settings.language, check)
        rows = read_services(row, edition.catalogue, {}, {}, add_organisations=False)
    except TableError as error:
        click.echo(f"{file.name}: {error}", err=True)
        sys.exit(1)
    texts = own_texts(site, settings)
    wanted = Wanted(
        results=rows.results,
        update=True,
        organisations={},
        into=next(iter(texts)),
        source=file.name,
        today=site.today,
        root=site.root,
        settings=settings,
    )
    taken = taken_in(texts, wanted)
    changed = [name for name, text in taken.texts.items() if text != texts[name]]
    if write:
        save([FileChange(site.root / name, name, texts[name], taken.texts[name]) for name in changed])
    count = f"{len(answers.said)} of its facts" if answers.said else "none of its facts"
    who = f" {answers.by} filled it in." if answers.by else ""
    click.echo(f"The form of {service.id} changes {count}.{who}")
    tell(rows, taken, wanted, file=file.name, written=changed if write else None)
    if not write:
        click.echo('Once somebody has made sure: the same command with --write --by "Sam Reed"')
    sys.exit(1 if any(one.state == "to mend" for one in rows.results) else 0)


def _read(file: Path) -> ProviderAnswers:
    from generator.staff.provider_replies.reply_answers import answers_in_mail, answers_in_table
    from generator.staff.spreadsheets.table import MOST_BYTES

    try:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise click.UsageError(f"{file} can't be read: {error.strerror}") from None
    found = None if data[:2] == b"PK" else answers_in_mail(data)
    return found or answers_in_table(read_table(file, None))
