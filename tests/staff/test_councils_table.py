"""The table of councils is made of two others: a district is in each council that holds one in a hundred of it."""

from __future__ import annotations

from tests.site_builder import REPOSITORY
from tools.councils import districts_of, shortened

TABLE = REPOSITORY / "generator" / "staff" / "new_site" / "councils.csv"


def row(district: str, council: str, postcodes: int) -> dict[str, str]:
    return {"district": district, "council": council, "postcodes": f"{postcodes}"}


def test_a_district_lies_in_a_council_that_holds_one_in_a_hundred_of_its_postcodes() -> None:
    found = districts_of([row("CA4", "A", 980), row("CA4", "B", 10), row("CA4", "C", 9), row("CA4", "D", 1)])

    assert found == {"A": ["CA4"], "B": ["CA4"]}


def test_districts_stand_in_order_and_in_short() -> None:
    found = districts_of([row(name, "A", 1) for name in ("LA8", "CA10", "CA2", "EC1M", "EC1A", "NPT")])

    assert shortened(found["A"]) == "CA2.10 EC1A.1M LA8"


def test_what_ships_is_small() -> None:
    assert TABLE.stat().st_size < 60_000
