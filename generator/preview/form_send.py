"""What the form changed -> a branch of its own, told as `waymark diff` tells it; or a patch to mail."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from generator.content.editing.document import EditError, YamlDocument
from generator.content.editing.form_answers import FormError, Given
from generator.content.editing.keep import KeepError, begin_branch, branch_of, patch_of, switch_back
from generator.content.source.history import git_in
from generator.diagnostics import ContentError
from generator.edition import Edition
from generator.formatters import diff
from generator.model.fields.text import slug_of
from generator.preview.current_site import Answer
from generator.preview.form_keep import Keeping
from generator.privacy.outgoing import LeakError, searched
from generator.site_loader import Site
from generator.staff.diff.site_revision import SiteRevision, changes_between, page_texts

NOT_TOLD = "What it changes is not told here, as it would say where a secret place is."
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Sent:
    """A branch that was made, and what it changes."""

    branch: str
    came_from: str
    commit: str
    told: str
    withheld: Mapping[str, object]
    """What must be in no file that is mailed: what is secret now, and what was before."""


@dataclass
class Sending:
    """What this run of the form sent for approval."""

    keeping: Keeping
    sent: list[Sent] = field(default_factory=list)

    def answer(self, method: str, name: str, given: Given, now: datetime, page: Callable[..., Answer]) -> Answer:
        """The page of what waits to be sent; with what came of it; or the patch of what was sent last.

        Args:
            method: GET or POST.
            name: "send", "back" or "patch".
            given: what was sent.
            now: the moment.
            page: makes the page of a template, a status and values.
        """
        done = refused = ""
        typed = {one: values[0] for one, values in given.items() if len(values) == 1}
        try:
            if name == "patch":
                return self.patch()
            if method == "POST":
                own = set() if name == "back" else {"words", *(("name", "email") if self.keeping.asks_who else ())}
                if typed.keys() != own or typed.keys() != given.keys():
                    raise FormError("this is half a form")
                done = self.back() if name == "back" else self.send(typed, now)
        except KeepError as error:
            refused = str(error)
        return page(
            "form_send.html",
            422 if refused else 200,
            files=self.keeping.files,
            why_not=self.keeping.why_not,
            asks_who=self.keeping.asks_who,
            sent=self.last,
            typed={"words": "", "name": "", "email": "", **(typed if refused and name == "send" else {})},
            done=done,
            refused=refused and f"{refused[0].upper()}{refused[1:]}.",
        )

    @property
    def last(self) -> Sent | None:
        """The branch that was made last, while the folder stands on it."""
        last = self.sent[-1] if self.sent else None
        return last if last and branch_of(self.keeping.root) == last.branch else None

    def send(self, given: Mapping[str, str], now: datetime) -> str:
        """Make a branch with what was changed. KeepError where nothing can be sent; then all is as it was."""
        root = self.keeping.root
        if self.keeping.why_not:
            raise KeepError(self.keeping.why_not.rstrip("."))
        came_from = branch_of(root)
        if not came_from:
            raise KeepError("git is on no branch; go back to main first: git switch main")
        site = Site(root, now)
        told, withheld = self._told(site)
        words = slug_of(given["words"].strip().partition("\n")[0])[:LONGEST_NAME].strip("-") or "change"
        branch = begin_branch(root, f"{words}-{site.today}")
        try:
            self.keeping.keep({**given, "words": given["words"].strip()}, told)
        except KeepError:
            switch_back(root, came_from, branch)
            raise
        kept = self.keeping.kept.pop()  # it is on the branch, and is taken back there
        self.sent.append(Sent(branch, came_from, kept.commit, told, withheld))
        return f"Ready to be sent: the branch {branch}."

    def back(self) -> str:
        """Leave the branch, with all that is on it."""
        last = self.last
        if last is None:
            raise KeepError("you are on no branch that was made here")
        switch_back(self.keeping.root, last.came_from)
        return f"You are on {last.came_from} again. Your change is on the branch {last.branch}."

    def patch(self) -> Answer:
        """What was sent last, as a file to mail: never where a secret place is in it."""
        if not self.sent:
            raise KeepError("nothing was sent yet")
        last = self.sent[-1]
        try:
            made = searched(patch_of(self.keeping.root, last.commit), "patch", last.withheld).made
        except LeakError:
            why = "a secret place stands in these lines or beside them, so no file of them may be mailed"
            raise KeepError(f"{why}; send the branch instead") from None
        body = made if isinstance(made, bytes) else made.encode()
        named = f'attachment; filename="{last.branch}.patch"'
        return Answer(200, {"Content-Type": "text/x-patch; charset=utf-8", "Content-Disposition": named}, body)

    def _told(self, site: Site) -> tuple[str, Mapping[str, object]]:
        """What changes, in the words of `waymark diff`, without what is secret; and what that is."""
        settings = site.settings().model_copy(update={"approve": ()})
        old = {file: git_in(site.root, "show", f"HEAD:./{file}") for file in self.keeping.files}
        texts = {file: text.decode("utf-8", "replace") for file, text in old.items() if text}
        try:
            after = SiteRevision(site.edition(settings), settings, page_texts(site.root, settings))
            then = site.edition(settings, texts).catalogue
        except ContentError:
            raise KeepError("something is to be mended first: see All records") from None
        new = {_id_in(site, file) for file, text in old.items() if not text}
        then = replace(then, campaigns=tuple(one for one in then.campaigns if one.id not in new))
        pages = {file: texts.get(file, text) for file, text in after.pages.items()}
        before = SiteRevision(Edition(then, site.now), settings, pages)
        text = diff.as_text(*changes_between(before, after))
        withheld = {**before.edition.withheld, **after.edition.withheld}
        try:
            searched(text, "text", withheld)
        except LeakError:
            text = NOT_TOLD
        return text, withheld


def _id_in(site: Site, file: str) -> str:
    try:
        value = YamlDocument((site.root / file).read_text(encoding="utf-8"), file).value
    except (EditError, OSError):
        return ""
    return str(value.get("id", "")) if isinstance(value, dict) else ""
