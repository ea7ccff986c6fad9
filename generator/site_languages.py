"""What `languages:` says of one language of a site -> its name, its address, whether all of it must be there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, ValidatorFunctionWrapHandler, WrapValidator

from generator import urls
from generator.diagnostics import HIDDEN_CHARACTER, FieldError, quoted
from generator.model.fields.text import A_LANGUAGE, Words

A_HOST = r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?"
A_SITE = re.compile(rf"https?://{A_HOST}(?:/[A-Za-z0-9._~/-]*)?")
T = TypeVar("T")
MOST = 8
"""So many languages one build makes. Each is a whole site."""


def words(text: str) -> str:
    """A text on one line, without what nobody can see."""
    text = " ".join(text.split())
    if not text.isprintable():
        raise FieldError(HIDDEN_CHARACTER, f"there is a hidden character in {text!r}", "type it again")
    return text


def _name(text: str) -> str:
    if not text.strip():
        raise FieldError("value-empty", "this is empty", "write some words")
    return words(text)


def _public_address(text: str) -> str:
    if not A_SITE.fullmatch(text):
        cure = "write it as https://help.example.org/"
        raise FieldError("not-a-site-address", f"{text!r} is not the address of a site", cure)
    return text if text.endswith("/") else text + "/"


def yes_or_no(example: str) -> BeforeValidator:
    """true, yes, false or no; anything else is refused, with the line as it should be."""

    def read(value: Any) -> bool:
        said = {"true": True, "yes": True, "false": False, "no": False}.get(str(value).lower())
        if said is None:
            said_now = f"{str(value)!r} is neither true nor false"
            raise FieldError("neither-true-nor-false", said_now, f"write {example}, or take the line out")
        return said

    return BeforeValidator(read)


def _one_a_language(value: Any, read: ValidatorFunctionWrapHandler) -> Any:
    """A text, or one a language, each of them read as the text alone would be."""
    if not isinstance(value, dict) or not value:
        return read(value)
    for code in value:
        if not A_LANGUAGE.fullmatch(str(code)):
            cure = "write the text alone, or {en: Help, cy: Cymorth}"
            raise FieldError("not-a-language", f"{quoted(code)} is not a language", cure)
    return Words({str(code): read(text) for code, text in value.items()})


def said_in(text: T, language: str) -> T | str:
    """A text in a language, where it is there; else as it is, and it still knows which language it is in."""
    return text.into(language) if isinstance(text, Words) and language in text.by_language else text


IN_EACH_LANGUAGE = WrapValidator(_one_a_language)
Name = Annotated[str, AfterValidator(_name)]
PublicAddress = Annotated[str, AfterValidator(_public_address)]


class SettingsPart(BaseModel):
    """A part of the settings. Unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class SiteLanguage(SettingsPart):
    """The site in one language: `cy: {site_name: Cymorth ar ôl trosedd}`."""

    site_name: Name | None = None
    """What the site is called in this language; of the first one, what `site_name:` at the top says."""
    site_description: Annotated[str, AfterValidator(words)] | None = None
    site_url: PublicAddress | None = None
    """Where it stands, if not below the first language's address: https://cymorth.example.org/."""
    equal: Annotated[bool, yes_or_no("equal: true")] = False
    """Whether a text without this language is an error."""
    only_when_read: Annotated[bool, yes_or_no("only_when_read: true")] = False
    """Whether words that guard a life are in this language only where a record says who has read them."""


def judged(languages: Mapping[str, SiteLanguage], language: str, site_url: str) -> None:
    """FieldError where the languages of a site do not fit together, or the rest of its settings.

    Args:
        languages: as the author wrote them; none where the site has one language.
        language: what `theme: language:` says; the first of them where it says nothing.
        site_url: where the first language stands.
    """
    if not languages:
        return
    first, *others = languages
    if len(languages) > MOST:
        raise FieldError("too-many-languages", f"there are {len(languages)} languages", f"the most is {MOST}")
    if language != first:
        cure = f"write language: {first} below theme:, or put {language} first"
        raise FieldError("first-language-differs", f"theme: says {quoted(language)}, languages: {quoted(first)}", cure)
    if languages[first].site_url:
        raise FieldError("address-of-first-language", f"{first} has the site's own address", "take site_url out here")
    addresses = {site_url: first}
    for code in others:
        if code in urls.OURS:
            words_ = f"/{code}/ is an address of the site's own pages"
            raise FieldError("address-of-the-site", words_, f"write a longer code of the language, such as {code}-GB")
        one = languages[code]
        if one.site_name is None:
            cure = f"write {code}: {{site_name: ...}}"
            raise FieldError("language-without-name", f"the site has no name in {quoted(code)}", cure)
        address = one.site_url or f"{site_url}{code}/"
        if one.site_url and one.site_url.startswith(site_url):
            cure = f"take site_url out: it stands at {site_url}{code}/"
            raise FieldError("address-in-the-site", f"{one.site_url} is inside {site_url}", cure)
        if address in addresses:
            words_ = f"{code} and {addresses[address]} have one address"
            raise FieldError("address-used-twice", words_, "give each its own, or take site_url out")
        addresses[address] = code
