"""Twenty layouts in which councils, offices and charities keep services, after public ones; what a person would take.

Names, places and numbers are made up: numbers are Ofcom's for drama. Each row that somebody careful would take is
counted, and so is each that they would not.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Layout:
    """One table: its text, and how many of its rows are services that a careful person would take."""

    text: str
    takes: int
    leaves: int = 0
    """Rows that say too little, or what nobody can know: they are named, and not taken."""
    told: dict[str, str] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)


KIND = {"kind": "helpline"}
CRIME = {"helps_with": "any-crime"}
AREA = {"areas": "cumbria"}
BARE = KIND | CRIME | AREA

LAYOUTS = {
    "a council's list of voluntary services": Layout(
        "Organisation Name,Service Name,Service Description,Address 1,Address 2,Town,Postcode,Telephone,Email,"
        "Website,Opening Hours,Category\n"
        "Quay Trust,Quay Counselling,Time to talk after a crime.,1 Lantern Row,,Carlisle,CA3 8AA,01632 960101,"
        "help@example.org,www.example.org,Mon - Fri 9.00 - 17.00,Counselling service\n"
        "Quay Trust,Quay Line,A line for anyone hurt by crime.,1 Lantern Row,,Carlisle,CA3 8AA,01632 960102,"
        "line@example.org,www.example.org/line,24 hours,Helpline\n"
        "Coast Centre,Coast Women's Centre,Company and advice for women.,2 Lantern Row,,Penrith,CA11 7AA,"
        "01632 960103,coast@example.org,example.org/coast,By appointment only,Women's centre\n",
        3,
        defaults=CRIME | AREA,
    ),
    "an office's list of what it pays for": Layout(
        "Provider,Commissioned service,What they do,Crime type,Area covered,Contract end date,Contact details\n"
        "Quay Trust,Quay Advocates,Advocates for people hurt by crime.,Domestic abuse,Cumbria,31/03/2028,"
        "01632 960104 / quay@example.org\n"
        "Coast Trust,Coast Support,Help after rape or sexual assault.,Sexual offences,Whole of Cumbria,31/03/2028,"
        "Tel: 01632 960105\n"
        "Dales Trust,Dales Help,Help after a fraud.,Fraud,Cumbria County,TBC,dales@example.org\n",
        3,
        defaults=KIND,
    ),
    "answers to a form": Layout(
        "Timestamp,What is the name of your service?,Please give a short description,"
        "What is your phone number? (if any),What is your website address?,Which area do you cover?\n"
        "12/11/2026 09:14:22,Quay Friends,Befriending after a crime.,01632960106,www.example.org,Cumbria\n"
        "12/11/2026 10:02:51,Coast Friends,Walks in company.,n/a,https://www.example.org/coast,Cumbria\n",
        2,
        defaults=KIND | CRIME | {"organisation": "victim-support"},
    ),
    "an export of a database": Layout(
        "ServiceID;ServiceName;OrganisationName;ShortDescription;PhoneNumber;EmailAddress;WebsiteUrl;PostCode\n"
        "17;Quay Night Line;Quay Trust;A line at night.;01632 960107;night@example.org;https://example.org;CA3 8AA\n"
        "18;Quay Day Line;Quay Trust;A line by day.;01632 960108;day@example.org;https://www.example.org/day;CA3 8AA\n",
        2,
        defaults=BARE,
    ),
    "hours in seven columns": Layout(
        "Service,Provider,Summary,Phone,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday\n"
        "Quay Line,Quay Trust,A line.,01632 960109,9am-5pm,9am-5pm,9am-8pm,9am-5pm,9am-4pm,Closed,Closed\n"
        "Coast Line,Coast Trust,A line.,01632 960110,10am-2pm,,10am-2pm,,,,\n",
        2,
        defaults=BARE,
    ),
    "hours that open and close in columns": Layout(
        "Name,Organisation,Description,Tel,Mon open,Mon close,Tue open,Tue close\n"
        "Quay Line,Quay Trust,A line.,01632 960111,09:00,17:00,09:00,12:30\n",
        1,
        defaults=BARE,
    ),
    "areas with ticks": Layout(
        "Service name,Provider,Summary,Tel,Cumberland,Westmorland and Furness\n"
        "Quay Line,Quay Trust,A line.,01632 960112,x,x\n"
        "Coast Line,Coast Trust,A line.,01632 960113,,x\n",
        2,
        defaults=KIND | CRIME,
    ),
    "crimes with ticks": Layout(
        "Service name,Provider,Summary,Tel,Domestic abuse,Stalking,Fraud\n"
        "Quay Line,Quay Trust,A line.,01632 960114,Yes,Yes,No\n"
        "Coast Line,Coast Trust,A line.,01632 960115,No,No,Yes\n",
        2,
        defaults=KIND | AREA,
    ),
    "parts of the table named after crimes": Layout(
        "Service,Provider,What it does,Telephone\n"
        "DOMESTIC ABUSE,,,\n"
        "Quay Line,Quay Trust,A line.,01632 960116\n"
        "STALKING,,,\n"
        "Coast Line,Coast Trust,A line.,01632 960117\n"
        "Total: 2,,,\n",
        2,
        defaults=BARE,
    ),
    "a title above, and words around each heading": Layout(
        "Services for victims in Cumbria,,,,\n"
        "Correct at November 2026,,,,\n"
        "Service name,Service provider,Service description,Service phone number,Type of service\n"
        "Quay Line,Quay Trust,A line.,01632 960118,Helpline service\n",
        1,
        defaults=CRIME | AREA,
    ),
    "refuges": Layout(
        "Service name,Service address,Service postcode,Service description,Service phone number,Service type,"
        "Local authority\n"
        'Harbour Refuge,"17 Lantern Row, Carlisle",CA3 8AA,A safe home for women and children.,01632 960119,Refuge,'
        "Cumberland Council\n",
        1,
        defaults=CRIME | {"organisation": "victim-support"},
    ),
    "a map's export": Layout(
        "name,operator,description,contact:phone,contact:website,contact:email,opening_hours,addr:street,addr:postcode\n"
        "Quay Centre,Quay Trust,A centre.,+44 1632 960120,https://www.example.org,quay@example.org,"
        "Mo-Fr 09:00-17:00,1 Lantern Row,CA3 8AA\n",
        1,
        defaults=BARE,
    ),
    "a register of charities": Layout(
        "charity_name,charity_contact_phone,charity_contact_email,charity_contact_web,charity_activities\n"
        "QUAY TRUST,01632 960121,quay@example.org,www.example.org,Helps people hurt by crime.\n"
        "COAST TRUST,01632 960122,coast@example.org,www.example.org/coast,Helps families after a death.\n",
        2,
        defaults=BARE,
    ),
    "from a website, with its markup": Layout(
        "Title,Organisation,Excerpt,Content,Phone\n"
        "Quay Line,Quay Trust,<p>A line for the Men&#39;s group &amp; others.</p>,"
        "<p>They <strong>listen</strong>.</p><p>They take their time.</p>,01632 960123\n",
        1,
        defaults=BARE,
    ),
    "two numbers in a cell": Layout(
        "Service name,Provider,Summary,Telephone\n"
        "Quay Line,Quay Trust,A line.,01632 960124 / 01632 960125\n"
        "Coast Line,Coast Trust,A line.,01632 960126 or 01632 960127\n"
        "Dales Line,Dales Trust,A line.,Day 01632 960128; night 01632 960129\n",
        2,
        leaves=1,
        defaults=BARE,
    ),
    "contact persons": Layout(
        "Service name,Provider,Summary,Contact person,Job title,Contact telephone,Contact email\n"
        "Quay Line,Quay Trust,A line.,Pat Sample,Manager,01632 960130,quay@example.org\n",
        1,
        defaults=BARE,
    ),
    "rows that carry on": Layout(
        "Service name,Provider,Summary,Telephone,Venue,Postcode\n"
        "Quay Line,Quay Trust,A line.,01632 960131,Main office,CA3 8AA\n"
        "Quay Line,,,01632 960132,Second office,CA11 7AA\n"
        "Coast Line,Coast Trust,A line.,01632 960133,,\n",
        2,
        defaults=BARE,
    ),
    "nothing to say, in many ways": Layout(
        "Service name,Provider,Summary,Telephone,Opening times,Min age,Cost\n"
        "Quay Line,Quay Trust,A line.,01632 960134,TBC,N/A,-\n"
        "Coast Line,Coast Trust,A line.,See website,n/a,None,Free\n"
        "Dales Line,Dales Trust,,01632 960135,Mon-Fri 9-5,18,Free\n",
        2,
        leaves=1,
        defaults=BARE,
    ),
    "in two languages": Layout(
        "Enw (Cymraeg),Name (English),Organisation,Description (Welsh),Description (English),Phone\n"
        "Llinell y Cei,Quay Line,Quay Trust,Llinell gymorth.,A line.,01632 960136\n",
        1,
        defaults=BARE,
    ),
    "for whom, in words of their own": Layout(
        "Project,Lead organisation,In brief,Client group,Audience,Support type,Phone,Days and times\n"
        "Quay Men,Quay Trust,Help for men.,Men over 18,Men only,Support for men,01632 960137,Weekdays 9-5\n"
        "Quay Youth,Quay Trust,Help for the young.,11 to 18,Children and young people,Children's service,"
        '01632 960138,"Mon, Wed & Fri 4pm - 7pm"\n',
        2,
        defaults=CRIME | AREA,
    ),
}
