"""What somebody drops into content/ by mistake: `check` names it, `build` says the same, and none of it gets out."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import urls
from tests.cli.old_site import assert_the_old_site_stands
from tests.made_documents import a_document
from tests.photographs import SECRETS, a_photograph
from tests.site_builder import Site, a_site

DROPPED = (
    "exit.md",
    "services.md",
    "about.md~",
    "server.pem",
    "card.html",
    "app.js",
    "_redirects",
    "CNAME",
    "services.yaml",
)


@pytest.mark.parametrize("name", DROPPED)
def test_check_and_build_refuse_it_in_the_same_words(name: str, old: Site) -> None:
    old.write(f"content/{name}", "# Words\n")
    checked, built = old.waymark("check"), old.waymark("build")

    assert (checked.status, built.status) == (1, 1)
    assert checked.err.startswith(f"content/{name}:1:1: ")
    assert built.err == checked.err
    assert_the_old_site_stands(old)


def test_links_that_lead_out_or_round_for_ever_end_in_words(old: Site) -> None:
    content = old.root / "content"
    (content / "passwd.txt").symlink_to("/etc/passwd")
    for name in ("a", "b", "c"):  # each doubles the paths of an engine that follows them
        (content / name).symlink_to(".")
    built = old.waymark("build")

    assert built.status == 1
    assert built.err == old.waymark("check").err
    assert [line.partition(":")[0] for line in built.err.splitlines() if "this is a link" in line] == [
        "content/a",
        "content/b",
        "content/c",
        "content/passwd.txt",
    ]
    assert_the_old_site_stands(old)


def test_what_programs_leave_is_named_and_in_no_site(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    for name in ("#about.md#", "Thumbs.db", "~$letter.docx", ".about.md.swp"):
        site.write(f"content/{name}", "left behind")
    site.write("content/images/.gitkeep", "")
    checked, built = site.waymark("check"), site.waymark("build")

    assert (checked.status, built.status) == (0, 0)
    assert checked.out.count("a program left this hidden file behind") == 4
    assert not [path for path in site.built.rglob("*") if path.is_file() and b"left behind" in path.read_bytes()]


def test_every_page_and_file_of_ours_has_an_address_that_no_other_may_take(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    assert site.waymark("build").status == 0
    files = {path.relative_to(site.built).as_posix() for path in site.built.rglob("*") if path.is_file()}
    standing = {f"{name}/index.html" for name in ("about", "accessibility", "privacy", "rights", "stay-safe")}

    shipped = {"assets/icon.svg", "assets/touch-icon.png"}  # refused as a file of the templates

    assert [file for file in sorted(files - standing - shipped) if not urls.is_ours(file)] == []


def test_a_phone_s_photograph_leaves_where_it_was_taken_at_home(tmp_path: Path) -> None:
    photograph = a_photograph("JPEG", 6)
    site = a_site(tmp_path / "site")
    for name in ("content/images/hall.jpg", "content/images/flat.jpg", "overrides/assets/logo.jpg"):
        site.write(name, photograph)
    image = "image: {file: images/hall.jpg, alt: The hall, licence: CC0}\nabout: [fraud-cyber]"
    site.change("campaigns/dating-scams.md", "about: [fraud-cyber]", image)
    done = site.waymark("build")

    assert done.status == 0, done.err
    assert done.out.count("this picture says where it was taken") == 3
    sent = (site.built / "images/hall.jpg").read_bytes()
    assert sent == (site.built / "images/flat.jpg").read_bytes() == (site.built / "assets/logo.jpg").read_bytes()
    assert f'"size_in_bytes": {len(sent)}' in (site.built / "feeds/campaigns.json").read_text()
    for path in site.built.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        assert not [secret for secret in SECRETS if secret in data], path


def test_the_host_s_headers_shut_off_what_the_office_allows_by_name(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    site.change(
        "mkdocs.yml", "      office:", "      files: {leaflets/easy read.txt: Read by Sam, a.pdf: Read}\n      office:"
    )
    site.write("content/leaflets/easy read.txt", "Words.\n")
    site.write("content/a.pdf", a_document(".pdf"))
    site.write("content/images/plan.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    done = site.waymark("build")
    sent = (site.built / "_headers").read_text()

    assert done.status == 0, done.err
    assert (site.built / "leaflets/easy read.txt").read_text() == "Words.\n"
    policy = "  Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; sandbox\n"
    assert sent.rpartition("Origin: *\n")[2] == f"/images/plan.svg\n{policy}/leaflets/easy%20read.txt\n{policy}"
