"""Reading a feed: every service once, whatever its pages say of themselves, and never without an end."""

from __future__ import annotations

from typing import Any

import pytest

from generator.staff.open_referral.feed_pages import FeedLimits
from generator.staff.open_referral.json_documents import MOST_BYTES, FeedError, read_json
from tests.staff.open_referral.feeds_of_others import COAST, FIRST, HERE, QUAY, WHOLE, a_page, read, slim


def names(documents: dict[str, Any], address: str = HERE) -> list[str]:
    return [one["name"] for _, one in read(documents, address)[0].services]


def test_each_service_of_a_list_is_asked_for_whole() -> None:
    feed, asked = read({HERE: a_page(slim(WHOLE), slim(FIRST)), f"{HERE}/{QUAY}": WHOLE, f"{HERE}/{COAST}": FIRST})

    assert [one for _, one in feed.services] == [WHOLE, FIRST]
    assert asked == [HERE, f"{HERE}/{QUAY}", f"{HERE}/{COAST}"]
    assert feed.told == []


@pytest.mark.parametrize(
    ("address", "document"),
    [
        (HERE, WHOLE),
        (HERE, [WHOLE]),
        (HERE, a_page(WHOLE)),
        (HERE, {"totalPages": 1, "content": [WHOLE]}),
        ("https://example.org/data/oruk/services.ndjson", b'{"id": "1", "name": "Quayside", "phones": []}\n' * 2),
    ],
)
def test_a_page_a_list_lines_and_one_record_are_all_read(address: str, document: Any) -> None:
    assert names({address: document}, address) == ["Quayside"]


def test_at_the_address_of_the_feed_itself_the_list_is_found() -> None:
    root = HERE.removesuffix("/services")

    assert names({f"{root}/": {"version": "HSDS-UK-3.0"}, HERE: a_page(WHOLE)}, f"{root}/") == ["Quayside"]


def test_every_page_is_read_and_the_question_keeps_its_other_words() -> None:
    start = f"{HERE}?per_page=1"
    feed, asked = read({start: a_page(WHOLE, total=2), f"{start}&page=2": a_page(FIRST, number=2, total=2)}, start)

    assert len(feed.services) == 2
    assert asked == [start, f"{start}&page=2"]


def test_a_host_that_gives_its_first_page_for_ever_is_asked_twice() -> None:
    page = a_page(WHOLE, total=400)
    feed, asked = read({HERE: page, **{f"{HERE}?page={number}": page for number in range(2, 401)}})

    assert (len(feed.services), len(asked)) == (1, 2)
    assert feed.told == [
        "Page 2 of 400 has nothing that is new, so no other was read.",
        "1 came twice, with one id, and were taken once.",
    ]


def test_a_record_that_cannot_be_had_is_what_its_list_says() -> None:
    rows = [{**slim(WHOLE), "id": f"{number}"} for number in range(9)]
    feed, asked = read({HERE: a_page(*rows)})

    assert (len(feed.services), len(asked)) == (9, 4)
    assert feed.told == [
        f"{HERE}/0 could not be had (it answers with 404).",
        "Of 9 services there is no more than the list says: no numbers, hours or areas.",
    ]


def test_a_record_that_is_another_is_not_taken_for_this_one() -> None:
    feed, _ = read({HERE: a_page(slim(WHOLE)), f"{HERE}/{QUAY}": FIRST})

    assert [one["name"] for _, one in feed.services] == ["Quayside"]


@pytest.mark.parametrize("name", ["../../etc/passwd", "..", "a/b", "", "x" * 200, "a?b#c", None, 7.5, ["a"], {"a": 1}])
def test_an_id_that_is_none_leads_nowhere(name: Any) -> None:
    feed, asked = read({HERE: a_page({**slim(WHOLE), "id": name})})

    assert [one for one in asked if one != HERE] in ([], [f"{HERE}/7.5"])
    assert len(feed.services) == 1


@pytest.mark.parametrize(
    ("limits", "step", "why"),
    [
        (FeedLimits(pages=3), 0.0, "says that it has 4 pages, and we read 3 at most"),
        (FeedLimits(documents=2), 0.0, "this takes more than 2 documents; ask whoever keeps it for one file"),
        (FeedLimits(seconds=1.5), 1.0, "this took too long, and was stopped; ask whoever keeps it for one file"),
        (FeedLimits(whole_bytes=1000), 0.0, "this has more than 0 MB in all; ask whoever keeps it for a part of it"),
        (FeedLimits(services=2), 0.0, "has more than 2 services; ask for a part of it"),
    ],
)
def test_there_is_an_end_to_pages_documents_seconds_bytes_and_services(
    limits: FeedLimits, step: float, why: str
) -> None:
    def page(number: int) -> Any:
        return a_page({**WHOLE, "id": f"{number}"}, number=number, total=4)

    documents = {HERE: page(1), **{f"{HERE}?page={number}": page(number) for number in (2, 3, 4)}}
    with pytest.raises(FeedError) as refused:
        read(documents, limits=limits, step=step)

    assert str(refused.value).endswith(why)


@pytest.mark.parametrize("total", ["3", None, -1, "many", 1.0, True, [], {}, 0])
def test_a_number_of_pages_that_is_none_is_one_page(total: Any) -> None:
    documents = {HERE: a_page(WHOLE, total=total), f"{HERE}?page=2": a_page(), f"{HERE}?page=3": a_page()}

    assert names(documents) == ["Quayside"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"<!doctype html><title>Sign in</title>", "X is a web page; the address of a feed ends in /services"),
        (b"\xff\xfe{", "X is not text in UTF-8; a feed of Open Referral is"),
        (b'{"a": 1', "X is not JSON: line 1 does not read"),
        (b'{"a": 1}\n{"b"', "X is not JSON: line 2 does not read"),
        (b"[" * 100_000, "X has lists within lists without end; no feed of Open Referral has"),
        (b"9" * 5000, "X is not JSON that can be read: it holds a number without end"),
        (b" " * (MOST_BYTES + 1), "X has more than 20 MB; ask whoever keeps it for a part of it"),
        (b"", "X is not JSON: line 1 does not read"),
    ],
)
def test_what_is_no_json_says_why(data: bytes, why: str) -> None:
    with pytest.raises(FeedError) as refused:
        read_json(data, "X")

    assert str(refused.value) == why


@pytest.mark.parametrize("document", [{"services": []}, [], a_page()])
def test_a_feed_in_which_nothing_is_says_so(document: Any) -> None:
    with pytest.raises(FeedError, match="has a list of services, and nothing is in it"):
        read({HERE: document})


@pytest.mark.parametrize("document", [{}, 7, "text", None, {"name": ""}, {"version": "3"}, True])
def test_what_is_no_feed_says_so(document: Any) -> None:
    with pytest.raises(FeedError, match=r"has no list of services; the address of a feed ends in /services|404"):
        read({HERE: document})
