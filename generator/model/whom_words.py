"""The words of a service and of one of its numbers -> which of them say that it takes some people only.

Who a service is for has a field of its own, `who:`. Where that was left out and the words say it, the words count: a
line that calls itself one for deaf children is not for everyone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

AN_AGE = re.compile(
    r"\b(?:aged?|under|over|from|above|below)\s\s{0,9}\d{1,2}(?!\d|\s{0,9}(?:languages|years|hours|minutes|miles|services))|"
    r"\d\s{0,9}(?:\+|(?:and|or)\s(?:over|under|above|older|younger))",
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
    r"minoritised|asian|muslims?|jewish|jews|sikhs?|hindus?|gyps(?:y|ies)|roma|travell(?:ers(?!\srest)|ing\scommunity)|migrants?|refugees?|"
    r"parents|mothers|mums|fathers|dads|carers|veterans|prisoners|farmers|sailors|residents|speakers|sex\sworkers|asylum\sseekers|wheelchair\susers|bereaved|staff|professionals|agencies|referrers",
}
OF_SOMEONE = re.compile(
    r"(?<![\w-])(?:witnesses|famil(?:y|ies)(?!\smembers)|relatives|friends|partners|neighbours|colleagues|"
    r"members(?!\sof\sthe\s(?:public|community))|workers|employees|officers|tenants|home\s?owners|landlords)(?![\w-])",
    re.IGNORECASE,
)
"""Who else is named beside those who were harmed; alone, they are some people only."""
HARMED = re.compile(
    r"\b(?<!of\s)(?:victims?|survivors?|people|persons?|public|community|those|you|us|crime)\b", re.IGNORECASE
)
SOMEONE = re.compile(
    r"\b(?:any|every)(?:one|body)\s(?:caring|registered|enrolled|employed|referred|from\sthe|(?:working|studying|serving)\s(?:in|for|at|as)|"
    r"whose\s(?:child|children|son|daughter|partner|husband|wife|parent|first\slanguage)|"
    r"who\s(?:works|studies|serves|served|has\sserved|rents|owns|cares|identifies|attends|is\s(?:an?(?!\s(?:victim|witness))|"
    r"registered|employed|serving|enrolled|pregnant|homeless|in\s(?:care|prison|the))))\b",
    re.IGNORECASE,
)
"""Anyone, but of a kind: "Anyone who works for the NHS"; not "Anyone who was harmed"."""
A_NAME = r"[A-Z][\w'’-]{1,40}(?:\s(?:(?:and|upon|on|of|in|the|le)\s)?[A-Z][\w'’-]{1,40}){0,5}"
LIVES_IN = re.compile(
    r"\b(?:(?:any|every)(?:one|body)|people|those|whoever|residents|victims|survivors|callers|calls|live|lives|living|based|"
    r"resident)\s(?:in|from|across|within|around)\s(?:the\s)?"
    rf"(?P<place>(?:(?:north|south|east|west|central|mid)\s){{0,2}}(?-i:{A_NAME}))|"
    rf"(?P<of>(?-i:{A_NAME}))\s(?:callers|residents|tenants)\b",
    re.IGNORECASE,
)
"""Where those live whom a line takes."""
A_NATION = frozenset("england|wales|england and wales|uk|united kingdom|britain|great britain|british isles".split("|"))
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
LANGUAGES = (
    r"(?:welsh|polish|romanian|ukrainian|russian|lithuanian|latvian|bulgarian|hungarian|slovak|czech|albanian|greek|turkish|"
    r"kurdish|arabic|farsi|persian|dari|pashto|urdu|punjabi|panjabi|hindi|bengali|sylheti|gujarati|tamil|nepali|somali|"
    r"tigrinya|amharic|swahili|yoruba|chinese|mandarin|cantonese|vietnamese|thai|tagalog|portuguese|spanish|french|german|"
    r"italian|bsl|cymraeg|gymraeg|pols?ku|polski|româna|română|español|français|português|lietuvių|shqip|magyar|deutsch)"
)
A_LANGUAGE = re.compile(rf"\blanguage\sline\b|\b{LANGUAGES}\b", re.IGNORECASE)
SPOKEN = re.compile(
    rf"^\W*(?:in|na|po)\s{LANGUAGES}\W*$|\b(?:answer(?:s|ed)?|speaks?|spoken)(?:\s(?:the\sphone|calls))?\s(?:in\s)?{LANGUAGES}\b|"
    rf"\b{LANGUAGES}[ -](?:spoken|speaking|speakers?|language)\b",
    re.IGNORECASE,
)
"""A sentence of a note that says in which language somebody answers."""
IF_WANTED = re.compile(
    r"\b(?:english|interpret\w*|translat\w*|ask|press|want|wish|can|could|may|request|also|too|other|another|if)\b",
    re.IGNORECASE,
)
OTHER_LETTERS = re.compile(r"[^\W\d_A-Za-zÀ-ɏḀ-ỿ]")
ONLY_AT_ITS_END = re.compile(r"(?<!phone)(?<!calls)(?<!voice)(?<!english)\sonly\W*$", re.IGNORECASE)
OTHER_BUSINESS = re.compile(
    r"\b(?:press|media|complaints?|volunteer(?:s|ing)?|donat(?:e|ions?)|call-?backs?|fund-?raising|recruitment|training|bookings?|"
    r"appointments?)\b",
    re.IGNORECASE,
)
"""What a number is for that is not there to help."""
A_DESK = re.compile(
    r"\W*(?:the\s)?(?:switchboard|reception|(?:front\s|help)?desk|(?:head|main|central|registered|regional)\soffice|office|"
    r"admin(?:istration)?|(?:general\s|other\s)?(?:enquir(?:y|ies)|inquiries)|finance|accounts|payroll|hr|human\sresources|jobs|careers|fax|"
    r"referrals?|events|ticket\soffice|box\soffice|feedback|compliments|customer\s(?:services?|care)|ward|membership|"
    r"partnerships?|schools?|trustees|governance|freedom\sof\sinformation|foi|data\sprotection|legal|publications|orders|shop|"
    r"duty\ssocial\sworker|social\sworkers?|out[ -]of[ -]hours\sdoctors?|marketing|communications|procurement|estates)"
    r"(?:\s(?:line|team|desk|number|phone|department|office|only))?\W*",
    re.IGNORECASE,
)
"""A label that names a desk and no help: "Switchboard"; not "Office and helpline"."""
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
    words: Mapping[str, str | None],
    *,
    ages_said: bool,
    people_said: bool,
    languages_said: bool,
    places: Collection[str] = (),
) -> Iterator[str]:
    """Each field whose words say that not everyone is helped there.

    Args:
        words: `name`, `summary` and `text` of the service, `label` and `note` of its number; None where not written.
        ages_said: whether the fields say for which ages it is, so that words may say it again.
        people_said: whether they say for whom.
        languages_said: whether they say in which languages somebody answers.
        places: names of areas that hold all who read; any other place is for some of them.
    """
    for_all = any(EVERYBODY.search(SOMEONE.sub("", said or "")) for said in words.values()) or _are_all(
        words.get("text") or ""
    )
    for field, said in words.items():
        if said and (
            AN_ONLY.search(said)
            or (not ages_said and field != "summary" and AN_AGE.search(said))
            or (not people_said and not for_all and _names_some(field, said))
            or (
                field == "label"
                and (OTHER_BUSINESS.search(said) or ONLY_AT_ITS_END.search(said) or A_DESK.fullmatch(said))
            )
            or (not languages_said and _is_another_language(field, said))
            or (field != "name" and _is_elsewhere(said, places))
            or (field in ("label", "note") and _is_nobody_there(said))
        ):
            yield field


def _names_some(field: str, words: str) -> bool:
    if field in ("note", "summary"):
        return any(_are_some(said[0]) for said in FOR_SOME.finditer(words))
    return _are_some(words)


def _is_another_language(field: str, words: str) -> bool:
    """Whether a name or a label is that of a language, or a note says that it is what is spoken there."""
    if field == "note":
        return any(SPOKEN.search(one[0]) and not IF_WANTED.search(one[0]) for one in A_SENTENCE.finditer(words))
    if field not in ("label", "name") or "english" in words.casefold():
        return False
    return bool(A_LANGUAGE.search(words) or OTHER_LETTERS.search(words))


def _is_elsewhere(words: str, places: Collection[str]) -> bool:
    """Whether those who live in a place are named, and the place does not hold all who read."""
    named = (found["place"] or found["of"] for found in LIVES_IN.finditer(words))
    return any(place.casefold() not in A_NATION and place.casefold() not in places for place in named)


def _groups(words: str) -> set[str]:
    return {found.lastgroup for found in A_GROUP.finditer(words) if found.lastgroup}


def _are_some(words: str) -> bool:
    if SOMEONE.search(words) or (OF_SOMEONE.search(words) and not HARMED.search(words)):
        return True
    return bool(_groups(words)) and not _are_all(words)


def _are_all(words: str) -> bool:
    """Whether the groups that some words name are everyone together: women and men; adults and children."""
    named = _groups(words)
    return {"women", "men"} <= named or {"adults", "children"} <= named


def _is_nobody_there(words: str) -> bool:
    return any(NOBODY_NOW.search(one[0]) and not AT_TIMES.search(one[0]) for one in A_SENTENCE.finditer(words))
