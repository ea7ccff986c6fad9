"""What a change reads like: long texts, Markdown that calls nobody, and facts that nobody checked again."""

from __future__ import annotations

from typing import Any

from generator.formatters.diff import as_markdown, as_text, told, warning
from generator.staff.diff.compare import PublicChange, changes, not_checked_again
from generator.staff.diff.site_cards import all_cards
from tests.builders import CHECKED, a_service, an_edition
from tests.sites import a_site


def between(before: dict[str, Any], after: dict[str, Any]) -> list[PublicChange]:
    old, new = an_edition(a_service(**before)), an_edition(a_service(**after))
    return changes(all_cards(old, a_site(), {}), all_cards(new, a_site(), {}))


def test_no_change_is_said_in_one_line() -> None:
    assert as_text([], []) == "Nothing that the public sees changes.\n"


def test_a_sentence_that_ends_in_a_quotation_has_no_full_stop_behind_it() -> None:
    text = as_text(between({"cost": "Free."}, {"cost": "Ask them."}), [])

    assert text.splitlines()[0] == 'Victim Support: cost changed from "Free." to "Ask them."'


def test_what_is_new_is_said_once_and_its_facts_stand_below_it() -> None:
    harbour = a_service(id="harbour", name="Harbour", summary="Help with 'spot' scams.", cost="free")
    old, new = an_edition(a_service()), an_edition(a_service(cost="free"), harbour)
    lines = as_text(changes(all_cards(old, a_site(), {}), all_cards(new, a_site(), {})), []).splitlines()

    assert lines[:3] == [
        "Victim Support: cost is new: free.",
        "Harbour is a new service:",
        "  kind: Help after any crime.",
    ]
    assert "  phone 01632 960001." in lines
    assert [line for line in lines if "is new" in line] == lines[:1]
    assert lines[-1] == "2 changes to 2 records."


def test_something_new_of_which_there_is_no_more_to_say_is_one_line() -> None:
    new = changes(all_cards(an_edition(), a_site(), {}), all_cards(an_edition(), a_site(), {"content/new.md": "n"}))

    assert as_text(new, []) == "content/new.md: this page is new.\n1 change to 1 record.\n"


def test_a_text_with_quotation_marks_stands_in_others() -> None:
    text = as_text(between({"cost": "Free."}, {"cost": 'Ask about "spot" costs.'}), [])

    assert text.splitlines()[0] == 'Victim Support: cost changed from "Free." to “Ask about "spot" costs.”'


def test_an_e_mail_is_an_e_mail() -> None:
    unchecked = {"checked": None, "contact": [{"email": "a@example.org"}]}

    assert [told(one) for one in between(unchecked, unchecked | {"contact": [{"email": "b@example.org"}]})] == [
        "an e-mail that is not shown changed"
    ]


def test_of_long_texts_only_what_differs_is_said() -> None:
    words = [f"word{number}" for number in range(60)]
    other = [*words[:30], "changed", *words[31:]]
    (change,) = between({"about": " ".join(words)}, {"about": " ".join(other)})

    assert told(change) == (
        'about changed from "... word26 word27 word28 word29 word30 word31 word32 word33 word34 ..." '
        'to "... word26 word27 word28 word29 changed word31 word32 word33 word34 ..."'
    )


def unchecked(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    old, new = an_edition(a_service(**before)), an_edition(a_service(**after))
    found = changes(all_cards(old, a_site(), {}), all_cards(new, a_site(), {}))
    return [warning(*one) for one in not_checked_again(old, new, found)]


def test_editing_is_not_checking() -> None:
    assert unchecked({}, {"cost": "free"}) == [
        "Victim Support changed, but its last check is still the one of 20 November 2026. "
        "If somebody asked them, write the day in checked: of victim-support-cumbria."
    ]
    assert unchecked({}, {"cost": "free", "checked": {**CHECKED, "on": "2026-11-21"}}) == []
    assert unchecked({"checked": None}, {"checked": None, "cost": "free"}) == []
    assert unchecked({}, {"sources": ["P1"]}) == []


def test_in_markdown_an_author_s_words_stay_words() -> None:
    found = between({}, {"cost": "*free* for @all, see #1 [x](https://example.org)"})

    assert as_markdown(found, []).splitlines() == [
        "## What the public will see change",
        "",
        "1 change to 1 record.",
        "",
        "### Victim Support (service victim-support-cumbria)",
        "",
        r"- cost is new: \*free\* for @<!-- -->all, see \#<!-- -->1 \[x\]\(https://example.org\)",
    ]
