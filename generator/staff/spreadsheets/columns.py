"""The columns of a table of services: what each is called, also by others; which field it holds, and in what form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from generator.model.contact import WAYS
from generator.model.place import MOST_WAYS
from generator.model.service import Access, Known, MeantFor, Told

Form = Literal["text", "texts", "words", "codes", "choice", "choices", "day", "age", "phone", "hours", "link"]
"""text: for people, perhaps in several languages; texts: several of them; words: one line, the same in every language;
codes: ids, several of them; choices: words of a closed list, several of them."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. In a field and in a heading # is the number of a contact, a place, an outcome or a point."""

    field: str
    heading: str
    form: Form
    choices: tuple[str, ...] = ()

    @property
    def group(self) -> str:
        """The field of the records that a column comes once for each of: "contact", "places"; else ""."""
        return self.field.partition(".#")[0] if "#" in self.field else ""

    @property
    def in_its_row(self) -> str:
        """The heading without a number, where each of several has a row of its own: "Point name"."""
        return self.heading.replace("# ", "", 1)

    def called(self, number: int) -> str:
        """The heading, with a number where it needs one."""
        return self.heading.replace("#", str(number), 1)


KNOWN = get_args(Known)


TOLD = get_args(Told)


AS_USUAL = "as usual for its kind"
"""In the column that says how much of a place is shown: what the record leaves to the kind of service."""


ONCE_FIRST = (
    Column("id", "Waymark id", "words"),
    Column("name", "Service name", "text"),
    Column("organisation", "Organisation", "codes"),
    Column("kind", "Kind of service", "codes"),
    Column("kinds", "More kinds", "codes"),
    Column("for", "Only for", "choice", get_args(MeantFor)),
    Column("status", "Status", "choice", ("open", "not-yet", "paused", "closed")),
    Column("summary", "Summary", "text"),
    Column("helps_with", "Helps with", "codes"),
    Column("areas", "Areas", "codes"),
    Column("all_but", "All but these areas", "codes"),
    Column("who.audiences", "Who it is for", "codes"),
    Column("who.ages.from", "Age from", "age"),
    Column("who.ages.to", "Age to", "age"),
    Column("who.text", "Who it is for, in words", "text"),
    Column("who.not_for", "Who it is not for", "text"),
    Column("first_step", "First step", "text"),
    Column("by_when", "Time limit", "text"),
    Column("response", "How soon they answer", "text"),
)


CONTACT = (
    Column("contact.#.way", "Contact # kind", "choice", WAYS),
    Column("contact.#.to", "Contact # number or address", "words"),
    Column("contact.#.label", "Contact # label", "text"),
    Column("contact.#.hours", "Contact # opening hours", "hours"),
    Column("contact.#.when_closed", "Contact # is open when this is closed", "text"),
    Column("contact.#.cost", "Contact # cost of a call", "choice", ("free", "local")),
    Column("contact.#.note", "Contact # note", "text"),
    Column("contact.#.for", "Contact # only for", "choice", ("professionals",)),
    Column("contact.#.languages", "Contact # languages", "codes"),
    Column("contact.#.source", "Contact # source", "words"),
    Column("contact.#.checked.on", "Contact # checked on", "day"),
    Column("contact.#.checked.by", "Contact # checked by", "text"),
    Column("contact.#.checked.how", "Contact # checked how", "text"),
)


ONCE_AFTER = (
    Column("reached_through", "Reached through", "codes"),
    Column("checked.on", "All checked on", "day"),
    Column("checked.by", "All checked by", "text"),
    Column("checked.how", "All checked how", "text"),
    Column("about", "About", "text"),
    Column("when_you_contact.answered_by", "Who answers", "text"),
    Column("when_you_contact.calls_back", "How they call back", "text"),
    Column("when_you_contact.leaves_messages", "Whether they leave messages", "text"),
    Column("when_you_contact.wait.text", "How long people wait", "text"),
    Column("when_you_contact.wait.as_of", "Wait as of", "day"),
    Column("report_needed", "Police report needed", "choice", KNOWN),
    Column("who_will_know.text", "Who will know, in words", "text"),
    Column("who_will_know.police", "Are the police told", "choice", TOLD),
    Column("who_will_know.immigration", "Is immigration enforcement told", "choice", TOLD),
    Column("referral", "Who can refer", "choices", ("self", "professional", "police", "any")),
    Column("cost", "Cost of the help", "text"),
    Column("languages", "Languages", "codes"),
    Column("interpreters", "Interpreters", "choice", KNOWN),
    Column("access", "Access", "choices", get_args(Access)),
)


