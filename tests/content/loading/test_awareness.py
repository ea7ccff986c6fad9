from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.content.loading.shipped import read_awareness, read_vocabulary
from generator.model.awareness_dates import YearOf


def test_every_awareness_date_has_an_id_of_its_own_and_says_who_says_so() -> None:
    known = read_awareness()

    assert len({what.id for what in known}) == len(known) == 81
    assert all(what.source and what.rule for what in known)


def test_crime_types_and_audiences_are_words_of_our_vocabulary() -> None:
    vocabulary = read_vocabulary()

    assert {word for what in read_awareness() for word in what.about} <= set(vocabulary.crimes)
    assert {word for what in read_awareness() for word in what.audiences} <= set(vocabulary.audiences)


def test_every_date_falls_in_its_own_year() -> None:
    for what in read_awareness():
        assert set(what.years) == {2026, 2027, 2028}
        for year, falls in what.years.items():
            assert falls.days is None or falls.days[0].year == year


def test_no_day_is_made_up_where_nobody_announced_one() -> None:
    stalking = {what.id: what for what in read_awareness()}["national-stalking-awareness-week"]

    assert (stalking.certainty, stalking.years[2027].status, stalking.years[2027].days) == (
        "announced",
        "not announced",
        None,
    )


@pytest.mark.parametrize(
    "given",
    [
        {"status": "fixed"},
        {"from": "2027-02-01", "to": "2027-02-01", "status": "not announced"},
        {"from": "2027-02-01", "status": "fixed"},
        {"from": "2027-02-02", "to": "2027-02-01", "status": "fixed"},
        {"from": "2027-02-01", "to": "2027-02-01", "status": "probable"},
    ],
)
def test_a_year_that_says_half_is_refused(given: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        YearOf.model_validate(given)
