"""The form as somebody uses it: what it shows, what it saves, what it refuses with which words, and two who meet."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.schema.form_fields import GROUPS, form_fields
from generator.diagnostics import ContentError, Fault, Location
from generator.preview.form_gate import PLACE
from tests.builders import at
from tests.fuzz.whole import CAMPAIGN_FILE, DIRECTORY_FILE
from tests.preview.form_site import REFUGE, VICTIM_SUPPORT, Staff, forms_of, said, sent_by, staff, tree_of
from tests.site_builder import SERVICES_YAML, STANDING, a_site

__all__ = ["staff"]


@pytest.mark.parametrize("record", GROUPS)
def test_every_field_of_a_record_stands_in_one_group(record: type) -> None:
    every = [name for group in GROUPS[record] for name in group.names]

    assert sorted(every) == sorted(field.name for field in form_fields(record))
    assert all(field.help for field in form_fields(record))


def test_the_list_has_every_record_and_finds_by_name(staff: Staff) -> None:
    links = tree_of(staff.forms.answer("GET", PLACE, {})).xpath("//ul[@class='records']//a/@href")
    found = tree_of(staff.forms.answer("GET", f"{PLACE}?find=harb", {})).xpath("//ul[@class='records']//a/@href")

    directory = ("organisations/victim-support", "areas/cumbria")
    pages = [f"pages/content/{name}" for name in STANDING]
    assert links == [f"{PLACE}{one}" for one in (VICTIM_SUPPORT, REFUGE, "campaigns/dating-scams", *pages, *directory)]
    assert found == [f"{PLACE}{REFUGE}"]


def test_a_form_has_every_field_with_its_words_and_choices(staff: Staff) -> None:
    tree = tree_of(staff.forms.answer("GET", PLACE + VICTIM_SUPPORT, {}))
    (phone,) = tree.xpath("//input[@id='contact.0.phone']")
    (help_of,) = tree.xpath(f"//*[@id='{phone.get('aria-describedby')}']/text()")

    assert phone.get("value") == "03003030554"
    assert help_of == (
        "A number to call, typed in any way: 0300 123 4567. It must be a real number of the United Kingdom."
    )
    assert tree.xpath("//select[@id='kind']/option[@selected]/text()") == ["Help after any crime"]
    assert tree.xpath("//select[@id='organisation']/option/@value") == ["", "victim-support"]
    assert tree.xpath("//input[@name='helps_with'][@checked]/@value") == ["any-crime"]
    assert tree.xpath("//input[@name='id' or @name='over']") == []
    assert tree.xpath("//script | //*[@style] | //*[@onclick]") == []
    labels = set(tree.xpath("//label/@for"))
    assert [
        one for one in tree.xpath("//input[not(@type)]/@id | //select/@id | //textarea/@id") if one not in labels
    ] == []


def test_what_is_saved_changes_its_lines_alone(staff: Staff) -> None:
    answer = staff.saves(REFUGE, {"summary": ["A safe place: for anyone."], "contact.0.hours": ["Mon to Fri 9-5"]})

    assert (answer.status, answer.headers) == (303, {"Location": f"{PLACE}{REFUGE}?saved=yes"})
    assert staff.text == SERVICES_YAML.replace(
        "summary: A safe place to stay.", 'summary: "A safe place: for anyone."'
    ).replace("01632 960777\n", "01632 960777\n        hours: Mo-Fr 09:00-17:00\n")


def test_after_saving_the_form_says_so(staff: Staff) -> None:
    answer = staff.forms.answer("GET", f"{PLACE}{VICTIM_SUPPORT}?saved=yes", {})

    assert said(answer) == ["Saved in services.yaml. Every other line is as it was."]


def test_a_form_that_nobody_touched_writes_nothing(staff: Staff) -> None:
    answer = staff.saves(VICTIM_SUPPORT, {})

    assert (answer.status, said(answer)) == (200, ["You changed nothing, so nothing was written."])
    assert staff.text == SERVICES_YAML


def test_a_mistake_is_named_beside_its_field_in_the_words_of_check_and_nothing_is_written(staff: Staff) -> None:
    changes = {"contact.0.phone": ["0300 12329"], "summary": [""], "organisation": ["victim-suport"]}
    answer = staff.saves(VICTIM_SUPPORT, changes)
    tree = tree_of(answer)
    number = "'0300 12329' can't be a UK phone number; write it as 0300 123 4567"

    assert answer.status == 422
    assert said(answer)[0] == "Nothing was saved: mend this first"
    assert number in said(answer)
    assert tree.xpath("//*[@id='contact.0.phone']/@aria-invalid") == ["true"]
    assert tree.xpath("//*[@id='contact.0.phone']/@value") == ["0300 12329"], "what was typed is not lost"
    assert tree.xpath("normalize-space(//*[@id='contact.0.phone-said'])") == f"To mend: {number}"
    assert tree.xpath("//a[@href='#contact.0.phone']/text()") == [number]
    assert tree.xpath("//title/text()")[0].startswith("To mend: ")
    assert staff.text == SERVICES_YAML


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"helps_with": [""]}, '"helps_with" is an empty list; write helps_with: [any-crime]'),
        ({"name": [""]}, "this is empty; write some words or take the line out"),
        ({"checked.on": ["2027-03-01"]}, "2027-03-01 is in the future"),
        ({"contact.0.website": ["https://www.example.org"]}, "a contact is exactly one of phone"),
        (
            {"places.0.postcode": ["CA10"], "places.0.name": ["Office"]},
            "'CA10' is not a postcode; write it as CA10 2AU",
        ),
        ({"places.0.address": ["1 High Street"]}, "this is empty"),
        ({"who.ages.from": ["18"], "who.ages.to": ["8"]}, "these ages go from 18 down to 8; put the lower one first"),
        ({"replaced_by": ["victim-support-cumbria"]}, "a service can't replace itself"),
        ({"summary": ["Come to 7 Gooseberry Lane."]}, "which is withheld"),
        ({"status": ["closed"], "closed_on": ["1 January 2027"]}, "this site has nobody to call"),
    ],
    ids=str,
)
def test_what_check_refuses_is_refused_here(changes: dict[str, list[str]], words: str, staff: Staff) -> None:
    answer = staff.saves(VICTIM_SUPPORT, changes)

    assert (answer.status, staff.text) == (422, SERVICES_YAML)
    assert [one for one in said(answer) if words in one]


def test_it_can_be_checked_without_being_saved(staff: Staff) -> None:
    given = staff.opens(VICTIM_SUPPORT) | {"do": ["look"], "summary": ["New words."]}
    good = staff.forms.answer("POST", PLACE + VICTIM_SUPPORT, given)
    bad = staff.forms.answer("POST", PLACE + VICTIM_SUPPORT, given | {"summary": [""]})

    assert (good.status, said(good)) == (200, ["Nothing new would be wrong. Nothing is saved yet."])
    assert sent_by(tree_of(good))["summary"] == ["New words."]
    assert bad.status == 422
    assert staff.text == SERVICES_YAML


def test_a_mistake_that_was_there_before_does_not_stop_another_change(staff: Staff) -> None:
    staff.site.change("services.yaml", "phone: 01632 960777", "phone: 01632 96077")
    spoilt = staff.text

    assert staff.saves(VICTIM_SUPPORT, {"summary": ["New words."]}).status == 303
    assert staff.text == spoilt.replace("Free, private help after any crime.", "New words.")
    own = staff.forms.answer("GET", PLACE + REFUGE, {})
    assert [one for one in said(own) if "'01632 96077' can't be a UK phone number" in one]
    assert staff.saves(REFUGE, {"name": ["Harbour House"]}).status == 303


def test_entries_are_added_and_taken_out_and_what_would_be_empty_goes(staff: Staff) -> None:
    changes = {"contact.1.website": ["https://www.example.org/"], "contact.1.label": ["Site"], "contact.0!out": ["yes"]}

    assert staff.saves(REFUGE, changes).status == 303
    assert "    contact:\n      - website: https://www.example.org/\n        label: Site\n    places:" in staff.text
    assert staff.saves(REFUGE, {"contact.0!out": ["yes"]}).status == 303
    assert "areas: [cumbria]\n    places:" in staff.text


def test_a_way_to_reach_a_service_becomes_another(staff: Staff) -> None:
    assert staff.saves(REFUGE, {"contact.0.phone": [""], "contact.0.text": ["01632 960778"]}).status == 303
    assert staff.text == SERVICES_YAML.replace("- phone: 01632 960777", "- text: 01632 960778")


def test_what_nobody_touched_stays_also_where_it_could_be_written_better(staff: Staff) -> None:
    staff.site.change("services.yaml", "hours: 24/7", "hours: Mon to Fri 9-5")
    staff.site.change("services.yaml", "on: 2026-11-20", "on: 20 November 2026")
    spoilt = staff.text

    assert staff.saves(VICTIM_SUPPORT, {"summary": ["New words."]}).status == 303
    assert staff.text == spoilt.replace("Free, private help after any crime.", "New words.")


def test_what_was_typed_is_there_still_where_the_computer_refuses_to_write(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = staff.opens(VICTIM_SUPPORT) | {"summary": ["New words."]}

    def full(*_: object) -> None:
        raise ContentError([Fault("file-not-written", "this file can't be written: No space left").at(Location("s"))])

    monkeypatch.setattr("generator.preview.form_save.save", full)
    answer = staff.forms.answer("POST", PLACE + VICTIM_SUPPORT, given)

    assert (answer.status, said(answer)) == (422, ["Nothing was saved: the form can't do this"])
    assert "No space left" in answer.body.decode()
    assert sent_by(tree_of(answer))["summary"] == ["New words."]


def test_a_record_with_an_id_that_no_address_can_have_is_listed_and_changed_in_its_file(staff: Staff) -> None:
    staff.site.change("services.yaml", "id: harbour-refuge", "id: Harbour_Refuge")
    staff.site.write("content/Old Page.md", "# An old page\n")
    page = tree_of(staff.forms.answer("GET", PLACE, {}))

    assert [one for one in page.xpath("//a/@href") if "arbour" in one or "Old" in one] == []
    assert page.text_content().count("change it there") == 2


def test_a_day_later_the_same_files_are_judged_anew(staff: Staff) -> None:
    staff.site.change("services.yaml", "on: 2026-11-20", "on: 2027-02-11")
    assert [one for one in said(staff.forms.answer("GET", PLACE + VICTIM_SUPPORT, {})) if "in the future" in one]
    staff.forms.clock = lambda: at("2027-02-11 09:00")

    assert said(staff.forms.answer("GET", PLACE + VICTIM_SUPPORT, {})) == []


def test_half_a_form_takes_nothing_out(staff: Staff) -> None:
    seen = staff.opens(VICTIM_SUPPORT)["seen"]
    answer = staff.forms.answer("POST", PLACE + VICTIM_SUPPORT, {"seen": seen, "do": ["save"], "summary": ["New."]})

    assert answer.status == 303
    assert staff.text == SERVICES_YAML.replace("Free, private help after any crime.", "New.")


def test_a_secret_place_is_folded_and_named_nowhere_but_in_its_fold(staff: Staff) -> None:
    for answer in (
        staff.forms.answer("GET", PLACE + REFUGE, {}),
        staff.saves(REFUGE, {"places.0.postcode": ["CA99"], "name": [""]}),
    ):
        tree = tree_of(answer)
        (fold,) = tree.xpath("//details[.//input[@id='places.0.name']]")
        assert fold.get("open") is None
        assert "Larkspur" not in fold.xpath("./summary")[0].text_content()
        fold.drop_tree()
        page = tree.text_content() + " ".join(tree.xpath("//@value"))
        assert [word for word in ("Larkspur", "Gooseberry", "CA99") if word in page] == []


def test_welsh_stands_beside_english_where_the_site_has_both(staff: Staff) -> None:
    staff.site.change(
        "mkdocs.yml",
        "      feeds:",
        "      languages: {en: {}, cy: {site_name: Cymorth}}\n      feeds:",
    )
    tree = tree_of(staff.forms.answer("GET", PLACE + VICTIM_SUPPORT, {}))

    labels = [" ".join(one.text_content().split()) for one in tree.xpath("//label[starts-with(@for, 'name@')]")]
    assert labels == ["Name (English)", "Name (Welsh)"]
    assert tree.xpath("//*[@id='name@cy']/@lang") == ["cy"]
    assert staff.saves(VICTIM_SUPPORT, {"name@cy": ["Cymorth i Ddioddefwyr"]}).status == 303
    assert "    name: {en: Victim Support, cy: Cymorth i Ddioddefwyr}\n    kind: victim-hub" in staff.text
    assert staff.saves(VICTIM_SUPPORT, {"name@cy": [""]}).status == 303
    assert "    name: {en: Victim Support}\n    kind: victim-hub" in staff.text


def test_what_a_form_can_t_show_is_named_and_stays(staff: Staff) -> None:
    staff.site.change(
        "services.yaml",
        "    areas: [cumbria]\n    contact:\n      - phone: 03003030554",
        "    areas: cumbria\n    contact:\n      - phone: 03003030554",
    )
    answer = staff.forms.answer("GET", PLACE + VICTIM_SUPPORT, {})

    assert "This is written in a way that the form can't show." in tree_of(answer).text_content()
    assert [one for one in said(answer) if one == "a list is needed here; write [cumbria]"]
    assert staff.saves(VICTIM_SUPPORT, {"summary": ["New."]}).status == 303
    assert "areas: cumbria\n" in staff.text


def test_settings_that_can_t_be_read_are_said_and_nothing_is_shown(staff: Staff) -> None:
    staff.site.write("mkdocs.yml", "site_name: [\n")
    answer = staff.forms.answer("GET", PLACE, {})

    assert answer.status == 500
    assert "mkdocs.yml:" in answer.body.decode()


def test_the_form_of_every_field_there_is_can_be_sent_back_as_it_is(tmp_path: Path) -> None:
    site = a_site(tmp_path / "site", **{"services.yaml": DIRECTORY_FILE, "campaigns/dating-scams.md": CAMPAIGN_FILE})
    staff = Staff(forms_of(site), site)
    for address in (VICTIM_SUPPORT, "services/harbour", "campaigns/dating-scams"):
        assert said(staff.saves(address, {}))[0] == "You changed nothing, so nothing was written."
