"""The search page: its script, whom to call for words of danger and need. What is typed there stays on the device."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.resources.abc import Traversable
from typing import Any

from markupsafe import Markup

from generator import urls
from generator.edition import Edition
from generator.first_line import Reader
from generator.l10n.mutations import is_welsh
from generator.l10n.translations import pgettext
from generator.model.contact import Contact
from generator.model.emergency import Line
from generator.model.fields.text import Words, in_language
from generator.model.service import Service, Who
from generator.model.vocabulary import ANY_CRIME, EVERYONE
from generator.output import Asset, Page
from generator.site.render.assets import minify
from generator.site.render.search.search_danger import patterns
from generator.site.render.search.search_words import said_of_results
from generator.site.render.templates import Templates


@dataclass(frozen=True, slots=True)
class Helper:
    """Someone to call first: a contact, and the service that it leads to where the directory has one."""

    id: str
    name: Words | str
    contact: Contact
    service: Service | None = None
    who: Who | None = None
    """Whom it is for, where it is not for everyone who typed such words."""


def crisis_lines(templates: Templates) -> Sequence[Helper]:
    """Every line that a sign can name, as this office's directory has it; none whose number is retired."""
    lines = templates.edition.catalogue.crisis.lines
    return [helper for name, line in lines.items() for helper in _helpers(name, line, templates)]


def _helpers(name: str, line: Line, templates: Templates) -> Iterator[Helper]:
    """For a crime: the line for everyone, then those for some; where there is none by night, the best there is."""
    if line.crime:
        reader, lines = Reader(crimes=frozenset({line.crime})), templates.first_lines
        offered = lines.offered(reader)
        if offered:
            yield Helper(name, offered[0].name, offered[1], offered[0])
            yield from (Helper(name, one.name, contact, one, one.who) for one, contact in lines.beside(reader))
            return
    found = _with_number(name, line, templates.edition) if line.phone else _best(name, line, templates.edition)
    if found:
        yield found


def _best(name: str, line: Line, edition: Edition) -> Helper | None:
    services = edition.catalogue.services_for_crime.get(line.crime or ANY_CRIME, ())
    ways = ("chat", "text", "email", "form") if line.writing == "yes" else ("phone",)
    best: list[tuple[Any, Service, Contact]] = []
    for place, service in enumerate(edition.in_order(services)):
        if edition.catalogue.kind(service).comes_last == "yes" or service.status == "paused":
            continue
        for contact in edition.contacts(service):
            if contact.way in ways and edition.freshness(service) != "overdue":
                always = bool(contact.hours and contact.hours.always)
                narrow = line.writing == "yes" and EVERYONE not in service.who.audiences
                general = line.writing == "no" and ANY_CRIME in service.helps_with
                best.append(((narrow, ways.index(contact.way), not always, general, place), service, contact))
    if not best:
        return None
    _, service, contact = min(best, key=lambda one: one[0])
    return Helper(name, service.name, contact, service)


def _with_number(name: str, line: Line, edition: Edition) -> Helper | None:
    """The service that shows this number; else the number as it ships, unless the office says that it has ended."""
    phone = line.phone
    if phone is None or phone.called in edition.retired:
        return None
    for service in edition.in_order(edition.catalogue.services):
        for contact in edition.contacts(service):
            if contact.phone and contact.phone.called == phone.called:
                return Helper(name, service.name, contact, service)
    return Helper(name, line.name or "", Contact(phone=phone.shown))


def danger_file(templates: Templates) -> Asset:
    """What is known before the index comes: the words of danger and need, and whom to call for each."""
    return Asset(urls.search_danger(templates.settings.language), partial(_as_json, templates))


def _as_json(templates: Templates) -> bytes:
    lines: dict[str, list[dict[str, str]]] = {}
    for helper in crisis_lines(templates):
        lines.setdefault(helper.id, []).append(_card(helper, templates))
    content = {
        **patterns(templates.edition.catalogue.crisis, templates.settings.crisis_words, templates.settings.language),
        "lines": lines,
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _card(helper: Helper, templates: Templates) -> dict[str, str]:
    """What the script shows of a line; nothing of what has no words."""
    _, edition, contact = templates.say, templates.edition, helper.contact
    ways = {
        "phone": pgettext("a button", "Call", _),
        "text": pgettext("a button", "Text", _),
        "email": pgettext("a button", "E-mail", _),
    }
    card: dict[str, str | Markup | None] = {
        "name": helper.name,
        "way": ways.get(contact.way, ""),
        "link": contact.link,
        "shown": contact.shown
        if contact.way in ways or not helper.service
        else templates.deed(contact, helper.service),
        "when": _("Day and night") if contact.hours and contact.hours.always else "",
        "note": contact.note,
    }
    if helper.service:
        old = edition.overdue_on(helper.service)
        card |= {"page": urls.service(helper.service.id), "summary": helper.service.summary}
        card |= {"from": f"{old}", "status": _("This number may have changed.")} if old else {}
    if helper.who:
        card["who"] = templates.part("components/for_whom.html", "for_whom", helper.who, True).unescape()
    language = templates.settings.language
    return {
        key: text.striptags() if isinstance(text, Markup) else in_language(text, language)
        for key, text in card.items()
        if text
    }


# In the order in which each builds on the one before.
OF_THE_PAGE = ("words", "signs", "lines", "page")
"""The box, and whom to call in danger: what comes with the page."""


OF_THE_ANSWERS = ("likeness", "index", "answers", "results")
"""A module that is fetched with the index, when someone first comes to the box."""


AS_IT_IS, AND_NO_MORE = "const plain=(()=>{", "return{likeness,likenessAfterSlip};})();"
"""What stands around the likeness of two words where a language has more to say of it."""


LENT = "{make,reach,wordsIn,typedIn,hasDigit,oneSlip,sameRoot,known,readDanger,signsIn},say,ownWords"
"""What the script of the page lends to that module."""


def search_page(templates: Templates) -> Page:
    """A box that the script makes, so that none stands there without it; and the other ways to find help."""
    _, settings = templates.say, templates.settings
    return templates.page(
        "search",
        urls.SEARCH,
        _("Search"),
        _("Find help by your own words: what happened, a place or a name."),
        "overrides/pages/search.html",
        index=f"{urls.SEARCH_FILES}{settings.language}",
        danger=urls.search_danger(settings.language),
        answers=urls.search_answers(settings.language),
        script=urls.SEARCH_SCRIPT,
        said=said_of_results(_, templates.plural),
    )


def search_scripts(folder: Traversable, language: str = "en") -> Iterator[Asset]:
    """The script of the search page alone, and a language's module with what finds. `folder` holds their parts."""
    yield _joined(urls.SEARCH_SCRIPT, folder, OF_THE_PAGE, '(()=>{"use strict";', "})();")
    start = f"export default({LENT})=>{{"
    names: Sequence[str] = OF_THE_ANSWERS
    if is_welsh(language):
        likeness, *names = OF_THE_ANSWERS
        plain = (folder / f"{likeness}.js").read_text(encoding="utf-8")
        start += f"{AS_IT_IS}{plain}{AND_NO_MORE}"
        names = ["mutations", *names]
    yield _joined(urls.search_answers(language), folder, names, start, "return elementsFor;};")


def _joined(address: str, folder: Traversable, names: Sequence[str], start: str, end: str) -> Asset:
    parts = [(folder / f"{name}.js").read_text(encoding="utf-8") for name in names]
    return Asset(address, partial(_as_one, (start, *parts, end)))


def _as_one(parts: Sequence[str]) -> bytes:
    return minify("\n".join(parts)).encode()
