"""The form in a browser: nothing that axe finds, by the keyboard alone, on a narrow screen, without a script."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from generator.preview.current_site import Showing
from generator.preview.form_gate import Gate
from generator.preview.server import HERE, Handler, PreviewServer
from tests.approval_site import ALEX, CAMPAIGN, PLACE, SAM, two_people, waits
from tests.built_site.browser import DESK, PHONE, opened
from tests.built_site.conftest import Built
from tests.cli.test_run_marks import CONFIRMED
from tests.preview.form_site import VICTIM_SUPPORT, forms_of
from tests.site_builder import CAMPAIGN as SITE_CAMPAIGN
from tests.site_builder import Site, a_site

WIDER = "document.documentElement.scrollWidth > innerWidth"
"""Whether a page would have to be scrolled sideways."""


@pytest.fixture
def form(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, Gate]]:
    """The small site's form, with a service that has one of each kind of entry."""
    site = a_site(tmp_path_factory.mktemp("form") / "site")
    site.change(
        "services.yaml",
        "    contact:\n      - phone: 03003030554",
        "    points:\n      - {name: Library, show: full}\n    contact:\n      - phone: 03003030554",
    )
    with served(site) as gate:
        yield site, gate


@contextmanager
def served(site: Site) -> Iterator[Gate]:
    """The form of a site, as `waymark serve --edit` serves it."""
    server = PreviewServer((HERE, 0), Handler)
    server.forms = forms_of(site, Gate(server.server_address[1]))
    server.showing = Showing.__new__(Showing)  # nobody asks for a page of the site here
    running = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    running.start()
    yield server.forms.gate
    server.shutdown()
    running.join()
    server.server_close()


def found_by_axe(page: Page) -> list[str]:
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in Axe().run(page).response["violations"]]


def test_a_service_is_changed_by_the_keyboard_alone_on_a_narrow_screen_without_a_script(
    form: tuple[Site, Gate], browser: Browser
) -> None:
    site, gate = form
    with opened(browser, PHONE, java_script_enabled=False) as page:
        page.goto(gate.address)
        page.get_by_role("link", name="Victim Support").first.press("Enter")
        phone = page.get_by_role("textbox", name="Phone", exact=True).first
        phone.fill("0300 12")
        page.get_by_role("button", name="Save", exact=True).press("Enter")
        page.get_by_role("link", name="'0300 12' can't be a UK phone number").press("Enter")

        expect(phone).to_have_value("0300 12")
        phone.fill("0300 303 0554")
        page.get_by_role("group", name="Access").get_by_role("checkbox", name="Bsl").press("Space")
        page.get_by_role("button", name="Save", exact=True).press("Enter")
        expect(page.get_by_role("status")).to_have_text("Saved in services.yaml. Every other line is as it was.")
    text = (site.root / "services.yaml").read_text(encoding="utf-8")
    assert "      - phone: 0300 303 0554\n        hours: 24/7\n" in text
    assert "    access: [bsl]\n" in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_of_the_form_is_accessible_and_never_wider_than_its_window(
    scheme: str, form: tuple[Site, Gate], browser: Browser
) -> None:
    site, gate = form
    with opened(browser, PHONE, color_scheme=scheme) as page:
        errors: list[str] = []
        page.on("console", lambda said: errors.append(said.text))
        page.goto(gate.address)
        seen = [(found_by_axe(page), page.evaluate(WIDER))]
        address = page.url + VICTIM_SUPPORT
        page.goto(f"{page.url}keep")
        seen.append((found_by_axe(page), page.evaluate(WIDER)))
        page.goto(address)
        for fold in page.locator("summary").all():
            if fold.is_visible() and not fold.evaluate("one => one.parentElement.open"):
                fold.click()
        seen.append((found_by_axe(page), page.evaluate(WIDER)))
        page.locator("[id='contact.0.phone']").fill("0300 12")
        page.get_by_role("button", name="Save", exact=True).click()
        seen.append((found_by_axe(page), page.evaluate(WIDER)))
        site.change("services.yaml", "name: Harbour\n", "name: Harbour House\n")
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Victim Support was changed meanwhile")
        seen.append((found_by_axe(page), page.evaluate(WIDER)))

    assert seen == [([], False)] * 5
    assert [one for one in errors if "Content Security Policy" in one] == []


