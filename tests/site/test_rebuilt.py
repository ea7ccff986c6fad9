"""What became of each page of a site that was built again, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.site.rebuilt import rebuilt

PAGE = "<html>\n<head>\n<title>A</title>\n</head>\n<main>\n<h1>A</h1>\n</main>\n</html>\n"
AROUND = "changed: a/index.html (made from services.yaml; it differs in what stands around its own words"
SOURCES = {"a/index.html": "services.yaml"}


def sites(tmp_path: Path, old: str | None, new: str | None) -> list[str]:
    """What is said of one page with these words in the old site and in the new one."""
    for name, text in (("old", old), ("new", new)):
        (tmp_path / name / "a").mkdir(parents=True)
        (tmp_path / name / "a" / "feed.xml").write_text(name)
        if text is not None:
            (tmp_path / name / "a" / "index.html").write_text(text)
    return list(map(str, rebuilt(tmp_path / "old", tmp_path / "new", SOURCES)))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (PAGE, PAGE, "kept: a/index.html (the same bytes as before)"),
        (None, PAGE, "new: a/index.html (made from services.yaml; there was none before)"),
        (PAGE, None, "gone: a/index.html (nothing makes it any more)"),
        (
            PAGE,
            PAGE.replace("<h1>A", "<h1>B"),
            "changed: a/index.html (made from services.yaml; it differs in its own words, from line 6 on)",
        ),
        (
            PAGE,
            PAGE.replace("<title>A", "<title>B"),
            f"{AROUND}, from line 3 on)",
        ),
        (
            PAGE,
            f"{PAGE}\n",
            f"{AROUND}, from line 10 on)",
        ),
    ],
)
def test_each_page_says_what_became_of_it_and_why(old: str | None, new: str | None, said: str, tmp_path: Path) -> None:
    assert sites(tmp_path, old, new) == [said]


def test_where_there_was_no_site_every_page_is_new(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "index.html").write_text(PAGE)

    assert list(map(str, rebuilt(tmp_path / "old", tmp_path / "new", {}))) == [
        "new: index.html (made from a template; there was none before)"
    ]
