"""`waymark due`: what wants a check, and the one line that says that it is done."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.cli.in_process import waymark
from tests.site_builder import REPOSITORY, SERVICES_YAML, Done, Site, a_site


def due(site: Site, *arguments: str, now: str = "2027-02-10T09:00") -> Done:
    return waymark(site.root, ["due", *arguments], now=now)


def changed_lines(before: str, after: str) -> list[str]:
    """The lines that are new, where no other line is gone or another."""
    old, new = before.split("\n"), after.split("\n")
    kept = [line for line in new if line in old]
    assert [line for line in old if line in new] == kept
    return [line for line in new if line not in old]


def test_due_names_each_service_that_wants_a_check_and_what_to_ask(site: Site) -> None:
    done = due(site)

    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines()[:4] == [
        "Never checked (1): the site does not show yet how to reach them.",
        "",
        "Harbour (harbour-refuge)",
        "  Nobody has checked contact 1 (phone), so the site keeps it back.",
    ]


def test_due_in_a_terminal_names_each_service_in_a_line_and_says_what_to_do_next(
    site: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("generator.cli.due.rows_of", lambda _: 24)
    due(site, "--to", str(tmp_path / "due.txt"))

    assert due(site).out.splitlines() == [
        "Never checked (1): the site does not show yet how to reach them.",
        "  Harbour (harbour-refuge)",
        "All of them, with what to ask each: waymark due --all",
        "",
        "1 service wants a check now: 1 never checked.",
        "Next: ask Harbour. What to ask:",
        "  waymark due --message harbour-refuge",
        "When they have answered, record it:",
        '  waymark due --done harbour-refuge --by "Your name" --how phoned',
    ]
    assert "Ask about: " in due(site, "--all").out
    assert "Ask about: " in (tmp_path / "due.txt").read_text(encoding="utf-8")


def test_due_looks_as_far_ahead_as_it_is_asked_to(site: Site) -> None:
    assert "victim-support-cumbria" not in due(site, "--within", "98").out
    assert "Due on 20 May 2027, last checked on 20 November 2026." in due(site, "--within", "99").out


def test_due_as_a_table_and_as_a_calendar(site: Site) -> None:
    table = list(csv.DictReader(io.StringIO(due(site, "--format", "csv", "--within", "99").out.removeprefix("\ufeff"))))
    events = Calendar.from_ical(due(site, "--format", "ics", "--within", "99").out).walk("VEVENT")

    assert [row["id"] for row in table] == ["harbour-refuge", "victim-support-cumbria"]
    assert [(str(event["summary"]), str(event.start)) for event in events] == [
        ("Check: Harbour", "2027-02-10"),
        ("Check: Victim Support", "2027-05-20"),
    ]


def test_due_as_an_issue_goes_into_a_file_and_holds_nothing_secret(site: Site, tmp_path: Path) -> None:
    done = due(site, "--format", "issue", "--to", str(tmp_path / "issue.md"))
    text = (tmp_path / "issue.md").read_text(encoding="utf-8")

    assert (done.status, done.out) == (0, f"Written: {tmp_path / 'issue.md'}\n")
    assert text.startswith("1 service wants a check now.\n\n- [ ] **Harbour** (`harbour-refuge`)")
    assert not any(word in text for word in ("Larkspur", "Gooseberry", "CA99", "960777"))


def test_due_writes_the_message_to_one_provider(site: Site) -> None:
    done = due(site, "--message", "harbour-refuge")

    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("Subject: Harbour: are our details right?\n\nHello,\n")
    assert "- Phone: 01632 960777\n" in done.out
    assert not any(word in done.out for word in ("Larkspur", "Gooseberry", "CA99"))


def test_due_records_a_check_by_one_line(site: Site) -> None:
    done = due(site, "--done", "harbour-refuge", "--by", "Sam Reed", "--how", "phoned")
    after = (site.root / "services.yaml").read_text(encoding="utf-8")

    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines() == [
        "services.yaml:30: checked: {on: 2027-02-10, by: Sam Reed, how: phoned}",
        "Shown from the next build on: contact 1 (phone).",
        "The next check of harbour-refuge is due on 2027-05-12.",
        "Written: services.yaml. Every other line is as it was.",
    ]
    assert changed_lines(SERVICES_YAML, after) == ["    checked: {on: 2027-02-10, by: Sam Reed, how: phoned}"]
    assert due(site).out == "No service wants a check now.\n"


def test_due_shows_the_line_without_writing_it(site: Site) -> None:
    done = due(site, "--done", "harbour-refuge", "--by", "Sam", "--how", "phoned", "--on", "2027-02-01", "--dry-run")

    assert done.out.splitlines()[0] == "services.yaml:30: checked: {on: 2027-02-01, by: Sam, how: phoned}"
    assert done.out.splitlines()[-1] == "Nothing was written."
    assert (site.root / "services.yaml").read_text(encoding="utf-8") == SERVICES_YAML


def test_due_records_a_check_of_one_contact_alone(site: Site) -> None:
    site.change(
        "services.yaml", "      - phone: 01632 960777\n", "      - phone: 01632 960777\n      - phone: 01632 960778\n"
    )
    done = due(site, "--done", "harbour-refuge", "--by", "Sam", "--how", "phoned", "--contact", "2")

    assert done.out.splitlines() == [
        "services.yaml:29: checked: {on: 2027-02-10, by: Sam, how: phoned}",
        "Shown from the next build on: contact 2 (phone).",
        "Still not shown: contact 1 (phone).",
        "The next check of harbour-refuge is due on 2027-05-12.",
        "Written: services.yaml. Every other line is as it was.",
    ]
    again = due(site, "--done", "harbour-refuge", "--by", "Sam", "--how", "phoned", "--contact", "all")
    assert [line for line in again.out.splitlines() if line.startswith("services.yaml:")] == [
        "services.yaml:28: checked: {on: 2027-02-10, by: Sam, how: phoned}",
        "services.yaml:30: checked: {on: 2027-02-10, by: Sam, how: phoned}",
    ]


def test_due_finds_the_file_that_a_service_stands_in(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    head, _, refuge = SERVICES_YAML.partition("  - id: harbour-refuge")
    refuge, _, tail = refuge.partition("retired_numbers:")
    site.write("services.yaml", head + "retired_numbers:" + tail)
    site.write("more/a.yaml", ("services:\n  - id: harbour-refuge" + refuge).replace("\n", "\r\n"))
    site.change("mkdocs.yml", "  - waymark:\n", "  - waymark:\n      services: [services.yaml, more/*.yaml]\n")
    done = due(site, "--done", "harbour-refuge", "--by", "Sam", "--how", "phoned")

    assert done.out.splitlines()[0] == "more/a.yaml:13: checked: {on: 2027-02-10, by: Sam, how: phoned}"
    assert (site.root / "more/a.yaml").read_bytes().endswith(b"    checked: {on: 2027-02-10, by: Sam, how: phoned}\r\n")


def test_due_changes_one_line_of_the_repository_s_own_directory(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    for name in ("services.yaml", "campaigns", "content"):
        source, target = REPOSITORY / name, site.root / name
        shutil.copytree(source, target, dirs_exist_ok=True) if source.is_dir() else shutil.copy(source, target)
    (site.root / "accessibility-results.yaml").write_bytes((REPOSITORY / "accessibility-results.yaml").read_bytes())
    before = (REPOSITORY / "services.yaml").read_bytes()
    check = "{on: 2027-02-10, by: Sam, how: phoned}"
    done = due(site, "--done", "witness-service", "--by", "Sam", "--how", "phoned")
    line = int(done.out.split(":")[1])
    after = (site.root / "services.yaml").read_bytes().splitlines(keepends=True)

    assert after.pop(line - 1) == f"    checked: {check}\n".encode()
    assert b"".join(after) == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ["--done", "harbour-refuge", "--how", "phoned"],
            '--by is missing: Who checked it? For example: --by "Sam Reed"',
        ),
        (
            ["--done", "harbour-refuge", "--by", "Sam", "--how", " "],
            '--how is missing: How? For example: --how "phoned"',
        ),
        (
            ["--done", "harbour-refuge", "--by", "S" * 900, "--how", "phoned"],
            "--by: this has 900 characters; the most is 300",
        ),
        (
            ["--done", "harbour-refuge", "--by", "S\udcff", "--how", "phoned"],
            "--by: there is a hidden character (U+DCFF) in 'S[U+DCFF]'; type it again",
        ),
        (
            ["--done", "harbor-refuge", "--by", "Sam", "--how", "phoned"],
            '--done harbor-refuge: there is no such service; did you mean "harbour-refuge"?',
        ),
        (["--message", "zzz"], "--message zzz: there is no such service; use one of: "),
        (["--by", "Sam"], "--by needs --done ID: which service was checked"),
        (["--dry-run"], "--dry-run needs --done ID: which service was checked"),
        (["--contact", "1"], "--contact needs --done ID: which service was checked"),
        (["--done", "a", "--message", "a"], "--message and --done do not go together; send the message first"),
        (
            ["--done", "harbour-refuge", "--by", "Sam", "--how", "phoned", "--on", "2027-02-11"],
            "--on 2027-02-11 is in the future; give the day it was done, 2027-02-10 at the latest",
        ),
        (
            ["--done", "harbour-refuge", "--by", "Sam", "--how", "phoned", "--on", "yesterday"],
            "Invalid value for '--on': 'yesterday' is not a date; write it as 2027-02-10",
        ),
        (
            ["--done", "harbour-refuge", "--by", "Sam", "--how", "phoned", "--contact", "2"],
            "--contact 2: there is no such contact; say which one with --contact, or --contact all: 1 is phone",
        ),
        (["--to", "/no/such/folder/a.csv", "--format", "csv"], "/no/such/folder/a.csv can't be written: "),
    ],
)
def test_wrong_use_is_status_2_and_changes_nothing(arguments: list[str], words: str, site: Site) -> None:
    done = due(site, *arguments)

    assert (done.status, done.out) == (2, "")
    assert done.err.splitlines()[-1].startswith(f"Error: {words}")
    assert (site.root / "services.yaml").read_text(encoding="utf-8") == SERVICES_YAML


def test_a_service_whose_contacts_are_checked_one_by_one_needs_to_be_told_which(site: Site) -> None:
    site.change(
        "services.yaml",
        "      - phone: 01632 960777\n",
        "      - phone: 01632 960777\n        checked: {on: 2026-11-20, by: A, how: b}\n",
    )
    done = due(site, "--done", "harbour-refuge", "--by", "Sam", "--how", "phoned")

    assert done.status == 2
    assert done.err.splitlines()[-1] == (
        "Error: the contacts of harbour-refuge are checked one by one; "
        "say which one with --contact, or --contact all: 1 is phone"
    )


def test_content_with_mistakes_is_named_and_nothing_is_recorded(site: Site) -> None:
    site.change("services.yaml", "kind: refuge", "kind: refuges")
    done = due(site, "--done", "harbour-refuge", "--by", "Sam", "--how", "phoned")

    assert (done.status, done.out) == (1, "")
    assert "services.yaml:21:11: 'refuges' is not a kind of service" in done.err


@pytest.mark.parametrize(("alone", "words"), [(True, ": # Not shown yet."), (False, "")])
def test_a_comment_above_what_was_checked_is_pointed_out_and_read_to_its_author_alone(
    site: Site, monkeypatch: pytest.MonkeyPatch, alone: bool, words: str
) -> None:
    monkeypatch.setattr("generator.cli.due.is_a_terminal", lambda _: alone)
    site.change(
        "services.yaml", "      - phone: 01632 960777\n", "      # Not shown yet.\n      - phone: 01632 960777\n"
    )
    done = due(site, "--done", "harbour-refuge", "--by", "Sam", "--how", "phoned", "--contact", "1")

    assert f"See whether the comment above it, on line 27, is still true{words}" in done.out.splitlines()


def test_what_else_stands_on_the_line_of_a_check_is_not_repeated(site: Site) -> None:
    text = (site.root / "services.yaml").read_text(encoding="utf-8")
    start, end = text.index("  - id: harbour-refuge"), text.index("retired_numbers:")
    record = (
        "  - {id: harbour-refuge, name: Harbour, kind: refuge, organisation: victim-support, summary: A safe place., "
        "helps_with: [domestic-abuse], areas: [cumbria], contact: [{phone: 01632 960777}], "
        "places: [{name: Larkspur House, address: 7 Gooseberry Lane}]}\n"
    )
    site.write("services.yaml", text[:start] + record + text[end:])
    done = due(site, "--done", "harbour-refuge", "--by", "Sam", "--how", "phoned")

    assert done.status == 0, done.err
    assert done.out.splitlines()[0] == "services.yaml:19: checked: {on: 2027-02-10, by: Sam, how: phoned}"
    assert [word for word in ("Larkspur", "Gooseberry") if word in done.out] == []


@pytest.mark.parametrize("form", ["text", "csv", "ics", "issue"])
def test_a_service_called_by_its_secret_house_is_not_named(site: Site, form: str) -> None:
    site.change("services.yaml", "    name: Harbour\n", "    name: Larkspur House\n    contract_until: 2027-03-01\n")
    done = due(site, "--format", form)

    assert done.status == 1
    assert "this place is called as its service or an organisation is" in done.err
    assert "Larkspur" not in done.out + done.err


def test_a_message_has_one_line_for_each_paragraph(site: Site) -> None:
    done = due(site, "--message", "harbour-refuge")

    assert (
        "Our site for people harmed by crime leads people to Harbour. It must be right, because someone may rely on it "
        "on a bad day. Could you look at these details, and tell us what has changed?\n\n"
    ) in done.out
