"""The Welsh that ships: whole, in six forms, with the places that its English keeps; nobody claims to have read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest
from babel.messages import Catalog
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from generator.l10n import formats
from generator.l10n.alphabet import sort_key
from generator.l10n.plurals import forms
from generator.l10n.po_file import A_VALUE
from generator.l10n.translations import PoTranslations, translations
from generator.model.campaign import Run
from generator.model.fields.hours import hours as read_hours
from generator.model.service import Ages
from tests.sites import ROOT

WORDS = ROOT / "overrides" / "words"
MARKS = re.compile(r"Unread\.|Read by .+\.|Seen in Welsh: .+\.|No Welsh was found for this: it stays as it is\.")
"""What stands above a text: how it may be trusted."""
NOTHING_TO_READ = re.compile(r"%%?(?:\(\w+\))?[sd]|[^a-z]")


@cache
def welsh() -> PoTranslations:
    return translations(WORDS, "cy")


@cache
def catalogue(name: str) -> Catalog:
    with (WORDS / name).open("rb") as file:
        return read_po(file, locale="cy")


def texts() -> Iterator[tuple[str, Message, tuple[str, ...]]]:
    """The English, the entry, and each form that it has in Welsh."""
    for message in catalogue("cy.po"):
        if message.id:
            english = message.id if isinstance(message.id, str) else message.id[1]
            yield english, message, (message.string,) if isinstance(message.string, str) else tuple(message.string)


def test_each_text_has_an_entry_and_there_is_no_other() -> None:
    known = {(message.context, message.id) for message in catalogue("template.pot")}

    assert {(message.context, message.id) for message in catalogue("cy.po")} == known


def test_what_has_welsh_has_it_in_every_form() -> None:
    halves = [english for english, _, said in texts() if any(said) and not all(said)]

    assert halves == []
    assert {len(said) for _, message, said in texts() if isinstance(message.id, tuple)} == {6}


def test_a_text_keeps_the_places_that_its_english_keeps() -> None:
    """But the bars between ways to find something, which Welsh has its own of; and a number, where there is none."""
    other: list[tuple[str, str]] = []
    for english, message, said in texts():
        for number, form in enumerate(said):
            kept = sorted(set(A_VALUE.findall(english)) - {"|"})
            if form and not message.fuzzy and sorted(set(A_VALUE.findall(form)) - {"|"}) != kept:
                other.append((english, form)) if number or len(said) == 1 else None

    assert other == []


def test_each_text_says_whether_anybody_has_read_it() -> None:
    unmarked = [
        english
        for english, message, said in texts()
        if any(said) and NOTHING_TO_READ.sub("", said[-1]) and not any(map(MARKS.fullmatch, message.user_comments))
    ]

    assert unmarked == []


def test_nobody_is_said_to_have_read_what_nobody_has() -> None:
    """A reader puts their own name there: until one does, there is none, and most of it says so."""
    reading = welsh().reading

    assert reading.readers == {}
    assert len(reading.unread) > 500


@pytest.mark.parametrize("text", ["a(c)", " & ", "ﬁ", "\N{REPLACEMENT CHARACTER}"])
def test_what_locale_data_and_machines_leave_in_welsh_is_nowhere(text: str) -> None:
    assert [english for english, _, said in texts() if text in " ".join(said)] == []


def test_nothing_stands_after_a_word_that_would_change_it() -> None:
    """No value after a preposition, a number or a short verb: what is put there would have to mutate."""
    softens = re.compile(r"\b(?:i|o|ar|am|at|dan|gan|heb|drwy|trwy|neu|dy|ei|yn|a|â|gyda|tua|fy)\s+%\((\w+)\)")
    changed = [
        (english, found)
        for english, _, said in texts()
        for found in softens.findall(said[-1])
        if found not in {"last", "end", "time"}  # days in their form for it, and numbers, which stay
    ]

    assert [one for one in changed if one[0] != "%(some)s and %(last)s"] == []


def test_a_number_takes_the_words_of_its_form() -> None:
    said = [welsh().ngettext("1 result", "{} results", number) for number in (0, 1, 2, 3, 6, 16)]

    assert said == ["Dim canlyniadau", *["Canlyniadau: {}"] * 5]
    assert forms(welsh(), "1 result", "{} results") == {"zero": "Dim canlyniadau", "other": "Canlyniadau: {}"}


# Days, hours and lists


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2027-01-11", "2027-01-24", "11 i 24 Ionawr 2027"),
        ("2027-01-28", "2027-02-03", "28 Ionawr i 3 Chwefror 2027"),
        ("2027-12-11", "2028-01-02", "11 Rhagfyr 2027 i 2 Ionawr 2028"),
        ("2026-02-01", "2027-02-28", "1 Chwefror 2026 i 28 Chwefror 2027"),
        ("2027-08-02", "2027-08-02", "2 Awst 2027"),
    ],
)
def test_a_span_of_days_is_said_in_welsh(first: str, last: str, said: str) -> None:
    run = Run.model_validate({"from": first, "to": last})

    assert formats.days(run, "cy", welsh().gettext) == said
    assert formats.days(run, "cy-GB", welsh().gettext) == said


def test_each_month_has_its_name_whatever_locale_data_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.l10n.calendar_words.format_date", lambda *_, **__: "locale data")
    said = [formats.day(date(2031, month, 11), "cy") for month in range(1, 13)]

    assert said == [
        f"11 {month} 2031"
        for month in "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr".split()
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Mo-Fr 09:00-17:00; PH off", "Dydd Llun i ddydd Gwener, 9am i 5pm. Ar gau: gwyliau banc"),
        ("Sa-Su 10:00-12:00; PH off", "Dydd Sadwrn i ddydd Sul, 10am i hanner dydd. Ar gau: gwyliau banc"),
        ("Sa,Su 10:00-12:00; PH off", "Dydd Sadwrn a dydd Sul, 10am i hanner dydd. Ar gau: gwyliau banc"),
        ("Mo,We,Fr 12:00-24:00; PH off",
         "Dydd Llun, dydd Mercher a dydd Gwener, hanner dydd i hanner nos. Ar gau: gwyliau banc"),
        ("Mo-Th,Su 09:00-10:00; PH off",
         "Dydd Llun i ddydd Iau a dydd Sul, 9am i 10am. Ar gau: gwyliau banc"),
        ("Mo 09:00-12:00,13:00-17:00; PH off", "Dydd Llun, 9am i hanner dydd, 1pm i 5pm. Ar gau: gwyliau banc"),
        ("Mo-Fr,PH 10:00-16:00", "Dydd Llun i ddydd Gwener a gwyliau banc, 10am i 4pm"),
        ("Fr 20:00-02:00; Sa,PH off", "Dydd Gwener, 8pm i 2am. Ar gau: dydd Sadwrn a gwyliau banc, o 2am"),
        ("24/7", "24 awr y dydd, 7 diwrnod yr wythnos"),
        ("Mo-Su 09:00-17:30; PH off", "Bob dydd, 9am i 5:30pm. Ar gau: gwyliau banc"),
    ],
)  # fmt: skip
def test_hours_are_said_in_welsh(text: str, said: str) -> None:
    assert formats.hours(read_hours(text), "cy", welsh().gettext) == said


DAYS = "Llun Mawrth Mercher Iau Gwener Sadwrn Sul".split()


@pytest.mark.parametrize(("name", "said"), [*zip(formats.WEEK, DAYS, strict=True)])
def test_a_day_is_softened_after_to_on_and_until(name: str, said: str) -> None:
    assert formats.weekday(name, "cy", welsh().gettext) == f"dydd {said}"
    assert formats.weekday_after(name, "cy", welsh().gettext) == f"ddydd {said}"


@pytest.mark.parametrize(("time", "said"), [("12:00", "hanner dydd"), ("24:00", "hanner nos"), ("00:00", "hanner nos"),
                                            ("09:00", "9am"), ("17:05", "5:05pm")])  # fmt: skip
def test_noon_and_midnight_are_words_and_other_times_are_as_public_bodies_write_them(time: str, said: str) -> None:
    assert formats.clock(time, welsh().gettext) == said


@pytest.mark.parametrize(
    ("ages", "said"),
    [({"from": 11, "to": 17}, "11 i 17 oed"), ({"from": 16}, "16 oed neu'n hŷn"), ({"to": 25}, "25 oed neu'n iau")],
)
def test_ages_are_said_in_welsh(ages: dict[str, int], said: str) -> None:
    assert formats.ages(Ages.model_validate(ages), welsh().gettext) == said


@pytest.mark.parametrize(
    ("first", "second"),
    [("Cwm", "Chwarae"), ("Dwr", "Ddoe"), ("Fory", "Ffair"), ("Gwyn", "Ngwynedd"), ("Ngwynedd", "Haf"),
     ("Lôn", "Llais"),
     ("Pysgod", "Phil"), ("Rygbi", "Rhaid"), ("Sul", "Taid"), ("Tyst", "Theatr"), ("ty", "tŷ"), ("Aelwyd", "Bala"),
     ("Uwch", "Wal"), ("Wy", "Ynys"), ("Canu", "Ceredigion"), ("cam-drin", "Camau")],
)  # fmt: skip
def test_pairs_of_words_stand_in_the_order_of_the_welsh_alphabet(first: str, second: str) -> None:
    assert sort_key(first, "cy") < sort_key(second, "cy")
