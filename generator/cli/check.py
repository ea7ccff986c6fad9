"""`waymark check`: reads everything, judges everything, writes nothing."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from generator.cli.console import ADVICE, fitting, in_blocks, lines
from generator.cli.context import in_form, site_command
from generator.cli.output_file import hand_over
from generator.cli.revisions import bytes_of, older_than_original, rows_that_git_has
from generator.cli.unbuildable import unbuildable
from generator.diagnostics import ContentError, Diagnostic
from generator.model.ledger import FILE
from generator.report import DueService, Report
from generator.settings import Settings
from generator.site.target import made_from, why_no_site
from generator.site_loader import Site

FORMATS = ("text", "github", "json")
MOST_NAMED = 5
"""So many services that want a check are named here. `waymark due` names them all, and what to ask."""


@site_command(
    "check",
    help="Name every mistake in the content, with its place and the way to mend it.",
    example="waymark check\nwaymark check --strict\nwaymark check --language cy\nwaymark check --format github",
)
@click.option("--strict", is_flag=True, help="Be strict: take advice for mistakes, but where there is still time.")
@click.option("--language", help="The language of the site: list what is not translated into it.")
@in_form(*FORMATS, which="words for people, annotations for a GitHub job, or one JSON document")
def command(site: Site, strict: bool, language: str | None, form: str) -> None:
    """Read everything, judge everything, write nothing."""
    report = _judge(site, strict, language or "")
    if form != "text":
        from generator.privacy.redact import for_others

        report = for_others(report, lines())
    if form == "json":
        from generator.formatters.json_report import document
        from generator.privacy.outgoing import Exempt, exempt

        hand_over(exempt(document(report).encode(), Exempt.REDACTED), None)
    elif form == "github":
        from generator.formatters.github import annotated

        for line in annotated(report, lambda file: _in_repository(site.root / file, file)):
            click.echo(line)
    else:
        _tell(report)
    if form != "json":
        _count(report)
    sys.exit(1 if report.stopping else 0)


def _judge(site: Site, strict: bool, language: str) -> Report:
    """Everything that there is to say."""
    from generator.staff.planning.checks_due import due_for_check
    from generator.staff.planning.ledger_rows import unreleased

    try:
        settings = site.settings()
        if language:
            _known(language, tuple(settings.languages) or (settings.language,))
        site.pages(settings)
        edition = site.edition(settings, to_publish=True, language=language)
    except ContentError as error:
        return Report(error.problems, error.advice, strict=strict)
    if problems := unbuildable(site, settings, edition):
        return Report(problems, edition.catalogue.advice, strict=strict)
    catalogue = edition.catalogue
    ledger = site.root / settings.campaigns / FILE
    posts = frozenset(post.id for _, post in edition.due_posts)
    gone = rows_that_git_has(site.root, f"{settings.campaigns}/{FILE}", bytes_of(ledger), posts)
    if gone:
        return Report(gone, catalogue.advice, strict=strict)
    due = [
        DueService(one.service.id, one.freshness, one.since.isoformat() if one.since else None)
        for one in due_for_check(edition)
    ]
    notes = unreleased(edition, settings)
    if why := why_no_site(site.root / "site", made_from(site.root, settings)):
        notes.append(f"no site can be built there: {why}")
    return Report(
        advice=(*catalogue.advice, *(_older(site, settings) if language else ())),
        notes=notes,
        due=due,
        services=len(catalogue.services),
        campaigns=len(catalogue.campaigns),
        strict=strict,
    )


def _older(site: Site, settings: Settings) -> list[Diagnostic]:
    """Files in other languages whose original was changed after them."""
    from generator.content.loading.folder import campaign_files
    from generator.content.loading.twins import twins_in

    pages = sorted(path.relative_to(site.root).as_posix() for path in (site.root / settings.content).rglob("*.md"))
    return older_than_original(
        site.root, twins_in([*campaign_files(site.root, settings), *pages], tuple(settings.languages)).by_file
    )


def _known(language: str, known: tuple[str, ...]) -> None:
    from generator.model.fields.suggestions import nearest_code

    if language not in known:
        words = f"the site is not there in '{language}'; {nearest_code(language, known)}"
        raise click.BadParameter(words, param_hint="--language")


def _tell(report: Report) -> None:
    """What stops nothing to standard output; what must be mended to standard error, last, beside the count."""
    for wanted in report.due[:MOST_NAMED]:
        click.echo(fitting(str(wanted), sys.stdout))
    if more := len(report.due) - min(MOST_NAMED, len(report.due)):
        click.echo(f"{more} more {'is' if more == 1 else 'are'} due for a check: see waymark due")
    in_blocks(report.advice, sys.stdout, ADVICE)
    for note in report.notes:
        click.echo(fitting(f"{ADVICE}{note}", sys.stdout))
    in_blocks(report.problems, sys.stderr)


def _count(report: Report) -> None:
    from generator.formatters.problem_text import good, to_mend

    click.echo(to_mend(report) if report.stopping else good(report), err=bool(report.stopping))


def _in_repository(path: Path, file: str) -> str:
    """A file's path as a GitHub job knows it: from the folder that it checked out, which may hold the site's folder."""
    top = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd()).resolve()
    path = Path(os.path.normpath(path))  # a file of several offices is named from the site's folder: ../shared/x.yaml
    return path.relative_to(top).as_posix() if path.is_relative_to(top) else file
