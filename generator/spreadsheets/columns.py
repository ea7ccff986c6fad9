"""The columns of a table of services: what each is called, which field of the record it holds, and in what form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from generator.model.contact import WAYS
from generator.model.service import Access, Known, MeantFor, Told

Form = Literal["text", "texts", "words", "codes", "choice", "choices", "day", "age", "phone", "hours", "link"]
"""text: for people, perhaps in several languages; texts: several of them; words: one line, the same in every language;
codes: ids, several of them; choices: words of a closed list, several of them."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. In a field and in a heading # is the number of a contact, a place or an outcome."""

    field: str
    heading: str
    form: Form
    choices: tuple[str, ...] = ()

    @property
    def group(self) -> str:
        """The field of the records that a column comes once for each of: "contact", "places", "outcomes"; else ""."""
        return self.field.partition(".#")[0] if "#" in self.field else ""

    def called(self, number: int) -> str:
        """The heading, with a number where it needs one."""
        return self.heading.replace("#", str(number))


KNOWN = get_args(Known)
TOLD = get_args(Told)
AS_USUAL = "as usual for its kind"
"""In the column that says how much of a place is shown: what the record leaves to the kind of service."""

ONCE_FIRST = (
    Column("id", "Waymark id", "words"),
    Column("name", "Service name", "text"),
    Column("organisation", "Organisation", "codes"),
    Column("kind", "Kind of service", "codes"),
    Column("for", "Only for", "choice", get_args(MeantFor)),
    Column("status", "Status", "choice", ("open", "not-yet", "paused", "closed")),
    Column("summary", "Summary", "text"),
    Column("helps_with", "Helps with", "codes"),
    Column("areas", "Areas", "codes"),
    Column("who.audiences", "Who it is for", "codes"),
    Column("who.ages.from", "Age from", "age"),
    Column("who.ages.to", "Age to", "age"),
    Column("who.text", "Who it is for, in words", "text"),
    Column("who.not_for", "Who it is not for", "text"),
    Column("first_step", "First step", "text"),
)
CONTACT = (
    Column("contact.#.way", "Contact # kind", "choice", WAYS),
    Column("contact.#.to", "Contact # number or address", "words"),
    Column("contact.#.label", "Contact # label", "text"),
    Column("contact.#.hours", "Contact # opening hours", "hours"),
    Column("contact.#.cost", "Contact # cost of a call", "choice", ("free", "local")),
    Column("contact.#.note", "Contact # note", "text"),
    Column("contact.#.for", "Contact # only for", "choice", ("professionals",)),
    Column("contact.#.languages", "Contact # languages", "codes"),
    Column("contact.#.source", "Contact # source", "words"),
    Column("contact.#.checked.on", "Contact # checked on", "day"),
    Column("contact.#.checked.by", "Contact # checked by", "words"),
    Column("contact.#.checked.how", "Contact # checked how", "words"),
)
ONCE_AFTER = (
    Column("checked.on", "All checked on", "day"),
    Column("checked.by", "All checked by", "words"),
    Column("checked.how", "All checked how", "words"),
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
    Column("places.#.show", "Place # is shown", "choice", ("full", "area", "never", AS_USUAL)),
    Column("places.#.area", "Place # area", "codes"),
    Column("places.#.directions", "Place # directions", "text"),
    Column("places.#.source", "Place # source", "words"),
)
OUTCOME = (
    Column("outcomes.#.says", "Outcome # says", "text"),
    Column("outcomes.#.of", "Outcome # of whom", "text"),
    Column("outcomes.#.when", "Outcome # when", "words"),
    Column("outcomes.#.source", "Outcome # source", "words"),
)
ONCE_LAST = (
    Column("also_known_as", "Also known as", "texts"),
    Column("search_words", "Search words", "texts"),
    Column("commissioned_by", "Commissioned by", "codes"),
    Column("contract_until", "Contract until", "day"),
    Column("closed_on", "Closed on", "day"),
    Column("replaced_by", "Replaced by", "codes"),
    Column("sources", "Sources", "texts"),
)
COLUMNS = (*ONCE_FIRST, *CONTACT, *ONCE_AFTER, *PLACE, *OUTCOME, *ONCE_LAST)
BY_FIELD = {column.field: column for column in COLUMNS}
ONE_ID = {"organisation", "kind", "replaced_by", "places.#.area"}
"""Fields of the form "codes" that hold one id alone."""


def laid_out(contacts: int, places: int, outcomes: int) -> list[tuple[Column, int]]:
    """Every column of a table from left to right, each with the number of its contact, place or outcome, or 0."""
    groups = ((CONTACT, contacts), (ONCE_AFTER, 0), (PLACE, places), (OUTCOME, outcomes), (ONCE_LAST, 0))
    found = [(column, 0) for column in ONCE_FIRST]
    for columns, times in groups:
        numbers = range(1, times + 1) if columns[0].group else (0,)
        found += [(column, number) for number in numbers for column in columns]
    return found
