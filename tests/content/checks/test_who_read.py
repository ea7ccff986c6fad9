"""A text in a further language is missing, unread, or read by somebody; what guards a life waits for a reader."""

from __future__ import annotations

import os
import subprocess
from datetime import date, datetime
from pathlib import Path

import pytest

from generator.content.analysis.translated_texts import State, translated
from generator.content.loading.content import Content
from generator.content.loading.folder import left_in, read_folder
from generator.model.fields.dates import LONDON
from generator.site_loader import Site as Loaded
from tests.content.checks.test_text_languages import EQUAL, LANGUAGES, site_in
from tests.site_builder import Site

SUMMARY = "summary: Free, private help after any crime."
BOTH = "summary: {en: 'Free, private help after any crime.', cy: Cymorth am ddim.}"
GUARDED = "\n    who: {not_for: {en: Not for people who harm., cy: Nid i bawb.}}"
READ = "\n    cy_read: {by: A. Reader, on: 2027-01-12}"
NOW = datetime(2027, 2, 10, 9, tzinfo=LONDON)


def in_welsh(folder: Path, mark: str = READ, languages: str = LANGUAGES) -> Site:
    """A site whose service has its summary, and whom it is not for, in Welsh."""
    site = site_in(folder, languages)
    site.change("services.yaml", SUMMARY, f"{BOTH}{GUARDED}{mark}")
    return site


def read(site: Site) -> Content:
    loaded = Loaded(site.root, NOW)
    settings = loaded.settings()
    content, problems = read_folder(site.root, settings, loaded.today, {}, left_in(site.root, settings, {}))
    assert problems == []
    return content


def states(site: Site, name: str = "victim-support-cumbria") -> dict[str, State]:
    """Of one record: each text that is there in Welsh, by its fields."""
    every = translated(read(site), "cy")
    mine = (one for one in every if one.state != "missing" and getattr(one.found.record, "id", "") == name)
    return {".".join(map(str, one.path)): one.state for one in mine}


