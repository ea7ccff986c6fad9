"""A small office with every field, its texts in English and in the language made up, published at several moments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.content.loading.campaigns import read_campaign
from generator.content.loading.service_directory import read_directory
from generator.content.loading.shipped import lines_of_site, read_vocabulary, vocabulary_of_site
from generator.content.schema.json_schema import DIRECTORY
from generator.model.accessibility import AccessibilityStatement, Results
from generator.model.campaign import Campaign
from generator.model.catalogue import Catalogue, StandingPages, Titled
from generator.model.channel_rules import Channels
from generator.model.fields.text import Words
from generator.model.rights import Rights
from generator.model.standing_page import StandingPage
from generator.picture_words import CardWords
from generator.settings import Settings
from generator.site.build import Build, publish
from generator.site.share_images import campaign_pictures
from tests.builders import a_catalogue, at, read_channels
from tests.checks_of import broken_references
from tests.fuzz.mutations import written
from tests.fuzz.test_every_field import whole
from tests.l10n.pseudo_language import LANGUAGE, in_both, in_greek, pseudo, templates_in
from tests.sites import ROOT, a_picture, a_site

MOMENTS = ("2027-01-25 10:00", "2027-02-10 10:00", "2027-02-27 18:00", "2027-08-01 10:00", "2028-01-01 10:00")
"""Before a campaign, in it, on its last day after all posts, and when checks are due, and long overdue."""
SAYS = {"says": "Tell them.", "sources": ["S001"]}
PAGES: Mapping[str, tuple[type[StandingPage], Mapping[str, Any]]] = {
    "about": (StandingPage, {"title": "About", "description": "About us.", "heading": "About us"}),
    "stay_safe": (StandingPage, {"title": "Stay safe", "heading": "Stay safe"}),
    "rights": (
        Rights,
        {
            "title": "Your rights", "heading": "Your rights after a crime", "code": "Victims' Code",
            "in_force_from": "2021-04-01", "superseded_on": "2027-06-01", "source": "S001", "note": "It will change.",
            "checked": {"on": "2026-11-20", "by": "Us", "how": "read it"}, "lead": "What help you should get.",
            "rights": [
                {
                    "number": str(number), "title": "To be told", "plain": "You must be told.", "applies_to": to,
                    "from_title_only": only, "ask": "Ask them.", "of": "The police", "complain": "To the police.",
                    "services": ["victim-support-cumbria"], "sources": ["S001"],
                }
                for number, to, only in ((1, "everyone", "no"), (2, "after-a-report", "yes"), (3, "everyone", "no"))
            ],
            "if_you_report": [SAYS], "if_you_do_not": [SAYS], "must_follow": [SAYS], "complain": [SAYS, SAYS],
        },
    ),
    "accessibility": (
        AccessibilityStatement,
        {
            "title": "Accessibility", "heading": "Accessibility", "organisation": "The office",
            "prepared": "2026-02-01", "reviewed": "2026-11-20",
            "tested_by": "We did.", "tested_with_people": "yes", "not_tested": ["A map."],
            "problems": [{"what": "The map is grey.", "criterion": "1.4.3", "fix_by": "2027-03-31"}],
            "disproportionate_burden": ["Old films."], "not_in_scope": ["Maps."],
            "feedback": {
                "email": "help@example.org", "phone": "01632 960001", "replies_within": "5 days", "text": "Soon.",
            },
        },
    ),
}  # fmt: skip
RESULTS = {
    "on": "2026-11-21", "tools": ["axe"], "pages": "40", "pages_with_violations": "1",
    "violations": [{"criterion": "1.4.3", "what": "Grey on grey.", "pages": "1"}],
}  # fmt: skip


@dataclass(frozen=True)
class Office:
    """The site by moment; the words that were drawn in pictures; and the folder of templates that it was made with."""

    builds: Mapping[str, Build]
    drawn: list[str]
    templates: Path


def open_office(root: Path, patch: Any) -> Office:
    """Publish it, with templates of its own in a folder; `patch` undoes what was put in the place of the drawing."""
    templates = templates_in(root / "overrides", ROOT / "overrides")
    drawn: list[str] = []
    real = campaign_pictures.card

    def card(words: CardWords, *more: Any) -> bytes | None:
        drawn.extend(text for text in (words.title, words.call, words.when, words.office) if text)
        return real(words, *more)

    patch.setattr(campaign_pictures, "card", card)
    catalogue = records()
    return Office(
        {one: publish(catalogue, settings(), at(one), root, drafts=True) for one in MOMENTS}, drawn, templates
    )


def settings() -> Settings:
    """The office's own settings, each text in the language made up."""
    return a_site(
        language=LANGUAGE,
        site_name=pseudo("Help in Cumbria"),
        site_description=pseudo("Help after a crime"),
        office={"name": pseudo("The office"), "corrections": "help@example.org", "licence": pseudo("Our licence")},
        notice=pseudo("A notice"),
        demonstration=True,
    )


def records() -> Catalogue:
    """Every record of the office."""
    trees: Any = whole()
    for name, record in DIRECTORY.items():
        found = trees["directory"].get(name, [])
        for key, one in list(found.items() if isinstance(found, dict) else enumerate(found)):
            found[key] = in_both(record, one)
            if "towns" in one:
                found[key]["towns"] = [pseudo(town) for town in one["towns"]]
    directory, problems = read_directory({"services.yaml": written(trees["directory"])})
    tree = in_both(Campaign, trees["campaign"]) | {"hashtags": [f"#{in_greek('DatingScams')}"]}
    front = written(tree)
    campaign, wrong = read_campaign(f"---\n{front}\n---\n{pseudo('Words')}\n", "campaigns/a.md")
    problems += wrong
    problems += broken_references(directory, [campaign] if campaign else [], read_vocabulary())
    assert campaign is not None, problems
    assert problems == []
    return a_catalogue(
        *(one.record for one in directory.services),
        campaign.record,
        organisations={name: one.record for name, one in directory.organisations.items()},
        areas={name: one.record for name, one in directory.areas.items()},
        emergency=lines_of_site(directory, "en"),
        channels=channels(),
        vocabulary=vocabulary_of_site(directory, LANGUAGE),
        documents={name: one.record for name, one in directory.sources.items()},
        pictures=a_picture("images/dating.png") | a_picture("images/post.png"),
        standing=standing(),
        titled=(Titled("privacy/", pseudo("Privacy"), pseudo("Privacy")),),
    )


def channels() -> Channels:
    """Every channel, with a name in both languages."""
    shipped = read_channels()
    names = {name: Words({"en": str(rule.name), LANGUAGE: pseudo(rule.name)}) for name, rule in shipped.rules.items()}
    rules = {name: rule.model_copy(update={"name": names[name]}) for name, rule in shipped.rules.items()}
    return shipped.model_copy(update={"rules": rules})


def standing() -> StandingPages:
    """Every standing page, with every field."""
    pages = {name: _record(model, fields, words=pseudo("Words.")) for name, (model, fields) in PAGES.items()}
    return StandingPages(**pages, results=_record(Results, RESULTS), addresses=frozenset({"privacy/"}))


def _record(model: type[BaseModel], fields: Mapping[str, Any], **more: Any) -> Any:
    return model.model_validate(in_both(model, dict(fields)) | more)
