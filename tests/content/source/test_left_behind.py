"""What git, a web page or a word processor left in any authored file is named at its place, once, with its cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.loading.config import read_settings
from generator.content.source.conflict_marks import conflict_marks
from generator.content.source.left_behind import left_behind, stray_characters
from generator.diagnostics import ContentError
from tests.builders import a_campaign_file, a_services_yaml
from tests.content.test_load import wrong

TAKE_OUT = "keep the right words, and take out the lines 1 (<<<<<<<), 3 (=======) and 5 (>>>>>>>)"
TWO = f"git left two versions here: 'They listen.' (HEAD), and 'They do not listen.' (a-colleague); {TAKE_OUT}"
A_MARK = "git left this mark of two versions here; take it out, and look whether the words around it are right"
OURS, THEIRS = "They listen.", "They do not listen."


def conflict(indent: str = "", base: str = "", ours: str = OURS, theirs: str = THEIRS) -> str:
    lines = [
        "<<<<<<< HEAD",
        ours,
        *(["||||||| 1a2b3c4", base] if base else []),
        "=======",
        theirs,
        ">>>>>>> a-colleague",
    ]
    return "".join(f"{indent}{line}\n" for line in lines)


@pytest.mark.parametrize("indent", ["", "      ", "\t"])
@pytest.mark.parametrize("base", ["", "They may listen."])
@pytest.mark.parametrize(
    "file", ["services.yaml", "campaigns/a.md", "content/about.md", "mkdocs.yml", "campaigns/published.csv",
             "links.csv", "numbers.csv", "overrides/main.html", "overrides/styles/a.css"],
)  # fmt: skip
def test_a_conflict_is_one_message_with_both_sides(file: str, indent: str, base: str) -> None:
    found = conflict_marks(f"a: b\n{conflict(indent, base)}c: d\n", file)

    marks = "2 (<<<<<<<), 4 (|||||||) to 6 (=======) and 8" if base else "2 (<<<<<<<), 4 (=======) and 6"
    words = TWO.replace("1 (<<<<<<<), 3 (=======) and 5", marks)
    words = words.replace("keep the right words", "keep every row of both sides") if file.endswith(".csv") else words
    assert [str(problem) for problem in found] == [f"{file}:2:{len(indent) + 1}: {words}"]


def test_conflicts_within_the_common_version_belong_to_it() -> None:
    inner = "<<<<<<<<< one\nx\n=========\ny\n>>>>>>>>> two"

    words = TWO.replace("3 (=======) and 5", "3 (|||||||) to 9 (=======) and 11")
    assert [str(problem) for problem in conflict_marks(conflict(base=inner), "a.md")] == [f"a.md:1:1: {words}"]


def test_each_conflict_has_its_own_message_and_a_long_side_is_cut() -> None:
    long = conflict(ours="one\ntwo\nthree\nfour", theirs="")
    found = conflict_marks(f"{long}\n{conflict()}", "a.md")

    assert [problem.location.line for problem in found] == [1, 10]
    assert found[0].text.startswith(
        "git left two versions here: 'one' / 'two' and 2 more lines (HEAD), and nothing (a-"
    )


@pytest.mark.parametrize(
    "text",
    [
        "<<<<<<< HEAD\nThey listen.\n",
        "They listen.\n>>>>>>> a-colleague\n",
        "They listen.\n||||||| 1a2b3c4\n",
        "They listen.\n\n=======\nThey do not.\n",
        "  about: |\n    They listen.\n    >>>>>>> a-colleague\n",
        'text: "They listen. <<<<<<< HEAD and so on"\n',
        "text: 'so on >>>>>>> a-colleague'\n",
        "> <<<<<<< HEAD\n> quoted\n",
        "- <<<<<<< HEAD\n",
    ],
)
def test_one_mark_alone_is_named_too(text: str) -> None:
    assert [problem.text for problem in conflict_marks(text, "content/a.md")] == [A_MARK]


def test_a_lone_line_between_versions_is_a_mark_in_a_record_and_in_a_table() -> None:
    record = "---\nid: a\n=======\n---\nHeading\n=======\n"

    assert [str(problem) for problem in conflict_marks(record, "campaigns/a.md")] == [f"campaigns/a.md:3:1: {A_MARK}"]
    assert len(conflict_marks("a,b\n=======\n", "links.csv")) == 1
    assert len(conflict_marks("services:\n=======\n", "services.yaml")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Heading\n=======\n\nWords.\n",
        "Title\n==========\n",
        "| a | b |\n|---|---|\n|||||||\n",
        "a >>>> b <<<< c\n",
        ">>> Traceback\n",
        "A line of <<<<<<<<<<<<<<<< signs\n".replace("<<<<<<<<<<<<<<<<", "<<<<<<"),
        "--------\n========\n",
    ],
)
def test_what_markdown_means_is_no_mark_of_git(text: str) -> None:
    assert conflict_marks(text, "content/a.md") == []


def test_a_heading_in_a_block_of_a_record_is_none_either() -> None:
    assert conflict_marks("about: |\n  Heading\n  =======\n  Words.\n", "services.yaml") == []


@pytest.mark.parametrize("side", ["address: 17 Lantern Row", "come to 17 Lantern Row", "postcode: CA3 8AA"])
def test_a_side_that_may_say_where_a_place_is_is_not_repeated_to_others(side: str) -> None:
    (found,) = conflict_marks(conflict(ours=side), "services.yaml")

    assert found.secret
    assert found.without_found == f"git left two versions of some lines here; {TAKE_OUT}"


def test_nothing_else_is_said_while_two_versions_stand_there(tmp_path: Path) -> None:
    broken = a_services_yaml().replace(
        "    name: Victim Support\n", conflict("    ", ours="name: A", theirs="name: B"), 1
    )
    files = {"services.yaml": broken, "campaigns/a.md": a_campaign_file("sumary: x")}
    (said,) = wrong(tmp_path, files)

    assert "git left two versions here: 'name: A' (HEAD), and 'name: B' (a-colleague)" in said


def test_it_is_said_of_the_settings_before_they_are_read() -> None:
    with pytest.raises(ContentError) as refused:
        read_settings(conflict(ours="site_name: A", theirs="site_name: B"))

    assert "git left two versions here: 'site_name: A' (HEAD)" in str(refused.value)


NOBODY = "which nobody sees; take it out, or type the words again"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("name: Har\u00adbour", f"2:10: there is a soft hyphen here (U+00AD), {NOBODY}: 'name: Har[U+00AD]bour'"),
        ("name: A\u200bB", f"2:8: there is a zero width space here (U+200B), {NOBODY}: 'name: A[U+200B]B'"),
        ("name: A\u200dB", f"2:8: there is a zero width joiner here (U+200D), {NOBODY}: 'name: A[U+200D]B'"),
        ("name: A\u202eB", f"2:8: there is a right-to-left override here (U+202E), {NOBODY}: 'name: A[U+202E]B'"),
        ("name: A\ufe0fB", f"2:8: there is a variation selector here (U+FE0F), {NOBODY}: 'name: A[U+FE0F]B'"),
        (
            "name: A\U000e0041B",
            f"2:8: there is a tag character here (U+E0041), {NOBODY}: 'name: A[U+E0041]B'",
        ),
        ('name: "A\\u200bB"', f"2:9: there is a zero width space here (U+200B), {NOBODY}: 'name: \"A[U+200B]B\"'"),
        ("name: The Men&#39;s", "2:14: &#39; is how HTML writes '; write ' itself: 'name: The Men&#39;s'"),
        ("name: A&nbsp;B", "2:8: &nbsp; is how HTML writes a space; write a space itself: 'name: A&nbsp;B'"),
        (
            "name: donâ€™t",
            "2:10: â€™ is what is left of ’, which broke on its way; type it again: 'name: donâ€™t'",
        ),
        ("name: don\ufffdt", "2:10: a letter was lost here (U+FFFD); type the word again: 'name: don\ufffdt'"),
    ],
)
def test_what_nobody_meant_is_named_at_its_place(line: str, said: str) -> None:
    found = stray_characters(f"services:\n{line}\n", "services.yaml")

    assert [str(problem) for problem in found] == [f"services.yaml:{said}"]
    assert all(line not in problem.without_found for problem in found)


@pytest.mark.parametrize("word", ["Har\u00adbour", "Har\u200bbour", "Har\u202ebour"])
@pytest.mark.parametrize(
    "file",
    [
        *("content/a.md", "campaigns/a.md", "campaigns/published.csv", "links.csv", "a.yaml"),
        *("content/a.html", "content/a.po", "content/a.txt", "content/a.css"),
    ],
)
def test_every_kind_of_file_is_looked_through(tmp_path: Path, file: str, word: str) -> None:
    path = tmp_path / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"a,b\n{word}\n", encoding="utf-8")
    found = left_behind(tmp_path, ["campaigns/published.csv", "links.csv", "a.yaml", "campaigns/a.md"], ["content"], {})

    assert [str(problem.location) for problem in found.strays] == [f"{file}:2:4"]


@pytest.mark.parametrize(
    "file", ["services.yaml", "campaigns/a.md", "content/a.md", "links.csv", "overrides/words/cy.po"]
)
def test_a_letter_of_another_alphabet_in_a_word_is_named_with_the_word_that_was_meant(file: str) -> None:
    said = "a word here mixes two alphabets: U+0430 is CYRILLIC SMALL LETTER A; type the word again"
    (problem,) = stray_characters("name: The H\u0430rbour\n", file)

    assert str(problem) == f"{file}:1:11: {said}: 'Harbour'"
    assert problem.without_found == said


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("content/a.md", "Mums &amp; dads&nbsp;call &copy; 2026.\n"),
        ("mkdocs.yml", "copyright: Copyright &copy; 2026\n"),
        ("services.yaml", "# Mums &amp; dads\nname: Mums & dads\n"),
        ("services.yaml", "name: Llinell y Tŷ 🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f 👩‍👧 ❤️\n"),
        ("services.yaml", "name: می‌روم\n"),
        ("services.yaml", "note: 01632\u00a0960\u00a0101\n"),
        ("services.yaml", "link: https://example.org/?a=1&copy=2\n"),
    ],
)
def test_what_is_right_where_it_stands_is_not_named(file: str, text: str) -> None:
    assert stray_characters(text, file) == []


def test_a_character_that_is_everywhere_is_named_a_few_times_and_once_a_line() -> None:
    assert len(stray_characters("a\u00adb\u00adc\n" * 300, "services.yaml")) == 5


def test_a_hidden_character_in_a_record_is_one_mistake(tmp_path: Path) -> None:
    text = a_services_yaml().replace("name: Victim Support", "name: Victim\u202e Support", 1)
    said = wrong(tmp_path, {"services.yaml": text})

    assert [one for one in said if "U+202E" in one] == said
    assert len(said) == 1


@pytest.mark.parametrize("letter", ["\u00ad", "\u200b", "\u202e", "\u200d", "\U000e0041"])
def test_a_hidden_character_of_the_settings_is_named_at_its_own_place_and_seen(letter: str) -> None:
    text = f"site_name: Help in Cum{letter}bria\nsite_url: https://help.example.org/\nplugins:\n  - waymark:\n"
    with pytest.raises(ContentError) as refused:
        read_settings(text)
    said = [str(problem) for problem in refused.value.problems if "hidden" in problem.text or "sees" in problem.text]

    assert len(said) == 1
    assert said[0].startswith("mkdocs.yml:1:23: there is a")
    assert f"(U+{ord(letter):04X}), which nobody sees; take it out" in said[0]
    assert f"Cum[U+{ord(letter):04X}]bria" in said[0]
