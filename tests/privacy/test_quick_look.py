"""Pieces of a file are looked at many at once: what is said over their ends is found, and one holds up no other."""

from __future__ import annotations

import pytest

from generator.privacy import prefilter, quick_look
from generator.privacy.disguises import A_VALUE_ENDS
from generator.privacy.scan import Search

SECRETS = ("12-14 Church Street, Millbeck", "Jarrow House, 312 Wright Lane, Jarrow")
NUMBERS = ("01632960001",)


@pytest.mark.parametrize("first", ["12", "01632", "Church Street"])
@pytest.mark.parametrize("at_once", [1, 2, 5])
def test_what_is_said_over_the_end_of_pieces_that_are_looked_at_together_is_found(
    monkeypatch: pytest.MonkeyPatch, first: str, at_once: int
) -> None:
    monkeypatch.setattr(quick_look, "AT_ONCE", at_once)
    rest = {"12": "Church Street", "01632": "960001", "Church Street": "12 to 14"}[first]
    for before in range(6):
        plain = "".join(f"<p>Help {number}</p>\n" for number in range(7000, 7000 + before))
        search = Search(dict.fromkeys(SECRETS, "a secret"), NUMBERS, ())

        assert search.may_say(f"{plain}<p>{first}</p>\n<p>{rest}</p>\n<p>Come in</p>\n")


def test_one_number_among_thousands_of_pieces_makes_none_of_the_others_suspect(monkeypatch: pytest.MonkeyPatch) -> None:
    search = Search(dict.fromkeys(SECRETS, "a secret"), NUMBERS, ())
    plain = [f"Help at {number} is here" for number in range(300_000, 303_000)]
    quick, alone = search.quick[A_VALUE_ENDS], []
    state = quick._state
    monkeypatch.setattr(
        quick, "_state", lambda piece, *rest, **more: alone.append(piece) or state(piece, *rest, **more)
    )

    def as_json(*some: str) -> str:
        return f'["{A_VALUE_ENDS.join(some)}"]'

    assert not search.may_say(as_json(*plain, "0163296000199", *plain))
    assert search.may_say(as_json(*plain[:2000], "01632 960001", *plain[2000:]))
    assert len(alone) < 50


@pytest.mark.parametrize("most", [1, 3])
def test_what_is_forgotten_of_words_hides_nothing(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(prefilter, "MOST_WORDS", most)
    search = Search(dict.fromkeys(SECRETS, "a secret"), NUMBERS, ())

    for number in range(7000, 7010):
        plain = f"<p>Help at {number}</p>\n<p>Come in, {number} x{number} 12th</p>\n"
        assert not search.may_say(plain)
        assert search.may_say(f"{plain}<p>No. 12</p>\n<p>Church St, {number}</p>\n")
        assert search.may_say(f"<p>x{number}12 Church Street</p>\n{plain}<p>01632</p>\n<p>960001</p>\n")
