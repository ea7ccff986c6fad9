"""Where a site is to stand, and what it is made from -> why none can be put there, in words; empty where one can."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from pathlib import Path

from generator.settings import Settings
from generator.urls import STYLESHEET

MOUNTS = Path("/proc/self/mountinfo")
"""Where Linux says what is mounted."""
OPTION = "--to"
"""How `waymark` is told where a site is to stand. Engines have names of their own for that."""
HISTORIES = (".git", ".hg", ".svn")
"""What people keep in a folder that they publish by a push."""


def made_from(root: Path, settings: Settings | None) -> tuple[Path, ...]:
    """The folders that a site is made from."""
    if settings is None:
        return (root / "content", root / "overrides", root / "campaigns")
    return (root / settings.content, root / settings.templates, root / settings.campaigns)


def same(one: Path, other: Path) -> bool:
    """Whether both are one folder: by what the disk says, and by their names in whatever case, as on a Mac."""
    try:
        if one.samefile(other):
            return True
    except OSError:
        pass
    return os.path.realpath(one).casefold() == os.path.realpath(other).casefold()


def why_no_site(to: Path, made_of: Iterable[Path], option: str = OPTION) -> str:
    """Why no site can be put there, in words; empty where it can.

    Args:
        to: where it is to stand; a link is followed.
        made_of: the folders that it is made from.
        option: how whoever builds says where.
    """
    target = Path(os.path.realpath(to))
    if target.is_symlink():
        return f"{to} is a link that leads round in a circle; take it away, or name another folder with {option}"
    if to.is_symlink() and not target.exists() and not target.parent.is_dir():
        words = f"{to} is a link to {target}, and there is no folder {target.parent}"
        return f"{words}; mend the link, or name another folder with {option}"
    if os.path.lexists(target) and not target.is_dir():
        return f"{target} is a file, and a folder is needed there; move it away, or name another folder"
    try:
        if target.is_dir() and any(target.iterdir()) and not (target / STYLESHEET).is_file():
            return f"{target} holds other files than a site, and building there would delete them; name a new folder"
    except OSError as error:
        return f"{target} can't be looked into: {error.strerror}; name another folder with {option}"
    if kept := next((name for name in HISTORIES if os.path.lexists(target / name)), ""):
        words = f"{target / kept} holds a history, and building there would delete it; build into another folder"
        return f"{words}, and copy the site from there"
    if target.is_dir() and _is_mounted(target):
        return is_a_drive(target, option)
    for folder in (target, *target.parents):
        for own in made_of:
            if same(folder, own):
                return f"{target} is in {own}, which the site is made from; name a folder elsewhere with {option}"
    for folder in target.parents:
        if (folder / STYLESHEET).is_file():
            return f"{target} is in the site {folder}, whose next build would take it away; name a folder elsewhere"
    return ""


def is_a_drive(target: Path, option: str = OPTION) -> str:
    """What to say where a folder is a drive or a volume of its own, whose name nobody can exchange."""
    words = f"{target} is a drive or a volume of its own, which can't be replaced"
    return f"{words}; build into a folder in it: {option} {target / 'site'}"


def _is_mounted(folder: Path) -> bool:
    """Whether something is mounted there, or in it. Only Linux says so of a part of the same drive."""
    try:
        lines = MOUNTS.read_bytes().splitlines()
    except OSError:
        return os.path.ismount(folder)
    named = os.fsencode(folder)
    for escaped, byte in ((b"\\", b"\\134"), (b" ", b"\\040"), (b"\t", b"\\011"), (b"\n", b"\\012")):
        named = named.replace(escaped, byte)
    mounted = [line.split(b" ")[4] for line in lines if line.count(b" ") > 4]
    return any(one == named or one.startswith(named + b"/") for one in mounted)


def why_not(to: Path, error: OSError) -> str:
    """Why nothing can be written there, in words."""
    if error.errno == errno.ENOENT and not to.parent.is_dir():
        return f"there is no folder {to.parent}"
    if error.errno == errno.ENOTDIR or (error.errno == errno.EEXIST and to.parent.is_file()):
        return f"{to.parent} is a file, not a folder"
    return error.strerror or type(error).__name__
