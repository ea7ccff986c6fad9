"""A translator without our tools gets a table, and their answers come back into the records they belong in."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from io import StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.content.checks.test_text_languages import site_in
from tests.content.checks.test_who_read import states
from tests.site_builder import Done, Site

Row = dict[str, str]
SUMMARY = "services|victim-support-cumbria|summary"
MESSAGES = "services|victim-support-cumbria|when_you_contact.leaves_messages"
POST = "campaigns|dating-scams|posts.dating-scams-2027-last.text"
MEND = "row {}: {}"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = site_in(tmp_path)
    made.change(
        "services.yaml",
        "    summary: Free, private help after any crime.\n",
        "    summary: Free, private help after any crime.   # a comment\n"
        "    about: |\n      One.\n\n      Two.\n"
        "    when_you_contact: {leaves_messages: {en: Never., cy: Nid i bawb.}}\n",
    )
    return made


def exported(site: Site, *more: str, name: str = "welsh.csv") -> list[Row]:
    done = site.waymark("translate", "--export", str(site.root / name), *more)
    assert (done.status, done.err) == (0, ""), done
    if name.endswith(".csv"):
        return [*csv.DictReader(StringIO((site.root / name).read_text(encoding="utf-8-sig")))]
    head, *rows = load_workbook(site.root / name).worksheets[0].iter_rows(values_only=True)
    return [dict(zip(map(str, head), ("" if cell is None else str(cell) for cell in row), strict=True)) for row in rows]


def sent_back(site: Site, rows: list[Row], *arguments: str, name: str = "back.csv") -> Done:
    out = StringIO()
    writer = csv.DictWriter(out, [*dict.fromkeys(heading for row in rows for heading in row)])
    writer.writeheader()
    writer.writerows(rows)
    site.write(name, out.getvalue())
    return site.waymark("translate", "--import", str(site.root / name), *arguments)


def answered(site: Site, answers: Mapping[str, str], **cells: str) -> list[Row]:
    rows = exported(site)
    for row in rows:
        if row["Waymark id"] in answers:
            row |= {"Welsh": answers[row["Waymark id"]], **cells}
    return rows


def text(site: Site, file: str = "services.yaml") -> str:
    return (site.root / file).read_text(encoding="utf-8")


def test_the_table_has_each_text_beside_the_english_with_its_place_and_how_far_it_is(site: Site) -> None:
    rows = exported(site)
    one = next(row for row in rows if row["Waymark id"] == MESSAGES)

    assert {name: cell for name, cell in one.items() if name != "Waymark version"} == {
        "Where": "services.yaml, service Victim Support",
        "What": "It guards a life: readers see it in this language only once somebody has read it. "
        "when_you_contact.leaves_messages: Whether they leave messages. It may not be safe for the person.",
        "English": "Never.",
        "Welsh": "Nid i bawb.",
        "State": "unread",
        "Read by": "",
        "Read on": "",
        "Waymark id": MESSAGES,
    }
    assert [row["Waymark id"] for row in rows if row["Where"].startswith("services.yaml, service Victim")] == [
        SUMMARY,
        "services|victim-support-cumbria|about",
        MESSAGES,
        "services|victim-support-cumbria|checked.how",
    ]
    assert POST in {row["Waymark id"] for row in rows}
    assert "Gooseberry" not in text(site, "welsh.csv"), "a secret place"


def test_a_workbook_says_the_same(site: Site) -> None:
    assert exported(site, name="welsh.xlsx") == exported(site)


def test_a_table_that_comes_back_as_it_went_changes_nothing(site: Site) -> None:
    rows = exported(site)
    before = {file: text(site, file) for file in ("services.yaml", "campaigns/dating-scams.md")}
    done = sent_back(site, rows, "--write")

    assert (done.status, done.out) == (0, "back.csv: 0 new or changed, 0 read and unchanged, 0 to mend.\n")
    assert {file: text(site, file) for file in before} == before


def test_answers_go_into_their_records_and_every_other_byte_stays(site: Site) -> None:
    before = text(site)
    rows = answered(site, {SUMMARY: "Cymorth am ddim.", POST: "Nid chi oedd ar fai. Gall Victim Support helpu."})
    dry = sent_back(site, rows)
    assert dry.out.endswith(
        "Nothing was written. To write campaigns/dating-scams.md, services.yaml: the same command with --write\n"
    )
    assert text(site) == before

    done = sent_back(site, rows, "--read-by", "Sam Reed", "--read-on", "2027-01-12", "--write")

    assert (done.status, done.err) == (0, "")
    assert text(site) == before.replace(
        "    summary: Free, private help after any crime.   # a comment\n",
        '    summary: {en: "Free, private help after any crime.", cy: Cymorth am ddim.}   # a comment\n',
    ).replace(
        "    checked: {on: 2026-11-20, by: Communications team, how: phoned}\n",
        "    checked: {on: 2026-11-20, by: Communications team, how: phoned}\n"
        "    cy_read: {by: Sam Reed, on: 2027-01-12}\n",
        1,
    )
    assert states(site) == {"summary": "read", "when_you_contact.leaves_messages": "read"}
    assert sent_back(site, exported(site), "--write").out.startswith("back.csv: 0 new or changed, 0 read")


def test_who_read_a_text_stands_with_it_where_nobody_read_the_record_s_others(site: Site) -> None:
    rows = answered(site, {SUMMARY: "Cymorth am ddim."}, **{"Read by": "Sam Reed", "Read on": "12/01/2027"})
    sent_back(site, rows, "--write")

    assert '    summary: {en: "Free, private help after any crime.", cy: Cymorth am ddim., ' in text(site)
    assert "cy_read: {by: Sam Reed, on: 2027-01-12}}   # a comment\n" in text(site)
    assert states(site) == {"summary": "read", "when_you_contact.leaves_messages": "unread"}


def test_what_nobody_says_to_have_read_waits_for_a_reader(site: Site) -> None:
    sent_back(site, answered(site, {SUMMARY: "Cymorth am ddim."}), "--write")

    assert "cy: Cymorth am ddim., cy_read: no}   # a comment\n" in text(site)


def test_a_text_that_was_there_already_is_read_by_a_name_and_a_day(site: Site) -> None:
    rows = answered(site, {MESSAGES: "Nid i bawb."}, **{"Read by": "Sam Reed", "Read on": "2027-01-12"})
    done = sent_back(site, rows, "--write")

    assert done.out.startswith("back.csv: 0 new or changed, 1 read and unchanged, 0 to mend.\n")
    assert states(site) == {"when_you_contact.leaves_messages": "read"}


def test_text_of_several_lines_stays_one_on_lines_of_its_own(site: Site) -> None:
    sent_back(site, answered(site, {"services|victim-support-cumbria|about": "Un.\n\nDau."}), "--write")

    assert "    about:\n      en: |\n        One.\n\n        Two.\n      cy: |-\n        Un.\n\n        Dau.\n" in text(
        site
    )
    assert site.waymark("check").status == 0
