"""What a translator's slip would do to a site is said with its line, and no site is made of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import ContentError
from generator.l10n.translations import translations
from generator.site.build import publish
from tests.builders import a_catalogue, at
from tests.sites import a_site

HEAD = (
    'msgid ""\nmsgstr ""\n"Language: pl\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    '"Plural-Forms: nplurals=3; plural=(n == 1 ? 0 : n == 2 ? 1 : 2);\\n"\n\n'
)
NOT_READABLE = "this can't be read as a translator's file; save it again with a program for these, such as Poedit"
UNKNOWN = (
    "is in this translation and not in its English; keep what the English keeps a place for, such as %(area)s, "
    'letter by letter; write "per cent" for %'
)
FORMS = "has no text for some numbers; write every form that the head promises, msgstr[0] to msgstr[2]"


def wrong(folder: Path, text: str | bytes) -> list[str]:
    """Everything wrong with a file."""
    words = folder / "overrides" / "words"
    words.mkdir(parents=True)
    (words / "pl.po").write_bytes(text.encode() if isinstance(text, str) else text)
    try:
        translations(words, "pl")
    except ContentError as error:
        return [str(problem) for problem in error.problems]
    return []


@pytest.mark.parametrize(
    "text",
    [
        'msgid "Search"\nmsgstr "Chwilio"\n',
        'msgid "Search"\nmsgstr ""\n',
        '#, fuzzy\nmsgid "Help in %(area)s"\nmsgstr "%(ardal)s 100%"\n',
        'msgid "Help in %(area)s"\nmsgstr "Cymorth: %(area)s"\n',
        'msgid "Opens on %%d at %%s"\nmsgstr "%%s, %%d"\n',
        'msgid "a|b"\nmsgstr "a|b|c"\n',
        'msgid "%s service"\nmsgid_plural "%s services"\nmsgstr[0] "a"\nmsgstr[1] "b %s"\nmsgstr[2] "c %s"\n',
        'msgid "%s service"\nmsgid_plural "%s services"\nmsgstr[0] ""\nmsgstr[1] ""\nmsgstr[2] ""\n',
        'msgid "1 result"\nmsgid_plural "{} results"\nmsgstr[0] "{} a"\nmsgstr[1] "{} b"\nmsgstr[2] "{}"\n',
    ],
)  # fmt: skip
def test_what_can_be_said_is_good(text: str, tmp_path: Path) -> None:
    assert wrong(tmp_path, HEAD + text) == []


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Cymorth: %(ardal)s", "%(ardal)s"),
        ("Cymorth: % (area)s", "%"),
        ("Cymorth: %(area)", "%"),
        ("Cymorth 100%: %(area)s", "%"),
        ("Cymorth: %s", "%s"),
        ("Cymorth: {}", "{}"),
        ("Cymorth | %(area)s", "|"),
        ("Cymorth: %(area)s %%d", "%%d"),
    ],
)
def test_a_value_that_the_english_has_not_is_named_with_its_line(said: str, found: str, tmp_path: Path) -> None:
    """A page, or a feed, failed over it with a fault of the program's."""
    text = f'{HEAD}msgid "Search"\nmsgstr "Chwilio"\n\nmsgid "Help in %(area)s"\nmsgstr "{said}"\n'

    assert wrong(tmp_path, text) == [f"overrides/words/pl.po:10:1: '{found}' {UNKNOWN}"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f'{HEAD}<<<<<<< HEAD\nmsgid "a"\nmsgstr "b"\n', 7),
        (f"{HEAD}hello\n", 7),
        (f'{HEAD}msgid "a"\nmsgstr "T\u0177"\n'.encode("iso8859-14"), 1),
        (HEAD.replace("(n == 1", "(six == 1"), 1),
        (HEAD.replace("utf-8", "klingon") + 'msgid "a"\nmsgstr "b"\n', 1),
        (HEAD.replace("Language: pl", "Language: zz_!"), 1),
    ],
    ids=["two versions", "no text", "another encoding", "no rule", "no encoding", "no language"],
)
def test_what_is_no_file_of_a_translator_s_is_named(text: str | bytes, line: int, tmp_path: Path) -> None:
    assert wrong(tmp_path, text) == [f"overrides/words/pl.po:{line}:1: {NOT_READABLE}"]


