"""Every everyday way to write a withheld address finds it, and an ordinary address is no alarm."""

from __future__ import annotations

import pytest

from generator.privacy.withheld_search import LONGEST_KEPT, Sought

RANGE = "12-14 Church Street, Millbeck"
VICARAGE = "The Old Vicarage, Church Lane, Shap"
UNIT = "Unit 3, 12 Mill Lane, Millbeck"
WELSH = "Tŷ'r Afon, Heol yr Eglwys, Llanfair"
SAINT = "Flat 2a, 7 St Mary's Road, Ashton-under-Lyne"


@pytest.mark.parametrize(
    ("address", "written"),
    [
        *(
            (VICARAGE, way)
            for way in ("The Old Vicarage, Church Lane", "Old Vicarage (Church Ln)", "old vicarage/Shap")
        ),
        *(
            (VICARAGE, way)
            for way in ("The Old Vicarage in Shap", "Old Vicarage\nChurch Lane", "Church Ln; Old Vicarage")
        ),
        *((RANGE, way) for way in ("12 Church Street", "13 Church St", "14 Church St.", "12 to 14 Church Street")),
        *(
            (RANGE, way)
            for way in ("12/14 Church St", "12 & 14 Church Street", "12–14 Church Street", "10-16 Church St")
        ),
        *(
            (RANGE, way)
            for way in ("twelve Church Street", "No. 12, Church Street", "#12 Church St", "Church Street 12")
        ),
        *((UNIT, way) for way in ("12 Mill Lane", "Unit 3 Mill Lane", "Flat 3, Mill Ln", "12 Mi ll Lane", "12MillLn")),
        *((UNIT, way) for way in ("12 M<b>ill L</b>ane", "1 2 M i l l L a n e", "12 Mıll Lаne", "12 Mill L&#97;ne")),
        *((WELSH, way) for way in ("Ty'r Afon, Heol yr Eglwys", "Tŷ’r Afon, Llanfair", "TYR AFON HL YR EGLWYS")),
        *(
            (SAINT, way)
            for way in ("7 Saint Marys Rd", "7 St. Mary’s Road", "Apt 2A, Saint Mary's Road", "seven St Marys Rd")
        ),
        *(("CA99 9ZZ", way) for way in ("CA 99 9 ZZ", "CA 99 9ZZ", "CA99 9 ZZ", "ca-99-9-zz", "CA 999 ZZ")),
        *(("SW1A 2AA", way) for way in ("SW 1A 2 AA", "SW 1A 2AA")),
        *(("LA10 1OO", way) for way in ("la101oo", "LA1O 100", "LA10-1OO", "LAIO IOO")),
    ],
)
def test_each_way_to_write_an_address_is_found_and_left_out(address: str, written: str) -> None:
    sought = Sought({address: "the address"})

    assert any(not hit.is_street for _, _, hit in sought.seen_in(f"We meet: {written}, on Monday."))
    assert "(secret)" in sought.redacted(f"We meet: {written}, on Monday.", "(secret)")


@pytest.mark.parametrize(
    ("address", "written"),
    [
        *((RANGE, way) for way in ("11 Church Street", "1 4 Church Street", "Church Street 12-2pm", "12 High Street")),
        *((RANGE, way) for way in ("Flat 12, 16 Church Street", "Church Street", "Millbeck", "12 Churchill Street")),
        *((UNIT, way) for way in ("3 Mill Lane", "112 Mill Lane", "12 Windmill Lane", "12% of Mill Lane", "Mill Lane")),
        *((VICARAGE, way) for way in ("Church Lane, Shap", "Church Lane Farm", "the old church in Shap")),
    ],
)
def test_another_address_and_a_road_alone_are_no_alarm(address: str, written: str) -> None:
    assert Sought({address: "the address"}).redacted(written, "(secret)") == written


def test_of_a_thousand_ordinary_addresses_near_a_withheld_one_none_is_taken_for_it() -> None:
    sought = Sought(dict.fromkeys((RANGE, UNIT, VICARAGE), "the address"))
    streets = ("Church Street", "Mill Lane", "Church Lane", "High Street", "Beck Road")
    near = [f"{number} {street}, Millbeck" for number in range(15, 215) for street in streets]

    assert len(near) == 1000
    assert [one for one in near if any(not hit.is_street for hit in sought.found_in(one))] == []


def test_a_text_is_walked_through_only_from_words_that_begin_something() -> None:
    sought = Sought({RANGE: "the address"})
    sought.begins = Counting(sought.begins)

    assert sought.found_in("help is here for you " * 500) == []
    assert sought.begins.asked == 0, "no word of it begins anything"
    assert sought.found_in("help is here for you " * 500 + "12") == []
    assert 2501 <= sought.begins.asked < 2520, "each word once, and the walk from the one that does"


def test_a_text_too_long_to_be_remembered_is_looked_through_like_any_other() -> None:
    sought = Sought({UNIT: "the address"})
    long = "Help is *here* for you. " * (LONGEST_KEPT // 20)

    assert sought.redacted(f"{long}Come to 12 M&#105;ll *Lane*, now", "(secret)") == f"{long}Come to (secret)*, now"
    assert sought.redacted("Come to 12 M&#105;ll *Lane*, now", "(secret)") == "Come to (secret)*, now"


def test_a_long_text_that_says_nothing_is_read_once_for_the_same_secrets_and_anew_for_others() -> None:
    long = "Help is *here* for you. " * (LONGEST_KEPT // 20) + "12 Mill Lane"
    other = {"7 Gooseberry Lane": "the address"}
    assert list(Sought(other).seen_in(long)) == []

    again = Sought(other)
    again.begins = Counting(again.begins)

    assert list(again.seen_in(long)) == []
    assert again.begins.asked == 0
    for _ in range(2):
        assert {hit.text for _, _, hit in Sought({**other, UNIT: "the address"}).seen_in(long)} == {UNIT}
    assert {hit.text for _, _, hit in again.seen_in(f"{long}, 7 Gooseberry Lane")} == {"7 Gooseberry Lane"}


class Counting(set[str]):
    """A set that counts how often it was asked."""

    asked = 0

    def __contains__(self, one: object) -> bool:
        self.asked += 1
        return super().__contains__(one)
