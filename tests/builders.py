"""Records and texts for tests, right in every respect but what a test changes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from typing import Any

from hypothesis import settings

from generator.content.loading import shipped
from generator.content.loading.campaigns import read_campaign
from generator.content.loading.service_directory import read_directory
from generator.diagnostics import Diagnostic
from generator.edition import Edition
from generator.model.campaign import Campaign
from generator.model.catalogue import Catalogue
from generator.model.contact import Contact
from generator.model.fields.dates import LONDON
from generator.model.place import Area, Organisation
from generator.model.retired_address import RetiredNumber
from generator.model.service import Service
from tests.checks_of import broken_references, broken_rules

TODAY = date(2026, 11, 22)
ANY_INPUT = settings(max_examples=200, deadline=None, derandomize=True)
"""How tests look for input that breaks something: the same way each time, however slow the machine is."""

# What comes with Waymark, read once: hundreds of tests make a catalogue, and one makes thousands.
read_vocabulary = cache(shipped.read_vocabulary)
read_channels = cache(shipped.read_channels)
read_crisis = shipped.read_crisis

CHECKED = {"on": "2026-11-20", "by": "Communications team", "how": "phoned"}
CONFIRMED = {"by": "Communications team", "on": "2026-11-20", "source": "the calendar"}


def at(text: str) -> datetime:
    """A time on the clock in the United Kingdom: "2026-11-22 09:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def a_contact(**changes: Any) -> Contact:
    """A phone number, unless the changes name another way."""
    return Contact.model_validate(
        changes if changes.keys() & Contact.model_fields.keys() else {"phone": "01632 960001"}
    )


def a_service(**changes: Any) -> Service:
    """One service of victim-support in Cumbria, with one number that was checked two days before TODAY."""
    return Service.model_validate(
        {
            "id": "victim-support-cumbria",
            "name": "Victim Support",
            "kind": "victim-hub",
            "organisation": "victim-support",
            "summary": "Free, private help after any crime.",
            "helps_with": ["any-crime"],
            "areas": ["cumbria"],
            "contact": [{"phone": "01632 960001"}],
            "checked": CHECKED,
        }
        | changes
    )


def a_run(first: str = "2027-02-01", last: str = "2027-02-28", **changes: Any) -> dict[str, Any]:
    """One confirmed run, as an author's fields."""
    return {"from": first, "to": last, "confirmed": CONFIRMED} | changes


def a_post(**changes: Any) -> dict[str, Any]:
    """One post on the first morning of `a_run`, as an author's fields."""
    return {"id": "dating-scams-launch", "at": "2027-02-01 09:00", "text": "Talk to us first."} | changes


def a_campaign(**changes: Any) -> Campaign:
    """One campaign with a confirmed run in February 2027 and one post on its first morning."""
    return Campaign.model_validate(
        {
            "id": "dating-scams",
            "title": "Dating scams",
            "summary": "Someone you met online asks for money.",
            "about": ["fraud-cyber"],
            "runs": [a_run()],
            "posts": [a_post()],
        }
        | changes
    )


def a_catalogue(*records: Service | Campaign, retired: Iterable[str] = (), **changes: Any) -> Catalogue:
    """The records given, one organisation, and uk > england > cumbria > cumberland, westmorland-and-furness."""
    areas = {
        "uk": Area(name="United Kingdom"),
        "england": Area(name="England", within="uk"),
        "cumbria": Area(name="Cumbria", within="england"),
        "cumberland": Area(name="Cumberland", within="cumbria"),
        "westmorland-and-furness": Area(name="Westmorland and Furness", within="cumbria"),
        "kent": Area(name="Kent", within="england"),
    }
    given: dict[str, Any] = {
        "vocabulary": read_vocabulary(),
        "channels": read_channels(),
        "crisis": read_crisis(),
        "services": tuple(record for record in records if isinstance(record, Service)),
        "campaigns": tuple(record for record in records if isinstance(record, Campaign)),
        "organisations": {"victim-support": Organisation(name="Victim Support")},
        "areas": areas,
        "retired_numbers": tuple(RetiredNumber(number=number, was="old", source="P1") for number in retired),
    }
    return Catalogue(**(given | changes))


def an_edition(*records: Service | Campaign, now: str = "2026-11-22 09:00", **changes: Any) -> Edition:
    """A catalogue of the records given, on the morning of TODAY unless another moment is given."""
    return Edition(a_catalogue(*records, **changes), at(now))


def a_services_yaml(*lines: str, more: str = "", **fields: str | None) -> str:
    """A directory with one service, whose id stands on line 6 and whose `lines` begin on line 13.

    Args:
        lines: further lines of the service.
        more: text to put behind the service, as it is.
        fields: another value for one of the service's seven fields; None takes the line out.
    """
    service = {
        "id": "victim-support-cumbria",
        "name": "Victim Support",
        "kind": "victim-hub",
        "organisation": "victim-support",
        "summary": "Free, private help after any crime.",
        "helps_with": "[any-crime]",
        "areas": "[cumbria]",
    } | fields
    given = [f"{name}: {value}".rstrip() for name, value in service.items() if value is not None]
    head = "areas:\n  cumbria: {name: Cumbria}\norganisations:\n  victim-support: {name: Victim Support}\nservices:\n"
    return head + "  - " + "\n    ".join([*given, *lines]) + "\n" + more


def a_campaign_file(*lines: str, words: str = "\nWords of the page.\n", **fields: str | None) -> str:
    """A campaign's file, whose id stands on line 2 and whose `lines` begin on line 6."""
    record = {
        "id": "dating-scams",
        "title": "Dating scams",
        "summary": "Someone you met online asks for money.",
        "about": "[fraud-cyber]",
    } | fields
    given = [f"{name}: {value}".rstrip() for name, value in record.items() if value is not None]
    return "\n".join(["---", *given, *lines, "---"]) + "\n" + words


def said(problems: Iterable[Diagnostic]) -> list[str]:
    """Every problem as an author reads it, in file order."""
    return [str(problem) for problem in sorted(problems)]


def wrong_with(*files: str, campaigns: Iterable[str] = (), today: date = TODAY) -> list[str]:
    """Everything wrong with a directory's files and some campaigns' files, in file order.

    The first file is services.yaml, the next services-2.yaml; the first campaign is campaigns/1.md.
    """
    names = ["services.yaml", *(f"services-{number}.yaml" for number in range(2, len(files) + 1))]
    directory, problems = read_directory(dict(zip(names, files, strict=False)))
    read = [read_campaign(text, f"campaigns/{n}.md") for n, text in enumerate(campaigns, 1)]
    found = [one.value for one in read if one.value is not None]
    problems += [problem for one in read for problem in one.problems]
    problems += broken_references(directory, found, read_vocabulary())
    problems += broken_rules(directory, found, today)
    return said(problems)


def wrong_with_campaign(text: str, directory: str = "") -> list[str]:
    """Everything wrong with one campaign's file, campaigns/1.md, beside a right directory."""
    return wrong_with(directory or a_services_yaml(), campaigns=[text])
