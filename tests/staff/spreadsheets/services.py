"""Services of every kind for tests, and a table's way out and back in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from generator.model.catalogue import Catalogue
from generator.model.contact import WAYS
from generator.model.service import Service
from generator.output import csv_table
from generator.privacy.whereabouts import told_by
from generator.staff.spreadsheets.columns import BY_FIELD, KNOWN, TOLD
from generator.staff.spreadsheets.csv_files import read_csv
from generator.staff.spreadsheets.export_table import ServicesTable, services_table
from generator.staff.spreadsheets.import_rows import Imported, read_services
from generator.staff.spreadsheets.row_changes import Result
from generator.staff.spreadsheets.table import Table
from generator.staff.spreadsheets.xlsx_reader import read_xlsx
from generator.staff.spreadsheets.xlsx_writer import to_xlsx

HARD = [
    "=1+1",
    "+44",
    "- a list",
    "@home",
    "24/7",
    "March 2022",
    "withheld",
    "'withheld",
    "[en] Help",
    "a; b",
    "a\\;b",
    "0300",
    "true",
]
LINE = (
    st.one_of(
        st.sampled_from(HARD),
        st.text(
            st.characters(
                codec="utf-8",
                exclude_categories=["Cc", "Cs", "Cf"],
                exclude_characters="<>\u2028\u2029\ufffd\uffff\ufffe",
            ),
            min_size=1,
            max_size=20,
        ),
    )
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: bool(text) and not told_by(text))
)
"""What says a phone number or a place by itself is not taken into free words, nor a lost letter: others hold that."""
PROSE = st.lists(LINE, min_size=1, max_size=3).map("\n".join)


def in_languages(text: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    return text | st.dictionaries(st.sampled_from(["en", "cy", "pl"]), text, min_size=1, max_size=3)


def some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A record with any of these fields."""
    return st.fixed_dictionaries({}, optional=fields)


NAME = in_languages(LINE)
DAY = st.dates(
    min_value=__import__("datetime").date(2000, 1, 1), max_value=__import__("datetime").date(2026, 11, 1)
).map(str)
SLUGS = st.lists(st.sampled_from(["en", "cy", "ur"]), min_size=1, max_size=3)
CHECK = st.fixed_dictionaries({"on": DAY, "by": NAME, "how": NAME})
VALUES = {
    **dict.fromkeys(
        ("phone", "text", "textphone"),
        st.sampled_from(["0300 303 0554", "03003030554", "116 123", "999", "+44 1632 960001", "18001 0300 303 0554"]),
    ),
    **dict.fromkeys(
        ("chat", "form", "website"), st.sampled_from(["https://example.org/a?b=c&d", "http://www.example.org"])
    ),
    "email": st.just("a+b@example.org"),
}


HOURS = st.sampled_from(["24/7", "Mo-Fr 09:00-17:00; PH off"])


@st.composite
def contacts(draw: st.DrawFn) -> dict[str, Any]:
    way = draw(st.sampled_from(WAYS))
    rest = draw(
        some(
            label=NAME,
            **draw(
                st.sampled_from(["hours", "when_closed"]).map(
                    lambda name: {name: HOURS if name == "hours" else NAME}  # one of the two
                )
            ),
            cost=st.sampled_from(["free", "local"]),
            note=NAME,
            languages=SLUGS,
            source=LINE,
            checked=CHECK,
        )
    )
    return {way: draw(VALUES[way])} | rest


