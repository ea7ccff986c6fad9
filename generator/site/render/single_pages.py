"""The pages of which there is one: home, feeds, open data, for professionals, and the neutral page after leaving."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.resources.abc import Traversable

from generator import urls
from generator.edition import Edition
from generator.model.fields.text import in_language
from generator.model.fields.text_direction import direction
from generator.model.post_previews import channels_of
from generator.model.service import Service
from generator.output import Asset, Follow, Page, SharePicture
from generator.site.render.assets import inline, policy
from generator.site.render.referral_choices import ReferralQuestion, referral_selects, referral_words
from generator.site.render.templates import Templates


def home(templates: Templates, picture: SharePicture | None = None) -> Page:
    """The first page that most people see, and the picture that goes with a link to it."""
    edition, settings = templates.edition, templates.settings
    page = templates.page(
        "home",
        urls.HOME,
        settings.site_name,
        settings.site_description,
        "services.yaml",
        on_now=edition.campaigns_at("now"),
        coming=edition.campaigns_at("coming"),
    )
    return replace(page, share=picture)


LAST = 10
"""The most posts that the page of feeds shows."""


RSS = "application/rss+xml"


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed as people see it: its id on the page, what it is, its full address, how many posts it has now."""

    id: str
    name: str
    address: str
    count: int


def feeds_page(templates: Templates) -> Page:
    """The page that people who post and publish for others start from."""
    _, edition = templates.say, templates.edition
    posts = edition.released_posts
    catalogue = edition.catalogue
    with_posts = {campaign.id for campaign, __ in posts}
    on_channel = Counter(channel for __, post in posts for channel in channels_of(post, catalogue.channels))
    about = Counter(crime for campaign, __ in posts for crime in campaign.about)
    meant_for = Counter(audience for campaign, __ in posts for audience in campaign.audiences)
    channels = [
        _feed(templates, channel, rule.name, urls.channel_feed(channel), on_channel[channel])
        for channel, rule in catalogue.channels.rules.items()
    ]
    page = templates.page_that_fits(
        "feeds",
        urls.FEEDS,
        _("Follow our campaigns"),
        _("Feeds of our campaign posts, for people who share them and for the tools that schedule them."),
        "campaigns",
        least=1,
        count=min(len(posts), LAST),
        shown=lambda count: {"posts": posts[:count]},
        all=_feed(templates, "all", "", urls.CAMPAIGNS_RSS, len(posts)),
        json=templates.settings.absolute(urls.CAMPAIGNS_JSON),
        calendar=templates.settings.absolute(urls.CAMPAIGNS_ICS),
        channels=channels,
        crimes=[
            _feed(templates, f"about-{crime}", term.name, urls.crime_feed(crime), about[crime])
            for crime, term in catalogue.vocabulary.crimes.items()
        ],
        audiences=[
            _feed(templates, f"for-{audience}", term.name, urls.audience_feed(audience), meant_for[audience])
            for audience, term in catalogue.vocabulary.audiences.items()
        ],
        tables=[campaign for campaign in edition.campaigns if campaign.id in with_posts],
    )
    names = {one.id: in_language(one.name, templates.settings.language) for one in channels}
    follow = [Follow(urls.channel_feed(one), RSS, _("Campaign posts for %s") % name) for one, name in names.items()]
    return replace(page, follow=tuple(follow))


def _feed(templates: Templates, name: str, title: str, path: str, posts: int) -> Feed:
    return Feed(name, title, templates.settings.absolute(path), min(posts, templates.settings.feeds.newest))


IN_PYTHON = """\
import json, urllib.request
lines = urllib.request.urlopen("%s")
for service in map(json.loads, lines):
    for phone in service.get("phones", []):
        print(service["name"], phone["number"], service["assured_date"])"""
"""What somebody copies who has never read a feed."""


def data_page(templates: Templates) -> Page:
    """What there is of open data, for people who want to use it."""
    _, edition = templates.say, templates.edition
    told = (edition.last_check(service) for service in edition.catalogue.public_services)
    return templates.page(
        "data",
        urls.DATA,
        _("Open data"),
        _("The facts on our pages, as files for spreadsheets, for other directories and for programs."),
        "services.yaml",
        example=IN_PYTHON % templates.settings.absolute(f"{urls.ORUK}services.ndjson"),
        checked=max((check.on for check in told if check), default=None),
    )


def neutral_page(templates: Templates, scripts: Traversable) -> Asset:
    """`/exit/`: no brand, no words about crime, one link to the exit page."""
    script = inline(scripts / "neutral.js")
    text = templates.environment.get_template("exit.html").render(
        language=templates.settings.language,
        direction=direction(templates.settings.language),
        exit=templates.settings.exit_page,
        script=script,
        policy=policy(script),
    )
    return Asset(f"{urls.EXIT}index.html", text.encode())


