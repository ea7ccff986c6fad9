"""Streets, numbers and links are seen in free words however they are written; plain words are left alone."""

from __future__ import annotations

import pytest

from generator.privacy.whereabouts import places_in, told_by

TELL = """
17 Lantern Row, Carlisle
17 lantern row
17 LANTERN ROW
Lantern House, Quay Street
17a Lantern Row
Flat 3, 17 Lantern Row
Unit 5 Lowther Trading Estate
12-14 Castle Court
PO Box 12
17 Botchergate, Carlisle
Come to 17 Lantern Row
We meet at Carlisle Library
at Harbour House
St. Mary's Road
17 St. Mary's Road
Mill Lane
12 Stryd Fawr
Stryd y Bont
Based in Quay House
The big house opposite St Johns church
Behind Tesco
Round the corner from Booths
Above Greggs
A few doors down from Costa
Across the road from Larkspur Museum
Lantern House, Carlisle
CA3 8AA
ca38aa
CA3-8AA
C A 3 8 A A
CA3 8
ＣＡ３ ８ＡＡ
9C6W+2V
9C7RX7QX+QV
///filled.count.soap
filled.count.soap
what3words: filled count soap
54.8951, -2.9382
54.8951 -2.9382
54°53'42"N
NY 400 560
Easting 340000
https://maps.app.goo.gl/abc
goo.gl/maps/x
www.example.org
example.org
harbour.org.uk/refuge
harbour dot org dot uk
help@example.org
help (at) example.org
help [at] example [dot] org
help at harbour dot org
@harbourhelp
Facebook: HarbourRefuge
facebook.com/harbour
WhatsApp: harbour
01632 960101
(01632) 960 101
+44 1632 960101
+44 (0)1632 960101
0044 1632 960101
01632-960101
01632.960101
01632960101
O1632 960101
01632 96O1O1
0 1 6 3 2 9 6 0 1 0 1
٠١٦٣٢ ٩٦٠١٠١
０１６３２ ９６０１０１
zero one six three two nine six zero one zero one
0800 1111
116 123
text 85258
Text SHOUT to 85258
Call 960101
18001 01632 960101
01632/960101
01632–960101
07700 900123
Call 01632 960101 or come to 17 Lantern Row
Rose Cottage, Mill Lane
1st Floor, 17 Lantern Row
No. 17 Lantern Row
17, Lantern Row
17 The Green
The Old Vicarage, Penrith
in Quay House
17 Heol y Bont
"""
TELL_NOTHING = """
A safe home for women and children.
Help for anyone hurt by crime, day and night.
Open 24 hours a day, 7 days a week.
16 days of action
12 weeks in a safe place
We attend Crown Court with you.
Crown Court and Magistrates' Court
For people aged 11 to 18
Ages 16-25
Mon-Fri 9am-5pm
Since 2019-2024 we have helped 1,200 people
2024-2025
20/11/2026
2026-11-20
£1,000,000
They answer within 48 hours.
In danger, call 999. Text 18000? no
Call 999
Call 101 or 999
The Women's Centre
Harbour Refuge
In Cumbria
in the Family Court
in England and Wales
LA12
LA12, LA13 and LA14
M6 and A66
B4 children
Help for 3 in 4 people. They listen.
Hurt by crime? We help e.g. with forms, i.e. in court.
Support for men. And women.
82% felt better able to cope
Charity number 1234567
Registered charity 298028
Free. No appointment.
On the road to recovery
24 hour drive
Help in one, two or three sessions
The first one, two, three weeks
Self-referral/professional referral
and/or
1:1 support
http
Domestic abuse; Safety
U18 and 18+
Year 7+
C19 help
For a free, private talk at any time.
They have 3 places in a safe house
Half way house
Live chat with a person
The Street Pastors
Help to find a safe way home
A group of 12 women on a 10 week course
2 way trust
Call us on any day
you can ring at 5
9-5
In Westmorland and Furness
Police and Crime Commissioner for Cumbria
Nid oes rhaid i chi ffonio'r heddlu.
Cymorth am ddim, 24 awr y dydd
The Independent Domestic Violence Adviser Service
Support in Carlisle and Penrith
S000 2.3
LGBT+ people
section 21 and 12.5 hours
4.5 out of 5
v1.2.3
Part 3 Act 1996
The Criminal Injuries Compensation Scheme 2012
Help at Home
Work with Victim Support
At Victim Support we listen
Come to us in person
"""


