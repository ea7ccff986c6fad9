"""Opening hours as people type them: one meaning is taken, two are asked, and words that are no hours are a note."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.fields.hours import ALWAYS, hours
from generator.model.fields.typed_hours import TypedHours, read_hours, taken_hours
from tests.builders import ANY_INPUT

DAILY = "Mo-Su 09:00-17:00"
WORKDAYS = "Mo-Fr 09:00-17:00"
ONE_MEANING = {
    "24 Hours per Day": "24/7",
    "24 Hours/Day, 7 Days/Week": "24/7",
    "24 hours, 7 days a week, 365 days a year": "24/7",
    "24 hours a day, 7 days a week": "24/7",
    "24hr": "24/7",
    "24hrs": "24/7",
    "24-hours a day": "24/7",
    "24/7/365": "24/7",
    "Always open": "24/7",
    "Mon-sun 0am-11:59pm": "24/7",
    "09:00AM-05:00PM Mon-Wed": "Mo-We 09:00-17:00",
    "9 am to 5:00 pm Mondays through Wednesdays": "Mo-We 09:00-17:00",
    "9-5 Weekdays": WORKDAYS,
    "9-5 Mon to Fri": WORKDAYS,
    "9am to 5pm, Monday to Friday": WORKDAYS,
    "Monday 0900-1700": "Mo 09:00-17:00",
    "Monday 900-1700": "Mo 09:00-17:00",
    "Monday 9a-5p": "Mo 09:00-17:00",
    "Friday's 9:00am - 5:00pm": "Fr 09:00-17:00",
    "Monday 9:00 - 5:00pm": "Mo 09:00-17:00",
    "Mon to Fri 9 a.m. to 5 p.m.": WORKDAYS,
    "9am - 5pm daily": DAILY,
    "9:00am - 5:00pm Every Day": DAILY,
    "Monday - Friday 9:00 am - 5:00 pm Saturdays 9:00 am - 5:00 pm": "Mo-Fr 09:00-17:00; Sa 09:00-17:00",
    "Phones and webchat are open 8am to 6pm Monday to Friday": "Mo-Fr 08:00-18:00",
    "Open Mon-Fri 9am-5pm": WORKDAYS,
    "8am to 6pm, Monday to Friday": "Mo-Fr 08:00-18:00",
    "Monday to Friday 8am to 6pm": "Mo-Fr 08:00-18:00",
    "Mon-Thurs 9am-5pm Fri 9am-4.30pm": "Mo-Th 09:00-17:00; Fr 09:00-16:30",
    "Mon-Thu 9am-5pm, Fri 9am-4pm": "Mo-Th 09:00-17:00; Fr 09:00-16:00",
    "Mon to Fri 9am to 5pm and Sat 10am to 1pm": "Mo-Fr 09:00-17:00; Sa 10:00-13:00",
    "Mon-Thurs 9.30am-4.30pm": "Mo-Th 09:30-16:30",
    "Mon-Fri 10am-1pm and 2pm-4pm": "Mo-Fr 10:00-13:00,14:00-16:00",
    "Mon-Fri 10am-1pm & 2pm-4pm": "Mo-Fr 10:00-13:00,14:00-16:00",
    "Mon-Fri 10am-1pm, 2pm-4pm": "Mo-Fr 10:00-13:00,14:00-16:00",
    "Mon-Fri 10am-1pm and 2-4pm": "Mo-Fr 10:00-13:00,14:00-16:00",
    "9am-1pm Mon, 2pm-5pm Tue": "Mo 09:00-13:00; Tu 14:00-17:00",
    "Mon - Fri 9am - 5pm excluding bank holidays": "Mo-Fr 09:00-17:00; PH off",
    "Mon-Fri 9am-5pm (except bank holidays)": "Mo-Fr 09:00-17:00; PH off",
    "Mon-Fri 9am-5pm (not bank holidays)": "Mo-Fr 09:00-17:00; PH off",
    "Weekdays 9am-5pm; closed bank holidays": "Mo-Fr 09:00-17:00; PH off",
    "Mon-Sun 10am-4pm including bank holidays": "Mo-Su,PH 10:00-16:00",
    "Mon-Sun 10am-4pm; bank holidays 10am-noon": "Mo-Su 10:00-16:00; PH 10:00-12:00",
    "Mon-Fri 9am-8pm, Sat & Sun 9am-5pm": "Mo-Fr 09:00-20:00; Sa,Su 09:00-17:00",
    "Monday-Friday: 8pm-10pm": "Mo-Fr 20:00-22:00",
    "Sat-Sun 6pm-2am": "Sa-Su 18:00-02:00",
    "Mon 5pm-9am": "Mo 17:00-09:00",
    "7 days a week, 8am - 11pm": "Mo-Su 08:00-23:00",
    "Everyday 10am-10pm": "Mo-Su 10:00-22:00",
    "365 days a year, 9am to 9pm": "Mo-Su,PH 09:00-21:00",
    "Tuesday 6.30pm-9pm": "Tu 18:30-21:00",
    "Tuesdays: 13:00 to 15:30": "Tu 13:00-15:30",
    "Mon 9.30am–1pm": "Mo 09:30-13:00",
    "Mon – Fri 9.00am - 5.30pm": "Mo-Fr 09:00-17:30",
    "Monday to Friday: 9:00 - 17:00": WORKDAYS,
    "Mon-Fri 9am-12pm": "Mo-Fr 09:00-12:00",
    "Daily 8am - midnight": "Mo-Su 08:00-24:00",
    "Daily 8pm-12am": "Mo-Su 20:00-24:00",
    "12am-6am daily": "Mo-Su 00:00-06:00",
    "Mon-Fri 12-4pm": "Mo-Fr 12:00-16:00",
    "Mon-Fri 2-4pm": "Mo-Fr 14:00-16:00",
    "Mon 12-1": "Mo 12:00-13:00",
    "Mon-Fri 9-5pm": WORKDAYS,
    "Mon-Fri 9-11am": "Mo-Fr 09:00-11:00",
    "Mon-Fri 10-2pm": "Mo-Fr 10:00-14:00",
    "Saturday 10-2": "Sa 10:00-14:00",
    "mon to sun 8 until 8": "Mo-Su 08:00-20:00",
    "Mon-Fri 8am-8": "Mo-Fr 08:00-20:00",
    "Monday 17:00-19:00": "Mo 17:00-19:00",
    "Mo 9.00 - 17.00 Uhr": "Mo 09:00-17:00",
    "Tues 9-17": "Tu 09:00-17:00",
    "Mon- Fri: 9:00am - 5:30pm": "Mo-Fr 09:00-17:30",
    "Mon. - Fri. 9am-5pm": WORKDAYS,
    "M-F 9am-5pm": WORKDAYS,
    "Mon/Wed/Fri 10am-4pm": "Mo,We,Fr 10:00-16:00",
    "Mon; Wed; Fri 10am-4pm": "Mo,We,Fr 10:00-16:00",
    "Mon, Wed and Fri 10am to noon": "Mo,We,Fr 10:00-12:00",
    "Mon–Fri 09:00–17:00; Sat 10:00–14:00; Sun closed": "Mo-Fr 09:00-17:00; Sa 10:00-14:00; Su off",
    "Mon-Fri 9am-5pm; Sat/Sun closed": "Mo-Fr 09:00-17:00; Sa,Su off",
    "Mon 9am-5pm, Tue 10am-4pm, closed Wed": "Mo 09:00-17:00; Tu 10:00-16:00; We off",
    # Two rules that give times to one day: people mean both.
    "Mon-Fri 9am-5pm and Wed 6pm-8pm": "Mo,Tu,Th,Fr 09:00-17:00; We 09:00-17:00,18:00-20:00",
    "Mon-Fri 10am-1pm; Mon-Fri 2pm-4pm": "Mo-Fr 10:00-13:00,14:00-16:00",
    "Daily 9am-5pm, Thurs 5pm-9pm": "Mo-We,Fr-Su 09:00-17:00; Th 09:00-21:00",
    "Mo 09:00-12:00; Mo 14:00-17:00": "Mo 09:00-12:00,14:00-17:00",
    # As files have them, and with the dashes of word processors.
    "24/7": "24/7",
    "Mo-Fr 09:00-17:00; PH off": "Mo-Fr 09:00-17:00; PH off",
    "Mo–Fr 09:00–17:00": WORKDAYS,
    "Mo\u2011Fr 09:00\u221217:00": WORKDAYS,
}
SEVERAL_MEANINGS = {
    "All Day": ("24/7", WORKDAYS),
    "9am-5pm": (WORKDAYS, DAILY),
    "9-5": (WORKDAYS, DAILY),
    "Mon-Fri 6-8pm": ("Mo-Fr 06:00-20:00", "Mo-Fr 18:00-20:00"),
    "Mon-Fri 6pm-8": ("Mo-Fr 18:00-08:00", "Mo-Fr 18:00-20:00"),
    "Wed 7-9": ("We 07:00-09:00", "We 19:00-21:00"),
    "Mon 1-5": ("Mo 01:00-05:00", "Mo 13:00-17:00"),
    "Mon 9:00-5:00": ("Mo 09:00-17:00", "Mo 21:00-05:00"),
    "Mon-Fri 9am-12am": ("Mo-Fr 09:00-24:00", "Mo-Fr 09:00-12:00"),
    "Mon-Fri 12am-12pm": ("Mo-Fr 00:00-12:00", "Mo-Fr 12:00-24:00"),
    "Daily 12pm-8am": ("Mo-Su 00:00-08:00", "Mo-Su 12:00-08:00"),
    "T 9am-5pm": ("Tu 09:00-17:00", "Th 09:00-17:00"),
    "M-S 9am-5pm": ("Mo-Sa 09:00-17:00", "Mo-Su 09:00-17:00"),
}
NOTES = {
    "By appointment only": ("", "By appointment only."),
    "Monday to Friday 9am to 5pm, term time only": ("", "Monday to Friday 9am to 5pm, term time only."),
    "Wednesdays 7pm-9.30pm, alternate weeks": ("", "Wednesdays 7pm-9.30pm, alternate weeks."),
    "First Monday of the month 10am-12pm": ("", "First Monday of the month 10am-12pm."),
    "office hours": ("", "Office hours."),
    "Mon-Fri 9am-5pm, 24hr answerphone": (WORKDAYS, "24hr answerphone."),
    "Mon-Fri 9am-5pm with a 24 hour voicemail": (WORKDAYS, "With a 24 hour voicemail."),
    "Mon-Fri 9am-5pm (24/7 answerphone)": (WORKDAYS, "24/7 answerphone."),
    "Mon-Fri 9am-5pm plus 24-hour answering service": (WORKDAYS, "Plus 24-hour answering service."),
    "Mon-Fri 9am-5pm; 24 hrs online form": (WORKDAYS, "24 hrs online form."),
    "Mon-Fri 9am-5pm; voicemail 24/7": (WORKDAYS, "Voicemail 24/7."),
    "24hr answerphone": ("", "24hr answerphone."),
    "24/7 email": ("", "24/7 email."),
    "Mon-Fri 9am-5pm, answerphone at other times": (WORKDAYS, "Answerphone at other times."),
    "Monday to Friday (0800-1600), outside those hours call the other number": (
        "Mo-Fr 08:00-16:00",
        "Outside those hours call the other number.",
    ),
}
NEITHER = ["Mon 13pm-5pm", "Mon 9-25", "25:00-26:00", "Closed", "", "; ", "Call 01632 960111", "ask help@example.org"]
NEITHER += ["Mon 9am-5pm, outside these hours call 01632 960111", "see www.example.org"]


@pytest.mark.parametrize(("typed", "written"), ONE_MEANING.items())
def test_hours_with_one_meaning_are_taken(typed: str, written: str) -> None:
    assert read_hours(typed) == TypedHours(written)
    assert hours(written).day_given_twice is None


@pytest.mark.parametrize(("typed", "choices"), SEVERAL_MEANINGS.items())
def test_hours_with_two_meanings_are_asked(typed: str, choices: tuple[str, ...]) -> None:
    assert read_hours(typed) == TypedHours(choices=choices)
    with pytest.raises(ValueError, match="can mean") as asked:
        taken_hours(typed)
    assert str(asked.value) == f"'{typed}' can mean {' or '.join(choices)}; write the one that is right"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Mon 9am-12pm, Mon 11am-3pm", "Mo 09:00-15:00"),
        ("Mo 09:00-12:00; Mo 11:00-15:00", "Mo 09:00-15:00"),
        ("Mon 9am-1pm, Mon 12pm-3pm, Mon 2pm-6pm", "Mo 09:00-18:00"),
        ("Mon 9am-12pm, Mon 11am-3pm, Tue 9am-5pm", "Mo 09:00-15:00; Tu 09:00-17:00"),
        ("Mon 9am-5pm, Tue 9am-5pm, Mon 4pm-7pm", "Mo 09:00-19:00; Tu 09:00-17:00"),
        ("9am-5pm Mon, 11am-7pm Mon", "Mo 09:00-19:00"),
        ("Mon 8pm-2am, Mon 10pm-3am", "Mo 20:00-03:00"),
        ("Mon 10pm-2am, Mon 1am-3am", "Mo 01:00-03:00,22:00-02:00"),
        ("Mon 10pm-2am, Tue 1am-3am", "Mo 22:00-02:00; Tu 01:00-03:00"),
        ("Mon 9am-5pm, Mon 9am-5pm", "Mo 09:00-17:00"),
        ("Mon 9am-12pm, Mon 9am-5pm", "Mo 09:00-17:00"),
        ("Mon-Fri 9am-5pm, bank holidays 10am-2pm, bank holidays 1pm-4pm", "Mo-Fr 09:00-17:00; PH 10:00-16:00"),
        ("Mon-Fri 9-5, Fri 9-4", "Mo-Th 09:00-17:00; Fr 09:00-16:00"),
        ("Mon-Sun 9am-5pm, Sat 10am-2pm", "Mo-Fr,Su 09:00-17:00; Sa 10:00-14:00"),
        ("Mon-Fri 9am-5pm, Wed 9am-8pm", "Mo,Tu,Th,Fr 09:00-17:00; We 09:00-20:00"),
    ],
)
def test_times_of_one_day_that_overlap_are_joined_and_a_plain_exception_stays_one(typed: str, written: str) -> None:
    assert read_hours(typed) == TypedHours(written)


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        ("Mon-Fri 9am-5pm, Fri 4pm-6pm", ("Mo-Th 09:00-17:00; Fr 09:00-18:00", "Mo-Th 09:00-17:00; Fr 16:00-18:00")),
        ("Fri 9am-4pm, Mon-Fri 9am-5pm", ("Mo-Th 09:00-17:00; Fr 09:00-16:00", "Mo-Fr 09:00-17:00")),
        ("Mon 9am-5pm, Mon 9am-4pm", ("Mo 09:00-17:00", "Mo 09:00-16:00")),
        ("Mo 09:00-17:00; Mo 10:00-12:00", ("Mo 09:00-17:00", "Mo 10:00-12:00")),
        (
            "Mon-Wed 9am-5pm, Wed-Fri 4pm-7pm",
            (
                "Mo,Tu 09:00-17:00; We 09:00-19:00; Th,Fr 16:00-19:00",
                "Mo,Tu 09:00-17:00; We-Fr 16:00-19:00",
                "Mo-We 09:00-17:00; Th,Fr 16:00-19:00",
            ),
        ),
    ],
)
def test_times_of_one_day_that_contradict_each_other_are_asked(typed: str, choices: tuple[str, ...]) -> None:
    assert sorted(read_hours(typed).choices) == sorted(choices)


@pytest.mark.parametrize("typed", ["Mon 9am-5pm, Mon closed", "Mo 09:00-17:00; Mo off"])
def test_a_day_that_is_open_and_closed_is_neither_hours_nor_a_note(typed: str) -> None:
    assert read_hours(typed) == TypedHours()


@given(st.lists(st.tuples(st.integers(0, 22), st.integers(1, 24)).filter(lambda span: span[0] < span[1]), min_size=1))
def test_no_time_that_is_typed_for_a_day_is_dropped_in_silence(spans: list[tuple[int, int]]) -> None:
    found = read_hours("; ".join(f"Mo {start:02}:00-{end:02}:00" for start, end in spans))
    days = [hours(text).week.days[0] for text in (found.hours, *found.choices) if text]

    for start, end in spans:
        assert any(left <= start * 60 and end * 60 <= right for day in days for left, right in day), found


@pytest.mark.parametrize(("typed", "found"), NOTES.items())
def test_words_that_are_no_hours_are_a_note_and_times_of_some_weeks_are_never_open_now(
    typed: str, found: tuple[str, str]
) -> None:
    assert read_hours(typed) == taken_hours(typed) == TypedHours(*found)


@pytest.mark.parametrize("typed", NEITHER)
def test_times_that_are_none_and_numbers_among_the_words_are_neither_hours_nor_a_note(typed: str) -> None:
    assert read_hours(typed) == TypedHours()
    with pytest.raises(ValueError, match=r"no hours|can read"):
        taken_hours(typed)


@given(st.text() | st.text("MonTueFriSat 0123456789-:;,.apmto&()/", max_size=40))
@ANY_INPUT
def test_no_text_breaks_it_and_what_it_gives_is_right(text: str) -> None:
    found = read_hours(text)
    for written in filter(None, (found.hours, *found.choices)):
        assert hours(written).text == written
    assert not (found.hours and found.choices)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        *((text, ALWAYS) for text in ("Open 24 hours", "open 24/7", "24x7", "twenty-four hours", "Round the clock")),
        ("We're open 24 hours a day, 7 days a week", ALWAYS),
        ("Mon-Sun 12am-12am", ALWAYS),
        ("24/7 except bank holidays", "Mo-Su 00:00-24:00; PH off"),
        ("24/7, including bank holidays", ALWAYS),
        ("Mon-Fri 12 noon - 5pm", "Mo-Fr 12:00-17:00"),
        ("Mon-Fri 9am-12noon", "Mo-Fr 09:00-12:00"),
        ("Fri 8pm - 12 midnight", "Fr 20:00-24:00"),
        ("Mon-Fri 9 till 5", "Mo-Fr 09:00-17:00"),
        ("Mon-Fri 9am 'til 5pm", "Mo-Fr 09:00-17:00"),
        ("Mon ~ Fri 9am～5pm", "Mo-Fr 09:00-17:00"),
        ("Mon-Fri 9am-5pm / Sat 10am-1pm", "Mo-Fr 09:00-17:00; Sa 10:00-13:00"),
        ("Mon-Fri 9am-5pm | Sat 10am-1pm", "Mo-Fr 09:00-17:00; Sa 10:00-13:00"),
        ("Every weekday 9-5", "Mo-Fr 09:00-17:00"),
        ("All week 9-5", "Mo-Su 09:00-17:00"),
        ("each day 9-5", "Mo-Su 09:00-17:00"),
    ],
)
def test_day_and_night_and_noon_are_known_in_more_of_their_words(typed: str, read: str) -> None:
    assert read_hours(typed) == TypedHours(read)


@pytest.mark.parametrize(
    ("typed", "hours", "note"),
    [
        ("Mon-Fri 9am-5pm (answerphone at other times)", "Mo-Fr 09:00-17:00", "Answerphone at other times."),
        ("Mon-Fri 9am-5pm (by appointment only)", "", "Mon-Fri 9am-5pm (by appointment only)."),
        ("Mon-Fri 9am–5pm (closed at Christmas)", "", "Mon-Fri 9am–5pm (closed at Christmas)."),
        ("Apr-Sep: Mon-Fri 9am-5pm", "", "Apr-Sep: Mon-Fri 9am-5pm."),
        ("Closed Mondays", "", "Closed Mondays."),
        ("(By appointment)", "", "(By appointment)."),
    ],
)
def test_a_note_keeps_every_letter_and_both_its_brackets(typed: str, hours: str, note: str) -> None:
    assert read_hours(typed) == TypedHours(hours, note)


@pytest.mark.parametrize("typed", ["Mon 24:00-02:00", "Fri 22:00-28:00", "Mon-Fri 9am-9am"])
def test_no_day_begins_at_its_end_and_none_has_more_than_24_hours(typed: str) -> None:
    assert read_hours(typed) == TypedHours()
