"""Where everything stands on the site. Published addresses never change: feeds, data and people's links need them."""

from __future__ import annotations

HOME = ""
WHAT_HAPPENED = "what-happened/"
WHO = "who/"
WHERE = "where/"
KINDS = "kinds/"
NETWORKS = "networks/"
MARKS = "marks/"
DOORS = "doors/"
SERVICES = "services/"
CAMPAIGNS = "campaigns/"
FEEDS = "feeds/"
RIGHTS = "rights/"
STAY_SAFE = "stay-safe/"
ACCESSIBILITY = "accessibility/"
PRIVACY = "privacy/"
ABOUT = "about/"
CHECKS = "about/checks/"
PROFESSIONALS = "professionals/"
SEARCH = "search/"
WITHOUT_SPEAKING = "help-without-speaking/"
NOT_SURE = "not-sure/"
LANGUAGES = "languages/"
DATA = "data/"
ORUK = "data/oruk/"
DATA_JSON = "data.json"
LLMS = "llms.txt"

CAMPAIGNS_RSS = "feeds/campaigns.xml"
CAMPAIGNS_JSON = "feeds/campaigns.json"
CAMPAIGNS_ICS = "feeds/campaigns.ics"
EXIT = "exit/"

SCRIPT = "assets/waymark.js"
LIST_SCRIPT = "assets/lists.js"
SEARCH_FILES = "assets/search/"
SEARCH_SCRIPT = "assets/search/search.js"
SEARCH_ANSWERS = "assets/search/answers.js"
SEARCH_ANSWERS_IN_WELSH = "assets/search/answers-cy.js"
STYLESHEET = "assets/waymark.css"

OURS = frozenset(
    {
        *("", "what-happened", "who", "where", "kinds", "services", "campaigns", "feeds", "professionals", "search"),
        *("networks", "marks", "doors", "help-without-speaking", "not-sure", "languages"),
        *(
            "about/checks",
            "about/sources",
            "exit",
            "data",
            "data.json",
            "llms.txt",
            "404",
            "404.html",
            "index.html",
            "sitemap",
            "sitemap.xml",
            "sitemap.xml.gz",
            "_headers",
            "_redirects",
        ),
        *(
            "_preview",
            "templates",
            "assets/search",
            "assets/waymark",
            "assets/lists",
            "assets/lists.js",
            "assets/waymark.js",
            "assets/waymark.css",
            "assets/waymark-home.png",
        ),
    }
)
"""Where our own pages and downloads stand, or may come to stand. The engine keeps `templates` to itself."""


def is_ours(address: str) -> bool:
    """Whether a page or a file of `content/` at this address would stand in the way of one of ours."""
    parts = address.removesuffix("/").removesuffix("/index.html").split("/")
    return "/".join(parts[:2]) in OURS or parts[0].removesuffix(".html") in OURS


def service(service_id: str) -> str:
    """The page of one service."""
    return f"{SERVICES}{service_id}/"


def professionals(kind_id: str, part: int = 1) -> str:
    """How to refer to the services of one kind; of which there may be more pages than one."""
    return f"{PROFESSIONALS}{kind_id}/" + (f"{part}/" if part > 1 else "")


def sources(kind: str, part: int = 1) -> str:
    """The sources of one kind, and the code of each; of which there may be more pages than one."""
    return f"{ABOUT}sources/{kind}/" + (f"{part}/" if part > 1 else "")


def search_answers(language: str) -> str:
    """The module with what finds: one for Welsh, whose words change their first letter, and one for all others."""
    return SEARCH_ANSWERS_IN_WELSH if language.partition("-")[0] == "cy" else SEARCH_ANSWERS


def search_danger(language: str) -> str:
    """Words of danger and need, and whom to call for each."""
    return f"{SEARCH_FILES}{language}-danger.json"


def card(service_id: str) -> str:
    """The discreet card of one service."""
    return f"{SERVICES}{service_id}/card/"


def crime(crime_id: str, area_id: str | None = None) -> str:
    """The page of one kind of crime, in one area if one is given."""
    return f"{WHAT_HAPPENED}{crime_id}/{area_id}/" if area_id else f"{WHAT_HAPPENED}{crime_id}/"


UNDER_18 = "under-18"


def young(crime_id: str) -> str:
    """The page of one kind of crime for whoever is under 18."""
    return f"{WHAT_HAPPENED}{crime_id}/{UNDER_18}/"


def audience(audience_id: str) -> str:
    """The page of help for one audience."""
    return f"{WHO}{audience_id}/"


def area(area_id: str) -> str:
    """The page of help in one area."""
    return f"{WHERE}{area_id}/"


def kind(kind_id: str) -> str:
    """The page of one kind of service."""
    return f"{KINDS}{kind_id}/"


def letter(address: str, of: str, part: int = 1) -> str:
    """One letter of a list that is too long for its page; of which there may be more pages than one."""
    plain = of.casefold() if of.isascii() else "-".join(f"{ord(sign):x}" for sign in of)
    return f"{address}letters/{plain}/" + (f"{part}/" if part > 1 else "")


def network(network_id: str) -> str:
    """The page of one network of an office's own."""
    return f"{NETWORKS}{network_id}/"


def mark(mark_id: str) -> str:
    """The page of one quality mark."""
    return f"{MARKS}{mark_id}/"


def door(door_id: str, choice_id: str | None = None) -> str:
    """A door of an office's own, or the page behind one of its choices."""
    return f"{DOORS}{door_id}/{choice_id}/" if choice_id else f"{DOORS}{door_id}/"


def data_file(name: str) -> str:
    """A file of open data."""
    return f"{DATA}{name}"


def campaign(campaign_id: str) -> str:
    """The page of one campaign."""
    return f"{CAMPAIGNS}{campaign_id}/"


def post(campaign_id: str, post_id: str) -> str:
    """Where a post leads: the top of its campaign's page, where help stands.

    Each has a link of its own: some tools know posts by it, and would take a second with the same link for the first.
    """
    return f"{campaign(campaign_id)}#{post_id}"


def channel_feed(channel: str) -> str:
    """The posts of one channel, in its own words."""
    return f"{FEEDS}{channel}.xml"


def crime_feed(crime_id: str) -> str:
    """The posts about one kind of crime."""
    return f"{FEEDS}about/{crime_id}.xml"


def audience_feed(audience_id: str) -> str:
    """The posts for one audience."""
    return f"{FEEDS}for/{audience_id}.xml"


def pack(campaign_id: str) -> str:
    """The posts of one campaign as a table."""
    return f"{campaign(campaign_id)}posts.csv"


def share_picture(campaign_id: str) -> str:
    """The picture that goes with a link to a campaign, where its author gave none."""
    return f"{campaign(campaign_id)}share.png"


HOME_PICTURE = "assets/waymark-home.png"
"""The picture that goes with a link to the first page."""


def square_picture(campaign_id: str) -> str:
    """The same, square."""
    return f"{campaign(campaign_id)}square.png"


def qr_code(campaign_id: str) -> str:
    """A code to scan that leads to a campaign's page."""
    return f"{campaign(campaign_id)}qr.svg"
