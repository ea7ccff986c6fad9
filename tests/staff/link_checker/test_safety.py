"""Where the check never goes, what it never sends, and what no address can do to it."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.staff.link_checker.checker import as_sent
from generator.staff.link_checker.transport import Limits
from tests.builders import ANY_INPUT
from tests.staff.link_checker.askers import an_asker, no_such_host
from tests.staff.link_checker.misbehaving import Misbehaving


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
    monkeypatch.setattr(
        "generator.staff.link_checker.transport._is_inside", lambda number: number.startswith("192.168.")
    )

    finding = an_asker(allow_local=False).ask(server.at("/to-private"))
    assert (finding.state, finding.to) == ("private", "http://192.168.0.1/")


def test_no_password_of_ours_is_sent(server: Misbehaving, monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login us password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    seen: list[str | None] = []
    handler: Any = server.RequestHandlerClass
    monkeypatch.setattr(
        handler, "_whoami", lambda self: (seen.append(self.headers["Authorization"]), self._say(200)), False
    )

    assert an_asker().ask(server.at("/whoami")).state == "good"
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


def test_no_build_enters_this_room() -> None:
    rooms = Path(__file__).parents[3] / "generator"
    users = [path for path in rooms.rglob("*.py") if "generator.staff.link_checker" in path.read_text(encoding="utf-8")]

    outside = sorted(path.relative_to(rooms).as_posix() for path in users if path.parent.name != "link_checker")

    links = ["cli/web/link_numbers.py", "cli/web/links.py"]
    assert outside == ["cli/feed_source.py", *links, "formatters/links.py"]
