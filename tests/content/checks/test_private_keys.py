"""A key or a token in any text of the authors is named with its place and not repeated; words about keys are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.checks.private_keys import keys_in
from tests.builders import said
from tests.site_builder import a_site

WORDS = (
    "this is a key, and whoever reads it can open what it opens; take it out here and in git's history, and have a new "
    "one made"
)
DASHES = "-" * 5
STARTS = (
    *(
        f"{DASHES}BEGIN {kind}PRIVATE KEY{DASHES}"
        for kind in ("", "RSA ", "EC ", "OPENSSH ", "ENCRYPTED ", "SSH2 ENCRYPTED ")
    ),
    f"{DASHES}BEGIN PGP PRIVATE KEY BLOCK{DASHES}",
    "PuTTY-User-Key-File-3: ssh-ed25519",
    "AGE-SECRET-KEY-1",
    *(f"{head}{'x' * 20}" for head in ("ghp_", "github_pat_", "glpat-", "xoxb-", "sk_live_")),
    f"AKIA{'X' * 16}",
)


@pytest.mark.parametrize("start", STARTS)
def test_a_key_is_named_where_it_begins_and_not_repeated(start: str) -> None:
    assert said(keys_in(f"# Help\n\n  {start}\nabc\n", "content/x.md")) == [f"content/x.md:3:3: {WORDS}"]


@pytest.mark.parametrize(
    "words",
    [
        f"{DASHES}BEGIN PUBLIC KEY{DASHES}",
        f"{DASHES}BEGIN CERTIFICATE{DASHES}",
        "Keep your private key private.",
        "BEGIN PRIVATE KEY",
        "Takia and AKIA",
        "https://github.com/ghp_a",
        "sk_live_ is how a key begins",
    ],
)
def test_words_about_keys_and_what_is_public_are_none(words: str) -> None:
    assert list(keys_in(words, "content/x.md")) == []


@pytest.mark.parametrize(
    "file", ["content/x.md", "campaigns/dating-scams.md", "overrides/main.html", "mkdocs.yml", "services.yaml"]
)
def test_check_looks_for_it_in_each_kind_of_text(file: str, tmp_path: Path) -> None:
    site = a_site(tmp_path / "site")
    path = site.root / file
    path.parent.mkdir(exist_ok=True)
    old = path.read_text(encoding="utf-8") if path.exists() else "# Words\n"
    mark = "" if path.suffix in (".md", ".html") else "# "
    path.write_text(f"{old}\n{mark}{STARTS[0]}\n", encoding="utf-8")
    done = site.waymark("check")

    assert done.status == 1
    assert f"{file}:" in done.err
    assert WORDS in done.err
