"""What people call the columns of their own spreadsheets -> the field each holds, and how sure that is (1 is sure)."""

from __future__ import annotations


def _names(text: str, sure: float = 0.95) -> dict[str, float]:
    return {name.strip(): sure for name in text.split(",")}


SYNONYMS: dict[str, dict[str, float]] = {
    "name": _names("service, name of service, services, name of the service")
    | _names("name, title, project, project name, scheme, scheme name, programme", 0.9),
    "organisation": _names(
        "organization, org, org name, provider, service provider, provider name, charity, agency, organisation name, "
        "organization name, name of organisation, run by, delivered by, delivery partner, lead "
        "organisation, supplier"
    ),
    "kind": _names("type of service, service type, kind, category, type of support, support type, type"),
    "summary": _names("short description, in short, in brief, brief description, one line description")
    | _names("description, overview, what they do, what it does, service description, what we do", 0.85),
    "about": _names("full description, long description, about the service, more information, further information")
    | _names("description, details, service description, overview, what they do, what we do", 0.8),
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
