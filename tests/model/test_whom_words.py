"""A line whose words say that it takes some people only is not offered to everyone; words for all narrow nothing."""

from __future__ import annotations

from typing import Any

import pytest

from generator.first_line import FirstLines
from generator.model.place import Area
from tests.builders import a_service, an_edition

AREAS = {"uk": Area(name="United Kingdom"), "cumbria": Area(name="Cumbria", within="uk")}
NUMBER = {"phone": "0808 157 0002", "hours": "24/7"}


def turned_away_by(field: str, words: str, language: str = "en", **changes: Any) -> list[str]:
    """The fields for which a line for everyone, but for these words in one field, is not offered to everyone."""
    of_number = {field: words} if field in ("label", "note") else {}
    of_service = {"who": {"text": words}} if field == "text" else {} if of_number else {field: words}
    service = a_service(**{"areas": ["uk"], "contact": [NUMBER | of_number]} | of_service | changes)
    return list(FirstLines(an_edition(service, areas=AREAS), None, language).why_not(service))


FOR_SOME = {
    "name": """
        Women's Night Line
        The Men's Advice Line
        A silent line for deaf children
        LGBT+ helpline
        Polish Victims' Line
        Student Nightline
        Over 60s line
        Teen line
        Young Victims of Crime: young people's line
        """,
    "summary": """
        Free help for women hurt by abuse.
        A line for children and young people.
        This service is for deaf people.
        Talk to us. For parents of a child who was hurt.
        """,
    "text": """
        Women and girls.
        Men
        Deaf people.
        Asylum seekers
        Black and minoritised women.
        People with a learning disability.
        Older people and their carers.
        Anyone who is deaf.
        People over 55.
        Existing clients only.
        """,
    "label": """
        Women's line
        For women
        Men
        Deaf people's line
        Under 18s
        Young people
        Parents
        Professionals
        Referral line for agencies
        Press office
        Urdu
        Speakers of Polish
        Kent only
        Bereaved families
        Callback requests
        Complaints
        Donations
        Appointments
        Answering machine
        """,
    "note": """
        For women and girls.
        For professionals.
        Free to call. For people we already help.
        Members only.
        You must have reported the crime.
        For people referred by the police.
        Recorded messages.
        To book an appointment.
        Leave a message and we will call back.
        An answerphone at night.
        Only if you told the police.
        You need a crime number.
        For those with a police reference number.
        """,
}
FOR_EVERYONE = {
    "name": "Victim Support\nChildline\nMankind Cumbria\nThe Isle of Man line\nBlack Country Victims",
    "summary": """
        Free, private help after any crime.
        For anyone hurt by crime, women and men.
        For adults and children.
        """,
    "text": """
        Anyone of any age.
        All ages. Men and women.
        Women, men and children.
        Children, young people and adults.
        Everyone, whoever you are: women, men, trans people.
        People hurt by crime in Cumbria.
        """,
    "label": """
        English and Polish
        Voice calls only
        Helpline
        Day and night
        Women and men
        Children and adults
        Out of hours
        Free from any phone
        """,
    "note": """
        Men can call too.
        If you are deaf, use text relay.
        Press 1 for English.
        For women, men and children.
        If all lines are busy, leave a message.
        You do not need a crime number.
        Calls are free.
        They can book an appointment for you.
        Ask for an interpreter.
        """,
}


def lines_of(words: dict[str, str]) -> list[tuple[str, str]]:
    return [(field, line.strip()) for field, lines in words.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(("field", "words"), lines_of(FOR_SOME))
def test_words_that_say_whom_it_takes_keep_a_line_from_everyone(field: str, words: str) -> None:
    assert turned_away_by(field, words) == [field]


@pytest.mark.parametrize(("field", "words"), lines_of(FOR_EVERYONE))
def test_words_for_everyone_keep_it_from_nobody(field: str, words: str) -> None:
    assert turned_away_by(field, words) == []


def test_a_name_that_says_less_than_its_text_keeps_nobody_away() -> None:
    assert turned_away_by("name", "Women's Aid", who={"text": "Anyone: women, men and children."}) == []


def test_a_line_that_names_its_people_is_offered_where_everyone_is_one_of_them() -> None:
    women = a_service(id="women", name="Women's line", areas=["uk"], who={"audiences": ["women"]}, contact=[NUMBER])
    lines = FirstLines(an_edition(women))

    assert lines.offered() is None
    assert list(lines.why_not(women)) == ["audiences"]
