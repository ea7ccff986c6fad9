"""A place that somebody names with --to -> refused where a site, or a file for staff, must not come to stand."""

from __future__ import annotations

import os
from pathlib import Path

import click

from generator.model.addresses import STYLESHEET
from generator.settings import Settings

PUBLIC = frozenset("site _site public public_html www wwwroot htdocs httpdocs html dist".split())
"""Names of folders that hosts serve: `build` writes to the first, other makers of sites and hosts to the others."""
SERVED = tuple(map(Path, ("/var/www", "/srv/www", "/srv/http", "/usr/share/nginx", "/usr/share/caddy")))
"""Where servers look, as they come."""
GIT = ".git"
MOUNTS = Path("/proc/self/mountinfo")


def refuse_what_is_public(to: Path, root: Path, settings: Settings | None) -> None:
    """A file for staff must not stand where the public site is made, or served from, by whatever way one gets there.

    Args:
        to: where to write.
        root: the folder of mkdocs.yml.
        settings: what that file says; None where it can't be read.
    """
    real = Path(os.path.realpath(to))
    made_from = (*_made_from(root, settings), *SERVED)
    for folder in real.parents:
        if folder.name == GIT:
            raise click.UsageError(f"{folder} is git's own, and it may run what is in it; write it elsewhere")
        if any(_same(folder, own) for own in made_from) or (folder / STYLESHEET).is_file() or _is_named(folder, root):
            raise click.UsageError(f"{folder} is, or becomes, public, and this must not be; write it elsewhere")


def _made_from(root: Path, settings: Settings | None) -> tuple[Path, ...]:
    """The folders that a site is made from."""
    if settings is None:
        return (root / "content", root / "overrides", root / "campaigns")
    return (root / settings.content, root / settings.templates, root / settings.campaigns)


def _same(one: Path, other: Path) -> bool:
    """Whether both are one folder: by what the disk says, and by their names in whatever case, as on a Mac."""
    try:
        if one.samefile(other):
            return True
    except OSError:
        pass
    return os.path.realpath(one).casefold() == os.path.realpath(other).casefold()


def _is_named(folder: Path, root: Path) -> bool:
    """Whether a folder has the name of one that hosts serve, somewhere in the site's folder, or beside it."""
    top = Path(os.path.realpath(root))
    return folder.name.casefold() in PUBLIC and folder not in (top, top.parent) and folder.is_relative_to(top.parent)


def refuse_what_is_no_site(to: Path, root: Path, settings: Settings) -> None:
    """A slip in --to must not cost anyone the folder they work in: only a site is ever replaced. UsageError says why.

    Args:
        to: where the site is to stand; a link is followed.
        root: the folder of mkdocs.yml.
        settings: what that file says.
    """
    why = why_no_site(to, root, settings)
    if why:
        raise click.UsageError(why)


def why_no_site(to: Path, root: Path, settings: Settings) -> str:
    """Why no site can be put there, in words; empty where it can."""
    target = Path(os.path.realpath(to))
    if target.is_symlink():
        return f"{to} is a link that leads round in a circle; take it away, or name another folder with --to"
    if to.is_symlink() and not target.exists() and not target.parent.is_dir():
        words = f"{to} is a link to {target}, and there is no folder {target.parent}"
        return f"{words}; mend the link, or name another folder with --to"
    if os.path.lexists(target) and not target.is_dir():
        return f"{target} is a file, and a folder is needed there; move it away, or name another folder"
    try:
        if target.is_dir() and any(target.iterdir()) and not (target / STYLESHEET).is_file():
            return f"{target} holds other files than a site, and building there would delete them; name a new folder"
    except OSError as error:
        return f"{target} can't be looked into: {error.strerror}; name another folder with --to"
    if target.is_dir() and _is_mounted(target):
        return is_a_drive(target)
    for folder in (target, *target.parents):
        for own in _made_from(root, settings):
            if _same(folder, own):
                return f"{target} is in {own}, which the site is made from; name a folder elsewhere with --to"
    for folder in target.parents:
        if (folder / STYLESHEET).is_file():
            return f"{target} is in the site {folder}, whose next build would take it away; name a folder elsewhere"
    return ""


def is_a_drive(target: Path) -> str:
    """What to say where a folder is a drive or a volume of its own, whose name nobody can exchange."""
    words = f"{target} is a drive or a volume of its own, which can't be replaced"
    return f"{words}; build into a folder in it: --to {target / 'site'}"


def _is_mounted(folder: Path) -> bool:
    """Whether something is mounted there. Linux says so also of a part of the same drive; others, of another drive."""
    try:
        lines = MOUNTS.read_bytes().splitlines()
    except OSError:
        return os.path.ismount(folder)
    named = os.fsencode(folder)
    for escaped, byte in ((b"\\", b"\\134"), (b" ", b"\\040"), (b"\t", b"\\011"), (b"\n", b"\\012")):
        named = named.replace(escaped, byte)
    return any(line.split(b" ")[4:5] == [named] for line in lines)
