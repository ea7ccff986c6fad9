"""R34: the matrix of the year. Its counts are those of the data."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from generator.content.loading.shipped import read_vocabulary
from generator.model.campaign import Campaign
from generator.staff.planning.coverage import CoverageRow, coverage
from generator.staff.planning.runs import Period
from tests.builders import ANY_INPUT, a_campaign, a_run
from tests.staff.planning.years import YEAR_2027, on, planned

VOCABULARY = read_vocabulary()


def by_crime(*campaigns: Campaign, period: Period = YEAR_2027) -> dict[str, CoverageRow]:
    rows = coverage(planned(*campaigns, period=period), period, VOCABULARY.crimes, lambda one: one.about)
    return {row.id: row for row in rows}


def counts(row: CoverageRow) -> list[int]:
    return [cell.count for cell in row.cells]


def test_r34_each_month_counts_the_campaigns_that_are_on() -> None:
    rows = by_crime(
        on("scams", ("02-01", "02-28"), about=["fraud-cyber"]),
        on("online", ("02-28", "03-01"), about=["fraud-cyber", "image-abuse"]),
    )

    assert counts(rows["fraud-cyber"]) == [0, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    assert counts(rows["image-abuse"]) == [0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    assert [one.id for one in rows["fraud-cyber"].campaigns] == ["scams", "online"]


def test_r34_every_term_has_a_row_in_the_order_of_the_vocabulary() -> None:
    rows = by_crime()

    assert list(rows) == list(VOCABULARY.crimes)
    assert all(counts(row) == [0] * 12 for row in rows.values())


def test_r34_two_runs_of_one_campaign_in_one_month_count_once() -> None:
    rows = by_crime(on("scams", ("02-01", "02-07"), ("02-20", "02-28"), about=["fraud-cyber"]))

    assert counts(rows["fraud-cyber"])[1] == 1


def test_r34_a_run_over_the_years_end_counts_in_the_months_of_the_period_alone() -> None:
    christmas = a_campaign(about=["domestic-abuse"], runs=[a_run("2026-11-25", "2027-01-03")], posts=[])

    assert counts(by_crime(christmas)["domestic-abuse"]) == [1] + [0] * 11


def test_r34_a_campaign_that_nobody_confirmed_counts_and_is_marked() -> None:
    rows = by_crime(
        on("hoped", ("05-01", "05-07"), unconfirmed=True, about=["hate-crime"]),
        on("sure", ("05-03", "05-09"), about=["hate-crime"]),
    )
    may = rows["hate-crime"].cells[4]

    assert (may.count, [one.id for one in may.to_confirm]) == (2, ["hoped"])


def test_a_campaign_with_one_confirmed_run_in_a_month_is_not_marked_there() -> None:
    runs = [a_run("2027-05-01", "2027-05-07"), a_run("2027-05-20", "2027-06-07", confirmed=None)]
    row = by_crime(a_campaign(about=["hate-crime"], runs=runs, posts=[]))["hate-crime"]

    assert [len(cell.to_confirm) for cell in row.cells] == [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]


RUNS = st.lists(st.tuples(st.integers(-60, 420), st.integers(0, 90), st.booleans()), max_size=4)
CRIMES = st.lists(st.sampled_from(sorted(VOCABULARY.crimes)), min_size=1, max_size=3, unique=True)
PLANS = st.lists(st.tuples(RUNS, CRIMES), max_size=5)


@ANY_INPUT
@given(PLANS, st.integers(0, 400), st.integers(0, 400))
def test_r34_the_sum_of_the_matrix_is_the_pairs_of_campaign_and_month_in_the_data(
    plans: list[tuple[list[tuple[int, int, bool]], list[str]]], start: int, length: int
) -> None:
    period = Period(YEAR_2027.first + timedelta(days=start), YEAR_2027.first + timedelta(days=start + length))
    campaigns = [
        a_campaign(
            id=f"campaign-{number}",
            about=crimes,
            posts=[],
            runs=[
                a_run(f"{day(first)}", f"{day(first + more)}", **({} if sure else {"confirmed": None}))
                for first, more, sure in runs
            ],
        )
        for number, (runs, crimes) in enumerate(plans)
    ]
    # By the day, without a thought of months' ends: what a person with a calendar and a pencil would do.
    pencil = {
        (number, crime, day(first + more).isoformat()[:7])
        for number, (runs, crimes) in enumerate(plans)
        for first, days, _ in runs
        for more in range(days + 1)
        if period.holds(day(first + more))
        for crime in crimes
    }

    assert sum(sum(counts(row)) for row in by_crime(*campaigns, period=period).values()) == len(pencil)


def day(number: int) -> date:
    return YEAR_2027.first + timedelta(days=number)
