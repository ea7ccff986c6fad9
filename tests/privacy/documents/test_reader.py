"""The words of files that mkdocs.yml names are searched for what nobody may read; what can't be searched is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model.file_types import TYPES, ending_of
from generator.privacy.documents.parts import DocumentError, UnreadableError
from generator.privacy.documents.pdf import MOST_VERSIONS
from generator.privacy.documents.reader import read_document
from tests.made_documents import HARMLESS, UNREAD, a_pdf, a_stream, changed, drawn, packed, with_a_place
from tests.made_documents import WITH_WORDS as MADE
from tests.pdf_places import PDF_PLACES
from tests.site_builder import Site, a_site

WITHHELD = "7 Gooseberry Lane"
LOCKED = "this file is locked, so nothing can search it; save it anew, without a password"
BROKEN = "this file can't be opened, so nothing can search it; save it anew, without a password"
WITH_WORDS = {**MADE, **PDF_PLACES}
ENDLESS = "this file unpacks into more than a leaflet could hold; save it anew, with fewer pages and pictures"


def a_site_with(folder: Path, files: dict[str, bytes], said: str = "Read by Sam") -> Site:
    """A site that allows these files by name."""
    site = a_site(folder)
    names = "".join(f"        {name}: {said}\n" for name in files)
    site.change("mkdocs.yml", "      office:", f"      files:\n{names}      office:")
    for name, data in files.items():
        site.write(f"content/{name}", data)
    return site


def test_a_secret_in_any_place_of_a_document_that_was_allowed_is_found(tmp_path: Path) -> None:
    site = a_site_with(tmp_path / "site", {name: made(WITHHELD) for name, made in WITH_WORDS.items()})
    done = site.waymark("check")

    assert done.status == 1
    found = {line.partition(":")[0] for line in done.err.splitlines() if "is withheld" in line}
    assert sorted(f"content/{name}" for name in WITH_WORDS if f"content/{name}" not in found) == []


def test_what_a_document_says_to_nobody_s_harm_is_published(tmp_path: Path) -> None:
    files = {name: made("8 Blackcurrant Row") for name, made in WITH_WORDS.items()}
    site = a_site_with(tmp_path / "site", files)
    done = site.waymark("check")

    assert done.err == ""
    assert done.status == 0


@pytest.mark.parametrize("name", WITH_WORDS)
def test_the_words_of_each_place_are_read(name: str) -> None:
    text = " ".join(read_document(name, WITH_WORDS[name](WITHHELD)).text.split())

    assert WITHHELD in text.replace("> ", ">")


def test_each_kind_of_document_that_can_hold_words_is_tried() -> None:
    tried = {ending_of(name) for name in WITH_WORDS}

    assert {ending for one in TYPES if one.searched for ending in one.endings} <= tried
    assert len(WITH_WORDS) + len(UNREAD) + len(with_a_place()) >= 113


@pytest.mark.parametrize(
    ("name", "made", "where"),
    [
        ("page.pdf", lambda: a_pdf(HARMLESS, drawn("Call 0845 30 30 900")), "page 2"),
        (
            "a.docx",
            lambda: packed({"word/document.xml": "<w:t>Call 0845 30</w:t><w:t> 30 900</w:t>"}),
            "its words",
        ),
        ("b.docx", lambda: packed({"word/comments.xml": "<w:t>Call 0845 30 30 900</w:t>"}), "its comments"),
        ("a.pptx", lambda: packed({"ppt/notesSlides/n.xml": "<a:t>Call 0845 30 30 900</a:t>"}), "its speaker notes"),
        ("a.xlsx", lambda: packed({"xl/worksheets/sheet1.xml": "<c><v>8453030900</v></c>"}), "a sheet of it"),
        ("a.zip", lambda: packed({"a.txt": "", "b.txt": "Call 0845 30 30 900"}), "file 2 in it"),
    ],
)
def test_a_number_that_nobody_may_see_is_found_in_it_too(
    name: str, made: Callable[[], bytes], where: str, tmp_path: Path
) -> None:
    done = a_site_with(tmp_path / "site", {name: made()}).waymark("check")

    shown = "08453030900" if name == "a.xlsx" else "0845 30 30 900"
    assert done.status == 1
    assert f"content/{name}:1:1: in {where}: {shown} is retired" in " ".join(done.err.split())


def test_in_plain_text_the_line_is_named(tmp_path: Path) -> None:
    done = a_site_with(tmp_path / "site", {"a.txt": b"Hello.\nCall 0845 30 30 900\n"}).waymark("check")

    assert "content/a.txt:2:6: 0845 30 30 900 is retired" in done.err


@pytest.mark.parametrize("name", UNREAD)
def test_what_no_search_can_read_is_published_once_the_office_says_that_a_person_did(name: str, tmp_path: Path) -> None:
    made, where = UNREAD[name]
    words = (
        f"no search can read this, which may be a scan: {where}; read it, then say so in mkdocs.yml, below waymark: "
        f'files: {{"{name}": {{unread: "It is a scan, read by Sam Reed on 2026-11-20"}}}}'
    )
    refused = a_site_with(tmp_path / "a", {name: made()}).waymark("check")
    allowed = a_site_with(tmp_path / "b", {name: made()}, "{unread: Read by Sam}").waymark("check")

    assert f"content/{name}:1:1: {words}" in refused.err
    assert (refused.status, allowed.status) == (1, 0)
    told = f"content/{name}:1:1: no search can read this: {where}; whoever is named in mkdocs.yml is its only reader"
    assert told in allowed.out


@pytest.mark.parametrize("name", with_a_place())
def test_a_photograph_inside_a_document_that_says_where_it_was_taken_is_refused(name: str) -> None:
    with pytest.raises(DocumentError, match=r"^a picture in it says where it was taken"):
        read_document(name, with_a_place()[name])


@pytest.mark.parametrize(
    ("name", "made", "words"),
    [
        ("a.zip", lambda: packed({"a.txt": "x"})[:-30], BROKEN),
        ("a.zip", lambda: b"PK\x03\x04", BROKEN),
        ("a.zip", lambda: packed({"a.txt": b"\0" * 60_000_000}), ENDLESS),
        ("a.zip", lambda: packed({f"a{number}.txt": "" for number in range(2_001)}), ENDLESS),
        ("a.zip", lambda: packed({"a.zip": packed({"a.zip": packed({"a.zip": packed({"a.txt": ""})})})}), ENDLESS),
        ("a.docx", lambda: packed({"word/a.docx": packed({"a.docx": packed({"a.docx": packed({})})})}), ENDLESS),
        ("a.zip", lambda: b"x" * 200 + packed({"a.txt": "x"}), "this archive holds more than it lists; make it anew"),
        (
            "a.docx",
            lambda: packed({"word/vbaProject.bin": b"x"}),
            "this file can run a program; save it anew without macros",
        ),
        ("a.pdf", lambda: b"%PDF-1.7\n", BROKEN),
        ("a.pdf", lambda: a_pdf(HARMLESS)[:300], BROKEN),
        ("a.pdf", lambda: a_pdf(HARMLESS, trailer=b"/Encrypt 9 0 R"), BROKEN),
        ("a.pdf", lambda: a_pdf(*([HARMLESS] * 1_001)), ENDLESS),
        ("a.pdf", lambda: a_pdf(b" " * 30_000_000 + HARMLESS), ENDLESS),
        (
            "a.pdf",
            lambda: a_pdf(HARMLESS, more=[b"<< /S /JavaScript /JS (app.alert) >>"]),
            "this PDF can run a script or start a program; save it anew without, or print it as a PDF",
        ),
    ],
)
def test_what_cannot_be_opened_runs_or_has_no_end_is_refused(name: str, made: Callable[[], bytes], words: str) -> None:
    with pytest.raises(DocumentError) as error:
        read_document(name, made())

    assert str(error.value) == words


def test_a_pdf_with_a_password_is_said_to_be_locked() -> None:
    locked = (
        b"/Encrypt << /Filter /Standard /V 4 /R 4 /Length 128 /P -4 /O <%s> /U <%s> /CF << /StdCF << /CFM /AESV2 >> >> \
/StmF /StdCF /StrF /StdCF >> /ID [<00> <00>]"
        % (b"00" * 32, b"00" * 32)
    )
    with pytest.raises(UnreadableError) as error:
        read_document("a.pdf", a_pdf(HARMLESS, trailer=locked))

    assert str(error.value) == LOCKED


def test_a_pdf_that_was_saved_again_and_again_has_an_end() -> None:
    data = a_pdf(HARMLESS)
    for _ in range(MOST_VERSIONS):
        data = changed(data, 101, a_stream(HARMLESS))
    with pytest.raises(DocumentError) as error:
        read_document("a.pdf", data)

    assert str(error.value) == ENDLESS


def test_forms_in_forms_are_not_drawn_without_end() -> None:
    def a_form(inside: bytes) -> bytes:
        names = (
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << %s >> /Font << /F1 3 0 R >> >>"
        )
        return a_stream(b"/X Do " * 30 + HARMLESS, names % inside)

    forms = [a_form(b"/X %d 0 R" % (11 + number)) for number in range(4)] + [a_form(b"")]
    document = read_document("a.pdf", a_pdf(b"/X Do", more=forms, drawings=b"/X 10 0 R"))

    assert document.unread == ["page 1"]


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("passwords.txt", "this looks like a key or a list of passwords"),
        ("id_rsa", "this looks like a key or a list of passwords"),
        ("page.html", "this could run in a reader's browser"),
        ("tool.exe", "this could run in a reader's browser"),
        ("services.yaml", "records would be public as they are"),
        ("a.docx~", "this looks like a copy that was left behind"),
        (".DS_Store", "this looks like a copy that was left behind"),
        ("photo.heic", "not every browser shows this kind of picture"),
        ("old.doc", "files of this kind are not published"),
        (".hidden.txt", "files whose names begin with a dot are hidden"),
        ("a.svg", "this drawing can't be read to its end"),
        ("a.jpg", "this file can't be opened"),
    ],
)
def test_an_archive_holds_only_what_the_site_would_publish_by_itself(inside: str, words: str) -> None:
    with pytest.raises(DocumentError, match=f"^in file 1 in it: {words}"):
        read_document("a.zip", packed({inside: "words"}))


def test_what_only_draws_is_not_taken_for_words() -> None:
    lines = b"\n".join(b"%d %d m %d %d l S" % (one, one + 1, one + 2, one + 3) for one in range(1_000, 1_400))
    text = read_document("a.pdf", a_pdf(HARMLESS + b"\n" + lines)).text

    assert "1100" not in text
    assert len(text) < 1_000
