"""Our search beside Pagefind's, on one built site and the same 40 queries: where stands the first right answer?

`python -m benchmarks.search [--pagefind PYTHON]`. Pagefind is not among our dependencies: name the Python of an
environment of your own that has it (`pip install "pagefind[bin]"`). Without one, only our own figures are printed.
Ours is asked through the page, as people ask it; Pagefind through its own JavaScript, in the same browser. It reads the
whole text of every page, so a page that answers counts for it, and for us, as much as a service does.
"""

from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import click
import yaml
from playwright.sync_api import Page, sync_playwright

from tests.built_site.browser import start
from tests.built_site.server import Server
from tests.site_builder import REPOSITORY, WAYMARK, run

NOW = "2026-11-22T09:00"
QUERIES = REPOSITORY / "tests/built_site/queries.yaml"
DEEPEST = 10
ASK_PAGEFIND = """async (query) => {
  const pagefind = await import("/pagefind/pagefind.js");
  const found = await pagefind.search(query);
  const pages = await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
  return pages.map((page) => page.url);
}"""


def ask_ours(page: Page, query: str) -> list[str]:
    """The addresses of the first results, as the page lists them."""
    page.fill("#search-words", "")
    page.fill("#search-words", query)
    page.wait_for_selector('#search-results[aria-busy="false"]', state="attached")
    links: list[str] = page.eval_on_selector_all(
        "#search-results .cards h3 a", "links => links.map(each => new URL(each.href).pathname.slice(1))"
    )
    return links[:DEEPEST]


def ask_pagefind(page: Page, query: str) -> list[str]:
    """The addresses of the first results, as Pagefind ranks them."""
    links: list[str] = page.evaluate(ASK_PAGEFIND, query)
    return [link.lstrip("/") for link in links]


def place(found: list[str], query: dict[str, Any]) -> int:
    """Where the first right answer stands, from 1; one more than the deepest where there is none."""
    right = {*query["first"], query.get("page")}
    return next((number for number, address in enumerate(found, 1) if address in right), DEEPEST + 1)


def spelled(number: int) -> str:
    """The place as a table shows it."""
    return str(number) if number <= DEEPEST else "-"


def weigh(server: Server, page: Page, address: str, query: str, pagefind: bool) -> int:
    """Bytes, gzip -9, of all that a first answer fetches beyond the page and what every page has."""
    files: dict[str, bytes] = {}
    page.on("response", lambda response: files.update({response.url: response.body()}))
    page.goto(server.root + address)
    ask_pagefind(page, query) if pagefind else ask_ours(page, query)
    page.wait_for_load_state("networkidle")
    part = "/pagefind/" if pagefind else "/assets/search/"
    return sum(len(gzip.compress(data, 9)) for url, data in files.items() if part in url)


@click.command()
@click.option("--pagefind", default=None, help="The Python of an environment that has Pagefind.")
def main(pagefind: str | None) -> None:
    """Build, ask, and print a table."""
    queries = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        run([*WAYMARK, "--root", str(REPOSITORY), "--now", NOW, "build", "--to", str(site)], REPOSITORY)
        if pagefind is None or not _indexed(pagefind, site):
            pagefind = None
            print("Pagefind is not installed here: name the Python that has it with --pagefind. Ours alone:\n")
        with Server(site) as server, sync_playwright() as playwright:
            browser = start(playwright)
            page = browser.new_page(base_url=server.root)
            page.goto(server.root + "search/")
            ours = [place(ask_ours(page, query["ask"]), query) for query in queries]
            theirs = [place(ask_pagefind(page, query["ask"]), query) for query in queries] if pagefind else []
            _table(queries, ours, theirs)
            weights = [weigh(server, browser.new_page(), "search/", "raped", False)]
            if pagefind:
                weights.append(weigh(server, browser.new_page(), "search/", "raped", True))
            print("Fetched for the first answer, gzip -9:", ", ".join(f"{each:,} bytes" for each in weights))
            browser.close()


def _indexed(python: str, site: Path) -> bool:
    """Whether Pagefind could index the site. It reads what stands in <main>, as ours does."""
    program = shutil.which(python)
    command = [program or python, "-m", "pagefind", "--site", str(site), "--root-selector", "main"]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        return False
    print(done.stdout.decode()[-400:] if done.returncode == 0 else done.stderr.decode(), file=sys.stderr)
    return done.returncode == 0


def _table(queries: list[dict[str, Any]], ours: list[int], theirs: list[int]) -> None:
    width = max(len(query["ask"]) for query in queries)
    print(f"{'query':{width}}  ours  Pagefind")
    for number, query in enumerate(queries):
        other = spelled(theirs[number]) if theirs else ""
        print(f"{query['ask']:{width}}  {spelled(ours[number]):>4}  {other:>8}")
    print(f"\nfirst: ours {ours.count(1)} of {len(ours)}", end="")
    if theirs:
        pairs = list(zip(ours, theirs, strict=True))
        better = sum(own < other for own, other in pairs)
        worse = sum(own > other for own, other in pairs)
        nothing = sum(other > DEEPEST for other in theirs)
        print(f", Pagefind {theirs.count(1)} (no right answer in its first ten: {nothing}); ", end="")
        print(f"ours better on {better}, equal on {len(pairs) - better - worse}, worse on {worse}", end="")
    print()


if __name__ == "__main__":
    main()
