"""Texts -> the words that search compares: small letters without accents or apostrophes, as `words.js` them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from importlib import resources
from itertools import takewhile

from generator import urls
from generator.l10n.mutations import is_welsh, without_clitics
from generator.l10n.translations import pgettext

A_WORD = re.compile(r"[^\W_]+")
APOSTROPHES = str.maketrans("", "", "'’‘`´")

# Words that say nothing of what is meant, by language. A language without a list here has none.
STOP_WORDS = {
    "en": (
        "a about after again all also am an and any anyone anything are as at be been being but "
        "by can cant could did didnt do does dont every everyone for from get getting go "
        "got had happen happened has have he help her here him his how i id if im in is "
        "it its ive just know like lot made make makes making me more my need no nobody not "
        "nothing now of off ok on one or our out over people person please really say she should so "
        "some somebody someone something than that the their them then there these they things think thinking this "
        "to too try u up very want was we well were what when where which who why will with without "
        "wont would you your"
    ).split(),
    "cy": (
        "a ac ag am ar at bod beth ble byddaf chi chwi dan ddim dros drwy dw dwi dy dydw dych dyn e ef ei eich ein "
        "eisiau eu fe fel fo fod fy gan gen gyda gydag hefyd heb hi hon hwn hyd hyn i ia iawn iddi iddo ie llawer maen "
        "mae mewn mi moyn mor myn na nac nad neb nes neu ni nid ni nhw nawr o oddi oedd oes ond os pam pan pawb pe pob "
        "pryd pwy roedd rwyn rwy rydw rydym sut sy sydd tan ti tu un wedi wnaeth wnes wrth "
        "y ydw ydy yma yn yna ym yng yr"
    ).split(),
}
ALSO_TYPED = {"cy": "en"}
"""Whose words are typed on a site in a language too: many know a crime by its English name alone."""


@lru_cache(maxsize=65536)
def words_in(text: str) -> tuple[str, ...]:
    """The words of a text, in order: "Women's Aid, 24/7" -> womens, aid, 24, 7."""
    if text.isascii():
        return tuple(A_WORD.findall(text.translate(APOSTROPHES).lower()))
    apart = unicodedata.normalize("NFD", text)
    bare = "".join(letter for letter in apart if not unicodedata.category(letter).startswith("M"))
    return tuple(A_WORD.findall(bare.translate(APOSTROPHES).lower()))


def words_in_language(text: str, language: str) -> tuple[str, ...]:
    """The words of a text in a language: in Welsh without what is written on to their ends."""
    return words_in(without_clitics(text) if is_welsh(language) else text)


def stop_words(language: str) -> tuple[str, ...]:
    """The words that a language's search passes over: those of "en" also serve "en-GB"."""
    own = language.partition("-")[0]
    return tuple(dict.fromkeys((*STOP_WORDS.get(own, ()), *STOP_WORDS.get(ALSO_TYPED.get(own, ""), ()))))


A_LONG_NAME = re.compile(
    r"([^\W\d_]+)[- ](?:in|on|upon|over|super|under|sub|by|de|en|le|cum|next|the)[- ]", re.IGNORECASE
)
"""The first word of a town's whole name is what people call it."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SHORT = 4
"""In a word of so many letters only two changed over are put right; in a longer one, by its stem, any one slip."""


TWICE = re.compile(r"(.)\1+")
IES = re.compile(r"ie[sd]$")
PLURAL = re.compile(r"([^su])s$")
AN_END = re.compile(r"(?:ing|([^e])ed|ment|ive)$")
A_VOWEL = re.compile("[aeiouy]")
A_LAST_E = re.compile(r"(..)e$")
A_LAST_OR = re.compile(r"(.{4})[eo]r$")


def flat(word: str) -> str:
    """One way to write what English writes in two, as `flat` in words.js."""
    word = TWICE.sub(r"\1", word).replace("our", "or")
    if word.endswith("tre"):
        word = f"{word[:-3]}ter"
    return word.replace("iz", "is").replace("ae", "e")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """What the forms of a word share, as `stem` in words.js."""
    if len(word) < 4 or not word.isalpha():
        return flat(word)
    whole = word
    if word[-1] in "sd":  # twenty thousand words are read for one page: most have none of these ends
        whole = PLURAL.sub(r"\1", IES.sub("y", word))
    if whole[-1] in "gdte":
        short = AN_END.sub(lambda found: found[1] or "", whole)
        if len(short) > 2 and A_VOWEL.search(short):
            whole = short
    whole = flat(whole)
    if whole.endswith("ce"):
        whole = f"{whole[:-2]}s"
    if whole[-1] == "r":
        whole = A_LAST_OR.sub(r"\1", whole)
    return A_LAST_E.sub(r"\1", whole) if whole[-1:] == "e" else whole


ENDS_SILENT = re.compile(r"[^aeiouy]*[aeiou][^aeiouwxy]es?")
ENDS_HARD = re.compile(r"[^aeiouy]*[aeiou]([^aeiouwxy])(s|\1.*)?")


@lru_cache(maxsize=4096)  # the signs that ship are the same in every build of a process
def fewest_forms(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words of a pattern without each that finds nothing but what another finds, as short as they can be sent.

    "=word" finds itself, "word" its forms, "~word" slips too; "$name" stands for a group. Of two forms the one stays
    that `sameRoot` in words.js keeps apart from nothing: "taking" is neither a robe nor robbed, "take" is one of these.
    """
    kept: list[str] = []
    for word in sorted(words, key=lambda word: (word[0] != "~", word[0] == "=", _sound(word) != "")):
        root, sound = stem(word.lstrip("=~")), _sound(word)
        found = (
            one for one in kept if one[0] not in "=$" and stem(one.lstrip("~")) == root and _sound(one) in ("", sound)
        )
        if word not in kept and (word[0] in "~$" or not any(found)):
            kept.append(word)
    return tuple(_shortest(word) for word in dict.fromkeys(words) if word in kept)


