"""The office's own vocabulary file: each slip is named at its line, and what must stay secret is searched for in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site_builder import SERVICES_YAML, Site, a_site

OWN = """\
kinds:
  victim-hub: {name: Victim care}
networks:
  harbour-network: {name: Harbour Network, plain: They meet each month.}
doors:
  stages:
    name: Where are you?
    plain: Choose where you are.
    choices:
      - {id: court, name: Court, plain: Help on the day., services: [victim-support-cumbria]}
"""


def site(folder: Path, own: str = OWN, services: str = SERVICES_YAML) -> Site:
    made = a_site(folder / "site", **{"services.yaml": services})
    made.write("vocabulary.yaml", own)
    made.change("mkdocs.yml", "- waymark:\n", "- waymark:\n      vocabulary: vocabulary.yaml\n")
    return made


def wrong(made: Site) -> list[str]:
    return [one for one in made.waymark("check").told if one.startswith(("vocabulary.yaml", "services.yaml", "mkdocs"))]


def test_a_good_file_is_good_and_its_pages_are_built(tmp_path: Path) -> None:
    made = site(tmp_path)
    done = made.waymark("build")

    assert done.status == 0, done.err
    assert "Court" in (made.root / "site/doors/stages/court/index.html").read_text(encoding="utf-8")
    assert "Victim care" in (made.root / "site/kinds/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("victim-hub:", "victim-hubb:", "2:3: 'victim-hubb' is not a kind of service; did you mean \"victim-hub\"?"),
        (
            "services: [victim-support-cumbria]",
            "services: [victim-suport-cumbria]",
            "10:70: 'victim-suport-cumbria' is not a service in services.yaml; did you mean "
            '"victim-support-cumbria"?',
        ),
        (
            "plain: They meet each month.",
            "plan: They meet.",
            '4:44: "plan" is not a known field; did you mean "plain"?',
        ),
        (
            "victim-support-cumbria]}\n",
            "victim-support-cumbria]}\n      - {id: court, name: B, plain: C., services: [victim-support-cumbria]}\n",
            "10:7: two choices have the id 'court'; give one of them another",
        ),
        ("networks:", "netwroks:", '3:1: "netwroks" is not a known list; did you mean "networks"?'),
    ],
    ids=["kind", "service", "field", "choice twice", "list"],
)
def test_a_slip_is_named_at_its_place(tmp_path: Path, old: str, new: str, words: str) -> None:
    assert wrong(site(tmp_path, OWN.replace(old, new))) == [f"vocabulary.yaml:{words}"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("networks: [harbour-netwrk]", "'harbour-netwrk' is not a network in vocabulary.yaml; "
         'did you mean "harbour-network"?'),
        ("marks: [gold]", "'gold' is not a mark in vocabulary.yaml; add it there, or take it out here"),
    ],
)  # fmt: skip
def test_a_service_may_name_only_what_is_there(tmp_path: Path, line: str, words: str) -> None:
    text = SERVICES_YAML.replace("    kind: victim-hub\n", f"    kind: victim-hub\n    {line}\n", 1)

    (said,) = wrong(site(tmp_path, services=text))
    assert said.split(": ", 1)[1] == words


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    made = site(tmp_path)
    (made.root / "vocabulary.yaml").unlink()

    assert wrong(made) == ["vocabulary.yaml:1:1: this file is missing; add it, or mend its name in mkdocs.yml"]
    assert made.waymark("check").status == 1


def test_a_retired_number_in_its_words_is_found(tmp_path: Path) -> None:
    number = SERVICES_YAML.partition("retired_numbers:\n  - {number: ")[2].partition(",")[0]
    assert number == "0845 30 30 900"

    (said,) = wrong(site(tmp_path, OWN.replace("They meet each month.", f"Call {number}.")))
    assert said.startswith(f"vocabulary.yaml:4:56: {number} is retired (old Supportline)")
