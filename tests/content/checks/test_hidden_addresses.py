"""A retired address is named wherever the public would read it, with file, line and the new one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import a_campaign_file, a_services_yaml
from tests.content.test_load import read, wrong

RETIRED = (
    "retired_addresses:\n  - {address: https://www.old.example.org, was: Harbour, ended_on: 2026-01-31,\n"
    "     replaced_by: https://new.example.org, source: their letter}\n"
)
SAID = "is a retired address (Harbour); write https://new.example.org"


def services() -> str:
    return a_services_yaml(more=RETIRED)


def test_a_directory_that_holds_it_as_retired_alone_is_good(tmp_path: Path) -> None:
    catalogue = read(tmp_path, {"services.yaml": services(), "campaigns/a.md": a_campaign_file()})

    assert [one.address for one in catalogue.retired_addresses] == ["https://www.old.example.org"]


@pytest.mark.parametrize(
    "shown", ["https://old.example.org/help", "http://www.old.example.org", "help@old.example.org"]
)
def test_it_is_named_in_a_contact(tmp_path: Path, shown: str) -> None:
    way = "email" if "@" in shown else "website"
    text = services().replace(
        "    areas: [cumbria]\n", f"    areas: [cumbria]\n    contact: [{{{way}: '{shown}'}}]\n", 1
    )
    said = wrong(tmp_path, {"services.yaml": text, "campaigns/a.md": a_campaign_file()})
    line = text[: text.index(shown)].count("\n") + 1

    assert len(said) == 1
    assert said[0].startswith(f"services.yaml:{line}:")
    assert said[0].endswith(SAID)


@pytest.mark.parametrize("file", ["campaigns/a.md", "content/help.md"])
def test_it_is_named_in_a_campaign_and_on_a_page(tmp_path: Path, file: str) -> None:
    words = "\nSee [them](https://l.example.com/?u=https%3A%2F%2Fold.example.org%2Fhelp).\n"
    text = a_campaign_file() + words if file.startswith("campaigns") else f"# Help\n{words}"
    files = {"services.yaml": services(), "campaigns/a.md": a_campaign_file(), file: text}
    said = wrong(tmp_path, files)

    assert len(said) == 1
    assert said[0].startswith(f"{file}:{text[: text.index('See')].count(chr(10)) + 1}:")
    assert said[0].endswith(SAID)


def test_it_is_named_in_the_record_of_a_campaign(tmp_path: Path) -> None:
    campaign = a_campaign_file(summary="See www.old.example.org/help for more.")
    said = wrong(tmp_path, {"services.yaml": services(), "campaigns/a.md": campaign})

    assert [one.partition(": ")[2] for one in said] == [f"www.old.example.org {SAID}"]


@pytest.mark.parametrize("file", ["overrides/main.html", "overrides/parts/foot.html", "overrides/scripts/a.js"])
def test_it_is_named_in_a_template_as_a_build_would(tmp_path: Path, file: str) -> None:
    files = {
        "services.yaml": services(),
        "campaigns/a.md": a_campaign_file(),
        file: "<p>\n<a href='//old.example.org'>",
    }

    assert wrong(tmp_path, files) == [f"{file}:2:12: old.example.org {SAID}"]
