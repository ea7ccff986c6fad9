"""Values -> plain words: days, spans of days, opening hours, ages, languages. The filters that templates use."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache, partial
from typing import Any

from markupsafe import Markup

from generator.l10n.calendar_words import date_in_words, language_name
from generator.l10n.translations import locale_of, pgettext
from generator.model.campaign import Run
from generator.model.fields.dates import LONDON
from generator.model.fields.hours import A_DAY_LONG, ALL_DAY, Hours, Rule
from generator.model.fields.text_direction import direction
from generator.model.service import Ages

WEEK = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
Translate = Callable[[str], str]


def filters(language: str, _: Translate) -> Mapping[str, Callable[..., Any]]:
    """The filters of one language. `_` translates the words between the values."""
    return {
        "day": partial(day, language=language),
        "moment": partial(moment, language=language, _=_),
        "days": partial(days, language=language, _=_),
        "hours": partial(hours, language=language, _=_),
        "ages": partial(ages, _=_),
        "says_a_number": says_a_number,
        "language": partial(language_name, language=language),
        "as_written": partial(as_written, turn=direction(language) == "rtl"),
    }


@lru_cache(maxsize=4096)
def day(value: date, language: str = "en") -> str:
    """1 February 2027."""
    return date_in_words(value, language)


def moment(value: datetime, language: str = "en", _: Translate = str) -> str:
    """1 February 2027, 9am."""
    local = value.astimezone(LONDON)
    return f"{day(local.date(), language)}, {clock(f'{local:%H:%M}', _)}"


def days(run: Run, language: str = "en", _: Translate = str) -> str:
    """1 to 28 February 2027: no month or year is said twice."""
    if run.first == run.last:
        return day(run.first, language)
    year = run.first.year != run.last.year
    month = year or run.first.month != run.last.month
    return _("%(first)s to %(last)s") % {
        "first": date_in_words(run.first, language, month=month, year=year),
        "last": day(run.last, language),
    }


@lru_cache(maxsize=4096)
def hours(value: Hours, language: str = "en", _: Translate = str) -> str:
    """Monday to Friday, 9am to 5pm. Closed on bank holidays."""
    if value.always:
        return _("Day and night, every day")
    sentences = [_rule(rule, value, language, _) for rule in value.said]
    if value.says_nothing_of_bank_holidays:
        sentences.append(_("Not known for bank holidays"))
    return ". ".join(sentences)


def _rule(rule: Rule, whole: Hours, language: str, _: Translate) -> str:
    when = _days_of(rule.days, language, _)
    if not rule.times:
        night = _night_into(rule, whole)
        if night:
            return _("Closed on %(days)s from %(time)s") % {"days": when, "time": minute(night, _)}
        return _("Closed on %(days)s") % {"days": when}
    spans = [
        _("%(start)s to %(end)s") % {"start": minute(start, _), "end": minute(end, _)} for start, end in rule.spans
    ]
    times = _(" and ").join(spans)
    if rule.spans == ALL_DAY:
        times = _("all day and night")
    return f"{when[:1].upper()}{when[1:]}, {times}"


def _night_into(rule: Rule, whole: Hours) -> int:
    """The minute at which the night before ends that runs on into a day on which this rule says closed; else 0."""
    days = whole.week.days
    closed = range(7) if rule.holidays else [day for day in range(7) if rule.fits(day) and not days[day]]
    return max((end - A_DAY_LONG for day in closed for _, end in days[day - 1] if end > A_DAY_LONG), default=0)


def _days_of(names: tuple[str, ...], language: str, _: Translate) -> str:
    if not names or names == ("Mo-Su",):
        return _("every day")
    spoken = []
    for name in names:
        if name == "PH":
            spoken.append(_("bank holidays"))
        elif "-" in name:
            first, last = name.split("-")
            ends = {"first": weekday(first, language, _), "last": weekday_after(last, language, _)}
            spoken.append(_("%(first)s to %(last)s") % ends)
        else:
            spoken.append(weekday(name, language, _))
    if len(spoken) < 2:
        return "".join(spoken)
    return pgettext("days", "%(some)s and %(last)s", _) % {"some": ", ".join(spoken[:-1]), "last": spoken[-1]}


def weekday(name: str, language: str, _: Translate = str) -> str:
    """Mo -> Monday."""
    return _in_words(name, language, _days_in_a_sentence(_))


def weekday_after(name: str, language: str, _: Translate = str) -> str:
    """Mo -> Monday, as it is said after "to", "on" and "until": in Welsh, dydd Llun becomes ddydd Llun."""
    return _in_words(name, language, _days_after_to(_))


def _in_words(name: str, language: str, translated: Sequence[str]) -> str:
    """The translator's word for a day; where there is none, what is generally known of the language."""
    place = WEEK.index(name)
    said = translated[place]
    return said if said != _days_after_to()[place] else str(locale_of(language).days["format"]["wide"][place])


def _days_in_a_sentence(_: Translate = str) -> tuple[str, ...]:
    return (
        pgettext("in a sentence", "Monday", _),
        pgettext("in a sentence", "Tuesday", _),
        pgettext("in a sentence", "Wednesday", _),
        pgettext("in a sentence", "Thursday", _),
        pgettext("in a sentence", "Friday", _),
        pgettext("in a sentence", "Saturday", _),
        pgettext("in a sentence", "Sunday", _),
    )


def _days_after_to(_: Translate = str) -> tuple[str, ...]:
    return (
        pgettext("after to, on, until", "Monday", _),
        pgettext("after to, on, until", "Tuesday", _),
        pgettext("after to, on, until", "Wednesday", _),
        pgettext("after to, on, until", "Thursday", _),
        pgettext("after to, on, until", "Friday", _),
        pgettext("after to, on, until", "Saturday", _),
        pgettext("after to, on, until", "Sunday", _),
    )


def minute(of_day: int, _: Translate = str) -> str:
    """1050 -> 5:30pm; also of the day after: 1560 -> 2am."""
    return clock(f"{of_day // 60 % 24:02}:{of_day % 60:02}", _)


def clock(time: str, _: Translate = str) -> str:
    """17:30 -> 5:30pm; 12:00 -> noon; 24:00 -> midnight."""
    if time in ("00:00", "24:00"):
        return _("midnight")
    if time == "12:00":
        return _("noon")
    hour, minute = int(time[:2]), time[3:]
    half = _("am") if hour < 12 else _("pm")
    return f"{(hour - 1) % 12 + 1}{':' + minute if minute != '00' else ''}{half}"


def ages(value: Ages, _: Translate = str) -> str:
    """Aged 8 to 18."""
    if value.first is not None and value.last is not None:
        return _("aged %(first)s to %(last)s") % {"first": value.first, "last": value.last}
    if value.first is not None:
        return _("aged %(first)s or over") % {"first": value.first}
    return _("aged %(last)s or under") % {"last": value.last}


def says_a_number(text: str) -> bool:
    """Whether somebody who wrote whom a service is for said an age there: then it is not said twice."""
    return any(letter.isdigit() for letter in text)


def as_written(text: str, *, turn: bool) -> str:
    """A number, an e-mail address or a host: among words read from right to left its parts would change places."""
    return Markup('<bdi dir="ltr">{}</bdi>').format(text) if turn else text
