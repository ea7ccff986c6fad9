"""The rest of the directory -> cards: lines for emergencies, organisations, areas, retired numbers, sources."""

from __future__ import annotations

from generator.changes.card import Card, facts
from generator.model.edition import Edition


def emergency_cards(edition: Edition) -> list[Card]:
    """The lines of the "in danger now" block."""
    return [
        Card(
            "line for emergencies",
            (f"{line.say}", f"line {number}"),
            str(line.say),
            facts(
                words=line.say,
                phone=line.phone.shown if line.phone else None,
                link=line.link,
                text=line.text,
                source=line.source,
            ),
        )
        for number, line in enumerate(edition.catalogue.emergency, 1)
    ]


def organisation_cards(edition: Edition) -> list[Card]:
    """Who runs services, pays for them, or takes part in campaigns."""
    return [
        Card(
            "organisation",
            (name, f"organisation {one.name}"),
            str(one.name),
            facts(
                name=one.name,
                about=one.about,
                website=one.website,
                charity_number=one.charity,
                company_number=one.company,
                sources=one.sources,
            ),
        )
        for name, one in edition.catalogue.organisations.items()
    ]


def area_cards(edition: Edition) -> list[Card]:
    """Parts of the country."""
    areas = edition.catalogue.areas
    return [
        Card(
            "area",
            (name, f"area {area.name}"),
            str(area.name),
            facts(
                name=area.name,
                within=areas[area.within].name if area.within else None,
                towns=area.towns,
                postcodes=area.postcodes,
            ),
        )
        for name, area in areas.items()
    ]


def retired_cards(edition: Edition) -> list[Card]:
    """Numbers that must not be shown any more."""
    return [
        Card("retired number", (one.number,), one.number, facts(number=one.number, was=one.was, source=one.source))
        for one in edition.catalogue.retired_numbers
    ]


def retired_address_cards(edition: Edition) -> list[Card]:
    """Web and e-mail addresses that must not be shown any more."""
    return [
        Card(
            "retired address",
            (one.address,),
            one.address,
            facts(
                address=one.address,
                was=one.was,
                ended_on=one.ended_on,
                replaced_by=one.replaced_by,
                source=one.source,
            ),
        )
        for one in edition.catalogue.retired_addresses
    ]


def source_cards(edition: Edition) -> list[Card]:
    """What facts rest on."""
    return [
        Card("source", (code,), code, facts(title=one.title, date=one.date, kind=one.kind, link=one.link))
        for code, one in edition.catalogue.documents.items()
    ]