def test_a_second_person_approves_by_the_keyboard_alone_on_a_narrow_screen_without_a_script(
    tmp_path: Path, browser: Browser
) -> None:
    people = two_people(tmp_path / "site")
    people.changes(ALEX, "services.yaml", "phone: 03003030554", "phone: 03003030555")
    people.changes(ALEX, "services.yaml", PLACE, f"{PLACE[:-1]}, show: full}}")
    people.sits(SAM)
    with served(people.site) as gate, opened(browser, PHONE) as page:
        page.goto(gate.address)
        page.goto(f"{page.url}approve")
        page.locator("summary").first.click()
        assert (found_by_axe(page), page.evaluate(WIDER)) == ([], False)
    with served(people.site) as gate, opened(browser, PHONE, java_script_enabled=False) as page:
        page.goto(gate.address)
        page.get_by_role("link", name="Approve").press("Enter")
        page.get_by_role("button", name="Approve: Numbers of Victim Support").press("Enter")
        expect(page.get_by_role("status")).to_contain_text("Approved: Numbers of Victim Support.")
    assert waits(people) == ["places/harbour-refuge"]


def test_a_change_is_sent_for_approval_on_a_narrow_screen_without_a_script(tmp_path: Path, browser: Browser) -> None:
    people = two_people(tmp_path / "site")
    with served(people.site) as gate, opened(browser, PHONE, java_script_enabled=False) as page:
        page.goto(gate.address)
        page.get_by_role("link", name="Victim Support").first.press("Enter")
        page.locator("textarea[id='summary'], input[id='summary']").fill("Kind, private help.")
        page.get_by_role("button", name="Save", exact=True).press("Enter")
        page.get_by_role("link", name="Keep what you changed").press("Enter")
        page.get_by_role("link", name="Send it for approval").press("Enter")
        page.get_by_role("textbox", name="What did you change").fill("A summary")
        page.get_by_role("button", name="Send for approval").press("Enter")
        expect(page.get_by_role("status")).to_have_text("Ready to be sent: the branch a-summary-2027-02-10.")
        page.get_by_role("button", name="Go back to main").press("Enter")
        expect(page.get_by_role("status")).to_contain_text("You are on main again.")
    people.site.change("services.yaml", "Free, private help", "Kind, private help")
    with served(people.site) as gate, opened(browser, PHONE) as page:
        page.goto(gate.address)
        page.goto(f"{page.url}send")
        assert (found_by_axe(page), page.evaluate(WIDER)) == ([], False)


def test_a_post_is_moved_by_dragging_by_the_keyboard_and_without_a_script(
    form: tuple[Site, Gate], browser: Browser
) -> None:
    site, gate = form
    site.write(CAMPAIGN, site_campaign := SITE_CAMPAIGN.replace(f", {CONFIRMED}", ""))
    entry = "post at 09:00: dating-scams-2027-last"
    with opened(browser, DESK) as page:
        errors: list[str] = []
        page.on("console", lambda said: errors.append(said.text))
        page.goto(gate.address)
        page.get_by_role("link", name="Calendar").click()
        assert (found_by_axe(page), page.evaluate(WIDER)) == ([], False)
        moves = page.locator("[data-moves]").filter(has_text="dating-scams-2027-last")
        moves.drag_to(page.locator("[data-day='2027-02-25']"))
        expect(page.get_by_role("status")).to_contain_text("Moved to 25 February 2027: dating-scams-2027-last.")
        assert errors == []
    with opened(browser, PHONE, java_script_enabled=False) as page:
        page.goto(gate.address)
        page.goto(f"{page.url}calendar")
        page.get_by_label(f"Another day for {entry}").fill("2027-02-26")
        page.get_by_role("button", name=f"Move {entry}").press("Enter")
        expect(page.get_by_role("status")).to_contain_text("Moved to 26 February 2027: dating-scams-2027-last.")
        assert page.evaluate(WIDER) is False
    text = (site.root / CAMPAIGN).read_text(encoding="utf-8")
    assert text == site_campaign.replace("at: 2027-02-27 09:00", "at: 2027-02-26 09:00")


def test_nothing_of_the_form_is_on_the_public_site(built: Built) -> None:
    assert [name for name in built.files if name.endswith("calendar.js")] == []
    assert [name for name in built.files if "form" in name.rpartition("/")[2].split("_")[0].split(".")] == []
    marks = (b"_edit/", b"data-moves", b"waymark-edit", b"kept secret, to mend", b"Take this one out when I save")
    assert [name for name, data in built.files.items() if any(mark in data for mark in marks)] == []
