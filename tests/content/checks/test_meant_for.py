"""What leads somebody who was hurt to a service that is for others is named, in every record that can."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import a_services_yaml
from tests.site_builder import SERVICES_YAML, Site, a_site

PROGRAMME = """\
  - id: programme
    name: Harbour Programme
    kind: counselling
    for: people-who-harm
    organisation: victim-support
    summary: A programme to stop.
    helps_with: [domestic-abuse]
    areas: [cumbria]
"""


def checked(tmp_path: Path, *more: str, programme: str = PROGRAMME, **files: str) -> list[str]:
    """What `check` says of a site with a programme and `more` changes to its directory, without the lines quoted."""
    text = SERVICES_YAML.replace("retired_numbers:", programme + "retired_numbers:")
    for change in more:
        old, new = change.split(" => ")
        assert old in text
        text = text.replace(old, new)
    site: Site = a_site(tmp_path / "site", **({"services.yaml": text} | files))
    return [line for line in site.waymark("check").told if "programme" in line and not line.startswith(" ")]


def test_a_campaign_may_not_name_one(tmp_path: Path) -> None:
    site = a_site(tmp_path / "other")
    text = (site.root / "campaigns/dating-scams.md").read_text(encoding="utf-8")
    text = text.replace("[victim-support-cumbria]", "[victim-support-cumbria, programme]")
    assert checked(tmp_path, **{"campaigns/dating-scams.md": text}) == [
        "campaigns/dating-scams.md:6:36: 'programme' is for people who harm, and this page is for people who were "
        "harmed; take it out here"
    ]


@pytest.mark.parametrize(
    ("change", "who"),
    [
        ("for: people-who-harm => for: professionals", "professionals"),
        ("kind: counselling => kind: behaviour-change", "people who harm"),
        ("kind: counselling\n    for: people-who-harm => kind: behaviour-change", "people who harm"),
    ],
)
def test_whatever_makes_it_so(tmp_path: Path, change: str, who: str) -> None:
    site = a_site(tmp_path / "other")
    text = (site.root / "campaigns/dating-scams.md").read_text(encoding="utf-8")
    text = text.replace("[victim-support-cumbria]", "[programme]")
    (told,) = checked(tmp_path, change, **{"campaigns/dating-scams.md": text})
    assert f"'programme' is for {who}, and this page is for people who were harmed" in told


def test_it_does_not_take_over_from_a_service_for_victims(tmp_path: Path) -> None:
    line = "summary: A safe place to stay. => summary: A safe place.\n    status: closed\n    replaced_by: programme"
    assert checked(tmp_path, line) == [
        "services.yaml:25:18: 'programme' is for other people than this service; take it out"
    ]


def test_nor_does_a_service_for_victims_take_over_from_it(tmp_path: Path) -> None:
    line = "summary: A programme to stop. => summary: A programme.\n    status: closed\n    replaced_by: harbour-refuge"
    site_text = SERVICES_YAML.replace("retired_numbers:", PROGRAMME + "retired_numbers:").replace(*line.split(" => "))
    site = a_site(tmp_path / "site", **{"services.yaml": site_text})
    assert "'harbour-refuge' is for other people than this service; take it out" in site.waymark("check").err


def test_one_programme_may_take_over_from_another(tmp_path: Path) -> None:
    second = PROGRAMME.replace("id: programme", "id: second").replace(
        "    summary", "    status: closed\n    replaced_by: programme\n    summary"
    )
    assert checked(tmp_path, programme=PROGRAMME + second) == []


@pytest.mark.parametrize(
    "change",
    [
        "name: Harbour Programme => name: Domestic abuse perpetrator programme",
        "name: Harbour Programme => name: Harbour Behaviour Change Programme",
        "summary: A programme to stop. => summary: For people who use abusive behaviour.",
        "summary: A programme to stop. => summary: Work with offenders.",
    ],
)
def test_what_sounds_like_one_and_does_not_say_so_is_asked_about(tmp_path: Path, change: str) -> None:
    text = SERVICES_YAML.replace("retired_numbers:", PROGRAMME + "retired_numbers:").replace(*change.split(" => "))
    site = a_site(tmp_path / "site", **{"services.yaml": text})
    words = "this sounds like a service for people who hurt others"
    assert words not in "\n".join(site.waymark("check").told)
    site.write("services.yaml", text.replace("    for: people-who-harm\n", ""))
    done = site.waymark("check")
    assert done.status == 0
    assert words in "\n".join(done.told)


def test_words_that_are_no_audience_are_refused(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site", **{"services.yaml": a_services_yaml("for: victims")})
    assert "services.yaml:13:" in site.waymark("check").err


def test_a_contact_is_never_for_people_who_harm(tmp_path: Path) -> None:
    lines = ("contact:", "  - {phone: 01632 960001, for: people-who-harm}")
    site = a_site(tmp_path / "site", **{"services.yaml": a_services_yaml(*lines)})
    assert "services.yaml:14:" in site.waymark("check").err
