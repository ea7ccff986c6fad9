"""A site's folder and what was read of it -> the files that go along to another office, each with its bytes.

What goes along is what the site is made of and what publishes it, file by file as it stands, and nothing else of the
folder: no history, no notes, no table that a command wrote beside the content.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.content.editing.fields import set_field
from generator.content.loading.config import engine_files
from generator.content.loading.content import Content
from generator.content.loading.folder import files_read, shared_files
from generator.content.source.left_behind import CONFIG
from generator.model.catalogue import Catalogue
from generator.model.fields.file_names import UP
from generator.privacy.withheld import WITHHELD_BY
from generator.staff.hand_over.kit_keys import KitError, keys_in
from generator.staff.new_site.hosts import FILES, without_make
from generator.staff.new_site.office_files import requirements
from generator.template_folder import SHIPPED

REQUIREMENTS = "requirements.txt"
WORKFLOWS = ".github/workflows"
BESIDE = (".gitignore", REQUIREMENTS, *(name for names in FILES.values() for name in names.values()))
"""What publishes a site, on any host that we have files for."""
PROGRAM = "generator"
"""Where this folder is there, it holds the program too: no office needs that beside its content."""
KEPT_FOR_SEVERAL = "shared/"
"""Where a file of several offices comes to stand in the folder of one."""
FRAME = "main.html"
"""The one template that goes along whatever it says: a folder that the settings name must be there."""
GROUPS = ("places", "points")
"""The lists of a service in which places stand."""
SAYS_WHERE = {"full": (), "area": ("source",)}
"""What else of a place may say where it is, though no page shows it."""
LEFT_OUT = "Not handed over {}"
"""What a secret place is called in a kit that does not say where it is."""
IS_LEFT_OUT = re.compile(LEFT_OUT.format("[0-9]+"))


def kit_files(content: Content, catalogue: Catalogue, version: str, *, with_withheld: bool) -> dict[str, bytes]:
    """The files of the site, by their names in a folder of its own.

    Args:
        content: what was read of the site, with the place of each record.
        catalogue: the same records, known to fit together.
        version: which Waymark made the kit.
        with_withheld: whether it also says where refuges and other secret places are.

    Raises:
        KitError: where a file holds a key, or two of them would have one name.
    """
    root, settings = content.root, content.settings
    shared = {file: _moved(file) for file in shared_files(root, settings)}
    found: dict[str, bytes] = {}
    for file, path in _files(content):
        name = shared.get(file, file)
        if name in found:
            raise KitError(f"{file} and another file would both be {name} in the kit; give one of them another name")
        found[name] = path.read_bytes()
    if (root / PROGRAM).is_dir():
        found[REQUIREMENTS] = requirements(version).encode()
        for name in found.keys() & set(BESIDE) - {REQUIREMENTS, ".gitignore"}:
            found[name] = without_make(found[name].decode("utf-8", "replace")).encode()
    found[CONFIG] = _with_moved(found[CONFIG], shared, settings.shared)
    keys = [key for name, data in sorted(found.items()) for key in keys_in(name, data, for_a_host=is_for_a_host(name))]
    if keys:
        raise KitError(*keys)
    return found if with_withheld else found | _without_secrets(content, catalogue, shared, found)


def _files(content: Content) -> Iterator[tuple[str, Path]]:
    """Every file that goes along, by its name from the site's folder, each once."""
    root, templates = content.root, content.root / content.settings.templates
    named = [*BESIDE, *engine_files(content.config, ("INHERIT", "hooks"))]
    workflows = sorted((root / WORKFLOWS).glob("*.y*ml"))
    seen = set()
    for path in (*files_read(root, content.settings), *(root / name for name in named), *workflows):
        file = Path(os.path.relpath(path, root)).as_posix()
        if file in seen or not path.is_file() or _is_no_ones(path, root, content):
            continue
        seen.add(file)
        if path.is_relative_to(templates) and path.name != FRAME:
            ours = SHIPPED / path.relative_to(templates)
            if ours.is_file() and ours.read_bytes() == path.read_bytes():
                continue  # what ships with Waymark comes with it, and newer with the next one
        yield file, path


def is_for_a_host(name: str) -> bool:
    """Whether a file is read by whoever builds or publishes the site, and by no reader of it."""
    return name == CONFIG or name in BESIDE or name.startswith(f"{WORKFLOWS}/") or name.endswith(".py")


def _is_no_ones(path: Path, root: Path, content: Content) -> bool:
    """Whether a file in one of the authors' folders is none of theirs: what a system or an editor leaves there."""
    folders = (content.settings.campaigns, content.settings.content, content.settings.templates)
    inside = next((path.relative_to(root / one) for one in folders if path.is_relative_to(root / one)), None)
    return inside is not None and any(part.startswith(".") or part == "__pycache__" for part in inside.parts)


def _moved(file: str) -> str:
    """Where a shared file stands in the kit: ../shared/national.yaml -> shared/national.yaml."""
    while file.startswith(UP):
        file = file.removeprefix(UP)
    return file if file.startswith(KEPT_FOR_SEVERAL) else KEPT_FOR_SEVERAL + file


def _with_moved(config: bytes, files: Mapping[str, str], patterns: Collection[str]) -> bytes:
    """The settings, which name shared files where they stand now: below `shared:` and in what the engine watches."""
    text = config.decode("utf-8")
    for name in sorted({*files, *patterns}, key=len, reverse=True):
        text = re.sub(rf"(?<![\w./-]){re.escape(name)}(?![\w/-]|\.\w)", _moved(name).replace("\\", ""), text)
    return text.encode()


# Secret places


def _without_secrets(
    content: Content, catalogue: Catalogue, shared: Mapping[str, str], found: Mapping[str, bytes]
) -> dict[str, bytes]:
    """The files of the directory in which a place that the public may not see says only that it is there."""
    services = {one.record.id: one.record for one in (*content.directory.services, *content.directory.hidden)}
    changed: dict[str, str] = {}
    number = 0
    for source in content.directory.files:
        file = shared.get(source.file, source.file)
        records = source.value.get("services") if isinstance(source.value, dict) else None
        for at, record in enumerate(records if isinstance(records, list) else ()):
            service = services.get(record["id"])
            if service is None:
                continue
            for group in GROUPS:
                shows = [catalogue.shows(service, place) for name, _, place in service.spots if name == group]
                if group not in record or all(show == "full" for show in shows):
                    continue
                places = []
                for place, show in zip(record[group], shows, strict=True):
                    number += show == "never"
                    places.append(_what_may_go(place, show, number))
                text = changed.get(file) or found[file].decode("utf-8")
                changed[file] = set_field(text, file, ("services", at, group), places)
    return {file: text.encode() for file, text in changed.items()}


def _what_may_go(place: dict[str, Any], show: str, number: int) -> dict[str, Any]:
    if show == "never":
        return {"name": LEFT_OUT.format(number), "show": "never"}
    return {name: value for name, value in place.items() if name not in (*WITHHELD_BY.get(show, ()), *SAYS_WHERE[show])}
