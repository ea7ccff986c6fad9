"""Whatever changes around a place, an address or a name that the public may not see is in no word of what is told."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.edition import Edition
from generator.formatters.diff import as_json, as_markdown, as_text
from generator.staff.diff.compare import changes, not_checked_again, unnamed, without
from generator.staff.diff.site_cards import all_cards, secret_words
from tests.builders import ANY_INPUT, a_service, an_edition
from tests.sites import a_site

ADDRESSES = ["7 Gooseberry Lane", "9 Damson Close"]
POSTCODES = ["CA99 9ZZ", "CA98 8YY"]
PLACES = st.fixed_dictionaries(
    {
        "name": st.sampled_from(["Larkspur House", "The Den"]),
        "show": st.sampled_from([None, "full", "area", "never"]),
    },
    optional={
        "address": st.sampled_from(ADDRESSES),
        "postcode": st.sampled_from(POSTCODES),
        "directions": st.sampled_from(["Behind the mill.", "Past the lake."]),
    },
)
SERVICES = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["refuge", "victim-hub"]),
        "name": st.sampled_from(["Harbour", "Larkspur House", "The Den in Harbour"]),
        "places": st.lists(PLACES, max_size=2),
        "first_step": st.sampled_from(["Call us.", f"Come to {ADDRESSES[0]}, {POSTCODES[0].lower()}."]),
        "summary": st.sampled_from(["A safe place.", "Ask for LARKSPUR house."]),
    }
)


def may_be_seen(edition: Edition) -> set[str]:
    return {
        str(text)
        for service in edition.catalogue.services
        for place in service.places
        if edition.catalogue.shows(service, place) == "full"
        for text in (place.address, place.postcode, place.directions)
    } | {
        str(place.name)
        for service in edition.catalogue.services
        for place in service.places
        if edition.catalogue.shows(service, place) != "never"
    }


def withheld(edition: Edition) -> set[str]:
    return {
        str(text).rstrip(".")
        for service in edition.catalogue.services
        for place in service.places
        if edition.catalogue.shows(service, place) != "full"
        for text in (place.address, place.postcode, place.directions)
        if text
    } | {
        str(place.name)
        for service in edition.catalogue.services
        for place in service.places
        if edition.catalogue.shows(service, place) == "never"
    }


@ANY_INPUT
@given(SERVICES, SERVICES)
def test_no_format_tells_a_withheld_address(before: dict[str, Any], after: dict[str, Any]) -> None:
    old, new = an_edition(a_service(**before)), an_edition(a_service(**after))
    found = without(secret_words(old, new), changes(*(all_cards(one, a_site(), {}) for one in (old, new))))
    late = unnamed(secret_words(old, new), not_checked_again(old, new, found))
    secret = withheld(new) | (withheld(old) - {text.rstrip(".") for text in may_be_seen(new)})

    for told in (as_text(found, late), as_markdown(found, late), as_json(found, late)):
        assert [text for text in secret if text.casefold() in told.casefold()] == []
