"""Every address an author wrote, each at its line and column, and nothing that is only a comment."""

from __future__ import annotations

from pathlib import Path

from generator.content.source.web_addresses import in_page, in_yaml, written_addresses
from generator.diagnostics import Location
from tests.sites import a_site

RECORD = """\
# See https://comment.example.org/
organisations:
  a: {name: "Ärzte 😀 A", website: https://a.example.org, about: "Look at https://b.example.org/x."}
  c:
    website: 'https://c.example.org/it(s)#part'   # https://comment.example.org/
    about: |
      Two lines, and on the second:
      [here](https://d.example.org/a_(b)) or <https://e.example.org/?a=1&amp;b=2>, see https://f.example.org/g).
"""


def in_the_record(text: str = RECORD, file: str = "services.yaml") -> list[str]:
    found, problems = in_yaml(text, file)
    assert problems == []
    return [f"{one.mark}: {one.address}" for one in found]


def test_addresses_in_yaml_have_their_places_and_comments_have_none() -> None:
    assert in_the_record() == [
        "services.yaml:3:35: https://a.example.org",
        "services.yaml:3:74: https://b.example.org/x",
        "services.yaml:5:15: https://c.example.org/it(s)",
        "services.yaml:8:14: https://d.example.org/a_(b)",
        "services.yaml:8:47: https://e.example.org/?a=1&b=2",
        "services.yaml:8:88: https://f.example.org/g",
    ]


def test_the_place_is_where_the_text_says_https() -> None:
    for line in in_the_record():
        _, row, column, address = line.split(":", 3)
        assert RECORD.splitlines()[int(row) - 1][int(column) - 1 :].startswith(address.strip()[:20])


def test_a_page_has_addresses_in_its_record_and_in_its_words() -> None:
    text = "---\nlink: https://a.example.org/\n---\n# Help\n\nSee [a](https://a.example.org/) and\nhttps://b.example.org/c\\_d.\n"
    found = in_page(text, "content/a.md").value

    assert [f"{one.mark}: {one.address}" for one in found] == [
        "content/a.md:2:7: https://a.example.org/",
        "content/a.md:6:9: https://a.example.org/",
        "content/a.md:7:1: https://b.example.org/c_d",
    ]


def test_a_page_without_a_record_is_all_words() -> None:
    assert [one.mark for one in in_page("Go to http://a.example.org!\n", "content/a.md").value] == [
        Location("content/a.md", 1, 7)
    ]


def test_what_is_no_yaml_is_a_problem_and_not_half_a_list() -> None:
    read, problems = in_yaml("a: https://a.example.org\nb: [\n", "services.yaml")
    assert read == []
    assert [problem.location.file for problem in problems] == ["services.yaml"]


def test_a_record_that_never_closes_is_a_problem() -> None:
    read, problems = in_page("---\nlink: https://a.example.org/\n", "content/a.md")
    assert read == []
    assert str(problems[0]).startswith("content/a.md:1:1: the record that starts here never closes")


def test_a_site_has_the_addresses_of_all_its_files_and_of_the_way_out(tmp_path: Path) -> None:
    for name, text in {
        "mkdocs.yml": "site_url: https://us.example.org/\nplugins: [waymark: {exit: 'https://www.example.org/weather'}]\n",
        "services.yaml": RECORD,
        "campaigns/one.md": "---\nid: one\n---\nhttps://one.example.org/\n",
        "content/deep/page.md": "https://page.example.org/\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    found, problems = written_addresses(tmp_path, a_site(exit="https://www.example.org/weather"))

    assert problems == []
    assert [f"{one.mark}: {one.address}" for one in found if one.mark.file != "services.yaml"] == [
        "campaigns/one.md:4:1: https://one.example.org/",
        "content/deep/page.md:1:1: https://page.example.org/",
        "mkdocs.yml:2:28: https://www.example.org/weather",
    ]
    assert len(found) == 9
