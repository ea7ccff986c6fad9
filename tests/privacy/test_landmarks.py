"""Landmarks, numbers in letters and points are seen in free words; the same words of other things are left alone."""

from __future__ import annotations

import pytest

from generator.privacy.whereabouts import places_in, told_by

TELL = """
A safe house just off the A591 past the garden centre.
Ring the bell marked Larch at the blue door.
Take the 555 bus to Staveley and get off at the church.
Located two minutes walk from Oxenholme station.
The house is called Rowan Bank and has six rooms.
On the corner of Milnthorpe and Lound.
The former vicarage at Endmoor.
Meet staff at Costa in Kendal on Mondays.
Near junction 36 of the M6.
Get off at the second stop after the bridge.
A five minute drive from Kendal hospital.
Turn left at the Shell garage.
It's the red brick house with a green gate.
The last house on the left before the school.
In the old police station, Kendal.
Down the lane by the chapel in Burneside.
Between Kendal and Staveley, first left after the pub.
Look for the blue door.
Two doors down from the Co-op.
In the same building as the doctor's.
Over the chip shop on the main road.
The flats behind Kendal leisure centre.
Halfway between Booths and the station.
The bungalow at the end of the drive.
At the top of Beast Banks.
Junction of Lound and Aynam.
100 yards from Kendal station.
within walking distance of the bus station
Entrance through the side gate.
Top floor of the library.
St Thomas' church hall on Thursdays.
Call 0808 157 0HELP
0808 157 REFUGE
Ring 0800 REFUGE
0800-REFUGE
0800 HELP ME
Text REFUGE to 88858
Text HELP to 60777
0808 CALL NOW
03001 SAFE 24
0800REFUGE
0845 4 HARBOUR
01632 HARBOR
+44 800 REFUGE
(0800) REFUGE
0800 6 REFUGE
0300 SAFE LINE
We are next door to Tesco
next door to the Co-op
opposite the chip shop
Opposite the old mill
opposite the park
opposite tesco
The red door opposite Boots
Opposite Asda on the hill
two doors down from Greggs
two doors up from the bakery
next to the church
beside the river
behind the big Tesco
behind the health centre
in front of the station
over the road from the school
across from the police station
facing the library
over the chip shop
above the bakery
upstairs from Costa
near the bus station
near Tesco
by the traffic lights
at the back of the library
at the rear of the leisure centre
by the side of St Mary's church
on the corner of the market square
on the corner by Boots
five minutes from the station
turn left at the roundabout
past the Shell garage
the last house on the left
the blue door after the garage
340000 555000
E340000 N555000
340000, 555000
E 340000, N 555000
Easting: 340000 Northing: 555000
X: 340000 Y: 555000
340000E 555000N
OSGB 340000 555000
NY4000055500
NY 40000 55500
ny400555
NY 400555
filled.count.soap
filled, count, soap (what3words)
filled count soap on what3words
what three words: filled.count.soap
w3w filled.count.soap
https://w3w.co/filled.count.soap
///filled.count.soap
Filled.Count.Soap
filled . count . soap
llenwi.cyfrif.sebon
ﬁlled.count.soap
location: filled.count.soap.
gyferbyn â'r ysgol
drws nesaf i'r banc
"""
TELL_NOTHING = """
The only refuge in the county.
The first home in the county for men.
A refuge near you.
The refuge is called Harbour.
Further down the track you may want to talk.
You may get back the cost of travel more than 5 miles from home.
An old school friend.
Look for a warning sign.
Half way house
Press the red button to leave.
We help you get off drugs.
We help at each stop of the way.
At the end of the road to trial
along the path to recovery
The first building block of trust
at the end of the day
Off the record
We park your case until you are ready.
The old hospital records
A day at Costa
We help people who face the facts.
Opposite views are welcome.
You can sit beside a friend.
We look behind the headlines.
Call us about the 2026 report.
Since 2019 we have helped 340000 people.
340000 people, 555000 calls
In 2025 we helped 120,500 people and 230,700 families.
Text us at any time.
We are next to nobody in our experience.
Above all, you are safe.
Ask to stay near the door.
You can bring someone to sit next to you.
Help is over the phone.
Across the road from hope
by the end of the week
At the back of your mind
Behind closed doors
We work near you.
We stand beside victims in court.
outside of the police station's hours
in front of the judge
in front of the court
at the police station
near the end of treatment
by the police
Opening hours 9am to 5pm, 0800 is free
e.g. this, i.e. that
and/or.then
Help with 0300 numbers
0800 numbers are free
0800 and 0808 numbers are free
0300 CALLS cost the same
an 0808 FREEPHONE number
The NHS 111 BSL service
Press 55 OK
call 999 NOW
Section 28 REFUGE
Since 1990 WOMEN have come
0-18 YEARS
Over 18 ONLY
the year 2020 COVID
facing a court hearing
facing the person who hurt you
facing the police
past the age of 18
near Carlisle
near the border with Scotland
above the age of 16
over the age of 18
over the weekend
beside the person
opposite sex
next to each other
"""


@pytest.mark.parametrize("text", TELL.strip().splitlines())
def test_what_says_a_place_or_a_number_is_seen_however_it_is_written(text: str) -> None:
    assert told_by(text) != []


@pytest.mark.parametrize("text", TELL_NOTHING.strip().splitlines())
def test_plain_words_near_those_tell_nothing(text: str) -> None:
    assert told_by(text) == []


def test_the_way_to_a_place_is_kept_back_to_its_end_and_no_two_words_that_stand_elsewhere() -> None:
    assert list(places_in("Take the 555 bus and get off at the church, then ring.")) == [
        "Take the 555 bus and get off at the church"
    ]
    assert list(places_in("A house just off the A591 past the garden centre.")) == [
        "just off the A591 past the garden centre"
    ]