PLACE = (
    Column("places.#.name", "Place # name", "text"),
    Column("places.#.address", "Place # address", "text"),
    Column("places.#.postcode", "Place # postcode", "words"),
    Column("places.#.coordinates", "Place # coordinates", "words"),
    Column("places.#.show", "Place # is shown", "choice", ("full", "area", "never", AS_USUAL)),
    Column("places.#.area", "Place # area", "codes"),
    Column("places.#.by_arrangement", "Place # by arrangement only", "choice", ("yes", "no")),
    Column("places.#.brought", "Place # people are brought", "choice", ("yes", "no")),
    Column("places.#.directions", "Place # directions", "text"),
    Column("places.#.source", "Place # source", "words"),
)


POINT = (
    Column("points.#.name", "Point # name", "text"),
    Column("points.#.area", "Point # area", "codes"),
    Column("points.#.address", "Point # address", "text"),
    Column("points.#.postcode", "Point # postcode", "words"),
    Column("points.#.coordinates", "Point # coordinates", "words"),
    Column("points.#.show", "Point # is shown", "choice", ("full", "area", "never", AS_USUAL)),
    Column("points.#.by_arrangement", "Point # by arrangement only", "choice", ("yes", "no")),
    Column("points.#.brought", "Point # people are brought", "choice", ("yes", "no")),
    Column("points.#.directions", "Point # directions", "text"),
    Column("points.#.hours", "Point # opening hours", "hours"),
    Column("points.#.note", "Point # note", "text"),
    *(
        Column(
            f"points.#.contact.{nth}{one.field[9:]}", f"Point # contact {nth}{one.heading[9:]}", one.form, one.choices
        )
        for nth in range(1, MOST_WAYS + 1)
        for one in CONTACT
    ),
    Column("points.#.checked.on", "Point # checked on", "day"),
    Column("points.#.checked.by", "Point # checked by", "text"),
    Column("points.#.checked.how", "Point # checked how", "text"),
    Column("points.#.source", "Point # source", "words"),
)
"""A point has a row of its own below its service's, so these columns stand once in a table: "Point name"."""


OUTCOME = (
    Column("outcomes.#.says", "Outcome # says", "text"),
    Column("outcomes.#.of", "Outcome # of whom", "text"),
    Column("outcomes.#.when", "Outcome # when", "text"),
    Column("outcomes.#.source", "Outcome # source", "words"),
)


ONCE_LAST = (
    Column("also_known_as", "Also known as", "texts"),
    Column("search_words", "Search words", "texts"),
    Column("networks", "Networks", "codes"),
    Column("marks", "Quality marks", "codes"),
    Column("commissioned_by", "Commissioned by", "codes"),
    Column("contract_until", "Contract until", "day"),
    Column("contract_extension", "Contract may be extended to", "day"),
    Column("closed_on", "Closed on", "day"),
    Column("replaced_by", "Replaced by", "codes"),
    Column("sources", "Sources", "texts"),
)


COLUMNS = (*ONCE_FIRST, *CONTACT, *ONCE_AFTER, *PLACE, *OUTCOME, *ONCE_LAST, *POINT)


BY_FIELD = {column.field: column for column in COLUMNS}


PLACES = ("places", "points")
"""The groups of records that say where a service is."""
TELLING = ("address", "postcode", "coordinates", "directions", "name")
"""Of a place or a point, what says where it is."""
REACHED = frozenset(field for field in BY_FIELD if field.endswith(".to") and "contact." in field)
"""The number or the address of each contact, be it a service's or a point's."""


ONE_ID = {"organisation", "kind", "replaced_by", "reached_through", "places.#.area", "points.#.area"}
"""Fields of the form "codes" that hold one id alone."""


def laid_out(contacts: int, places: int, outcomes: int) -> list[tuple[Column, int]]:
    """Every column of a table from left to right, each with the number of its contact, place or outcome, or 0."""
    groups = ((CONTACT, contacts), (ONCE_AFTER, 0), (PLACE, places), (OUTCOME, outcomes), (ONCE_LAST, 0))
    found = [(column, 0) for column in ONCE_FIRST]
    for columns, times in groups:
        numbers = range(1, times + 1) if columns[0].group else (0,)
        found += [(column, number) for number in numbers for column in columns]
    return found


def _names(text: str, sure: float = 0.95) -> dict[str, float]:
    return {name.strip(): sure for name in text.split(",")}


