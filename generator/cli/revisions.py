"""A folder and a revision -> the site as it was then, and what changed; the ledger, and what git has -> lost rows."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tarfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from generator.content.loading.source_file import authored
from generator.content.source.history import QUIET, git_in
from generator.content.source.text_files import read_bytes
from generator.diagnostics import Diagnostic, Location, quoted
from generator.model.fields.dates import A_DAY
from generator.model.ledger import HEADER
from generator.site_loader import CONFIG, Site

A_REVISION = re.compile(r"[^\s\x00-\x1f\x7f:?*\[\\-][^\s\x00-\x1f\x7f:?*\[\\]*")


A_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(?:Z|[+-][0-9:]{5})")
"""A commit's time, as git writes it."""


EXAMPLES = "write main, HEAD~1 or v1.0"


@contextmanager
def site_at(site: Site, revision: str) -> Iterator[Site]:
    """The site as it was at a revision, on the day of that revision. UsageError where there is no such thing."""
    if not A_REVISION.fullmatch(revision):
        raise click.UsageError(f"'{revision}' names no state of the files; {EXAMPLES}")
    commit = _git(site.root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if not commit:
        words = f"git does not know '{revision}'; {EXAMPLES}. In a scheduled job, fetch the whole history"
        raise click.UsageError(words)
    name = commit.decode().strip()
    made = _git(site.root, "show", "--no-patch", "--format=%cI", name) or b""
    top, below = _in_its_repository(site.root)
    content = _git(top, "archive", "--format=tar", name)
    if content is None:
        raise click.UsageError(_no_site(revision))
    with TemporaryDirectory(prefix="waymark-") as folder:
        try:
            with tarfile.open(fileobj=BytesIO(content)) as files:
                files.extraction_filter = staticmethod(lambda member, _: member)  # from 3.12 on, one must be named
                files.extractall(folder, _what_stays_inside(files, folder))  # noqa: S202 # no path leads out
        except (tarfile.TarError, OSError) as error:
            raise click.UsageError(f"the files of '{revision}' can't be read: {error}") from None
        root = Path(folder) / below
        if not (root / CONFIG).is_file():
            raise click.UsageError(_no_site(revision))
        (Path(folder) / ".git").mkdir()  # where the repository begins: nothing outside it is shared
        yield Site(root, datetime.fromisoformat(made.decode().strip()))


def changed_since(root: Path, revision: str) -> list[Path] | None:
    """Each file of the repository that differs from a revision, new and gone ones too; None where git knows no such.

    Args:
        root: a folder in the repository.
        revision: a commit, a branch or a tag.
    """
    name = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if not A_REVISION.fullmatch(revision) or not name:
        return None
    top, _ = _in_its_repository(root)
    differ = ("diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", name.decode().strip(), "--")
    new = ("ls-files", "--others", "--exclude-standard", "-z")
    found = [_git(top, *arguments) for arguments in (differ, new)]
    if None in found:
        raise click.UsageError(f"git can't say what changed since '{revision}'; {EXAMPLES}")
    return [top / os.fsdecode(one) for listed in found if listed for one in listed.split(b"\0") if one]


def _what_stays_inside(files: tarfile.TarFile, folder: str) -> Iterator[tarfile.TarInfo]:
    """The files to write, each looked at when those before it are written: no link leads out of the folder.

    Where it leads is no part of the revision. Content that stands behind it is named as missing. Python has a filter
    for this from 3.11.4 on; Debian 12 has 3.11.2.
    """
    top = Path(folder).resolve()
    for member in files:
        at = Path(folder, member.name)
        leads = (at.parent / member.linkname).resolve() if member.issym() else top
        kind = member.isreg() or member.isdir() or member.issym()
        if kind and at.parent.resolve().joinpath(at.name).is_relative_to(top) and leads.is_relative_to(top):
            yield member


def _in_its_repository(root: Path) -> tuple[Path, Path]:
    """The folder that git keeps, and the site's folder in it: what a site shares with others may stand beside it."""
    top = (_git(root, "rev-parse", "--show-toplevel") or b"").decode().removesuffix("\n")
    below = (_git(root, "rev-parse", "--show-prefix") or b"").decode().removesuffix("\n")
    return Path(top or root), Path(below)


def _no_site(revision: str) -> str:
    return f"there was no {CONFIG} here at '{revision}'; name a later one"


def _git(root: Path, *arguments: str) -> bytes | None:
    """What git says; None where it fails."""
    program = shutil.which("git")
    if program is None:
        raise click.UsageError("git is needed for this, and is not installed")
    if not root.is_dir():
        raise click.UsageError(f"there is no folder {root}; name the site's folder with --root")
    command = [program, "-C", str(root), *arguments]
    done = subprocess.run(command, env=os.environ | QUIET, check=False, capture_output=True)  # noqa: S603 # no shell
    if b"not a git repository" in done.stderr:
        raise click.UsageError(f"{root} is not kept in git, so there is nothing to compare with")
    if b"dubious ownership" in done.stderr:
        raise click.UsageError(f"git does not trust {root}, because it belongs to somebody else; ask its owner")
    return done.stdout if done.returncode == 0 else None


def rows_that_git_has(root: Path, file: str, now: bytes | None, due: Collection[str]) -> list[Diagnostic]:
    """A problem where posts went out, as git knows, and the file does not: a release would send them again.

    Args:
        root: the folder of mkdocs.yml; it need not be kept in git.
        file: the ledger, from there.
        now: what stands in it; None where it is gone.
        due: the posts that might go out: of these, also what was taken out in a commit is a row that git has.
    """
    here = _posts(now or b"")
    kept = [post for post in _posts(git_in(root, "show", f"HEAD:./{file}")) if post not in here]
    if not kept and any(post not in here for post in due):
        log = git_in(root, "log", "--patch", "--unified=0", "--no-color", "--no-ext-diff", "--format=", "--", file)
        ever = _posts(b"\n".join(line[1:] for line in log.splitlines() if line.startswith(b"+")))
        kept = [post for post in ever if post not in here and post in due]
    if not kept:
        return []
    more = f" and {len(kept) - 1} more" if len(kept) > 1 else ""
    rows, are, them = ("this row", "is", "it") if len(kept) == 1 else ("these rows", "are", "them")
    return [
        Diagnostic(
            "rows-gone-from-ledger",
            "error",
            Location(file),
            f"{quoted(kept[0])}{more} went out, as git knows, and {are} not in this file",
            hint=f"put {rows} back, or the post goes out twice: git log -p -- {file} shows {them}",
        )
    ]


def older_than_original(root: Path, twins: Mapping[str, Mapping[str, str]]) -> list[Diagnostic]:
    """A notice for each file that nobody has changed, or read through, since its original was changed.

    Args:
        root: the folder of mkdocs.yml; where it is not kept in git, nobody knows.
        twins: by the file of the first language: each other language, and its file.
    """
    changed = _last_changes(root)
    found = []
    for original, others in twins.items():
        since = changed.get(original)
        for file in others.values():
            own = changed.get(file)
            if since and own and own < since and (_read_on(root / file, file) or date.min) < since.date():
                found.append(
                    Diagnostic(
                        "older-than-original",
                        "notice",
                        Location(file),
                        f"{quoted(original)} was changed on {since.date()}, after this was",
                        hint="mend it, or write checked: {on: ..., by: ..., how: read} at its head",
                    )
                )
    return found


def _last_changes(root: Path) -> dict[str, datetime]:
    """When each file was changed for the last time, by the last commit of it; nothing of what no commit has."""
    log = git_in(root, "log", "--format=%x00%cI", "--name-only", "--relative", "--no-renames", "-z", "--", ".")
    found: dict[str, datetime] = {}
    when: datetime | None = None
    for part in log.decode("utf-8", "replace").split("\0"):
        name = part.strip("\n")
        if A_MOMENT.fullmatch(name):
            when = datetime.fromisoformat(name)
        elif name and when:
            found.setdefault(name, when)
    return found


def _read_on(path: Path, file: str) -> date | None:
    """The day on which somebody read a file through, as its record says."""
    record = authored((bytes_of(path) or b"").decode("utf-8", "replace"), file).source.value
    checked = record.get("checked") if isinstance(record, dict) else None
    said = checked.get("on") if isinstance(checked, dict) else None
    return date.fromisoformat(said) if isinstance(said, str) and A_DAY.fullmatch(said) else None


def bytes_of(path: Path) -> bytes | None:
    """What stands in a file; None where it can't be read."""
    try:
        return read_bytes(path)
    except OSError:
        return None


def _posts(text: bytes) -> dict[str, None]:
    """The posts of rows, in their order. Lines that are no rows are named elsewhere."""
    lines = text.decode("utf-8", "replace").replace("\r", "").split("\n")
    return {line.partition(",")[0]: None for line in lines if "," in line and line.lstrip("\ufeff") != HEADER}
