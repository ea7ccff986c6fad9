"""Houses without a number, and the way into one, are seen in free words; other codes and towns are left alone."""

from __future__ import annotations

import pytest

from generator.privacy.whereabouts import places_in, told_by

TELL = """
Door code is 4471
The door code is C4471
Code for the door: 4471
Door code 44 71
Door code: X4471Y
Entry code is 1-2-3-4
The code is 4471#
Press 4471 on the keypad
Punch in 4471
Gate code is 2580
The PIN for the gate is 2580
Alarm code is 9944
Code to get in is 4471
Key safe code is 1234
The key safe code is C1234
Keysafe number 1234
Key code 4471
Keypad code is 5527
Keypad: 5527
Buzzer 4
Press buzzer number 4
Buzz flat 4
Intercom 12
Press 12 on the intercom
Ring bell 3
Bell marked 3
The bell marked Harris
Flat B, top bell
Combination is 4471
Side gate code 1212
The spare key is under the pot
The key is under the mat
Keys are with the neighbour at Rowan Bank
Rowan Bank, Endmoor.
Rowan Bank, Endmoor
Rowan Bank in Endmoor
At Rowan Bank, Endmoor
Rowan Bank Endmoor
Fell View, Shap
Fell View, Shap.
High Croft, Bowness
Low Wood, Staveley
Brookside, Milnthorpe
The Laurels, Ulverston
Ivy Bank, Kendal
Holly Mount, Appleby
Lake View, Windermere, Cumbria
Ashlea, near Penrith
Greenacres, Aspatria
We are at Fell View
The house is Fell View
Find us at Rowan Bank
Come to Rowan Bank
Go to Brookside, Milnthorpe
It is called Fell View
House name: Fell View
Rowan Bank, Endmoor, LA8
Rowan Bank, Endmoor, Kendal
Rowan Bank - Endmoor
Rowan Bank (Endmoor)
Rowan Bank / Endmoor
Woodside, Brigsteer
Number nine, the row behind the mill
Second cottage after the bridge in Endmoor
Bungalow at the end of Mill Brow
The Hollies
Sycamores, Dalston
Thornlea, Brampton
Meadowbank, Wigton
Oakdene, Egremont
Riverside House in Cockermouth
"""
TELL_NOTHING = """
The door code changes every week
Ask for the door code when you call
We give you a door code
They send a code to your phone
Your case has a code
Use code of practice for victims
The Victims' Code
The code of practice, 2024
Code 55 on a mobile
Press 55 when asked
Press 5 for the day team
Press 1 for Welsh
Type 999 and press call
Ring 999
Two people answer the phone
A pin is sent by text
Your PIN is private
Never tell anyone your PIN
Chip and PIN 4 digits
A key worker calls you
Key dates in 2027
Victim Support, Cumbria
Women's Aid, Carlisle
Barrow, Kendal and Penrith
Kendal, Cumbria
Cumbria, England
Carlisle, Penrith, Workington
Cumberland, Cumbria
Kendal Library
Citizens Advice, Kendal
Birchall Trust, Barrow
The Freedom Project, Carlisle
Safety Net, Cumbria
Bridgeway, Cumbria and Lancashire
Police, Fire and Crime Commissioner
Monday, Tuesday and Friday
Polish, Urdu and Arabic
Home Office, London
Ministry of Justice, 2025
Rape Crisis, England and Wales
Mind, Cumbria
Dove Centre
Gateway 4 Women, Carlisle
Hourglass, for older people
Childline, day and night
Mondays, Kendal
Thursdays in Penrith
Groups in Kendal and Barrow
Drop-in, Whitehaven
Outreach, Eden and South Lakeland
Court, hospital or home
West Cumbria
South Lakeland
Eden Valley
Lake District
Morecambe Bay
Furness, Eden and Copeland
Sue, Manager
Jane Smith, Chief Executive
Ask for Sue
Ask for Angela
Spring Bank Holiday
Bank holidays
Christmas Day
A safe home, not far away
Mental Health, A&E
River, lake and hill safety
High Court, London
Supreme Court
Crown Court, Carlisle
Magistrates, Barrow
Side by Side
Rowan, our dog, is friendly
Hillside walks on Sundays
Fell runners group
Lake walks, Windermere
"""


@pytest.mark.parametrize("text", TELL.strip().splitlines())
def test_the_name_of_a_house_or_a_way_into_it_says_where_it_is(text: str) -> None:
    assert told_by(text)
    assert [*places_in(text)]


@pytest.mark.parametrize("text", TELL_NOTHING.strip().splitlines())
def test_codes_of_other_things_and_towns_say_nothing(text: str) -> None:
    assert told_by(text) == []


@pytest.mark.parametrize("name", ["The Hollies", "Fell View Counselling", "Riverside, Carlisle"])
def test_a_service_may_be_called_after_a_house(name: str) -> None:
    assert told_by(name, is_name=True) == []