def _shortest(word: str) -> str:
    """A word's stem, where it finds the same as the word does."""
    short = stem(word)
    as_good = word[0] not in "=~$" and stem(short) == short and _sound(word) == _sound(short) == ""
    return min(word, short, key=len) if as_good else word


def _sound(word: str) -> str:
    """Whether a short word ends in a silent e or in a consonant, as words.js asks."""
    bare = word.lstrip("=~")
    return "silent" if ENDS_SILENT.fullmatch(bare) else "hard" if ENDS_HARD.fullmatch(bare) else ""


def a_slip_away(word: str, kept: int) -> Iterator[str]:
    """Every spelling one slip from a word, the first `kept` letters kept."""
    yield from changed_over(word)
    for i in range(kept, len(word) + 1):
        yield from (word[:i] + letter + word[i:] for letter in LETTERS)
        if i < len(word):
            yield word[:i] + word[i + 1 :]
            yield from (word[:i] + letter + word[i + 1 :] for letter in LETTERS)


def changed_over(word: str) -> Iterator[str]:
    """A word with two neighbouring letters changed over."""
    for i in range(len(word) - 1):
        yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]


@lru_cache(maxsize=1)
def english_words() -> frozenset[str]:
    """Common English words and their stems."""
    text = resources.files("generator.model.data").joinpath("english-words.txt").read_text(encoding="utf-8")
    words = [word for line in text.splitlines() if line[:1] != "#" for word in line.split()]
    return frozenset((*words, *map(stem, words)))


def one_family(word: str, other: str) -> bool:
    """Whether two stems differ in their last letter alone, after six that are the same."""
    return word[:6] == other[:6] and len(word) > 6 and word[:-1] in (other, other[:-1])


def real_words(known: Iterable[str], kept: int = 1) -> list[str]:
    """The stems of words that are no slip of a known one, though they look like it: "polish" beside "police".

    What differs in its last letter alone, after six that are the same, is of one family: violence and violent.
    """
    return list(_real_words(frozenset(word for word in known if word.isalpha()), kept))


@lru_cache(maxsize=8)  # a preview asks again after each change
def _real_words(words: frozenset[str], kept: int) -> tuple[str, ...]:
    stems, english = {stem(word) for word in words}, english_words()
    real = {other for word in words if len(word) == SHORT for other in changed_over(word) if other in english}
    for each in stems:
        if len(each) > SHORT:
            real |= {near for near in a_slip_away(each, kept) if near in english and not one_family(near, each)}
    return tuple(sorted({stem(word) for word in real} - stems - words))


def in_brief(words: Iterable[str]) -> str:
    """Sorted words, each as how many of its first letters the one before it has, and its others: 0cat2r3t."""
    said, before = [], ""
    for word in words:
        pairs = takewhile(lambda pair: pair[0] == pair[1], zip(before, word, strict=False))
        shared = min(sum(1 for _ in pairs), 9)
        said.append(f"{shared}{word[shared:]}")
        before = word
    return "".join(said)


def towns_as_said(towns: Iterable[str]) -> Iterator[str]:
    """Towns, and before each its short name, where it has one: Barrow of Barrow-in-Furness."""
    for town in towns:
        short = A_LONG_NAME.match(town)
        yield from (short[1], town) if short else (town,)


def page_words(_: Callable[[str], str]) -> Mapping[str, str]:
    """What people type for the pages that every site has, beside their titles."""
    return {
        urls.STAY_SAFE: _(
            "browsing history|clear my history|delete history|hide my search|being watched|being tracked|spyware|"
            "private window|incognito|hide this page|leave this site quickly|tracker|stalkerware|reads my messages"
        ),
        urls.RIGHTS: _(
            "victims code|my rights|complain|let down by the police|investigate|personal statement|impact statement|"
            "property back|right to review|case dropped"
        ),
        urls.PRIVACY: _("cookies|my data|who can see this|is this private|confidential|anonymous"),
        urls.WHERE: _("postcode"),
        urls.ACCESSIBILITY: _("easy read|large print|screen reader|screenreader|braille|dyslexia|dyslexic"),
        urls.PROFESSIONALS: _("refer|referral|marac|professional|social worker|doctor|patient|client"),
        urls.ABOUT: _("who runs this site|who made this site"),
        urls.LANGUAGES: _("language|interpreter|translation|another language"),
        "help-without-speaking/": _(
            "deaf|sign language|text|chat|e-mail|email|without speaking|cannot phone|hearing impaired|relay|voice"
        ),
        "data/": _("data|download|csv|spreadsheet|open data"),
        urls.SERVICES: _("list of services|directory"),
        urls.NOT_SURE: _("not sure|confused|unsure"),
    }


def said_of_results(_: Callable[[str], str], plural: Callable[[str, str], Mapping[str, str]]) -> Mapping[str, str]:
    """What the list says of what was found, in the site's language."""
    return {
        **plural("1 result", "{} results"),
        "meant": _("All the help for:"),
        "call": pgettext("a button", "Call", _),
        "text": pgettext("a button", "Text", _),
        "always": _("Day and night"),
        "old": _("These details may have changed."),
        "paused": _("Not taking new people at the moment."),
        "closed": _("This service has closed. Its page says who can help now."),
        "crimes": _("What happened"),
        "audiences": _("Who it is for"),
        "kinds": _("Kind of help"),
        "areas": pgettext("where a service helps", "Where", _),
        "page": _("Page"),
        "campaign": _("Campaign"),
    }
