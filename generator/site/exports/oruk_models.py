"""What each file below /data/oruk/ may hold: the types of its records, of which `openapi` makes the document.

The names and rules are those of Open Referral UK 3.0 and HSDS 3.1, which agree on what is required: the UK profile is a
part of HSDS. What neither has stands in `x_waymark`. A class with `total=False` adds what a record need not have.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from generator.model.service import Known, Told
from generator.site.exports.oruk_parts import (
    Day,
    Email,
    Id,
    Moment,
    OrukArea,
    OrukContact,
    OrukCost,
    OrukFunding,
    OrukLanguage,
    OrukLocation,
    OrukMeetingExtra,
    OrukOutcome,
    OrukPhone,
    OrukSchedule,
    OrukUrl,
    Uri,
)
from generator.site.exports.public_table import Status, Whereabouts


class OrukMeeting(TypedDict):
    """One service at one place, as a list has it."""

    id: Id
    service_id: Id
    location_id: Id
    location: OrukLocation


class OrukMeetingWhole(OrukMeeting, total=False):
    """The same with its own hours and numbers."""

    description: str
    phones: list[OrukPhone]
    contacts: list[OrukContact]
    schedules: list[OrukSchedule]
    x_waymark: OrukMeetingExtra


class OrukMeetingAlone(OrukMeetingWhole):
    """The same in a file of its own: by a slip of two editions of the profile it is held against a service."""

    name: str
    status: Status


class _Taxonomy(TypedDict):
    id: Id
    name: str
    description: str


class OrukTaxonomy(_Taxonomy, total=False):
    """A closed list of words."""

    uri: Uri


class OrukTermHeld(TypedDict):
    """A word of such a list, in what it holds for. `term` is what the UK profile calls the name."""

    id: Id
    name: str
    term: str
    description: str
    code: str


class _Term(OrukTermHeld):
    taxonomy: str
    taxonomy_id: Id


class OrukTerm(_Term, total=False):
    """The same in a list of all words, and in a file of its own."""

    term_uri: Uri


class OrukAttribute(TypedDict):
    """A word that holds for a service, and what it says of it."""

    id: Id
    link_id: Id
    link_type: str
    taxonomy_term_id: Id
    taxonomy_term: OrukTermHeld


class OrukIdentifier(TypedDict):
    """A number in a register."""

    id: Id
    identifier_type: str
    identifier_scheme: str
    identifier: str


class _Organization(TypedDict):
    id: Id
    name: str
    description: str


class OrukOrganizationRow(_Organization, total=False):
    """A body, as a list has it."""

    website: Uri


class OrukOrganization(OrukOrganizationRow, total=False):
    """The same with its numbers in registers."""

    organization_identifiers: list[OrukIdentifier]


class _Extra(TypedDict):
    id: str
    language: str
    location: Whereabouts


class OrukExtra(_Extra, total=False):
    """What HSDS has no field for."""

    report_needed: Known
    reached_through: Id
    replaced_by: Id


class OrukExtraWhole(OrukExtra, total=False):
    """The same with what HSDS can say in words alone: to the letter, as its author wrote it."""

    organisation: str
    also_known_as: list[str]
    areas: list[str]
    all_but: list[str]
    by_when: str
    first_step: str
    response: str
    who_for: str
    not_for: str
    answered_by: str
    calls_back: str
    leaves_messages: str
    wait: str
    wait_as_of: Day
    who_will_know: str
    police_told: Told
    immigration_told: Told
    interpreters: Known
    referral: list[str]
    commissioned_by: list[str]
    outcomes: list[OrukOutcome]
    closed_on: Day


class _Service(TypedDict):
    id: Id
    organization_id: Id
    name: str
    status: Status
    description: str
    organization: OrukOrganizationRow


class _ServiceOnce(_Service, total=False):
    url: Uri
    email: Email
    alert: str
    assured_date: Day
    assurer_email: Email
    last_modified: Moment
    minimum_age: float
    maximum_age: float


class OrukServiceRow(_ServiceOnce):
    """A service, as a list has it: nothing of which there may be several."""

    x_waymark: OrukExtra


class _ServiceWhole(_ServiceOnce):
    x_waymark: OrukExtraWhole


class OrukService(_ServiceWhole, total=False):
    """A whole service."""

    alternate_name: str
    additional_urls: list[OrukUrl]
    eligibility_description: str
    application_process: str
    interpretation_services: str
    fees_description: str
    accreditations: str
    phones: list[OrukPhone]
    contacts: list[OrukContact]
    schedules: list[OrukSchedule]
    service_areas: list[OrukArea]
    service_at_locations: list[OrukMeetingWhole]
    languages: list[OrukLanguage]
    funding: list[OrukFunding]
    cost_options: list[OrukCost]
    attributes: list[OrukAttribute]


class OrukPublisher(TypedDict):
    """Who publishes a feed: HSDS 3.2 has this field."""

    name: str
    url: Uri


class OrukAbout(TypedDict):
    """What a feed says of itself at its own address. The last two are of HSDS 3.2."""

    version: Literal["HSDS-UK-3.0"]
    profile: Uri
    openapi_url: Uri
    publisher: OrukPublisher
    data_guide: Uri
