from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.content.load import load
from generator.diagnostics import ContentError
from generator.model.catalogue import Catalogue
from generator.settings import Settings
from tests.builders import TODAY, a_campaign_file, a_services_yaml
from tests.photographs import a_picture

PNG = a_picture()


def read(root: Path, files: dict[str, str | bytes], drafts: dict[str, str] | None = None, **changes: Any) -> Catalogue:
    """The catalogue in a folder with these files."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    given = {
        "site_name": "Help",
        "site_url": "https://a.org/",
        "office": {"name": "The office"},
        "feeds": {"owner": "a.org,2026"},
    }
    return load(root, Settings.model_validate(given | changes), TODAY, drafts)


def wrong(root: Path, files: dict[str, str | bytes], **changes: Any) -> list[str]:
    with pytest.raises(ContentError) as refused:
        read(root, files, **changes)
    return [str(problem) for problem in refused.value.problems]


def test_a_folder_becomes_a_catalogue(tmp_path: Path) -> None:
    catalogue = read(
        tmp_path,
        {
            "services.yaml": a_services_yaml(more="retired_numbers: [{number: 0845 30 30 900, was: x, source: y}]\n"),
            "campaigns/b.md": a_campaign_file("image: {file: images/a.png, alt: A phone}"),
            "campaigns/a.md": a_campaign_file(id="another"),
            "campaigns/.a.md": b"\x00\x05\x16\x07",
            "campaigns/picture.png": PNG,
            "content/images/a.png": PNG,
        },
    )

    assert [service.id for service in catalogue.services] == ["victim-support-cumbria"]
    assert [campaign.id for campaign in catalogue.campaigns] == ["another", "dating-scams"]
    assert (list(catalogue.areas), list(catalogue.organisations)) == (["cumbria"], ["victim-support"])
    assert [number.number for number in catalogue.retired_numbers] == ["0845 30 30 900"]
    assert list(catalogue.pictures) == ["images/a.png"]


def test_the_directory_may_stand_in_several_files_named_by_a_pattern(tmp_path: Path) -> None:
    services = a_services_yaml().partition("services:\n")
    files: dict[str, str | bytes] = {"services/2.yaml": services[1] + services[2], "services/1.yaml": services[0]}

    assert len(read(tmp_path, files, services="services/*.yaml").services) == 1


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"services.yaml": a_services_yaml()}

    assert len(read(tmp_path, files, services=["services.yaml", "*.yaml"]).services) == 1


@pytest.mark.parametrize("pattern", ["services.yaml", "services/*.yaml"])
def test_a_missing_directory_is_named(tmp_path: Path, pattern: str) -> None:
    assert wrong(tmp_path, {}, services=pattern) == [
        f"{pattern}:1:1: this file is missing; add it, or mend its name in mkdocs.yml"
    ]


@pytest.mark.parametrize("text", ["services: []\n", "services:\n", "areas: {cumbria: {name: Cumbria}}\n"])
def test_a_directory_has_services(tmp_path: Path, text: str) -> None:
    assert wrong(tmp_path, {"services.yaml": text}) == [
        'services.yaml:1:1: there are no services; add one below "services:"'
    ]


def test_a_byte_order_mark_and_windows_line_ends_are_fine(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "services.yaml": b"\xef\xbb\xbf" + a_services_yaml().replace("\n", "\r\n").encode(),
        "campaigns/a.md": b"\xef\xbb\xbf" + a_campaign_file().replace("\n", "\r\n").encode(),
    }

    assert len(read(tmp_path, files).campaigns) == 1


@pytest.mark.parametrize(
    ("encoding", "problem"),
    [
        ("utf-16", "this is not UTF-8 text; save the file again with the encoding UTF-8"),
        (
            "utf-16-le",
            "there is a control character here (U+0000), which nobody sees; take it out, or type the words again",
        ),
    ],
)
def test_another_encoding_is_refused(tmp_path: Path, encoding: str, problem: str) -> None:
    column = 1 if encoding == "utf-16" else 2

    assert wrong(tmp_path, {"services.yaml": a_services_yaml().encode(encoding)}) == [
        f"services.yaml:1:{column}: {problem}"
    ]


def test_the_problems_of_every_file_are_told_at_once_in_order(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "services.yaml": a_services_yaml(kind="refug"),
        "campaigns/b.md": a_campaign_file("services: [nowhere]", "image: {file: images/x.png, alt: A phone}"),
        "campaigns/a.md": "",
    }

    assert wrong(tmp_path, files) == [
        "campaigns/a.md:1:1: this file is empty; begin with a line of --- and the campaign's id below it",
        "campaigns/b.md:6:12: 'nowhere' is not a service in services.yaml; use one of: victim-support-cumbria",
        "campaigns/b.md:7:15: there is no picture content/images/x.png; add it, or mend its name",
        "services.yaml:8:11: 'refug' is not a kind of service; did you mean \"refuge\"?",
    ]


def test_a_directory_that_is_missing_does_not_make_every_link_wrong(tmp_path: Path) -> None:
    assert wrong(tmp_path, {"campaigns/a.md": a_campaign_file("services: [victim-support-cumbria]")}) == [
        "services.yaml:1:1: this file is missing; add it, or mend its name in mkdocs.yml"
    ]


@pytest.mark.parametrize("file", ["images", "images/" + "x" * 290])
def test_a_picture_that_can_not_be_opened_is_not_there(tmp_path: Path, file: str) -> None:
    files: dict[str, str | bytes] = {
        "services.yaml": a_services_yaml(),
        "campaigns/a.md": a_campaign_file(f"image: {{file: {file}, alt: A phone}}"),
        "content/images/a.png": PNG,
    }

    assert wrong(tmp_path, files) == [
        f"campaigns/a.md:6:15: there is no picture content/{file}; add it, or mend its name"
    ]


def test_a_draft_counts_in_the_place_of_what_is_on_the_disk(tmp_path: Path) -> None:
    drafts = {"services.yaml": "\ufeff" + a_services_yaml(name="Drafted"), "campaigns/new.md": a_campaign_file()}
    catalogue = read(tmp_path, {"services.yaml": a_services_yaml()}, drafts)

    assert [service.name for service in catalogue.services] == ["Drafted"]
    assert [campaign.id for campaign in catalogue.campaigns] == ["dating-scams"]
    assert not (tmp_path / "campaigns").exists()
