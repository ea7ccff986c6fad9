"""What says where a building is, as patterns: what stands near it, what a house is called, how one is let in."""

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
SHOPS_ALONE = "Tesco|Asda|Aldi|Lidl|Morrisons|Sainsbury|Booths|Greggs|McDonald|Wetherspoon|KFC|Costa|Starbucks|Nando"
A_HOUSE = r"(?:house|building|flats|bungalow|cottage|block)"
USED_TO_BE = (
    "vicarage|rectory|manse|convent|police station|fire station|school(?:house)?|mill|chapel|church|bakery|dairy|"
    "post office|hospital|pub|bank|barracks|town hall|library|station|workhouse|brewery|stables"
)
COLOURS = "red|blue|green|black|white|yellow|brown|grey|purple|pink"
TO_ITS_END = r"\b[^.,;!?\n]{0,40}"
"""What is found is looked for on the whole site, so it is long enough to be nothing else."""
WAYS_THERE = (
    r"\b(?:just\s)?off\s(?:the\s)?[abm]\d{1,4}",
    r"\bj(?:unctio)?n\.?\s\d{1,2}[ab]?\sof",
    r"\bget\soff\s(?:the\sbus\s)?(?:at|by|after)",
    r"\b(?:take|catch|get)\sthe\s(?:no\.?\s|number\s)?x?\d{1,3}[a-z]?\sbus",
    r"\bbus(?:es)?\s(?:no\.?\s|number\s)?\d{1,3}\s(?:to|from|stops?)",
    r"\b(?:\d{1,4}|one|two|three|five|ten|fifty|a\s(?:few\s)?hundred)\s(?:hundred\s)?(?:yards?|metres?|m)\s(?:away\s)?"
    r"(?:from|past|beyond|north|south|east|west|along|up|down)",
    r"\bwithin\s(?:easy\s)?walking\sdistance\sof|\bhalf\s?way\sbetween",
    r"\b(?:at|by)\sthe\s(?:top|bottom|end|foot|head)\sof\sthe\s"
    r"(?:drive(?:way)?|lane|track|street|hill|village|terrace)",
    r"\b(?:up|down|along)\sthe\s(?:drive(?:way)?|lane|alley(?:way)?)",
    rf"\b(?:the|an?|our)\s(?:old|former|converted|disused)\s(?:{USED_TO_BE})"
    r"\b(?!\s(?:days|friends?|ties|system|records?))",
    rf"\b{A_HOUSE}\s(?:behind|above|opposite|beside|next\sto)\s(?:the\s)?\w+",
    r"\bsame\sbuilding\sas|\b(?:top|ground|first|second|third)\sfloor\sof\sthe",
    r"\b(?:first|second|third|next|last)\s(?:bus\s)?stop\s(?:after|before|past|on)",
    r"\bentrance\s(?:is\s)?(?:through|via|round|behind|from|by)",
    rf"\b(?:{COLOURS}|stone|brick)(?:[\s-]brick)?\s(?:gates?|{A_HOUSE})",
    rf"\b(?:first|second|third|next|last|only|big|end|corner)\s{A_HOUSE}\s(?:on|before|after|past)\s(?:the|this|that)",
    r"\bpark\s(?:behind|outside|round)|\bparking\s(?:behind|outside|round)\s(?:the|our)",
    r"\blook\s(?:out\s)?for\s(?:the|a)\s(?:\w+\s)?(?:door|gate|bell|steps|arch)",
    r"\b(?:ring|press)\sthe\s(?:\w+\s)?(?:bell|buzzer)",
)
"""How somebody is told to find a place: by roads, buses, distances, and what it looks like or used to be."""
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
    (rf"\b(?:{COLOURS})\s(?:front\s)?door\b", re.IGNORECASE),
    *((f"(?:{pattern}){TO_ITS_END}", re.IGNORECASE) for pattern in WAYS_THERE),
    (
        rf"\b(?i:(?:at\sthe\s(?:top|bottom|end|foot|head)|(?:at\sthe\s)?junction)\sof)\s(?i:the\s)?{A_CAPITAL}",
        re.NOFLAG,
    ),
    (rf"\b(?i:{A_HOUSE}\s(?:is\s)?(?:called|named|known\sas))\s{A_CAPITAL}", re.NOFLAG),
    (rf"\b(?i:at)\s(?i:the\s)?(?:{SHOPS_ALONE})(?:'s)?\s(?:in|on|by|near)\s[^.,;!?\n]{{2,40}}", re.NOFLAG),
    (rf"{A_CAPITAL}\s(?i:church|village|parish|memorial|community)\s(?i:hall)\b", re.NOFLAG),
    (r"\b(?:gyferbyn\s(?:â|a)['’r]|drws\snesaf\si|rownd\sy\sgornel|ar\sgornel)", re.IGNORECASE),
)


