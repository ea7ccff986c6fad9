"""An id that a part of the page has already is named by `check`, not first by `build`; no other is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.content.checks.element_ids import OF_A_CAMPAIGN, OF_EVERY_PAGE, taken_headings
from tests.builders import a_campaign, a_post, a_service, said
from tests.site_builder import a_site
from tests.sites import ROOT, a_publication, page_at

TAKEN = "makes an id that a part of every page has; write more words: ## If you are in danger"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("# Privacy\n\n## Danger\n", "3:1: 'Danger'"),
        ("# Privacy\n\n### danger! ###\n", "3:1: 'danger!'"),
        ("# *Main*\n", "1:1: '*Main*'"),
        ("Hello.\n\nDanger\n------\n", "3:1: 'Danger'"),
        ("Main\n====\n", "1:1: 'Main'"),
        ("## Leave status\n", "1:1: 'Leave status'"),
        ("## LEAVE - Status\n", "1:1: 'LEAVE - Status'"),
        ("## Words {#danger}\n", "1:10: 'danger'"),
        ("Words.\n{: .lead #main }\n", "2:1: 'main'"),
        ("---\ntitle: Danger\n---\n\n## Dánger\n", "5:1: 'Dánger'"),
    ],
)
def test_a_heading_that_takes_the_id_of_a_part_of_every_page_is_named(text: str, place: str) -> None:
    assert said(taken_headings(text, "content/a.md")) == [f"content/a.md:{place} {TAKEN}"]


@pytest.mark.parametrize(
    "text",
    [
        "## If you are in danger\n",
        "## Dangerous\n",
        "## Danger {#in-danger}\n",
        "Danger\n\n-----\n",
        "#danger of a thing\n",
        "```\n## Danger\n```\n",
        "~~~\n# main\n",
        "---\n# main\ntitle: Danger\n---\n\nWords.\n",
        "[Danger](#danger)\n",
    ],
)
def test_what_takes_no_such_id_is_not_named(text: str) -> None:
    assert said(taken_headings(text, "content/a.md")) == []


def test_these_are_the_ids_that_such_a_page_has() -> None:
    line = a_service(contact=[{"phone": "0808 157 0000", "hours": "24/7"}])
    campaign = a_campaign(posts=[a_post()], ask="Talk to someone.", words="## More\n\nWords.")
    publication = a_publication(line, campaign)
    templates = (ROOT / "overrides" / name for name in ("main.html", "components/emergency.html"))
    frame = "".join(template.read_text(encoding="utf-8") for template in templates)
    page = page_at("campaigns/dating-scams/", publication).body
    ids = re.compile(r'\sid="([^"]+)"')

    assert set(ids.findall(frame)) == OF_EVERY_PAGE
    assert set(ids.findall(frame + page)) - {"dating-scams-launch"} == OF_A_CAMPAIGN


@pytest.mark.parametrize("post", sorted(OF_A_CAMPAIGN))
def test_check_names_a_post_whose_link_would_lead_to_another_part_of_the_page(post: str, tmp_path: Path) -> None:
    site = a_site(tmp_path)
    site.change("campaigns/dating-scams.md", "id: dating-scams-2027-launch", f"id: {post}")
    words = f"'{post}' is the id of a part of each campaign's page; write dating-scams-{post}"
    done = site.waymark("check")

    assert done.status == 1
    assert [line.rpartition("dating-scams.md:")[2] for line in done.told if "is the id of" in line] == [
        f"10:9: {words}"
    ]


@pytest.mark.parametrize("name", sorted(OF_EVERY_PAGE))
def test_check_names_such_a_heading_of_a_page(name: str, tmp_path: Path) -> None:
    site = a_site(tmp_path)
    site.write("content/more.md", f"# More\n\n## {name}\n\nWords.\n")
    done = site.waymark("check")

    assert done.status == 1
    assert f"content/more.md:3:1: '{name}' {TAKEN}" in done.told