SYNONYMS: dict[str, dict[str, float]] = {
    "name": _names("service, name of service, services, name of the service")
    | _names("name, title, project, project name, scheme, scheme name, programme", 0.9),
    "organisation": _names(
        "organization, org, org name, provider, service provider, provider name, charity, agency, organisation name, "
        "organization name, name of organisation, run by, delivered by, delivery partner, lead "
        "organisation, supplier, operator, operated by, charity name, name of charity, name of provider, "
        "provider organisation"
    ),
    "kind": _names("type of service, service type, kind, category, type of support, support type, type"),
    "summary": _names("short description, in short, in brief, brief description, one line description")
    | _names("description, overview, what they do, what it does, service description, what we do, activities", 0.85)
    | _names("excerpt, tagline, what does it do, what does the service do, what does your service do", 0.85),
    "about": _names("full description, long description, about the service, more information, further information")
    | _names("description, details, service description, overview, what they do, what we do, content, body", 0.8),
    "helps_with": _names("crime type, crime types, type of crime, crimes, issue, issues, need, needs, what for"),
    "areas": _names(
        "area, area covered, areas covered, coverage, district, districts, region, geographical area, "
        "geographic area, location covered, local authority, where"
    ),
    "who.audiences": _names("audience, audiences"),
    "who.text": _names(
        "who for, who is it for, who its for, eligibility, eligibility criteria, client group, client "
        "groups, target group, target audience, beneficiaries, who can use it, who can access, who can "
        "get help, criteria"
    ),
    "who.not_for": _names("exclusions, not for, who cant use it, exclusion criteria"),
    "who.ages.from": _names("minimum age, min age, age min, from age, lower age"),
    "who.ages.to": _names("maximum age, max age, age max, to age, upper age"),
    "first_step": _names(
        "how to access, how to get help, how to refer, how to contact, how to access the service, next step"
    ),
    "contact.#.phone": _names(
        "tel, telephone, phone, phone number, telephone number, tel no, tel number, telephone no, phone "
        "no, helpline, helpline number, contact number, contact no, contact tel, contact telephone, "
        "landline, mobile, mobile number, mobile no, mobile phone, helpline no, freephone, office number, "
        "out of hours number, main number, enquiries, second number, number to call"
    ),
    "contact.#.text": _names("text number, sms, sms number, text line, text service"),
    "contact.#.textphone": _names("textphone, minicom, typetalk, text phone"),
    "contact.#.chat": _names("chat, live chat, webchat, web chat, online chat, chat link"),
    "contact.#.form": _names("form, online form, referral form, contact form, web form, form link"),
    "contact.#.website": _names(
        "website, web site, web, url, web address, website address, site, homepage, home page, link, "
        "weblink, web link, webpage"
    ),
    "contact.#.email": _names("email, e mail, email address, e mail address, mail, contact email"),
    "contact.#.hours": _names(
        "opening times, opening hours, hours, open, times, opening, hours of operation, opening time, "
        "when open, availability, helpline hours, line open, service hours, opening hours times"
    ),
    "contact.#.cost": _names("cost of call, call cost, call charges"),
    "contact.#.label": _names("contact label, name of line"),
    "cost": _names("cost, price, charge, charges, fee, fees, cost to user"),
    "languages": _names("language, languages spoken, language spoken"),
    "interpreters": _names("interpreter, interpreting, interpreter available, translation"),
    "access": _names("accessibility, facilities, disabled access"),
    "referral": _names("referral route, referral routes, referrals, referral method, referral source, who refers"),
    "report_needed": _names("report needed, police report, need to report, report to police needed"),
    "when_you_contact.wait.text": _names("waiting time, waiting times, wait, waiting list, wait time"),
    "places.#.name": _names("base, venue, venue name, place, building, place name, site name, centre"),
    "places.#.address": _names(
        "address, street address, postal address, location, full address, venue address, address line, "
        "street, town, city, town city, county, where we meet, where you meet, where they meet, meeting place, "
        "meeting point, meets at, drop in at, drop in venue, office location, based at, based in, held at, "
        "street name, address 1, address 2, address 3"
    ),
    "places.#.postcode": _names("postcode, post code, zip, postal code, zip code"),
    "places.#.directions": _names("directions, how to find us, getting there"),
    "also_known_as": _names("aka, other names, acronym, abbreviation, alternative name, known as, short name"),
    "search_words": _names("keywords, tags, key words, search terms"),
    "commissioned_by": _names("commissioner, funder, funded by, funding, funders, paid for by"),
    "contract_until": _names(
        "contract end, contract end date, contract ends, end date, funded until, funding ends, end of contract"
    ),
    "closed_on": _names("closing date, date closed, closed"),
    "status": _names("current status, live"),
    "checked.on": _names("checked, checked on, last checked, date checked, last verified, verified"),
    "checked.by": _names("checked by, verified by"),
    "checked.how": _names("checked how, how checked"),
    "sources": _names("source, reference, references, source of information"),
}
"""A heading in its simple form (no case, no marks) under two fields goes to the surer one, then to the other."""
