"""The words in which people give opening hours, as patterns: days, spans, what goes before and what behind."""

from __future__ import annotations

import re

from generator.model.fields.typed_time_ranges import A_SPAN

EVERY = {"mo": "Mo", "tu": "Tu", "we": "We", "th": "Th", "fr": "Fr", "sa": "Sa", "su": "Su"}
SEVERAL = {
    "(?:every |each )?weekdays?": "Mo-Fr",
    "weekends?": "Sa,Su",
    r"daily|every ?day|each day|all week|(?:7|seven) days(?: ?(?:a|per|/) ?week)?": "Mo-Su",
    r"365 days(?: ?(?:a|per|/) ?year)?": "Mo-Su,PH",
    r"(?:bank|public) holidays?": "PH",
}
ONE_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,7}(?:'s)?\.?|(?:mo|tu|we|th|fr|sa|su)\b\.?|[mtwfs]\b"
SOME_DAYS = rf"(?:{'|'.join(SEVERAL)}|{ONE_DAY})"
A_ROW = rf"{SOME_DAYS}(?: ?(?:-|to\b|,(?: ?and\b)?|/|and\b) ?{SOME_DAYS})*"
PARTS = re.compile(
    rf"(?P<skip>[\s,;:./|]+|(?:and|on|from|between|open|hours|hrs|uhr)\b)|(?P<closed>closed\b|off\b)|"
    rf"(?P<days>(?<![a-z]){A_ROW}(?![a-z]))|(?P<span>{A_SPAN})|(?P<whole>24 ?(?:hours|hrs|hr|h)\b)"
)
DAY_AND_NIGHT = re.compile(
    r"24 ?[/x] ?7(?: ?/ ?365)?|always(?: open)?|day and night|(?:a?round|all day,? all night|all) the clock|"
    r"(?:24|twenty[- ]?four)[ -]?(?:hours|hour|hrs|hr|h)(?:(?: a | per | ?/ ?)day)?"
    r"(?:,? ?(?:(?:7|seven) days(?:(?: a | per | ?/ ?)week)?|every ?day|365 days(?:(?: a | per | ?/ ?)year)?))*"
)
OPEN = re.compile(r"^(?:(?:we are|we're|lines?|it is|it's) )?(?:open|available|staffed)(?: all day,?)? ")
ALL_WEEK_LONG = re.compile(r"^(?:(?:open|available|staffed) )?24 ?[/x] ?7\b")
UNTIL = re.compile(r"\bthrough\b|\bthru\b|\b(?:un)?till?\b|'til\b")
TWELVE = re.compile(r"\b12 ?(noon|midday|midnight)\b")
A_WAVE = re.compile("[~\N{TILDE OPERATOR}\N{WAVE DASH}\N{FULLWIDTH TILDE}]")
"""What some people put where others put a dash."""
A_LEAD = re.compile(
    r"(?:(?:the|our|we|they|phones?|lines?|phone ?lines?|helplines?|web ?chat|live chat|chat|office|and|,) ?)*"
    r"(?:are |is )?(?:open(?:ing)?(?: hours| times)?|staffed|answered|available)(?: from| between)?:? "
)
NOT_ON_HOLIDAYS = re.compile(
    r"[,;]? ?\b(?:excluding|excl?\.?|except(?:ing)?(?: for| on)?|(?:but )?not(?: on| including)?|apart from|other than)"
    r" (?:all |uk |english )*(?:bank|public)(?: and (?:bank|public))? holidays?"
)
CLOSED_THEN = "; bank holidays closed"
ON_HOLIDAYS_TOO = re.compile(r"[,;]? ?\b(?:including|incl?\.?) (?:all )?(?:bank|public) holidays?")
ROUND_THE_CLOCK = (
    r"(?:(?:and|plus|with) )?(?:(?:an?|our) )?"
    r"(?:24 ?[/x] ?7|(?:24|twenty[- ]?four)[ -]?(?:hours|hour|hrs|hr|h)|all[- ]day|round the clock)"
)
NOBODY_SPEAKS = (
    r"answer[ -]?phones?|answering (?:machine|service)|ansa ?phone|voice ?mails?|message service|e-?mails?|"
    r"(?:online |web ?|contact |referral )?forms?|web ?site|recorded|on[- ]?call|text(?:s| messages?)"
)
"""What answers at hours at which nobody does: "Mon-Fri 9-5, 24hr answerphone" is open from nine to five."""
AT_OTHER_TIMES = re.compile(
    r"[,;.-]? ?(?<![\w/])(?P<rest>(?:outside|out of|at (?:all )?other times|at any other time|otherwise|after hours|"
    rf"(?:{ROUND_THE_CLOCK} )?(?:{NOBODY_SPEAKS})|leave a message)\b.*)"
)
TWO_DAYS = {"t": ("tue", "thu"), "s": ("sat", "sun")}
A_LETTER = re.compile(r"(?<![a-z0-9'.])([ts])(?![a-z.])")
A_WORD = re.compile(r"[^\W\d_]{2}")
A_WAY = re.compile(r"\d[\d ()-]{6,40}\d|@|://|\bwww\.")
"""A number, an e-mail or web address: never in a note, where nobody would check it."""
