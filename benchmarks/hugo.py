"""A built site and its services.yaml -> the same site for Hugo to build, so that both can be timed.

`python -m benchmarks.hugo FOLDER TO [--records]`. Equal are the pages, their addresses and almost all their HTML; the
document around each page is a template, cards come from a template and data, facts row by row from a template, Markdown
is read. Hugo has the easier task: lists are in their final order, hours, days and numbers in words, all else of a body
is ready, nothing is validated, no output is searched for secrets, no feed, no index and no open data is made: styles,
scripts, pictures, feeds, data and the index are copied.

With --records it makes the pages of services, their small cards and the cards in lists of the records, in templates
with every condition: see `hugo_records`. `hugo_checks` then does to them what a build does.
"""

from __future__ import annotations

import html
import json
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.build import NOW
from benchmarks.hugo_records import LAYOUTS, PARTIALS, records
from generator.site_loader import Site

MAIN = re.compile(r"(?s)(.*?<main[^>]*>\n?)(.*?)(\n?</main>.*)")
TITLE = re.compile(r"<title>(.*?)</title>")
DESCRIPTION = re.compile(r'<meta name="description" content="(.*?)">')
CANONICAL = re.compile(r'<link rel="canonical" href="(.*?)">')
A_PART = re.compile(
    r'(?s)<li class="card"(?P<card>.*?)</li>|<dt>(?P<term>.*?)</dt>\n<dd>(?P<fact>.*?)</dd>'
    r'|(?P<prose><section class="prose" aria-labelledby="about">\n<h2 id="about">.*?</h2>\n).*?</section>'
)
A_CARD = re.compile(
    r'(?s) data-areas="(?P<areas>.*?)">\n<h3><a href="(?P<link>.*?)">(?P<name>.*?)</a></h3>\n<p>(?P<summary>.*?)</p>\n'
    r"(?P<rest>.*)"
)
CONFIG = """\
baseURL: https://bench.example.org/
title: Victim services, synthetic
disableKinds: [section, taxonomy, term, RSS, "404"]
markup: {goldmark: {renderer: {unsafe: false}}}
"""
BODY = """\
{{ range .Params.parts }}{{ with .html }}{{ . | safeHTML }}{{ end -}}
{{ with .card }}{{ partialCached "card.html" (index site.Data.cards .) . }}{{ end -}}
{{ with .facts }}{{ range . }}<dt>{{ index . 0 | safeHTML }}</dt>
<dd>{{ index . 1 | safeHTML }}</dd>
{{ end }}{{ end -}}
{{ if .prose }}{{ .prose | safeHTML }}{{ $.Content }}</section>{{ end }}{{ end }}"""
BODY_OF_RECORDS = BODY.replace(
    '"card.html" (index site.Data.cards .)', '"service-card.html" (index site.Data.records.services .)'
)
CARD = """\
<li class="card" data-areas="{{ .areas }}">
<h3><a href="{{ .link }}">{{ .name }}</a></h3>
<p>{{ .summary }}</p>
{{ .rest | safeHTML }}</li>"""


def write(folder: Path, to: Path, from_records: bool = False) -> None:
    """Everything that Hugo needs, in an empty folder."""
    built, site = folder / "site", Site(folder, NOW)
    edition = site.edition(site.settings())
    services = edition.catalogue.service_by_id
    cards: dict[str, dict[str, str]] = {}
    for made in ("content", "data", "layouts/_default", "layouts/partials"):
        (to / made).mkdir(parents=True)
    for number, path in enumerate(sorted(built.rglob("index.html"))):
        address = path.parent.relative_to(built).as_posix()
        text = path.read_text(encoding="utf-8")
        found = MAIN.fullmatch(text)
        if found is None:
            continue  # the neutral page, which has no frame
        name = "_index.md" if address == "." else f"{number}.md"
        service, _, below = address.removeprefix("services/").partition("/")
        parts = list(_parts(found[2], cards))
        head: dict[str, Any] = {
            "title": html.unescape(_first(TITLE, text)),
            "description": html.unescape(_first(DESCRIPTION, text)),
            "url": "/" if address == "." else f"/{address}/",
        }
        if from_records and service in services and below in ("", "card"):
            others = [part["card"] for part in parts if "card" in part]
            head |= {"layout": "small-card" if below else "service", "service": service, "others": others}
        else:
            head["parts"] = parts
        words = str(services[service].about or "") if service in services and not below else ""
        (to / "content" / name).write_text(f"{json.dumps(head, indent=1)}\n\n{words}\n", encoding="utf-8")
    frame = _frame((built / "services" / next(iter(services)) / "index.html").read_text(encoding="utf-8"))
    layouts, partials = {"single": BODY, "index": BODY}, {"card.html": CARD}
    data: dict[str, Any] = {"cards": cards}
    if from_records:
        layouts |= LAYOUTS | {"single": BODY_OF_RECORDS, "index": BODY_OF_RECORDS}
        partials, data = PARTIALS, {"records": records(folder, edition)}
    for layout, body in layouts.items():
        (to / "layouts" / "_default" / f"{layout}.html").write_text(body.join(frame), encoding="utf-8")
    for partial, text in partials.items():
        (to / "layouts" / "partials" / partial).write_text(text, encoding="utf-8")
    for one, values in data.items():
        (to / "data" / f"{one}.json").write_text(json.dumps(values), encoding="utf-8")
    (to / "config.yaml").write_text(CONFIG, encoding="utf-8")
    shutil.copytree(built, to / "static", ignore=shutil.ignore_patterns("*.html", "sitemap.*"))


def _parts(body: str, cards: dict[str, dict[str, str]]) -> Iterator[dict[str, Any]]:
    """The body in order: ready HTML, cards by id, facts as terms and texts, and where the Markdown goes."""
    end = 0
    facts: list[list[str]] = []
    for part in A_PART.finditer(body):
        between = body[end : part.start()]
        end = part.end()
        if facts and (between.strip() or part["term"] is None):
            yield {"facts": facts}
            facts = []
        if between.strip():
            yield {"html": between}
        card = A_CARD.fullmatch(part["card"] or "")
        if card:
            name = card["link"].strip("/").rpartition("/")[2]
            ready = {key: html.unescape(text) for key, text in card.groupdict().items() if key != "rest"}
            cards.setdefault(name, ready | {"rest": card["rest"]})
            yield {"card": name}
        elif part["term"] is not None:
            facts.append([part["term"], part["fact"]])
        else:
            yield {"prose": part["prose"]} if part["prose"] else {"html": part[0]}
    if facts:
        yield {"facts": facts}
    yield {"html": body[end:]}


def _frame(page: str) -> tuple[str, str]:
    """The document before and behind the body of a page, with what differs from page to page taken out."""
    found = MAIN.fullmatch(page)
    assert found
    head = found[1].replace("{{", "{ {")
    for pattern, variable in ((TITLE, ".Title"), (DESCRIPTION, ".Description"), (CANONICAL, ".Permalink")):
        head = head.replace(_first(pattern, head), f"{{{{ {variable} }}}}", 1)
    return head, found[3].replace("{{", "{ {")


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1] if found else ""


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]), from_records="--records" in sys.argv)
