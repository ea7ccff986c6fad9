"""Asking a server that misbehaves: each way ends in one finding, soon, politely, and nowhere it should not go."""

from __future__ import annotations

import socket
import time
from dataclasses import replace

import pytest

from generator.staff.link_checker.result import Finding
from generator.staff.link_checker.transport import Limits
from tests.site_builder import PATIENCE
from tests.staff.link_checker.askers import HASTY, PATIENT, an_asker, no_such_host
from tests.staff.link_checker.misbehaving import MEGABYTE, REFUSES_HEAD, SELF_SIGNED, Misbehaving, misbehaving


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
        ("/soft-404", "soft-404", "its page is called 'Page not found - Harbour'"),
        ("/coloured", "soft-404", "its page is called '404 [U+001B][31mred'"),
        ("/to-hidden", "dead", "it sends readers to something that is no web page"),
        ("/suspended", "soft-404", "its page is called 'Account Suspended'"),
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


def test_a_server_that_hangs_up_on_head_is_asked_for_the_page(server: Misbehaving) -> None:
    assert found(server, "/hangs-up-on-head").state == "good"


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
    until = time.monotonic() + PATIENCE
    while len(server.asked) < 2 and time.monotonic() < until:  # it may be too busy to have read the second yet
        time.sleep(0.02)
    assert {path for _, path in server.asked} == {"/hang/0", "/hang/1"}


def test_a_host_has_one_request_at_a_time(server: Misbehaving) -> None:
    addresses = [server.at(f"/slow/{number}") for number in range(6)]
    findings = list(an_asker(limits=Limits(hosts_at_once=6)).ask_all(addresses))

    assert sorted(finding.address for finding in findings) == addresses
    assert server.most_at_once == 1


def test_a_host_that_others_lead_to_has_one_request_at_a_time(server: Misbehaving) -> None:
    hosts = ("localhost", "LOCALHOST", "Localhost", "localHost")
    addresses = [server.at(f"/slow/{number}", host) for number, host in enumerate(hosts)]
    findings = list(an_asker(limits=Limits(hosts_at_once=4)).ask_all(addresses))

    assert {finding.state for finding in findings} == {"good"}
    assert server.most_at_once == 1


def test_two_hosts_are_asked_side_by_side(server: Misbehaving) -> None:
    """What the two tests above count is counted at all: two names of this machine are two hosts."""
    server.most_at_once = 0
    asker = an_asker(limits=replace(PATIENT, hosts_at_once=2))
    list(asker.ask_all([server.at("/together", "localhost"), server.at("/together")]))

    assert server.most_at_once == 2


def test_each_address_is_asked_once(server: Misbehaving) -> None:
    findings = list(an_asker().ask_all([server.at("/good")] * 3))

    assert len(findings) == 1
    assert len(server.asked) == 2
