"""A site that offers nobody to call is refused, by `check` and by `build`, and the office's choice is looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site_builder import SERVICES_YAML, Site, a_site

NOBODY = "this site has nobody to call: a checked phone line for everyone, everywhere, after any crime, day and night"


def site_with(tmp_path: Path, change: str = "", option: str = "") -> Site:
    text = SERVICES_YAML
    if change:
        old, new = change.split(" => ")
        assert old in text
        text = text.replace(old, new, 1)
    site = a_site(tmp_path / "site", **{"services.yaml": text})
    if option:
        site.change("mkdocs.yml", "      feeds:", f"      {option}\n      feeds:")
    return site


def told(site: Site) -> list[str]:
    """What is wrong, in one line each."""
    return [line for line in site.waymark("check").err.splitlines() if line.startswith(("mkdocs", "services"))]


WITHOUT = [
    ("hours: 24/7 => hours: Mo-Fr 09:00-17:00", "hours"),
    ("hours: 24/7 => hours: 00:00-24:00; PH off", "hours"),
    ("hours: 24/7 => note: We answer.", "hours"),
    ("phone: 03003030554 => text: 03003030554", ""),
    ("phone: 03003030554 => chat: https://chat.example.org", ""),
    ("phone: 03003030554 => for: professionals\n        phone: 03003030554", "contact"),
    ("    checked: {on: 2026-11-20, by: Communications team, how: phoned} =>     # nobody did", "checked"),
    ("helps_with: [any-crime] => helps_with: [hate-crime]", "helps_with"),
    ("areas: [cumbria] => areas: [cumbria]\n    who: {audiences: [women]}", "audiences"),
    ("areas: [cumbria] => areas: [cumbria]\n    who: {ages: {from: 16}}", "ages"),
    ("areas: [cumbria] => areas: [cumbria]\n    who: {ages: {to: 25}}", "ages"),
    ("areas: [cumbria] => areas: [cumbria]\n    who: {not_for: People in Carlisle.}", "not_for"),
    ("areas: [cumbria] => areas: [cumbria]\n    who: {text: Anyone aged 18 or over.}", "text"),
    ("areas: [cumbria] => areas: [cumbria]\n    status: paused", "status"),
    ("areas: [cumbria] => areas: [cumbria]\n    status: not-yet", "status"),
    ("areas: [cumbria] => areas: [cumbria]\n    closed_on: 2027-02-10", "closed_on"),
    ("areas: [cumbria] => areas: [cumbria]\n    referral: [police]", "referral"),
    ("areas: [cumbria] => areas: [cumbria]\n    report_needed: yes", "report_needed"),
    ("kind: victim-hub => kind: reporting", "kind"),
    ("kind: victim-hub => kind: children-young-people", "kind"),
    ("cumbria: {name: Cumbria} => cumbria: {name: Cumbria}\n  kent: {name: Kent}", "areas"),
    ("hours: 24/7 => hours: 24/7\n        label: Fax", "label"),
    ("hours: 24/7 => hours: 24/7\n        label: Answerphone, day and night", "label"),
    ("hours: 24/7 => hours: 24/7\n        label: Textphone", "label"),
    ("hours: 24/7 => hours: 24/7\n        label: Voicemail", "label"),
]


@pytest.mark.parametrize(("change", "field"), WITHOUT, ids=[change for change, _ in WITHOUT])
def test_without_a_line_for_everyone_check_refuses_and_names_the_nearest(
    tmp_path: Path, change: str, field: str
) -> None:
    nearest = f" (the nearest is 'victim-support-cumbria': look at its {field})" if field else ""
    if not field:  # only the refuge, which nobody checked, has a phone
        nearest = " (the nearest is 'harbour-refuge': look at its checked, helps_with)"
    found = told(site_with(tmp_path, change))
    if nearest.count("harbour-refuge"):
        assert [line.startswith(f"mkdocs.yml:11:5: {NOBODY}") for line in found] == [True]
    else:
        words = f"{NOBODY}{nearest}; add one, or say why there is none: no_first_line: ..."
        assert found == [f"mkdocs.yml:11:5: {words}"]


def test_build_refuses_what_check_refuses_in_the_same_words(tmp_path: Path) -> None:
    site = site_with(tmp_path, WITHOUT[0][0])
    (words,) = told(site)
    built = site.waymark("build")
    assert built.status == 1
    assert words in built.err
    assert not site.built.exists()


@pytest.mark.parametrize("change", [WITHOUT[0][0], WITHOUT[6][0]])
def test_a_reason_in_words_is_enough(tmp_path: Path, change: str) -> None:
    site = site_with(tmp_path, change, "no_first_line: Our line opens in April.")
    assert site.waymark("check").status == 0
    assert site.waymark("build").status == 0


@pytest.mark.parametrize("reason", ['""', "'  '", "[]", ""])
def test_an_empty_reason_is_none(tmp_path: Path, reason: str) -> None:
    site = site_with(tmp_path, WITHOUT[0][0], f"no_first_line: {reason}")
    assert site.waymark("check").status == 1


@pytest.mark.parametrize("reason", ["no", "yes", "N/A", "TBC", "-", "none", "x"])
def test_a_word_that_gives_no_reason_is_none(tmp_path: Path, reason: str) -> None:
    (line,) = told(site_with(tmp_path, WITHOUT[0][0], f'no_first_line: "{reason}"'))
    words = "is no reason; write why nobody can be called, in words: Our line opens on 1 April."
    assert line == f"mkdocs.yml:13:22: '{reason}' {words}"


def test_a_reason_that_holds_no_more_is_advice(tmp_path: Path) -> None:
    done = site_with(tmp_path, "", "no_first_line: Our line opens in April.").waymark("check")
    assert done.status == 0
    assert "there is somebody to call after all, 'victim-support-cumbria'; take this line out" in done.out


def test_the_office_s_choice_is_taken(tmp_path: Path) -> None:
    assert site_with(tmp_path, "", "first_line: victim-support-cumbria").waymark("check").status == 0


def test_a_choice_that_is_no_service_has_the_nearest_suggested(tmp_path: Path) -> None:
    assert told(site_with(tmp_path, "", "first_line: victim-suport-cumbria")) == [
        "mkdocs.yml:13:19: 'victim-suport-cumbria' is not a service in services.yaml; did you mean "
        '"victim-support-cumbria"?'
    ]


def test_a_choice_that_is_narrower_than_everyone_is_refused_with_its_fields(tmp_path: Path) -> None:
    assert told(site_with(tmp_path, "", "first_line: harbour-refuge")) == [
        "mkdocs.yml:13:19: 'harbour-refuge' does not answer everyone, everywhere, day and night; look at its hours, "
        "checked, helps_with; mend them if they are wrong, or name another service"
    ]


def test_old_details_refuse_nothing_and_are_told(tmp_path: Path) -> None:
    done = site_with(tmp_path).waymark("check", now="2028-06-01T09:00")
    assert done.status == 0
    told = "\n".join(done.told)
    assert "everyone is offered 'victim-support-cumbria', and its details are old" in told


def test_staff_can_add_the_line_that_is_missing(tmp_path: Path) -> None:
    """What a command on the way writes is not refused because the site is not fit for the public yet."""
    site = site_with(tmp_path, WITHOUT[6][0])
    done = site.waymark("due", "--done", "victim-support-cumbria", "--by", "Us", "--how", "phoned")
    assert (done.status, done.err) == (0, "")
    assert site.waymark("check").status == 0


def test_a_broken_record_is_the_only_thing_told(tmp_path: Path) -> None:
    found = told(site_with(tmp_path, "kind: victim-hub => kind: victim-hubb"))
    assert [line for line in found if "nobody to call" in line] == []
    assert len(found) == 1
