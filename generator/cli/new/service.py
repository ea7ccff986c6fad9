"""`waymark new service`: questions in the order in which a person would tell it -> a new record of the directory."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from generator.cli.context import DayOption, Known, site_command
from generator.cli.new.draft import Draft
from generator.cli.prompts.choices import Choice, Offer, choose_one, choose_some, named_offer, vocabulary_offer
from generator.cli.prompts.contacts import ask_contacts
from generator.cli.prompts.parsers import one_of, reading, reading_free_words, reading_new_id
from generator.cli.prompts.session import Asking, answerable, ask_id, joined
from generator.model.fields.placeholders import is_placeholder
from generator.model.fields.text import slug_of
from generator.privacy.normalise_contacts import whole_address
from generator.site_loader import Site

ID_QUESTION = "Its id, which never changes: small letters, digits and hyphens."


UNKNOWN = "not known"


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
        from generator.model.fields.phones import digits_of
        from generator.model.fields.text import Label, Name, Sentence

        asking, given, vocabulary = self.asking, self.given, self.catalogue.vocabulary
        name = self._text("name", "What is the service called?", Name, "Harbour Helpline", required=True)
        service_id = self._new_id("id", str(name), given["service_id"], self.catalogue.service_by_id)
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
        first_step = self._text(
            "first-step", "What should somebody do first?", Sentence, "Call, or start a chat.", empty=UNKNOWN
        )
        retired = frozenset(digits_of(number.number) for number in self.catalogue.retired_numbers)
        contact = ask_contacts(asking, given["contact"], retired)
        cost = self._text("cost", "What does the help cost?", Sentence, "free", empty=UNKNOWN)
        referral = choose_some(
            asking,
            Offer("referral", "a way to be referred", REFERRAL),
            "Who can refer people to it?",
            given["referral"],
            required=False,
            empty=UNKNOWN,
        )
        report = given["report_needed"] or self._report()
        sources = list(given["source"])
        if not sources:
            question = "Where did you find these facts? A web address, or words such as: their annual report of 2026."
            found = self._text("source", question, Label, "https://harbour.example.org")
            sources = [found] if found else []
        return {
            "id": service_id,
            "name": name,
            "kind": kind,
            "for": given["meant_for"],
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
        read = reading(kind) if option == "source" else reading_free_words(kind, is_name=option == "name")
        answer = self.asking.text(option, question, text, read, example=example, **more)
        if answer and is_placeholder(answer) and not more.get("required"):
            self.asking.say(f"  {answer} says nothing, so it stays open.")
            return None
        return answer

    def _organisation(self) -> str:
        """Who runs it; one that is not in the list is added where that is wanted."""
        from generator.model.fields.text import Name

        given, asking = self.given, self.asking
        name = given["organisation_name"]
        if name is not None:
            named = asking.text(
                "organisation-name",
                "What is the organisation called?",
                name,
                reading(Name),
                example="Harbour Trust",
                required=True,
            )
            return self._add_organisation(str(named)).id
        offer = named_offer("organisation", "an organisation in the list", self.catalogue.organisations)
        return choose_one(asking, offer, "Who runs it?", given["organisation"], add=self._add_organisation)

    def _add_organisation(self, name: str) -> Choice:
        from generator.content.editing.yaml_writer import organisation_entry
        from generator.model.fields.text import WebLink

        key = self._new_id("organisation", name, self.given["organisation"], self.catalogue.organisations)
        example, link = "https://harbour.example.org", reading(WebLink)
        website = self.asking.text(
            "organisation-website",
            "What is the organisation's website?",
            self.given["organisation_website"],
            lambda text: link(whole_address(text)),
            example=example,
        )
        answers = {"name": name} | ({"website": website} if website else {})
        self.draft.add(self.draft.file_for("organisations"), "organisations", organisation_entry(key, answers))
        return Choice(key, name)

    def _areas(self) -> list[str]:
        """Where it helps; an area that is not in the list is added where that is wanted."""
        from generator.model.fields.text import Name

        given, asking = self.given, self.asking
        offer = named_offer("area", "an area in the list", self.catalogue.areas)
        if given["area_name"] is None:
            return choose_some(asking, offer, "Where does it help?", given["area"], add=self._add_area)
        name = asking.text(
            "area-name", "What is the area called?", given["area_name"], reading(Name), example="Kent", required=True
        )
        words = [word.strip() for text in given["area"] for word in text.split(",") if word.strip()]
        new = [word for word in words if word not in self.catalogue.areas]
        if len(new) > 1:
            raise click.UsageError(f"--area-name is the name of one new area, but --area names {joined(new)}")
        known = [word for word in words if word in self.catalogue.areas]
        return [*known, self._add_area(str(name), new[0] if new else "").id]

    def _add_area(self, name: str, key: str = "") -> Choice:
        from generator.content.editing.yaml_writer import area_entry

        key = self._new_id("area", name, key or None, self.catalogue.areas)
        offer = named_offer("area-within", "an area in the list", self.catalogue.areas)
        within = [self.given["area_within"]] if self.given["area_within"] else []
        around: list[str] = []
        if within or offer.choices:
            question = f"Which larger area is {name} in? One of them, or none."
            around = choose_some(self.asking, offer, question, within, required=False)[:1]
        answers = {"name": name} | ({"within": around[0]} if around else {})
        self.draft.add(self.draft.file_for("areas"), "areas", area_entry(key, answers))
        return Choice(key, name)

    def _new_id(self, option: str, name: str, given: str | None, taken: Mapping[str, Any]) -> str:
        """The id of a service, an organisation or an area that is not there yet. `taken`: those that are."""
        read = reading_new_id({key: str(one.name) for key, one in taken.items()})
        return ask_id(self.asking, given, read, slug_of(name), ID_QUESTION, option=option)

    def _report(self) -> str | None:
        question = "Must people tell the police first: yes, no or depends?"
        return self.asking.text(
            "report-needed", question, None, one_of(("yes", "no", "depends")), example="no", empty=UNKNOWN
        )


@site_command(
    "service",
    help="Add a service. It asks for what you leave out; --no-input never asks.",
    example="waymark new service\n"
    "waymark new service --name 'Harbour Helpline' --kind helpline \\\n"
    "  --organisation victim-support --helps-with any-crime --area cumbria \\\n"
    "  --summary 'A free helpline for anyone hurt by crime.' \\\n"
    "  --contact '{phone: 01632 960123, hours: 24/7}'",
)
@click.option("--name", help="What it is called.")
@click.option("--id", "service_id", help="Permanent. Small letters, digits and hyphens. Default: made of the name.")
@click.option("--organisation", help="Who runs it: an id or a name from the list, or a new id.")
@click.option("--organisation-name", help="The name of an organisation that is not in the list yet.")
@click.option("--organisation-website", help="Its website.")
@click.option("--kind", help="What kind of service it is.")
@click.option(
    "--for",
    "meant_for",
    type=click.Choice(["people-who-harm", "professionals"]),
    help="Where it is not for people harmed by crime: no list for the public has it.",
)
@click.option("--summary", help="In one sentence: what it does.")
@click.option("--helps-with", multiple=True, help="A crime type; may be given again.")
@click.option("--audience", multiple=True, help="Whom it is for; may be given again. Default: everyone.")
@click.option("--area", multiple=True, help="Where it helps: an id or a name from the list; may be given again.")
@click.option("--area-name", help="The name of an area that is not in the list yet.")
@click.option("--area-within", help="The larger area around that one.")
@click.option("--first-step", help="What somebody does first, in a sentence.")
@click.option("--contact", multiple=True, help="A contact: a number, e-mail or web address; may be given again.")
@click.option("--cost", help="What the help costs: free, or a few words.")
@click.option("--report-needed", type=Known(["yes", "no", "depends"]), help="Must people tell the police first?")
@click.option("--referral", multiple=True, help="Who may refer: self, professional, police, any; again for more.")
@click.option("--source", multiple=True, help="Where you found the facts; may be given again.")
@click.option("--checked-by", help="Who made sure of all this with the service. Nobody: leave it out.")
@click.option("--checked-how", help="How: phoned, say.")
@click.option("--checked-on", type=DayOption(), help="When. Default: today.")
@answerable
def command(site: Site, no_input: bool, dry_run: bool, **given: Any) -> None:
    """Ask, write, check."""
    from generator.cli.new.draft import Draft
    from generator.cli.prompts.contacts import ask_check
    from generator.content.editing.yaml_writer import service_entry

    asking, draft = Asking(no_input), Draft(site)

    def ask() -> None:
        answers = ServiceAnswers(asking, draft, given).all()
        checked = ask_check(asking, site, given["checked_by"], given["checked_how"], given["checked_on"])
        secret = draft.catalogue.vocabulary.kinds[answers["kind"]].places != "full"
        draft.add(
            draft.file_for("services", answers),
            "services",
            service_entry(answers | {"checked": checked}, secret=secret),
        )
        draft.finish(asking, dry_run, _what_now(answers, checked))

    asking.begin("A new service")
    asking.talk(ask, draft.forget)


def _what_now(answers: dict[str, Any], checked: object) -> list[str]:
    lines = ["", "What now:"]
    if answers["contact"] and not checked:
        lines += [
            "- Nobody has checked how to reach it, so the site does not show that yet. When somebody has:",
            f'  waymark due --done {answers["id"]} --by "Your name" --how phoned',
        ]
    if not answers["contact"]:
        lines.append("- There is no way to reach it yet: add one below contact: in the record.")
    return [
        *lines,
        "- Fill in what you know of the lines that begin with #.",
        f"- See it: waymark serve, then open services/{answers['id']}/",
    ]
