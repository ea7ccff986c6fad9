"""Folders and files -> a call after each change in them, once the changes have settled."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

SETTLED = 0.05
"""Seconds without a change after which the files are read: an editor writes one file in several steps."""
NO_CHANGE = frozenset({"opened", "closed_no_write"})
IGNORED = ("~", ".swp", ".swx", ".tmp", ".new", ".old")


class Watch(FileSystemEventHandler):
    """Hears of changes below some paths. `changed` is called in a thread of its own, one call at a time."""

    def __init__(self, paths: Sequence[Path], changed: Callable[[Sequence[Path]], None]) -> None:
        self.paths = [path.resolve() for path in paths]
        self.changed = changed
        self.heard: set[Path] = set()
        self.news = threading.Condition()
        self.ended = False

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Keep the paths that are ours."""
        if event.is_directory or event.event_type in NO_CHANGE:
            return
        touched = {Path(str(path)) for path in (event.src_path, event.dest_path) if path}
        ours = {path for path in touched if self._is_ours(path)}
        if ours:
            with self.news:
                self.heard |= ours
                self.news.notify()

    def _is_ours(self, path: Path) -> bool:
        if path.name.endswith(IGNORED) or path.name.startswith(".#"):
            return False
        return any(path == one or one in path.parents for one in self.paths)

    def _tell(self) -> None:
        while True:
            with self.news:
                self.news.wait_for(lambda: self.heard or self.ended)
                while not self.ended and self.news.wait(SETTLED):
                    pass
                if self.ended:
                    return
                heard, self.heard = sorted(self.heard), set()
            self.changed(heard)


@contextmanager
def watching(root: Path, paths: Sequence[Path], changed: Callable[[Sequence[Path]], None]) -> Iterator[None]:
    """Call `changed` with the files that changed, after each change below `paths`, which stand in `root`."""
    watch = Watch(paths, changed)
    observer = Observer()
    folders = {root, *(path for path in watch.paths if path.is_dir())}
    for folder in folders:
        observer.schedule(watch, str(folder), recursive=folder != root)
    teller = threading.Thread(target=watch._tell, daemon=True)
    teller.start()
    observer.start()
    try:
        yield
    finally:
        _quiet()
        observer.stop()
        with watch.news:
            watch.ended = True
            watch.news.notify()
        observer.join()
        teller.join()


def _quiet() -> None:
    """What the library has to say of its own threads while they end is no news for the terminal."""
    library = logging.getLogger("watchdog")
    library.addHandler(logging.NullHandler())
    library.propagate = False
