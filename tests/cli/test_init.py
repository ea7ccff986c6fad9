"""`waymark init`: somebody who has no site yet has one that checks, and nothing is written over."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli.init import languages
from generator.template_folder import SHIPPED
from tests.cli.talking import Talk
from tests.site_builder import NOW, Done, called


def init(folder: Path, *arguments: str, typed: str | None = None) -> Done:
    """`waymark init` in the folder that is to hold the new one."""
    return called(["init", str(folder), *arguments, "--now", NOW], folder.parent, typed=typed)


def answers(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


def config(folder: Path) -> str:
    return (folder / "mkdocs.yml").read_text(encoding="utf-8")


def test_six_answers_make_a_site_that_checks(talk: Talk, tmp_path: Path) -> None:
    folder = tmp_path / "our-site"
    typed = answers(
        *("west mercia", "Shropshire, Telford and Wrekin", "West Mercia Commissioner", "West Mercia Police"),
        *("https://help.example.org", "en", "samaritans", "y"),
    )
    done = init(folder, typed=typed)
    checked = called(["check", "--root", str(folder), "--now", NOW], folder)

    assert (done.status, done.err) == (0, "")
    assert "Written: 15 files in" in done.out
    assert "site_name: Victim services in West Mercia\nsite_url: https://help.example.org/\n" in config(folder)
    assert "first_line: samaritans" in config(folder)
    services = (folder / "services.yaml").read_text(encoding="utf-8")
    assert "  telford-and-wrekin:\n" in services
    assert "  worcester:\n" not in services
    assert "name: West Mercia Police, when it is not an emergency" in services
    assert checked.status == 0, checked.err
    assert "nothing to mend" in checked.out


def test_enter_alone_is_an_answer_to_all_but_the_area(talk: Talk, tmp_path: Path) -> None:
    folder = tmp_path / "our-site"
    done = init(folder, typed=answers("", "Gwent", "", "", "", "", "", "", ""))

    assert done.status == 0
    assert "This is needed. For example: Sussex" in done.out
    assert "name: Office of the Police and Crime Commissioner for Gwent" in config(folder)


def test_a_slip_is_asked_again_and_an_answer_can_be_taken_back(talk: Talk, tmp_path: Path) -> None:
    folder = tmp_path / "our-site"
    done = init(folder, typed=answers("Sussx", "Kent", "<", "Surrey", "", "", "", "", "", "", ""))

    assert "'Sussx' is no police area of England and Wales; write Sussex.\n" in done.out
    assert "Victim services in Surrey" in config(folder)


def test_in_a_script_options_answer_and_the_area_must_be_one_of_them(tmp_path: Path) -> None:
    folder = tmp_path / "our-site"
    without = init(folder, "--no-input")
    done = init(folder, "--no-input", "--police-area", "Dorset", "--host", "netlify", "--first-line", "none")

    assert without.status == 2
    assert "--police-area is missing: Which police area is the site for?" in " ".join(without.err.split())
    assert done.status == 0
    assert (folder / "netlify.toml").is_file()
    assert "no_first_line: We have not yet chosen" in config(folder)


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--police-area", "Dorst", "'Dorst' is no police area of England and Wales; write Dorset"),
        ("--councils", "Pool", "'Pool' is no council of Dorset; write Bournemouth, Christchurch and Poole"),
        ("--address", "help", "'help' is not the address of a site"),
        ("--address", "https://localhost:8000/", "'localhost' is no name on the internet that readers can reach"),
        ("--address", "https://www.bbc.co.uk/", "is where readers go who leave the site"),
        ("--language", "pl", "nobody has put the words of the site into 'pl' yet; type en, cy"),
        ("--first-line", "childline", "'childline' is not one of them"),
        ("--office", " \u200b", "there is a hidden character"),
        ("--office", "Office <b>of</b> Dorset", "has a <, which no name on a page may have; write letters and spaces"),
        ("--police", "[Dorset](https://example.org)", "has a [, which no name on a page may have"),
    ],
)
def test_an_option_that_is_wrong_is_named_and_nothing_is_written(
    option: str, value: str, said: str, tmp_path: Path
) -> None:
    folder = tmp_path / "our-site"
    done = init(folder, "--no-input", "--police-area", "Dorset", option, value)

    assert done.status == 2
    assert f"{option}: " in done.err
    assert said in " ".join(done.err.split())
    assert not folder.exists()


@pytest.mark.parametrize(
    "name", ['Office: of "Dorset", & more', "yes", "007", "- Dorset", "O'Dorset's & Sons!", "@office"]
)
def test_a_name_may_be_any_words(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "our-site"
    init(folder, "--no-input", "--police-area", "Dorset", "--office", name, "--police", name)
    done = called(["check", "--root", str(folder), "--now", NOW], folder)

    assert done.status == 0, done.err


@pytest.mark.parametrize(
    "asked",
    [("--language", "en,cy"), ("--language", "cy, en"), ("--language", "en, CY"), ("--language", "cy")],
    ids=["without a gap", "the other way round", "in capitals", "the second alone"],
)
def test_several_languages_make_a_site_in_each_with_english_first(asked: tuple[str, ...], tmp_path: Path) -> None:
    folder = tmp_path / "our-site"
    done = init(folder, "--no-input", "--police-area", "Gwent", "--host", "none", *asked)
    checked = called(["check", "--root", str(folder), "--now", NOW], folder)

    assert (done.status, done.err) == (0, "")
    assert "  language: en\n" in config(folder)
    assert "      languages:\n        en: {}\n        cy: {site_name: " in config(folder)
    assert (folder / "content/about.cy.md").is_file()
    assert checked.status == 0, checked.err
    said = " ".join(done.out.split())
    assert "The site is in English and Welsh. Nobody has read the Welsh yet, and each page says so." in said
    assert f"waymark --root {folder} translate --export FILE.xlsx. The words of pages are files of their own" in said
    assert "only_when_read: true" in config(folder)


def test_a_folder_that_holds_anything_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "our-site").mkdir()
    (tmp_path / "our-site" / "letter.txt").write_text("Dear all", encoding="utf-8")
    done = init(tmp_path / "our-site", "--no-input", "--police-area", "Dorset")

    assert done.status == 2
    assert "is not empty; name a new folder, such as our-site" in " ".join(done.err.split())
    assert [one.name for one in (tmp_path / "our-site").iterdir()] == ["letter.txt"]


def test_where_no_folder_can_be_made_one_line_says_so(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all", encoding="utf-8")
    done = called(["init", "letter.txt/our-site", "--no-input", "--police-area", "Dorset"], tmp_path)

    assert done.status == 2
    assert "can't be written" in " ".join(done.err.split())


def test_only_shown_is_not_written(tmp_path: Path) -> None:
    done = init(tmp_path / "our-site", "--no-input", "--dry-run", "--police-area", "Dorset")

    assert done.status == 0
    assert "Nothing was written: these are the files that it would be." in done.out
    assert not (tmp_path / "our-site").exists()


def test_a_new_site_is_built_and_one_template_of_its_own_changes_that_page_alone(tmp_path: Path) -> None:
    folder = tmp_path / "our-site"
    init(folder, "--no-input", "--police-area", "London")
    pages = folder / "overrides" / "pages"
    pages.mkdir(parents=True)
    home = (SHIPPED / "pages" / "home.html").read_text(encoding="utf-8")
    (pages / "home.html").write_text(f"{home}\n<p>Of our own.</p>", encoding="utf-8")
    built = called(["build", "--root", str(folder), "--now", NOW], folder)
    site = folder / "site"
    texts = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}

    assert (built.status, built.err) == (0, "")
    assert [name for name, data in texts.items() if b"Of our own." in data] == ["index.html"]
    assert [name for name, data in texts.items() if b"cumbri" in data.lower()] == []
    assert b"Office for National Statistics" in texts["about/index.html"]
    assert b"Crown copyright and database right 2026" in texts["about/index.html"]
    assert "campaigns/example-know-your-rights/index.html" not in texts
    assert "assets/icon.svg" in texts


A_HEAD = """\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"
"""


def test_a_language_is_offered_once_nine_of_ten_of_its_texts_are_translated(tmp_path: Path) -> None:
    words = tmp_path / "words"
    words.mkdir()
    for language, translated, fuzzy in (("de", 10, ""), ("fr", 9, ""), ("nl", 8, ""), ("sv", 10, "#, fuzzy\n")):
        texts = (f'{fuzzy}msgid "Text {one}"\nmsgstr "{one if one < translated else ""}"\n' for one in range(10))
        (words / f"{language}.po").write_text("\n".join([A_HEAD, *texts]), encoding="utf-8")

    assert languages(tmp_path) == ["en", "de", "fr"]
    assert languages() == ["en", "cy"]
