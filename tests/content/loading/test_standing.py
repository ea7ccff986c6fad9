from __future__ import annotations

from pathlib import Path

from tests.builders import said
from tests.standing import RESULTS, RIGHTS, STATEMENT, files_in, wrong_with_pages


def test_a_page_is_its_record_and_the_words_below_it(tmp_path: Path) -> None:
    files = files_in(tmp_path, rights=RIGHTS).value

    assert files.rights is not None
    assert files.rights.record.title == "Your rights"
    assert files.rights.record.heading == "Your rights after a crime"
    assert files.rights.record.words == "See [every service](services/index.md)."
    assert files.rights.record.first_line == 16


def test_a_page_of_words_needs_no_record(tmp_path: Path) -> None:
    files = files_in(tmp_path, about="# About this site\n\nWords.\n").value

    assert files.about is not None
    assert (files.about.record.title, files.about.record.words) == ("About this site", "Words.")
    assert files.about.record.first_line == 3


def test_rights_without_a_record_are_a_plain_page(tmp_path: Path) -> None:
    files, problems = files_in(tmp_path, rights="---\ntitle: Your rights\n---\nWords.\n", accessibility="# A\n")

    assert (files.rights, files.accessibility, problems) == (None, None, [])


def test_every_file_of_the_folder_has_an_address(tmp_path: Path) -> None:
    (tmp_path / "content/images").mkdir(parents=True)
    (tmp_path / "content/images/map.png").write_bytes(b"")

    files = files_in(tmp_path, privacy="# Privacy\n", index="# Home\n").value

    assert files.addresses == {"privacy/", "", "images/map.png"}


def test_a_page_whose_record_never_closes_says_so(tmp_path: Path) -> None:
    assert wrong_with_pages(tmp_path, about="---\ntitle: About\n") == [
        "content/about.md:1:1: the record that starts here never closes; add a line of --- below it"
    ]


def test_a_page_without_a_name_says_so(tmp_path: Path) -> None:
    assert wrong_with_pages(tmp_path, about="Words.\n") == [
        'content/about.md:1:1: this page has no name; begin it with a line such as "# About this site"'
    ]


def test_what_stands_below_the_record_is_not_a_field(tmp_path: Path) -> None:
    text = RIGHTS.replace("lead: What", "words: No.\nlead: What")

    assert wrong_with_pages(tmp_path, rights=text) == [
        'content/rights.md:8:1: "words" is not a field; write the words below the second ---'
    ]


def test_each_mistake_in_a_record_has_its_place(tmp_path: Path) -> None:
    text = RIGHTS.replace("2021-04-01", "1 April").replace("applies_to: everyone", "applies_to: all")

    assert wrong_with_pages(tmp_path, rights=text) == [
        "content/rights.md:4:16: '1 April' is not a date; write it as 2026-11-25",
        "content/rights.md:10:88: 'all' is not a choice here; use one of: everyone, after-a-report",
    ]


def test_words_that_run_code_are_refused_where_they_begin(tmp_path: Path) -> None:
    text = "# About\n\n\n[here](javascript:alert(1))\n"

    assert wrong_with_pages(tmp_path, about=text) == [
        "content/about.md:4:1: 'javascript:' links are not published; write https://www.example.org"
    ]


def test_the_results_of_tests_stand_beside_the_content(tmp_path: Path) -> None:
    files, problems = files_in(tmp_path, accessibility=STATEMENT, results=RESULTS)

    assert files.results is not None
    assert files.results.record.pages == 40
    assert said(problems) == []


def test_a_mistake_in_the_results_has_its_place(tmp_path: Path) -> None:
    assert wrong_with_pages(tmp_path, results="on: 2026-11-21\ntools: [axe-core]\npages: many\n") == [
        "accessibility-results.yaml:3:8: 'many' is not a whole number; write it as 18"
    ]
