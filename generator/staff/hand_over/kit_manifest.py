"""The files of a kit -> the list that stands in it; a folder -> the kit in it, each file as it was put there.

A kit has lain on a stick or in a mailbox. A file is taken only where the list names it and it has the digest that the
list gives; a name never leads out of the folder, nor does a link.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from generator.content.source.left_behind import CONFIG
from generator.content.source.text_files import MOST, read_bytes
from generator.diagnostics import FieldError
from generator.model.fields.dates import moment
from generator.model.fields.file_names import inside
from generator.staff.hand_over.kit_keys import KitError

LIST = "kit.json"
SITE = "site/"
"""Where the files of the site stand in a kit."""
FORM = 1
"""The form of the list. Another one is of a Waymark that is not this one."""
NEVER = frozenset({".git", ".hg", ".svn", ".venv"})
"""Folders of which no file is part of a site: a program may run what is in them."""
NO_KIT = "{} is no kit; name the folder that `waymark hand-over` made, with {} in it"


@dataclass(frozen=True, slots=True)
class KitFacts:
    """What a kit says of itself."""

    made: str
    """The moment, in UK time: 2027-02-10 09:00."""
    waymark: str
    office: str
    site_url: str
    owner: str
    """Who owns the ids of posts and of open data, as `feeds: owner:` says. It must never change."""
    withheld: str
    """"none", "left out" or "included": how it is with secret places."""

    @property
    def moment(self) -> datetime:
        """When it was made, aware."""
        return moment(self.made)


@dataclass(frozen=True, slots=True)
class Kit:
    """A kit that was read."""

    facts: KitFacts
    files: Mapping[str, bytes]
    """Of the site, by their names in its folder."""


def listed_files(facts: KitFacts, files: Mapping[str, bytes]) -> str:
    """The list of a kit: what it says of itself, and the SHA-256 of each file of the site."""
    digests = {name: sha256(data).hexdigest() for name, data in sorted(files.items())}
    return json.dumps({"waymark_kit": FORM, **asdict(facts), "files": digests}, ensure_ascii=False, indent=2) + "\n"


def is_a_kit(folder: Path) -> bool:
    """Whether a folder is a kit, which a newer one may replace."""
    try:
        _read_list(folder)
    except KitError:
        return False
    return True


def read_kit(folder: Path) -> Kit:
    """A kit and every file of its site. KitError says what is wrong with it."""
    facts, digests = _read_list(folder)
    top = Path(os.path.realpath(folder)) / SITE
    files = {}
    for name, digest in digests.items():
        path = top / _safe(name)
        try:
            if Path(os.path.realpath(path)) != path:
                raise KitError(f"{SITE}{name} is a link, and a kit has none; ask for the kit again")
            data = read_bytes(path, max(MOST, 4 * MOST))
        except OSError:
            raise KitError(f"{SITE}{name} is not there, or can't be read; ask for the kit again") from None
        if sha256(data).hexdigest() != digest:
            words = f"{SITE}{name} was changed after the kit was made; take over first, and change your own"
            raise KitError(words)
        files[name] = data
    if CONFIG not in files:
        raise KitError(f"the list in {LIST} names no {CONFIG}; ask for the kit again")
    return Kit(facts, files)


def _read_list(folder: Path) -> tuple[KitFacts, dict[str, str]]:
    no_kit = NO_KIT.format(folder, LIST)
    try:
        given: Any = json.loads(read_bytes(folder / LIST))
    except (OSError, ValueError, RecursionError):
        raise KitError(no_kit) from None
    if not isinstance(given, dict) or "waymark_kit" not in given:
        raise KitError(no_kit)
    if given["waymark_kit"] != FORM:
        raise KitError(f"{folder} was made by a newer Waymark than this; put that one in, and try again")
    names = KitFacts.__dataclass_fields__
    told = {name: given.get(name) for name in names}
    digests = given.get("files")
    if not isinstance(digests, dict) or not all(isinstance(one, str) for one in (*told.values(), *digests.values())):
        raise KitError(f"{folder / LIST} is not as it was made; ask for the kit again")
    facts = KitFacts(**{name: str(value) for name, value in told.items()})
    try:
        _ = facts.moment
    except ValueError:
        raise KitError(f"{folder / LIST} is not as it was made; ask for the kit again") from None
    return facts, digests


def _safe(name: str) -> str:
    """The name of a file, where it leads into the folder and nowhere else."""
    parts = PurePosixPath(name).parts
    try:
        if inside(name) == name and "/".join(parts) == name and not {part.casefold() for part in parts} & NEVER:
            return name
    except FieldError:
        pass
    raise KitError(f"the list in {LIST} names {name!r}, which is no file of a site; ask for the kit again")
