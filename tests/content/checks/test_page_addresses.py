"""A page with another page's template is refused; a page about a crime that nothing leads to is advice."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import ContentError
from tests.content.checks.handed_over import CAMPAIGN, left


@pytest.mark.parametrize(
    "name",
    [
        "404.html",
        "exit.html",
        "offices.html",
        "pages/home.html",
        "components/card.html",
        "preview/bar.html",
        "staff/plan.html",
    ],
)
@pytest.mark.parametrize("file", ["content/help.md", "content/crimes/hate-crime.md"])
def test_a_page_with_the_template_of_another_page_is_refused(name: str, file: str, tmp_path: Path) -> None:
    with pytest.raises(ContentError) as refused:
        left(tmp_path, **{file: f"---\ntitle: Help\ntemplate: {name}\n---\n\nWords.\n"})

    assert [str(one) for one in refused.value.problems] == [
        f"{file}:3:11: '{name}' does not show the words of this page; take template: out, or write template: main.html"
    ]


@pytest.mark.parametrize("text", ["template: main.html", "template: own.html", "description: a template: 404.html"])
def test_other_templates_are_left_to_the_engine(text: str, tmp_path: Path) -> None:
    quoted = text.replace("a template: 404.html", "'a template: 404.html'")

    assert (
        left(tmp_path, **{"content/help.md": f"---\ntitle: Help\n{quoted}\n---\n\nWords of template: 404.html\n"}) == []
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("hate-crim", "'hate-crim' is no type of crime; did you mean \"hate-crime\"?"),
        ("first-steps", "'first-steps' is no type of crime; rename this page, or move it out of crimes/"),
        (
            "hate-crime",
            "no page leads to this one, and the site's own page about hate-crime shows nothing of it; write steps: in "
            "it, as the handbook shows, or a link to it, or delete it",
        ),
    ],
)
def test_a_page_about_a_crime_that_nothing_leads_to_is_advice(name: str, said: str, tmp_path: Path) -> None:
    file = f"content/crimes/{name}.md"

    assert left(tmp_path, **{file: "# What to do first\n\nCall us.\n"}) == [f"{file}:1:1: {said}"]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("content/help.md", "# Help\n\n[First](crimes/hate-crime.md)\n"),
        ("campaigns/a.md", CAMPAIGN.format(record="", words="[First](/crimes/hate-crime/)")),
    ],
)
def test_a_page_about_a_crime_that_somebody_leads_to_is_right(file: str, text: str, tmp_path: Path) -> None:
    said = left(tmp_path, **{"content/crimes/hate-crime.md": "# First\n\nCall us.\n", file: text})

    assert not any("crimes/hate-crime" in one for one in said)
