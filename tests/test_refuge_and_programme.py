"""An office with a perpetrator programme, a line for professionals and a refuge leads nobody wrong.

The site is built as an office builds it, and every byte of every file is searched: pages, feeds, search, sitemap.
"""

from __future__ import annotations

from pathlib import Path

from tests.site_builder import SERVICES_YAML, Site, a_site

NORTH_YORKSHIRE = """\
  - id: zanzibarian
    name: Zanzibarian Programme
    kind: behaviour-change
    organisation: victim-support
    summary: A programme to stop.
    helps_with: [domestic-abuse]
    areas: [cumbria]
    contact: [{phone: 01632 960444, hours: 24/7}]
    points:
      - {name: Zanzibarian room, area: cumbria, postcode: ZE2 9DX, show: full, contact: [{phone: 01632 960445}]}
    checked: {on: 2026-11-20, by: Us, how: phoned}
  - id: xylophonic
    name: Xylophonic Desk
    kind: helpline
    for: professionals
    organisation: victim-support
    summary: A line for referrals.
    helps_with: [domestic-abuse]
    areas: [cumbria]
    contact: [{phone: 01632 960555, hours: 24/7}, {email: desk@xylophonic.example.org}]
    points:
      - {name: Xylophonic room, area: cumbria, show: full, contact: [{website: "https://xylophonic.example.org/room"}]}
    checked: {on: 2026-11-20, by: Us, how: phoned}
  - id: quay-refuge
    name: Quay Refuge
    kind: refuge
    organisation: victim-support
    summary: A safe place to stay.
    helps_with: [domestic-abuse]
    areas: [cumbria]
    contact: [{phone: 01632 960666}]
    places:
      - {name: Wistaria House, address: 9 Quillfeather Row, postcode: ZE1 0AA, area: cumbria,
         directions: Past Oxbow Mill.}
    points:
      - {name: Periwinkle Rooms, address: 3 Umberslade Yard, postcode: ZE1 0AB, area: cumbria, hours: "Tu 10:00-12:00",
         note: Knock at Thimbledown., contact: [{phone: 01632 960777}]}
    checked: {on: 2026-11-20, by: Us, how: phoned}
retired_addresses:
  - {address: "https://oldquay.example.org", was: Quay Refuge, source: a letter}
retired_numbers:"""


def test_in_an_office_with_a_programme_a_line_for_professionals_and_a_refuge_nobody_is_led_wrong(
    tmp_path: Path,
) -> None:
    site: Site = a_site(
        tmp_path / "site", **{"services.yaml": SERVICES_YAML.replace("retired_numbers:", NORTH_YORKSHIRE)}
    )
    done = site.waymark("build")
    assert (done.status, done.err) == (0, "")

    own, crime = "services/zanzibarian/index.html", "what-happened/domestic-abuse/index.html"
    wanted = {"zanzibarian": [own, crime], "960444": [own], "960445": [own], "ze2": [own]}
    wanted |= {word: ["professionals/index.html"] for word in ("xylophonic", "960555")}
    secret = ("wistaria", "quillfeather", "ze10aa", "oxbow", "periwinkle", "umberslade", "ze10ab", "thimbledown")
    wanted |= {word: [] for word in (*secret, "960777", "oldquay")}
    held: dict[str, list[str]] = {word: [] for word in wanted}
    for path in sorted(path for path in site.built.rglob("*") if path.is_file()):
        name = path.relative_to(site.built).as_posix()
        whole = name.encode() + path.read_bytes().lower().replace(b" ", b"").replace("\N{NO-BREAK SPACE}".encode(), b"")
        for word, files in held.items():
            if word.encode() in whole:
                files.append(name)

    assert held == wanted
    assert "960666" in site.page("services/quay-refuge").replace("\N{NO-BREAK SPACE}", "").replace(" ", "")
