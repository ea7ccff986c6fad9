"""`waymark due --form` and `--answers`: a provider fills in a form; staff see what it changes before they take it."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.site_builder import SERVICES_YAML, Done, Site, a_site

ID = "victim-support-cumbria"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return a_site(tmp_path / "site")


def form(site: Site, name: str, service: str = ID) -> Path:
    to = site.root / name
    done = site.waymark("due", "--message", service, "--form", str(to))
    assert done.status == 0, done.err
    return to


def keys(text: str) -> list[str]:
    return [row[3] for row in csv.reader(StringIO(text))][1:]


def answered(site: Site, *lines: str, name: str = "answer.txt") -> Path:
    path = site.root / name
    path.write_bytes("\r\n".join(lines).encode())
    return path


def take(site: Site, file: Path, *arguments: str) -> Done:
    return site.waymark("due", "--answers", str(file), *arguments)


def services(site: Site) -> str:
    return (site.root / "services.yaml").read_text(encoding="utf-8")


def test_a_form_asks_for_the_ways_to_be_reached_and_the_facts(site: Site) -> None:
    page = form(site, "reply.html").read_text(encoding="utf-8")
    table = form(site, "reply.csv").read_text(encoding="utf-8-sig")
    book = load_workbook(form(site, "reply.xlsx"))

    assert keys(table)[:3] == [f"{ID}/contact.1.to", f"{ID}/contact.1.hours", f"{ID}/summary"]
    assert [row[3].value for row in book["Reply"].iter_rows()][1:4] == keys(table)[:3]
    assert f'<textarea id="{ID}/contact.1.to" name="{ID}/contact.1.to"' in page
    assert "We say: 0300 303 0554" in page
    assert "<script" not in page
    assert "http" not in page.replace('http-equiv="Content', "")


def test_a_form_says_nothing_of_a_secret_place(site: Site) -> None:
    for name in ("reply.html", "reply.csv"):
        text = form(site, name, "harbour-refuge").read_text(encoding="utf-8-sig")

        assert "01632 960777" in text
        assert not any(word in text for word in ("Larkspur", "Gooseberry", "CA99"))


def test_what_came_back_is_shown_and_nothing_is_written(site: Site) -> None:
    answer = answered(site, f"{ID}/contact.1.hours=Mon-Fri 9am-5pm", f"{ID}/summary=right", f"{ID}/by=Pat Sample")
    done = take(site, answer)

    assert (done.status, services(site)) == (0, SERVICES_YAML)
    assert f"The form of {ID} changes 1 of its facts. Pat Sample filled it in." in done.out
    assert "Contact 1 opening hours: '24/7' becomes 'Mo-Fr 09:00-17:00'" in done.out
    assert 'the same command with --write --by "Sam Reed"' in done.out


def test_it_is_taken_once_somebody_says_who_checked_it(site: Site) -> None:
    answer = answered(site, f"{ID}/contact.1.to=01632 960101", f"{ID}/cost=Free")
    refused = take(site, answer, "--write")
    assert (refused.status, services(site)) == (2, SERVICES_YAML)
    assert "--by is missing: Who checked it?" in refused.err

    done = take(site, answer, "--write", "--by", "Sam Reed", "--how", "they filled in our form")
    assert done.status == 0, done.told
    assert "      - phone: 01632 960101\n" in services(site)
    assert "    cost: Free\n" in services(site)
    assert "checked: {on: 2027-02-10, by: Sam Reed, how: they filled in our form}" in services(site)
    assert site.waymark("check").status == 0


def test_a_form_on_which_all_is_right_records_the_check_alone(site: Site) -> None:
    done = take(site, answered(site, f"{ID}/summary=yes", f"{ID}/by=Pat"), "--write", "--by", "Sam", "--how", "wrote")

    assert done.status == 0, done.told
    changed = SERVICES_YAML.replace(
        "{on: 2026-11-20, by: Communications team, how: phoned}", "{on: 2027-02-10, by: Sam, how: wrote}"
    )
    assert services(site) == changed


def test_a_table_that_came_back_is_read_as_the_mail_is(site: Site) -> None:
    for name in ("reply.csv", "reply.xlsx"):
        path = form(site, name)
        if name.endswith("csv"):
            text = path.read_text(encoding="utf-8-sig").replace('"24/7","",', '"24/7","Mon-Fri 9am-5pm",')
            rows = list(csv.reader(StringIO(text)))
            rows[2][2] = "Mon-Fri 9am-5pm"
            out = StringIO()
            csv.writer(out).writerows(rows)
            path.write_text(out.getvalue(), encoding="utf-8")
        else:
            book = load_workbook(path)
            book["Reply"]["C3"] = "Mon-Fri 9am-5pm"
            book.save(path)

        assert "Contact 1 opening hours: '24/7' becomes 'Mo-Fr 09:00-17:00'" in take(site, path).out


def test_a_mail_that_was_saved_whole_is_read(site: Site) -> None:
    head = ["From: pat@example.org", "To: office@example.org", "Subject: Re", "MIME-Version: 1.0"]
    body = ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", ""]
    done = take(site, answered(site, *head, *body, f"{ID}/cost=3DFree for caf=C3=A9 guests", name="mail.eml"))

    assert "'Free for café guests' is new" in done.out


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            (f"{ID}/places.1.address=7 Gooseberry Lane",),
            "it answers what the form of victim-support-cumbria does not ask",
        ),
        ((f"{ID}/id=other",), "it answers what the form of victim-support-cumbria does not ask: 'id'"),
        ((f"{ID}/contact.9.to=01632 960101",), "does not ask: 'contact.9.to'"),
        ((f"{ID}/cost=Free", "harbour-refuge/cost=Free"), "these are answers for 2 services; take them one at a time"),
        (("nothing",), "this is no reply form of ours"),
    ],
)
def test_what_the_form_does_not_ask_is_not_taken(site: Site, lines: tuple[str, ...], said: str) -> None:
    done = take(site, answered(site, *lines, name="answer.csv"))

    assert (done.status, said in done.err, services(site)) == (1, True, SERVICES_YAML), done.told


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("contact.1.to=we no longer have this number", "is not a phone number"),
        ("summary=Come to 7 Gooseberry Lane.", "this says"),
        ("contact.1.hours=Mon 25-26", "is not in a form we can read"),
    ],
)
def test_an_answer_that_can_not_be_taken_is_named(site: Site, answer: str, said: str) -> None:
    done = take(site, answered(site, f"{ID}/{answer}"), "--write", "--by", "Sam", "--how", "wrote")

    assert (done.status, services(site)) == (1, SERVICES_YAML), done.told
    assert said in " ".join(done.out.split())


def test_a_text_in_two_languages_keeps_the_other(site: Site) -> None:
    site.change("services.yaml", "summary: Free, private help after any crime.", "summary: {en: Help., cy: Cymorth.}")
    done = take(site, answered(site, f"{ID}/summary=Help for all."), "--write", "--by", "Sam", "--how", "wrote")

    assert done.status == 0, done.told
    assert "cy: Cymorth." in services(site)
    assert "en: Help for all." in services(site)


@pytest.mark.parametrize(
    "arguments",
    [["--form", "reply.html"], ["--write"], ["--answers", "a.txt", "--done", ID], ["--message", ID, "--form", "a.pdf"]],
)
def test_what_does_not_go_together_is_wrong_use(site: Site, arguments: list[str]) -> None:
    assert site.waymark("due", *arguments).status == 2