OF_A_PLACE = in_languages(LINE.filter(lambda text: "@" not in text))
"""What says how to reach somebody is refused as a place: a name on a social network."""
SPOT = {
    "address": OF_A_PLACE,
    "postcode": st.just("CA10 2AU"),
    "show": st.sampled_from(["full", "area", "never"]),
    "area": st.just("cumbria"),
    "directions": OF_A_PLACE,
    "by_arrangement": st.sampled_from(["yes", "no"]),
    "brought": st.sampled_from(["yes", "no"]),
    "source": LINE,
}
"""What a place and a point both may say."""
PLACES = st.fixed_dictionaries({"name": OF_A_PLACE}, optional=SPOT)
POINTS = st.fixed_dictionaries(
    {"name": OF_A_PLACE},
    optional=SPOT | {"hours": HOURS, "contact": st.lists(contacts(), max_size=2), "note": NAME, "checked": CHECK},
)
OUTCOMES = st.fixed_dictionaries({"says": NAME, "when": NAME, "source": LINE}, optional={"of": NAME})
SERVICES: st.SearchStrategy[Service] = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["harbour", "b-2", "1"]),
        "name": NAME,
        "kind": st.sampled_from(["helpline", "refuge", "sarc"]),
        "organisation": st.just("victim-support"),
        "summary": NAME,
        "helps_with": st.lists(st.sampled_from(["any-crime", "asb"]), min_size=1, max_size=2),
        "areas": st.lists(st.sampled_from(["cumbria", "uk"]), min_size=1, max_size=2),
    },
    optional={
        "kinds": st.lists(st.sampled_from(["helpline", "isva", "counselling"]), max_size=3),
        "also_known_as": st.lists(NAME, max_size=3),
        "search_words": st.lists(NAME, max_size=3),
        "about": in_languages(PROSE),
        "who": some(
            audiences=st.lists(st.sampled_from(["everyone", "women"]), min_size=1, max_size=2),
            ages=some(**{"from": st.just("8")}, to=st.just("18")),
            text=NAME,
            not_for=NAME,
        ),
        "first_step": NAME,
        "by_when": NAME,
        "response": NAME,
        "contact": st.lists(contacts(), max_size=3),
        "when_you_contact": some(
            answered_by=NAME,
            calls_back=NAME,
            leaves_messages=NAME,
            wait=st.fixed_dictionaries({"text": NAME, "as_of": DAY}),
        ),
        "report_needed": st.sampled_from(KNOWN),
        "who_will_know": some(text=NAME, police=st.sampled_from(TOLD), immigration=st.sampled_from(TOLD)),
        "referral": st.lists(st.sampled_from(BY_FIELD["referral"].choices), max_size=2),
        "cost": NAME,
        "languages": SLUGS,
        "interpreters": st.sampled_from(KNOWN),
        "access": st.lists(st.sampled_from(BY_FIELD["access"].choices), max_size=2),
        "places": st.lists(PLACES, max_size=2),
        "points": st.lists(POINTS, max_size=3),
        "outcomes": st.lists(OUTCOMES, max_size=2),
        "networks": st.just(["harbour-network"]),
        "marks": st.just(["harbour-mark"]),
        "commissioned_by": st.just(["victim-support"]),
        "contract_until": DAY,
        "status": st.sampled_from(["open", "paused", "closed"]),
        "closed_on": DAY,
        "replaced_by": st.just("victim-support-cumbria"),
        "reached_through": st.just("victim-support-cumbria"),
        "checked": CHECK,
        "sources": st.lists(LINE, max_size=3),
    },
).map(Service.model_validate)
"""Services with hostile words in every field that takes words."""


def never_leaks(_: str) -> bool:
    return False


def exported(catalogue: Catalogue, *, with_withheld: bool = False) -> ServicesTable:
    return services_table(catalogue, with_withheld=with_withheld, leaks=never_leaks)


def as_csv(table: ServicesTable) -> Table:
    return read_csv(csv_table(table.rows[0], table.rows[1:], for_people=True))


def as_xlsx(table: ServicesTable) -> Table:
    return read_xlsx(to_xlsx(table.rows, table.words, table.offers))


def imported(
    table: Table | str,
    catalogue: Catalogue,
    told: Mapping[str, str] | None = None,
    add_organisations: bool = False,
    **defaults: str,
) -> Imported:
    """What becomes of a table, or of CSV text with | between the cells."""
    if isinstance(table, str):
        table = read_csv(table.replace("|", "\t").encode())
    return read_services(table, catalogue, told or {}, defaults, add_organisations)


def result_of(
    row: str,
    catalogue: Catalogue,
    headings: str = "Service name|Organisation|Kind|Summary|Helps with|Areas|Tel",
    **told: str,
) -> Result:
    """What becomes of one row, below these headings."""
    return imported(f"{headings}\n{row}\n", catalogue, told).results[0]
