"""`waymark import` and `waymark diff --against` of another office's feed: a file, a folder, and over HTTP."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.cli.in_process import waymark
from tests.site_builder import Site, a_site
from tests.staff.open_referral.feeds_of_others import COAST, FIRST, QUAY, WHOLE, a_page, slim

PLAIN = {name: value for name, value in WHOLE.items() if name not in ("service_at_locations", "service_areas")} | {
    "organization": {"name": "Victim Support"},
    "service_areas": [{"name": "Cumbria"}],
    "attributes": WHOLE["attributes"][:2],
}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return a_site(tmp_path / "site")


def a_file(site: Site, document: Any, name: str = "harbour.json") -> str:
    path = site.root.parent / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(document if isinstance(document, str) else json.dumps(document), encoding="utf-8")
    return str(path)


def test_a_dry_run_says_what_would_come_and_writes_nothing(site: Site) -> None:
    before = (site.root / "services.yaml").read_bytes()
    a_file(site, PLAIN)
    done = waymark(site.root, ["import", "../harbour.json"])

    assert done.status == 0, done.told
    assert done.out.startswith("../harbour.json: 1 service, one in each row.\n")
    assert "  row 1    new      Quayside (quayside)\n" in done.out
    assert done.out.endswith("To write 1 new service: the same command with --write\n")
    assert (site.root / "services.yaml").read_bytes() == before


def test_what_is_written_says_where_it_came_from_and_shows_no_number(site: Site) -> None:
    done = waymark(site.root, ["import", a_file(site, PLAIN), "--write"])
    text = (site.root / "services.yaml").read_text(encoding="utf-8")

    assert done.status == 0, done.told
    assert (
        f"  # From {site.root.parent}/harbour.json, checked there on 2026-10-01. Contacts are not shown until " in text
    )
    assert "assured" not in text
    assert waymark(site.root, ["check"]).status == 0


def test_a_folder_of_another_site_is_read_whole(site: Site) -> None:
    folder = site.root.parent / "theirs" / "data" / "oruk"
    for name, document in (("services", a_page(slim(PLAIN))), (f"services/{QUAY}", PLAIN)):
        a_file(site, document, f"theirs/data/oruk/{name}.json")
    for given in (folder, folder.parent.parent):
        done = waymark(site.root, ["import", str(given)])

        assert "row 1    new      Quayside (quayside)" in done.out, done.told


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["import", "https://user:secret@example.org/services"], "without a name and a password"),
        (["import", "nowhere.json"], "there is no file nowhere.json"),
        (["import", "file:///etc/passwd"], "that is no address of a web page"),
        (["import", "http://127.0.0.1:9/services"], "is in a private network"),
        (["import", "http://localhost/services"], "is in a private network"),
        (["import", "a.json", "--map", "Tel=contact.phone"], "a feed has no columns and no sheets"),
        (["import", "."], ". is a directory without services.json"),
        (["diff"], "say what to compare with: waymark diff main"),
        (["diff", "main", "--against", "a.json"], "leave out BEFORE and AFTER"),
    ],
)
def test_what_is_no_feed_is_said_in_words(site: Site, arguments: list[str], words: str) -> None:
    done = waymark(site.root, arguments)

    assert done.status in (1, 2)
    assert words in " ".join(" ".join(done.told).split())
    assert "Traceback" not in " ".join(done.told)


class _Feed(BaseHTTPRequestHandler):
    documents: dict[str, Any]

    def do_GET(self) -> None:
        found = self.documents.get(self.path)
        if isinstance(found, str):
            self.send_response(302)
            self.send_header("Location", found)
            self.end_headers()
            return
        body = json.dumps(found).encode()
        self.send_response(200 if found is not None else 404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[ThreadingHTTPServer]:
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setattr("generator.cli.feed_source.PAUSE", 0.0)
    handler = type("_These", (_Feed,), {"documents": {}})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def serve(host: ThreadingHTTPServer, **documents: Any) -> str:
    host.RequestHandlerClass.documents = {f"/{name}": one for name, one in documents.items()}  # type: ignore[attr-defined]
    return f"http://127.0.0.1:{host.server_port}/services"


def test_a_feed_over_http_is_followed_page_by_page_and_record_by_record(site: Site, host: ThreadingHTTPServer) -> None:
    coast = FIRST | {"organization": {"name": "Victim Support"}}
    address = serve(
        host,
        **{
            "services": "/v3/services",
            "v3/services": a_page(slim(PLAIN), total=2),
            "services?page=2": a_page(slim(coast), number=2, total=2),
            f"services/{QUAY}": PLAIN,
            f"services/{COAST}": coast,
        },
    )
    done = waymark(site.root, ["import", address, "--allow-local"])

    assert "row 1    new      Quayside (quayside)" in done.out, done.told
    assert "row 2    new      Coastline (coastline)" in done.out, done.told


def test_what_differs_from_a_feed_is_said_by_name_and_no_place_is(site: Site) -> None:
    ours = {
        "id": "1",
        "name": "Victim Support",
        "organization": {"name": "Victim Support"},
        "phones": [{"number": "01632 960777"}, {"number": "0845 30 30 900"}],
        "assured_date": "2026-01-02",
        "service_at_locations": [{"location": {"name": "12 Church Street", "addresses": []}}],
    }
    file = a_file(site, [ours, PLAIN])
    done = waymark(site.root, ["diff", "--against", file])

    assert done.status == 0, done.told
    assert "12 Church Street" not in done.out
    assert " ".join(done.out.split()) == (
        "Only in their feed: Quayside (Victim Support): 01632 960101 "
        "Only here: Harbour (Victim Support): no number "
        "Other numbers: Victim Support: 0300 303 0554 only here; "
        "01632 960777, 0845 30 30 900 (it has ended) only there "
        "Checked on other days: Victim Support: here 20 November 2026, there 2 January 2026 "
        "1 service in both, 1 of them with other numbers or checks; 1 only there, 1 only here."
    )
    found = json.loads(waymark(site.root, ["diff", "--against", file, "--format", "json"]).out)
    assert (found["numbers"][0]["retired_here"], found["in_both"]) == (["0845 30 30 900"], 1)
    markdown = waymark(site.root, ["diff", "--against", file, "--format", "markdown"]).out
    assert "- Victim Support: here 20 November 2026, there 2 January 2026" in markdown
