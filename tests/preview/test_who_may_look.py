"""A preview is for this machine alone: no other name leads into it, and no other site's page turns its day."""

from __future__ import annotations

from http.client import HTTPConnection

import pytest

from generator.cli.engine import ENGINE
from generator.preview.current_site import Showing
from generator.preview.snapshot import PreviewDay
from tests.builders import at
from tests.preview.test_showing import served, site
from tests.site_builder import PATIENCE, Site

__all__ = ["site"]
TURN = "/_preview/day?move=7"
ELSEWHERE = (
    "evil.example.org",
    "evil.example.org:80",
    "127.0.0.1.evil.example.org:{port}",
    "localhost.evil.example.org:{port}",
)


@pytest.fixture(scope="module")
def showing(site: Site) -> Showing:
    """One preview for all who ask here: nobody changes what it shows but its day, and each looks at that before."""
    day = PreviewDay(at("2027-02-10 09:00"))
    return Showing(
        site.root, site.root / "overrides", day, lambda: at("2026-11-24 10:00"), "http://127.0.0.1:8000/", ENGINE
    )


def asked(address: str, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str]]:
    """The status and the headers of an answer; `{port}` in a header is the preview's own."""
    port = address.rpartition(":")[2]
    connection = HTTPConnection("127.0.0.1", int(port), timeout=PATIENCE)
    sent = {name.replace("_", "-"): value.replace("{port}", port) for name, value in headers.items()}
    connection.request(method, path, headers=sent)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, dict(answer.headers.items())


@pytest.mark.parametrize(
    "host",
    [
        *ELSEWHERE,
        *("127.0.0.1:1", "localhost", "127.0.0.1", "[::1]", "localhost:80", "localhost.:{port}", "0.0.0.0:{port}"),
        *("127.1:{port}", "2130706433:{port}", "[::ffff:127.0.0.1]:{port}", "localhost:{port}@evil.example.org", ""),
        *("evil.example.org, localhost:{port}", "localhost:{port}:80", "localhost:0{port}"),
    ],
)
def test_no_other_name_or_port_leads_into_a_preview(host: str, showing: Showing) -> None:
    with served(showing) as address:
        assert asked(address, "/", Host=host)[0] == 403


def test_a_request_that_names_two_hosts_or_none_is_refused(showing: Showing) -> None:
    with served(showing) as address:
        port = int(address.rpartition(":")[2])
        for hosts in ((), (f"localhost:{port}", "evil.example.org"), ("evil.example.org", f"localhost:{port}")):
            connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
            connection.putrequest("GET", "/", skip_host=True)
            for host in hosts:
                connection.putheader("Host", host)
            connection.endheaders()
            assert connection.getresponse().status == 403
            connection.close()


@pytest.mark.parametrize("path", [TURN, "/_preview/drafts?show=no"])
@pytest.mark.parametrize(
    "headers",
    [
        {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Dest": "image"},
        {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Dest": "document", "Sec_Fetch_Mode": "navigate"},
        {"Sec_Fetch_Site": "same-site", "Sec_Fetch_Dest": "document"},
        {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Dest": "iframe"},
        {"Origin": "https://evil.example.org"},
        {"Origin": "http://localhost:1"},
        {"Origin": "http://localhost"},
        {"Origin": "null"},
        {"Origin": "https://localhost:{port}"},
        {"Referer": "https://evil.example.org/"},
        {"Referer": "http://localhost:{port}.evil.example.org/"},
        {"Sec_Fetch_Site": "none", "Sec_Purpose": "prefetch;prerender"},
    ],
    ids=str,
)
def test_no_page_of_another_site_or_port_turns_anything(path: str, headers: dict[str, str], showing: Showing) -> None:
    with served(showing) as address:
        before = showing.view.day
        status, _ = asked(address, path, Host="localhost:{port}", **headers)

    assert (status, showing.view.day) == (403, before)


@pytest.mark.parametrize("method", ["HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT"])
def test_only_a_visit_turns_the_day(method: str, showing: Showing) -> None:
    with served(showing) as address:
        before = showing.view.day
        status, sent = asked(address, TURN, method, Host="localhost:{port}")

    assert (status in (405, 501), showing.view.day) == (True, before)
    assert sent["Server"] == "preview"


@pytest.mark.parametrize("dest", ["image", "iframe", "script", "empty"])
def test_nothing_of_a_preview_is_part_of_another_site_s_page(dest: str, showing: Showing) -> None:
    with served(showing) as address:
        status, sent = asked(address, "/", Host="localhost:{port}", Sec_Fetch_Site="cross-site", Sec_Fetch_Dest=dest)
        opened, _ = asked(address, "/", Host="localhost:{port}", Sec_Fetch_Site="cross-site", Sec_Fetch_Dest="document")

    assert (status, opened) == (403, 200)
    assert (sent["X-Frame-Options"], sent["Cross-Origin-Resource-Policy"]) == ("DENY", "same-origin")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec_Fetch_Site": "same-origin"},
        {"Sec_Fetch_Site": "none"},
        {"Origin": "http://localhost:{port}"},
        {"Referer": "http://localhost:{port}/services/"},
    ],
    ids=str,
)
def test_a_page_of_the_preview_turns_the_day(headers: dict[str, str], showing: Showing) -> None:
    with served(showing) as address:
        before = showing.view.day
        status, _ = asked(address, TURN, Host="localhost:{port}", **headers)

    assert (status, showing.view.day) == (303, before.moved(7))


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "[::1]:{port}", "LOCALHOST:{port}"])
def test_this_machine_may_look_by_any_of_its_names(host: str, showing: Showing) -> None:
    with served(showing) as address:
        status, sent = asked(address, "/", Host=host)

    assert (status, sent["Cache-Control"]) == (200, "no-cache")
