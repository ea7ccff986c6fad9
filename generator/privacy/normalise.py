"""A text -> its words as any spelling of them is read: case, marks, look-alikes, short forms and number words undone.

The one reading of words that must stay secret: the check, redaction, `import` and the search of a built site ask here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from generator.privacy.disguises import UNSEEN_LETTERS

A_WORD = re.compile(rf"[^\W_](?:['\u2018\u2019\u02bc\u00b4]?[^\W_]|[\u0300-\u036f{UNSEEN_LETTERS}])*")
"""Letters and digits, with marks that stand apart from their letter and what nobody sees. "Mary's" is one word."""
SHORT_FORMS = """
st str stryd saint sant santes street; rd road; ln lane; ave av aven avenue; ct crt court; cl clo close
cres cresc crescent; dr drv drive; gdn gdns grdns garden gardens; pl place; sq square; terr tce ter terrace
bldg bldgs blds building buildings; hse house; flr fl level lvl storey floor; pk park; gro grv grove; hts heights
unit units flat flats apt apts apartment apartments suite ste room rm fflat uned; ind indl industrial
ctr cntr center centre; mt mount; wk walk; wy way; mws mews; vw view; yd yard; pde parade; blvd boulevard
bri brg bdge bridge; cott cotts cottages cottage; fm farm; hl heol; ffd ffdd ff ffordd; lwr lower; upr upper
gt grt great; ltl little; n north; s south; e east; w west; bsmt basement; vic vicarage; 1st first; 2nd second
3rd third; 4th fourth; 5th fifth; gnd grd ground; est estate; trad trading; 6th sixth
7th seventh; 8th eighth; 9th ninth; 10th tenth
ty dy nhy thy ty; tyr dyr nhyr thyr tyr; maes faes maes; bryn fryn bryn; parc barc pharc mharc parc
plas blas phlas mhlas plas; clos glos clos; llys lys llys; pentre bentre phentre mhentre pentre
pont bont phont mhont pont
"""
"""How people shorten words of an address, and how Welsh changes them: "yn Nhŷ Gwyn" is in Tŷ Gwyn.

