"""What says where a building is by what stands near it, as patterns: "next door to Tesco", "the house on the left"."""

from __future__ import annotations

import re

A_CAPITAL = r"[A-ZÀ-ÝŴŶ][\w'’.-]*"
SPOTS = (
    "traffic lights|bus stop|bus station|train station|railway station|roundabout|car park|taxi rank|river|canal|"
    "bridge|clock tower|war memorial|monument|level crossing|crossroads|junction|petrol station|phone box|post box|"
    "harbour|pier"
)
"""What asks nobody and refers nobody: beside "by the school", "by the traffic lights" says where something is."""
BESIDE = (
    rf"{SPOTS}|station|library|church|chapel|cathedral|mosque|synagogue|temple|school|nursery|college|university|"
    "town hall|village hall|church hall|civic centre|community centre|health centre|medical centre|job\\s?centre|"
    "shopping centre|leisure centre|sports centre|bank(?!\\sholiday)|post office|police station|fire station|hospital|"
    "surgery|park|playground|cemetery|supermarket|pubs?|hotel|caf[eé]|coffee shop|restaurant|takeaway|bakery|baker'?s|"
    "butcher'?s|chemist'?s?|pharmacy|dentist'?s?|gym|garage|factory|mill|castle|stadium|football ground|chip shop|"
    "chippy|kebab shop|charity shop|betting shop|hairdresser'?s?|barber'?s?|co-op|shops?|cinema|theatre|museum|market|"
    "swimming pool|bingo hall"
)
BY_NAME = (
    "tesco|asda|aldi|lidl|morrisons|sainsbury|booths|co-op|greggs|mcdonald|wetherspoon|kfc|poundland|superdrug|"
    "specsavers|waitrose|wilko|halfords|b&m|home bargains"
)
"""Shops whose names are no other words: seen in small letters too."""
SHOPS = "Coop|Boots|Spar|SPAR|Iceland|Costa|Argos|Subway|Domino|Shell|Esso|Next|Starbucks|Nando|Savers|Wickes|Screwfix"
AFTER = (
    r"(?:opposite|facing|behind|beside|above|below|beneath|underneath|near(?:\sto)?|past|in\sfront\sof|upstairs\sfrom|"
    r"next\s(?:door\s)?to|(?:a)?round\sthe\scorner\sfrom|(?:across|over)\s(?:(?:the|our)\s(?:road|street|way)\s)?from|"
    r"(?:at|by|on|round|to)\sthe\s(?:back|rear|side|front|end|corner)\s(?:of|by))"
)
SOME_WORDS = r"(?:[\w'’-]+\s){0,2}?"
"""What may stand before a noun: "the big blue chapel"."""
PATTERNS = (
    (rf"\b{AFTER}\s(?:the|a|an|our)\s{SOME_WORDS}(?:{BESIDE})\b", re.IGNORECASE),
    (
        rf"\b(?:outside|over)\sthe\s{SOME_WORDS}(?:{BESIDE})\b(?!\s(?:age|years?|term|holidays?|system|hours))",
        re.IGNORECASE,
    ),
    (
        r"\b(?:opposite|behind|beside|outside|next\sto)\sthe\s(?:court|magistrates'?)\b(?!\s\w+ing|\sprocess|\ssystem)",
        re.IGNORECASE,
    ),
    (rf"\bby\s(?:the|a)\s{SOME_WORDS}(?:{SPOTS})\b", re.IGNORECASE),
    (rf"\b(?:{AFTER}|by|outside|after|over)\s(?:the\s)?{SOME_WORDS}(?:{BY_NAME})\b", re.IGNORECASE),
    (rf"\b(?i:{AFTER}|by|outside|after|over)\s(?i:the\s)?(?i:{SOME_WORDS})(?:{SHOPS})\b", re.NOFLAG),
    (
        rf"\b(?i:opposite|across\s(?:the\s(?:road|street)\s)?from|over\sthe\s(?:road|street|way)\sfrom|next\sdoor\sto|"
        rf"next\sto|(?:a)?round\sthe\scorner\sfrom|(?:at|by|on|round)\sthe\s(?:back|rear|side)\sof)\s(?i:the\s)?{A_CAPITAL}",
        re.NOFLAG,
    ),
    (
        r"\b(?:few|two|three|four|five|six|couple\sof|\d)\sdoors?\s(?:down|up|along|away|from|past|before)\b",
        re.IGNORECASE,
    ),
    (r"\bon\sthe\scorner\s(?:of|by|near|opposite|with)\s\w+", re.IGNORECASE),
    (
        rf"\bmin(?:ute)?s?['’]?\s(?:walk\s|drive\s|away\s){{0,2}}from\s(?:the\s)?(?:(?i:{BESIDE})\b|{A_CAPITAL})",
        re.NOFLAG,
    ),
    (r"\bturn\s(?:left|right)\b|\b(?:first|second|third|next|last)\s(?:left|right|turning)\b", re.IGNORECASE),
    (
        r"\b(?:house|door|building|gate|turning|entrance|bungalow|flat)\s(?:is\s)?on\s(?:the|your)\s(?:left|right|corner)\b",
        re.IGNORECASE,
    ),
    (r"\b(?:red|blue|green|black|white|yellow|brown|grey|purple|pink)\s(?:front\s)?door\b", re.IGNORECASE),
    (r"\b(?:gyferbyn\s(?:â|a)['’r]|drws\snesaf\si|rownd\sy\sgornel|ar\sgornel)", re.IGNORECASE),
)
