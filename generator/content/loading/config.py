"""mkdocs.yml -> Settings; and a problem for each folder or file that it names and that is not what is needed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path as FilePath
from pathlib import Path as FolderPath
from typing import Any

from pydantic import ValidationError

from generator.content.loading.source_file import Source
from generator.content.loading.validation_errors import errors_of, problems_in
from generator.content.source.conflict_marks import conflict_marks
from generator.content.source.left_behind import CONFIG, stray_characters
from generator.content.source.positions import Path
from generator.content.source.text_files import MOST, cannot_read, read_bytes, read_text
from generator.diagnostics import HIDDEN_CHARACTER, ContentError, Diagnostic, Fault, Location, quoted
from generator.settings import Settings

PLUGIN = "waymark"


ELSEWHERE: dict[str, Path] = {
    "site_name": ("site_name",),
    "site_url": ("site_url",),
    "site_description": ("site_description",),
    "language": ("theme", "language"),
    "templates": ("theme", "custom_dir"),
    "content": ("docs_dir",),
}
"""The settings that the engine needs too: where they stand in its file."""


def read_settings(text: str, file: str = CONFIG) -> Settings:
    """The site's settings. ContentError names what is wrong in the file, with its place."""
    problems: list[Diagnostic] = conflict_marks(text, file)
    if problems:
        raise ContentError(problems)
    source = settings_source(text, file)
    if source.problems:
        raise ContentError(source.problems)
    value = source.value if isinstance(source.value, dict) else {}
    path = _plugin(value.get("plugins"), source)
    if path is None:
        raise ContentError(
            [
                Diagnostic(
                    "plugin-missing",
                    "error",
                    Location(file),
                    "the plugin is missing",
                    hint=f'write "- {PLUGIN}:" under "plugins:"',
                )
            ]
        )
    given = _at(value, path)
    if not isinstance(given, (dict, str, type(None))):
        raise ContentError(
            [
                Diagnostic(
                    "fields-needed",
                    "error",
                    source.places.value(path),
                    "fields are needed here, each as name: value",
                    hint="write office: ...",
                )
            ]
        )
    options = dict(given) if isinstance(given, dict) else {}
    problems += (
        Diagnostic(
            "setting-for-whole-site",
            "error",
            source.places.key((*path, name)),
            f'"{name}" is set for the whole site',
            hint=f"write {_spelled(ELSEWHERE[name])} at the top of this file",
        )
        for name in ELSEWHERE.keys() & options.keys()
    )
    for name, place in ELSEWHERE.items():
        found = _at(value, place)
        if found is not None:
            options[name] = found
    options.setdefault("content", "docs")  # what the engine takes where docs_dir is not given
    try:
        settings = Settings.model_validate(options)
    except ValidationError as error:
        problems += _in_place(error, source, path)
        named = stray_characters(text, file)  # each at its own place, and what stands around it so that it is seen
        plain = [one for one in problems if not named or one.code != HIDDEN_CHARACTER]
        raise ContentError([*plain, *named]) from None
    if problems:
        raise ContentError(problems)
    return settings


def settings_source(text: str, file: str = CONFIG) -> Source:
    """The YAML of the settings, in which the engine knows tags that we do not."""
    return Source(text.removeprefix("\ufeff"), file, tags=True)


def plugin_path(text: str) -> Path:
    """Where our options stand in the text of the settings, which could be read."""
    source = settings_source(text)
    value = source.value if isinstance(source.value, dict) else {}
    return _plugin(value.get("plugins"), source) or ()


def place_of(root: FilePath, *option: str) -> Location:
    """Where one of our options stands in a site's settings, which could be read."""
    text = read_text(root / CONFIG, CONFIG).value or ""
    return settings_source(text).places.key((*plugin_path(text), *option))


def engine_files(text: str, only: Sequence[str] = ("INHERIT", "hooks", "watch")) -> list[str]:
    """What the engine reads beside our own files because this one names it: what it inherits, hooks, what to watch."""
    value = settings_source(text).value
    named = [value.get(name) for name in only] if isinstance(value, dict) else []
    return [
        one for some in named for one in (some if isinstance(some, list) else [some]) if isinstance(one, str) and one
    ]


def setting_places(text: str, file: str = CONFIG) -> Callable[..., Location]:
    """Where a setting of the engine stands in its file: `("theme", "custom_dir")`, or as much of it as is there."""
    source = settings_source(text, file)

    def place(*path: str | int) -> Location:
        for length in range(len(path), 0, -1):
            if source.places.has(path[:length]):
                return source.places.value(path[:length])
        return Location(file)

    return place


def place_of_option(text: str, name: str, *inside: str | int, file: str = CONFIG) -> Location:
    """Where an option of ours stands in the text of the settings; else where our options stand."""
    source = settings_source(text, file)
    value = source.value if isinstance(source.value, dict) else {}
    path = _plugin(value.get("plugins"), source)
    if path is None:
        return Location(file)
    if source.places.has((*path, name)):
        return source.places.value((*path, name, *inside))
    return source.places.key(path) if path[-1] == PLUGIN else source.places.value(path)


