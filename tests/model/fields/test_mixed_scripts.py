"""A word of two alphabets is found, and what was meant; whole words in another script, and units, are left alone."""

from __future__ import annotations

import pytest

from generator.model.fields.mixed_scripts import mixed_words
from generator.model.fields.stray_characters import cleaned

MIXED = {
    "H\u0430rbour": "Harbour",
    "\u0410dult": "Adult",
    "Harb\u043eur": "Harbour",
    "Refug\u0435": "Refuge",
    "Vi\u0441tim": "Victim",
    "\u0455arc": "sarc",
    "NSP\u0421C": "NSPCC",
    "N\u0405PCC": "NSPCC",
    "\u0412\u0410RNARDO": "BARNARDO",
    "\u0421ymru": "Cymru",
    "\u0391lpha": "Alpha",
    "Hel\u03c1": "Help",
    "H\u0434rbour": "",
    "\u043f\u043elice": "",
    "\u054fefuge": "",
    "\u13a1efuge": "",
    "Li\u0578e": "Line",
    "\uff28arbour": "Harbour",
    "Har\uff42our": "Harbour",
    "\U0001d407arbour": "Harbour",
    "\u212aendal": "Kendal",
    "0\uff11632": "01632",
    "\u043fo\u043b\u0438\u0446\u0438\u044f": "\u043f\u043e\u043b\u0438\u0446\u0438\u044f",
}
RIGHT = """
ﬁrst oﬃce ﬂat
T\u0177 G\u0175yn
Llinell gymorth
Caf\u00e9 Zo\u00eb
\u0141\u00f3d\u017a
\u0423\u043a\u0440\u0430\u0457\u043d\u0441\u044c\u043a\u0430
\u03b5\u03bb\u03bb\u03b7\u03bd\u03b9\u03ba\u03ac
\u0627\u0644\u0639\u0631\u0628\u064a\u0629
\u0a2a\u0a70\u0a1c\u0a3e\u0a2c\u0a40
T\u30b7\u30e3\u30c4
\u65e5\u672c\u8a9eABC
\ud55c\uad6d\uc5b4OK
10 \u03bcg
5 k\u03a9
\u00b5m
\u03b1-blocker
\u0394t
SMS\u0430\u043c
WhatsApp'\u0443
PIN-\u043a\u043e\u0434
\u043a\u043e\u0432\u0438\u043419
na\u00efve stra\u00dfe
1\u00aa 2\u00ba
H\u2082O x\u00b2
\uff28\uff45\uff4c\uff50
\uff23\uff21\uff13 \uff18\uff21\uff21
e\u0301t\u0301e
Dvo\u0159\u00e1k
\u0130stanbul
1\u02e2\u1d57
"""


@pytest.mark.parametrize(("word", "right"), MIXED.items())
def test_a_word_of_two_alphabets_is_found_with_what_was_meant(word: str, right: str) -> None:
    (found,) = mixed_words(f"The {word} line")

    assert (found.start, found.end, found.right) == (4, 4 + len(word), right)
    assert not word[found.at - 4].isascii() or word[0] == "\u043f"


@pytest.mark.parametrize("text", RIGHT.strip().splitlines())
def test_genuine_words_of_any_script_are_left_alone(text: str) -> None:
    assert list(mixed_words(text)) == []


def test_a_table_from_elsewhere_is_put_right_where_it_is_clear_what_was_meant() -> None:
    assert cleaned("H\u0430rbour")[0] == "Harbour"
    assert cleaned("H\u0434rbour")[0] == "H\u0434rbour"