@pytest.mark.parametrize("text", TELL.strip().splitlines())
def test_a_place_or_a_way_to_be_reached_is_seen_however_it_is_written(text: str) -> None:
    assert told_by(text) != []


@pytest.mark.parametrize("text", TELL_NOTHING.strip().splitlines())
def test_plain_words_tell_nothing(text: str) -> None:
    assert told_by(text) == []


def test_what_it_is_is_said_and_each_thing_once() -> None:
    text = "Call 01632 960101 or 01632 960102, write to help@example.org, or come to 17 Lantern Row, CA3 8AA."

    assert told_by(text) == ["a phone number", "an e-mail address", "a street", "a postcode"]
    assert list(places_in(text)) == ["17 Lantern Row", "CA3 8AA"]


def test_a_service_may_be_called_after_a_street_but_not_by_its_door() -> None:
    assert told_by("Mill Lane Counselling", is_name=True) == []
    assert told_by("Mill Lane Counselling") == ["a street"]
    assert told_by("17 Mill Lane", is_name=True) == ["a street"]
    assert told_by("Harbour 01632 960101", is_name=True) == ["a phone number"]


@pytest.mark.parametrize(
    "text",
    [
        *("https://maps.app.goo.gl/abc123", "https://www.google.co.uk/maps/@54.8951,-2.9382,17z", "goo.gl/maps/abc"),
        *("https://maps.apple.com/?ll=54.89,-2.93", "https://www.openstreetmap.org/#map=18/54.8951/-2.9382"),
        *(
            "https://waze.com/ul/hgcs",
            "https://osm.org/go/abc",
            "geo:54.8951,-2.9382",
            "https://w3w.co/filled.count.soap",
        ),
        "See our pin: https://maps.app.goo.gl/abc123 for the door",
    ],
)
def test_a_link_to_a_map_says_a_place_and_is_no_mere_web_address(text: str) -> None:
    assert "a link to a map" in told_by(text)
    assert list(places_in(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CAI0 2AU", "a postcode"),
        ("M1 IAA", "a postcode"),
        ("CA1O 2AU", "a postcode"),
        ("NY400556", "a point on the map"),
        ("NY4005655612", "a point on the map"),
        ("N54 53.706 W2 56.292", "a point on the map"),
        ("The key safe is 4521", "the code of a door"),
        ("door code: 4521", "the code of a door"),
        ("press buzzer 3", "the code of a door"),
        ("opposite the station", "where a building is"),
        ("next door to the library", "where a building is"),
        ("a bus stop outside the Co-op", "where a building is"),
        ("2nd Floor, Quay House", "the name of a building"),
        ("01632 nine six zero one two three", "a phone number"),
        ("1632 960123", "a phone number"),
        ("Send HELP to 85258", "a phone number"),
        ("Message SHOUT to 85258", "a phone number"),
        ("Zoom ID 812 3456 7890", "a number to join"),
        ("Meeting ID: 812 3456 7890", "a number to join"),
        ("Signal: harbour.21", "a name on a social network"),
        ("insta harbourhelp", "a name on a social network"),
        ("Find us on Facebook as Harbour Help", "a name on a social network"),
        ("FB/harbourhelp", "a name on a social network"),
    ],
)
def test_further_ways_to_say_a_place_or_how_to_reach_somebody_are_seen(text: str, name: str) -> None:
    assert name in told_by(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Charity 1089893", "Company SC012345", "A ground floor room without steps", "They stand beside the person"),
        *("Ask outside office hours", "We find out what you need", "Behind the scenes", "Signal that you need help"),
        *(
            "One in four, two in ten, three times",
            "Above all, you choose",
            "The next step",
            "In 2026 1,632 people called",
        ),
        *("Court outside the area", "a round the clock line", "TO I AM", "Meeting 4 times in 12 weeks"),
    ],
)
def test_words_near_those_tell_nothing(text: str) -> None:
    assert told_by(text) == []