ENDS_OF_NAMES = (
    "View|Croft|Mount|Wood|Brow|Nook|Garth|Rigg|Thwaite|Lea|Dene|Edge|Holme|Brook|Dell|Glen|Crag|Fell|Beck|Ghyll|Gill|"
    "Lodge|Grange|Acres?|Heights|Crest|Side|Top|Fold|Cote|Gables|Paddock|Orchard|Bank(?!\\s(?:Holiday|Account|Statement)s?)"
)
"""What the name of a house ends with in its own word: "Rowan Bank"."""
TREES = (
    "Hollies|Laurels|Firs|Beeches|Willows|Sycamores|Limes|Oaks|Elms|Pines|Poplars|Cedars|Chestnuts|Birches|Rowans|Yews|"
    "Gables|Paddocks?|Orchard|Nook|Knoll|Croft|Bungalow|Cottage|Homestead|Coach\\sHouse"
)
ONE_WORD = (
    "Woodlands?|Oaklands|Hillside|Hillcrest|Sunnyside|Greenacres|Oakdene|Ashdene|Rosedene|Hazeldene|Ferndene|Fairview|"
    "Brookside|Woodside|Beckside|Fellside|Lakeside|Riverside|Wayside|Glenside|Meadowbank|Rosebank|Thornbank|Thornlea|"
    "Ashlea|Fernlea|Homelea|Rowanlea|Rosemount|Fellview|Treetops|Highfield|Beechwood|Birchwood|Brackenrigg|Hollins|"
    "Ferndale|Rosedale|Sycamores|Hollies|Laurels"
)
"""Names that many houses have, and hardly a town."""
NO_HOUSE = r"(?!(?:Food|Blood|Data|Barclays|Lloyds|Spring|Bank)\b)"
A_HOUSE_NAME = rf"(?:(?:The\s)?(?:{NO_HOUSE}{A_CAPITAL}\s){{1,2}}(?:{ENDS_OF_NAMES})|The\s(?:{TREES})|{ONE_WORD})\b"
AND_ITS_TOWN = rf"(?:\s?[,/–—-]\s?(?:near\s)?|\s?\(|\s(?:in|near|at)\s){A_CAPITAL}"
A_CODE = r"[A-Za-z]?\d(?:[\s.-]?\d){2,7}[A-Za-z]?(?!\w)"
A_WAY_IN = (
    r"(?:(?:front|back|side|main|outer|inner)\s)?(?:door|entry|entrance|gate|access|alarm|key|key\s?pad|key\s?safe|"
    r"lock\s?box|building|house|intercom)"
)
HOUSES = (
    (rf"(?:^|\n)\s*{A_HOUSE_NAME}{AND_ITS_TOWN}", re.NOFLAG),
    (rf"^\W*(?:{A_HOUSE_NAME}|(?:{A_CAPITAL}\s){{1,2}}(?:{ENDS_OF_NAMES})\s{A_CAPITAL})\W*$", re.NOFLAG),
    (
        rf"\b(?i:(?:we|you|they|us|are|is|meet|live|come|go|stay)\s(?:at|to)|(?:^|(?<=[.!?\n]\s))at|called|named|house\sis|"
        rf"house\sname(?:\sis)?|name\sof\sthe\shouse(?:\sis)?)(?:\s?:)?\s{A_HOUSE_NAME}",
        re.NOFLAG,
    ),
)
"""The name of a house that has no number."""
WAYS_IN = (
    (rf"\b{A_WAY_IN}\s(?:code|pin|number|combination)\b[^\n\d]{{0,8}}?\b{A_CODE}", re.IGNORECASE),
    (
        r"\b(?:code|pin|combination)\s(?:for|to|of|on)\s(?:(?:the|our|your)\s)?"
        rf"(?:{A_WAY_IN}|get\sin|come\sin|open)\b[^\n\d]{{0,8}}?\b{A_CODE}",
        re.IGNORECASE,
    ),
    (rf"\b(?:the\scode|combination|key\s?pad)(?:\sis|\s?:)\s?{A_CODE}|\bpunch\sin\s{A_CODE}", re.IGNORECASE),
    (
        r"\b(?:press|punch|type|dial|enter|key)\s(?:in\s)?(?:[A-Za-z]?\d[\s.-]?){1,8}[A-Za-z]?\s?"
        r"(?:on|at|into)\s(?:the\s)?(?:key\s?pad|intercom|buzzer|door|panel|gate)\b",
        re.IGNORECASE,
    ),
    (r"\bintercom\s(?:no\.?\s?|number\s)?\d{1,3}(?!\w)|\bbuzz\s(?:flat|number)\s\w{1,4}\b", re.IGNORECASE),
    (
        r"\b(?:ring\s(?:the\s)?bell|bell)\s(?:no\.?\s?|number\s)?\d{1,3}(?!\w)|\b(?:bell|buzzer)\s(?:is\s)?"
        r"(?:marked|labelled|named)\s\S{1,40}|"
        r"\b(?:top|bottom|middle|upper|lower|left|right)(?:[ -]hand)?\s(?:bell|buzzer)\b",
        re.IGNORECASE,
    ),
    (
        r"\bkeys?\s(?:is|are)\s(?:kept\s|hidden\s|left\s)?(?:under|underneath|beneath|behind|above|with\sthe\sneighbour)"
        r"\b[^.\n]{0,40}",
        re.IGNORECASE,
    ),
)
"""How somebody is let in: the code of a door, a bell, where the key lies."""
