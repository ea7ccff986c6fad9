"""The form answers this machine alone, its own pages alone, and takes nothing else: fifty and more ways to try."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlencode

import pytest

from generator.preview.current_site import Showing
from generator.preview.form_gate import MOST_BYTES, PLACE, Gate
from generator.preview.forms import digest
from generator.preview.server import HERE, Handler, PreviewServer
from tests.preview.form_site import REFUGE, VICTIM_SUPPORT, Staff, forms_of
from tests.site_builder import PATIENCE, Site, a_site, fingerprint

FORM = "application/x-www-form-urlencoded"


class Open:
    """A server with a form, and its files as they were."""

    def __init__(self, site: Site, server: PreviewServer, gate: Gate) -> None:
        self.site, self.server, self.gate = site, server, gate
        self.before = fingerprint(site.root)

    def asks(
        self, method: str, path: str, headers: dict[str, Any], body: str | bytes = b"", *, cookie: str = "own"
    ) -> tuple[int, dict[str, str], str]:
        """One request. A header that is None is left out, one that is a list is sent several times."""
        port = self.gate.port
        whole = {
            "Host": f"127.0.0.1:{port}",
            "Cookie": self.gate.cookie.partition(";")[0] if cookie == "own" else cookie,
            **({"Origin": f"http://127.0.0.1:{port}", "Content-Type": FORM} if method == "POST" else {}),
            "Content-Length": str(len(body)) if method == "POST" else None,
            **headers,
        }
        connection = HTTPConnection(HERE, port, timeout=PATIENCE)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, values in whole.items():
            for value in values if isinstance(values, list) else [values]:
                if value is not None:
                    connection.putheader(name, str(value).replace("{port}", str(port)))
        connection.endheaders(body if isinstance(body, bytes) else body.encode())
        answer = connection.getresponse()
        text = answer.read().decode(errors="replace")
        connection.close()
        return answer.status, dict(answer.headers.items()), text

    def form(self, **changes: str) -> str:
        """A form that would change the service, if it were let in."""
        seen = digest((self.site.root / "services.yaml").read_text(encoding="utf-8"))
        return urlencode({"token": self.gate.token, "seen": seen, "do": "save", "name": "Changed", **changes})


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Open]:
    """One server for all who try."""
    site = a_site(tmp_path_factory.mktemp("form") / "site")
    server = PreviewServer((HERE, 0), Handler)
    gate = Gate(server.server_address[1])
    server.forms = forms_of(site, gate)
    server.showing = Showing.__new__(Showing)  # nobody asks for a page of the site here
    running = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    running.start()
    yield Open(site, server, gate)
    server.shutdown()
    running.join()
    server.server_close()


HOSTS = [
    "evil.example.org",
    "evil.example.org:{port}",
    "127.0.0.1.evil.example.org:{port}",
    "localhost.:{port}",
    "localhost:1",
    "127.0.0.1",
    "0.0.0.0:{port}",
    "2130706433:{port}",
    "[::ffff:127.0.0.1]:{port}",
    "localhost:{port}@evil.example.org",
    "",
]
ORIGINS = [
    "null",
    "https://evil.example.org",
    "http://localhost:{port}",
    "http://127.0.0.1:1",
    "https://127.0.0.1:{port}",
]
ORIGINS += ["http://127.0.0.1:{port}.evil.example.org", "http://127.0.0.1:{port}/", "file://", ""]
HEADERS: list[tuple[dict[str, Any], int]] = [
    *(({"Host": host}, 403) for host in HOSTS),
    ({"Host": None}, 403),
    ({"Host": ["127.0.0.1:{port}", "evil.example.org"]}, 403),
    *(({"Origin": origin}, 403) for origin in ORIGINS),
    ({"Origin": None}, 403),
    ({"Origin": ["http://127.0.0.1:{port}", "https://evil.example.org"]}, 403),
    ({"Sec-Fetch-Site": "cross-site"}, 403),
    ({"Sec-Fetch-Site": "same-site"}, 403),
    ({"Sec-Fetch-Site": "none"}, 403),
    ({"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Dest": "iframe"}, 403),
    ({"Sec-Fetch-Dest": "image"}, 403),
    ({"Sec-Purpose": "prefetch;prerender"}, 403),
    ({"Content-Type": "text/plain"}, 415),
    ({"Content-Type": "multipart/form-data; boundary=x"}, 415),
    ({"Content-Type": "application/json"}, 415),
    ({"Content-Type": [FORM, "text/plain"]}, 415),
    ({"Content-Type": None}, 415),
    ({"Content-Length": str(MOST_BYTES + 1)}, 413),
    ({"Content-Length": "999999999999"}, 413),
    ({"Content-Length": "-1"}, 411),
    ({"Content-Length": "1e3"}, 411),
    ({"Content-Length": None}, 411),
    ({"Content-Length": None, "Transfer-Encoding": "chunked"}, 411),
    ({"Content-Encoding": "gzip"}, 411),
    ({"Content-Length": ["5", "500"]}, 411),
]


@pytest.mark.parametrize(("headers", "status"), HEADERS, ids=str)
def test_what_no_page_of_the_form_sends_changes_nothing(headers: dict[str, Any], status: int, opened: Open) -> None:
    assert opened.asks("POST", PLACE + VICTIM_SUPPORT, headers, opened.form())[0] == status
    assert fingerprint(opened.site.root) == opened.before


COOKIES = ["", "waymark-edit-{port}=", "waymark-edit-{port}=wrong", "waymark-edit-1={secret}", "{secret}", "x={secret}"]


@pytest.mark.parametrize("cookie", COOKIES)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_browser_without_this_run_s_cookie_gets_nothing(method: str, cookie: str, opened: Open) -> None:
    given = cookie.format(port=opened.gate.port, secret=opened.gate.secret)
    status, sent, text = opened.asks(method, PLACE + REFUGE, {}, opened.form(), cookie=given)

    assert (status, "Set-Cookie" in sent, "ooseberry" in text) == (403, False, False)
    assert fingerprint(opened.site.root) == opened.before


@pytest.mark.parametrize(
    "changes",
    [
        {"token": ""},
        {"token": "0" * 64},
        {"token": "é"},
        {"seen": ""},
        {"seen": "0" * 64},
        {"seen": "../../etc/passwd"},
        {"do": ""},
        {"do": "delete"},
        {"file": "../mkdocs.yml"},
        {"path": "/etc/passwd"},
        {"id": "another"},
        {"services.1.name": "x"},
        {"__class__": "x"},
        {"contact.0.phone@en": "999"},
        {"contact.99.phone": "999"},
        {"contact.-1.phone": "999"},
        {"name!out": "yes"},
        {"over": "shared"},
        {"name": "Zwei\u202eseiten"},
        {"name": "<script>alert(1)</script>"},
        {"name": "a\x00b"},
        {"kind": "no-such-kind"},
    ],
    ids=str,
)
def test_a_form_with_something_in_it_that_is_not_ours_changes_nothing(changes: dict[str, str], opened: Open) -> None:
    status, _, text = opened.asks("POST", PLACE + VICTIM_SUPPORT, {}, opened.form(**changes))

    assert status in (400, 403, 409, 422)
    assert "<script" not in text
    assert fingerprint(opened.site.root) == opened.before


def test_a_form_that_breaks_off_on_the_way_changes_nothing(opened: Open) -> None:
    """Half of what somebody typed would be saved as if it were all of it."""
    body = opened.form().encode()
    with socket.create_connection((HERE, opened.gate.port), timeout=PATIENCE) as one:
        head = f"POST {PLACE}{VICTIM_SUPPORT} HTTP/1.1\r\nHost: 127.0.0.1:{opened.gate.port}\r\n"
        head += f"Origin: http://127.0.0.1:{opened.gate.port}\r\nContent-Type: {FORM}\r\n"
        head += f"Cookie: {opened.gate.cookie.partition(';')[0]}\r\nContent-Length: {len(body)}\r\n\r\n"
        one.sendall(head.encode() + body[:-2])
        one.shutdown(socket.SHUT_WR)
        answer = one.makefile("rb").read()

    assert answer.startswith(b"HTTP/1.1 400 ")
    assert fingerprint(opened.site.root) == opened.before


@pytest.mark.parametrize("body", [b"token", b"%ff%fe=%00", b"\xff\xfe", b"a=1&" * 11_000, b"&&&", b"{}"])
def test_what_can_t_be_read_changes_nothing(body: bytes, opened: Open) -> None:
    assert opened.asks("POST", PLACE + VICTIM_SUPPORT, {}, body)[0] in (400, 403)
    assert fingerprint(opened.site.root) == opened.before


@pytest.mark.parametrize(
    "path",
    [
        "../mkdocs.yml",
        "services/..%2f..%2fmkdocs.yml",
        "services/../../mkdocs.yml",
        "services/%2e%2e/mkdocs.yml",
        "services/..\\mkdocs.yml",
        "services/services.yaml",
        "services//victim-support-cumbria",
        "services/victim-support-cumbria%00",
        "services/no-such-service",
        "services/",
        "campaigns/../services/victim-support-cumbria",
        "pages/about",
        "form.css",
        "x" * 600,
    ],
)
def test_no_path_leads_to_a_file(path: str, opened: Open) -> None:
    assert opened.asks("POST", PLACE + path, {}, opened.form())[0] in (400, 404)
    if path != "form.css":
        assert opened.asks("GET", PLACE + path, {})[0] == 404
    assert fingerprint(opened.site.root) == opened.before


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "HEAD", "CONNECT"])
def test_a_form_is_opened_and_sent_and_nothing_else(method: str, opened: Open) -> None:
    assert opened.asks(method, PLACE + VICTIM_SUPPORT, {})[0] in (403, 405, 501)
    assert fingerprint(opened.site.root) == opened.before


@pytest.mark.parametrize("query", ["?key=", "?key=wrong", "?key={key}&key={key}", "services?key={key}"])
def test_no_other_key_opens_it(query: str, opened: Open) -> None:
    path = query.format(key=opened.gate.key)

    assert opened.asks("GET", PLACE + path, {}, cookie="")[0] == 403


def test_the_key_is_taken_off_the_address_and_a_cookie_kept_that_no_other_site_or_script_gets(opened: Open) -> None:
    status, sent, _ = opened.asks("GET", f"{PLACE}?key={opened.gate.key}", {"Sec-Fetch-Site": "none"}, cookie="")

    assert (status, sent["Location"]) == (303, PLACE)
    assert sent["Set-Cookie"] == (
        f"waymark-edit-{opened.gate.port}={opened.gate.secret}; Path=/_edit/; HttpOnly; SameSite=Strict"
    )
    assert opened.gate.address == f"http://127.0.0.1:{opened.gate.port}/_edit/?key={opened.gate.key}"
    assert opened.asks("GET", f"{PLACE}?key={opened.gate.key}", {"Sec-Fetch-Site": "cross-site"}, cookie="")[0] == 403


def test_every_answer_keeps_itself_apart(opened: Open) -> None:
    for cookie, path in (("own", VICTIM_SUPPORT), ("", VICTIM_SUPPORT), ("own", "no-such"), ("own", "form.css")):
        _, sent, text = opened.asks("GET", PLACE + path, {}, cookie=cookie)

        assert "default-src 'none'" in sent["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in sent["Content-Security-Policy"]
        assert "form-action 'self'" in sent["Content-Security-Policy"]
        assert sent["X-Frame-Options"] == "DENY"
        assert sent["X-Content-Type-Options"] == "nosniff"
        assert sent["Cache-Control"] == "no-store"
        assert sent["Server"] == "preview"
        assert ("<script" in text, "style=" in text) == (False, False)


def test_two_runs_know_each_other_by_nothing() -> None:
    one, other = Gate(8000), Gate(8000)

    assert len({one.key, other.key, one.secret, other.secret, one.token, other.token}) == 6
    assert min(map(len, (one.key, one.secret, one.token))) >= 43


def test_a_form_that_is_sent_twice_is_saved_once(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    forms = forms_of(site)
    staff = Staff(forms, site)
    given = staff.opens(VICTIM_SUPPORT) | {"name": ["Victim Support Cumbria"]}

    first, again = (staff.forms.answer("POST", PLACE + VICTIM_SUPPORT, given) for _ in range(2))
    assert (first.status, again.status) == (303, 409)
    assert staff.text.count("Victim Support Cumbria") == 1


def test_what_a_page_of_the_form_sends_is_saved(opened: Open) -> None:
    """Without this, all that is refused above might be refused for another reason."""
    text = (opened.site.root / "services.yaml").read_bytes()
    status, sent, _ = opened.asks("POST", PLACE + VICTIM_SUPPORT, {"Sec-Fetch-Site": "same-origin"}, opened.form())
    changed = (opened.site.root / "services.yaml").read_bytes()
    opened.site.write("services.yaml", text)

    assert (status, sent["Location"]) == (303, f"{PLACE}{VICTIM_SUPPORT}?saved=yes")
    assert changed == text.replace(b"name: Victim Support\n    kind", b"name: Changed\n    kind")


def test_without_being_asked_for_there_is_no_form(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened.server, "forms", None)
    assert opened.asks("POST", PLACE + VICTIM_SUPPORT, {}, opened.form())[0] == 501
    assert fingerprint(opened.site.root) == opened.before
