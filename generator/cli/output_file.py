"""What a command made, and where somebody wants it -> the file, whole or not at all; or why it must not be there."""

from __future__ import annotations

import json
import os
import re
import sys
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import click

from generator.content.editing.atomic import put
from generator.content.source.left_behind import LINKS, NUMBERS
from generator.diagnostics import ContentError
from generator.formatters.terminal import is_a_terminal
from generator.model.ledger import HEADER
from generator.privacy.outgoing import Outgoing
from generator.settings import Settings
from generator.site.target import made_from, same, why_no_site, why_not
from generator.site_loader import Site, SiteError
from generator.urls import STYLESHEET

PUBLIC = frozenset(
    (
        *("site", "_site", "public", "_public", "public_html", "www", "wwwroot", "htdocs", "httpdocs", "html", "dist"),
        *("docs", "gh-pages", "_book", "_build", "web", "webroot", "webapps", "static", "staticfiles", "uploads"),
    )
)
"""Names of folders that hosts serve, docs/ of a repository too: `build` writes to the first, other makers of sites and
hosts to the others."""


SHOWN = ("index.html", "index.htm", "index.php", "CNAME", ".nojekyll", ".htaccess", "_redirects")
"""What stands in a folder that a host serves, whatever its name."""


SERVED = tuple(map(Path, ("/var/www", "/srv/www", "/srv/http", "/usr/share/nginx", "/usr/share/caddy")))
"""Where servers look, as they come."""


GIT = ".git"


def refuse_what_is_public(to: Path, root: Path, settings: Settings | None) -> None:
    """A file for staff must not stand where the public site is made, or served from, by whatever way one gets there.

    Args:
        to: where to write.
        root: the folder of mkdocs.yml.
        settings: what that file says; None where it can't be read.
    """
    real = Path(os.path.realpath(to))
    for kept in (LINKS, NUMBERS):
        if same(real, root / kept):
            raise click.UsageError(f"{kept} is the table of `waymark links`, which git keeps; give it another name")
    public = (*made_from(root, settings), *SERVED)
    for folder in real.parents:
        if folder.name == GIT:
            raise click.UsageError(f"{folder} is git's own, and it may run what is in it; write it elsewhere")
        if any(same(folder, own) for own in public) or (folder / STYLESHEET).is_file() or _is_served(folder, root):
            raise click.UsageError(f"{folder} is, or becomes, public, and this must not be; write it elsewhere")


def _is_served(folder: Path, root: Path) -> bool:
    """Whether a folder looks like one that hosts serve: by its name, in the site's repository, or by what is in it."""
    top = Path(os.path.realpath(root))
    if top.is_relative_to(folder):
        return False
    repository = next((one for one in (top, *top.parents) if (one / GIT).exists()), top)
    near = any(folder.is_relative_to(one) for one in (top.parent, repository))
    return (near and folder.name.casefold() in PUBLIC) or any((folder / name).is_file() for name in SHOWN)


def refuse_what_is_no_site(to: Path, root: Path, settings: Settings) -> None:
    """A slip in --to must not cost anyone the folder they work in: only a site is ever replaced. UsageError says why.

    Args:
        to: where the site is to stand; a link is followed.
        root: the folder of mkdocs.yml.
        settings: what that file says.
    """
    why = why_no_site(to, made_from(root, settings))
    if why:
        raise click.UsageError(why)


MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"


A_DATE = re.compile(rf"[0-9]+|\b(?:{MONTHS})[a-z]*")


A_TITLE = re.compile(r"<title>([^<]*)</title>")


SHEETS = "xl/workbook.xml"


MOST = 50_000_000
"""No command makes a larger file."""


def is_made_by_the_same(there: Path, made: bytes) -> bool:
    """Whether a file has what this command puts first in what it makes: its columns, sheets, title or heading.

    A file with nothing in it is nobody's work, and neither is a pipe or a device.
    """
    if not there.is_file():
        return True
    if there.stat().st_size > MOST:
        return False
    data = there.read_bytes()
    return not data.strip() or data == made or (_mark(data) == _mark(made) and _mark(made) != "")


def _mark(data: bytes) -> str:
    """What a kind of file begins with, without the dates in it."""
    if data.startswith(b"PK"):
        try:
            with ZipFile(BytesIO(data)) as book:
                return f"xlsx {book.read(SHEETS)!r}"
        except (BadZipFile, KeyError, OSError, ValueError, RuntimeError):
            return ""
    text = data.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
    if text.startswith("{"):
        try:
            fields = json.loads(text)
        except ValueError:
            return ""
        return f"json {sorted(fields)} {fields.get('title')}"
    if text.lower().startswith("<!doctype html>"):
        title = A_TITLE.search(text)
        return f"html {A_DATE.sub('', title[1])}" if title else ""
    if text.startswith("BEGIN:VCALENDAR"):
        return "ics " + "".join(line for line in text.split("\n") if line.startswith("PRODID:"))
    return A_DATE.sub("", text.strip().partition("\n")[0])


def hand_over(outgoing: Outgoing, to: Path | None, more: str = "") -> None:
    """Write what was made to a file, over an older one; without a file, print it. UsageError where that can't be.

    Args:
        outgoing: what was made, and searched for secret places. Bytes, for programs, go out as they are. Words, for
            people, are UTF-8 in a file, and on a terminal in its own letters.
        to: the file.
        more: what to say behind the file's name, once it is written.
    """
    made = outgoing.made
    if to is None:
        click.echo(made, nl=False)
        return
    _refuse_where_it_would_be_public(to)
    if holds_what_people_wrote(to):
        raise click.UsageError(f"{to} holds what people wrote, and would be lost; name another file with --to")
    data = made.encode() if isinstance(made, str) else made
    try:
        if not is_made_by_the_same(to, data):
            _ask(to)
        put(to, data)
    except OSError as error:
        raise click.UsageError(f"{to} can't be written: {why_not(to, error)}; name another file with --to") from None
    click.echo(f"Written: {to}{more}")


def _ask(to: Path) -> None:
    """Somebody's file is written over only where somebody says so."""
    if is_a_terminal(sys.stdin) and is_a_terminal(sys.stderr):
        click.confirm(f"{to} is there, and this command did not make it. Write over it?", abort=True, err=True)
        return
    words = f"{to} is there, and this command did not make it; name another file with --to, or take that one away first"
    raise click.UsageError(words)


def _refuse_where_it_would_be_public(to: Path) -> None:
    """Whatever a command writes is for staff: no command's `--to` leads where the site is made or served from."""
    context = click.get_current_context(silent=True)
    site = context.obj if context else None
    if isinstance(site, Site):
        settings = None
        with suppress(ContentError, SiteError):
            settings = site.settings()
        refuse_what_is_public(to, site.root, settings)


def holds_what_people_wrote(path: Path) -> bool:
    """Whether the file is one that this program reads and never makes anew: records, a campaign, what went out when."""
    if not path.is_file():  # a pipe would keep us waiting
        return False
    try:
        with path.open("rb") as file:
            start = file.read(len(HEADER) + 1)
    except OSError:
        return False
    if path.suffix == ".md":
        return start.startswith(b"---")
    return path.suffix in (".yaml", ".yml") or start.splitlines()[:1] == [HEADER.encode()]