def test_a_form_that_the_head_promises_and_nobody_wrote_is_named(tmp_path: Path) -> None:
    text = f'{HEAD}msgid "%s day"\nmsgid_plural "%s days"\nmsgstr[0] "dydd"\nmsgstr[1] "ddydd"\n'

    assert wrong(tmp_path, text) == [f"overrides/words/pl.po:7:1: '%s day' {FORMS}"]


def test_no_site_is_made_of_a_file_with_a_slip(tmp_path: Path) -> None:
    assert wrong(tmp_path, f'{HEAD}msgid "Search"\nmsgstr "%"\n')
    with pytest.raises(ContentError):
        publish(a_catalogue(), a_site(language="pl"), at("2027-02-01 09:00"), tmp_path)


# How a language counts

SIX = "nplurals=6; plural=(n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n == 3 ? 3 : n == 6 ? 4 : 5);"
BABELS_FIVE = "nplurals=5; plural=(n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 0);"


def welsh_problems(folder: Path, *head: str, more: str = "") -> list[str]:
    """What is wrong with a Welsh file whose head has these lines."""
    lines = ("Language: cy", "Content-Type: text/plain; charset=utf-8", *head)
    said = "".join(f'"{line}\\n"\n' for line in lines)
    words = folder / "overrides" / "words"
    words.mkdir(parents=True)
    text = f'msgid ""\nmsgstr ""\n{said}\nmsgid "Search"\nmsgstr "Chwilio"\n{more}'
    (words / "cy.po").write_text(text, encoding="utf-8")
    try:
        translations(words, "cy-GB")
    except ContentError as error:
        return [str(problem) for problem in error.problems]
    return []


@pytest.mark.parametrize(
    "head",
    [
        SIX,
        "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5;",
        "nplurals=6; plural=(n==0) ? 0 : (n==1) ? 1 : (n==2) ? 2 : (n==3) ? 3 : (n==6) ? 4 : 5",
    ],
)
def test_welsh_counts_in_six_forms_however_a_program_spaces_them(head: str, tmp_path: Path) -> None:
    assert welsh_problems(tmp_path, f"Plural-Forms: {head}") == []


@pytest.mark.parametrize(
    "head",
    [
        BABELS_FIVE,
        "nplurals=2; plural=(n != 1);",
        "nplurals=4; plural=(n==1) ? 0 : (n==2) ? 1 : (n != 8 && n != 11) ? 2 : 3;",
        "nplurals=6; plural=(n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : n==0 ? 0 : 0);",
    ],
)
def test_a_welsh_file_that_counts_otherwise_is_refused_by_name(head: str, tmp_path: Path) -> None:
    """Babel 2.18 writes five forms in another order: every count would have been wrong, in silence."""
    (said,) = welsh_problems(tmp_path, f"Plural-Forms: {head}")

    assert said.startswith(f"overrides/words/cy.po:5:1: '{head[:57].rstrip(';')}")
    assert said.endswith(f'write "Plural-Forms: {SIX}\\n" there, and the forms of each text in that order')


def test_a_welsh_file_whose_head_says_nothing_of_counting_counts_nothing(tmp_path: Path) -> None:
    """Babel fills in its own rule, another with each version."""
    forms = "".join(f'msgstr[{number}] "{{}}"\n' for number in range(5))

    assert welsh_problems(tmp_path / "none") == []
    assert welsh_problems(tmp_path / "one", more=f'\nmsgid "1 result"\nmsgid_plural "{{}} results"\n{forms}') == [
        "overrides/words/cy.po:1:1: the head does not say how this language counts; "
        f'write "Plural-Forms: {SIX}\\n" there, and the forms of each text in that order'
    ]
