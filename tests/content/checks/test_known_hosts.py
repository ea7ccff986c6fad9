"""`host:` names a host whose limits are known, or none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.content.checks import known_hosts
from generator.content.loading.hosts import read_hosts
from tests.checks_of import SETTINGS, a_content

EVERY = ", ".join(read_hosts())


def said(host: str | None) -> list[str]:
    config = f"plugins:\n  - waymark:\n      host: {host}\n"
    whole = replace(a_content(config=config), settings=SETTINGS.model_copy(update={"hosted_by": host}))
    return [str(one) for one in known_hosts.check(whole)]


@pytest.mark.parametrize("host", [None, "github", "cloudflare-paid", "object-store"])
def test_a_known_one_is_right_and_so_is_none(host: str | None) -> None:
    assert said(host) == []


@pytest.mark.parametrize(
    ("host", "cure"),
    [
        ("cloudfare", 'did you mean "cloudflare"?'),
        ("Netlify", 'did you mean "netlify"?'),
        ("gitlab-pages", 'did you mean "gitlab"?'),
        ("our cupboard", f"use one of: {EVERY}"),
    ],
)
def test_another_is_named_at_its_place_with_the_nearest(host: str, cure: str) -> None:
    assert said(host) == [f"mkdocs.yml:3:13: '{host}' is no host whose limits are known; {cure}"]
