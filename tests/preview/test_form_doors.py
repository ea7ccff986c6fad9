"""Each further door of the form is as shut as that of a record: what no page of ours sends changes nothing."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from generator.preview.form_gate import MOST_BYTES, PLACE
from tests.preview.test_form_gate import COOKIES, FORM, HEADERS, Open, opened
from tests.site_builder import fingerprint

__all__ = ["opened"]
DOORS = ["approve", "send", "back", "calendar"]


def a_form(opened: Open, **given: str) -> str:
    return urlencode({"token": opened.gate.token, "what": "posts/dating-scams-2027-launch", "seen": "", **given})


@pytest.mark.parametrize("door", DOORS)
def test_a_request_that_is_not_ours_opens_it_not(door: str, opened: Open) -> None:
    got = [(headers, opened.asks("POST", PLACE + door, headers, a_form(opened))[0]) for headers, _ in HEADERS]

    assert got == HEADERS
    assert fingerprint(opened.site.root) == opened.before


@pytest.mark.parametrize("door", DOORS)
def test_a_browser_without_the_cookie_or_the_token_opens_it_not(door: str, opened: Open) -> None:
    for cookie in COOKIES:
        given = cookie.format(port=opened.gate.port, secret=opened.gate.secret)
        for method in ("GET", "POST"):
            assert opened.asks(method, PLACE + door, {}, a_form(opened), cookie=given)[0] == 403
    for token in ("", "0" * 64, "é"):
        assert opened.asks("POST", PLACE + door, {}, a_form(opened, token=token))[0] == 403
    assert opened.asks("POST", PLACE + door, {}, urlencode({"what": "x", "seen": ""}))[0] == 403
    assert fingerprint(opened.site.root) == opened.before


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(
    "given", [{"file": "../mkdocs.yml"}, {"path": "/etc/passwd"}, {"what": "../../etc/passwd"}, {"day": "2027-02-30"}]
)
def test_what_its_page_does_not_ask_for_changes_nothing(given: dict[str, str], door: str, opened: Open) -> None:
    assert opened.asks("POST", PLACE + door, {}, a_form(opened, **given))[0] in (400, 404, 422)
    assert fingerprint(opened.site.root) == opened.before


@pytest.mark.parametrize("door", DOORS)
def test_no_path_and_no_other_method_leads_behind_it(door: str, opened: Open) -> None:
    for path in ("/..", "/../keep", "/%2e%2e", "/x", "//", "/services.yaml", "%00", "/" + "x" * 600):
        assert opened.asks("POST", f"{PLACE}{door}{path}", {}, a_form(opened))[0] in (400, 404)
        assert opened.asks("GET", f"{PLACE}{door}{path}", {})[0] == 404
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "HEAD"):
        assert opened.asks(method, PLACE + door, {"Content-Type": FORM})[0] in (403, 405, 501)
    assert opened.asks("POST", PLACE + door, {"Content-Length": str(MOST_BYTES + 1)}, a_form(opened))[0] == 413
    assert fingerprint(opened.site.root) == opened.before
