"""An address outside the site, as the settings name it: any, or the one where "Leave this site" may lead."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator

from generator.diagnostics import FieldError
from generator.site_languages import A_HOST

A_LINK = re.compile(rf"https://{A_HOST}(?:[/?#][^\s<>\"'\\^`{{|}}]*)?", re.IGNORECASE)
EXIT = "https://www.bbc.co.uk/weather"
# Sites that greet their readers by name, or show what they looked at before: no place to be seen on.
PERSONAL = (
    *("google.com", "google.co.uk", "youtube.com", "gmail.com", "facebook.com", "instagram.com", "whatsapp.com"),
    *("x.com", "twitter.com", "tiktok.com", "amazon.co.uk", "amazon.com", "ebay.co.uk", "outlook.com"),
    *("live.com", "netflix.com", "linkedin.com", "pinterest.com", "reddit.com"),
)


def _link(text: str) -> str:
    if not A_LINK.fullmatch(text):
        cure = "write it as https://www.example.org/"
        raise FieldError("not-a-web-address", f"{text!r} is not a link we can use here", cure)
    return text


def _exit_page(text: str) -> str:
    host = (urlsplit(text).hostname or "").lower()
    for other in PERSONAL:
        if host == other or host.endswith(f".{other}"):
            cure = f"choose one that is the same for everyone: {EXIT}"
            raise FieldError("exit-shows-own-things", f"{text!r} shows each person their own things", cure)
    return text


Link = Annotated[str, AfterValidator(_link)]
ExitPage = Annotated[str, AfterValidator(_link), AfterValidator(_exit_page)]
