"""What says where a place is, or how to reach somebody, as patterns: each with its kind."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Literal

from generator.privacy.landmark_patterns import A_CAPITAL, HOUSES, WAYS_IN
from generator.privacy.landmark_patterns import PATTERNS as LANDMARKS

What = Literal["place", "reach"]


class TellingKind(StrEnum):
    """What a part of a text is; the value is what is said of it, without repeating it."""

    BUILDING = "the name of a building"
    DOOR_CODE = "the code of a door"
    EMAIL = "an e-mail address"
    LANDMARK = "where a building is"
    MAP_LINK = "a link to a map"
    MAP_POINT = "a point on the map"
    MEETING_NUMBER = "a number to join"
    PART_OF_POSTCODE = "part of a postcode"
    PHONE = "a phone number"
    PLUS_CODE = "a plus code"
    POSTCODE = "a postcode"
    SOCIAL_NAME = "a name on a social network"
    STREET = "a street"
    THREE_WORDS = "three words of what3words"
    WEB_ADDRESS = "a web address"


A_STREET_WORD = (
    r"street|road|rd|lane|ln|avenue|ave|crescent|cres|terrace|boulevard|blvd|mews|esplanade|wynd|heol|stryd|ffordd"
)
A_STREET_OR_MORE = (
    rf"{A_STREET_WORD}|st|row|close|drive|dr|way|court|ct|place|pl|square|sq|gardens?|gdns|grove|hill|park|walk|parade|"
    "promenade|wharf|quay|green|rise|gate|vale|view|yard|fold|croft|mount|bank|brow|loan|lon|maes|house|cottage|lodge|"
    "farm|hall|villas?|buildings?|chambers|estate|arcade|bridge|common|heath|mead|meadows?|field|fields|side|end|path|"
    "passage|alley|approach|broadway|circus|causeway|drove|embankment|orchard|ridge|spinney|strand|trading estate"
)
NO_NAME = (
    r"(?:a|an|the|of|on|in|at|to|for|and|or|per|hours?|days?|weeks?|months?|years?|minutes?|people|women|men|children|"
    r"adults?|sessions?|times?|miles?|in|our|your|their|this|that|free|half|one|is|are|from|by|with)\b"
)
A_HOUSE_NUMBER = r"(?<![\w£$€.,:/-])(?:no\.?\s*)?\d{1,4}[a-z]?(?:\s?[-–/&]\s?\d{1,4}[a-z]?)?"
A_WORD = rf"(?!{NO_NAME})[^\W\d_][\w'’.-]*"
BUILDINGS = (
    "House|Cottage|Lodge|Farm|Hall|Villa|Manor|Barn|Mill|Library|Church|Chapel|Surgery|Building|Buildings|Chambers|"
    "Tower|Towers|Mansion|Abbey|Vicarage|Rectory|Mosque|Temple|Inn|Hotel|Gardens|Point|Works|Centre|Hospital"
)
TLDS = (
    "org|com|net|uk|co|info|gov|io|eu|wales|cymru|scot|london|help|support|charity|care|health|me|app|ly|gl|gle|be|to|"
    "online|site|website|global|ngo|foundation|community|page|link|social|org|edu|ac|nhs|police|tv|fm|biz|ie|fr|de"
)
A_SITE = (
    r"(?:[a-z0-9ŵŷâêîôûéè](?:[\w-]{0,61}\w)?(?:\.|\s?[\[(]\s?(?:dot|\.)\s?[\])]\s?|\sdot\s)){1,5}"
    rf"(?:{TLDS})\b(?![\w@])"
)
FIGURES = "zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|double|treble|triple"
MAPS = (
    r"maps\.app\.goo\.gl|goo\.gl/maps|maps\.google\.|google\.[a-z.]{2,6}/maps|maps\.apple\.com|"
    r"openstreetmap\.org|osm\.org/go|waze\.com|bing\.com/maps|what3words\.com|w3w\.co|streetmap\.co\.uk|"
    r"bing\.com/maps|here\.com|citymapper\.com|plus\.codes|gridreferencefinder\.com|multimap\.com"
)
A_KEYPAD_WORD = r"(?!(?:FREEPHONE|NUMBERS?|CALLS|LINES|AND|OR|BSL)\b)[A-Z]{2,}"
"""Letters that stand for digits: 0800 REFUGE."""
PATTERNS: tuple[tuple[TellingKind, What, str, re.RegexFlag], ...] = (
    *((TellingKind.LANDMARK, "place", pattern, flags) for pattern, flags in LANDMARKS),
    *((TellingKind.BUILDING, "place", pattern, flags) for pattern, flags in HOUSES),
    *((TellingKind.DOOR_CODE, "place", pattern, flags) for pattern, flags in WAYS_IN),
    (
        TellingKind.PHONE,
        "reach",
        rf"(?<![\w£$€.,])\(?(?:\+\s?44[\s(0)]{{0,5}}|0)\d{{2,4}}\)?[\s.-]?(?:\d{{1,4}}[\s.-]?)?{A_KEYPAD_WORD}"
        r"(?:[\s-]?[A-Z\d]{2,}){0,2}(?!\w)",
        re.NOFLAG,
    ),
    (
        TellingKind.PHONE,
        "reach",
        r"(?<!\w)0\d{3}[a-z]{5,7}(?!\w)|\b(?:call|dial|ring|phone|on)\s(?:us\son\s)?0\d{3}[\s-](?!numbers?\b|lines\b|calls\b)"
        r"[a-z]{5,7}(?=\W*$|[.,;!?])",
        re.IGNORECASE,
    ),
    (
        TellingKind.EMAIL,
        "reach",
        rf"[\w.+'-]{{1,64}}\s?(?:@|[\[(]\s?(?:at|@)\s?[\])]|\sat\s(?=\w+\sdot\s))\s?(?:{A_SITE}|"
        rf"[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,5}})",
        re.IGNORECASE,
    ),
    (
        TellingKind.MAP_LINK,
        "place",
        rf"(?:https?://)?(?:www\.)?(?:{MAPS})[^\s<>\"']*|\bgeo:[-+\d][^\s<>\"']*",
        re.IGNORECASE,
    ),
    (
        TellingKind.WEB_ADDRESS,
        "reach",
        r"\b[a-z][a-z0-9+]*://[^\s<>\"']+|\bwww\.[^\s<>\"']+|\bmailto:\S+|\btel:\S+",
        re.IGNORECASE,
    ),
    (TellingKind.WEB_ADDRESS, "reach", rf"(?<![\w@.-]){A_SITE}(?:/[^\s<>\"']*)?", re.IGNORECASE),
    (
        TellingKind.SOCIAL_NAME,
        "reach",
        r"(?<![\w.@/])@[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?|\b(?:facebook|insta(?:gram)?|twitter|tiktok|"
        r"snapchat|whats\s?app|telegram|discord|skype|linkedin|youtube|bluesky|mastodon|threads|messenger|signal|snap|ig|fb)\b"
        r"(?:\s(?:page|name|handle|account|group))?\s?(?:[:=/]|[-–]\s)\s?\S+|\bu/\w{3,}|\br/\w{3,}"
        r"|\binsta\s[\w.]{4,}|\bfind\s(?:us|them|me)\son\s\w+\s(?:as|at|under)\s\S+",
        re.IGNORECASE,
    ),
    (
        TellingKind.MEETING_NUMBER,
        "reach",
        r"\b(?:zoom|teams|meeting|webinar)\b[^\n\d]{0,12}\d{3}[\s-]?\d{3,4}[\s-]?\d{3,4}(?!\w)",
        re.IGNORECASE,
    ),
    (TellingKind.PHONE, "reach", r"(?<![\w£$€.,-])[17]\d{3}\s\d{3}\s?\d{3}(?![\w-])", re.NOFLAG),
    (
        TellingKind.PHONE,
        "reach",
        r"(?<![\w£$€.,])(?:\+\s?|00\s?)?\(?(?:44|[0o](?=[\s().‐-―−/-]*[1-9]))(?:[\s().‐-―−/-]*[\doil]){8,13}(?!\w)",
        re.IGNORECASE,
    ),
    (
        TellingKind.PHONE,
        "reach",
        r"(?<![\w£$€.,])0800[\s.-]?\d{2}[\s.-]?\d{2}(?!\w)|\b1800[12][\s-]?0[\d\s-]{8,}",
        re.IGNORECASE,
    ),
    (TellingKind.PHONE, "reach", r"(?<![\w£$€.,-])116[\s.-]?\d{3}(?!\w)|(?<!\w)\+\d[\d\s().-]{7,}\d", re.IGNORECASE),
    (
        TellingKind.PHONE,
        "reach",
        r"\b(?:text|txt|sms|send|message|whatsapp)\b[^.\n\d]{0,30}?(?<!\w)[5-8]\d{4,5}(?!\w)"
        r"|\b(?:call|phone|tel|telephone|ring|mobile|fax)\b[^\w\n]{0,3}(?:us |on |no |is |at )?[^\w\n]{0,3}"
        r"\d(?:[\s-]?\d){4,}(?!\w)",
        re.IGNORECASE,
    ),
    (TellingKind.PHONE, "reach", rf"\b(?:{FIGURES})(?:[\s,.-]+(?:{FIGURES})){{6,}}\b", re.IGNORECASE),
    (TellingKind.PHONE, "reach", rf"(?<!\w)\d{{3,5}}(?:[\s,.-]+(?:{FIGURES})){{4,}}\b", re.IGNORECASE),
    (
        TellingKind.POSTCODE,
        "place",
        r"(?<![A-Za-z0-9])(?:GIR\s?0AA|"
        r"[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]?[\s.‐-―_-]{0,3}\d[ABD-HJLNP-UW-Z]{2})(?![A-Za-z0-9])",
        re.IGNORECASE,
    ),
    (
        TellingKind.POSTCODE,
        "place",
        r"(?<![A-Za-z0-9])(?=[A-Z ]{0,5}\d|[A-Z]{1,3} \d)[A-PR-UWYZ] ?[A-HK-Y]? ?[\dOI]{1,2} [A-Z]? ?[\dOI] ?"
        r"[ABD-HJLNP-UW-Z] ?[ABD-HJLNP-UW-Z](?![A-Za-z0-9])",
        re.NOFLAG,
    ),
    (
        TellingKind.PART_OF_POSTCODE,
        "place",
        r"(?<![A-Za-z0-9])[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]?\s\d(?![A-Za-z0-9:.])",
        re.NOFLAG,
    ),
    (
        TellingKind.PLUS_CODE,
        "place",
        r"(?<![\w+])[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}(?!\w)",
        re.IGNORECASE,
    ),
    (TellingKind.THREE_WORDS, "place", r"/{2,3}\s?[^\W\d_]+\.[^\W\d_]+\.[^\W\d_]+", re.IGNORECASE),
    (
        TellingKind.THREE_WORDS,
        "place",
        r"\b(?:what\s?3\s?words|w3w)\b\W*\S+|\bwhat\s?three\s?words\b\s?[:=(]\W*\S+",
        re.IGNORECASE,
    ),
    (
        TellingKind.THREE_WORDS,
        "place",
        r"(?<!\w)(?:[^\W\d_]{3,20}[\s,./]{1,3}){2}[^\W\d_]{3,20}\s?\(?(?:(?:is\s)?(?:on|in|our)\s)?(?:what\s?(?:3|three)\s?words|w3w)\b",
        re.IGNORECASE,
    ),
    (
        TellingKind.THREE_WORDS,
        "place",
        r"(?<![\w.@/-])[^\W\d_]{3,20}\.[^\W\d_]{3,20}\.[^\W\d_]{3,20}(?!\.?\w|[@/-])"
        r"|(?<![\w.@/-])[^\W\d_]{3,20} \. [^\W\d_]{3,20} \. [^\W\d_]{3,20}(?!\w)",
        re.NOFLAG,
    ),
    (
        TellingKind.MAP_POINT,
        "place",
        r"(?<![\w.])[-+−]?\d{1,3}\.\d{2,}°?\s?[NS]?\s?[,;/ ]\s?[-+−]?\d{1,3}\.\d{2,}°?\s?[EW]?(?!\w)",
        re.IGNORECASE,
    ),
    (TellingKind.MAP_POINT, "place", r"(?<!\w)[NS]\s?\d{1,2}[°\s]\s?\d{1,2}\.\d{2,}", re.NOFLAG),
    (
        TellingKind.MAP_POINT,
        "place",
        r"(?<!\w)(?:H[PTUW-Z]|N[A-DF-HJ-OR-UW-Z]|OV|S[DEHJKM-PR-Z]|T[AFGLMQRV])\s?\d{6}(?:\d{2}){0,2}(?!\w)",
        re.IGNORECASE,
    ),
    (
        TellingKind.MAP_POINT,
        "place",
        r"(?<![\w£$€.])(?:[EX]\s?[:=]?\s?)?[0-7]\d{5}\s?[EXm]?(?:\s?[,;/|]\s?|\s)(?:[NY]\s?[:=]?\s?)?\d{6}\s?[NYm]?(?![\w£]|[.,]\d)",
        re.IGNORECASE,
    ),
    (
        TellingKind.DOOR_CODE,
        "place",
        r"\b(?:key\s?safe|lock\s?box)\b[^\n\d]{0,12}\d{3,6}(?!\w)|\bbuzzer\s(?:no\.?\s?|number\s)?\d{1,3}(?!\w)",
        re.IGNORECASE,
    ),
    (
        TellingKind.BUILDING,
        "place",
        rf"\b(?i:ground|first|second|third|fourth|top|\d{{1,2}}(?:st|nd|rd|th))\s(?i:floor),\s{A_CAPITAL}(?:\s{A_CAPITAL})*",
        re.NOFLAG,
    ),
    (TellingKind.MAP_POINT, "place", r"\d{1,3}\s?°\s?\d{1,2}\s?['′’]", re.IGNORECASE),
    (TellingKind.MAP_POINT, "place", r"(?<!\w)[HJNOST][A-HJ-Z]\s?\d{2,5}\s\d{2,5}(?!\w)", re.NOFLAG),
    (
        TellingKind.MAP_POINT,
        "place",
        r"\b(?:lat(?:itude)?|lon(?:g(?:itude)?)?|lng|easting|northing|uprn|usrn|"
        r"grid ref(?:erence)?)\b\W{0,4}-?\d[\d.]*",
        re.IGNORECASE,
    ),
    (TellingKind.STREET, "place", rf"{A_HOUSE_NUMBER},?\s+(?:{A_WORD}\s+){{1,4}}?(?:{A_STREET_WORD})\b", re.IGNORECASE),
    (
        TellingKind.STREET,
        "place",
        rf"{A_HOUSE_NUMBER},?\s+(?i:the\s)?(?:{A_CAPITAL}\s+){{1,4}}?(?i:{A_STREET_OR_MORE})\b",
        re.NOFLAG,
    ),
    (
        TellingKind.STREET,
        "place",
        rf"(?:^|[,;\n]|\bat\s){A_HOUSE_NUMBER},?\s+(?:{A_WORD}\s+){{1,3}}?(?:{A_STREET_OR_MORE})(?=\s*(?:$|[,;.\n]))",
        re.IGNORECASE,
    ),
    (
        TellingKind.STREET,
        "place",
        rf"(?:^|\n)\s*{A_HOUSE_NUMBER},?\s+{A_CAPITAL}(?:\s{A_CAPITAL}){{0,2}},\s*{A_CAPITAL}",
        re.NOFLAG,
    ),
    (
        TellingKind.STREET,
        "place",
        rf"(?:{A_CAPITAL}\s+){{1,3}}(?:Street|Road|Rd|Lane|Ln|Avenue|Ave|Crescent|Terrace|Boulevard|Mews|"
        rf"Esplanade|STREET|"
        r"ROAD|LANE|AVENUE|CRESCENT|TERRACE)\b(?!\s(?i:project|team|pastors?|angels|link|support|teams|workers?|"
        r"outreach))",
        re.NOFLAG,
    ),
    (TellingKind.STREET, "place", rf"\b(?:Stryd|Ffordd|Heol|Lôn)(?:\s(?i:yr?))?\s+{A_CAPITAL}", re.NOFLAG),
    (
        TellingKind.STREET,
        "place",
        r"\bp\.?\s?o\.?\s?box\s?\d+|\bfreepost\b[^.\n]{0,40}"
        r"|\b(?:flat|unit|suite|apartment|apt)\s?\d+[a-z]?\b(?!\s(?:of|people))",
        re.IGNORECASE,
    ),
    (
        TellingKind.BUILDING,
        "place",
        rf"(?i:\b(?:at|behind|opposite|beside|near|next to|inside|called|based in|located in|come to|go to|"
        rf"in)\s+(?:the\s)?)"
        rf"(?:{A_CAPITAL}\s+){{1,3}}(?:{BUILDINGS})\b",
        re.NOFLAG,
    ),
    (
        TellingKind.BUILDING,
        "place",
        rf"(?:^|\n)\s*(?:{A_CAPITAL}\s+){{1,3}}(?:{BUILDINGS})(?:,\s*|\sin\s){A_CAPITAL}",
        re.NOFLAG,
    ),
)