WEIGHED = 400
"""A directory of more services is cut without being weighed: its pages would all have to be made for that."""
NEVER_MORE = 100
"""More services than this are too heavy for one page whatever their words."""
UNWEIGHED = 20
"""How many of one kind stand on a page where nothing is weighed."""


@dataclass(frozen=True, slots=True)
class KindOfHelp:
    """Listed services of one kind: all of them, or a part where one page can't hold all."""

    id: str
    name: str
    services: Sequence[Service]
    part: int = 1
    of: int = 1


def professional_pages(templates: Templates) -> Iterator[Page]:
    """One page if it fits into one round trip; else for each kind as many pages as it needs, and one that leads there.

    That one names each service with who can refer, or by its name alone, as long as it fits: what narrows one page
    narrows these lines too.
    """
    kinds = kinds_of_help(templates.edition)
    count = sum(len(kind.services) for kind in kinds)
    if count <= NEVER_MORE:
        page = _page(templates, urls.PROFESSIONALS, kinds)
        if templates.list_view.fits(page.body):
            yield page
            return
    parts = [part for kind in kinds for part in _parts(templates, kind, weighed=count <= WEIGHED)]
    first = partial(_page, templates, urls.PROFESSIONALS, parts, whole=False)
    listed = (first(listed=True, brief=brief) for brief in (False, True) if count <= NEVER_MORE)
    yield next((page for page in listed if templates.list_view.fits(page.body)), None) or first()
    for part in parts:
        yield _page(templates, urls.professionals(part.id, part.part), [part])


def _parts(templates: Templates, kind: KindOfHelp, *, weighed: bool) -> Sequence[KindOfHelp]:
    """One kind in as few pages as can be, each of which fits."""
    left, groups = list(kind.services), []
    while left:
        most = min(len(left), NEVER_MORE if weighed else UNWEIGHED)
        if weighed:
            made = partial(_first_of, templates, kind, left)
            most, __ = templates.first_view.most(made, 1, most)
        groups.append(left[:most])
        left = left[most:]
    return [KindOfHelp(kind.id, kind.name, some, number, len(groups)) for number, some in enumerate(groups, 1)]


def _first_of(templates: Templates, kind: KindOfHelp, services: Sequence[Service], count: int) -> str:
    """The body of a page with so many of these, and with a link to each page that there would be beside it."""
    some = KindOfHelp(kind.id, kind.name, services[:count], 1, -(-len(kind.services) // count))
    return _page(templates, urls.professionals(kind.id), [some]).body


def kinds_of_help(edition: Edition) -> list[KindOfHelp]:
    """Every kind that has a service to refer to, in the vocabulary's order; with those for professionals alone."""
    catalogue = edition.catalogue
    of_kind: dict[str, list[Service]] = {}
    for service in edition.ranked(catalogue.services):
        if edition.is_there(service) and catalogue.meant_for(service) != "people-who-harm":
            for kind in service.every_kind:
                of_kind.setdefault(kind, []).append(service)
    found = (KindOfHelp(kind, term.name, of_kind.get(kind, ())) for kind, term in catalogue.vocabulary.kinds.items())
    return [kind for kind in found if kind.services]


def _page(
    templates: Templates,
    address: str,
    kinds: Sequence[KindOfHelp],
    *,
    whole: bool = True,
    listed: bool = False,
    brief: bool = False,
) -> Page:
    _, title = templates.say, templates.say("For professionals")
    if address != urls.PROFESSIONALS:
        (kind,) = kinds
        name = in_language(kind.name, templates.settings.language)
        title = _("For professionals: %(kind)s") % {"kind": f"{name} ({kind.part})" if kind.part > 1 else name}
    description = _("How to refer someone to each service, and what to expect.")
    meant_for = templates.edition.catalogue.meant_for
    shown = [service for kind in kinds for service in kind.services]
    selects: Sequence[ReferralQuestion] = ()
    once = {
        service.id: (service, urls.professionals(kind.id, kind.part)) for kind in kinds for service in kind.services
    }
    if (whole or listed) and address == urls.PROFESSIONALS:
        every = [service for service, __ in once.values()]
        selects = referral_selects(every, templates.edition, templates.settings.language, templates.say)
    alone = any(meant_for(one) or any(way.meant_for for way in one.contact) for one in shown)
    return templates.page(
        "professionals",
        address,
        title,
        description,
        "services.yaml",
        kinds=kinds,
        whole=whole,
        here=address,
        alone=alone,
        selects=selects,
        listed=once.values() if listed else (),
        brief=brief,
        words_of=partial(referral_words, edition=templates.edition),
    )
