"""A request for the form -> who may not have it, and why; and what was sent by whom may.

A form that writes files is worth more to an attacker than a page. So it answers this machine alone, by its own name,
to a browser that was shown the key of this run, and takes only what a page of its own sends, whole and not too large.
Nothing of what was sent is said back, and nothing of it is written to any log.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from email.message import Message
from hashlib import sha256
from secrets import token_urlsafe
from urllib.parse import parse_qs, parse_qsl, urlsplit

PLACE = "/_edit/"
"""Where the form's own addresses begin: no page of a site does."""
NAMES = ("127.0.0.1", "localhost", "[::1]")
"""The names of this machine."""
LONGEST_ADDRESS = 500
MOST_BYTES = 1_000_000
"""So much may be sent at once: a service with hundreds of points is a tenth of it."""
MOST_FIELDS = 10_000
AN_ADDRESS = re.compile(r"[a-z0-9]*(?:[-./][a-z0-9]+)*/?")
"""What stands behind PLACE: ids and words with slashes between. No dot leads upwards, as letters stand around each."""
A_FORM = "application/x-www-form-urlencoded"
STYLE_AND_SCRIPT: Mapping[str, Mapping[str, str]] = {
    "form.css": {"Content-Type": "text/css; charset=utf-8"},
    "calendar.js": {"Content-Type": "text/javascript; charset=utf-8"},
}
"""The files that pages of the form fetch, and nothing else that is not a page."""
TOKEN = "token"  # noqa: S105 # the name of a field, not a secret
KEPT_APART: Mapping[str, str] = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",  # with none at all, browsers would not say where a form was sent from
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""What is sent with every answer: no script but ours, no frame, nothing of another site, nothing kept on the disk."""

Sent = Mapping[str, Sequence[str]]
"""What a form sent: every value under each name."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request gets nothing: a status, and one sentence that repeats nothing of it."""

    status: int
    why: str


ELSEWHERE = Refusal(403, "This form is for this machine alone.")
NOT_OURS = Refusal(403, "This was not sent by a page of this form. Open the form again and send it from there.")
NO_KEY = Refusal(403, "Open the address that the terminal shows: the form knows this browser by the key in it.")
NO_SUCH = Refusal(404, "There is nothing at this address.")
NO_WAY = Refusal(405, "The form can be opened and sent, and nothing else.")
NO_FORM = Refusal(415, "This is not how a form is sent.")
NO_LENGTH = Refusal(411, "A form says how long it is.")
TOO_LARGE = Refusal(413, "This is more than any form sends.")
NOT_READ = Refusal(400, "What was sent is not what this form asks for.")


@dataclass(frozen=True)
class Gate:
    """What one run of the form knows its own browser by."""

    port: int
    key: str = field(default_factory=lambda: token_urlsafe(32))
    """In the address that the terminal shows."""
    secret: str = field(default_factory=lambda: token_urlsafe(32))
    """In the cookie that whoever has the key is given."""

    @property
    def address(self) -> str:
        """What to open, once: it is led on to the same without the key."""
        return f"http://{NAMES[0]}:{self.port}{PLACE}?key={self.key}"

    @property
    def cookie(self) -> str:
        """What a browser with the key keeps until it is closed. It is sent to no other site, and no script reads it."""
        return f"{self._named}={self.secret}; Path={PLACE}; HttpOnly; SameSite=Strict"

    @property
    def token(self) -> str:
        """What each of our own pages sends along, and no page of another site can know."""
        return hmac.new(self.secret.encode(), b"a form of this run", sha256).hexdigest()

    @property
    def _named(self) -> str:
        return f"waymark-edit-{self.port}"

    def refuses(self, method: str, target: str, headers: Message) -> Refusal | None:
        """Why a request gets nothing, whoever sent it; None where it may go on."""
        hosts = {f"{name}:{self.port}" for name in NAMES} | (set(NAMES) if self.port == 80 else set())
        asked = [host.strip().lower() for host in headers.get_all("Host", [])]
        if len(asked) != 1 or asked[0] not in hosts:
            return ELSEWHERE
        if method not in ("GET", "POST"):
            return NO_WAY
        origins = [origin.strip().lower() for origin in headers.get_all("Origin", [])]
        if origins not in ([], [f"http://{asked[0]}"]) or (method == "POST" and not origins):
            return NOT_OURS
        if refusal := _not_by_a_person(method, headers):
            return refusal
        path = urlsplit(target).path if target.startswith("/") and not target.startswith("//") else ""
        if not path.startswith(PLACE) or len(target) > LONGEST_ADDRESS:
            return NO_SUCH
        if not AN_ADDRESS.fullmatch(path.removeprefix(PLACE)):
            return NO_SUCH
        if not self.has_key(method, target) and not self._is_known(headers):
            return NO_KEY
        return _not_a_form(headers) if method == "POST" else None

    def has_key(self, method: str, target: str) -> bool:
        """Whether somebody opens the address that the terminal shows."""
        parts = urlsplit(target)
        keys = parse_qs(parts.query).get("key", [])
        return (
            method == "GET"
            and parts.path == PLACE
            and len(keys) == 1
            and hmac.compare_digest(keys[0].encode(), self.key.encode())
        )

    def _is_known(self, headers: Message) -> bool:
        """Whether the cookie of this run came along. Another program of this machine may have set one of its name."""
        pairs = [pair.strip().partition("=") for line in headers.get_all("Cookie", []) for pair in line.split(";")]
        given = [value for name, _, value in pairs if name == self._named]
        return any(hmac.compare_digest(value.encode(errors="replace"), self.secret.encode()) for value in given)

    def read(self, body: bytes) -> Sent | Refusal:
        """What a form sent, by name, without its token; a refusal where it is none of ours."""
        try:
            pairs = parse_qsl(
                body.decode("ascii"),
                keep_blank_values=True,
                strict_parsing=bool(body),
                errors="strict",
                max_num_fields=MOST_FIELDS,
            )
        except ValueError:
            return NOT_READ
        given: dict[str, list[str]] = {}
        for name, value in pairs:
            given.setdefault(name, []).append(value)
        tokens = given.pop(TOKEN, [])
        if len(tokens) != 1 or not hmac.compare_digest(tokens[0].encode(), self.token.encode()):
            return NOT_OURS
        return given


def _not_by_a_person(method: str, headers: Message) -> Refusal | None:
    """Whether the browser says that another site asked, or a page to put ours into, or nobody yet."""
    sites = {"POST": ("same-origin",), "GET": ("same-origin", "none")}[method]
    if headers.get("Sec-Fetch-Site", "same-origin") not in sites:
        return NOT_OURS
    if headers.get("Sec-Fetch-Dest", "document") not in ("document", "style", "script"):
        return NOT_OURS
    return NOT_OURS if headers.get("Sec-Purpose") or headers.get("Purpose") else None


def _not_a_form(headers: Message) -> Refusal | None:
    kinds, lengths = headers.get_all("Content-Type", []), headers.get_all("Content-Length", [])
    if headers.get_all("Transfer-Encoding") or headers.get_all("Content-Encoding") or len(lengths) != 1:
        return NO_LENGTH
    if not re.fullmatch("[0-9]{1,12}", lengths[0]):
        return NO_LENGTH
    if len(kinds) != 1 or kinds[0].strip().lower() != A_FORM:
        return NO_FORM
    return TOO_LARGE if int(lengths[0]) > MOST_BYTES else None
