"""A plan with one of everything. To write plan.csv anew: .venv/bin/python -m tests.staff.planning.golden."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.staff.planning.runs import Period
from generator.staff.planning.year import Year, the_year
from tests.builders import a_campaign, a_post, a_run, a_service, an_edition
from tests.sites import a_site
from tests.staff.planning.test_awareness import a_date

FILE = Path(__file__).with_name("plan.csv")
PAUSE = {"from": "2027-05-01", "to": "2027-05-06", "why": '=an election, and "quotes"'}


def golden_year() -> Year:
    """Nine months from 1 January 2027: runs, a clash, dates to confirm, a bank holiday, a pause, awareness dates."""
    easter = a_campaign(
        id="easter",
        title="Easter & after",
        about=["fraud-cyber", "image-abuse"],
        audiences=["older", "everyone"],
        runs=[a_run("2027-03-26", "2027-05-02")],
        posts=[a_post(id="good-friday", at="2027-03-26 09:00"), a_post(id="may-day", at="2027-05-01 09:00")],
        objective="People know whom to call.",
    )
    hoped = a_campaign(
        id="hoped",
        title="Hoped for",
        about=["hate-crime"],
        audiences=["older"],
        rule="the last week of April",
        runs=[a_run("2027-04-26", "2027-05-02", confirmed=None)],
        posts=[],
    )
    called_off = a_campaign(
        id="called-off", runs=[a_run("2027-07-01", "2027-07-07", called_off="2026-12-20")], posts=[]
    )
    ruled = a_campaign(id="ruled", title="Ruled", rule="the whole of May", runs=[], posts=[])
    services = [a_service(id="never", name="Never"), a_service(id="paused", name="Resting", status="paused")]
    awareness = [
        a_date("unused", "2027-02-10"),
        a_date("silent", None, certainty="announced"),
    ]
    edition = an_edition(easter, hoped, ruled, called_off, *services, now="2027-01-01 09:00")
    return the_year(edition, a_site(feeds={"pause": PAUSE}), Period(date(2027, 1, 1), date(2027, 9, 30)), awareness)
