"""A small site with a form, and somebody who opens it, fills it in and sends it as a browser does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from generator.preview.current_site import Answer
from generator.preview.form_gate import PLACE, Gate
from generator.preview.forms import Forms
from generator.template_folder import OWN_TEMPLATES, TemplateFolder
from tests.builders import at
from tests.site_builder import Site, a_site

VICTIM_SUPPORT = "services/victim-support-cumbria"
REFUGE = "services/harbour-refuge"
SAVED = {"Location": f"{PLACE}{VICTIM_SUPPORT}?saved=yes"}
NOW = "2027-02-10 09:00"


def forms_of(site: Site, gate: Gate | None = None) -> Forms:
    templates = TemplateFolder.of(site.root, OWN_TEMPLATES)
    return Forms(site.root, lambda: templates, lambda: at(NOW), gate or Gate(8000))


def sent_by(tree: Any, number: int = 0) -> dict[str, list[str]]:
    """What a browser would send of one of a page's forms, if nobody touched it; without the token."""
    form = tree.xpath("//form[@method='post']")[number]
    sent: dict[str, list[str]] = {}
    for one in form.xpath(".//input | .//textarea | .//select"):
        if one.tag == "select":
            value = next(iter(one.xpath("./option[@selected]/@value")), "")
        elif one.tag == "textarea":
            value = "".join(one.itertext()).removeprefix("\n").replace("\n", "\r\n")
        elif one.get("type") == "checkbox" and one.get("checked") is None:
            continue
        else:
            value = one.get("value", "").replace("\n", "")
        sent.setdefault(one.get("name"), []).append(value)
    sent.pop("token")
    return sent


@dataclass
class Staff:
    """Somebody in front of the form, in one window."""

    forms: Forms
    site: Site

    @property
    def text(self) -> str:
        return (self.site.root / "services.yaml").read_bytes().decode()

    def opens(self, address: str) -> dict[str, list[str]]:
        """What the form of a record would send as it is."""
        answer = self.forms.answer("GET", PLACE + address, {})
        assert answer.status == 200, answer.body.decode()
        return {**sent_by(tree_of(answer)), "do": ["save"]}

    def sends(self, address: str, given: Mapping[str, list[str]], **changes: Any) -> Answer:
        """The same with some fields filled in."""
        return self.forms.answer("POST", PLACE + address, {**given, **changes})

    def saves(self, address: str, changes: Mapping[str, list[str]]) -> Answer:
        """Open a form, fill it in, press Save."""
        return self.forms.answer("POST", PLACE + address, {**self.opens(address), **changes})


def tree_of(answer: Answer) -> Any:
    return lxml_html.document_fromstring(answer.body.decode())


def said(answer: Answer) -> list[str]:
    """What stands first on a page, and each mistake beside its field."""
    tree = tree_of(answer)
    return [
        " ".join(one.text_content().split())
        for one in tree.xpath(
            "//*[contains(@class, 'said-first')]//h2 | //p[contains(@class, 'said-first')] | "
            "//section[contains(@class, 'said-first')]//li | //p[@class='wrong']"
        )
    ]


@pytest.fixture
def staff(tmp_path: Path) -> Staff:
    """Somebody at the small site, on 10 February 2027."""
    site = a_site(tmp_path / "site")
    return Staff(forms_of(site), site)
