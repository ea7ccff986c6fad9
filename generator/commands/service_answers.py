"""The questions about a service, in the order in which a person would tell it -> its fields."""

from __future__ import annotations

from typing import Any

from generator.commands.answers import ask_contacts, named_offer, vocabulary_offer
from generator.commands.asking import Asking, reading
from generator.commands.choosing import Choice, Offer, choose_one, choose_some
from generator.commands.drafting import Draft, slug_of

REFERRAL = (
    Choice("self", "Themselves", "People get in touch themselves."),
    Choice("professional", "A professional", "A doctor, a teacher, a social worker and the like refer them."),
    Choice("police", "The police", "The police refer them."),
    Choice("any", "Anyone", "Anyone may refer them."),
)


class ServiceAnswers:
    """One service. An organisation and areas that are new go into the draft on the way."""

    def __init__(self, asking: Asking, draft: Draft, given: dict[str, Any]) -> None:
        self.asking = asking
        self.draft = draft
        self.given = given
        self.catalogue = draft.catalogue

    def all(self) -> dict[str, Any]:
        """The record, as an author's fields, in no order."""
        from generator.model.phone import digits_of
        from generator.model.text import Label, Name, Sentence

        asking, given, vocabulary = self.asking, self.given, self.catalogue.vocabulary
        asking.say("A new service. Nothing is written before the end; Ctrl+C stops.")
        name = self._text("name", "What is the service called?", Name, "Harbour Helpline", required=True)
        service_id = self._id(str(name))
        kind = choose_one(
            asking,
            vocabulary_offer("kind", "a kind of service", vocabulary.kinds),
            "What kind of service is it?",
            given["kind"],
        )
        organisation = self._organisation()
        summary = self._text(
            "summary",
            "What does it do, in one sentence? People read it first.",
            Sentence,
            "A free helpline, open day and night, for anyone hurt by crime.",
            required=True,
        )
        crimes = vocabulary_offer("helps-with", "a crime type", vocabulary.crimes)
        audiences = vocabulary_offer("audience", "an audience", vocabulary.audiences)
        helps_with = choose_some(asking, crimes, "What does it help with?", given["helps_with"])
        audience = choose_some(asking, audiences, "Who is it for?", given["audience"], default="everyone")
        areas = self._areas()
        first_step = self._text("first-step", "What should somebody do first?", Sentence, "Call, or start a chat.")
        retired = frozenset(digits_of(number.number) for number in self.catalogue.retired_numbers)
        contact = ask_contacts(asking, given["contact"], retired)
        cost = self._text("cost", "What does the help cost?", Sentence, "free")
        referral = choose_some(
            asking,
            Offer("referral", "a way to be referred", REFERRAL),
            "How do people come to it?",
            given["referral"],
            required=False,
        )
        report = given["report_needed"] or self._report()
        sources = list(given["source"])
        if not sources:
            question = "Where do these facts stand? A web address, or words such as: their annual report of 2026."
            found = self._text("source", question, Label, "https://harbour.example.org")
            sources = [found] if found else []
        return {
            "id": service_id,
            "name": name,
            "kind": kind,
            "organisation": organisation,
            "summary": summary,
            "helps_with": helps_with,
            "who": {"audiences": audience},
            "areas": areas,
            "first_step": first_step,
            "contact": contact,
            "cost": cost,
            "report_needed": report,
            "referral": referral,
            "sources": sources,
        }

    def _text(self, option: str, question: str, kind: Any, example: str, **more: Any) -> str | None:
        given: str | tuple[str, ...] | None = self.given[option.replace("-", "_")]
        text = given if isinstance(given, str) else None
        return self.asking.text(option, question, text, reading(kind), example=example, **more)

    def _id(self, name: str) -> str:
        from generator.model.text import Slug

        slug, taken = reading(Slug), self.catalogue.service_by_id

        def read(text: str) -> str:
            found = slug(text)
            if found in taken:
                raise ValueError(f"'{found}' is already the id of {taken[found].name}; choose another")
            return found

        question = "Its id, which never changes: small letters, digits and hyphens."
        default = slug_of(name)
        answer = self.asking.text(
            "id", question, self.given["service_id"], read, example="harbour-helpline", default=default, required=True
        )
        return str(answer)

    def _organisation(self) -> str:
        """Who runs it; one that is not in the list is added where that is wanted."""
        from generator.editing.entries import organisation_entry
        from generator.model.text import Name, Slug, WebLink

        given, asking = self.given, self.asking
        offer = named_offer("organisation", "an organisation in the list", self.catalogue.organisations)
        new = given["organisation_name"]
        if new is None and asking.asks and given["organisation"] is None:
            asking.say("", "Who runs it?")
            offer.show(asking)
            new = self._new_name(offer, "organisation")
            if isinstance(new, Choice):
                return new.id
        if new is None:
            return choose_one(asking, offer, "Who runs it?", given["organisation"])
        name = asking.text("organisation-name", "", new, reading(Name), example="Harbour Trust")
        key = asking.text(
            "organisation",
            "The organisation's id, which never changes.",
            given["organisation"],
            reading(Slug),
            example="harbour",
            default=slug_of(str(name)),
            required=True,
        )
        website = self._text(
            "organisation-website", "The organisation's website?", WebLink, "https://harbour.example.org"
        )
        answers = {"name": name} | ({"website": website} if website else {})
        self.draft.add(self.draft.file_for("organisations"), "organisations", organisation_entry(str(key), answers))
        return str(key)

    def _areas(self) -> list[str]:
        """Where it helps; an area that is not in the list is added where that is wanted."""
        from generator.editing.entries import area_entry
        from generator.model.text import Name

        given, asking = self.given, self.asking
        offer = named_offer("area", "an area in the list", self.catalogue.areas)
        new, within = given["area_name"], given["area_within"]
        if new is None:
            if offer.choices or not asking.asks:
                return choose_some(asking, offer, "Where does it help?", given["area"])
            new = asking.text(
                "area-name",
                "Where does it help? There is no area yet.",
                None,
                reading(Name),
                example="Cumbria",
                required=True,
            )
        name = asking.text("area-name", "", new, reading(Name), example="Cumbria", required=True)
        key = given["area"][0] if len(given["area"]) == 1 else slug_of(str(name))
        answers = {"name": name} | ({"within": choose_one(asking, offer, "", within)} if within else {})
        self.draft.add(self.draft.file_for("areas"), "areas", area_entry(key, answers))
        return [key]

    def _new_name(self, offer: Offer, what: str) -> str | Choice:
        """A name that somebody wants added, or one of the list."""
        while True:
            typed = self.asking.typed("Type its number or name. A name that is not in the list can be added:")
            if not typed:
                self.asking.say(
                    f"  This is needed. For example: {offer.choices[0].name if offer.choices else 'Harbour Trust'}"
                )
                continue
            try:
                chosen = offer.find(typed, numbered=True)
                self.asking.say(f"  {chosen.name}.")
                return chosen
            except LookupError as error:
                for near in error.args[:1]:
                    if self.asking.agrees(f"  Do you mean {near.name}?"):
                        return near  # type: ignore[no-any-return]
            if self.asking.agrees(f"  '{typed}' is not in the list. Add this {what}?"):
                return typed

    def _report(self) -> str | None:
        choices = ("yes", "no", "depends")

        def read(text: str) -> str:
            if text.lower() not in choices:
                raise ValueError(f"'{text}' is not one of them; type yes, no or depends")
            return text.lower()

        question = "Must people tell the police first: yes, no or depends?"
        return self.asking.text("report-needed", question, None, read, example="no")