def commit(site: Site, day: str) -> None:
    """Everything as it is now, kept in git on a day."""
    who = ["-c", "user.name=Us", "-c", "user.email=us@example.org"]
    when = {"GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
    for arguments in (["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "-m", day]):
        subprocess.run(["git", "-C", str(site.root), *arguments], check=True, env=os.environ | when)  # noqa: S607 # git


def page_in(site: Site, language: str, address: str = "services/victim-support-cumbria/") -> str:
    loaded = Loaded(site.root, NOW)
    settings = loaded.settings()
    every = loaded.published(loaded.catalogue(settings), settings).every
    made = next(one for one in every if one.frame.settings.language == language)
    return str(next(page.body for page in made.pages if page.address == address))


ALL = ("summary", "who.not_for")


@pytest.mark.parametrize(
    ("mark", "state"),
    [
        ("", "unread"),
        ("\n    cy_read: no", "unread"),
        (READ, "read"),
        ("\n    cy_read: {by: 7, on: 2027-02-10}", "read"),
    ],
)
def test_a_text_is_read_where_its_record_says_by_whom_and_when(mark: str, state: str, tmp_path: Path) -> None:
    assert states(in_welsh(tmp_path, mark)) == dict.fromkeys(ALL, state)


def test_what_stands_further_in_says_it_of_itself_alone(tmp_path: Path) -> None:
    site = in_welsh(tmp_path)
    site.change("services.yaml", "cy: Nid i bawb.}}", "cy: Nid i bawb.}, cy_read: no}")

    assert states(site) == {"summary": "read", "who.not_for": "unread"}


def test_a_campaign_speaks_for_its_posts_and_a_post_for_itself(tmp_path: Path) -> None:
    site = site_in(tmp_path)
    file = "campaigns/dating-scams.md"
    site.change(file, "title: Dating scams", "title: {en: Dating scams, cy: Sgamiau}\ncy_read: {by: A, on: 2027-01-12}")
    site.change(file, "text: It was never your fault. Victim Support can help.",
                "text: {en: It was never your fault., cy: Nid chi.}\n    cy_read: no")  # fmt: skip

    assert states(site, "dating-scams") == {"title": "read", "posts.1.text": "unread"}


def test_an_office_s_own_words_and_lines_too(tmp_path: Path) -> None:
    site = site_in(tmp_path)
    site.write("services.yaml", (site.root / "services.yaml").read_text() + (
        "crimes:\n  fraud-cyber: {name: {en: Scams, cy: Sgamiau}, cy_read: {by: A, on: 2027-01-12}}\n"
        "doors:\n  stages:\n    name: {en: Where?, cy: Ble?}\n    plain: Choose.\n"
        "    cy_read: {by: A, on: 2027-01-12}\n"
        "    choices:\n      - {id: one, name: {en: At first, cy: Dechrau}, plain: P., services: [harbour-refuge],"
        " cy_read: no}\n"
    ))  # fmt: skip
    found = [one for one in translated(read(site), "cy") if one.state != "missing"]

    assert [(one.path, one.state) for one in found] == [
        (("name",), "read"),
        (("name",), "read"),
        (("choices", 0, "name"), "unread"),
    ]


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        ("cy_read: Sam", "14:14: who read these words, and when, is needed here; "
         "write cy_read: {by: Sam Reed, on: 2027-01-12}, or no"),
        ("cy_read: {by: Sam}", '14:14: "on" is missing; write on: 2026-11-20'),
        ("cy_read: {by: Sam, on: 12 January}", "14:28: "),
        ("cy_read: {by: Sam, on: 2027-02-11}", "14:28: 2027-02-11 is in the future; "
         "write the day it was done, 2027-02-10 at the latest"),
        ("cu_read: no", "14:5: the site is not there in 'cu'; did you mean \"cy\"?"),
        ("cy_red: no", '14:5: "cy_red" is not a known field; '),
    ],
)  # fmt: skip
def test_what_says_it_wrongly_is_told_with_its_place(mark: str, told: str, tmp_path: Path) -> None:
    site = in_welsh(tmp_path, f"\n    {mark}")

    assert [line for line in site.waymark("check").told if line.startswith(f"services.yaml:{told}")] != []


# What was changed since


def test_what_was_changed_in_the_first_language_since_that_day_is_unread_again(tmp_path: Path) -> None:
    site = in_welsh(tmp_path)
    commit(site, "2027-01-10")
    assert states(site) == dict.fromkeys(ALL, "read")

    site.change("services.yaml", "Free, private help after any crime.", "Free help after any crime.")
    assert states(site) == {"summary": "unread", "who.not_for": "read"}, "nobody has kept it in git yet"
    commit(site, "2027-01-20")

    assert states(site) == {"summary": "unread", "who.not_for": "read"}
    said = site.waymark("check", "--language", "cy").told
    place = "advice: services.yaml:12:14: 'en' was changed after 'A. Reader' read this on 2027-01-12; "
    assert f"{place}have it read again, and write the new day" in said

    site.change("services.yaml", "on: 2027-01-12", "on: 2027-01-21")
    assert states(site) == dict.fromkeys(ALL, "read")


def test_the_same_words_on_another_line_or_in_another_place_of_a_list_are_the_same(tmp_path: Path) -> None:
    site = in_welsh(tmp_path)
    commit(site, "2027-01-10")
    text = (site.root / "services.yaml").read_text()
    head, _, services = text.partition("services:\n")
    first, refuge = services.split("  - id: harbour-refuge")
    refuge, rest = refuge.split("retired_numbers:")
    site.write(
        "services.yaml", f"{head}# New.\n\nservices:\n  - id: harbour-refuge{refuge}{first}retired_numbers:{rest}"
    )
    commit(site, "2027-01-20")

    assert states(site) == dict.fromkeys(ALL, "read")


def test_words_and_their_reader_that_came_in_one_change_belong_together_whenever_it_came(tmp_path: Path) -> None:
    site = in_welsh(tmp_path, "")
    commit(site, "2027-01-10")
    site.change("services.yaml", "Not for people who harm.", "Not for anyone who harms.")
    site.change("services.yaml", GUARDED.replace("people who harm", "anyone who harms"),
                GUARDED.replace("people who harm", "anyone who harms") + READ)  # fmt: skip
    assert states(site) == dict.fromkeys(ALL, "read")
    commit(site, "2027-01-15")

    assert states(site) == dict.fromkeys(ALL, "read")


def test_words_that_were_changed_before_their_reader_was_written_down_are_unread(tmp_path: Path) -> None:
    site = in_welsh(tmp_path, "")
    commit(site, "2027-01-10")
    site.change("services.yaml", "Free, private help after any crime.", "Free help after any crime.")
    commit(site, "2027-01-15")
    site.change("services.yaml", GUARDED, GUARDED + READ)
    commit(site, "2027-01-16")

    assert states(site) == {"summary": "unread", "who.not_for": "read"}


def test_a_record_that_is_younger_than_its_reading_is_read_until_it_changes(tmp_path: Path) -> None:
    site = in_welsh(tmp_path)
    commit(site, "2027-01-15")
    assert states(site) == dict.fromkeys(ALL, "read")

    site.change("services.yaml", "Free, private help after any crime.", "Free help after any crime.")
    commit(site, "2027-01-20")

    assert states(site) == {"summary": "unread", "who.not_for": "read"}


def test_without_history_the_day_is_trusted(tmp_path: Path) -> None:
    site = in_welsh(tmp_path)
    site.change("services.yaml", "Free, private help after any crime.", "Free help after any crime.")

    assert states(site) == dict.fromkeys(ALL, "read")


# What is shown, and told


def test_what_guards_a_life_is_in_the_first_language_until_somebody_has_read_it(tmp_path: Path) -> None:
    unread = page_in(in_welsh(tmp_path, "\n    cy_read: no"), "cy")
    assert "Nid i bawb." not in unread
    assert '<bdi lang="en" dir="ltr">Not for people who harm.</bdi>' in unread
    assert "Cymorth am ddim." in unread, "what guards no life is shown as it is"

    site = Site(tmp_path / "site")
    site.change("services.yaml", "cy_read: no", "cy_read: {by: A. Reader, on: 2027-01-12}")
    assert "Nid i bawb." in page_in(site, "cy")
    assert "Not for people who harm." in page_in(site, "en")


def test_what_says_nothing_of_a_reader_is_shown_unless_the_site_asks_for_one(tmp_path: Path) -> None:
    assert "Nid i bawb." in page_in(in_welsh(tmp_path / "as before", ""), "cy")
    strict = LANGUAGES.replace("Cymorth}", "Cymorth, only_when_read: true}")
    site = in_welsh(tmp_path / "strict", "", strict)
    assert "Nid i bawb." not in page_in(site, "cy")

    site.change("services.yaml", GUARDED, GUARDED + READ)
    assert "Nid i bawb." in page_in(site, "cy")


def test_each_page_says_that_nobody_has_read_all_of_it(tmp_path: Path) -> None:
    loaded = Loaded(in_welsh(tmp_path, "\n    cy_read: no").root, NOW)

    assert loaded.catalogue(loaded.settings()).unread == {"cy": 1}


def test_they_are_counted_for_each_record_and_in_all(tmp_path: Path) -> None:
    said = in_welsh(tmp_path, "\n    cy_read: no").waymark("check", "--language", "cy").told
    counted = [line.removeprefix("advice: ") for line in said if "of the texts " in line]

    assert counted[1:] == [
        "content/stay-safe.md:2:1: of the texts here, 0 are read, 0 are unread, 1 is missing in cy; "
        "make a table: waymark translate --export FILE.xlsx",
        "mkdocs.yml:13:31: of the texts of records, 0 are read, 2 are unread, 9 are missing in cy, "
        "and of the words of pages, 0 are read, 0 are unread, 6 are missing",
        "services.yaml:2:5: of the texts here, 0 are read, 0 are unread, 2 are missing in cy; "
        "make a table: waymark translate --export FILE.xlsx",
        "services.yaml:8:5: of the texts here, 0 are read, 2 are unread, 1 is missing in cy; "
        "have them read, and write who did in this record: cy_read: {by: Sam Reed, on: 2027-01-12}",
        "services.yaml:21:5: of the texts here, 0 are read, 0 are unread, 1 is missing in cy; "
        "make a table: waymark translate --export FILE.xlsx",
    ]


def test_where_both_are_equal_words_that_wait_for_a_reader_stop_the_build(tmp_path: Path) -> None:
    def told(mark: str) -> list[str]:
        done = in_welsh(tmp_path / str(len(mark)), mark, EQUAL).waymark("check")
        return [line for line in done.told if "are unread" in line]

    assert len(told("\n    cy_read: no")) == 1
    assert told("") == told(READ) == []


def test_the_day_after_is_a_day_in_the_united_kingdom(tmp_path: Path) -> None:
    site = in_welsh(tmp_path, "\n    cy_read: {by: A, on: 2026-06-10}")
    commit(site, "2026-06-01")
    version = read(site).history.versions("services.yaml")[-1]

    assert (version.is_by(date(2026, 5, 31)), version.is_by(date(2026, 6, 1))) == (False, True)
