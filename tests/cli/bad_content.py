"""Every mistake that issue 2 names, each in one file of the fixture site, and the places that must be named for it."""

from __future__ import annotations

from dataclasses import dataclass

from tests.site_builder import CAMPAIGN, SERVICES_YAML, Site

DIRECTORY = "services.yaml"
DATING = "campaigns/dating-scams.md"
RIGHT = {DIRECTORY: SERVICES_YAML, DATING: CAMPAIGN}


@dataclass(frozen=True)
class Bad:
    """One file of the site with a mistake in it; None: the file is gone."""

    name: str
    file: str
    content: str | bytes | None
    places: tuple[str, ...]

    def __str__(self) -> str:
        return self.name


def with_bad(site: Site, bad: Bad) -> Site:
    """The site with one bad file in it."""
    if bad.content is None:
        (site.root / bad.file).unlink()
    else:
        site.write(bad.file, bad.content)
    return site


def change(name: str, file: str, old: str, new: str, *places: str) -> Bad:
    """The right file with some words replaced."""
    assert RIGHT[file].count(old) == 1, f"{old!r} stands {RIGHT[file].count(old)} times in {file}"
    return Bad(name, file, RIGHT[file].replace(old, new), tuple(f"{file}:{place}" for place in places))


def in_services(name: str, old: str, new: str, *places: str) -> Bad:
    """A mistake in services.yaml."""
    return change(name, DIRECTORY, old, new, *places)


def in_campaign(name: str, old: str, new: str, *places: str) -> Bad:
    """A mistake in the campaign's file."""
    return change(name, DATING, old, new, *places)


def whole(name: str, file: str, content: str | bytes | None, place: str) -> Bad:
    """A file that is wrong as a whole."""
    return Bad(name, file, content, (f"{file}:{place}",))


DEEP = "services: " + "[" * 200 + "]" * 200 + "\n"
LAUGHS = 'a: &a ["ha", "ha"]\n' + "".join(
    f"{here}: &{here} [{', '.join(['*' + before] * 9)}]\n" for before, here in zip("abcdefgh", "bcdefghi", strict=True)
)
OLD_ENCODING = SERVICES_YAML.replace("name: Victim Support\n", "name: Caf\u00e9\n").encode("latin-1")

BAD = (
    in_services("a tab", "    name: Victim Support\n", "\tname: Victim Support\n", "9:1"),
    in_services("an unclosed quote", "name: Harbour\n", 'name: "Harbour\n', "20:11"),
    in_services("a duplicate key", "    name: Harbour\n", "    name: Harbour\n    name: Haven\n", "21:5"),
    in_services("a key one letter off", "    summary: Free", "    sumary: Free", "12:5"),
    in_services("an unknown kind", "kind: victim-hub", "kind: victim-hubb", "10:11"),
    in_services("an unknown crime type", "[domestic-abuse]", "[domestic-abus]", "24:18"),
    in_services("an unknown area", "[any-crime]\n    areas: [cumbria]", "[any-crime]\n    areas: [cumbra]", "14:13"),
    in_services(
        "an unknown organisation",
        "victim-hub\n    organisation: victim-support",
        "victim-hub\n    organisation: vs",
        "11:19",
    ),
    in_campaign("an unknown service", "[victim-support-cumbria]", "[victim-support]", "6:12"),
    in_services("two services with one id", "id: harbour-refuge", "id: victim-support-cumbria", "19:9"),
    in_services("an id with capitals and spaces", "id: harbour-refuge", "id: Harbour Refuge", "19:9"),
    in_services("a phone number that cannot exist", "01632 960777", "0300 303", "27:16"),
    in_services("a retired phone number", "phone: 03003030554", "phone: 0845 30 30 900", "16:16"),
    in_services("hours nobody can read", "hours: 24/7", "hours: 9-5", "17:16"),
    in_campaign("a date that does not exist", "to: 2027-02-28", "to: 2027-02-30", "8:28"),
    in_campaign("an end before the start", "to: 2027-02-28", "to: 2027-01-28", "8:28"),
    in_services("a check in the future", "on: 2026-11-20", "on: 2027-11-20", "18:19"),
    in_campaign("an image without alt text", "runs:\n", "image: {file: images/a.png}\nruns:\n", "7:8"),
    in_campaign("an image that is not there", "runs:\n", "image: {file: images/a.png, alt: A phone}\nruns:\n", "7:15"),
    in_services("a script for a link", "- phone: 01632 960777", '- chat: "javascript:alert(1)"', "27:15"),
    in_services("HTML in a name", "name: Harbour\n", 'name: "<b>Harbour</b>"\n', "20:11"),
    in_services("a name of 500 characters", "name: Harbour\n", f"name: {'long ' * 100}\n", "20:11"),
    in_services("a control character", "name: Harbour\n", "name: Har\x07bour\n", "20:14"),
    in_campaign("front matter that never closes", "\n---\nWords", "\nWords", "1:1"),
    whole("200 levels", DIRECTORY, DEEP, "1:30"),
    whole("a billion laughs", DIRECTORY, LAUGHS, "1:4"),
    whole("an empty file", DIRECTORY, "", "1:1"),
    whole("an empty campaign", DATING, "", "1:1"),
    whole("not UTF-8", DIRECTORY, OLD_ENCODING, "9:14"),
    whole("not UTF-8, with a byte order mark", DIRECTORY, SERVICES_YAML.encode("utf-16"), "1:1"),
    Bad(
        "no services at all",
        DIRECTORY,
        SERVICES_YAML[: SERVICES_YAML.index("services:")],
        (f"{DATING}:6:12", f"{DIRECTORY}:1:1"),
    ),
    whole("no services.yaml", DIRECTORY, None, "1:1"),
)
EXPLOSIVE = tuple(bad for bad in BAD if bad.name in ("200 levels", "a billion laughs"))
SOME = tuple(
    bad for bad in BAD if bad.name in ("a tab", "an unknown kind", "not UTF-8", "no services.yaml", "a billion laughs")
)

GOOD_BUT_STRANGE = {
    "Arabic": "مساعدة للضحايا",
    "Welsh": "Cymorth i ddioddefwyr trosedd, ŵyn",
    "emoji": "Help 👩‍👩‍👧 now",
}
"""Names that are right as they are, and must reach the page."""
