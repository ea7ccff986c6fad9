"""New texts for authors' files -> the files replaced whole, all or none, and none that somebody changed meanwhile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from generator.content.editing.atomic import beside, real
from generator.diagnostics import ContentError, Diagnostic, Location

CHANGED = "this file changed while you worked on it; nothing was written: save it, and run the command again"
IS_THERE = "this file is there already; nothing was written"


@dataclass(frozen=True, slots=True)
class FileChange:
    """A new text for one file."""

    path: Path
    """Where it is; links are followed, and the file's permissions stay."""
    file: str
    """What to call it in problems."""
    before: str | None
    """The text that the new one was made from; None for a file that must not be there yet."""
    after: str


def text_of(path: Path, file: str) -> str:
    """The whole text of a file, with its byte order mark and line endings. ContentError where it can't be read."""
    from generator.content.source.text_files import cannot_read, decode, read_bytes

    try:
        data = read_bytes(path)
    except FileNotFoundError:
        raise ContentError(
            [Diagnostic("file-missing", "error", Location(file), "this file is missing", hint="nothing was written")]
        ) from None
    except OSError as error:
        raise ContentError([cannot_read(error).at(Location(file))]) from None
    if problems := decode(data, file).problems:
        raise ContentError(problems)
    return data.decode("utf-8")


def save(changes: Sequence[FileChange]) -> None:
    """Put new texts in the place of old ones, each in one step: whoever reads a file sees the one or the other.

    All new texts are on the disk, and all old ones were seen to be what they were, before the first is replaced. What
    was replaced is put back where a later one fails. Between the last look at a file and its replacing lies a single
    call of the system: what an editor saves in just that moment is lost. No file system lets a program close that gap.

    Raises:
        ContentError: where a file is no longer what it was, or can't be written. All are then as they were found.
    """
    with ExitStack() as stack:
        begun: list[_Writing] = []
        try:
            ready = [_Writing(change, stack) for change in changes]
            for one in ready:
                one.look()
            for one in ready:
                one.look()
                begun.append(one)
                one.replace()
        except BaseException:  # somebody's Ctrl+C too
            stuck = [one.change.file for one in reversed(begun) if not one.put_back()]
            if stuck:
                raise ContentError(
                    [
                        Diagnostic(
                            "file-not-put-back",
                            "error",
                            Location(file),
                            "this file has its new text, and its old one could not be put back: take it back from git",
                        )
                        for file in stuck
                    ]
                ) from None
            raise


class _Writing:
    """One file, its new text and a copy of its old one, both beside it until the end."""

    def __init__(self, change: FileChange, stack: ExitStack) -> None:
        self.change = change
        self.path = real(change.path)
        self.ours = False
        if change.before is None:
            _make(self.path.parent, change.file)
        with _named(change.file):
            if change.before is not None:
                self.old = stack.enter_context(beside(self.path, change.before.encode(), "old"))
            self.fresh = stack.enter_context(beside(self.path, change.after.encode()))

    def look(self) -> None:
        """Make sure that nobody touched the file since it was read."""
        with _named(self.change.file):
            if self.change.before is None:
                if self.path.exists():
                    raise FileExistsError
            elif self.path.read_bytes() != self.change.before.encode():
                raise ContentError([Diagnostic("file-changed-meanwhile", "error", Location(self.change.file), CHANGED)])

    def replace(self) -> None:
        """Put the new text there; a new file never over one that somebody made meanwhile."""
        with _named(self.change.file):
            self.ours = True
            if self.change.before is not None:
                self.fresh.replace(self.path)
                return
            try:
                self.fresh.create(self.path)
            except FileExistsError:
                self.ours = False
                raise

    def put_back(self) -> bool:
        """Undo it, unless somebody has written over it since. Whether the file is what it was."""
        with suppress(OSError):
            there = self.path.read_bytes() if self.ours else None
            if there == self.change.after.encode() or (there == b"" and self.change.before is None):
                if self.change.before is None:
                    self.path.unlink()
                else:
                    self.old.replace(self.path)
            return True
        return False


def _make(folder: Path, file: str) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ContentError(
            [
                Diagnostic(
                    "folder-not-made", "error", Location(file), f"the folder for it can't be made: {error.strerror}"
                )
            ]
        ) from None


@contextmanager
def _named(file: str) -> Iterator[None]:
    """What the machine says of a file, as a problem that names it."""
    try:
        yield
    except FileExistsError:
        raise ContentError([Diagnostic("file-exists", "error", Location(file), IS_THERE)]) from None
    except FileNotFoundError:
        raise ContentError([Diagnostic("file-changed-meanwhile", "error", Location(file), CHANGED)]) from None
    except OSError as error:
        raise ContentError(
            [Diagnostic("file-not-written", "error", Location(file), f"this file can't be written: {error.strerror}")]
        ) from None
