"""What is due -> how each service stands in words; a table (CSV); and the text of an issue (Markdown)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.edition import Edition
from generator.model.service import Service
from generator.model.text import in_language
from generator.outputs import csv_table
from generator.planning.due import Due
from generator.planning.questions import Say, not_shown, numbered, questions
from generator.planning.secrets import without_secrets

COLUMNS = "id,name,organisation,kind,state,due,last_check,checked_by,checked_how,contract_until,not_shown,ask".split(
    ","
)
MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")


@dataclass(frozen=True, slots=True)
class DueList:
    """What one look at the directory found: services to check, and services whose contract ends."""

    edition: Edition
    due: Sequence[Due]
    contracts: Sequence[Service]
    within: int
    say: Say
    language: str = "en"

    def name(self, service: Service) -> str:
        """A service's name in the language of the site, without what is secret: a refuge may be called by its house."""
        return without_secrets(self.edition, in_language(service.name, self.language))

    def is_wanted_now(self, one: Due) -> bool:
        """Whether a service wants its check today, and not only soon."""
        return one.freshness != "fresh" or bool(not_shown(self.edition, one.service))

    def state(self, one: Due) -> str:
        """How a service stands, in one sentence without a full stop."""
        check = self.edition.last_check(one.service)
        hidden = not_shown(self.edition, one.service)
        kept = f"nobody has checked {numbered(one.service, hidden)}, so the site keeps it back" if hidden else ""
        if len(hidden) > 1:
            kept = kept.removesuffix("it back") + "them back"
        if check is None or one.since is None:
            return kept or "nobody has checked it yet"
        last = f"last checked on {self.say.day(check.on)}"
        when = {
            "overdue": f"overdue since {self.say.day(one.since)}, {last}: the site tells people to call first",
            "due": f"due since {self.say.day(one.since)}, {last}",
        }.get(one.freshness, "" if kept else f"due on {self.say.day(one.since)}, {last}")
        return "; ".join(part for part in (when, kept) if part)

    def contract(self, service: Service) -> str:
        """When a service's contract ends, or that it has."""
        until = service.contract_until or self.edition.today
        days = (until - self.edition.today).days
        ends = f"in {days} day{'' if days == 1 else 's'}, on" if days > 0 else "today," if days == 0 else "ended on"
        return f"{self.name(service)} ({service.id}): contract {ends} {self.say.day(until)}"

    def ask(self, service: Service) -> Sequence[str]:
        """What to ask about a service, in a word or two each."""
        return [question.about for question in questions(self.edition, service, self.say)]


def done_with(service: Service) -> str:
    """The command that says that a check is done."""
    one_by_one = any(contact.checked for contact in service.contact)
    return f'waymark due --done {service.id} --by "Your name" --how phoned{" --contact all" if one_by_one else ""}'


def as_csv(found: DueList) -> bytes:
    """A row for each service that wants a check or whose contract ends."""
    edition = found.edition
    listed = {one.service.id for one in found.due}
    rows = [_row(found, one.service, one.freshness, one.since) for one in found.due]
    rows += [
        _row(found, service, edition.freshness(service), edition.due_on(service))
        for service in found.contracts
        if service.id not in listed
    ]
    return csv_table(COLUMNS, [[without_secrets(edition, cell) for cell in row] for row in rows])


def _row(found: DueList, service: Service, state: str, since: date | None) -> Sequence[str]:
    check = found.edition.last_check(service)
    organisation = found.edition.catalogue.organisations.get(service.organisation)
    return (
        service.id,
        found.name(service),
        in_language(organisation.name, found.language) if organisation else service.organisation,
        service.kind,
        state,
        str(since or ""),
        str(check.on) if check else "",
        check.by if check else "",
        check.how if check else "",
        str(service.contract_until or ""),
        numbered(service, not_shown(found.edition, service)),
        "; ".join(found.ask(service)),
    )


def as_issue(found: DueList) -> Iterator[str]:
    """Markdown for an issue that a scheduled job opens: a box to tick for each service, with the questions to ask.

    Anyone may read an issue. So it holds no address of a place, and no number that the site keeps back.
    """
    return (without_secrets(found.edition, line) for line in _issue(found))


def services_want(count: int) -> str:
    """1 service wants; 2 services want."""
    return f"{count} service{' wants' if count == 1 else 's want'}"


def _issue(found: DueList) -> Iterator[str]:
    now = [one for one in found.due if found.is_wanted_now(one)]
    if not found.due and not found.contracts:
        yield "Nothing is due."
        return
    soon = len(found.due) - len(now)
    yield f"{services_want(len(now))} a check now{f', {soon} more within {found.within} days' if soon else ''}."
    for one in found.due:
        state = found.state(one)
        yield ""
        yield f"- [ ] **{_plain(found.name(one.service))}** (`{one.service.id}`): {_plain(state)}."
        for number, question in enumerate(questions(found.edition, one.service, found.say), 1):
            yield f"  {number}. {_plain(question.text)}"
        yield ""
        yield f"  When it is checked: `{done_with(one.service)}`"
    if found.contracts:
        yield ""
        yield "Contracts that end within 90 days, or have ended:"
        yield ""
        yield from (f"- [ ] {_plain(found.contract(service))}" for service in found.contracts)


def _plain(text: str) -> str:
    """An author's words in Markdown: no sign in them means anything, and nobody is called by name."""
    return MARKDOWN.sub(r"\\\1", text).replace("@", "@\u200b")
