"""Whatever a plan holds, it is shown: in a terminal, as a page, as a table and as a calendar."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from io import StringIO
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from lxml import html
from rich.console import Console

from generator.content.loading.shipped import read_awareness, read_vocabulary
from generator.formatters.plan_csv import COLUMNS, plan_table
from generator.formatters.plan_tables import show
from generator.site.feeds.calendars import staff_calendar
from generator.staff.planning.runs import Period
from generator.staff.planning.year import the_year
from tests.builders import ANY_INPUT, CONFIRMED, a_campaign, a_post, a_service, an_edition
from tests.formatters.test_plan_document import document_of
from tests.sites import a_site

VOCABULARY = read_vocabulary()
START = date(2027, 1, 1)
WORDS = st.text(st.sampled_from("ab é'\"–[]/=+@#·ش👩‍👧"), min_size=1, max_size=30).filter(
    lambda text: text.strip() and text.isprintable()
)
A_RUN = st.fixed_dictionaries(
    {"start": st.integers(-90, 450), "length": st.integers(0, 60)},
    optional={
        "confirmed": st.just(CONFIRMED),
        "signed_off": st.just({"by": "Us", "on": "2026-11-20"}),
        "called_off": st.just(True),
    },
)
A_PLAN = st.fixed_dictionaries(
    {
        "title": WORDS,
        "about": st.lists(st.sampled_from(sorted(VOCABULARY.crimes)), min_size=1, max_size=3, unique=True),
        "runs": st.lists(A_RUN, max_size=3),
    },
    optional={
        "rule": WORDS,
        "audiences": st.lists(st.sampled_from(sorted(VOCABULARY.audiences)), min_size=1, max_size=3, unique=True),
        "objective": WORDS,
        "results": WORDS,
    },
)
A_PAUSE = st.none() | st.just({"from": "2027-04-01", "why": "[an] election"})


@settings(ANY_INPUT, max_examples=40)
@given(st.lists(A_PLAN, max_size=4), A_PAUSE, st.integers(-30, 400), st.integers(0, 500))
def test_any_plan_is_shown_in_every_form(
    plans: list[dict[str, Any]], pause: dict[str, str] | None, first: int, more: int
) -> None:
    campaigns = [a_campaign(**fields(number, plan)) for number, plan in enumerate(plans)]
    edition = an_edition(*campaigns, a_service(), now=f"{START + timedelta(days=first)} 09:00")
    period = Period(START + timedelta(days=first), START + timedelta(days=first + more))
    site = a_site(feeds={"pause": pause})
    year = the_year(edition, site, period, read_awareness())

    out = StringIO()
    show(year, "Help", "en", Console(file=out, width=80, markup=False, highlight=False, emoji=False))
    table = list(csv.DictReader(StringIO(plan_table(year, "en").decode("utf-8-sig"))))
    page = html.document_fromstring(document_of(year))
    events = Calendar.from_ical(staff_calendar(edition, site)).walk("VEVENT")

    assert all(str(campaign.title).split()[0] in out.getvalue() for campaign in year.campaigns)
    assert {row.keys() == set(COLUMNS) and None not in row.values() for row in table} == {True}
    assert len(page.xpath("//details")) == len(year.campaigns)
    assert sum(event["status"] == "TENTATIVE" for event in events) == sum(
        not run.confirmed and not run.called_off for campaign in campaigns for run in campaign.runs
    )


def fields(number: int, plan: dict[str, Any]) -> dict[str, Any]:
    """A campaign's fields as its author writes them, with a post on the first day of each run."""
    runs, posts = [], []
    for place, run in enumerate(plan["runs"]):
        day = START + timedelta(days=run["start"])
        rest = {name: value for name, value in run.items() if name not in ("start", "length", "called_off")}
        off = {"called_off": f"{day}"} if "called_off" in run else {}
        runs.append({"from": f"{day}", "to": f"{day + timedelta(days=run['length'])}"} | rest | off)
        posts.append(a_post(id=f"campaign-{number}-{place}", at=f"{day} 09:00"))
    return plan | {"id": f"campaign-{number}", "runs": runs, "posts": posts}
