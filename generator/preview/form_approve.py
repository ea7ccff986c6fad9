"""What waits for a second person -> a page of it; and one of it approved, where somebody else has looked at it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from generator.approvals import Awaiting, Identity
from generator.content.editing.form_answers import FormError, Given
from generator.content.editing.keep import KeepError, committer
from generator.content.loading.content import Content
from generator.preview.current_site import Answer
from generator.preview.form_keep import NO_GIT, Keeping, who_says
from generator.site_loader import Site
from generator.staff.approval.approving import ApprovalError, approval_of, record
from generator.staff.approval.last_change import LastChange, LastChanges
from generator.staff.approval.thing_words import ThingWords, title_of, words_of

NOTHING_ASKED = "mkdocs.yml names nothing that needs a second person. To begin: approve: [posts, numbers, places]"


@dataclass(frozen=True, slots=True)
class ApprovalOffer:
    """One thing as the page shows it."""

    thing: Awaiting
    title: str
    words: list[ThingWords]
    change: LastChange
    is_own: bool
    """Whether whoever sits here changed it last."""

    @property
    def seen(self) -> str:
        """What a form says of exactly the words that it showed."""
        return " ".join(self.thing.digests)


def approval_page(keeping: Keeping, now: datetime, given: Given | None, page: Callable[..., Answer]) -> Answer:
    """The page of what waits; with what came of it, where somebody sent it.

    Args:
        keeping: the site's folder, and who sits there where git does not know.
        now: the moment.
        given: what was sent; None where somebody only looks.
        page: makes the page of a template, a status and values.
    """
    site = Site(keeping.root, now)
    settings = site.settings()
    why_not = keeping.why_not if settings.approve else NOTHING_ASKED
    done = refused = ""
    typed = _typed(given, asks_who=keeping.asks_who) if given is not None else {}
    if given is not None:
        try:
            done = _approved(site, site.content(settings), keeping, typed)
        except (ApprovalError, KeepError) as error:
            refused = str(error)
    offers = _offers(site.content(settings), _who(keeping)) if not why_not else []
    return page(
        "form_approve.html",
        422 if refused else 200,
        offers=offers,
        why_not=why_not,
        asks_who=keeping.asks_who,
        typed={"name": "", "email": "", **(typed if refused else {})},
        done=done,
        refused=refused and f"{refused[0].upper()}{refused[1:]}.",
    )


def _typed(given: Given, *, asks_who: bool) -> dict[str, str]:
    typed = {name: values[0] for name, values in given.items() if len(values) == 1}
    own = {"what", "seen", "name", "email"} if asks_who else {"what", "seen"}
    if typed.keys() != own or typed.keys() != given.keys():
        raise FormError("this is half a form")
    return typed


def _who(keeping: Keeping) -> Identity | None:
    found = committer(keeping.root) or keeping.by
    return Identity(found.name, found.email) if found else None


def _offers(content: Content, who: Identity | None) -> list[ApprovalOffer]:
    changes, offers = LastChanges(content), []
    for one in content.awaiting:
        change = changes.of(one)
        is_own = bool(who and change.is_by(who))
        offers.append(ApprovalOffer(one, title_of(one, content), words_of(one, content), change, is_own))
    return offers


def _approved(site: Site, content: Content, keeping: Keeping, typed: Mapping[str, Any]) -> str:
    """Approve exactly what was shown, and say so."""
    if keeping.why_not:
        raise ApprovalError(NO_GIT.rstrip("."))
    thing = next((one for one in content.awaiting if one.what == typed["what"]), None)
    if thing is None or " ".join(thing.digests) != typed["seen"]:
        raise ApprovalError("this was changed or approved after you opened the page; look at what waits now")
    if keeping.asks_who:
        keeping.by = who_says(typed)
    by = _who(keeping)
    if by is None:
        raise ApprovalError("git does not know who you are")
    row = approval_of(thing, LastChanges(content).of(thing), by, site.today)
    record(site.root, [row], None if committer(site.root) else keeping.by)
    return f"Approved: {title_of(thing, content)}. Your colleagues have it once it is sent."