Of each group the first is what all are read as; the last is the whole.
"""
GROUPS = [group.split() for group in re.split(r"[;\n]", SHORT_FORMS) if group.strip()]
SHORT = {word: group[0] for group in GROUPS for word in group}
WHOLE = {group[0]: group[-1] for group in GROUPS}
A_COMPOUND = re.compile(
    r"([a-z]{2,})(house|cottages?|street|road|lane|court|close|place|square|building|park|view|yard|bridge|farm)"
)
"""Two words as one, as people write names of places: "Malthouse", "Fellview"."""
UNIT_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TEN_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
UNITS = UNIT_WORDS.split()
TENS = TEN_WORDS.split()
NUMBERS = {word: str(number) for number, word in enumerate(UNITS, 1)}
NUMBERS |= {word: str(10 * number) for number, word in enumerate(TENS, 2)}
WELSH_NUMBERS = "un; dau dwy; tri tair; pedwar pedair; pump pum; chwech chwe; saith; wyth; naw; deg"
NUMBERS |= {word: str(n) for n, words in enumerate(WELSH_NUMBERS.split("; "), 1) for word in words.split()}
NOUGHTS = frozenset({"oh", "o", "zero", "nought"})
NUMBERS |= {f"{ten}{one}": str(10 * a + b) for a, ten in enumerate(TENS, 2) for b, one in enumerate(UNITS[:9], 1)}
DROPPED = frozenset({"the", "and"})
"""Left out wherever they stand: "12 & 14", "12 and 14"."""
HUNDREDS = frozenset({"a", "hundred"})
BEFORE_A_NUMBER = frozenset({"no", "nos", "nr", "num", "number", "numbers", "rhif"})
BETWEEN_NUMBERS = frozenset({"to", "thru", "through", "until", "i"})
RARE_LOOK_ALIKES = """
Ꭰd Ꭱr Ꭲt Ꭵi Ꭹy Ꭺa Ꭻj Ꭼe Ꮃw Ꮇm Ꮋh Ꮍy Ꮐg Ꮒh Ꮓz Ꮟb Ꮢr Ꮤw Ꮥs Ꮩv Ꮪs Ꮮl Ꮯc Ꮲp Ꮶk Ꮷd Ᏻg Ᏼb
ꓐb ꓑp ꓒd ꓓd ꓔt ꓖg ꓗk ꓙj ꓚc ꓜz ꓝf ꓟm ꓠn ꓡl ꓢs ꓣr ꓦv ꓧh ꓪw ꓫx ꓬy ꓮa ꓰe ꓲi ꓳo ꓴu
ⲃb ⲏh ⲓi ⲕk ⲙm ⲛn ⲟo ⲣp ⲥc ⲧt ⲩy ⲭx ǀl
"""
"""Letters of Cherokee, Lisu and Coptic, and a click, each with the one of ours that it looks like."""
# Letters of other scripts that look like ours, and letters that NFKD leaves as they are.
LOOK_ALIKE = str.maketrans(
    dict(
        zip(
            "абвгԁеѕзіїјкӏмнорԛгстухһԝьүёαβεζηικνορτυχγωıɑɡøđłħŧɩʏօսոցһհᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡᴢ",
            "abbrdes3iijklmhopqrctyxhwbyeabezniknoptuxywiagodlhtiyounghhabcdefghijklmnopqrstuvwz",
            strict=True,
        )
    )
    | {pair[0]: pair[1] for pair in RARE_LOOK_ALIKES.split()}
    | {"ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
OWNED = re.compile(r"['\u2018\u2019\u02bc\u00b4]s$", re.IGNORECASE)
AT_A_NUMBER = re.compile(r"(?:nos?|nr|num|number|rhif)(\d+[a-z]?)|(\d+[a-z]?)the")
"""A number with a word that says nothing, without a gap: "No1", "1The Green"."""
A_UNIT_AND_ITS_NUMBER = re.compile(r"([a-z]+)(\d+[a-z]?)")
A_NUMBER_WITH_O = re.compile(r"\d[\do]*")
UPPER_LOOK_ALIKE = str.maketrans(
    "ΗΡΝΥΧΒВНРСХУЅІЈΙΜΤМТᎠᎡᎢᎥᎪᎫᎬᎳᎷᎻᏀᏃᏙᏚᏞᏟᏢᏦᏴꓐꓑꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ",
    "hpnyxbbhpcxysijimtmtdrtiajewmhgzvslcpkbbpdtgkjczfmnlsrvhwxyaeiou",
)


class Token(NamedTuple):
    """A word of a text as it is read, and where it stands."""

    text: str
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        """Whether it is of digits alone."""
        return self.text.isdigit()


def folded(word: str) -> str:
    """A word in small ASCII letters and digits where it can be, however it is marked or disguised."""
    if word.isascii():
        return word.lower().replace("'", "")
    letters = (letter for letter in unicodedata.normalize("NFKD", word) if unicodedata.category(letter) not in _UNSEEN)
    small = "".join(letters).translate(UPPER_LOOK_ALIKE).casefold().translate(LOOK_ALIKE)
    return "".join(_digit(letter) for letter in small)


_UNSEEN = frozenset({"Mn", "Me", "Cf", "Pf", "Pi", "Po", "Sk", "Lm", "Zs"})
"""Also the gap in which a mark stands alone: the accent that some type for an apostrophe."""


def _digit(letter: str) -> str:
    return str(unicodedata.decimal(letter)) if letter.isdecimal() else letter


@lru_cache(maxsize=200_000)
def canonical(word: str) -> str:
    """What a word is read as: "Street", "St." and "saint" alike, "twelve" as 12, "014" as 14, "Mary's" as "Mary"."""
    small = folded(word)
    if small.endswith("s") and OWNED.search(word):
        small = small[:-1]
    known = SHORT.get(small) or NUMBERS.get(small)
    if known:
        return known
    if found := A_COMPOUND.fullmatch(small):
        return f"{found[1]}{SHORT[found[2]]}"
    if found := AT_A_NUMBER.fullmatch(small):
        return canonical(found[1] or found[2])
    if (found := A_UNIT_AND_ITS_NUMBER.fullmatch(small)) and SHORT.get(found[1]) == "unit":
        return f"unit{found[2]}"
    if A_NUMBER_WITH_O.fullmatch(small):
        return small.replace("o", "0").lstrip("0") or "0"
    if len(small) > 3 and small.endswith("s") and not small.endswith("ss") and small[:-1] not in SHORT:
        return small[:-1]
    return small


def tokens(text: str) -> list[Token]:
    """The words of a text as they are read, in order, without those that say nothing: "The", "No." before a number."""
    raw = [Token(found[0], *found.span()) for found in A_WORD.finditer(text)]
    found: list[Token] = []
    at = 0
    while at < len(raw):
        word = raw[at]
        small = canonical(word.text)
        if not small or small in DROPPED:  # a mark that is no letter of ours has nothing to say
            at += 1
            continue
        length = 1
        if (small.isdigit() and not word.text[0].isdigit()) or small in HUNDREDS:
            small, length = _in_words(raw, at) or (small, 1)
        elif (small in BEFORE_A_NUMBER or (small in BETWEEN_NUMBERS and found and found[-1].is_number)) and _has_number(
            raw, at + 1
        ):
            at += 1
            continue
        found.append(Token(small, word.start, raw[at + length - 1].end))
        at += length
    return found


def normalised(text: str) -> str:
    """A text as any spelling of it is read: "12 Church Street" and "No. twelve, Church St." alike."""
    return " ".join(token.text for token in tokens(text))


def _has_number(raw: list[Token], at: int) -> bool:
    return at < len(raw) and canonical(raw[at].text)[:1].isdigit()


def _in_words(raw: list[Token], at: int) -> tuple[str, int] | None:
    """A number of several words that begins here, and of how many: "twenty-one", "one hundred and four"."""
    words = [folded(token.text) for token in raw[at : at + 6]]
    if words[:2] == ["a", "hundred"] or words[:1] == ["hundred"]:
        used, value = words.index("hundred"), 1
    elif words and words[0] in NUMBERS:
        spoken = _one_by_one(words)
        if spoken:
            return spoken, len(spoken)
        used, value = _below_a_hundred(words)
    else:
        return None
    if words[used : used + 1] == ["hundred"] and value < 10:
        used, value = used + 1, value * 100
        and_ = words[used : used + 1] == ["and"]
        more, rest = _below_a_hundred(words[used + and_ :])
        if more:
            used, value = used + and_ + more, value + rest
    return str(value), used


def _one_by_one(words: list[str]) -> str:
    """A number that is said figure by figure, with a nought in it: "one oh one"."""
    figures = ""
    for word in words:
        figure = "0" if word in NOUGHTS and figures else NUMBERS.get(word, "")
        if len(figure) != 1:
            break
        figures += figure
    figures = figures.rstrip("0")
    return figures if len(figures) > 2 and "0" in figures else ""


def _below_a_hundred(words: list[str]) -> tuple[int, int]:
    """How many words are a number below a hundred, and which."""
    if not words or words[0] not in NUMBERS:
        return 0, 0
    value = int(NUMBERS[words[0]])
    if words[0] in TENS and len(words) > 1 and words[1] in UNITS[:9]:
        return 2, value + int(NUMBERS[words[1]])
    return 1, value


def spellings(word: str) -> Iterator[str]:
    """A word as it is read, as it is written, in its shortest and in its whole form."""
    small = canonical(word)
    yield small
    yield folded(word)
    yield WHOLE.get(small, small)


SINGLES = 4
"""So many single letters in a row are a word that somebody took apart: "M i l l"."""


WordsRead = tuple[Sequence[Token], Sequence[bool], Set[str], Sequence[int]]
"""A text's words, which of them stand among single letters, each once, and where those with a digit first are."""


def read_words(text: str) -> WordsRead:
    """The words of a text as it stands."""
    words = tokens(text)
    with_digits = tuple(at for at, word in enumerate(words) if word.text[0].isdigit())
    return tuple(words), tuple(_singles(words)), frozenset(word.text for word in words), with_digits


def _singles(words: Sequence[Token]) -> list[bool]:
    """Of each word, whether it stands among single letters in a row."""
    found = [False] * len(words)
    if sum(len(word.text) == 1 for word in words) < SINGLES:
        return found
    first = 0
    while first < len(words):
        last = first
        while last < len(words) and len(words[last].text) == 1:
            last += 1
        row = "".join("a" if word.text.isalpha() else "1" for word in words[first:last])
        if "a" * SINGLES in row or (len(row) > SINGLES and row.count("a") >= SINGLES - 1):
            found[first:last] = [True] * (last - first)
        first = max(last, first + 1)
    return found
