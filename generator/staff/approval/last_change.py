"""A thing that waits, and what git knows -> who changed it last: whoever did can't approve it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.approvals import SECRET, Awaiting, Identity, identity
from generator.content.loading.approved_content import things_of
from generator.content.loading.campaigns import read_campaign
from generator.content.loading.content import Content
from generator.content.loading.folder import directory_files, shared_files
from generator.content.loading.service_directory import Directory, read_directory
from generator.content.loading.source_file import Found
from generator.content.source.history import git_in
from generator.model.campaign import Campaign, images_of

LOG = "--format=%H%x1f%aN <%aE>%x1f%(trailers:key=Co-authored-by,valueonly,separator=%x1e)"


@dataclass(frozen=True, slots=True)
class LastChange:
    """Who made something what it is now: several, where it is the work of several."""

    people: tuple[Identity, ...]
    is_kept: bool = True

    @property
    def by(self) -> Identity | None:
        """The first of them; None where nobody knows."""
        return self.people[0] if self.people else None

    def is_by(self, somebody: Identity) -> bool:
        """Whether somebody had a hand in it."""
        return any(one.is_same(somebody) for one in self.people)


class LastChanges:
    """Who changed what last in one site. Each state of its files is read once."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.root: Path = content.root
        self._digests_at = cache(self._digests)

    def of(self, thing: Awaiting) -> LastChange:
        """Who made of a thing what waits: whoever brought each new part of it, and whoever took out what was secret.

        Of a number that one person brought and another that a second did, neither can approve both.
        """
        files = tuple(self._files(thing))
        approved, now = self.content.approvals.of(thing.what), set(thing.digests)
        if self._at("HEAD", thing, files) != now:
            return LastChange((), is_kept=False)
        gone = {one for one in approved - now if one.startswith(SECRET)}
        looked_for = dict.fromkeys(sorted(now - approved), True) | dict.fromkeys(sorted(gone), False)
        people: dict[str, tuple[Identity, ...]] = {}
        for commit, authors in self._commits(files):
            there = self._at(commit, thing, files)
            looked_for = {one: is_there for one, is_there in looked_for.items() if (one in there) == is_there}
            if not looked_for:
                break
            people |= dict.fromkeys(looked_for, authors)
        return LastChange(tuple(dict.fromkeys(one for some in people.values() for one in some)))

    def _at(self, commit: str, thing: Awaiting, files: tuple[str, ...]) -> set[str]:
        return self._digests_at(commit, thing.kind, files).get(thing.what, set())

    def _files(self, thing: Awaiting) -> Iterator[str]:
        """The files that say what it is."""
        content = self.content
        if thing.kind != "posts":
            yield from directory_files(self.root, content.settings)
            return
        own = content.campaign_with(thing.id)
        yield own.source.file
        for file in dict.fromkeys(images_of(own.record, own.record.posts)):
            yield f"{content.settings.content}/{file}"

    def _commits(self, files: Sequence[str]) -> Iterator[tuple[str, tuple[Identity, ...]]]:
        told = git_in(self.root, "--literal-pathspecs", "log", "-z", LOG, "--", *files).decode("utf-8", "replace")
        for line in told.split("\0"):
            if line.strip():
                commit, author, others = line.strip("\n").split("\x1f")
                found = (identity(one.strip()) for one in (author, *others.split("\x1e")))
                yield commit, tuple(one for one in found if one)

    def _digests(self, commit: str, kind: str, files: tuple[str, ...]) -> dict[str, set[str]]:
        """What would have been approved of each thing, as its files were then; none of what can't be read."""
        settings = self.content.settings

        def text(file: str) -> bytes:
            return git_in(self.root, "cat-file", "blob", f"{commit}:./{file}")

        directory, campaigns = Directory(), list[Found[Campaign]]()
        if kind == "posts":
            read, _ = read_campaign(_plain(text(files[0])), files[0])
            campaigns += [read] if read else []
        else:
            texts = {file: _plain(found) for file in files if (found := text(file))}
            directory, _ = read_directory(texts, shared_files(self.root, settings), settings.hide)
        things = things_of(
            directory, campaigns, self.content.vocabulary, lambda file: text(f"{settings.content}/{file}")
        )
        return {one.what: set(one.digests) for one in things}


def _plain(text: bytes) -> str:
    return text.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
