"""Beside the line for everyone, another says why it stands there: it is made for this, or for those of an age."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders import a_service
from tests.sites import some_templates

NUMBER = {"phone": "0808 157 0002", "hours": "24/7"}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"who": {"audiences": ["children"], "ages": {"to": 18}}}, "Or, if you are under 19:"),
        ({"who": {"audiences": ["young-people"], "ages": {"from": 11, "to": 25}}}, "Or, if you are under 26:"),
        ({"who": {"audiences": ["older"], "ages": {"from": 60}}}, "Or, if you are 60 or over:"),
        ({"who": {"audiences": ["women"]}}, "Or, made for this:"),
        ({"helps_with": ["sexual-violence"], "who": {"ages": {"from": 18}}}, "Or, made for this:"),
    ],
)
def test_a_line_beside_says_whom_it_is_there_for(changes: dict[str, Any], said: str) -> None:
    anyone, other = (
        a_service(id=name, contact=[NUMBER], **more) for name, more in (("anyone", {}), ("other", changes))
    )
    templates = some_templates(anyone, other)
    words = templates.part("components/talk.html", "talk", anyone, anyone.contact[0], [(other, other.contact[0])])

    assert f'">{said} <a href="' in words
