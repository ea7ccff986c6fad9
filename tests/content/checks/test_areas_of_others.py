"""What happened or stands in another area may be told; help offered there is what another office left behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.checks.handed_over import CAMPAIGN, left

SAID_OF_ANOTHER_AREA = """
The trial will be held in Cumbria.
Your case may be heard in Cumbria.
He was arrested in Cumbria.
She was found safe in Cumbria.
The man was jailed after a raid in Cumbria.
Officers in Cumbria stopped the van.
The calls came from a flat in Cumbria.
A gang in Cumbria sent the texts.
The parcel was sent to an address in Cumbria.
Two brothers in Cumbria lost their farm.
Farmers in Cumbria have lost quad bikes this way.
The same fraud was seen in Cumbria last year.
The same thing happened in Cumbria.
The scheme was first tried in Cumbria.
A pilot in Cumbria showed that it works.
The idea comes from a school in Cumbria.
The film was made in Cumbria.
Actors in Cumbria play the parts.
This poster was designed in Cumbria.
Your family in Cumbria can call too.
You may have friends in Cumbria who can help.
If your parents live in Cumbria, call the police there.
If he moves to Cumbria, the order still counts.
An order made here counts in Cumbria as well.
The order also works in Cumbria.
Your worker can talk to the team in Cumbria.
We will pass your case to the service in Cumbria.
We work with the service in Cumbria when you move.
Refuges in Cumbria take people from Kent.
There is a refuge in Cumbria for men.
There are three such centres: one is in Cumbria.
The only other centre is in Cumbria.
Tell Cumbria Police if it happened there.
Crimes that took place there: call Cumbria Police.
Report it to Cumbria Police, where he lives.
Cumbria Police will then pass it to Kent Police.
Call Cumbria Police only for what happened in their area.
On holiday in Cumbria? You can still call us.
Studying in Cumbria? Your rights are the same.
While you are away in Cumbria, you can use the chat.
Students from here who study in Cumbria can call us.
A prisoner in Cumbria wrote to her.
He is in prison in Cumbria.
She moved schools and now lives safely in Cumbria.
Their first date was in Cumbria.
They met in Cumbria.
He said that he worked in Cumbria.
The seller says the caravan is in Cumbria.
The holiday cottage in Cumbria did not exist.
The advert showed a cottage in Cumbria.
Police forces in Cumbria, Lancashire and Durham joined in.
The inquest in Cumbria ended in May.
An inquiry in Cumbria asked for this law.
A judge in Cumbria said so.
The helpline's volunteers are in Cumbria.
Calls are answered in Cumbria.
Letters are opened in Cumbria.
The charity also works in Cumbria.
It helps people in many places, in Cumbria too.
Its trustees meet in Cumbria.
"""
SAID_OF_THE_READERS_AREA = """
We are here for you in Cumbria.
Anyone in Cumbria can call us.
Help is free in Cumbria.
You can get help in Cumbria.
Services in Cumbria are listed here.
Find support in Cumbria.
All over Cumbria, people report this.
Every week people in Cumbria report it.
Call Cumbria Police on 101.
Contact Cumbria Police.
Domestic abuse happens in Cumbria.
Last year 200 people in Cumbria were hurt.
Across Cumbria we pay for help.
There is help around Cumbria.
Support throughout Cumbria is free.
This week, across Cumbria, we talk about stalking.
Children in Cumbria have a right to be safe.
No one in Cumbria has to face this alone.
In Cumbria, 1 in 4 women are hurt by a partner.
Join us in Cumbria this week.
Who can help in Cumbria?
Our workers in Cumbria will listen.
Crime in Cumbria fell last year.
One in five adults in Cumbria was hurt this way.
Hate crime in Cumbria is rising.
Older people in Cumbria are called by fraudsters.
There were 300 stalking reports in Cumbria.
You are not alone in Cumbria.
Where to go in Cumbria
Talk to someone in Cumbria now.
We have helped 5,000 people in Cumbria.
The commissioner pays for this in Cumbria.
Every victim in Cumbria has rights.
Young people in Cumbria made this film.
Schools in Cumbria are taking part.
Shops in Cumbria will show the poster.
"""


def told_of(words: str, folder: Path) -> list[str]:
    found = left(folder, **{"campaigns/a.md": CAMPAIGN.format(record="", words=words)})
    return [one for one in found if "another" in one or "your own" in one]


@pytest.mark.parametrize("words", SAID_OF_ANOTHER_AREA.strip().splitlines())
def test_what_happened_or_stands_in_another_area_may_be_told(words: str, tmp_path: Path) -> None:
    assert told_of(words, tmp_path) == []


@pytest.mark.parametrize("words", SAID_OF_THE_READERS_AREA.strip().splitlines())
def test_help_that_is_offered_in_another_area_is_named(words: str, tmp_path: Path) -> None:
    (found,) = told_of(words, tmp_path)

    assert "this speaks of Cumbria as your own area" in found
