"""Every list of the real site leads with whom to call now, and with the right lines for its readers."""

from __future__ import annotations

import pytest

from tests.built_site.conftest import Built


@pytest.mark.parametrize(
    ("address", "called"),
    [
        ("what-happened/sexual-violence/", ["victim-support-isva", "rape-sexual-abuse-support-line", "childline"]),
        ("what-happened/child-sexual-abuse/", ["victim-support-isva", "rape-sexual-abuse-support-line", "childline"]),
        ("what-happened/domestic-abuse/", ["victim-support-cumbria", "national-domestic-abuse-helpline"]),
        ("what-happened/any-crime/", ["victim-support-cumbria"]),
        ("who/children/", ["childline"]),
        ("who/young-people/", ["victim-support-cumbria", "childline"]),
        ("who/men/", ["victim-support-cumbria"]),
        ("where/cumberland/", ["victim-support-cumbria"]),
    ],
)
def test_a_list_leads_with_the_right_lines_to_call_now(address: str, called: list[str], built: Built) -> None:
    (box,) = built.trees[address].xpath("//section[@class='talk']")
    (first, *_) = built.trees[address].xpath("//ul[@class='cards']")
    names = [str(a.get("href")).split("/")[-2] for a in box.iter("a") if str(a.get("href")).startswith("/services/")]

    assert names == called
    assert box.sourceline < first.sourceline


def test_every_page_that_lists_help_leads_with_whom_to_call_now(built: Built) -> None:
    lists = [
        page for page in built.trees if page.startswith(("what-happened/", "who/", "where/")) and page.count("/") > 1
    ]

    assert len(lists) > 50
    assert [
        page for page in lists if not built.trees[page].xpath("//section[@class='talk']//a[starts-with(@href, 'tel:')]")
    ] == []
