"""What the form changed in this run -> one commit of it, with a name and a few words; and such a commit taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.content.editing.form_answers import FormError, Given
from generator.content.editing.keep import (
    LONGEST,
    Committer,
    KeepError,
    committer,
    is_kept_by_git,
    keep,
    not_kept,
    take_back,
)
from generator.diagnostics import HIDDEN
from generator.model.fields.text import AN_EMAIL
from generator.preview.current_site import Answer

NO_GIT = "Git does not keep this folder, so nothing can be kept. Whoever looks after Waymark can begin it: git init."


@dataclass(frozen=True, slots=True)
class Kept:
    """A commit that the form made, and what its words were."""

    commit: str
    words: str


@dataclass
class Keeping:
    """What this run of the form changed, and what of it was kept."""

    root: Path
    changed: dict[str, None] = field(default_factory=dict)
    """The files that the form wrote, by name."""
    kept: list[Kept] = field(default_factory=list)
    """The commits that it made, the last one last."""
    by: Committer | None = None
    """Who said so, where git does not know."""

    def wrote(self, file: str) -> None:
        """Take note of a file that the form has just written."""
        self.changed[file] = None

    @property
    def files(self) -> list[str]:
        """The files that wait to be kept."""
        return not_kept(self.root, list(self.changed))

    @property
    def last(self) -> Kept | None:
        """The commit that can be taken back: the last one that the form made."""
        return self.kept[-1] if self.kept else None

    @property
    def why_not(self) -> str:
        """Why nothing can be kept; "" where it can."""
        return "" if is_kept_by_git(self.root) else NO_GIT

    @property
    def asks_who(self) -> bool:
        """Whether somebody must say who they are."""
        return committer(self.root) is None and self.by is None

    def answer(self, method: str, name: str, given: Given, page: Callable[..., Answer]) -> Answer:
        """The page of what waits to be kept; with what came of it, where somebody sent it.

        Args:
            method: GET or POST.
            name: "keep" or "take-back".
            given: what was sent.
            page: makes the page of a template, a status and values.
        """
        typed = {one: values[0] for one, values in given.items() if len(values) == 1}
        done = refused = ""
        if method == "POST":
            own = {"words", "name", "email"} if self.asks_who else {"words"}
            if typed.keys() != (own if name == "keep" else {"commit"}) or typed.keys() != given.keys():
                raise FormError("this is half a form")
            try:
                done = self.keep(typed) if name == "keep" else self.take_back(typed["commit"])
            except KeepError as error:
                refused = str(error)
        return page(
            "form_keep.html",
            422 if refused else 200,
            files=self.files,
            why_not=self.why_not,
            asks_who=self.asks_who,
            last=self.last,
            typed={"words": "", "name": "", "email": "", **(typed if refused else {})},
            done=done,
            refused=refused and f"{refused[0].upper()}{refused[1:]}.",
        )

    def keep(self, given: Mapping[str, str], told: str = "") -> str:
        """Keep what was changed, and say so; `told` stands below the words. KeepError with what is missing."""
        words = given["words"].replace("\r\n", "\n").strip()
        if not words:
            raise KeepError("say in a few words what you changed, and who told you")
        if len(words) > LONGEST or HIDDEN.search(words):
            raise KeepError("these words are too long, or something hidden is in them; type them again")
        if self.asks_who:
            self.by = who_says(given)
        files = self.files
        if not files:
            raise KeepError("nothing waits to be kept")
        self.kept.append(
            Kept(keep(self.root, files, f"{words}\n\n{told}" if told else f"{words}\n", self._by), words.split("\n")[0])
        )
        return f"Kept: {', '.join(files)}."

    def take_back(self, commit: str) -> str:
        """Undo the last commit that the form made, by another. KeepError where something was changed since.

        `commit` is what the page offered to take back: in another window somebody may have kept or taken back since.
        """
        last = self.last
        if last is None or last.commit != commit:
            raise KeepError("something was kept or taken back meanwhile; look at what is the last one now")
        take_back(self.root, last.commit, self._by)
        self.kept.pop()
        return f"Taken back: {last.words}"

    @property
    def _by(self) -> Committer | None:
        return None if committer(self.root) else self.by


def who_says(given: Mapping[str, str]) -> Committer:
    """Whoever git does not know, as they say it. KeepError where that names nobody."""
    name, email = (" ".join(given.get(one, "").split()) for one in ("name", "email"))
    if not name or HIDDEN.search(name) or not set("<>\n").isdisjoint(name):
        raise KeepError("say what you are called: Sam Reed")
    if not AN_EMAIL.fullmatch(email):
        raise KeepError("say at which address people reach you: sam.reed@example.org")
    return Committer(name, email)
