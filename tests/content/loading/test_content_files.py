"""What people drop into `content/`: what is on the list is published, and all else is named with its cure."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from generator import urls
from generator.content.loading.content_files import ContentFiles, content_files
from generator.model.file_types import BY_ENDING, TYPES, Handling
from generator.settings import Settings
from tests.builders import said
from tests.made_documents import a_document
from tests.photographs import a_photograph, a_picture

PNG = a_picture()
A_PAGE = b"# A page\n\nWords.\n"
LINK = "this is a link, and would publish what stands at its other end; put the file itself in its place"
COPY = "this looks like a copy that was left behind; delete it, or give it a name of its own"
KEY = "this looks like a key or a list of passwords; delete it here and in git's history, and make a new one"
HOST = "a web host takes this name for orders to itself; set it at the host, with the files of deploy/"
CODE = "this could run in a reader's browser, or on the host; write its words as a page, such as help.md"
RECORD = "records would be public as they are; keep them beside mkdocs.yml, and a table for readers as .csv"
PICTURE = "not every browser shows this kind of picture; save it as .jpg or .png"
HIDDEN = "files whose names begin with a dot are hidden, and not published; delete it, or move it elsewhere"
FOLDER = "folders whose names begin with a dot are hidden, and not published; move it elsewhere"
SIGN = "web addresses can't hold a sign in this name; use letters, digits and hyphens, such as easy-read.pdf"
OTHER = "files of this kind are not published; save it as .pdf, .docx, .png or .jpg, or move it elsewhere"
PROGRAM = "a program left this hidden file behind; the site goes without it, and you may delete it"

COPIES = ["Copy of about.md", "about copy.md", "about - Copy.md", "about (1).md", "a (2).pdf", "x (conflicted copy).md"]
REFUSED = {
    COPY: """about.md~ about.md.bak about.md.orig about.md.rej about.tmp about.md.old about.md.save leaflet.pdf.part
        services.yaml.bak services.yaml~ about_BASE_1234.md about_REMOTE_77.md x.diff x.patch map.png.crdownload
        ~about.md a/b/about.md~ ABOUT.MD.BAK""".split(),
    KEY: """server.pem server.key id_rsa id_rsa.pub id_ed25519 .env .env.local prod.env.gpg passwords.kdbx a.p12 a.pfx
        credentials credentials.json .htpasswd .netrc deploy.ppk SERVER.PEM keys/tls.crt""".split(),
    HOST: """_redirects _headers _worker.js CNAME robots.txt sitemap.xml sitemap.xml.gz web.config
        favicon.ico netlify.toml functions/hello.txt security.txt manifest.json cname Robots.TXT sw.js""".split(),
    CODE: """card.html card.htm card.xhtml page.HTML a.shtml x.js x.mjs x.wasm x.css x.xml feed.rss x.php shell.phtml
        x.asp x.jsp tool.exe x.sh x.py x.svgz x.swf x.hta letter.docm sheet.xlsm x.lnk x.mhtml x.jar x.cgi""".split(),
    RECORD: "services.yaml services.yml data.json x.sqlite x.sql x.toml x.ini mail.eml mail.pst debug.log".split(),
    PICTURE: "photo.heic photo.HEIC x.heif x.avif x.tif x.tiff x.bmp x.ico x.psd x.jxl x.jp2 x.dng x.apng".split(),
    HIDDEN: ".hidden .about.md .htaccess .well-known.txt .nojekyll2 .npmrc".split(),
    SIGN: ["what?.md", "a#b.pdf", "100%.pdf", "a\\b.md", "a:b.md", "a\nb.md", "a\u202eb.md", "a/end /b.md"],
    OTHER: "old.doc old.xls old.ppt old.rtf x.pages x.markdown x.mdown README LICENSE x.rar x.7z x.tgz x.ttf".split(),
    "the ending of a page is written small; rename it, such as help.md": ["Exit.MD", "help.Md"],
}


def found(root: Path, files: dict[str, bytes], **named: str) -> ContentFiles:
    """What is said of files in content/."""
    (root / "content").mkdir(exist_ok=True)
    for name, data in files.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    owner = {"owner": "help.example.org,2026"}
    given = {"site_name": "Help", "site_url": "https://help.example.org/", "office": {"name": "Us"}, "feeds": owner}
    return content_files(root, Settings.model_validate({**given, "files": named}))


@pytest.mark.parametrize(
    ("name", "words"), [(name, words) for words, names in [*REFUSED.items(), (COPY, COPIES)] for name in names]
)
def test_what_is_not_on_the_list_is_named_with_its_cure_and_not_published(
    name: str, words: str, tmp_path: Path
) -> None:
    files = found(tmp_path, {name: A_PAGE, "fine.md": A_PAGE}, **({} if words == SIGN else {name: "Read"}))

    shown = name.replace("\u202e", "[U+202E]").replace("\n", "[U+000A]")
    assert [str(one) for one in files.problems] == [f"content/{shown}:1:1: {words}"]
    assert list(files.published) == ["fine.md"]


@pytest.mark.parametrize(
    "name",
    [
        ".about.md.swp",
        ".#about.md",
        "#about.md#",
        "~$leaflet.docx",
        ".~lock.a.odt#",
        ".DS_Store",
        "._a.png",
        "Thumbs.db",
    ],
)
def test_what_a_program_leaves_while_it_runs_is_named_and_passed_over(name: str, tmp_path: Path) -> None:
    files = found(tmp_path, {name: b"x", "fine.md": A_PAGE})

    assert said(files.advice) == [f"content/{name}:1:1: {PROGRAM}"]
    assert (files.problems, list(files.published)) == ([], ["fine.md"])


def test_what_keeps_an_empty_folder_in_git_is_passed_over_in_silence(tmp_path: Path) -> None:
    files = found(tmp_path, {"images/.gitkeep": b"", ".gitignore": b"*.tmp\n"})

    assert (files.problems, files.advice, list(files.published)) == ([], [], [])


@pytest.mark.parametrize("ending", sorted(BY_ENDING))
def test_a_file_whose_name_says_one_thing_and_whose_bytes_another_is_refused(ending: str, tmp_path: Path) -> None:
    kind = BY_ENDING[ending]
    other = b"<!doctype html><script>alert(1)</script>" if kind.starts else b"\0\x01binary"
    if kind.rule in (Handling.PAGE, Handling.DRAWING):
        other = b"\0\x01binary"
    files = found(tmp_path, {f"x{ending}": other}, **{f"x{ending}": "Read"})

    words = f"this is no {ending} file, whatever its name says; save it anew in the program that made it"
    assert said(files.problems) == [f"content/x{ending}:1:1: {words}"]


@pytest.mark.parametrize("ending", [ending for one in TYPES if one.rule is Handling.NAMED for ending in one.endings])
def test_a_document_is_published_once_mkdocs_yml_names_it(ending: str, tmp_path: Path) -> None:
    kind = BY_ENDING[ending]
    data = a_document(ending) if kind.searched else b"\0" * kind.at + kind.starts[0]
    name = f"leaflets/easy-read{ending}"

    words = (
        "nothing here knows what this file says of people and places; read it, then name it in mkdocs.yml, "
        f'below waymark: files: {{"{name}": "Read by Sam Reed on 2026-11-20"}}'
    )
    assert said(found(tmp_path, {name: data}).problems) == [f"content/{name}:1:1: {words}"]
    assert list(found(tmp_path, {name: data}, **{name: "Read by Sam"}).published) == [name]


def test_a_name_in_mkdocs_yml_that_leads_nowhere_is_said_on_its_line(tmp_path: Path) -> None:
    lines = ["plugins:", "  - waymark:", "      files:", "        a.pdf: Read by Sam", ""]
    (tmp_path / "mkdocs.yml").write_text("\n".join(lines))

    words = "files: names 'a.pdf', and there is no such file in content/; mend the name, or take it out"
    assert said(found(tmp_path, {}, **{"a.pdf": "Read by Sam"}).problems) == [f"mkdocs.yml:4:9: {words}"]


def test_a_file_that_is_too_large_is_told_the_limit(tmp_path: Path) -> None:
    files = found(tmp_path, {"long.md": b"x" * 250_001})

    words = "this file has 250,001 bytes, and 250,000 are the most; make it smaller, or cut it in two"
    assert said(files.problems) == [f"content/long.md:1:1: {words}"]


def test_a_link_publishes_nothing_of_what_stands_at_its_other_end(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.md").write_bytes(A_PAGE)
    content = tmp_path / "content"
    content.mkdir()
    links = {
        "passwd.txt": "/etc/passwd",
        "page.md": "../outside/secret.md",
        "folder": "../outside",
        "circle.md": "circle.md",
        "one": "two",
        "two": "one",
        "round": ".",
        "nowhere.png": "no/such/file.png",
        "root": "/",
        "absolute.md": str(outside / "secret.md"),
        "up": "..",
        "device.txt": "/dev/zero",
    }
    for name, target in links.items():
        (content / name).symlink_to(target)
    files = found(tmp_path, {}, **{"passwd.txt": "Read", "device.txt": "Read"})

    assert said(files.problems) == [f"content/{name}:1:1: {LINK}" for name in sorted(links)]
    assert files.published == {}


def test_a_link_to_a_file_of_the_folder_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/b.md").symlink_to("a.md")

    assert sorted(found(tmp_path, {"a.md": A_PAGE}).published) == ["a.md", "b.md"]


def test_what_is_no_file_is_never_opened(tmp_path: Path) -> None:
    words = "this is neither a file nor a folder, and reading it may never end; delete it"
    (tmp_path / "content").mkdir()
    os.mkfifo(tmp_path / "content/pipe.md")
    os.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("content/talk.png")
        files = found(tmp_path, {})

    assert said(files.problems) == [f"content/pipe.md:1:1: {words}", f"content/talk.png:1:1: {words}"]


def test_a_hidden_folder_is_named_once_and_not_entered(tmp_path: Path) -> None:
    files = found(tmp_path, {".git/config": b"x", ".git/objects/a": b"x", ".well-known/security.txt": b"x"})

    assert said(files.problems) == [f"content/.git:1:1: {FOLDER}", f"content/.well-known:1:1: {FOLDER}"]


def test_folders_in_folders_have_an_end(tmp_path: Path) -> None:
    files = found(tmp_path, {"a/" * 30 + "x.md": A_PAGE})

    assert len(files.problems) == 1
    assert "folders stand in folders more than 20 deep here" in files.problems[0].text


OURS = """exit.md exit/index.md exit/README.md Exit.md EXIT/index.md services.md services/index.md services/new.md
    index.md README.md feeds/x.md feeds.md 404.md 404/index.md search.md data/a.md data.md campaigns.md
    campaigns/a.md who.md where/here.md kinds.md what-happened.md What-Happened.md professionals.md sitemap.md
    exit/map.png services/m.png
    _preview/day.md templates/a.md assets/search/a.md \uff45xit.md""".split()


@pytest.mark.parametrize("name", OURS)
def test_no_file_takes_an_address_of_the_sites_own_pages(name: str, tmp_path: Path) -> None:
    files = found(tmp_path, {name: PNG if name.endswith(".png") else A_PAGE})

    assert len(files.problems) == 1
    assert files.problems[0].location.file == f"content/{name}"
    assert files.problems[0].text.endswith(
        " is an address of the site's own pages, and only one can be there; give this file another name, such as "
        "more-help.md"
    )


@pytest.mark.parametrize(
    "names",
    [
        ("help.md", "help/index.md"),
        ("help/README.md", "help/index.md"),
        ("Help.md", "help.md"),
        ("HELP/a.md", "help/a.md"),
        ("help.md", "help/README.md"),
        ("images/Map.png", "images/map.png"),
        ("caf\u00e9.md", "cafe\u0301.md"),
    ],
)
def test_two_files_never_have_one_address(names: tuple[str, str], tmp_path: Path) -> None:
    files = found(tmp_path, {name: PNG if name.endswith(".png") else A_PAGE for name in names})

    first, second = sorted(names)
    assert said(files.problems) == [
        f"content/{second}:1:1: content/{first} has the same address on the site; rename one of the two, or delete it"
    ]


def test_usual_pages_and_pictures_are_published(tmp_path: Path) -> None:
    names = ["privacy.md", "about.md", "help/index.md", "images/map.png", "assets/logo.png", "crimes/burglary.md"]
    names += ["Taflen Gymraeg.md", "t\u0177.md", "exit-plan.md", "services-for-men.md", "indexes.md", "copying.md"]
    files = found(tmp_path, {name: PNG if name.endswith(".png") else A_PAGE for name in names})

    assert (files.problems, files.advice) == ([], [])
    assert sorted(files.published) == sorted(names)


def test_what_the_templates_bring_is_judged_by_the_same_list(tmp_path: Path) -> None:
    overrides = tmp_path / "overrides"
    for name in ("assets/x.js", "assets/a.pem", "assets/a.pdf", "main.html", "styles/x.css", "staff/x.js", "a~"):
        (overrides / name).parent.mkdir(parents=True, exist_ok=True)
        (overrides / name).write_bytes(b"%PDF-1.7")
    (overrides / "assets/passwd.txt").symlink_to("/etc/passwd")
    files = found(tmp_path, {})

    assert [(one.location.file, one.text.partition(";")[0]) for one in sorted(files.problems)] == [
        ("overrides/assets/a.pdf", OTHER.partition(";")[0]),
        ("overrides/assets/a.pem", KEY.partition(";")[0]),
        ("overrides/assets/passwd.txt", LINK.partition(";")[0]),
        ("overrides/assets/x.js", CODE.partition(";")[0]),
        ("overrides/a~", COPY.partition(";")[0]),
    ]


@pytest.mark.parametrize("address", ["services/a/", "exit/", "", "assets/waymark.js", "404.html", "feeds/x.xml"])
def test_our_addresses_are_known_as_ours(address: str) -> None:
    assert urls.is_ours(address)


def test_a_photograph_tells_the_office_what_it_says(tmp_path: Path) -> None:
    files = found(tmp_path, {"a.jpg": a_photograph("JPEG"), "b.png": PNG, "c.gif": a_photograph("GIF")})

    assert [(str(one), one.severity == "notice") for one in sorted(files.advice)] == [
        (
            "content/a.jpg:1:1: this picture says where it was taken; the site's copy does not, so only this file "
            "still tells",
            False,
        ),
        (
            "content/c.gif:1:1: a camera or a program wrote more than a picture into this file; the site's copy goes "
            "without it",
            True,
        ),
    ]


def test_a_picture_that_cannot_be_shown_says_why(tmp_path: Path) -> None:
    words = "this picture can't be shown: it ends too soon; save it anew, or copy it again"

    assert said(found(tmp_path, {"a.png": PNG[:-9]}).problems) == [f"content/a.png:1:1: {words}"]
