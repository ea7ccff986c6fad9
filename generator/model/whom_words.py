"""The words of a service and of one of its numbers -> which of them say that it takes some people only.

Who a service is for has a field of its own, `who:`. Where that was left out and the words say it, the words count: a
line that calls itself one for deaf children is not for everyone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

AN_AGE = re.compile(
    r"\b(?:aged?|under|over|from|above|below)\s\s{0,9}\d|\d\s{0,9}(?:\+|(?:and|or)\s(?:over|under|above|older|younger))",
    re.IGNORECASE,
)
AN_ONLY = re.compile(
    r"\bonly\s(?:for|if|with|after|where)\b|\b(?:women|men|girls|boys|children|adults|people|residents|members|"
    r"professionals|speakers|clients|patients|students|staff|appointment)\sonly\b|\bin\s(?!english\b)\w{1,20}\sonly\b|"
    r"\b(?:existing|current|registered)\s(?:clients|members|patients|service\susers|users)\b|"
    r"\bpeople\s(?:that\s|whom?\s)?(?:we|they)\s(?:already\s|now\s)?(?:help|support|work\swith)\b|"
    r"(?<!not\s)(?<!n't\s)(?<!never\s)\bneed\s(?:a|your)\s(?:crime|police|case)\s(?:reference\s)?number\b|"
    r"\bmust\shave\sreported\b|\breferred\sby\b|\b(?:people|those)\swith\sa\s(?:crime|police|case)\s(?:reference\s)?number\b",
    re.IGNORECASE,
)
GROUPS: Mapping[str, str] = {
    "women": r"wom[ae]n|girls?|females?|ladies",
    "men": r"men|boys?|males?|gentlemen|lads",
    "children": r"childrens?|kids|young(?:er)?\s(?:people|persons?|women|men|victims|survivors)|youths?|"
    r"teen(?:ager)?s?|under[- ]?\d\ds?|pupils",
    "adults": r"adults?|grown[- ]ups",
    "others": r"students?|older\s(?:people|adults|women|men|victims)|elderly|pensioners|deaf|hard[- ]of[- ]hearing|"
    r"disabled|(?:learning\s)?disabilit(?:y|ies)|autistic|lgbt\w{0,4}|gay|lesbians?|bisexual|trans(?:gender)?|black(?!\scountry)|"
    r"minoritised|asian|muslims?|jewish|jews|sikhs?|hindus?|gyps(?:y|ies)|roma|travellers(?!\srest)|migrants?|refugees?|"
    r"parents|mothers|mums|fathers|dads|carers|veterans|prisoners|farmers|sailors|residents|speakers|sex\sworkers|asylum\sseekers|wheelchair\susers|bereaved|staff|professionals|agencies|referrers",
}
A_GROUP = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"(?P<{name}>{words})" for name, words in GROUPS.items()) + r")(?![\w-])",
    re.IGNORECASE,
)
FOR_SOME = re.compile(
    r"(?:^|(?<=[.!?]\s))For\b[^.!?]{1,200}|\b(?:is|are|line|helpline|help|support|service)\sfor\b[^.!?]{1,200}"
)
"""A sentence of a note or of a summary that says for whom: "For women and girls."; not "Men can call too."."""
EVERYBODY = re.compile(
    r"\b(?:any(?:one|body)(?!\s(?:who\s(?:is|are|lives)|aged|under|over|with)\b)|every(?:one|body)|whoever|"
    r"all\s(?:ages|genders|people|victims|survivors)|any\s(?:age|gender))\b",
    re.IGNORECASE,
)
A_LANGUAGE = re.compile(
    r"\b(?:language\sline|welsh|polish|polski|urdu|punjabi|panjabi|bengali|arabic|romanian|ukrainian|somali|farsi|turkish|"
    r"hindi|gujarati|cantonese|mandarin|portuguese|spanish|french|bsl)\b",
    re.IGNORECASE,
)
ONLY_AT_ITS_END = re.compile(r"(?<!phone)(?<!calls)(?<!voice)(?<!english)\sonly\W*$", re.IGNORECASE)
OTHER_BUSINESS = re.compile(
    r"\b(?:press|media|complaints?|volunteer(?:s|ing)?|donat(?:e|ions?)|call-?backs?|fund-?raising|recruitment|training|bookings?|"
    r"appointments?)\b",
    re.IGNORECASE,
)
"""What a number is for that is not there to help."""
NOBODY_NOW = re.compile(
    r"\banswer[ -]?phones?\b|\banswering\smachine\b|\bvoice\s?mails?\b|\brecorded\smessages?\b|\btakes\smessages\b|"
    r"\bleave\s(?:us\s|them\s)?a\smessage\b|"
    r"\b(?:call|ring|phone)\s(?:you\s)?back\b|\bby\sappointment\b|\b(?:book|make)\san\sappointment\b",
    re.IGNORECASE,
)
AT_TIMES = re.compile(r"\b(?:if|when|unless|or|busy|no|not|never|can|could)\b", re.IGNORECASE)
"""Where somebody answers, and only else a machine: "If all are busy, leave a message."."""
A_SENTENCE = re.compile(r"[^.!?]+")


def narrowing_fields(
    words: Mapping[str, str | None], *, ages_said: bool, people_said: bool, languages_said: bool
) -> Iterator[str]:
    """Each field whose words say that not everyone is helped there.

    Args:
        words: `name`, `summary` and `text` of the service, `label` and `note` of its number; None where not written.
        ages_said: whether the fields say for which ages it is, so that words may say it again.
        people_said: whether they say for whom.
        languages_said: whether they say in which languages somebody answers.
    """
    for_all = any(EVERYBODY.search(said or "") for said in words.values()) or _are_all(words.get("text") or "")
    for field, said in words.items():
        if said and (
            AN_ONLY.search(said)
            or (not ages_said and field != "summary" and AN_AGE.search(said))
            or (not people_said and not for_all and _names_some(field, said))
            or (field == "label" and (OTHER_BUSINESS.search(said) or ONLY_AT_ITS_END.search(said)))
            or (field in ("label", "name") and not languages_said and _is_another_language(said))
            or (field in ("label", "note") and _is_nobody_there(said))
        ):
            yield field


def _names_some(field: str, words: str) -> bool:
    if field in ("note", "summary"):
        return any(_are_some(said[0]) for said in FOR_SOME.finditer(words))
    return _are_some(words)


def _is_another_language(words: str) -> bool:
    return bool(A_LANGUAGE.search(words)) and "english" not in words.casefold()


def _groups(words: str) -> set[str]:
    return {found.lastgroup for found in A_GROUP.finditer(words) if found.lastgroup}


def _are_some(words: str) -> bool:
    return bool(_groups(words)) and not _are_all(words)


def _are_all(words: str) -> bool:
    """Whether the groups that some words name are everyone together: women and men; adults and children."""
    named = _groups(words)
    return {"women", "men"} <= named or {"adults", "children"} <= named


def _is_nobody_there(words: str) -> bool:
    return any(NOBODY_NOW.search(one[0]) and not AT_TIMES.search(one[0]) for one in A_SENTENCE.finditer(words))
