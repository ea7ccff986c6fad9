"""A number of services -> a folder with a whole site's content, always the same. Numbers and addresses are invented.

`python -m benchmarks.synthetic FOLDER N [AREAS [NATIONAL]]`.

Phone numbers are those that Ofcom keeps for drama (01632 960000 to 960999,
0808 157 0000 to 0999), web and e-mail addresses are in example.org, so nobody can be called or written to.
"""

from __future__ import annotations

import random
import struct
import sys
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from benchmarks.words import (
    ABOUT,
    ACCESS,
    CALLS_BACK,
    FIRST_STEPS,
    HOURS,
    KNOW,
    NOT_FOR,
    SUMMARIES,
    SURNAMES,
    TOWNS,
    WAITS,
)
from generator.content.loading.shipped import read_vocabulary
from generator.model.vocabulary import Vocabulary

TODAY = date(2027, 2, 10)
SEED = 20270210
HERE = Path(__file__).parent.parent
LAST = "ABDEFGHJLNPQRSTUWXYZ"
"""The letters with which a postcode may end."""
STANDING = ("about", "accessibility", "privacy", "rights", "stay-safe")


class Directory:
    """One synthetic directory. Every choice comes from one fixed seed."""

    def __init__(self, count: int, areas: int = 0, national: int | None = None) -> None:
        """Of so many services, in so many areas, about so many of them for the whole country.

        Where nobody says how many (0): one area for 30 services, as where more offices take part. None: about as many
        national helplines however many services there are.
        """
        self.count = count
        self.chance = random.Random(SEED)  # noqa: S311 # the same directory every time, not a secret
        self.vocabulary: Vocabulary = read_vocabulary()
        self.crimes = [crime for crime in self.vocabulary.crimes if crime != "any-crime"]
        self.audiences = [audience for audience in self.vocabulary.audiences if audience != "everyone"]
        self.kinds = [kind for kind, term in self.vocabulary.kinds.items() if not term.meant_for]
        self.organisations = max(2, count // 5)
        self.areas = list(_areas(max(6, areas or count // 30)))
        outer = {within for _, within in self.areas}
        self.local = [name for name, _ in self.areas if name not in outer]
        self.wider = [name for name, _ in self.areas if name in outer and name not in ("uk", "england-and-wales")]
        self.national = min(0.08, (20 + count / 100) / count) if national is None else min(1.0, national / count)

    def text(self) -> Iterator[str]:
        """services.yaml, piece by piece."""
        yield "emergency:\n"
        yield '  - {say: Call 999, phone: "999", text: In danger now., source: synthetic}\n'
        yield "  - {say: Cannot speak? Press 55, text: From a mobile., source: synthetic}\n\nareas:\n"
        for number, (name, within) in enumerate(self.areas):
            district = f", postcodes: [ZA{number % 99 + 1}]" if name in self.local else ""
            around = f", within: {within}" if within else ""
            yield f"  {name}: {{name: {name.replace('-', ' ').title()}{around}{district}}}\n"
        yield "\norganisations:\n"
        for number in range(self.organisations):
            name = f"{self.one(SURNAMES)} {self.one(('Trust', 'Foundation', 'Project', 'Society'))} {number}"
            yield f"  org-{number}:\n    name: {name}\n    about: A charity that helps people after a crime.\n"
            yield f"    website: https://org-{number}.example.org\n    charity: '{1_000_000 + number}'\n"
        yield "\nretired_numbers:\n"
        for number in range(990, 1000):
            yield f"  - {{number: 01632 960{number}, was: an old line, source: synthetic}}\n"
        yield "\nservices:\n"
        for number in range(self.count):
            yield "".join(self.service(number))

    def service(self, number: int) -> Iterator[str]:
        """One service: every field of the record, each as often as in a real directory."""
        share = self.chance.random
        town, kind = self.one(TOWNS), self.one(self.kinds)
        withheld = share() < 0.05
        yield f"\n  - id: service-{number}\n"
        yield f"    name: {town} {self.vocabulary.kinds[kind].name.partition(' (')[0]} {number}\n"
        if share() < 0.2:
            yield f"    also_known_as: [The {town} Project {number}, {town[:3].upper()}{number}]\n"
        yield f"    kind: {kind}\n    organisation: org-{self.chance.randrange(self.organisations)}\n"
        yield f"    summary: {self.one(SUMMARIES)}\n    about: |\n"
        for line in self.one(ABOUT).format(town=town, number=number).splitlines():
            yield f"      {line}\n" if line else "\n"
        crimes = ["any-crime"] if share() < 0.1 else self.some(self.crimes, 1, 3)
        yield f"    helps_with: {_list(crimes)}\n"
        audiences = ["everyone"] if share() < 0.7 else self.some(self.audiences, 1, 2)
        yield f"    who:\n      audiences: {_list(audiences)}\n"
        if share() < 0.4:
            yield f"      ages: {{from: {self.one((8, 11, 13, 16, 18))}}}\n"
        if share() < 0.3:
            yield f"      not_for: {self.one(NOT_FOR)}\n"
        yield f"    areas: {_list(self.where())}\n    first_step: {self.one(FIRST_STEPS)}\n"
        yield from self.contacts(number, withheld)
        yield "    when_you_contact:\n      answered_by: A trained worker or a volunteer.\n"
        yield f"      calls_back: {self.one(CALLS_BACK)}\n"
        if share() < 0.3:
            yield "      leaves_messages: Only if you say it is safe.\n"
        if share() < 0.5:
            yield f"      wait: {{text: {self.one(WAITS)}, as_of: {self.day(10, 200)}}}\n"
        yield f"    report_needed: {self.one(('no', 'no', 'no', 'no', 'depends'))}\n"
        yield f"    who_will_know: {{text: '{self.one(KNOW)}', police: only-if-you-agree, immigration: unknown}}\n"
        yield f"    referral: {self.one(('[self]', '[self, professional]', '[professional, police]', '[any]'))}\n"
        if share() < 0.9:
            yield "    cost: free\n"
        yield f"    languages: {self.one(('[en]', '[en]', '[en, cy]', '[en, pl, ur]'))}\n"
        yield f"    interpreters: {self.one(('yes', 'no', 'depends', 'unknown'))}\n"
        if share() < 0.6:
            yield f"    access: {_list(self.some(ACCESS, 1, 3))}\n"
        yield from self.places(number, town, kind)
        if share() < 0.15:
            yield (
                f"    outcomes:\n      - {{says: {self.chance.randrange(60, 95)}% felt safer, "
                "of: people who used the service, when: March 2026, source: synthetic}\n"
            )
        if share() < 0.5:
            yield f"    commissioned_by: [org-{self.chance.randrange(self.organisations)}]\n"
            yield "    contract_until: 2028-03-31\n"
        yield from self.status(number)
        if not withheld:
            # Most are fresh; some are due (past 180 days), a few overdue (past 360).
            days = self.day(0, 85) if share() < 0.85 else self.day(190, 350) if share() < 0.7 else self.day(370, 600)
            yield f"    checked: {{on: {days}, by: Communications team, how: phoned}}\n"
        yield "    sources: [S1, S2]\n"

    def contacts(self, number: int, withheld: bool) -> Iterator[str]:
        """One to four ways to reach a service. Withheld numbers have a range of their own, which nobody else shows."""
        # 960900 to 960989 are only ever withheld, 960990 to 960999 are retired.
        local = f"01632 960{number % 90 + 900 if withheld else number % 900:03}"
        yield f"    contact:\n      - phone: {local}\n        label: Main line\n        hours: {self.one(HOURS)}\n"
        yield "        cost: local\n        source: synthetic\n"
        if self.chance.random() < 0.3 and not withheld:
            yield f"      - {{phone: 0808 157 0{number % 1000:03}, label: Helpline, hours: 24/7, cost: free}}\n"
        if self.chance.random() < 0.6:
            yield f"      - {{website: https://service-{number}.example.org, source: synthetic}}\n"
        if self.chance.random() < 0.3:
            yield f"      - {{chat: https://service-{number}.example.org/chat, hours: Mo-Fr 10:00-16:00; PH off}}\n"
        if self.chance.random() < 0.3:
            yield f"      - {{email: help@service-{number}.example.org, note: We answer within two working days.}}\n"

    def places(self, number: int, town: str, kind: str) -> Iterator[str]:
        """A place for half of the services: shown in full, its name alone, or not at all (refuges and SARCs always)."""
        if self.chance.random() < 0.5:
            show = self.one(("full", "full", "full", "area", "never"))
            show = "never" if self.vocabulary.kinds[kind].places == "never" else show
            secret = f"Unnamed House {number}" if show == "never" else f"{town} office"
            yield f"    places:\n      - name: {secret}\n        address: {number} {self.one(SURNAMES)} Lane, {town}\n"
            yield f"        postcode: {postcode(number)}\n"
            yield f"        show: {show}\n"

    def status(self, number: int) -> Iterator[str]:
        """Open, mostly."""
        at = self.chance.random()
        if at < 0.02 and number:
            yield "    status: closed\n    closed_on: 2026-12-31\n"
        elif at < 0.04:
            yield "    status: paused\n"
        elif at < 0.05:
            yield "    status: not-yet\n"
        else:
            yield "    status: open\n"

    def where(self) -> Sequence[str]:
        """The areas of one service: the country, a part of it, or one or two districts."""
        at = self.chance.random()
        if at < self.national:
            return [self.one(("uk", "england-and-wales"))]
        if at < 0.3 and self.wider:
            return [self.one(self.wider)]
        return self.some(self.local, 1, 2)

    def campaign(self, number: int) -> str:
        """One campaign: a fortnight, three posts, a page of words; one in five with a picture of its own."""
        first = date(2026, 3, 1) + timedelta(days=number * 13 % 600)
        posts = "".join(
            f"  - {{id: campaign-{number}-{post}, at: {first + timedelta(days=post * 4)} "
            f"{9 + number // 60 % 9:02}:{number % 60:02}, text: Post {post} of campaign {number}. You can get help.}}\n"
            for post in range(3)
        )
        image = f"image: {{file: images/{number}.png, alt: A quiet street in the morning}}\n" if number % 5 == 0 else ""
        services = _list([f"service-{(number * 7 + step) % self.count}" for step in range(3)])
        return (
            f"---\nid: campaign-{number}\ntitle: Campaign {number}\nsummary: {self.one(SUMMARIES)}\n"
            f"about: {_list(self.some(self.crimes, 1, 2))}\nservices: {services}\npartners: [org-{number % 2}]\n"
            f"runs:\n  - {{from: {first}, to: {first + timedelta(days=13)}, announce: {first - timedelta(days=30)}, "
            f"confirmed: {{by: Communications team, on: 2026-02-01, source: synthetic}}}}\n"
            f"{image}posts:\n{posts}sources: [S1]\n---\n"
            f"{self.one(ABOUT).format(town=self.one(TOWNS), number=number)}\n"
        )

    def one(self, choices: Sequence[str] | Sequence[int]) -> str:
        """Any one of them."""
        return str(choices[int(self.chance.random() * len(choices))])

    def some(self, choices: Sequence[str], least: int, most: int) -> list[str]:
        """A few of them, no two alike."""
        return self.chance.sample(choices, self.chance.randint(least, min(most, len(choices))))

    def day(self, least: int, most: int) -> date:
        """A day so many days ago."""
        return TODAY - timedelta(days=self.chance.randint(least, most))


def write(folder: Path, count: int, areas: int = 0, national: int | None = None) -> None:
    """Everything that a site is made of, in an empty folder. What each number is, `Directory` says."""
    directory = Directory(count, areas, national)
    (folder / "campaigns").mkdir(parents=True)
    (folder / "content" / "images").mkdir(parents=True)
    with (folder / "services.yaml").open("w", encoding="utf-8") as file:
        file.writelines(directory.text())
    for number in range(min(500, max(1, count // 6))):
        (folder / "campaigns" / f"campaign-{number}.md").write_text(directory.campaign(number), encoding="utf-8")
        if number % 5 == 0:
            (folder / "content" / "images" / f"{number}.png").write_bytes(_picture(number))
    for name in STANDING:
        text = f"# {name.replace('-', ' ').capitalize()}\n\n{ABOUT[0].format(town='Anytown', number=1)}\n"
        (folder / "content" / f"{name}.md").write_text(text, encoding="utf-8")
    (folder / "overrides").symlink_to(HERE / "overrides", target_is_directory=True)
    (folder / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")


MKDOCS = """\
site_name: Victim services, synthetic
site_url: https://bench.example.org/
site_description: A synthetic directory, to measure with.
docs_dir: content
site_dir: site
strict: true
edit_uri: ""
theme: {name: material, custom_dir: overrides, language: en, font: false}
plugins:
  - waymark:
      office: {name: Benchmark}
      no_first_line: Nobody can help you here.
      notice: This is a synthetic directory. Nobody can help you here. In danger now? Call 999.
      feeds: {owner: "bench.example.org,2026"}
markdown_extensions: [attr_list, def_list, toc]
validation:
  nav: {omitted_files: ignore}
"""


def _areas(count: int) -> Iterator[tuple[str, str]]:
    """Areas as a tree: each with the one around it. About ten regions, counties within them, districts within those."""
    yield "uk", ""
    yield "england-and-wales", "uk"
    regions, counties = max(1, count // 33), max(1, count // 7)
    for number in range(regions):
        yield f"region-{number}", "england-and-wales"
    for number in range(counties):
        yield f"county-{number}", f"region-{number % regions}"
    for number in range(max(2, count - 2 - regions - counties)):
        yield f"district-{number}", f"county-{number % counties}"


def _list(names: Sequence[str]) -> str:
    return f"[{', '.join(names)}]"


def postcode(number: int) -> str:
    """A postcode of no other number below 360,000, in no district that there is.

    Its last letters are those that a postcode may end with: with I among them, one would look like another with L, and
    where the other is withheld, a build finds it.
    """
    rest = number // 900
    return f"ZZ{number % 90 + 10} {number // 90 % 10}{LAST[rest % 20]}{LAST[rest // 20 % 20]}"


def _picture(number: int) -> bytes:
    """A PNG of one pixel, each in a colour of its own."""
    parts = ((b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)), (b"IDAT", _pixel(number)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _pixel(number: int) -> bytes:
    return zlib.compress(b"\0" + number.to_bytes(3, "big"))


if __name__ == "__main__":
    write(Path(sys.argv[1]), *map(int, sys.argv[2:]))