def _plugin(plugins: Any, source: Source) -> Path | None:
    """Where our options stand, or where they would: the engine takes a list of plugins, or each by its name."""
    for number, plugin in enumerate(plugins if isinstance(plugins, list) else ()):
        if plugin == PLUGIN:
            return ("plugins", number)
        if source.places.has(("plugins", number, PLUGIN)):
            return ("plugins", number, PLUGIN)
    return ("plugins", PLUGIN) if source.places.has(("plugins", PLUGIN)) else None


def _at(value: Any, path: Path) -> Any:
    for part in path:
        if isinstance(value, list) and isinstance(part, int):
            value = value[part]
        else:
            value = value.get(part) if isinstance(value, dict) else None
    return value


def _spelled(path: Path) -> str:
    return "".join(f"{part}: " for part in path).strip()


def _in_place(error: ValidationError, source: Source, path: Path) -> list[Diagnostic]:
    """The problems of the settings, each where its own setting stands."""
    found = problems_in(error, Settings, source.places, path)
    moved = []
    for problem, detail in zip(found, errors_of(error), strict=True):
        elsewhere = ELSEWHERE.get(str(detail["loc"][0]))
        moved.append(problem.at(source.places.value(elsewhere)) if elsewhere else problem)
    return moved


FRAMES = ("main.html", "404.html")
"""The engine writes nothing of a page that is empty, and says nothing of it."""


TAKE_IT_OUT = "take the line custom_dir: out, for Waymark brings its own templates"


def missing_folders(root: FolderPath, settings: Settings, text: str) -> list[Diagnostic]:
    """A problem for each folder that the site can't be made without.

    Args:
        root: the folder of mkdocs.yml.
        settings: what it says.
        text: the file itself, to say on which line a folder is named.
    """
    return sorted(set(_missing(root, settings, text)))


def _missing(root: FolderPath, settings: Settings, text: str) -> Iterator[Diagnostic]:
    at = setting_places(text)
    if (parent := _parent(text)) is not None and not (isinstance(parent, str) and os.path.lexists(root / parent)):
        yield Diagnostic(
            "inherited-file-missing",
            "error",
            at("INHERIT"),
            f"INHERIT: names {quoted(parent)}, and there is no such file",
            hint="mend the name, or take the line out",
        )
    yield from _no_folder(root, settings.content, at("docs_dir"), "mend docs_dir: in this file", "make it")
    named = at("theme", "custom_dir") != at("theme")
    if named or os.path.lexists(root / settings.templates):
        mend = "mend custom_dir:" if named else "give it another name"
        yield from _no_folder(root, settings.templates, at("theme", "custom_dir"), mend, TAKE_IT_OUT)
    for name in FRAMES:
        path = root / settings.templates / name
        if path.is_file() and path.stat().st_size <= MOST and not read_bytes(path).strip():
            yield Diagnostic(
                "template-empty",
                "error",
                Location(f"{settings.templates}/{name}"),
                "this template is empty",
                hint="copy it from Waymark's own files",
            )
    campaigns = root / settings.campaigns
    if os.path.lexists(campaigns) and not campaigns.is_dir():
        mend = "mend campaigns: in this file"
        yield from _no_folder(root, settings.campaigns, Location(CONFIG), mend, "make it")
    yield from _endless(root, text)
    for number, name in enumerate(_named(text, "watch")):
        if not (root / name).exists() and name not in (settings.content, settings.templates):
            yield Diagnostic(
                "watched-file-missing",
                "error",
                at("watch", number),
                f"there is no {name} to watch",
                hint="make it, or take it out of watch: in this file",
            )


def _endless(root: FolderPath, text: str) -> Iterator[Diagnostic]:
    """What the engine would read because the file names it, and that is no file: it would wait there for ever."""
    waiting = [(root / name, name) for name in _named(text, "hooks")]
    waiting += [(root / name, name) for name in _named(text, "INHERIT")]
    seen = set()
    while waiting:
        path, name = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        try:
            data = read_bytes(path)
        except FileNotFoundError:
            continue  # the engine says so, at the line
        except OSError as error:
            yield cannot_read(error).at(Location(name))
            continue
        if path.suffix != ".py":
            further = _named(data.decode("utf-8", "replace"), "INHERIT")
            waiting += [(path.parent / one, os.path.relpath(path.parent / one, root)) for one in further]


def _parent(text: str) -> Any:
    """The file whose settings these begin with; None where they name none."""
    value = settings_source(text).value
    return value.get("INHERIT") if isinstance(value, dict) else None


def _no_folder(root: FolderPath, name: str, mark: Location, mend: str, make: str) -> Iterator[Diagnostic]:
    if (root / name).is_dir():
        return
    if os.path.lexists(root / name):
        yield Fault("not-a-folder", f"{name} is not a folder", f"move it away, or {mend}").at(mark)
    else:
        yield Fault("folder-missing", f"there is no folder {name}", f"{make}, or {mend}").at(mark)


def _named(text: str, option: str) -> list[str]:
    return engine_files(text, only=(option,))
