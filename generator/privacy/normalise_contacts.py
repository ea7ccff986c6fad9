"""A number, a link or an e-mail address as people type it -> as Waymark writes it, where it can mean one alone."""

from __future__ import annotations

import re

from generator.diagnostics import FieldError, quoted
from generator.model.fields.phones import phone_number
from generator.model.fields.text import AN_EMAIL
from generator.privacy.telling_patterns import TellingKind
from generator.privacy.whereabouts import tellings

PHONES = ("phone", "text", "textphone")
LINKS = ("chat", "form", "website")
A_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:/[^\s]*)?", re.IGNORECASE)
"""A web address without its beginning."""
SEVERAL = re.compile(r"[/,;|\n]|\bor\b|\band\b|&")
A_NUMBER = 5
"""So many digits make a number of their own, where several may be typed as one."""
A_RUN_OF_DIGITS = re.compile(r"[+(]?\d(?:[\s().-]*\d)+")
TAKES_BACK = re.compile(
    r"\b(?:not?|never|old|was|were|formerly|ended|until|fax|don't|do not|replaced|ext\w*)\b", re.IGNORECASE
)
"""Words that may say that the number beside them is not the one to call."""
A_SCHEME_TYPED = re.compile(r"(?P<scheme>https?)(?:://|:/|//)(?P<rest>[a-z0-9.-]+(?:[/?#:]\S*)?)", re.IGNORECASE)
NAMED = re.compile(r"\A(?:e-?mails?|address|contact)(?: address)?\s?[:–-]\s{0,3}", re.IGNORECASE)
AT_IN_WORDS = re.compile(r"\s?[(\[{]\s?at\s?[)\]}]\s?|\sat\s", re.IGNORECASE)
DOT_IN_WORDS = re.compile(r"\s?[(\[{]\s?dot\s?[)\]}]\s?|\sdot\s", re.IGNORECASE)
A_SCHEME = re.compile(r"\A(?:tel|sms|mailto):(?://)?", re.IGNORECASE)


def typed_address(way: str, text: str) -> str:
    """A number, a link or an e-mail address, for a way to be reached. ValueError, in an author's words, for several.

    What can't be read is given back as it is: whoever makes a contact of it says what is wrong.
    """
    if way in LINKS:
        return whole_address(text)
    bare = A_SCHEME.sub("", text.strip())
    if way not in PHONES:
        return email_in(bare)
    parts = [part for part in SEVERAL.split(bare) if sum(letter.isdigit() for letter in part) >= A_NUMBER]
    if len(parts) > 1:
        raise FieldError("several-numbers", f"there are {len(parts)} numbers in {quoted(text)}", "leave the first")
    return number_in(bare) or bare


def whole_address(text: str) -> str:
    """A web address as people type it, with what stands in front: harbour.org.uk -> https://harbour.org.uk.

    HTTPS:// is a scheme as https:// is, and "https//" or "http:/" is one with a sign too few.
    """
    if begins := A_SCHEME_TYPED.fullmatch(text.strip()):
        host, slash, path = begins["rest"].partition("/")
        return f"{begins['scheme'].lower()}://{host.lower()}{slash}{path}"
    return f"https://{text.strip()}" if A_DOMAIN.fullmatch(text.strip()) else text


def email_in(text: str) -> str:
    """An e-mail address that somebody wrote in words, or behind its name: "E-mail: help (at) example.org"."""
    bare = NAMED.sub("", text.strip())
    at = AT_IN_WORDS.sub("@", bare) if bare.count("@") == 0 else bare
    if at.count("@") != 1:
        return text
    local, _, host = at.partition("@")
    found = f"{DOT_IN_WORDS.sub('.', local)}@{DOT_IN_WORDS.sub('.', host)}".strip("<> ")
    return found if AN_EMAIL.fullmatch(found) else text


def number_in(text: str) -> str:
    """The one number in words that say more; "" where there may be two, or where the words may take it back."""
    found = [text[one.start : one.end] for one in tellings(text) if one.kind == TellingKind.PHONE]
    if len(found) != 1 or TAKES_BACK.search(text):
        return ""
    digits = A_RUN_OF_DIGITS.search(found[0])
    number = digits[0] if digits else ""
    try:
        phone_number(number)
    except ValueError:
        return ""
    return number if any(letter.isalpha() for letter in text) else ""


def lost_zero(text: str) -> str:
    """The number that this was before a spreadsheet took away its first 0, or its +; "" where it was not."""
    digits = text.replace(" ", "")
    if re.fullmatch(r"44[1-9]\d{8,9}", digits):
        return f"0{digits[2:]}"
    return f"0{digits}" if re.fullmatch(r"[1-9]\d{8,9}", digits) else ""
