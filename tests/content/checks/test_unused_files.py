"""A picture that nothing shows, and test results of another site, are advice; what is used in any way is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.checks.handed_over import CAMPAIGN, left

SHOWN = "nothing shows this picture, and it is published all the same; delete it, or show it on a page"
PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>"""
RESULTS = "{site}on: 2026-11-21\ntools: [axe-core]\npages: 40\n"


@pytest.mark.parametrize("name", ["old.svg", "images/old-poster.svg", "crimes/Old.SVG"])
def test_a_picture_that_nothing_shows_is_named(name: str, tmp_path: Path) -> None:
    assert left(tmp_path, **{f"content/{name}": PICTURE}) == [f"content/{name}:1:1: {SHOWN}"]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("content/help.md", "# Help\n\n![A door](images/a-door.svg)\n"),
        ("content/help.md", "# Help\n\n![A door](images/A-Door.svg)\n"),
        ("content/help.md", "# Help\n\n![A door][d]\n\n[d]: images/a-door.svg\n"),
        ("content/help.md", '# Help\n\n<img src="images/a-door.svg" alt="A door">\n'),
        ("campaigns/a.md", CAMPAIGN.format(record="", words="![A door](../images/a-door.svg)")),
        ("overrides/extra.html", '<img src="{{ base }}images/a-door.svg">'),
        ("overrides/styles/extra.css", "body { background: url(../images/a-door.svg) }"),
    ],
)
def test_a_picture_that_is_shown_in_any_way_is_not_named(file: str, text: str, tmp_path: Path) -> None:
    said = left(tmp_path, **{"content/images/a-door.svg": PICTURE, file: text})

    assert not any(SHOWN in one for one in said)


def test_a_picture_whose_name_has_spaces_is_found_as_links_write_it(tmp_path: Path) -> None:
    files = {"content/a door.svg": PICTURE, "content/help.md": "# Help\n\n![A door](a%20door.svg)\n"}

    assert not any(SHOWN in one for one in left(tmp_path, **files))


def test_of_many_pictures_five_are_named_and_the_rest_counted(tmp_path: Path) -> None:
    said = left(tmp_path, **{f"content/images/{number}-old.svg": PICTURE for number in range(8)})

    assert said[4:] == [f"content/images/4-old.svg:1:1: {SHOWN} (and 3 more)"]


@pytest.mark.parametrize(
    ("site", "said"),
    [
        ("site: https://help.kent.gov.uk/\n", None),
        ("site: https://help.kent.gov.uk\n", None),
        ("site: https://HELP.kent.gov.uk/\n", None),
        (
            "site: https://help.sussex.example.org/\n",
            "1:7: 'https://help.sussex.example.org/' was tested, and this site is https://help.kent.gov.uk/; test this "
            "site, or delete this file",
        ),
        (
            "",
            "1:1: nothing here says which site was tested, and another office may have left this file; test this site, "
            "and write site: https://help.kent.gov.uk/",
        ),
    ],
)
def test_results_of_another_site_are_advice(site: str, said: str | None, tmp_path: Path) -> None:
    expected = [f"accessibility-results.yaml:{said}"] if said else []

    assert left(tmp_path, **{"accessibility-results.yaml": RESULTS.format(site=site)}) == expected
