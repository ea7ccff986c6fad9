"""The rules that lead from the addresses that Open Referral asks for to the files that stand there."""

from __future__ import annotations

import re

from generator.site.exports.openapi import LISTS
from generator.site.exports.redirects import redirects_file
from tests.builders import a_service
from tests.site.exports.conftest import OpenData
from tests.sites import a_publication, a_site, download_at


def answered(rules: str, address: str) -> str | None:
    """The file that a host serves, as Cloudflare Pages reads rules: the first one that fits wins over any file."""
    for line in rules.splitlines():
        source, target, status = line.split(" ")
        found = re.fullmatch(source.replace(":id", "(?P<id>[^/]+)"), address)
        if found:
            assert status == "200"
            return target.replace(":id", found.groupdict().get("id", ""))
    return None


def test_each_address_of_the_feed_is_answered_by_a_file_that_is_there(data: OpenData) -> None:
    rules = redirects_file(["/data/oruk/"]).data.decode()
    asked = ["/data/oruk", "/data/oruk/", *(f"/data/oruk/{name}" for name in LISTS)]
    asked += [f"/data/oruk/{name}/{row['id']}" for name in LISTS for row in data.get(name)["contents"]]

    assert {str(answered(rules, one)).lstrip("/") for one in asked} <= data.files.keys()
    assert answered(rules, "/data/oruk/openapi.json") is None
    assert answered(rules, "/data/oruk/services.json") is None
    assert answered(rules, "/data/") is None


def test_rules_for_one_address_stand_before_those_for_many() -> None:
    """Cloudflare Pages reads at most 100 of the second kind."""
    lines = redirects_file(["/data/oruk/", "/cy/data/oruk/"]).data.decode().splitlines()
    many = [":id" in line for line in lines]

    assert many == sorted(many)
    assert sum(many) == 2 * len(LISTS)


def test_a_site_below_a_folder_of_its_host_and_one_in_two_languages_have_their_own_rules() -> None:
    languages = {"en": {"site_name": "Help"}, "cy": {"site_name": "Cymorth"}}
    site = a_site(site_url="https://example.org/help/", languages=languages)
    publication = a_publication(a_service(), site=site)
    rules = download_at("_redirects", publication).decode()

    assert answered(rules, "/help/data/oruk/services") == "/help/data/oruk/services.json"
    assert answered(rules, "/help/cy/data/oruk/services/1a") == "/help/cy/data/oruk/services/1a.json"
    assert answered(rules, "/data/oruk/services") is None
    headers = download_at("_headers", publication).decode()
    assert "/cy/data/*\n  Access-Control-Allow-Origin: *" in headers
