"""Asking a server that misbehaves: each way ends in one finding, soon, politely, and nowhere it should not go."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.linkcheck.asking import Asker, as_sent
from generator.linkcheck.finding import Finding
from generator.linkcheck.limits import Limits, Turns
from tests.builders import ANY_INPUT
from tests.linkcheck.misbehaving import MEGABYTE, REFUSES_HEAD, SELF_SIGNED, Misbehaving, misbehaving

PATIENT = Limits(connect=20, read=20, whole=20)
HASTY = Limits(read=0.1, whole=0.2, tries=2)
"""For what never answers: however busy the machine is, waiting longer would change nothing."""
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.fixture
def server() -> Iterator[Misbehaving]:
    with misbehaving() as running:
        yield running


def no_such_host(*_: object, **__: object) -> None:
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


def an_asker(slept: list[float] | None = None, limits: Limits = PATIENT, **changes: Any) -> Asker:
    """One that may ask this machine, and that writes down how long it would have slept."""
    turns = Turns(0, time.monotonic, (slept if slept is not None else []).append)
    return Asker("Waymark tests", turns, lambda: NOON, limits, **({"allow_local": True} | changes))


def found(server: Misbehaving, path: str, limits: Limits = PATIENT) -> Finding:
    return an_asker(limits=limits).ask(server.at(path))


def test_a_page_that_answers_is_good_and_is_asked_with_head_first(server: Misbehaving) -> None:
    assert found(server, "/good") == Finding(server.at("/good"), "good")
    assert server.asked == [("HEAD", "/good"), ("GET", "/good")]
    assert server.agents == {"Waymark tests"}


@pytest.mark.parametrize("path", REFUSES_HEAD)
def test_a_server_that_refuses_head_is_asked_for_the_page(server: Misbehaving, path: str) -> None:
    assert found(server, path).state == "good"
    assert [method for method, _ in server.asked] == ["HEAD", "GET"]


@pytest.mark.parametrize(
    ("path", "state", "why"),
    [
        ("/gone", "dead", "there is no such page (404)"),
        ("/gone-for-good", "dead", "there is no such page (410)"),
        ("/broken", "dead", "its server has an error (500); if that lasts, tell them"),
        ("/loop/a", "dead", "it leads to {server}/loop/b, and there: it sends readers round in a circle"),
        ("/to-script", "dead", "it sends readers to something that is no web page"),
        ("/to-file", "dead", "it sends readers to something that is no web page"),
        ("/to-nonsense", "dead", "it sends readers to something that is no web page"),
        ("/reset", "dead", "127.0.0.1 hangs up, or answers what is no web page"),
        ("/no-http", "dead", "127.0.0.1 hangs up, or answers what is no web page"),
        ("/bad-header", "dead", "127.0.0.1 hangs up, or answers what is no web page"),
        ("/to-home", "home", "it leads to the first page of 127.0.0.1: what was there is gone"),
        ("/soft-404", "soft-404", 'its page is called "Page not found - Harbour"'),
        ("/suspended", "soft-404", 'its page is called "Account Suspended"'),
        ("/parked", "parked", "its page says that the domain is for sale: it is not theirs any more"),
        ("/for-sale", "parked", "its page says that the domain is for sale: it is not theirs any more"),
        ("/moved", "moved", "it has moved; write {server}/good"),
        ("/moved-twice", "moved", "it has moved; write {server}/good"),
        ("/moved-then-for-now", "moved", "it has moved; write {server}/for-now"),
        ("/for-now", "good", ""),
        ("/cookie", "good", ""),
        ("/to-gone", "dead", "there is no such page (404)"),
        ("/robots", "not-asked", "it lets no program in (403); open it yourself"),
        ("/password", "not-asked", "it lets no program in (401); open it yourself"),
        ("/challenge", "not-asked", "it lets no program in (503); open it yourself"),
        ("/teapot", "not-asked", "its server did not want our question (418); open it yourself"),
        ("/lost", "not-asked", "its server did not want our question (302); open it yourself"),
    ],
)
def test_each_way_to_misbehave_has_its_name(server: Misbehaving, path: str, state: str, why: str) -> None:
    finding = found(server, path)

    assert (finding.state, finding.why) == (state, why.format(server=server.at("")))


@pytest.mark.parametrize("path", ["/hang", "/drip-head", "/drip-body"])
def test_what_takes_too_long_is_left(server: Misbehaving, path: str) -> None:
    finding = found(server, path, HASTY)

    assert (finding.state, finding.why, finding.answered) == ("slow", "it did not answer in time", False)


def test_what_leads_to_another_site_is_told(server: Misbehaving) -> None:
    there = server.at("/good", "localhost")

    assert found(server, "/away") == Finding(
        server.at("/away"), "elsewhere", f"it leads to another site, {there}; look whether that is still theirs", there
    )


def test_a_server_that_sends_us_on_for_ever_is_left(server: Misbehaving) -> None:
    assert found(server, "/endless/0").why.endswith("it sends readers on more than 8 times")
    assert len(server.asked) == PATIENT.redirects + 1


def test_only_the_beginning_of_a_huge_page_is_read(server: Misbehaving) -> None:
    assert found(server, "/huge").state == "good"
    assert server.sent < 50 * MEGABYTE


def test_a_busy_server_is_asked_again_when_it_says(server: Misbehaving) -> None:
    slept: list[float] = []

    assert an_asker(slept).ask(server.at("/busy")).state == "good"
    assert slept == [7.0, 7.0]


def test_a_busy_server_may_name_the_moment(server: Misbehaving) -> None:
    slept: list[float] = []

    assert an_asker(slept).ask(server.at("/busy-until")).state == "good"
    assert slept == [30.0]


def test_a_server_that_wants_us_back_tomorrow_is_not_asked_again(server: Misbehaving) -> None:
    slept: list[float] = []

    finding = an_asker(slept).ask(server.at("/busy-for-long"))
    assert (finding.state, finding.why) == ("not-asked", "it asks us to come back later (429)")
    assert (slept, server.asked) == ([], [("HEAD", "/busy-for-long")])


def test_an_error_that_passes_is_no_finding(server: Misbehaving) -> None:
    slept: list[float] = []

    assert an_asker(slept).ask(server.at("/broken-once")).state == "good"
    assert slept == [2.0]


def test_waits_grow_from_try_to_try(server: Misbehaving) -> None:
    slept: list[float] = []

    assert an_asker(slept).ask(server.at("/reset")).state == "dead"
    assert slept == [2.0, 4.0]


def test_a_certificate_that_nobody_signed_is_told_and_one_we_trust_is_good() -> None:
    with misbehaving(SELF_SIGNED) as server:
        address = server.at("/good", "localhost")
        warned = an_asker().ask(address)
        trusted = an_asker(trusted=str(SELF_SIGNED)).ask(address)

    assert (warned.state, warned.why) == ("certificate", "browsers warn of its certificate: self-signed certificate")
    assert trusted.state == "good"


def test_a_certificate_for_another_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with misbehaving(SELF_SIGNED) as server:
        here = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", server.server_port))]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: here)
        finding = an_asker(trusted=str(SELF_SIGNED)).ask("https://www.example.org/")

    assert finding.state == "certificate"
    assert "Hostname mismatch, certificate is not valid for 'www.example.org'" in finding.why


def test_https_where_only_http_is_spoken_is_told(server: Misbehaving) -> None:
    finding = an_asker().ask(server.at("/good").replace("http:", "https:"))

    assert (finding.state, finding.why) == ("certificate", "it does not speak https as browsers do")


def test_a_host_that_takes_no_connection_is_dead() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        finding = an_asker().ask(f"http://127.0.0.1:{taken.getsockname()[1]}/")

    assert (finding.state, finding.why, finding.answered) == ("dead", "127.0.0.1 takes no connection", False)


def test_a_host_that_does_not_exist_is_asked_for_once(server: Misbehaving, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up: list[str] = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *_, **__: looked_up.append(host) or no_such_host())
    findings = list(an_asker().ask_all(["http://nobody.invalid/a", "http://nobody.invalid/b"]))

    assert {finding.why for finding in findings} == {"there is no host named nobody.invalid"}
    assert looked_up == ["nobody.invalid"] * PATIENT.tries


def test_of_a_host_that_does_not_answer_only_two_addresses_are_asked(server: Misbehaving) -> None:
    addresses = [server.at(f"/hang/{number}") for number in range(5)]
    findings = list(an_asker(limits=Limits(read=0.05, tries=1)).ask_all(addresses))

    assert [finding.why for finding in findings] == [
        "it did not answer in time",
        "it did not answer in time",
        *[f"127.0.0.1:{server.server_port} did not answer before, so this was not asked"] * 3,
    ]
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost:8000/",
        "http://printer.local/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://10.1.2.3/",
        "http://169.254.169.254/latest/meta-data/",
        "http://0.0.0.0/",
    ],
)
def test_a_private_network_is_not_asked(address: str) -> None:
    finding = an_asker(allow_local=False).ask(address)

    assert finding.state == "private"
    assert finding.why.endswith("is in a private network, where readers can't go")


def test_nor_is_one_behind_a_public_name(server: Misbehaving, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", server.server_port))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: inside)

    assert an_asker(allow_local=False).ask("http://www.example.org/").why == (
        "www.example.org (127.0.0.1) is in a private network, where readers can't go"
    )
    assert server.asked == []


def test_nor_is_one_that_a_public_site_leads_to(server: Misbehaving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.linkcheck.connecting._is_inside", lambda number: number.startswith("192.168."))

    finding = an_asker(allow_local=False).ask(server.at("/to-private"))
    assert (finding.state, finding.to) == ("private", "http://192.168.0.1/")


def test_a_host_has_one_request_at_a_time(server: Misbehaving) -> None:
    addresses = [server.at(f"/good/{number}") for number in range(6)]
    findings = list(an_asker(limits=Limits(hosts_at_once=6)).ask_all(addresses))

    assert sorted(finding.address for finding in findings) == addresses
    assert server.most_at_once == 1


def test_each_address_is_asked_once(server: Misbehaving) -> None:
    findings = list(an_asker().ask_all([server.at("/good")] * 3))

    assert len(findings) == 1
    assert len(server.asked) == 2


def test_no_password_of_ours_is_sent(server: Misbehaving, monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login us password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    seen: list[str | None] = []
    handler: Any = server.RequestHandlerClass
    monkeypatch.setattr(
        handler, "_whoami", lambda self: (seen.append(self.headers["Authorization"]), self._say(200)), False
    )

    assert found(server, "/whoami").state == "good"
    assert seen == [None, None]


def test_an_address_is_sent_as_a_browser_sends_it() -> None:
    assert as_sent("https://example.org/für uns?a=b&c=%20") == "https://example.org/f%C3%BCr%20uns?a=b&c=%20"
    assert as_sent("HTTPS://example.org") == "https://example.org"


@pytest.mark.parametrize(
    "address",
    ["https://", "https://[oops", "http://[::1", "https://a:b/", "https://a:99999/", "https://example.org:0/"],
)
def test_what_is_no_address_is_told_and_nobody_is_asked(address: str) -> None:
    (finding,) = an_asker().ask_all([address])

    assert (finding.state, finding.why) == ("dead", "that is no address of a web page")


@settings(ANY_INPUT, max_examples=50)
@given(st.text(max_size=40))
def test_no_address_breaks_it(address: str) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(socket, "getaddrinfo", no_such_host)
        (finding,) = an_asker(limits=Limits(tries=1)).ask_all([f"https://{address}"])

    assert finding.state in ("dead", "private")
