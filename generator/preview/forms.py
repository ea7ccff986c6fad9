"""A request that may have the form -> a list, a form, a save; or why nothing was saved, with all that was typed."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path as FolderPath
from typing import Any
from urllib.parse import parse_qs, urlsplit

from markupsafe import escape

from generator.content.editing.document import EditError
from generator.content.editing.form_answers import FormError, Given, changes_in, refuse_half
from generator.content.loading.shipped import read_channels
from generator.diagnostics import ContentError
from generator.formatters.exceptions import fault
from generator.preview.current_site import Answer, html, led_to
from generator.preview.form_approve import approval_page
from generator.preview.form_calendar import calendar_page
from generator.preview.form_checks import last_check
from generator.preview.form_counts import counts_of
from generator.preview.form_gate import NO_SUCH, NOT_READ, PLACE, STYLE_AND_SCRIPT, Gate, Refusal
from generator.preview.form_keep import Keeping
from generator.preview.form_meanwhile import both
from generator.preview.form_records import KINDS, LISTS, MODELS, Held, Judge, RecordKind, Records
from generator.preview.form_save import (
    RecordDraft,
    added,
    changed,
    checked,
    form_of,
    in_file,
    judged,
    secret_places,
    write,
)
from generator.preview.form_send import Sending
from generator.preview.form_view import CheckSaid, FormView, remarks_on
from generator.site.render.preview_pages import FormPages
from generator.site_loader import SiteError
from generator.template_folder import Folder

OF_A_FORM = ("seen", "do")
OF_A_CHECK = ("seen", "by", "how")
"""What each of our forms sends besides the fields of a record."""
MOST_LISTED = 200
MOST_KEPT = 8
"""So many texts that forms were made from are kept, to know what somebody changed who saves late."""
REFUSED = (
    '<!doctype html><html lang="en"><title>Nothing was changed</title><h1>Nothing was changed</h1><p>{}</p></html>'
)


def digest(text: str) -> str:
    """What a form says of the text of the file that it was made from."""
    return sha256(text.encode()).hexdigest()


class Forms:
    """The forms of one site. Safe to use from several threads: one request at a time."""

    def __init__(
        self, root: FolderPath, templates: Callable[[], Folder], clock: Callable[[], datetime], gate: Gate
    ) -> None:
        self.root = root
        self.templates = templates
        self.clock = clock
        self.gate = gate
        self.lock = threading.Lock()
        self.judge = Judge()
        self.keeping = Keeping(root)
        self.sending = Sending(self.keeping)
        self.shown: OrderedDict[str, str] = OrderedDict()
        """The texts of files that forms were made from, by what `seen` says of them."""
        self.by = ""
        """Who recorded the last check in this run."""

    def answer(self, method: str, target: str, given: Given) -> Answer:
        """What a browser gets that may have the form. What is wrong with the site's settings is said in its place."""
        with self.lock:
            try:
                return self._answer(method, target, given)
            except FormError:
                return self.refusal(NOT_READ)
            except (ContentError, EditError) as error:
                lines = [str(one) for one in error.problems]
            except SiteError as error:
                lines = [str(error)]
            except Exception as error:  # noqa: BLE001 # our own templates may fail in any way; what was typed is not said
                return self.refusal(Refusal(500, f"The form failed: {escape(fault(error, words=False))}."))
        return self._refused("Nothing can be changed before this is mended", lines, 500)

    @staticmethod
    def refusal(why: Refusal) -> Answer:
        """A page that says why there is nothing, to whoever asks."""
        return html(REFUSED.format(why.why), why.status)

    def _answer(self, method: str, target: str, given: Given) -> Answer:
        parts = urlsplit(target)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        first, _, name = parts.path.removeprefix(PLACE).partition("/")
        if first in STYLE_AND_SCRIPT and not name and method == "GET":
            return Answer(200, STYLE_AND_SCRIPT[first], (self.templates() / "staff" / first).read_bytes())
        if first in ("keep", "take-back") and not name and (method == "POST" or first == "keep"):
            return self.keeping.answer(method, first, given, self._page)
        if not name and (first in ("send", "patch") or (first == "back" and method == "POST")):
            return self.sending.answer(method, first, given, self.clock(), self._page)
        if first == "approve" and not name:
            return approval_page(self.keeping, self.clock(), given if method == "POST" else None, self._page)
        records = Records(self.root, self.clock())
        if first == "calendar" and not name:
            return calendar_page(records, self.judge, self.keeping, asked, given, digest, self._page)
        if not first and method == "GET":
            return self._list(records, asked.get("find", "").strip())
        if method == "POST":
            refuse_half(given, OF_A_CHECK if first == "checked" else OF_A_FORM, whole=first == "checked")
        if first == "new" and name in KINDS and LISTS[KINDS[name]][1]:
            return self._new(KINDS[name], records) if method == "GET" else self._add(KINDS[name], records, given)
        kind = KINDS.get("services" if first == "checked" else first)
        held = records.find(kind, name) if kind and name else None
        if held is None or held.is_shared or (first == "checked" and method == "GET"):
            return self.refusal(NO_SUCH)
        if method == "GET":
            return self._form(records, held, saved="saved" in asked)
        return self._check(records, held, given) if first == "checked" else self._save(records, held, given)

    def _list(self, records: Records, find: str) -> Answer:
        wanted = find.casefold()
        sections = []
        for kind, (title, add, _) in LISTS.items():
            found = [one for one in records.every(kind) if wanted in f"{one.name} {one.id}".casefold()]
            more = max(0, len(found) - MOST_LISTED)
            sections.append({"kind": kind, "title": title, "add": add, "records": found[:MOST_LISTED], "more": more})
        problems = [one for one in self.judge.of(records).problems if not one.secret]
        return self._page("form_list.html", sections=sections, find=find, problems=problems)

    def _form(self, records: Records, held: Held, *, saved: bool) -> Answer:
        """The form of a record as its file is, with what a check says of it."""
        now = self.judge.of(records)
        view = self._view(records, held, CheckSaid((*now.problems, *now.advice)))
        done = f"Saved in {held.file}. Every other line is as it was." if saved else ""
        return self._record(records, held, view, saved=done)

    def _view(
        self, records: Records, held: Held, said: CheckSaid, given: Given | None = None, text: str = ""
    ) -> FormView:
        """A form, with what was typed into it and what is said of it; `text`: the file that this is said of."""
        parts = form_of(held, records)
        remarks = remarks_on(said, held, text or held.text, parts) if held.file else {}
        view = FormView(MODELS[held.kind], parts, given or {}, remarks, records.choices, secret_places(held, records))
        if held.kind != "campaigns":
            return view
        return replace(view, counts=counts_of(held.written, parts, view.shown, read_channels(), records.settings))

    def _record(
        self,
        records: Records,
        held: Held,
        view: FormView,
        *,
        saved: str = "",
        refused: str = "",
        because: Sequence[str] = (),
        check: Mapping[str, str] | None = None,
        status: int = 200,
    ) -> Answer:
        is_new = not held.written
        return self._page(
            "form_record.html",
            status,
            held=held,
            name=LISTS[held.kind][2] if is_new else held.name,
            form=view,
            seen="" if is_new else self._seen(held.text),
            wrong=view.wrong,
            saved=saved,
            refused=refused,
            because=because,
            send_to=f"{PLACE}new/{held.kind}" if is_new else f"{PLACE}{held.kind}/{held.id}",
            page="" if is_new else records.page_of(held),
            check=None if is_new or held.kind != "services" else self._last(held, check or {}),
        )

    def _last(self, held: Held, typed: Mapping[str, str]) -> dict[str, str]:
        """What the form for a day's check begins with."""
        last = last_check(held.written.get("checked"))
        return {"last": last, "by": typed.get("by", self.by), "how": typed.get("how", "")}

    def _save(self, records: Records, held: Held, given: Given) -> Answer:
        """A record saved, looked at, or refused because its file is another by now."""
        seen, only_look = given["seen"][0], given["do"] == ["look"]
        given = {name: values for name, values in given.items() if name not in ("seen", "do")}
        try:
            if seen != digest(held.text):
                return self._changed_meanwhile(records, held, self._as_seen(held, seen), given)
            draft = changed(held, records, given)
        except EditError as error:
            return self._by_hand(records, held, given, error)
        if not draft.changes and not only_look:
            nothing = "You changed nothing, so nothing was written."
            return self._record(records, held, self._view(records, held, CheckSaid(())), saved=nothing)
        return self._tried(records, draft, given, only_look=only_look)

    def _tried(self, records: Records, draft: RecordDraft, given: Given, *, only_look: bool = False) -> Answer:
        """A draft written, where nothing new would be wrong; else the form with what was typed, and what is to mend."""
        outcome = judged(draft, records, self.judge)
        held = draft.held
        if not outcome.new and not only_look:
            try:
                write(draft, records)
            except ContentError as error:
                return self._by_hand(records, held, given, error)
            self.keeping.wrote(held.file)
            return led_to(f"{PLACE}{held.kind}/{held.id}?saved=yes")
        view = self._view(records, held, CheckSaid(outcome.said, outcome.new, draft.changes), given, draft.after)
        if not outcome.new:
            return self._record(records, held, view, saved="Nothing new would be wrong. Nothing is saved yet.")
        return self._record(records, held, view, refused="Nothing was saved: mend this first", status=422)

    def _by_hand(self, records: Records, held: Held, given: Given, error: EditError | ContentError) -> Answer:
        view = self._view(records, held, CheckSaid(()), given)
        because = [str(one) for one in error.problems]
        return self._record(
            records, held, view, refused="Nothing was saved: the form can't do this", because=because, status=422
        )

    def _changed_meanwhile(self, records: Records, held: Held, base: Held | None, given: Given) -> Answer:
        """Both: what was typed, and what the file says now."""
        now = form_of(held, records)
        before = form_of(base, records) if base else now
        changes_in(before, given)  # FormError where it was no form of ours
        found = both(before, now, given, secret_places(held, records) | secret_places(base or held, records))
        return self._page(
            "form_changed.html",
            409,
            name=held.name,
            file=held.file,
            rows=found.rows,
            again=found.again if base else (),
            seen=self._seen(held.text),
            send_to=f"{PLACE}{held.kind}/{held.id}",
        )

    def _new(self, kind: RecordKind, records: Records) -> Answer:
        return self._record(records, held := Held(kind, "", "", (), "", {}), self._view(records, held, CheckSaid(())))

    def _add(self, kind: RecordKind, records: Records, given: Given) -> Answer:
        """A new record saved, or looked at."""
        only_look = given["do"] == ["look"]
        given = {name: values for name, values in given.items() if name not in ("seen", "do")}
        try:
            draft = added(kind, records, given)
        except EditError as error:
            return self._by_hand(records, Held(kind, "", "", (), "", {}), given, error)
        return self._tried(records, draft, given, only_look=only_look)

    def _check(self, records: Records, held: Held, given: Given) -> Answer:
        """A check of today recorded, as `waymark due --done` does."""
        check = {name: " ".join(given[name][0].split()) for name in ("by", "how")}
        why, status = "", 422
        if given["seen"] != [digest(held.text)]:
            why, status = "The file changed after you opened the form. See whether all is still right.", 409
        elif not all(check.values()):
            why = "Say who asked, and how: phoned."
        if why:
            view = self._view(records, held, CheckSaid(()))
            return self._record(
                records, held, view, refused="Nothing was saved", because=[why], check=check, status=status
            )
        try:
            draft = checked(held, {"on": records.site.today.isoformat(), **check})
        except EditError as error:
            return self._by_hand(records, held, {}, error)
        self.by = check["by"]
        return self._tried(records, draft, {})

    def _as_seen(self, held: Held, seen: str) -> Held | None:
        """The record as the form showed it that was sent; None where that is not known any more."""
        text = self.shown.get(seen)
        return in_file(held, text) if text is not None else None

    def _seen(self, text: str) -> str:
        """What a form says of the text that it was made from, which is kept for a while."""
        seen = digest(text)
        self.shown[seen] = text
        self.shown.move_to_end(seen)
        while len(self.shown) > MOST_KEPT:
            self.shown.popitem(last=False)
        return seen

    def _refused(self, title: str, lines: Sequence[str], status: int) -> Answer:
        return self._page("form_refused.html", status, title=title, lines=lines)

    def _page(self, template: str, status: int = 200, **values: Any) -> Answer:
        return html(FormPages(self.templates(), PLACE, self.gate.token).page(template, **values), status)
