"""Words of a language, a desk, a trade or a place keep a line from everyone; what all may use keeps it from nobody."""

from __future__ import annotations

import pytest

from tests.model.test_whom_words import lines_of, turned_away_by

FOR_SOME = {
    "note": """
        Answered in Polish.
        Polish spoken.
        We answer in Urdu and Punjabi.
        Calls are answered in Welsh.
        Staff speak Romanian.
        Arabic-speaking advisers.
        In Somali.
        Spoken in Mandarin.
        Speaks Ukrainian.
        Welsh speakers.
        A Welsh-language line.
        Na Polski.
        For people in Barrow only.
        For people living in Kent.
        For callers in Kent.
        If you live in Kent.
        Kent callers.
        For calls from Kent.
        """,
    "label": """
        Polski
        Cymraeg
        Українська
        اردو
        Po polsku
        Llinell Gymraeg
        Lithuanian
        Bulgarian
        Kurdish
        Tamil
        Albanian
        Chinese
        Dari
        Pashto
        Switchboard
        Reception
        Head office
        Main office
        Office
        Admin
        Administration
        General enquiries
        Enquiries
        Finance
        Accounts
        HR
        Jobs
        Fax
        Referrals
        Referrals line
        Events
        Ticket office
        Front desk
        Central office
        Registered office
        Feedback
        Customer services
        Ward
        Out-of-hours doctors
        Duty social worker
        Membership
        Partnerships
        Schools team
        Trustees
        Freedom of information
        Data protection
        Legal team
        Publications
        Orders
        Shop
        Speakers and events
        Press and public affairs
        """,
    "text": """
        Anyone living in Kent
        Anyone living in Kent.
        Anyone in Kent
        People in Kent
        People who live in Eden
        Kent residents
        Everyone in Barrow
        Anyone registered with a GP in Cumbria
        Anyone who is deaf
        Anyone under 25
        Anyone whose child was harmed
        Anyone caring for a child
        Anyone referred by the police
        Anyone with a learning disability
        Anyone from the travelling community
        Anyone who works for the NHS
        Anyone working in farming
        Anyone who has served in the forces
        Anyone who identifies as a woman
        Tenants of the council
        Council tenants
        Homeowners
        Members of the union
        Employees of the council
        Serving police officers
        NHS workers
        Police officers and staff
        Witnesses
        Families of victims
        Relatives
        Survivors with children
        """,
    "summary": """
        Help for anyone living in Kent.
        Support for people in Carlisle.
        For those living in west Cumbria.
        """,
    "name": """
        Kent residents' helpline
        Polish helpline
        Ukrainian Victims' Line
        Lithuanian Line
        NHS staff line
        Police families' line
        University of Cumbria student line
        Tenants' helpline
        Farmers' line
        Union members' line
        """,
}
FOR_EVERYONE = {
    "text": """
        Anyone affected by crime
        Anyone harmed by crime, wherever they live
        Anyone who has been a victim of crime
        Anyone living with the effects of crime
        Anyone living in fear
        Anyone in need of support
        Anyone in Cumbria
        Anyone in the county
        Anyone who lives, works or studies in the area
        Anyone in distress
        Anyone in England and Wales
        Anyone in crisis
        Anyone in danger
        Everyone in a relationship that hurts
        People in Cumbria
        People harmed by crime
        People in any kind of trouble
        Anyone, of any age, in any place
        Anyone worried about someone
        Victims and witnesses
        Victims of crime, their families and friends
        Victims, witnesses and their families
        Anyone who is a victim, a witness or a relative
        """,
    "label": """
        Helpline
        Helpline, day and night
        Victim support line
        Main line
        Free from any phone
        24-hour line
        Office and helpline
        Out of hours
        Out-of-hours line
        Day and night
        Call us
        Support line
        National helpline
        Cumbria office
        Confidential line
        Advice and support
        English and Welsh
        In English, Welsh on request
        Support and enquiries
        Listening line
        """,
    "note": """
        English and Polish are spoken.
        Interpreters in Polish, Urdu and more.
        Ask for Welsh or another language.
        Answered in English and Welsh.
        We can call an interpreter for Polish.
        You can speak Welsh if you want.
        Press 2 for Welsh.
        In over 200 languages.
        A letter in Welsh can be sent.
        Ask for the Cumbria team.
        Say that you live in Cumbria.
        If you live alone, say so.
        If you live with the person, say so.
        For people in danger, call 999.
        The switchboard puts you through.
        Free from mobiles.
        """,
    "summary": """
        Help for anyone harmed by crime in Cumbria.
        Support for people in distress.
        Help for anyone living in Cumbria.
        Free help from an office in Carlisle.
        Support for people in any crisis.
        For people in need of someone to talk to.
        """,
    "name": """
        Cumbria victims' helpline
        English and Welsh helpline
        Kent Victims' Line
        Office of the Commissioner helpline
        National switchboard helpline
        """,
}


@pytest.mark.parametrize(("field", "words"), lines_of(FOR_SOME))
def test_what_is_said_of_some_keeps_a_line_from_everyone(field: str, words: str) -> None:
    assert turned_away_by(field, words) == [field]


@pytest.mark.parametrize(("field", "words"), lines_of(FOR_EVERYONE))
def test_what_is_said_of_all_keeps_it_from_nobody(field: str, words: str) -> None:
    assert turned_away_by(field, words) == []
